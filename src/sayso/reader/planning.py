"""Which words go into which window, and which window's answer counts for a word.

Windows overlap by whole sentences, found by punctuation alone; each word belongs to the
window in which it stands furthest from an edge, by whole sentences again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_PIECES = 300
OVERLAP = 60

_END = re.compile(r"^(?:[.!?]+|…)$")
_CLOSING = frozenset("\"'”’)]»")


@dataclass(frozen=True, slots=True)
class Plan:
    """Words `start`..`end` are shown to the model; `own_start`..`own_end` are kept."""

    start: int
    end: int
    own_start: int
    own_end: int


def likely_starts(words: Sequence[str], breaks: Sequence[bool]) -> list[bool]:
    """Words that begin a sentence by their looks: after a break, or after . ! ? and quotes."""
    out = list(breaks)
    for i, word in enumerate(words):
        if _END.match(word):
            j = i + 1
            while j < len(words) and words[j] in _CLOSING and not breaks[j]:
                j += 1
            if j < len(words) and not words[j][0].islower():
                out[j] = True
    return out


def plan_windows(costs: Sequence[int], starts: Sequence[bool]) -> Iterator[Plan]:
    """Windows over words whose pieces number `costs`; `starts` marks where one may begin."""
    start = own = 0
    while start < len(costs):
        end = _fill(costs, starts, start, own)
        if end == len(costs):
            yield Plan(start, end, own, end)
            return
        back = _back(costs, starts, end, own)
        middle = next((i for i in range((back + end) // 2, end) if starts[i]), end)
        yield Plan(start, end, own, middle)
        start, own = back, middle


def _fill(costs: Sequence[int], starts: Sequence[bool], start: int, own: int) -> int:
    """The furthest end that fits, at a sentence if there is one past what is owned."""
    used, end, stop = 2, start, 0
    while end < len(costs) and used + costs[end] <= MOST_PIECES:
        used += costs[end]
        end += 1
        if end == len(costs) or starts[end]:
            stop = end
    return stop if stop > own else max(end, own + 1)


def _back(costs: Sequence[int], starts: Sequence[bool], end: int, own: int) -> int:
    """Where the next window begins: whole sentences back from `end`, OVERLAP at most."""
    used, i, found = 0, end, end
    while i > own + 1 and used + costs[i - 1] <= OVERLAP:
        i -= 1
        used += costs[i]
        if starts[i]:
            found = i
    return found
