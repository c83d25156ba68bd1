"""Iran's solar calendar: "26 Esfand 1399" is 2021-03-16."""

from __future__ import annotations

from datetime import date, timedelta

SOLAR_MONTHS = tuple("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split())
_FIRST_YEAR = 1300
_FIRST_DAY = date(1921, 3, 21)
_LAST_YEAR = 1450
_CYCLE = 33
_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_LONG_MONTHS, _MONTHS = 6, 12


def solar_date(year: int, month: int, day: int) -> str | None:
    """The day as ISO 8601, or None where there is no such day, or the rule does not hold.

    Leap years by the 33-year cycle, which the calendar keeps to in these years.
    """
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= day <= _month_length(year, month)):
        return None
    days = sum(365 + _is_leap(y) for y in range(_FIRST_YEAR, year))
    days += sum(_month_length(year, m) for m in range(1, month)) + day - 1
    return (_FIRST_DAY + timedelta(days=days)).isoformat()


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAPS


def _month_length(year: int, month: int) -> int:
    """31 days for the first half of the year, then 30; the last has 30 in a leap year only."""
    if month == _MONTHS:
        return 29 + _is_leap(year)
    return 31 if month <= _LONG_MONTHS else 30
