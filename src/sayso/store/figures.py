"""A report's figures in a case: placed among what is known, and kept with their entities.

By far the most reports touch nobody on whom something was decided: there an entity is what names
alone make it, and only counts are moved on. For the others `settling` works out who is who.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from sayso.entities.appearances import Appearance, Found
from sayso.entities.keys import rough, shelf_keys
from sayso.entities.placing import Placed, Placer, asked_keys
from sayso.entities.scripts import cut, letters, word
from sayso.store import schema
from sayso.store.memory import StoredMemory, batches, last_number
from sayso.store.rows import Row, Who
from sayso.store.strings import clean
from sayso.values import Mention


@dataclass(frozen=True, slots=True)
class Kept:
    """A report's figures as they were placed, their rows and those rows' numbers by appearance
    id, and what is known of the entities by names alone."""

    placed: tuple[Placed, ...]
    rows: list[Row]
    numbers: dict[str, int]
    memory: StoredMemory


def keep_figures(connection: Connection, found: Found, report: int, now: str) -> Kept:
    """Place all appearances of a report and write them; counts are left to `counts`."""
    placed, memory = place(connection, found.appearances)
    first = last_number(connection, "figures") + 1
    numbers = {each.appearance.id: n for n, each in enumerate(placed, first)}
    _keep_entities(connection, placed, now)
    rows = [figure_row(each, numbers[each.appearance.id], report) for each in placed]
    write(connection, "figures", rows)
    write(connection, "aliases", _aliases(placed, numbers))
    open_rows = [
        {"figure": numbers[each.appearance.id], "known": known, "placed": each.entity}
        for each in placed
        for known in each.among
    ]
    write(connection, "undecided", open_rows)
    return Kept(tuple(placed), rows, numbers, memory)


def place(
    connection: Connection, appearances: Sequence[Appearance]
) -> tuple[list[Placed], StoredMemory]:
    """Each appearance and the entity that names alone put it in; what that teaches is kept."""
    keys = (key for each in appearances for key in asked_keys(each))
    called = ((each.kind, name) for each in appearances for name in (*each.names, *each.acronyms))
    kept = (key for kind, name in dict.fromkeys(called) for key in shelf_keys(kind, name))
    memory = StoredMemory(connection, keys, kept)
    placer = Placer(memory)
    placed = [placer.place(appearance) for appearance in appearances]
    memory.write()
    return placed, memory


def figure_row(placed: Placed, number: int, report: int) -> Row:
    """The row of an appearance; as long as nothing was decided, names say which entity."""
    each = placed.appearance
    return {
        "number": number,
        "id": each.id,
        "report": report,
        "entity": placed.entity,
        "placed": placed.entity,
        "kind": each.kind,
        "name": each.name,
        "description": each.description or None,
        "names": list(each.names),
        "acronyms": list(each.acronyms),
        "types": list(each.types),
        "beside": list(each.beside),
        "places": list(each.places),
        "posts": list(each.posts),
    }


def write(connection: Connection, table: str, rows: list[Row]) -> None:
    """Insert rows, if there are any, as far as a database can hold their strings."""
    if rows:
        connection.execute(schema.metadata.tables[table].insert(), [clean(row) for row in rows])


def _aliases(placed: Iterable[Placed], numbers: dict[str, int]) -> list[Row]:
    """All letters by which a decision can name an appearance."""
    return [
        {"letters": called, "figure": numbers[each.appearance.id]}
        for each in placed
        for called in dict.fromkeys(
            subject.rpartition("#")[2] for subject in each.appearance.answers_to
        )
    ]


def _keep_entities(connection: Connection, placed: Sequence[Placed], now: str) -> None:
    """A row for every entity that is not there yet."""
    wanted = {each.entity: each.appearance for each in placed}
    table = schema.entities.c
    there: set[str] = set()
    for batch in batches(wanted):
        there.update(connection.scalars(select(table.id).where(table.id.in_(batch))))
    rows = [
        entity_row(id, each.kind, each.name, bool(each.names), now)
        for id, each in wanted.items()  # noqa: A001
        if id not in there
    ]
    write(connection, "entities", rows)


def entity_row(id: str, kind: str, name: str, named: bool, now: str) -> Row:  # noqa: A002
    """An entity of which nothing is counted yet."""
    return {"id": id, "type": kind, "name": name, "named": named, "added_at": now}


def who_is_who(found: Found, kept: Kept, mentions: Sequence[Mention], of: dict[str, str]) -> Who:
    """Whom the ids in a document stand for: those of its mentions, as they were and by place.

    `of` gives the entity of each appearance, by id.
    """
    who = Who()
    by_mention: dict[int, tuple[int | None, str]] = {}
    for placed, members in zip(kept.placed, found.members, strict=True):
        entity = of.get(placed.appearance.id, placed.entity)
        figure = kept.numbers[placed.appearance.id]
        by_mention |= dict.fromkeys(members, (figure, entity))
    for n, mention in enumerate(mentions):
        pair = by_mention.get(n, (None, found.local[n]))
        who.by_span[mention.entity, mention.start, mention.end] = pair
        who.by_id.setdefault(mention.entity, pair)
    return who


def name_rows(entity: str, names: Iterable[str]) -> tuple[list[Row], list[Row]]:
    """The rows of an entity's spellings, and of the words in them."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    spelled = [
        {"entity": entity, "name": name, "letters": letters(name), "mentions": count}
        for name, count in counts.items()
    ]
    words = {each.latin: each for name in counts for each in map(word, cut(name))}
    return spelled, [
        {"entity": entity, "word": latin, "sound": rough(latin), "script": words[latin].script}
        for latin in sorted(words.keys() - {""})
    ]


def add_names(connection: Connection, spelled: list[Row], words: list[Row]) -> None:
    """Count spellings on, and note words that are new."""
    if spelled:
        connection.execute(
            text(
                "INSERT INTO names (entity, name, letters, mentions) "
                "VALUES (:entity, :name, :letters, :mentions) ON CONFLICT (entity, name) "
                "DO UPDATE SET mentions = names.mentions + excluded.mentions"
            ),
            [clean(row) for row in spelled],
        )
    if words:
        connection.execute(
            text(
                "INSERT INTO name_words (word, entity, sound, script) "
                "VALUES (:word, :entity, :sound, :script) ON CONFLICT DO NOTHING"
            ),
            words,
        )
