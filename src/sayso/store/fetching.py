"""Rows of a table for many others at once, and the spans in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.store import schema
from sayso.store.memory import batches
from sayso.values import Span


def rows_of(
    connection: Connection, table: str, column: str, values: Iterable[int]
) -> dict[int, list[Row[Any]]]:
    """A table's rows by the number they belong to, in order."""
    whole = schema.metadata.tables[table]
    key = whole.c[column]
    order = whole.c.get("number", whole.c.get("position"))
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for batch in batches(dict.fromkeys(values)):
        query = select(whole).where(key.in_(batch))
        for row in connection.execute(query if order is None else query.order_by(order)):
            found[getattr(row, column)].append(row)
    return found


def span_of(row: Row[Any], name: str = "") -> Span | None:
    """The span in a row's two columns."""
    prefix = f"{name}_" if name else ""
    begins = getattr(row, f"{prefix}begins")
    return None if begins is None else (begins, getattr(row, f"{prefix}ends"))


def sure_span(row: Row[Any], name: str = "") -> Span:
    """The span in a row's two columns, which are never empty."""
    found = span_of(row, name)
    assert found is not None
    return found
