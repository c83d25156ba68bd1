"""Entries: stretches of evidence, and what is told in the report's own words."""

from __future__ import annotations

import pytest

from sayso.cli.entries import joined, read_in_words
from sayso.values import Span


@pytest.mark.parametrize(
    ("told", "words", "read_as"),
    [
        pytest.param("she left", "she left", (), id="the same"),
        pytest.param("She left “early”", "she left, early.", (), id="but for signs"),
        pytest.param("Quill built it", "Quill […] built it", (), id="but for a gap"),
        pytest.param("he [Tamm] left", "he left", ("he [Tamm]",), id="a pronoun"),
        pytest.param("[Tamm] left", "left", ("[Tamm]",), id="nobody named"),
        pytest.param(
            "he [Tamm] met her [Una Quill]",
            "he met her",
            ("he [Tamm]", "her [Una Quill]"),
            id="two",
        ),
        pytest.param("Tamm left", "he left", None, id="another word"),
        pytest.param("Tamm left", "Tamm left at once", None, id="fewer words"),
        pytest.param("he did leave", "he did not leave", None, id="a word that matters"),
        pytest.param("he left", "he [Tamm] left", None, id="brackets of the report"),
        pytest.param("he [Tamm] left", "he [Quill] left", None, id="its own, and others"),
    ],
)
def test_what_is_told_in_the_words_of_the_report(
    told: str, words: str, read_as: tuple[str, ...] | None
) -> None:
    assert read_in_words(told, words) == read_as


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        ((), ()),
        (((0, 5),), ((0, 5),)),
        (((10, 15), (0, 5)), ((0, 15),)),
        (((0, 5), (100, 105)), ((0, 5), (100, 105))),
        (((0, 50), (10, 20)), ((0, 50),)),
    ],
    ids=["none", "one", "near, out of order", "far", "inside"],
)
def test_joined(spans: tuple[Span, ...], wanted: tuple[Span, ...]) -> None:
    assert joined(spans) == wanted
