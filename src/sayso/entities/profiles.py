"""One entity as the reports show it: what it is told apart by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.entities.appearances import Appearance, is_namesake
from sayso.entities.scripts import letters
from sayso.entities.signs import births, signs_of
from sayso.values import Entity


@dataclass(frozen=True, slots=True)
class Profile:
    """What its appearances say of an entity.

    `names` are its spellings, acronyms introduced for it among them, the most frequent first.
    `posts` are words of posts ("commander, Harbour Guard"). `beside` and `places` are names that
    stand in its sentences. `dates` are those of its reports, in order. `reports` are their ids.
    `subject` is what a decision names it by. `namesakes` are the subjects, without their numbers,
    of names that several people bear in one report, of whom it is one; `open_among` those of which
    it may be either. `born` are years of birth, by the ages that dated reports tell.
    """

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    subject: str
    posts: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    reports: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    open_among: frozenset[str] = frozenset()
    born: tuple[int, ...] = ()


def profile_of(entity: Entity, appearances: Sequence[Appearance]) -> Profile:
    """The profile of an entity from all its appearances, in order; at least one is named."""
    named = [each for each in appearances if each.names]
    kinds = [each.kind for each in named]
    counts: dict[str, int] = {}
    for each in named:
        for name in each.names:
            counts[name] = counts.get(name, 0) + 1
        for name in each.acronyms:
            counts.setdefault(name, 0)
    return Profile(
        entity.id,
        max(dict.fromkeys(kinds), key=kinds.count),
        entity.name,
        tuple(sorted(counts, key=lambda name: -counts[name])),
        _fullest_subject(entity, named),
        _each(each.posts for each in named),
        _each(each.beside for each in named),
        _each(each.places for each in named),
        tuple(sorted({each.published for each in named if each.published})),
        frozenset(each.report for each in named),
        _shared(named, apart=True),
        _shared(named, apart=False),
        tuple(births({sign for each in named for sign in signs_of(each)})),
    )


def _shared(named: Sequence[Appearance], *, apart: bool) -> frozenset[str]:
    """The names that it shares with others in a report; those of the others it is told apart
    from, or those of which it is open whose they are."""
    ids = [each.id for each in named if is_namesake(each.id)]
    return frozenset(each.rpartition("+")[0] for each in ids if each.endswith("+open") != apart)


def _fullest_subject(entity: Entity, named: Sequence[Appearance]) -> str:
    """The first appearance that bears the entity's name, else the first of all."""
    own = letters(entity.name)
    return next((each.id for each in named if letters(each.name) == own), named[0].id)


def _each(found: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Each once by its letters, in order of first appearance."""
    once: dict[str, str] = {}
    for words in found:
        for word in words:
            once.setdefault(letters(word), word)
    return tuple(once.values())


def profiles_of(
    entities: Iterable[Entity], of: Mapping[str, str], appearances: Iterable[Appearance]
) -> dict[str, Profile]:
    """The profile of each entity that has a name, by id; `of` gives appearances' entities."""
    members: dict[str, list[Appearance]] = {}
    for each in appearances:
        members.setdefault(of[each.id], []).append(each)
    return {e.id: profile_of(e, members[e.id]) for e in entities if e.names}
