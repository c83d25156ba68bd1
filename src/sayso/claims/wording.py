"""A claim as a short sentence: only the report's words, and resolved names in brackets.

A word that stands for somebody is followed by the name: "he [Ilse Korr] had seen it". Who is
only to be understood comes first, in brackets: "[Ilse Korr] to send it". What makes a claim
less than certain and stands outside of it leads: "denied: …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.claims.arguments import Slot, members_of, name_of, span_of
from sayso.claims.grammar import Grammar
from sayso.claims.predicates import Predicate
from sayso.claims.standing import Standing
from sayso.values import Span

LONGEST = 160
"""Characters of a clause that is quoted in the text of the claim that holds it."""

LOOSE = " ,;–—\n"
JOINED = re.compile(r"^(?:and|but) ")
"""What joined the clause to the one before it."""

GROUP = frozenset({"aux", "cop", "mark", "expl"})
NEGATIONS = frozenset("not never n't n’t no".split())

WITHOUT_VERB = frozenset({"apposition", "title", "possessive", "nominalisation"})

Piece = tuple[int, int, str]


def wording(
    grammar: Grammar,
    predicate: Predicate,
    slots: Sequence[Slot],
    standing: Standing,
    why: Sequence[str] = (),
    speaker: str | None = None,
) -> str:
    """The sentence of a claim. `why` are the words that make it less than certain; `speaker`
    is the entity that says "I"."""
    if predicate.kind in WITHOUT_VERB:
        return _led(_described(grammar, predicate, slots, standing, speaker), why)
    pieces: list[Piece] = [(s, e, grammar.text[s:e]) for s, e in _group(grammar, predicate)]
    first: list[str] = []
    for slot in slots:
        if slot.implied or slot.stands_for is not None:
            if slot.core:
                first.append(_bracketed(grammar, slot, standing, speaker))
        else:
            pieces.extend(_pieces(grammar, slot, standing, speaker))
    return _led(" ".join((*first, *_in_order(pieces))), why)


def _led(words: str, why: Sequence[str]) -> str:
    """The words, behind those that make them less than certain and are not among them."""
    text = JOINED.sub("", " ".join(words.split()))
    lead = [word for word in dict.fromkeys(why) if word.lower() not in text.lower()]
    return f"{' '.join(lead)}: {text}" if lead else text


def _described(
    grammar: Grammar,
    predicate: Predicate,
    slots: Sequence[Slot],
    standing: Standing,
    speaker: str | None,
) -> str:
    """ "Ilse Korr: the mayor of Vell"; of a noun that tells of something its phrase."""
    whole = predicate.kind == "nominalisation"
    start, end = (span_of if whole else name_of)(grammar, predicate.head)
    words = grammar.text[start:end]
    for slot in slots:
        name = standing.name(slot.token, speaker)
        token = grammar.tokens[slot.token]
        if name and token.upos == "PRON" and start <= token.start < end:
            at = token.end - start
            words = f"{words[:at]} [{name}]{words[at:]}"
    if predicate.of is None:
        return words
    first, last = name_of(grammar, predicate.of)
    return f"{grammar.text[first:last]}: {words}"


def _group(grammar: Grammar, predicate: Predicate) -> list[Span]:
    """The verb with its auxiliaries, negation, particle and opening word."""
    spans = [predicate.span]
    for child in grammar.children(predicate.head):
        token, relation = grammar.tokens[child], grammar.relation(child)
        word = grammar.form(child).lower()
        shown = relation in GROUP and not (relation == "mark" and word == "that")
        particle = token.deprel == "compound:prt"
        if shown or particle or (relation in ("advmod", "det", "cc") and word in NEGATIONS):
            spans.append((token.start, token.end))
    return spans


def _pieces(grammar: Grammar, slot: Slot, standing: Standing, speaker: str | None) -> list[Piece]:
    """A phrase with its preposition, member by member; a clause whole, if not too long."""
    if slot.clause:
        start, end = grammar.tree.stretch(slot.token)
        if end - start > LONGEST:
            end = max(grammar.text.rfind(" ", start, start + LONGEST), start)
        start += len(grammar.text[start:end]) - len(grammar.text[start:end].lstrip(LOOSE))
        return [(start, end, grammar.text[start:end].rstrip(LOOSE))]
    return [
        piece
        for token in members_of(grammar, slot.token)
        for piece in _phrase(grammar, token, standing.name(token, speaker))
    ]


def _phrase(grammar: Grammar, token: int, name: str | None) -> list[Piece]:
    start, end = span_of(grammar, token)
    pieces = [
        (grammar.tokens[c].start, grammar.tokens[c].end, grammar.form(c))
        for c in grammar.children(token)
        if grammar.tokens[c].deprel in ("case", "cc") and grammar.tokens[c].end <= start
    ]
    fixed = [
        (grammar.tokens[f].start, grammar.tokens[f].end, grammar.form(f))
        for c in grammar.children(token)
        if grammar.tokens[c].deprel == "case"
        for f in grammar.children(c)
        if grammar.tokens[f].deprel == "fixed"
    ]
    words = grammar.text[start:end]
    return [
        *pieces,
        *fixed,
        (start, end, f"{words} [{name}]" if name and name not in words else words),
    ]


def _in_order(pieces: list[Piece]) -> list[str]:
    """The pieces as the report has them, none twice; words that touch stay together."""
    out: list[str] = []
    done = -1
    for start, end, words in sorted(pieces, key=lambda p: (p[0], -p[1])):
        if end <= done or start < done:
            continue
        if start == done and out:
            out[-1] += words
        else:
            out.append(words)
        done = end
    return out


def _bracketed(grammar: Grammar, slot: Slot, standing: Standing, speaker: str | None) -> str:
    """Who is to be understood: by name if a pronoun or description stands there."""
    at = slot.token if slot.stands_for is None else slot.stands_for
    name = standing.name(at, speaker)
    members = members_of(grammar, at)
    start, end = span_of(grammar, members[0])[0], span_of(grammar, members[-1])[1]
    words = grammar.text[start:end]
    return f"[{name}]" if name and name not in words else f"[{words}]"
