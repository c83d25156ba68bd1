"""The places that Sayso knows by name, from GeoNames (CC BY 4.0).

They lie in `gazetteer.tsv.gz` beside this file, which `training/gazetteer.py` makes. Read at the
first call and kept: countries and states at once, cities of 15,000 people and more only when
one is asked for.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import dropwhile, takewhile

from sayso.claims.places_words import (
    CITIES_BY_STATE_NAME,
    COUNTRY_NAMES,
    DEMONYMS,
    HOME_NATIONS,
    LONG_DEMONYMS,
    REGION_ADJECTIVES,
    REGIONS,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean.

    `kind` is "country", "state", "city" or "region". `iso` is ISO 3166-1 (a city's is its
    country's) or, for a state, 3166-2. `m49` is the UN's code for a region or country, and
    `m49_exact` tells whether the name means just that. `state` is a US city's, by 3166-2.
    """

    name: str
    kind: str
    iso: str | None = None
    geonames: int | None = None
    m49: str | None = None
    m49_exact: bool = True
    population: int = 0
    capital: bool = False
    state: str | None = None


Names = dict[str, tuple[Candidate, ...]]


def _rows(kind: str) -> Iterator[list[str]]:
    """The cells of the file's lines of one kind, without the kind itself. A kind's lines stand
    together, those of the cities last, so that whoever wants no city unpacks only the head."""
    path = files("sayso.claims") / "gazetteer.tsv.gz"
    with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        of_others = dropwhile(lambda line: not line.startswith(f"{kind}\t"), lines)
        for line in takewhile(lambda line: line.startswith(f"{kind}\t"), of_others):
            yield line.rstrip("\n").split("\t")[1:]


def _merged(pairs: list[tuple[str, Candidate]]) -> Names:
    names: dict[str, list[Candidate]] = defaultdict(list)
    for name, candidate in pairs:
        if candidate not in names[name]:
            names[name].append(candidate)
    return {
        name: tuple(sorted(found, key=lambda place: -place.population))
        for name, found in names.items()
    }


@cache
def countries() -> dict[str, Candidate]:
    """Every country by its ISO 3166-1 alpha-2 code."""
    return {
        code: Candidate(name, "country", code, int(number), m49 or None, population=int(population))
        for code, name, number, population, m49 in _rows("C")
    }


@cache
def areas() -> Names:
    """Countries, states and regions by every name they go by."""
    known = countries()
    pairs = [(country.name, country) for country in known.values()]
    for code, listed in COUNTRY_NAMES.items():
        head, _, rest = listed.partition("|")
        short = head.split() if "." in head or head.isupper() else [head]
        pairs += [(name, known[code]) for name in [*short, *filter(None, rest.split("|"))]]
    pairs += [
        (name, Candidate(name, "state", iso, number))
        for name, (iso, number) in HOME_NATIONS.items()
    ]
    pairs += [
        (name, Candidate(name, "state", code, int(number))) for code, name, number in _rows("S")
    ]
    for name, (full, number) in CITIES_BY_STATE_NAME.items():
        pairs.append((name, Candidate(full, "city", "US", number)))
    for name, (code49, exact) in REGIONS.items():
        pairs.append((name, Candidate(name, "region", m49=code49, m49_exact=exact)))
    return _merged(pairs)


@cache
def adjectives() -> Names:
    """Countries and regions by the adjectives and nouns for their people."""
    known = countries()
    pairs = [(word, known[code]) for code, listed in DEMONYMS.items() for word in listed.split()]
    pairs += [(word, known[code]) for word, code in LONG_DEMONYMS.items()]
    regions = areas()
    for word, region in REGION_ADJECTIVES.items():
        pairs += [(word, candidate) for candidate in regions[region]]
    return _merged(pairs)


@cache
def _city_lines() -> dict[str, list[list[str]]]:
    """The lines of the cities by each of their names."""
    names: dict[str, list[list[str]]] = defaultdict(list)
    for cells in _rows("P"):
        for name in {cells[1], *cells[-1].split("|")}:
            if len(name) > 2:
                names[name].append(cells)
    return dict(names)


def cities(name: str) -> tuple[Candidate, ...]:
    """The cities of a name, their own or a spelling that GeoNames lists, the largest first."""
    found = [
        Candidate(
            own, "city", code, int(number), population=int(population), capital=bool(capital),
            state=f"US-{state}" if state else None,
        )
        for code, own, number, population, state, capital, _ in _city_lines().get(name, ())
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda place: -place.population))


def region_names(m49: str | None) -> tuple[str, ...]:
    """What UN M49 itself calls a region, by its number."""
    return tuple(n for n, (code, exact) in REGIONS.items() if exact and m49 and code == m49)[-1:]


@cache
def area_pattern() -> re.Pattern[str]:
    """All names of areas and their adjectives, the longest first."""
    names = sorted({*areas(), *adjectives()}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w@#])(?:{'|'.join(map(re.escape, names))})(?!\w)")
