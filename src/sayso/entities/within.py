"""Who is who inside one report: the reader's groups taken apart and put together by names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.attributions.genders import HE, SHE, told_by
from sayso.entities.keys import exact_key, is_short, part_keys, search_keys
from sayso.entities.mentions import Called, called
from sayso.entities.names import compare_names
from sayso.entities.organization_words import BODIES, GENERIC, KINDS
from sayso.entities.organizations import organization_name
from sayso.entities.persons import surname_of
from sayso.entities.places import is_state
from sayso.entities.scripts import letters, word
from sayso.entities.signals import NameMatch
from sayso.values import Reading


@dataclass(slots=True)
class Figure:
    """Who or what some mentions of one report stand for, in the text's order.

    `names` are the spellings found, `acronyms` those introduced for it, `types` the types of
    its named mentions; all empty for one that is only described. `description` is that of an
    unnamed source, without its article ("senior official").
    """

    mentions: list[int]
    kind: str = "other"
    names: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    description: str = ""


class Sets:
    """Disjoint sets of numbers (union-find); a set is known by its least member."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def of(self, item: int) -> int:
        """The least member of the set an item is in."""
        while self._above[item] != item:
            self._above[item] = self._above[self._above[item]]
            item = self._above[item]
        return item

    def join(self, one: int, other: int) -> None:
        """Makes one set of two."""
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low


def figures(reading: Reading) -> list[Figure]:
    """Everyone and everything a report mentions, in order of first appearance; each mention
    (by its number in `reading.mentions`) is in one figure."""
    order = sorted(
        range(len(reading.mentions)),
        key=lambda n: (reading.mentions[n].start, -reading.mentions[n].end),
    )
    calls = _agreed({n: called(reading, reading.mentions[n]) for n in order})
    names = _Names(calls)
    joint = Sets(len(order))
    _follow(reading, order, calls, names, joint)
    _descriptions(order, calls, joint)
    found: dict[int, Figure] = {}
    for n in order:
        found.setdefault(joint.of(n), Figure([])).mentions.append(n)
    for figure in found.values():
        _name(figure, reading, calls)
    return list(found.values())


def _agreed(calls: dict[int, Called]) -> dict[int, Called]:
    """Names of the same letters are of one kind in one report: the one most mentions have."""
    kinds: dict[str, list[str]] = {}
    for call in calls.values():
        if call.name is not None:
            kinds.setdefault(letters(call.name), []).append(call.kind)
    most = {key: max(dict.fromkeys(found), key=found.count) for key, found in kinds.items()}
    return {
        n: replace(call, kind=most[letters(call.name)]) if call.name is not None else call
        for n, call in calls.items()
    }


def _name(figure: Figure, reading: Reading, calls: dict[int, Called]) -> None:
    """Fills in what the figure's named mentions say; its kind is what most full names are."""
    kinds: list[tuple[bool, str]] = []
    for n in figure.mentions:
        if (name := calls[n].name) is not None:
            figure.names.append(name)
            figure.types.append(reading.mentions[n].type)
            kinds.append((is_short(calls[n].kind, name), calls[n].kind))
        if acronym := calls[n].acronym:
            figure.acronyms.append(acronym)
    if all(word(name).latin in GENERIC for name in figure.names):
        figure.names, figure.acronyms, figure.types, kinds = [], [], [], []
    if kinds:
        telling = [kind for short, kind in kinds if not short] or [kind for _, kind in kinds]
        figure.kind = max(dict.fromkeys(telling), key=telling.count)
    else:
        described = [calls[n] for n in figure.mentions if calls[n].kind == "person"]
        cited = [call.description for call in described if is_cited(call.description)]
        figure.kind, figure.description = ("person", cited[0]) if cited else ("other", "")


