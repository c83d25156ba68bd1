"""Reading and attributions to claims: what exactly is said, and whose word it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims.arguments import Slot, arguments_of, slots_of
from sayso.claims.chains import Chains
from sayso.claims.circumstances import circumstances_of
from sayso.claims.descriptions import description_slots, find_descriptions
from sayso.claims.disowned import disowned
from sayso.claims.events import event_of
from sayso.claims.evidence import evidence_of
from sayso.claims.grammar import Grammar
from sayso.claims.mending import mended
from sayso.claims.nominals import find_nominals, nominal_slots
from sayso.claims.places import find_place_names
from sayso.claims.predicates import Predicate, find_predicates, silent_words
from sayso.claims.quantities import find_amounts
from sayso.claims.remarks import Tellings, asks
from sayso.claims.sentences import Draft, Sentences
from sayso.claims.stances import Stances
from sayso.claims.standing import Standing
from sayso.times import outermost
from sayso.values import (
    Amount,
    Argument,
    Attribution,
    Claim,
    Entity,
    PlaceName,
    Reading,
    Span,
    Time,
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every claim of a report is drawn from."""

    grammar: Grammar
    chains: Chains
    standing: Standing
    stances: Stances
    times: Sequence[Time]
    places: Sequence[PlaceName]
    amounts: Sequence[Amount]


def draw_claims(
    reading: Reading,
    attributions: Sequence[Attribution] = (),
    entities: Iterable[Entity] = (),
    times: Sequence[Time] = (),
) -> tuple[Claim, ...]:
    """Every proposition of a report as a claim, in the order of the predicates.

    Ids are "c1", "c2" …; a claim in no attribution's content is the outlet's own. `found_by`
    names the rule that drew it and, behind a comma, why it does not stand by itself (`remarks`).
    """
    grammar = Grammar(mended(reading))
    names = {entity.id: entity for entity in entities}
    scene = _Scene(
        grammar,
        Chains(attributions, reading.report, reading.mentions),
        Standing(grammar, names, attributions),
        Stances(grammar),
        outermost(times),
        find_place_names(reading.report.text, reading.mentions),
        find_amounts(reading.report.text, times),
    )
    predicates = _predicates(grammar)
    ids = {p.head: f"c{number}" for number, p in enumerate(predicates, 1)}
    drafts = {p.head: _draft(scene, p) for p in predicates}
    told = Tellings(grammar, {p.head: p for p in predicates}, attributions)
    sentences = Sentences(grammar, scene.standing, drafts, told)
    return tuple(_claim(scene, draft, sentences, ids) for draft in drafts.values())


def _predicates(grammar: Grammar) -> list[Predicate]:
    """Verbs and copulas, descriptions, nouns of happening; a word makes one claim at most."""
    found: dict[int, Predicate] = {}
    silent = silent_words(grammar)
    for find in (find_predicates, find_descriptions, find_nominals):
        for predicate in find(grammar):
            if predicate.span[0] not in silent:
                found.setdefault(predicate.head, predicate)
    return sorted(found.values(), key=lambda predicate: predicate.span)


_SLOTS = {
    "apposition": description_slots,
    "title": description_slots,
    "possessive": description_slots,
    "nominalisation": nominal_slots,
}


def _draft(scene: _Scene, predicate: Predicate) -> Draft:
    """Whose word a claim is, who takes part, how sure."""
    holder = scene.chains.innermost(predicate.span)
    slots = _SLOTS.get(predicate.kind, slots_of)(scene.grammar, predicate)
    view = scene.stances.view(predicate.head, holder)
    view = disowned(scene.grammar, predicate.head, view)
    if not _understood(scene.grammar, predicate, slots):
        view = replace(view, certainty="unknown")
    return Draft(predicate, holder, scene.standing.speaker(holder), slots, view)


def _claim(scene: _Scene, draft: Draft, sentences: Sentences, ids: Mapping[int, str]) -> Claim:
    """One claim: who takes part, how sure, when and where, whose word."""
    grammar, predicate, holder, view = scene.grammar, draft.predicate, draft.holder, draft.view
    said = holder.time if holder else ()
    times = _without(scene.times, said)
    when = circumstances_of(grammar, predicate.head, times, scene.places, scene.amounts)
    arguments = _arguments(scene, [s for s in draft.slots if s.core], draft.speaker)
    if predicate.kind == "copula":
        arguments = _of_one(arguments, scene.standing, negated=view.polarity != "affirmed")
    others = _arguments(scene, [s for s in draft.slots if not s.core], draft.speaker)
    remark = sentences.remark(predicate.head)
    claim = Claim(
        id=ids[predicate.head],
        attribution=holder.id if holder else None,
        text=sentences.text(predicate.head),
        predicate=predicate.span,
        lemma=predicate.lemma,
        arguments=arguments,
        modifiers=tuple(m for m in others if not _within((m.start, m.end), said)),
        polarity=view.polarity,
        certainty=view.certainty,
        why=view.why,
        time=when.time,
        place=when.place,
        quantity=when.quantity,
        evidence=evidence_of(grammar, predicate, arguments, ids),
        chain=scene.chains.chain(holder),
        about=_about(grammar, predicate, ids),
        found_by=f"{predicate.kind}, {remark}" if remark else predicate.kind,
    )
    return replace(claim, event=event_of(claim, grammar.reading))


def _understood(grammar: Grammar, predicate: Predicate, slots: Sequence[Slot]) -> bool:
    """Whether somebody or something takes part; of a copula, whether it is said of anything."""
    if asks(grammar, predicate):
        return False
    if predicate.kind in ("copula", "adjective"):
        return any(slot.part.role in ("theme", "agent") for slot in slots)
    return bool(slots)


def _without(times: Sequence[Time], said: Sequence[Span]) -> Sequence[Time]:
    """The times but those of when the words were said, which stand in spans of their own."""
    for start, end in said:
        first = last = bisect_left(times, start, key=lambda time: time.start)
        while last < len(times) and times[last].end <= end:
            last += 1
        times = (*times[:first], *times[last:])
    return times


def _within(span: Span, spans: Sequence[Span]) -> bool:
    """Whether it is part of when the words were said, and not of what they say."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _arguments(scene: _Scene, slots: Sequence[Slot], speaker: str | None) -> tuple[Argument, ...]:
    """The parts that are no clauses: those are claims of their own."""
    return tuple(
        argument
        for slot in slots
        if not slot.clause
        for argument in arguments_of(scene.grammar, slot, scene.standing, speaker)
    )


def _of_one(
    arguments: tuple[Argument, ...], standing: Standing, *, negated: bool
) -> tuple[Argument, ...]:
    """Of a copula's description and whom it is said of: the same one, and if it is negated two.
    Where the reader has it otherwise, a description stands for nobody."""
    themes = {a.entity for a in arguments if a.role == "theme" and a.entity}
    others = {a.entity for a in arguments if a.role == "attribute" and a.entity}
    if not themes or not others or (themes != others) is negated:
        return arguments
    return tuple(
        replace(a, entity=None)
        if a.role in ("theme", "attribute") and standing.is_description((a.start, a.end))
        else a
        for a in arguments
    )


def _about(grammar: Grammar, predicate: Predicate, ids: Mapping[int, str]) -> str | None:
    """The claim whose clause this one is: an offer, of what is offered."""
    at = predicate.head
    while grammar.relation(at) == "conj":
        at = grammar.tokens[at].head
    if grammar.tokens[at].deprel not in ("ccomp", "xcomp", "csubj"):
        return None
    return ids.get(grammar.tokens[at].head)
