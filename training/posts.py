"""Security Force Monitor's pages: who is named with which rank, title, role and unit.

A fifth of the pages, by a hash of their names, is held back: what is learned here is scored on
those (`benchmarks/posts.py`).
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.reader.pieces import Pieces
from sayso.reader.words import cut_words
from training.batches import BATCH, IGNORED, ROLE_WINDOW, Window, cut, pack
from training.corpora import Document
from training.heads import Model
from training.labels import POST_TAGS

OUTSIDE = 0.4
"""The weight of a word that is part of no post: the annotators name each tie only once, so
some of these words belong to one."""


def is_held_back(name: str) -> bool:
    """Whether a page belongs to the fifth that is not trained on."""
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 5 == 0


def read_pages(folder: Path, *, held_back: bool = False) -> list[Document]:
    """The pages with their spans in `posts`: (kind, first word, end word)."""
    paths = sorted(folder.glob("*.ann"))
    return [_page(path) for path in paths if is_held_back(path.stem) == held_back]


def _page(path: Path) -> Document:
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    words = cut_words(text)
    breaks = {i for i in range(len(words)) if i == 0 or "\n" in text[words[i - 1][1] : words[i][0]]}
    doc = Document(path.stem, [text[s:e] for s, e in words], breaks)
    for line in path.read_text(encoding="utf-8").split("\n"):
        if found := re.match(r"T\d+\t(\w+) (\d+) (?:.*[ ;])?(\d+)\t", line):
            start, end = int(found[2]), int(found[3])
            inside = [i for i, (s, e) in enumerate(words) if s < end and e > start]
            if inside:
                doc.posts.append((found[1].lower(), inside[0], inside[-1] + 1))
    return doc


def post_batches(
    docs: list[Document], cutter: Pieces, rng: random.Random, size: int = BATCH // 2
) -> Iterator[list[Window]]:
    """Endless batches of windows of pages."""
    while True:
        windows = [
            w
            for doc in docs
            for w in cut(doc, cutter, ROLE_WINDOW, doc.breaks, rng.randint(120, ROLE_WINDOW))
        ]
        yield from pack(windows, rng, size)


def post_targets(windows: list[Window], long: int) -> Tensor:
    """BIO tags (b, t); IGNORED behind a window's end."""
    out = torch.full((len(windows), long), IGNORED)
    for b, w in enumerate(windows):
        out[b, : w.end - w.start] = 0
        for kind, start, end in w.doc.posts:
            for i in range(max(start, w.start), min(end, w.end)):
                edge = "B" if i == start else "I"
                out[b, i - w.start] = POST_TAGS.index(f"{edge}-{kind}")
    return out


def post_loss(model: Model, states: Tensor, windows: list[Window]) -> Tensor:
    weights = torch.ones(len(POST_TAGS))
    weights[0] = OUTSIDE
    target = post_targets(windows, states.shape[1])
    scores = model.posts(states)
    return F.cross_entropy(scores.flatten(0, 1), target.flatten(), weights, ignore_index=IGNORED)
