"""Words that tell of a man ("m") or a woman ("f"): titles, pronouns, kin, given names."""

from __future__ import annotations

from functools import lru_cache

from sayso.attributions.genders import MEN, TITLES_OF_MEN, TITLES_OF_WOMEN, WOMEN, told_by
from sayso.entities.person_words import SHORT_FORMS, same_given
from sayso.entities.scripts import word

_MEN = TITLES_OF_MEN | MEN | {"he"}
_WOMEN = TITLES_OF_WOMEN | WOMEN | {"she"}


def is_title(words: str) -> bool:
    """Whether a word is a title that stands before names of men or of women only."""
    return word(words).latin in TITLES_OF_MEN | TITLES_OF_WOMEN


@lru_cache(maxsize=1 << 12)
def gender_of(words: str) -> str | None:
    """What one word tells, in any case: a title, "he" or "she", a noun; None for others.

    >>> gender_of("Mrs"), gender_of("widower"), gender_of("minister")
    ('f', 'm', None)
    """
    latin = word(words).latin
    return "m" if latin in _MEN else "f" if latin in _WOMEN else None


@lru_cache(maxsize=1 << 12)
def gender_of_given(given: str) -> str | None:
    """What a given name tells, in its own form or in all others of it: "tomas", as "thomas"; not
    what is short for several names: "sasha"."""
    if own := told_by([given]):
        return own
    if len(SHORT_FORMS.get(given, ())) > 1:
        return None
    told = {g for form in SHORT_FORMS if same_given(given, form) if (g := told_by([form]))}
    return next(iter(told)) if len(told) == 1 else None
