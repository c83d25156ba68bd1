"""`python -m benchmarks`: every figure that its data is there for, as a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from rich.console import Console
from rich.progress import Progress

from benchmarks import machine, places
from benchmarks.figures import STEPS, Figure, Result, Settings, Step
from benchmarks.table import markdown, terminal_table

PAGE = places.ROOT / "docs" / "benchmarks.md"


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = [step.name for step in STEPS]
    options.add_argument("--only", action="append", choices=names, help="only this (repeatable)")
    options.add_argument("--part", default="dev", help="which part of the data (default: dev)")
    options.add_argument("--speed-runs", type=int, default=3, help="timed runs of each pipeline")
    options.add_argument("--speed-articles", type=int, help="time the first so many articles only")
    options.add_argument("--start-runs", type=int, default=20, help="timed starts")
    options.add_argument("--write", action="store_true", help="write docs/benchmarks.md too")
    return options


def measure(steps: Sequence[Step], settings: Settings, progress: Progress) -> list[Figure]:
    """Each step's rows; where something is missing, its rows say what."""
    figures: list[Figure] = []
    for step in steps:
        task = progress.add_task(step.name, total=step.size(settings))
        try:
            results = step.measure(settings, partial(progress.advance, task))
        except places.Missing as missing:
            said = str(missing).replace(f"{places.ROOT}/", "")
            results = [Result("not measured", None, said)] * len(step.asks)
            progress.update(task, visible=False)
        figures += map(Figure, step.asks, results)
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints and writes; what an ask says does not change the exit code."""
    chosen = parser().parse_args(arguments)
    settings = Settings(chosen.part, chosen.speed_runs, chosen.speed_articles, chosen.start_runs)
    steps = [step for step in STEPS if not chosen.only or step.name in chosen.only]
    with Progress(console=Console(stderr=True)) as progress:
        figures = measure(steps, settings, progress)
    Console().print(terminal_table(figures, settings.part))
    if chosen.write:
        words = " ".join(
            ["python -m benchmarks", *(sys.argv[1:] if arguments is None else arguments)]
        )
        page = markdown(
            figures,
            part=settings.part,
            command=words,
            machine=machine.describe(),
            day=datetime.now(UTC).date(),
        )
        PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
