"""Calendar dates in words and figures → ISO 8601, with their place in the line.

Covers "13 June 2017", "13th of June, 2017", "June 13, 2017", "Jun. 13 2017", "2017-06-13",
"2017/06/13", "13/06/2017", "13.6.2017"; a clock time beside them is not read. A date in figures
whose day and month could be swapped is marked so, not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

_MONTH_NAMES = {
    1: "january jan januar janvier janv enero ene janeiro gennaio gen januari ocak января",
    2: "february feb februar février févr fevrier febrero fevereiro febbraio febbr februari şubat "
       "февраля",
    3: "march mar märz mars marzo março maart mart марта",
    4: "april apr avril avr abril abr aprile nisan апреля",
    5: "may mai mayo maio maggio mei mayıs мая",
    6: "june jun juni juin junio junho giugno giu haziran июня",
    7: "july jul juli juillet juil julio julho luglio lug temmuz июля",
    8: "august aug août aout agosto ago augustus ağustos августа",
    9: "september sept sep septembre septiembre setembro settembre set eylül сентября",
    10: "october oct oktober okt octobre octubre outubro ottobre ott ekim октября",
    11: "november nov novembre noviembre novembro kasım ноября",
    12: "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember aralık "
        "декабря",
}  # fmt: skip
MONTHS = {name: number for number, names in _MONTH_NAMES.items() for name in names.split()}
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")  # every pattern needs one: most lines have none
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|º|\.)?\s?(?:of |de )?[-\s]?(?P<m>{_MONTH})\.?"
        rf"(?: de)?[,\s-]{{1,3}}{_YEAR}\b",
        rf"\b(?P<m>{_MONTH})\.?\s?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[,\s]{{1,3}}{_YEAR}\b",
        rf"\b{_YEAR}[-/.](?P<mm>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?!\d)",
        rf"(?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep){_YEAR}\b",
        rf"\b{_YEAR}年(?P<mm>\d{{1,2}})月(?P<d>\d{{1,2}})日",
    )
)
_ISO = re.compile(
    r"^\s*(?P<date>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_URL = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>\d\d|[a-z]{3})[/-]?(?P<d>\d\d)(?=[/_.-]|$)")
_EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found: `iso`, where (`start`, `end`), and the other reading if it has two."""

    iso: str
    start: int
    end: int
    other: str | None = None


def find_dates(line: str) -> Iterator[Dated]:
    """Every date in a line, in order of place."""
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
    month = int(parts["mm"]) if parts.get("mm") else MONTHS[parts["m"].casefold()]
    iso = iso_date(year, month, int(parts["d"]))
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
