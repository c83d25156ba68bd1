"""Whom a name that was asked for may mean. A surname alone never chooses between two.

Somebody fits who is called so, or of whose names it is a part: in any case, without accents, in
another script, or spelled as another transliteration has it. A full name that only one bears goes
before those of whose name it is a part, but a single word ("Herald") does not where another
organization or a person has it for a part. Otherwise all that fit are told, and none is taken.
Where nobody is called so, it may be a description ("a senior official"): of unnamed sources, each
of one report, which are never taken for one. The id of one that was joined to another leads there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select, union

from sayso.entities.keys import is_short
from sayso.entities.organizations import organization_name
from sayso.entities.scripts import letters
from sayso.errors import Bearer, NameUnclear, NotInCase
from sayso.store import schema
from sayso.store.asked import Asked, asked_of
from sayso.store.described import described, of_id
from sayso.store.finding import entity_entries
from sayso.store.loading import load_posts
from sayso.store.records import EntityEntry
from sayso.store.rows import POST_PARTS

_ENTITIES = schema.entities.c
_NAMES = schema.names.c
_WORDS = schema.name_words
_POSTS = schema.posts.c
_FIGURES = schema.figures.c
_TELLS = or_(*(_POSTS[f"{part}_begins"].is_not(None) for part in POST_PARTS[1:-1]))
"""Posts of which more is told than who came after whom."""
MOST = 50
"""So many of those that fit are told."""
POSTS_TOLD = 2
CALLED_TOLD = 6


def find_entities(connection: Connection, name: str, limit: int) -> list[EntityEntry]:
    """Everybody a name may mean, an entity's id only itself; the most reported on first. Unnamed
    sources of a description: those of the latest reports first."""
    if known := _known(connection, name):
        return known
    rows = _fits(connection, name, limit)[1]
    return entity_entries(connection, rows) or described(connection, name, limit)


def find_entity(connection: Connection, case: str, name: str) -> EntityEntry:
    """The only one whom a name means; `NotInCase` or `NameUnclear` where there is none, or
    several, or only one whose name is spelled otherwise."""
    known = _known(connection, name)
    if len(known) == 1:
        return known[0]
    if known:
        raise _several(connection, case, f"“{name}” became {len(known)} of them", known)
    asked, rows = _fits(connection, name, MOST)
    if not rows:
        return _only_described(connection, case, name)
    literal = any(_to_the_letter(connection, asked, row) for row in rows)
    if len(rows) == 1 and literal:
        return entity_entries(connection, rows)[0]
    raise _unclear(connection, case, asked, rows, literal=literal)


def _only_described(connection: Connection, case: str, description: str) -> EntityEntry:
    """The only unnamed source of a description; an error where there is none, or several."""
    found = described(connection, description, MOST)
    nobody = f"nobody and nothing in it is called “{description}”"
    if not found:
        raise NotInCase(case, nobody)
    named = any(each.named for each in found)
    if len(found) == 1 and not named:
        return found[0]
    many = f"{MOST} or more" if len(found) == MOST else str(len(found))
    reason = f"“{description}” may be {many} unnamed sources, each of one report"
    if named:
        reason = f"{nobody}; reports cite {many} in such words, and may mean one of a name"
    raise _several(connection, case, reason, found)


def _several(
    connection: Connection, case: str, reason: str, found: Sequence[EntityEntry]
) -> NameUnclear:
    bearers = _bearers(connection, found)
    return NameUnclear(case, reason, tuple((each.id, each.name) for each in bearers), bearers)


def whole_entities(connection: Connection, name: str) -> list[Row[Any]]:
    """Rows of `entities`: all that bear exactly this full name."""
    return _whole(connection, asked_of(connection, name))


def _known(connection: Connection, name: str) -> list[EntityEntry]:
    """Whom an id means: that entity, those that it became by what people decided, or who is in no
    list of entities."""
    rows = connection.execute(select(schema.entities).where(_ENTITIES.id == name)).all()
    if not rows:
        became = select(_FIGURES.entity).where(_FIGURES.placed == name)
        rows = connection.execute(select(schema.entities).where(_ENTITIES.id.in_(became))).all()
    if rows:
        return entity_entries(connection, rows)
    unlisted = of_id(connection, name)
    return [unlisted] if unlisted else []


def _fits(connection: Connection, name: str, limit: int) -> tuple[Asked, Sequence[Row[Any]]]:
    """Whom a name means; where that is nobody, whose name only sounds like it."""
    asked = asked_of(connection, name)
    if rows := _meant(connection, asked, limit):
        return asked, rows
    asked = asked_of(connection, name, loosely=True)
    return asked, _meant(connection, asked, limit)


def _meant(connection: Connection, asked: Asked, limit: int) -> Sequence[Row[Any]]:
    """Rows of `entities`: the only one with this full name, else all that fit."""
    if not asked.words:
        return []
    whole = _whole(connection, asked)
    if len(whole) == 1 and (_many_words(whole[0], asked) or not _rivals(connection, asked, whole)):
        return whole
    query = select(schema.entities).where(_fitting(asked))
    order = (_ENTITIES.named.desc(), _ENTITIES.reports.desc(), _ENTITIES.id)
    return connection.execute(query.order_by(*order).limit(limit)).all()


def _whole(connection: Connection, asked: Asked) -> list[Row[Any]]:
    """Rows of those that bear the name as a full name, and not as a part or a short form."""
    if not asked.words:
        return []
    query = select(schema.entities, _NAMES.name.label("called"))
    query = query.join(schema.names, _NAMES.entity == _ENTITIES.id)
    rows = connection.execute(query.where(_NAMES.letters.in_(asked.folded))).all()
    found: dict[str, Row[Any]] = {}
    for row in rows:
        if _is_full(row, asked):
            found.setdefault(row.id, row)
    return list(found.values())


def _is_full(row: Row[Any], asked: Asked) -> bool:
    """Whether a spelling is more than a part of the name: two parts of a person's, the whole
    name or an acronym of what is no person."""
    if row.type == "person":
        return asked.full
    if letters(row.called) != letters(asked.name):
        return False
    same = letters(row.name) == letters(asked.name)
    acronym = organization_name(row.called).acronym is not None
    return same or acronym or not is_short("organization", asked.name)


def _many_words(row: Row[Any], asked: Asked) -> bool:
    """Whether a full name is no single word, which might be somebody's surname too."""
    return row.type == "person" or len(asked.words) > 1


