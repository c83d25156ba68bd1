"""A case's tables of reports: what was read, where it came from, and which steps made the case."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Table, Text, UniqueConstraint

from sayso.store.columns import counted, goes_with, metadata, number, of_row, offsets, words

migrations = Table(
    "migrations",
    metadata,
    Column("name", Text, primary_key=True),
    words("applied_at", null=False),
    words("version", null=False),
)

reports = Table(
    "reports",
    metadata,
    number(),
    Column("id", Text, nullable=False, unique=True),
    words("title"),
    words("outlet"),
    Column("published", Text, index=True),
    words("modified"),
    words("language", null=False),
    words("section"),
    words("url"),
    words("archive_url"),
    words("archived"),
    Column("authors", JSON, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("found", JSON, nullable=False),
    words("text", null=False),
    words("hash", null=False),
    Column("unstorable", JSON),
    counted("claims"),
    words("added_at", null=False),
    Index("reports_by_outlet", "outlet", "number"),
)

sources = Table(
    "sources",
    metadata,
    number(),
    goes_with("report", "reports", index=False),
    words("source", null=False),
    words("added_at", null=False),
    UniqueConstraint("report", "source"),
    Index("sources_by_name", "source", "report"),
)

seals = Table(
    "seals",
    metadata,
    of_row("reports", "report"),
    words("seal", null=False),
)

blocks = Table(
    "blocks",
    metadata,
    number(),
    goes_with("report", "reports"),
    words("kind", null=False),
    *offsets(""),
    Column("places", JSON),
)

credits_ = Table(
    "credits",
    metadata,
    number(),
    goes_with("report", "reports"),
    words("kind", null=False),
    words("name", null=False),
    words("url"),
    *offsets("name"),
)
