"""Calendar dates in words and figures → ISO 8601, with their place in the line.

Covers "13 June 2017", "13th of June, 2017", "June 13, 2017", "Jun. 13 2017", "2017-06-13",
"2017/06/13", "13/06/2017", "13.6.2017", months in some twenty languages, figures in other
scripts, and Iran's solar months; a clock time beside them is not read. A date in figures whose
day and month could be swapped is marked so, not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sayso.reports.solar import SOLAR_MONTHS, solar_date

_MONTH_NAMES = {
    1: "january jan januar janvier janv enero ene janeiro gennaio gen januari ocak января янв "
       "січня stycznia ianuarie ledna يناير جانفي كانون_الثاني ژانویه جنوری בינואר",
    2: "february feb februar février févr fevrier febrero fevereiro fev febbraio febbr februari "
       "şubat февраля фев лютого lutego februarie února فبراير فيفري شباط فوریه فروری בפברואר",
    3: "march mar märz mars marzo março maart maret marts mart марта мар березня marca martie "
       "března مارس آذار مارچ במרץ",
    4: "april apr avril avr abril abr aprile nisan апреля апр квітня kwietnia aprilie dubna "
       "أبريل ابريل إبريل أفريل نيسان آوریل اپریل באפריל",
    5: "may mai mayo maio maggio mei maj mayıs мая травня maja května مايو أيار ماي مه مئی במאי",
    6: "june jun juni juin junio junho giugno giu haziran июня июн червня czerwca iunie června "
       "يونيو حزيران جوان ژوئن جون ביוני",
    7: "july jul juli juillet juil julio julho luglio lug temmuz июля июл липня lipca iulie "
       "července يوليو تموز جويلية ژوئیه جولای جولائی ביולי",
    8: "august aug août aout agosto ago augustus augusti agustus ağustos августа авг серпня "
       "sierpnia srpna أغسطس اغسطس آب أوت اوت آگوست اگست באוגוסט",
    9: "september sept sep septembre septiembre setembro settembre set eylül сентября сен сент "
       "вересня września septembrie سبتمبر أيلول سپتامبر ستمبر בספטמבר",
    10: "october oct oktober okt octobre octubre outubro out ottobre ott ekim октября окт жовтня "
        "października octombrie října أكتوبر اكتوبر تشرين_الأول اکتبر اکتوبر באוקטובר",
    11: "november nov novembre noviembre novembro kasım ноября ноя noiembrie listopadu "
        "نوفمبر تشرين_الثاني نوامبر نومبر בנובמבר",
    12: "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember aralık "
        "декабря дек грудня grudnia decembrie prosince ديسمبر كانون_الأول دسامبر دسمبر בדצמבר",
}  # fmt: skip
MONTHS = {
    name.replace("_", " "): number
    for number, names in _MONTH_NAMES.items()
    for name in names.split()
}
_LONG_NAMES = "|".join(name for name in MONTHS if " " in name)
_NAME = rf"(?:{_LONG_NAMES}|[^\W\d_]{{2,12}})"  # looked up: far quicker than all the names here
_SOLAR = "|".join(SOLAR_MONTHS)
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_ANY_YEAR = re.compile(r"(?:1[349]|20)\d\d")  # every pattern needs one: most lines have none
_DIGITS = {zero + n: str(n) for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10) for n in range(10)}
"""Arabic, Persian, Devanagari, Bengali and full-width figures."""
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s?(?:of |de )?[-/\s]?(?P<m>{_NAME})\.?"
        rf"(?:\s?/\s?(?:{_NAME}))?(?: del?)?[,،/\s-]{{1,3}}{_YEAR}",
        rf"\b(?P<m>{_NAME})\.?\s?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[,،\s]{{1,3}}{_YEAR}",
        rf"\b(?P<m>{_NAME}) (?P<d>\d{{1,2}}) \d\d:\d\d(?::\d\d)? (?:[A-Z]{{2,5}} )?{_YEAR}",
        r"\b(?P<y>(?:19|20)\d\d)[-/.](?P<mm>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        rf"(?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep){_YEAR}",
        r"\b(?P<y>(?:19|20)\d\d)[年년]\s?(?P<mm>\d{1,2})[月월]\s?(?P<d>\d{1,2})[日일]",
        rf"\b(?P<d>\d{{1,2}})\s(?P<solar>{_SOLAR})[،\s]{{1,3}}(?P<y>1[34]\d\d)(?!\d)",
    )
)
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:\D|$)")
_ISO = re.compile(
    r"^\s*(?P<date>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_URL = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>\d\d|[a-z]{3})[/-]?(?P<d>\d\d)(?=[/_.-]|$)")
WEEKDAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta"
    r"|quinta|sexta)-feira|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|pazartesi|salı|çarşamba"
    r"|perşembe|cuma|cumartesi|pazar|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد"
    r"|(?:یک|دو|سه|چهار|پنج)?\u200c?شنبه|جمعه"
)
"""Alternatives of a pattern: days of the week in full, as they stand beside dates."""
_EARLIEST = 1900
_DOT = "\u0307"  # which a small Turkish İ is written with


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found: `iso`, where (`start`, `end`), and the other reading if it has two."""

    iso: str
    start: int
    end: int
    other: str | None = None


