"""Words that stand for somebody told of before, by what they can stand for."""

from __future__ import annotations

from sayso.attributions.genders import HE, SHE

IT = frozenset("it its itself".split())
WE = frozenset("we us our ours ourselves".split())
I = frozenset("i me my mine myself".split())
YOU = frozenset("you your yours yourself yourselves".split())
THEY = frozenset("they them their theirs themselves".split())
WHO = frozenset("who whom whose".split())

CLASSES = {"he": HE, "she": SHE, "it": IT, "we": WE, "i": I, "you": YOU, "they": THEY, "who": WHO}

GENDER = {"he": "m", "she": "f"}


_CLASS = {word: name for name, its in CLASSES.items() for word in its}


def class_of(words: str) -> str | None:
    """The key of `CLASSES` that a mention's words (in any case) belong to; None for other words.

    >>> class_of("Herself"), class_of("the pilot")
    ('she', None)
    """
    return _CLASS.get(words.lower())
