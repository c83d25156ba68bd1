"""Reports by id and entities by name: one candidate, or an error that says who else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, union

from sayso.entities.scripts import cut, letters, word
from sayso.errors import NameUnclear, NotInCase
from sayso.store import schema
from sayso.store.memory import batches
from sayso.store.records import EntityEntry, ReportEntry

_REPORTS = schema.reports.c
_ENTITIES = schema.entities.c
_NAMES = schema.names.c
_WORDS = schema.name_words.c
_SHORTEST_START = 4  # digits of an id that may stand for it
NAMES_SHOWN = 50

LISTED = tuple(
    _REPORTS[name]
    for name in (
        *("number", "id", "title", "outlet", "published", "authors", "language", "url"),
        *("claims", "added_at"),
    )
)
"""The columns of a report that a list needs: all but the long ones."""


def find_report(connection: Connection, case: str, report: str) -> int:
    """The number of a report by its id, the start of it, or a source."""
    if found := connection.scalar(select(_REPORTS.number).where(_REPORTS.id == report)):
        return int(found)
    sources = schema.sources.c
    rows = connection.execute(
        select(_REPORTS.number, _REPORTS.id, _REPORTS.title)
        .join(schema.sources, sources.report == _REPORTS.number)
        .where(sources.source == report)
        .limit(NAMES_SHOWN)
    ).all()
    if not rows and len(report) >= _SHORTEST_START:
        start = _REPORTS.id.startswith(report, autoescape=True)
        columns = select(_REPORTS.number, _REPORTS.id, _REPORTS.title)
        rows = connection.execute(columns.where(start).limit(NAMES_SHOWN)).all()
    if not rows:
        raise NotInCase(case, f"no report “{report}” is in it")
    if len(rows) > 1:
        candidates = tuple((row.id, row.title or "") for row in rows)
        raise NameUnclear(case, f"“{report}” may be {len(rows)} reports", candidates)
    return int(rows[0].number)


def entry_of(connection: Connection, number: int) -> ReportEntry:
    """A report as a list has it."""
    row = connection.execute(select(*LISTED).where(_REPORTS.number == number)).one()
    return entries(connection, [row])[number]


def entries(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, ReportEntry]:
    """Rows with the columns `LISTED` as entries, by number."""
    sources: dict[int, list[str]] = {}
    table = schema.sources.c
    for batch in batches(row.number for row in rows):
        query = select(table.report, table.source).where(table.report.in_(batch))
        for report, source in connection.execute(query.order_by(table.number)):
            sources.setdefault(report, []).append(source)
    return {
        row.number: ReportEntry(
            number=row.number,
            id=row.id,
            title=row.title,
            outlet=row.outlet,
            published=row.published,
            authors=tuple(row.authors),
            language=row.language,
            url=row.url,
            sources=tuple(sources.get(row.number, ())),
            claims=row.claims,
            added_at=row.added_at,
        )
        for row in rows
    }


def entries_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, ReportEntry]:
    """Entries of reports by number."""
    rows: list[Row[Any]] = []
    for batch in batches(dict.fromkeys(numbers)):
        rows += connection.execute(select(*LISTED).where(_REPORTS.number.in_(batch)))
    return entries(connection, rows)


def find_entities(connection: Connection, name: str, limit: int) -> list[EntityEntry]:
    """Who bears exactly this name, or is called so; else whose names have all its words. An
    entity's id finds it alone. Most reports first."""
    by_id = select(schema.entities).where(_ENTITIES.id == name)
    if found := connection.execute(by_id).all():
        return entity_entries(connection, found)
    wanted = letters(name)
    if not wanted:
        return []
    exact = select(_NAMES.entity).where(_NAMES.letters == wanted)
    called = select(_ENTITIES.id).where(_ENTITIES.name == name)
    rows = _best(connection, _ENTITIES.id.in_(union(exact, called)), limit)
    if not rows:
        words = {word(piece).latin for piece in cut(name)} - {""}
        having = select(_WORDS.entity).where(_WORDS.word.in_(words)).group_by(_WORDS.entity)
        having = having.having(func.count() == len(words))
        rows = _best(connection, _ENTITIES.id.in_(having), limit)
    return entity_entries(connection, rows)


def _best(connection: Connection, clause: ColumnElement[bool], limit: int) -> Sequence[Row[Any]]:
    query: Select[Any] = select(schema.entities).where(clause)
    order = (_ENTITIES.named.desc(), _ENTITIES.reports.desc(), _ENTITIES.id)
    return connection.execute(query.order_by(*order).limit(limit)).all()


def find_entity(connection: Connection, case: str, name: str) -> EntityEntry:
    """The only one whom a name means; `NotInCase` or `NameUnclear` where there is none or
    several."""
    found = find_entities(connection, name, NAMES_SHOWN)
    if not found:
        raise NotInCase(case, f"nobody and nothing in it is called “{name}”")
    if len(found) > 1:
        candidates = tuple((each.id, each.name) for each in found)
        raise NameUnclear(case, f"“{name}” may be {len(found)} of them", candidates)
    return found[0]


def entity_entries(connection: Connection, rows: Sequence[Row[Any]]) -> list[EntityEntry]:
    """Rows of `entities` as entries, each with its most used names."""
    table = schema.outside.c
    outside: dict[str, tuple[str, ...]] = {}
    names: dict[str, list[str]] = {}
    for batch in batches(row.id for row in rows):
        query = select(_NAMES.entity, _NAMES.name).where(_NAMES.entity.in_(batch))
        for entity, name in connection.execute(query.order_by(_NAMES.mentions.desc(), _NAMES.name)):
            names.setdefault(entity, []).append(name)
        known = select(table.entity, table.identity).where(table.entity.in_(batch))
        for entity, identity in connection.execute(known.order_by(table.identity)):
            outside[entity] = (*outside.get(entity, ()), identity)
    return [
        EntityEntry(
            id=row.id,
            type=row.type,
            name=row.name,
            named=row.named,
            names=tuple(names.get(row.id, ())[:NAMES_SHOWN]),
            reports=row.reports,
            mentions=row.mentions,
            claims_about=row.claims_about,
            claims_by=row.claims_by,
            outside=outside.get(row.id, ()),
        )
        for row in rows
    ]
