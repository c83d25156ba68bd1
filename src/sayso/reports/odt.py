"""ODT, the open document: paragraphs, headings, lists, links, notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from sayso.errors import NotAReport
from sayso.reports.archives import DAMAGE
from sayso.reports.compose import Draft
from sayso.reports.documents import (
    check_document,
    document_draft,
    parse_xml,
    placed,
    styled_kind,
)
from sayso.reports.dom import Element
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.values import Span

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SKIPPED = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_TEXT}note-citation"}
)
_PARAGRAPHS = frozenset({f"{_TEXT}h", f"{_TEXT}p"})
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_MOST_SPACES = 100


@dataclass(slots=True)
class _Words:
    """A paragraph's text as it is put together; `links` its (span, target)."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    links: list[tuple[Span, str]] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.size += len(text)


def odt_draft(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """An ODT file. Places are "paragraph=N", counted from 1 in the order of the text.

    Deleted text that is still kept in the file, and comments, are left out.
    """
    data = piece.read(limits.page)
    check_document(data, piece, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = parse_xml(archive.read("content.xml"))
            meta = _part(archive, "meta.xml")
            heads = list(_heads(_part(archive, "styles.xml")))
    except (KeyError, etree.LxmlError, *DAMAGE) as error:
        raise NotAReport(piece.name, f"this document is damaged ({error})") from None
    styles = _parents(root)
    stretches = []
    for number, (element, kind) in enumerate(_paragraphs(root, None), 1):
        words = _Words()
        _read(element, words)
        text = "".join(words.parts)
        if text.strip():
            made = placed(kind or _kind(element, styles), text, number)
            stretches.append(replace(made, links=tuple(words.links)))
    title = next(meta.iter(_TITLE), None) if meta is not None else None
    yield document_draft(stretches, piece, title.text if title is not None else None, heads)


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    return parse_xml(archive.read(name)) if name in archive.namelist() else None


def _heads(styles: Element | None) -> Iterator[str]:
    """The running heads and feet."""
    for edge in styles.iter(f"{_STYLE}header", f"{_STYLE}footer") if styles is not None else ():
        for paragraph in edge.iter(*_PARAGRAPHS):
            words = _Words()
            _read(paragraph, words)
            yield "".join(words.parts)


def _parents(root: Element) -> Mapping[str, str]:
    """The named style behind each automatic one ("P1" → "Title")."""
    return {
        style.get(f"{_STYLE}name") or "": style.get(f"{_STYLE}parent-style-name") or ""
        for style in root.iter(f"{_STYLE}style")
    }


def _kind(element: Element, styles: Mapping[str, str]) -> str:
    name = element.get(f"{_TEXT}style-name") or ""
    kind = styled_kind((styles.get(name) or name).replace("_20_", " "))
    return "heading" if kind == "paragraph" and element.tag == f"{_TEXT}h" else kind


def _paragraphs(parent: Element, kind: str | None) -> Iterator[tuple[Element, str | None]]:
    """Paragraphs, and "list" or "footnote" for those in one; a paragraph's notes come after it."""
    for child in parent:
        if child.tag in _PARAGRAPHS:
            yield child, kind
            for note in child.iter(f"{_TEXT}note-body"):
                yield from _paragraphs(note, "footnote")
        elif child.tag not in _SKIPPED:
            yield from _paragraphs(child, "list" if child.tag == f"{_TEXT}list-item" else kind)


def _count(spaces: Element) -> int:
    stated = (spaces.get(f"{_TEXT}c") or "1")[:9]
    return min(int(stated), _MOST_SPACES) if stated.isdecimal() else 1


def _read(element: Element, words: _Words) -> None:
    words.add(element.text)
    for child in element:
        start = words.size
        if child.tag in _SPACES:
            words.add(_SPACES[child.tag] * _count(child))
        elif isinstance(child.tag, str) and child.tag not in (*_SKIPPED, f"{_TEXT}note"):
            _read(child, words)
        target = child.get(_HREF) if child.tag == f"{_TEXT}a" else None
        if target and target.startswith(("http://", "https://")) and words.size > start:
            words.links.append(((start, words.size), target))
        words.add(child.tail)
