"""People's names that the reader left without a mention: "Colonel Stefan Brandt denied it"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from sayso.attributions.lexicon import PERSONAL_TITLES
from sayso.entities.body_words import HEADS
from sayso.entities.office_words import HEADS as OFFICES
from sayso.entities.person_words import PARTICLES
from sayso.entities.place_signals import is_region
from sayso.entities.roles import OFFICES as OFFICE_NOUNS
from sayso.entities.scripts import word
from sayso.entities.votes import is_given
from sayso.values import Mention, Reading, Span, Token

_TITLES = PERSONAL_TITLES | frozenset("mp mep general chief lawyer pastor".split())
_IN_OFFICE = OFFICE_NOUNS - frozenset("dealer founder master owner partner manager".split())
"""What bodies are not called: "the yard's owner Veltar Lindqvist" may be a firm."""
_INITIALS = 2
_MOST = 5
"""Words of a name, its title among them."""


def with_unmarked(reading: Reading) -> Reading:
    """The reading with a mention of its own for every name of a person that has none: behind a
    title, a rank or an office ("opposition MP", "party leader"), or begun by a common given name;
    two words at least."""
    found = list(_unmarked(reading))
    if not found:
        return reading
    mentions = sorted((*reading.mentions, *found), key=lambda m: (m.start, -m.end))
    return replace(reading, mentions=tuple(mentions))


def _unmarked(reading: Reading) -> Iterator[Mention]:
    named = _Named((m.start, m.end) for m in reading.mentions if m.named)
    heads = {m.head for m in reading.mentions}
    number = 0
    for begin, last in _runs(reading):
        first = _behind_others(reading, begin, last, named)
        start, end = reading.tokens[first].start, reading.tokens[last].end
        if named.touch(start, end) or not _is_name(reading, first, last):
            continue
        head = _head(reading, first, last)
        if head in heads:
            continue
        number += 1
        yield Mention(f"x{number}", start, end, "person", True, head, f"x{number}")


class _Named:
    """Spans of names, asked by where they stand."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found = sorted(spans)
        self._starts = [start for start, _ in found]
        self._furthest = list(accumulate((end for _, end in found), max))
        self.last = dict(found)
        """The end of the longest that starts at a place."""

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them overlaps `start`..`end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns in a sentence, over particles: first and last token."""
    tokens = reading.tokens
    for begin, end in reading.sentences:
        first = None
        for n in range(begin, end + 1):
            inside = n < end and _is_proper(reading, tokens[n])
            if inside and first is None:
                first = n
            elif not inside and first is not None:
                between = n + 1 < end and _is_particle(reading, n)
                if not (between and _is_proper(reading, tokens[n + 1])):
                    yield first, n - 1
                    first = None


def _behind_others(reading: Reading, first: int, last: int, named: _Named) -> int:
    """Where a run goes on with a title behind what has a mention: "MP Hanne Ormsk" of "Opposition
    MP Hanne Ormsk"."""
    end = named.last.get(reading.tokens[first].start, 0)
    for n in range(first + 1, last):
        if end == reading.tokens[n - 1].end and _plain(reading, n) in _TITLES:
            return n
    return first


def _plain(reading: Reading, n: int) -> str:
    return reading.report.text[reading.tokens[n].start : reading.tokens[n].end].lower().strip(".")


def _is_proper(reading: Reading, token: Token) -> bool:
    text = reading.report.text[token.start : token.end]
    titled = text.lower().strip(".") in _TITLES
    return text[:1].isupper() and (token.upos == "PROPN" or titled)


def _is_particle(reading: Reading, n: int) -> bool:
    token = reading.tokens[n]
    return reading.report.text[token.start : token.end].lower() in PARTICLES - {"y", "e", "i"}


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """Whether a run is a person's name: two words behind a title, or behind a word for an office
    in small letters, or a given name and another; no body's, no office's, no place's, no line in
    capitals."""
    pieces = [reading.report.text[t.start : t.end] for t in reading.tokens[first : last + 1]]
    words = [word(piece).latin for piece in pieces]
    titled = max((n + 1 for n, w in enumerate(words) if w in _TITLES), default=0)
    rest = words[titled:]
    if not 2 <= len(rest) <= _MOST or any(piece.isupper() and len(piece) > 2 for piece in pieces):
        return False
    if set(rest) & (HEADS | OFFICES) or is_region(rest) or not all(w.isalpha() for w in rest if w):
        return False
    given = is_given(rest[0])
    in_office = first > 0 and _plain(reading, first - 1) in _IN_OFFICE
    return titled > 0 or given or (in_office and any(len(w) > _INITIALS for w in rest))


def _head(reading: Reading, first: int, last: int) -> int:
    """The run's word that hangs on one outside of it."""
    tokens = reading.tokens
    return next((n for n in range(first, last + 1) if not first <= tokens[n].head <= last), first)
