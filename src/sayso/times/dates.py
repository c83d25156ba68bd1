"""Rules for days: "March 1, 2008", "Friday, 1 March", "June 3-5", "7/8/07", "on the 12th".

A date without a year is the nearest one on the side that the verb looks to; without a
verb, the nearest day, or the latest month begun.
"""

from __future__ import annotations

import re
from datetime import date

from sayso.times import words
from sayso.times.edtf import is_edtf
from sayso.times.scene import Rule, Scene, full_year, month_shifted, written

_WEEKDAY = rf"(?:(?:{words.WEEKDAY}|{words.SHORT_WEEKDAY}),? (?:the )?)?"
YEAR_AFTER = (
    rf"(?:(?:,| of|, in)? (?P<year>{words.YEAR})|,? (?:of )?(?P<rel>this|last|next) year\b)?"
)
_BORROWED = re.compile(
    rf"\s*(?:,|and|or|to|until|till|through|[-–—])\s*"
    rf"(?:{words.DAY} {words.MONTH}|{words.MONTH}(?: {words.DAY}\b(?!:))?),? (?P<year>{words.YEAR})"
)


def _nearest_year(scene: Scene, month: int, day: int | None) -> int | None:
    """The year of a month, or of a day in it, that the text leaves out."""
    today = scene.published
    if today is None:
        return None
    if day is None:
        if scene.tense == "future":
            return today.year + (month < today.month)
        return today.year - (month > today.month)
    near = (today.year - 1, today.year, today.year + 1)
    days = [date(year, month, day) for year in near if written(year, month, day)]
    if scene.tense == "past":
        days = [candidate for candidate in days if candidate <= today]
    if scene.tense == "future":
        days = [candidate for candidate in days if candidate >= today]
    nearest = min(days, key=lambda candidate: abs(candidate - today), default=None)
    return nearest.year if nearest else _leap_year(scene, today.year, month, day)


def _leap_year(scene: Scene, year: int, month: int, day: int) -> int | None:
    """The year of a 29 February that none of the years around the report has."""
    step = 1 if scene.tense == "future" else -1
    for other in range(year, year + 9 * step, step):
        if written(other, month, day):
            return other
    return None


def year_of(found: re.Match[str], scene: Scene, month: int, day: int | None) -> int | None:
    """The year that is written, shared with the next date ("May 3 to 5 June 1999"), or near.

    None for a "September 11" told in another month: that may be the one of 2001.
    """
    groups = found.groupdict()
    if groups.get("year"):
        return full_year(groups["year"].lstrip("'’"), scene)
    if groups.get("rel"):
        step = {"last": -1, "this": 0, "next": 1}[groups["rel"].lower()]
        return scene.published.year + step if scene.published else None
    if (month, day) == (9, 11) and scene.published and scene.published.month != 9:
        return None
    shared = _BORROWED.match(scene.text, found.end())
    if shared:
        return int(shared["year"])
    return _nearest_year(scene, month, day)


def _day(found: re.Match[str], scene: Scene) -> str | None:
    month = words.month_number(found["month"])
    day = int(re.sub(r"\D", "", found["day"]))
    year = year_of(found, scene, month, day)
    return written(year, month, day) if year is not None else None


def _days(found: re.Match[str], scene: Scene) -> str | None:
    month = words.month_number(found["month"])
    first, last = int(found["day"]), int(re.sub(r"\D", "", found["last"]))
    year = year_of(found, scene, month, first)
    if year is None or last <= first:
        return None
    value = f"{written(year, month, first)}/{written(year, month, last)}"
    return value if is_edtf(value) else None


def _numeric(found: re.Match[str], scene: Scene) -> str | None:
    """Day and month in either order, where one reading is left.

    The other falls away if there is no such day, if it lies ahead of the report and the
    verb does not, or if an expression just before names one of the two.
    """
    first, second = int(found["a"]), int(found["b"])
    year = full_year(found["year"], scene)
    values = {written(year, first, second), written(year, second, first)} - {None}
    if scene.earlier in values:
        return scene.earlier
    if len(values) > 1 and scene.published and scene.tense != "future":
        values = {value for value in values if value and value <= scene.published.isoformat()}
    return values.pop() if len(values) == 1 else None


