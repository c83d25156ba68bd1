"""A report as it is read from its beginning: who was told of so far, where, and as what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sayso.attributions.quotes import quoted_spans
from sayso.entities.apposition import are_beside
from sayso.entities.knowledge import Knowledge
from sayso.entities.mentions import Called
from sayso.entities.pronouns import GENDER, class_of
from sayso.entities.roles import is_record, noun_of
from sayso.values import Mention, Reading, Token

_SPEAKS = re.compile(
    r"\s(?:also\s|later\s)?(?:said|says?|told|tells?|adds|added|claims?|claimed|den(?:y|ies|ied)|shows?|"
    r"showed|insist(?:s|ed)|argue[sd]|warn(?:s|ed)|wrote|writes)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that later words can mean, as what it was found to be.

    `figure` is known by its first mention's number. `gender` is a pronoun's: "m", "f" or "it".
    `foreground`: it takes part in what its clause says; not "her brother", nor a name behind
    "of", "in", "under" and the like. `open`: a pronoun of whom it is not known whom it means, so
    that those before it still count.
    """

    number: int
    figure: int
    at: int
    sentence: int
    quoted: bool
    gender: str | None = None
    subject: bool = False
    foreground: bool = True
    open: bool = False


class Story:
    """The mentions of a report in the text's order, each with its figure as soon as that is told.

    `figures` gives the names' figures at the start; `assign` and `note` go on from there.
    """

    def __init__(
        self,
        reading: Reading,
        order: Sequence[int],
        calls: Mapping[int, Called],
        figures: Mapping[int, int],
    ) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.order = order
        self.calls = calls
        self.figure = dict(figures)
        self.named = frozenset(figures.values())
        self.names = sorted(figures, key=lambda n: reading.mentions[n].start)
        self.known = Knowledge()
        self.seen: list[Seen] = []
        self._name_starts = [reading.mentions[n].start for n in self.names]
        self._longest = max((len(self.words(n)) for n in self.names), default=0)
        self._quotes = quoted_spans(self.text)
        self._quote_starts = [start for start, _ in self._quotes]
        self._starts = _sentence_starts(reading)
        self._times = dict.fromkeys(self.named, 0)
        self._learn_names()

    def mention(self, n: int) -> Mention:
        """A mention by its number."""
        return self.reading.mentions[n]

    def words(self, n: int) -> str:
        """A mention's words, with single spaces."""
        mention = self.reading.mentions[n]
        return " ".join(self.text[mention.start : mention.end].split())

    def head(self, n: int) -> Token | None:
        """A mention's head word, if the reading has it."""
        at = self.mention(n).head
        return self.reading.tokens[at] if 0 <= at < len(self.reading.tokens) else None

    def sentence(self, n: int) -> int:
        """The number of a mention's sentence."""
        return bisect_right(self._starts, self.mention(n).start)

    def quoted(self, n: int) -> bool:
        """Whether a mention stands in quotation marks."""
        at = self.mention(n).start
        k = bisect_right(self._quote_starts, at) - 1
        return k >= 0 and at < self._quotes[k][1]

    def kind(self, figure: int) -> str:
        """What a figure is: "person", "organization", "place" or "other"."""
        return self.known.kind.get(figure, "other")

    def is_named(self, n: int) -> bool:
        """Whether a mention's figure has a name."""
        return self.figure.get(n) in self.named

    def times_named(self, figure: int) -> int:
        """How often a report names a figure."""
        return self._times.get(figure, 0)

    def near(self, n: int, back: int) -> list[Seen]:
        """What was told of before a mention, in its sentence and so many before it."""
        least, start = self.sentence(n) - back, self.mention(n).start
        late = takewhile(lambda each: each.sentence >= least, reversed(self.seen))
        return [each for each in late if each.at < start][::-1]

    def named_in(self, sentence: int) -> Iterator[int]:
        """The mentions with a name in a sentence, told of already or not."""
        first = self._starts[sentence - 1] if 0 < sentence <= len(self._starts) else 0
        end = self._starts[sentence] if sentence < len(self._starts) else len(self.text)
        yield from self._names_between(first, end)

    def _names_between(self, start: int, end: int) -> list[int]:
        low, high = (bisect_left(self._name_starts, at) for at in (start, end))
        return self.names[low:high]

    def beside(self, n: int) -> int | None:
        """The figure whose name a description stands beside: "its director, Anna Berg", "Anna
        Berg, an engineer"; of the same kind."""
        own, kind = self.mention(n), self.calls[n].kind
        if is_record(noun_of(self.words(n))):
            return None
        speaks = self._begins_clause(n)
        for m in self._names_between(own.start - self._longest - 2, own.end + 3):
            behind = self.mention(m).end <= own.start
            if self.calls[m].kind != kind or (behind and speaks):
                continue
            if are_beside(self.text, own, self.mention(m)):
                return self.figure[m]
        return None

    def _begins_clause(self, n: int) -> bool:
        """Whether a description is the subject of what comes right behind it: "his lawyer said" of
        "Nobody paid Anna Berg, his lawyer said"."""
        token, end = self.head(n), self.mention(n).end
        if _SPEAKS.match(self.text, end):
            return True
        subject = token is not None and token.deprel.startswith("nsubj")
        return subject and self.text[end : end + 1] == " "

    def inside(self, n: int) -> set[int]:
        """The figures whose names stand in a description: "Roke's lawyer" is not Roke."""
        own = self.mention(n)
        inner = self._names_between(own.start, own.end)
        return {self.figure[m] for m in inner if self.mention(m).end <= own.end}

    def assign(self, n: int, figure: int | None) -> None:
        """Tells which figure a mention is of; None makes it one of its own."""
        self.figure[n] = n if figure is None else figure
        if figure is not None:
            self.known.learn(self, n, figure)

    def note(self, n: int) -> None:
        """Keeps a mention as one that later words can mean."""
        figure, plain = self.figure[n], class_of(self.words(n))
        if figure not in self.known.kind:
            self.known.kind[figure] = self.calls[n].kind
            self.known.learn(self, n, figure)
        if plain in ("i", "you", "we", "they", "who") or self.is_aside(n):
            return
        mention = self.mention(n)
        gender = "it" if plain == "it" else GENDER.get(plain or "")
        subject, foreground = self._standing(n)
        unknown = figure not in self.named and gender is not None
        told = (mention.start, self.sentence(n), self.quoted(n), gender)
        self.seen.append(Seen(n, figure, *told, subject, foreground, unknown))

    def is_aside(self, n: int) -> bool:
        """Whether a description is of many, or of nobody in particular, or says what somebody is
        rather than who ("he was a pilot")."""
        token = self.head(n)
        if token is None or self.calls[n].name is not None or class_of(self.words(n)):
            return False
        if token.upos not in ("NOUN", "PROPN") or "Number=Plur" in token.feats:
            return True
        return not self.is_named(n) and not token.deprel.startswith(_TAKING_PART)

    def _standing(self, n: int) -> tuple[bool, bool]:
        """Whether a mention is a subject, and whether it is in the foreground."""
        tokens, head = self.reading.tokens, self.mention(n).head
        if not 0 <= head < len(tokens):
            return False, True
        while tokens[head].deprel.startswith(("appos", "flat")) and 0 <= tokens[head].head < head:
            head = tokens[head].head
        deprel = tokens[head].deprel
        subject = deprel.startswith("nsubj")
        if self.calls[n].name is None and class_of(self.words(n)) is None:
            return subject, subject
        if deprel.startswith(("obl", "nmod")) and deprel != "nmod:poss":
            before = tokens[max(0, head - 8) : head]
            return subject, any(t.head == head and t.lemma in _TAKING_SIDES for t in before)
        return subject, not deprel.startswith(("compound", "amod"))

    def _learn_names(self) -> None:
        """What all the names and the descriptions beside them tell, before anybody is meant."""
        for n in self.names:
            figure = self.figure[n]
            self._times[figure] += 1
            full = len((self.calls[n].name or "").split()) > 1
            if full or figure not in self.known.kind:
                self.known.kind[figure] = self.calls[n].kind
            self.known.learn(self, n, figure)
        for n in self.order:
            call = self.calls[n]
            described = call.name is None and not call.part and call.kind == "person"
            if described and class_of(self.words(n)) is None:
                beside = self.beside(n)
                if beside is not None:
                    self.known.offices.setdefault(beside, set()).add(noun_of(self.words(n)))
                    self.known.learn(self, n, beside)
        self.known.learn_titles(self.text, self._surnames())

    def _surnames(self) -> dict[str, int]:
        """The only figure that has each surname."""
        found: dict[str, set[int]] = {}
        for n in self.names:
            if self.calls[n].kind == "person":
                last = (self.calls[n].name or "").split()[-1]
                found.setdefault(last, set()).add(self.figure[n])
        return {name: next(iter(its)) for name, its in found.items() if len(its) == 1}


_TAKING_PART = ("nsubj", "obj", "iobj", "obl:agent")
_TAKING_SIDES = frozenset("accord according against alongside by between from to with".split())


def _sentence_starts(reading: Reading) -> list[int]:
    """Where sentences start, in order; told by full stops where the reading has none."""
    if reading.sentences:
        return [reading.tokens[first].start for first, _ in reading.sentences]
    return [0, *(found.end() for found in _SENTENCE.finditer(reading.report.text))]
