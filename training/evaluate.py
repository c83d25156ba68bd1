"""Quick scores on the dev parts while training: gold words, no mending of spans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from sayso.reader.decoding import spans_of, viterbi
from sayso.reader.pieces import Pieces
from training import batches, corpora
from training.labels import TAGS, Labels

if TYPE_CHECKING:
    from training.train import Reader


def f1(hit: int, predicted: int, gold: int) -> float:
    return round(200 * hit / max(predicted + gold, 1), 2)


def in_order(windows: list[batches.Window], size: int = 16) -> Iterator[list[batches.Window]]:
    for i in range(0, len(windows), size):
        yield windows[i : i + size]


@torch.no_grad()
def roles(reader: Reader, cutter: Pieces, folder: Path) -> dict[str, float]:
    """Exact F1 of attribution fragments, in words, on PolNeAR's own cut."""
    counts = {role: [0, 0, 0] for role in corpora.ROLES}
    steps = reader.crf.transitions().numpy()
    docs = corpora.read_polnear(folder)
    windows = [w for d in docs for w in batches.cut(d, cutter, batches.ROLE_WINDOW, d.breaks)]
    for group in in_order(windows):
        batch = batches.encode(group)
        emissions = reader.model.tags(reader.states(batch)).numpy()
        for w, scores in zip(group, emissions, strict=True):
            best = viterbi(scores[: w.end - w.start], steps)
            found = {(r, s + w.start, e + w.start) for r, s, e in spans_of(best, TAGS)}
            gold = {(r, s, e) for r, s, e, _ in w.doc.roles if w.start <= s < w.end}
            for role, count in counts.items():
                p, g = ({x for x in y if x[0] == role} for y in (found, gold))
                for i, n in enumerate((len(p & g), len(p), len(g))):
                    count[i] += n
    return {role: f1(*count) for role, count in counts.items()}


@torch.no_grad()
def trees(reader: Reader, labels: Labels, cutter: Pieces, path: Path) -> dict[str, float]:
    """Accuracy on gold words and sentences (greedy arcs), and F1 of sentence starts."""
    hits = dict.fromkeys(("upos", "lemma", "uas", "las", "mention"), 0.0)
    total, starts = 0, np.zeros(3, int)
    docs = corpora.read_conllu(path)
    windows = [w for d in docs for w in batches.cut(d, cutter, batches.TREE_WINDOW, d.sentences)]
    for group in in_order(windows):
        batch = batches.encode(group)
        target = batches.tree_targets(group, labels, batch["words"].shape[1])
        states, model = reader.states(batch), reader.model
        number = target["sentence_of"]
        apart = (number[:, :, None] != number[:, None, :]).float() * -1e4
        heads = (model.arcs(states) + apart).argmax(-1)
        kinds = model.deprels(states, heads).argmax(-1)
        words = batch["words"] > 0
        right = (heads == target["heads"]) & words
        total += int(words.sum())
        hits["uas"] += int(right.sum())
        hits["las"] += int((right & (kinds == target["deprels"])).sum())
        hits["upos"] += int(((model.upos(states).argmax(-1) == target["upos"]) & words).sum())
        hits["lemma"] += int(((model.lemma(states).argmax(-1) == target["lemma"]) & words).sum())
        hits["mention"] += int(
            ((model.mention(states).argmax(-1) == target["mention"]) & words).sum()
        )
        known = target["sentence"] != batches.IGNORED
        p = (model.sentence(states).squeeze(-1) > 0)[known]
        g = (target["sentence"] > 0)[known]
        starts += np.array([int((p & g).sum()), int(p.sum()), int(g.sum())])
    out = {k: round(100 * v / total, 2) for k, v in hits.items()}
    return out | {"inner sentence starts": f1(*map(int, starts))}


def quick(reader: Reader, labels: Labels, cutter: Pieces, data: Path) -> dict[str, object]:
    reader.eval()
    return {
        "polnear": roles(reader, cutter, data / "polnear" / "dev"),
        "ewt": trees(reader, labels, cutter, data / "ewt" / "dev.conllu"),
        "gum": trees(reader, labels, cutter, data / "gum" / "dev.conllu"),
    }
