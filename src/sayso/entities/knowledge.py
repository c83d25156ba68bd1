"""What a report's words tell of its figures: kind, gender, the office, words of the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.attributions.genders import told_by
from sayso.entities.pronouns import GENDER, class_of
from sayso.entities.roles import is_office, noun_of
from sayso.entities.scripts import cut, word

if TYPE_CHECKING:
    from sayso.entities.story import Story

_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss)\.?\s(\w[\w'’-]+)")


@dataclass(slots=True)
class Knowledge:
    """All by a figure's number. `genders` are told by titles, nouns and given names, `pronouns`
    by the pronouns found to mean the figure; `words` are those of its names in front of "of"."""

    kind: dict[int, str] = field(default_factory=dict)
    words: dict[int, set[str]] = field(default_factory=dict)
    genders: dict[int, set[str]] = field(default_factory=dict)
    pronouns: dict[int, set[str]] = field(default_factory=dict)
    offices: dict[int, set[str]] = field(default_factory=dict)

    def gender(self, figure: int) -> str | None:
        """ "m" or "f" where titles, nouns and given names tell, and agree; else by pronouns."""
        told = self.genders.get(figure) or self.pronouns.get(figure, set())
        return next(iter(told)) if len(told) == 1 else None

    def told(self, figure: int) -> str | None:
        """ "m" or "f" where titles, nouns or given names tell, and agree: no pronoun, which can
        have been put to the wrong one."""
        told = self.genders.get(figure, set())
        return next(iter(told)) if len(told) == 1 else None

    def can_be(self, figure: int, gender: str | None) -> bool:
        """Whether nothing tells that a figure is of the other gender."""
        return gender is None or self.gender(figure) in (None, gender)

    def learn(self, story: Story, n: int, figure: int) -> None:
        """What one mention's words tell of its figure."""
        call, words = story.calls[n], story.words(n)
        if (pronoun := GENDER.get(class_of(words) or "")) is not None:
            self.pronouns.setdefault(figure, set()).add(pronoun)
        elif call.kind == "person":
            own = [w.lower() for w in cut(call.name)] if call.name else [noun_of(words)]
            if gender := call.gender or told_by(["", *_front(story, n)]) or told_by(own):
                self.genders.setdefault(figure, set()).add(gender)
        if call.name is not None:
            its = self.words.setdefault(figure, set())
            its.update(word(piece).latin for piece in cut(call.name.partition(" of ")[0]))
            offices = {w for w in (*_front(story, n), call.bearer) if is_office(w)}
            self.offices.setdefault(figure, set()).update(offices)

    def learn_titles(self, text: str, surnames: dict[str, int]) -> None:
        """ "Ms Marsh" anywhere in the text, where one figure only has the surname."""
        for title, name in _TITLED.findall(text):
            figure = surnames.get(name)
            if figure is not None and (gender := told_by(["", title.lower()])):
                self.genders.setdefault(figure, set()).add(gender)


def _front(story: Story, n: int) -> list[str]:
    """The words in front of a name, in its mention and right before that, small."""
    mention, name = story.mention(n), story.calls[n].name
    if name is None:
        return []
    before = story.text[max(0, mention.start - 12) : mention.start].rpartition("\n")[2]
    title = before.split()[-1:] if before.endswith(" ") else []
    inside = story.text[mention.start : mention.end].partition(name)[0].split()[:6]
    return [w.strip(".").lower() for w in (*title, *inside)]
