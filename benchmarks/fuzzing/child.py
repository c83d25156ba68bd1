"""The process that reads the cases of one format, a few CPU seconds long; `__main__.py` starts it.

It bounds itself: memory by RLIMIT_AS, and the CPU time of a case by a timer of the system,
which ends it also where no Python runs. The case at hand stands in a file all the while, so that
the parent finds what ended it.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import resource
import signal
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NoReturn

from benchmarks.fuzzing.changes import LARGEST, changed
from benchmarks.fuzzing.seeds import OCR, seeds
from benchmarks.fuzzing.tallies import Tallies, Tally

if TYPE_CHECKING:
    from benchmarks.fuzzing.cases import Outcome

GUIDED = ("sayso.reports", "docx", "striprtf", "warcio", "trafilatura", "htmldate")
"""What is watched for coverage: Sayso's reports and the Python libraries beneath them."""
READERS = "page archives documents odt rtf epub mail feeds records pdf ocr markdown plain warc"
EVERY = 2.0
"""CPU seconds from one line of the tally to the next: what a kill loses."""
SAME = 3
"""Findings kept of one fault in a turn."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What a child is told: CPU seconds in all and for a case, bytes of growth it may have."""

    kind: str
    seconds: float
    seed: str
    folder: Path
    guided: bool
    case_seconds: float
    memory: int


@dataclass(slots=True)
class Loop:
    """Runs cases and keeps the tally; `run` is called with each."""

    orders: Orders
    outcome: Callable[[str, bytes], Outcome]
    signature: Callable[[str], str]
    tallies: Tallies
    case: int
    parent: int = field(default_factory=os.getppid)
    begun: float = field(default_factory=time.process_time)
    told: float = field(default_factory=time.process_time)
    tally: Tally = field(default_factory=lambda: Tally(""))
    seen: Counter[str] = field(default_factory=Counter)

    def run(self, data: bytes) -> None:
        """One case; ends the process when the time is used up, or the parent gone."""
        os.ftruncate(self.case, 0)
        os.pwrite(self.case, data, 0)
        before = _peak()
        signal.setitimer(signal.ITIMER_PROF, self.orders.case_seconds)
        start = time.process_time()
        made = self.outcome(self.orders.kind, data)
        took = time.process_time() - start
        signal.setitimer(signal.ITIMER_PROF, 0)
        grown = _peak() - before
        if grown > self.orders.memory:
            made.fault = made.fault or f"memory: it took {grown >> 20} MB"
        self._count(made, took)
        if made.fault:
            self._keep(data, made.fault)
        self._tell(start + took)

    def _count(self, made: Outcome, took: float) -> None:
        tally = self.tally
        tally.cases += 1
        tally.reading += took
        tally.reports += made.reports
        tally.errors.update(made.errors)
        tally.slowest = max(tally.slowest, took)
        tally.peak = _peak()

    def _keep(self, data: bytes, fault: str) -> None:
        self.tally.findings[fault.partition(":")[0]] += 1
        same = self.signature(fault)
        self.seen[same] += 1
        if self.seen[same] <= SAME:
            keep(self.orders.folder, self.orders.kind, data, fault)

    def _tell(self, now: float) -> None:
        if now - self.told < EVERY and now - self.begun < self.orders.seconds:
            return
        self.tally.kind, self.tally.seconds = self.orders.kind, now - self.told
        self.tallies.write(self.tally)
        self.told, self.tally = now, Tally("")
        if now - self.begun >= self.orders.seconds or os.getppid() != self.parent:
            os._exit(0)  # libFuzzer has no other way out


def keep(folder: Path, kind: str, data: bytes, fault: str) -> None:
    """Save a finding: the file as it was read, and what came of it."""
    name = f"{kind}-{fault.partition(':')[0]}-{hashlib.sha256(data).hexdigest()[:8]}"
    (folder / "findings" / name).write_bytes(data)
    (folder / "findings" / f"{name}.txt").write_text(fault, "utf-8", "replace")


def serve(orders: Orders) -> NoReturn:
    """Fuzz one format until its time is used up."""
    _quiet()
    watched = contextlib.nullcontext()
    if orders.guided:
        watched = import_module("atheris").instrument_imports(include=list(GUIDED))
    with watched:
        cases = import_module("benchmarks.fuzzing.cases")
        for name in READERS.split():
            import_module(f"sayso.reports.{name}")
    cases.no_tesseract()
    sound = [*seeds(orders.kind), *_more(orders)]
    case = os.open(orders.folder / "case", os.O_RDWR | os.O_CREAT)
    for data in sound:  # so that what is imported late is
        cases.outcome(orders.kind, data)
    _bound(orders.memory)
    tallies = Tallies(orders.folder / "tallies.jsonl")
    loop = Loop(orders, cases.outcome, cases.signature, tallies, case)
    (_guided if orders.guided else _blind)(loop, sound)
    os._exit(0)


def _blind(loop: Loop, sound: Sequence[bytes]) -> None:
    number = 0
    while True:
        chance = Random(f"{loop.orders.seed} {loop.orders.kind} {number}")
        loop.run(changed(chance, chance.choice(sound), _pool(loop.orders.kind)))
        number += 1


def _guided(loop: Loop, sound: Sequence[bytes]) -> None:
    """Its fuzzer chooses what is damaged further, and damages half of it in its own way."""
    atheris = import_module("atheris")

    corpus = loop.orders.folder / "corpus" / loop.orders.kind
    corpus.mkdir(parents=True, exist_ok=True)
    for data in sound:
        (corpus / hashlib.sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
    pool = _pool(loop.orders.kind)

    def mutate(data: bytes, most: int, number: int) -> bytes:
        chance = Random(number)
        if chance.random() < 0.3:
            return bytes(atheris.Mutate(data, most))
        return changed(chance, data or chance.choice(sound), pool)[:most]

    seed = int(hashlib.sha256(loop.orders.seed.encode()).hexdigest()[:7], 16)
    options = ["-timeout=36000", "-rss_limit_mb=0", "-malloc_limit_mb=0", "-print_final_stats=0"]
    sizes = [f"-max_len={LARGEST}", f"-seed={seed + 1}", "-artifact_prefix=/dev/null"]
    atheris.Setup([sys.argv[0], str(corpus), *options, *sizes], loop.run, custom_mutator=mutate)
    atheris.Fuzz()


def _pool(kind: str) -> list[bytes]:
    """Sound files of all formats, those of this one twice."""
    others = [data for other in ("html", "mail", "zip", "csv", "warc") for data in seeds(other)]
    return [*seeds(kind), *seeds(kind), *others]


def _more(orders: Orders) -> list[bytes]:
    """What the parent had other programs make."""
    made = sorted((orders.folder / "seeds").glob(f"{orders.kind}-*"))
    return [path.read_bytes() for path in made] if orders.kind != OCR else []


def _bound(memory: int) -> None:
    held = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    limit = held + 2 * memory
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def _quiet() -> None:
    """Damaged files make libraries warn."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
