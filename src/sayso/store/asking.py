"""A report, and all that was found in it, back out of a case."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, select

from sayso.store import schema
from sayso.store.fetching import rows_of, sure_span
from sayso.store.finding import credit_of, find_report
from sayso.store.loading import Texts, claims_of, link_of, local_ids, post_of, voices_of
from sayso.store.rows import ATTRIBUTION_PARTS
from sayso.store.strings import restored
from sayso.values import (
    Attribution,
    Block,
    Document,
    Entity,
    Mention,
    Place,
    Reading,
    Report,
    Span,
    Time,
)

if TYPE_CHECKING:
    from sayso.store.engines import Store

_REPORTS = schema.reports.c


def has_report(store: Store, report: str) -> bool:
    """Whether a report with this id is in the case."""
    with store.reading() as connection:
        found = connection.scalar(select(_REPORTS.number).where(_REPORTS.id == report))
    return found is not None


def report(store: Store, report: str) -> Report:
    """A report by its id, the start of it, or a source."""
    with store.reading() as connection:
        return _report(connection, find_report(connection, store.name, report))


def document(store: Store, report: str) -> Document:
    """A report and all that was found in it; its reading holds mentions only."""
    with store.reading() as connection:
        return document_numbered(connection, find_report(connection, store.name, report))


def _of(connection: Connection, table: str, report: int) -> list[Row[Any]]:
    return rows_of(connection, table, "report", [report])[report]


def _report(connection: Connection, number: int) -> Report:
    row = connection.execute(select(schema.reports).where(_REPORTS.number == number)).one()
    sources = [each.source for each in _of(connection, "sources", number)]
    return Report(
        id=row.id,
        source=sources[0],
        text=restored(row.text, row.unstorable),
        title=row.title,
        outlet=row.outlet,
        authors=tuple(row.authors),
        published=row.published,
        modified=row.modified,
        language=row.language,
        credits=tuple(map(credit_of, _of(connection, "credits", number))),
        blocks=tuple(_block(each) for each in _of(connection, "blocks", number)),
        found=row.found,
        section=row.section,
        url=row.url,
        archive_url=row.archive_url,
        archived=row.archived,
        also=tuple(sources[1:]),
        warnings=tuple(row.warnings),
    )


def _block(row: Row[Any]) -> Block:
    places = tuple(
        Place(start, end, where, offset, (box[0], box[1], box[2], box[3]) if box else None, *height)
        for start, end, where, offset, box, *height in row.places or ()
    )
    return Block(row.kind, row.begins, row.ends, places)


def document_numbered(connection: Connection, number: int) -> Document:
    """The document of a report's row."""
    report = _report(connection, number)
    mentions = tuple(
        Mention(row.id, row.begins, row.ends, row.type, row.named, -1, row.entity)
        for row in _of(connection, "mentions", number)
    )
    claim_rows = {row.number: row for row in _of(connection, "claims", number)}
    evidence = rows_of(connection, "spans", "claim", claim_rows)
    texts = Texts({}, {number: report.text})
    claims = claims_of(connection, claim_rows, texts, evidence)
    attributions = local_ids(
        connection, "attributions", (r.number for r in _of(connection, "attributions", number))
    )
    own = {n: claim.id for n, claim in claims.items()}
    return Document(
        report,
        Reading(report, (), (), mentions),
        _attributions(connection, number),
        _entities(connection, number),
        tuple(Time(r.begins, r.ends, r.edtf) for r in _of(connection, "times", number)),
        tuple(claims.values()),
        tuple(post_of(row, own, attributions) for row in _of(connection, "posts", number)),
        tuple(link_of(row, own[row.claim]) for row in _of(connection, "links", number)),
    )


def _attributions(connection: Connection, report: int) -> tuple[Attribution, ...]:
    rows = _of(connection, "attributions", report)
    ids = {row.number: row.id for row in rows}
    voices = voices_of(connection, (row.voice for row in rows if row.voice))
    spans: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for number, its in rows_of(connection, "spans", "attribution", ids).items():
        for row in its:
            spans[number, row.part].append(sure_span(row))
    return tuple(
        Attribution(
            id=row.id,
            parent=ids.get(row.parent),
            kind=row.kind,
            stance=row.stance,
            said=row.said,
            voice=voices.get(row.voice),
            found_by=row.found_by,
            **{part: tuple(spans[row.number, part]) for part in ATTRIBUTION_PARTS},
        )
        for row in rows
    )


def _entities(connection: Connection, report: int) -> tuple[Entity, ...]:
    """The named entities of a report with the names that it gives them, in order."""
    figures, entities = schema.figures.c, schema.entities.c
    query = select(entities.id, entities.type, entities.name, figures.names)
    query = query.join(schema.figures, figures.entity == entities.id)
    query = query.where(figures.report == report, entities.named).order_by(figures.number)
    found: dict[str, Entity] = {}
    for row in connection.execute(query):
        names = (*(found[row.id].names if row.id in found else ()), *row.names)
        found[row.id] = Entity(row.id, row.type, row.name, tuple(dict.fromkeys(names)))
    return tuple(found.values())
