"""The names of one report: which are of the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.entities.gender import gender_of_given
from sayso.entities.keys import is_short, letters_key, part_keys, search_keys
from sayso.entities.mentions import Called
from sayso.entities.names import compare_names
from sayso.entities.namesakes import OPEN
from sayso.entities.organization_words import GENERIC
from sayso.entities.organizations import organization_name
from sayso.entities.persons import is_part_of, person_name
from sayso.entities.places import is_state
from sayso.entities.scripts import letters, word
from sayso.entities.sets import Sets
from sayso.entities.short_forms import ANOTHER, is_front_of_body, short_for
from sayso.entities.signals import NameMatch
from sayso.entities.surnames import full_key


class ReportNames:
    """The distinct names of a report, in sets of those that are surely the same.

    `outlet` is the set of the report's own outlet, if the report names that at all. `open` are
    the numbers of short forms that several longer names have. `pronouns` count the genders of
    those that come next behind a name, by the name's letters.
    """

    def __init__(
        self,
        calls: Mapping[int, Called],
        outlet: str | None = None,
        late: Iterable[int] = (),
        pronouns: Mapping[str, Counter[str]] | None = None,
    ) -> None:
        self.calls: list[Called] = []
        self.number: dict[str, int] = {}
        last = set(late)
        body = {n: call for n, call in calls.items() if n not in last}
        every = [*body.values(), *(call for n, call in calls.items() if n in last)]
        own = Called("organization", outlet) if outlet else None
        for call in [*([own] if own else []), *every]:
            if call.name is not None:
                key = _key(call)
                if key not in self.number:
                    self.number[key] = len(self.calls)
                    self.calls.append(call)
        self.sets = Sets(len(self.calls))
        self.open: set[int] = set()
        self._genders = self._told_genders()
        self._pronouns = pronouns or {}
        self._introduce(every)
        self._spellings()
        self._short_forms()
        self.outlet = self.of(own) if own else None

    def of(self, call: Called) -> int:
        """The set of a mention's name."""
        return self.sets.of(self._at(call))

    def is_open(self, call: Called) -> bool:
        """Whether a mention's name is a person's surname that several of the report bear."""
        return call.kind == "person" and self._at(call) in self.open

    def _at(self, call: Called) -> int:
        return self.number[_key(call)]

    def _introduce(self, calls: Iterable[Called]) -> None:
        """ "Harbour Guard Corps (HGC)": both names from here on."""
        for call in calls:
            key = letters_key(_class(call), call.acronym or "")
            if call.acronym and key in self.number:
                self.sets.join(self._at(call), self.number[key])

    def _spellings(self) -> None:
        """Names that share a key and are the same."""
        shelves: dict[str, list[int]] = {}
        for n, call in enumerate(self.calls):
            for key in search_keys(_class(call), call.name or ""):
                shelf = shelves.setdefault(key, [])
                for other in shelf[:_SHELF]:
                    if self.sets.of(n) != self.sets.of(other) and self._are_same(n, other):
                        self.sets.join(n, other)
                shelf.append(n)

    def _short_forms(self) -> None:
        """A surname, an acronym or another short form joins the only name it can stand for;
        longer ones first."""
        shelves: dict[str, list[int]] = {}
        for n, call in enumerate(self.calls):
            if not is_short(call.kind, call.name or ""):
                for key in part_keys(_class(call), call.name or ""):
                    shelves.setdefault(key, []).append(n)
        for n in sorted(range(len(self.calls)), key=self._turn):
            keys = part_keys("organization", self._name(n))[:1]
            if self.calls[n].kind == "person":
                keys += part_keys("person", self._name(n))[-1:]
            near = dict.fromkeys(m for key in keys for m in shelves.get(key, ()) if m != n)
            sets = {self.sets.of(m) for m in near if self._stands_for(n, m, told=True)}
            longer = [m for m in near if self._stands_for(n, m, told=m < n)]
            either = self.calls[n].bearer == OPEN and is_short("person", self._name(n))
            if either or len(sets) > 1 or (longer and self._has_namesake(n, longer[0])):
                self.open.add(n)
            elif longer:
                self.sets.join(n, longer[0])

    def _turn(self, n: int) -> tuple[int, bool]:
        """Longer names first, "Mrs Tamm" before "Tamm"."""
        return -len(self._name(n).split()), self.calls[n].gender is None

    def _has_namesake(self, n: int, long: int) -> bool:
        """Whether "Tamm" may be "Mrs Tamm" as well, whom the longer name is not."""
        call, own = self.calls[n], letters(self._name(n))
        return call.gender is None and any(
            other.gender
            and letters(other.name or "") == own
            and self.sets.of(m) != self.sets.of(long)
            for m, other in enumerate(self.calls)
        )

    def _name(self, n: int) -> str:
        return self.calls[n].name or ""

    def _told_genders(self) -> dict[str, set[str]]:
        """The genders that titles tell of a name's bearers, by the name's letters."""
        found: dict[str, set[str]] = {}
        for call in self.calls:
            if call.gender:
                found.setdefault(letters(call.name or ""), set()).add(call.gender)
        return found

    def _are_same(self, n: int, other: int) -> bool:
        """Whether two names are surely one's: "Mr Tamm" is not "Mrs Tamm", and with both of them
        there "Tamm" is neither."""
        call, rival = self.calls[n], self.calls[other]
        if call.bearer or rival.bearer or call.whose != rival.whose:
            return False
        if call.gender != rival.gender and is_short("person", call.name or ""):
            if call.gender and rival.gender:
                return False
            titled = call if call.gender else rival
            if len(self._genders.get(letters(call.name or ""), ())) > 1:
                return False
            if any(
                is_part_of(call.name or "", long.name or "") and self._is_other_gender(titled, long)
                for long in self.calls
                if long.kind == "person" and not is_short("person", long.name or "")
            ):
                return False
        return _same(call, rival)

    def _stands_for(self, short: int, long: int, *, told: bool) -> bool:
        """Whether a name is short for another, which was `told` before it."""
        call, other = self.calls[short], self.calls[long]
        names = self._name(short), self._name(long)
        if call.kind == "person":
            if call.bearer or (call.whose and call.whose != full_key(other)):
                return False
            fits = other.kind == "person" and is_short("person", names[0])
            return fits and is_part_of(*names) and not self._is_other_gender(call, other)
        if call.kind == "place":
            own, whole = map(organization_name, names)
            return other.kind == "place" and own.acronym in whole.initials
        if other.kind not in (call.kind, "organization") or is_seat(call, other):
            return False
        return other.kind != "person" and short_for(*names, told_before=told)

    def _is_other_gender(self, call: Called, other: Called) -> bool:
        """Whether titles, a common given name, or most pronouns right behind it,
        tell that two are a man and a woman; nor is it known of whom both Mr and Mrs could be."""
        if call.gender is None:
            return False
        given = gender_of_given(person_name(other.name or "").parts[0].latin)
        told = self._genders.get(letters(other.name or "")) or ({given} if given else set())
        if told:
            return call.gender not in told
        both = len(self._genders.get(letters(call.name or ""), ())) > 1
        put = self._pronouns.get(letters(other.name or ""), Counter())
        return both or 2 * put[call.gender] < put.total()

    def believe(self, group: Sequence[Called]) -> None:
        """Joins the names that the reader puts together, as far as the names do not contradict
        it; not a short form that several have, nor two sets of which any names do."""
        numbers = list(dict.fromkeys(self._at(call) for call in group))
        for i, one in enumerate(numbers):
            for other in numbers[:i]:
                if not {one, other} & self.open and self._can_join(one, other):
                    self.sets.join(one, other)

    def _can_join(self, one: int, other: int) -> bool:
        ours, theirs = self.sets.of(one), self.sets.of(other)
        members: dict[int, list[Called]] = {}
        for n, call in enumerate(self.calls):
            if n not in self.open:
                members.setdefault(self.sets.of(n), []).append(call)
        return ours != theirs and all(
            _is_borne_out(call, rival) and not self._are_man_and_woman(call, rival)
            for call in members.get(ours, ())
            for rival in members.get(theirs, ())
        )

    def _are_man_and_woman(self, call: Called, rival: Called) -> bool:
        """Whether a titled surname and a full name are of two genders."""
        if "person" not in (call.kind, rival.kind):
            return False
        short, long = sorted((call, rival), key=lambda c: not is_short("person", c.name or ""))
        return self._is_other_gender(short, long)


