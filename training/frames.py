"""What happens in EWT's sentences: PropBank's predicates and roles, and how sure they are.

PropBank names spans; the reader names an argument by the head word of its span, which the tree
then widens. Both sets are joined to EWT's documents by sentence id and word number.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import IGNORED, Window
from training.corpora import Document
from training.heads import Model
from training.labels import ROLES

MERGED = {"ARG4": "ARG3", "ARG5": "ARG3", "ARGM-GOL": "ARGM-DIR"}
"""Too rare to be learned apart."""


def add_frames(documents: list[Document], propbank: Path, factuality: Path) -> None:
    """Writes `frames` and `factuality` into the documents that the two files speak of."""
    where = {sent: (doc, base) for doc in documents for sent, base in doc.sentence_ids.items()}
    for doc in documents:
        doc.has_frames = True
    for cells in _rows(propbank):
        doc, base = where[cells[0]]
        predicate = base + int(cells[1]) - 1
        doc.frames[predicate] = list(_arguments(doc, base, cells[3] if len(cells) > 3 else ""))
    for cells in _rows(factuality):
        doc, base = where[cells[0]]
        doc.factuality[base + int(cells[1]) - 1] = float(cells[3])


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            yield line.split("\t")


def _arguments(doc: Document, base: int, cell: str) -> Iterator[tuple[str, int]]:
    """(label, head word) of each argument whose label is one of ROLES."""
    for piece in cell.split():
        label, span = piece.rsplit(":", 1)
        label = MERGED.get(label, label)
        if label in ROLES:
            first, last = (base + int(n) - 1 for n in span.split("-"))
            yield label, head_word(doc, first, last + 1)


def head_word(doc: Document, start: int, end: int) -> int:
    """The first word of a span that is governed from outside it."""
    for i in range(start, end):
        if doc.upos[i] != "PUNCT" and (doc.heads[i] == i or not start <= doc.heads[i] < end):
            return i
    return start


def frame_targets(windows: list[Window], long: int) -> dict[str, Tensor]:
    """`predicate` (b, t) 0 or 1, `sureness` (b, t) or nan, `roles` (b, t, t) with the label of
    each word (column) for each predicate (row)."""
    size = (len(windows), long)
    out = {
        "predicate": torch.full(size, IGNORED),
        "sureness": torch.full(size, float("nan")),
        "roles": torch.full((*size, long), IGNORED),
    }
    for b, w in enumerate(windows):
        if not w.doc.has_frames:
            continue
        out["predicate"][b, : w.end - w.start] = 0
        for t, i in enumerate(range(w.start, w.end)):
            if i in w.doc.factuality:
                out["sureness"][b, t] = w.doc.factuality[i]
            if i in w.doc.frames:
                out["predicate"][b, t] = 1
                out["roles"][b, t, : w.end - w.start] = 0
                for label, at in w.doc.frames[i]:
                    if w.start <= at < w.end:
                        out["roles"][b, t, at - w.start] = ROLES.index(label)
    return out


def frame_losses(model: Model, states: Tensor, windows: list[Window]) -> dict[str, Tensor]:
    """Roles are learned inside the sentence only; each predicate weighs the same."""
    target = frame_targets(windows, states.shape[1])
    known = target["predicate"] != IGNORED
    asked = target["predicate"] == 1
    scores = model.roles(states).permute(0, 2, 3, 1)[asked]
    wanted = target["roles"][asked].masked_fill(~_same_sentence(windows, asked), IGNORED)
    sure = ~target["sureness"].isnan()
    nothing = states.sum() * 0
    return {
        "predicate": F.binary_cross_entropy_with_logits(
            model.predicate(states).squeeze(-1)[known], target["predicate"][known].float()
        )
        if known.any()
        else nothing,
        "roles": F.cross_entropy(
            scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED, reduction="sum"
        )
        / max(int(asked.sum()), 1),
        "sureness": F.smooth_l1_loss(
            model.sureness(states).squeeze(-1)[sure], target["sureness"][sure]
        )
        if sure.any()
        else nothing,
    }


def _same_sentence(windows: list[Window], asked: Tensor) -> Tensor:
    """(predicates, t): whether a word stands in the predicate's sentence."""
    numbers = torch.full(asked.shape, -1)
    for b, w in enumerate(windows):
        numbers[b, : w.end - w.start] = torch.tensor(sentence_numbers(w))
    row = torch.arange(asked.shape[0])[:, None].expand_as(asked)[asked]
    return numbers[row] == numbers[asked][:, None]


def sentence_numbers(window: Window) -> list[int]:
    """Which of the window's sentences each of its words stands in."""
    starts = (i in window.doc.sentences for i in range(window.start, window.end))
    return list(accumulate(map(int, starts)))
