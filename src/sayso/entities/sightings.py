"""The names of a report as they stand in its text: for `kinds` to vote on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from sayso.entities.mentions import Called
from sayso.entities.votes import Sighting
from sayso.values import Mention, Reading, Span

_AROUND = 60
_BEHIND_DATELINE = re.compile(r"\s?(?:\(|,|—|–|-|\|)")
_MODIFYING = ("compound", "amod", "nmod:desc", "nmod:unmarked")


def name_span(reading: Reading, mention: Mention, name: str) -> Span:
    """Where a mention's name stands; the whole mention where it is spelled otherwise."""
    at = reading.report.text.find(name, mention.start, mention.end + _AROUND)
    return (at, at + len(name)) if at >= 0 else (mention.start, mention.end)


def sightings_of(reading: Reading, calls: Mapping[int, Called]) -> dict[int, Sighting]:
    """One for each mention that has a name, by its number in `reading.mentions`."""
    spans = {
        n: name_span(reading, reading.mentions[n], call.name)
        for n, call in calls.items()
        if call.name is not None
    }
    names = {call.name for call in calls.values() if call.name is not None}
    around = _Surroundings(reading, list(spans.values()), names)
    return {n: around.sighting(n, calls[n].name or "", span) for n, span in spans.items()}


class _Surroundings:
    def __init__(self, reading: Reading, spans: list[Span], names: set[str]) -> None:
        self._reading = reading
        self._longer: dict[str, list[str]] = {}
        for name in names:
            self._longer.setdefault(name.split()[0], []).append(name)
        self._text = reading.report.text
        self._longest: list[Span] = []
        for span in sorted(set(spans), key=lambda each: (each[0], -each[1])):
            if not self._longest or span[1] > self._longest[-1][1]:
                self._longest.append(span)
        self._starts = [start for start, _ in self._longest]
        self._titles = [b for b in reading.report.blocks if b.kind in ("title", "heading")]
        self._datelines = [b for b in reading.report.blocks if b.kind == "dateline"]

    def sighting(self, n: int, name: str, span: Span) -> Sighting:
        """A mention's name and what is around it, to the ends of its line."""
        mention, text = self._reading.mentions[n], self._text
        before = text[max(0, span[0] - _AROUND) : span[0]].rpartition("\n")[2]
        after = text[span[1] : span[1] + _AROUND].partition("\n")[0]
        return Sighting(
            name,
            mention.type,
            before,
            after,
            inner=self._is_inner(span),
            modifies=self._modifies(mention),
            opens=self._opens(span[0]),
            dateline=self._is_dateline(span, name, after),
            plural=self._is_plural(mention),
        )

    def _is_inner(self, span: Span) -> bool:
        """Whether a name stands in a longer one that is a mention, or that is named elsewhere."""
        start, end = self._longest[bisect_right(self._starts, span[0]) - 1]
        if start <= span[0] and span[1] <= end and span != (start, end):
            return True
        own = self._text[span[0] : span[1]]
        longer = self._longer.get(own.split()[0], []) if own.strip() else []
        return any(
            name.startswith(own + " ") and self._text.startswith(name, span[0]) for name in longer
        )

    def _modifies(self, mention: Mention) -> bool:
        """Whether a noun behind the mention is what it describes."""
        tokens = self._reading.tokens
        if not 0 <= mention.head < len(tokens):
            return False
        head = tokens[mention.head]
        described = head.deprel.startswith(_MODIFYING) and head.head > mention.head
        return described and tokens[head.head].start >= mention.end

    def _is_plural(self, mention: Mention) -> bool:
        tokens = self._reading.tokens
        inside = 0 <= mention.head < len(tokens)
        return inside and "Number=Plur" in tokens[mention.head].feats

    def _opens(self, at: int) -> bool:
        before = self._text[max(0, at - 3) : at].rstrip(" “\"‘'")
        titled = any(block.start <= at < block.end for block in self._titles)
        return titled or not before or before[-1] in "\n.!?:"

    def _is_dateline(self, span: Span, name: str, after: str) -> bool:
        inside = any(b.start <= span[0] < b.end for b in self._datelines)
        line = self._text[: span[0]].rpartition("\n")[2]
        first = not line and name.isupper() and bool(_BEHIND_DATELINE.match(after))
        return (inside or first) and not after.startswith(")")
