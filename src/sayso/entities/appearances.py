"""One report's figures as values that outlive the reading: what who-is-who goes by.

An appearance's id is made of the report's id (a hash of its content) and the letters of the
fullest name, so it is the same after another reading with another model: `REPORT#hugotamm`. An
unnamed source has `REPORT#~seniorofficial`. Of several with the same letters ("Ms Veresh" and "Mr
Veresh") the second in the text has `REPORT#veresh+2`, and so on. Of two people of one full name
the first has `REPORT#hugotamm+1of2`, and what may be either `REPORT#hugotamm+open`. An appearance
answers to every subject made of its report and any of its names; `#hugotamm`, without a report, is
the name wherever it stands. A numbered subject means one in its own report only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from sayso.entities.addressed import addressed
from sayso.entities.ages import age_beside, generation_of
from sayso.entities.context import Context
from sayso.entities.gender import gender_of
from sayso.entities.names import fullest
from sayso.entities.persons import person_name
from sayso.entities.pronouns import GENDER, class_of
from sayso.entities.roles import OFFICES, noun_of
from sayso.entities.scripts import letters
from sayso.entities.within import Figure, figures
from sayso.values import Document, Mention, Post, Reading


@dataclass(frozen=True, slots=True)
class Appearance:
    """A named figure, or an unnamed source, in one report.

    `kind` is "person", "organization", "place" or "other". `names` has a spelling for each named
    mention, in the text's order, so repeats count; `types` has those mentions' types. `acronyms`
    are those that the report introduces for it. `mentions` are ids of the report's mentions.
    `description` is an unnamed source's, without its article ("senior official"); its `names` are
    empty.

    The rest is for telling bearers of one name apart: `published` (ISO 8601), `beside` (names of
    other figures in the same sentences), `places` (named in the same sentences) and `posts`
    (words of posts it is said to hold, what stands before its name ("Defence Minister", "Mr"),
    words by which it is told of as a man or a woman ("he", "widow"), its age ("aged 71"), and
    "senior" or "junior").
    """

    id: str
    report: str
    kind: str
    names: tuple[str, ...]
    types: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    description: str = ""
    published: str | None = None
    beside: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The fullest name, or the description."""
        return fullest(self.names) if self.names else self.description

    @property
    def answers_to(self) -> tuple[str, ...]:
        """Every subject by which a decision can name this appearance, its id first."""
        called = [subject(self.report, name) for name in (*self.names, *self.acronyms)]
        return tuple(dict.fromkeys([self.id, *called]))


def subject(report: str, name: str) -> str:
    """How a decision names who bears `name` in a report; in any report where `report` is ""."""
    return f"{report}#{letters(name)}"


def anywhere(of: str) -> str:
    """A subject without its report: the name wherever it stands."""
    return "#" + of.rpartition("#")[2]


def is_numbered(of: str) -> bool:
    """Whether a subject is the second or a later one of its letters in a report."""
    return "+" in of.rpartition("#")[2]


def is_namesake(of: str) -> bool:
    """Whether a subject is one of several people of one full name in its report: its name does
    not tell who it is."""
    return bool(_NAMESAKE.search(of))


_NAMESAKE = re.compile(r"\+(?:\d+of\d+|open)$")


def letters_of(of: str) -> str:
    """The letters in a subject, without a number behind them."""
    return of.rpartition("#")[2].partition("+")[0]


