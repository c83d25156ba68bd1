"""Reports by id or source: one, or an error that says which; and rows as entries of lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.errors import NameUnclear, NotInCase
from sayso.store import schema
from sayso.store.fetching import rows_of, span_of
from sayso.store.memory import batches
from sayso.store.records import EntityEntry, ReportEntry
from sayso.values import Credit

_REPORTS = schema.reports.c
_NAMES = schema.names.c
_SHORTEST_START = 4  # digits of an id that may stand for it
_BEHIND_DIGITS = "g"  # comes after every hexadecimal digit
NAMES_SHOWN = 50

LISTED = tuple(
    _REPORTS[name]
    for name in (
        *("number", "id", "title", "outlet", "published", "authors", "language", "url"),
        *("claims", "added_at", "modified", "section", "archive_url", "archived"),
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
        start = report.lower()
        columns = select(_REPORTS.number, _REPORTS.id, _REPORTS.title)
        starting = columns.where(_REPORTS.id.between(start, start + _BEHIND_DIGITS))
        rows = connection.execute(starting.limit(NAMES_SHOWN)).all()
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
    numbers = [row.number for row in rows]
    sources = rows_of(connection, "sources", "report", numbers)
    credited = rows_of(connection, "credits", "report", numbers)
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
            sources=tuple(each.source for each in sources.get(row.number, ())),
            claims=row.claims,
            added_at=row.added_at,
            modified=row.modified,
            section=row.section,
            archive_url=row.archive_url,
            archived=row.archived,
            credits=tuple(map(credit_of, credited.get(row.number, ()))),
        )
        for row in rows
    }


def credit_of(row: Row[Any]) -> Credit:
    """A row of `credits` as a value."""
    return Credit(row.kind, row.name, row.url, span_of(row, "name"))


def entries_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, ReportEntry]:
    """Entries of reports by number."""
    rows: list[Row[Any]] = []
    for batch in batches(dict.fromkeys(numbers)):
        rows += connection.execute(select(*LISTED).where(_REPORTS.number.in_(batch)))
    return entries(connection, rows)


def entity_entries(connection: Connection, rows: Sequence[Row[Any]]) -> list[EntityEntry]:
    """Rows of `entities` as entries, each with its most used names."""
    table = schema.outside.c
    outside: dict[str, tuple[str, ...]] = {}
    names: dict[str, list[str]] = {}
    for batch in batches(row.id for row in rows):
        query = select(_NAMES.entity, _NAMES.name)
        query = query.where(_NAMES.entity.in_(batch), _NAMES.mentions > 0)
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
