"""Claims as far as one can be held against another: what is told of whom, and in which words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.entities.roles import is_kin, noun_of
from sayso.entities.scripts import letters
from sayso.store.dates import NO_FIRST, days
from sayso.store.records import CaseClaim
from sayso.values import Argument, Claim

Party = tuple[str, str]
"""A side ("agent", "other", "either" or a role) and an entity's id, or the words for a thing that
hold a name ("attack on Marrin"); never a name alone, which two may bear."""
Named = tuple[int, int, str]
"""A name in a report: its span and whose it is."""

BEING = ("be", "have")
"""Predicates that may tell what somebody is to another."""
EITHER = frozenset({"be married", "marry", "meet", "wed"})
"""Deeds in which it is the same who does it to whom."""
TURNED = {"belong": ("own", {"recipient": "agent", "goal": "agent"})}
"""Deeds told from the other side: as what they are taken, and which roles change."""
ALIKE = {"possess": "own", "recruit": "hire", "murder": "kill", "assassinate": "kill"}
"""Deeds in other words."""

_BARE = re.compile(
    r"^(?:(?:not|never|no|the|a|an|his|her|its|their|our|my|your|any|some|mrs?|ms|dr)\b\.?\s*)+",
    re.IGNORECASE,
)
_THING = re.compile(r"[a-z][\w'’-]*\s.*\b[^\W\d_a-z]\w")
_MINE = re.compile(r"(?:(?:not|never|no)\s+)?my\b", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|to)\s+(?:the\s+)?(?:(?:Mrs?|Ms|Dr)\.?\s+)?")
_POSSESSIVE = re.compile(r"['’]s?\s+")
_CALLED = re.compile(r"\s*(?:called|named|by the name of)\s+")
_OVER = re.compile(r"\s*(?:[.,;:!?”\"»)]|$|\n)")
_MARK = re.compile(r"[.,](?!\d)|[;:!?”\"»\n]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Relation:
    """Somebody is said to be, or not to be, `noun` of `holder`. `who` is None where it is nobody
    ("I have no brother")."""

    noun: str
    holder: str
    who: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that is to be compared with others.

    `voice` is whose word it is, the innermost one: an entity's id, or the letters of a name.
    `parties` are named; `details` are the words of all else that takes part or says how, where
    and why. `clause` are the words from its first one to the next mark behind its last. `dated`
    is whether the words of its time hold a number.
    """

    case: CaseClaim
    voice: str
    deed: str
    parties: frozenset[Party]
    details: frozenset[str]
    clause: str
    dated: bool
    relation: Relation | None

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.case.claim

    @property
    def told_of(self) -> set[str | None]:
        """The entities of which it tells."""
        parts = (*self.claim.arguments, *self.claim.modifiers)
        related = (self.relation.who, self.relation.holder) if self.relation else ()
        return {*(each.entity for each in parts), *related}

    @property
    def reported(self) -> date | None:
        """The day its report was published, the first that it may be."""
        first = days((self.case.report.published or "")[:10])[0]
        return date.fromisoformat(first) if first and first != NO_FIRST else None

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day it may tell of, if that is known."""
        first, last = days(self.claim.time)
        return (first, last) if first and last else None


def deed_of(lemma: str) -> str:
    """What a predicate tells of, whatever its word.

    >>> deed_of("belong"), deed_of("recruit"), deed_of("meet")
    ('own', 'hire', 'meet')
    """
    return TURNED[lemma][0] if lemma in TURNED else ALIKE.get(lemma, lemma)


def told_of(case: CaseClaim, text: str, named: Collection[str], names: Sequence[Named]) -> Told:
    """A claim with the report's text, the ids of those in it that have a name, and the names in
    and right behind it."""
    claim, taken = case.claim, TURNED.get(case.claim.lemma, ("", {}))[1]
    voice = claim.chain[-1] if claim.chain else None

    def who(part: Argument) -> str | None:
        if part.entity in named:
            return part.entity
        if claim.quantity is not None and part.start <= claim.quantity.start < part.end:
            return None
        words = text[part.start : part.end]
        return f"“{bare(words)}”" if _THING.match(_BARE.sub("", words)) else None

    sides = [(taken.get(each.role, each.role), who(each)) for each in claim.arguments]
    others = {found for role, found in sides if found and role != "agent"}
    parties = {
        (_side(deed_of(claim.lemma), role, len(others)), found) for role, found in sides if found
    }
    details = {
        bare(text[each.start : each.end])
        for each, (_, found) in zip(claim.arguments, sides, strict=True)
        if not found
    }
    details |= {bare(text[each.start : each.end]) for each in _said_how(claim)}
    said = letters(voice.name) if voice else ""
    return Told(
        case=case,
        voice=(voice.entity or said) if voice else "",
        deed=deed_of(claim.lemma),
        parties=frozenset(parties),
        details=frozenset(each for each in details if each and letters(each) != said),
        clause=_clause(claim, text),
        dated=any(_DIGIT.search(text, each.start, each.end) for each in _times(claim)),
        relation=_relation(claim, text, named, names),
    )


def _clause(claim: Claim, text: str) -> str:
    spans = (claim.predicate, *claim.evidence)
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    mark = _MARK.search(text, end)
    return text[start : mark.start() if mark else len(text)]


def _side(deed: str, role: str, others: int) -> str:
    if deed in EITHER:
        return "either"
    return "other" if role != "agent" and others == 1 else role


def bare(words: str) -> str:
    """Words in small letters, without articles and negations before them.

    >>> bare("not the  Attack on Marrin")
    'attack on marrin'
    """
    return _BARE.sub("", " ".join(words.split())).casefold().strip(" .,;")


def _times(claim: Claim) -> Iterator[Argument]:
    return (each for each in (*claim.modifiers, *claim.arguments) if each.role == "time")


def _said_how(claim: Claim) -> Iterator[Argument]:
    """The modifiers but for the time, where that is known, and what negates."""
    for each in claim.modifiers:
        if not (each.role == "time" and days(claim.time)[0]):
            yield each


def _relation(
    claim: Claim, text: str, named: Collection[str], names: Sequence[Named]
) -> Relation | None:
    """What somebody is said to be to another, if the claim tells of that."""
    parts = (*claim.arguments, *claim.modifiers)
    subject = next((each for each in parts if each.role in ("theme", "agent")), None)
    if subject is None or subject.entity not in named or subject.entity is None:
        return None
    if claim.lemma == "have":
        return _nobody(claim, subject, text, names)
    noun_parts = [each for each in parts if each is not subject and each.role != "possessor"]
    for part in noun_parts if claim.lemma == "be" else noun_parts[:1]:
        noun = noun_of(bare(text[part.start : part.end]))
        holder = _holder(part, noun, claim, text, names)
        if part.role in ("attribute", "place") and holder not in (None, subject.entity):
            return Relation(noun, str(holder), subject.entity)
    return None


def _holder(
    part: Argument, noun: str, claim: Claim, text: str, names: Sequence[Named]
) -> str | None:
    """Whose the noun of a description is: "the brother of Korr", "Korr's brother", "my brother"
    in the words of somebody named."""
    words = text[part.start : part.end]
    if _MINE.match(words) and claim.chain:
        return claim.chain[-1].entity
    at = words.casefold().find(noun)
    for start, end, entity in names:
        if part.start <= start and end <= part.end:
            behind = _OF.fullmatch(words[at + len(noun) : start - part.start])
            before = _POSSESSIVE.fullmatch(words[end - part.start : at]) if at >= 0 else None
            if at >= 0 and (behind or before):
                return entity
    return None


def _nobody(claim: Claim, subject: Argument, text: str, names: Sequence[Named]) -> Relation | None:
    """ "I have no brother", "she never had a brother called Orso Bellan"; not "no elder brother",
    "no brother in Marrin"."""
    theme = next((each for each in claim.arguments if each.role == "theme"), None)
    if claim.polarity != "negated" or theme is None or subject.entity is None:
        return None
    noun = bare(text[theme.start : theme.end])
    if not is_kin(noun):
        return None
    if _OVER.match(text, theme.end):
        return Relation(noun, subject.entity, None)
    called = _CALLED.match(text, theme.end)
    own = [entity for start, _, entity in names if called and start == called.end()]
    return Relation(noun, subject.entity, own[0]) if own else None
