"""Schemas of a PostgreSQL database, each for a case of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from sqlalchemy import create_engine, text


@contextmanager
def schema_of(database: str, name: str) -> Iterator[str]:
    """The URL of a new schema in a database; it is dropped at the end, with what is in it."""
    engine = create_engine(database.replace("postgresql:", "postgresql+psycopg:", 1))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    joint = "&" if "?" in database else "?"
    try:
        yield f"{database}{joint}options={quote(f'-csearch_path={name}')}"
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
        engine.dispose()
