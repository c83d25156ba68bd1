"""From scores to structure: tag sequences, spans, trees. Numpy only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def viterbi(emissions: Floats, steps: Floats) -> Ints:
    """The best tag sequence. `emissions` (t, tags), `steps` (tags, tags): from row to column.

    A sequence begins as if an O stood before it: an I- cannot come first.
    """
    count, width = emissions.shape
    back = np.empty((count, width), np.int64)
    score = emissions[0] + np.where(steps[0] < -1e3, steps[0], 0.0)
    turned = np.ascontiguousarray(steps.T)
    for t in range(1, count):
        paths = turned + score
        back[t] = paths.argmax(1)
        score = paths.max(1) + emissions[t]
    best = np.empty(count, np.int64)
    best[-1] = score.argmax()
    for t in range(count - 1, 0, -1):
        best[t - 1] = back[t, best[t]]
    return best


def spans_of(tags: Ints, names: Sequence[str]) -> list[tuple[str, int, int]]:
    """BIO tags to (role, first word, end word), in order."""
    out: list[tuple[str, int, int]] = []
    role, start = "", 0
    for t, tag in enumerate([*(names[i] for i in tags), "O"]):
        if tag[0] != "I":
            if role:
                out.append((role, start, t))
            role, start = tag[2:], t
    return out


def tree(arcs: Floats, greedy: Ints) -> Ints:
    """The heads of one sentence's words, a root pointing at itself.

    `arcs` (t, t) scores a word (row) under a head (column), the diagonal being the root.
    `greedy` is each word's best head: kept if it already is a tree with one root.
    """
    roots = np.flatnonzero(greedy == np.arange(len(greedy)))
    if len(roots) == 1 and not _cycle(greedy):
        return greedy
    count = len(greedy)
    # Column 0 becomes the root above all words; one root is chosen before the rest is solved.
    root = (
        int(roots[np.diagonal(arcs)[roots].argmax()])
        if len(roots)
        else int(np.diagonal(arcs).argmax())
    )
    scores = np.full((count, count), -np.inf)
    scores[:] = arcs
    np.fill_diagonal(scores, -np.inf)
    heads = _arborescence(scores, root)
    heads[root] = root
    return heads


def _cycle(heads: Ints) -> list[int]:
    """The words of one cycle, or nothing. A root points at itself and is no cycle."""
    state = np.zeros(len(heads), np.int8)
    for first in range(len(heads)):
        path, at = [], first
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            if heads[at] == at:
                break
            at = int(heads[at])
        if state[at] == 1 and heads[at] != at:
            return path[path.index(at) :]
        state[path] = 2
    return []


def _arborescence(scores: NDArray[np.float64], root: int) -> Ints:
    """The best spanning tree under `root` (Chu & Liu, 1965; Edmonds, 1967).

    `scores` (t, t): a word (row) under a head (column), -inf where there is no arc.
    """
    heads: Ints = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads)
    if not cycle:
        return heads
    ring = np.array(cycle)
    rest = np.setdiff1d(np.arange(len(scores)), ring)
    kept = scores[ring, heads[ring]]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    out_best = scores[np.ix_(rest, ring)]
    small[:-1, -1] = out_best.max(1)
    into = scores[np.ix_(ring, rest)] - kept[:, None]
    small[-1, :-1] = into.max(0)
    solved = _arborescence(small, int(np.flatnonzero(rest == root)[0]))
    for i, word in enumerate(rest):
        if word != root:
            inside = solved[i] == len(rest)
            heads[word] = ring[out_best[i].argmax()] if inside else rest[solved[i]]
    entry = int(solved[-1])
    broken = int(into[:, entry].argmax())
    heads[ring[broken]] = rest[entry]
    return heads
