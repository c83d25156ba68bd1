"""Word processors' documents, DOCX and ODT: paragraphs, headings, lists, links."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from sayso.errors import NotAReport
from sayso.reports.archives import DAMAGE, check_members
from sayso.reports.assemble import Stretch, assemble
from sayso.reports.bylines import byline_authors
from sayso.reports.compose import Draft
from sayso.reports.furniture import line_kind
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.values import Place, Span

_STYLES = (
    ("title", "title"),
    ("subtitle", "standfirst"),
    ("heading", "heading"),
    ("list", "list"),
    ("quote", "quote"),
    ("caption", "caption"),
)
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ABOVE = 5


def docx_draft(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """A DOCX file. Places are "paragraph=N", counted from 1 through the body and its tables."""
    from docx import Document

    data = piece.read(limits.page)
    _check(data, piece, limits)
    try:
        document = Document(io.BytesIO(data))
    except (KeyError, etree.LxmlError, *DAMAGE) as error:
        raise NotAReport(piece.name, f"this document is damaged ({error})") from None
    stretches = [
        s for n, p in enumerate(_paragraphs(document), 1) if (s := _stretch(p, n)) is not None
    ]
    properties = document.core_properties
    yield _draft(stretches, piece, properties.title or None)


def odt_draft(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """An ODT file: its paragraphs and headings in order."""
    data = piece.read(limits.page)
    _check(data, piece, limits)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = etree.fromstring(archive.read("content.xml"), parser)
    except (KeyError, etree.LxmlError, *DAMAGE) as error:
        raise NotAReport(piece.name, f"this document is damaged ({error})") from None
    stretches = []
    for number, element in enumerate(root.iter(f"{_TEXT}h", f"{_TEXT}p"), 1):
        text = "".join(element.itertext())
        style = element.get(f"{_TEXT}style-name") or ""
        kind = "heading" if element.tag == f"{_TEXT}h" else _styled(style)
        if text.strip():
            stretches.append(_placed(kind, text, number))
    yield _draft(stretches, piece, None)


def _check(data: bytes, piece: Piece, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_members(archive, piece.name, limits)
    except DAMAGE:
        raise NotAReport(piece.name, "this document is damaged") from None


def _paragraphs(container: Any) -> Iterator[Any]:
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)
        else:
            yield block


def _stretch(paragraph: Any, number: int) -> Stretch | None:
    text = paragraph.text
    if not text.strip():
        return None
    kind = _styled(getattr(paragraph.style, "name", None) or "")
    placed = _placed(kind, text, number)
    links, start = [], 0
    for link in paragraph.hyperlinks:
        at = text.find(link.text, start) if link.text else -1
        if at >= 0 and (link.address or "").startswith(("http://", "https://")):
            span: Span = (at, at + len(link.text))
            links.append((span, str(link.address)))
            start = span[1]
    return Stretch(placed.kind, placed.text, placed.places, tuple(links))


def _placed(kind: str, text: str, number: int) -> Stretch:
    if kind == "paragraph":
        kind = line_kind(text) or "paragraph"
    return Stretch(kind, text, (Place(0, len(text), f"paragraph={number}"),))


def _styled(style: str) -> str:
    name = style.casefold()
    return next((kind for start, kind in _STYLES if name.startswith(start)), "paragraph")


def _draft(stretches: list[Stretch], piece: Piece, stated: str | None) -> Draft:
    """The title is a paragraph of that style, else the first heading, else what is stated."""
    if not stretches:
        raise NotAReport(piece.name, "there is no text in this document")
    first = stretches[0]
    titles = [s.text for s in stretches if s.kind == "title"][:1]
    if not titles and first.kind == "heading":
        titles = [first.text]
        stretches = [Stretch("title", first.text, first.places, first.links), *stretches[1:]]
    stretches = [
        Stretch("byline", s.text, s.places, s.links)
        if n < _ABOVE and s.kind == "paragraph" and byline_authors(s.text)
        else s
        for n, s in enumerate(stretches)
    ]
    bylines = (byline_authors(s.text) for s in stretches if s.kind == "byline")
    made = assemble(s for s in stretches if s.kind != "furniture")
    facts = {"title": titles[0] if titles else stated, "authors": next(bylines, ())}
    where = "title style" if titles else "document properties"
    found = {"title": where, "authors": "byline"}
    return Draft(piece.name, made.text, tuple(made.blocks), tuple(made.credits), facts, found)
