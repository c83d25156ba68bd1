"""Which appearance a decision's subject means.

A subject without a "#" is an identity elsewhere: "wikidata:Q42", or "ftm:NK-1" for an entry of a
FollowTheMoney file. Two entities decided the same as one of those are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.entities.appearances import Appearance, anywhere, is_numbered, letters_of

_WIKIDATA = re.compile(
    r"(?:wikidata:|https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)", re.IGNORECASE
)


def is_outside(subject: str) -> bool:
    """Whether a subject is an identity elsewhere."""
    return "#" not in subject


def wikidata(text: str) -> str | None:
    """The subject for a Wikidata item, given as "Q42", "wikidata:Q42" or its address.

    >>> wikidata("https://www.wikidata.org/wiki/Q42")
    'wikidata:Q42'
    """
    found = _WIKIDATA.fullmatch(text.strip())
    return f"wikidata:{found[1].upper()}" if found else None


class Subjects:
    """All subjects that some appearances answer to; identities elsewhere are numbered on."""

    def __init__(
        self,
        appearances: Sequence[Appearance],
        entities: Sequence[str],
        outside: Sequence[str] = (),
    ) -> None:
        self._exact = {each: n for n, each in enumerate(outside, len(appearances))}
        self._anywhere: dict[str, dict[str, int]] = {}
        self._exact |= {each.id: n for n, each in enumerate(appearances)}
        bearers: dict[str, dict[str, int]] = {}
        for n, (appearance, entity) in enumerate(zip(appearances, entities, strict=True)):
            for each in appearance.answers_to:
                bearers.setdefault(each, {}).setdefault(entity, n)
                if not appearance.description and not is_numbered(each):
                    self._anywhere.setdefault(anywhere(each), {}).setdefault(entity, n)
        for each, its in bearers.items():
            if len(its) == 1:
                self._exact.setdefault(each, *its.values())

    def find(self, subject: str) -> int | None:
        """The number of the appearance that a subject means: the one of its report, by its id
        or by a name that nobody else bears there; if that is gone, the first of the only entity
        that bears the name."""
        if subject in self._exact:
            return self._exact[subject]
        bearers = self._anywhere.get(anywhere(subject), {})
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def why_not(self, subject: str) -> str:
        """Why a subject means nobody, in words."""
        bearers = len(self._anywhere.get(anywhere(subject), {}))
        name = letters_of(subject)
        if is_numbered(subject):
            return f"its report no longer names several called “{name}”"
        if not bearers:
            return f"nobody is called “{name}” any more"
        return f"the report of “{subject}” is gone, and {bearers} bear the name"
