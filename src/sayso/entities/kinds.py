"""What a name in a report is of: a person, an organization, a place, or something else.

The reader's tag of one mention is one vote among others. The votes of all sightings of a name
decide. "person" needs more than any vote against it: to list a paper among people is worse than
to leave a person out of the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.entities.kind_signals import (
    SIGNALS,
    a_common_word,
    as_tagged,
    many,
    only_describing,
    speaking,
)
from sayso.entities.votes import SURE, Scene, Sighting

_BY_SHARE = (a_common_word, only_describing, many, as_tagged)
"""Rules that count by how many of the sightings they tell of."""


def kind_of(sightings: Sequence[Sighting], scene: Scene) -> str:
    """What a name is, by the votes of all its sightings; inner ones vote only if there are no
    others. A rule's votes count once, at the highest."""
    outer = [seen for seen in sightings if not seen.inner] or list(sightings)
    outer = [replace(seen, scene=scene) for seen in outer]
    points = dict.fromkeys((*SURE, "other", "nobody"), 0.0)
    told = False
    for rule in SIGNALS:
        votes = [vote for seen in outer if (vote := rule(seen)) is not None]
        for kind in points:
            own = [vote.weight for vote in votes if vote.kind == kind]
            if own:
                share = len(own) / len(outer) if rule in _BY_SHARE else 1.0
                points[kind] += max(own) * share
                told = told or (kind == "person" and rule not in _NO_PROOF)
    return _decided(points, by_tag=not told and len(outer[0].words) == 1)


def _decided(points: dict[str, float], *, by_tag: bool) -> str:
    """The kind with most points; "person" only if nothing outweighs it, and of one word that only
    tags speak for (`by_tag`) if nothing at all speaks against it."""
    against = max(points["organization"], points["place"], points["other"]) + points["nobody"]
    if points["person"] > against and not (by_tag and against):
        return "person"
    rest = {kind: points[kind] for kind in ("organization", "place", "other")}
    best = max(rest, key=lambda kind: rest[kind])
    if rest[best] > 0:
        return best
    return "organization" if points["nobody"] else "other"


_NO_PROOF = (speaking, as_tagged)
