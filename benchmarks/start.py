"""How long `sayso --version` takes beside an interpreter that does nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks import command


@dataclass(frozen=True, slots=True)
class Start:
    """Median seconds of both."""

    sayso: float
    python: float

    @property
    def ratio(self) -> float:
        """How many bare interpreters one `sayso --version` is worth."""
        return self.sayso / self.python


def measure(times: int, advance: Callable[[], None]) -> Start:
    """Runs both `times` times in turns; the first turn warms the disk and is not counted."""
    commands = {
        "sayso": [command.sayso(), "--version"],
        "python": [sys.executable, "-c", "pass"],
    }
    command.interleaved(commands, 1, lambda: None)
    median = command.interleaved(commands, times, advance)
    return Start(median["sayso"], median["python"])
