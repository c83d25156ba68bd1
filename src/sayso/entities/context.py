"""Who and what is named beside a figure: in the same sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.entities.names import fullest
from sayso.entities.within import Figure
from sayso.values import Reading


class Context:
    """The named figures of a reading by sentence; by line where it has no sentences."""

    def __init__(self, reading: Reading, figures: Sequence[Figure]) -> None:
        self._starts = _starts(reading)
        self._at = [bisect_right(self._starts, mention.start) for mention in reading.mentions]
        self._named: dict[int, dict[int, None]] = {}
        self._names = [fullest(figure.names) if figure.names else "" for figure in figures]
        self._kinds = [figure.kind for figure in figures]
        self._number = {id(figure): n for n, figure in enumerate(figures)}
        for n, figure in enumerate(figures):
            for sentence in self._sentences(figure) if figure.names else ():
                self._named.setdefault(sentence, {})[n] = None

    def _sentences(self, figure: Figure) -> list[int]:
        return sorted({self._at[n] for n in figure.mentions})

    def of(self, figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The full names of others in its sentences, and those of places, in the text's order."""
        own = self._number[id(figure)]
        near = dict.fromkeys(
            n for at in self._sentences(figure) for n in self._named.get(at, ()) if n != own
        )
        others = tuple(self._names[n] for n in near if self._kinds[n] != "place")
        places = tuple(self._names[n] for n in near if self._kinds[n] == "place")
        return others, places


def _starts(reading: Reading) -> list[int]:
    """Where sentences start, in order; lines, if the reading has no sentences."""
    if reading.sentences:
        return [reading.tokens[first].start for first, _ in reading.sentences]
    text = reading.report.text
    return [0, *(n + 1 for n, character in enumerate(text) if character == "\n")]