def lasting_id(founder: str) -> str:
    """The id of the entity whose first appearance has the id `founder`; the same every time."""
    return "e" + blake2b(founder.encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Found:
    """A reading's appearances in order, the numbers of each one's mentions, and an id for every
    mention by itself: for those that are in no appearance, the same within one figure."""

    appearances: tuple[Appearance, ...]
    members: tuple[tuple[int, ...], ...]
    local: tuple[str, ...]


def appearances_of(reading: Reading, report: str | None = None) -> Found:
    """Everyone named in a reading, and every unnamed source.

    What is only described otherwise ("the harbour", "the minister" whom nobody cites) is in
    none. `report` is the report's id unless given.
    """
    report = reading.report.id if report is None else report
    everyone = figures(reading)
    local = [""] * len(reading.mentions)
    kept: list[tuple[Figure, Appearance]] = []
    context = Context(reading, everyone)
    for figure in everyone:
        first = reading.mentions[figure.mentions[0]]
        for n in figure.mentions:
            local[n] = lasting_id(f"{report}@{first.start}-{first.end}")
        if figure.names or figure.description:
            kept.append((figure, _appearance(reading, report, figure, context)))
    return Found(
        _numbered([appearance for _, appearance in kept]),
        tuple(tuple(figure.mentions) for figure, _ in kept),
        tuple(local),
    )


def _numbered(found: Sequence[Appearance]) -> tuple[Appearance, ...]:
    """Each with an id of its own: a number goes behind one that stood before."""
    met: dict[str, int] = {}
    whole: list[Appearance] = []
    for each in found:
        met[each.id] = met.get(each.id, 0) + 1
        number = met[each.id]
        whole.append(each if number == 1 else replace(each, id=f"{each.id}+{number}"))
    return tuple(whole)


def _appearance(reading: Reading, report: str, figure: Figure, context: Context) -> Appearance:
    cited = figure.description
    names = tuple(figure.names)
    beside, places = context.of(figure)
    own = subject(report, fullest(names)) if names else f"{report}#~{letters(cited)}"
    apart = figure.bearer and not all(person_name(name).generation for name in names)
    return Appearance(
        f"{own}+{figure.bearer}" if apart else own,
        report,
        figure.kind,
        names,
        tuple(figure.types),
        tuple(figure.acronyms),
        tuple(reading.mentions[n].id for n in figure.mentions),
        "" if names else cited,
        reading.report.published,
        beside,
        places,
        _told(reading, figure) if figure.kind == "person" else (),
    )


def appearances_in(document: Document) -> Found:
    """As `appearances_of` a document's reading, with the posts that people are said to hold."""
    found = appearances_of(document.reading)
    said: dict[int, dict[str, None]] = {}
    for post in document.posts:
        for n, mention in enumerate(document.reading.mentions):
            if mention.start < post.person[1] and post.person[0] < mention.end:
                said.setdefault(n, {})[_post_words(document, post)] = None
    told = tuple(
        replace(each, posts=tuple(dict.fromkeys([*_of(members, said), *each.posts])))
        if each.kind == "person"
        else each
        for each, members in zip(found.appearances, found.members, strict=True)
    )
    return replace(found, appearances=told)


def _of(members: Sequence[int], said: Mapping[int, Iterable[str]]) -> Iterator[str]:
    return (words for n in members for words in said.get(n, ()) if words)


def _told(reading: Reading, figure: Figure) -> tuple[str, ...]:
    """What the words of a person's mentions and around them tell."""
    text = reading.report.text
    names = sorted(set(figure.names), key=lambda name: (-len(name), name))
    found: dict[str, None] = {}
    for mention in (reading.mentions[n] for n in figure.mentions):
        if mention.named and (title := _title(text, mention)):
            found[title] = None
        at = ((text.find(name, mention.start, mention.end), name) for name in names)
        if (named := next(((n, name) for n, name in at if n >= 0), None)) is not None:
            found |= dict.fromkeys(_aged(text, *named))
        found |= dict.fromkeys(_described(text, mention))
    return tuple(found)


_AROUND = 60


def _aged(text: str, start: int, name: str) -> Iterator[str]:
    """The age beside a name, and whether it is the elder's or the younger's."""
    end = start + len(name)
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    if (age := age_beside(before, after)) is not None:
        yield f"aged {age}"
    if (generation := generation_of(name, before, after)) is not None:
        yield generation


def _described(text: str, mention: Mention) -> Iterator[str]:
    """ "he", "she", or the noun of a description that tells a man from a woman; and an office in
    two words at least: "minister of ports", the "Ports minister" of "Ports minister Tamm"."""
    words = " ".join(text[mention.start : mention.end].split())
    pronoun = class_of(words)
    if pronoun is not None:
        yield from [pronoun] if pronoun in GENDER else []
        return
    if not mention.named and gender_of(noun_of(words)):
        yield noun_of(words)
    found = (_FRONTED if mention.named else _OFFICE).match(words)
    if found and len(found[1].split()) > 1:
        yield found[1]


_NOUNS = "|".join(sorted(OFFICES, key=len, reverse=True))
_FRONTED = re.compile(
    rf"(?:the\s)?((?:(?!(?i:{_NOUNS})\b)[\w’'-]+\s){{0,3}}(?i:{_NOUNS})(?:\s(?:{_NOUNS}))?)\s[A-Z]"
)
_OFFICE = re.compile(
    rf"(?:the|an?|its|their|our|his|her)\s((?:[\w’'-]+\s){{0,3}}?(?i:{_NOUNS})(?:\s(?:{_NOUNS}))?"
    r"(?:\s(?:of|for)\s(?:the\s)?[\w’'-]+(?:\s(?!at\b|in\b|who\b)[\w’'-]+)?)?)(?![\w’'-])",
)


def _title(text: str, mention: Mention) -> str:
    """What stands before the name in a mention, or before the mention."""
    words = text[mention.start : mention.end]
    starts = (mention.start + found.start() for found in re.finditer(r"(?<!\S)\S", words))
    return next((title for start in starts if (title := addressed(text, start))), "")


def _post_words(document: Document, post: Post) -> str:
    """ "commander, Harbour Guard": what the post is called, and where it is held."""
    spans = (post.title or post.role or post.rank, post.organization or post.place)
    text = document.report.text
    return ", ".join(" ".join(text[span[0] : span[1]].split()) for span in spans if span)
