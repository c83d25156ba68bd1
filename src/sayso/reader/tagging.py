"""Attribution tags: the best tag sequence of a text, and what belongs to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reader.decoding import spans_of, viterbi
from sayso.reader.model import Answers, ReaderModel
from sayso.reader.planning import Plan
from sayso.values import Span, TaggedSpan, Tie

BEST = 3
"""How many targets of a tie are kept for a word."""

TIES = ("cue_source", "content_cue")
Found = tuple[str, int, int]


@dataclass(slots=True)
class TagLayer:
    """The model's tag scores (words, tags) and, for each word, its best tie targets."""

    emissions: NDArray[np.float32]
    targets: dict[str, NDArray[np.int64]]
    scores: dict[str, NDArray[np.float32]]

    @classmethod
    def empty(cls, words: int, tags: int) -> TagLayer:
        return cls(
            np.zeros((words, tags), np.float32),
            {name: np.zeros((words, BEST), np.int64) for name in TIES},
            {name: np.full((words, BEST), -99.0, np.float32) for name in TIES},
        )

    def keep(self, plan: Plan, answers: Answers) -> None:
        """Copies the owned part of a window's answers, word numbers made absolute."""
        own = slice(plan.own_start, plan.own_end)
        part = slice(plan.own_start - plan.start, plan.own_end - plan.start)
        self.emissions[own] = answers["tags"][part]
        for name in TIES:
            table = answers[name][part].astype(np.float32)
            most = min(BEST, table.shape[1])
            best = np.argpartition(-table, most - 1, axis=1)[:, :most]
            self.targets[name][own, :most] = best + plan.start
            self.scores[name][own, :most] = np.take_along_axis(table, best, 1)


def attribution_tags(
    layer: TagLayer, spans: Sequence[Span], model: ReaderModel
) -> tuple[tuple[TaggedSpan, ...], tuple[Tie, ...]]:
    """Tagged fragments, and ties of contents to cues (best first) and of cues to sources.

    `spans` are the words'. A fragment's score is the mean share of its words' tags.
    """
    best = viterbi(layer.emissions, model.transitions)
    shares = np.exp(layer.emissions - layer.emissions.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    found = spans_of(best, model.tags)
    tags = tuple(
        TaggedSpan(
            role,
            spans[s][0],
            spans[e - 1][1],
            round(float(shares[np.arange(s, e), best[s:e]].mean()), 4),
        )
        for role, s, e in found
    )
    return tags, tuple(_ties(found, layer))


LEAST = 0.05
"""A tie with a smaller share of the votes is not told."""


def _ties(found: Sequence[Found], layer: TagLayer) -> Iterator[Tie]:
    """Which cues a content's words point at, which source a cue's words point at.

    A span's words vote with their targets' probabilities. A cue whose words point at
    themselves more than at any source has none.
    """
    holder = {role: _holders(found, role, len(layer.emissions)) for role in ("cue", "source")}
    for i, (role, start, end) in enumerate(found):
        if role == "content":
            votes, _ = _votes(layer, "content_cue", holder["cue"], start, end)
            for cue, share in sorted(votes.items(), key=lambda vote: -vote[1]):
                if share >= LEAST:
                    yield Tie(cue, i, round(share, 4))
        elif role == "cue":
            votes, none = _votes(layer, "cue_source", holder["source"], start, end)
            source = max(votes, key=lambda k: votes[k], default=None)
            if source is not None and votes[source] > none:
                yield Tie(i, source, round(votes[source], 4))


def _holders(found: Sequence[Found], role: str, words: int) -> NDArray[np.int64]:
    """For each word the number of the span of `role` that holds it, or -1."""
    out = np.full(words, -1, np.int64)
    for i, (name, start, end) in enumerate(found):
        if name == role:
            out[start:end] = i
    return out


def _votes(
    layer: TagLayer, name: str, holder: NDArray[np.int64], start: int, end: int
) -> tuple[dict[int, float], float]:
    """The share of the votes for each span, and for none at all."""
    targets = layer.targets[name][start:end]
    shares = np.exp(layer.scores[name][start:end]) / (end - start)
    own = targets == np.arange(start, end)[:, None]
    spans = np.where(own, -1, holder[targets])
    chosen, at = np.unique(spans, return_inverse=True)
    sums = np.bincount(at.ravel(), weights=shares.ravel())
    votes = {int(k): float(v) for k, v in zip(chosen, sums, strict=True) if k >= 0}
    return votes, float(shares[own].sum())
