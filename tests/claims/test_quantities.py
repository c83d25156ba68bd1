"""Quantities: value, bounds and unit; and numbers that are no quantities."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.quantities import find_amounts, find_quantities
from sayso.times.finding import find_times

FOUND = [
    ("over", "It ran over 80 “cultural centers” there.", "over", 80, 80, None, "cultural centers"),
    ("at least", "at least 500 Norvenian deaths,", "at least", 500, 500, None, "Norvenian deaths"),
    ("at most", "up to two dozen fighters fled", "at most", 24, None, 24, "fighters"),
    ("under", "fewer than 40 votes", "under", 40, None, 40, "votes"),
    ("about", "some 40 percent of voters", "about", 40, None, None, "%"),
    ("exact", "killing 85 people.", "exact", 85, 85, 85, "people"),
    ("grouped", "1,998 men marched", "exact", 1998, 1998, 1998, "men"),
    ("money", "a $6.2 million deal", "exact", 6_200_000, 6_200_000, 6_200_000, "USD"),
    ("money, short", "worth £1.5bn", "exact", 1_500_000_000, 1_500_000_000, 1_500_000_000, "GBP"),
    ("share", "60% of the parts", "exact", 60, 60, 60, "%"),
    ("words", "twenty-five vehicles burned", "exact", 25, 25, 25, "vehicles"),
    ("two words", "two hundred thousand people", "exact", 200_000, 200_000, 200_000, "people"),
    ("a hundred", "about a hundred militants", "about", 100, None, None, "militants"),
    ("between", "between 30 and 40 soldiers", "range", None, 30, 40, "soldiers"),
    ("to", "1,500 to 2,000 jobs", "range", None, 1500, 2000, "jobs"),
    (
        "shared magnitude",
        "5 to 7 million refugees",
        "range",
        None,
        5_000_000,
        7_000_000,
        "refugees",
    ),
    ("neighbours", "two or three men", "range", None, 2, 3, "men"),
    ("tens of thousands", "likely the tens of thousands.", "order", None, 10_000, 100_000, None),
    ("thousands", "thousands of casualties", "order", None, 1000, None, "casualties"),
    ("dozens", "dozens of protesters", "order", None, 24, None, "protesters"),
    ("no noun", "more than 300, he said", "over", 300, 300, None, None),
    ("distance", "some 20 kilometres away", "about", 20, None, None, "km"),
]
LEFT_ALONE = [
    ("model", "a Boeing 737 jet"),
    ("article", "under Article 7 of it"),
    ("letters", "the G7, an X-20 and the MH370"),
    ("clock", "at 9.15 and 18:00"),
    ("score", "it won 2-1"),
    ("one of", "One of them left"),
    ("bare", "gate 7 and no 9"),
    ("ordinal", "the 5th and 22nd time"),
    ("version", "version 1.2.3 of it"),
    ("fraction of a date", "on 9/11"),
]


@pytest.mark.parametrize(
    ("text", "bound", "value", "low", "high", "unit"),
    [pytest.param(*row[1:], id=row[0]) for row in FOUND],
)
def test_must_find(
    text: str, bound: str, value: int | None, low: int | None, high: int | None, unit: str | None
) -> None:
    (found,) = find_quantities(text)
    expected = tuple(None if number is None else Decimal(number) for number in (value, low, high))
    assert (found.value, found.low, found.high) == expected
    assert (found.bound, found.unit) == (bound, unit)


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in LEFT_ALONE])
def test_must_leave_alone(text: str) -> None:
    assert find_quantities(text) == ()


def test_dates_are_no_quantities() -> None:
    text = "In 1998 he led 85 men until May 5, 2004."
    dated = [(time.start, time.end) for time in find_times(text, None)]
    assert [text[found.start : found.end] for found in find_quantities(text, dated)] == ["85 men"]


def test_the_span_takes_in_bound_and_noun() -> None:
    text = "It had at least 500 armed men."
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == "at least 500 armed men"
    assert found.noun is not None
    assert text[slice(*found.noun)] == "armed men"


WORDS = st.sampled_from(
    [
        "over",
        "at",
        "least",
        "80",
        "1,998",
        "5",
        "to",
        "7",
        "million",
        "-",
        "and",
        "$",
        "€",
        "%",
        "percent",
        "two",
        "hundred",
        "dozen",
        "of",
        "thousands",
        "tens",
        "men",
        "“",
        "deaths",
        "1.2.3",
        "between",
        "nearly",
        ".",
        ",",
        "km",
        "00",
        "٣",
        "²",
        "bn",
        "or",
        "three",
        "one",
        "a",
    ]
)


@settings(deadline=None)
@given(st.text(max_size=120) | st.lists(WORDS, max_size=20).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    last = 0
    for found in find_quantities(text, [(0, 3), (500, 900)]):
        assert last <= found.start < found.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        last = found.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("over 80 guards", ("80", "80", None, "over", "guards"), id="over"),
        pytest.param("a $6.2 million deal", ("6200000",) * 3 + ("exact", "USD"), id="money"),
        pytest.param("2.5 km away", ("2.5", "2.5", "2.5", "exact", "km"), id="decimal"),
        pytest.param("30 to 40 men", (None, "30", "40", "between", "men"), id="range"),
        pytest.param(
            "tens of thousands fled", (None, "10000", "100000", "between", None), id="order"
        ),
        pytest.param("dozens of men", (None, "24", None, "at least", "men"), id="no top"),
    ],
)
def test_amounts(text: str, expected: tuple[str | None, ...]) -> None:
    (found,) = find_amounts(text)
    assert (found.value, found.low, found.high, found.bound, found.unit) == expected


def test_a_year_is_no_amount() -> None:
    text = "He left in 1998 with 40 men."
    (found,) = find_amounts(text, find_times(text, "2024-05-10"))
    assert text[found.start : found.end] == "40 men"
