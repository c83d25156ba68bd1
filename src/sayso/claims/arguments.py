"""Who or what takes part in what a predicate says, and what says when, where, how and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims import roles
from sayso.claims.descriptions_words import TITLES
from sayso.claims.grammar import Grammar
from sayso.claims.predicates import Predicate, belongs_to_verb, doer_of
from sayso.claims.roles import Part
from sayso.claims.sharing import object_of, subject_of
from sayso.claims.standing import Standing
from sayso.claims.views_words import NEGATIONS
from sayso.values import Argument, Span

ANYTHING = frozenset("to into between among".split())
PARTNERS = frozenset("from with against by of for about as".split())
"""Prepositions whose phrase takes part: of anything, and of persons and bodies only."""

SOMEBODY = frozenset({"person", "organization"})
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("``", "''"))
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")

LOOSE = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ"})
"""What no phrase ends with."""

RULING_OUT = NEGATIONS - {"nor", "neither"} | {"rather", "instead"}
""" "A, not B", "A rather than B"."""

INSTEAD_OF = frozenset({("rather", "than"), ("instead", "of")})

CLAUSES = frozenset({"ccomp", "xcomp", "csubj"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A token that plays a part; `core` where it takes part and does not only say when,
    where, how or why. `clause` where it is a clause of its own; `stands_for` is the
    antecedent of a relative pronoun; `behind` where an object to be understood belongs behind
    the verb. `own_words`: without appositions and titles, which are claims of their own."""

    token: int
    part: Part
    core: bool = True
    implied: bool = False
    clause: bool = False
    stands_for: int | None = None
    own_words: bool = False
    behind: bool = False


def slots_of(grammar: Grammar, predicate: Predicate) -> list[Slot]:
    """The parts of a predicate's claim: subject, objects, phrases, clauses."""
    if predicate.kind == "participle":
        return _before_noun(grammar, predicate)
    found = [*_subject(grammar, predicate), *_objects(grammar, predicate)]
    if predicate.kind == "copula":
        found.append(_attribute(grammar, predicate.head))
    found.extend(_phrases(grammar, predicate))
    return found


def _before_noun(grammar: Grammar, predicate: Predicate) -> list[Slot]:
    """ "a U.S.-designated kingpin": the noun is what it is done to."""
    noun = Slot(grammar.tokens[predicate.head].head, roles.THEME)
    doer = doer_of(grammar, predicate.head)
    return [noun] if doer is None else [Slot(doer, roles.AGENT), noun]


def _subject(grammar: Grammar, predicate: Predicate) -> Iterator[Slot]:
    """Active: who acts; passive: what it is done to, or who is given something."""
    head = predicate.head
    shared = subject_of(grammar, head)
    if shared is None or shared.token == head:
        return
    clause = grammar.tokens[shared.token].deprel.startswith("csubj") and not shared.implied
    part = roles.AGENT
    if predicate.kind in ("copula", "adjective"):
        part = roles.THEME
    elif predicate.kind == "participle" or grammar.passive(head):
        part = roles.RECIPIENT if grammar.child(head, "obj") is not None else roles.THEME
    elif grammar.child(head, "obj") is None and (
        predicate.lemma.partition(" ")[0] in roles.UNDERGOING or _bare_passive(grammar, predicate)
    ):
        part = roles.THEME
    own = grammar.relation(head) == "amod"
    yield Slot(shared.token, part, True, shared.implied, clause, shared.stands_for, own)


def _bare_passive(grammar: Grammar, predicate: Predicate) -> bool:
    """ "Two divers killed in blast": a headline leaves "were" out."""
    head = predicate.head
    return (
        predicate.lemma in roles.NEEDS_OBJECT
        and grammar.form(head).lower() != predicate.lemma
        and not grammar.form(head).lower().endswith(("ing", "s"))
        and grammar.child(head, "aux", "ccomp", "xcomp") is None
        and object_of(grammar, head) is None
    )


def _attribute(grammar: Grammar, head: int) -> Slot:
    """ "was a member"; of "was in Tehran" the place, which takes no part."""
    case = grammar.case(head)
    if case:
        return Slot(head, roles.MODIFIERS.get(case, roles.OTHER), core=False)
    return Slot(
        head, roles.ATTRIBUTE, core=grammar.tokens[head].upos != "ADJ" or _article(grammar, head)
    )


def _article(grammar: Grammar, head: int) -> bool:
    """ "the deadliest": an adjective that stands for a noun."""
    return grammar.child(head, "det") is not None


