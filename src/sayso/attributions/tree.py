"""The syntactic tree of a reading, asked by character spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.attributions.lexicon import FORMS
from sayso.attributions.parted import with_own_subjects
from sayso.values import Reading, Span, Token


class Tree:
    """Children, heads and phrases of a reading's tokens."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        self.tokens: Sequence[Token] = with_own_subjects(reading.tokens, self._text)
        self._starts = [t.start for t in reading.tokens]
        self._ends = [t.end for t in reading.tokens]
        self._children: list[list[int]] = [[] for _ in reading.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                self._children[token.head].append(i)
        self.sentence_of = [0] * len(reading.tokens)
        for number, (start, end) in enumerate(reading.sentences):
            self.sentence_of[start:end] = [number] * (end - start)

    def form(self, at: int) -> str:
        token = self.tokens[at]
        return self._text[token.start : token.end]

    def lemma(self, at: int) -> str:
        """Lower case; for verbs of saying by the list of their forms."""
        token = self.tokens[at]
        known = FORMS.get(self.form(at).lower()) if token.upos == "VERB" else None
        return known or token.lemma.lower()

    def parts_lines(self, a: int, b: int) -> bool:
        """Whether two words stand in different lines."""
        first, last = sorted((self.tokens[a].start, self.tokens[b].start))
        return "\n" in self._text[first:last]

    def children(self, at: int) -> list[int]:
        return self._children[at]

    def indices(self, spans: Sequence[Span]) -> list[int]:
        """The tokens that touch any of the spans, in order."""
        return [
            i
            for start, end in spans
            for i in range(bisect_left(self._ends, start + 1), bisect_left(self._starts, end))
        ]

    def within(self, spans: Sequence[Span]) -> list[Token]:
        return [self.tokens[i] for i in self.indices(spans)]

    def inside(self, at: int, spans: Sequence[Span]) -> bool:
        token = self.tokens[at]
        return any(s <= token.start and token.end <= e for s, e in spans)

    def heads_in(self, spans: Sequence[Span]) -> list[int]:
        """The tokens of the spans that are governed from outside them; punctuation aside."""
        chosen = self.indices(spans)
        known = set(chosen)
        return [
            i for i in chosen if self.tokens[i].head not in known and self.tokens[i].upos != "PUNCT"
        ]

    def case(self, at: int) -> str:
        """The preposition of a phrase, lower case, or nothing."""
        for child in self._children[at]:
            if self.tokens[child].deprel == "case":
                return self.tokens[child].lemma.lower()
        return ""

    def below(self, at: int, without: Sequence[Span] = ()) -> Iterator[int]:
        """`at` and all that hangs from it, except what stands in the spans `without`."""
        yield at
        for child in self._children[at]:
            if not self.inside(child, without):
                yield from self.below(child, without)

    def stretch(self, at: int, without: Sequence[Span] = ()) -> Span:
        """The unbroken run of words around `at` that hang from it, none of them in `without`."""
        kept = set(self.below(at, without))
        first = last = at
        while first - 1 in kept:
            first -= 1
        while last + 1 in kept:
            last += 1
        return self.tokens[first].start, self.tokens[last].end

    def phrase(self, at: int, without: Sequence[Span] = ()) -> Span:
        """The words of the phrase headed by `at`, without preposition, commas and clauses."""
        kept = [at]
        for child in self._children[at]:
            token = self.tokens[child]
            if token.deprel in ("case", "punct", "mark", "cc") or self.inside(child, without):
                continue
            if token.deprel.startswith(("acl", "advcl", "appos", "conj", "parataxis")):
                continue
            kept.extend(self.below(child, without))
        run = [at]
        for step in (-1, 1):
            i = at + step
            while i in set(kept):
                run.append(i)
                i += step
        return self.tokens[min(run)].start, self.tokens[max(run)].end
