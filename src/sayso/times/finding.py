"""Time expressions and what they mean: `find_times`, as EDTF (ISO 8601-2).

Rules propose spans; the longest of those that overlap stays. Values are then worked out
from left to right, so that "later that year" can lean on what stands before it. The
report's date is the anchor; a dateline alone on its line stands in where it is missing.
Times of day are left out, as EDTF takes them only to the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sayso.times import again, dates, months, parts, relative, years
from sayso.times.dates import dateline
from sayso.times.intervals import add_intervals
from sayso.times.scene import Rule, Scene, Tense
from sayso.times.tense import lexical_tense
from sayso.values import Time

RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *months.RULES,
    *years.RULES,
    *parts.RULES,
    *relative.RULES,
    *again.RULES,
)
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d])")


def find_times(text: str, published: str | None, tense: Tense | None = None) -> tuple[Time, ...]:
    """Every time expression of a text, in order, with its EDTF value or None.

    `published` is the report's date, ISO 8601. `tense` tells whether the verb over a span
    looks back or ahead (`token_tense` by the tree); by default the words near by tell.
    A stretch ("since 1998") is given beside its bound ("1998"): see `outermost`.
    """
    anchor = _day(published) or _day(dateline(text))
    tense = tense or lexical_tense(text)
    resolved: list[Time] = []
    for found, rule in _chosen(text):
        start, end = found.span()
        scene = Scene(text, anchor, _earlier(text, resolved, start), tense(start, end))
        resolved.append(Time(start, end, rule.value(found, scene)))
    return add_intervals(text, resolved)


def outermost(times: Iterable[Time]) -> tuple[Time, ...]:
    """The expressions that no other one holds: "since 1998" without its "1998"."""
    kept: list[Time] = []
    for time in sorted(times, key=lambda time: (time.start, -time.end)):
        if not kept or time.end > kept[-1].end:
            kept.append(time)
    return tuple(kept)


def _day(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None for anything else."""
    found = _DATED.match(published or "")
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def _chosen(text: str) -> list[tuple[re.Match[str], Rule]]:
    """The rules' matches in text order, the longest first where they overlap."""
    proposed = [
        (found, rule) for rule in RULES for found in rule.pattern.finditer(text) if rule.keep(found)
    ]
    proposed.sort(key=lambda pair: (pair[0].start() - pair[0].end(), pair[0].start()))
    taken: list[tuple[re.Match[str], Rule]] = []
    covered = bytearray(len(text))
    for found, rule in proposed:
        start, end = found.span()
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            taken.append((found, rule))
    return sorted(taken, key=lambda pair: pair[0].start())


def _earlier(text: str, resolved: list[Time], start: int) -> str | None:
    """The value of the last expression before, if it has one and is at most a paragraph off."""
    last = resolved[-1] if resolved else None
    if last is None or len(text[last.end : start].split("\n\n")) > 2:
        return None
    return last.edtf
