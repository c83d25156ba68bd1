"""A report's seal: one hash over all that was written of it and never changes.

Offsets, words, chains and ties are in it, down to each row's number; who is who is not, as people
decide on that, nor where a report was read from. So `check` finds an offset that was shifted
inside its text, a word that was changed and a row that is gone.

Whoever changes a column of a table that is sealed adds a migration that seals all reports anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, select

from sayso.store import schema
from sayso.store.rows import Row
from sayso.store.strings import clean

TABLES = (
    *("blocks", "credits", "figures", "mentions", "voices", "attributions", "claims"),
    *("arguments", "spans", "posts", "links", "times", "chains", "post_chains", "places"),
    "amounts",
)
"""The tables under the seal, besides the report's own row."""
OF_THE_REPORT = (
    *("id", "title", "outlet", "published", "modified", "language", "section", "url"),
    *("archive_url", "archived", "authors", "warnings", "found", "hash", "unstorable"),
)
AT_ONCE = 50
_BELOW = {"claim": schema.claims, "post": schema.posts}
"""Tables without a report of their own go by that of their claim or post."""


def _columns(table: str) -> list[Column[Any]]:
    """The columns that never change: all but who is who."""
    every = schema.metadata.tables[table].c
    return [each for each in every if not each.name.endswith("entity") and each.name != "placed"]


def seal_of(report: Row, tables: Mapping[str, Sequence[Row]]) -> str:
    """The seal of a report's row and of its rows in each table."""
    seal = hashlib.sha256()
    _add(seal, "reports", [report.get(name) for name in OF_THE_REPORT])
    for name in TABLES:
        columns = [each.name for each in _columns(name)]
        keys = [each.name for each in schema.metadata.tables[name].primary_key]
        rows = sorted(tables.get(name, ()), key=lambda row: [row[key] for key in keys])
        for row in rows:
            _add(seal, name, [row.get(column) for column in columns])
    return seal.hexdigest()


def _add(seal: Any, table: str, values: Sequence[Any]) -> None:
    line = _encode([table, *values])
    if _UNSTORABLE.search(line):
        line = _encode([table, *clean(list(values))])
    seal.update(line.encode() + b"\n")


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_UNSTORABLE = re.compile(r"\\u0000|[\ud800-\udfff]")
"""What a database keeps another sign for, as JSON has it."""


def seals_now(connection: Connection) -> Iterator[tuple[int, str]]:
    """Each report's number and the seal that its rows have now, some reports at a time."""
    numbers = list(connection.scalars(select(schema.reports.c.number)))
    for first in range(0, len(numbers), AT_ONCE):
        yield from _some(connection, numbers[first : first + AT_ONCE])


def _some(connection: Connection, reports: Sequence[int]) -> Iterable[tuple[int, str]]:
    own = schema.reports.c
    query = select(own.number, *(own[name] for name in OF_THE_REPORT))
    seals = {number: hashlib.sha256() for number in reports}
    for number, *values in connection.execute(query.where(own.number.in_(reports))):
        _add(seals[number], "reports", values)
    for name in TABLES:
        for number, *values in connection.execute(_rows(name, reports)):
            _add(seals[number], name, values)
    return [(number, seal.hexdigest()) for number, seal in seals.items()]


def _rows(name: str, reports: Sequence[int]) -> Select[Any]:
    """Asks for the sealed columns of a table's rows, each after the number of its report."""
    table = schema.metadata.tables[name]
    if "report" in table.c:
        query = select(table.c.report, *_columns(name)).where(table.c.report.in_(reports))
    else:
        key = next(each for each in _BELOW if each in table.c)
        parent = _BELOW[key]
        query = select(parent.c.report, *_columns(name))
        query = query.join(parent, parent.c.number == table.c[key])
        query = query.where(parent.c.report.in_(reports))
    return query.order_by(*table.primary_key)
