"""Whether one name of an organization is short for another."""

from __future__ import annotations

from functools import lru_cache

from sayso.entities.body_words import BRANCHES, FIRMS, FRONT_HEADS, HEADS, OUTLETS, PUBLIC
from sayso.entities.organization_words import BODIES, KINDS
from sayso.entities.organizations import organization_name

ANOTHER = frozenset("new old young".split())
"""Before a name, these make another of it: "New Veltar"."""
_SAME_HEAD = KINDS - frozenset(
    """
    agency bank channel club department force forces magazine management ministry movement network
    news newspaper online party services television tv union
    """.split()
)
"""Kinds that a name may leave out in any report and be no other body's."""
_NO_FIRMS = (OUTLETS | PUBLIC) - FIRMS


@lru_cache(maxsize=1 << 14)
def short_for(short: str, long: str, *, told_before: bool) -> bool:
    """Whether an organization's short name can stand for a longer one in the same report: its
    initials; its words without those for its kind; its front or its end once it was told."""
    own, other = organization_name(short), organization_name(long)
    if own.acronym and own.acronym in other.initials:
        return True
    if (article := _article(short)) and article != _article(long):
        return False
    mine, whole = ([w.latin for w in o.core] for o in (own, other))
    if len(mine) >= len(whole) or not set(mine) <= set(whole):
        return False
    if all(word in (KINDS if told_before else _SAME_HEAD) for word in set(whole) - set(mine)):
        return True
    if not told_before or any(c.isdigit() for word in whole for c in word):
        return False
    if whole[-len(mine) :] == mine:
        return not set(whole) - set(mine) <= ANOTHER
    return whole[: len(mine)] == mine and _can_leave_out(mine, whole)


def _article(name: str) -> str:
    """The article of another language in front of a name: it makes a name of its own, "Le
    Littoral", which is not short for a "Littoral Bank"."""
    first = name.split(maxsplit=1)[0].lower()
    return first if first in _ARTICLES and " " in name else ""


_ARTICLES = frozenset("das der die el gli il la las le les lo los".split())


def _can_leave_out(front: list[str], whole: list[str]) -> bool:
    """Whether what a name begins with is called so itself: "Veltar" of "Veltar Marine Works",
    "Chamber" of "Chamber of Audit"; but neither the town of a paper or court, nor a firm for its
    branch, nor a university for its press."""
    rest = whole[len(front) :]
    if front == [front[0]] and front[0] in FRONT_HEADS and whole[-1] not in HEADS:
        return True
    if front[-1] in HEADS | BODIES or set(rest) & BRANCHES or is_front_of_body(front, whole):
        return False
    return (len(whole) == 2 and rest[0] not in BODIES) or rest[-1] in FIRMS


def is_front_of_body(front: list[str], whole: list[str]) -> bool:
    """Whether words begin the name of a paper or a public body, which mostly has the name of its
    town or state in front: "Ludmere" of "Ludmere Courier"."""
    return len(front) < len(whole) and whole[: len(front)] == front and whole[-1] in _NO_FIRMS
