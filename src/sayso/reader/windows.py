"""How words are laid out for the encoder: one window of whole sentences or paragraphs.

Training and reading share this file, so that the model sees the same thing in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reader.pieces import BREAK, START, Pieces, shape_of


@dataclass(frozen=True, slots=True)
class Layout:
    """A window's pieces and, for each word, the index of its first and its last piece."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


def lay_out(words: Sequence[str], breaks: Sequence[bool], cutter: Pieces) -> Layout:
    """`words` with a break piece before each that begins a paragraph, and one at the end."""
    pieces, shapes, first, last = [START], [0], [], []
    for i, (word, is_break) in enumerate(zip(words, breaks, strict=True)):
        if is_break and i:
            pieces.append(BREAK)
            shapes.append(0)
        ids = cutter.of(word)
        first.append(len(pieces))
        pieces.extend(ids)
        shapes.extend([shape_of(word)] * len(ids))
        last.append(len(pieces) - 1)
    pieces.append(BREAK)
    shapes.append(0)
    return Layout(pieces, shapes, first, last)
