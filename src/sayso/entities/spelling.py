"""Whether two words are one name written two ways.

Three questions, from the surest: the same sounds by the habits of transliteration, the same
consonants where a script leaves vowels out, a slip of the pen or two.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from sayso.entities.scripts import Word

_SOUNDS = (
    (r"(?:shch|sch|sh)", "S"),
    (r"(?:tsch|tch|cz|ch)", "C"),
    (r"(?:dzh|dj|zh)", "J"),
    (r"x", "ks"),
    (r"(?:kh|ck|q(?:u(?=[ei]))?)", "k"),
    (r"gh", "g"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"w(?=[aeiouy])", "v"),
    (r"(?<=[aeiou])h$", ""),
    (r"j(?![aeiou])", "i"),
    (r"j", "J"),
    (r"y(?=[aeou])", "Y"),
)
"""Spellings of one sound in Latin letters, most specific first."""

_SOUND = [(re.compile(pattern), to) for pattern, to in _SOUNDS]
_VOWELS = str.maketrans("aeiyouw", "AEIIUUU")
_FORMS = re.compile(r"([AEIU]+)|(.)")
_CLOSE = frozenset({("E", "I"), ("I", "E")})
_LOOSE = _CLOSE | {("A", "E"), ("E", "A"), ("E", "U"), ("U", "E")}
_FAR_EAST = re.compile(
    r"kh|gh|dh|zh|q(?!u)|oo|ee|aa|ou|ullah|allah|hm|^(?:abd|bin|al|el)$|[^aeiou]i$|ei$|sk[iy]y?$|ev$|ov$"
)
"""Marks of a word that came into Latin letters from another script."""


@lru_cache(maxsize=1 << 16)
def sounds(latin: str) -> str:
    """A word as its sounds: consonants in lower case or S, C, J, Y; vowels as A, E, I, U.

    >>> sounds("khodorkovsky") == sounds("hodorkovskij")
    False
    >>> sounds("qassem"), sounds("qasim")
    ('kAsEm', 'kAsIm')
    """
    for pattern, to in _SOUND:
        latin = pattern.sub(to, latin)
    latin = latin.translate(_VOWELS)
    return re.sub(r"(.)\1+", r"\1", latin)


def consonants(latin: str) -> str:
    """The consonants of a word as `sounds` has them; the same for most spellings of a name."""
    return re.sub(r"[AEIU]", "", sounds(latin)) or sounds(latin)[:1]


@lru_cache(maxsize=1 << 16)
def _slots(latin: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Consonants in order, and the vowels before each and after the last."""
    found, vowels, slot = [], [], ""
    for vowel, consonant in _FORMS.findall(sounds(latin)):
        if vowel:
            slot = vowel
        else:
            vowels.append(slot)
            found.append(consonant)
            slot = ""
    return tuple(found), (*vowels, slot)


def from_elsewhere(words: tuple[Word, ...]) -> bool:
    """Whether a name shows marks of another script: its a and e are then a matter of taste."""
    return any(word.script != "vowelled" or _FAR_EAST.search(word.latin) for word in words)


@lru_cache(maxsize=1 << 16)
def spelling(left: str, right: str) -> str | None:
    """How near two Latin spellings are: "sure" ("Suleimani", "Soleymani"), "taste" (they
    differ as a and e do: "Khaled", "Khalid"; "Allen", "Alan"), or None."""
    ours, theirs = _slots(left), _slots(right)
    if ours[0] != theirs[0] or len(ours[0]) < 2:
        return None
    kinds = [
        _near(a, b, edge=i in (0, len(ours[1]) - 1))
        for i, (a, b) in enumerate(zip(ours[1], theirs[1], strict=True))
    ]
    if None in kinds:
        return None
    return "taste" if "taste" in kinds else "sure"


def _near(left: str, right: str, *, edge: bool) -> str | None:
    """How near the vowels between two consonants are; at a word's edge they count more."""
    if left == right:
        return "sure"
    if not left or not right:
        return None
    ends = {(left[0], right[0]), (left[-1], right[-1])}
    ends = {(a, b) for a, b in ends if a != b}
    if ends <= _CLOSE:
        return "sure"
    return "taste" if not edge and ends <= _LOOSE else None


