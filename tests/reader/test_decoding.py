from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader.decoding import Floats, Ints, spans_of, tree, viterbi

seeds = st.integers(0, 10_000)


def path_score(emissions: Floats, steps: Floats, path: tuple[int, ...]) -> float:
    moves = sum(steps[a, b] for a, b in pairwise(path))
    return float(sum(emissions[t, tag] for t, tag in enumerate(path)) + moves)


@given(seeds)
def test_viterbi_finds_what_trying_all_paths_finds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    emissions = rng.normal(size=(5, 3)).astype(np.float32)
    steps = rng.normal(size=(3, 3)).astype(np.float32)
    best = max(product(range(3), repeat=5), key=lambda p: path_score(emissions, steps, p))
    assert tuple(viterbi(emissions, steps)) == best


def test_an_inner_tag_cannot_come_first() -> None:
    steps = np.array([[0, 0, -1e4], [0, 0, 0], [0, 0, 0]], np.float32)
    emissions = np.array([[0, 1, 5], [0, 0, 1]], np.float32)
    assert list(viterbi(emissions, steps)) == [1, 2]


def test_spans_of_tags() -> None:
    names = ("O", "B-cue", "I-cue", "B-source")
    assert spans_of(np.array([1, 2, 1, 0, 3]), names) == [
        ("cue", 0, 2), ("cue", 2, 3), ("source", 4, 5),
    ]  # fmt: skip


def is_tree(heads: Ints) -> bool:
    roots = [i for i, h in enumerate(heads) if h == i]
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = int(heads[at]), steps + 1
        if at not in roots:
            return False
    return len(roots) == 1


def tree_score(arcs: Floats, heads: tuple[int, ...] | Ints) -> float:
    return float(sum(arcs[i, h] for i, h in enumerate(heads)))


@given(seeds, st.integers(1, 12))
def test_any_scores_give_a_tree_with_one_root(seed: int, size: int) -> None:
    arcs = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    assert is_tree(tree(arcs, arcs.argmax(1)))


@given(seeds)
def test_the_tree_is_the_best_under_its_root(seed: int) -> None:
    arcs = np.random.default_rng(seed).normal(size=(4, 4)).astype(np.float32)
    found = tree(arcs, arcs.argmax(1))
    root = next(i for i, h in enumerate(found) if h == i)
    trees = (
        heads
        for heads in product(range(4), repeat=4)
        if heads[root] == root and is_tree(np.array(heads))
    )
    assert tree_score(arcs, found) == pytest.approx(max(tree_score(arcs, t) for t in trees))


def test_a_greedy_tree_is_kept() -> None:
    arcs = np.array([[0, 0, 0], [2, 0, 0], [0, 3, 0]], np.float32)
    greedy = np.array([0, 0, 1])
    assert list(tree(arcs, greedy)) == [0, 0, 1]
