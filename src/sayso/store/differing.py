"""Where two claims do not go together. Neither is taken for right.

What is found is kept to what cannot well be two events: the same deed of the same two who are
named, or what somebody is to somebody, said by one and denied by another; two figures for the same
deed; two days or places for what happens once. All else is left, as a false alarm costs more than
one that is missed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from sayso.entities.roles import is_kin
from sayso.store.told import Told
from sayso.values import Amount

DENIED, FIGURES, DAYS, PLACES = "said and denied", "figures", "days", "places"
PAID = frozenset({"pay", "transfer", "send", "wire", "remit"})
"""Deeds that are one where both tell of a sum."""
ONCE = {"bear": "theme", "die": "theme", "kill": "theme", "found": "theme", "establish": "theme"}
"""Deeds that are done once to somebody, and that one's role."""
KILLED = frozenset({"die", "kill", "perish"})
"""Deeds that are one where both tell how many died."""
LASTING = re.compile(r"\b(?:never|den(?:y|ies|ied)|reject\w*|refut\w*|disput\w*|false|untrue)\b")
"""Words of a denial that holds for what is reported later, too."""
NOT_PLAIN = re.compile(
    r"\b(?:only|just|merely|simply|alone|solely|until|till|unless|except|but|yet|any ?more"
    r"|longer|because|before|after|since|again|enough|fully|entirely|necessarily|always"
    r"|directly|personally|every|each|both)\b",
    re.IGNORECASE,
)
"""A denial with one of these may leave the bare deed standing."""
OF_MANY = re.compile(
    r"\b(?:another|other|additional|extra|further|more|second|third|again|each|every|per|apiece"
    r"|monthly|annual\w*|yearly|weekly|daily|a (?:day|week|month|year)|instal?lment\b(?!s)|part of"
    r"|so far|at first)\b",
    re.IGNORECASE,
)
"""A figure with one of these may be one of several, or a rate."""
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two claims that do not go together: in what, and what both are about."""

    kind: str
    about: str
    one: Told
    other: Told


def differences(told: Sequence[Told]) -> list[Difference]:
    """All differences among some claims, those with the latest claim first: of one deed and the
    same who take part, or of the same two figures, one."""
    found = sorted(
        (*_denied(told), *_related(told), *_figures(told), *_once(told)),
        key=lambda each: _latest(each.one, each.other),
        reverse=True,
    )
    first: dict[Hashable, Difference] = {}
    for each in found:
        first.setdefault(_what(each), each)
    return list(first.values())


def _latest(one: Told, other: Told) -> tuple[int, int]:
    low, high = sorted((one.case.number, other.case.number))
    return high, low


def _what(difference: Difference) -> Hashable:
    one, other = difference.one, difference.other
    values: Hashable = None
    if difference.kind == FIGURES:
        values = frozenset(_range(each.claim.quantity) for each in (one, other))
    elif difference.kind == DAYS:
        values = frozenset((one.days, other.days))
    parties = frozenset(who for _, who in one.parties) & frozenset(w for _, w in other.parties)
    return difference.kind, difference.about, parties, values


def _denied(told: Sequence[Told]) -> Iterator[Difference]:
    """One affirms a deed of two who are named, another denies it."""
    by_deed: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        by_deed[each.deed].append(each)
    for deed, its in by_deed.items():
        said = [each for each in its if each.claim.polarity == "affirmed"]
        for denial in its:
            if denial.claim.polarity == "negated" and len(denial.parties) > 1:
                for each in said:
                    if _denies(denial, each) and not _may_be_later(denial, each):
                        yield Difference(DENIED, deed, each, denial)


def _denies(denial: Told, said: Told) -> bool:
    """Whether what is denied is no more than what is said: of the same who take part, with no
    word that narrows it, and of no other time."""
    return (
        denial.parties <= said.parties
        and _plain_details(denial) <= said.details
        and NOT_PLAIN.search(denial.clause) is None
        and _within(denial, said)
        and _apart(denial, said)
    )


def _plain_details(denial: Told) -> frozenset[str]:
    own = {word.casefold() for each in denial.claim.why for word in each.split()}
    return frozenset(each for each in denial.details if each not in own)


def _within(denial: Told, said: Told) -> bool:
    """A denial without a time is of all times; one with a time, of that alone."""
    return denial.days is None or (said.days is not None and _meet(denial.days, said.days))


def _meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _apart(one: Told, other: Told) -> bool:
    """Whether they are two words: of two voices, or in two reports."""
    return one.voice != other.voice or one.case.report.number != other.case.report.number


def _may_be_later(denial: Told, said: Told) -> bool:
    """Whether what is said may have come about, or ended, between the two reports."""
    if any(LASTING.search(why.casefold()) for why in denial.claim.why):
        return False
    if denial.days is not None:
        return False
    before, after = said.reported, denial.reported
    if before is None or after is None:
        return denial.case.report.number != said.case.report.number
    return before > after or after - before > YEAR


def _related(told: Sequence[Told]) -> Iterator[Difference]:
    """One says somebody is another's brother, another that they are not. What is no kin may have
    changed, so that only "never" denies it."""
    by_noun: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for each in told:
        if each.relation is not None:
            by_noun[each.relation.noun, each.relation.holder].append(each)
    for (noun, _), its in by_noun.items():
        said = [each for each in its if each.claim.polarity == "affirmed"]
        for denial in its:
            plain = NOT_PLAIN.search(denial.clause) is None
            if denial.claim.polarity == "negated" and plain and (is_kin(noun) or _never(denial)):
                for each in said:
                    if _same_who(denial, each) and _apart(denial, each) and _within(denial, each):
                        yield Difference(DENIED, noun, each, denial)


def _never(denial: Told) -> bool:
    return any("never" in why.casefold().split() for why in denial.claim.why)


def _same_who(denial: Told, said: Told) -> bool:
    assert denial.relation is not None
    assert said.relation is not None
    return denial.relation.who in (None, said.relation.who)


def _figures(told: Sequence[Told]) -> Iterator[Difference]:
    """Two figures for one deed of the same two; or of one, on the same day."""
    groups: dict[tuple[str, Hashable, str, Hashable], list[Told]] = defaultdict(list)
    for each in told:
        key = _counted(each)
        if key is not None:
            groups[key].append(each)
    for (deed, *_), its in groups.items():
        together = _told_together(its)
        for one, other in combinations(its, 2):
            both = frozenset((_range(one.claim.quantity), _range(other.claim.quantity)))
            if both not in together and _far(one, other) and _one_event(one, other):
                yield Difference(FIGURES, deed, one, other)


def _counted(told: Told) -> tuple[str, Hashable, str, Hashable] | None:
    """What a figure is of: the deed, who takes part, the unit; a deed of only one who is named
    goes by the day."""
    claim = told.claim
    amount = claim.quantity
    if amount is None or amount.unit is None or claim.polarity != "affirmed":
        return None
    if OF_MANY.search(told.clause) or not any(
        part.start <= amount.start and amount.end <= part.end for part in claim.arguments
    ):
        return None
    unit = _one(amount.unit)
    if len({who for _, who in told.parties}) > 1:
        return ("pay" if told.deed in PAID else told.deed), told.parties, unit, None
    places = frozenset(a.entity for a in claim.modifiers if a.role == "place" and a.entity)
    where = told.parties or places
    if where and told.days is not None and told.days[0] == told.days[1]:
        return ("die" if told.deed in KILLED else told.deed), where, unit, told.days
    return None


def _one(unit: str) -> str:
    """A unit in the singular."""
    folded = unit.casefold()
    return folded.removesuffix("s")


def _told_together(told: Iterable[Told]) -> set[frozenset[tuple[Decimal, Decimal]]]:
    """Figures of which one voice tells both in one report: it knows them for two events."""
    by_voice: dict[tuple[int, str], set[tuple[Decimal, Decimal]]] = defaultdict(set)
    for each in told:
        by_voice[each.case.report.number, each.voice].add(_range(each.claim.quantity))
    return {frozenset(pair) for its in by_voice.values() for pair in combinations(its, 2)}


def _far(one: Told, other: Told) -> bool:
    """Whether two figures exclude each other, each as exact as its words are."""
    first, second = _range(one.claim.quantity), _range(other.claim.quantity)
    return first[1] < second[0] or second[1] < first[0]


def _range(amount: Amount | None) -> tuple[Decimal, Decimal]:
    """What a figure allows: half a unit of its last digit on either side, a tenth where it is
    "about"; from or up to it where that is said.

    >>> _range(Amount(0, 0, "1300000"))
    (Decimal('1250000'), Decimal('1350000'))
    """
    assert amount is not None
    least, most = Decimal(0), Decimal("Infinity")
    low = Decimal(amount.low) if amount.low else None
    high = Decimal(amount.high) if amount.high else None
    if amount.value is None or amount.bound in ("at least", "at most", "over", "under"):
        value = Decimal(amount.value) if amount.value else None
        if amount.bound in ("at least", "over"):
            return low or value or least, most
        if amount.bound in ("at most", "under"):
            return least, high or value or most
        return low or least, high or most
    value = Decimal(amount.value)
    around = _last_digit(value) / 2
    if amount.bound == "about":
        around = max(around, value / 10)
    return value - around, value + around


def _last_digit(value: Decimal) -> Decimal:
    """The worth of the last digit that is no 0; of numbers below 100, 1."""
    if abs(value) < 100 and value == value.to_integral_value():
        return Decimal(1)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def _one_event(one: Told, other: Told) -> bool:
    """Whether two may tell of one event: of days that meet; without days, in reports of a year."""
    if one.days is not None and other.days is not None:
        return _meet(one.days, other.days)
    first, second = one.reported, other.reported
    return first is None or second is None or abs(first - second) <= YEAR


def _once(told: Sequence[Told]) -> Iterator[Difference]:
    """Two days, or two places, for what happens once to somebody."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for each in told:
        roles = (a.entity for a in each.claim.arguments if a.role == ONCE.get(each.deed))
        named = frozenset(who for _, who in each.parties)
        if each.claim.polarity == "affirmed":
            for entity in roles:
                if entity in named and entity is not None:
                    groups[each.deed, entity].append(each)
    for (deed, _), its in groups.items():
        for one, other in combinations(its, 2):
            if not _apart(one, other):
                continue
            if _other_day(one, other):
                yield Difference(DAYS, _read(deed), one, other)
            elif _other_place(one, other):
                yield Difference(PLACES, _read(deed), one, other)


def _read(deed: str) -> str:
    return "be born" if deed == "bear" else deed


def _other_day(one: Told, other: Told) -> bool:
    return (
        one.dated
        and other.dated
        and one.days is not None
        and other.days is not None
        and not _meet(one.days, other.days)
    )


def _other_place(one: Told, other: Told) -> bool:
    """Two places in two countries, or in two parts of one that have codes."""
    first, second = one.claim.place, other.claim.place
    if first is None or second is None or not first.iso or not second.iso:
        return False
    return not (first.iso.startswith(second.iso) or second.iso.startswith(first.iso))
