"""Small words that the parser hangs on the wrong one: "that", "not"."""

from __future__ import annotations

from dataclasses import replace

from sayso.claims.disowned_words import TOLD, VERDICTS
from sayso.values import Token

OPENING = TOLD | VERDICTS
"""Nouns whose "that …" may tell what they are about."""

NEAR = 14
"""Words that the parts of a clause may stand apart."""


def that_of_report(tokens: list[Token], at: int, text: str) -> None:
    """ "Charges that Korr had bribed the guard were dropped", "reports that he had resigned": a
    verb with a subject and an object of its own takes no second one from "that", which opens
    what the charges say."""
    that = tokens[at]
    verb, noun = that.head, at - 1
    if text[that.start : that.end].lower() != "that" or verb < at or noun < 0:
        return
    if that.deprel not in ("obj", "nsubj", "nsubj:pass") or tokens[verb].head != noun:
        return
    form = text[tokens[noun].start : tokens[noun].end].lower()
    if (
        not tokens[verb].deprel.startswith("acl")
        or not {form, tokens[noun].lemma.lower()} & OPENING
    ):
        return
    for i in range(at + 1, verb):
        if tokens[i].head == noun and tokens[i].deprel == "appos" and tokens[i].upos == "PROPN":
            tokens[i] = replace(tokens[i], head=verb, deprel="nsubj")
    own = {
        tokens[i].deprel.partition(":")[0]
        for i in range(at + 1, min(verb + NEAR, len(tokens)))
        if tokens[i].head == verb
    }
    if "nsubj" in own and (that.deprel != "obj" or "obj" in own):
        tokens[at] = replace(that, deprel="mark", upos="SCONJ", feats="")
        tokens[verb] = replace(tokens[verb], deprel="acl")


def loose_not(tokens: list[Token], at: int, text: str) -> None:
    """ "Korr said the firm was not": a last "not" is of the verb right before it."""
    token = tokens[at]
    if not at or text[token.start : token.end].lower() not in ("not", "n't", "n’t"):
        return
    before = tokens[at - 1]
    bare = not any(other.head == at for other in tokens[at : at + NEAR])
    clause = before.upos == "AUX" and before.deprel in ("ccomp", "parataxis", "conj", "advcl")
    if clause and before.head == token.head < at - 1 and bare:
        tokens[at] = replace(token, head=at - 1, deprel="advmod")


def not_the_other(tokens: list[Token], at: int, text: str) -> None:
    """ "It was Korr, not Brand, who signed": whoever it was, and not the other, did so."""
    token = tokens[at]
    other = token.head
    if token.deprel != "acl:relcl" or other < 0 or tokens[other].deprel not in ("conj", "appos"):
        return
    first = tokens[other].head
    words = [i for i in range(first + 1, other) if tokens[i].head == other]
    led = any(text[tokens[i].start : tokens[i].end].lower() == "not" for i in words)
    closed = other + 1 < len(tokens) and any(
        text[t.start : t.end] == "," for t in tokens[other + 1 : at]
    )
    if led and closed and 0 <= first < other:
        tokens[at] = replace(token, head=first)
