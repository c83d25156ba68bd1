"""Checkpoint to the one file that is shipped: `python -m training.export RUN OUT.onnx`.

Weights become int8 (per channel for the matrices, per row for the word pieces); the labels,
the transitions of the tags, the pair scores of coreference and the vocabulary go into the
file's metadata, so that nothing else has to be shipped with it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import warnings
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.reader.model import FORMAT, FRAMES, INPUTS
from sayso.reader.model import OUTPUTS as PLAIN
from training.encoder import HEADS, HIDDEN, Encoder, Layer, base_folder
from training.heads import Model
from training.labels import TAGS, Labels, short
from training.train import Reader

APART = -1e4
OUTPUTS = (*PLAIN, *FRAMES)

OFFSETS = {"B-source": 0.8, "B-cue": -0.3}
"""Added to the tags' scores: chosen on PolNeAR dev, for sources and for whole attributions."""


class ByteEmbedding(nn.Module):
    """An embedding stored as int8 with a scale a row: a quarter of the size, no real loss."""

    rows: Tensor
    scales: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scales = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scales[ids]


class FusedAttention(torch.autograd.Function):
    """Attention as the runtime's one fused operator instead of a dozen small ones."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:  # noqa: ARG004
        b, n, _ = q.shape
        heads = [x.view(b, n, HEADS, -1).transpose(1, 2) for x in (q, k, v)]
        bias = (1.0 - mask.float())[:, None, None, :] * APART
        mixed = F.scaled_dot_product_attention(*heads, attn_mask=bias)
        return mixed.transpose(1, 2).reshape(b, n, -1)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, mask: Any) -> Any:
        none = g.op("prim::Constant")
        none.setType(torch._C.OptionalType.ofTensor())  # noqa: SLF001 - no public spelling
        shown = g.op("Cast", mask, to_i=onnx.TensorProto.INT32)
        name = "com.microsoft::MultiHeadAttention"
        return g.op(name, q, k, v, none, shown, num_heads_i=HEADS).setType(q.type())


def fused(encoder: Encoder) -> None:
    """Sends the encoder's pass through `FusedAttention`; the weights stay what they are."""

    def layer_pass(layer: Layer, x: Tensor, mask: Tensor) -> Tensor:
        mixed = FusedAttention.apply(*layer.qkv(x).split(HIDDEN, -1), mask)
        x = layer.norm1(x + layer.out(mixed))
        return layer.norm2(x + layer.down(F.gelu(layer.up(x))))

    def encode(pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        x = encoder.words(pieces) + encoder.positions.weight[: pieces.shape[1]] + encoder.segment
        x = encoder.norm(x + encoder.shapes(shapes))
        for layer in encoder.layers:
            x = layer_pass(layer, x, mask)
        return x

    encoder.forward = encode  # type: ignore[method-assign]


class Shipped(nn.Module):
    """What the reader runs: one batch of windows in, every head's answer out."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model
        fused(model.encoder)
        model.encoder.words = ByteEmbedding(model.encoder.words.weight.detach())  # type: ignore[assignment]

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        batch = dict(zip(INPUTS, inputs, strict=True))
        model, states = self.model, self.model(batch)
        sentence = model.sentence(states).squeeze(-1)
        begins = ((sentence > 0) | (batch["starts"] > 0)).long()
        number = torch.cumsum(begins, 1)
        apart = (number.unsqueeze(2) != number.unsqueeze(1)).float() * APART
        blocked = (1 - batch["words"].float()).unsqueeze(1) * APART
        arcs = model.arcs(states) + apart + blocked
        heads = arcs.argmax(-1)
        answers = {
            "begins": begins,
            "upos": model.upos(states).argmax(-1),
            "feats": model.feats(states).argmax(-1),
            "lemma": model.lemma(states).argmax(-1),
            "arcs": arcs,
            "heads": heads,
            "deprels": model.deprels(states, heads).argmax(-1),
            "mention": model.mention(states).log_softmax(-1),
            "mention_start": (model.mention_start(states) + apart + blocked).argmax(-1),
            "mention_end": (model.mention_end(states) + apart + blocked).argmax(-1),
            "tags": model.tags(states),
            "cue_source": (model.cue_source(states) + blocked).log_softmax(-1),
            "content_cue": (model.content_cue(states) + blocked).log_softmax(-1),
            "coref": torch.cat([model.coref(states), model.coref_new(states)], -1),
            "predicate": model.predicate(states).squeeze(-1),
            "sureness": model.sureness(states).squeeze(-1),
            "posts": model.posts(states).log_softmax(-1),
        }
        scores, none = model.roles.scored(states)
        margins, best = scores.max(1)
        margins = margins - none
        answers["role_margins"] = margins
        answers["roles"] = (best + 1) * (margins > 0)
        return tuple(answers[name] for name in OUTPUTS)


def trace(shipped: Shipped, path: Path) -> None:
    t, n = 7, 11
    example = {
        "pieces": torch.randint(1000, 2000, (2, n)),
        "shapes": torch.ones(2, n, dtype=torch.long),
        "mask": torch.ones(2, n, dtype=torch.long),
        "first": torch.arange(1, t + 1).repeat(2, 1),
        "last": torch.arange(1, t + 1).repeat(2, 1),
        "words": torch.ones(2, t, dtype=torch.long),
        "starts": torch.zeros(2, t, dtype=torch.long),
    }
    axes = {
        name: {0: "batch", 1: "words" if name in ("first", "last", "words", "starts") else "n"}
        for name in INPUTS
    }
    axes |= {name: {0: "batch", 1: "words"} for name in OUTPUTS}
    for name in ("arcs", "cue_source", "content_cue", "roles", "role_margins"):
        axes[name][2] = "words"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            shipped,
            tuple(example[name] for name in INPUTS),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )


def export(run: Path, out: Path, *, int8: bool = True) -> None:
    saved = torch.load(run / "checkpoint.pt", weights_only=True)
    reader = Reader(Labels(**saved["labels"]))
    reader.load_state_dict(saved["reader"])
    reader.eval()
    for tag, offset in OFFSETS.items():
        last = reader.model.tags[-1]
        last.bias.data[TAGS.index(tag)] += offset
    vocabulary = (base_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]
    names = Labels(**saved["labels"]).as_dict()
    names["lemma_rules"] = [r if short(r) else "0|" for r in names["lemma_rules"]]
    metadata = {
        "format": FORMAT,
        "steps": saved["step"],
        "labels": names,
        "transitions": reader.crf.transitions().detach().numpy().round(5).tolist(),
        "pairs": [t.detach().numpy().round(5).tolist() for t in reader.pairs.scores],
        "vocabulary": vocabulary,
    }
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder, "plain.onnx"), Path(folder, "small.onnx")
        trace(Shipped(reader.model), plain)
        if int8:
            quantize_dynamic(
                plain,
                small,
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul"],
                nodes_to_exclude=heads_of(plain),
            )
        model = onnx.load(small if int8 else plain)
    del model.metadata_props[:]
    for key, value in metadata.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        model.metadata_props.add(key=key, value=text)
    model.producer_name, model.producer_version, model.doc_string = "sayso", "", ""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(model.SerializeToString(deterministic=True))


def heads_of(path: Path) -> list[str]:
    """The matrix products outside the encoder: small, and sharper left as they are. But the
    relation labels' mixing is as large as an encoder's layer."""
    names = [n.name for n in onnx.load(path).graph.node if n.op_type == "MatMul"]
    kept = ("/encoder/", "/deprels/mix/", "/roles/")
    return [n for n in names if not any(part in n for part in kept)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true", help="leave the weights as they are")
    args = parser.parse_args()
    export(args.run, args.out, int8=not args.float)
