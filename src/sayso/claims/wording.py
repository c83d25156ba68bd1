"""A claim as a short sentence: only the report's words, and resolved names in brackets.

A clause is given verbatim. A word that stands for somebody is followed by the name: "he [Ilse
Korr] had seen it". Who is only to be understood stands in brackets: "[Ilse Korr] to send it".
What makes a claim negated or open and stands outside of it leads: "denied: …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.claims.arguments import Slot, members_of, name_of, span_of
from sayso.claims.grammar import Grammar
from sayso.claims.predicates import Predicate
from sayso.claims.standing import Standing
from sayso.claims.views import View
from sayso.claims.views_words import NEGATIONS

WITHOUT_VERB = frozenset({"apposition", "title", "possessive", "nominalisation"})
BESIDE = ("advcl", "acl:relcl")
"""Clauses whose own opening word, or antecedent, tells what they are."""

CLOSED = re.compile(r"‘.*’(?!\w)")
BESIDE_NAME = 4
"""Characters between a description and the name beside it."""

QUOTES = (("“", "”"), ("(", ")"))


@dataclass(frozen=True, slots=True)
class Scope:
    """What a sentence is drawn from: the tokens that it shows (of a clause only), and the entity
    that says "I" in it."""

    shown: Sequence[int] = ()
    speaker: str | None = None


def wording(
    grammar: Grammar,
    predicate: Predicate,
    slots: Sequence[Slot],
    standing: Standing,
    view: View,
    scope: Scope,
) -> str:
    """The sentence of a claim, without what stands outside of it."""
    if predicate.kind in WITHOUT_VERB:
        return _described(grammar, predicate, slots, standing, scope.speaker)
    if predicate.kind == "participle":
        start, end = span_of(grammar, grammar.tokens[predicate.head].head)
        return grammar.text[start:end]
    return _clause(grammar, predicate, slots, standing, view, scope)


def led(grammar: Grammar, predicate: Predicate, words: str, view: View) -> str:
    """The words, behind those outside of them that negate them or leave them open; a question mark
    stands at their end."""
    text = " ".join(words.split())
    if "?" in view.why and "?" not in text:
        text += "?"
    beside = grammar.tokens[predicate.head].deprel in BESIDE
    if view.polarity == "affirmed" or (beside and not _is_told(grammar, predicate.head)):
        return text
    lead: list[str] = []
    for word in view.why:
        if word.lower() not in f"{' '.join(lead)} {text}".lower():
            lead.append(word)
    return f"{' '.join(lead)}: {text}" if lead else text


def _is_told(grammar: Grammar, at: int) -> bool:
    """ "A lie that he had paid": "that" opens what is told, and stands for nothing in it."""
    return any(
        grammar.relation(i) == "mark" and grammar.form(i).lower() == "that"
        for i in grammar.children(at)
    )


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


def _clause(
    grammar: Grammar,
    predicate: Predicate,
    slots: Sequence[Slot],
    standing: Standing,
    view: View,
    scope: Scope,
) -> str:
    """The clause's own words, with names and who is to be understood in brackets."""
    head = predicate.head
    opening = _opening(grammar, head, scope.shown, view)
    shown = [at for at in scope.shown if at != opening]
    first, instead, behind = [], dict[int, str](), dict[int, str]()
    for slot in slots:
        if slot.clause or not (slot.implied or slot.stands_for is not None):
            behind |= _name_behind(grammar, slot, standing, scope.speaker)
            continue
        who = _bracketed(grammar, slot, standing, scope.speaker)
        if slot.behind:
            instead[slot.token] = ""
            behind[_end_of_verb(grammar, predicate)] = f" [{who}]"
        elif slot.stands_for is not None and slot.token in shown:
            instead[slot.token] = f"[{who}]"
        elif slot.core:
            first.append(f"[{' '.join((who, *_helpers(grammar, head, view)))}]")
    return " ".join((*first, _joined(grammar, shown, instead, behind)))


