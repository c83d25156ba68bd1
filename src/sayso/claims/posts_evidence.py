"""Where a post stands: in which claim, in which attribution, and who its people are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.claims.spans import Covers
from sayso.values import Attribution, Claim, Reading, Span


class Evidence:
    """The claims, attributions and mentions of a report, asked by spans."""

    def __init__(
        self, reading: Reading, attributions: Sequence[Attribution], claims: Sequence[Claim]
    ) -> None:
        self._contents = Covers((span, a.id) for a in attributions for span in a.content)
        self._told = Covers((source, a.content) for a in attributions for source in a.source)
        self._shifting = frozenset(_shifting(reading, attributions))
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

    def is_told_by(self, words: Span, source: Span) -> bool:
        """Whether words are part of what others, in the source of an attribution, tell."""
        told = (span for _, content in self._told.around(source) for span in content)
        return any(start <= words[0] and words[1] <= end for start, end in told)

    def is_shifted(self, attribution: str | None) -> bool:
        """Whether what an attribution tells has its tense from a "said" in the past."""
        return attribution in self._shifting

    def entity(self, span: Span) -> str | None:
        """The entity of the narrowest mention around a span."""
        return self._mentions.narrowest(span)


def _shifting(reading: Reading, attributions: Sequence[Attribution]) -> Iterator[str]:
    """The attributions of indirect speech whose cue stands in the past: there a past tense may
    stand for a present one (Quirk et al. 1985, 14.31)."""
    tokens = reading.tokens
    for a in attributions:
        for start, end in a.cue if a.kind == "indirect" else ():
            first = bisect_left(tokens, start, key=lambda token: token.start)
            last = bisect_left(tokens, end, key=lambda token: token.start)
            if any("Tense=Past" in token.feats for token in tokens[first:last]):
                yield a.id
