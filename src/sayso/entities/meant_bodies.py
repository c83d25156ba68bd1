"""What "it", "they", "we" and descriptions mean in a report: the only one that fits, or nothing."""

from __future__ import annotations

from sayso.attributions.genders import told_by
from sayso.entities.body_words import HEADS, classes_of
from sayso.entities.meant_people import is_open, people_near
from sayso.entities.roles import is_crowd, is_definite, is_kin, is_new, is_office, noun_of
from sayso.entities.story import Seen, Story

_THINGS = {"it": ("organization", "place"), "they": ("organization",)}


def it_or_they(story: Story, n: int, leader: int | None, kind: str) -> int | None:
    """A body, or a place, that the reader means, if no other is told of in this sentence and the
    one before; or further up, if none is."""
    if leader is None or not story.is_named(leader):
        return None if leader is None else story.figure[leader]
    figure = story.figure[leader]
    if story.kind(figure) == "person":
        return None
    for back in (1, 2, 3):
        found = [each for each in story.near(n, back) if _can_be_thing(story, each, kind)]
        if is_open(found):
            continue
        if near := {each.figure for each in found if not each.open}:
            return figure if near == {figure} else None
    return None


def _can_be_thing(story: Story, each: Seen, kind: str) -> bool:
    """Whether "it" or "they" may mean what was told of: a body, a place, or whatever thing
    without a name was a subject; or an open "it"."""
    if each.figure not in story.named:
        thing = each.subject and each.gender is None and story.kind(each.figure) != "person"
        return thing or (each.open and each.gender == "it")
    return story.kind(each.figure) in _THINGS[kind]


def we(story: Story, n: int, leader: int | None, outlet: int) -> int | None:
    """Outside a quotation the outlet's own "we" (`outlet`), never another's; inside one, the body
    that the reader means, if it is told of beside and no other is."""
    if leader is None:
        return None
    figure = story.figure[leader]
    if not story.is_named(leader):
        return figure
    if not story.quoted(n):
        return outlet
    at = story.sentence(n)
    names = [m for back in (-1, 0, 1) for m in story.named_in(at - back)]
    bodies = {story.figure[m] for m in names if story.calls[m].kind == "organization"}
    return figure if bodies == {figure} else None


def described(story: Story, n: int, leader: int | None) -> int | None:
    """A description: of the name that it stands beside; of the only one known by its office; of
    the only body that it fits."""
    person, inside = story.calls[n].kind == "person", story.inside(n)
    beside = story.beside(n)
    if beside is not None:
        return beside if person or beside not in inside else None
    if leader is None or not story.is_named(leader):
        only = None if person or inside else _only_of_its_word(story, n)
        return only if only is not None or leader is None else story.figure[leader]
    figure = story.figure[leader]
    if _is_said_of(story, n, figure):
        return figure
    if inside or is_new(story.words(n)):
        return None
    return _by_office(story, n, figure) if person else _by_class(story, n, figure)


def _only_of_its_word(story: Story, n: int) -> int | None:
    """ "The ministry", where the report has named one body before that has the word in its name,
    and no other."""
    words = story.words(n).lower().split()
    if len(words) != 2 or words[0] not in ("the", "this") or words[1] not in HEADS:
        return None
    bearers = [each for each, its in story.known.words.items() if words[1] in its]
    bodies = [each for each in bearers if story.kind(each) == "organization"]
    if len(bodies) != 1 or story.mention(bodies[0]).start > story.mention(n).start:
        return None
    return bodies[0]


def _is_said_of(story: Story, n: int, figure: int) -> bool:
    """ "Norvik is a harbour": plainly, in the report's own words, of a name or of what was found
    to stand for it."""
    tokens, head = story.reading.tokens, story.mention(n).head
    if story.head(n) is None or story.quoted(n):
        return False
    before = [i for i in range(max(0, head - 12), head) if tokens[i].head == head]
    if not any(tokens[i].deprel == "cop" for i in before):
        return False
    if any(tokens[i].deprel.startswith(("aux", "advmod", "mark")) for i in before):
        return False
    subjects = {i for i in before if tokens[i].deprel.startswith("nsubj")}
    told = (each for each in story.near(n, 0) if each.figure == figure)
    return any(story.mention(each.number).head in subjects for each in told)


def _by_office(story: Story, n: int, figure: int) -> int | None:
    """ "The director": who was called so; "the man": as he."""
    noun = noun_of(story.words(n))
    if story.kind(figure) != "person" or is_kin(noun):
        return None
    if is_office(noun):
        known = [each for each, its in story.known.offices.items() if noun in its]
        same = len(known) == 1 and _surname(story, known[0]) == _surname(story, figure)
        return known[0] if same else None
    if is_crowd(noun):
        return None
    gender = told_by([noun])
    fits = story.known.can_be(figure, gender) and people_near(story, n, gender) == [figure]
    return figure if fits else None


def _surname(story: Story, figure: int) -> str:
    """The last word of the name that a figure was first called by: the reader takes one bearer of
    it for another, the office tells which."""
    return (story.calls[figure].name or str(figure)).split()[-1]


def _by_class(story: Story, n: int, figure: int) -> int | None:
    """ "The ministry", "the company": a body of that class, or of none that is known, if no other
    such stands near."""
    noun, words = noun_of(story.words(n)), story.known.words
    many = story.is_aside(n) and noun.endswith("s")
    if story.kind(figure) == "person" or many or not is_definite(story.words(n)):
        return None
    if noun in words.get(figure, set()):
        return figure
    wanted = classes_of(frozenset({noun}))
    if not _may_be(wanted, words.get(figure, set())):
        return None
    near = {
        each.figure
        for each in story.near(n, 2)
        if each.figure in story.named
        and story.kind(each.figure) == story.kind(figure)
        and _may_be(wanted, words.get(each.figure, set()))
    }
    return figure if near <= {figure} else None


def _may_be(wanted: frozenset[str], words: set[str]) -> bool:
    """Whether a body of these words can be of a class, as far as they tell."""
    own = classes_of(frozenset(words))
    return not wanted or not own or bool(wanted & own)
