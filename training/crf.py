"""A linear-chain conditional random field over BIO tags (Lafferty et al., 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.labels import TAGS

NEVER = -1e4


def illegal() -> Tensor:
    """(tags, tags): NEVER where an I- would follow another role or O, else 0."""
    table = torch.zeros(len(TAGS), len(TAGS))
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            if after[0] == "I" and before[2:] != after[2:]:
                table[i, j] = NEVER
    return table


class CRF(nn.Module):
    """Scores of neighbouring tags. Sequences start with any tag but an I-."""

    illegal: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.register_buffer("illegal", illegal(), persistent=False)

    def transitions(self) -> Tensor:
        return self.steps + self.illegal

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood a word. Shapes (b, t, tags), (b, t), (b, t)."""
        steps = self.transitions()
        start = self.illegal[0]
        alpha = start + emissions[:, 0]
        picked = torch.gather(emissions, 2, tags.unsqueeze(-1)).squeeze(-1)
        gold = (picked * mask).sum() + (steps[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum()
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha.unsqueeze(2) + steps, 1) + emissions[:, t]
            alpha = torch.where(mask[:, t : t + 1] > 0, step, alpha)
        return (torch.logsumexp(alpha, 1).sum() - gold) / mask.sum()
