"""Who and what stands in a sentence: holders (a rank and a name) and offices (a title or role
and a unit), each put together from spans that stand close.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.claims.posts_spans import BARE
from sayso.values import Span, TaggedSpan


@dataclass(frozen=True, slots=True)
class Holder:
    """A person as one place names them; `bare` is a last name alone."""

    start: int
    end: int
    person: Span
    rank: Span | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A title or role, its unit, or both; `weak` is a unit that is a whole force."""

    start: int
    end: int
    title: Span | None = None
    role: Span | None = None
    organization: Span | None = None
    weak: bool = False

    @property
    def named(self) -> bool:
        """Whether it says what the holder is, and not only where."""
        return bool(self.title or self.role)


Node = Holder | Office

BRACKET = r"(?:\s?\\?[(\[][^()\[\]\n]{1,30}\\?[)\]])?"
_RANK_TO_NAME = re.compile(
    rf"{BRACKET}[\s.,]{{0,3}}(?:\(?[A-Za-z]{{2,5}}\)?,? )?"
    r"(?:(?:Mr|Mrs|Ms|Dr|Alhaji|Chief|Sir|Engr|Mallam|Sheikh)\.? )*\Z"
)
_NAME_TO_RANK = re.compile(rf"{BRACKET},? {{1,2}}(?:who (?:is|was) )?(?:also )?an? (?:[a-z]+ )?\Z")
_TO_UNIT = re.compile(
    rf"(?:-designate|-elect)?{BRACKET}[\s,]*(?:[A-Z]{{2,6}},\s*)?(?:position |post |job )?"
    r"(?:(?:of|at|in|for|with|in[- ]charge(?: of)?|to)\s+)?"
    r"(?:(?:the|its|their|our|his|Headquarters|HQ|then)\s+)*"
    r"(?:(?!of|in|at|near|from|to|for|and|or|by|with|on|over|under)[a-z][a-z’'-]+\s+){0,2}"
    r"(?:[A-Z]\w+(?:['’]s)? (?=\Z))?[‘'“\"]?\Z"
)
_TO_TITLE = re.compile(r"(?:['’]s)?\s*(?:\([A-Z-]+\),?\s*)?(?:as (?:its |the |new |a )*)?\Z")
POSSESSIVE = re.compile(r"['’]s\s+\Z")
_TO_WHOLE = re.compile(
    rf"{BRACKET}[\s,]*(?:(?:of|in|under|at)\s+)?(?:the\s+)?(?:['’]s\s)?[‘'“\"]?\Z"
)


def group(text: str, spans: Sequence[TaggedSpan]) -> list[Node]:
    """The holders and offices of a sentence's spans, in order."""
    nodes: list[Node] = []
    at = 0
    while at < len(spans):
        if spans[at].role in ("person", "rank"):
            holder, at = _holder(text, spans, at)
            if holder:
                nodes.append(holder)
        else:
            office, at = _office(text, spans, at)
            nodes.append(office)
    return nodes


def _between(text: str, one: TaggedSpan, other: TaggedSpan) -> str:
    return text[one.end : other.start]


def _holder(text: str, spans: Sequence[TaggedSpan], at: int) -> tuple[Holder | None, int]:
    """ "Col. A. Orrel", "A. Orrel", "A. Orrel, a colonel"; a rank alone is nobody."""
    one = spans[at]
    after = spans[at + 1] if at + 1 < len(spans) else None
    if one.role == "rank":
        if (
            not after
            or after.role != "person"
            or not _RANK_TO_NAME.match(_between(text, one, after))
        ):
            return None, at + 1
        return Holder(one.start, after.end, _span(after), _span(one)), at + 2
    bare = one.score == BARE
    if after and after.role == "rank" and _NAME_TO_RANK.match(_between(text, one, after)):
        return Holder(one.start, after.end, _span(one), _span(after), bare), at + 2
    return Holder(one.start, one.end, _span(one), None, bare), at + 1


def _office(text: str, spans: Sequence[TaggedSpan], at: int) -> tuple[Office, int]:
    """A post and its unit in either order, and the whole that the unit is part of."""
    office = _with(Office(spans[at].start, spans[at].end), spans[at])
    at += 1
    while at < len(spans) and spans[at].role in ("title", "role", "organization"):
        grown = _grown(office, spans[at], text[office.end : spans[at].start])
        if grown is None:
            break
        office, at = grown, at + 1
    return office, at


def _grown(office: Office, span: TaggedSpan, gap: str) -> Office | None:
    """The office with one more span, or None if the span is not part of it."""
    if span.role != "organization":
        if (
            office.named
            and gap in (", ", " ")
            and span.role == "title"
            and span.end - span.start < 6
        ):
            return replace(office, end=span.end)  # "General Officer Commanding, GOC"
        if office.named or not _TO_TITLE.match(gap):
            return None
        return replace(_with(office, span), end=span.end)
    if office.organization is None:
        return replace(_with(office, span), end=span.end) if _TO_UNIT.match(gap) else None
    if POSSESSIVE.match(gap) and span.score != BARE:
        return replace(office, organization=_span(span), weak=False, end=span.end)
    if not _TO_WHOLE.match(gap):
        return None
    if office.weak and span.score != BARE and "of" not in gap:
        return replace(office, organization=_span(span), weak=False, end=span.end)
    return replace(office, end=span.end)


def _with(office: Office, span: TaggedSpan) -> Office:
    if span.role == "title":
        return replace(office, title=_span(span))
    if span.role == "role":
        return replace(office, role=_span(span))
    return replace(office, organization=_span(span), weak=span.score == BARE)


def _span(span: TaggedSpan) -> Span:
    return span.start, span.end
