"""From expressions to stretches: "since 1998", "until Friday", "from 2009 to 2011", "about 2010".

A stretch is given beside the expressions that bound it, and holds their spans in its own.
Open ends stay open: "since 1998" is `1998/..`. A bound counts as inside, as in EDTF.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from sayso.times.edtf import interval, is_edtf
from sayso.values import Time

_OPENS = re.compile(
    r"\b(?i:(?:ever )?since(?: about| around)?|after|from|following|starting(?: in| on)?"
    r"|beginning in"
    r"|no earlier than|as of)(?: the)? \Z"
)
_ENDS = re.compile(
    r"\b(?i:until|till|up to|up until|before|prior to|by|no later than|through)(?: the)? \Z"
)
_PAIRED = re.compile(r"\b(?i:(?P<word>between|from))(?: the)? \Z")
_TO = re.compile(r" (?:to|until|till|through|up to) (?:the )?|\s?[–—]\s?| - ")
_AND = re.compile(r" and (?:the )?")
_ABOUT = re.compile(r"\b(?i:about|around|circa|ca?\.|roughly|approximately|some time around) \Z")
_MAYBE = re.compile(r"\b(?i:possibly|perhaps|maybe)(?: in| on)? \Z")
_SPAN_UNIT = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|decades?|minutes?|shortly|soon|right|moments?) \Z",
)
_REACH = 24


def add_intervals(text: str, base: Sequence[Time]) -> tuple[Time, ...]:
    """The expressions with "about" taken in, and the stretches they bound, in text order."""
    marked = [_qualified(text, time) for time in base]
    found: list[Time] = list(marked)
    paired: set[int] = set()
    for index, (left, right) in enumerate(itertools.pairwise(marked)):
        joined = None if index in paired else _joined(text, left, right)
        if joined:
            found.append(joined)
            paired |= {index, index + 1}
    for index, time in enumerate(marked):
        bounded = None if index in paired else _bounded(text, time)
        if bounded:
            found.append(bounded)
    return tuple(sorted(set(found), key=lambda time: (time.start, -time.end)))


def _before(text: str, start: int) -> str:
    return text[max(0, start - _REACH) : start]


def _qualified(text: str, time: Time) -> Time:
    """ "about 2010" is `2010~`, "possibly 2010" is `2010?`."""
    for pattern, mark in ((_ABOUT, "~"), (_MAYBE, "?")):
        found = pattern.search(_before(text, time.start))
        if found and time.edtf and is_edtf(time.edtf + mark):
            start = time.start - (len(_before(text, time.start)) - found.start())
            return Time(start, time.end, time.edtf + mark)
    return time


def _joined(text: str, left: Time, right: Time) -> Time | None:
    """ "between X and Y", "from X to Y", "X-Y", where both are resolved and in order."""
    gap = text[left.end : right.start]
    led = _PAIRED.search(_before(text, left.start))
    word = led["word"].lower() if led else ""
    if not (_AND.fullmatch(gap) if word == "between" else _TO.fullmatch(gap)):
        return None
    if left.edtf is None or right.edtf is None:
        return None
    start = left.start - (len(_before(text, left.start)) - led.start() if led else 0)
    value = interval(left.edtf, right.edtf)
    return Time(start, right.end, value) if value else None


def _bounded(text: str, time: Time) -> Time | None:
    """A stretch with one open end; its words alone if the bound has no value.

    Leaves alone "two days after Friday", "after the 2008 crisis", and "from 2009", which
    may be an origin, unless "on" or "onwards" follows.
    """
    before = _before(text, time.start)
    opens, ends = _OPENS.search(before), _ENDS.search(before)
    found = opens or ends
    if found is None or _SPAN_UNIT.search(before[: found.start()]):
        return None
    if found.group().endswith(" the ") and text[time.start : time.end].isdigit():
        return None
    word = found.group().lower().split()[0]
    onward = re.match(r" (?:on|onwards?|forward)\b", text[time.end : time.end + 9])
    if word in {"from", "as"} and not onward:
        return None
    value = None
    if time.edtf:
        value = interval(time.edtf, None) if opens else interval(None, time.edtf)
    end = time.end + (onward.end() if onward else 0)
    return Time(time.start - (len(before) - found.start()), end, value)
