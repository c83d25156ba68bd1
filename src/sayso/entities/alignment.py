"""Which word of one name answers to which word of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from sayso.entities.scripts import Word
from sayso.entities.word_matches import WordMatch


@dataclass(frozen=True, slots=True)
class Pair:
    """Word `left` of one name answers to word `right` of the other."""

    left: int
    right: int
    match: WordMatch


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs in the left name's order, and the words of each side that nothing answers to."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    pairs: tuple[Pair, ...]

    @property
    def left_rest(self) -> tuple[Word, ...]:
        """Words of the left name without an answer."""
        taken = {pair.left for pair in self.pairs}
        return tuple(word for i, word in enumerate(self.left) if i not in taken)

    @property
    def right_rest(self) -> tuple[Word, ...]:
        """Words of the right name without an answer."""
        taken = {pair.right for pair in self.pairs}
        return tuple(word for i, word in enumerate(self.right) if i not in taken)

    def kinds(self, *kinds: str) -> tuple[Pair, ...]:
        """The pairs of these kinds."""
        return tuple(pair for pair in self.pairs if pair.match.kind in kinds)

    def told(self, pairs: Sequence[Pair]) -> str:
        """Pairs in words, for a reason: "Qassem" and "Qasem", …"""
        return ", ".join(
            f"“{self.left[p.left].text}” and “{self.right[p.right].text}”" for p in pairs
        )


def align(
    left: tuple[Word, ...], right: tuple[Word, ...], match: Callable[[Word, Word], WordMatch | None]
) -> Alignment:
    """One to one, surest matches first, then those that stand nearest to the same place; at
    last what is left over on both sides, run together ("van der bilt", "vanderbilt").

    Names are short, so every word is held against every word.
    """
    found = [
        (m.rank, abs(i - j), i + j, i, j, m)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if (m := match(a, b)) is not None
    ]
    ours: set[int] = set()
    theirs: set[int] = set()
    pairs = []
    for _, _, _, i, j, m in sorted(found, key=lambda f: (*f[:3], min(f[3:5]), f[3])):
        if i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
            pairs.append(Pair(i, j, m))
    pairs += _run_together(left, right, ours, theirs, match)
    return Alignment(left, right, tuple(sorted(pairs, key=lambda pair: pair.left)))


def align_names(
    left: tuple[Word, ...], right: tuple[Word, ...], match: Callable[[Word, Word], WordMatch | None]
) -> Alignment:
    """As `align`; but where all words of three or more agree to the letter except for one
    short one each, as in Korean names, one letter of that may be a slip."""
    found = align(left, right, match)
    ours, theirs = found.left_rest, found.right_rest
    if not (len(ours) == len(theirs) == 1 and len(found.kinds("letters")) == len(found.pairs) > 1):
        return found
    a, b = ours[0], theirs[0]
    if not (_short(a) and _short(b)) or OSA.distance(a.latin, b.latin) > 1:
        return found
    slip = Pair(left.index(a), right.index(b), WordMatch("slip", 1))
    return Alignment(left, right, tuple(sorted((*found.pairs, slip), key=lambda p: p.left)))


def _short(word: Word) -> bool:
    """Two or three letters of a word that is no number."""
    return word.script == "vowelled" and word.latin.isalpha() and len(word.latin) in (2, 3)


def _run_together(
    left: tuple[Word, ...],
    right: tuple[Word, ...],
    ours: set[int],
    theirs: set[int],
    match: Callable[[Word, Word], WordMatch | None],
) -> list[Pair]:
    """The rests as one word each, if they are cut apart differently; the first pair tells."""
    i, j = (
        [n for n in range(len(words)) if n not in taken]
        for words, taken in ((left, ours), (right, theirs))
    )
    if not i or not j or len(i) + len(j) == 2:
        return []
    i, j = _same_letters(left, right, i, j)
    whole, other = _whole([left[n] for n in i]), _whole([right[n] for n in j])
    found = match(whole, other) if "syllabic" in (whole.script, other.script) else None
    if len(i) != len(j) and found is None:
        found = match(whole, other)
    if found is None:
        return []
    few, many = (i, j) if len(i) < len(j) else (j, i)
    swapped = few is j
    filled = [*few, *[few[-1]] * (len(many) - len(few))]
    ends = zip(many, filled, strict=True) if swapped else zip(filled, many, strict=True)
    same = WordMatch(found.kind)
    return [Pair(a, b, same if n else found) for n, (a, b) in enumerate(ends)]


def _same_letters(
    left: tuple[Word, ...], right: tuple[Word, ...], i: list[int], j: list[int]
) -> tuple[list[int], list[int]]:
    """One side's single word that is the other side's rest run together, if there is one."""
    ours, theirs = joined([left[n] for n in i]), joined([right[n] for n in j])
    for n in j:
        if len(i) > 1 and right[n].latin == ours:
            return i, [n]
    for n in i:
        if len(j) > 1 and left[n].latin == theirs:
            return [n], j
    return i, j


def _whole(words: Sequence[Word]) -> Word:
    return Word(" ".join(w.text for w in words), joined(words), words[0].script)


def joined(words: Sequence[Word]) -> str:
    """All letters without the gaps."""
    return "".join(word.latin for word in words)
