"""Whoever reports cite or tell of without a name: each of one report, and never taken for one.

A voice is found by the report's words for it ("the harbour master"), and whatever has an id in the
case by that id, whether or not a figure of its own was made of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, Table, func, select

from sayso.entities.scripts import cut
from sayso.exports.grouping import PRONOUNS
from sayso.store import schema
from sayso.store.finding import entity_entries
from sayso.store.loading import texts_alone
from sayso.store.records import EntityEntry

_ENTITIES = schema.entities.c
_FIGURES = schema.figures.c
_MENTIONS = schema.mentions.c
_VOICES = schema.voices.c
_CLAIMS = schema.claims.c
_ARTICLES = frozenset({"a", "an", "the"})
_DESCRIBED = ("unnamed", "document")
"""Kinds of voices that have no name."""
_ID = re.compile(r"e[0-9a-f]{12}")


def described(connection: Connection, description: str, limit: int) -> list[EntityEntry]:
    """Whom reports cite in words that have all those of a description, without regard to articles
    and case; the latest first. One that a report's words describe so and that it is taken to name
    elsewhere ("the harbour master") is among them."""
    own = {each.casefold() for each in cut(description)} - _ARTICLES
    if own <= PRONOUNS:
        return []
    fitting = dict.fromkeys(
        entity for words, entity in _candidates(connection, own) if own <= _words(words)
    )
    return _entries(connection, list(fitting)[:limit])


def _words(description: str) -> set[str]:
    return {each.casefold() for each in cut(description)}


def _candidates(connection: Connection, words: set[str]) -> list[tuple[str, str]]:
    """Descriptions that hold some letters, and whom they describe; the latest report's first."""
    unnamed = select(_FIGURES.report, _ENTITIES.name, _ENTITIES.id)
    unnamed = unnamed.join(schema.entities, _FIGURES.entity == _ENTITIES.id)
    unnamed = unnamed.where(_ENTITIES.named.is_(False))
    cited = select(_VOICES.report, _VOICES.name, _VOICES.entity)
    cited = cited.where(_VOICES.kind.in_(_DESCRIBED), _VOICES.entity.is_not(None))
    for each in filter(str.isascii, words):  # SQLite knows no other capitals
        unnamed = unnamed.where(func.lower(_ENTITIES.name).contains(each, autoescape=True))
        cited = cited.where(func.lower(_VOICES.name).contains(each, autoescape=True))
    rows = [*connection.execute(unnamed), *connection.execute(cited)]
    return [(str(name), str(id_)) for _, name, id_ in sorted(rows, key=lambda row: -row[0])]


def of_id(connection: Connection, id_: str) -> EntityEntry | None:
    """The one of an id that is in no list of entities, as a report mentions it."""
    if not _ID.fullmatch(id_):
        return None
    return next(iter(_entries(connection, [id_])), None)


def _entries(connection: Connection, ids: Sequence[str]) -> list[EntityEntry]:
    if not ids:
        return []
    rows = connection.execute(select(schema.entities).where(_ENTITIES.id.in_(ids))).all()
    known = {each.id: each for each in entity_entries(connection, rows)}
    found = (known.get(each) or _made(connection, each) for each in ids)
    return [each for each in found if each is not None]


def _made(connection: Connection, id_: str) -> EntityEntry | None:
    """An entry for what only mentions have, which are of one report."""
    columns = (_MENTIONS.report, _MENTIONS.begins, _MENTIONS.ends, _MENTIONS.type)
    rows = connection.execute(
        select(*columns).where(_MENTIONS.entity == id_).order_by(_MENTIONS.begins)
    ).all()
    if not rows:
        return None
    report, begins, ends, kind = rows[0]
    text = texts_alone(connection, [report])[report]
    return EntityEntry(
        id=id_,
        type=kind,
        name=_called(connection, report, id_) or " ".join(text[begins:ends].split()),
        named=False,
        names=(),
        reports=1,
        mentions=len(rows),
        claims_about=_count(connection, schema.arguments, id_),
        claims_by=_count(connection, schema.chains, id_),
    )


def _called(connection: Connection, report: int, id_: str) -> str | None:
    """The longest words by which a report cites it, unless it is a pronoun."""
    query = select(_VOICES.name).where(_VOICES.report == report, _VOICES.entity == id_)
    names = [each for each in connection.scalars(query) if each.casefold() not in PRONOUNS]
    return max(names, key=len, default=None)


def _count(connection: Connection, parts: Table, id_: str) -> int:
    """In how many claims it is, of those that stand alone."""
    query = select(func.count(parts.c.claim.distinct()))
    query = query.join(schema.claims, _CLAIMS.number == parts.c.claim)
    return connection.scalar(query.where(parts.c.entity == id_, _CLAIMS.stands_alone)) or 0
