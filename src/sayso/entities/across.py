"""The table of signals by which two entities of a case are compared: names and surroundings.

A value over a half speaks for one and the same, under a half against. No signal proves anything:
a common place is no proof, nor are two posts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.entities.gender import gender_of, gender_of_given, is_title
from sayso.entities.names import compare_names
from sayso.entities.organization_words import SMALL
from sayso.entities.persons import person_name
from sayso.entities.profiles import Profile
from sayso.entities.scripts import cut, letters, word
from sayso.entities.short_forms import short_for
from sayso.entities.signals import NameMatch, Rule, Signal
from sayso.entities.signs import NEAR_IN_AGE, is_age


@dataclass(frozen=True, slots=True)
class Entities:
    """Two entities beside each other, and what their names have to do with each other."""

    left: Profile
    right: Profile
    names: NameMatch


_SPELLINGS = 4
"""How many spellings of an organization are compared with how many of the other's."""


def compare_called(left: Profile, right: Profile) -> NameMatch:
    """The names of two entities: the fullest of people and places; of organizations, which go by
    acronyms and short forms too, the spellings that fit best."""
    kind = left.kind if left.kind == right.kind else "organization"
    best = compare_names(left.name, right.name, kind)
    if kind in ("person", "place"):
        return best
    for ours in left.names[:_SPELLINGS]:
        for theirs in right.names[:_SPELLINGS]:
            found = compare_names(ours, theirs, kind)
            best = found if found.score > best.score else best
    return best


def name(case: Entities) -> Signal | None:
    """How near the names are, by the weakest of what the comparison of names found."""
    weakest = case.names.reasons[0]
    told = f"“{case.left.name}” and “{case.right.name}”: {weakest.reason}"
    if case.left.kind == "organization" and short_for(
        *sorted((case.left.name, case.right.name), key=len), told_before=True
    ):
        value = max(case.names.score, _SHORT_FORM)
        return Signal("name", value, f"{told}; one may be short for the other")
    return Signal("name", case.names.score, told)


_SHORT_FORM = 0.6


def kind(case: Entities) -> Signal | None:
    """Reports take one for a place, the other for an organization; the same word can be both."""
    ours, theirs = case.left.kind, case.right.kind
    if ours == theirs:
        return None
    return Signal("kind", 0.4, f"one is taken for: {ours}, the other for: {theirs}")


def posts(case: Entities) -> Signal | None:
    """Posts they are said to hold. The same post speaks for one person; people can hold several,
    one after the other, so other posts say little."""
    ours, theirs = (
        {p: _words(p) for p in side.posts if not (gender_of(p) or is_age(p))}
        for side in (case.left, case.right)
    )
    if not ours or not theirs:
        return None
    for one, left in ours.items():
        for other, right in theirs.items():
            if left == right:
                return Signal("posts", 0.85, f"both are said to be “{one}”")
            if min(len(left), len(right)) > 1 and (left <= right or right <= left):
                return Signal("posts", 0.75, f"said to be “{one}” and “{other}”")
    told = f"said to be “{next(iter(ours))}” and “{next(iter(theirs))}”"
    return Signal("posts", 0.4, f"{told}: two posts, by one person or by two")


def gender(case: Entities) -> Signal | None:
    """One is told of as a man, the other as a woman: two people. A title ("Mrs") leaves no doubt;
    "she", "the widow" or a given name can have been put to the wrong one, and say less."""
    ours, theirs = _told_gender(case.left), _told_gender(case.right)
    if ours is None or theirs is None or ours[0] == theirs[0]:
        return None
    titles = is_title(ours[1]) and is_title(theirs[1])
    told = f"“{ours[1]}” is said of one, “{theirs[1]}” of the other"
    return Signal("gender", 0.0 if titles else _LESS_SURE, told)


