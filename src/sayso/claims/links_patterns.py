"""What the rules for links and events ask of a claim: its predicate and who takes part in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from sayso.values import Argument, Claim, Mention, Reading

PERSON = frozenset({"person"})
BODY = frozenset({"organization", "place"})
"""An organization; a country or town acts as one, too."""
PARTY = PERSON | BODY


def lemmas(words: str) -> frozenset[str]:
    """A word list; "_" stands for the blank of a verb with its particle ("take_over")."""
    return frozenset(word.replace("_", " ") for word in words.split())


@dataclass(frozen=True, slots=True)
class Part:
    """An argument that must be there, or with `never` must not be as described.

    `roles` are tried in their order. It fits where the reader takes it for one of `kinds` (types
    of mention), or its head word is one of `nouns`; an empty set asks for nothing.
    """

    roles: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    never: bool = False


def who(*roles: str) -> Part:
    """Somebody who can act: a person, a body, a country."""
    return Part(roles, PARTY)


def of_words(role: str, words: str) -> Part:
    return Part(tuple(role.split("|")), nouns=lemmas(words))


def not_words(role: str, words: str) -> Part:
    return Part(tuple(role.split("|")), nouns=lemmas(words), never=True)


def head_of(reading: Reading, start: int, end: int) -> int | None:
    """The token that governs a span's words: the first whose own governor stands outside."""
    tokens = reading.tokens
    first = bisect_left(tokens, start, key=lambda token: token.start)
    for at in range(first, len(tokens)):
        if tokens[at].start >= end:
            break
        outside = tokens[at].head < first or (
            tokens[at].head >= len(tokens) or tokens[tokens[at].head].start >= end
        )
        if outside and tokens[at].upos != "PUNCT":
            return at
    return None


def noun_at(reading: Reading, head: int) -> str:
    """The base form of a noun; of one with hyphens ("brother-in-law") all its parts."""
    tokens, within = reading.tokens, unbroken(reading, head)
    words = reading.report.text[tokens[within[0]].start : tokens[within[-1]].end].lower()
    found = HYPHENATED.match(words)
    return found[0] if found else tokens[head].lemma.lower()


def unbroken(reading: Reading, at: int) -> range:
    """The tokens around one that no blank parts: "brother-in-law"."""
    tokens, first, last = reading.tokens, at, at
    while first and tokens[first - 1].end == tokens[first].start:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end:
        last += 1
    return range(first, last + 1)


HYPHENATED = re.compile(r"\w+(?:-\w+)+")


def mention_at(reading: Reading, head: int | None) -> Mention | None:
    """The widest mention with that head; mentions are ordered by where they start."""
    if head is None:
        return None
    mentions, at = reading.mentions, reading.tokens[head].start
    last = bisect_right(mentions, at, key=lambda mention: mention.start)
    first = bisect_left(mentions, at - FARTHEST, key=lambda mention: mention.start)
    headed = [mention for mention in mentions[first:last] if mention.head == head]
    return max(headed, key=lambda mention: mention.end - mention.start, default=None)


NEAREST = 12
"""Mentions back in which a relative pronoun's antecedent must stand."""

FARTHEST = 200
"""How many characters before its head a mention may start."""


def find_part(part: Part, claim: Claim, reading: Reading) -> Argument | None:
    """The first of the claim's arguments and modifiers that is what the part asks for."""
    for role in part.roles:
        for argument in (*claim.arguments, *claim.modifiers):
            if argument.role == role and _is_as_asked(part, argument, reading):
                return argument
    return None


def fits(parts: tuple[Part, ...], claim: Claim, reading: Reading) -> bool:
    """Whether every part is there, and none that must not be."""
    return all((find_part(part, claim, reading) is None) == part.never for part in parts)


def _is_as_asked(part: Part, argument: Argument, reading: Reading) -> bool:
    head = head_of(reading, argument.start, argument.end)
    if part.nouns and (head is None or reading.tokens[head].lemma.lower() not in part.nouns):
        return False
    if not part.kinds:
        return True
    mention = mention_at(reading, head) or _antecedent(argument, reading)
    return mention is not None and is_kind(mention, part.kinds)


def _antecedent(argument: Argument, reading: Reading) -> Mention | None:
    """Whom "who" or "which" stands for: the last mention of its entity before it."""
    if argument.entity is None:
        return None
    last = bisect_left(reading.mentions, argument.start, key=lambda mention: mention.start)
    before = reversed(reading.mentions[max(0, last - NEAREST) : last])
    return next((mention for mention in before if mention.entity == argument.entity), None)


def is_kind(mention: Mention, kinds: frozenset[str]) -> bool:
    """Whether a mention is of one of the kinds. A named thing that the reader takes for an
    object or an idea may be an organization: "the Orrel Front".
    """
    loose = "organization" in kinds and mention.named and mention.type in ("object", "abstract")
    return loose or mention.type in kinds
