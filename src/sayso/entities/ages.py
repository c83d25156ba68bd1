"""How old a report says that somebody is, and whether the elder or the younger of a name."""

from __future__ import annotations

import re

from sayso.entities.person_words import GENERATIONS
from sayso.entities.persons import person_name

_AGE = re.compile(
    r",\s(?:aged\s)?([1-9]\d)(?=[,.;)]|\sand\b)"
    r"|,\s[^.,;\n]{0,40}?\b(?:of|aged)\s(1[4-9]|[2-9]\d)(?=[,.;)]|\swho\b)"
    r"|,\san?\s([1-9]\d)-year-old\b"
)
_AGE_BEFORE = re.compile(r"\b([1-9]\d)-year-old\s(?:[\w-]+\s){0,3}$")
_GENERATION = re.compile(r",?\s(?:the\s)?(elder|younger|senior|junior|sr|jr)\b", re.IGNORECASE)
_GENERATION_BEFORE = re.compile(r"\bthe\s(elder|younger)\s$", re.IGNORECASE)
_BORN = {"elder": "senior", "younger": "junior", **GENERATIONS}


def age_beside(before: str, after: str) -> int | None:
    """The age in the words around a name: "Karl Bost, 71", ", aged 71", ", a 71-year-old", "the
    71-year-old fisherman Karl Bost"."""
    found = _AGE.match(after) or _AGE_BEFORE.search(before)
    return int(next(years for years in found.groups() if years)) if found else None


def generation_of(name: str, before: str, after: str) -> str | None:
    """ "senior" or "junior": "Sr.", "the younger", in the name or beside it."""
    own = person_name(name).generation
    beside = _GENERATION.match(after) or _GENERATION_BEFORE.search(before)
    return own or (_BORN[beside[1].lower()] if beside else None)