LIKE = 0.75
"""From this value on the parts that two people's names share speak for one person."""

_SHELF = 40
"""With how many names under one key a name is compared."""


def _is_borne_out(call: Called, rival: Called) -> bool:
    """Whether two names of one group can be of one: the same letters, or alike enough."""
    ours, theirs = call.name or "", rival.name or ""
    if call.bearer or rival.bearer:
        return False
    if letters(ours) == letters(theirs):
        return call.gender is None or rival.gender in (None, call.gender)
    if call.kind != rival.kind or is_seat(call, rival):
        return False
    cores = [[w.latin for w in organization_name(name).core] for name in (ours, theirs)]
    if call.kind != "person" and _are_two(*sorted(cores, key=len)):
        return False
    short = [is_short("person", name) for name in (ours, theirs)]
    if call.kind == "person" and short[0] != short[1]:
        return is_part_of(*((ours, theirs) if short[0] else (theirs, ours)))
    match = compare_names(ours, theirs, call.kind)
    return match.verdict != "different" and not _is_unlike(match, call)


def _are_two(short: list[str], long: list[str]) -> bool:
    """Whether words make a second thing of the first: a paper of its town, "New Veltar" of
    "Veltar", or what only has a number, as what a firm makes does: "Veltar A330"."""
    numbered = {any(c.isdigit() for word in core for c in word) for core in (short, long)}
    another = bool(set(long) ^ set(short)) and set(long) ^ set(short) <= ANOTHER
    return is_front_of_body(short, long) or another or len(numbered) > 1


def _key(call: Called) -> str:
    """One key for a name of one letters, apart for "Mr Tamm" and "Mrs Tamm", and for two people
    of one full name."""
    key = letters_key(_class(call), call.name or "")
    apart = call.gender and is_short("person", call.name or "")
    which = call.bearer or call.whose or (call.gender if apart else "")
    return f"{key} {which}".rstrip()


def _class(call: Called) -> str:
    return call.kind if call.kind in ("person", "place") else "organization"


def _same(call: Called, other: Called) -> bool:
    match = compare_names(call.name or "", other.name or "", call.kind)
    return call.kind == other.kind and match.verdict == "same"


def _is_unlike(match: NameMatch, call: Called) -> bool:
    """Whether what two names of people share is less than near the same: "Tallow", "Thole"."""
    told = [signal.value for signal in match.reasons if signal.rule != "left_out"]
    return call.kind == "person" and min(told, default=1.0) < LIKE


def is_seat(call: Called, rival: Called) -> bool:
    """Whether one is a state and the other a body with the state's name in its own."""
    return is_state(call.name or "") != is_state(rival.name or "")


def is_generic(names: Iterable[str]) -> bool:
    """Whether names only say what kind of body it is: "the Ministry"."""
    return all(word(name).latin in GENERIC for name in names)
