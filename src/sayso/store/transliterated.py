"""Whether a word of a name is spelled in more than one way because it comes from another script.

Many Western names sound alike too ("Quill" and "Keel", "Reid" and "Reed") and are names of two;
so it takes a mark that such a word bears, or that it is one of the names in the table.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.entities.scripts import Word
from sayso.entities.spelling import consonants, spelling

_MARKS = re.compile(
    r"kh|gh|dh|zh|ullah|allah|hm|^(?:abd|bin|al|el)$|[^aeiou]i$|ei$|sk[iy]y?$|[eo]va?$"
)
"""Letters by which a word shows that it was transliterated."""
_ARABIC_AND_PERSIAN = """
abbas amin anwar asad aziz bilal daoud faisal fatima habib haidar hakim hamid hamza hasan hashem
hussein ibrahim idris ismail jafar jalal jamal javad kamal kamil karim khalid latif mahmoud majid
malik mansour maryam mohammed murad mustafa nabil najib naser noor omar osama osman othman qadir
qasem rahim rashid saddam sadiq saeed salah saleh salim salman samir sharif suleiman tariq walid
yasin younis yousef zahra zainab
"""
_CYRILLIC = "aleksei andrei arkady dmitri grigory nikolai sergei timur vasily vitaly yevgeny"
"""Names that have many spellings, one of each."""


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    """The names by the consonants that all their spellings have."""
    found: dict[str, list[str]] = {}
    for name in f"{_ARABIC_AND_PERSIAN} {_CYRILLIC}".split():
        found.setdefault(consonants(name), []).append(name)
    return found


@lru_cache(maxsize=1 << 14)
def is_transliterated(word: Word) -> bool:
    """Whether a word bears such a mark, or is a spelling of one of the names.

    >>> [is_transliterated(Word(each, each, "vowelled")) for each in ("muhammad", "quill")]
    [True, False]
    """
    latin = word.latin
    alike = _names().get(consonants(latin), ())
    marked = word.script != "vowelled" or _MARKS.search(latin) is not None
    return marked or any(spelling(latin, name) is not None for name in alike)
