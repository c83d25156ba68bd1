"""Features of pairs of mentions, and links between them; shared by training and reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

KINDS = 3  # pronoun, name, other
MATCHES = 5  # none, one head, one inside the other, the same words, acronym
DISTANCES = 8

PAIR_FEATURES = (
    KINDS * KINDS * MATCHES,
    KINDS * KINDS * DISTANCES,
    KINDS * KINDS * 2,  # types agree
    10 * 10,  # pronoun classes
    2 * KINDS,  # one mention stands in the other
)
"""How many values each pair feature has; the model's metadata holds a score for each."""

_PRONOUNS = {
    form: number
    for number, forms in enumerate(
        (
            "i me my mine myself",
            "you your yours yourself yourselves",
            "he him his himself",
            "she her hers herself",
            "it its itself",
            "we us our ours ourselves",
            "they them their theirs themselves",
            "this that these those",
            "who whom whose which",
        ),
        start=1,
    )
    for form in forms.split()
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention as linking sees it: all in words, `head` and the span counted in the text."""

    head: int
    upos: str
    form: str
    words: tuple[str, ...]
    type: str
    start: int
    end: int
    feats: str = ""

    @property
    def kind(self) -> int:
        """0 pronoun, 1 name, 2 other."""
        if self.form in _PRONOUNS or self.upos == "PRON":
            return 0
        return 1 if self.upos == "PROPN" else 2


def pair_features(mentions: Sequence[Candidate]) -> NDArray[np.int64]:
    """(n, n, features): row i, column j describe mention i with mention j before it."""
    n = len(mentions)
    kinds = np.array([m.kind for m in mentions])
    both = kinds[:, None] * KINDS + kinds[None, :]
    at = np.array([m.head for m in mentions])
    gap = np.clip(at[:, None] - at[None, :], 0, None)
    distance = np.searchsorted([4, 10, 25, 50, 100, 250, 600], gap, side="right")
    types = _codes([m.type for m in mentions])
    agree = (types[:, None] == types[None, :]).astype(np.int64)
    pronouns = np.array([_PRONOUNS.get(m.form, 0) for m in mentions])
    starts, ends = np.array([m.start for m in mentions]), np.array([m.end for m in mentions])
    inside = (starts[:, None] <= at[None, :]) & (at[None, :] < ends[:, None])
    inside |= (starts[None, :] <= at[:, None]) & (at[:, None] < ends[None, :])
    out = np.zeros((n, n, len(PAIR_FEATURES)), np.int64)
    out[..., 0] = both * MATCHES + _matches(mentions)
    out[..., 1] = both * DISTANCES + distance
    out[..., 2] = both * 2 + agree
    out[..., 3] = pronouns[:, None] * 10 + pronouns[None, :]
    out[..., 4] = inside * KINDS + kinds[:, None]
    return out


def _codes(values: Sequence[object]) -> NDArray[np.int64]:
    seen: dict[object, int] = {}
    return np.array([seen.setdefault(v, len(seen)) for v in values], np.int64)


_SMALL = frozenset("the a an of in and for 's ’s this that these those his her its their".split())


def _matches(mentions: Sequence[Candidate]) -> NDArray[np.int64]:
    """0 nothing shared, 1 same head word, 2 all words of one in the other, 3 same words,
    4 one is the other's initials."""
    bare = [frozenset(m.words) - _SMALL for m in mentions]
    forms = _codes([m.form for m in mentions])
    whole = _codes([(tuple(w for w in m.words if w not in _SMALL) or m.words) for m in mentions])
    out: NDArray[np.int64] = (forms[:, None] == forms[None, :]).astype(np.int64)
    by_word: dict[str, list[int]] = {}
    for i, words in enumerate(bare):
        for word in words:
            by_word.setdefault(word, []).append(i)
    for group in by_word.values():
        for i in group if len(group) < 200 else ():
            for j in group:
                if j < i and bare[i] and bare[j] and (bare[i] <= bare[j] or bare[j] <= bare[i]):
                    out[i, j] = 2
    out[whole[:, None] == whole[None, :]] = 3
    for long, i in _acronyms(mentions):
        out[i, long] = out[long, i] = 4
    return out


def _acronyms(mentions: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs of a longer name and a short one made of its initials."""
    short: dict[str, list[int]] = {}
    for i, m in enumerate(mentions):
        if len(m.words) == 1 and 2 <= len(m.form) <= 6 and m.upos == "PROPN":
            short.setdefault(m.form.replace(".", ""), []).append(i)
    for j, m in enumerate(mentions):
        if len(m.words) > 1:
            letters = "".join(w[0] for w in m.words if w not in _SMALL and w[0].isalpha())
            yield from ((j, i) for i in short.get(letters, ()))


SIZE = 128
NEAR = 400
"""How many earlier mentions are looked at besides those with the same words."""


def link(
    mentions: Sequence[Candidate],
    vectors: NDArray[np.float32],
    tables: Sequence[NDArray[np.float32]],
) -> list[int]:
    """A group number for each mention, in the order given (by head word).

    `vectors` (n, 257) are the model's: what a mention looks for, what it offers, and the
    score of being new. Each mention joins the group of its best antecedent, if any beats
    being new (Lee et al., 2017).
    """
    groups: list[int] = []
    for start in range(0, len(mentions), NEAR):
        first = max(0, start - NEAR)
        some = mentions[first : start + NEAR]
        part = vectors[first : start + NEAR]
        scores = part[:, :SIZE] @ part[:, SIZE : 2 * SIZE].T / np.float32(SIZE**0.5)
        features = pair_features(some)
        for k, table in enumerate(tables):
            scores += table[features[..., k]]
        scores[np.triu_indices(len(some))] = -np.inf
        best = scores.argmax(1)
        for i in range(start - first, len(some)):
            joins = scores[i, best[i]] > part[i, 2 * SIZE]
            groups.append(groups[first + int(best[i])] if joins else first + i)
    return _renumbered(groups)


def _renumbered(groups: list[int]) -> list[int]:
    seen: dict[int, int] = {}
    return [seen.setdefault(g, len(seen)) for g in groups]
