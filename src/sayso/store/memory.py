"""What a case knows of entities by their names, read from its tables for one report at a time.

It answers what `sayso.entities.memory` asks: all keys of a report are fetched at once, what was
learned is written at the end. Under one key, no more are kept than tell that it is crowded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from sayso.entities.memory import Known
from sayso.entities.placing import CROWD
from sayso.store import schema
from sayso.store.strings import clean

MOST_AT_ONCE = 5_000  # values in one IN (…)


def batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    """The values in lists that a database takes at once."""
    rest = iter(values)
    while batch := list(islice(rest, MOST_AT_ONCE)):
        yield batch


class StoredMemory:
    """A `Memory` over the tables `known` and `keys`. What stands under `keys`, which will be
    asked for, is fetched at once; of `kept`, under which more will be kept, only who stands there.
    """

    def __init__(
        self, connection: Connection, keys: Iterable[str] = (), kept: Iterable[str] = ()
    ) -> None:
        self._connection = connection
        self._shelves: dict[str, dict[str, None]] = {}
        self._known: dict[str, Known] = {}
        self._stored: set[str] = set()
        self._changed: dict[str, None] = {}
        self._new_keys: list[tuple[str, str]] = []
        asked = dict.fromkeys(keys)
        self._fetch([*asked, *kept])
        shelves = [self._shelves[key] for key in asked]
        self._fetch_known(id for shelf in shelves if len(shelf) <= CROWD for id in shelf)  # noqa: A001

    def _fetch(self, keys: Iterable[str]) -> None:
        table = schema.keys.c
        wanted = dict.fromkeys(key for key in keys if key not in self._shelves)
        self._shelves |= {key: {} for key in wanted}
        for batch in batches(wanted):
            query = select(table.key, table.known).where(table.key.in_(batch))
            for key, known in self._connection.execute(query.order_by(table.number)):
                self._shelves[key][known] = None

    def _fetch_known(self, ids: Iterable[str]) -> None:
        table = schema.known.c
        for batch in batches(dict.fromkeys(each for each in ids if each not in self._known)):
            query = select(table.id, table.kind, table.names, table.types, table.signs)
            for row in self._connection.execute(query.where(table.id.in_(batch))):
                told = (dict(row.names), dict(row.types), dict(row.signs))
                self._known[row.id] = Known(row.id, row.kind, *told)
                self._stored.add(row.id)

    def known(self, id: str) -> Known:  # noqa: A002 - what it is
        """The entity of an id that stands under some key."""
        if id not in self._known:
            self._fetch_known([id])
        return self._known[id]

    def under(self, key: str, most: int) -> Sequence[str]:
        """Ids under a key, in the order they came to it."""
        if key not in self._shelves:
            self._fetch([key])
        return list(islice(self._shelves[key], most + 1))

    def keep(self, known: Known, keys: Iterable[str]) -> None:
        """Remembers an entity, new or changed; written by `write`."""
        self._known[known.id] = known
        self._changed[known.id] = None
        keys = list(keys)
        self._fetch(keys)
        for key in keys:
            shelf = self._shelves[key]
            if known.id not in shelf and len(shelf) <= CROWD:
                shelf[known.id] = None
                self._new_keys.append((key, known.id))

    def forget(self, id: str) -> None:  # noqa: A002 - what it is
        """Forgets an entity and takes it from under every key, at once."""
        self._connection.execute(delete(schema.known).where(schema.known.c.id == id))
        for shelf in self._shelves.values():
            shelf.pop(id, None)
        self._known.pop(id, None)
        self._changed.pop(id, None)
        self._stored.discard(id)
        self._new_keys = [(key, known) for key, known in self._new_keys if known != id]

    def replace(self, id: str, known: Known) -> None:  # noqa: A002 - what it is
        """Writes what is known in the place of what was under `id`, which may be its own."""
        row = clean(_told(known))
        table = schema.known
        if id == known.id:
            self._connection.execute(table.update().where(table.c.id == id), row)
        else:
            self._connection.execute(table.insert(), {"id": known.id, **row})

    def write(self) -> None:
        """Writes what was learned."""
        new: list[dict[str, Any]] = []
        old: list[dict[str, Any]] = []
        for id in self._changed:  # noqa: A001 - what it is
            known = self._known[id]
            (old if id in self._stored else new).append(clean({"id": id, **_told(known)}))
        if new:
            self._connection.execute(schema.known.insert(), new)
        if old:
            change = schema.known.update().where(schema.known.c.id == bindparam("at"))
            rows = [{"at": row.pop("id"), **row} for row in old]
            self._connection.execute(change, rows)
        if self._new_keys:
            number = last_number(self._connection, "keys")
            rows = [
                {"number": n, "key": key, "known": id}
                for n, (key, id) in enumerate(self._new_keys, number + 1)  # noqa: A001
            ]
            self._connection.execute(schema.keys.insert(), rows)
        self._stored.update(self._changed)
        self._changed.clear()
        self._new_keys.clear()


def _told(known: Known) -> dict[str, Any]:
    told = {"names": known.names, "types": known.types, "signs": known.signs}
    return {"kind": known.kind, **told}


def last_number(connection: Connection, table: str) -> int:
    """The highest number in a table, 0 in an empty one. Only one process writes at a time."""
    column = schema.metadata.tables[table].c.number
    found = connection.scalar(select(column).order_by(column.desc()).limit(1))
    return int(found or 0)
