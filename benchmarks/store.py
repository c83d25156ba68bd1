"""How long a case of 1,000 and of 10,000 reports takes to answer, and how that grows.

The reports are `benchmarks.invented`'s: each differs from all others, about one person in four is
met in one report only, and the company that is often told of is in every size of case alike. No
model is run: what is timed is the store with who-is-who. Run as

    python -m benchmarks.store [small large [rounds [URL of an empty PostgreSQL database]]]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from benchmarks.invented import BODIES, PEOPLE, invented
from sayso import Case

SIZES = (1_000, 10_000)
ROUNDS = 40
PAGE = 50
OF_ONE_REPORT = "1 f"  # the cursor before all that are in one report; ids begin with "e"
ASKED = 0.200  # seconds, p95
GROWTH = 2.0


def questions(case: Case) -> dict[str, Callable[[int], object]]:
    """What is asked, by what it is called; each call gets the number of its round."""
    seldom = [each.name for each in case.people(limit=PAGE, after=OF_ONE_REPORT)]
    return {
        "reports, first page": lambda _: list(case.reports(limit=PAGE)),
        "people, first page": lambda _: list(case.people(limit=PAGE)),
        "organizations, first page": lambda _: list(case.organizations(limit=PAGE)),
        "claims about one often told of": lambda n: list(
            case.claims(about=PEOPLE[n % 5], limit=PAGE)
        ),
        "claims by an outlet": lambda _: list(case.claims(by="The Herald", limit=PAGE)),
        "claims about and by, ten": lambda n: list(
            case.claims(about=PEOPLE[n % 4], by=PEOPLE[n % 4 + 1], limit=10)
        ),
        "show, one often told of": lambda n: case.show(PEOPLE[n % 5]),
        "show, one of one report": lambda n: case.show(seldom[n % PAGE]),
        "show, an organization": lambda n: case.show(BODIES[n % 10]),
        "search, a word of many": lambda _: list(case.search("paid", limit=PAGE)),
        "search, two words": lambda n: list(
            case.search(" ".join(PEOPLE[n % 400].split()[::-1]), limit=PAGE)
        ),
        "search in claims": lambda n: list(
            case.search(f'"{BODIES[n % 60]}" never', claims=True, limit=PAGE)
        ),
        "timeline, first page": lambda _: list(case.timeline(limit=PAGE)),
        "timeline of one": lambda n: list(case.timeline(PEOPLE[n % 5], limit=PAGE)),
    }


def p95(work: Callable[[int], object], rounds: int) -> float:
    """Seconds that 95 in 100 rounds stay under; the first round is not counted."""
    work(0)
    seconds = []
    for number in range(rounds):
        begin = time.perf_counter()
        work(number)
        seconds.append(time.perf_counter() - begin)
    return sorted(seconds)[int(0.95 * (len(seconds) - 1))]


def grow(case: Case, numbers: Iterator[int], reports: int) -> None:
    """Add reports until there are as many."""
    held = next((entry.number for entry in case.reports(limit=1)), 0)
    for _ in range(held, reports):
        case.add(invented(next(numbers)))


def add_one(case: Case, numbers: Iterator[int]) -> Callable[[int], object]:
    """Adds a report that was made beforehand, so that making it is not timed."""
    ready = [invented(next(numbers)) for _ in range(ROUNDS * 2 + 2)]
    return lambda _: case.add(ready.pop())


def _suggest(case: Case, more: Callable[[int], object], number: int) -> object:
    """Read one more, and ask for the best suggestions."""
    more(number)
    return list(case.suggestions(limit=PAGE))


def measure(case: Case, numbers: Iterator[int], rounds: int) -> dict[str, float]:
    """The p95 of everything, in seconds."""
    more = add_one(case, numbers)
    found = {"reading one more, without the model": p95(more, rounds)}
    begin = time.perf_counter()
    list(case.suggestions(limit=1))
    print(f"suggestions for all: {time.perf_counter() - begin:.0f} s", file=sys.stderr)
    found["suggestions, after one more"] = p95(lambda n: _suggest(case, more, n), rounds)
    for name, work in questions(case).items():
        found[name] = p95(work, rounds)
    return found


def main(sizes: tuple[int, ...] = SIZES, rounds: int = ROUNDS, where: str = "") -> None:
    """Print a table: p95 in milliseconds at each size, and the growth."""
    rounds = min(rounds, ROUNDS)
    numbers = count()
    with tempfile.TemporaryDirectory() as folder:
        place = where or str(Path(folder, "case.sayso"))
        with Case.new(place) as case:
            columns = []
            for size in sizes:
                grow(case, numbers, size)
                columns.append(measure(case, numbers, rounds))
                print(f"{size} reports measured", file=sys.stderr)
        if not where:
            print(f"file: {Path(place).stat().st_size / 2**20:.0f} MiB")
    head = "".join(f"{size:>10}" for size in sizes)
    print(f"{'p95 in ms, reports in the case':38}{head}{'growth':>9}")
    for name in columns[0]:
        told = "".join(f"{1000 * column[name]:10.1f}" for column in columns)
        growth = columns[-1][name] / columns[0][name]
        met = columns[-1][name] < ASKED and growth <= GROWTH
        print(f"{name:38}{told}{growth:9.2f}{'' if met else '  not met'}")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        (int(given[0]), int(given[1])) if len(given) > 1 else SIZES,
        int(given[2]) if len(given) > 2 else ROUNDS,
        given[3] if len(given) > 3 else "",
    )
