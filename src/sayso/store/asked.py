"""A name that was asked for, taken apart: which words of the names of a case it may mean."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.entities.keys import rough
from sayso.entities.person_words import PARTICLES, TITLES
from sayso.entities.scripts import Word, cut, letters, word
from sayso.entities.word_matches import match_sounds
from sayso.store import schema
from sayso.store.transliterated import is_transliterated

_WORDS = schema.name_words
_SHORTEST_ALIKE = 3
"""Letters from which on a word may be one spelled otherwise."""
Like = dict[str, str]
"""Words of names (folded) that one asked for may be, and how: "letters", "script", "spelling"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that was asked for: its words, and for each those that it may be in names. `own`
    are the numbers of those that are no title before a name, and no particle."""

    name: str
    words: tuple[Word, ...]
    like: tuple[Like, ...]
    own: tuple[int, ...]

    @property
    def full(self) -> bool:
        """Whether it is more than one part of a person's name."""
        return sum(not self.words[n].initial for n in self.own) > 1

    @property
    def folded(self) -> set[str]:
        """Its letters, with and without titles."""
        bare = (each.latin for each in self.words[:-1] if each.latin not in TITLES)
        return {letters(self.name), "".join(bare) + self.words[-1].latin}

    @property
    def titles(self) -> bool:
        """Whether it says what somebody is, and maybe not what they are called."""
        return bool(self.words) and all(each.latin in TITLES for each in self.words)


def asked_of(connection: Connection, name: str, *, loosely: bool = False) -> Asked:
    """A name taken apart, and the words of the case's names that it may mean; `loosely`, also
    those that only sound like it."""
    words = tuple(each for each in map(word, cut(name)) if each.latin)
    small = TITLES | PARTICLES
    own = [n for n, each in enumerate(words[:-1]) if each.initial or each.latin not in small]
    like = tuple(_alike(connection, each, loosely=loosely) for each in words)
    return Asked(name, words, like, (*own, len(words) - 1) if words else ())


def _alike(connection: Connection, asked: Word, *, loosely: bool) -> Like:
    """The words of names that one asked for may be."""
    found = {asked.latin: "letters"}
    if len(asked.latin) < _SHORTEST_ALIKE:
        return found
    query = select(_WORDS.c.word, _WORDS.c.script).where(_WORDS.c.sound == rough(asked.latin))
    for latin, script in connection.execute(query.distinct()):
        how = _sounds_as(asked, Word(latin, latin, script), loosely=loosely)
        if latin not in found and how is not None:
            found[latin] = how
    return found


def _sounds_as(asked: Word, known: Word, *, loosely: bool) -> str | None:
    """How two words are one name: in two "script"s, or in two transliterations, where an a for an
    e is a "spelling" too. "Quill" and "Keel", which are none, are so only loosely."""
    match = match_sounds(asked, known)
    kind = match.kind if match else None
    if kind == "script" or (kind == "spelling" and loosely):
        return kind
    both = is_transliterated(asked) and is_transliterated(known)
    return "spelling" if both and kind in ("spelling", "taste") else None
