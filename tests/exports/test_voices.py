"""Chains, dates and the short phrases that say how a thing was said."""

from __future__ import annotations

from typing import Any

import pytest

from builders import attribution, document, harbour, report
from sayso.exports.voices import chains, how_said, words_at
from sayso.values import Attribution, Voice

TEXT = "Ilse Marrable told the Courier in March on Murmur that “all” is “well”."


@pytest.mark.parametrize(
    ("key", "names"),
    [
        pytest.param("a1", ["The Herald", "Report"], id="source without a resolved voice"),
        pytest.param("a2", ["The Herald", "The Lantern"], id="one deep"),
        pytest.param(
            "a4", ["The Herald", "The Lantern", "an official", "a colleague"], id="three deep"
        ),
    ],
)
def test_chain(key: str, names: list[str]) -> None:
    assert [voice.name for voice in chains(harbour())[key]] == names


def test_chain_without_outlet_or_source() -> None:
    of = report("It is said to be so.", outlet=None, published=None)
    found = chains(document(of, attribution(of.text, "a1", cue="is said")))
    assert [voice.name for voice in found["a1"]] == ["outlet not given", "source not named"]


@pytest.mark.parametrize(
    ("parent_of_a", "length"),
    [
        pytest.param("b", 3, id="circle"),
        pytest.param("a", 2, id="its own parent"),
        pytest.param("z", 2, id="unknown parent"),
    ],
)
def test_chain_ends(parent_of_a: str, length: int) -> None:
    a = Attribution("a", parent_of_a, "direct", (), (), ())
    b = Attribution("b", "a", "direct", (), (), ())
    assert len(chains(document(report("x"), a, b))["a"]) == length


@pytest.mark.parametrize(
    ("facts", "phrases"),
    [
        pytest.param({}, ("indirect",), id="kind alone"),
        pytest.param({"addressee": "the Courier"}, ("indirect", "to the Courier"), id="addressee"),
        pytest.param({"medium": "Murmur"}, ("indirect", "via Murmur"), id="medium"),
        pytest.param({"medium": "on Murmur"}, ("indirect", "on Murmur"), id="medium, preposition"),
        pytest.param(
            {"time": "in March", "said": "2024-03"},
            ("indirect", "in March (March 2024)"),
            id="time resolved",
        ),
        pytest.param({"said": "2024"}, ("indirect", "2024"), id="time without words"),
        pytest.param({"stance": "denied"}, ("indirect", "denies this"), id="denied"),
        pytest.param({"stance": "open"}, ("indirect", "leaves this open"), id="open"),
        pytest.param(
            {"voice": Voice("Ilse Marrable", "person", to="the Courier")},
            ("indirect", "to the Courier"),
            id="addressee of the voice",
        ),
    ],
)
def test_how_said(facts: dict[str, Any], phrases: tuple[str, ...]) -> None:
    assert how_said(report(TEXT), attribution(TEXT, "a", **facts)) == phrases


def test_words_of_several_spans_are_on_one_line() -> None:
    assert words_at(report("one\n two three"), ((0, 8), (9, 9), (9, 14))) == "one two […] three"
