"""Lists a page at a time: nothing is held open between two pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select

Item = TypeVar("Item")
Cursor = TypeVar("Cursor")
PAGE = 100


def pages(
    fetch: Callable[[Cursor | None, int], Sequence[Item]],
    cursor: Callable[[Item], Cursor],
    limit: int | None,
    after: Cursor | None,
) -> Iterator[Item]:
    """All items that `fetch(after, at most how many)` gives, page by page, `limit` at most."""
    left = limit
    while left is None or left > 0:
        size = PAGE if left is None else min(PAGE, left)
        page = fetch(after, size)
        yield from page
        if len(page) < size:
            return
        after = cursor(page[-1])
        left = None if left is None else left - len(page)


def last_numbers(
    connection: Connection, queries: Sequence[Select[Any]], size: int, after: int | None = None
) -> list[int]:
    """The highest numbers below `after` that any of some queries for numbers gives, last first,
    `size` at most. Each query goes by its own index."""
    found: set[int] = set()
    for query in queries:
        number = query.selected_columns[0]
        page = query if after is None else query.where(number < after)
        found.update(connection.scalars(page.distinct().order_by(number.desc()).limit(size)))
    return sorted(found, reverse=True)[:size]
