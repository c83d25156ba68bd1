"""Places: countries, regions and cities named in a text: `find_place_names`.

A name that may mean several places keeps them all as candidates. It is narrowed to one
only by what the text says beside it ("Springfield, Illinois"), or where the name alone is
by custom that of a capital; `reason` tells which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.claims.places_gazetteer import (
    Candidate,
    adjectives,
    area_pattern,
    areas,
    cities,
    region_names,
)
from sayso.claims.places_words import GIVEN_NAMES
from sayso.claims.spans import Covers, Taken
from sayso.values import Mention, PlaceName


@dataclass(frozen=True, slots=True)
class Place:
    """A place named at `start:end`, and what it may be, the most populous first.

    `adjective` marks "Iranian" for Iran. `reason` says in plain words why the candidates
    are as few or as many as they are.
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    adjective: bool = False
    reason: str = ""

    @property
    def resolved(self) -> Candidate | None:
        """The one candidate, or None where several are left."""
        return self.candidates[0] if len(self.candidates) == 1 else None


_SEA = re.compile(
    r" (?:City|Ocean|Sea|Channel|Street|Avenue|Road|Times|Post|Herald|Tribune|Airways|Airlines"
    r"|Express"
    r"|dressing|Star|Today)\b"
)
_WATER_BEFORE = re.compile(r"\b(?:Gulf|Sea|Strait|Bay|Bank|University) of \Z")
_NAME = r"[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,3}"
_QUALIFIED = re.compile(rf"(?<![\w’'-])(?P<city>{_NAME}), (?P<area>{_NAME}|U\.S\.|U\.K\.|UK|UAE)")


def find_places(text: str, mentions: Iterable[Mention] = ()) -> tuple[Place, ...]:
    """The places of a text, in order, none inside another.

    Countries, regions and their adjectives are found by their names. Cities, whose names
    are often ordinary words, only where a named mention of type "place" is one, or where
    the area follows ("Mobile, Alabama"). Nothing is found strictly inside a named mention
    of another type: "the Bank of America" is no place.
    """
    listed = tuple(mention for mention in mentions if mention.named)
    others = Covers(((m.start, m.end), m.type) for m in listed if m.type != "place")
    found = [*_qualified(text), *_mentioned(text, listed), *_areas(text)]
    taken = Taken()
    kept = [p for p in found if not _is_inside(p, others) and taken.add((p.start, p.end))]
    return tuple(sorted(kept, key=lambda place: place.start))


def find_place_names(text: str, mentions: Iterable[Mention] = ()) -> tuple[PlaceName, ...]:
    """The places of a text as values; codes and numbers only where one candidate is left.

    Adjectives ("Norwegian") are not among them: they tell whose, not where. A region that UN
    M49 counts otherwise ("Latin America") has the nearest number, and that one's own name as
    its candidate.
    """
    return tuple(
        _named(text, place) for place in find_places(text, mentions) if not place.adjective
    )


def _named(text: str, place: Place) -> PlaceName:
    one = place.resolved
    said = text[place.start : place.end]
    if one is None:
        names = tuple(dict.fromkeys(_described(candidate) for candidate in place.candidates))
        return PlaceName(place.start, place.end, said, candidates=names)
    nearest = () if one.m49_exact else region_names(one.m49)
    return PlaceName(place.start, place.end, one.name, one.iso, one.geonames, one.m49, nearest)


def _described(candidate: Candidate) -> str:
    """A candidate's name, told apart by its country or state: "Birmingham (GB)"."""
    where = candidate.state or (candidate.iso if candidate.kind != "country" else None)
    return f"{candidate.name} ({where})" if where else f"{candidate.name} ({candidate.kind})"


def _is_inside(place: Place, others: Covers[str]) -> bool:
    span = (place.start, place.end)
    return not place.adjective and any(
        kind == "person" or other != span for other, kind in others.around(span)
    )


def _areas(text: str) -> Iterable[Place]:
    for match in area_pattern().finditer(text):
        name, (start, end) = match.group(), match.span()
        if _SEA.match(text, end) or _WATER_BEFORE.search(text[max(0, start - 14) : start]):
            continue
        if name in GIVEN_NAMES and _is_person(text, start, end):
            continue
        adjective = name not in areas()
        candidates = adjectives()[name] if adjective else areas()[name]
        yield Place(start, end, candidates, adjective, _reason(candidates))


def _is_person(text: str, start: int, end: int) -> bool:
    """A capitalised word right before or after: "Michael Jordan", "Chad Smith"."""
    before = re.search(r"([A-Z][\w.’'-]*) \Z", text[max(0, start - 20) : start])
    led = before is not None and before[1] not in {"In", "From", "The", "To", "For", "Like", "But"}
    return led or re.match(r" [A-Z][a-z]", text[end : end + 3]) is not None


def _reason(candidates: Sequence[Candidate]) -> str:
    if len(candidates) == 1:
        return "the only place listed under this name"
    return f"{len(candidates)} places are listed under this name"


def _qualified(text: str) -> Iterable[Place]:
    """ "Mobile, Alabama", "Paris, France": the cities of that name in that area."""
    for match in _QUALIFIED.finditer(text):
        names = areas().get(match["area"])
        if names is None or match["city"] in areas():
            continue
        codes = {area.iso for area in names if area.iso}
        within = tuple(city for city in cities(match["city"]) if _is_within(city, codes))
        if within:
            reason = f"named with {match['area']}"
            yield Place(match.start("city"), match.end("city"), within, reason=reason)


def _is_within(city: Candidate, codes: set[str]) -> bool:
    return city.iso in codes or (city.state is not None and city.state in codes)


def _mentioned(text: str, mentions: Iterable[Mention]) -> Iterable[Place]:
    """Cities that the reader took for places; an area's name goes before a city's."""
    for mention in mentions:
        start, end = mention.start, mention.end
        lead = re.match(r"[Tt]he ", text[start:end])
        start += lead.end() if lead else 0
        name = text[start:end]
        if mention.type != "place" or name in areas() or name in adjectives():
            continue
        found = cities(name)
        capitals = tuple(city for city in found if city.capital and city.population > 0)
        if len(found) > 1 and len(capitals) == 1:
            yield Place(start, end, capitals, reason="a national capital of this name")
        elif found:
            yield Place(start, end, found, reason=_reason(found))
