"""A case's tables of what is claimed: by whom, about whom, when and where."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from sayso.store.columns import (
    figure_and_entity,
    goes_with,
    metadata,
    number,
    of_row,
    offsets,
    words,
)


def _chain(name: str, of: str) -> Table:
    """Whose word a claim or a post is: its voices, outermost first. The database keeps `entity`
    that of the voice."""
    return Table(
        name,
        metadata,
        of_row(f"{of}s", of),
        Column("position", Integer, primary_key=True),
        goes_with("voice", "voices"),
        Column("entity", Text),
        ForeignKeyConstraint(
            ["voice", "entity"],
            ["voices.number", "voices.entity"],
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        Index(f"{name}_by_entity", "entity", of),
    )


voices = Table(
    "voices",
    metadata,
    number(),
    goes_with("report", "reports"),
    words("name", null=False),
    words("kind", null=False),
    words("said"),
    words("told"),
    *figure_and_entity(),
    UniqueConstraint("number", "entity"),
    Index("voices_by_kind", "kind", "entity"),
)

attributions = Table(
    "attributions",
    metadata,
    number(),
    goes_with("report", "reports"),
    words("id", null=False),
    goes_with("parent", "attributions", null=True),
    words("kind", null=False),
    words("stance", null=False),
    words("said"),
    goes_with("voice", "voices", null=True),
    words("found_by", null=False),
)

claims = Table(
    "claims",
    metadata,
    number(),
    goes_with("report", "reports"),
    words("id", null=False),
    goes_with("attribution", "attributions", null=True),
    *offsets(""),
    words("words"),
    *offsets("predicate"),
    words("lemma", null=False),
    words("polarity", null=False),
    words("certainty", null=False),
    Column("why", JSON, nullable=False),
    words("time"),
    words("earliest"),
    goes_with("about", "claims", null=True),
    words("event"),
    words("found_by", null=False),
    words("first_day"),
    words("last_day"),
    Column("stands_alone", Boolean, nullable=False, server_default=text("true")),
    Index("claims_by_time", "earliest", "number", sqlite_where=text("earliest IS NOT NULL")),
    Index(
        "claims_by_view",
        *("number", "stands_alone", "polarity", "certainty", "first_day", "last_day"),
    ),
)

chains = _chain("chains", "claim")
post_chains = _chain("post_chains", "post")

arguments = Table(
    "arguments",
    metadata,
    number(),
    goes_with("claim", "claims"),
    Column("modifier", Boolean, nullable=False),
    words("role", null=False),
    *offsets(""),
    *figure_and_entity(),
    words("propbank"),
    Column("implied", Boolean, nullable=False),
    words("earliest"),
    Index("arguments_by_entity", "entity", "claim"),
    Index("arguments_by_time", "entity", "earliest", "claim"),
)

spans = Table(
    "spans",
    metadata,
    number(),
    goes_with("report", "reports"),
    goes_with("attribution", "attributions", null=True),
    goes_with("claim", "claims", null=True),
    goes_with("voice", "voices", null=True),
    words("part", null=False),
    *offsets(""),
)

places = Table(
    "places",
    metadata,
    of_row("claims", "claim"),
    *offsets(""),
    words("name", null=False),
    words("iso"),
    Column("geonames", Integer),
    words("m49"),
    Column("candidates", JSON, nullable=False),
)

amounts = Table(
    "amounts",
    metadata,
    of_row("claims", "claim"),
    *offsets(""),
    words("value"),
    words("low"),
    words("high"),
    words("bound", null=False),
    words("unit"),
)

posts = Table(
    "posts",
    metadata,
    number(),
    goes_with("report", "reports"),
    *offsets("person", "rank", "title", "role", "organization", "place", "after"),
    *figure_and_entity("person"),
    *figure_and_entity("organization"),
    words("since"),
    words("until"),
    words("status"),
    goes_with("claim", "claims", null=True),
    goes_with("attribution", "attributions", null=True),
    words("found_by", null=False),
    words("first_day"),
    words("last_day"),
    Index("posts_by_person", "person_entity", "number"),
    Index("posts_by_organization", "organization_entity", "number"),
)

links = Table(
    "links",
    metadata,
    number(),
    goes_with("report", "reports"),
    goes_with("claim", "claims"),
    words("type", null=False),
    *offsets("source", "target"),
    *figure_and_entity("source"),
    *figure_and_entity("target"),
    words("rule", null=False),
    Index("links_by_source", "source_entity", "number"),
    Index("links_by_target", "target_entity", "number"),
    Index("links_by_type", "type", "number"),
)

times = Table(
    "times",
    metadata,
    number(),
    goes_with("report", "reports"),
    *offsets(""),
    words("edtf"),
)
