"""A saved web page: the article alone, and the facts of its publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree
from lxml.html import HTMLParser

from sayso.errors import NotAReport
from sayso.reports.article import Article, choose_lines, weight
from sayso.reports.asides import is_aside
from sayso.reports.assemble import Stretch, assemble, mark_standfirst
from sayso.reports.bylines import byline_authors, people
from sayso.reports.compose import Draft
from sayso.reports.dates import find_dates
from sayso.reports.dating import Address, Dating, Position, date_page
from sayso.reports.dom import Element, Line, NodePaths, ancestors, page_lines
from sayso.reports.encodings import Decoded, declared_charset, decode
from sayso.reports.language import language_code
from sayso.reports.layout import Laid, lay_out, line_authors, line_block, stretch
from sayso.reports.metadata import Metadata, Stated, read_metadata
from sayso.reports.outlets import choose_outlet, page_host, site_names
from sayso.reports.pieces import Piece
from sayso.reports.plain import encoding_warnings
from sayso.reports.titles import choose_title
from sayso.reports.wayback import archive_address, own_address, page_snapshot, saved_from

_BYLINE_REACH = 10
_SIGNED_REACH = 4
_LEAD_REACH = 12
_LINKED = 0.5
_LITTLE = 300
_MUCH_MORE = 3
_TOLD = "the page shows no article; the text is what its head states (JSON-LD articleBody)"
_SIGNED_BELOW = re.compile(r"(?:posted|written|reported) by\b", re.IGNORECASE)


def page_draft(piece: Piece, data: bytes) -> Draft:
    """The draft of an HTML page. Raises `NotAReport` where there is no article in it."""
    decoded = decode(data, piece.name, piece.charset or declared_charset(data))
    return read_page(decoded, piece)


def read_page(decoded: Decoded, piece: Piece) -> Draft:
    """As `page_draft`, of a page already decoded."""
    root = parse_page(decoded.text)
    if root is None:
        raise NotAReport(piece.name, "there is no text in this page")
    data = read_metadata(root)
    came_from = piece.url or saved_from(decoded.text)
    snapshot = page_snapshot(decoded.text, (came_from, *(s.value for s in data.url)))
    url = own_address(data.url[0].value if data.url else came_from)
    address = Address(url, page_host(url, snapshot.host), snapshot.archived or piece.archived)
    lines, article, warnings = _article(root, data, piece.name)
    running = article.running
    title, title_line = choose_title(data, lines, running[0], site_names(data, address.host))
    below = [i for i in running if title_line is None or i > title_line] or running
    at = Position(title_line, below[0], below[-1])
    chosen = _told(lines, article, title, title_line)
    laid = lay_out(lines, chosen, article.notices, url)
    stated = _stated(data, title, date_page(data, lines, at, address), address)
    facts: dict[str, object] = {name: s.value for name, s in stated.items() if s}
    found = {name: s.where for name, s in stated.items() if s}
    facts["authors"], found["authors"] = _authors(laid, lines, at, data)
    facts["archive_url"] = snapshot.archive_url or archive_address(url, snapshot.archived)
    found["archive_url"] = "web archive"
    found["encoding"] = f"{decoded.encoding}, {decoded.how}"
    headed = [
        *_headline(lines, title, title_line, address),
        *_lead(lines, title_line, article.lines[0], url),
        *laid.stretches,
    ]
    made = assemble(mark_standfirst(headed))
    warnings += encoding_warnings(decoded)
    return Draft(
        piece.name, made.text, tuple(made.blocks), tuple(made.credits), facts, found, warnings
    )


def _article(
    root: Element, data: Metadata, name: str
) -> tuple[Sequence[Line], Article, tuple[str, ...]]:
    """The page's lines, which of them are the article, and what to say of that.

    A page that a script was to fill may show a few words at most, and state its text in its head.
    """
    lines = page_lines(root)
    article = choose_lines(root, lines) if lines else Article()
    shown = sum(len(lines[i].text) for i in article.lines)
    body = data.body[0].value if data.body else ""
    if shown < _LITTLE and len(body) > _MUCH_MORE * shown and "<" not in body:
        told = [Line(root, NodePaths(), part) for part in map(_plain, body.splitlines()) if part]
        every = tuple(range(len(told)))
        return told, Article(every, every), (_TOLD,)
    if not article.lines:
        raise NotAReport(name, "no article was found in this page")
    return lines, article, ()


def _plain(text: str) -> str:
    return " ".join(text.split())


def _stated(
    data: Metadata, title: Stated | None, dating: Dating, address: Address
) -> dict[str, Stated | None]:
    """The facts of publication by the report's fields, each with where it was found."""
    url, archived = address.url, address.archived
    url_from = data.url[0].where if data.url else "where it came from"
    return {
        "title": title,
        "outlet": choose_outlet(data, title, address.host),
        "published": dating.published,
        "modified": dating.modified,
        "section": data.section[0] if data.section else None,
        "language": _language(data),
        "url": Stated(url, url_from) if url else None,
        "archived": Stated(archived, "web archive") if archived else None,
    }


