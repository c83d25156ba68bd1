"""Two people of one name in one report, told apart for a reader in the report's own words:
"Jonas Ferrin (2 of 2 of the name: “His son Jonas Ferrin, 34, said that …”)".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from sayso.values import Document, Entity, Voice

_BEFORE = re.compile(r"(?:[^\s.!?]+ ){0,3}$")
_BEHIND = re.compile(r"(?:[^\S\n]*[^\s.!?]+){0,5}")


class Namesakes:
    """Which people of a document bear a name that others of its people bear, too."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._bearers: dict[str, list[Entity]] = defaultdict(list)
        for entity in document.entities:
            if entity.type == "person":
                for name in {each.casefold() for each in (entity.name, *entity.names)}:
                    self._bearers[name].append(entity)

    def told(self, voice: Voice) -> Voice:
        """The voice; its name with the words that tell it apart behind it, where it needs them."""
        return replace(voice, name=self.named(voice.name, voice.entity))

    def named(self, name: str, entity: str | None) -> str:
        """A name with the words that tell its bearer apart behind it, where several bear it."""
        words = self._words(name, entity)
        return f"{name} ({words})" if words else name

    def _words(self, name: str, entity: str | None) -> str | None:
        bearers = self._bearers.get(name.casefold(), [])
        own = next((each for each in bearers if each.id == entity), None)
        if own is None or len(bearers) == 1:
            return None
        full = [each.name.casefold() for each in bearers]
        if full.count(own.name.casefold()) == 1 and own.name.casefold() != name.casefold():
            return own.name
        order = sorted(bearers, key=lambda each: self._first(each)[0])
        around = self._around(own)
        return f"{order.index(own) + 1} of {len(order)} of the name" + (
            f": “{around}”" if around else ""
        )

    def _first(self, entity: Entity) -> tuple[int, int]:
        """Where the report first names somebody; at its end where no mention does."""
        mentions = self._document.reading.mentions
        spans = [(each.start, each.end) for each in mentions if each.entity == entity.id]
        text = self._document.report.text
        named = [(a, b) for a, b in spans if entity.name.casefold() in text[a:b].casefold()]
        return min(named or spans, default=(len(text), len(text)))

    def _around(self, entity: Entity) -> str:
        """The report's words around the first naming, of the same sentence."""
        start, end = self._first(entity)
        text = self._document.report.text
        before = _BEFORE.search(text, max(0, start - 60), start)
        behind = _BEHIND.match(text, end, end + 60)
        first = before.start() if before else start
        last = behind.end() if behind else end
        cut = last < len(text) and text[last] not in ".!?\n"
        words = " ".join(text[first:last].split()).rstrip(",;:")
        return f"{words} …" if words and cut else words
