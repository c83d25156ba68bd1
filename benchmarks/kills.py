"""A process that writes to a case is killed at random moments; nothing may be lost or doubled.

Each child process opens the case and keeps on adding invented reports, beginning with some that
are there already; after a random while it gets SIGKILL. At the end the case is compared, row by
row in every table, with one that was written without being disturbed. Run as

    python -m benchmarks.kills [kills [URL of a PostgreSQL database]]
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from sqlalchemy import select

from benchmarks.invented import invented
from benchmarks.schemas import schema_of
from sayso import Case
from sayso.store import schema

WHEN = frozenset({"added_at", "applied_at"})
AGAIN = 2
"""How many reports that are there already are given again after each kill."""
WHILE = 6
"""A child is killed while it adds its first so many reports, as long as that takes here."""


def rows(case: Case) -> Counter[tuple[Any, ...]]:
    """All rows of a case, but for when they were written."""
    found: Counter[tuple[Any, ...]] = Counter()
    with case._store.reading() as connection:  # noqa: SLF001 - what is compared is inside
        for name, table in schema.metadata.tables.items():
            columns = [column for column in table.c if column.name not in WHEN]
            for row in connection.execute(select(*columns)):
                found[(name, *map(repr, row))] += 1
    return found


def in_child(work: Callable[[], None]) -> int:
    """The process id of a child that does some work and ends."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # there is one thread only
        child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - whatever it is, the child must end here
        print(repr(error), file=sys.stderr)
        os._exit(1)
    os._exit(0)


def write_on(place: str, numbers: Iterator[int]) -> None:
    """Add invented reports."""
    with Case(place) as case:
        for number in numbers:
            case.add(invented(number))


def _telling(numbers: Iterator[int], pipe: int) -> Iterator[int]:
    """The numbers; says so on a pipe when the first is asked for."""
    os.write(pipe, b"!")
    yield from numbers


def there(place: str) -> int:
    """How many reports a case holds."""
    with Case(place) as case:
        return sum(1 for _ in case.reports())


def longest(folder: Path) -> float:
    """Seconds in which a child of ours adds `WHILE` reports to a new case, on this machine."""
    place = str(folder / "pace.sayso")
    Case.new(place).close()
    begin = time.perf_counter()
    os.waitpid(in_child(lambda: write_on(place, iter(range(WHILE)))), 0)
    return time.perf_counter() - begin


def kill_while_writing(place: str, kills: int, seed: int = 1) -> int:
    """Kill a writer this often at random moments; how many reports were written meanwhile."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        most = longest(Path(folder))
    console = Console(stderr=True)
    for _ in track(range(kills), "killing", console=console, auto_refresh=False):  # no thread
        first = max(there(place) - AGAIN, 0)
        read, write = os.pipe()

        def work(first: int = first, write: int = write) -> None:
            write_on(place, _telling(count(first), write))

        child = in_child(work)
        os.close(write)
        os.read(read, 1)  # the case is open
        os.close(read)
        time.sleep(chance.uniform(0, most))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return there(place)


def compare(place: str, undisturbed: str, reports: int) -> tuple[int, int, list[str]]:
    """Rows lost and rows too many in a case, beside one that was written in peace with as many
    reports; and what `check` finds."""
    write_on(undisturbed, iter(range(reports)))
    with Case(place) as case, Case(undisturbed) as peace:
        ours, theirs = rows(case), rows(peace)
        faults = [f"{fault.where}: {fault.reason}" for fault in case.check()]
    return (theirs - ours).total(), (ours - theirs).total(), faults


def main(kills: int = 200, where: str = "") -> None:
    """Print what became of the rows."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        places = [str(Path(folder, name)) for name in ("killed.sayso", "peace.sayso")]
        if where:
            places = [stack.enter_context(schema_of(where, name)) for name in ("killed", "peace")]
        for place in places:
            Case.new(place).close()
        reports = kill_while_writing(places[0], kills)
        lost, doubled, faults = compare(places[0], places[1], reports)
    print(f"{kills} kills, {reports} reports written: {lost} rows lost, {doubled} too many")
    print("\n".join(faults) or "check: nothing wrong")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 200, given[1] if len(given) > 1 else "")
