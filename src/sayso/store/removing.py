"""A report out of a case: its claims go with it; what people decided stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, select

from sayso.entities.appearances import lasting_id
from sayso.entities.keys import shelf_keys
from sayso.entities.memory import Known
from sayso.store import schema
from sayso.store.counts import recount
from sayso.store.finding import entry_of, find_report
from sayso.store.memory import StoredMemory, batches
from sayso.store.records import ReportEntry
from sayso.store.settling import appearance, figure_query, settle_around
from sayso.store.subjects import mean_again

if TYPE_CHECKING:
    from sayso.store.engines import Store

_FIGURES = schema.figures.c
_PLACED_IN = (
    (schema.figures, _FIGURES.placed),
    (schema.undecided, schema.undecided.c.placed),
    (schema.undecided, schema.undecided.c.known),
    (schema.decision_subjects, schema.decision_subjects.c.known),
    (schema.keys, schema.keys.c.known),
)
"""Every column that holds the id of what names alone made."""


def remove(store: Store, report: str) -> ReportEntry:
    """Take a report out, in one transaction."""
    with store.writing() as connection:
        number = find_report(connection, store.name, report)
        entry = entry_of(connection, number)
        take_out(connection, number)
    return entry


def take_out(connection: Connection, number: int) -> None:
    """Delete a report and all that is told from it, and unlearn its names."""
    figures = select(_FIGURES.number, _FIGURES.placed, _FIGURES.entity)
    rows = connection.execute(figures.where(_FIGURES.report == number)).all()
    letters: set[str] = set()
    for batch in batches(row.number for row in rows):
        query = select(schema.aliases.c.letters).where(schema.aliases.c.figure.in_(batch))
        letters.update(connection.scalars(query))
    connection.execute(delete(schema.reports).where(schema.reports.c.number == number))
    placed = dict.fromkeys(row.placed for row in rows)
    before = {row.entity for row in rows}
    with_them = _placed_in(connection, before) - placed.keys()
    left = {again for each in placed if (again := _unlearn(connection, each))}
    touched = mean_again(connection, letters) | left | with_them
    now = set(settle_around(connection, touched).values())
    _forget_nobodies(connection, before - now)
    recount(connection, now)


def _placed_in(connection: Connection, entities: set[str]) -> set[str]:
    """What names alone made of all that some entities are."""
    found: set[str] = set()
    for batch in batches(entities):
        query = select(_FIGURES.placed).where(_FIGURES.entity.in_(batch)).distinct()
        found.update(connection.scalars(query))
    return found


def _unlearn(connection: Connection, placed: str) -> str | None:
    """Make anew what is known by names alone, from the appearances left; give its id, which is
    another one if the first appearance went."""
    query = figure_query().where(_FIGURES.placed == placed).order_by(_FIGURES.number)
    rows = connection.execute(query).all()
    memory = StoredMemory(connection)
    if not rows:
        memory.forget(placed)
        gone = schema.undecided.c.known == placed
        connection.execute(delete(schema.undecided).where(gone))
        return None
    known = Known(lasting_id(rows[0].id), rows[0].kind)
    for row in rows:
        known.learn(appearance(row))
    if known.names:
        _keep(connection, memory, placed, known)
    return known.id


def _keep(connection: Connection, memory: StoredMemory, before: str, known: Known) -> None:
    """Write what is known, under the keys that its names still have."""
    keys = {key for name in known.names for key in shelf_keys(known.kind, name)}
    memory.replace(before, known)
    if before != known.id:
        for table, column in _PLACED_IN:
            connection.execute(table.update().where(column == before).values({column: known.id}))
        memory.forget(before)
    own = schema.keys.c
    stale = set(connection.scalars(select(own.key).where(own.known == known.id))) - keys
    for batch in batches(stale):
        here = (own.known == known.id) & own.key.in_(batch)
        connection.execute(delete(schema.keys).where(here))


def _forget_nobodies(connection: Connection, entities: set[str]) -> None:
    """Delete entities that no appearance is left of."""
    for batch in batches(entities):
        query = select(_FIGURES.entity).where(_FIGURES.entity.in_(batch)).distinct()
        gone = set(batch) - set(connection.scalars(query))
        table = schema.entities
        connection.execute(delete(table).where(table.c.id.in_(gone)))
