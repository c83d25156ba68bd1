"""Keys under which names that may be the same are found, without comparing all with all."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations

from sayso.entities.organization_words import BODIES, KINDS, SMALL
from sayso.entities.organizations import organization_name
from sayso.entities.outlets import domain_label, site_labels
from sayso.entities.persons import person_name
from sayso.entities.places import place_name
from sayso.entities.scripts import Word
from sayso.entities.spelling import sounds

_MOST_PARTS = 5
_ALIKE = str.maketrans("pgqJCzTdvfS", "bkkkssttffs", "hYAEIUw")


@lru_cache(maxsize=1 << 16)
def rough(latin: str) -> str:
    """The consonants that every spelling in every script keeps, the like ones as one.

    >>> rough("qassem") == rough("qsm") == rough("kasim")
    True
    """
    bare = re.sub(r"(?<!^)[wvyh]", "", latin)
    return sounds(bare).translate(_ALIKE) or latin[:1]


def letters_of(words: tuple[Word, ...]) -> str:
    """Words run together: the same for the same name, gaps and accents aside."""
    return "".join(word.latin for word in words)


@lru_cache(maxsize=1 << 16)
def exact_key(kind: str, name: str) -> str:
    """The same for names of the same letters, without titles, legal forms and articles; "Jr." and
    "Sr." tell two people apart."""
    if kind == "person" and (generation := person_name(name).generation):
        return f"{letters_key(kind, name)} {generation}"
    return letters_key(kind, name)


def letters_key(kind: str, name: str) -> str:
    """As `exact_key`, but the same for "Karl Bost" and "Karl Bost Jr."."""
    if kind == "person":
        return "person " + letters_of(person_name(name).parts)
    if kind == "place":
        return "place " + letters_of(place_name(name)[0])
    if domain_label(name) is not None:
        return "site " + name.casefold()
    return "body " + letters_of(organization_name(name).core)


@lru_cache(maxsize=1 << 16)
def search_keys(kind: str, name: str) -> tuple[str, ...]:
    """All keys that a full name is found by; names that `compare_names` calls the same share
    at least one."""
    if kind == "person":
        parts = [rough(part.latin) for part in person_name(name).parts][:_MOST_PARTS]
        pairs = ["person " + " ".join(sorted(pair)) for pair in combinations(parts, 2)]
        return tuple(dict.fromkeys([exact_key(kind, name), *pairs]))
    if kind == "place":
        return (exact_key(kind, name),)
    if (label := domain_label(name)) is not None:
        return (exact_key(kind, name), "body " + label)
    core = [word.latin for word in organization_name(name).core]
    telling = [word for word in core if word not in KINDS] or core
    return tuple(dict.fromkeys([exact_key(kind, name), "words " + _bag(telling)]))


def _bag(words: list[str]) -> str:
    return " ".join(sorted(rough(word) for word in words))


@lru_cache(maxsize=1 << 16)
def part_keys(kind: str, name: str) -> tuple[str, ...]:
    """A key for each word by which a short form can stand for a name: any part of a person's
    name, surname last; any word of an organization's, and its initials."""
    if kind == "person":
        return tuple("part " + rough(part.latin) for part in person_name(name).parts)
    own = organization_name(name)
    words = [f"word {word.latin}" for word in own.core]
    return tuple(words + [f"word {initials}" for initials in sorted(own.initials)])


@lru_cache(maxsize=1 << 16)
def surname_keys(name: str) -> tuple[str, ...]:
    """Keys of a person's name for surnames alone: "last" and "first" with those parts of a full
    name, or "alone" with the only part."""
    parts = [rough(part.latin) for part in person_name(name).parts]
    if is_short("person", name):
        return tuple("alone " + part for part in parts[-1:])
    return ("last " + parts[-1], "first " + parts[0])


def shelf_keys(kind: str, name: str) -> tuple[str, ...]:
    """The keys under which an entity of this name stands."""
    keys = search_keys(kind, name)
    if kind == "person":
        return (*(() if is_short(kind, name) else keys), *surname_keys(name))
    return (*keys, *near_keys(kind, name))


@lru_cache(maxsize=1 << 16)
def near_keys(kind: str, name: str) -> tuple[str, ...]:
    """Keys by which names that may be the same, but not surely, are found: one that tells of a
    person's name's ends, of a place's letters, or of any word of an organization's name."""
    if kind == "person":
        parts = [key.split(" ", 1)[1] for key in surname_keys(name)]
        return tuple(f"{end} {part}" for part in parts for end in ("last", "first", "alone"))
    if kind == "place":
        return ("near " + rough(letters_of(place_name(name)[0])),)
    own = organization_name(name)
    telling = [word for word in own.core if word.latin not in BODIES | SMALL] or list(own.core)
    short = {own.acronym} if own.acronym else {i for i in own.initials if len(i) > 1}
    words = [f"has {rough(word.latin)}" for word in telling[:_MOST_PARTS]]
    sites = [f"label {label}" for label in site_labels(name)]
    return tuple(dict.fromkeys([*words, *(f"short {each}" for each in sorted(short)), *sites]))


def is_short(kind: str, name: str) -> bool:
    """Whether a name is one part, or an acronym: a short form of a longer one, maybe."""
    if kind == "person":
        return not person_name(name).full
    return len(organization_name(name).core) == 1
