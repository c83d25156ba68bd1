"""The words that numbers and units are made of, and what they are worth."""

from __future__ import annotations

import re
from decimal import Decimal

from sayso.times.words import CARDINALS

MAGNITUDES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "mn": Decimal(10**6),
    "m": Decimal(10**6),
    "bn": Decimal(10**9),
    "dozen": Decimal(12),
}
DOZENS = Decimal(24)
CURRENCIES = {
    "$": "USD", "US$": "USD", "AU$": "AUD", "A$": "AUD", "CA$": "CAD", "C$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "€": "EUR", "£": "GBP", "¥": "JPY", "₦": "NGN", "₹": "INR",
    "₽": "RUB", "₪": "ILS",
}  # fmt: skip
CURRENCIES |= {
    code: code for code in ["USD", "EUR", "GBP", "JPY", "CNY", "RUB", "CHF", "NGN", "INR"]
}

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen"
    r"|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one(?= (?:hundred|thousand|million"
    r"|billion|trillion|dozen|percent|per cent))|an?(?= (?:hundred|thousand|million|billion"
    r"|trillion"
    r"|dozen)\b))"
)
_SIZE = r"(?:hundred|thousand|million|billion|trillion|dozen|mn|bn)\b"
NUMBER = rf"(?:(?:{_DIGITS})(?: ?(?:{_SIZE})|(?<=\d)m\b)?|(?i:{_SMALL})\b(?:[ -](?:{_SIZE}))*)"

MEASURES = re.compile(
    r"(?P<u_percent>%| ?percent(?:age points)?\b| per cent\b)"
    r"|[ -]?(?P<u_km>km\b|kilomet(?:er|re)s?\b)|[ -]?(?P<u_mi>miles?\b)|[ -](?P<u_m>met(?:er"
    r"|re)s?\b)"
    r"|[ -]?(?P<u_kg>kg\b|kilos?\b|kilograms?\b)|[ -](?P<u_t>tons?\b|tonnes?\b)"
    r"|[ -](?P<u_ft>feet\b|foot\b)|[ -](?P<u_ha>hectares?\b)|[ -](?P<u_bbl>barrels?\b)"
    r"|[ -](?P<u_USD>(?:U\.S\. |US )?dollars?\b)|[ -](?P<u_EUR>euros?\b)|[ -]"
    r"(?P<u_GBP>pounds sterling\b)"
    r"|[ -](?P<u_NGN>naira\b)|[ -](?P<u_year>years?\b)|[ -](?P<u_month>months?\b)"
    r"|[ -](?P<u_week>weeks?\b)|[ -](?P<u_day>days?\b)|[ -](?P<u_hour>hours?\b)"
    r"|[ -](?P<u_minute>minutes?\b)"
)


def number_value(number: str) -> Decimal | None:
    """What a number that `NUMBER` takes is worth: "6.2 million", "twenty-five", "two dozen"."""
    parts = re.findall(r"[\d.,]*\d|[a-z]+", number.lower())
    total = Decimal(0)
    for part in parts:
        if part[0].isdigit():
            if not part.isascii():
                return None
            total += Decimal(part.replace(",", ""))
        elif part in MAGNITUDES:
            total = (total or Decimal(1)) * MAGNITUDES[part]
        elif part in CARDINALS:
            total += CARDINALS[part]
        else:
            return None
    if not parts:
        return None
    return Decimal(int(total)) if total == int(total) else total
