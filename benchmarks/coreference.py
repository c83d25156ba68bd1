"""Coreference on predicted mentions: MUC, B3, CEAF-phi4 and their mean, the CoNLL score.

Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions". A mention counts
as the same where its span is exactly the same; counts add up over documents before the division.

Two ways to treat entities with a single mention ("singletons"). GUM marks them; OntoNotes does
not. The scorer that GUM's published figures come from (CorefUD's, of the CRAC shared tasks)
leaves them out of gold and prediction alike unless told otherwise, as OntoNotes scores do: so
the figure without singletons is the headline, and the one with them, which is usually higher,
stands beside it. (That scorer's own default matches mentions by head or in part; ours is
its exact match, which is harder.)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

# scipy has no types of its own and its stubs would be one more dependency for one call
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

Cluster = frozenset[tuple[int, int]]
METRICS = ("MUC", "B3", "CEAF")


@dataclass(frozen=True, slots=True)
class Ratio:
    """Numerators and denominators of precision and recall."""

    precision_right: float = 0.0
    precision_of: float = 0.0
    recall_right: float = 0.0
    recall_of: float = 0.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(
            self.precision_right + other.precision_right,
            self.precision_of + other.precision_of,
            self.recall_right + other.recall_right,
            self.recall_of + other.recall_of,
        )

    @property
    def precision(self) -> float:
        """Precision in percent."""
        return 100 * self.precision_right / self.precision_of if self.precision_of else 0.0

    @property
    def recall(self) -> float:
        """Recall in percent."""
        return 100 * self.recall_right / self.recall_of if self.recall_of else 0.0

    @property
    def f1(self) -> float:
        """F1 in percent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class CorefScore:
    """The three measures; `conll` is the mean of their F1."""

    muc: Ratio = Ratio()
    b3: Ratio = Ratio()
    ceaf: Ratio = Ratio()

    def __add__(self, other: CorefScore) -> CorefScore:
        return CorefScore(self.muc + other.muc, self.b3 + other.b3, self.ceaf + other.ceaf)

    @property
    def conll(self) -> float:
        """The CoNLL score in percent."""
        return (self.muc.f1 + self.b3.f1 + self.ceaf.f1) / 3


def _owner(clusters: Sequence[Cluster]) -> dict[tuple[int, int], int]:
    return {mention: index for index, cluster in enumerate(clusters) for mention in cluster}


def _muc_links(left: Sequence[Cluster], right: Sequence[Cluster]) -> tuple[float, float]:
    """Links of `left` that `right` keeps, and all links of `left` (Vilain et al. 1995)."""
    owner = _owner(right)
    kept = every = 0
    for cluster in left:
        parts = {owner[mention] for mention in cluster if mention in owner}
        alone = sum(mention not in owner for mention in cluster)
        kept += len(cluster) - len(parts) - alone
        every += len(cluster) - 1
    return kept, every


def muc(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Ratio:
    """Links (Vilain et al. 1995)."""
    return Ratio(*_muc_links(ours, gold), *_muc_links(gold, ours))


def _b3_part(left: Sequence[Cluster], right: Sequence[Cluster]) -> tuple[float, float]:
    owner = _owner(right)
    right_sum = 0.0
    for cluster in left:
        shared: dict[int, int] = {}
        for mention in cluster:
            if mention in owner:
                shared[owner[mention]] = shared.get(owner[mention], 0) + 1
        right_sum += sum(count * count for count in shared.values()) / len(cluster)
    return right_sum, sum(map(len, left))


def b3(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Ratio:
    """Mentions (Bagga and Baldwin 1998); one that the other side lacks scores 0."""
    return Ratio(*_b3_part(ours, gold), *_b3_part(gold, ours))


def ceaf(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Ratio:
    """Entities, paired one to one at best, by phi4 (Luo 2005): twice shared over both sizes."""
    if not gold or not ours:
        return Ratio(0.0, len(ours), 0.0, len(gold))
    owner = _owner(ours)
    alike = np.zeros((len(gold), len(ours)))
    for row, cluster in enumerate(gold):
        for mention in cluster:
            if mention in owner:
                alike[row, owner[mention]] += 1
        alike[row] *= 2 / (len(cluster) + np.array([len(other) for other in ours]))
    rows, columns = linear_sum_assignment(alike, maximize=True)
    best = float(alike[rows, columns].sum())
    return Ratio(best, len(ours), best, len(gold))


def without_singletons(clusters: Iterable[Cluster]) -> list[Cluster]:
    """The entities with two mentions or more."""
    return [cluster for cluster in clusters if len(cluster) > 1]


def score_clusters(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> CorefScore:
    """All three for one document; each mention stands in one entity a side."""
    return CorefScore(muc(gold, ours), b3(gold, ours), ceaf(gold, ours))


def score_documents(
    pairs: Collection[tuple[Sequence[Cluster], Sequence[Cluster]]], *, singletons: bool
) -> CorefScore:
    """The same over many documents, with or without entities of one mention."""
    total = CorefScore()
    for gold, ours in pairs:
        if singletons:
            total += score_clusters(gold, ours)
        else:
            total += score_clusters(without_singletons(gold), without_singletons(ours))
    return total
