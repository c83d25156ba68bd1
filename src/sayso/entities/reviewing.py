"""Walking through suggestions, best first: what `sayso review` does, without a terminal.

review = Review(suggestions, decide=case.decide, withdraw=case.withdraw)
while (pair := review.current) is not None:
    ...  # show review.left, review.right, pair.reasons
    review.answer("same")  # or "different", "skip"; review.undo() at any time
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.entities.decisions import Decision
from sayso.entities.suggestions import Suggestion

ANSWERS = ("same", "different", "skip")

Decide = Callable[[str, tuple[str, str]], Decision]
Withdraw = Callable[[Decision], object]


@dataclass(frozen=True, slots=True)
class Step:
    """An answer given: the suggestion and the decision made, None where it was skipped."""

    suggestion: Suggestion
    answer: str
    decision: Decision | None = None


class Review:
    """One person's walk through suggestions, which come best first.

    `decide(kind, subjects)` keeps a decision and gives it back; `withdraw(decision)` takes it
    back. Suggestions are asked for one at a time, so a generator over a large case will do. A
    pair is passed over if the answers given here say already what it is (a is b, b is c: so a is
    c; a is b, b is not c: so a is not c).
    """

    def __init__(
        self, suggestions: Iterable[Suggestion], *, decide: Decide, withdraw: Withdraw
    ) -> None:
        self._rest = iter(suggestions)
        self._decide = decide
        self._withdraw = withdraw
        self._again: deque[Suggestion] = deque()
        self._steps: list[Step] = []
        self._passed: list[tuple[int, Suggestion]] = []
        self._current: Suggestion | None = None
        self._go_on()

    @property
    def current(self) -> Suggestion | None:
        """The suggestion to answer now; None when all are answered."""
        return self._current

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was answered and not undone, in order."""
        return tuple(self._steps)

    def answer(self, answer: str) -> Step:
        """Answers the current suggestion, and goes on to the next."""
        if answer not in ANSWERS:
            raise ValueError(f"the answer is one of {', '.join(ANSWERS)}, not “{answer}”")
        if self._current is None:
            raise ValueError("all suggestions are answered")
        suggestion = self._current
        made = None if answer == "skip" else self._decide(answer, suggestion.subjects)
        step = Step(suggestion, answer, made)
        self._steps.append(step)
        self._go_on()
        return step

    def undo(self) -> Step | None:
        """Takes the last answer back, decision and all, and asks it again; None if there is
        none."""
        if not self._steps:
            return None
        step = self._steps[-1]
        if step.decision is not None:
            self._withdraw(step.decision)
        self._steps.pop()
        if self._current is not None:
            self._again.appendleft(self._current)
        while self._passed and self._passed[-1][0] > len(self._steps):
            self._again.appendleft(self._passed.pop()[1])
        self._current = step.suggestion
        return step

    def _go_on(self) -> None:
        """The next suggestion that the answers so far leave open."""
        while (suggestion := self._next()) is not None and self._answered(suggestion):
            self._passed.append((len(self._steps), suggestion))
        self._current = suggestion

    def _next(self) -> Suggestion | None:
        return self._again.popleft() if self._again else next(self._rest, None)

    def _answered(self, suggestion: Suggestion) -> bool:
        """Whether the answers so far say already what a pair is."""
        root = self._roots()
        pair = {root(suggestion.left), root(suggestion.right)}
        apart = (s.suggestion for s in self._steps if s.answer == "different")
        return len(pair) == 1 or any({root(s.left), root(s.right)} == pair for s in apart)

    def _roots(self) -> Callable[[str], str]:
        above: dict[str, str] = {}

        def root(each: str) -> str:
            while each in above:
                each = above[each]
            return each

        for step in self._steps:
            one, other = root(step.suggestion.left), root(step.suggestion.right)
            if step.answer == "same" and one != other:
                above[other] = one
        return root
