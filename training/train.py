"""Trains the reader: `python -m training.train --data ../shared/data --out training/runs/a`.

One step is a batch of news with attributions and a batch of treebank text, half of it GUM
(for mentions and coreference). Seeds are fixed; a run that was stopped goes on from its last
checkpoint. The log is one JSON object a line.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.reader.pieces import Pieces
from training import batches, corpora, evaluate
from training.coreference import PairTable, coref_loss
from training.crf import CRF
from training.encoder import Encoder, base_folder
from training.frames import add_frames, frame_losses
from training.heads import Model
from training.labels import Labels, collect
from training.posts import post_batches, post_loss, read_pages

WEIGHTS = {
    "tags": 3.0,
    "cue_source": 0.2,
    "content_cue": 0.3,
    "sentence": 0.5,
    "upos": 0.4,
    "feats": 0.3,
    "lemma": 0.2,
    "heads": 1.0,
    "deprels": 0.7,
    "mention": 1.0,
    "start": 0.3,
    "end": 0.5,
    "coref": 0.3,
    "predicate": 0.2,
    "roles": 0.15,
    "sureness": 0.3,
    "posts": 0.5,
}
POSTS_EVERY = 4
"""Steps from one batch of pages with posts to the next: there are few of them."""


class Reader(nn.Module):
    """Everything that is trained, in one module."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.model = Model(labels)
        self.crf = CRF()
        self.pairs = PairTable()

    def states(self, batch: dict[str, Tensor]) -> Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out: Tensor = self.model(batch)
        return out.float()


def cross(scores: Tensor, targets: Tensor) -> Tensor:
    """Mean cross-entropy over the targets that are not IGNORED."""
    return F.cross_entropy(
        scores.flatten(0, -2), targets.flatten(), ignore_index=batches.IGNORED, label_smoothing=0.0
    )


def role_losses(reader: Reader, windows: list[batches.Window]) -> dict[str, Tensor]:
    batch = batches.encode(windows)
    words = batch["words"].float()
    target = batches.role_targets(windows, words.shape[1])
    states, model = reader.states(batch), reader.model
    blocked = (1 - words)[:, None, :] * -1e4
    return {
        "tags": reader.crf.loss(model.tags(states), target["tags"], words),
        "cue_source": cross(model.cue_source(states) + blocked, target["cue_source"]),
        "content_cue": cross(model.content_cue(states) + blocked, target["content_cue"]),
    }


def tree_losses(
    reader: Reader, labels: Labels, windows: list[batches.Window], run: list[batches.Window]
) -> dict[str, Tensor]:
    """`windows` are treebank text, `run` neighbouring windows of one GUM document."""
    both = [*run, *windows]
    batch = batches.encode(both)
    long = batch["words"].shape[1]
    target = batches.tree_targets(both, labels, long)
    states, model = reader.states(batch), reader.model
    sentence = target["sentence_of"]
    apart = (sentence[:, :, None] != sentence[:, None, :]).float() * -1e4
    gold_heads = target["heads"].clamp(min=0)
    known = target["sentence"] != batches.IGNORED
    mentioned = states[: len(run)]
    return {
        "sentence": F.binary_cross_entropy_with_logits(
            model.sentence(states).squeeze(-1)[known], target["sentence"][known].float()
        ),
        "upos": cross(model.upos(states), target["upos"]),
        "feats": cross(model.feats(states), target["feats"]),
        "lemma": cross(model.lemma(states), target["lemma"]),
        "heads": cross(model.arcs(states) + apart, target["heads"]),
        "deprels": cross(model.deprels(states, gold_heads), target["deprels"]),
        "mention": cross(model.mention(mentioned), target["mention"][: len(run)]),
        "start": cross(
            model.mention_start(mentioned) + apart[: len(run)], target["start"][: len(run)]
        ),
        "end": cross(model.mention_end(mentioned) + apart[: len(run)], target["end"][: len(run)]),
        "coref": coref_loss(model, reader.pairs, states, run),
        **frame_losses(model, states, both),
    }


def post_losses(reader: Reader, windows: list[batches.Window]) -> dict[str, Tensor]:
    states = reader.states(batches.encode(windows))
    return {"posts": post_loss(reader.model, states, windows)}


def optimizer_for(reader: Reader, encoder_rate: float, head_rate: float) -> torch.optim.AdamW:
    encoder = list(reader.model.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in reader.parameters() if id(p) not in known]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": encoder_rate}, {"params": heads, "lr": head_rate}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )


