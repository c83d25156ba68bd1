"""Where a post stands: in which claim, in which attribution, and who its people are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sayso.values import Attribution, Claim, Reading, Span


class Evidence:
    """The claims, attributions and mentions of a report, asked by spans."""

    def __init__(
        self, reading: Reading, attributions: Sequence[Attribution], claims: Sequence[Claim]
    ) -> None:
        self._contents = _Covers((span, a.id) for a in attributions for span in a.content)
        self._claims = _Covers(
            ((min(s for s, _ in c.evidence), max(e for _, e in c.evidence)), c.id)
            for c in claims
            if c.evidence
        )
        self._mentions = _Covers(
            ((m.start, m.end), m.entity)
            for m in reading.mentions
            if m.type in ("person", "organization", "object", "abstract", "place")
        )

    def stands_in(self, near: Sequence[Span]) -> tuple[str | None, str | None]:
        """The ids of the narrowest claim and attribution that hold all the spans."""
        whole = min(start for start, _ in near), max(end for _, end in near)
        return self._claims.narrowest(whole), self._contents.narrowest(whole)

    def entity(self, span: Span) -> str | None:
        """The entity of the narrowest mention around a span."""
        return self._mentions.narrowest(span)


class _Covers:
    """Spans with a key each, asked for the narrowest that covers another."""

    def __init__(self, items: Iterable[tuple[Span, str]]) -> None:
        self._items = sorted(items)
        self._starts = [span[0] for span, _ in self._items]
        self._longest = max((end - start for (start, end), _ in self._items), default=0)

    def narrowest(self, span: Span) -> str | None:
        first = bisect_left(self._starts, span[1] - self._longest)
        best: tuple[int, str] | None = None
        for (start, end), key in self._items[first : bisect_right(self._starts, span[0])]:
            if end >= span[1] and (best is None or end - start < best[0]):
                best = end - start, key
        return best[1] if best else None
