"""A saved web page: the article alone, and the facts of its publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree
from lxml.html import HTMLParser

from sayso.errors import NotAReport
from sayso.reports.article import choose_lines, weight
from sayso.reports.assemble import Stretch, assemble, mark_standfirst
from sayso.reports.bylines import byline_authors, people
from sayso.reports.compose import Draft
from sayso.reports.dating import Address, Dating, Position, date_page
from sayso.reports.dom import Element, Line, page_lines
from sayso.reports.encodings import Decoded, declared_charset, decode
from sayso.reports.language import language_code
from sayso.reports.layout import Laid, is_byline, lay_out, stretch
from sayso.reports.metadata import Metadata, Stated, read_metadata
from sayso.reports.outlets import choose_outlet, page_host, site_names
from sayso.reports.pieces import Piece
from sayso.reports.plain import encoding_warnings
from sayso.reports.titles import choose_title
from sayso.reports.wayback import archive_address, own_address, page_snapshot, saved_from

_BYLINE_REACH = 10


def page_draft(piece: Piece, data: bytes) -> Draft:
    """The draft of an HTML page. Raises `NotAReport` where there is no article in it."""
    decoded = decode(data, piece.name, piece.charset or declared_charset(data))
    return read_page(decoded, piece)


def read_page(decoded: Decoded, piece: Piece) -> Draft:
    """As `page_draft`, of a page already decoded."""
    root = parse_page(decoded.text)
    lines = page_lines(root) if root is not None else []
    if root is None or not lines:
        raise NotAReport(piece.name, "there is no text in this page")
    data = read_metadata(root)
    came_from = piece.url or saved_from(decoded.text)
    snapshot = page_snapshot(decoded.text, (came_from, *(s.value for s in data.url)))
    url = own_address(data.url[0].value if data.url else came_from)
    address = Address(url, page_host(url, snapshot.host), snapshot.archived or piece.archived)
    article = choose_lines(root, lines)
    if not article.lines:
        raise NotAReport(piece.name, "no article was found in this page")
    running = [i for i in article.lines if weight(lines[i]) > 0] or list(article.lines)
    title, title_line = choose_title(data, lines, running[0], site_names(data, address.host))
    at = Position(title_line, running[0], running[-1])
    laid = lay_out(lines, _below_title(lines, article.lines, title, title_line), url)
    stated = _stated(data, title, date_page(data, lines, at, address), address)
    facts: dict[str, object] = {name: s.value for name, s in stated.items() if s}
    found = {name: s.where for name, s in stated.items() if s}
    facts["authors"], found["authors"] = _authors(laid, lines, at, data)
    facts["archive_url"] = snapshot.archive_url or archive_address(url, snapshot.archived)
    found["archive_url"] = "web archive"
    found["encoding"] = f"{decoded.encoding}, {decoded.how}"
    headed = [*_headline(lines, title, title_line, address), *laid.stretches]
    made = assemble(mark_standfirst(headed))
    warnings = encoding_warnings(decoded)
    return Draft(
        piece.name, made.text, tuple(made.blocks), tuple(made.credits), facts, found, warnings
    )


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


def _below_title(
    lines: Sequence[Line], chosen: Sequence[int], title: Stated | None, title_line: int | None
) -> list[int]:
    """The chosen lines without the title, what stands above it, and its repetition."""
    words = title.value.casefold().split() if title else []
    return [
        i
        for i in chosen
        if (title_line is None or i > title_line) and lines[i].text.casefold().split() != words
    ]


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
    """Authors by the article's byline, a byline by the title, or the head."""
    if laid.authors:
        return laid.authors, "byline"
    start = at.title if at.title is not None else max(at.first - _BYLINE_REACH, 0)
    for line in lines[start : at.first + 1]:
        names = byline_authors(line.text) or (people(line.text) if is_byline(line) else ())
        if names:
            return names, "byline"
    for stated in data.authors:
        names = people(stated.value)
        if names:
            return names, stated.where
    return (), ""
