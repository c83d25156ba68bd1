"""Nouns that tell of something happening: "the 1994 bombing of …", "his arrest", "a U.S. strike".

Only the nouns of the tables, and only where somebody or something takes part by name or by a
phrase of its own. After NomBank (Meyers et al. 2004): the parts are those of the verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.claims import roles
from sayso.claims.arguments import Slot
from sayso.claims.grammar import Grammar
from sayso.claims.predicates import Predicate

DONE_TO = frozenset(
    "bombing killing murder assassination arrest detention appointment election nomination "
    "dismissal removal ouster destruction seizure capture designation abduction kidnapping "
    "execution extradition conviction rescue expulsion torture massacre occupation release "
    "imprisonment deportation poisoning shooting beheading sentencing indictment death".split()
)
""" "The arrest of X", "X's arrest": X is arrested. Who does it is in "by"."""

DONE_BY = frozenset(
    "resignation defection retirement departure surrender withdrawal escape rise return "
    "refusal decision".split()
)
""" "The resignation of X", "X's resignation": X does it."""

DONE_ON = frozenset(
    "attack strike airstrike raid assault crackdown ambush invasion offensive attempt siege "
    "blockade embargo sanction".split()
)
""" "X's attack on Y", "a U.S. strike on Y": X does it to Y."""

TOOK = frozenset(
    "takeover acquisition purchase sale merger conquest annexation funding financing support "
    "supply shipment delivery".split()
)
""" "X's purchase of Y", "the purchase of Y by X": X does it to Y."""

EVENTS = DONE_TO | DONE_BY | DONE_ON | TOOK


def find_nominals(grammar: Grammar) -> list[Predicate]:
    """The nouns of the tables that have a part, in the order of the words."""
    found = []
    for at, token in enumerate(grammar.tokens):
        if token.upos != "NOUN" or token.deprel in ("compound", "flat"):
            continue
        lemma = token.lemma.lower()
        if lemma not in EVENTS or grammar.child(at, "cop") is not None:
            continue
        predicate = Predicate(at, (token.start, token.end), lemma, "nominalisation")
        if nominal_slots(grammar, predicate):
            found.append(predicate)
    return found


def nominal_slots(grammar: Grammar, predicate: Predicate) -> list[Slot]:
    """Who does it and to whom, by the tables; where and when as it stands."""
    found = list(_slots(grammar, predicate))
    return found if any(slot.core for slot in found) else []


def _slots(grammar: Grammar, predicate: Predicate) -> Iterator[Slot]:
    noun = predicate.lemma
    cases = {grammar.case(c) for c in grammar.children(predicate.head)}
    for child in grammar.children(predicate.head):
        deprel, case = grammar.tokens[child].deprel, grammar.case(child)
        if deprel == "nmod:poss":
            theme = noun in DONE_TO and "of" not in cases
            yield Slot(child, roles.THEME if theme else roles.AGENT)
        elif deprel == "compound" and noun in DONE_ON and _named(grammar, child):
            yield Slot(child, roles.AGENT)
        elif grammar.relation(child) == "nmod" and case:
            slot = _phrase(noun, child, case)
            if slot is not None:
                yield slot


def _phrase(noun: str, at: int, case: str) -> Slot | None:
    if case == "by":
        return Slot(at, roles.AGENT)
    if case == "of":
        agent = noun in DONE_BY
        return Slot(at, roles.AGENT if agent else roles.THEME) if noun not in DONE_ON else None
    if case in ("on", "against") and noun in DONE_ON:
        return Slot(at, roles.THEME)
    if case in roles.MODIFIERS:
        return Slot(at, roles.MODIFIERS[case], core=False)
    return None


def _named(grammar: Grammar, at: int) -> bool:
    mention = grammar.mentions.get(at)
    return (
        mention is not None
        and mention.named
        and mention.type in ("person", "organization", "place")
    ) or grammar.form(at) in ("U.S.", "US", "UN", "EU", "NATO")
