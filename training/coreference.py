"""Word-level coreference (after Dobrovolskii, 2021): mention heads link to earlier ones.

Scores are a dot product of two small vectors a word plus a table of plain features, so that
the reader can link across windows without running the encoder again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from sayso.reader.linking import PAIR_FEATURES, Candidate, pair_features
from training.batches import Window
from training.heads import COREF, Model


class PairTable(nn.Module):
    """One learned score for each value of each pair feature."""

    def __init__(self) -> None:
        super().__init__()
        self.scores = nn.ParameterList(nn.Parameter(torch.zeros(n)) for n in PAIR_FEATURES)

    def forward(self, features: Tensor) -> Tensor:
        """(pairs…, features) of indices -> (pairs…)."""
        parts = [table[features[..., i]] for i, table in enumerate(self.scores)]
        return torch.stack(parts).sum(0)


@dataclass
class Heads:
    """The mentions of a run of windows of one document, in order."""

    at: list[tuple[int, int]]
    candidates: list[Candidate]
    groups: list[str]


def gather_heads(windows: list[Window]) -> Heads:
    out = Heads([], [], [])
    for b, w in enumerate(windows):
        longest = {m.head: m for m in sorted(w.doc.mentions, key=lambda m: m.end - m.start)}
        for i in range(w.start, w.end):
            if (m := longest.get(i)) is not None:
                doc = w.doc
                out.at.append((b, i - w.start))
                out.candidates.append(
                    Candidate(
                        head=i,
                        upos=doc.upos[i],
                        form=doc.words[i].lower(),
                        words=tuple(x.lower() for x in doc.words[m.start : m.end]),
                        type=m.type,
                        start=m.start,
                        end=m.end,
                        feats=doc.feats[i],
                    )
                )
                out.groups.append(m.group)
    return out


def coref_loss(model: Model, table: PairTable, states: Tensor, windows: list[Window]) -> Tensor:
    """Mean marginal negative log-likelihood of each mention's antecedents, or none."""
    heads = gather_heads(windows)
    if len(heads.at) < 2:
        return states.sum() * 0
    picked = torch.stack([states[b, t] for b, t in heads.at])
    query, key = model.coref(picked).split(COREF, -1)
    scores = query @ key.T / COREF**0.5 + table(
        torch.from_numpy(np.asarray(pair_features(heads.candidates)))
    )
    n = len(heads.at)
    earlier = torch.ones(n, n).tril(-1) > 0
    scores = scores.masked_fill(~earlier, -1e4)
    new = model.coref_new(picked)
    everything = torch.cat([new, scores], 1)
    names: dict[str, int] = {}
    ids = torch.tensor([names.setdefault(g, len(names)) for g in heads.groups])
    same = (ids[:, None] == ids[None, :]) & earlier
    gold = torch.cat([~same.any(1, keepdim=True), same], 1)
    right = everything.masked_fill(~gold, -1e4)
    loss: Tensor = (everything.logsumexp(1) - right.logsumexp(1)).mean()
    return loss
