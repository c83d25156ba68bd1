"""What stands right before a name: "Mr", or an office ("Defence Minister Veresh")."""

from __future__ import annotations

import re

from sayso.entities.gender import is_title
from sayso.entities.person_words import OFFICES, TITLES
from sayso.entities.scripts import word

_BEFORE = re.compile(r"(?:[^\W\d_][\w’'-]*\.?[ \u00a0]+){1,5}$")
_CUT_SHORT = frozenset("mr mrs ms dr prof gen col maj capt lt sgt sen rep gov rev adm".split())
_OF_TWO = re.compile(r"\bMr\.?\s(?:and|&)\sMr?s\.?\s$")
_LOOKED_AT = 80


def addressed(text: str, start: int) -> str:
    """The office, or the title of a man or a woman, before the name that starts there; "" if
    there is none. An office of one word ("Minister") tells too little; "Mr and Mrs Hugo Tamm" are
    two people.

    >>> addressed("Former Defence Minister Veresh", 24), addressed("Ms Veresh", 3)
    ('Former Defence Minister', 'Ms')
    """
    found = _BEFORE.search(text[max(start - _LOOKED_AT, 0) : start])
    run: list[str] = []
    for piece in reversed(found[0].split() if found else []):
        latin = word(piece.rstrip(".")).latin
        if latin not in TITLES or (piece.endswith(".") and latin not in _CUT_SHORT):
            break
        run.insert(0, piece)
    if not run:
        return ""
    last = word(run[-1].rstrip(".")).latin
    if is_title(last):
        return (
            "" if _OF_TWO.search(text, max(start - _LOOKED_AT, 0), start) else run[-1].rstrip(".")
        )
    return " ".join(run) if last in OFFICES and len(run) > 1 else ""
