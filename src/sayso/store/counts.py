"""What a case counts for each entity: reports, mentions, claims, spellings. Lists are ordered and
told by these, so that none has to count rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, select, text

from sayso.entities.memory import Known
from sayso.store import schema
from sayso.store.figures import add_names, name_rows
from sayso.store.memory import batches
from sayso.store.rows import Row
from sayso.store.strings import clean

_OF_CLAIMS = (
    "SELECT count(DISTINCT t.claim) FROM {} t JOIN claims c ON c.number = t.claim "
    "WHERE t.entity = entities.id AND c.stands_alone"
)
"""As many as a list has, which leaves those out that others make superfluous."""
COUNTED = {
    "reports": "SELECT count(DISTINCT report) FROM figures WHERE entity = entities.id",
    "mentions": "SELECT count(*) FROM mentions WHERE entity = entities.id",
    "claims_about": _OF_CLAIMS.format("arguments"),
    "claims_by": _OF_CLAIMS.format("chains"),
}
"""Each count of `entities`, and how it is told from the other tables."""


def count_on(
    connection: Connection, tables: Mapping[str, Sequence[Row]], known: Mapping[str, Known | None]
) -> None:
    """Move the counts on by one report's rows, for entities that are what names alone make them
    (`known` by entity; None for an unnamed source)."""
    mentions = Counter(row["entity"] for row in tables.get("mentions", ()))
    listed = {row["number"] for row in tables.get("claims", ()) if row["stands_alone"]}
    about = _claims(tables.get("arguments", ()), listed)
    by = _claims(tables.get("chains", ()), listed)
    changes = [
        {
            "entity": entity,
            "kind": what.type if what else "person",
            "called": what.name if what else "",
            "more_mentions": mentions[entity],
            "more_about": about[entity],
            "more_by": by[entity],
        }
        for entity, what in known.items()
    ]
    table = schema.entities
    columns = table.c
    counts = {
        "reports": columns.reports + 1,
        "mentions": columns.mentions + bindparam("more_mentions"),
        "claims_about": columns.claims_about + bindparam("more_about"),
        "claims_by": columns.claims_by + bindparam("more_by"),
    }
    whole = {**counts, "type": bindparam("kind"), "name": bindparam("called")}
    here = columns.id == bindparam("entity")
    named = [clean(change) for change in changes if change["called"]]
    unnamed = [change for change in changes if not change["called"]]
    if named:
        connection.execute(table.update().where(here).values(whole), named)
        _mark(connection, (change["entity"] for change in named))
    if unnamed:
        connection.execute(table.update().where(here).values(counts), unnamed)


def _mark(connection: Connection, entities: Iterable[str]) -> None:
    """Note that suggestions for some entities have to be worked out again."""
    rows = [{"entity": each} for each in entities]
    if rows:
        statement = "INSERT INTO stale (entity) VALUES (:entity) ON CONFLICT DO NOTHING"
        connection.execute(text(statement), rows)


def _claims(rows: Iterable[Row], listed: Container[int]) -> Counter[str]:
    """In how many of the claims that are listed each entity is."""
    pairs = {(row["entity"], row["claim"]) for row in rows if row["claim"] in listed}
    return Counter(entity for entity, _ in pairs)


def count_names(connection: Connection, names: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Count the spellings of (entity, names) pairs on."""
    spelled: list[Row] = []
    words: list[Row] = []
    for entity, its in names:
        more = name_rows(entity, its)
        spelled += more[0]
        words += more[1]
    add_names(connection, spelled, words)


def recount(connection: Connection, entities: Iterable[str]) -> None:
    """Count again all that is told of some entities."""
    counts = ", ".join(f"{name} = ({query})" for name, query in COUNTED.items())
    statement = text(f"UPDATE entities SET {counts} WHERE id = :entity")  # noqa: S608
    figures, spellings, words = schema.figures.c, schema.names, schema.name_words
    for batch in batches(entities):
        connection.execute(statement, [{"entity": each} for each in batch])
        _mark(connection, batch)
        connection.execute(delete(spellings).where(spellings.c.entity.in_(batch)))
        connection.execute(delete(words).where(words.c.entity.in_(batch)))
        query = select(figures.entity, figures.names).where(figures.entity.in_(batch))
        names: dict[str, list[str]] = {}
        for entity, its in connection.execute(query.order_by(figures.number)):
            names.setdefault(str(entity), []).extend(its)
        count_names(connection, names.items())
        _note_decided_names(connection, names)


def _note_decided_names(connection: Connection, names: Mapping[str, Sequence[str]]) -> None:
    """Let entities be found by a name that somebody decided on and no mention bears."""
    table = schema.entities.c
    query = select(table.id, table.name).where(table.id.in_(names), table.named)
    for entity, name in connection.execute(query).all():
        if name not in names[entity]:
            spelled, words = name_rows(entity, [name])
            add_names(connection, [row | {"mentions": 0} for row in spelled], words)