def parse_page(html: str) -> Element | None:
    """The page's tree as libxml2 reads it; None for a page without an element."""
    parser = HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        return etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None


def _told(
    lines: Sequence[Line], article: Article, title: Stated | None, title_line: int | None
) -> list[int]:
    """The article's lines without the title, its repetition, and what stands above it but for
    notices."""
    words = title.value.casefold().split() if title else []
    below = (i for i in article.lines if title_line is None or i > title_line)
    every = sorted({*below, *article.notices})
    return [i for i in every if lines[i].text.casefold().split() != words]


def _lead(
    lines: Sequence[Line], title_line: int | None, first: int, url: str | None
) -> Iterator[Stretch]:
    """Captions and a standfirst between the title and the article's own container."""
    start = first if title_line is None else max(title_line + 1, first - _LEAD_REACH)
    for line in lines[start:first]:
        kind = line_block(line, begun=False) if line.link_share < _LINKED else None
        if kind == "paragraph" and weight(line) > 0 and not any(find_dates(line.text)):
            kind = "standfirst"
        aside = any(map(is_aside, ancestors(line.element)))
        if kind in ("standfirst", "caption") and not aside:
            yield stretch(line, kind, url)


def _headline(
    lines: Sequence[Line], title: Stated | None, title_line: int | None, address: Address
) -> list[Stretch]:
    """The title as the first block: the page's own line, else the head's words without a place.

    A link on it to the page's own site is no citation, and is left out.
    """
    if title is None:
        return []
    if title_line is None:
        return [Stretch("title", title.value)]
    made = stretch(lines[title_line], "title", address.url)
    links = ((span, to) for span, to in made.links if page_host(to, None) != address.host)
    return [replace(made, links=tuple(links))]


def _language(data: Metadata) -> Stated | None:
    for stated in data.language:
        code = language_code(stated.value)
        if code:
            return Stated(code, stated.where)
    return None


def _authors(
    laid: Laid, lines: Sequence[Line], at: Position, data: Metadata
) -> tuple[tuple[str, ...], str]:
    """Authors by the article's byline, a byline by the title, the head, or one below the text."""
    if laid.authors:
        return laid.authors, "byline"
    start = at.title + 1 if at.title is not None else max(at.first - _BYLINE_REACH, 0)
    for line in lines[start : at.first + 1]:
        if names := line_authors(line):
            return names, "byline"
    for where in dict.fromkeys(stated.where for stated in data.authors):
        values = (s.value for s in data.authors if s.where == where)
        if found := [name for v in values for name in byline_authors(v) or people(v)]:
            return tuple(dict.fromkeys(found)), where
    for line in lines[at.last + 1 : at.last + 1 + _SIGNED_REACH]:
        if _SIGNED_BELOW.match(line.text) and (names := line_authors(line)):
            return names, "byline below the text"
    return (), ""
