"""What each line of a page's article is: paragraph, byline, standfirst, caption, quote …"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from sayso.reports.article import weight
from sayso.reports.asides import is_caption
from sayso.reports.assemble import Stretch
from sayso.reports.bylines import authors_abroad, byline_authors, closing_authors, people
from sayso.reports.dates import find_dates
from sayso.reports.dom import HEADINGS, Element, Line, ancestors, note_roles
from sayso.reports.furniture import line_kind
from sayso.reports.wayback import own_address
from sayso.values import Place

_BYLINE_NAME = re.compile(r"byline|\bby\b|\bauth(?:ors?)?\b|writer|contributor", re.IGNORECASE)
_STANDFIRST_NAME = re.compile(
    r"standfirst|sub-?(?:title|head)|deck|\bdek\b|summary|excerpt|teaser", re.IGNORECASE
)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|by|contributors?|journalists?|reporters?|writers?|autor(?:es)?|auteurs?)/[\w-]",
    re.IGNORECASE,
)
_NOTES = frozenset({"footnote", "endnote"})
_LONGEST_BYLINE = 160
_LEAST_STANDFIRST = 6
_AROUND_NAMES = 80
_AROUND_DATE = 30


@dataclass(frozen=True, slots=True)
class Laid:
    """A page's stretches, and the authors its first byline names."""

    stretches: list[Stretch]
    authors: tuple[str, ...] = ()


def lay_out(
    lines: Sequence[Line], chosen: Sequence[int], notices: Mapping[int, str], url: str | None
) -> Laid:
    """The chosen lines as stretches, each of its kind, without furniture and bare dates; the kinds
    of `notices` are known."""
    stretches: list[Stretch] = []
    authors: tuple[str, ...] = ()
    told = 0
    for index in chosen:
        line = lines[index]
        kind = notices.get(index) or line_block(line, begun=told > 0)
        if kind is None:
            continue
        if kind == "paragraph" and told == 1 and byline_authors(line.text):
            kind = "byline"  # below a standfirst that nothing marks as one
        told += kind == "paragraph" and weight(line) > 0
        if kind == "byline" and not authors:
            authors = line_authors(line) or closing_authors(line.text)
        stretches.append(stretch(line, kind, url))
    return Laid(stretches, authors)


def stretch(line: Line, kind: str, url: str | None) -> Stretch:
    """A line as a stretch of that kind, with its text nodes' paths and its links' targets."""
    places = tuple(Place(r.start, r.end, line.paths.of(r), r.offset) for r in line.runs)
    targets = ((span, link_target(href, url)) for span, href in line.links)
    return Stretch(kind, line.text, places, tuple((s, t) for s, t in targets if t))


def line_block(line: Line, *, begun: bool) -> str | None:
    """The kind of block a line makes; None for furniture and bare dates.

    `begun` is whether running text came before: bylines and standfirsts stand above it.
    """
    kind = line_kind(line.text)
    if kind:
        return None if kind == "furniture" else kind
    if is_caption(line):
        return "caption"
    near = [element for element, _ in zip(ancestors(line.element), range(3), strict=False)]
    if any(note_roles(element) & _NOTES for element in near):
        return "footnote"
    tags = {element.tag for element in near}
    if not begun and (above := _above_text(line, tags)):
        return above if above != "date" else None
    if tags & HEADINGS:
        return "heading"
    if line.element.tag == "li":
        return "list"
    return "quote" if "blockquote" in tags else "paragraph"


def _above_text(line: Line, tags: set[str]) -> str | None:
    """ "byline", "date" or "standfirst" for a line above the running text, else None."""
    if is_byline(line):
        return "byline"
    dates = list(find_dates(line.text))
    if dates and len(line.text) - sum(d.end - d.start for d in dates) <= _AROUND_DATE:
        return "date"
    names = " ".join(
        e.get("class") or "" for e, _ in zip(ancestors(line.element), range(2), strict=False)
    )
    heading = bool(tags & (HEADINGS - {"h1"})) and len(line.text.split()) >= _LEAST_STANDFIRST
    return "standfirst" if heading or _STANDFIRST_NAME.search(names) else None


def is_byline(line: Line) -> bool:
    """Whether a line says who wrote the report, by its words or its markup."""
    if len(line.text) > _LONGEST_BYLINE:
        return False
    return bool(_is_marked(line) or line_authors(line))


def line_authors(line: Line) -> tuple[str, ...]:
    """The people whom a byline names: by its words, or what is marked in it, if that is more."""
    if len(line.text) > _LONGEST_BYLINE:
        return ()
    said = byline_authors(line.text) or authors_abroad(line.text)
    marked = _marked_names(line)
    if said or marked:
        return said if len(said) > len(marked) else marked
    return people(line.text) if _is_marked(line) else ()


def _is_marked(line: Line) -> bool:
    """Whether the line as a whole is marked as a byline."""
    near = zip(ancestors(line.element), range(2), strict=False)
    return any(_names_author(element) for element, _ in near)


def _names_author(element: Element) -> bool:
    """Whether an element is marked as an author's name, or leads to an author's page."""
    if _BYLINE_NAME.search(element.get("class") or "") or element.get("rel") == "author":
        return True
    return element.get("itemprop") == "author" or bool(
        element.tag == "a" and _AUTHOR_PAGE.search(element.get("href") or "")
    )


def _marked_names(line: Line) -> tuple[str, ...]:
    """The people in the parts of a line that are marked so, where little else stands in it."""
    parts: dict[Element, list[str]] = {}
    for run in line.runs:
        within = run.owner.getparent() if run.tail else run.owner
        for element in ancestors(within):
            if element is line.element:
                break
            if _names_author(element):
                parts.setdefault(element, []).append(line.text[run.start : run.end])
    texts = [" ".join(words) for words in parts.values()]
    if len(line.text) - sum(map(len, texts)) > _AROUND_NAMES:
        return ()
    names = (n for t in texts for n in byline_authors(t) or authors_abroad(t) or people(t))
    return tuple(dict.fromkeys(names))


def link_target(href: str, url: str | None) -> str | None:
    """A link's own web address, absolute and without an archive's prefix; None if it has none."""
    own = own_address(href) or ""
    try:
        target = urljoin(url or "", own)
    except ValueError:
        return None
    return target if target.startswith(("http://", "https://")) else None
