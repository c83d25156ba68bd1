"""How well raw text was cut, tagged and parsed: the measures of the CoNLL 2018 shared task.

Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal
Dependencies", section 4. Words are aligned by their characters; inside a multiword token of
the gold, by the longest common subsequence of lower-cased forms. A dependency counts where
both of its ends are aligned; the published LAS leaves out subtypes ("nmod:poss" is "nmod").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.conllu import Document, Span, Word
from sayso.values import Reading, Token

Pairs = dict[int, int]
"""Gold word index to predicted word index."""


@dataclass(frozen=True, slots=True)
class Count:
    """Right ones, predicted ones and gold ones; counts of several texts add up."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.right + other.right,
            self.predicted + other.predicted,
            self.gold + other.gold,
        )

    @property
    def f1(self) -> float:
        """F1 in percent; 0 where there is nothing at all."""
        return 200 * self.right / max(self.predicted + self.gold, 1)

    @property
    def precision(self) -> float:
        """Precision in percent."""
        return 100 * self.right / max(self.predicted, 1)

    @property
    def recall(self) -> float:
        """Recall in percent."""
        return 100 * self.right / max(self.gold, 1)


def common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence of two short lists, as pairs of indices."""
    best = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            same = left[i] == right[j]
            best[i][j] = best[i + 1][j + 1] + 1 if same else max(best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] == right[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _token_groups(words: Sequence[Word]) -> Iterable[Span]:
    """Ranges of words that share a surface token."""
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index].token != words[first].token:
            yield first, index
            first = index


def align(gold: Document, reading: Reading) -> Pairs:
    """Which predicted word stands for which gold word."""
    tokens = reading.tokens
    places = {(token.start, token.end): index for index, token in enumerate(tokens)}
    pairs: Pairs = {}
    at = 0
    for first, last in _token_groups(gold.words):
        begin, end = gold.words[first].token
        if last - first == 1:
            if (begin, end) in places:
                pairs[first] = places[begin, end]
            continue
        while at < len(tokens) and tokens[at].start < begin:
            at += 1
        until = at
        while until < len(tokens) and tokens[until].start < end:
            until += 1
        ours = [gold.text[t.start : t.end].lower() for t in tokens[at:until]]
        theirs = [word.form.lower() for word in gold.words[first:last]]
        pairs.update((first + i, at + j) for i, j in common(theirs, ours))
    return pairs


def _sentence_spans(
    sentences: Iterable[Span], words: Sequence[Word] | Sequence[Token]
) -> set[Span]:
    return {(words[a].start, words[b - 1].end) for a, b in sentences if b > a}


def score_sentences(gold: Document, reading: Reading) -> Count:
    """Sentences whose first and last characters are those of a gold sentence."""
    theirs = _sentence_spans(gold.sentences, gold.words)
    ours = _sentence_spans(reading.sentences, reading.tokens)
    return Count(len(theirs & ours), len(ours), len(theirs))


def _plain(deprel: str) -> str:
    return deprel.partition(":")[0]


def score_document(gold: Document, reading: Reading) -> dict[str, Count]:
    """Counts by name: sentences, words, UPOS, UAS, LAS, LAS with subtypes.

    Raises `ValueError` where the reading is of another text.
    """
    if reading.report.text != gold.text:
        raise ValueError(f"{gold.id}: the reading is of another text")
    pairs = align(gold, reading)

    def heads(word: Word, token: Token) -> bool:
        if word.head < 0 or token.head < 0:
            return word.head < 0 and token.head < 0
        return pairs.get(word.head) == token.head

    def counted(right: Callable[[Word, Token], bool]) -> Count:
        found = sum(right(gold.words[i], reading.tokens[j]) for i, j in pairs.items())
        return Count(found, len(reading.tokens), len(gold.words))

    return {
        "sentences": score_sentences(gold, reading),
        "words": counted(lambda _word, _token: True),
        "UPOS": counted(lambda word, token: word.upos == token.upos),
        "UAS": counted(heads),
        "LAS": counted(
            lambda word, token: heads(word, token) and _plain(word.deprel) == _plain(token.deprel)
        ),
        "LAS with subtypes": counted(
            lambda word, token: heads(word, token) and word.deprel == token.deprel
        ),
    }


def score_treebank(pairs: Iterable[tuple[Document, Reading]]) -> dict[str, Count]:
    """The same counts over many documents."""
    total: dict[str, Count] = {}
    for gold, reading in pairs:
        for name, count in score_document(gold, reading).items():
            total[name] = total.get(name, Count()) + count
    return total
