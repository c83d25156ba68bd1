"""Whom pronouns and descriptions stand for in one report.

The reader proposes a group for each; a proposal is taken only if the words allow it and nobody
else fits: words put into a wrong mouth are worse than a pronoun left open. What is left open is
a figure without a name. The filters are those of Hobbs (1978) and of Lappin and Leass (1994) on
agreement and on how near and how much to the fore somebody stands; they choose among several only
whom the report is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.attributions.genders import told_by
from sayso.entities import meant_bodies, meant_people
from sayso.entities.mentions import Called
from sayso.entities.pronouns import GENDER, class_of
from sayso.entities.roles import is_cited, noun_of
from sayso.entities.story import Story
from sayso.values import Reading


def resolved(
    reading: Reading,
    order: Sequence[int],
    calls: Mapping[int, Called],
    names: Mapping[int, int],
    groups: Iterable[Sequence[int]],
    outlet: int | None = None,
) -> dict[int, int]:
    """The figure of every mention, by its number; a figure is known by one of its mentions.

    `names` are the figures of the mentions with names, `groups` the reader's, and `outlet` the
    figure of the report's own outlet, if the report names it.
    """
    story = Story(reading, order, calls, names)
    leaders = {n: leader for group in groups for n, leader in _leaders(story, group)}
    left: dict[tuple[str, str], int] = {}
    ours = outlet
    for n in sorted(order, key=lambda n: _is_told_behind(story, n)):
        if calls[n].part:
            story.figure[n] = n
            continue
        if calls[n].name is None:
            kind = class_of(story.words(n))
            if kind == "we" and ours is None and not story.quoted(n):
                ours = n
            found = _meant(story, n, leaders.get(n), n if ours is None else ours)
            story.assign(n, _left_open(story, n, left) if found is None else found)
        story.note(n)
    return story.figure


def _is_told_behind(story: Story, n: int) -> bool:
    """ "I" comes last: whose it is is told behind it."""
    return story.calls[n].name is None and class_of(story.words(n)) == "i"


def _meant(story: Story, n: int, leader: int | None, ours: int) -> int | None:
    """The figure that a mention stands for, or None where that is open."""
    leader = leader if leader is None or leader in story.figure else None
    kind = class_of(story.words(n))
    if kind is None:
        return meant_bodies.described(story, n, leader)
    if kind in GENDER:
        return meant_people.he_or_she(story, n, leader, GENDER[kind])
    if kind in ("it", "they"):
        return meant_bodies.it_or_they(story, n, leader, kind)
    if kind == "we":
        return meant_bodies.we(story, n, leader, ours)
    if kind == "you":
        return None if leader is None or story.is_named(leader) else story.figure[leader]
    return (meant_people.speaker if kind == "i" else meant_people.who)(story, n, leader)


def _leaders(story: Story, group: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """For each mention of a group without a name, the nearest name before it, else the first
    behind; where the group has none, the nearest before it that can be the same."""
    group = [n for n in group if not story.calls[n].part]
    leader = next((n for n in group if story.calls[n].name is not None), None)
    if leader is None:
        for i, n in enumerate(group):
            yield n, next((m for m in reversed(group[:i]) if _are_like(story, m, n)), None)
        return
    for n in group:
        if story.calls[n].name is not None:
            leader = n
        else:
            yield n, leader


def _are_like(story: Story, one: int, other: int) -> bool:
    """Whether, of two mentions without names, the second can mean the first: the same pronoun,
    the same noun for somebody, or a pronoun behind a description."""
    before, after = class_of(story.words(one)), class_of(story.words(other))
    if before is None and after is None:
        people = story.calls[other].kind == "person" == story.calls[one].kind
        return not people or _noun(story, one) == _noun(story, other)
    return before == after or (before, after) in _LIKE


def _noun(story: Story, n: int) -> str:
    token = story.head(n)
    return noun_of(story.words(n)) if token is None else token.lemma.lower()


def _left_open(story: Story, n: int, left: dict[tuple[str, str], int]) -> int | None:
    """The first of what the reader puts together and what is left open alike: they stay one
    figure, of which it is not known who it is; but each unnamed source by itself."""
    words = story.words(n)
    kind = class_of(words)
    if kind is None:
        if is_cited(words) or story.beside(n) is not None:
            return None
        woman = told_by(["", noun_of(words)]) == "f"
        kind = "it" if story.calls[n].kind != "person" else "she" if woman else "he"
    alike = _ALIKE.get(kind, kind)
    first = left.setdefault((story.mention(n).entity, alike), n)
    return None if first == n else story.figure[first]


_ALIKE = {"you": "he", "i": "he", "who": "he", "they": "it"}
"""What is left open together: men and whoever speaks or is spoken to; things and many."""
_LIKE = frozenset(
    {
        (None, "he"), (None, "she"), (None, "they"), (None, "it"), ("he", None), ("it", None),
        ("they", None), ("i", "you"), ("you", "i"), ("you", None), (None, "i"), (None, "you"),
    }
)  # fmt: skip
"""Pairs of classes of words, None for a description, the second of which may mean the first."""
