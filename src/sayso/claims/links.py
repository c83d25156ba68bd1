"""Typed links that claims state, in FollowTheMoney's names: `links_of`.

A link is no more than its claim: it bears the claim's id, and that claim may be negated,
possible, or somebody's denial. Who draws a line between two people has to show whose word it is,
so read a link together with the `polarity`, `certainty` and `chain` of its claim. Nothing is
added: both ends are words of the claim's own arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.claims.links_patterns import find_part, fits, head_of, is_kind, mention_at
from sayso.claims.links_rules import (
    LIKENED,
    NOBODY,
    NOT_LED,
    NOUNS,
    VERBS,
    NounRule,
    VerbRule,
)
from sayso.values import Argument, Claim, Link, Mention, Reading

SAID_OF = ("theme", "agent")
"""The roles of whom a noun is said of: "A" of "A is a member of B"."""


def links_of(claims: Sequence[Claim], reading: Reading) -> tuple[Link, ...]:
    """The links of the claims, in their order; of the rows that fit, the first one counts."""
    out = []
    for claim in claims:
        links = _links(claim, reading)
        link = next((link for link in links if _names_somebody(link, reading)), None)
        if link is not None:
            out.append(link)
    return tuple(out)


def _names_somebody(link: Link, reading: Reading) -> bool:
    """Whether neither end is "anyone", "nobody" or the like."""
    ends = (link.source, link.target)
    return not any(reading.report.text[start:end].lower() in NOBODY for start, end in ends)


@cache
def _by_lemma() -> dict[str, tuple[VerbRule, ...]]:
    out: dict[str, list[VerbRule]] = {}
    for rule in VERBS:
        for lemma in rule.lemmas:
            out.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in out.items()}


@cache
def _by_noun() -> dict[str, tuple[NounRule, ...]]:
    out: dict[str, list[NounRule]] = {}
    for rule in NOUNS:
        for noun in rule.nouns:
            out.setdefault(noun, []).append(rule)
    return {noun: tuple(rules) for noun, rules in out.items()}


def _links(claim: Claim, reading: Reading) -> Iterator[Link]:
    for rule in _by_lemma().get(claim.lemma, ()):
        source = find_part(rule.source, claim, reading)
        target = find_part(rule.target, claim, reading)
        if source and target and _differ(source, target) and fits(rule.parts, claim, reading):
            yield _link(rule.type, rule.id, claim, _end(source), _end(target))
    for argument in claim.arguments:
        if argument.role == "attribute" and claim.lemma not in LIKENED:
            yield from _noun_links(claim, argument, reading)


End = tuple[int, int, str | None]


def _end(argument: Argument | Mention) -> End:
    return argument.start, argument.end, argument.entity


def _differ(one: Argument, other: Argument) -> bool:
    if one.entity is not None and one.entity == other.entity:
        return False
    return (one.start, one.end) != (other.start, other.end)


def _link(kind: str, rule: str, claim: Claim, source: End, target: End) -> Link:
    return Link(kind, claim.id, source[:2], target[:2], source[2], target[2], rule)


def _noun_links(claim: Claim, attribute: Argument, reading: Reading) -> Iterator[Link]:
    """ "A is the brother of B", "A is B's brother"."""
    head = head_of(reading, attribute.start, attribute.end)
    if head is None:
        return
    said_of = next((a for role in SAID_OF for a in claim.arguments if a.role == role), None)
    if said_of is None:
        return
    subject = mention_at(reading, head_of(reading, said_of.start, said_of.end))
    for rule in _by_noun().get(reading.tokens[head].lemma.lower(), ()):
        other = _other(reading, head, attribute, rule)
        if subject is None or other is None or not is_kind(subject, rule.kinds[0]):
            continue
        if subject.entity == other.entity or _head_lemma(other, reading) in NOT_LED:
            continue
        ends = _end(said_of), _end(other)
        source, target = reversed(ends) if rule.turned else ends
        yield _link(rule.type, rule.id, claim, source, target)


def _head_lemma(mention: Mention, reading: Reading) -> str:
    return reading.tokens[mention.head].lemma.lower()


def _other(reading: Reading, head: int, within: Argument, rule: NounRule) -> Mention | None:
    """B: what hangs on the noun by one of the rule's prepositions, or as a possessive."""
    tokens = reading.tokens
    for at in range(max(0, head - 12), min(len(tokens), head + 16)):
        token = tokens[at]
        inside = within.start <= token.start and token.end <= within.end
        if token.head != head or not inside or not token.deprel.startswith("nmod"):
            continue
        cases = [t for t in tokens[max(0, at - 8) : at + 3] if t.head == at and t.deprel == "case"]
        lead = "" if token.deprel == "nmod:poss" else (cases[0].lemma.lower() if cases else "?")
        mention = mention_at(reading, at)
        if lead in rule.near and mention and is_kind(mention, rule.kinds[1]):
            return _without_possessive(mention, reading)
    return None


def _without_possessive(mention: Mention, reading: Reading) -> Mention:
    """ "B" of "B's"."""
    text = reading.report.text[mention.start : mention.end]
    return replace(mention, end=mention.end - 2) if text.endswith(("'s", "’s")) else mention
