"""How two words of names answer to each other, whatever they are names of."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.entities.scripts import Word
from sayso.entities.spelling import reads_as, slips, sounds_like, spelling

_RANKS = ("letters", "spelling", "script", "taste", "nickname", "reading", "initial", "slip")


@dataclass(frozen=True, slots=True)
class WordMatch:
    """`kind` is "letters", "spelling", "script", "taste", "nickname", "reading" (of characters
    that stand for syllables), "initial" or "slip"; `edits` counts the letters of a slip.
    """

    kind: str
    edits: int = 0

    @property
    def rank(self) -> int:
        """Surest first."""
        return _RANKS.index(self.kind) + self.edits


def match_sounds(left: Word, right: Word) -> WordMatch | None:
    """Two spellings of one sound, in one script or two."""
    scripts = {left.script, right.script}
    if "syllabic" in scripts:
        near = len(scripts) > 1 and reads_as(*_first("syllabic", left, right))
        return WordMatch("reading") if near else None
    if len(scripts) > 1:
        near = sounds_like(*_first("unvowelled", left, right))
        return WordMatch("script") if near else None
    found = spelling(left.latin, right.latin) if scripts == {"vowelled"} else None
    if found is None:
        return None
    return WordMatch("spelling" if found == "sure" else "taste")


def match_slips(left: Word, right: Word) -> WordMatch | None:
    """A letter or two changed, in words of one script that writes letters."""
    if left.script != right.script or left.script == "syllabic":
        return None
    edits = slips(left.latin, right.latin)
    return None if edits is None else WordMatch("slip", edits)


def _first(script: str, left: Word, right: Word) -> tuple[str, str]:
    """The Latin forms, that of the word in a script first."""
    words = (left, right) if left.script == script else (right, left)
    return words[0].latin, words[1].latin
