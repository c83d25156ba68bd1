"""Words to word pieces: ids for the encoder, with a case shape for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer

PAD, UNKNOWN, START, BREAK = 0, 100, 101, 102
MOST_PIECES = 10
"""A longer word (an address, a run of symbols) keeps its first pieces only."""

SHAPES = ("none", "lower", "title", "upper", "mixed", "digit", "punct", "other")


class Pieces:
    """Cuts words into the encoder's pieces. `vocabulary` is a list, in the order of the ids."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        ids = {piece: i for i, piece in enumerate(vocabulary)}
        model = WordPiece(ids, unk_token="[UNK]", max_input_chars_per_word=100)  # noqa: S106
        self._tokenizer = Tokenizer(model)
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self.of = lru_cache(maxsize=50_000)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
        return tuple(ids) or (UNKNOWN,)


@lru_cache(maxsize=50_000)
def shape_of(word: str) -> int:
    """The case shape of a word, as an index into `SHAPES`: the encoder itself is uncased."""
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word.istitle():
        return 2
    if word.isdigit():
        return 5
    if any(c.isalpha() for c in word):
        return 4
    return 5 if any(c.isdigit() for c in word) else 6
