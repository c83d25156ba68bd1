"""Rules for parts of years: quarters (33-36), halves (40, 41), seasons (21-24).

A fiscal year is not a calendar year, so its quarters have no value.
"""

from __future__ import annotations

import re

from sayso.times import words
from sayso.times.scene import Rule, Scene, quarter_of, written

_RELATIVE = r"(?:of |in )?(?P<rel>this|last|next|the same|that) year"
_OWNER = rf"(?:,? (?:(?:of |in )?(?:the year )?(?P<year>{words.YEAR})|{_RELATIVE}\b))"


def _owner(found: re.Match[str], scene: Scene) -> int | None:
    """The year that a quarter, half or season is said to be of; None if it is left out."""
    if found["year"]:
        return int(found["year"])
    if not found["rel"]:
        return None
    if found["rel"].lower() in {"the same", "that"}:
        return int(scene.earlier[:4]) if scene.earlier and scene.earlier[:4].isdigit() else None
    step = {"last": -1, "this": 0, "next": 1}[found["rel"].lower()]
    return scene.published.year + step if scene.published else None


def _quarter(found: re.Match[str], scene: Scene) -> str | None:
    """A bare quarter is the latest one ended, or where the verb looks ahead the next to end."""
    if found["fiscal"]:
        return None
    number = int(found["digit"] or words.ORDINALS[found["nth"].lower()])
    year = _owner(found, scene)
    if year is None and not found["rel"] and scene.published:
        current = quarter_of(scene.published)
        if scene.tense == "future":
            year = scene.published.year + (number < current)
        else:
            year = scene.published.year - (number >= current)
    return written(year, 32 + number) if year is not None else None


def _half(found: re.Match[str], scene: Scene) -> str | None:
    year = _owner(found, scene)
    first = found["nth"].lower() == "first"
    return written(year, 40 if first else 41) if year is not None else None


def _season(found: re.Match[str], scene: Scene) -> str | None:
    """A season with its year; without one, the report's or the nearest by the verb.

    A winter without a year lies at either end of one, so it has no value.
    """
    season = words.SEASONS[found["season"].lower()]
    year = _owner(found, scene)
    if year is None and scene.published and season != 24:
        month, begins = scene.published.month, (season - 20) * 3
        which = (found["which"] or "").lower()
        year = scene.published.year
        if which == "last" or (which not in {"this", "next"} and scene.tense != "future"):
            year -= month < begins + (3 if which == "last" else 0)
        elif which == "next" or scene.tense == "future":
            year += month > begins + 2
    return written(year, season) if year is not None else None


def _is_season(found: re.Match[str]) -> bool:
    """ "fall" and "spring" are verbs too: only with a year, "last", or after "in the", "by"."""
    if found["year"] or found["rel"] or found["which"]:
        return True
    before = found.string[max(0, found.start() - 12) : found.start()]
    if found["season"].lower() == "fall":
        return re.search(r"\b(?i:in|during) the \Z", before) is not None and not re.match(
            r" of\b| in\b", found.string[found.end() : found.end() + 4]
        )
    return (
        re.search(r"\b(?i:(?:in|during|by|since|until|before|after|beyond)(?: the)?) \Z", before)
        is not None
    )


_WHICH = r"(?:(?P<which>(?i:last|this past|this coming|this|next)) )?(?:(?i:early|late|mid)[ -])?"

RULES = (
    Rule(
        "quarter",
        re.compile(
            r"\b(?:(?i:the )?(?P<fiscal>fiscal )?"
            r"(?P<nth>(?i:first|second|third|fourth|final|1st|2nd|3rd|4th))[ -]quarter"
            rf"|Q(?P<digit>[1-4]))\b(?!-){_OWNER}?"
        ),
        _quarter,
    ),
    Rule(
        "half",
        re.compile(rf"\b(?i:the )?(?P<nth>(?i:first|second|latter)) half{_OWNER}"),
        _half,
    ),
    Rule(
        "season",
        re.compile(rf"\b(?:the )?{_WHICH}(?P<season>{words.SEASON}){_OWNER}?"),
        _season,
        _is_season,
    ),
)
