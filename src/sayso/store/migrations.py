"""The steps that bring a case up to this version, by name, in order. Only ever add to the end.

A new case gets today's tables at once, and all steps are recorded as done. A case of an earlier
version takes the steps it lacks, each in a transaction of its own with its record, so that one
that is cut off has not happened. A case of a later version is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, select

from sayso.errors import CaseError, NotACase
from sayso.store import schema
from sayso.store.steps import names_seals_and_days
from sayso.store.text_search import make_search
from sayso.store.views import make_views

if TYPE_CHECKING:
    from sayso.store.engines import Store


@dataclass(frozen=True, slots=True)
class Migration:
    """A step: `apply` changes a case in which all steps before it were taken."""

    name: str
    apply: Callable[[Connection], None]


def _tables(connection: Connection) -> None:
    schema.metadata.create_all(connection, checkfirst=False)
    make_search(connection)
    make_views(connection)


MIGRATIONS: tuple[Migration, ...] = (
    Migration("0001 tables", _tables),
    Migration("0002 names, seals and days", names_seals_and_days),
)


def create(store: Store) -> None:
    """Make the tables of a new case, all in one transaction."""
    from sayso.store.engines import APPLICATION

    if store.sqlite:
        with store.engine.connect() as connection:
            raw = connection.connection
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute(f"PRAGMA application_id = {APPLICATION}")
    with store.writing() as connection:
        if inspect(connection).has_table("migrations"):
            raise CaseError(store.name, "there is a case already")
        _tables(connection)
        for migration in MIGRATIONS:
            _record(connection, migration)


def bring_up(store: Store, *, read_only: bool) -> None:
    """Take the steps that a case lacks; `NotACase` if it is none, or of a later version."""
    missing = _missing(store)
    if missing and read_only:
        reason = "it was made by an earlier version and cannot be brought up: it is read-only"
        raise CaseError(store.name, reason)
    for migration in missing:
        with store.writing() as connection:
            if migration.name not in _done(connection):
                migration.apply(connection)
                _record(connection, migration)


def _missing(store: Store) -> list[Migration]:
    with store.reading() as connection:
        if not inspect(connection).has_table("migrations"):
            raise NotACase(store.name, "it holds no case; `sayso new` makes one")
        done = _done(connection)
    later = sorted(done - {migration.name for migration in MIGRATIONS})
    if later:
        raise NotACase(store.name, f"a later version of Sayso made it (“{later[-1]}”)")
    return [migration for migration in MIGRATIONS if migration.name not in done]


def _done(connection: Connection) -> set[str]:
    return set(connection.scalars(select(schema.migrations.c.name)))


def _record(connection: Connection, migration: Migration) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    row = {"name": migration.name, "applied_at": now, "version": version("sayso")}
    connection.execute(schema.migrations.insert(), row)
