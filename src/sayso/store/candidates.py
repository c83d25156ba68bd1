"""Who an entity of a case may be besides: those that share a key with it and have a like name.

As `sayso.entities.suggestions.Blocks` does, over the tables `keys` and `known`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from sayso.entities.across import compare_called
from sayso.entities.memory import Known
from sayso.entities.profiles import Profile
from sayso.entities.signals import DIFFERENT
from sayso.entities.suggestions import MOST_UNDER_A_KEY, suggested_keys
from sayso.store import schema
from sayso.store.memory import batches
from sayso.store.settling import left_open
from sayso.store.subjects import decided

_ENDS = ("last", "first", "alone")


def candidates(connection: Connection, profiles: Sequence[Profile]) -> dict[str, set[str]]:
    """For each entity, by id, those that it has to be compared with."""
    keys = {each.id: suggested_keys(each) for each in profiles}
    shelves = _shelves(connection, {key for its in keys.values() for key in its})
    known = _known(connection, {id for shelf in shelves.values() for id in shelf})  # noqa: A001
    entities = _entities(connection, known.keys())
    found: dict[str, set[str]] = {}
    for profile in profiles:
        near = {each for key in keys[profile.id] for each in shelves.get(_block(key), ())}
        like = (each for each in near if each in known and _like(profile, known[each]))
        own = {entity for each in like for entity in entities[each]}
        found[profile.id] = own - {profile.id}
    return found


def _block(key: str) -> str:
    """One block for a part at either end of a person's name, or alone: as many share it, whoever
    asks."""
    end, _, part = key.partition(" ")
    return "end " + part if end in _ENDS else key


def _shelves(connection: Connection, keys: Iterable[str]) -> dict[str, set[str]]:
    """What is known under each block; nothing under one that many share, as it tells nothing."""
    table = schema.keys.c
    found: dict[str, set[str]] = {}
    for batch in batches(keys):
        rows = connection.execute(select(table.key, table.known).where(table.key.in_(batch)))
        for key, known in rows:
            found.setdefault(_block(key), set()).add(known)
    return {block: shelf for block, shelf in found.items() if len(shelf) <= MOST_UNDER_A_KEY}


def _known(connection: Connection, ids: Iterable[str]) -> dict[str, Known]:
    table = schema.known.c
    found: dict[str, Known] = {}
    for batch in batches(ids):
        query = select(table.id, table.kind, table.names).where(table.id.in_(batch))
        for row in connection.execute(query):
            found[row.id] = Known(row.id, row.kind, row.names)
    return found


def _entities(connection: Connection, known: Iterable[str]) -> dict[str, set[str]]:
    """The entities that hold what names alone made: it is one itself, unless people decided on
    it or its names leave something open."""
    own = {each: {each} for each in known}
    touched = decided(connection, own) | left_open(connection, own)
    for each in touched:
        own[each] = set()
    figures = schema.figures.c
    for batch in batches(touched):
        query = select(figures.placed, figures.entity).where(figures.placed.in_(batch))
        for placed, entity in connection.execute(query.distinct()):
            own[placed].add(entity)
    return own


def _like(profile: Profile, known: Known) -> bool:
    """Whether the names are near enough to look at all else, as `suggest` has it."""
    if profile.kind != known.kind and "person" in (profile.kind, known.kind):
        return False
    names = tuple(sorted(known.names, key=lambda name: -known.names[name]))
    other = Profile(known.id, known.kind, known.fullest, names, "")
    return compare_called(profile, other).score >= DIFFERENT
