"""The public corpora as lists of `Document`s: words with whatever labels a corpus has."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from sayso.reader.words import cut_words

ROLES = ("source", "cue", "content")


@dataclass
class GoldMention:
    """A mention: words `start`..`end` (half-open), its head word, GUM's type and group."""

    start: int
    end: int
    head: int
    type: str
    group: str


@dataclass
class Document:
    """One text. Index lists run over `words`; a list that a corpus lacks is empty.

    `breaks` are the words that begin a paragraph, `sentences` those that begin a sentence.
    `heads` points at a word's governor, at itself for a root. `roles` holds each
    attribution fragment as (role, first word, end word, attribution ids). `frames` gives each
    predicate's arguments as (PropBank's label, head word), `factuality` a word's value from -3
    to 3, `posts` spans as (kind, first word, end word). `sentence_ids` give a treebank
    sentence's first word.
    """

    name: str
    words: list[str]
    breaks: set[int]
    sentences: set[int] = field(default_factory=set)
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    mentions: list[GoldMention] = field(default_factory=list)
    has_mentions: bool = False
    roles: list[tuple[str, int, int, frozenset[str]]] = field(default_factory=list)
    has_roles: bool = False
    sentence_ids: dict[str, int] = field(default_factory=dict)
    frames: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    factuality: dict[int, float] = field(default_factory=dict)
    has_frames: bool = False
    posts: list[tuple[str, int, int]] = field(default_factory=list)


def read_conllu(path: Path) -> list[Document]:  # noqa: C901 - one case for each kind of line
    """UD documents; GUM's `Entity=` annotations become mentions with their groups."""
    documents: list[Document] = []
    doc: Document | None = None
    opened: dict[str, list[tuple[int, str]]] = {}
    spans: list[tuple[int, int, str, str]] = []
    rows: list[list[str]] = []
    paragraph = True
    has_mentions = False
    sentence_id = ""

    def close() -> None:
        if doc is not None:
            doc.has_mentions = has_mentions
            doc.mentions = [m for s in spans if (m := _mention(doc, *s)) is not None]
        spans.clear()
        opened.clear()

    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            close()
            doc = Document(line.split("=", 1)[1].strip(), [], set())
            documents.append(doc)
            paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            sentence_id = line.split("=", 1)[1].strip()
        elif line.startswith("# global.Entity"):
            has_mentions = True
        elif line and line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif not line and rows:
            assert doc is not None
            base = len(doc.words)
            if paragraph:
                doc.breaks.add(base)
            paragraph = False
            doc.sentences.add(base)
            doc.sentence_ids[sentence_id] = base
            for i, cells in enumerate(rows):
                _add_word(doc, base, i, cells)
                if has_mentions:
                    _entities(cells[9], base + i, opened, spans)
            rows = []
    close()
    return documents


def _add_word(doc: Document, base: int, i: int, cells: list[str]) -> None:
    doc.words.append(cells[1])
    doc.lemmas.append(cells[2])
    doc.upos.append(cells[3])
    doc.feats.append(cells[5])
    doc.heads.append(base + (int(cells[6]) - 1 if cells[6] != "0" else i))
    doc.deprels.append(cells[7])


def _entities(
    misc: str,
    at: int,
    opened: dict[str, list[tuple[int, str]]],
    spans: list[tuple[int, int, str, str]],
) -> None:
    """One word's `Entity=` value: "(1-person-…" opens, "1)" closes, "(1-person-…)" is both."""
    value = next((p[7:] for p in misc.split("|") if p.startswith("Entity=")), "")
    for piece in re.findall(r"\([^()]+\)?|[^()]+\)", value):
        fields = piece.strip("()").split("-")
        group = fields[0].split("[")[0]
        if piece.startswith("("):
            kind = fields[1]
            if piece.endswith(")"):
                spans.append((at, at + 1, kind, group))
            else:
                opened.setdefault(group, []).append((at, kind))
        elif opened.get(group):
            start, kind = opened[group].pop()
            spans.append((start, at + 1, kind, group))


def _mention(doc: Document, start: int, end: int, kind: str, group: str) -> GoldMention | None:
    """The span's head is its word that is governed from outside (the first, if several)."""
    for i in range(start, end):
        head = doc.heads[i]
        if doc.upos[i] != "PUNCT" and (head == i or not start <= head < end):
            return GoldMention(start, end, i, kind, group)
    return None


def read_polnear(folder: Path) -> list[Document]:
    """PolNeAR's articles; where one has several annotation files, the first by name."""
    chosen: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        chosen.setdefault(re.sub(r"_[0-9a-f]{4}$", "", path.stem), path)
    out = []
    for name, path in chosen.items():
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        spans = cut_words(text)
        words = [text[s:e] for s, e in spans]
        breaks = {
            i for i in range(len(spans)) if i == 0 or "\n" in text[spans[i - 1][1] : spans[i][0]]
        }
        doc = Document(name, words, breaks, has_roles=True)
        doc.roles = _fragments(path, spans)
        out.append(doc)
    return out


def _fragments(
    path: Path, words: list[tuple[int, int]]
) -> list[tuple[str, int, int, frozenset[str]]]:
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    events: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if re.match(r"T\d+\t", line):
            ident, middle, *_ = line.split("\t")
            role, offsets = middle.split(" ", 1)
            pairs = [o.split() for o in offsets.split(";")]
            spans[ident] = (role.lower(), [(int(a), int(b)) for a, b in pairs])
        elif re.match(r"E\d+\t", line):
            event = line.split("\t")[0]
            for part in line.split("\t")[1].split():
                events.setdefault(part.split(":")[1], set()).add(event)
    out = []
    for ident, (role, pairs) in spans.items():
        if role not in ROLES or ident not in events:
            continue
        for start, end in pairs:
            inside = [i for i, (s, e) in enumerate(words) if s < end and e > start]
            if inside:
                out.append((role, inside[0], inside[-1] + 1, frozenset(events[ident])))
    return sorted(out, key=lambda f: f[1])
