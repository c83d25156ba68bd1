"""Rules for months: "in April", "late May", "March 2008", "October of next year", "last June".

A bare month is taken as the latest one begun, or the next one where the verb looks ahead.
"""

from __future__ import annotations

import re

from sayso.times import words
from sayso.times.dates import YEAR_AFTER, year_of
from sayso.times.edtf import covered_days
from sayso.times.scene import Rule, Scene, written

_BEFORE_MONTH = (
    r"(?i:in|since|until|till|by|during|before|after|from|through|throughout|between|and|to|for"
    r"|of|mid|late|early|prior to|as of|this past)"
)
_FIXTURE = re.compile(
    r"['’]s (?:[a-z]+ ){0,2}(?:elections?|vote|referendum|summit|convention|debate|midterms"
    r"|ballot)\b"
)
_AFTER_MONTH = (
    r"(?:elections?|sales|figures|report|deadline|summit|meeting|hearing|vote|talks|attacks?"
    r"|protests?|strikes?|uprising|coup|bombings?|agreement|visit|referendum|offensive)"
)


def _month(found: re.Match[str], scene: Scene) -> str | None:
    month = words.month_number(found["month"])
    year = year_of(found, scene, month, None)
    if year is None or (
        not found["year"] and (_is_torn(found, scene) or _is_meeting(found, scene))
    ):
        return None
    return written(year, month)


def _is_meeting(found: re.Match[str], scene: Scene) -> bool:
    """ "November's election" can lie on either side of the report, whatever the verb."""
    if found["rel"] or scene.tense == "future":
        return False
    return _FIXTURE.match(scene.text, found.end()) is not None


def _is_torn(found: re.Match[str], scene: Scene) -> bool:
    """Whether an old year just before ("In 1998 … and in April …") could own the month too."""
    if found["rel"] or scene.published is None:
        return False
    before = scene.text[max(0, found.start() - 160) : found.start()]
    years = re.findall(rf"\b{words.YEAR}(?=[^.!?\n]*\Z)", before)
    return bool(years) and int(years[-1]) < scene.published.year - 1


def _related_month(found: re.Match[str], scene: Scene) -> str | None:
    """ "last April" is before the report's own month, "next April" after it."""
    if scene.published is None:
        return None
    today, month = scene.published, words.month_number(found["month"])
    which = found["which"].lower()
    if which == "this":
        return written(today.year, month)
    if which == "next":
        return written(today.year + (month <= today.month), month)
    return written(today.year - (month >= today.month), month)


def _week_in_month(found: re.Match[str], scene: Scene) -> str | None:
    """The first or last seven days of a month: "the last week of March"."""
    month = words.month_number(found["month"])
    year = year_of(found, scene, month, None)
    if year is None:
        return None
    if found["week"].lower() == "first":
        return f"{written(year, month, 1)}/{written(year, month, 7)}"
    last = covered_days(f"{year:04d}-{month:02d}")[1]
    return f"{last.isoformat()[:8]}{last.day - 6:02d}/{last.isoformat()}" if last else None


def _is_month(found: re.Match[str]) -> bool:
    """A bare month: after a preposition, or before what months are named for.

    Leaves alone "May" the verb, "March" the walk, and people called April, June, August.
    """
    text, start, end = found.string, found.start(), found.end()
    if found["year"] or found["rel"] or found["share"]:
        return True
    name = text[start:end]
    if len(name) < 4 and name != "May":
        return False
    if re.match(rf"['’]s? {_AFTER_MONTH}\b|['’]s [a-z]| {_AFTER_MONTH}\b", text[end : end + 20]):
        return True
    named = re.match(r" [A-Z][a-z]+\b", text[end : end + 20]) is not None
    if re.search(rf"\b{_BEFORE_MONTH}[ -]\Z", text[max(0, start - 12) : start]):
        return not (named and name in {"April", "June", "August", "May", "March"})
    return not named and name not in {"April", "June", "August", "May", "March"}


RULES = (
    Rule(
        "month",
        re.compile(
            rf"\b(?P<share>(?i:{words.SHARE})[ -])?(?:the month of )?"
            rf"(?P<month>{words.MONTH}){YEAR_AFTER}"
        ),
        _month,
        _is_month,
    ),
    Rule(
        "last or next month by name",
        re.compile(
            rf"\b(?i:(?:early |late )?(?P<which>last|this past|this|next|this coming)) "
            rf"(?P<month>{words.LONG_MONTH})(?! \d)"
        ),
        _related_month,
    ),
    Rule(
        "week in a month",
        re.compile(
            rf"\b(?i:the (?P<week>first|last) week (?:of|in)) (?P<month>{words.MONTH}){YEAR_AFTER}"
        ),
        _week_in_month,
    ),
)
