"""Collections of spans, asked for those that overlap another or cover it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from sayso.values import Span

Key = TypeVar("Key")


class Taken:
    """Spans that do not overlap; the first to come stays."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def add(self, span: Span) -> bool:
        """Whether there was room for it."""
        at = bisect_left(self._spans, span)
        before = at and self._spans[at - 1][1] > span[0]
        after = at < len(self._spans) and self._spans[at][0] < span[1]
        if before or after:
            return False
        insort(self._spans, span)
        return True


class Covers(Generic[Key]):
    """Spans with a key each, asked for those that cover another."""

    def __init__(self, items: Iterable[tuple[Span, Key]]) -> None:
        self._items = sorted(items, key=lambda item: item[0])
        self._starts = [span[0] for span, _ in self._items]
        self._longest = max((end - start for (start, end), _ in self._items), default=0)

    def around(self, span: Span) -> Iterator[tuple[Span, Key]]:
        """Those that hold all of a span, in the order of their starts."""
        first = bisect_left(self._starts, span[1] - self._longest)
        for own, key in self._items[first : bisect_right(self._starts, span[0])]:
            if own[1] >= span[1]:
                yield own, key

    def narrowest(self, span: Span) -> Key | None:
        found = min(self.around(span), key=lambda item: item[0][1] - item[0][0], default=None)
        return found[1] if found else None


def without_article(text: str, span: Span) -> Span:
    """A name's span without "the" and "'s"."""
    start = span[0] + 4 * text.startswith(("the ", "The "), span[0])
    return start, without_possessive(text, (start, span[1]))[1]


def without_possessive(text: str, span: Span) -> Span:
    """ "B" of "B's"."""
    start, end = span
    return start, end - 2 * text.endswith(("'s", "’s"), start, end)
