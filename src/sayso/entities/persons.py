"""People's names taken apart, and how one part of a name answers to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.entities.person_words import BEHIND, FATHERS, GENERATIONS, PARTICLES, TITLES, same_given
from sayso.entities.scripts import Word, clean, cut, word
from sayso.entities.word_matches import WordMatch, match_slips, match_sounds


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart.

    `parts` are in written order, a family name before a comma moved to the end; titles,
    particles and "Jr." stand apart. `fathers` are the numbers of parts after "bin" and the like.
    """

    text: str
    parts: tuple[Word, ...]
    titles: tuple[str, ...] = ()
    generation: str | None = None
    fathers: frozenset[int] = frozenset()

    @property
    def full(self) -> bool:
        """More than a surname or a given name alone."""
        return sum(not part.initial for part in self.parts) > 1


_CAMEL = re.compile(r"(?<=[^\W\d_]{4})(?<![A-ZÀ-Þ])(?=[A-ZÀ-Þ][^\W\d_]{3})")
_ABD = re.compile(r"^(abd)[aeuo]?l?(?=[a-z]{4})(?!ul?lah?|al?lah?|ol?lah?)")
_GODS = re.compile(r"^abd[aeuo]?l{1,2}ah?$")
_INITIALS = re.compile(r"^(?:\w\.)+\w?$")


@lru_cache(maxsize=1 << 16)
def person_name(text: str) -> PersonName:
    """The parts of a person's name as written."""
    ordered = _in_order(clean(text))
    parts: list[Word] = []
    titles: list[str] = []
    generation = None
    fathers: set[int] = set()
    after_father = False
    pieces = _without_behind(_pieces(ordered))
    for n, piece in enumerate(pieces):
        part = _part(piece)
        if part.latin in GENERATIONS and parts:
            generation = GENERATIONS[part.latin]
        elif part.latin in TITLES:
            titles.append(piece)
        elif part.latin in PARTICLES and not (
            _is_given(part, piece, first=not parts) or _is_last(piece, pieces[n + 1 :])
        ):
            after_father = after_father or part.latin in FATHERS
        elif part.latin:
            if after_father:
                fathers.add(len(parts))
            after_father = False
            parts.append(part)
    if not parts:
        parts = [word(piece) for piece in cut(ordered) if word(piece).latin]
    return PersonName(text, tuple(parts), tuple(titles), generation, frozenset(fathers))


def _is_last(piece: str, rest: Sequence[str]) -> bool:
    """Whether a particle is a surname here: it ends the name, with a capital: "Gideon Ash"."""
    return piece[:1].isupper() and all(word(each).latin in GENERATIONS for each in rest)


def _without_behind(pieces: list[str]) -> list[str]:
    """Without "KC" or "PhD" behind a name of two words."""
    while len(pieces) > 2 and word(pieces[-1]).latin in BEHIND and _has_capitals(pieces[-1]):
        pieces = pieces[:-1]
    return pieces


def _has_capitals(piece: str) -> bool:
    return sum(c.isupper() for c in piece) > 1 or word(piece).latin == "esq"


def _is_given(part: Word, piece: str, *, first: bool) -> bool:
    """A particle that is a name here: an initial, or "Ben" and "Van" in front."""
    return piece[:1].isupper() and (part.initial or (first and part.latin in ("ben", "van")))


def _in_order(text: str) -> str:
    """Without a description in brackets; "Family, Given" as "Given Family"."""
    text = re.sub(r"\([^)]*\)?", " ", text).strip() or text
    family, comma, given = text.partition(",")
    if not comma or not given.strip() or word(given).latin in GENERATIONS:
        return text
    return f"{given} {family}"


def _pieces(text: str) -> list[str]:
    pieces = []
    for piece in cut(text):
        bare = re.sub(r"['’`‘ʼʻ]s$", "", piece)
        if _INITIALS.match(bare):
            pieces += [letter for letter in bare if letter.isalnum()]
        else:
            pieces += re.split(r"\.(?=\w)", bare)
    if len(pieces) == 1:
        pieces = _CAMEL.split(pieces[0])
    return [half for piece in pieces for half in _servants(piece)]


def _servants(piece: str) -> list[str]:
    """ "Abdulaziz" as "Abd" and "aziz"; "Abdullah" stays whole."""
    latin = word(piece).latin
    if found := _ABD.match(latin):
        return ["abd", latin[found.end() :]]
    return [piece]


def _part(piece: str) -> Word:
    part = word(piece)
    if part.latin in ("abdul", "abdel", "abdal", "abdol"):
        return Word(piece, "abd", part.script)
    if _GODS.match(part.latin) and part.script == "vowelled":
        return Word(piece, "abdulah", part.script)
    return part


def match_parts(left: Word, right: Word) -> WordMatch | None:
    """How two parts of names of people answer to each other, if they do."""
    if left.latin == right.latin:
        return WordMatch("letters")
    if left.initial != right.initial:
        long, short = (right, left) if left.initial else (left, right)
        return WordMatch("initial") if long.latin.startswith(short.latin) else None
    if left.initial:
        return None
    if found := match_sounds(left, right):
        return found
    if same_given(left.latin, right.latin):
        return WordMatch("nickname")
    return match_slips(left, right)


def surname_of(short: str, long: str) -> bool:
    """Whether one part alone can stand for a full name: it is spelled as its last part or as
    its first. Initials before it ("H. Tamm") have to fit."""
    alone, parts = person_name(short).parts, person_name(long).parts
    if not alone or not parts:
        return False
    starts = {part.latin[:1] for part in parts}
    if len(parts) > 1 and any(part.initial and part.latin not in starts for part in alone):
        return False
    found = (match_parts(alone[-1], part) for part in (parts[-1], parts[0]))
    return any(match is not None and match.kind in _SPELLED for match in found)


_SPELLED = frozenset({"letters", "spelling", "script"})


def is_part_of(short: str, long: str) -> bool:
    """Whether one part alone is, to the letter or in another script, the last or the first of a
    full name in the same report, which spells a name one way."""
    alone, parts = person_name(short).parts, person_name(long).parts
    found = (match_parts(alone[-1], part) for part in (parts[-1], parts[0])) if alone else ()
    near = any(match is not None and match.kind in ("letters", "script") for match in found)
    return near and surname_of(short, long)
