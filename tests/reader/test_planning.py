from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.reader.planning import MOST_PIECES, likely_starts, plan_windows

costs_and_starts = st.lists(
    st.tuples(st.integers(1, 11), st.booleans()), min_size=1, max_size=900
).map(lambda rows: ([c for c, _ in rows], [True, *(s for _, s in rows[1:])]))


@given(costs_and_starts)
def test_each_word_is_owned_by_exactly_one_window_that_shows_it(
    case: tuple[list[int], list[bool]],
) -> None:
    costs, starts = case
    plans = list(plan_windows(costs, starts))
    owned = [i for p in plans for i in range(p.own_start, p.own_end)]
    assert owned == list(range(len(costs)))
    assert all(p.start <= p.own_start and p.own_end <= p.end for p in plans)


@given(costs_and_starts)
def test_no_window_is_over_the_limit(case: tuple[list[int], list[bool]]) -> None:
    costs, starts = case
    for plan in plan_windows(costs, starts):
        assert sum(costs[plan.start : plan.end]) <= MOST_PIECES + max(costs)


def test_windows_overlap_by_whole_sentences() -> None:
    starts = [i % 20 == 0 for i in range(1000)]
    plans = list(plan_windows([1] * 1000, starts))
    assert len(plans) > 1
    for before, after in pairwise(plans):
        assert after.start < before.end
        assert starts[after.start]
        assert starts[after.own_start]


def test_a_sentence_starts_after_a_full_stop_and_closing_quotes() -> None:
    words = ["“", "No", ".", "”", "He", "left", ".", "then"]
    assert likely_starts(words, [True] + [False] * 7) == [
        True, False, False, False, True, False, False, False,
    ]  # fmt: skip
