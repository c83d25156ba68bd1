"""Reports and entities of a case in lists, each from an index, a page at a time."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select, tuple_

from sayso.errors import CaseError
from sayso.store import schema
from sayso.store.finding import LISTED, entity_entries, entries
from sayso.store.paging import pages
from sayso.store.records import EntityEntry, ReportEntry

if TYPE_CHECKING:
    from sayso.store.engines import Store

_REPORTS = schema.reports.c
_ENTITIES = schema.entities.c
_KEPT = select(func.count()).select_from(schema.reports)
_LISTED = select(func.count()).select_from(schema.claims).where(schema.claims.c.stands_alone)


def reports(
    store: Store, outlet: str | None, limit: int | None, after: int | None
) -> Iterator[ReportEntry]:
    """Reports, last added first; an outlet's whether or not "The" stands before its name."""
    bare = re.sub(r"(?i)^the\s+(?=\S)", "", outlet or "")
    spelled = tuple(dict.fromkeys((outlet or "", bare, f"The {bare}", f"the {bare}")))

    def fetch(after: int | None, size: int) -> list[ReportEntry]:
        query = select(*LISTED).order_by(_REPORTS.number.desc()).limit(size)
        if outlet is not None:
            query = query.where(_REPORTS.outlet.in_(spelled))
        if after is not None:
            query = query.where(_REPORTS.number < after)
        with store.reading() as connection:
            return list(entries(connection, connection.execute(query).all()).values())

    return pages(fetch, lambda entry: entry.number, limit, after)


def entities(
    store: Store, type_: str, named: bool, limit: int | None, after: str | None
) -> Iterator[EntityEntry]:
    """Entities of one type, those of most reports first."""

    def fetch(after: str | None, size: int) -> list[EntityEntry]:
        query = select(schema.entities).where(_ENTITIES.named == named, _ENTITIES.type == type_)
        if after is not None:
            reports, _, last = after.partition(" ")
            query = query.where(tuple_(_ENTITIES.reports, _ENTITIES.id) < (int(reports), last))
        order = (_ENTITIES.reports.desc(), _ENTITIES.id.desc())
        with store.reading() as connection:
            rows = connection.execute(query.order_by(*order).limit(size)).all()
            return entity_entries(connection, rows)

    return pages(fetch, lambda entity: entity.cursor, limit, after)


def as_html(store: Store) -> str:
    """A few lines for a notebook; an error in words, as a notebook would hide it."""
    try:
        with store.reading() as connection:
            lines = [
                (connection.scalar(_KEPT) or 0, "report", "reports"),
                (connection.scalar(_LISTED) or 0, "claim", "claims"),
                *((_how_many(connection, kind), kind, many) for kind, many in _TOLD),
            ]
    except CaseError as error:
        return f"<p>{html.escape(str(error))}</p>"
    told = ", ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in lines)
    return f"<p><b>{html.escape(store.name)}</b>: {told}</p>"


_TOLD = (("person", "people"), ("organization", "organizations"), ("place", "places"))


def _how_many(connection: Connection, kind: str) -> int:
    query = select(func.count()).select_from(schema.entities)
    return connection.scalar(query.where(_ENTITIES.named, _ENTITIES.type == kind)) or 0
