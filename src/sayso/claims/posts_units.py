"""Units and institutions in a text: "7 Division", "3rd Mechanised Brigade", "Naval Academy"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.values import Span

_ORDINAL = (
    "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth "
    "Fourteenth Fifteenth Sixteenth One Two Three Four Five Six Seven Eight Nine Ten"
)
_NUMBER = rf"(?:\d{{1,4}}(?:st|nd|rd|d|th)?|{'|'.join(_ORDINAL.split())}|[IVX]{{1,6}})"
_KIND = (
    "Division Div Brigade Bde Battalion Bn Regiment Rgt Corps Company Coy Squadron Sqn Wing Fleet "
    "Flotilla Platoon Battery Garrison Army Group Command Region Sector Legion Detachment Unit "
    "Squad Front Column District Zone Base Artillery School Hospital Depot Engineers Signals Rifles"
    " Rangers Lancers Commando Ambulance Workshop"
)
_MODIFIER = (
    "mechani[sz]ed mechanisd armou?red infantry artillery guards? motori[sz]ed task force special "
    "forces airborne amphibious field engineers? light mountain marines? parachute air defen[cs]e "
    "signals? provost recce reconnaissance composite ranger garrison provisional police mobile "
    "military operational naval army cavalry tank missile rocket border commando logistics supply "
    "medical support assault training strategic strike combat tactical anti-aircraft intelligence "
    "security coastal territorial reserve republican presidential"
)
_AFTER = r" (?:Garrison|Provost Company|Engineers|Strike Group|Command|Centre|School)"
_CAP = r"[A-Z][\w’'&-]*"
_SMALL = r"(?:of|for|and|&|on|the)"
_SERVICE = (
    r"(?:Armed Forces|Army|Navy|Air Force|Marines?|Police(?: Force| Service)?|Gendarmerie"
    r"|National Guard|Coast Guard|Border Guards?|Republican Guard|Revolutionary Guards?(?: Corps)?"
    r"|Quds Force|Defen[cs]e Forces?|Security Forces|Special Forces)"
)


def _words(listed: str) -> str:
    return "|".join(listed.split())


@cache
def _numbered() -> re.Pattern[str]:
    kind = rf"(?i:{_words(_KIND)})"
    listed = rf"(?:(?i:{_words(_MODIFIER)}) ){{0,4}}"
    other = r"(?:[A-Z][a-z]+ ){1,4}?"
    quoted = rf"(?:[‘'“\"]{_NUMBER}[’'”\"]|{_NUMBER})"
    return re.compile(
        rf"(?<![\w.,:/$£€-])(?:(?:No\.? ?)?{quoted}[ -]?(?:{listed}|{other}){kind}\b"
        rf"(?:(?<=Div|Bde|Rgt|Coy|Sqn)\.)?(?:{_AFTER}\b)?)(?!-)"
    )


@cache
def _named() -> re.Pattern[str]:
    kind = (
        "Division Brigade Battalion Regiment Corps Squadron Fleet Flotilla Garr?ison Command Group "
        "Squad Force Guards? Directorate Department Headquarters HQ College School Academy Centre "
        "Center Institute Agency Bureau Depot Corporation Unit Contingent Mission Secretariat "
        "Region Front Sector Zone Service Services Commission Council Committee Authority "
        "Board Station Outpost Base Branch Rifles Rangers Lancers Gendarmerie Constabulary"
    )
    lead = rf"(?:(?!(?:The|A|An|His|Her|Its|Former|New|At|In|Of|On)\b){_CAP} (?:(?:and|&) )?)"
    tail = rf"(?: of (?:the )?{_CAP}(?: (?:and )?{_CAP}){{0,3}}| \((?:[A-Z][a-z]+)\))?"
    return re.compile(
        rf"(?<![\w’'-]){lead}{{1,6}}(?:{_words(kind)})(?: and (?:School|Centre))?\b{tail}"
    )


@cache
def _others() -> re.Pattern[str]:
    headed = (
        r"(?:Ministry|Department|Directorate|Bureau|Office|School|College|Institute|Brigade|Corps)"
        rf" of (?:the )?{_CAP}(?: (?:and )?{_CAP}){{0,3}}"
    )
    seat = r"(?:Army|Navy|Naval|Air|Defen[cs]e|Police|Force|General) ?(?i:headquarters)"
    prefix = r"(?:[A-Z]{2,3}S|HMAS|HMCS|KRI|TCG|BRP|[A-Z]\w+ Navy Ship(?: \([A-Z]+\))?)"
    ship = rf"{prefix} {_CAP}"
    turned = (
        r"(?:(?:Military|Naval|Air|Police|Infantry|Artillery) )*"
        r"(?:Sector|Battalion|Brigade|Division|Region|Zone|Task Force|Squadron|Unit)"
        r" (?:\d{1,4}|[IVX]{1,4})\b"
    )
    short = "DHQ|AHQ|NHQ|GHQ|MOD|JTF|MNJTF"
    name = r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}"
    operation = rf"[Oo]peration (?:[“\"‘']{name}[”\"’']|{name})"
    return re.compile(
        rf"(?<![\w’'-])(?:{headed}|{operation}|{seat}|{ship}|{turned}|(?<!\()(?:{short}))(?![\w’'-])"
    )


@cache
def _services() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w’'-])(?!(?:The|A|An|Chief|Of)\b)(?:{_CAP} ){{1,2}}{_SERVICE}\b(?! [A-Z])"
    )


_SHORT = re.compile(r"[ ]?\(([A-Z][A-Z-]{2,9})\)")


def find_numbered(text: str) -> Iterator[Span]:
    """Units by their number: "7 Division", "3rd Mechanised Brigade", "'One' Brigade"."""
    for found in _numbered().finditer(text):
        yield found.span()


def find_units(text: str) -> Iterator[Span]:
    """Named units and institutions, whole forces ("Costavan Navy") aside; of those that
    overlap, the longest comes first. A short name in brackets counts wherever it stands.
    """
    spans = [found.span() for pattern in (_others(), _named()) for found in pattern.finditer(text)]
    yield from sorted(spans, key=lambda span: span[0] - span[1])
    shorts = {m[1] for _, end in spans if (m := _SHORT.match(text, end))}
    if shorts:
        either = re.compile(rf"(?<![\w(])(?:{'|'.join(sorted(shorts))})(?![\w)])")
        yield from (found.span() for found in either.finditer(text))


def find_services(text: str) -> Iterator[Span]:
    """Whole forces: "Costavan Army", "National Police Force"."""
    for found in _services().finditer(text):
        yield found.span()
