"""Quantities: how many of what, and how exactly: `find_amounts`.

"over 80 centres" is more than 80, "at least 500 American deaths" is 500 or more, "tens of
thousands" has no one value, only bounds. Numbers that name ("Boeing 737", "Article 7"),
order ("the 5th") or date are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sayso.claims.quantities_words import (
    CURRENCIES,
    DOZENS,
    MAGNITUDES,
    MEASURES,
    NUMBER,
    number_value,
)
from sayso.values import Amount, Span, Time


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text: its bounds, and what it counts.

    `value` is the number said, None for a range or an order of magnitude. `low` and `high`
    bound it where the text does ("over 80": low 80, high None). `bound` is "exact",
    "about", "at least", "at most", "over", "under", "range" or "order". `unit` is an
    ISO 4217 code, a unit's symbol, or the counted noun's own words; `noun` is their span.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bound: str = "exact"
    unit: str | None = None
    noun: Span | None = None


_BOUNDS = (
    ("at least", r"at least|no fewer than|no less than|not less than|a minimum of|minimum of"),
    ("at most", r"at most|up to|no more than|not more than|as many as|as much as|a maximum of"),
    ("over", r"more than|over|above|upwards? of|exceeding|in excess of|greater than|well over"),
    ("under", r"less than|fewer than|under|below|just under"),
    (
        "about",
        r"about|around|some|roughly|approximately|an estimated|estimated|almost|nearly|close to"
        r"|circa",
    ),
)
_ANY_BOUND = "|".join(f"(?P<b{i}>\\b(?:{words}))" for i, (_, words) in enumerate(_BOUNDS))
_LED = re.compile(rf"(?i:(?:{_ANY_BOUND})) \Z")
_SIGN = r"(?:US|AU|CA|C|A|NZ|HK|S)?\$|€|£|¥|₦|₹|₽|₪"
_CODE = r"(?:USD|EUR|GBP|JPY|CNY|RUB|CHF|NGN|INR|US\$|AU\$) ?"
_MONEY = rf"(?:(?P<sign>{_SIGN}|{_CODE}) ?)?"
_ONE = rf"{_MONEY}(?P<number>{NUMBER})"
_CORE = re.compile(rf"(?<![\w.,/:$€£#’'–-])(?<!\d[-–]){_ONE}(?![\w/:]|[-–][A-Z0-9]|[.,]\d)")
_SECOND = re.compile(
    rf"(?P<link> ?[-–] ?| to | and | or )(?P<sign>{_SIGN})?(?P<number>{NUMBER})(?![\w/:]|[.,]\d)"
)
_VAGUE = re.compile(
    r"(?i:\b(?:(?P<many>tens|dozens|hundreds|thousands|millions|billions)"
    r"(?: of (?P<of>thousands|millions|billions))?)\b)"
)
_NOUN = re.compile(
    r" (?:of )?(?:(?:the|its|their|his|her|such|these|those|new|more|other) )?"
    r"[\"“‘']{0,2}(?P<noun>(?:[A-Za-z][\w.’-]* ){0,2}?"
    r"(?:people|men|women|children|police|personnel|troops|staff|aircraft|dead|wounded|others"
    r"|[A-Za-z][a-z-]*[a-hj-rtv-z]s|[a-z]+sses))\b(?!-)"
)
_NOT_A_NOUN = frozenset(
    "tens dozens hundreds thousands millions billions is was has does as its his this years months "
    "weeks days hours minutes seconds decades times says plus versus perhaps always less".split()
)
_NAMED = re.compile(
    r"(?:\b(?:No|Nos|Art|Sec|Vol|pp?)\.|\b(?:Article|Section|Chapter|Phase|Group|Unit|Division"
    r"|Brigade"
    r"|Flight|Highway|Route|Resolution|Boeing|Airbus|Page|Room|Channel|Type|Mark|Level|Part|Title"
    r"|number|age|aged)|\b[A-Z]{2,}) \Z"
)


def find_amounts(text: str, times: Iterable[Time] = ()) -> tuple[Amount, ...]:
    """The quantities of a text as values; numbers inside the expressions of `times` are none."""
    found = find_quantities(text, [(time.start, time.end) for time in times])
    return tuple(_amount(quantity) for quantity in found)


def _amount(quantity: Quantity) -> Amount:
    """A range is "between"; an order of magnitude too, or "at least" where it has no top."""
    bound = quantity.bound
    if bound in ("range", "order"):
        bound = "at least" if quantity.high is None else "between"
    value, low, high = (
        None if number is None else f"{number:f}"
        for number in (quantity.value, quantity.low, quantity.high)
    )
    return Amount(quantity.start, quantity.end, value, low, high, bound, quantity.unit)


def find_quantities(text: str, dated: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """Every quantity in the text, in order; `dated` are spans of times, which are left alone."""
    closed = bytearray(len(text))
    for start, end in dated:
        closed[start:end] = b"\1" * max(0, min(end, len(text)) - start)
    vague = _VAGUE.finditer(text)
    found = [_vague(text, match) for match in vague if not any(closed[slice(*match.span())])]
    for quantity in found:
        closed[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
    position = 0
    while match := _CORE.search(text, position):
        position = match.end()
        counted = None if any(closed[slice(*match.span())]) else _counted(text, match)
        if counted and not any(closed[counted.start : counted.end]):
            found.append(counted)
            position = max(position, counted.end)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _counted(text: str, match: re.Match[str]) -> Quantity | None:
    """One number or a range, with its bound and unit; None where it is no quantity."""
    value = number_value(match["number"])
    if value is None or (
        not match["sign"] and _NAMED.search(text[max(0, match.start() - 14) : match.start()])
    ):
        return None
    start, bound = _led(text, match.start())
    end, low, high = match.end(), *_limits(bound, value)
    second = _SECOND.match(text, end)
    top = number_value(second["number"]) if second else None
    if second and top is not None and _is_range(text, start, second, value, top):
        low, high = _scaled(value, second["number"]), top
        between = re.search(r"\b(?i:between|from) \Z", text[max(0, start - 9) : start])
        start -= between.end() - between.start() if between else 0
        end, bound = second.end(), "range"
    unit, noun = _unit(text, end, match["sign"])
    if unit is None and noun is None and _is_bare(match, bound):
        return None
    end = noun[1] if noun else end
    exact = value if bound != "range" else None
    return Quantity(start, end, exact, low, high, bound, unit, noun)


def _led(text: str, start: int) -> tuple[int, str]:
    """Where the words that bound the number begin, and which bound they set."""
    window = text[max(0, start - 18) : start]
    found = _LED.search(window)
    if found is None:
        return start, "exact"
    index = next(i for i in range(len(_BOUNDS)) if found[f"b{i}"])
    return start - (len(window) - found.start()), _BOUNDS[index][0]


def _limits(bound: str, value: Decimal) -> tuple[Decimal | None, Decimal | None]:
    if bound in {"at least", "over"}:
        return value, None
    if bound in {"at most", "under"}:
        return None, value
    return (value, value) if bound == "exact" else (None, None)


def _is_range(text: str, start: int, second: re.Match[str], low: Decimal, high: Decimal) -> bool:
    """ "30 to 40", "30-40", "between 30 and 40"; "30 and 40" alone are two numbers."""
    if _scaled(low, second["number"]) >= high:
        return False
    if second["link"].strip() == "and":
        return re.search(r"\b(?i:between) \Z", text[max(0, start - 8) : start]) is not None
    return second["link"].strip() != "or" or high == low + 1


def _scaled(low: Decimal, number: str) -> Decimal:
    """The low end of "5 to 7 million" is five million too."""
    word = number.lower().split()[-1]
    return low * MAGNITUDES[word] if word in MAGNITUDES and low < 1000 else low


def _unit(text: str, end: int, sign: str | None) -> tuple[str | None, Span | None]:
    """The unit of a number that ends at `end`, and the span of its words."""
    if sign and sign.strip():
        return CURRENCIES.get(sign.strip()), None
    measure = MEASURES.match(text, end)
    if measure:
        name = next(key for key, said in measure.groupdict().items() if said)
        return name.removeprefix("u_").replace("percent", "%"), (measure.start(name), measure.end())
    noun = _NOUN.match(text, end)
    if noun is None or noun["noun"].lower().split()[-1] in _NOT_A_NOUN:
        return None, None
    return noun["noun"], noun.span("noun")


def _is_bare(match: re.Match[str], bound: str) -> bool:
    """Whether a number without a unit is too little to go by: "7", "two".

    Kept are numbers with a separator or magnitude, and those that a bound leads.
    """
    number = match["number"]
    grouped = "," in number or any(word in number.lower() for word in MAGNITUDES)
    if grouped or bound in {"at least", "at most", "over", "under"}:
        return False
    if bound == "about":
        return not number[0].isdigit()
    return True


def _vague(text: str, match: re.Match[str]) -> Quantity:
    """ "dozens", "tens of thousands": from the least it can mean up to ten times that."""
    many = match["many"].lower()
    least = DOZENS if many == "dozens" else MAGNITUDES.get(many[:-1], Decimal(10))
    most = None
    if match["of"]:
        factor = MAGNITUDES[match["of"].lower()[:-1]]
        least = (Decimal(12) if many == "dozens" else least) * factor
        most = least * 10
    unit, noun = _unit(text, match.end(), None)
    return Quantity(
        match.start(), noun[1] if noun else match.end(), None, least, most, "order", unit, noun
    )
