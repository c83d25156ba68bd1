"""`python -m benchmarks.names`: F1 on the public name pairs, beside rapidfuzz alone.

The rules were written on the part called "chosen on". No name of the part called "unseen" was
looked at, but its score was, several times, and once its errors counted by rule and category.
Pairs that share a name are in one part. rapidfuzz gets the threshold that is best on the very
pairs it is scored on, which favours it.
"""

from __future__ import annotations

import csv
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, utils
from rich.console import Console
from rich.table import Table

from benchmarks import places
from sayso.entities import compare_names
from sayso.entities.signals import LIKELY


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names of things of one schema, and whether they are the same by the bench."""

    schema: str
    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of pairs called the same; all in pairs."""

    hits: int
    called: int
    gold: int

    @property
    def precision(self) -> float:
        """Of those called the same, how many are."""
        return self.hits / max(self.called, 1)

    @property
    def recall(self) -> float:
        """Of those that are the same, how many were called so."""
        return self.hits / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.hits / max(self.called + self.gold, 1)


Judge = Callable[[NamePair], bool]
Measure = Callable[[str, str], float]


def read_pairs(path: Path) -> list[NamePair]:
    """The rows of the bench's CSV file."""
    with path.open(encoding="utf-8", newline="") as rows:
        return [
            NamePair(row["schema"], row["name1"], row["name2"], row["is_match"] == "true")
            for row in csv.DictReader(rows)
        ]


def parts(pairs: Sequence[NamePair]) -> dict[str, list[NamePair]]:
    """The pairs by part: three quarters to write rules on, a quarter unseen."""
    above: dict[str, str] = {}

    def root(name: str) -> str:
        while above.setdefault(name, name) != name:
            name = above[name]
        return name

    for pair in pairs:
        low, high = sorted((root(pair.left.casefold()), root(pair.right.casefold())))
        above[high] = low
    found: dict[str, list[NamePair]] = {"chosen on": [], "unseen": []}
    for pair in pairs:
        number = zlib.crc32(root(pair.left.casefold()).encode())
        found["unseen" if number % 2 and (number >> 8) % 2 else "chosen on"].append(pair)
    return found


def judge(pair: NamePair) -> bool:
    """Sayso's own answer: the same, or likely enough to be suggested."""
    return compare_names(pair.left, pair.right, pair.schema).score >= LIKELY


def score(pairs: Iterable[NamePair], decide: Judge = judge) -> Score:
    """How often a judge calls pairs the same that are."""
    called = [(decide(pair), pair.same) for pair in pairs]
    return Score(
        sum(ours and gold for ours, gold in called),
        sum(ours for ours, _ in called),
        sum(gold for _, gold in called),
    )


def best_threshold(pairs: Sequence[NamePair], measure: Measure) -> tuple[float, Score]:
    """The threshold (0 to 100) at which a measure has its best F1, and the score there."""
    values = [(measure(pair.left, pair.right), pair) for pair in pairs]
    of = {id(pair): value for value, pair in values}

    def at(threshold: float) -> Score:
        return score(pairs, lambda pair: of[id(pair)] >= threshold)

    return max(((t, at(t)) for t in sorted(set(of.values()))), key=lambda found: found[1].f1)


PEERS = {
    "rapidfuzz ratio": fuzz.ratio,
    "rapidfuzz token_sort_ratio": fuzz.token_sort_ratio,
    "rapidfuzz token_set_ratio": fuzz.token_set_ratio,
    "rapidfuzz WRatio": fuzz.WRatio,
}


def table(pairs: Sequence[NamePair]) -> Table:
    """A row a judge and part."""
    shown = Table("judge", "part", "pairs", "precision", "recall", "F1", title="Name pairs")
    for part, rows in {"all": list(pairs), **parts(pairs)}.items():
        _row(shown, "sayso, likely or same", part, rows, score(rows))
        for name, measure in PEERS.items():
            threshold, best = best_threshold(rows, _folded(measure))
            _row(shown, f"{name} ≥ {threshold:.0f}", part, rows, best)
    return shown


def _folded(measure: Callable[..., float]) -> Measure:
    return lambda left, right: measure(left, right, processor=utils.default_process)


def _row(shown: Table, name: str, part: str, pairs: Sequence[NamePair], found: Score) -> None:
    figures = (f"{value:.3f}" for value in (found.precision, found.recall, found.f1))
    shown.add_row(name, part, str(len(pairs)), *figures)


def main() -> None:
    """Prints the table."""
    Console().print(table(read_pairs(places.needed(places.data() / "names" / "pairs.csv"))))


if __name__ == "__main__":
    main()