def find_dates(line: str) -> Iterator[Dated]:
    """Every date in a line, in order of place."""
    if not line.isascii():
        line = line.translate(_DIGITS)
    if not _ANY_YEAR.search(line):
        return
    found = [d for p in _PATTERNS for m in p.finditer(line) if (d := _dated(m))]
    end = -1
    for dated in sorted(found, key=lambda d: (d.start, -d.end)):
        if dated.start >= end:
            yield dated
            end = dated.end


def _dated(match: re.Match[str]) -> Dated | None:
    parts = match.groupdict()
    year = int(parts["y"])
    if parts.get("a"):
        return _figures(match, year, int(parts["a"]), int(parts["b"]))
    day = int(parts["d"])
    if parts.get("solar"):
        iso = solar_date(year, SOLAR_MONTHS.index(parts["solar"]) + 1, day)
    else:
        named = (parts.get("m") or "").casefold().replace(_DOT, "")
        iso = iso_date(year, int(parts.get("mm") or MONTHS.get(named, 0)), day)
    return Dated(iso, *match.span()) if iso else None


def _figures(match: re.Match[str], year: int, first: int, second: int) -> Dated | None:
    day_first, month_first = iso_date(year, second, first), iso_date(year, first, second)
    if day_first and month_first and day_first != month_first:
        return Dated(day_first, *match.span(), other=month_first)
    iso = day_first or month_first
    return Dated(iso, *match.span()) if iso else None


def iso_date(year: int, month: int, day: int) -> str | None:
    """ "2017-06-13", or None where there is no such day."""
    try:
        return date(year, month, day).isoformat() if year >= _EARLIEST else None
    except ValueError:
        return None


def iso_moment(value: str | None) -> str | None:
    """A machine's date or time stamp as ISO 8601, its zone kept; None if it is none."""
    match = _ISO.match(value or "")
    if match:
        try:
            date.fromisoformat(match["date"])
        except ValueError:
            return None
        zone = re.sub(r"(\d\d)(\d\d)$", r"\1:\2", match["zone"] or "")
        return match["date"] + (f"T{match['time']}{zone}" if match["time"] else "")
    if match := _COMPACT.match(value or ""):
        return iso_date(*map(int, match.groups()))
    return next((d.iso for d in find_dates(value or "") if d.other is None), None)


def url_date(url: str | None) -> str | None:
    """The date in a path like /2017/06/13/ or /2017/jun/13/."""
    match = _URL.search((url or "").casefold())
    if not match:
        return None
    month = MONTHS.get(match["m"], 0) if match["m"].isalpha() else int(match["m"])
    return iso_date(int(match["y"]), month, int(match["d"]))


def mail_moment(value: str | None) -> str | None:
    """An RFC 5322 date ("Tue, 13 Jun 2017 10:00:00 +0200") as ISO 8601; None if it is none."""
    from email.utils import parsedate_to_datetime

    try:
        moment: datetime = parsedate_to_datetime(value or "")
    except (TypeError, ValueError, OverflowError):
        return iso_moment(value)
    return moment.isoformat()
