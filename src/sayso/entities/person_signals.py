"""The table of signals by which two names of people are compared.

A name is an order of parts (given, fathers', family); which is which is not asked, since it
differs from country to country. What counts is which part answers to which.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.entities.alignment import Alignment, align_names, joined
from sayso.entities.persons import PersonName, match_parts, person_name
from sayso.entities.scripts import Word, letters
from sayso.entities.signals import NameMatch, Rule, Signal, decide, weigh
from sayso.entities.spelling import from_elsewhere


@dataclass(frozen=True, slots=True)
class Persons:
    """Two names of people beside each other."""

    left: PersonName
    right: PersonName
    aligned: Alignment

    @property
    def edits(self) -> int:
        """Letters changed in all."""
        return sum(pair.match.edits for pair in self.aligned.pairs)

    @property
    def rests(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The words of each side that nothing answers to."""
        return self.aligned.left_rest, self.aligned.right_rest


def compare_persons(left: str, right: str) -> NameMatch:
    """What two names of people have to do with each other."""
    ours, theirs = person_name(left), person_name(right)
    if not ours.parts or not theirs.parts:
        return decide([Signal("no_name", 0.4, "one of them holds no name")])
    ours, theirs = _once(ours, theirs), _once(theirs, ours)
    return weigh(Persons(ours, theirs, align_names(ours.parts, theirs.parts, match_parts)), SIGNALS)


def _once(name: PersonName, other: PersonName) -> PersonName:
    """Without a part said twice ("Anna Anna Berg") that the other name has once."""
    others = [part.latin for part in other.parts]
    parts: list[Word] = []
    for part in name.parts:
        seen = sum(part.latin == kept.latin for kept in parts)
        if not seen or others.count(part.latin) > seen:
            parts.append(part)
    if len(parts) == len(name.parts) or len(parts) != len(other.parts):
        return name
    return replace(name, parts=tuple(parts))


def same_letters(case: Persons) -> Signal | None:
    """Both names have the same letters, whatever the gaps, hyphens and accents."""
    if _run_together(case):
        return Signal("same_letters", 1.0, "the same letters")
    return None


def _run_together(case: Persons) -> bool:
    if joined(case.left.parts) == joined(case.right.parts):
        return True
    ours, theirs = (letters(name.text) for name in (case.left, case.right))
    return ours == theirs and len(ours) > 7


def other_parts(case: Persons) -> Signal | None:
    """Each name has a part that nothing in the other answers to: two given names, two
    patronymics, two surnames, or an initial that does not fit."""
    left, right = case.rests
    if not left or not right or _run_together(case):
        return None
    ours, theirs = (" ".join(w.text for w in rest) for rest in (left, right))
    return Signal("other_parts", 0.1, f"“{ours}” stands against “{theirs}”")


def left_out(case: Persons) -> Signal | None:
    """One name has parts that the other leaves out. A middle name may be missing; a surname
    or a given name alone does not tell whose it is."""
    left, right = case.rests
    rest = left or right
    if bool(left) == bool(right) or _run_together(case):
        return None
    words = " ".join(w.text for w in rest)
    aligned = case.aligned
    firm = [p for p in aligned.pairs if not aligned.left[p.left].initial]
    if len([p for p in firm if not aligned.right[p.right].initial]) < 2:
        return Signal("left_out", 0.5, f"“{words}” is left out: one part alone does not tell")
    if case.edits:
        value = 0.62 if case.edits == 1 else 0.5
        return Signal("left_out", value, f"“{words}” is left out, and letters differ too")
    if len(rest) > len(aligned.pairs):
        return Signal("left_out", 0.5, f"“{words}” is left out: more than what they share")
    long = {p.left for p in aligned.pairs} if left else {p.right for p in aligned.pairs}
    whole = len(aligned.left if left else aligned.right)
    if {0, whole - 1} <= long:
        return Signal("left_out", 0.92, f"“{words}” in the middle is left out")
    return Signal("left_out", 0.7, f"“{words}” is left out")


