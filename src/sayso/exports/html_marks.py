"""A report's text cut into pieces for a page, each with the marks that cover it.

Marks may nest, overlap and come in several pieces; elements must nest. So the text is cut at
every edge of a mark, and between two cuts the open elements are those of the marks that cover
it, outer attributions outside.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.values import Report, Span

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_NOT_IN_A_PAGE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of one attribution, to be drawn as `<tag class=…>`.

    The order of marks is the order of nesting: `depth` first, then `rank` (content before
    source before cue), then where they start.
    """

    depth: int
    rank: int
    start: int
    end: int
    number: int
    tag: str
    classes: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading or the like of the text; `kind` is a block's kind."""

    kind: str
    start: int
    end: int


def escaped(text: str) -> str:
    """Text for a page, attribute values included.

    NUL and lone surrogates, which a page cannot hold, become U+FFFD; a carriage return is
    written as a reference, as a browser would take a bare one for a newline.
    """
    safe = html.escape(_NOT_IN_A_PAGE.sub("\ufffd", text))
    return safe.replace("\r", "&#13;")


def pieces_of(report: Report) -> tuple[Piece, ...]:
    """All of the text that is not white space, as pieces in order that do not overlap.

    The report's blocks are kept; what they leave out, or a text without blocks, is cut at
    empty lines.
    """
    found: list[Piece] = []
    at = 0
    for block in sorted(report.blocks, key=lambda block: (block.start, block.end)):
        start, end = max(block.start, at), min(block.end, len(report.text))
        if start >= end or report.text[start:end].isspace():
            continue
        found.extend(_paragraphs(report.text, at, start))
        found.append(Piece(block.kind, start, end))
        at = end
    found.extend(_paragraphs(report.text, at, len(report.text)))
    return tuple(found)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Piece]:
    for found in _PARAGRAPH.finditer(text, start, end):
        yield Piece("paragraph", found.start(), found.end())


def drawn(
    text: str, pieces: Iterable[Piece], marks: Iterable[Mark], anchors: dict[int, str]
) -> list[str]:
    """Each piece's inner markup: its text, escaped, inside the elements of its marks.

    `anchors` are markup to be put in at an offset, inside the elements that open there; one
    outside all pieces is lost.
    """
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    active: list[Mark] = []
    cuts = sorted({edge for mark in waiting for edge in (mark.start, mark.end)} | anchors.keys())
    done: list[str] = []
    next_cut = 0
    for piece in pieces:
        while next_cut < len(cuts) and cuts[next_cut] <= piece.start:
            next_cut += 1
        first = next_cut
        while next_cut < len(cuts) and cuts[next_cut] < piece.end:
            next_cut += 1
        edges = [piece.start, *cuts[first:next_cut], piece.end]
        done.append("".join(_piece(text, edges, waiting, active, anchors)))
    return done


def _piece(
    text: str,
    edges: list[int],
    waiting: list[Mark],
    active: list[Mark],
    anchors: dict[int, str],
) -> Iterator[str]:
    """The markup between each two edges; takes marks from `waiting` and keeps `active` true."""
    open_marks: list[Mark] = []
    for start, end in pairwise(edges):
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        active[:] = sorted(mark for mark in active if mark.end > start)
        kept = _common(open_marks, active)
        yield from (f"</{mark.tag}>" for mark in reversed(open_marks[kept:]))
        yield from (f'<{mark.tag} class="{mark.classes}">' for mark in active[kept:])
        yield anchors.get(start, "")
        yield escaped(text[start:end])
        open_marks = list(active)
    yield from (f"</{mark.tag}>" for mark in reversed(open_marks))


def _common(before: list[Mark], after: list[Mark]) -> int:
    """How many marks the two lists share from their start."""
    for index, (left, right) in enumerate(zip(before, after, strict=False)):
        if left is not right:
            return index
    return min(len(before), len(after))


def clipped(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """The spans that hold anything of a text of this length."""
    for start, end in spans:
        if 0 <= start < min(end, length):
            yield start, min(end, length)