def _dotted(found: re.Match[str], scene: Scene) -> str | None:
    return written(full_year(found["year"], scene), int(found["b"]), int(found["a"]))


def _iso(found: re.Match[str], _scene: Scene) -> str | None:
    return written(int(found["year"]), int(found["month"]), int(found["day"]))


def _day_alone(found: re.Match[str], scene: Scene) -> str | None:
    """ "on the 12th": of the month named just before, else of the report's or the last."""
    day = int(re.sub(r"\D", "", found["day"]))
    if scene.earlier and re.fullmatch(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?", scene.earlier):
        return written(int(scene.earlier[:4]), int(scene.earlier[5:7]), day)
    today = scene.published
    if today is None or scene.tense is None:
        return None
    step = (scene.tense == "future" and day < today.day) - (
        scene.tense == "past" and day > today.day
    )
    month = month_shifted(today.replace(day=1), step)
    return written(month.year, month.month, day)


def dateline(text: str) -> str | None:
    """The first full date that stands alone on a line near the top, as an ISO 8601 day."""
    for line in text[:600].splitlines()[:8]:
        for rule in RULES:
            found = rule.pattern.fullmatch(line.strip(" \t.—–-()[]"))
            if found and rule.value in {_day, _iso}:
                value = rule.value(found, Scene(line, None, None, None))
                if value:
                    return value
    return None


def _is_dated(found: re.Match[str]) -> bool:
    """A month and a number are a date unless more digits or a unit follow: "May 5 percent"."""
    after = found.string[found.end() : found.end() + 12]
    return not re.match(r"\s?(?:%|percent|per cent|million|billion|points?\b)", after)


_NOT_IN_NUMBER = r"(?<![\w./-])(?<!\d,)"

RULES = (
    Rule(
        "day written as by ISO 8601",
        re.compile(
            rf"{_NOT_IN_NUMBER}(?P<year>{words.YEAR_DIGITS})(?P<sep>[-/])(?P<month>\d\d)"
            r"(?P=sep)(?P<day>\d\d)(?![\w-]|[/.]\d)"
        ),
        _iso,
    ),
    Rule(
        "month before day",
        re.compile(
            rf"\b{_WEEKDAY}(?P<month>{words.MONTH}) (?:the )?"
            rf"(?P<day>{words.ORDINAL_DAY}){YEAR_AFTER}"
        ),
        _day,
        _is_dated,
    ),
    Rule(
        "day before month",
        re.compile(
            rf"{_NOT_IN_NUMBER}{_WEEKDAY}(?P<day>{words.DAY}(?:st|nd|rd|th)?)"
            rf" (?:of )?(?P<month>{words.MONTH}){YEAR_AFTER}"
        ),
        _day,
    ),
    Rule(
        "days of one month",
        re.compile(
            rf"\b(?P<month>{words.MONTH}) (?P<day>{words.DAY}) ?[-–—] ?"
            rf"(?P<last>{words.ORDINAL_DAY}){YEAR_AFTER}"
        ),
        _days,
        _is_dated,
    ),
    Rule(
        "days before one month",
        re.compile(
            rf"{_NOT_IN_NUMBER}(?P<day>{words.DAY}) ?[-–—] ?(?P<last>{words.DAY}(?:st|nd|rd|th)?)"
            rf" (?:of )?(?P<month>{words.MONTH}){YEAR_AFTER}"
        ),
        _days,
    ),
    Rule(
        "numbers with slashes",
        re.compile(rf"{_NOT_IN_NUMBER}(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<year>\d\d(?:\d\d)?)(?![\w/])"),
        _numeric,
    ),
    Rule(
        "day with points",
        re.compile(
            rf"{_NOT_IN_NUMBER}(?P<a>\d\d?)\.(?P<b>\d\d?)\."
            rf"(?P<year>{words.YEAR_DIGITS})(?![\w.]\d?)"
        ),
        _dotted,
    ),
    Rule("9/11", re.compile(r"(?<![\w/.-])9/11(?![\w/])"), lambda _found, _scene: "2001-09-11"),
    Rule(
        "day alone",
        re.compile(
            rf"(?<=\b[Oo]n )the (?P<day>{words.DAY}(?:st|nd|rd|th))(?= of (?:the|that|this) month"
            r"|[,.;]|\Z)(?: of the month)?"
        ),
        _day_alone,
    ),
)
