"""Which entity an appearance belongs to by its names alone.

A name joins what is known under it if it is surely the same and only one is; where several would
do, it is left open among them. A surname alone, or "the Herald", joins nobody: it stands for
whoever its own report names in full, and may be suggested for others. Nor does one of two people
of one full name in a report join anybody, and nobody joins them. "Mr Robin Tamm" and "Ms Robin
Tamm" stay two, and whoever has no sure sign (`signs`) is open between them from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.entities.appearances import Appearance, is_namesake, lasting_id
from sayso.entities.body_words import OUTLETS
from sayso.entities.keys import exact_key, is_short, search_keys, shelf_keys, surname_keys
from sayso.entities.memory import Known, Memory
from sayso.entities.names import compare_names, fullest
from sayso.entities.organization_words import GENERIC
from sayso.entities.organizations import organization_name
from sayso.entities.short_forms import short_for
from sayso.entities.signs import contradict, signs_of


@dataclass(frozen=True, slots=True)
class Placed:
    """An appearance and the id of the entity that names alone put it in.

    If `entity` is new, it is the `lasting_id` of the appearance. `among` are the ids of entities
    of which the appearance is surely one, where its names leave open which: should a person
    decide that they are all the same, it is that one too.
    """

    appearance: Appearance
    entity: str
    among: tuple[str, ...] = ()


class Placer:
    """Places appearances one after the other; what it learns goes to its memory.

    The same appearances in the same order give the same entities.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def place(self, appearance: Appearance) -> Placed:
        """The entity an appearance belongs to; a new one if none is known for sure. An unnamed
        source is always its own, and nothing is learned of it."""
        new = lasting_id(appearance.id)
        if not appearance.names:
            return Placed(appearance, new)
        names = list(dict.fromkeys([*appearance.names, *appearance.acronyms]))
        alone = is_namesake(appearance.id)
        near = [] if alone else self._find(appearance.kind, names, signs_of(appearance))
        known = self._memory.known(near[0]) if len(near) == 1 else Known(new, appearance.kind)
        self._learn(known, appearance, names)
        return Placed(appearance, known.id, tuple(near) if 1 < len(near) < _FEW else ())

    def _learn(self, known: Known, appearance: Appearance, names: list[str]) -> None:
        """What is known of it is found by its names from now on; a namesake's by the ends of its
        name only, to be suggested."""
        namesake = is_namesake(appearance.id)
        keys: list[str] = []
        for name in names:
            if name not in known.names:
                keys += surname_keys(name) if namesake else shelf_keys(appearance.kind, name)
        known.learn(appearance)
        self._memory.keep(known, dict.fromkeys(keys))

    def _find(self, kind: str, names: list[str], signs: Collection[str]) -> list[str]:
        """The entities known of which an appearance of these names and signs is surely one."""
        best = fullest(names)
        if is_bare(kind, best):
            return []
        if found := self._called(kind, best, signs):
            return found
        keys = [key for name in names for key in search_keys(kind, name)]
        suiting = self._under(keys, lambda each: fits(each, kind, best, signs))
        near = list(islice(suiting, _FEW))
        if not near and kind != "person":
            others = (self._called(other, best, ()) for other in _KINDS if other != kind)
            return [each for found in others for each in found][:1]
        return near

    def _called(self, kind: str, name: str, signs: Collection[str]) -> list[str]:
        """What is known by exactly this name: mostly so, or nothing else is. Of several that are
        surely not one and the same, all that it can be."""
        key = exact_key(kind, name)
        shelf = map(self._memory.known, self._shelf(key))
        known = [each for each in shelf if each.kind == kind and not each.contradicts(signs)]
        if mostly := [each for each in known if each.mostly(key)]:
            two = len(mostly) > 1 and contradict({sign for each in mostly for sign in each.signs})
            return [each.id for each in (mostly if two else mostly[:1])]
        return [known[0].id] if len(known) == 1 and fits(known[0], kind, name) else []

    def _shelf(self, key: str) -> list[str]:
        """Who stands under a key; a key that many share tells nothing."""
        shelf = list(self._memory.under(key, CROWD))
        return shelf if len(shelf) <= CROWD else []

    def _under(self, keys: Iterable[str], suits: Callable[[Known], bool]) -> Iterator[str]:
        """Who stands under any of some keys and suits."""
        seen: set[str] = set()
        for key in keys:
            for each in self._shelf(key):
                if each not in seen:
                    seen.add(each)
                    if suits(self._memory.known(each)):
                        yield each


def replaced(memory: Memory, entity: str, left: Sequence[Appearance]) -> list[Placed]:
    """What is left of an entity after a report of it was removed, placed again: `left` are its
    other appearances, in order. To be called for each entity that the report had a part in."""
    memory.forget(entity)
    placer = Placer(memory)
    return [placer.place(appearance) for appearance in left]


def asked_keys(appearance: Appearance) -> tuple[str, ...]:
    """Every key that placing an appearance can ask its memory for, so that a store can fetch
    them for a whole report at once."""
    keys: list[str] = []
    for name in dict.fromkeys([*appearance.names, *appearance.acronyms]):
        kinds = dict.fromkeys([appearance.kind, *_KINDS])
        keys += [key for kind in kinds for key in search_keys(kind, name)]
    return tuple(dict.fromkeys(keys))


def is_bare(kind: str, name: str) -> bool:
    """Whether a name tells who is meant only beside a fuller one, in one report: a surname
    ("Tamm"), or what a paper or body of any town may be called ("the Herald")."""
    if kind == "person":
        return is_short(kind, name)
    words = [each.latin for each in organization_name(name).core]
    if kind == "place" or not words:
        return False
    if len(words) == 1:
        return words[0] in _BARE
    return len(words) == 2 and words[0] in _LOCAL and words[1] in GENERIC


_BARE = OUTLETS | frozenset("authority chamber guild".split())
_LOCAL = frozenset("city coast county district harbor harbour local port state town".split())


def fits(known: Known, kind: str, name: str, signs: Collection[str] = ()) -> bool:
    """Whether an entity can be what a name says: sure by its fullest name, and by no sign
    another."""
    if known.kind != kind or known.contradicts(signs):
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
"""Among how many an appearance is left open; where more fit, it is among none."""
CROWD = 200
"""How many may stand under one key before it is passed over."""
