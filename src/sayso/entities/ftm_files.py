"""Matching a case's entities with a local FollowTheMoney file, an object a line.

One pass over a file of any length: only names that share words with a name of the case are
compared, and only the best few matches of each entity are kept.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations
from pathlib import Path
from typing import IO

from sayso.entities.keys import is_short, rough
from sayso.entities.listed import KINDS, Listed, ListMatch, entry_from, match
from sayso.entities.organization_words import BODIES, SMALL
from sayso.entities.organization_words import KINDS as KINDS_OF_BODIES
from sayso.entities.profiles import Profile
from sayso.entities.scripts import cut, word

LONGEST_LINE = 16 << 20
"""A longer line, in bytes, is passed over; no entry is so long."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a pass over a file gave: matches, best first for each entity, and counts of lines.
    `broken` are the first unread lines: their numbers, from 1, and why they could not be read."""

    matches: tuple[ListMatch, ...]
    lines: int
    entries: int
    unread: int
    broken: tuple[tuple[int, str], ...] = ()


def match_file(profiles: Iterable[Profile], path: str | Path, *, most: int = 5) -> Scan:
    """The list entries of names similar to those of the entities given.

    `path` is a file as OpenSanctions' `entities.ftm.json`, `.gz` or plain; `most` matches are
    kept of each entity. Lines that are no JSON object are counted as `unread` and passed over.
    Raises OSError if the file cannot be opened.
    """
    wanted = _Wanted(profiles)
    best: dict[str, list[ListMatch]] = {}
    lines = entries = unread = 0
    broken: list[tuple[int, str]] = []
    source = Path(path).name
    with _opened(Path(path)) as stream:
        for at, line in _lines(stream):
            lines += 1
            record = _record(line)
            if isinstance(record, str):
                unread += 1
                broken += [(at, record)] if unread <= _TOLD else []
                continue
            listed = entry_from(record, source)
            if listed is None:
                continue
            entries += 1
            for profile, names in wanted.near(listed):
                if (found := match(profile, listed, names)) is not None:
                    kept = best.setdefault(profile.id, [])
                    kept.append(found)
                    kept.sort(key=lambda each: (-each.score, each.listed.id))
                    del kept[most:]
    matches = tuple(each for kept in best.values() for each in kept)
    return Scan(matches, lines, entries, unread, tuple(broken))


_TOLD = 5
"""So many lines that could not be read are told of."""


class _Wanted:
    """The case's names by their words: which entities an entry may have to do with."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._profiles = [p for p in profiles if p.kind in ("person", "organization", "other")]
        self._by_words: dict[tuple[str, ...], dict[int, None]] = {}
        for number, profile in enumerate(self._profiles):
            for name in dict.fromkeys([profile.name, *profile.names]):
                if profile.kind != "person" or not is_short("person", name):
                    for words in _stored(_words(name)):
                        self._by_words.setdefault(words, {})[number] = None

    def near(self, listed: Listed) -> list[tuple[Profile, list[str]]]:
        """Entities of which a name has two telling words in common with some of the entry's, or
        its only one; and those names of the entry's."""
        found: dict[int, list[str]] = {}
        for name in dict.fromkeys((*listed.names, *listed.weak)):
            numbers: dict[int, None] = {}
            for words in _asked(_words(name)):
                numbers |= self._by_words.get(words, _NOBODY)
            for number in numbers:
                found.setdefault(number, []).append(name)
        return [(self._profiles[number], names) for number, names in found.items()]


_NOBODY: dict[int, None] = {}


def _stored(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Under what a name of the case stands: each pair of words, its only word, and, for names
    of one word, "" with each."""
    yield from combinations(words, 2) if len(words) > 1 else [tuple(words)]
    yield from (("", each) for each in words)


def _asked(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Under what a list's name looks."""
    if len(words) == 1:
        return iter([("", words[0])])
    return chain(combinations(words, 2), ((each,) for each in words))


_COMMON = BODIES | KINDS_OF_BODIES | SMALL


def _words(name: str) -> list[str]:
    """The telling words of a name, roughly and in order: all but "ministry", "lines" and the
    like, if there are others."""
    words = [found for piece in cut(name) if (found := _word(piece))]
    return sorted({key for key, telling in words if telling} or {key for key, _ in words})


@lru_cache(maxsize=1 << 17)
def _word(piece: str) -> tuple[str, bool] | None:
    latin = word(piece).latin
    return (rough(latin), latin not in _COMMON) if len(latin) > 1 else None


_SCHEMATA = tuple(f'"{each}"'.encode() for each in KINDS)


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return gzip.open(path, "rb")  # type: ignore[return-value]
    return path.open("rb")


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Lines that are not empty, with their numbers; one that is too long is given as empty."""
    at = 0
    while line := stream.readline(LONGEST_LINE):
        at += 1
        if line.endswith(b"\n") or len(line) < LONGEST_LINE:
            if line.strip():
                yield at, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)
        yield at, b""


def _record(line: bytes) -> dict[str, object] | str:
    """The object of a line, an empty one if it names no schema that is matched; or why there is
    none."""
    whole = line.strip()
    if whole.startswith(b"{") and whole.endswith(b"}"):
        if not any(each in line for each in _SCHEMATA):
            return {}
    elif not line:
        return f"longer than {LONGEST_LINE >> 20} MiB"
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"no JSON: {getattr(error, 'msg', error)}"
    return record if isinstance(record, dict) else "no JSON object"
