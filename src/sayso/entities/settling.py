"""Decisions applied to placed appearances: the entities that hold.

Four steps, each a function of the tables only: what was decided to differ or to be split off
leaves its entity; what was decided the same is joined, in the order of the decisions' dates,
unless that would put together what was decided to differ; an appearance whose names left it open
among entities that are now one joins that one; names and types are overridden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.entities.appearances import lasting_id
from sayso.entities.decisions import Decision, Objection
from sayso.entities.names import usual
from sayso.entities.parting import parted
from sayso.entities.placing import Placed
from sayso.entities.sets import Sets
from sayso.entities.subjects import Subjects, is_outside
from sayso.values import Entity


@dataclass(frozen=True, slots=True)
class Settled:
    """Who is who.

    `entities` are in order of first appearance; an unnamed source's has no `names`, and its
    `name` is the description. `of` gives the entity of each appearance, both by id. `objections`
    tell which decisions rest or contradict each other. `apart` are pairs of entities that were
    decided to differ. `outside` are the identities elsewhere ("wikidata:Q42") that entities were
    decided to have.
    """

    entities: tuple[Entity, ...]
    of: Mapping[str, str]
    objections: tuple[Objection, ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()
    outside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def settle(placed: Sequence[Placed], decisions: Iterable[Decision] = ()) -> Settled:
    """The entities that placed appearances and decisions make; decisions that were withdrawn do
    nothing, and their order is of no account.

    An entity's id is made of its first appearance, so it stays when others join. Part of a case
    may be given, if with any entity it holds all of its appearances, all that decisions on it
    name, and all that is open among it (`Placed.among`).
    """
    holding = sorted((d for d in decisions if d.holds), key=lambda d: (d.at, d.id))
    elsewhere = {each for d in holding for each in d.subjects if is_outside(each)}
    subjects = Subjects(
        [p.appearance for p in placed], [p.entity for p in placed], sorted(elsewhere)
    )
    objections: list[Objection] = []
    named = _found(holding, subjects, objections)
    group = parted(placed, named)
    joint = Sets(len(placed) + len(elsewhere))
    for n, first in enumerate(group):
        joint.join(n, first)
    _join(joint, named, objections)
    objections += _still_tied(named)
    _close(placed, group, named, joint)
    entities, of = _settled(placed, joint, named)
    ids = {joint.of(n): of[each.appearance.id] for n, each in enumerate(placed)}
    tied = [
        tuple(ids.get(joint.of(n), "") for n in pair) for d, pair in named if d.kind == "different"
    ]
    outside: dict[str, list[str]] = {}
    for n, each in enumerate(sorted(elsewhere), len(placed)):
        if joint.of(n) in ids:
            outside.setdefault(ids[joint.of(n)], []).append(each)
    return Settled(
        entities,
        of,
        tuple(objections),
        frozenset(frozenset(pair) for pair in tied if all(pair)),
        {entity: tuple(found) for entity, found in outside.items()},
    )


Named = list[tuple[Decision, tuple[int, ...]]]
"""Decisions whose subjects were found, and which appearances (by number) those are."""


def _found(decisions: Sequence[Decision], subjects: Subjects, objections: list[Objection]) -> Named:
    """Decisions whose subjects are all there; an objection for each of the others."""
    named: Named = []
    for decision in decisions:
        numbers = [subjects.find(each) for each in decision.subjects]
        why = [
            subjects.why_not(each)
            for each, number in zip(decision.subjects, numbers, strict=True)
            if number is None
        ]
        if not why and decision.kind == "different" and len(set(numbers)) == 1:
            why = ["both are names of one figure in one report"]
        if why:
            reason = f"{told(decision)}: rests, since {' and '.join(why)}"
            objections.append(Objection((decision.id,), reason))
        else:
            named.append((decision, tuple(n for n in numbers if n is not None)))
    return named


def _join(joint: Sets, named: Named, objections: list[Objection]) -> None:
    """Joins what was decided the same, unless it was decided to differ."""
    for decision, (one, other) in ((d, p) for d, p in named if d.kind == "same"):
        against = _against(named, joint, one, other)
        if not against:
            joint.join(one, other)
            continue
        told_against = "; ".join(told(each) for each in against)
        reason = f"{told(decision)}: rests, since it contradicts: {told_against}"
        objections.append(Objection((decision.id, *(d.id for d in against)), reason))


def _still_tied(named: Named) -> Iterator[Objection]:
    """An objection for each split of what was decided the same as another before: that holds."""
    for split, (own,) in ((d, n) for d, n in named if d.kind == "split"):
        ties = [
            d
            for d, pair in named
            if d.kind == "same" and own in pair and (d.at, d.id) < _when(split)
        ]
        if ties:
            names = ", ".join(each.id for each in ties)
            reason = "; ".join(told(each) for each in ties)
            yield Objection(
                (split.id, *(each.id for each in ties)),
                f"{told(split)}: does not part it from those it was decided the same as, since "
                f"that holds: {reason}. To part them, withdraw {names}",
            )


def _when(decision: Decision) -> tuple[str, str]:
    return decision.at, decision.id


def _against(named: Named, joint: Sets, one: int, other: int) -> list[Decision]:
    """The decisions that keep two appearances' sets apart."""
    wanted = {joint.of(one), joint.of(other)}
    return [
        decision
        for decision, pair in named
        if decision.kind == "different" and wanted == {joint.of(n) for n in pair}
    ]


