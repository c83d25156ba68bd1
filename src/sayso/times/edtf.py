"""EDTF (ISO 8601-2, as the Library of Congress profiles it): the part that Sayso writes.

Level 0: dates, date-times in whole seconds, closed intervals. Level 1: seasons 21-24, the
marks ~ ? %, unspecified digits, open intervals. Level 2: the sub-year groupings 25-41
(33-36 quarters, 37-39 thirds, 40-41 halves). The profile has no weeks, so a week is the
interval from its Monday to its Sunday, and no "early" or "late" within a month.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

OPEN = ".."

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<mark>[~?%])?"
)
_CLOCK = re.compile(r"T(\d{2}):(\d{2}):(\d{2})(?:Z|[+-]\d{2}:\d{2})?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}
_PARTS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_PARTS |= {37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12)}


def is_edtf(value: str) -> bool:
    """Whether `value` is EDTF of the kinds listed above; intervals must not run backwards."""
    if value.isascii() and "/" in value:
        start, _, end = value.partition("/")
        return _is_interval(start, end)
    return _is_single(value)


def _is_interval(start: str, end: str) -> bool:
    if start == end == OPEN:
        return False
    if not all(part == OPEN or _is_bound(part) for part in (start, end)):
        return False
    if OPEN in (start, end):
        return True
    first, last = covered_days(start)[0], covered_days(end)[1]
    return first is not None and last is not None and first <= last


def _is_bound(value: str) -> bool:
    """A date that may end an interval in every level: no masked year, no code above 24."""
    found = _DATE.fullmatch(value)
    if found is None or not _is_single(value) or "X" in value:
        return False
    return found["month"] is None or int(found["month"]) <= max(_SEASONS)


def _is_single(value: str) -> bool:
    if not value.isascii():
        return False
    if "T" in value:
        day, clock = value[:10], _CLOCK.fullmatch(value[10:])
        hours = clock is not None and int(clock[1]) < 24 and int(clock[2]) < 60
        return hours and len(day) == 10 and "X" not in day and _is_single(day)
    found = _DATE.fullmatch(value)
    return found is not None and _is_calendar(found)


def _is_calendar(found: re.Match[str]) -> bool:
    """Whether there is such a day; a season or other part of a year takes no mark."""
    year, month, day = found["year"], found["month"], found["day"]
    if year == "0000" or (month and "X" in year):
        return False
    if month is None or month == "XX":
        return day is None or day == "XX"
    number = int(month)
    if day is None:
        return 1 <= number <= 12 or (21 <= number <= 41 and not found["mark"])
    if not 1 <= number <= 12:
        return False
    return day == "XX" or 1 <= int(day) <= monthrange(int(year), number)[1]


def covered_days(value: str) -> tuple[date | None, date | None]:
    """The first and the last day that a valid `value` can mean; None where it is open.

    Seasons are those of the northern half of the earth. A winter, which may lie at either
    end of its year, and codes 25-32 cover the whole year. Marks change nothing.
    """
    if "/" in value:
        start, _, end = value.partition("/")
        return covered_days(start)[0], covered_days(end)[1]
    found = _DATE.match(value)
    if value == OPEN or found is None:
        return None, None
    first_year = max(int(found["year"].replace("X", "0")), 1)
    last_year = int(found["year"].replace("X", "9"))
    first_month, last_month = _months(found["month"])
    if found["day"] and found["day"] != "XX":
        day = date(first_year, first_month, int(found["day"]))
        return day, day
    last_day = monthrange(last_year, last_month)[1]
    return date(first_year, first_month, 1), date(last_year, last_month, last_day)


def _months(code: str | None) -> tuple[int, int]:
    if code is None or code == "XX":
        return 1, 12
    number = int(code)
    if number <= 12:
        return number, number
    return (_SEASONS | _PARTS).get(number, (1, 12))


def interval(start: str | None, end: str | None) -> str | None:
    """`start/end` from two values, `..` where one is None; None if they cannot be joined.

    A start takes the first part of an interval, an end the last; quarters, thirds and
    halves become their first or last month, as the profile takes no such code in an
    interval; a decade cannot bound one.
    """
    first = OPEN if start is None else _bound(start.partition("/")[0], 0)
    last = OPEN if end is None else _bound(end.rpartition("/")[2], 1)
    joined = f"{first}/{last}"
    return joined if is_edtf(joined) else None


def _bound(value: str, side: int) -> str:
    found = _DATE.fullmatch(value)
    if found is None:
        return value[:10]
    if found["month"] and found["month"].isdigit() and int(found["month"]) in _PARTS:
        return f"{found['year']}-{_PARTS[int(found['month'])][side]:02d}{found['mark'] or ''}"
    return value
