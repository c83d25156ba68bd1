"""Comparing two names of the same kind of thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sayso.entities.organizations import compare_organizations
from sayso.entities.person_signals import compare_persons
from sayso.entities.places import compare_places
from sayso.entities.signals import NameMatch

_COMPARE = {
    "person": compare_persons,
    "organization": compare_organizations,
    "company": compare_organizations,
    "legalentity": compare_organizations,
    "publicbody": compare_organizations,
    "outlet": compare_organizations,
    "place": compare_places,
    "address": compare_places,
}


@lru_cache(maxsize=1 << 14)
def compare_names(left: str, right: str, type: str) -> NameMatch:  # noqa: A002 - the field's name
    """What two names of things of one `type` have to do with each other, and why.

    `type` is one of GUM's entity types or a FollowTheMoney schema, in any case; what is
    neither a person nor a place is compared as an organization is. The order of the two
    does not matter for score and verdict.
    """
    return _COMPARE.get(type.lower(), compare_organizations)(left, right)


def fullest(names: Iterable[str]) -> str:
    """The name with most words, then letters; the first of several."""
    return max(names, key=lambda name: (sum(len(w) > 1 for w in name.split()), len(name)))


_SELDOM = 4
"""A name is seldom used that another full one has so many times its mentions."""


def usual(names: Mapping[str, int]) -> str:
    """The name that something is best called by: the fullest of those in common use, in small
    letters if it is written so too. `names` counts mentions, 0 for names that were only told of.

    >>> usual({"Roke": 9, "Emlyn Roke": 5, "Emlyn Hugh Roke": 1})
    'Emlyn Roke'
    """
    full = {name: count for name, count in names.items() if len(name.split()) > 1} or names
    most = max(full.values())
    common = [name for name, count in full.items() if _SELDOM * count >= most]
    return fullest(sorted(common, key=str.isupper))
