"""Where a post stands: in which claim, in which attribution, and who its people are."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.spans import Covers
from sayso.values import Attribution, Claim, Reading, Span


class Evidence:
    """The claims, attributions and mentions of a report, asked by spans."""

    def __init__(
        self, reading: Reading, attributions: Sequence[Attribution], claims: Sequence[Claim]
    ) -> None:
        self._contents = Covers((span, a.id) for a in attributions for span in a.content)
        self._claims = Covers(
            ((min(s for s, _ in c.evidence), max(e for _, e in c.evidence)), c.id)
            for c in claims
            if c.evidence
        )
        self._mentions = Covers(
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
