"""Rules for years: "1998", "late 2019", "2010-11", "summer of '69", "the 1990s", "the 70s".

"Early", "mid-" and "late" before a year are the standard's groupings that surely hold it:
the first half (40), the middle third (38), the second half (41). The profile has none for
"the end of 2019", so that stays the year.
"""

from __future__ import annotations

import re

from sayso.times import words
from sayso.times.scene import Rule, Scene, full_year, written

_SHARES = {"early": 40, "mid": 38, "middle": 38, "late": 41}
_SOME = r"(?i:(?:early|late|mid)[ -])"
_LED_BY = re.compile(
    r"(?i:\b(?:in|since|until|till|by|during|before|after|from|through|throughout|between|and|to"
    r"|or|of|for|early|late|mid|circa|around|about|the|than|prior to|year|as of|until at least"
    r"|as early as"
    r"|as late as|over|on|up to|post|pre|back in|this)[ -]|[(\[–—/]\s?|\A|\n)\Z"
)
_COUNTED = re.compile(
    r"[ -](?:(?:new|more|other|additional|American|U\.S\.|armed|foreign|young)[ ])?(?:people|men"
    r"|women"
    r"|troops|personnel|children|percent|per cent|miles|metres|meters|feet|kilomet|km\b|kg\b|pounds"
    r"|euros|dollars|tons|tonnes|hours|minutes|seconds|times|points|votes|acres|hectares|barrels"
    r"|workers|soldiers|fighters|jobs|refugees|migrants|civilians|employees|members|units|vehicles"
    r"|aircraft|planes|jets|families|homes|houses|residents|students|cases|deaths|staff|MW|mph"
    r"|million|billion|calories|rpm|cc\b|horsepower|words|pages|[a-z]+ (?:people|workers|troops))"
)
_EVENT = re.compile(
    r"[ ](?:[A-Z][\w.’'-]+ ){0,4}(?:[a-z]+ )?(?:election|war\b|War\b|coup|revolution|Revolution"
    r"|attack"
    r"|bombing|invasion|Games|Olympic|World Cup|Cup\b|season|model|edition|budget|census|treaty"
    r"|Treaty|agreement|accord|deal\b|report|campaign|crisis|uprising|ceasefire|massacre|earthquake"
    r"|law\b|Act\b|summit|referendum|constitution|film|book|study|survey|interview|speech|raid"
    r"|assassination|evolved|protest|peace|financial|presidential|parliamentary|general|local)"
)


def _year(found: re.Match[str], scene: Scene) -> str | None:
    return _share(full_year(found["year"].lstrip("'’"), scene), found["share"])


def _share(year: int, share: str | None) -> str | None:
    """ "late 2019" is 2019-41; "the end of 2019" has no code and is 2019."""
    grouping = _SHARES.get((share or "").lower().strip(" -"))
    return written(year, grouping) if grouping else written(year)


def _is_year(found: re.Match[str]) -> bool:
    """Four digits are a year after a preposition, in brackets or before an event's name.

    Leaves alone counts ("2000 workers"), money, codes, and numbers with a separator.
    """
    text, start, end = found.string, found.start(), found.end()
    if found["share"] or found["named"]:
        return True
    before, after = text[max(0, start - 24) : start], text[end : end + 60]
    if re.search(
        r"[$€£#¥№]\s?\Z|\b(?:No|Nos|number|Unit|Highway|Route|Flight|Resolution)\.? \Z", before
    ):
        return False
    if _COUNTED.match(after):
        return False
    if _EVENT.match(after) or re.match(r"[-’'–](?:era|s\b|born)|\)|,? (?:when|after)\b", after):
        return True
    return _LED_BY.search(before) is not None and not re.match(r" [a-z]+s\b(?! (?:in|at)\b)", after)


def _year_range(found: re.Match[str], _scene: Scene) -> str | None:
    """ "2009-2011" and "2010-11"; "2010-12" may be a month by ISO 8601, so it has no value."""
    first, tail = int(found["year"]), found["tail"]
    last = int(tail) if len(tail) == 4 else first - first % 100 + int(tail)
    if len(tail) == 2 and int(tail) <= 12 and last != first + 1:
        return None
    return f"{first:04d}/{last:04d}" if first < last else None


def _decade(found: re.Match[str], scene: Scene) -> str | None:
    return f"{full_year(found['decade'], scene) // 10:03d}X"


def _century(found: re.Match[str], _scene: Scene) -> str | None:
    return f"{int(found['century']) - 1:02d}XX"


RULES = (
    Rule(
        "year",
        re.compile(
            rf"(?<![\w$€£#.-])(?<!\d[,/])(?P<share>\b(?i:{words.SHARE})[ -])?(?P<named>the year )?"
            rf"(?P<year>{words.YEAR})(?![-–—/]\d)"
        ),
        _year,
        _is_year,
    ),
    Rule(
        "year of two digits",
        re.compile(
            r"(?<=\b[io][nf] )(?P<share>(?i:early|late|mid)[ -])?(?P<year>['’]\d\d)(?![\w%])"
        ),
        _year,
    ),
    Rule(
        "years joined",
        re.compile(
            rf"(?<![\w$€£#.,/-])(?P<year>{words.YEAR_DIGITS}) ?[-–—/] ?"
            rf"(?P<tail>{words.YEAR_DIGITS}|\d\d)(?![\w%]|[-–.,:/]\d)"
        ),
        _year_range,
    ),
    Rule(
        "decade",
        re.compile(rf"(?<![\w$€£#.,])(?:{_SOME}-?)?(?P<decade>(?:1[4-9]|20)\d0)['’]?s\b"),
        _decade,
    ),
    Rule(
        "decade of two digits",
        re.compile(
            rf"(?:(?<=\bthe )|(?<=0s and )|(?<=0s or ))"
            rf"(?:{_SOME})?['’]?(?P<decade>[2-9]0)s\b"
        ),
        _decade,
    ),
    Rule(
        "century",
        re.compile(rf"\b(?:{_SOME})?(?P<century>1[5-9]|2[01])(?:th|st)[ -]century\b"),
        _century,
    ),
)
