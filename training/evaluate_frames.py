"""Scores of roles, factuality and posts on gold words: `python -m training.evaluate_frames RUN`."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

import numpy as np
import torch

from sayso.reader.pieces import Pieces
from training import batches, corpora, posts
from training.encoder import base_folder
from training.evaluate import f1, in_order
from training.frames import add_frames, sentence_numbers
from training.labels import POST_KINDS, POST_TAGS, ROLES, Labels
from training.train import Reader


@torch.no_grad()
def frames(reader: Reader, cutter: Pieces, data: Path) -> dict[str, float]:
    """F1 of labelled argument heads of gold predicates inside the window, F1 of predicates,
    and the correlation of factuality (Pearson's r)."""
    docs = corpora.read_conllu(data / "ewt" / "dev.conllu")
    add_frames(docs, data / "propbank" / "dev.tsv", data / "factuality" / "dev.tsv")
    windows = [w for d in docs for w in batches.cut(d, cutter, batches.TREE_WINDOW, d.sentences)]
    roles, core, found, sure = np.zeros(3, int), np.zeros(3, int), np.zeros(3, int), []
    for group in in_order(windows):
        states, model = reader.states(batches.encode(group)), reader.model
        best = model.roles(states).argmax(1)
        asked = model.predicate(states).squeeze(-1) > 0
        values = model.sureness(states).squeeze(-1)
        for b, w in enumerate(group):
            mine, words = w.doc.frames, range(w.start, w.end)
            gold = {(p, a, r) for p in words for r, a in mine.get(p, ()) if a in words}
            numbers = sentence_numbers(w)
            ours = {
                (w.start + p, w.start + a, ROLES[int(best[b, p, a])])
                for p in range(len(words))
                if w.start + p in mine
                for a in torch.nonzero(best[b, p, : len(words)]).flatten().tolist()
                if numbers[a] == numbers[p]
            }
            roles += (len(gold & ours), len(ours), len(gold))
            core += [sum(r[:4] != "ARGM" for _, _, r in some) for some in (gold & ours, ours, gold)]
            said = {w.start + i for i in torch.nonzero(asked[b, : len(words)]).flatten().tolist()}
            true = {i for i in words if i in mine}
            found += (len(said & true), len(said), len(true))
            sure += [
                (w.doc.factuality[i], float(values[b, i - w.start]))
                for i in words
                if i in w.doc.factuality
            ]
    pairs = np.array(sure)
    return {
        "roles": f1(*map(int, roles)),
        "numbered roles": f1(*map(int, core)),
        "predicates": f1(*map(int, found)),
        "factuality r": round(float(np.corrcoef(pairs.T)[0, 1]), 3),
        "factuality mean error": round(float(np.abs(pairs[:, 0] - pairs[:, 1]).mean()), 3),
    }


@torch.no_grad()
def post_spans(reader: Reader, cutter: Pieces, folder: Path) -> dict[str, float]:
    """Exact F1 of the spans of posts on the pages that are held back."""
    docs = posts.read_pages(folder, held_back=True)
    counts = {kind: np.zeros(3, int) for kind in POST_KINDS}
    windows = [w for d in docs for w in batches.cut(d, cutter, batches.ROLE_WINDOW, d.breaks)]
    for group in in_order(windows):
        best = reader.model.posts(reader.states(batches.encode(group))).argmax(-1)
        for b, w in enumerate(group):
            ours = set(
                spans_of_tags([POST_TAGS[i] for i in best[b, : w.end - w.start].tolist()], w.start)
            )
            gold = {s for s in w.doc.posts if w.start <= s[1] < w.end}
            for kind in POST_KINDS:
                p, g = ({s for s in some if s[0] == kind} for some in (ours, gold))
                counts[kind] += (len(p & g), len(p), len(g))
    return {kind: f1(*map(int, count)) for kind, count in counts.items()}


def spans_of_tags(tags: list[str], base: int) -> list[tuple[str, int, int]]:
    """(kind, first word, end word); an I- behind another kind begins a span."""
    out: list[tuple[str, int, int]] = []
    for i, tag in enumerate(tags, base):
        if tag == "O":
            continue
        edge, kind = tag.split("-")
        if edge == "I" and out and out[-1][0] == kind and out[-1][2] == i:
            out[-1] = (kind, out[-1][1], i + 1)
        else:
            out.append((kind, i, i + 1))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data"))
    )
    args = parser.parse_args()
    saved = torch.load(args.run / "checkpoint.pt", weights_only=True)
    reader = Reader(Labels(**saved["labels"]))
    reader.load_state_dict(saved["reader"])
    reader.eval()
    vocabulary = (base_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]
    cutter = Pieces(vocabulary)
    print(json.dumps({"step": saved["step"]} | frames(reader, cutter, args.data)))
    print(json.dumps(post_spans(reader, cutter, args.data / "sfm")))


if __name__ == "__main__":
    main()
