"""GUM's entities, and how well named ones were found.

The `Entity` field of MISC opens and closes mentions in CorefUD's bracket notation; in GUM a
mention's fields are group-type-infstat-salience-centering-minspan-link-identity. `Bridge` and
`SplitAnte` are other fields and are left alone. A name is a mention whose head is PROPN
(the head is the first word of the mention whose governor stands outside it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.conllu import Document, Word
from benchmarks.treebank import Count
from sayso.values import Reading

NAMED_TYPES = ("person", "organization", "place")


class BadEntities(ValueError):
    """Brackets that do not match; the message names the document and the value."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of the gold: a span of characters, a type, and its group's id."""

    start: int
    end: int
    type: str
    named: bool
    entity: str


def _entity_field(misc: str) -> str:
    for part in misc.split("|"):
        key, _, value = part.partition("=")
        if key == "Entity":
            return value
    return ""


def head_of(words: Sequence[Word], first: int, last: int) -> int:
    """The first word of `words[first:last]` whose governor stands outside it."""
    for index in range(first, last):
        if not first <= words[index].head < last:
            return index
    return first


def _group(identifier: str) -> str:
    """The group of "12", or of a fragment "12[1/2]" of a discontinuous mention."""
    return identifier.partition("[")[0]


def _mentions(document: Document) -> Iterator[tuple[int, int, list[str]]]:
    """First word, end word and fields of each mention, as they close."""
    open_: list[tuple[int, list[str]]] = []
    for index, word in enumerate(document.words):
        rest = _entity_field(word.misc)
        while rest:
            if opening := re.match(r"\(([^()]+)", rest):
                open_.append((index, opening[1].split("-")))
            elif closing := re.match(r"([^()]*)\)", rest):
                opening_at = _opened(open_, closing[1], document.id)
                first, fields = open_.pop(opening_at)
                yield first, index + 1, fields
                opening = closing
            else:
                raise BadEntities(f"{document.id}: {rest!r}")
            rest = rest[opening.end() :]
    if open_:
        raise BadEntities(f"{document.id}: {len(open_)} mentions are never closed")


def _opened(open_: list[tuple[int, list[str]]], identifier: str, where: str) -> int:
    """The last open mention of a group; a bare ")" closes the last of all."""
    for at in reversed(range(len(open_))):
        if not identifier or open_[at][1][0] == identifier:
            return at
    raise BadEntities(f"{where}: {identifier!r} closes nothing")


def gold_mentions(document: Document) -> tuple[GoldMention, ...]:
    """The document's mentions in order of start, longer ones first.

    A discontinuous mention is taken as its fragments, each a mention of the same group.
    Raises `BadEntities`.
    """
    words = document.words
    found = []
    for first, last, fields in _mentions(document):
        if len(fields) < 2:
            raise BadEntities(f"{document.id}: no type in {'-'.join(fields)!r}")
        found.append(
            GoldMention(
                start=words[first].start,
                end=words[last - 1].end,
                type=fields[1],
                named=words[head_of(words, first, last)].upos == "PROPN",
                entity=_group(fields[0]),
            )
        )
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))


def score_names(pairs: Iterable[tuple[Document, Reading]]) -> dict[str, Count]:
    """Named mentions with the right span and type, over all and by type."""
    total = {name: Count() for name in ("all", *NAMED_TYPES)}
    for document, reading in pairs:
        gold = {(m.start, m.end, m.type) for m in gold_mentions(document) if m.named}
        ours = {(m.start, m.end, m.type) for m in reading.mentions if m.named}
        for name in total:
            kept = NAMED_TYPES if name == "all" else (name,)
            theirs = {item for item in gold if item[2] in kept}
            found = {item for item in ours if item[2] in kept}
            total[name] += Count(len(theirs & found), len(found), len(theirs))
    return total


def gold_clusters(document: Document) -> list[frozenset[tuple[int, int]]]:
    """The document's entities as sets of mention spans."""
    return clusters((m.entity, (m.start, m.end)) for m in gold_mentions(document))


def clusters(
    mentions: Iterable[tuple[str, tuple[int, int]]],
) -> list[frozenset[tuple[int, int]]]:
    """Spans gathered by entity; a span that stands in two entities stays in the first."""
    gathered: dict[str, set[tuple[int, int]]] = {}
    seen: set[tuple[int, int]] = set()
    for entity, span in mentions:
        if span not in seen:
            seen.add(span)
            gathered.setdefault(entity, set()).add(span)
    return [frozenset(spans) for spans in gathered.values()]