def _rivals(connection: Connection, asked: Asked, whole: Sequence[Row[Any]]) -> bool:
    """Whether a single word that is the whole name of one may also be short for others: for
    people; and for other organizations if it is one's, unless it is an acronym ("HPA")."""
    kinds = {"person"}
    for each in whole:
        if each.type == "organization" and organization_name(each.called).acronym is None:
            kinds.add(each.type)
    others = _ENTITIES.type.in_(kinds) & _ENTITIES.id.not_in([each.id for each in whole])
    query = select(_ENTITIES.id).where(_fitting(asked), others)
    return connection.scalar(query.limit(1)) is not None


def _fitting(asked: Asked) -> ColumnElement[bool]:
    """All that are called so, or whose names have all its words; of people, titles and particles
    may be missing, and an initial may stand for a word."""
    called = select(_ENTITIES.id).where(_ENTITIES.name == asked.name, _ENTITIES.named)
    spelled = select(_NAMES.entity).where(_NAMES.letters == letters(asked.name))
    every = _having(asked, range(len(asked.words)))
    people = _having(asked, asked.own)
    people = people.join(schema.entities, _ENTITIES.id == people.selected_columns[0])
    people = people.where(_ENTITIES.type == "person")
    fits = _ENTITIES.id.in_(union(called, spelled, every, people))
    if not asked.titles:
        return fits
    surname = select(_NAMES.entity).where(
        _NAMES.entity == _ENTITIES.id, _NAMES.letters.endswith(asked.words[-1].latin)
    )
    return fits & or_(_ENTITIES.type != "person", surname.exists())


def _having(asked: Asked, numbers: Sequence[int]) -> Select[Any]:
    """Ids of those of whose names some words asked for are parts."""
    firm = [n for n in numbers if not asked.words[n].initial] or list(numbers)
    lead = max(firm, key=lambda n: len(asked.words[n].latin))
    first = _WORDS.alias()
    query = select(first.c.entity).where(first.c.word.in_(asked.like[lead]))
    for n in numbers:
        other = _WORDS.alias()
        here = select(other.c.entity).where(other.c.entity == first.c.entity)
        if n not in firm:
            begins = other.c.word.startswith(asked.words[n].latin)
            another = other.c.word.not_in(asked.like[lead])
            query = query.where(here.where(begins, another).exists())
        elif n != lead:
            query = query.where(here.where(other.c.word.in_(asked.like[n])).exists())
    return query


def _to_the_letter(connection: Connection, asked: Asked, row: Row[Any]) -> bool:
    """Whether one that fits is called so to the letter, or in another script, where letters
    cannot be the same."""
    if asked.name == row.name or not any("spelling" in e.values() for e in asked.like):
        return True
    query = select(_WORDS.c.word).where(_WORDS.c.entity == row.id)
    own = set(connection.scalars(query))
    spelled = select(_NAMES.entity).where(_NAMES.entity == row.id)
    if connection.scalar(spelled.where(_NAMES.letters == letters(asked.name))) is not None:
        return True
    return all(
        asked.words[n].initial
        or any(latin in own for latin, how in asked.like[n].items() if how != "spelling")
        for n in (asked.own if row.type == "person" else range(len(asked.words)))
    )


def _unclear(
    connection: Connection, case: str, asked: Asked, rows: Sequence[Row[Any]], *, literal: bool
) -> NameUnclear:
    """The error that tells whom a name may mean, the first `MOST` of them."""
    many = len(rows)
    if many == MOST:
        count = select(func.count()).select_from(schema.entities).where(_fitting(asked))
        many = connection.scalar(count) or many
    reason = f"“{asked.name}” may be {many:,} of them"
    if not literal:
        like = "one is" if many == 1 else f"{many:,} are"
        reason = f"nobody and nothing in it is spelled “{asked.name}”; {like} like it"
    return _several(connection, case, reason, entity_entries(connection, rows))


def _bearers(connection: Connection, entities: Sequence[EntityEntry]) -> tuple[Bearer, ...]:
    """What it takes to choose: how each is called, and posts by whose word."""
    rows: list[Row[Any]] = []
    for entity in entities:
        query = select(schema.posts).where(_POSTS.person_entity == entity.id, _TELLS)
        rows += connection.execute(query.order_by(_POSTS.number.desc()).limit(POSTS_TOLD))
    said: dict[str | None, dict[tuple[str, str], None]] = {}
    for post in load_posts(connection, rows):
        if post.parts:
            held = ", ".join(post.parts), " ← ".join(post.chain)
            said.setdefault(post.post.person_entity, {})[held] = None
    return tuple(
        Bearer(
            each.id,
            each.name,
            each.type,
            each.reports,
            each.names[:CALLED_TOLD],
            tuple(said.get(each.id, ())),
        )
        for each in entities
    )
