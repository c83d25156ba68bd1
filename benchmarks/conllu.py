"""CoNLL-U documents as running text, with the place of every word in it.

Format: https://universaldependencies.org/format.html. Sentences are joined by a space unless
the last token says `SpaceAfter=No`; `# newpar` puts a blank line before its sentence. Empty
nodes are left out. In EWT and GUM the words of a multiword token are slices of it, one after
the other ("do" + "n't"), so that every word has its own span.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Span = tuple[int, int]
Row = list[str]


class BadTreebank(ValueError):
    """A file that is not CoNLL-U as these benchmarks read it; the message names the place."""


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word; `head` is an index into `Document.words`, or -1 for a root.

    `token` is the span of the surface token: the word's own, or the multiword token's.
    """

    form: str
    start: int
    end: int
    token: Span
    upos: str
    head: int
    deprel: str
    misc: str

    @property
    def multiword(self) -> bool:
        """Whether the word shares its surface token with others."""
        return self.token != (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text, its words, and its sentences as half-open ranges of words."""

    id: str
    text: str
    words: tuple[Word, ...]
    sentences: tuple[Span, ...]


@dataclass
class _Draft:
    """A document while its sentences come in."""

    id: str
    text: str = ""
    glued: bool = True
    words: list[Word] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)

    def begin_sentence(self, *, paragraph: bool) -> None:
        if self.text and paragraph:
            self.text += "\n\n"
        elif not self.glued:
            self.text += " "

    def add(self, rows: list[Row], *, paragraph: bool) -> None:
        self.begin_sentence(paragraph=paragraph)
        first = len(self.words)
        for index, (surface, group, glued) in enumerate(_tokens(rows)):
            if index and not self.glued:
                self.text += " "
            self._add_token(surface, group, first)
            self.glued = glued
        self.sentences.append((first, len(self.words)))

    def _add_token(self, surface: str, group: list[Row], first: int) -> None:
        start = at = len(self.text)
        self.text += surface
        if "".join(row[1] for row in group) != surface:
            raise BadTreebank(f"{self.id}: the words of {surface!r} are not slices of it")
        for row in group:
            head = int(row[6])
            self.words.append(
                Word(
                    form=row[1],
                    start=at,
                    end=at + len(row[1]),
                    token=(start, len(self.text)),
                    upos=row[3],
                    head=first + head - 1 if head else -1,
                    deprel=row[7],
                    misc=row[9],
                )
            )
            at += len(row[1])

    def finish(self) -> Document:
        return Document(self.id, self.text, tuple(self.words), tuple(self.sentences))


def _tokens(rows: list[Row]) -> Iterator[tuple[str, list[Row], bool]]:
    """Surface tokens of a sentence: form, rows of their words, whether no space follows."""
    kept = [row for row in rows if "." not in row[0]]
    at = 0
    while at < len(kept):
        row = kept[at]
        first, _, last = row[0].partition("-")
        size = int(last) - int(first) + 1 if last else 1
        at += 1 if last else 0
        yield row[1], kept[at : at + size], "SpaceAfter=No" in row[9].split("|")
        at += size


def _sentences(lines: Iterator[str]) -> Iterator[tuple[dict[str, str], list[Row]]]:
    """Comments by key and rows of ten columns, a sentence at a time."""
    comments: dict[str, str] = {}
    rows: list[Row] = []
    for number, line in enumerate(lines, start=1):
        bare = line.rstrip("\n")
        if bare.startswith("#") and not rows:
            key, _, value = bare[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif bare:
            rows.append(bare.split("\t"))
            if len(rows[-1]) != 10:
                raise BadTreebank(f"line {number}: {len(rows[-1])} columns instead of 10")
        elif rows:
            yield comments, rows
            comments, rows = {}, []
    if rows:
        yield comments, rows


def _named(comments: dict[str, str], key: str) -> bool:
    """Whether a comment is there, with an id ("newpar id = …") or without ("newpar")."""
    return key in comments or f"{key} id" in comments


def parse(lines: Iterator[str]) -> Iterator[Document]:
    """The documents of CoNLL-U lines, in order. Raises `BadTreebank`."""
    draft: _Draft | None = None
    for comments, rows in _sentences(lines):
        if draft is None or _named(comments, "newdoc"):
            if draft is not None:
                yield draft.finish()
            draft = _Draft(comments.get("newdoc id", "document"))
        draft.add(rows, paragraph=_named(comments, "newpar"))
    if draft is not None:
        yield draft.finish()


def read_treebank(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file. Raises `BadTreebank`, or `OSError` where it is not there."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        return list(parse(lines))
