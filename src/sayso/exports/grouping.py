"""Which attributions of a report have one voice, for lists of voices.

Two voices put together give somebody another's words; so only a name that one alone bears, or a
thing's identity and a shared word of the name, puts two together. A pronoun that stayed one is
nobody else's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sayso.exports.voices import voice_of
from sayso.values import Attribution, Document, Voice

PRONOUNS = frozenset(
    "i we me us he she him her his hers it its they them their you who which that whom this these "
    "those one some many others all both neither either".split()
)
_ARTICLES = ("the ", "a ", "an ")

_SMALL = frozenset("the of and for in mr mrs ms miss dr de al".split())

Key = tuple[str, ...]
Bearers = Mapping[str, Collection[str]]
"""The entities that bear a name, in small letters."""


def voice_groups(document: Document) -> dict[str, int]:
    """For each attribution's id the number of its voice; the same number is the same voice.

    Named voices are one by their entity where their names share a word, or by a name of several
    words that the report has for one entity at most. Unnamed ones are one by their description; a
    pronoun by its entity, else by its place.
    """
    numbers: dict[Key, int] = {}
    found: dict[str, int] = {}
    bearers = bearers_in(document)
    for attribution in document.attributions:
        keys = _keys(voice_of(document.report, attribution), attribution, bearers)
        known = [numbers[key] for key in keys if key in numbers]
        number = known[0] if known else len(found)
        found[attribution.id] = number
        for key in keys:
            numbers.setdefault(key, number)
        _join(set(known) - {number}, number, numbers, found)
    return found


def bearers_in(document: Document) -> dict[str, set[str]]:
    """Which entities bear each name that the report has for people or things."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in document.entities:
        for name in (entity.name, *entity.names):
            found[name.casefold()].add(entity.id)
    for attribution in document.attributions:
        voice = voice_of(document.report, attribution)
        if voice.kind == "person" and voice.entity is not None:
            found[voice.name.casefold()].add(voice.entity)
    return found


def _join(others: set[int], number: int, numbers: dict[Key, int], found: dict[str, int]) -> None:
    """Voices that turn out to be one: under one number."""
    numbers |= {key: number for key, value in numbers.items() if value in others}
    found |= {key: number for key, value in found.items() if value in others}


def fullest(voices: Iterable[Voice]) -> Voice:
    """Of one voice's names the longest; the first of several as long."""
    return max(voices, key=lambda voice: len(voice.name))


def _keys(voice: Voice, attribution: Attribution, bearers: Bearers) -> list[Key]:
    """What a voice is found by."""
    name = voice.name.casefold()
    if voice.kind == "unnamed":
        return [_unnamed_key(name, voice, attribution)]
    words = re.findall(r"[^\s‐‑-]+", name)
    own = [word for word in words if word not in _SMALL]
    shared = len(bearers.get(name, ())) > 1
    keys: list[Key] = []
    if voice.entity is None:
        keys = [("name", name, attribution.id if shared else "")]
    elif len(own) > 1 and not shared:
        keys = [("name", name, "")]
    if voice.entity is not None:
        keys += [("entity", voice.entity, word) for word in own]
    return keys


def _unnamed_key(name: str, voice: Voice, attribution: Attribution) -> Key:
    if name not in PRONOUNS:
        bare = next((name.removeprefix(a) for a in _ARTICLES if name.startswith(a)), name)
        return ("described", bare)
    return ("pronoun", name, voice.entity) if voice.entity else ("pronoun", name, attribution.id)
