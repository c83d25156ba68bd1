"""What a rule for time expressions may look at, and the calendar that it counts with."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.times.edtf import covered_days, is_edtf

Tense = Callable[[int, int], str | None]
"""Takes an expression's span, gives "past", "future" or None for the verb over it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The text around one expression, as its rule sees it.

    `published` is the report's date. `earlier` is the value of the nearest expression
    before this one, at most a paragraph off. `tense` is that of the governing verb.
    """

    text: str
    published: date | None
    earlier: str | None
    tense: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One family of surface forms: what it looks like, when it is a time, what it means.

    `value` gives EDTF, or None where the words cannot be resolved. `keep` may refuse a
    match that only looks like a time.
    """

    name: str
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], Scene], str | None]
    keep: Callable[[re.Match[str]], bool] = lambda _found: True


def written(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """EDTF for a year, month or day; None if there is no such day."""
    if not 1 <= year <= 9999:
        return None
    value = f"{year:04d}"
    if month is not None:
        value += f"-{month:02d}"
    if day is not None:
        value += f"-{day:02d}"
    return value if is_edtf(value) else None


def full_year(digits: str, scene: Scene) -> int:
    """A year from two or four digits; two mean the latest such year by the report's date."""
    if len(digits) == 4:
        return int(digits)
    today = scene.published or date(2029, 1, 1)
    year = today.year - today.year % 100 + int(digits)
    return year if year <= today.year + 10 else year - 100


def month_shifted(day: date, months: int) -> date:
    """The same day so many months on, or the month's last day where there is none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, 1), 9999), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def day_shifted(day: date, days: int) -> date:
    """So many days on; stays within the years 1 to 9999."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def week_of(day: date) -> str | None:
    """The week of a day, Monday to Sunday (ISO 8601-1), as an interval."""
    monday = day_shifted(day, -day.weekday())
    return f"{monday.isoformat()}/{day_shifted(monday, 6).isoformat()}"


def weekend_of(day: date) -> str | None:
    """Saturday and Sunday of a day's week, as an interval."""
    saturday = day_shifted(day, 5 - day.weekday())
    return f"{saturday.isoformat()}/{day_shifted(saturday, 1).isoformat()}"


def shifted(day: date, number: int, unit: str) -> str | None:
    """`day` moved by so many units, told as finely as the unit: "2 years" gives a year."""
    if unit == "day":
        return day_shifted(day, number).isoformat()
    if unit == "week":
        return week_of(day_shifted(day, 7 * number))
    if unit == "month":
        return month_shifted(day, number).isoformat()[:7]
    if unit == "year":
        return written(day.year + number)
    step = 10 if unit == "decade" else 100
    value = written(day.year + step * number)
    return f"{value}~" if value else None


def first_day(value: str | None) -> date | None:
    """The day that a resolved expression starts on."""
    return covered_days(value)[0] if value else None


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


ONE_DAY = timedelta(days=1)
