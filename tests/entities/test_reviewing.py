"""The walk through suggestions, with decisions kept in a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from appearing import decided
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.entities.decisions import Decision
from sayso.entities.reviewing import Review
from sayso.entities.suggestions import Suggestion


class Kept:
    """Decisions that hold, as a case would keep them."""

    def __init__(self) -> None:
        self.decisions: list[Decision] = []

    def decide(self, kind: str, subjects: tuple[str, str]) -> Decision:
        made = decided(kind, *subjects, number=len(self.decisions) + 1)
        self.decisions.append(made)
        return made

    def withdraw(self, decision: Decision) -> None:
        self.decisions.remove(decision)


def pair(left: str, right: str) -> Suggestion:
    return Suggestion(left, right, 0.7, (), (f"#{left}", f"#{right}"))


def review(*pairs: str) -> tuple[Review, Kept]:
    kept = Kept()
    of = [pair(*each) for each in pairs]
    return Review(iter(of), decide=kept.decide, withdraw=kept.withdraw), kept


def asked(of: Review) -> str | None:
    return of.current and of.current.left + of.current.right


def test_answers_become_decisions() -> None:
    walk, kept = review("ab", "cd", "ef")
    for answer in ("same", "skip", "different"):
        walk.answer(answer)
    assert [(d.kind, d.subjects) for d in kept.decisions] == [
        ("same", ("#a", "#b")),
        ("different", ("#e", "#f")),
    ]
    assert walk.current is None


PASSED = {
    "same and same": (["same", "same"], None),
    "same and different": (["same", "different"], None),
    "different and different": (["different", "different"], "ac"),
    "same and skipped": (["same", "skip"], "ac"),
}


@pytest.mark.parametrize(("answers", "next_"), PASSED.values(), ids=PASSED)
def test_what_follows_is_not_asked(answers: list[str], next_: str | None) -> None:
    walk, _ = review("ab", "bc", "ac")
    for answer in answers:
        walk.answer(answer)
    assert asked(walk) == next_


def test_undo_asks_again_what_was_passed_over() -> None:
    walk, kept = review("ab", "bc", "ac", "de")
    walk.answer("same")
    walk.answer("same")
    assert asked(walk) == "de"
    walk.undo()
    assert asked(walk) == "bc"
    walk.answer("skip")
    assert asked(walk) == "ac"
    assert len(kept.decisions) == 1


def test_nothing_to_undo() -> None:
    walk, _ = review("ab")
    assert walk.undo() is None
    assert asked(walk) == "ab"


@pytest.mark.parametrize("answer", ["maybe", "", "SAME"])
def test_other_answers_are_refused(answer: str) -> None:
    with pytest.raises(ValueError, match="the answer is one of"):
        review("ab")[0].answer(answer)


def test_no_answer_without_a_question() -> None:
    with pytest.raises(ValueError, match="all suggestions are answered"):
        review()[0].answer("same")


def test_suggestions_are_taken_one_at_a_time() -> None:
    taken: list[str] = []

    def endless() -> Iterator[Suggestion]:
        for n in range(1_000_000):
            taken.append(str(n))
            yield pair(f"l{n}", f"r{n}")

    kept = Kept()
    walk = Review(endless(), decide=kept.decide, withdraw=kept.withdraw)
    walk.answer("same")
    assert len(taken) == 2


ALL = ["".join(each) for each in combinations("abcd", 2)]
ANSWERS = st.lists(st.sampled_from(["same", "different", "skip", "undo"]), max_size=14)


@settings(max_examples=40, deadline=None)
@given(ANSWERS)
def test_undoing_all_is_as_if_nothing_had_been_answered(answers: list[str]) -> None:
    walk, kept = review(*ALL)
    for answer in answers:
        if answer == "undo":
            walk.undo()
        elif walk.current is not None:
            walk.answer(answer)
        assert kept.decisions == [s.decision for s in walk.steps if s.decision is not None]
    while walk.undo() is not None:
        pass
    assert kept.decisions == []
    seen = []
    while walk.current is not None:
        seen.append(asked(walk))
        walk.answer("skip")
    assert seen == ALL
