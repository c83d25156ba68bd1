"""Who is who across reports: ids that stay, given one report at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.entities.appearances import Appearance, appearances_of
from sayso.entities.decisions import Decision
from sayso.entities.memory import Shelves
from sayso.entities.placing import Placed, Placer
from sayso.entities.settling import Settled, settle
from sayso.entities.unmarked import with_unmarked
from sayso.values import Entity, Reading


@dataclass(frozen=True, slots=True)
class Taken:
    """A reading whose mentions have lasting entity ids, and its appearances as they were placed.

    The ids are those that names alone give; decisions are applied by `settle`. A mention that is
    in no appearance ("the harbour") has an id of its own report.
    """

    reading: Reading
    placed: tuple[Placed, ...]


def take(reading: Reading, placer: Placer, *, report: str | None = None) -> Taken:
    """One report's figures placed among all that the placer's memory knows. `report` stands for
    the report's id in subjects, where another is wanted."""
    reading = with_unmarked(reading)
    found = appearances_of(reading, report)
    placed = tuple(placer.place(appearance) for appearance in found.appearances)
    ids = dict(enumerate(found.local))
    kinds: dict[int, str] = {}
    for each, members in zip(placed, found.members, strict=True):
        ids |= dict.fromkeys(members, each.entity)
        kinds |= dict.fromkeys(members if each.appearance.names else (), each.appearance.kind)
    whole = _with_ids(reading, [ids[n] for n in range(len(reading.mentions))])
    return Taken(_with_kinds(whole, kinds), placed)


def _with_kinds(reading: Reading, kinds: Mapping[int, str]) -> Reading:
    """Names with the type that all that is told of them speaks for, not the reader's tag."""
    mentions = tuple(
        replace(m, type=kinds[n]) if m.named and kinds.get(n) in _SURE and m.type != kinds[n] else m
        for n, m in enumerate(reading.mentions)
    )
    return replace(reading, mentions=mentions)


_SURE = ("person", "organization", "place")


def _with_ids(reading: Reading, ids: Sequence[str]) -> Reading:
    mentions = zip(reading.mentions, ids, strict=True)
    told = (m if m.entity == number else replace(m, entity=number) for m, number in mentions)
    return replace(reading, mentions=tuple(told))


def place_all(appearances: Iterable[Appearance]) -> list[Placed]:
    """Appearances in the order given, each placed among those before it."""
    placer = Placer(Shelves())
    return [placer.place(appearance) for appearance in appearances]


def resolve(appearances: Iterable[Appearance], decisions: Iterable[Decision] = ()) -> Settled:
    """Who is who among all these, by names and by what people decided: from nothing."""
    return settle(place_all(appearances), decisions)


class Resolver:
    """Gives every mention an id that is the same in all readings added.

    Ids are "e1", "e2", … in order of first appearance, so the same readings in the same order
    give the same ids. A new report costs what it mentions, not what is known.
    """

    def __init__(self) -> None:
        self._memory = Shelves()
        self._placer = Placer(self._memory)
        self._reports = 0
        self._numbers: dict[str, str] = {}

    def add(self, reading: Reading) -> tuple[Reading, tuple[Entity, ...]]:
        """The reading with ids that stay, and its named entities as far as they are known now,
        in order of appearance."""
        self._reports += 1
        taken = take(reading, self._placer, report=str(self._reports))
        ordered = sorted(taken.reading.mentions, key=lambda m: (m.start, -m.end))
        for mention in ordered:
            self._numbers.setdefault(mention.entity, f"e{len(self._numbers) + 1}")
        ids = [self._numbers[mention.entity] for mention in taken.reading.mentions]
        named = dict.fromkeys(p.entity for p in taken.placed if p.appearance.names)
        entities = (self._memory.known(each).entity for each in named)
        numbered = tuple(replace(each, id=self._numbers[each.id]) for each in entities)
        return _with_ids(taken.reading, ids), numbered
