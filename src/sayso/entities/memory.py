"""What is known of the entities so far, and where it is looked up.

`Placer` asks a `Memory` by keys, so that a report costs what it mentions and not what is known.
`Shelves` holds all in memory; a store answers the same questions from its tables.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sayso.entities.appearances import Appearance
from sayso.entities.keys import exact_key, shelf_keys
from sayso.entities.names import fullest, usual
from sayso.entities.signs import contradict, signs_of
from sayso.values import Entity


@dataclass(slots=True)
class Known:
    """One entity as names alone make it; counts keep the order of first appearance.

    `names` counts each spelling and has acronyms with a count of 0; `types` counts the types of
    the mentions that bear a name, and `signs` the reports that have a sure sign of whom they mean
    (`sayso.entities.signs`).
    """

    id: str
    kind: str
    names: dict[str, int] = field(default_factory=dict)
    types: dict[str, int] = field(default_factory=dict)
    signs: dict[str, int] = field(default_factory=dict)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The names that mentions bear."""
        return tuple(name for name, count in self.names.items() if count)

    @property
    def fullest(self) -> str:
        """The name with most words, of those that mentions bear."""
        return fullest(self.spellings)

    @property
    def name(self) -> str:
        """What it is called: the fullest name in common use."""
        return usual(self.names)

    @property
    def type(self) -> str:
        """The type that most mentions have."""
        return max(self.types, key=lambda each: self.types[each]) if self.types else self.kind

    @property
    def entity(self) -> Entity:
        """As a value: its usual name, every spelling, the type that most mentions have."""
        names = tuple(dict.fromkeys((*self.spellings, self.name)))
        return Entity(self.id, self.type, self.name, names)

    def learn(self, appearance: Appearance) -> None:
        """Counts what one more appearance of it tells."""
        for name in (*appearance.names, *appearance.acronyms):
            self.names.setdefault(name, 0)
        for name in appearance.names:
            self.names[name] += 1
        for type_ in appearance.types:
            self.types[type_] = self.types.get(type_, 0) + 1
        for sign in sorted(signs_of(appearance)):
            self.signs[sign] = self.signs.get(sign, 0) + 1

    def contradicts(self, signs: Collection[str]) -> bool:
        """Whether it is surely somebody else than whoever has these signs."""
        return bool(signs and self.signs) and contradict({*self.signs, *signs})

    def mostly(self, key: str) -> bool:
        """Whether the name it goes by most often has this exact key."""
        most = max(self.names, key=lambda name: self.names[name])
        return exact_key(self.kind, most) == key


class Memory(Protocol):
    """Where known entities are kept. Keys are `sayso.entities.keys`' strings."""

    def known(self, id: str) -> Known:  # noqa: A002 - what it is
        """The entity of an id that `under` gave."""

    def under(self, key: str, most: int) -> Sequence[str]:
        """Ids of the entities that stand under a key, in the order they came to it; any `most`
        + 1 of them where there are more than `most`."""

    def keep(self, known: Known, keys: Iterable[str]) -> None:
        """Remembers an entity, new or changed, and lets it stand under these keys too."""

    def forget(self, id: str) -> None:  # noqa: A002 - what it is
        """Forgets an entity and takes it from under every key."""


class Shelves:
    """A memory in memory."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._shelves: dict[str, dict[str, None]] = {}

    def __len__(self) -> int:
        """How many entities are known."""
        return len(self._known)

    def known(self, id: str) -> Known:  # noqa: A002 - what it is
        """The entity of an id."""
        return self._known[id]

    def under(self, key: str, most: int) -> Sequence[str]:
        """Ids under a key; none of them where more than `most` + 1 would have to be given."""
        shelf = self._shelves.get(key, {})
        return list(shelf) if len(shelf) <= most else list(shelf)[: most + 1]

    def keep(self, known: Known, keys: Iterable[str]) -> None:
        """Remembers an entity, new or changed."""
        self._known[known.id] = known
        for key in keys:
            self._shelves.setdefault(key, {})[known.id] = None

    def forget(self, id: str) -> None:  # noqa: A002 - what it is
        """Forgets an entity."""
        known = self._known.pop(id, None)
        for name in known.names if known else ():
            for key in shelf_keys(known.kind, name) if known else ():
                self._shelves.get(key, {}).pop(id, None)
