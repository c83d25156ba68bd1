"""Collections of spans, and names cut to their own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.spans import Covers, Taken, without_article

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(SPANS))
def test_what_is_taken_does_not_overlap_and_nothing_else_is_turned_away(spans):
    taken, kept = Taken(), []
    for span in spans:
        free = all(span[1] <= start or end <= span[0] for start, end in kept)
        assert taken.add(span) == free
        kept.extend([span] if free else [])


@given(st.lists(SPANS), SPANS)
def test_covers_are_all_that_hold_a_span(spans, asked):
    covers = Covers((span, number) for number, span in enumerate(spans))
    expected = {n for n, (start, end) in enumerate(spans) if start <= asked[0] and asked[1] <= end}
    assert {key for _, key in covers.around(asked)} == expected
    assert (covers.narrowest(asked) is None) == (not expected)


def test_the_narrowest_cover():
    covers = Covers([((0, 20), "outer"), ((3, 9), "inner"), ((4, 6), "too small")])
    assert covers.narrowest((4, 8)) == "inner"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("the Guild's", "Guild", id="both"),
        pytest.param("The Guild’s", "Guild", id="curly"),
        pytest.param("Guild", "Guild", id="neither"),
        pytest.param("theirs", "theirs", id="no-article"),
        pytest.param("Pilots'", "Pilots'", id="plural"),
    ],
)
def test_a_name_without_article_and_possessive(text, name):
    assert text[slice(*without_article(text, (0, len(text))))] == name
