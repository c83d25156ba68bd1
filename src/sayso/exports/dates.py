"""EDTF in words: `2020-01-04` as "4 January 2020", `2019-23` as "autumn 2019"."""

from __future__ import annotations

import re

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_GROUPINGS = {
    21: "spring {}",
    22: "summer {}",
    23: "autumn {}",
    24: "winter {}",
    33: "first quarter of {}",
    34: "second quarter of {}",
    35: "third quarter of {}",
    36: "fourth quarter of {}",
    37: "first third of {}",
    38: "middle of {}",
    39: "last third of {}",
    40: "first half of {}",
    41: "second half of {}",
}
"""What EDTF's codes for parts of years mean (ISO 8601-2)."""

_MARKS = {"~": "about {}", "?": "possibly {}", "%": "possibly about {}"}
_SINGLE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<part>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
    r"(?:T\S*)?(?P<mark>[~?%])?"
)


def readable_date(value: str | None) -> str | None:
    """EDTF, or an ISO 8601 date-time, in words; anything else unchanged.

    `2019-04/..` is "from April 2019, end not given", `2010~` "about 2010".
    """
    if value is None:
        return None
    start, stretch, end = value.partition("/")
    if not stretch:
        return _single(value) or value
    first, last = ((".." if side == ".." else _single(side)) for side in (start, end))
    if first is None or last is None or first == last == "..":
        return value
    if first == "..":
        return f"until {last}"
    if last == "..":
        return f"from {first}, end not given"
    return f"{_without_shared(first, last)} to {last}"


def _without_shared(first: str, last: str) -> str:
    """ "11 March 2024" before "17 March 2024" is "11", before "3 April 2024" "11 March"."""
    words, others = first.split(), last.split()
    if len(words) != 3 or len(others) != 3 or not words[0].isdigit():
        return first
    while words and words[-1] == others[-1]:
        words, others = words[:-1], others[:-1]
    return " ".join(words) or first


def _single(value: str) -> str | None:
    """One date, season or other part of a year; None for what is not of that form."""
    found = _SINGLE.fullmatch(value)
    if found is None:
        return None
    words = _words(_year(found["year"]), found["part"], found["day"])
    return _MARKS.get(found["mark"] or "", "{}").format(words) if words else None


def _year(digits: str) -> str:
    """`199X` as "1990s", `18XX` as "19th century"."""
    if digits.endswith("XX"):
        number = int(digits[:2]) + 1
        ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending} century"
    return f"{digits[:3]}0s" if digits.endswith("X") else digits


def _words(year: str, part: str | None, day: str | None) -> str | None:
    if part is None:
        return year
    number = int(part)
    if number in _GROUPINGS and day is None:
        return _GROUPINGS[number].format(year)
    if not 1 <= number <= 12:
        return None
    return " ".join([*([str(int(day))] if day else []), _MONTHS[number - 1], year])
