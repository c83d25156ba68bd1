"""Views and chains in words."""

from __future__ import annotations

from itertools import product

import pytest

from sayso.cli.wording import chain_in_words, view_in_words
from sayso.values import Voice

CHAIN = (
    Voice("The Herald", "outlet", said="2024-04-12"),
    Voice("The Lantern", "outlet", said="2024-04"),
    Voice("an official", "unnamed", to="to reporters"),
)


@pytest.mark.parametrize(
    ("polarity", "certainty", "words"),
    [
        ("affirmed", "certain", "stated"),
        ("affirmed", "probable", "stated as probable"),
        ("negated", "certain", "negated"),
        ("negated", "possible", "negated as possible"),
        ("affirmed", "unknown", "left open"),
        ("negated", "unknown", "negated, left open"),
        ("unknown", "certain", "left open"),
        ("unheard", "of", "left open"),
    ],
)
def test_view(polarity: str, certainty: str, words: str) -> None:
    assert view_in_words(polarity, certainty).plain == words


def test_only_what_is_affirmed_and_certain_is_stated_plainly() -> None:
    polarities = ("affirmed", "negated", "unknown")
    certainties = ("certain", "probable", "possible", "unknown")
    plain = [
        pair for pair in product(polarities, certainties) if view_in_words(*pair).plain == "stated"
    ]
    assert plain == [("affirmed", "certain")]


def test_why() -> None:
    found = view_in_words("negated", "possible", ("might", "not")).plain
    assert found == "negated as possible (“might”, “not”)"


def test_chain() -> None:
    assert chain_in_words(CHAIN).plain == (
        "The Herald ← The Lantern (outlet) (April 2024) ← an official (unnamed) (to reporters)"
    )


def test_chain_without_arrows() -> None:
    assert chain_in_words(CHAIN[:2], ascii_only=True).plain == (
        "The Herald <- The Lantern (outlet) (April 2024)"
    )
