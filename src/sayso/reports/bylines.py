"""Bylines: "By Ada Quist and Tomas Rell, in Port Andrel" → ("Ada Quist", "Tomas Rell")."""

from __future__ import annotations

import re

_LONGEST = 160
_BY = re.compile(
    r"^(?:by|written by|reported by|story by|posted by|from|author|reporter)\s*[:\s]\s*(.+)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[|•·].*|\s[-–—]\s.*|(?:updated|published|posted|last modified)\b.*|@\w+.*|\S+@\S+.*"
    r"|\d{1,2}[:/ ].*)$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:,|;|&|\band\b)\s*", re.IGNORECASE)
_PLACE = re.compile(r"^(?:in|at|from)\s", re.IGNORECASE)
_JOB = re.compile(
    r"^our\b|\b(?:correspondents?|reporters?|editors?|newspapers?|agency|staff|writer|bureau|chief|newsroom|columnist|analyst|"
    r"contributor|agenc(?:y|ies)|press|news|desk|online|times|post|reuters|web)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir)\.? )?[^\W\d_][\w.’'-]*(?: (?:[a-z]{1,3} )?[^\W\d_a-z][\w.’'-]*)"
    r"{1,4}$"
)
_DATEWORD = re.compile(
    r"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_SHOUTED = 4
_PAIR = 2
_AND = re.compile(r"&|;|\band\b", re.IGNORECASE)
_WHERE = re.compile(r"\s*(?:\([^)]*\)|\b(?:in|from|at)\s+[^\W\d_a-z].*)$")
_CLOSING = re.compile(r"\breporting (?:and \w+ )?by ([^;)]{3,120})", re.IGNORECASE)


def byline_authors(line: str) -> tuple[str, ...]:
    """The people a byline names, in its order; empty if the line is no byline.

    Covers "By X", "BY X AND Y", "Written by X, Z correspondent", "Posted By: X".
    """
    stripped = line.strip().strip("\ufeff")
    match = _BY.match(stripped)
    if not match or len(stripped) > _LONGEST or (stripped[-1] in ".?!:" and len(stripped) > 40):
        return ()
    return people(match.group(1))


def people(names: str) -> tuple[str, ...]:
    """Names of people in a list like "Ada Quist, Tomas Rell and Lio Tam"; no jobs, no places."""
    if _JUST_ADDRESS.match(names.strip()):
        return ()
    parts = _JOIN.split(_TAIL.sub("", names.strip()))
    if len(parts) == _PAIR and "," in names and not _AND.search(names):
        parts = parts[:1]  # "By Ada Quist, Port Andrel" names one writer
    found: dict[str, None] = {}
    for part in parts:
        name = _WHERE.sub("", part).strip(" -–—|:").removesuffix(".")
        if _NAME.match(name) and not any(p.search(name) for p in (_PLACE, _JOB, _DATEWORD)):
            found[_unshout(name)] = None
    return tuple(found)


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
