"""What a comparison of names finds: a value and its reason, kept apart from the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

SAME, LIKELY, DIFFERENT = 0.9, 0.6, 0.4
"""From these values on (DIFFERENT: below it) a weakest signal gives the verdict of its name;
what lies between LIKELY and DIFFERENT stays "open"."""

Case = TypeVar("Case")


@dataclass(frozen=True, slots=True)
class Signal:
    """One observation on two names: `value` from 0 (speaks against) to 1 (speaks for).

    `rule` is the name of the function that found it; its docstring explains it to a user.
    """

    rule: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What two names have to do with each other.

    `verdict` is "same" (sure enough to join), "likely" (to suggest), "open" (the names do
    not tell) or "different". `score` is the value of the weakest signal: nothing is multiplied.
    """

    score: float
    verdict: str
    reasons: tuple[Signal, ...]


Rule = Callable[[Case], Signal | None]


def weigh(case: Case, rules: Sequence[Rule[Case]]) -> NameMatch:
    """All rules of a table on one case; the weakest signal decides."""
    return decide(signal for rule in rules if (signal := rule(case)) is not None)


def decide(found: Iterable[Signal]) -> NameMatch:
    """The verdict of the weakest of some signals; without any, nothing is known."""
    signals = tuple(sorted(found, key=lambda signal: (signal.value, signal.rule)))
    score = signals[0].value if signals else DIFFERENT
    return NameMatch(score, verdict_of(score), signals)


def verdict_of(score: float) -> str:
    """The word for a score."""
    if score >= SAME:
        return "same"
    if score >= LIKELY:
        return "likely"
    return "open" if score >= DIFFERENT else "different"
