"""Entities of a case as their reports show them, for comparing one with another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.entities.appearances import Appearance
from sayso.entities.profiles import Profile, profile_of
from sayso.store import schema
from sayso.store.memory import batches
from sayso.store.settling import appearance, figure_query
from sayso.values import Entity

_ENTITIES = schema.entities.c
_FIGURES = schema.figures.c
MOST = 15
"""Of an entity that is often told of, so many of its first and of its last appearances make its
profile: one more report costs no more than that."""


@dataclass(frozen=True, slots=True)
class Profiled:
    """A profile, and the number of the entity's first figure: which of two was there first."""

    first: int
    profile: Profile


def profiled(connection: Connection, entities: Iterable[str]) -> dict[str, Profiled]:
    """The profiles of those entities that have a name, by id."""
    rows: dict[str, Row[Any]] = {}
    for batch in batches(entities):
        query = select(_ENTITIES.id, _ENTITIES.type, _ENTITIES.name, _ENTITIES.reports)
        query = query.where(_ENTITIES.id.in_(batch), _ENTITIES.named)
        rows |= {row.id: row for row in connection.execute(query)}
    often = [each for each, row in rows.items() if row.reports > 2 * MOST]
    found = _all_figures(connection, rows.keys() - set(often))
    found |= {each: _some_figures(connection, each) for each in often}
    return {
        each: _profiled(rows[each], dict(sorted(its.items())))
        for each, its in found.items()
        if any(figure.names for figure in its.values())
    }


def _profiled(row: Row[Any], figures: dict[int, Appearance]) -> Profiled:
    entity = Entity(row.id, row.type, row.name, (row.name,))
    return Profiled(next(iter(figures)), profile_of(entity, list(figures.values())))


def _all_figures(
    connection: Connection, entities: Iterable[str]
) -> dict[str, dict[int, Appearance]]:
    found: dict[str, dict[int, Appearance]] = {}
    for batch in batches(entities):
        for row in connection.execute(figure_query().where(_FIGURES.entity.in_(batch))):
            found.setdefault(row.entity, {})[row.number] = appearance(row)
    return found


def _some_figures(connection: Connection, entity: str) -> dict[int, Appearance]:
    """The first and the last appearances of an entity."""
    found: dict[int, Appearance] = {}
    own = figure_query().where(_FIGURES.entity == entity)
    for edge in (_FIGURES.report.asc(), _FIGURES.report.desc()):
        rows = connection.execute(own.order_by(edge).limit(MOST))
        found |= {row.number: appearance(row) for row in rows}
    return found
