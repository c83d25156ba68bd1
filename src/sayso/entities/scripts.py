"""Words of any script as plain Latin letters, and how much of a word its script writes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

_JOINERS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u00ad\u0640\ufeff"))

_ARABIC = str.maketrans(
    {
        **dict.fromkeys("اأإآٱىةە", "a"),
        **dict.fromkeys("عءئؤ", ""),
        **dict.fromkeys("يیې", "y"),
        **dict.fromkeys("كکڪ", "k"),
        **dict.fromkeys("هھ", "h"),
        "و": "w",
        "ق": "q",
        "غ": "gh",
        "خ": "kh",
        "ش": "sh",
        "چ": "ch",
        "ژ": "zh",
        "ج": "j",
        "ث": "th",
        "ذ": "dh",
        "پ": "p",
        "گ": "g",
        "ڤ": "v",
    }
)
"""Letters whose Latin form `anyascii` gives without the vowels they stand for, or with marks."""

_VOWELLED = frozenset("LATIN CYRILLIC GREEK GEORGIAN ARMENIAN HIRAGANA KATAKANA".split())
_SYLLABIC = frozenset("CJK HANGUL".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: as written, in lower-case Latin letters and digits, and its script.

    `script` is "vowelled", "unvowelled" (short vowels are not written, or not transliterated)
    or "syllabic" (one character is a syllable).
    """

    text: str
    latin: str
    script: str

    @property
    def initial(self) -> bool:
        """A single letter that can stand for a word."""
        return len(self.latin) == 1 and self.latin.isalpha() and self.script == "vowelled"


def clean(text: str) -> str:
    """One canonical form: NFC, no joiners or direction marks, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_JOINERS).split())


def script_of(text: str) -> str:
    """The `Word.script` of a text, by its first letter."""
    letter = next((c for c in text if c.isalpha()), "a")
    name = unicodedata.name(letter, "LATIN").split()[0]
    if name in _SYLLABIC:
        return "syllabic"
    return "vowelled" if name in _VOWELLED else "unvowelled"


@lru_cache(maxsize=1 << 16)
def word(text: str) -> Word:
    """The word `text` stands for; `latin` is empty if there is no letter or digit in it."""
    spelled = unicodedata.normalize("NFKC", text).replace("تش", "چ").translate(_ARABIC)
    if script_of(text) == "unvowelled":
        marks = (c for c in spelled if c.isascii() or unicodedata.category(c) != "Mn")
        spelled = "".join(marks) if "ARABIC" in unicodedata.name(text[0], "") else spelled
    return Word(text, re.sub(r"[^a-z0-9]", "", anyascii(spelled).lower()), script_of(text))


_KEPT = frozenset(".&%'’`‘ʼʻ+")


_ASCII_PIECES = re.compile(r"[A-Za-z0-9.&%'`+]+")
"""The same for ASCII, where nothing has to be put in canonical form."""


def letters(text: str) -> str:
    """All of a name's letters and digits, folded, without the gaps."""
    return "".join(word(piece).latin for piece in cut(text))


def cut(text: str) -> list[str]:
    """The pieces of a name between white space, hyphens, brackets and commas, dots kept."""
    if text.isascii():
        return _ASCII_PIECES.findall(text)
    return "".join(c if c in _KEPT or _letter(c) else " " for c in clean(text)).split()


def _letter(character: str) -> bool:
    """Letters and digits, and the marks that some scripts write their vowels with."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"
