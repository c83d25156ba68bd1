"""Which time expression belongs to the saying: "told the paper in 2018", "said Friday that"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.times.edtf import covered_days
from sayso.times.finding import outermost
from sayso.values import Span, Time

_SMALL = (
    r"in|on|at|by|from|to|of|for|with|during|via|through|a|an|the|his|her|its|their|an?other|this"
    r"|late|early|earlier|later|also|again|only|just|back|published|released|issued|dated|posted"
    r"|aired"
    r"|broadcast|made|delivered|given|and|newspaper|reporters?|journalists?|media|press|news"
    r"|conference|briefing|interviews?|statements?|reports?|speech|tweets?|letters?|posts?|hearing"
    r"|article|television|radio|state|telephone|phone|video|audio|message|e-?mail|blog|social"
    r"|court|filing|testimony|study|paper|book|memo|documents?|parliament|lawmakers|officials"
)
_ALONG = re.compile(rf"(?:[\s,]+|\b(?:{_SMALL})\b|\b[A-Z][\w.&’'-]*)*")
_LED = re.compile(r",? (?:the |an? )?|,? ?")
_DOCUMENT = re.compile(
    r" (?:\w+ )?(?:report|study|interview|statement|speech|letter|article|book|memo|paper|survey"
    r"|poll"
    r"|documentary|tweet|post|filing|ruling|cable|hearing|testimony)\b"
)
_RELATIVE = re.compile(r"\b(?:who|whose|which|where)\b")
REACH = 90
LONGEST = 200
"""Characters: how far behind a cue a time may date it, and more than any expression has."""


def may_date(time: Time, published: str | None) -> bool:
    """Whether something already said may have been said then: not after the report, and not
    "until" or "by" a time, which dates what lasts or is to come."""
    first = covered_days(time.edtf)[0] if time.edtf else None
    if time.edtf is None or first is None:
        return time.edtf is None
    return published is None or first.isoformat() <= published[:10]


def time_near(
    text: str,
    cue: Sequence[Span],
    source: Sequence[Span],
    content: Sequence[Span],
    times: Iterable[Time],
    addressee: Sequence[Span] = (),
) -> Time | None:
    """The time expression that dates the saying itself, or None.

    It stands outside the content and beside the cue, source or addressee, with nothing but
    names, small words and words for the medium between ("told the Daily in an interview
    in 2018"; "in 2015, an official told"; "a report, published in October, warned"). A year
    inside the source counts only if it dates a document ("a 2016 report").
    """
    anchors = [*cue, *source, *addressee]
    ranked = []
    for time in outermost(times):
        if any(start < time.end and time.start < end for start, end in content):
            continue
        if any(start <= time.start and time.end <= end for start, end in source):
            distance = 0 if _dates_source(text, time, source) else None
        elif _within_clause(text, time, cue, source):
            distance = None
        else:
            distance = _distance(text, time, anchors)
        if distance is not None:
            ranked.append((distance, time.start, time))
    return min(ranked, key=lambda row: row[:2])[2] if ranked else None


def _within_clause(text: str, time: Time, cue: Sequence[Span], source: Sequence[Span]) -> bool:
    """ "Vant, who left in May, said": the time of a clause between the source and its cue."""
    before = [end for _start, end in source if end <= time.start]
    behind = any(time.end <= start for start, _end in cue)
    return behind and bool(before) and bool(_RELATIVE.search(text, max(before), time.start))


def _dates_source(text: str, time: Time, source: Sequence[Span]) -> bool:
    """ "a report last year", "a 2016 study"; not "the 2008 candidate"."""
    if _DOCUMENT.match(text, time.end):
        return True
    before = text[max(0, time.start - REACH) : time.start]
    return any(end == time.end for _start, end in source) and (
        _DOCUMENT.search(f" {before}") is not None
    )


def _distance(text: str, time: Time, anchors: Sequence[Span]) -> int | None:
    """Characters to the nearest anchor across an allowed gap; None where there is none."""
    allowed = []
    for start, end in anchors:
        if start < time.end and time.start < end:
            allowed.append(0)
        elif end <= time.start <= end + REACH and _is_along(text[end : time.start]):
            allowed.append(time.start - end)
        elif time.end <= start and _LED.fullmatch(text, time.end, start):
            allowed.append(start - time.end)
    return min(allowed, default=None)


def _is_along(gap: str) -> bool:
    return "\n" not in gap and not re.search(r"[a-z]\.\s", gap) and bool(_ALONG.fullmatch(gap))
