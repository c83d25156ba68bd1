"""Whom "he", "she", "I" and "who" mean in a report: the only one who can be meant, or nobody."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.entities.story import Seen, Story

OFTEN = 4
"""How often whom a report is about is named in it."""
_BACK = (1, 2, 3)


def he_or_she(story: Story, n: int, leader: int | None, gender: str) -> int | None:
    """The only person of that gender in this sentence and the one before, or further up if
    nobody is there: whom the reader means too, or of whom the gender is told. Of several who are
    named, the only one of whom more than a pronoun tells it, if the reader means the same; never
    one of two people of one name. `leader` is the mention whose figure the reader proposes."""
    if leader is not None and not story.is_named(leader):
        return _unnamed(story, n, story.figure[leader], gender)
    fitting = people_near(story, n, gender)
    if not fitting:
        return _behind(story, n, leader, gender)
    if _is_fronted(story, n) and set(_people_behind(story, n, gender)) - set(fitting):
        return None
    proposed = None if leader is None else story.figure[leader]
    if len(fitting) == 1:
        told = story.known.gender(fitting[0]) == gender
        return fitting[0] if told or fitting[0] == proposed else None
    if proposed is None or proposed not in fitting or story.calls[proposed].bearer:
        return None
    sure = [each for each in fitting if story.known.told(each) == gender]
    if sure == [proposed] and story.named.issuperset(fitting):
        return proposed
    return proposed if _is_foremost(story, n, proposed, gender) else None


def people_near(story: Story, n: int, gender: str | None) -> list[int]:
    """The people of a gender, or of any, told of shortly before a mention; each once."""
    return list(dict.fromkeys(each.figure for each in _sightings(story, n, gender)))


def _sightings(story: Story, n: int, gender: str | None) -> list[Seen]:
    """Where they were told of: in its sentence and the one before, further up if nobody was, or
    if it is open whom a pronoun there means. Whoever is speaking means somebody else by "he";
    what is quoted counts in quotations only."""
    quoted = story.quoted(n)
    speaking = _speakers(story, n) if quoted else set()
    told: list[Seen] = []
    for back in _BACK:
        found = [
            each
            for each in story.near(n, back)
            if (quoted or not each.quoted)
            and each.figure not in speaking
            and _fits(story, each, gender)
            and not _holds(story, each.number, n)
        ]
        told = [each for each in found if not each.open]
        if not is_open(found):
            if told:
                return told
        elif back == _BACK[-1]:
            return found
    return told


def _fits(story: Story, each: Seen, gender: str | None) -> bool:
    """Whether somebody told of is a person of a gender, or an open pronoun for one."""
    if each.open:
        return each.gender == gender or (gender is None and each.gender != "it")
    return story.kind(each.figure) == "person" and story.known.can_be(each.figure, gender)


def is_open(found: Sequence[Seen]) -> bool:
    """Whether a pronoun of unknown meaning stands behind all that is named as a subject."""
    anchor = max((each.at for each in found if each.subject and not each.open), default=-1)
    return any(each.open and each.at > anchor for each in found)


def _holds(story: Story, outer: int, inner: int) -> bool:
    """Whether a mention stands in a description: "his sister" is not "his"."""
    one, other = story.mention(outer), story.mention(inner)
    return story.calls[outer].name is None and one.start <= other.start < other.end <= one.end


def _speakers(story: Story, n: int) -> set[int]:
    """People named in the sentence of a quotation, outside of it."""
    here = story.named_in(story.sentence(n))
    return {story.figure[m] for m in here if not story.quoted(m)}


def _is_foremost(story: Story, n: int, figure: int, gender: str) -> bool:
    """Whether, of several who fit, one is told of by the last such pronoun, with nobody else
    since; or is whom the report is about, named again and again, and the others stand in the
    background, or are named once and in passing."""
    near = _sightings(story, n, gender)
    others = [each for each in near if each.figure != figure]
    last = next((each for each in reversed(near) if each.gender == gender), None)
    if last is not None and last.quoted == story.quoted(n):
        if last.figure != figure:
            return False
        if all(each.at < last.at for each in others):
            return True
    if story.times_named(figure) < OFTEN:
        return False
    if any(each.subject for each in near if each.figure == figure):
        return not any(each.foreground for each in others)
    return not any(each.subject or story.times_named(each.figure) > 1 for each in others)


def _unnamed(story: Story, n: int, figure: int, gender: str) -> int | None:
    """Somebody without a name, whom the reader means: nobody named may fit as well."""
    if not story.known.can_be(figure, gender):
        return None
    rivals = story.named.intersection(people_near(story, n, gender)) - {figure}
    return None if rivals else figure


def _behind(story: Story, n: int, leader: int | None, gender: str) -> int | None:
    """ "Asked if he knew, Joss Perrin said": the only name behind, if nobody came before."""
    if leader is None or not story.is_named(leader) or story.quoted(n):
        return None
    figure, start = story.figure[leader], story.mention(n).start
    behind = story.mention(leader).start > start
    people = set(_people_behind(story, n, None))
    fits = story.kind(figure) == "person" and story.known.can_be(figure, gender)
    return figure if fits and behind and people <= {figure} else None


def _people_behind(story: Story, n: int, gender: str | None) -> list[int]:
    """People of a gender, or of any, named behind a mention in its sentence, not in quotations."""
    here = [m for m in story.named_in(story.sentence(n)) if not story.quoted(m)]
    behind = [story.figure[m] for m in here if story.mention(m).start > story.mention(n).start]
    people = (each for each in behind if story.kind(each) == "person")
    return [each for each in dict.fromkeys(people) if story.known.can_be(each, gender)]


def _is_fronted(story: Story, n: int) -> bool:
    """Whether a pronoun stands in a clause in front of what its sentence says: "Asked if he
    knew, ..."."""
    tokens, at = story.reading.tokens, story.mention(n).head
    for _ in range(_CLIMB):
        if not 0 <= at < len(tokens):
            return False
        if tokens[at].deprel.startswith(("advcl", "dep")) and tokens[at].head > at:
            return True
        at = tokens[at].head
    return False


_CLIMB = 8
"""How many words above one are looked at."""


def speaker(story: Story, n: int, leader: int | None) -> int | None:
    """ "I" in a quotation: the only person told of beside it, in its sentence or else in the one
    or two before. Outside, it is whoever writes. To be asked when all else is told."""
    if leader is None or not story.is_named(leader):
        return None if leader is None else story.figure[leader]
    figure, at = story.figure[leader], story.sentence(n)
    if story.kind(figure) != "person" or not story.quoted(n):
        return None
    for back in (0, 1, 2):
        here = {
            each.figure
            for each in story.seen
            if 0 <= at - each.sentence <= back
            and not each.quoted
            and story.kind(each.figure) == "person"
        }
        if here:
            return figure if here == {figure} else None
    return None


def who(story: Story, n: int, leader: int | None) -> int | None:
    """ "Who" is of the name right before it."""
    if leader is None or not story.is_named(leader):
        return None if leader is None else story.figure[leader]
    gap = story.mention(n).start - story.mention(leader).end
    person = story.kind(story.figure[leader]) == "person"
    return story.figure[leader] if person and 0 <= gap < 3 else None
