"""Lists: for a person a page at a time, for a program as JSON lines or a table."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from rich.console import Console
from rich.text import Text

from sayso.cli.layout import Layout, printable, put
from sayso.cli.reading import write
from sayso.cli.typed import again
from sayso.exports import as_line

SHOWN = 20
"""How many entries the screen shows unless `--limit` says otherwise."""
MANY = 10
"""How many times as many are offered of a list that has no cursor to go on from."""
Item = TypeVar("Item")
Cells = Mapping[str, object]
Record = dict[str, Any]
_FORMULA = ("=", "+", "-", "@")
"""A spreadsheet takes a cell that begins so for a formula, and carries it out."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How a list is wanted: which part of it, and for a person, a program or a table.

    `after` is the cursor that an earlier part of the list ended with.
    """

    limit: int | None = None
    after: str | None = None
    as_json: bool = False
    as_csv: bool = False

    @property
    def shown(self) -> bool:
        return not self.as_json and not self.as_csv

    @property
    def most(self) -> int | None:
        """How many entries to print; all of them where a program reads."""
        return SHOWN if self.limit is None and self.shown else self.limit

    @property
    def asked(self) -> int | None:
        """How many entries `put_list` needs, one more than is shown, to know if there are more."""
        return None if self.most is None else self.most + self.shown

    @property
    def number(self) -> int | None:
        """`after` of a list that goes by numbers."""
        return None if self.after is None else int(self.after)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Item]):
    """How a kind of entry is put out.

    `lines` are for a terminal, `record` for JSON, `cells` (else the record) for the `columns` of
    a table. `heading` stands over the entries that have the same. `cursor` is what `--after`
    takes to go on behind an entry, None where a list starts anew each time. `spaced` puts an empty
    line between entries.
    """

    lines: Callable[[Item, Layout], Iterator[Text]]
    record: Callable[[Item], Record]
    columns: Sequence[str]
    cells: Callable[[Item], Cells] | None = None
    heading: Callable[[Item, Layout], Iterator[Text]] | None = None
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
        put_table(map(kind.cells or kind.record, entries), kind.columns)
    else:
        _show(list(entries), kind, more=next(items, None) is not None)
    sys.stdout.flush()


def put_table(rows: Iterable[Cells], columns: Sequence[str], *, headed: bool = True) -> None:
    """A heading, unless the table has it already, then a line each."""
    if headed:
        write(table_line(columns))
    for cells in rows:
        write(table_line([cells.get(column) for column in columns]))


def _show(entries: Sequence[Item], kind: Kind[Item], *, more: bool) -> None:
    console = Console(highlight=False)
    put_entries(entries, kind, console)
    if not entries:
        console.print(kind.nothing, style="dim")
    if more:
        go_on = kind.cursor and again("--after", kind.cursor(entries[-1]))
        put(hint(go_on or again("--limit", MANY * len(entries))), console, first=False)


def put_entries(
    entries: Iterable[Item], kind: Kind[Item], console: Console, *, first: bool = True
) -> None:
    """The entries for a terminal, under their headings; an empty line comes before all but the
    `first`."""
    layout = Layout(console)
    headed: list[Text] = []
    for item in entries:
        heading = list(kind.heading(item, layout)) if kind.heading else []
        under = heading != headed
        if under:
            put(heading, console, first=first)
        put(kind.lines(item, layout), console, first=first or under or not kind.spaced)
        headed, first = heading, False


def hint(command: str) -> Iterator[Text]:
    """How to go on: a command, on one line however long, so that it can be pasted."""
    yield Text(f"more: {command}", "dim")


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
