"""How long a case of 1,000 and of 10,000 reports takes to answer, how that grows, how much memory.

The reports are `benchmarks.invented`'s: each differs from all others, about one person in four is
met in one report only, and the company that is often told of is in every size of case alike. No
model is run: what is timed is the store with who-is-who. Both cases are made first; then each
question is asked of the one and of the other in turn, so that what else the machine does falls on
both. Run as

    python -m benchmarks.store [--sizes 1000 10000] [--rounds 60] [--postgres URL]
        [--keep FOLDER [--make]]

A folder keeps the cases that were made, for the next time; what is measured is a copy. With
`--make` they are made, and nothing is measured.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks.invented import BODIES, PEOPLE, invented
from benchmarks.schemas import schema_of
from sayso import Case
from sayso.errors import NameUnclear

SIZES = (1_000, 10_000)
ROUNDS = 60
PAGE = 50
NEW = 1_000_000  # numbers of the reports that are added while it is measured
OF_ONE_REPORT = "1 f"  # the cursor before all that are in one report; ids begin with "e"
ASKED = 0.200  # seconds, p95
GROWTH = 2.0
Work = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds that a question took, shortest first; and those in which a processor worked on it,
    as others may use it too."""

    seconds: tuple[float, ...]
    worked: tuple[float, ...]

    @property
    def median(self) -> float:
        """What half of the rounds stayed under."""
        return self.seconds[len(self.seconds) // 2]

    @property
    def p95(self) -> float:
        """What 95 in 100 rounds stayed under."""
        return _p95(self.seconds)

    @property
    def worked_p95(self) -> float:
        """As `p95`, of the processor's seconds."""
        return _p95(self.worked)


def _p95(seconds: tuple[float, ...]) -> float:
    return seconds[int(0.95 * (len(seconds) - 1))]


def questions(case: Case) -> dict[str, Work]:
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
        "claims about, denied, of one year": lambda n: list(
            case.claims(about=PEOPLE[n % 5], denied=True, since="2010", until="2010", limit=PAGE)
        ),
        "claims of one year": lambda n: list(
            case.claims(since=str(2000 + n % 20), until=str(2000 + n % 20), limit=PAGE)
        ),
        "posts, first page": lambda _: list(case.posts(limit=PAGE)),
        "posts by an outlet, of one year": lambda _: list(
            case.posts(by="The Herald", since="2010", until="2010", limit=PAGE)
        ),
        "show, one often told of": lambda n: case.show(PEOPLE[n % 5]),
        "show, one of one report": lambda n: case.show(seldom[n % PAGE]),
        "show, an organization": lambda n: case.show(BODIES[n % 10]),
        "show, a given name of many": lambda _: _unclear(case, PEOPLE[0].split()[0]),
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


def _unclear(case: Case, name: str) -> int:
    """Ask for somebody by a name that many bear; how many of them are told."""
    try:
        case.show(name)
    except NameUnclear as error:
        return len(error.bearers)
    raise AssertionError(f"{name} is clear")


def grow(case: Case, reports: int, progress: Progress) -> None:
    """Add reports until there are as many."""
    held = next((entry.number for entry in case.reports(limit=1)), 0)
    missing = range(held, reports)
    for number in progress.track(missing, description=f"making {reports:,} reports"):
        case.add(invented(number))


def suggest(case: Case, progress: Progress) -> None:
    """Work out the suggestions of which none was yet."""
    begin = time.perf_counter()
    list(case.suggestions(limit=1))
    progress.console.print(f"suggestions for all: {time.perf_counter() - begin:.0f} s")


def adding(case: Case, rounds: int) -> dict[str, Work]:
    """Adds a report that was made beforehand, so that making it is not timed; then asks for the
    best suggestions besides."""
    numbers = count(NEW)
    ready = [invented(next(numbers)) for _ in range(2 * rounds + 2)]

    def add(_: int) -> object:
        return case.add(ready.pop())

    return {
        "reading one more, without the model": add,
        "reading one more, and suggestions": lambda n: (add(n), list(case.suggestions(limit=PAGE))),
    }


def in_turn(works: list[Work], rounds: int) -> list[Took]:
    """How long each of some works took, one after the other in each round; the first round is
    not counted."""
    seconds: list[list[tuple[float, float]]] = [[] for _ in works]
    for number in range(rounds + 1):
        for own, work in zip(seconds, works, strict=True):
            begin, worked = time.perf_counter(), time.process_time()
            work(number)
            own.append((time.perf_counter() - begin, time.process_time() - worked))
    sides = (zip(*own[1:], strict=True) for own in seconds)
    return [Took(*(tuple(sorted(side)) for side in both)) for both in sides]


def measure(cases: list[Case], rounds: int, progress: Progress) -> dict[str, list[Took]]:
    """How long everything took in each case."""
    tables = [adding(case, rounds) | questions(case) for case in cases]
    names = progress.track(list(tables[0]), description="asking")
    return {name: in_turn([table[name] for table in tables], rounds) for name in names}


def memory(place: str) -> None:
    """Print the most memory in MiB that a process took which asked each question once, and
    walked through all claims. (What `getrusage` tells is the mother process's, where that took
    more.)"""
    with Case(place) as case:
        for work in questions(case).values():
            work(0)
        for _ in case.claims():
            pass
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    most = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    print(int(most) // 1024)


def _memory_of(place: str) -> int:
    code = f"from benchmarks.store import memory; memory({place!r})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return int(done.stdout)


def made(
    size: int, where: str, folder: Path, keep: Path | None, stack: ExitStack, progress: Progress
) -> str:
    """Where a case of a size was made, with its suggestions: a schema of a database, or a file in
    a folder; a copy of the one in `keep`, which is finished first."""
    place = stack.enter_context(schema_of(where, f"of_{size}")) if where else ""
    file = (keep or folder) / f"{size}.sayso"
    with (Case if not place and file.exists() else Case.new)(place or file) as case:
        grow(case, size, progress)
        suggest(case, progress)
    if keep is not None and not place:
        file = Path(shutil.copy(file, folder))
    return place or str(file)


def table(sizes: Sequence[int], found: dict[str, list[Took]]) -> Iterator[str]:
    """Lines: shortest, median and p95 in milliseconds at each size, p95 of the processor's time,
    and the growth of median and of both p95s."""
    parts = ("median", "p95", "cpu p95")
    head = "".join(f"{f'{size:,}: min':>12}{'':1}{' '.join(parts):>20}" for size in sizes)
    yield f"{'ms, reports in the case':36}{head}   growth of {', '.join(parts)}"
    for name, took in found.items():
        cells = "".join(
            f"{1000 * each.seconds[0]:12.1f}{1000 * each.median:8.1f}{1000 * each.p95:6.1f}"
            f"{1000 * each.worked_p95:7.1f}"
            for each in took
        )
        grown = [getattr(took[-1], part) / getattr(took[0], part) for part in _GROWN]
        met = took[-1].p95 < ASKED and grown[1] <= GROWTH
        growth = "".join(f"{each:7.2f}" for each in grown)
        yield f"{name:36}{cells}   {growth}{'' if met else '  not met'}"


_GROWN = ("median", "p95", "worked_p95")


def main(sizes: Sequence[int], rounds: int, where: str, keep: Path | None) -> None:
    """Make the cases, measure unless there are no rounds, and print the table."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    progress = Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack, progress:
        places = [made(size, where, Path(folder), keep, stack, progress) for size in sizes]
        if not rounds:
            return
        with ExitStack() as opened:
            cases = [opened.enter_context(Case(place)) for place in places]
            found = measure(cases, rounds, progress)
        for line in table(sizes, found):
            print(line)
        for place, size in zip(places, sizes, strict=True):
            file = "" if where else f", file {Path(place).stat().st_size / 2**20:.0f} MiB"
            print(f"{size:,} reports: a process took {_memory_of(place)} MiB at most{file}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How long a case takes to answer.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="REPORTS")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--postgres", default="", metavar="URL")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--make", action="store_true", help="only make the cases that are kept")
    given = parser.parse_args()
    if given.make and given.keep is None:
        parser.error("--make goes with --keep")
    main(given.sizes, 0 if given.make else given.rounds, given.postgres, given.keep)
