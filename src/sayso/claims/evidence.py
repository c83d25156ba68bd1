"""The verbatim words that a claim rests on: its clause, without the claims that stand in it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from sayso.claims.grammar import Grammar
from sayso.claims.predicates import Predicate
from sayso.values import Argument, Span

CLAUSES = frozenset({"verb", "copula", "adjective"})
"""Kinds of predicates that head a clause; of the others the description is the evidence."""

OWN = frozenset("ccomp xcomp csubj advcl acl parataxis conj dep".split())
"""Relations of a clause that is a claim of its own."""


def evidence_of(
    grammar: Grammar,
    predicate: Predicate,
    arguments: Sequence[Argument],
    claimed: Container[int],
) -> tuple[Span, ...]:
    """The spans of a claim's words, in order, none of them in another.

    `claimed` are the head words of all claims. Words that are only to be understood stand in
    spans of their own.
    """
    spans = [predicate.span, *((a.start, a.end) for a in arguments)]
    if predicate.kind in CLAUSES:
        spans.extend(_clause(grammar, predicate.head, claimed))
    return tuple(_merged(grammar.text, sorted(set(spans))))


def _clause(grammar: Grammar, head: int, claimed: Container[int]) -> Iterator[Span]:
    """The unbroken runs of a clause's words, loose words at their edges left out."""
    kept = sorted(_below(grammar, head, claimed))
    run: list[int] = []
    for at in kept:
        if run and at != run[-1] + 1:
            yield from _trimmed(grammar, run)
            run = []
        run.append(at)
    yield from _trimmed(grammar, run)


def _below(grammar: Grammar, at: int, claimed: Container[int]) -> Iterator[int]:
    yield at
    for child in grammar.children(at):
        if child in claimed and grammar.relation(child) in OWN:
            continue
        yield from _below(grammar, child, claimed)


def _trimmed(grammar: Grammar, run: Sequence[int]) -> Iterator[Span]:
    """A run without "and", "that" and punctuation in front of it or at its end."""
    tokens = grammar.tokens
    words = list(run)
    while words and _opens(grammar, words[0]):
        words = words[1:]
    while words and (tokens[words[-1]].upos == "PUNCT" or tokens[words[-1]].deprel == "cc"):
        words = words[:-1]
    if words:
        yield tokens[words[0]].start, tokens[words[-1]].end


def _opens(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    that = token.deprel == "mark" and grammar.form(at).lower() == "that"
    return that or token.deprel in ("cc", "punct")


def _merged(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Spans that overlap, or have nothing but space between them, as one."""
    start, end = spans[0]
    for low, high in spans[1:]:
        if low <= end or not text[end:low].strip():
            end = max(end, high)
        else:
            yield start, end
            start, end = low, high
    yield start, end
