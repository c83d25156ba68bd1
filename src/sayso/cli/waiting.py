"""A progress bar on standard error, for reading that takes longer than a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

PATIENCE = 2.0  # seconds before the bar is shown


class Waiting:
    """Shows a bar once `PATIENCE` has passed, if standard error is a terminal.

    `hidden` takes the bar away while something is printed, as both may share a screen.
    """

    def __init__(self, console: Console, total: int | None, patience: float = PATIENCE) -> None:
        self._bar = Progress(
            TextColumn("Reading"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=total)
        self._lock = Lock()
        self._shown = False
        self._over = not console.is_terminal
        self._timer = Timer(patience, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if not self._over:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True
            if self._shown:
                self._bar.stop()

    def advance(self) -> None:
        """One more source is done with."""
        self._bar.advance(self._task)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Keep the bar off the screen inside the block."""
        with self._lock:
            if self._shown:
                self._bar.stop()
            try:
                yield
            finally:
                if self._shown:
                    self._bar.start()

    def _show(self) -> None:
        with self._lock:
            if not self._over:
                self._shown = True
                self._bar.start()