def _objects(grammar: Grammar, predicate: Predicate) -> Iterator[Slot]:
    head = predicate.head
    object_ = False
    for child in grammar.children(head):
        deprel = grammar.tokens[child].deprel
        if deprel == "obj" and belongs_to_verb(grammar, head, child):
            object_ = True
        elif deprel == "obj" and predicate.kind != "copula":
            object_ = True
            antecedent = grammar.antecedent(child) if grammar.relative(child) else None
            yield Slot(child, roles.THEME, stands_for=antecedent, behind=antecedent is not None)
        elif deprel == "iobj":
            yield Slot(child, roles.RECIPIENT)
    if not object_ and predicate.kind == "verb" and not grammar.passive(head):
        shared = object_of(grammar, head)
        if shared is not None:
            yield Slot(shared.token, roles.THEME, implied=True, behind=True)


def _phrases(grammar: Grammar, predicate: Predicate) -> Iterator[Slot]:
    """Prepositional phrases, adverbs and clauses."""
    for child in grammar.children(predicate.head):
        token, relation = grammar.tokens[child], grammar.relation(child)
        if relation == "obl" or (relation == "nmod" and predicate.kind == "adjective"):
            yield _oblique(grammar, predicate, child)
        elif (
            token.deprel == "advmod" and token.upos == "ADV" and token.start >= predicate.span[1]
        ) or (token.deprel == "advmod" and token.upos == "ADV" and token.end <= predicate.span[0]):
            yield Slot(child, roles.MANNER, core=False)
        elif token.deprel == "xcomp" and _is_named_as(grammar, child):
            called = predicate.lemma in roles.CALLING
            yield Slot(child, roles.ATTRIBUTE if called else roles.THEME)
        elif token.deprel in CLAUSES:
            yield Slot(child, roles.CONTENT, core=False, clause=True)
        elif token.deprel == "advcl":
            yield Slot(child, roles.OTHER, core=False, clause=True)


def _is_named_as(grammar: Grammar, at: int) -> bool:
    """ "designated it a banned body", "became a minister": a noun, not a clause."""
    return grammar.tokens[at].upos in ("NOUN", "PROPN") and grammar.child(at, "cop", "mark") is None


def _oblique(grammar: Grammar, predicate: Predicate, at: int) -> Slot:
    """ "to the yard" takes part, "in March" does not."""
    case, token = grammar.case(at), grammar.tokens[at]
    mention = grammar.mentions.get(at)
    kind = mention.type if mention else ""
    if kind == "time" or token.deprel == "obl:unmarked" or YEAR.fullmatch(grammar.form(at)):
        return Slot(at, roles.TIME, core=False)
    if not case:
        return Slot(at, roles.OTHER, core=False)
    if case == "by" and grammar.passive(predicate.head):
        where = kind == "place" and not (mention and mention.named)
        return Slot(at, roles.PLACE if where else roles.AGENT, core=not where)
    if grammar.relative(at):
        antecedent = grammar.antecedent(at)
        if antecedent is not None:
            part = roles.MODIFIERS.get(case, roles.OTHER)
            return Slot(at, part, core=False, stands_for=antecedent)
    return Slot(at, *_part_of_phrase(grammar, predicate, case, kind))


def _part_of_phrase(
    grammar: Grammar, predicate: Predicate, case: str, kind: str
) -> tuple[Part, bool]:
    """A preposition's phrase, by what it names: its part, and whether it takes part."""
    somebody = kind in SOMEBODY
    if case == "to" and predicate.lemma in roles.HANDING:
        return roles.PREPOSITIONS["to"], True
    if case == "to" and not somebody:
        sent = grammar.child(predicate.head, "obj") is not None and kind == "place"
        return (roles.GOAL, sent) if kind in ("place", "") else (roles.MODIFIERS["to"], False)
    if case == "with" and somebody:
        return roles.PREPOSITIONS["with"], predicate.lemma in roles.TOGETHER
    if case in ANYTHING or (case in PARTNERS and somebody):
        return roles.PREPOSITIONS[case], True
    return roles.MODIFIERS.get(case, roles.OTHER), False


