"""Documents cut into windows, and windows packed into batches of tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from sayso.reader.pieces import Pieces
from sayso.reader.windows import Layout, lay_out
from training.corpora import Document
from training.labels import MENTION_TYPES, TAGS, Labels, lemma_rule

ROLE_WINDOW = 320
TREE_WINDOW = 200
BATCH = 2600
IGNORED = -100


@dataclass
class Window:
    """Words `start`..`end` of a document, laid out."""

    doc: Document
    start: int
    end: int
    layout: Layout


def cut(
    doc: Document, cutter: Pieces, most: int, at: set[int], first: int | None = None
) -> list[Window]:
    """Windows of at most `most` pieces, ending where `at` allows it if that can be.

    `first` makes the first window shorter, so that each epoch cuts at other places.
    """
    costs = [len(cutter.of(w)) + (i in doc.breaks) for i, w in enumerate(doc.words)]
    out, start, limit = [], 0, (first or most) - 2
    while start < len(doc.words):
        used, end, stop = 0, start, None
        while end < len(doc.words) and used + costs[end] <= limit:
            used += costs[end]
            end += 1
            if end in at or end == len(doc.words):
                stop = end
        end = stop or max(end, start + 1)
        breaks = [i in doc.breaks for i in range(start, end)]
        out.append(Window(doc, start, end, lay_out(doc.words[start:end], breaks, cutter)))
        start, limit = end, most - 2
    return out


def role_batches(
    docs: list[Document], cutter: Pieces, rng: random.Random
) -> Iterator[list[Window]]:
    """Endless batches of attribution windows of about `BATCH` pieces, like with like."""
    while True:
        windows = [
            w
            for doc in docs
            for w in cut(doc, cutter, ROLE_WINDOW, doc.breaks, rng.randint(120, ROLE_WINDOW))
        ]
        yield from pack(windows, rng)


def pack(windows: list[Window], rng: random.Random, size: int = BATCH) -> Iterator[list[Window]]:
    """Batches of windows of like length, in random order."""
    windows = sorted(windows, key=lambda w: len(w.layout.pieces) + rng.random() * 30)
    batches: list[list[Window]] = [[]]
    for window in windows:
        widest = max(len(w.layout.pieces) for w in [*batches[-1], window])
        if batches[-1] and widest * (len(batches[-1]) + 1) > size:
            batches.append([])
        batches[-1].append(window)
    rng.shuffle(batches)
    yield from batches


def coref_batches(
    docs: list[Document], cutter: Pieces, rng: random.Random, size: int = BATCH // 2
) -> Iterator[list[Window]]:
    """Endless runs of neighbouring windows of one document, for links across windows."""
    while True:
        for doc in rng.sample(docs, len(docs)):
            windows = cut(doc, cutter, TREE_WINDOW, doc.sentences, rng.randint(60, TREE_WINDOW))
            run: list[Window] = []
            for window in windows:
                if run and (len(run) + 1) * TREE_WINDOW > size + TREE_WINDOW:
                    yield run
                    run = []
                run.append(window)
            if run:
                yield run


def tree_batches(
    docs: list[Document], cutter: Pieces, rng: random.Random, size: int = BATCH // 2
) -> Iterator[list[Window]]:
    """Endless batches of treebank windows. The texts are short: several share a window."""
    while True:
        whole = join(rng.sample(docs, len(docs)))
        yield from pack(cut(whole, cutter, TREE_WINDOW, whole.sentences), rng, size)


def join(docs: list[Document]) -> Document:
    """Documents one after the other as one; treebank and PropBank layers only."""
    out = Document("joined", [], set())
    for doc in docs:
        base = len(out.words)
        out.breaks |= {base + i for i in doc.breaks}
        out.sentences |= {base + i for i in doc.sentences}
        out.heads += [base + i for i in doc.heads]
        out.has_frames |= doc.has_frames
        out.factuality |= {base + i: value for i, value in doc.factuality.items()}
        for i, arguments in doc.frames.items():
            out.frames[base + i] = [(label, base + at) for label, at in arguments]
        for name in ("words", "upos", "feats", "lemmas", "deprels"):
            getattr(out, name).extend(getattr(doc, name))
    return out


def encode(windows: list[Window]) -> dict[str, Tensor]:
    """The encoder's inputs, padded: pieces, shapes, mask (b, n); first, last, words (b, t)."""
    wide = max(len(w.layout.pieces) for w in windows)
    long = max(len(w.layout.first) for w in windows)
    out = {
        name: torch.zeros(len(windows), size, dtype=torch.long)
        for name, size in (
            ("pieces", wide),
            ("shapes", wide),
            ("mask", wide),
            ("first", long),
            ("last", long),
            ("words", long),
        )
    }
    for i, w in enumerate(windows):
        n, t = len(w.layout.pieces), len(w.layout.first)
        out["pieces"][i, :n] = torch.tensor(w.layout.pieces)
        out["shapes"][i, :n] = torch.tensor(w.layout.shapes)
        out["mask"][i, :n] = 1
        out["first"][i, :t] = torch.tensor(w.layout.first)
        out["last"][i, :t] = torch.tensor(w.layout.last)
        out["words"][i, :t] = 1
    return out


