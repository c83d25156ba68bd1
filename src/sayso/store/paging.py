"""Lists a page at a time: nothing is held open between two pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

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