def arguments_of(
    grammar: Grammar, slot: Slot, standing: Standing, speaker: str | None = None
) -> Iterator[Argument]:
    """The slot's words as arguments: one for each member of a list ("A, B and C")."""
    members = [slot.token] if slot.own_words else members_of(grammar, slot.token)
    for token in members:
        start, end = name_of(grammar, token) if slot.own_words else span_of(grammar, token)
        entity = standing.entity(token if slot.stands_for is None else slot.stands_for, speaker)
        yield Argument(slot.part.role, start, end, entity, slot.part.propbank, slot.implied)


def members_of(grammar: Grammar, at: int) -> list[int]:
    """The heads of the phrases that a list is made of, in order."""
    members = [
        c
        for c in grammar.children(at)
        if grammar.tokens[c].deprel == "conj"
        and grammar.tokens[c].upos in ("NOUN", "PROPN", "PRON", "NUM")
        and grammar.subject(c) is None
        and not grammar.of_one_name(c)
        and not _ruled_out(grammar, c)
    ]
    return [at, *members]


def _ruled_out(grammar: Grammar, member: int) -> bool:
    """ "Korr, not Brand", "Korr rather than Brand": the second takes no part."""
    words = (grammar.form(c).lower() for c in grammar.children(member) if c < member)
    first, _ = grammar.reach(member)
    before = tuple(grammar.form(i).lower() for i in range(max(0, first - 2), first))
    return before in INSTEAD_OF or any(word in RULING_OUT for word in words)


def name_of(grammar: Grammar, at: int) -> Span:
    """A phrase without what is said of it beside it; of a name its own words only."""
    if grammar.tokens[at].upos == "PROPN" and grammar.tokens[at].lemma.lower() not in TITLES:
        first, last = _run_of_names(grammar, at)
    else:
        first, last = _without_names(grammar, at)
    return grammar.tokens[first].start, grammar.tokens[last].end


def _run_of_names(grammar: Grammar, at: int) -> tuple[int, int]:
    """ "Ilse van Korr" of "Mayor Ilse van Korr": the names side by side, without titles."""
    low, high = grammar.reach(at)
    first = last = at
    while first > low and _of_name(grammar, first - 1):
        first -= 1
    while last < high and _of_name(grammar, last + 1):
        last += 1
    return first, last


def _of_name(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    if token.lemma.lower() in TITLES | {"emeritus", "emerita"}:
        return False
    return token.upos == "PROPN" or token.deprel == "flat" or _is_hyphen(grammar, at)


def _is_hyphen(grammar: Grammar, at: int) -> bool:
    """Whether a word is the hyphen of a name: "al-Korr", with no gap on either side."""
    tokens = grammar.tokens
    if grammar.form(at) not in ("-", "‑") or not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _without_names(grammar: Grammar, at: int) -> tuple[int, int]:
    """A description: its phrase up to a name that stands beside it."""
    low, high = _unbroken(grammar, at)
    for child in grammar.children(at):
        if grammar.tokens[child].deprel in ("appos", "flat", "compound", "nmod:desc"):
            first, _ = grammar.reach(child)
            if child > at:
                high = min(high, first - 1)
    while high > at and grammar.tokens[high].upos in LOOSE:
        high -= 1
    return low, max(high, at)


def _unbroken(grammar: Grammar, at: int) -> tuple[int, int]:
    """The phrase up to a word that cannot stand in one: "that", a verb with a tense."""
    first, last = grammar.reach(at)
    for i in range(at - 1, first - 1, -1):
        if _breaks(grammar, i):
            return i + 1, last
    for i in range(at + 1, last + 1):
        if _breaks(grammar, i):
            return first, i - 1
    return first, last


def _breaks(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    if token.upos in ("VERB", "AUX"):
        return "VerbForm=Fin" in token.feats
    return token.upos == "SCONJ" and token.deprel == "mark"


def span_of(grammar: Grammar, at: int) -> Span:
    """The words of the phrase at a token, without a mark of punctuation at either end unless
    it closes what was opened in them, as in "the League (LNV)"."""
    first, last = _unbroken(grammar, at)
    while first < at and grammar.tokens[first].upos == "PUNCT":
        first += 1
    while last > at and grammar.tokens[last].upos in LOOSE:
        last -= 1
    start, end = grammar.tokens[first].start, grammar.tokens[last].end
    for opening, closing in _PAIRS:
        words = grammar.text[start:end]
        if words.count(opening) > words.count(closing) and grammar.text.startswith(closing, end):
            end += len(closing)
        elif words.count(closing) > words.count(opening):
            start -= len(opening) if grammar.text.endswith(opening, 0, start) else 0
    return start, end