def same_sounds(case: Persons) -> Signal | None:
    """Parts are spelled in two ways that transliteration makes of one sound."""
    pairs = case.aligned.kinds("spelling", "taste", "script")
    if not pairs:
        return None
    told = case.aligned.told(pairs)
    if not (case.left.full and case.right.full):
        return Signal("same_sounds", 0.8, f"{told} may be one name, which stands alone")
    if case.aligned.kinds("taste") and not from_elsewhere(case.left.parts + case.right.parts):
        return Signal("same_sounds", 0.75, f"{told} sound alike")
    return Signal("same_sounds", 0.93, f"{told}: two spellings of one name")


def short_forms(case: Persons) -> Signal | None:
    """A given name stands in a short, a pet or another language's form."""
    pairs = case.aligned.kinds("nickname")
    if not pairs:
        return None
    return Signal("short_forms", 0.7, f"{case.aligned.told(pairs)}: forms of one given name")


def initials(case: Persons) -> Signal | None:
    """A part stands as its first letter only; with given and family name in full besides,
    that leaves little doubt."""
    pairs = case.aligned.kinds("initial")
    if not pairs:
        return None
    full = len(case.aligned.pairs) - len(pairs)
    value = 0.92 if full > 1 else 0.7 if full else 0.4
    return Signal("initials", value, f"{case.aligned.told(pairs)}: an initial that fits")


def slips_of_pen(case: Persons) -> Signal | None:
    """A letter or two differ: a typing error, or another name."""
    pairs = case.aligned.kinds("slip")
    if not pairs or _run_together(case):
        return None
    told = case.aligned.told(pairs)
    value = 0.7 if case.edits <= 3 else 0.5
    return Signal("slips_of_pen", value, f"{told} differ in {_letters(case.edits)}")


def _letters(number: int) -> str:
    return "a letter" if number == 1 else f"{number} letters"


def order(case: Persons) -> Signal | None:
    """The parts stand in another order. A family name may come first; a son and his father
    who change places are two people."""
    places = [pair.right for pair in case.aligned.pairs]
    if places == sorted(places):
        return None
    fathers = {p.left for p in case.aligned.pairs if p.left in case.left.fathers}
    answers = {p.left for p in case.aligned.pairs if p.right in case.right.fathers}
    if case.left.fathers and case.right.fathers and fathers != answers:
        return Signal("order", 0.3, "father and son have changed places")
    turns = sum(a > b for a, b in zip(places, [*places[1:], places[0]], strict=True))
    if turns == 1 and len(places) == 2 and "," not in case.left.text + case.right.text:
        return Signal("order", 0.8, "the two parts have changed places")
    if turns == 1:
        return Signal("order", 0.95, "the family name stands first in one of them")
    return Signal("order", 0.7, "the parts stand in another order")


def generation(case: Persons) -> Signal | None:
    """ "Jr.", "Sr." or a number tells father and son apart."""
    ours, theirs = case.left.generation, case.right.generation
    if ours == theirs:
        return None
    if ours and theirs:
        return Signal("generation", 0.1, f"{ours} stands against {theirs}")
    return Signal("generation", 0.7, f"only one of them is called {ours or theirs}")


def titles(case: Persons) -> Signal | None:
    """Titles, ranks and offices are not part of the name."""
    found = sorted(set(case.left.titles) ^ set(case.right.titles))
    return Signal("titles", 1.0, f"without “{' '.join(found)}”") if found else None


def syllables(case: Persons) -> Signal | None:
    """A name written in syllables has many readings; in Latin letters it can only be likely."""
    ours, theirs = ({part.script for part in name.parts} for name in (case.left, case.right))
    if ours != theirs and "syllabic" in ours | theirs:
        near = bool(case.aligned.kinds("reading"))
        return Signal("syllables", 0.65 if near else 0.8, "one reading of the characters")
    return None


SIGNALS: tuple[Rule[Persons], ...] = (
    same_letters,
    other_parts,
    left_out,
    same_sounds,
    short_forms,
    initials,
    slips_of_pen,
    order,
    generation,
    titles,
    syllables,
)
