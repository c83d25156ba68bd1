"""What every mention of a report calls its thing, and of what kind each name is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.entities.body_words import HEADS
from sayso.entities.kinds import kind_of
from sayso.entities.mentions import Called, called
from sayso.entities.namesakes import bearers
from sayso.entities.office_words import HEADS as OFFICES
from sayso.entities.office_words import is_office
from sayso.entities.outlets import domain_label
from sayso.entities.person_words import BEHIND, TITLES
from sayso.entities.scripts import word
from sayso.entities.sightings import sightings_of
from sayso.entities.surnames import with_offices
from sayso.entities.votes import Sighting, bare, scene_of, with_names
from sayso.values import Reading, Report


def calls_of(reading: Reading, order: Sequence[int]) -> dict[int, Called]:
    """What every mention calls its thing, by its number: names of the same letters are of one
    kind, and pieces of longer names are no names of their own."""
    calls = {n: _without_office(called(reading, reading.mentions[n])) for n in order}
    seen = sightings_of(reading, calls)
    of: dict[str, list[int]] = {}
    for n in seen:
        of.setdefault(bare(calls[n].name or ""), []).append(n)
    _drop_no_names(reading, calls, seen, of)
    kinds = _kinds_of(reading, {key: [seen[n] for n in its] for key, its in of.items()})
    for n, call in calls.items():
        own = call.name is not None and not seen[n].inner
        if own and call.acronym and call.name and bare(call.acronym) in kinds:
            kinds[bare(call.acronym)] = kinds[bare(call.name)]
    for key, numbers in of.items():
        alone = any(not seen[n].inner for n in numbers)
        for n in numbers:
            if kinds[key] != "person" and _is_description(reading, n, seen[n]):
                calls[n] = replace(calls[n], name=None, acronym=None)
            elif alone or (kinds[key] == "place" and not _ends_longer(reading, n, seen[n])):
                calls[n] = replace(calls[n], kind=kinds[key])
            else:
                calls[n] = Called("other", None, part=True)
    for n, which in bearers(reading, calls).items():
        calls[n] = replace(calls[n], bearer=which)
    return calls | with_offices(reading, calls)


def _drop_no_names(
    reading: Reading,
    calls: dict[int, Called],
    seen: Mapping[int, Sighting],
    of: dict[str, list[int]],
) -> None:
    """Takes out what is no name: a nationality, letters behind a name, a piece cut off a run."""
    for key, its in list(of.items()):
        if all(_is_nationality(seen[n]) for n in its):
            for n in of.pop(key):
                calls[n] = Called(calls[n].kind, None, description=seen[n].name.lower())
        elif all(_is_behind_name(seen[n]) or _is_cut_off(reading, n, seen[n]) for n in its):
            for n in of.pop(key):
                calls[n] = Called("other", None, part=True)


def _is_behind_name(seen: Sighting) -> bool:
    """Whether letters only stand behind a person's name: "KC" of "Anna Berg, KC"."""
    return (
        len(seen.words) == 1
        and seen.words[0] in BEHIND
        and bool(re.search(r"[A-Z][\w’'-]+,?\s(?:[A-Z]{2,4},?\s)*$", seen.before))
    )


def _is_cut_off(reading: Reading, n: int, seen: Sighting) -> bool:
    """Whether one word is the end of a run of capitalised words of which the reader marked no
    more: "Dredge" of "Northing Dredge"."""
    start = reading.mentions[n].start
    found = re.search(
        r"(?<=[a-z,] )([A-Z][a-z'’-]+) $", reading.report.text[max(0, start - 40) : start]
    )
    if found is None or len(seen.words) > 1 or word(found[1]).latin in TITLES | OFFICES:
        return False
    at = start - len(found[0])
    return not any(m.start <= at < m.end for m in reading.mentions)


_PEOPLE_OF = re.compile(r"[a-z]{3,}(?:ian|ean|ese|ish)")


def _is_nationality(seen: Sighting) -> bool:
    """Whether a word only says where somebody or something is from: "a Velmarian", "the Velmarian
    envoy"."""
    words = seen.words
    if len(words) != 1 or not _PEOPLE_OF.fullmatch(words[0]) or words[0] in HEADS:
        return False
    behind = re.match(r"\s[a-z]{3,}", seen.after) and seen.modifies
    return bool(behind or re.search(r"\b[Aa]n?\s$", seen.before))


def _ends_longer(reading: Reading, n: int, seen: Sighting) -> bool:
    """Whether a name is the end of a longer one: "Dredge" of "Northing Dredge"."""
    start = reading.mentions[n].start
    before = reading.report.text[max(0, start - 40) : start]
    return seen.inner and bool(re.search(r"[A-Z][\w'’-]* $", before))


def _without_office(call: Called) -> Called:
    """What only names an office names nobody: "the General Officer Commanding"."""
    if call.name is None or not is_office(call.name):
        return call
    return Called(call.kind, None, description=call.name.lower())


def _is_description(reading: Reading, n: int, seen: Sighting) -> bool:
    """Whether a mention of a person only holds the name of a body: "the prosecutor of the Coast
    Court"; but not "the carmaker Veltar"."""
    mention, tokens = reading.mentions[n], reading.tokens
    if mention.type != "person" or not 0 <= mention.head < len(tokens):
        return False
    head, text = tokens[mention.head], reading.report.text
    at = text.find(seen.name, head.end, mention.end)
    beside = at >= 0 and not text[head.end : at].strip(" ,")
    return head.upos == "NOUN" and text[head.start : head.end] not in seen.name and not beside


def _kinds_of(reading: Reading, of: Mapping[str, list[Sighting]]) -> dict[str, str]:
    """What each name is, by its letters: full names first, as they tell what their parts are."""
    report = reading.report
    scene = scene_of(own_names(report), (), report.text)
    first = {key: kind_of(seen, scene) for key, seen in of.items()}
    told = [
        (seen[0].name, first[key]) for key, seen in of.items() if any(not s.inner for s in seen)
    ]
    scene = with_names(scene, told)
    parts = of.keys() & (scene.firms | scene.surnames)
    return first | {key: kind_of(of[key], scene) for key in parts}


def own_names(report: Report) -> list[str]:
    """What the report's outlet, and agencies that it credits, are called; no domains."""
    agencies = [credit.name for credit in report.credits if credit.kind in ("agency", "reprint")]
    found = [report.outlet or "", *agencies]
    return [name for name in found if name and domain_label(name) is None]
