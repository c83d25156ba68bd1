"""The table of figures, for a terminal and for `docs/benchmarks.md`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.table import Table
from rich.text import Text

from benchmarks.figures import Figure

HEADER = ("what", "ask", "anchor", "measured")
VERDICTS = {True: "met", False: "not met", None: ""}
COLOURS = {True: "green", False: "red", None: "dim"}


def terminal_table(figures: Sequence[Figure], part: str) -> Table:
    """A table for a terminal; notes stand under what was measured."""
    table = Table(title=f"Figures, {part} parts", show_lines=True)
    for name in HEADER:
        table.add_column(name, overflow="fold")
    for figure in figures:
        ask, result = figure.ask, figure.result
        measured = Text(result.measured, style=f"bold {COLOURS[result.met]}")
        if result.note:
            measured.append(f"\n{result.note}", style="dim")
        table.add_row(*map(Text, (ask.what, ask.ask, ask.anchor)), measured)
    return table


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def markdown(figures: Sequence[Figure], *, part: str, command: str, machine: str, day: date) -> str:
    """The page: how it was measured, then a row a figure."""
    rows = [
        "# Benchmarks",
        "",
        f"`{command}` on the {part} parts, {day.isoformat()}: {machine}.",
        "",
        "| what | ask | anchor | measured | | of which |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for figure in figures:
        ask, result = figure.ask, figure.result
        cells = (
            ask.what,
            ask.ask,
            ask.anchor,
            result.measured,
            VERDICTS[result.met],
            result.note,
        )
        rows.append(f"| {' | '.join(map(_cell, cells))} |")
    return "\n".join([*rows, ""])
