"""Disjoint sets of numbers."""

from __future__ import annotations


class Sets:
    """Disjoint sets of numbers (union-find); a set is known by its least member."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def of(self, item: int) -> int:
        """The least member of the set an item is in."""
        while self._above[item] != item:
            self._above[item] = self._above[self._above[item]]
            item = self._above[item]
        return item

    def join(self, one: int, other: int) -> None:
        """Makes one set of two."""
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low
