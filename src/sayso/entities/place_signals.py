"""The rules by which a name is told to be a place's: what stands around it, and the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.entities.body_words import HEADS
from sayso.entities.scripts import word
from sayso.entities.votes import Sighting, Vote, is_given

_PLACE_NOUNS = (
    "bishop capital city coast district harbour harbor inhabitants island islands mayor outskirts "
    "parish people port province quays region register residents river streets town towns village "
    "villages"
).replace(" ", "|")
_PLACE_BEFORE = re.compile(rf"\b(?:{_PLACE_NOUNS})\s(?:of\s)?$|\b(?:north|south|east|west) of\s$")
_LOCATED = re.compile(r"\b(?:in|near|outside|across|around|throughout|towards?)\s$", re.IGNORECASE)
_TRUSTED = re.compile(
    r"\b(?:stake|stakes|share|shares|interest|invest\w*|believe[sd]?|confidence|trust|faith|partner"
    r"|holding|role|majority)\sin\s$"
)
_PLACE_FRONT = frozenset("port lake mount fort cape gulf saint san santa".split())
_PLACE_LAST = frozenset(
    "avenue bay coast county island islands lake mountains ocean peninsula province river road sea "
    "seas strait straits street valley village".split()
)
_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
_AND = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)"
_PARTS = (
    "airport archipelago area areas axis basin border bay coast county district districts "
    "governorate harbour harbor island islands municipality oblast peninsula port prefecture "
    "province provinces region regions suburb suburbs town towns valley village villages"
).replace(" ", "|")
_BEHIND = re.compile(rf"^(?:{_AND}{_NAME})*\s(?:{_PARTS})\b(?!['’])")
_OF_PLACE = re.compile(
    r"^['’]s?\s(?:\w+\s)?(?:airport|governor|inhabitants|mayor|outskirts|population|residents|"
    r"streets|suburbs|city council|town hall|town council)\b"
)
_IS_A_PLACE = re.compile(
    r"^,\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:capital|city|district|island|port|province|region|"
    r"resort|suburb|town|village)\b(?!\s[a-z]*(?:clerk|council|hall|master|official))"
)
_TRAVEL = re.compile(
    r"\b(?:deported|drove|flew|fled|sailed|travelled|traveled)\s(?:back\s)?(?:to|from)\s$"
    r"|\b(?:ferry|flight|flights|kilometres|kilometers|km|miles|road|train)\s(?:to|from|of)\s$"
)
_LIST_IN = re.compile(
    rf"\b((?:in|near|around|across|outside)\s)(?:the\s)?(?:{_NAME}(?:,\s|,?\s(?:and|or)\s))+$"
)
_LAST_OF_BODY = re.compile(r"([A-Z][\w’'-]+)\s?,\s$")
_NEXT = re.compile(rf"^{_AND}({_NAME})")
_LAST = re.compile(rf"({_NAME})(?:,\s|\s(?:and|or)\s)$")


def located(seen: Sighting) -> Vote | None:
    """ "in Ludmere", "the port of Ludmere"; but not "a stake in Veltar"."""
    if seen.dateline:
        return Vote("place", 4)
    if seen.modifies or re.match(r"['’]", seen.after) or seen.name.isupper():
        return None
    if _PLACE_BEFORE.search(seen.before):
        return Vote("place", 3)
    if _LOCATED.search(seen.before) and not _TRUSTED.search(seen.before):
        return Vote("place", 2)
    return None


def seat(seen: Sighting) -> Vote | None:
    """Where a body has its seat: "the Coast Court, Ludmere, ruled"; one word between commas, as
    a speaker's name behind "the Court," is none, nor an acronym."""
    found = _LAST_OF_BODY.search(seen.before)
    if (
        found is None
        or len(seen.words) > 1
        or seen.name.isupper()
        or not re.match(r"\s?[,.;)]|$", seen.after)
    ):
        return None
    return Vote("place", 3) if word(found[1]).latin in HEADS else None


def with_a_place_noun(seen: Sighting) -> Vote | None:
    """ "the Ludmere region", "Ludmere airport", "Ludmere's mayor", "Ludmere, a port town",
    "flew to Ludmere"."""
    if len(seen.words) > 1 and is_given(seen.words[0]):
        return None
    if _BEHIND.match(seen.after) or _IS_A_PLACE.match(seen.after):
        return Vote("place", 3)
    owned = re.match(r"['’]", seen.after)
    told = _OF_PLACE.match(seen.after) if owned else _TRAVEL.search(seen.before)
    return Vote("place", 2.5) if told else None


def listed_with_places(seen: Sighting) -> Vote | None:
    """ "in Ludmere, Tamsel and Dorvi"; or between commas with a country or a state on one side."""
    from sayso.claims.places_gazetteer import areas  # slow, and seldom needed

    if len(seen.words) > 1 or seen.tag == "place" or seen.name.isupper():
        return None
    last, following = _LAST.search(seen.before), _NEXT.match(seen.after)
    listed = _LIST_IN.search(seen.before)
    if listed and (following or re.search(r",.+\s(?:and|or)\s$", listed[0])):
        return None if _TRUSTED.search(seen.before[: listed.end(1)]) else Vote("place", 1.5)
    beside = [found[1] for found in (last, following) if found]
    return Vote("place", 1.5) if len(beside) > 1 and set(beside) & areas().keys() else None


def seat_of_a_firm(seen: Sighting) -> Vote | None:
    """ "The Ludmere-based firm", anywhere in the report; against the reader's tag alone."""
    told = seen.tag == "person" and seen.name in seen.scene.seats
    return Vote("place", 1.5) if told else None


def on_the_map(seen: Sighting) -> Vote | None:
    """A country, a state or a region of the world; a city, against the reader's tag alone; words
    that stand for a place in a name."""
    words = seen.words
    from sayso.claims.places_gazetteer import areas, cities  # slow, and seldom needed

    if is_region(words):
        return Vote("place", 4)
    if seen.name in areas():
        return Vote("place", 2.5)
    if len(words) == 2 and words[1] in _DIRECTIONS:
        return Vote("place", 1.2)
    if len(words) == 1:
        found = () if seen.tag != "person" or is_given(words[0]) else cities(seen.name)
        return Vote("place", 1.2) if any(c.population > _LARGE for c in found) else None
    if words[-1] in _PLACE_LAST or (words[0] in _PLACE_FRONT and len(words) == 2):
        return Vote("place", 2)
    return None


_DIRECTIONS = frozenset("north south east west central".split())
_LARGE = 100_000
"""Inhabitants of a city that is sooner meant than somebody of its name."""


def is_region(words: Sequence[str]) -> bool:
    """ "Bauchi State", "Mubi North": a name in small letters, with a word for a part of a country
    behind it; but not "the Islamic State"."""
    return len(words) > 1 and words[-1] in _REGIONS and words[0] not in _NO_REGION


_REGIONS = frozenset("state states province district lga".split())
_NO_REGION = frozenset("islamic the deep united nation".split())