class _Names:
    """The distinct names of a report, in sets of those that are surely the same."""

    def __init__(self, calls: dict[int, Called]) -> None:
        self.calls: list[Called] = []
        self.number: dict[str, int] = {}
        for call in calls.values():
            if call.name is not None:
                key = exact_key(_class(call), call.name)
                if key not in self.number:
                    self.number[key] = len(self.calls)
                    self.calls.append(call)
        self.sets = Sets(len(self.calls))
        self._introduce(calls.values())
        self._spellings()
        self._short_forms()

    def of(self, call: Called) -> int:
        """The set of a mention's name."""
        return self.sets.of(self._at(call))

    def _at(self, call: Called) -> int:
        return self.number[exact_key(_class(call), call.name or "")]

    def _introduce(self, calls: Iterable[Called]) -> None:
        """ "Harbour Guard Corps (HGC)": both names from here on."""
        for call in calls:
            key = exact_key(_class(call), call.acronym or "")
            if call.acronym and key in self.number:
                self.sets.join(self._at(call), self.number[key])

    def _spellings(self) -> None:
        """Names that share a key and are the same."""
        shelves: dict[str, list[int]] = {}
        for n, call in enumerate(self.calls):
            for key in search_keys(_class(call), call.name or ""):
                shelf = shelves.setdefault(key, [])
                for other in shelf[:_SHELF]:
                    if self.sets.of(n) != self.sets.of(other) and _same(call, self.calls[other]):
                        self.sets.join(n, other)
                shelf.append(n)

    def _short_forms(self) -> None:
        """A surname, an acronym or another short form joins the only name it can stand for."""
        shelves: dict[str, list[int]] = {}
        for n, call in enumerate(self.calls):
            if not is_short(call.kind, call.name or ""):
                for key in part_keys(_class(call), call.name or ""):
                    shelves.setdefault(key, []).append(n)
        for n, call in enumerate(self.calls):
            keys = part_keys("organization", call.name or "")[:1]
            if call.kind == "person":
                keys += part_keys("person", call.name or "")[-1:]
            near = dict.fromkeys(m for key in keys for m in shelves.get(key, ()) if m != n)
            longer = [m for m in near if self._stands_for(n, m)]
            if len({self.sets.of(m) for m in longer}) == 1:
                self.sets.join(n, longer[0])

    def _stands_for(self, short: int, long: int) -> bool:
        """Whether a name is short for another. A person's single name can be an
        organization's: readers take "Veltar said" for a person's saying."""
        call, other = self.calls[short], self.calls[long]
        names = call.name or "", other.name or ""
        if call.kind == "person" and not is_short("person", names[0]):
            return False
        if call.kind == other.kind == "person":
            return surname_of(*names)
        if call.kind == "place":
            own, whole = map(organization_name, names)
            return other.kind == "place" and own.acronym in whole.initials
        if other.kind not in (call.kind, "organization") or _seat(call, other):
            return False
        return other.kind != "person" and short_for(*names, told_before=long < short)


LIKE = 0.75
"""From this value on the parts that two people's names share speak for one person."""

_SHELF = 40
"""With how many names under one key a name is compared."""


def _class(call: Called) -> str:
    return call.kind if call.kind in ("person", "place") else "organization"


def _same(call: Called, other: Called) -> bool:
    match = compare_names(call.name or "", other.name or "", call.kind)
    return call.kind == other.kind and match.verdict == "same"


def short_for(short: str, long: str, *, told_before: bool) -> bool:
    """Whether an organization's short name can stand for a longer one in the same report: its
    initials; its words without those for its kind; its first or last word once it was told."""
    own, other = organization_name(short), organization_name(long)
    if own.acronym and own.acronym in other.initials:
        return True
    mine, whole = ([w.latin for w in o.core] for o in (own, other))
    if len(mine) >= len(whole) or not set(mine) <= set(whole):
        return False
    if all(word in KINDS for word in set(whole) - set(mine)):
        return True
    if not told_before or any(c.isdigit() for word in whole for c in word):
        return False
    front, back = whole[:1] == mine, whole[-len(mine) :] == mine
    return back or (front and len(whole) == 2 and whole[1] not in BODIES)


