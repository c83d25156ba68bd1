"""Entries of other people's lists, and what one has to do with an entity of a case.

Names are shared by many, so a match is a suggestion with its reasons and never says that a person
is on a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.entities.gender import gender_of
from sayso.entities.keys import is_short
from sayso.entities.names import compare_names
from sayso.entities.profiles import Profile
from sayso.entities.scripts import cut, word
from sayso.entities.signals import LIKELY, NameMatch, Rule, Signal

KINDS = {
    "Person": "person",
    "LegalEntity": "organization",
    "Organization": "organization",
    "Company": "organization",
    "PublicBody": "organization",
}
"""FollowTheMoney's schemata that entities are matched with; a LegalEntity can be a person too."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list, in FollowTheMoney's terms: `id`, `schema`, `caption` and properties.

    `source` says which list it is of. `weak` are names that the list itself calls weak.
    """

    id: str
    schema: str
    caption: str
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    wikidata: str | None = None
    source: str = ""

    @property
    def kind(self) -> str:
        """As the case has it: "person" or "organization"."""
        return KINDS.get(self.schema, "other")

    @property
    def subject(self) -> str:
        """What a decision on it names: its Wikidata item if it has one."""
        return f"wikidata:{self.wikidata}" if self.wikidata else f"ftm:{self.id}"


@dataclass(frozen=True, slots=True)
class ListMatch:
    """An entity and a list entry of a similar name, for a person to decide.

    `score` orders matches and is no probability; `reasons` are strongest first. A decision on it
    is "same" or "different" on `subjects`.
    """

    entity: str
    name: str
    listed: Listed
    score: float
    reasons: tuple[Signal, ...]
    subjects: tuple[str, str]

    @property
    def wording(self) -> str:
        """The match in words, as it may be shown."""
        source = f" ({self.listed.source})" if self.listed.source else ""
        return (
            f"“{self.name}”: a list entry of a similar name, “{self.listed.caption}”{source}. "
            "Whether they are the same is for you to decide."
        )


def entry_from(record: Mapping[str, Any], source: str = "") -> Listed | None:
    """The entry that a FollowTheMoney object stands for; None if it has no name, or is of a
    schema that nobody in a report can be. Unexpected shapes are read as absent."""
    schema, id_, properties = (record.get(each) for each in ("schema", "id", "properties"))
    if not (isinstance(schema, str) and schema in KINDS and isinstance(id_, str)):
        return None
    if not isinstance(properties, Mapping):
        return None
    names = (*_strings(properties, "name"), *_strings(properties, "alias"))
    if not names:
        return None
    caption = record.get("caption")
    datasets = [each for each in record.get("datasets") or () if isinstance(each, str)]
    item = [*_strings(properties, "wikidataId"), id_]
    return Listed(
        id_,
        schema,
        caption if isinstance(caption, str) and caption else names[0],
        tuple(dict.fromkeys(names)),
        _strings(properties, "weakAlias"),
        _strings(properties, "birthDate"),
        (*_strings(properties, "country"), *_strings(properties, "nationality")),
        _strings(properties, "position"),
        _strings(properties, "topics"),
        next((each for each in item if each[:1] == "Q" and each[1:].isdigit()), None),
        ", ".join(datasets) or source,
    )


def _strings(properties: Mapping[str, Any], name: str) -> tuple[str, ...]:
    values = properties.get(name) or ()
    values = [values] if isinstance(values, str) else values
    if not isinstance(values, Sequence):
        return ()
    return tuple(value for value in values if isinstance(value, str) and value.strip())


@dataclass(frozen=True, slots=True)
class _Pair:
    ours: Profile
    listed: Listed
    names: NameMatch
    theirs: str


def name(case: _Pair) -> Signal | None:
    """How near the names are. A name that the list calls weak, or a single part of one, cannot
    tell who is meant."""
    told = f"“{case.ours.name}” and “{case.theirs}”: {case.names.reasons[0].reason}"
    if case.theirs in case.listed.weak:
        return Signal("name", min(case.names.score, 0.6), f"{told}; the list calls the name weak")
    if case.ours.kind == "person" and is_short("person", case.ours.name):
        return Signal("name", min(case.names.score, 0.5), f"{told}; one part alone")
    return Signal("name", case.names.score, told)


def schema(case: _Pair) -> Signal | None:
    """What kind of thing the list says it is."""
    if case.listed.schema == "LegalEntity" or case.ours.kind == case.listed.kind:
        return None
    return Signal("schema", 0.3, f"here: {case.ours.kind}, in the list: {case.listed.schema}")


def positions(case: _Pair) -> Signal | None:
    """Posts that reports speak of and positions that the list states; words in common."""
    said = [post for post in case.ours.posts if not gender_of(post)]
    ours, theirs = (
        {w for text in side for piece in cut(text) if len(w := word(piece).latin) > _SMALL}
        for side in (said, case.listed.positions)
    )
    if not ours or not theirs:
        return None
    if common := sorted(ours & theirs):
        told = ", ".join(common[:3])
        return Signal("positions", 0.75 if len(common) > 1 else 0.6, f"posts share “{told}”")
    return Signal("positions", 0.4, f"the list states: {case.listed.positions[0]}")


_SMALL = 3


def unknown(case: _Pair) -> Signal | None:
    """What the list states and reports seldom do: to be looked up before deciding."""
    stated = []
    if case.listed.birth_dates:
        stated.append(f"born {' or '.join(case.listed.birth_dates)}")
    if case.listed.countries:
        stated.append(f"country {', '.join(dict.fromkeys(case.listed.countries))}")
    if case.listed.topics:
        stated.append(f"topics {', '.join(case.listed.topics)}")
    if not stated:
        return None
    return Signal("unknown", 0.5, f"the list says of its entry: {'; '.join(stated)}")


SIGNALS: tuple[Rule[_Pair], ...] = (name, schema, positions, unknown)
_SHARE = 0.4


def match(ours: Profile, listed: Listed, among: Sequence[str] | None = None) -> ListMatch | None:
    """The match of an entity and a list entry; None where the names do not bear it. `among` are
    those of the entry's names that are looked at, if not all."""
    if ours.kind not in ("person", "organization", "other"):
        return None
    kind = ours.kind if ours.kind != "other" else listed.kind
    theirs = (*listed.names, *listed.weak) if among is None else among
    compared = [(compare_names(ours.name, each, kind), each) for each in theirs]
    best, called = max(compared, key=lambda found: found[0].score)
    found = [
        signal
        for rule in SIGNALS
        if (signal := rule(_Pair(ours, listed, best, called))) is not None
    ]
    own = next(signal.value for signal in found if signal.rule == "name")
    around = sum(signal.value - 0.5 for signal in found if signal.rule != "name")
    score = round(min(max(own + _SHARE * around, 0.0), 1.0), 4)
    if score < LIKELY:
        return None
    reasons = tuple(sorted(found, key=lambda signal: (-abs(signal.value - 0.5), signal.rule)))
    return ListMatch(ours.id, ours.name, listed, score, reasons, (ours.subject, listed.subject))
