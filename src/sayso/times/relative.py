"""Rules that count from the report's date: "yesterday", "last week", "Friday", "a decade ago".

Without that date they have no value. A part of the day ("Friday night") is told as its
day, as EDTF has no code for it.
"""

from __future__ import annotations

import re

from sayso.times import words
from sayso.times.scene import (
    Rule,
    Scene,
    day_shifted,
    month_shifted,
    quarter_of,
    shifted,
    week_of,
    weekend_of,
    written,
)

_NEAR_DAYS = {"day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}
_NEAR_DAYS |= {"day after tomorrow": 2}
_STEPS = {"last": -1, "this": 0, "next": 1, "past": -1, "current": 0, "coming": 1, "previous": -1}
_PARTS = r"(?:morning|afternoon|evening|night)"
_AT = r"(?:(?i:overnight(?: on)?|late(?: on)?|early(?: on)?|earlier(?: on)?|later(?: on)?) )?"
_TITLES = re.compile(
    r" (?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Independent|People|World|Business|Star"
    r"|Tribune|Night Live|Prayers?|Mass|Sermon|Group|Club)\b|s\b"
)
_NAMED_DAY = re.compile(
    r"(?:Black|Bloody|Good|Ash|Palm|Easter|Ruby|Super|Cyber|Holy|Shrove|Girl|Man"
    r"|(?i:on an?|one|every|each|any|some)) \Z"
)


def _near_day(found: re.Match[str], scene: Scene) -> str | None:
    if scene.published is None:
        return None
    said = found.group().lower()
    step = next((days for words_, days in _NEAR_DAYS.items() if words_ in said), 0)
    return day_shifted(scene.published, step).isoformat()


def _is_near_day(found: re.Match[str]) -> bool:
    """ "today's world" is the present, not a day; so is "the Iran of today"."""
    after = found.string[found.end() : found.end() + 14]
    if re.match(r"['’]s (?:world|society|standards|generation|youth)", after):
        return False
    before = found.string[max(0, found.start() - 8) : found.start()]
    return not re.search(r"\b(?:USA|Russia|Radio) \Z", before)


def _weekday(found: re.Match[str], scene: Scene) -> str | None:
    """The nearest such day on the verb's side, the report's own day included.

    "Last" and "next" leave the report's day out. "Tuesday last week" is in that week.
    """
    if scene.published is None:
        return None
    today, number = scene.published, words.weekday_number(found["weekday"])
    if found["week"]:
        step = _STEPS[found["week"].lower()]
        return day_shifted(today, 7 * step - today.weekday() + number).isoformat()
    which = (found["which"] or "").lower().split(" ")[-1]
    if which in {"next", "coming"} or (which == "" and scene.tense == "future"):
        ahead = (number - today.weekday()) % 7
        return day_shifted(today, ahead or 7 * bool(which)).isoformat()
    behind = (today.weekday() - number) % 7
    return day_shifted(today, -(behind or 7 * (which == "last"))).isoformat()


def _is_weekday(found: re.Match[str]) -> bool:
    """Leaves alone "Sunday Times", "Black Friday", "on Fridays", "every Monday", "on a Friday"."""
    text, start, end = found.string, found.start(), found.end()
    if _TITLES.match(text[end : end + 14]):
        return False
    return _NAMED_DAY.search(text[max(0, start - 8) : start]) is None


def _calendar_unit(found: re.Match[str], scene: Scene) -> str | None:
    """ "last week", "this month", "late last year", "the end of this year", "next weekend"."""
    if scene.published is None:
        return None
    today, unit = scene.published, found["unit"].lower()
    step = _STEPS[found["which"].lower()]
    if unit == "weekend":
        return _weekend(scene, step)
    if unit == "week":
        return week_of(day_shifted(today, 7 * step))
    if unit == "month":
        return month_shifted(today, step).isoformat()[:7]
    if unit == "quarter":
        quarter = month_shifted(today, 3 * step)
        return written(quarter.year, 32 + quarter_of(quarter))
    if unit == "year":
        share = {"early": 40, "mid": 38, "late": 41}.get(_share_word(found))
        return written(today.year + step, share)
    size = 10 if unit == "decade" else 100
    number = today.year // size + step
    return f"{number:03d}X" if size == 10 else f"{number:02d}XX"


def _share_word(found: re.Match[str]) -> str:
    return (found["share"] or "").lower().strip(" -")


def _weekend(scene: Scene, step: int) -> str | None:
    """ "this weekend" is the coming one, or the one just past where the verb looks back."""
    today = scene.published
    if today is None:
        return None
    if step == 0 and scene.tense != "future" and today.weekday() < 5:
        step = -1 if scene.tense == "past" else 0
    elif step == -1 and today.weekday() < 5:
        step = -1
    return weekend_of(day_shifted(today, 7 * step))


def _ago(found: re.Match[str], scene: Scene) -> str | None:
    """So many units before the report, as finely as the unit tells.

    "About", and a round number ("20 years ago"), mark it as approximate.
    """
    number = words.cardinal(found["number"])
    if scene.published is None or number is None:
        return None
    value = shifted(scene.published, -number, _unit(found["unit"]))
    rough = found["about"] or "couple" in found["number"].lower() or number % 5 == 0
    if value is None or not rough:
        return value
    return None if "/" in value else value.rstrip("~") + "~"


def _unit(word: str) -> str:
    word = word.lower().removesuffix("s")
    return "century" if word == "centurie" else word


def _stretch(found: re.Match[str], scene: Scene) -> str | None:
    """ "in the past five years": from so long ago to the report; "next": the other way."""
    number = words.cardinal(found["number"] or "one")
    if scene.published is None or number is None:
        return None
    unit = _unit(found["unit"] or found["single"])
    factor = {"decade": 10, "century": 100}.get(unit, 1)
    unit = "year" if factor > 1 else unit
    ahead = (found["which"] or found["one"]).lower() in {"next", "coming"}
    step = number * factor * (1 if ahead else -1)
    today = scene.published
    if unit == "year":
        other, own = written(today.year + step), written(today.year)
    elif unit == "month":
        other, own = month_shifted(today, step).isoformat()[:7], today.isoformat()[:7]
    else:
        days = step * (7 if unit == "week" else 1)
        other, own = day_shifted(today, days).isoformat(), today.isoformat()
    if other is None or own is None:
        return None
    return f"{own}/{other}" if ahead else f"{other}/{own}"


def _words_only(_found: re.Match[str], _scene: Scene) -> str | None:
    return None


RULES = (
    Rule(
        "near day",
        re.compile(
            r"\b(?i:(?:(?:earlier|later|late|early) )?today|tonight|(?:the )?day before yesterday"
            r"|(?:the )?day after tomorrow|last night|(?:late |early )?(?:yesterday|tomorrow)"
            rf"(?: {_PARTS})?|this (?:morning|afternoon|evening))\b"
        ),
        _near_day,
        _is_near_day,
    ),
    Rule(
        "weekday",
        re.compile(
            rf"\b{_AT}(?:(?P<which>(?i:last|this past|past|this coming|this|next|coming)) )?"
            rf"(?P<weekday>{words.WEEKDAY})(?: {_PARTS}\b)?(?: (?P<week>last|this|next) week\b)?"
        ),
        _weekday,
        _is_weekday,
    ),
    Rule(
        "calendar unit",
        re.compile(
            rf"\b(?i:(?:(?P<share>{words.SHARE}|later?|earlier)[ -])?(?:the )?"
            r"(?P<which>last|this|next|current)(?: past| coming| entire| whole)?"
            r" (?P<unit>weekend|week|month|quarter|year|decade|century))\b(?!-| ago\b)"
        ),
        _calendar_unit,
    ),
    Rule(
        "ago",
        re.compile(
            rf"\b(?i:(?P<about>(?:about|around|some|roughly|almost|nearly|over|more than) )?"
            rf"(?P<number>{words.NUMBER}) "
            rf"(?P<unit>{words.UNIT})s? ago)\b"
        ),
        _ago,
    ),
    Rule(
        "stretch of time",
        re.compile(
            r"\b(?i:(?:over |in |during |within |for )?the (?P<which>past|last|next|coming)"
            rf" (?P<number>{words.NUMBER}) (?P<unit>{words.UNIT})s)\b"
            r"|\b(?i:(?:over|in|during|within) the (?P<one>past|last|next|coming)"
            r" (?P<single>year|month|week|decade))\b"
        ),
        _stretch,
    ),
    Rule(
        "vague words",
        re.compile(
            r"\b(?i:recently|in recent (?:days|weeks|months|years|decades)|at the time|currently"
            r"|(?:over|in) the (?:past|last|next|coming) (?:few|several)"
            r" (?:days|weeks|months|years|decades)"
            r"|(?:several|many|some|a few|few) (?:days|weeks|months|years|decades) (?:ago|later"
            r"|earlier)"
            r"|years ago|decades ago|at present|nowadays|these days|in the near future)\b"
        ),
        _words_only,
    ),
)
