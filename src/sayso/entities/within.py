"""Who is who inside one report: the reader's groups taken apart and put together by names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.entities.anaphora import resolved
from sayso.entities.keys import is_short
from sayso.entities.mentions import Called
from sayso.entities.outlets import domain_label
from sayso.entities.pronouns import GENDER, class_of
from sayso.entities.report_calls import calls_of
from sayso.entities.report_names import ReportNames, is_generic
from sayso.entities.roles import is_cited
from sayso.entities.scripts import letters
from sayso.entities.sets import Sets
from sayso.entities.votes import bare
from sayso.values import Reading


@dataclass(slots=True)
class Figure:
    """Who or what some mentions of one report stand for, in the text's order.

    `names` are the spellings found, `acronyms` those introduced for it (the name under which the
    report's own outlet publishes among them), `types` the types of its named mentions; all empty
    for one that is only described, and for a surname alone that several bear. `description` is
    that of an unnamed source, without its article ("senior official"). `bearer` is which of
    several people of one full name it is, if it is one.
    """

    mentions: list[int]
    kind: str = "other"
    names: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    description: str = ""
    bearer: str = ""


def figures(reading: Reading) -> list[Figure]:
    """Everyone and everything a report mentions, in order of first appearance; each mention
    (by its number in `reading.mentions`) is in one figure."""
    order = sorted(
        range(len(reading.mentions)),
        key=lambda n: (reading.mentions[n].start, -reading.mentions[n].end),
    )
    calls = calls_of(reading, order)
    outlet = own_outlet(reading)
    groups = _groups(reading, order)
    pronouns = _pronouns(reading, calls, order)
    names = ReportNames(calls, outlet, _in_headlines(reading, order), pronouns)
    joint = Sets(len(order))
    for group in groups:
        names.believe([calls[n] for n in group if calls[n].name is not None])
    first: dict[int, int] = {}
    unsure = {n for n in order if calls[n].name is not None and names.is_open(calls[n])}
    for n in order:
        if calls[n].name is not None and n not in unsure:
            joint.join(n, first.setdefault(names.of(calls[n]), n))
    own = None if names.outlet is None else first.get(names.sets.of(names.outlet))
    called = {n: joint.of(n) for n in order if calls[n].name is not None}
    ours = None if own is None else joint.of(own)
    for n, first_of in resolved(reading, order, calls, called, groups, ours).items():
        joint.join(n, first_of)
    _descriptions(order, calls, joint)
    found: dict[int, Figure] = {}
    for n in order:
        found.setdefault(joint.of(n), Figure([])).mentions.append(n)
    nobody = {joint.of(n) for n in unsure}
    for root, figure in found.items():
        if root in nobody:
            figure.kind = "person"
            continue
        _name(figure, reading, calls)
        if own is not None and root == joint.of(own) and outlet not in (None, *figure.names):
            figure.acronyms.append(outlet or "")
    return list(found.values())


def own_outlet(reading: Reading) -> str | None:
    """The name under which the report's outlet publishes, if it is no domain."""
    outlet = reading.report.outlet
    return outlet if outlet and domain_label(outlet) is None and bare(outlet) else None


def _groups(reading: Reading, order: Sequence[int]) -> list[list[int]]:
    """The reader's groups, each in the text's order."""
    groups: dict[str, list[int]] = {}
    for n in order:
        groups.setdefault(reading.mentions[n].entity, []).append(n)
    return list(groups.values())


def _pronouns(
    reading: Reading, calls: dict[int, Called], order: Sequence[int]
) -> dict[str, Counter[str]]:
    """The genders of the pronouns that come next behind each name, by the name's letters: what
    the reader puts together is too often wrong for that."""
    found: dict[str, Counter[str]] = {}
    people = [n for n in order if reading.mentions[n].type == "person"]
    for n, behind in pairwise(people):
        mention = reading.mentions[behind]
        gender = GENDER.get(class_of(reading.report.text[mention.start : mention.end]) or "")
        if gender and calls[n].name:
            found.setdefault(letters(calls[n].name or ""), Counter())[gender] += 1
    return found


def _in_headlines(reading: Reading, order: Sequence[int]) -> list[int]:
    """Mentions in headlines, which are written last and call people by their short names."""
    lines = [b for b in reading.report.blocks if b.kind in ("title", "heading", "standfirst")]
    return [n for n in order if any(b.start <= reading.mentions[n].start < b.end for b in lines)]


def _name(figure: Figure, reading: Reading, calls: dict[int, Called]) -> None:
    """Fills in what the figure's named mentions say; its kind is what most full names are."""
    kinds: list[tuple[bool, str]] = []
    for n in figure.mentions:
        if (name := calls[n].name) is not None:
            figure.names.append(name)
            if not is_short("person", name):
                figure.bearer = figure.bearer or calls[n].bearer
            figure.types.append(_type(reading.mentions[n].type, calls[n].kind))
            kinds.append((is_short(calls[n].kind, name), calls[n].kind))
        if acronym := calls[n].acronym:
            figure.acronyms.append(acronym)
    if is_generic(figure.names):
        figure.names, figure.acronyms, figure.types, kinds = [], [], [], []
    if kinds:
        telling = [kind for short, kind in kinds if not short] or [kind for _, kind in kinds]
        figure.kind = max(dict.fromkeys(telling), key=telling.count)
    else:
        described = [calls[n] for n in figure.mentions if calls[n].kind == "person"]
        cited = [call.description for call in described if is_cited(call.description)]
        figure.kind, figure.description = ("person", cited[0]) if cited else ("other", "")


def _type(tag: str, kind: str) -> str:
    """The type of a named mention: what its name was found to be, else the reader's tag, if that
    is none of the kinds that are known to be wrong."""
    if kind != "other":
        return kind
    return "abstract" if tag in ("person", "organization", "place") else tag


def _descriptions(order: Sequence[int], calls: dict[int, Called], joint: Sets) -> None:
    """One figure a description of a source in a report: "a senior official", twice, is one."""
    named = {joint.of(n) for n in order if calls[n].name is not None}
    first: dict[str, int] = {}
    for n in order:
        call = calls[n]
        alone = call.name is None and not call.pronoun and joint.of(n) not in named
        if alone and call.kind == "person" and is_cited(call.description):
            joint.join(n, first.setdefault(call.description, n))
