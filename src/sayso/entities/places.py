"""Places' names: spellings of one, the larger place beside it, and short forms of states."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.entities.alignment import align, joined
from sayso.entities.scripts import Word, clean, cut, word
from sayso.entities.signals import NameMatch, Signal, decide
from sayso.entities.word_matches import WordMatch, match_sounds

_STATES = """
united states: us, usa, united states of america, america, states
united kingdom: uk, britain, great britain, united kingdom of great britain and northern ireland
european union: eu
united arab emirates: uae, emirates
china: people republic of china, prc, peoples republic of china
south korea: republic of korea, rok
north korea: dprk, democratic people republic of korea, democratic peoples republic of korea
russia: russian federation
iran: islamic republic of iran
syria: syrian arab republic
czech republic: czechia
turkey: turkiye
myanmar: burma
ivory coast: cote d ivoire, cote divoire
democratic republic of the congo: drc, dr congo
central african republic: car
"""
_ALIASES = {
    short: name
    for line in _STATES.strip().splitlines()
    for name, _, rest in [line.partition(": ")]
    for short in rest.split(", ")
}
_SMALL = frozenset("the of de la el al le da do".split())
_KINDS = frozenset(
    "city town village province region district state county republic airport international "
    "governorate oblast prefecture municipality port island".split()
)


@lru_cache(maxsize=1 << 16)
def place_name(text: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """A place's own words, and those of the larger place after a comma ("Mobile, Alabama")."""
    own, _, larger = re.sub(r"['’]s$", "", clean(text)).partition(",")
    return _words(own), _words(larger)


def _words(text: str) -> tuple[Word, ...]:
    dotless = re.sub(r"(?<=\w)\.|[.'’]", "", text)
    words = [w for piece in cut(dotless) if (w := word(piece)).latin]
    plain = " ".join(w.latin for w in words if w.latin != "the")
    if plain in _ALIASES and not (plain == "us" and text.strip().islower()):
        words = [word(each) for each in _ALIASES[plain].split()]
    return tuple(w for w in words if w.latin not in _SMALL) or tuple(words)


def is_state(name: str) -> bool:
    """Whether a name is one of a state that is known here by several."""
    plain = " ".join(w.latin for w in _words(name))
    return plain in _ALIASES.values() or plain in _ALIASES


def compare_places(left: str, right: str) -> NameMatch:
    """What two names of places have to do with each other."""
    (ours, our_larger), (theirs, their_larger) = place_name(left), place_name(right)
    if not ours or not theirs:
        return decide([Signal("no_name", 0.4, "one of them holds no name")])
    signals = [_own(ours, theirs)]
    if our_larger and their_larger and joined(our_larger) != joined(their_larger):
        signals.append(Signal("larger_place", 0.3, "they lie in two larger places"))
    return decide(signals)


def _own(left: tuple[Word, ...], right: tuple[Word, ...]) -> Signal:
    """The places' own words."""
    if joined(left) == joined(right):
        return Signal("same_letters", 1.0, "the same place name")
    found = align(left, right, _match)
    if (found.left_rest and found.right_rest) or not found.pairs:
        return Signal("other_words", 0.1, "other words")
    if rest := found.left_rest or found.right_rest:
        words = " ".join(w.text for w in rest)
        kind = all(w.latin in _KINDS for w in rest)
        return Signal("left_out", 0.7 if kind else 0.45, f"“{words}” is left out")
    sure = not found.kinds("taste", "reading") and all(len(w.latin) > 3 for w in left)
    told = found.told(found.kinds("spelling", "taste", "script", "reading"))
    return Signal("same_sounds", 0.9 if sure else 0.75, f"{told}: two spellings of one sound")


def _match(left: Word, right: Word) -> WordMatch | None:
    if left.latin == right.latin:
        return WordMatch("letters")
    return match_sounds(left, right)