def _close(placed: Sequence[Placed], group: Sequence[int], named: Named, joint: Sets) -> None:
    """Joins what was open among entities that are one by now, until nothing changes."""
    founder = {lasting_id(each.appearance.id): n for n, each in enumerate(placed)}
    split = {numbers[0] for decision, numbers in named if decision.kind == "split"}
    firsts = (n for n, each in enumerate(placed) if each.among and group[n] == n)
    waiting = [n for n in firsts if n not in split]
    changed = True
    while changed:
        changed = False
        for n in waiting:
            known = [founder[each] for each in placed[n].among if each in founder]
            whole = len(known) == len(placed[n].among)
            one = whole and len({joint.of(number) for number in known}) == 1
            if not one or joint.of(n) == joint.of(known[0]):
                continue
            if not _against(named, joint, n, known[0]):
                joint.join(n, known[0])
                changed = True


def _settled(
    placed: Sequence[Placed], joint: Sets, named: Named
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """The entities in order of first appearance, and which one each appearance is of."""
    members: dict[int, list[int]] = {}
    for n in range(len(placed)):
        members.setdefault(joint.of(n), []).append(n)
    ruled: dict[tuple[str, int], str] = {}
    for decision, (n, *_) in named:
        if decision.kind in ("rename", "type") and decision.value:
            ruled[decision.kind, joint.of(n)] = decision.value
    entities = []
    of: dict[str, str] = {}
    for root, numbers in members.items():
        entity = entity_of([placed[n] for n in numbers])
        name = ruled.get(("rename", root), entity.name)
        kind = ruled.get(("type", root), entity.type)
        entities.append(Entity(entity.id, kind, name, entity.names))
        of |= {placed[n].appearance.id: entity.id for n in numbers}
    return tuple(entities), of


def entity_of(placed: Sequence[Placed]) -> Entity:
    """The entity that some appearances make: id of the first, usual name, the type most of
    their mentions have, every spelling."""
    first = placed[0].appearance
    counts: dict[str, int] = {}
    for each in placed:
        for name in each.appearance.names:
            counts[name] = counts.get(name, 0) + 1
        for name in each.appearance.acronyms:
            counts.setdefault(name, 0)
    called = usual(counts) if counts else first.name
    names = tuple(dict.fromkeys([*(n for n in counts if counts[n]), *([called] if counts else [])]))
    types = [kind for each in placed for kind in each.appearance.types] or [first.kind]
    most = max(dict.fromkeys(types), key=types.count)
    return Entity(lasting_id(first.id), most, called, names)


def told(decision: Decision) -> str:
    """A decision in words: “a#hugotamm” same as “b#hugotamm” (anna, 2026-03-01T10:00:00Z)."""
    subjects = " and ".join(f"“{each}”" for each in decision.subjects)
    value = f" to “{decision.value}”" if decision.value else ""
    return f"{decision.kind} {subjects}{value} ({decision.by}, {decision.at})"
