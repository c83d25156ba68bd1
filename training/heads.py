"""What stands on the encoder: a head for each thing that the reader tells."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.encoder import HIDDEN, CheapDropout, Encoder
from training.labels import MENTION_TYPES, POST_TAGS, ROLES, TAGS, Labels

ARC, LABEL, POINT, COREF, ROLE = 256, 96, 96, 128, 24


class Pairs(nn.Module):
    """A biaffine score for every (word, other word): (batch, t, t)."""

    def __init__(self, size: int, rate: float = 0.2) -> None:
        super().__init__()
        self.size = size
        self.left = nn.Linear(HIDDEN, size)
        self.right = nn.Linear(HIDDEN, size)
        self.mix = nn.Linear(size, size, bias=False)
        self.other = nn.Linear(size, 1, bias=False)
        self.dropout = CheapDropout(rate)
        nn.init.zeros_(self.other.weight)
        nn.init.eye_(self.mix.weight)

    def forward(self, x: Tensor) -> Tensor:
        left = self.dropout(torch.relu(self.left(x)))
        right = self.dropout(torch.relu(self.right(x)))
        scores = self.mix(left) @ right.transpose(1, 2) / self.size**0.5
        return scores + self.other(right).transpose(1, 2)


class Roles(nn.Module):
    """A score for every (role, predicate, word): (batch, roles, t, t). "none" is the same
    for all words of a predicate."""

    def __init__(self) -> None:
        super().__init__()
        self.left = nn.Linear(HIDDEN, (len(ROLES) - 1) * ROLE)
        self.right = nn.Linear(HIDDEN, (len(ROLES) - 1) * ROLE)
        self.word = nn.Linear(HIDDEN, len(ROLES) - 1)
        self.none = nn.Linear(HIDDEN, 1)
        self.dropout = CheapDropout(0.2)

    def forward(self, x: Tensor) -> Tensor:
        scores, none = self.scored(x)
        return torch.cat([none.unsqueeze(1).expand(-1, 1, -1, x.shape[1]), scores], 1)

    def scored(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The roles' scores (b, roles - 1, t, t), and a predicate's "none" (b, t, 1)."""
        b, t, _ = x.shape
        left, right = (
            self.dropout(torch.relu(side(x))).view(b, t, -1, ROLE).transpose(1, 2)
            for side in (self.left, self.right)
        )
        scores = left @ right.transpose(2, 3) / ROLE**0.5
        return scores + self.word(x).transpose(1, 2).unsqueeze(2), self.none(x)


class DepLabels(nn.Module):
    """A label for each word given its head: (batch, t, labels)."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.dep = nn.Linear(HIDDEN, LABEL)
        self.head = nn.Linear(HIDDEN, LABEL)
        self.mix = nn.Linear(LABEL, LABEL * labels, bias=False)
        self.plain = nn.Linear(2 * LABEL, labels)
        self.labels = labels
        self.dropout = CheapDropout(0.2)

    def forward(self, x: Tensor, heads: Tensor) -> Tensor:
        dep = self.dropout(torch.relu(self.dep(x)))
        head = self.dropout(torch.relu(self.head(x)))
        head = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, LABEL))
        b, t, _ = dep.shape
        mixed = self.mix(dep).view(b, t, self.labels, LABEL) @ head.unsqueeze(-1)
        return mixed.squeeze(-1) / LABEL**0.5 + self.plain(torch.cat([dep, head], -1))


class Model(nn.Module):
    """Encoder and heads. `forward` gives the words' states; each head is called apart."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = CheapDropout(0.15)
        self.sentence = nn.Linear(HIDDEN, 1)
        self.upos = nn.Linear(HIDDEN, len(labels.upos))
        self.feats = nn.Linear(HIDDEN, len(labels.feats))
        self.lemma = nn.Linear(HIDDEN, len(labels.lemma_rules))
        self.arcs = Pairs(ARC)
        self.deprels = DepLabels(len(labels.deprels))
        self.mention = nn.Linear(HIDDEN, len(MENTION_TYPES))
        self.mention_start = Pairs(POINT)
        self.mention_end = Pairs(POINT)
        self.tags = nn.Sequential(
            nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, len(TAGS))
        )
        self.cue_source = Pairs(POINT)
        self.content_cue = Pairs(POINT)
        self.predicate = nn.Linear(HIDDEN, 1)
        self.roles = Roles()
        self.sureness = nn.Linear(HIDDEN, 1)
        self.posts = nn.Linear(HIDDEN, len(POST_TAGS))
        self.coref = nn.Linear(HIDDEN, 2 * COREF)
        self.coref_new = nn.Linear(HIDDEN, 1)

    def forward(self, batch: dict[str, Tensor]) -> Tensor:
        states = self.encoder(batch["pieces"], batch["shapes"], batch["mask"])
        size = (-1, -1, HIDDEN)
        first = torch.gather(states, 1, batch["first"].unsqueeze(-1).expand(size))
        last = torch.gather(states, 1, batch["last"].unsqueeze(-1).expand(size))
        out: Tensor = self.dropout((first + last) * 0.5)
        return out