_ALIKE = {
    **dict.fromkeys("bp", "b"),
    **dict.fromkeys("gqkcxh", "k"),
    **dict.fromkeys("zsj", "z"),
    **dict.fromkeys("td", "t"),
    **dict.fromkeys("fv", "f"),
}
_LETTERS = (("sh", "$"), ("sch", "$"), ("ch", "j"), ("zh", "j"), ("kh", "k"), ("gh", "g"))
_MATRES = {"w": "uowv", "v": "uowv", "y": "iyej", "a": "aeiou"}
_TOLERATED = 0.5


@lru_cache(maxsize=1 << 14)
def sounds_like(bare: str, full: str) -> bool:
    """Whether `bare`, a word whose script leaves vowels out (transliterated letter by letter),
    can be `full`: consonants in order, written vowels where `full` has one of their colour.

    >>> sounds_like("hsyn", "hussein"), sounds_like("hsn", "hussein")
    (True, False)
    """
    left, right = _plain(bare), _plain(full)
    if len(left) < 2:
        return left == right
    row = [0.0]
    for letter in right:
        row.append(row[-1] + _skip_full(letter, ""))
    for i, mater in enumerate(left):
        last, row = row, [row[0] + _skip_bare(mater)]
        for j, letter in enumerate(right):
            before = right[j - 1] if j else ""
            row.append(
                min(
                    last[j] + _pair(mater, letter, start=i == 0 and j == 0),
                    row[j] + _skip_full(letter, before),
                    last[j + 1] + _skip_bare(mater),
                )
            )
    return row[-1] <= _TOLERATED


def _plain(latin: str) -> str:
    for pair, letter in _LETTERS:
        latin = latin.replace(pair, letter)
    latin = latin.replace("x", "ks").replace("ph", "f").replace("th", "t").replace("dh", "d")
    return re.sub(r"([^aeiou])\1+", r"\1", latin)


def _pair(bare: str, full: str, *, start: bool) -> float:
    if bare == full or full in _MATRES.get(bare, ""):
        return 0.0
    if start and bare == "a" and full in "aeiou":
        return 0.0
    if "h" in (bare, full):
        return 9.0
    return 0.1 if bare in _ALIKE and _ALIKE[bare] == _ALIKE.get(full) else 9.0


def _skip_full(letter: str, before: str) -> float:
    """A vowel that the other script leaves out: free, unless it is a long one."""
    if letter not in "aeiouyw":
        return 0.5 if letter == "h" else 9.0
    return 0.6 if before and before in "aeiou" and letter in "aeiou" else 0.0


def _skip_bare(letter: str) -> float:
    return 0.6 if letter in "wvy" else 0.2 if letter == "a" else 9.0


def reads_as(syllables: str, latin: str) -> bool:
    """Whether a reading of characters that stand for syllables, in Latin letters, is near a
    Latin spelling: at most a third of the letters differ."""
    return 3 * OSA.distance(syllables, latin) <= max(len(syllables), len(latin))


_SHORT, _LONG = 4, 5


@lru_cache(maxsize=1 << 16)
def slips(left: str, right: str) -> int | None:
    """How many letters were changed, left out, added or swapped with their neighbour, if few
    enough for the word's length: one up to four letters, two from five on if the first sound is
    the same, three if four or more consonants are the same. None otherwise."""
    short = min(len(left), len(right))
    allowed = 0 if short < _SHORT else 1 if short < _LONG else 2
    ours, theirs = sounds(left), sounds(right)
    if ours[:1] != theirs[:1]:
        allowed = min(allowed, 1)
    elif len(skeleton := consonants(left)) >= _SHORT and skeleton == consonants(right):
        allowed = 3
    edits = min(
        OSA.distance(left, right, score_cutoff=allowed),
        max(OSA.distance(ours, theirs, score_cutoff=allowed), 1),
    )
    return int(edits) if edits <= allowed else None
