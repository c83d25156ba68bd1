"""Is a case whole? Hashes, seals, offsets, foreign keys, counts, and the full-text indexes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, func, select, text
from sqlalchemy.exc import DatabaseError

from sayso.entities.appearances import lasting_id
from sayso.store import schema
from sayso.store.counts import COUNTED
from sayso.store.records import Fault
from sayso.store.rows import text_hash
from sayso.store.seals import seals_now
from sayso.store.strings import restored
from sayso.store.text_search import claim_vector

if TYPE_CHECKING:
    from sayso.store.engines import Store

_REPORTS = schema.reports.c
_ARE = {"arguments": "claim", "places": "claim", "amounts": "claim"}
"""Tables with offsets whose report is that of their claim."""


def check(store: Store) -> Iterator[Fault]:
    """All faults, from one state of the case; nothing is changed."""
    with store.reading() as connection:
        if store.sqlite:
            yield from _file(connection)
        lengths: dict[int, int] = {}
        yield from _texts(connection, lengths)
        yield from _seals(connection)
        yield from _offsets(connection, lengths)
        yield from _counts(connection)
        yield from _founders(connection)
        if not store.sqlite:
            yield from _postgres_words(connection)
    if store.sqlite:
        yield from _sqlite_words(store)


def _file(connection: Connection) -> Iterator[Fault]:
    """SQLite's own checks; PostgreSQL keeps to foreign keys at all times."""
    for found in connection.scalars(text("PRAGMA integrity_check")):
        if found != "ok":
            yield Fault("file", str(found))
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(f"{table} {row}", f"it points to a row of {parent} that is not there")


def _texts(connection: Connection, lengths: dict[int, int]) -> Iterator[Fault]:
    """Every report's text against its hash; notes the texts' lengths."""
    columns = (_REPORTS.number, _REPORTS.id, _REPORTS.text, _REPORTS.unstorable, _REPORTS.hash)
    for row in connection.execute(select(*columns).execution_options(yield_per=100)):
        lengths[row.number] = len(row.text)
        if text_hash(restored(row.text, row.unstorable)) != row.hash:
            yield Fault(f"reports {row.id}", "its text is not what it was when it was read")


def _seals(connection: Connection) -> Iterator[Fault]:
    """Every report's rows against its seal: what was written of it and never changes."""
    sealed = schema.seals.c
    query = select(_REPORTS.number, _REPORTS.id, sealed.seal)
    query = query.outerjoin(schema.seals, sealed.report == _REPORTS.number)
    then = {row.number: row for row in connection.execute(query)}
    for number, now in seals_now(connection):
        if then[number].seal != now:
            reason = "offsets, words or rows of it are not those that were written"
            yield Fault(f"reports {then[number].id}", reason)


def _offsets(connection: Connection, lengths: dict[int, int]) -> Iterator[Fault]:
    """Every pair of offsets: in order, and inside the report's text."""
    for table in schema.metadata.tables.values():
        for name in table.c.keys():  # noqa: SIM118 - a collection of columns, by name
            if name.endswith("begins"):
                yield from _offsets_in(connection, table.name, name, lengths)


def _offsets_in(
    connection: Connection, table: str, begins: str, lengths: dict[int, int]
) -> Iterator[Fault]:
    rows = schema.metadata.tables[table]
    first, last = rows.c[begins], rows.c[begins.removesuffix("begins") + "ends"]
    report = rows.c.get("report")
    query: Select[Any] = select(func.min(first), func.max(last), func.min(last - first))
    if report is None:
        report = schema.claims.c.report
        query = query.join(schema.claims, schema.claims.c.number == rows.c[_ARE[table]])
    query = query.add_columns(report).where(first.is_not(None)).group_by(report)
    for least, most, shortest, number in connection.execute(query):
        if least < 0 or shortest < 0 or most > lengths.get(number, 0):
            reason = f"{begins.replace('begins', 'offsets')} that lie outside of its text"
            yield Fault(f"{table} of report {number}", reason)


def _counts(connection: Connection) -> Iterator[Fault]:
    for name, query in COUNTED.items():
        wrong = text(f"SELECT id FROM entities WHERE {name} <> ({query})")  # noqa: S608
        for entity in connection.scalars(wrong):
            yield Fault(f"entities {entity}", f"{name} are not as many as are counted")
    claims = text(
        "SELECT id FROM reports WHERE claims <> "
        "(SELECT count(*) FROM claims c WHERE c.report = reports.number AND c.stands_alone)"
    )
    for report in connection.scalars(claims):
        yield Fault(f"reports {report}", "claims are missing, or there are too many")


def _founders(connection: Connection) -> Iterator[Fault]:
    """An entity's id is made of its first appearance."""
    figures = schema.figures.c
    first = select(func.min(figures.number)).group_by(figures.entity)
    query = select(figures.id, figures.entity).where(figures.number.in_(first))
    founded = {entity: lasting_id(figure) for figure, entity in connection.execute(query)}
    for entity in connection.scalars(select(schema.entities.c.id)):
        if entity not in founded:
            yield Fault(f"entities {entity}", "nobody in any report is this entity")
        elif founded[entity] != entity:
            yield Fault(f"entities {entity}", "its id is not that of its first appearance")


def _sqlite_words(store: Store) -> Iterator[Fault]:
    """FTS5's own check of the indexes against the texts. It is written as an insert and so
    needs a case that may be written, though it changes nothing."""
    if store.read_only:
        return
    for index in ("report_search", "claim_search"):
        statement = f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
        with store.engine.connect() as plain:
            connection = plain.execution_options(sayso_writes=True)
            try:
                with connection.begin():
                    connection.exec_driver_sql(statement)
            except DatabaseError:
                yield Fault(index, "the full-text index does not go with the texts")


def _postgres_words(connection: Connection) -> Iterator[Fault]:
    """Claims whose index entry is not that of their words; reports' are made by the database."""
    wrong = f"SELECT number FROM claims c WHERE c.search IS DISTINCT FROM {claim_vector('c')}"  # noqa: S608
    for (number,) in connection.exec_driver_sql(wrong):
        yield Fault(f"claims {number}", "the full-text index does not go with its words")
