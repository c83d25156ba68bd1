"""Lists out of a case: for a person a page at a time, for a program as JSON lines or a table."""

from __future__ import annotations

import csv
import io
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from rich.console import Console
from rich.text import Text

from sayso.cli.case_options import Listing
from sayso.cli.case_records import Cells, Record
from sayso.cli.layout import Layout, printable, put
from sayso.cli.reading import write
from sayso.exports import as_line

Item = TypeVar("Item")
_FORMULA = ("=", "+", "-", "@")
"""A spreadsheet takes a cell that begins so for a formula, and carries it out."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[Item]):
    """How a kind of entry is put out.

    `lines` are for a terminal, `record` for JSON, `cells` for the `columns` of a table. `cursor`
    is what `--after` takes to go on behind an entry, None where a list is not paged. `spaced`
    puts an empty line between entries.
    """

    lines: Callable[[Item, Layout], Iterator[Text]]
    record: Callable[[Item], Record]
    cells: Callable[[Item], Cells]
    columns: Sequence[str]
    cursor: Callable[[Item], object] | None = None
    nothing: str = "nothing found"
    spaced: bool = True


def put_list(items: Iterable[Item], kind: Kind[Item], how: Listing) -> None:
    """Put out as many as were asked for; where there are more, a person is told how to go on."""
    items = iter(items)
    entries = items if how.most is None else islice(items, how.most)
    if how.as_json:
        for item in entries:
            write(as_line(kind.record(item)))
    elif how.as_csv:
        write(table_line(kind.columns))
        for item in entries:
            cells = kind.cells(item)
            write(table_line([cells.get(column) for column in kind.columns]))
    else:
        _show(list(entries), kind, more=next(items, None) is not None)
    sys.stdout.flush()


def asked(how: Listing) -> int | None:
    """How many entries `put_list` needs, one more than is shown, to know if there are more."""
    return None if how.most is None else how.most + how.shown


def _show(entries: Sequence[Item], kind: Kind[Item], *, more: bool) -> None:
    console = Console(highlight=False)
    layout = Layout(console)
    for count, item in enumerate(entries):
        put(kind.lines(item, layout), console, first=count == 0 or not kind.spaced)
    if not entries:
        console.print(kind.nothing, style="dim")
    if more and kind.cursor is not None:
        after = shlex.quote(str(kind.cursor(entries[-1])))
        put(layout.wrapped(Text(), Text(f"more: --after {after}", "dim")), console, first=False)


def table_line(values: Sequence[object]) -> str:
    """A line of a table (RFC 4180), with nothing in it that steers a terminal or a spreadsheet."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_cell(value) for value in values])
    return out.getvalue()


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return "" if value is None else value
    if isinstance(value, tuple | list):
        value = "; ".join(str(each) for each in value)
    text = printable(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
