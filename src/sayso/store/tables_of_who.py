"""A case's tables of who is who: figures of reports, entities, names, decisions, suggestions."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from sayso.store.columns import (
    counted,
    figure_and_entity,
    goes_with,
    metadata,
    number,
    of_entity,
    of_row,
    offsets,
    words,
)

entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    words("type", null=False),
    words("name", null=False),
    Column("named", Boolean, nullable=False),
    counted("reports"),
    counted("mentions"),
    counted("claims_about"),
    counted("claims_by"),
    words("added_at", null=False),
    Index("entities_by_reports", "named", "type", "reports", "id"),
    Index("entities_by_name", "name"),
)

figures = Table(
    "figures",
    metadata,
    number(),
    Column("id", Text, nullable=False, unique=True),
    goes_with("report", "reports"),
    Column("entity", Text, ForeignKey("entities.id")),
    Column("placed", Text, index=True),
    words("kind", null=False),
    words("name", null=False),
    words("description"),
    Column("names", JSON, nullable=False),
    Column("acronyms", JSON, nullable=False),
    Column("types", JSON, nullable=False),
    Column("beside", JSON, nullable=False),
    Column("places", JSON, nullable=False),
    Column("posts", JSON, nullable=False),
    UniqueConstraint("number", "entity"),
    Index("figures_by_entity", "entity", "report"),
)

aliases = Table(
    "aliases",
    metadata,
    Column("letters", Text, primary_key=True),
    of_row("figures", "figure", index=True),
)

undecided = Table(
    "undecided",
    metadata,
    of_row("figures", "figure"),
    Column("known", Text, primary_key=True, index=True),
    Column("placed", Text, nullable=False, index=True),
)

names = Table(
    "names",
    metadata,
    of_entity(),
    Column("name", Text, primary_key=True),
    words("letters", null=False),
    counted("mentions"),
    Index("names_by_letters", "letters"),
)

name_words = Table(
    "name_words",
    metadata,
    Column("word", Text, primary_key=True),
    of_entity(index=True),
    words("sound", null=False),
    words("script", null=False),
    Index("name_words_by_sound", "sound", "word", "script"),
)

known = Table(
    "known",
    metadata,
    Column("id", Text, primary_key=True),
    words("kind", null=False),
    Column("names", JSON, nullable=False),
    Column("types", JSON, nullable=False),
    Column("signs", JSON, nullable=False, server_default=text("'{}'")),
)

keys = Table(
    "keys",
    metadata,
    number(),
    words("key", null=False),
    Column("known", Text, ForeignKey("known.id", ondelete="CASCADE"), nullable=False, index=True),
    UniqueConstraint("key", "known"),
    Index("keys_in_order", "key", "number"),
)

mentions = Table(
    "mentions",
    metadata,
    number(),
    goes_with("report", "reports"),
    words("id", null=False),
    *offsets(""),
    words("type", null=False),
    Column("named", Boolean, nullable=False),
    *figure_and_entity(),
    Index("mentions_by_entity", "entity"),
)

decisions = Table(
    "decisions",
    metadata,
    number(),
    Column("id", Text, nullable=False, unique=True),
    words("kind", null=False),
    words("value"),
    words("note", null=False),
    words("decided_by", null=False),
    words("decided_at", null=False),
    words("withdrawn_by"),
    words("withdrawn_at"),
)

decision_subjects = Table(
    "decision_subjects",
    metadata,
    of_row("decisions", "decision"),
    Column("position", Integer, primary_key=True),
    words("subject", null=False),
    Column("letters", Text, nullable=False, index=True),
    Column("known", Text, index=True),
)

outside = Table(
    "outside",
    metadata,
    of_entity(),
    Column("identity", Text, primary_key=True),
)

apart = Table(
    "apart",
    metadata,
    of_entity(),
    of_entity("other", index=True),
)

stale = Table(
    "stale",
    metadata,
    of_entity(),
)

suggestions = Table(
    "suggestions",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    of_entity(primary=False, index=True),
    of_entity("other_entity", primary=False, index=True),
    Column("left_first", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    Index("suggestions_by_score", "score", "subject", "other"),
)
