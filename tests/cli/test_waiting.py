"""The bar comes after a while, at a terminal only, and goes away for what is printed."""

from __future__ import annotations

import io
import time

from rich.console import Console

from sayso.cli.waiting import Waiting


def console(*, terminal: bool) -> Console:
    return Console(file=io.StringIO(), force_terminal=terminal, width=60, color_system=None)


def written(to: Console) -> str:
    assert isinstance(to.file, io.StringIO)
    return to.file.getvalue()


def until_shown(to: Console) -> None:
    for _ in range(500):
        if "Reading" in written(to):
            return
        time.sleep(0.01)


def test_bar_counts_what_is_done() -> None:
    to = console(terminal=True)
    with Waiting(to, 3, patience=0) as waiting:
        waiting.advance()
        until_shown(to)
    assert "1/3" in written(to)


def test_bar_without_a_known_end() -> None:
    to = console(terminal=True)
    with Waiting(to, None, patience=0):
        until_shown(to)
    assert "0/?" in written(to)


def test_no_bar_before_its_time() -> None:
    to = console(terminal=True)
    with Waiting(to, 3, patience=60) as waiting:
        waiting.advance()
    assert written(to) == ""


def test_no_bar_where_there_is_no_terminal() -> None:
    to = console(terminal=False)
    with Waiting(to, 3, patience=0) as waiting, waiting.hidden():
        time.sleep(0.05)
    assert written(to) == ""


def test_bar_is_away_while_something_is_printed() -> None:
    to = console(terminal=True)
    with Waiting(to, 3, patience=0) as waiting:
        until_shown(to)
        with waiting.hidden():
            before = written(to)
            time.sleep(0.25)
            assert written(to) == before
        waiting.advance()
    assert written(to) != before
