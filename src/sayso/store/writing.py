"""A document into a case: one transaction, once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from sayso.entities.appearances import Found, appearances_in
from sayso.errors import CaseError
from sayso.store import schema
from sayso.store.counts import count_names, count_on, recount
from sayso.store.figures import Kept, keep_figures, who_is_who, write
from sayso.store.memory import last_number
from sayso.store.records import Added
from sayso.store.rows import NUMBERED, Numbers, Row, Rows, report_row, spans_of
from sayso.store.seals import seal_of
from sayso.store.settling import left_open, settle_around
from sayso.store.strings import clean
from sayso.store.subjects import decided, mean_again
from sayso.values import Document, Report

if TYPE_CHECKING:
    from sayso.store.engines import Store

_REPORTS = schema.reports.c
_ORDER = (*NUMBERED[2:], "chains", "post_chains", "places", "amounts")


def add(store: Store, document: Document) -> Added:
    """Keep a document; of a report that is there, only the source that is new."""
    return _add(store, document, again=False)


def replace(store: Store, document: Document) -> Added:
    """Keep a document in the place of the report's earlier reading."""
    return _add(store, document, again=True)


def _add(store: Store, document: Document, *, again: bool) -> Added:
    from sayso.store.removing import take_out

    report = document.report
    _check(store, document)
    found = appearances_in(document)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with store.writing() as connection:
        there = connection.scalar(select(_REPORTS.number).where(_REPORTS.id == report.id))
        number = there or last_number(connection, "reports") + 1
        sources: tuple[tuple[str, str], ...] = ()
        if there and again:
            sources = _sources(connection, number)
            take_out(connection, number)
        if not there or again:
            _insert(connection, document, found, number, now)
        source = _note_sources(connection, number, report, sources, now)
    return Added(report, fresh=there is None, source=source)


def _check(store: Store, document: Document) -> None:
    """Refuse a document whose offsets do not lie in its text: they would be nobody's words."""
    end = len(document.report.text)
    for start, stop in spans_of(document):
        if not 0 <= start <= stop <= end:
            reason = f"report {document.report.id}: offsets {start}:{stop} lie outside its text"
            raise CaseError(store.name, reason)


def _insert(
    connection: Connection, document: Document, found: Found, number: int, now: str
) -> None:
    claims = sum(claim.stands_alone for claim in document.claims)
    row = report_row(document.report, number, claims, now)
    write(connection, "reports", [row])
    kept = keep_figures(connection, found, number, now)
    of, settled = _entities(connection, kept)
    who = who_is_who(found, kept, document.reading.mentions, of)
    numbers = Numbers({name: last_number(connection, name) for name in NUMBERED})
    tables = Rows(document, number, numbers, who).tables
    tables["mentions"] = _mentions(document, number, numbers, kept, found, of)
    for table in _ORDER:
        write(connection, table, tables.get(table, []))
    figures = {"figures": kept.rows}
    write(connection, "seals", [{"report": number, "seal": seal_of(row, tables | figures)}])
    _count(connection, kept, tables, settled)


def _entities(connection: Connection, kept: Kept) -> tuple[dict[str, str], dict[str, str]]:
    """The entity of each new appearance by id; and of each, new or not, that was settled anew,
    as people decided on it."""
    of = {each.appearance.id: each.entity for each in kept.placed}
    letters = (
        each.rpartition("#")[2] for placed in kept.placed for each in placed.appearance.answers_to
    )
    touched = mean_again(connection, letters) | decided(connection, set(of.values()))
    touched |= left_open(connection, set(of.values()))
    if not touched:
        return of, {}
    settled = dict(settle_around(connection, touched))
    return of | settled, settled


def _mentions(
    document: Document,
    report: int,
    numbers: Numbers,
    kept: Kept,
    found: Found,
    of: dict[str, str],
) -> list[Row]:
    whose: dict[int, tuple[int | None, str]] = {}
    for placed, members in zip(kept.placed, found.members, strict=True):
        key = placed.appearance.id
        whose |= dict.fromkeys(members, (kept.numbers[key], of[key]))
    rows = []
    for n, mention in enumerate(document.reading.mentions):
        figure, entity = whose.get(n, (None, found.local[n]))
        rows.append(
            {
                "number": numbers.next("mentions"),
                "report": report,
                "id": mention.id,
                "begins": mention.start,
                "ends": mention.end,
                "type": mention.type,
                "named": mention.named,
                "figure": figure,
                "entity": entity,
            }
        )
    return rows


def _count(
    connection: Connection, kept: Kept, tables: dict[str, list[Row]], settled: dict[str, str]
) -> None:
    """Count on where names alone say who is who, and anew where it was settled."""
    plain = [each for each in kept.placed if each.appearance.id not in settled]
    known = {
        each.entity: kept.memory.known(each.entity) if each.appearance.names else None
        for each in plain
    }
    count_on(connection, tables, known)
    count_names(connection, [(each.entity, each.appearance.names) for each in plain])
    recount(connection, dict.fromkeys(settled.values()))


def _sources(connection: Connection, report: int) -> tuple[tuple[str, str], ...]:
    table = schema.sources.c
    query = select(table.source, table.added_at).where(table.report == report)
    return tuple((row.source, row.added_at) for row in connection.execute(query))


def _note_sources(
    connection: Connection,
    number: int,
    report: Report,
    earlier: Iterable[tuple[str, str]],
    now: str,
) -> bool:
    """Note where a report was read from; whether any of its own sources is new."""
    kept = dict(_sources(connection, number))
    own = {clean(source): now for source in (report.source, *report.also)}
    wanted = dict(earlier)
    fresh = any(source not in kept and source not in wanted for source in own)
    wanted |= {source: when for source, when in own.items() if source not in wanted}
    first = last_number(connection, "sources") + 1
    missing = [(source, when) for source, when in wanted.items() if source not in kept]
    rows: list[Row] = [
        {"number": n, "report": number, "source": source, "added_at": when}
        for n, (source, when) in enumerate(missing, first)
    ]
    write(connection, "sources", rows)
    return fresh
