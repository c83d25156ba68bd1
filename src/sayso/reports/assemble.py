"""Stretches of text, each with its kind and places, joined into a report's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.reports.credits import dateline, text_credits
from sayso.reports.dates import find_dates
from sayso.values import Block, Credit, Place, Span

BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One block to be: its places and its links' spans count from its own first character."""

    kind: str
    text: str
    places: tuple[Place, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()


_MOST_STANDFIRSTS = 2
_LONGEST_STANDFIRST = 400


def mark_standfirst(stretches: Sequence[Stretch]) -> list[Stretch]:
    """With what stands between the title and the byline as the standfirst, if it is short."""
    found = standfirsts([(stretch.kind, stretch.text) for stretch in stretches])
    return [replace(s, kind="standfirst") if n in found else s for n, s in enumerate(stretches)]


def standfirsts(blocks: Sequence[tuple[str, str]]) -> list[int]:
    """Which of these blocks (kind, text) are a standfirst by where they stand."""
    kinds = [kind for kind, _ in blocks]
    if "title" not in kinds or "byline" not in kinds:
        return []
    between = range(kinds.index("title") + 1, kinds.index("byline"))
    if len(between) > _MOST_STANDFIRSTS:
        return []
    return [n for n in between if kinds[n] == "paragraph" and _is_prose(blocks[n][1])]


LEAD = 8
"""Blocks at a text's head among which its byline and its date are looked for."""


def lead_lines(stretches: Sequence[Stretch]) -> list[str]:
    """The lines at a text's head that may say who wrote it, and when; no titles."""
    return [s.text for s in stretches[:LEAD] if s.kind in ("paragraph", "byline")]


def _is_prose(text: str) -> bool:
    return len(text) <= _LONGEST_STANDFIRST and not any(find_dates(text)) and len(text.split()) > 4


@dataclass(slots=True)
class Assembled:
    """The text, its blocks in order, and the credits in it: links and what the words say."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)


def assemble(stretches: Iterable[Stretch]) -> Assembled:
    """Join stretches by blank lines; a paragraph that opens with a dateline makes two blocks."""
    made, parts, at = Assembled(), [], 0
    found: list[Credit] = []
    for stretch in stretches:
        made.blocks += _blocks(stretch, at, found)
        for (start, end), target in stretch.links:
            span = (at + start, at + end)
            found.append(Credit("link", stretch.text[start:end], target, span))
        parts.append(stretch.text)
        at += len(stretch.text) + len(BREAK)
    made.text = BREAK.join(parts)
    made.credits = in_order([*found, *text_credits(made.text)])
    return made


def in_order(found: Iterable[Credit]) -> list[Credit]:
    """Credits in the order of the text, each once."""
    return sorted(set(found), key=lambda c: (c.span or (0, 0), c.kind, c.name, c.url or ""))


def _blocks(stretch: Stretch, at: int, mentioned: list[Credit]) -> list[Block]:
    places = tuple(
        Place(at + p.start, at + p.end, p.where, p.offset, p.box, p.height) for p in stretch.places
    )
    end = at + len(stretch.text)
    is_paragraph = stretch.kind == "paragraph"
    opening = dateline(stretch.text, 0, len(stretch.text)) if is_paragraph else None
    if opening is None:
        return [Block(stretch.kind, at, end, places)]
    cut, credit = opening
    if credit and credit.span:
        start, stop = credit.span
        mentioned.append(Credit(credit.kind, credit.name, None, (at + start, at + stop)))
    head = at + len(stretch.text[:cut].rstrip())
    first, rest = split_places(places, head, at + cut)
    return [Block("dateline", at, head, first), Block(stretch.kind, at + cut, end, rest)]


def split_places(
    places: Sequence[Place], end: int, start: int
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Places up to `end`, and those from `start` on; one that runs over is cut in two."""
    before = tuple(clip_place(p, p.start, min(p.end, end)) for p in places if p.start < end)
    after = tuple(clip_place(p, max(p.start, start), p.end) for p in places if p.end > start)
    return before, after


def clip_place(place: Place, start: int, end: int) -> Place:
    """The part of a place from `start` to `end`, which lie within it."""
    offset = place.offset + start - place.start
    return Place(start, end, place.where, offset, place.box, place.height)
