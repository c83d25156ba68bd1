"""Whose word a claim is: the innermost attribution around it, and the chain of voices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attributions.finding import chain_of, outlet_voice
from sayso.reader.verb_forms import base_form
from sayso.values import Attribution, Mention, Report, Span, Voice

INSTEAD = re.compile(r"\b(?:instead of|rather than|without)\s+\S+ing\b")
"""What somebody did not do: the outlet's word, where no "that" or quotation leads what was said
("praised the strikers instead of condemning them")."""

RAISING = frozenset("appear seem prove happen tend turn".split())
"""Verbs whose subject says nothing of what follows."""

STRETCH = 1000
"""Contents are looked up by stretches of so many characters, so that long texts cost no more a
claim than short ones."""


class Chains:
    """The attributions of a report, asked by where a predicate stands."""

    def __init__(
        self,
        attributions: Sequence[Attribution],
        report: Report,
        mentions: Sequence[Mention] = (),
    ) -> None:
        self._by_id = {a.id: a for a in attributions}
        words = report.text
        self._report = report
        self._mentions = mentions
        self._outlet = (outlet_voice(report, mentions),)
        self._chains: dict[str, tuple[Voice, ...]] = {}
        depth: dict[str, int] = {}
        for a in attributions:
            depth[a.id] = depth.get(a.parent, 0) + 1 if a.parent else 1
        self._near: dict[int, list[tuple[int, int, int, str]]] = {}
        for a in attributions:
            if _raising(a, words):
                continue
            for start, end in _said(a, words):
                for stretch in range(start // STRETCH, end // STRETCH + 1):
                    row = (start, end, depth[a.id], a.id)
                    self._near.setdefault(stretch, []).append(row)

    def innermost(self, predicate: Span) -> Attribution | None:
        """The deepest attribution whose content holds the predicate; of two as deep the one
        with the shorter stretch of content."""
        held = [
            (depth, start - end, key)
            for start, end, depth, key in self._near.get(predicate[0] // STRETCH, ())
            if start <= predicate[0] and predicate[1] <= end
        ]
        return self._answerable(self._by_id[max(held)[2]]) if held else None

    def _answerable(self, attribution: Attribution) -> Attribution:
        """ "denied reports that …": the words are nobody's by name, and whoever denies them is
        who speaks."""
        parent = self._by_id.get(attribution.parent or "")
        if parent is None or attribution.source or parent.stance == "affirmed":
            return attribution
        return parent

    def chain(self, attribution: Attribution | None) -> tuple[Voice, ...]:
        """Outermost first; the outlet is always its head."""
        if attribution is None:
            return self._outlet
        if attribution.id not in self._chains:
            self._chains[attribution.id] = chain_of(
                attribution, self._by_id, self._report, self._mentions
            )
        return self._chains[attribution.id]


def _said(attribution: Attribution, text: str) -> Iterator[Span]:
    """The content, up to what the speaker is told not to have done in saying it."""
    for start, end in attribution.content:
        match = INSTEAD.search(text, start, end)
        clause = text.startswith(("that ", "to ", "“", '"'), start)
        yield (start, match.start()) if match and not clause else (start, end)


def _raising(attribution: Attribution, text: str) -> bool:
    """ "appears to have copied": no saying at all, whatever was read."""
    first = (
        text[attribution.cue[0][0] : attribution.cue[0][1]].lower().split()
        if attribution.cue
        else []
    )
    return bool(first) and base_form(first[-1]) in RAISING