def tree_targets(windows: list[Window], labels: Labels, long: int) -> dict[str, Tensor]:
    """Targets (b, t) of the treebank heads; IGNORED where there is none.

    `sentence_of` numbers the sentences of a window; arcs stay inside one.
    """
    index = {name: {v: i for i, v in enumerate(getattr(labels, name))} for name in vars(labels)}
    names = ("sentence", "upos", "feats", "lemma", "heads", "deprels", "mention", "start", "end")
    out = {n: torch.full((len(windows), long), IGNORED) for n in names}
    out["sentence_of"] = torch.full((len(windows), long), -1)
    for b, w in enumerate(windows):
        doc, number = w.doc, -1
        heads = {m.head: m for m in sorted(doc.mentions, key=lambda m: m.end - m.start)}
        for t, i in enumerate(range(w.start, w.end)):
            number += i in doc.sentences or t == 0
            out["sentence_of"][b, t] = number
            if i not in doc.breaks:
                out["sentence"][b, t] = int(i in doc.sentences)
            out["upos"][b, t] = index["upos"][doc.upos[i]]
            out["feats"][b, t] = index["feats"].get(doc.feats[i], IGNORED)
            rule = lemma_rule(doc.words[i], doc.lemmas[i])
            out["lemma"][b, t] = index["lemma_rules"].get(rule, IGNORED)
            if w.start <= doc.heads[i] < w.end:
                out["heads"][b, t] = doc.heads[i] - w.start
                out["deprels"][b, t] = index["deprels"][doc.deprels[i]]
            if doc.has_mentions:
                m = heads.get(i)
                out["mention"][b, t] = MENTION_TYPES.index(m.type) if m else 0
                if m and w.start <= m.start and m.end <= w.end:
                    out["start"][b, t] = m.start - w.start
                    out["end"][b, t] = m.end - 1 - w.start
    return out


def role_targets(windows: list[Window], long: int) -> dict[str, Tensor]:
    """Attribution tags, and the pointers that tie: a cue's word to its source's first word,
    a content's word to its cue's first word; to itself where there is none in the window."""
    out = {"tags": torch.zeros(len(windows), long, dtype=torch.long)}
    out |= {n: torch.full((len(windows), long), IGNORED) for n in ("cue_source", "content_cue")}
    for b, w in enumerate(windows):
        here = [
            (role, max(s, w.start) - w.start, min(e, w.end) - w.start, ids)
            for role, s, e, ids in w.doc.roles
            if s < w.end and e > w.start
        ]
        for role, s, e, _ in sorted(here, key=lambda f: ("content", "source", "cue").index(f[0])):
            out["tags"][b, s] = TAGS.index(f"B-{role}")
            out["tags"][b, s + 1 : e] = TAGS.index(f"I-{role}")
        for role, s, e, ids in here:
            wanted = {"cue": "source", "content": "cue"}.get(role)
            if wanted is None:
                continue
            others = [o for o in here if o[0] == wanted and o[3] & ids]
            for t in range(s, e):
                near = min(others, key=lambda o: abs(o[1] - t), default=None)
                out["cue_source" if role == "cue" else "content_cue"][b, t] = near[1] if near else t
        _mend(out["tags"][b])
    return out


def _mend(tags: Tensor) -> None:
    """An overlap can leave an I- behind another role: it becomes a B-."""
    before = "O"
    for t, tag in enumerate(tags.tolist()):
        name = TAGS[tag]
        if name[0] == "I" and before[2:] != name[2:]:
            name = f"B{name[1:]}"
            tags[t] = TAGS.index(name)
        before = name
