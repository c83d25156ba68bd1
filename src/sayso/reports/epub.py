"""EPUB: a ZIP of XHTML, read in the order of its spine as one report."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from lxml import etree

from sayso.errors import NotAReport
from sayso.reports.archives import DAMAGE, check_members
from sayso.reports.assemble import Stretch
from sayso.reports.bylines import people
from sayso.reports.compose import Draft
from sayso.reports.dates import iso_moment
from sayso.reports.documents import document_draft, parse_xml
from sayso.reports.dom import Element
from sayso.reports.encodings import declared_charset, decode
from sayso.reports.fragment import fragment_stretches
from sayso.reports.language import language_code
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_FACTS = {"title": "title", "publisher": "outlet", "date": "published", "language": "language"}
_NO_TITLE = re.compile(r"^(?:untitled|unknown|no title)$|\.\w{2,5}$", re.IGNORECASE)
_EARLIEST = "1450"


@dataclass(slots=True)
class _Book:
    """What the package document says: the facts by name, and the pages in reading order."""

    facts: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    modified: str | None = None


def epub_draft(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """An EPUB file, its contents list left out. Places are the page's name in the archive
    and the text node's XPath in it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(piece.read(limits.page))) as archive:
            check_members(archive, piece.name, limits)
            book = _read_package(archive)
            locked = _locked(archive)
            if locked & set(book.pages):
                raise NotAReport(piece.name, "this book is locked (DRM)")
            stretches = [s for page in book.pages for s in _page(archive, page, piece, limits)]
    except (KeyError, etree.LxmlError, *DAMAGE) as error:
        raise NotAReport(piece.name, f"this book is damaged ({error})") from None
    draft = _titled(document_draft(stretches, piece, book.facts.get("title")), book)
    stated = {
        "outlet": book.facts.get("outlet"),
        "published": _published(book),
        "language": language_code(book.facts.get("language")),
        "authors": tuple(n for a in book.authors for n in people(a) or (a,)),
    }
    kept = {name: value for name, value in stated.items() if value and not draft.facts.get(name)}
    found = {**draft.found, **dict.fromkeys(kept, "book's metadata")}
    yield replace(draft, facts={**draft.facts, **kept}, found=found)


def _titled(draft: Draft, book: _Book) -> Draft:
    """The draft under the book's own title; "Chapter 1" is a heading in it."""
    title = " ".join(book.facts.get("title", "").split())
    shown = " ".join(str(draft.facts.get("title") or "").split())
    if not title or _NO_TITLE.search(title) or title.casefold() == shown.casefold():
        return draft
    blocks = tuple(replace(b, kind="heading") if b.kind == "title" else b for b in draft.blocks)
    facts, found = {**draft.facts, "title": title}, {**draft.found, "title": "book's metadata"}
    return replace(draft, blocks=blocks, facts=facts, found=found)


def _published(book: _Book) -> str | None:
    """The stated date; none where it is the moment of the file's making, or before printing."""
    stated = iso_moment(book.facts.get("published"))
    if not stated or stated < _EARLIEST or stated == iso_moment(book.modified):
        return None
    return stated


def _read_package(archive: zipfile.ZipFile) -> _Book:
    container = parse_xml(archive.read(_CONTAINER))
    path = next((e.get("full-path") or "" for e in _all(container, "rootfile")), "")
    root = parse_xml(archive.read(path))
    book = _Book()
    for element in root.iter():
        name, text = _name(element), (element.text or "").strip() if _name(element) else ""
        if element.get("property") == "dcterms:modified" or _is_event(element):
            book.modified = text or book.modified
        elif name in _FACTS and text:
            book.facts.setdefault(_FACTS[name], text)
        elif name == "creator" and text and not text.casefold().startswith("unknown"):
            book.authors.append(text)
    items = {
        item.get("id"): posixpath.normpath(
            posixpath.join(posixpath.dirname(path), unquote(item.get("href") or ""))
        )
        for item in _all(root, "item")
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
    }
    order = [e.get("idref") for e in _all(root, "itemref") if e.get("linear") != "no"]
    book.pages = [items[key] for key in dict.fromkeys(order) if key in items]
    return book


def _page(archive: zipfile.ZipFile, name: str, piece: Piece, limits: Limits) -> Iterator[Stretch]:
    with archive.open(name) as file:
        data = file.read(limits.page)
    decoded = decode(data, f"{piece.name}/{name}", declared_charset(data))
    for stretch in fragment_stretches(decoded.text, None):
        places = tuple(replace(p, where=f"{name}{p.where}") for p in stretch.places)
        yield replace(stretch, places=places)


def _locked(archive: zipfile.ZipFile) -> set[str]:
    """The members that are encrypted; fonts often are, with no lock on the book."""
    if _LOCKS not in archive.namelist():
        return set()
    references = _all(parse_xml(archive.read(_LOCKS)), "CipherReference")
    return {unquote(reference.get("URI") or "") for reference in references}


def _is_event(element: Element) -> bool:
    """Whether a date is marked as that of a change or of the file (EPUB 2)."""
    events = (value for key, value in element.attrib.items() if key.endswith("event"))
    return any(event in ("modification", "creation", "conversion") for event in events)


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if _name(element) == name)


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
