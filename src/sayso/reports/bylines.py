"""Bylines: "By Ada Quist and Tomas Rell, in Port Andrel" → ("Ada Quist", "Tomas Rell")."""

from __future__ import annotations

import re

from sayso.reports.credits import KNOWN
from sayso.reports.dates import WEEKDAYS

_LONGEST = 160
_LONGEST_LIST = 1000
_BY = re.compile(
    r"^(?:(?:(?:written|reported|posted|story|report|analysis|interview|commentary|opinion|words"
    r"|text) )?by|from|author|reporter)\s*[:\s]\s*(.+)$",
    re.IGNORECASE,
)
_BY_ABROAD = re.compile(
    r"^(?:(?:escrito |propos recueillis )?(?:por|par)|von|(?:geschreven )?door|di|av|af"
    r"|autor(?:a|es|in)?|auteurs?|autore|автор[иы]?|текст|yazan|oleh|penulis|מאת|كتبت?|بقلم|الكاتب"
    r"|نویسنده|به قلم)\s*[:\s]\s*(.+)$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"^([^,]{5,60}), [^,.]{0,40}\b(?:correspondent|reporter|editor|writer|columnist)$"
)
_TAIL = re.compile(
    r"\s*(?:[|•·].*|\s[-–—/]\s.*|\b(?:updated|published|posted|last modified)\b.*|@\w+.*"
    rf"|\S+@\S+.*|\b(?:{WEEKDAYS})\b[\s,،]+(?:[^\W\d_]+\.? )?\d.*"
    r"|(?:\b(?:at|on)\s+)?\d{1,2}[:/ ].*)$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:,|;|&|\b(?:and|with|avec|con|mit)\b)\s*", re.IGNORECASE)
_JOIN_ABROAD = re.compile(r"\s(?:y|e|et|und|en|и|та|ve|og|och)\s")
_PLACE = re.compile(r"^(?:in|at|from)\s", re.IGNORECASE)
_JOB = re.compile(
    r"^our\b|\b(?:correspondents?|reporters?|editors?|newspapers?|agency|staff|writer|bureau|chief|newsroom|columnist|analyst|"
    r"contributor|agenc(?:y|ies)|press|news|desk|online|times|post|reuters|web|morning|evening"
    r"|night|noon)\b",
    re.IGNORECASE,
)
_PARTICLES = (
    r"(?:(?:van|von|der|den|ten|ter|de|da|do|dos|das|del|della|di|du|la|le|el|al|bin|ibn|ben|y|e|zu"
    r"|af|av|op) ){0,2}"
)
_NAME = re.compile(
    rf"^(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir)\.? )?{_PARTICLES}[^\W\d_a-z][\w.’'-]*"
    rf"(?: {_PARTICLES}[^\W\d_a-z][\w.’'-]*){{1,4}}$"
)
_SHOUTED = 4
_AGENCY = re.compile(rf"[\s,]+(?:[Tt]he )?(?:{KNOWN})$")
_PAIR = 2
_AND = re.compile(r"&|;|\band\b", re.IGNORECASE)
_WHERE = re.compile(r"\s*(?:\([^)]*\)|\b(?:in|from|at)\s+[^\W\d_a-z].*)$")
_CLOSING = re.compile(r"\breporting (?:and \w+ )?by ([^;)]{3,120})", re.IGNORECASE)


def byline_authors(line: str) -> tuple[str, ...]:
    """The people a byline names, in its order; empty if the line is no byline.

    Covers "By X", "BY X AND Y", "Written by X, Z correspondent", "Posted By: X", "X, Z reporter".
    """
    stripped = line.strip().strip("\ufeff")
    match = _BY.match(stripped) or _SIGNED.match(stripped)
    if not match or len(stripped) > _LONGEST or (stripped[-1] in ".?!:" and len(stripped) > 40):
        return ()
    return people(match.group(1))


def authors_abroad(line: str) -> tuple[str, ...]:
    """As `byline_authors`, in other languages: "Por X y Z", "Автор: X".

    For a line that is known to be no title: "Von Braun Papers Found", "Door Closes Forever".
    """
    match = _BY_ABROAD.match(line.strip()) if len(line) <= _LONGEST else None
    return people(match.group(1)) if match and not match.group(1)[0].islower() else ()


def people(names: str) -> tuple[str, ...]:
    """Names of people in a list like "Ada Quist, Tomas Rell and Lio Tam"; no jobs, no places."""
    if len(names) > _LONGEST_LIST or _JUST_ADDRESS.match(names.strip()):
        return ()
    listed = _AGENCY.sub("", _TAIL.sub("", names.strip()))
    parts = [name for part in _JOIN.split(listed) for name in _parted(part)]
    if len(parts) == _PAIR and "," in names and not _AND.search(names):
        parts = parts[:1]  # "By Ada Quist, Port Andrel" names one writer
    found: dict[str, None] = {}
    for part in parts:
        name = _WHERE.sub("", part).strip(" -–—|:").removesuffix(".")
        if _NAME.match(name) and not any(p.search(name) for p in (_PLACE, _JOB)):
            found[_unshout(name)] = None
    return tuple(found)


def _parted(names: str) -> list[str]:
    """ "Lucía Marín y Pablo Ría" in two; "Ortega y Gasset" stays."""
    parts = _JOIN_ABROAD.split(names)
    return parts if all(len(part.split()) >= _PAIR for part in parts) else [names]


def closing_authors(line: str) -> tuple[str, ...]:
    """Who reported, by a wire's closing line: "(Reporting by Ada Quist; Editing by T. Rell)"."""
    match = _CLOSING.search(line)
    return people(match.group(1)) if match else ()


_JUST_ADDRESS = re.compile(r"^\S+@\S+$|^https?://")


def _unshout(name: str) -> str:
    """ "ADA QUIST" as "Ada Quist"; initials stay."""
    if name != name.upper() or len(name) <= _SHOUTED:
        return name
    return " ".join(w if len(w.rstrip(".")) == 1 or "." in w else w.title() for w in name.split())
