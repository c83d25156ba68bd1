"""Opening a case: a file for SQLite, a URL for PostgreSQL; and what its errors mean in words."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, false, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from sayso.errors import CaseBusy, CaseError, CaseMissing, NotACase

VARIABLE = "SAYSO_CASE"
APPLICATION = 0x53617973  # "Says", in the file's header: SQLite's application_id
BUSY_SECONDS = 60
CONNECT_SECONDS = 10
"""For so long a PostgreSQL server may take to answer, unless the URL has its own."""
_LOCK = APPLICATION  # PostgreSQL's advisory lock that one writer of a case holds at a time
_URL = re.compile(r"[a-z][a-z0-9+]*://", re.IGNORECASE)

_REASONS = (
    ("database or disk is full", "the disk is full; nothing of this was kept"),
    ("no space left", "the disk is full; nothing of this was kept"),
    ("readonly database", "it cannot be written: the file or its folder is read-only"),
    ("read-only transaction", "it cannot be written: the database is read-only"),
    ("permission denied", "no permission"),
    ("disk i/o error", "the disk gave an error, or the file may not grow; nothing was kept"),
    ("malformed", "the file is damaged; `sayso check` may say more"),
    ("unable to open", "it cannot be opened: no permission, or no such folder"),
)


@dataclass(frozen=True, slots=True)
class Store:
    """An open case: `name` is what errors call it."""

    engine: Engine
    name: str
    read_only: bool = False

    @classmethod
    def open(cls, where: str | Path | None, *, read_only: bool = False) -> Self:
        """Open a case that is there, brought up to this version where it may be written."""
        from sayso.store.migrations import bring_up

        target = _target(where)
        if not _is_url(target):
            _look_at_file(Path(target))
            read_only = read_only or not os.access(target, os.W_OK)
        store = cls(_engine(target, read_only=read_only), _shown(target), read_only)
        try:
            bring_up(store, read_only=read_only)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def make(cls, where: str | Path | None) -> None:
        """Make the tables of a new case; a file that could not be finished is taken away."""
        from sayso.store.migrations import create

        target = _target(where)
        file = None if _is_url(target) else Path(target)
        if file is not None and file.exists():
            raise CaseError(_shown(target), "there is something of that name already")
        if file is not None and not file.absolute().parent.is_dir():
            raise CaseError(_shown(target), f"there is no folder {file.parent}")
        store = cls(_engine(target, read_only=False), _shown(target))
        try:
            with store._in_words():
                create(store)
        except BaseException:
            store.close()
            for suffix in ("", "-wal", "-shm") if file else ():
                Path(f"{file}{suffix}").unlink(missing_ok=True)
            raise
        store.close()

    @property
    def sqlite(self) -> bool:
        """Whether it is a file of SQLite's."""
        return self.engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the case."""
        with self._in_words(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that alone writes: others wait for it. All of it is kept, or nothing."""
        with self._in_words(), self.engine.connect() as plain:
            connection = plain.execution_options(sayso_writes=True)
            with connection.begin():
                if not self.sqlite:
                    connection.execute(text(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'"))
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                yield connection

    def ensure_writable(self) -> None:
        """Begin to write, and write nothing."""
        from sayso.store.schema import migrations

        with self.writing() as connection:
            connection.execute(migrations.delete().where(false()))

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _as_case_error(self.name, error.orig or error) from error
        except sqlite3.Error as error:  # of a statement that goes by no transaction
            raise _as_case_error(self.name, error) from error
        except SQLAlchemyError as error:
            raise CaseError(self.name, str(error).splitlines()[0]) from error


def _as_case_error(name: str, error: BaseException) -> CaseError:
    """What a driver's error means in words."""
    said = str(error).strip()
    lower = said.casefold()
    if "database is locked" in lower or "lock timeout" in lower:
        return CaseBusy(
            name, f"another process has been writing to it for {BUSY_SECONDS} seconds; try again"
        )
    if "not a database" in lower:
        return NotACase(name, "it is not a case: not an SQLite file")
    if "does not exist" in lower and "database" in lower:
        return CaseMissing(name, said.splitlines()[0])
    for sign, reason in _REASONS:
        if sign in lower:
            return CaseError(name, reason)
    return CaseError(name, said.splitlines()[0] if said else type(error).__name__)


def _target(where: str | Path | None) -> str:
    found = str(where) if where is not None else os.environ.get(VARIABLE, "")
    if not found:
        raise CaseMissing("no case", f"name one, or set {VARIABLE}")
    return found


def _is_url(target: str) -> bool:
    return _URL.match(target) is not None


def _shown(target: str) -> str:
    """The name for messages: a URL without its password."""
    if not _is_url(target):
        return target
    try:
        return make_url(target).render_as_string(hide_password=True)
    except ArgumentError:
        return target.partition("@")[2] or target


def _look_at_file(path: Path) -> None:
    if not path.exists():
        raise CaseMissing(str(path), f"there is no such case; `sayso new {path}` makes one")
    if path.is_dir():
        raise NotACase(str(path), "it is a folder")
    if not os.access(path, os.R_OK):
        raise CaseError(str(path), "no permission to read it")


def _engine(target: str, *, read_only: bool) -> Engine:
    return _postgres(target) if _is_url(target) else _sqlite(Path(target), read_only=read_only)


def _postgres(target: str) -> Engine:
    try:
        url = make_url(target)
    except ArgumentError:
        raise CaseMissing(_shown(target), "this is no URL of a database") from None
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise CaseError(_shown(target), "a case is an SQLite file or a postgresql:// URL")
    try:
        patience = {} if "connect_timeout" in url.query else {"connect_timeout": CONNECT_SECONDS}
        return create_engine(url.set(drivername="postgresql+psycopg"), connect_args=patience)
    except ModuleNotFoundError:
        hint = 'PostgreSQL needs `pip install "sayso[postgres]"`'
        raise CaseError(_shown(target), hint) from None


def _sqlite(path: Path, *, read_only: bool) -> Engine:
    """An engine whose transactions begin when they are said to (Python's own do not)."""
    mode = "ro" if read_only else "rwc"
    if read_only and not os.access(path.absolute().parent, os.W_OK) and not _has_log(path):
        mode += "&immutable=1"  # without a log there is nothing else to read, and none is made
    try:
        name = f"file:{quote(str(path.absolute()))}?mode={mode}&uri=true"
    except UnicodeEncodeError:
        raise CaseError(str(path), "the name of a case has to be UTF-8") from None
    engine = create_engine(f"sqlite:///{name}", connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", _begin)
    return engine


def _has_log(path: Path) -> bool:
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def _settings(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -32000"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("sayso_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