def _follow(
    reading: Reading, order: Sequence[int], calls: dict[int, Called], names: _Names, joint: Sets
) -> None:
    """Joins mentions of one name, and lets every pronoun and description follow the name that
    the reader's group gives it: the nearest before it, if the group holds several."""
    groups: dict[str, list[int]] = {}
    for n in order:
        groups.setdefault(reading.mentions[n].entity, []).append(n)
    for group in groups.values():
        for one, other in _tolerated(group, calls, names):
            names.sets.join(one, other)
    first: dict[int, int] = {}
    for n in order:
        if calls[n].name is not None:
            joint.join(n, first.setdefault(names.of(calls[n]), n))
    genders = _genders(reading, calls, names)
    for group in groups.values():
        leader = next((n for n in group if calls[n].name is not None), group[0])
        for n in group:
            if calls[n].name is not None:
                leader = n
            named = calls[leader].name is not None
            if not _is_rival(reading, n, genders.get(leader)) and not (
                named and _is_somebody_new(reading, n, calls[n])
            ):
                joint.join(n, leader)


def _genders(reading: Reading, calls: dict[int, Called], names: _Names) -> dict[int, str]:
    """The gender that titles and given names tell of each named person's mentions."""
    told: dict[int, set[str]] = {}
    people = [n for n, call in calls.items() if call.name is not None and call.kind == "person"]
    for n in people:
        mention = reading.mentions[n]
        words = reading.report.text[mention.start : mention.end].lower().split()
        if gender := told_by([each.strip(".,") for each in words[:4]]):
            told.setdefault(names.of(calls[n]), set()).add(gender)
    return {n: min(found) for n in people if len(found := told.get(names.of(calls[n]), set())) == 1}


def _is_somebody_new(reading: Reading, n: int, call: Called) -> bool:
    """ "A former colleague", behind a name: somebody who was not told of before."""
    mention = reading.mentions[n]
    words = reading.report.text[mention.start : mention.end].lower()
    return (
        call.name is None and call.kind == "person" and words.startswith(("a ", "an ", "another "))
    )


def _is_rival(reading: Reading, n: int, gender: str | None) -> bool:
    """Whether a mention is a pronoun of the other gender: "she" is not Mr Thole."""
    mention = reading.mentions[n]
    word = reading.report.text[mention.start : mention.end].lower()
    return gender is not None and word in (SHE if gender == "m" else HE)


def _tolerated(
    group: Sequence[int], calls: dict[int, Called], names: _Names
) -> Iterator[tuple[int, int]]:
    """Pairs of a group's name sets that the names do not contradict: the reader is believed."""
    of_set: dict[int, Called] = {}
    for n in group:
        if calls[n].name is not None:
            of_set.setdefault(names.of(calls[n]), calls[n])
    sets = list(of_set.items())
    for i, (one, call) in enumerate(sets):
        for other, rival in sets[:i]:
            if letters(call.name or "") == letters(rival.name or ""):
                yield one, other
            elif call.kind == rival.kind and not _seat(call, rival):
                match = compare_names(call.name or "", rival.name or "", call.kind)
                if match.verdict != "different" and not _is_unlike(match, call):
                    yield one, other


def _is_unlike(match: NameMatch, call: Called) -> bool:
    """Whether what two names of people share is less than near the same: "Tallow", "Thole"."""
    told = [signal.value for signal in match.reasons if signal.rule != "left_out"]
    return call.kind == "person" and min(told, default=1.0) < LIKE


def _seat(call: Called, rival: Called) -> bool:
    """Whether one is a state and the other a body with the state's name in its own."""
    names = (call.name or "", rival.name or "")
    return is_state(names[0]) != is_state(names[1])


def _descriptions(order: Sequence[int], calls: dict[int, Called], joint: Sets) -> None:
    """One figure a description of a source in a report: "a senior official", twice, is one."""
    named = {joint.of(n) for n in order if calls[n].name is not None}
    first: dict[str, int] = {}
    for n in order:
        call = calls[n]
        alone = call.name is None and not call.pronoun and joint.of(n) not in named
        if alone and call.kind == "person" and is_cited(call.description):
            joint.join(n, first.setdefault(call.description, n))


_SOURCES = frozenset(
    """
    adviser advisor aide analyst diplomat insider intermediary minister officer official
    spokesman spokesperson spokeswoman source witness
    """.split()
)


def is_cited(description: str) -> bool:
    """Whether a description is of somebody who is cited: "three sources", "a port official"."""
    return any(word.removesuffix("s") in _SOURCES for word in description.split())
