"""People of one full name in one report, told apart where its words say that they are two.

Signs of a second bearer are "a namesake", "no relation", "another man called", "his son" behind
the same name, "Sr." beside "Jr.", two ages, "Mr" and "Ms", and a trade that somebody new is
introduced by ("Karl Bost, a fisherman", where Karl Bost was the harbour master before).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.entities.ages import age_beside, generation_of
from sayso.entities.keys import is_short, letters_of
from sayso.entities.mentions import Called
from sayso.entities.persons import person_name
from sayso.entities.roles import IN_PARLIAMENT, KIN, OFFICES, RANKS, TOWN_POSTS, TRADES
from sayso.entities.scripts import word
from sayso.entities.sightings import name_span
from sayso.values import Reading, Span

OPEN = "open"
"""The bearer of a name that two bear, where nothing tells which."""

_AROUND = 120
_ROLE = "|".join(sorted(OFFICES | TRADES | IN_PARLIAMENT, key=len, reverse=True))
_KINSMEN = "|".join(sorted(KIN - {"wife", "widow", "husband"}, key=len, reverse=True))
_HUMAN = rf"(?:man|men|woman|women|person|people|boy|girl|{_ROLE})s?"
_CALLED = r"(?:named|called|by the name of)"
_ANOTHER = re.compile(
    r"(?:\b(?:his|her|an?|an?\s\w+)\snamesake,?"
    r"|\b(?:another|a\s(?:second|different|further)|the\sother)"
    rf"\s(?:[\w-]+\s)?{_HUMAN},?(?:\s(?:also\s)?{_CALLED})?"
    r"|\b(?:no\srelation\s(?:to|of)|not\srelated\sto|unrelated\sto|confused\swith)"
    r"(?:\sthe(?:\s[\w-]+)+?)?"
    rf"|\ban?\s(?:[\w-]+\s){{0,2}}{_HUMAN},?\salso\s{_CALLED})\s$",
    re.IGNORECASE,
)
"""Right before a name: whoever bears it is not the one told of."""
_RELATED = re.compile(
    r"(?P<between>[^.!?;\n]{0,80}?)\b(?:not(?:\sin\sany\sway)?\srelated|unrelated|no\srelation)\b"
    r"(?:\s(?:to|of)\s(?P<whom>[^.,;:!?\n]{1,60}))?",
    re.IGNORECASE,
)
_KINSMAN = re.compile(
    r"(?:\b(?:his|their)|['’]s?)\s"
    r"(?:(?:own|late|dead|elder|eldest|younger|youngest|only|\w+-year-old)\s)*"
    rf"(?:{_KINSMEN}),?\s(?:also\s)?(?:(?:named|called)\s)?$",
    re.IGNORECASE,
)
_KIN_BEHIND = re.compile(
    rf",\s(?:his|her|their)\s(?:(?!step)[\w-]+\s){{0,2}}?(?:{_KINSMEN})(?=[,.;:)]|\sand\b)",
    re.IGNORECASE,
)
_RANK = re.compile(
    rf"(?P<left>\b(?:then|former|ex|late)[\s-])?(?<![\w’'])(?P<rank>{'|'.join(sorted(RANKS))})\s$",
    re.IGNORECASE,
)
_NO_KIN = re.compile(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]hose)\stwo\s(?:(?:men|women|people|namesakes)\s)?are\s"
    r"(?:(?:not|in\sno\sway)\srelated|unrelated|no\srelations?|namesakes)\b"
    r"|\b[Tt]he\stwo\s(?:men|women|people)\s(?:only\s|merely\s)?(?:share|bear|have)\s"
    r"(?:a|the(?:\ssame)?|one)\s(?:full\s)?name\b"
)
"""A sentence that tells that two people were told of, whose names do not tell them apart."""
_TWO = re.compile(r"\b(?:[Tt]wo|[Bb]oth|[Tt]hree)\s")
_OF_THE_NAME = r"(?:(?:[\w-]+\s){{0,3}}(?:named|called)\s{0}|{0}s)\b"
_SAME = re.compile(
    rf"\b(?:{_HUMAN}|(?:his|her|a)\snamesake)(?:\s(?:of|with)\sthe\ssame\s(?:full\s)?name)|"
    rf"\b(?:another|second|different)\s{_HUMAN}\s(?:of|with)\s(?:that|this|the same)\sname",
    re.IGNORECASE,
)
"""Somebody else has the name that stands before."""
_APPOSED = re.compile(
    rf",\s(?P<article>an?|the|its|our|then)\s(?P<words>(?:[\w’'-]+\s){{0,3}}?(?P<role>{_ROLE}))\b"
    r"(?!['’]s?\b|\s(?:by|turned)\b)",
    re.IGNORECASE,
)
_FRONTED = re.compile(rf"(?<![\w’'-])(?P<role>{_ROLE}),?\s$", re.IGNORECASE)
_NEAR_IN_AGE = 2
"""Years that two ages of one person may lie apart in one report."""


@dataclass(slots=True)
class Described:
    """What the words around one full name tell of its bearer. `new`: it is somebody not told of
    before. `introduced`: by a trade, as one introduces somebody new. `posted`: as who holds a post
    that is no fisherman's or nurse's."""

    roles: set[str] = field(default_factory=set)
    age: int | None = None
    generation: str | None = None
    gender: str | None = None
    rank: str | None = None
    new: bool = False
    introduced: bool = False
    posted: bool = False

    def fits(self, other: Described) -> bool:
        """Whether something tells that both are one, and nothing that they are two."""
        same = bool(self.roles & other.roles) or any(
            own is not None and own == its
            for own, its in ((self.age, other.age), (self.generation, other.generation))
        )
        return same and not self.contradicts(other)

    def contradicts(self, other: Described) -> bool:
        """Whether two of these told of two people."""
        ages = self.age is not None and other.age is not None
        if ages and abs((self.age or 0) - (other.age or 0)) > _NEAR_IN_AGE:
            return True
        told = (
            (self.generation, other.generation),
            (self.gender, other.gender),
            (self.rank, other.rank),
        )
        return any(own and its and own != its for own, its in told)

    def take(self, other: Described) -> None:
        """Learns what another mention of the same bearer tells."""
        self.roles |= other.roles
        self.age = self.age or other.age
        self.generation = self.generation or other.generation
        self.gender = self.gender or other.gender
        self.rank = self.rank or other.rank
        self.introduced = self.introduced or other.introduced


def bearers(reading: Reading, calls: Mapping[int, Called]) -> dict[int, str]:
    """For each mention of a full name that several bear, by its number: "1of2" for the first of
    two, or `OPEN` where nothing tells whose it is. Other mentions are left out."""
    spans: dict[str, dict[Span, list[int]]] = {}
    for n, call in calls.items():
        if call.name is not None and call.kind == "person" and not is_short("person", call.name):
            key = letters_of(person_name(call.name).parts)
            span = name_span(reading, reading.mentions[n], call.name)
            spans.setdefault(key, {}).setdefault(span, []).append(n)
    people = sorted(span for its in spans.values() for span in its)
    shared = _Shared(reading.report.text, people)
    found: dict[int, str] = {}
    for its in spans.values():
        told = _told_apart(reading, calls, its, shared)
        found |= {n: which for span, which in told.items() for n in its[span]}
    return found


def _told_apart(
    reading: Reading,
    calls: Mapping[int, Called],
    of: Mapping[Span, Sequence[int]],
    several: _Shared,
) -> dict[Span, str]:
    """Whose each sighting of one full name is; nothing if one person bears it."""
    text, people = reading.report.text, several.people
    shared = several.since(list(of))
    if len(of) < 2 and shared is None:
        return {}
    late = [span for span in of if _in_headline(reading, span)]
    known: list[Described] = []
    put: dict[Span, int | None] = dict.fromkeys(late)
    for span in sorted(set(of) - set(late)):
        told = _described(text, span, people)
        told.gender = next((g for n in of[span] if (g := calls[n].gender)), None)
        after = shared is not None and span[0] >= shared
        which = _which(told, known, shared=after)
        if which == len(known):
            known.append(told)
        elif which is not None:
            known[which].take(told)
        put[span] = which
    many = max(len(known), 1 + (shared is not None))
    if many < 2:
        return {}
    return {span: OPEN if which is None else f"{which + 1}of{many}" for span, which in put.items()}


def _which(told: Described, known: Sequence[Described], *, shared: bool) -> int | None:
    """The number of the bearer that a sighting is of, that of a new one, or None if it is open.
    `shared`: the report has said that there are several."""
    if not known:
        return None if shared and not told.roles else 0
    fitting = [n for n, each in enumerate(known) if told.fits(each)]
    again = any(known[n].generation == told.generation for n in fitting if told.generation)
    if len(fitting) == 1 and (again or not told.new):
        return fitting[0]
    if told.new or all(told.contradicts(each) for each in known):
        return len(known)
    if len(known) == 1 and not shared:
        first = known[0]
        other = bool(first.roles) and bool(told.roles) and not first.roles & told.roles
        poor = first.introduced and bool(first.roles & TRADES)
        return 1 if other and (told.introduced or (poor and told.posted)) else 0
    return len(known) if told.roles and not fitting and shared else None


def _described(text: str, span: Span, people: Sequence[Span]) -> Described:
    """What stands around a sighting, within its line."""
    before = text[max(0, span[0] - _AROUND) : span[0]].rpartition("\n")[2]
    after = text[span[1] : span[1] + _AROUND].partition("\n")[0]
    found = Described()
    apposed, fronted = _APPOSED.match(after), _FRONTED.search(before)
    found.roles = {each["role"].lower() for each in (apposed, fronted) if each}
    if apposed is not None:
        article, words = apposed["article"].lower(), apposed["words"].lower()
        found.posted = article == "the" and apposed["role"].lower() in TOWN_POSTS
        found.introduced = article in ("a", "an") and not re.search(r"\b(?:former|ex)\b", words)
    found.age = age_beside(before, after)
    found.generation = generation_of(text[slice(*span)], before, after)
    rank = _RANK.search(before)
    found.rank = rank["rank"].lower() if rank and not rank["left"] else None
    kin = _KINSMAN.search(before) or _KIN_BEHIND.match(after)
    found.new = bool(
        _ANOTHER.search(before)
        or (kin and _is_kinsman(text, span, people, far=found.generation is not None))
        or _is_unrelated(text, span, after)
    )
    return found


def _is_kinsman(text: str, span: Span, people: Sequence[Span], *, far: bool) -> bool:
    """ "Karl Bost and his son, Karl Bost", "Karl Bost, his son": the last named before of the
    surname has the same name; however far before, if the name itself tells ("their son Karl Bost
    junior")."""
    own = person_name(text[slice(*span)])
    before = [each for each in people if each[1] <= span[0]]
    if not far:
        near = (each for each in before if span[0] - each[1] < 2 * _AROUND)
        before = [each for each in near if "\n" not in text[each[1] : span[0]]]
    names = (person_name(text[slice(*each)]).parts for each in before)
    family = [parts for parts in names if parts[-1].latin == own.parts[-1].latin]
    return bool(family) and letters_of(family[-1]) == letters_of(own.parts)


def _is_unrelated(text: str, span: Span, after: str) -> bool:
    """ "Karl Bost, who is not related to the harbour master": to nobody of another name."""
    found = _RELATED.match(after)
    if found is None or re.search(r"\b[A-Z]\w+\s[A-Z]", found["between"]):
        return False
    own = {part.latin for part in person_name(text[slice(*span)]).parts}
    named = re.findall(r"\b[A-Z][\w’'-]+", found["whom"] or "")
    return {word(each).latin for each in named} - own <= _ADDRESSES


_ADDRESSES = frozenset("mr mrs ms miss dr".split())


class _Shared:
    """Where a text says that several have a name. `people` are its full names in order."""

    def __init__(self, text: str, people: Sequence[Span]) -> None:
        self.text, self.people = text, people
        self._counts = [found.end() for found in _TWO.finditer(text)]
        self._no_kin = [found.start() for found in _NO_KIN.finditer(text)]
        self._same: dict[Span, int] = {}
        for same in (found.start() for found in _SAME.finditer(text)):
            last = bisect_right(people, same, key=lambda each: each[1]) - 1
            if last >= 0 and "\n" not in text[people[last][1] : same]:
                self._same.setdefault(people[last], same)

    def since(self, spans: Sequence[Span]) -> int | None:
        """Where it first says so of the name at these spans: "two men called Karl Bost", "a
        fisherman of the same name" behind it; None if it does not."""
        found = [self._same[span] for span in spans if span in self._same]
        if self._are_told_to_be_two(spans):
            found.append(min(spans)[0])
        if self._counts:
            named = re.compile(_OF_THE_NAME.format(re.escape(self.text[slice(*spans[0])])))
            found += [at for at in self._counts if named.match(self.text, at)]
        return min(found, default=None)

    def _are_told_to_be_two(self, spans: Sequence[Span]) -> bool:
        """ "The two men are not related" behind a name that stood there twice last."""
        ends = (bisect_right(self.people, at, key=lambda each: each[1]) for at in self._no_kin)
        return any(end > 1 and set(self.people[end - 2 : end]) <= set(spans) for end in ends)


def _in_headline(reading: Reading, span: Span) -> bool:
    lines = ("title", "heading", "standfirst", "caption")
    blocks = (b for b in reading.report.blocks if b.kind in lines)
    return any(b.start <= span[0] < b.end for b in blocks)
