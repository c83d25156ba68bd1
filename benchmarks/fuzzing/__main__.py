"""Fuzzes every format in turn, keeps the tallies and the findings, and prints the table."""

from __future__ import annotations

import argparse
import importlib.util
import json
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, TaskID

from benchmarks.fuzzing.child import Orders, keep, serve
from benchmarks.fuzzing.seeds import SEEDS, made_by_programs
from benchmarks.fuzzing.tallies import Tallies, Tally, table

TURN = 60.0
"""CPU seconds of a format's turn."""
WIDTH = 130
STUCK = 30, 600.0
"""A case waits for something if it takes so many times its CPU time, and so many seconds."""


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.fuzzing", description=__doc__)
    options.add_argument("--minutes", type=float, default=1.0, help="CPU minutes in all")
    options.add_argument("--only", help="these formats, by commas: " + ", ".join(SEEDS))
    options.add_argument("--seed", default="1", help="another seed gives other cases")
    options.add_argument("--keep", type=Path, help="folder of tallies and findings, added to")
    options.add_argument("--case-seconds", type=float, default=20.0, help="CPU time of one case")
    options.add_argument("--memory", type=int, default=1024, help="MB that one case may take")
    options.add_argument("--blind", action="store_true", help="without atheris")
    options.add_argument("--programs", action="store_true", help="seeds by LibreOffice too")
    options.add_argument("--again", action="store_true", help="only read the findings again")
    return options


class Run:
    """One run of the tool: turns of children until the minutes are used up."""

    def __init__(self, orders: Orders, kinds: Sequence[str], minutes: float) -> None:
        self.orders, self.kinds, self.seconds = orders, kinds, minutes * 60
        self.tallies = Tallies(orders.folder / "tallies.jsonl")

    def all(self, progress: Progress) -> None:
        """Every format in turn, the one with the least time first."""
        task = progress.add_task("fuzzing", total=self.seconds)
        while (done := self._done(progress, task)) < self.seconds:
            kind = min(self.kinds, key=self._used)
            share = self.seconds / len(self.kinds) - self._used(kind)
            seconds = min(TURN, max(share, 1.0), self.seconds - done + 0.1)
            turn = f"{self.orders.seed} {self._used(kind):.1f}"
            progress.update(task, description=f"fuzzing {kind}")
            self._turn(replace(self.orders, kind=kind, seconds=seconds, seed=turn), progress, task)

    def _used(self, kind: str) -> float:
        return self.tallies.kinds.get(kind, Tally(kind)).seconds

    def _done(self, progress: Progress, task: TaskID) -> float:
        self.tallies.update()
        done = sum(map(self._used, self.kinds))
        progress.update(task, completed=done)
        return done

    def _turn(self, orders: Orders, progress: Progress, task: TaskID) -> None:
        """One child from its start to its end, and what ended it if that was a case."""
        (orders.folder / "case").write_bytes(b"")
        with (orders.folder / "log").open("ab") as log:
            child = subprocess.Popen(_command(orders), stdout=log, stderr=log)
            try:
                begun = self._wait(child, orders, progress, task)
            finally:
                child.kill()
                child.wait()
        if child.returncode:
            self._note(child.returncode, orders, begun)

    def _wait(
        self, child: subprocess.Popen[bytes], orders: Orders, progress: Progress, task: TaskID
    ) -> bool:
        """Whether it had come to a case, once it has ended or been found stuck."""
        case, late = orders.folder / "case", max(STUCK[0] * orders.case_seconds, STUCK[1])
        while child.poll() is None:
            time.sleep(0.5)
            self._done(progress, task)
            if time.time() - case.stat().st_mtime > late:
                child.kill()
                child.wait()
        return case.stat().st_size > 0

    def _note(self, code: int, orders: Orders, begun: bool) -> None:
        if not begun:
            raise SystemExit(f"the process for {orders.kind} did not start: see its log")
        fault = f"crash: the process ended ({code})"
        if -code in (signal.SIGPROF, signal.SIGKILL):
            fault = f"hang: over {orders.case_seconds:g} seconds"
        keep(orders.folder, orders.kind, (orders.folder / "case").read_bytes(), fault)
        what = fault.partition(":")[0]
        slowest = orders.case_seconds if what == "hang" else 0.0
        self.tallies.write(
            Tally(orders.kind, 1, slowest, slowest, findings=Counter([what]), slowest=slowest)
        )


def _command(orders: Orders) -> list[str]:
    told = json.dumps({**asdict(orders), "folder": str(orders.folder)})
    return [sys.executable, "-m", "benchmarks.fuzzing", "child", told]


def _folder(chosen: argparse.Namespace) -> Path:
    """The folder of the run, with the seeds that other programs make."""
    folder = chosen.keep or Path(tempfile.mkdtemp(prefix="fuzzing-"))
    for name in ("findings", "seeds", "corpus"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    if chosen.programs and not any((folder / "seeds").iterdir()):
        with tempfile.TemporaryDirectory() as work:
            for kind, made in made_by_programs(Path(work)).items():
                for number, data in enumerate(made):
                    (folder / "seeds" / f"{kind}-{number}").write_bytes(data)
    return folder


def _again(folder: Path, console: Console) -> int:
    """Read every finding again, each once; how many still stand."""
    from benchmarks.fuzzing.cases import no_tesseract, outcome

    no_tesseract()
    standing = 0
    for path in sorted((folder / "findings").iterdir()):
        if path.suffix != ".txt":
            fault = outcome(path.name.partition("-")[0], path.read_bytes()).fault
            standing += fault is not None
            console.print(f"{path.name}: {fault or 'no more'}", markup=False)
    return standing


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where there were findings."""
    told = sys.argv[1:] if arguments is None else list(arguments)
    if told[:1] == ["child"]:
        orders = json.loads(told[1])
        serve(Orders(**{**orders, "folder": Path(orders["folder"])}))
    chosen = parser().parse_args(told)
    kinds = chosen.only.split(",") if chosen.only else list(SEEDS)
    if unknown := set(kinds) - set(SEEDS):
        raise SystemExit(f"no such format: {', '.join(sorted(unknown))}")
    folder, console = _folder(chosen), Console(width=WIDTH)
    if chosen.again:
        return int(_again(folder, console) > 0)
    guided = not chosen.blind and importlib.util.find_spec("atheris") is not None
    orders = Orders("", 0.0, chosen.seed, folder, guided, chosen.case_seconds, chosen.memory << 20)
    run = Run(orders, kinds, chosen.minutes)
    with Progress(console=Console(stderr=True)) as progress:
        run.all(progress)
    console.print(table(run.tallies.kinds[kind] for kind in kinds))
    findings = sum(tally.findings.total() for tally in run.tallies.kinds.values())
    console.print(f"guided by coverage: {'yes' if guided else 'no'}; kept in {folder}")
    return int(findings > 0)


if __name__ == "__main__":
    sys.exit(main())
