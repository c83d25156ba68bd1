"""Rules that lean on the expression before: "later that year", "the next day", "a year later".

They take the nearest value before them at most a paragraph off; without one, no value.
"""

from __future__ import annotations

import re

from sayso.times import words
from sayso.times.edtf import covered_days
from sayso.times.scene import (
    ONE_DAY,
    Rule,
    Scene,
    first_day,
    month_shifted,
    shifted,
    week_of,
    weekend_of,
    written,
)

_UNITS = r"(?P<unit>day|week|weekend|month|year|decade)"


def _same_unit(found: re.Match[str], scene: Scene) -> str | None:
    """ "that year", "the same month", "later in the day": the unit that holds the earlier one.

    The earlier expression must be at least as fine: no day is "that day" of a year.
    """
    return _holding(scene.earlier, found["unit"].lower())


def _rest_of_unit(found: re.Match[str], scene: Scene) -> str | None:
    """ "later in the year", "the entire month", "the end of the year": of the earlier value,
    else, and where the verb looks ahead, of the report."""
    published = scene.published.isoformat() if scene.published else None
    if found["all"] or (scene.earlier and scene.tense != "future"):
        return _holding(scene.earlier, (found["unit"] or found["all"]).lower())
    return _holding(published, found["unit"].lower())


def _holding(earlier: str | None, unit: str) -> str | None:
    first, last = covered_days(earlier) if earlier else (None, None)
    if first is None or last is None or earlier is None:
        return None
    length = (last - first).days
    if unit == "day":
        return first.isoformat() if length == 0 else None
    if unit == "week":
        return week_of(first) if length <= 6 else None
    if unit == "weekend":
        return weekend_of(first) if length <= 1 and first.weekday() >= 5 else None
    if unit == "month":
        return first.isoformat()[:7] if first.isoformat()[:7] == last.isoformat()[:7] else None
    if unit == "year":
        return written(first.year) if first.year == last.year else None
    return f"{first.year // 10:03d}X" if first.year // 10 == last.year // 10 else None


def _other_unit(found: re.Match[str], scene: Scene) -> str | None:
    """ "the next day", "the following month", "the previous year", "the year before"."""
    which = (found["which"] or found["then"]).lower()
    step = 1 if which in {"next", "following", "after"} else -1
    unit = (found["unit"] or found["one"]).lower()
    held = _holding(scene.earlier, "week" if unit == "weekend" else unit)
    start = first_day(held)
    if start is None:
        return None
    if unit == "weekend":
        return weekend_of(start + (step * 7 * ONE_DAY))
    if unit == "decade":
        return f"{start.year // 10 + step:03d}X"
    return shifted(start, step, unit)


def _counted(found: re.Match[str], scene: Scene) -> str | None:
    """ "two days later", "a year earlier": from the earlier value, which must be as fine."""
    number = words.cardinal(found["number"])
    unit = found["unit"].lower()
    start = first_day(_holding(scene.earlier, "year" if unit == "decade" else unit))
    if start is None or number is None:
        return None
    return shifted(start, number if found["then"].lower() == "later" else -number, unit)


def _year_apart(found: re.Match[str], scene: Scene) -> str | None:
    """ "the same period last year": the earlier expression, so many years before."""
    first, last = covered_days(scene.earlier) if scene.earlier else (None, None)
    if scene.earlier is None or first is None or last is None or first.year != last.year:
        return None
    year = first.year - 1
    if found["last"] and scene.published:
        year = scene.published.year - 1
    if len(scene.earlier) == 7:
        return written(year, int(scene.earlier[5:7]))
    if len(scene.earlier) == 10:
        return month_shifted(first, 12 * (year - first.year)).isoformat()
    return written(year) if len(scene.earlier) == 4 else None


def _same_time(_found: re.Match[str], scene: Scene) -> str | None:
    return scene.earlier


RULES = (
    Rule(
        "same unit",
        re.compile(
            r"\b(?i:(?:(?:earlier|later|late|early|in|on|during|of) )?(?:that(?: very| same)?"
            r"|the same)"
            rf" {_UNITS})\b(?! (?:last|a|the|as|that|and the)\b|s\b|-)"
        ),
        _same_unit,
    ),
    Rule(
        "rest or whole of the unit",
        re.compile(
            r"\b(?i:(?:(?:earlier|later|late|early) in|the end of) the"
            r" (?P<unit>day|week|month|year)"
            r"|the (?:entire|whole|full) (?P<all>month|year))\b"
        ),
        _rest_of_unit,
    ),
    Rule(
        "unit before or after",
        re.compile(
            rf"\b(?i:the (?:(?P<which>next|following|previous|preceding) {_UNITS}"
            r"|(?P<one>day|week|month|year) (?P<then>before|after|previous|following)(?=[,.;)]"
            r"|\Z)))\b"
        ),
        _other_unit,
    ),
    Rule(
        "counted from before",
        re.compile(
            rf"\b(?i:(?P<number>{words.NUMBER}) (?P<unit>day|week|month|year|decade)s?"
            r" (?P<then>later|earlier))\b"
        ),
        _counted,
    ),
    Rule(
        "same part of another year",
        re.compile(
            r"\b(?i:the same (?:period|month|quarter|week|day|time)(?: of| in|,)? (?:"
            r"(?P<last>last year)"
            r"|(?:the )?(?:previous|prior) year|a year (?:ago|earlier|before)|the year before))\b"
        ),
        _year_apart,
    ),
    Rule(
        "same time",
        re.compile(r"(?<=\bby )that time\b|(?<=\bsince )that time\b|(?<=\buntil )that time\b"),
        _same_time,
    ),
)
