"""Whatever was written of a report is sealed: no row of it can be changed or lost unseen."""

from __future__ import annotations

from typing import Any

import pytest
from making import thole
from sqlalchemy import JSON, Boolean, Column, Connection, Integer, Table, select, text
from sqlalchemy.exc import IntegrityError

from sayso import Case
from sayso.store import schema
from sayso.store.seals import OF_THE_REPORT, TABLES, seals_now

CHANGING = frozenset({"entity", "person_entity", "organization_entity", "placed"})
CHANGING |= {"source_entity", "target_entity"}
"""Who is who, on which people decide."""


@pytest.fixture
def full(case: Case) -> Case:
    case.add(thole())
    return case


def sealed(connection: Connection) -> bool:
    then = {row.report: row.seal for row in connection.execute(select(schema.seals))}
    return dict(seals_now(connection)) == then


def other(column: Column[Any]) -> str:
    """SQL for another value of a column than it has."""
    name = column.name
    if isinstance(column.type, Boolean):
        return f"NOT {name}"
    if isinstance(column.type, Integer):
        return f"coalesce({name}, 0) + 1"
    if isinstance(column.type, JSON):
        return """'["another"]'"""
    return f"coalesce({name}, '') || 'x'"


def changed_unseen(connection: Connection, table: Table, column: Column[Any]) -> bool:
    """Whether a column can be changed and the seal still fits; it is put back."""
    point = connection.begin_nested()
    try:
        connection.execute(text(f"UPDATE {table.name} SET {column.name} = {other(column)}"))
        return sealed(connection)
    except IntegrityError:  # refused by the database itself
        return False
    finally:
        point.rollback()


def test_every_column_is_sealed(full: Case) -> None:
    with full._store.writing() as connection:
        assert sealed(connection)
        for name in TABLES:
            table = schema.metadata.tables[name]
            unseen = {c.name for c in table.c if changed_unseen(connection, table, c)}
            assert unseen <= CHANGING, name
        for name in OF_THE_REPORT:
            assert not changed_unseen(connection, schema.reports, schema.reports.c[name]), name


@pytest.mark.parametrize("table", sorted({*TABLES} - {"figures"}))
def test_every_row_is_sealed(full: Case, table: str) -> None:
    with full._store.writing() as connection:
        point = connection.begin_nested()
        connection.execute(text(f"DELETE FROM {table}"))
        assert not sealed(connection)
        point.rollback()


def test_decisions_break_no_seal(full: Case) -> None:
    full.decide("same", "Garrick Thole", "Ilse Korren", by="anna")
    full.decide("rename", "Garrick Thole", value="G. of Thole", by="anna")
    assert not list(full.check())


def test_what_no_database_holds_is_sealed_as_it_is_kept(case: Case) -> None:
    from dataclasses import replace

    document = thole()
    odd = replace(document.claims[1], text="denied\0 it \ud800", why=("\\u0000", "a\0b"))
    case.add(replace(document, claims=(document.claims[0], odd)))
    assert not list(case.check())
