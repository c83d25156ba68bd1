"""Where a text is in quotation marks, and what that makes of an attribution."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.values import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING, _CLOSING, _EITHER = "“„«", "”»", '"'
_MARK = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]")


def quoted_spans(text: str) -> tuple[Span, ...]:
    """The stretches of `text` between double quotation marks, marks included, in order.

    A quotation that is not closed in its paragraph runs to the paragraph's end; it goes on
    in the next only if that begins with an opening mark, as newspapers set it. A closing
    mark that nothing opened is passed over.
    """
    return tuple(span for match in _PARAGRAPH.finditer(text) for span in _in(text, *match.span()))


def _in(text: str, start: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    for found in _MARK.finditer(text, start, end):
        i, mark = found.start(), found.group()
        if opened is None and (mark in _OPENING or (mark in _EITHER and _opens(text, i))):
            opened = i
        elif opened is not None and (mark in _CLOSING or mark in _EITHER):
            yield opened, i + 1
            opened = None
    if opened is not None:
        yield opened, end


def _opens(text: str, at: int) -> bool:
    """A straight mark opens where a word follows at once."""
    return at + 1 < len(text) and not text[at + 1].isspace()


def is_quoted(quoted: Sequence[Span], at: int) -> bool:
    """Whether a place stands in one of the stretches, which are in order."""
    before = bisect_right(quoted, at, key=lambda span: span[0]) - 1
    return before >= 0 and at < quoted[before][1]


def kind_of(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> str:
    """ "direct" where all words of the content are quoted, "mixed" where some are, else
    "indirect"."""
    starts = [s for s, _ in quoted]
    words = inside = 0
    for start, end in content:
        for match in re.finditer(r"\w+", text[start:end]):
            words += 1
            k = bisect_right(starts, start + match.start()) - 1
            inside += k >= 0 and start + match.end() <= quoted[k][1]
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.95 * words else "mixed"