def schedule(step: int, steps: int) -> float:
    """Linear warm-up over 4 % of the steps, then linear decay to nothing."""
    warm = max(int(steps * 0.04), 1)
    return min((step + 1) / warm, (steps - step) / (steps - warm))


def streams(data: Path, cutter: Pieces, seed: int) -> tuple[Labels, dict[str, Any]]:
    ewt = corpora.read_conllu(data / "ewt" / "train.conllu")
    gum = corpora.read_conllu(data / "gum" / "train.conllu")
    news = corpora.read_polnear(data / "polnear" / "train")
    pages = read_pages(data / "sfm")
    add_frames(ewt, data / "propbank" / "train.tsv", data / "factuality" / "train.tsv")
    makers = {
        "roles": lambda rng: batches.role_batches(news, cutter, rng),
        "trees": lambda rng: batches.tree_batches(ewt, cutter, rng),
        "coref": lambda rng: batches.coref_batches(gum, cutter, rng),
        "posts": lambda rng: post_batches(pages, cutter, rng),
    }
    return collect([*ewt, *gum]), {
        name: make(random.Random(seed + i)) for i, (name, make) in enumerate(makers.items())
    }


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    vocabulary = (base_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]
    cutter = Pieces(vocabulary)
    labels, feed = streams(args.data, cutter, args.seed)
    reader = Reader(labels)
    if args.start is None:
        reader.model.encoder = Encoder.pretrained()
    else:
        start_from(reader, args.start)
    optimizer = optimizer_for(reader, args.encoder_rate, args.head_rate)
    checkpoint, start = args.out / "checkpoint.pt", 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        reader.load_state_dict(saved["reader"])
        optimizer.load_state_dict(saved["optimizer"])
        start = saved["step"]
    began, sums, n = time.time(), dict.fromkeys(WEIGHTS, 0.0), 0
    with (args.out / "log.jsonl").open("a") as log:
        for step in range(args.steps):
            windows, run, news = next(feed["trees"]), next(feed["coref"]), next(feed["roles"])
            pages = next(feed["posts"]) if step % POSTS_EVERY == 0 else None
            if step < start:  # the same data in the same order after a stop
                continue
            reader.train()
            for group, rate in zip(
                optimizer.param_groups, (args.encoder_rate, args.head_rate), strict=True
            ):
                group["lr"] = rate * schedule(step, args.steps)
            learn(role_losses(reader, news), sums)
            learn(tree_losses(reader, labels, windows, run), sums)
            if pages:
                learn(post_losses(reader, pages), sums)
            nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
            optimizer.step()
            optimizer.zero_grad()
            n += 1
            done = step + 1
            if done % 20 == 0 or done == args.steps:
                row = {"step": done, "s": round(time.time() - began)}
                row |= {k: round(v / n, 4) for k, v in sums.items()}
                log.write(json.dumps(row) + "\n")
                log.flush()
                sums, n = dict.fromkeys(WEIGHTS, 0.0), 0
            if done % args.save_every == 0 or done == args.steps:
                save(checkpoint, reader, optimizer, labels, done)
                if args.score:
                    log.write(json.dumps(evaluate.quick(reader, labels, cutter, args.data)) + "\n")
                    log.flush()


def start_from(reader: Reader, checkpoint: Path) -> None:
    """The weights of an earlier run; heads that it lacked, or whose labels changed, are new."""
    earlier = torch.load(checkpoint, weights_only=True)["reader"]
    own = reader.state_dict()
    fitting = {k: v for k, v in earlier.items() if k in own and own[k].shape == v.shape}
    reader.load_state_dict(own | fitting)


def learn(losses: dict[str, Tensor], sums: dict[str, float]) -> None:
    """Adds the losses' gradients, and the losses to the log's sums."""
    torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum().backward()
    for name, loss in losses.items():
        sums[name] += loss.item()


def save(
    path: Path, reader: Reader, optimizer: torch.optim.Optimizer, labels: Labels, step: int
) -> None:
    """Written beside and then moved, so that a stop never leaves half a checkpoint."""
    state = {
        "reader": reader.state_dict(),
        "optimizer": optimizer.state_dict(),
        "labels": vars(labels),
        "step": step,
    }
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    data = os.environ.get("SAYSO_DATA", "../shared/data")
    parser.add_argument("--data", type=Path, default=Path(data))
    parser.add_argument("--out", type=Path, default=Path("training/runs/reader"))
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to start from")
    parser.add_argument("--steps", type=int, default=2400)
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--save-every", type=int, default=300)
    parser.add_argument("--score", action="store_true", help="score on the dev parts at each save")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