def _opening(grammar: Grammar, head: int, shown: Sequence[int], view: View) -> int | None:
    """The "because" or "when" that a clause which is told as so begins with."""
    if grammar.tokens[head].deprel != "advcl" or not grammar.finite(head):
        return None
    sure = view.polarity == "affirmed" and view.certainty == "certain"
    mark = grammar.child(head, "mark")
    return mark if sure and mark == min(shown, default=None) else None


def _name_behind(
    grammar: Grammar, slot: Slot, standing: Standing, speaker: str | None
) -> dict[int, str]:
    """The names of whom the words of a phrase stand for, by the last word of each."""
    found = {}
    for token in () if slot.clause else members_of(grammar, slot.token):
        name = standing.name(token, speaker)
        start, end = span_of(grammar, token)
        if name and name not in grammar.text[start : end + len(name) + BESIDE_NAME]:
            found[grammar.tree.indices(((start, end),))[-1]] = f" [{name}]"
    return found


def _end_of_verb(grammar: Grammar, predicate: Predicate) -> int:
    return grammar.tree.indices((predicate.span,))[-1]


def _helpers(grammar: Grammar, head: int, view: View) -> Iterator[str]:
    """ "did not" of "did not inspect or repair": what a verb shares with the one before it."""
    first = grammar.tokens[head].head
    if grammar.tokens[head].deprel != "conj" or grammar.finite(head):
        return
    for child in grammar.children(first):
        negates = grammar.form(child).lower() in NEGATIONS and view.polarity == "negated"
        if child < first and (grammar.relation(child) == "aux" or negates):
            yield grammar.form(child)


def _bracketed(grammar: Grammar, slot: Slot, standing: Standing, speaker: str | None) -> str:
    """Who is to be understood: by name if a pronoun or description stands there."""
    at = slot.token if slot.stands_for is None else slot.stands_for
    name = standing.name(at, speaker)
    members = [at] if slot.own_words else members_of(grammar, at)
    spans = [(name_of if slot.own_words else span_of)(grammar, member) for member in members]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    first = grammar.tree.indices(((start, end),))[0]
    if grammar.tokens[first].upos == "ADP" and first < min(members):
        start = grammar.tokens[first + 1].start
    last = grammar.tree.indices(((start, end),))[-1]
    if last > max(members) and grammar.relative(last):
        end = grammar.tokens[last - 1].end
    words = grammar.text[start:end].rstrip(" ,")
    return name if name and name not in words else words


def _joined(
    grammar: Grammar, shown: Sequence[int], instead: Mapping[int, str], behind: Mapping[int, str]
) -> str:
    """The words as the report has them; where some are left out, one space."""
    out, last, done = "", -1, -1
    for at in shown:
        token = grammar.tokens[at]
        if token.end <= done:
            continue
        words = instead.get(at, grammar.text[max(token.start, done) : token.end])
        gap = _gap(grammar, last, at) if out else ""
        out += (gap if words else "") + words + behind.get(at, "")
        last, done = at, token.end
    start = grammar.tokens[shown[0]].start if shown else 0
    before, after = grammar.text[max(start - 1, 0) : start], grammar.text[done : done + 3]
    return _balanced(out.strip(), before, after)


def _gap(grammar: Grammar, last: int, at: int) -> str:
    """What stands between two words that are shown: only marks, or one space for more."""
    between = range(last + 1, at)
    if all(grammar.tokens[i].upos == "PUNCT" for i in between):
        return grammar.text[grammar.tokens[last].end : grammar.tokens[at].start]
    return " "


def _balanced(words: str, before: str, after: str) -> str:
    """The words without marks that are opened or closed only outside of them; what is opened
    right before them, or closed right behind, is so in them."""
    for opening, closing in QUOTES:
        opened, closed = words.count(opening), words.count(closing)
        if opened == closed + 1 and closing in after.lstrip(".,;"):
            words += closing
        elif closed == opened + 1 and opening == before:
            words = opening + words
        elif opened != closed:
            words = words.replace(opening, "").replace(closing, "")
    if "‘" in words and not CLOSED.search(words) and after.startswith("’"):
        words += "’"
    return words.replace('"', "") if words.count('"') % 2 else words