def age(case: Entities) -> Signal | None:
    """Their ages, by the dates of the reports that tell them: years apart, they are two people."""
    ours, theirs = case.left.born, case.right.born
    if not ours or not theirs:
        return None
    apart = max(theirs[-1] - ours[0], ours[-1] - theirs[0])
    told = f"by the ages told of them, one was born about {ours[0]}, the other about {theirs[0]}"
    if apart > NEAR_IN_AGE:
        return Signal("age", 0.05, told)
    return Signal("age", 0.7, told) if apart <= 1 else None


_LESS_SURE = 0.15


def _told_gender(side: Profile) -> tuple[str, str] | None:
    """A person's gender and the word that tells it, a title before others; None where nothing
    tells or words contradict each other."""
    words = sorted(side.posts, key=lambda each: not is_title(each))
    told = [(own, each) for each in words if (own := gender_of(each))]
    parts = person_name(side.name).parts
    if not told and side.kind == "person" and len(parts) > 1:
        given = gender_of_given(parts[0].latin)
        told = [(given, parts[0].text)] if given else []
    return told[0] if len({own for own, _ in told}) == 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(w for piece in cut(text) if (w := word(piece).latin) and w not in SMALL)


def beside(case: Entities) -> Signal | None:
    """Names that stand in the same sentences as both; a few in common speak for one."""
    own = {letters(each) for side in (case.left, case.right) for each in side.names}
    return _shared("beside", case.left.beside, case.right.beside, (0.6, 0.76, 0.82), own)


def places(case: Entities) -> Signal | None:
    """Places named in the same sentences as both; many share those, so they say less."""
    return _shared("places", case.left.places, case.right.places, (0.55, 0.6, 0.65), set())


_MANY = 3


def _shared(
    rule: str,
    left: Sequence[str],
    right: Sequence[str],
    values: Sequence[float],
    without: set[str],
) -> Signal | None:
    """What two lists share, valued by how much that is; against, if both are long and share
    nothing."""
    ours, theirs = ({letters(each): each for each in side} for side in (left, right))
    common = [each for key, each in ours.items() if key in theirs and key not in without]
    if common:
        value = values[min(len(common), len(values)) - 1]
        more = f" and {len(common) - _MANY} more" if len(common) > _MANY else ""
        return Signal(rule, value, f"both stand beside {', '.join(common[:_MANY])}{more}")
    if min(len(ours.keys() - without), len(theirs.keys() - without)) < _MANY:
        return None
    return Signal(rule, 0.4, "nothing in common of what stands beside them")


_LONG, _SHORT = 20, 1
"""Years between reports that speak against and for one."""


def dates(case: Entities) -> Signal | None:
    """When the reports on them were published: decades apart speaks against one person."""
    ours, theirs = case.left.dates, case.right.dates
    if not ours or not theirs:
        return None
    later, earlier = max(ours[0], theirs[0]), min(ours[-1], theirs[-1])
    years = int(later[:4]) - int(earlier[:4])
    if years > _LONG:
        return Signal("dates", 0.3, f"the reports on them lie {years} years apart")
    if years <= _SHORT:
        return Signal("dates", 0.53, "the reports on them are of the same time")
    return None


def one_report(case: Entities) -> Signal | None:
    """One report names both and does not put them together."""
    both = case.left.reports & case.right.reports
    if not both:
        return None
    many = "a report names" if len(both) == 1 else f"{len(both)} reports name"
    return Signal("one_report", 0.1, f"{many} both, as two")


def namesakes(case: Entities) -> Signal | None:
    """A report tells of several people of this name: which of them is meant, names cannot tell."""
    shared = [side.namesakes | side.open_among for side in (case.left, case.right)]
    if shared[0] == shared[1]:
        return None
    return Signal("namesakes", 0.3, "a report tells of several people of this name")


SIGNALS: tuple[Rule[Entities], ...] = (
    name,
    kind,
    posts,
    gender,
    age,
    beside,
    places,
    dates,
    one_report,
    namesakes,
)
