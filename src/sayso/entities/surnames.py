"""Bearers of one surname in one report, told apart by their offices: "Judge Orban" is not
"Minister Orban", and "Judge Orban" is the one of two full names who is a judge."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.entities.keys import is_short, letters_of
from sayso.entities.mentions import Called
from sayso.entities.namesakes import OPEN
from sayso.entities.persons import person_name
from sayso.entities.sightings import name_span
from sayso.values import Reading, Span

_ONE = {
    **dict.fromkeys(("judge", "justice", "magistrate"), "judge"),
    **dict.fromkeys(("minister", "secretary", "premier", "chancellor"), "minister"),
    **dict.fromkeys(("senator", "representative", "congressman", "congresswoman"), "senator"),
    **dict.fromkeys(("bishop", "archbishop", "cardinal"), "bishop"),
    **dict.fromkeys(("inspector", "superintendent", "constable", "detective"), "inspector"),
}
"""Words for one kind of office: who has one of them may have the other."""
_ALONE = frozenset(
    """
    admiral ambassador brigadier captain colonel commissioner commodore corporal councillor general
    governor lieutenant major marshal mayor president prosecutor rabbi sergeant
    """.split()
)
OFFICES = {**_ONE, **{each: each for each in _ALONE}}
"""The kind of each office that tells two people of one surname apart."""

_OFFICE = "|".join(sorted(OFFICES, key=len, reverse=True))
_LEFT = r"(?:former|ex|then|late|outgoing|onetime|one-time)"
_FRONT = re.compile(
    rf"(?P<left>\b{_LEFT}[\s-](?:[\w’'-]+\s){{0,2}})?(?<![\w’'-])(?P<office>{_OFFICE})\s$",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf",\s[^.!?;:“”\"\n]{{0,50}}?(?<![\w’'-])({_OFFICE})\b", re.IGNORECASE)
_AROUND = 80


@dataclass(slots=True)
class _Bearer:
    """A full name, as its letters and its number among namesakes, and its offices' kinds."""

    key: str
    offices: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Told:
    """A surname alone: its mention, the office's words in front ("Judge"), the office's kind, and
    all kinds that stand around it."""

    number: int
    words: str
    office: str
    around: frozenset[str]


def with_offices(reading: Reading, calls: Mapping[int, Called]) -> dict[int, Called]:
    """What the mentions of surnames that several bear call them, by number; others are left out.

    With two offices before one surname each bearer is called by his ("Judge Orban"), or has
    `whose` of the only full name whose office it is; without an office it is `OPEN`. One office
    left for the other ("former minister Orban") tells nobody apart.
    """
    fulls: dict[str, dict[str, _Bearer]] = {}
    shorts: dict[str, list[_Told]] = {}
    for n, call in calls.items():
        parts = person_name(call.name or "").parts if call.kind == "person" else ()
        if not parts:
            continue
        span = name_span(reading, reading.mentions[n], call.name or "")
        told = _told(reading.report.text, n, span)
        if is_short("person", call.name or ""):
            shorts.setdefault(parts[-1].latin, []).append(told)
        else:
            its = fulls.setdefault(parts[-1].latin, {})
            key = full_key(call)
            its.setdefault(key, _Bearer(key)).offices.update(told.around)
    found: dict[int, Called] = {}
    for surname, sightings in shorts.items():
        if any(each.office for each in sightings):
            bearers = list(fulls.get(surname, {}).values())
            found |= {
                each.number: _called(calls[each.number], each, which)
                for each, which in zip(sightings, _whose(sightings, bearers), strict=True)
                if which is not None
            }
    return found


def full_key(call: Called) -> str:
    """Whose a full name is, in one report: its letters, and which of its bearers."""
    return f"{letters_of(person_name(call.name or '').parts)} {call.bearer}".rstrip()


def _called(call: Called, told: _Told, which: str | _Bearer) -> Called:
    if isinstance(which, _Bearer):
        return replace(call, whose=which.key)
    if which == OPEN:
        return replace(call, bearer=OPEN)
    return replace(call, name=f"{told.words} {call.name}", bearer=which)


def _whose(sightings: Sequence[_Told], bearers: Sequence[_Bearer]) -> list[str | _Bearer | None]:
    """For each surname alone whose it is: an office's kind, a full name, `OPEN`, or None where
    the names themselves tell enough."""
    offices = {each.office for each in sightings if each.office}
    if not bearers:
        kinds = _apart(sightings)
        return (
            [kinds.get(each.office, OPEN) for each in sightings]
            if kinds
            else [None] * len(sightings)
        )
    holders = {kind: [each for each in bearers if kind in each.offices] for kind in offices}
    known = all(each.offices for each in bearers)
    strange = {kind for kind, its in holders.items() if not its and known}
    found: list[str | _Bearer | None] = []
    for each in sightings:
        its = holders.get(each.office, [])
        if each.office in strange:
            found.append(each.office)
        elif len(its) == 1 and (known or len(bearers) == 1):
            found.append(its[0])
        else:
            found.append(OPEN if strange else None)
    return found


def _apart(sightings: Sequence[_Told]) -> dict[str, str]:
    """The kinds of office that are of different people; empty if all may be one's."""
    kinds = {each.office: each.office for each in sightings if each.office}
    for each in sightings:
        joint = {kinds[kind] for kind in each.around if kind in kinds}
        first = min(joint, default="")
        kinds |= {kind: first for kind, its in kinds.items() if its in joint}
    return kinds if len(set(kinds.values())) > 1 else {}


def _told(text: str, n: int, span: Span) -> _Told:
    """What stands around a name within its line."""
    before = text[max(0, span[0] - _AROUND) : span[0]].rpartition("\n")[2]
    after = text[span[1] : span[1] + _AROUND].partition("\n")[0]
    front, behind = _FRONT.search(before), _BEHIND.match(after)
    around = {OFFICES[office.lower()] for office in _words(front, behind)}
    holds = front is not None and not front["left"]
    words = front["office"] if front is not None and holds else ""
    return _Told(n, words, OFFICES[words.lower()] if words else "", frozenset(around))


def _words(front: re.Match[str] | None, behind: re.Match[str] | None) -> list[str]:
    return [*([front["office"]] if front else []), *([behind[1]] if behind else [])]
