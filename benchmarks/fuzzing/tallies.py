"""What was fuzzed so far: lines added to one file, so that a kill loses seconds, and a table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rich.table import Table

ERRORS = ("NotAReport", "SourceTooLarge", "SourceMissing")
HEADER = (
    *("format", "cases", "CPU min", "reading", "reports", *ERRORS),
    *("slowest", "peak", "findings"),
)


@dataclass(slots=True)
class Tally:
    """One format's figures: times in CPU seconds, memory (resident set) in bytes.

    `seconds` is all that the process took, damaging and checking included; `reading` what the
    reading took; `errors` and `findings` count by class of error, and by kind of fault.
    """

    kind: str
    cases: int = 0
    seconds: float = 0.0
    reading: float = 0.0
    reports: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    peak: int = 0

    def add(self, other: Tally) -> None:
        """Take in what another process or another minute counted."""
        self.cases += other.cases
        self.seconds += other.seconds
        self.reading += other.reading
        self.reports += other.reports
        self.errors.update(other.errors)
        self.findings.update(other.findings)
        self.slowest = max(self.slowest, other.slowest)
        self.peak = max(self.peak, other.peak)


class Tallies:
    """The file of tallies: any process may add a line, and one sums them up as they come."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = 0
        self.kinds: dict[str, Tally] = {}

    def write(self, tally: Tally) -> None:
        """Add a line."""
        with self._path.open("a", encoding="utf-8") as file:
            line = {name: getattr(tally, name) for name in Tally.__dataclass_fields__}
            file.write(json.dumps(line) + "\n")

    def update(self) -> float:
        """Take in the lines that are new; all CPU seconds so far."""
        if self._path.exists():
            with self._path.open("rb") as file:
                file.seek(self._read)
                for line in file:
                    if line.endswith(b"\n"):
                        self._read += len(line)
                        self._take(json.loads(line))
        return sum(tally.seconds for tally in self.kinds.values())

    def _take(self, line: dict[str, object]) -> None:
        kind = str(line["kind"])
        for name in ("errors", "findings"):
            line[name] = Counter(line[name])  # type: ignore[call-overload]
        self.kinds.setdefault(kind, Tally(kind)).add(Tally(**line))  # type: ignore[arg-type]


def table(tallies: Iterable[Tally]) -> Table:
    """A row a format, and their sum."""
    rows, total = list(tallies), Tally("all")
    made = Table(title="Fuzzing")
    for number, name in enumerate(HEADER):
        made.add_column(name, justify="right" if 0 < number < len(HEADER) - 1 else "left")
    for tally in rows:
        total.add(tally)
        made.add_row(*_cells(tally))
    made.add_section()
    made.add_row(*_cells(total))
    return made


def _cells(tally: Tally) -> tuple[str, ...]:
    return (
        tally.kind,
        f"{tally.cases:,}",
        f"{tally.seconds / 60:.1f}",
        f"{tally.reading / 60:.1f}",
        f"{tally.reports:,}",
        *(f"{tally.errors[name]:,}" for name in ERRORS),
        f"{tally.slowest:.2f} s",
        f"{tally.peak >> 20} MB",
        ", ".join(f"{count} {what}" for what, count in tally.findings.items()) or "none",
    )
