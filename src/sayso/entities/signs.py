"""Sure signs that two people of one full name are two, across reports: titles of men and of women,
ages that the reports' dates do not explain, the elder and the younger.

A sign is a word: "man" or "woman", "senior" or "junior", "born 1953". What can have been put to the
wrong one ("she", "the widow") is no sure sign, and only weighs in a suggestion.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from sayso.entities.appearances import Appearance
from sayso.entities.gender import gender_of, is_title

_EITHER = (frozenset(("man", "woman")), frozenset(("senior", "junior")))
_GENDERS = {"m": "man", "f": "woman"}
_AGED = re.compile(r"aged (\d+)")
_BORN = "born "
NEAR_IN_AGE = 5
"""Years that one person's years of birth may lie apart: reports tell of ages that were, and are
wrong by a few."""


def signs_of(appearance: Appearance) -> frozenset[str]:
    """What a report tells of a person for sure; of what it contradicts itself in, nothing."""
    if appearance.kind != "person" or not appearance.posts:
        return frozenset()
    found = {sign for word in appearance.posts if (sign := _sign(word, appearance.published))}
    for pair in _EITHER:
        found -= pair if pair <= found else frozenset()
    years = [sign for sign in found if sign.startswith(_BORN)]
    return frozenset(found.difference(years) if contradict(years) else found)


def _sign(word: str, published: str | None) -> str | None:
    if is_title(word):
        return _GENDERS[gender_of(word) or "m"]
    if word in _EITHER[1]:
        return word
    aged = _AGED.fullmatch(word)
    known = published is not None and published[:4].isdigit()
    return f"{_BORN}{int((published or '')[:4]) - int(aged[1])}" if aged and known else None


def is_age(word: str) -> bool:
    """Whether what is told of somebody is an age, or "senior" or "junior"."""
    return word in _EITHER[1] or bool(_AGED.fullmatch(word))


def contradict(signs: Collection[str]) -> bool:
    """Whether no one person can have all these signs."""
    if len(signs) < 2:
        return False
    years = births(signs)
    far = bool(years) and years[-1] - years[0] > NEAR_IN_AGE
    return far or any(pair <= set(signs) for pair in _EITHER)


def births(signs: Collection[str]) -> list[int]:
    """The years of birth that are among signs, in order."""
    return sorted(int(sign.removeprefix(_BORN)) for sign in signs if sign.startswith(_BORN))
