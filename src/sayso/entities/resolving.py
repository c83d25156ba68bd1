"""Who is who across reports: ids that stay, given one report at a time.

A name joins what is known under it if it is surely the same and only one is; a surname alone
never chooses between two. Descriptions ("the minister", "a senior official") and unnamed
sources stay in their report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from sayso.entities.keys import exact_key, is_short, search_keys, surname_keys
from sayso.entities.names import compare_names
from sayso.entities.persons import last_part, surname_of
from sayso.entities.within import Figure, figures, short_for
from sayso.values import Entity, Reading


@dataclass(slots=True)
class Known:
    """What is known of one named entity so far; counts keep the order of first appearance."""

    id: str
    kind: str
    fullest: str
    names: dict[str, int] = field(default_factory=dict)
    types: dict[str, int] = field(default_factory=dict)

    @property
    def entity(self) -> Entity:
        """As a value: the fullest name, every spelling, the type that most mentions have."""
        kind = max(self.types, key=lambda each: self.types[each])
        return Entity(self.id, kind, self.fullest, tuple(self.names))

    def mostly(self, key: str) -> bool:
        """Whether the name it goes by most often has this exact key."""
        most = max(self.names, key=lambda name: self.names[name])
        return exact_key(self.kind, most) == key


class Resolver:
    """Gives every mention an id that is the same in all readings added.

    Ids are "e1", "e2", … in order of first appearance, so the same readings in the same order
    give the same ids. A new report costs what it mentions, not what is known.
    """

    def __init__(self) -> None:
        self._ids = 0
        self._known: list[Known] = []
        self._shelves: dict[str, list[int]] = {}

    def add(self, reading: Reading) -> tuple[Reading, tuple[Entity, ...]]:
        """The reading with ids that stay, and its named entities as far as they are known now,
        in order of appearance."""
        ids = [mention.entity for mention in reading.mentions]
        touched: dict[str, Known] = {}
        for figure in figures(reading):
            known = self._resolve(figure) if figure.names else None
            number = known.id if known else self._next()
            if known:
                touched[number] = known
            for n in figure.mentions:
                ids[n] = number
        mentions = zip(reading.mentions, ids, strict=True)
        resolved = tuple(replace(mention, entity=number) for mention, number in mentions)
        return replace(reading, mentions=resolved), tuple(k.entity for k in touched.values())

    def _next(self) -> str:
        self._ids += 1
        return f"e{self._ids}"

    def _resolve(self, figure: Figure) -> Known:
        """The known entity a figure is, or a new one."""
        kind = figure.kind
        names = list(dict.fromkeys([*figure.names, *figure.acronyms]))
        found = self._find(kind, names)
        if found is None:
            found = len(self._known)
            self._known.append(Known(self._next(), kind, fullest(figure.names)))
        known = self._known[found]
        for name in names:
            if name not in known.names:
                self._shelve(found, kind, name)
        for name in figure.names:
            known.names[name] = known.names.get(name, 0) + 1
        for type_ in figure.types:
            known.types[type_] = known.types.get(type_, 0) + 1
        known.fullest = fullest([known.fullest, *figure.names])
        return known

    def _shelve(self, number: int, kind: str, name: str) -> None:
        keys = search_keys(kind, name)
        if kind == "person":
            keys = (*(() if is_short(kind, name) else keys), *surname_keys(name))
        for key in keys:
            shelf = self._shelves.setdefault(key, [])
            if number not in shelf[-_RECENT:]:
                shelf.append(number)

    def _find(self, kind: str, names: list[str]) -> int | None:
        """The only entity known that a figure of these names surely is."""
        best = fullest(names)
        if kind == "person" and is_short(kind, best):
            return self._bare(best)
        if (found := self._called(kind, best)) is not None:
            return found
        keys = [key for name in names for key in search_keys(kind, name)]
        near = list(islice(self._under(keys, lambda k: _fits(k, kind, best)), 2))
        if not near and kind == "person":
            return _only(self._waiting(best))
        if not near and kind != "person":
            others = (self._called(other, best) for other in _KINDS if other != kind)
            return next((number for number in others if number is not None), None)
        return _only(near)

    def _bare(self, name: str) -> int | None:
        """Who one part of a person's name stands for: the only one known who bears it. But an
        organization of that name goes before, if no full name bears it or it is known by it
        more often: readers take "Veltar said" for a person's saying."""
        bearers = list(islice(self._bearers(name), _FEW))
        body = self._called("organization", name)
        if body is None:
            keys = search_keys("organization", name)
            body = _only(self._under(keys, lambda k: _fits(k, "organization", name)))
        if body is not None:
            full = [n for n in bearers if not is_short("person", self._known[n].fullest)]
            alone = sum(self._known[number].names.get(name, 0) for number in full)
            if not full or self._known[body].names.get(name, 0) > alone:
                return body
        return _only(bearers)

    def _called(self, kind: str, name: str) -> int | None:
        """What is known by exactly this name: mostly so, or nothing else is."""
        key = exact_key(kind, name)
        numbers = [n for n in self._shelf(key) if self._known[n].kind == kind]
        mostly = [n for n in numbers if self._known[n].mostly(key)]
        if mostly:
            return mostly[0]
        return (
            numbers[0] if len(numbers) == 1 and _fits(self._known[numbers[0]], kind, name) else None
        )

    def _shelf(self, key: str) -> list[int]:
        """Who stands under a key; a key that many share tells nothing."""
        shelf = self._shelves.get(key, [])
        return shelf if len(shelf) <= _CROWD else []

    def _under(self, keys: Iterable[str], fits: Callable[[Known], bool]) -> Iterator[int]:
        """Who stands under any of some keys and fits; a key that many share tells nothing."""
        seen: set[int] = set()
        for key in keys:
            for number in self._shelf(key):
                if number not in seen:
                    seen.add(number)
                    if fits(self._known[number]):
                        yield number

    def _bearers(self, surname: str) -> Iterator[int]:
        """All people known who can be meant by a surname alone."""
        keys = ["alone " + key.split()[-1] for key in surname_keys(surname)]
        keys += [key.replace("alone", "last") for key in keys]
        keys += [key.replace("last", "first") for key in keys[len(keys) // 2 :]]
        return self._under(keys, lambda known: surname_of(surname, known.fullest))

    def _waiting(self, name: str) -> Iterator[int]:
        """People known by a surname alone whom a full name can name; nobody if it is borne
        with another given name too."""
        last = surname_keys(name)[0]
        bare = last.replace("last", "alone")
        others = self._under([last], lambda known: surname_of(last_part(name), known.fullest))
        if next(others, None) is not None:
            return iter(())
        return self._under([bare], lambda known: surname_of(known.fullest, name))


def _fits(known: Known, kind: str, name: str) -> bool:
    """Whether an entity can be what a name says: sure by its fullest name."""
    if known.kind != kind:
        return False
    other = known.fullest
    if compare_names(name, other, kind).verdict == "same":
        return True
    if kind in ("person", "place"):
        return False
    own = exact_key("organization", name)
    return (
        any(exact_key("organization", each) == own for each in known.names)
        or short_for(name, other, told_before=False)
        or short_for(other, name, told_before=False)
    )


_KINDS = ("organization", "place", "other")
"""Readers take one for the other."""
_FEW = 8
_RECENT = 8
_CROWD = 200
"""How many may stand under one key before it is passed over."""


def _only(found: Iterable[int]) -> int | None:
    """The only one of some, looking no further than the second."""
    first = list(islice(found, 2))
    return first[0] if len(first) == 1 else None


def fullest(names: Iterable[str]) -> str:
    """The name with most words, then letters; the first of several."""
    return max(names, key=lambda name: (sum(len(w) > 1 for w in name.split()), len(name)))
