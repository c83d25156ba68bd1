"""Running heads and feet: what stands at a page's edges, and what it says of the outlet.

A part of a head is taken for the outlet only if it is called as newspapers are, for the section
only if it is one of `SECTIONS` beside such a name or a date, for the address only if nothing else
stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.reports.dates import find_dates
from sayso.reports.metadata import Stated
from sayso.reports.outlets import page_host, site_domain
from sayso.reports.papers import SECTIONS, is_paper

_PARTS = re.compile(r"\s+[|•·–—/-]\s+|\s*[|•·]\s*|\s{2,}|\t|,\s+")
_FOLIO = re.compile(r"\b(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}[:.]\d\d(?:\s?[ap]m)?\b", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_DOMAIN = re.compile(r"(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_CUT_OFF = ("…", "...")
_SHEET = re.compile(r"[A-Z]{1,2}\d{1,3}")  # "A7"
_GOES_ON = (".", ",", ";", ":", "-", "–", "—")
_WHERE = "running head"


def edge_facts(edges: Iterable[str]) -> dict[str, Stated]:
    """ "outlet", "section", "published" and "url", as far as lines at the pages' edges say them."""
    found: dict[str, Stated] = {}
    domain: str | None = None
    for line in edges:
        address = own_address_line(line)
        if address:
            domain = domain or site_domain(page_host(address, None))
            if address.rstrip("/").count("/") > 2 and not address.endswith(_CUT_OFF):
                found.setdefault("url", Stated(address, _WHERE))
            continue
        parts = list(head_parts(line))
        papers = [part for part in parts if is_paper(part)]
        domains = [part for part in parts if _DOMAIN.fullmatch(part)]
        sections = [part for part in parts if part.casefold() in SECTIONS]
        if papers:
            found.setdefault("outlet", Stated(papers[0], _WHERE))
        if domains:
            domain = domain or site_domain(domains[0])
        if sections and (papers or domains or any(find_dates(line))):
            found.setdefault("section", Stated(sections[0], _WHERE))
        if papers and (day := _issue_day(line)):
            found.setdefault("published", Stated(day, f"{_WHERE}: {line[:80]}"))
    if domain:
        found.setdefault("outlet", Stated(domain, f"{_WHERE}, its domain"))
    return found


def is_running_head(line: str) -> bool:
    """Whether a line is nothing but a paper's name, a domain or an address, with sections, dates
    and page numbers or without. A full stop or a comma at its end makes it one of the text's."""
    if line.rstrip().endswith(_GOES_ON):
        return False
    parts = list(head_parts(line))
    outlets = [part for part in parts if is_paper(part) or _DOMAIN.fullmatch(part)]
    known = len(outlets) + sum(p.casefold() in SECTIONS or bool(_SHEET.fullmatch(p)) for p in parts)
    return (bool(outlets) and known == len(parts)) or own_address_line(line) is not None


def is_bare_day(line: str) -> bool:
    """Whether a line is nothing but a date, with its weekday and a page number or without."""
    return any(find_dates(line)) and not any(head_parts(line))


def own_address_line(line: str) -> str | None:
    """The address in a line that is nothing else, but for dates and page numbers."""
    match = _ADDRESS.search(line)
    if not match:
        return None
    rest = _plain(line[: match.start()] + " " + line[match.end() :])
    return match.group() if not re.search(r"[^\W\d_]", rest) else None


def _issue_day(line: str) -> str | None:
    """The day of the issue, in words; one beside a clock is that of printing."""
    if _CLOCK.search(line):
        return None
    dates = (d for d in find_dates(line) if re.search(r"[^\W\d_]", line[d.start : d.end]))
    return next((d.iso for d in dates), None)


def head_parts(line: str) -> Iterator[str]:
    """What is left of a head, part by part, without dates, clocks and page numbers."""
    for part in _PARTS.split(_plain(line)):
        if clean := part.strip(" ,.–—-"):
            yield clean


def _plain(line: str) -> str:
    for dated in reversed(list(find_dates(line))):
        line = f"{line[: dated.start]} | {line[dated.end :]}"
    for pattern in (_CLOCK, _WEEKDAY, _FOLIO):
        line = pattern.sub(" | ", line)
    return line
