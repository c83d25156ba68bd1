"""A sighting of a name in a report, and votes on whether it is a person, a body or a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.attributions.genders import told_by
from sayso.entities.body_words import FIRMS
from sayso.entities.person_words import SHORT_FORMS
from sayso.entities.scripts import letters, word

SURE = ("person", "organization", "place")
"""Kinds that a name can surely be told to be of; the rest is "other"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What else the report tells: letters of its outlet's and credited names, of names of firms,
    of last parts of people's full names; words that it writes small; and names that firms and
    people are said to be based in."""

    outlets: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention of a name: what stands around it, and what the reader took it for.

    `before` and `after` are up to 60 characters of its line. `tag` is the mention's type.
    `inner`: it stands inside a longer name. `modifies`: it only describes the noun behind it
    ("the Corriden contract"). `opens`: it begins a sentence or a line. `plural`: its head is one.
    `scene` is the same for all sightings of a report.
    """

    name: str
    tag: str
    before: str = ""
    after: str = ""
    inner: bool = False
    modifies: bool = False
    opens: bool = False
    dateline: bool = False
    plural: bool = False
    scene: Scene = Scene()

    @property
    def words(self) -> tuple[str, ...]:
        """The name's words, folded."""
        return tuple(word(piece).latin for piece in self.name.split())


@dataclass(frozen=True, slots=True)
class Vote:
    """For a kind; "nobody" is a vote against a person."""

    kind: str
    weight: float


def scene_of(outlets: Iterable[str], names: Iterable[tuple[str, str]], text: str) -> Scene:
    """The scene from the report's outlets, its (name, kind) pairs and its text."""
    small = frozenset(each[:5] for each in _SMALL.findall(text))
    own = frozenset(bare(each) for each in outlets if each)
    return with_names(Scene(own, small=small, seats=frozenset(_BASED.findall(text))), names)


def with_names(scene: Scene, names: Iterable[tuple[str, str]]) -> Scene:
    """A scene with the firms and surnames of (name, kind) pairs."""
    firms: set[str] = set()
    surnames: set[str] = set()
    for name, kind in names:
        words = [w for w in name.split() if w.lower() != "the"]
        if len(words) < 2:
            continue
        if kind == "person":
            surnames.add(bare(words[-1]))
        elif word(words[-1]).latin in FIRMS:
            firms.update(bare(" ".join(words[:n])) for n in range(1, len(words)))
    return replace(scene, firms=frozenset(firms), surnames=frozenset(surnames))


def bare(name: str) -> str:
    """A name's letters, without an article in front."""
    return letters(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))


def is_given(latin: str) -> bool:
    """Whether a word, folded, is a common given name."""
    return latin in SHORT_FORMS or told_by([latin]) is not None


_BASED = re.compile(r"\b([A-Z][\w’']+)-(?:based|born)\b")
_SMALL = re.compile(r"(?<![\w@./-])[a-z]{5,}\b(?![@/]|\.\w)")
"""Words in small letters, those of addresses aside."""
