"""Typed links that claims state, in FollowTheMoney's names: `links_of`.

A link is no more than its claim: it bears the claim's id, and that claim may be negated,
possible, or somebody's denial. Who draws a line between two people has to show whose word it is,
so read a link together with the `polarity`, `certainty` and `chain` of its claim. Nothing is
added: both ends are words of the claim's own arguments.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from sayso.claims.links_patterns import (
    PERSON,
    find_part,
    fits,
    head_of,
    is_kind,
    mention_at,
    noun_at,
    unbroken,
)
from sayso.claims.links_rules import (
    EACH_OTHER,
    LIKENED,
    NOBODY,
    NOT_LED,
    NOUNS,
    VERBS,
    NounRule,
    VerbRule,
)
from sayso.claims.spans import without_possessive
from sayso.values import Argument, Claim, Link, Mention, Reading, Span

POSSESSIVE = len("'s")
CAPITALS = re.compile(r"(?:[Tt]he )?[A-Z][\w.’'-]+(?: (?:of |and |for |the |& )*[A-Z][\w.’'-]*)+")
"""Several words, all of them capitalised: a name, whatever the reader says."""

SAID_OF = ("theme", "agent")
"""The roles of whom a noun is said of: "A" of "A is a member of B"."""


def links_of(claims: Sequence[Claim], reading: Reading) -> tuple[Link, ...]:
    """The links of the claims, in their order; of the rows that fit, the first one counts."""
    named = {mention.entity for mention in reading.mentions if mention.named}
    out = []
    for claim in claims:
        links = _links(claim, reading)
        link = next((link for link in links if _names_both(link, reading, named)), None)
        if link is not None:
            out.append(link)
    return tuple(out)


def _names_both(link: Link, reading: Reading, named: Collection[str]) -> bool:
    """Whether both ends are names, or pronouns of somebody named; a post need not be."""
    ends = [(link.source, link.source_entity)]
    if link.type != "Occupancy":
        ends.append((link.target, link.target_entity))
    return all(_is_name(span, entity, reading, named) for span, entity in ends)


def _is_name(span: Span, entity: str | None, reading: Reading, named: Collection[str]) -> bool:
    """A name, a description with its name beside it, or a pronoun that stands for a name."""
    head = head_of(reading, *span)
    words = reading.report.text[slice(*span)]
    if head is None or words.lower() in NOBODY:
        return False
    if reading.tokens[head].upos == "PRON":
        return entity in named
    beside = any(m.named and (m.head == head or m.entity == entity) for m in _inside(reading, span))
    return beside or CAPITALS.fullmatch(words) is not None


def _inside(reading: Reading, span: Span) -> Iterator[Mention]:
    """The mentions in a span; the "'s" behind it may be theirs."""
    first = bisect_left(reading.mentions, span[0], key=lambda mention: mention.start)
    for mention in islice(reading.mentions, first, None):
        if mention.start >= span[1]:
            return
        if mention.end <= span[1] + POSSESSIVE:
            yield mention


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
        if not (source and target and _differ(source, target)):
            continue
        if fits(rule.parts, claim, reading) and not (rule.alone and _tells(claim, reading)):
            yield _link(rule.type, rule.id, claim, _end(source), _end(target))
    for argument in claim.arguments:
        if argument.role == "attribute" and claim.lemma not in LIKENED:
            yield from _noun_links(claim, argument, reading)
            yield from _pair_links(claim, argument, reading)


def _tells(claim: Claim, reading: Reading) -> bool:
    """Whether a clause hangs from the verb as what it tells."""
    head = head_of(reading, *claim.predicate)
    return head is not None and any(
        token.head == head and token.deprel in ("ccomp", "parataxis")
        for token in reading.tokens[head + 1 : head + FAR]
    )


FAR = 30
"""Words from a verb to the clause that it tells."""

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
    for rule in _by_noun().get(noun_at(reading, head), ()):
        if rule.led and not _led_by(reading, head, rule.led):
            continue
        other = _other(reading, head, attribute, rule)
        if subject is None or other is None or not is_kind(subject, rule.kinds[0]):
            continue
        if subject.entity == other.entity or _head_lemma(other, reading) in NOT_LED:
            continue
        ends = _end(said_of), _resolved(other, claim, reading)
        source, target = reversed(ends) if rule.turned else ends
        yield _link(rule.type, rule.id, claim, source, target)


def _pair_links(claim: Claim, attribute: Argument, reading: Reading) -> Iterator[Link]:
    """ "A and B are business partners": each other's, if they are two and it is nobody else's."""
    head = head_of(reading, attribute.start, attribute.end)
    two = [a for a in claim.arguments if a.role in SAID_OF]
    if head is None or len(two) != 2 or not _differ(*two) or claim.lemma != "be":
        return
    noun = PLURAL_IN_LAW.sub("-", noun_at(reading, head))
    plural = "Number=Plur" in reading.tokens[head].feats
    if not plural or noun not in EACH_OTHER or _of_others(reading, head):
        return
    kinds = (mention_at(reading, head_of(reading, a.start, a.end)) for a in two)
    if any(kind is not None and kind.type != "person" for kind in kinds):
        return
    rule = next(r for r in _by_noun()[noun] if r.kinds[0] >= PERSON)
    yield _link(rule.type, rule.id, claim, _end(two[0]), _end(two[1]))


PLURAL_IN_LAW = re.compile(r"s-(?=in-law)")


def _of_others(reading: Reading, noun: int) -> bool:
    """Whether somebody is named whose they are: "friends of Korr", "Korr's friends"."""
    behind = reading.tokens[noun + 1 : noun + FAR]
    cases = (t for t in behind if t.deprel == "case" and t.lemma.lower() in ("of", "to"))
    within = unbroken(reading, noun)
    of = any(reading.tokens[t.head].head in within for t in cases if t.head >= 0)
    before = reading.tokens[max(0, noun - FAR) : noun]
    return of or any(t.deprel == "nmod:poss" and t.head == noun for t in before)


def _led_by(reading: Reading, noun: int, words: Collection[str]) -> bool:
    """ "A front company": whether one of the words modifies the noun, right before it."""
    before = reading.tokens[noun - 1] if noun else None
    return before is not None and before.head == noun and before.lemma.lower() in words


def _resolved(mention: Mention, claim: Claim, reading: Reading) -> End:
    """The mention as an end; whom a pronoun stands for is the claim's word, not the reader's."""
    if reading.tokens[mention.head].upos != "PRON":
        return _end(mention)
    own = (a for a in claim.arguments if (a.start, a.end) == (mention.start, mention.end))
    return mention.start, mention.end, next((a.entity for a in own), None)


def _head_lemma(mention: Mention, reading: Reading) -> str:
    return reading.tokens[mention.head].lemma.lower()


def _other(reading: Reading, head: int, within: Argument, rule: NounRule) -> Mention | None:
    """B: what hangs on the noun by one of the rule's prepositions, or as a possessive."""
    tokens, whole = reading.tokens, unbroken(reading, head)
    for at in range(max(0, head - 12), min(len(tokens), head + 16)):
        token = tokens[at]
        inside = within.start <= token.start and token.end <= within.end
        if token.head not in whole or not inside or not token.deprel.startswith("nmod"):
            continue
        cases = [t for t in tokens[max(0, at - 8) : at + 3] if t.head == at and t.deprel == "case"]
        lead = "" if token.deprel == "nmod:poss" else (cases[0].lemma.lower() if cases else "?")
        mention = mention_at(reading, at)
        if lead in rule.near and mention and is_kind(mention, rule.kinds[1]):
            start, end = without_possessive(reading.report.text, (mention.start, mention.end))
            return replace(mention, start=start, end=end)
    return None
