"""Circumstances: when, where and how many, each with the predicate it belongs to.

`circumstances.tsv` holds the sentences parsed: id, the predicate's word, what is expected (time,
place, quantity; "-" for none), the parse.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from parsed_sentences import sentence, token_of

from sayso.claims.circumstances import Circumstances, circumstances_of
from sayso.claims.grammar import Grammar
from sayso.claims.places import find_place_names
from sayso.claims.quantities import find_amounts
from sayso.times import find_times
from sayso.values import Time

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "circumstances.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize(
    ("word", "expected", "parse"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_circumstances(word: str, expected: str, parse: str) -> None:
    reading = sentence(parse)
    text = reading.report.text
    times = find_times(text, "2024-05-10")
    at, places = token_of(reading, word), find_place_names(text)
    found = circumstances_of(Grammar(reading), at, times, places, find_amounts(text, times))
    place, amount = found.place, found.quantity
    quantity = text[amount.start : amount.end] if amount else "-"
    assert f"{found.time or '-'} {place.name if place else '-'} {quantity}" == expected


def test_a_time_without_a_value_keeps_its_words() -> None:
    reading = sentence("He/PRON/he/2/nsubj left/VERB/leave/0/root then/ADV/then/2/advmod")
    found = circumstances_of(Grammar(reading), 1, [Time(8, 12, None)], (), ())
    assert found == Circumstances("then")
