"""The words that time expressions are made of, as regular-expression parts and tables.

Months and weekdays keep their capital: "may", "march" and "sun" are ordinary words.
"""

from __future__ import annotations

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}
ORDINALS |= {"fourth": 4, "4th": 4, "final": 4, "last": 4}
_CARDINALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
CARDINALS = {word: value for value, word in enumerate(_CARDINALS)}
CARDINALS |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
CARDINALS |= {"a": 1, "an": 1, "couple": 2, "dozen": 12}

SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
LONG_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
MONTH = rf"(?:{LONG_MONTH}|{SHORT_MONTH})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
SEASON = r"(?i:spring|summer|autumn|fall|winter)\b"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL_DAY = rf"{DAY}(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
YEAR_DIGITS = r"(?:1[4-9]|20)\d\d"
YEAR = rf"{YEAR_DIGITS}(?![\w%]|[.,:]\d)"
NUMBER = (
    r"(?:\d{1,3}|an?|(?:a )?couple(?: of)?|a dozen|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four"
    r"|five|six|seven|eight|nine))?)"
)
UNIT = r"(?:day|week|month|year|decade|century|centurie)"
SHARE = r"(?:early|mid(?:dle)?|late|(?:the )?(?:very )?(?:start|beginning|middle|end|close) of)"


def month_number(word: str) -> int:
    """1 to 12, from any spelling that `MONTH` takes."""
    return MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """0 (Monday) to 6, as `date.weekday` counts."""
    return WEEKDAYS.index(word[:3].lower())


def cardinal(word: str) -> int | None:
    """The value of a number that `NUMBER` takes: "12", "a couple of", "twenty-five"."""
    if word.isascii() and word.isdigit():
        return int(word)
    parts = re.split(r"[- ]", word.lower())
    if parts[0] == "a" and len(parts) > 1:
        parts = parts[1:]
    values = [CARDINALS[part] for part in parts if part in CARDINALS]
    return sum(values) if values else None
