"""DOCX: paragraphs, headings, lists, links; and what all word processors' documents share."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from sayso.errors import NotAReport
from sayso.reports.archives import DAMAGE, check_members
from sayso.reports.assemble import Stretch, assemble, lead_lines, mark_standfirst
from sayso.reports.bylines import byline_authors
from sayso.reports.compose import Draft
from sayso.reports.dom import Element
from sayso.reports.furniture import line_kind
from sayso.reports.limits import Limits
from sayso.reports.mastheads import head_facts
from sayso.reports.pieces import Piece
from sayso.values import Place, Span

_STYLES = (
    ("title", "title"),
    ("subtitle", "standfirst"),
    ("heading", "heading"),
    ("list", "list"),
    ("quot", "quote"),
    ("intense quote", "quote"),
    ("caption", "caption"),
)
_RUNS = " | ".join(
    f"./{around}w:{part}"
    for around in ("", "w:ins/", "w:smartTag/", "w:sdt/w:sdtContent/")
    for part in ("r", "hyperlink")
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_REFERENCES = " | ".join(
    f".//w:{kind}Reference[not(ancestor::w:del)]" for kind in ("footnote", "endnote")
)
_ABOVE = 5


def docx_draft(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """A DOCX file. Places are "paragraph=N", counted from 1 through the body and its tables; a
    note stands behind the paragraph that refers to it, at "footnote=ID".
    """
    from docx.exceptions import PythonDocxError

    data = piece.read(limits.page)
    check_document(data, piece, limits)
    try:
        stretches, title, heads = _read_docx(data)
    except (
        KeyError,
        TypeError,
        AttributeError,
        etree.LxmlError,
        PythonDocxError,
        *DAMAGE,
    ) as error:
        # python-docx reads parts as they are asked for, and checks few of them
        raise NotAReport(piece.name, f"this document is damaged ({error})") from None
    yield document_draft(stretches, piece, title, heads)


def _read_docx(data: bytes) -> tuple[list[Stretch], str | None, list[str]]:
    """The paragraphs with text in them, the title that the file's properties state, and the
    running heads and feet."""
    from docx import Document

    document = Document(io.BytesIO(data))
    styles = {style.style_id: style.name or "" for style in document.styles}
    notes = dict(_notes(document))
    made: list[Stretch] = []
    for number, paragraph in enumerate(_paragraphs(document), 1):
        stretch = _stretch(paragraph, number, styles)
        made += [stretch] if stretch else []
        made += (notes[key] for key in _referred(paragraph) if key in notes)
    title = document.core_properties.title or None
    return made, title, list(_heads(document))


def _notes(document: Any) -> Iterator[tuple[str, Stretch]]:
    """The footnotes and endnotes by kind and number, as stretches; their places say both."""
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in _NOTES:
            continue
        for note in parse_xml(relation.target_part.blob).iter(f"{_W}{_NOTES[kind]}"):
            paragraphs = ("".join(_note_words(p)).strip() for p in note.iter(f"{_W}p"))
            text = " ".join(filter(None, paragraphs))
            key = f"{_NOTES[kind]}={note.get(f'{_W}id')}"
            if text and note.get(f"{_W}type", "normal") == "normal":
                yield key, Stretch("footnote", text, (Place(0, len(text), key),))


def _note_words(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        yield (element.text or "") if element.tag == f"{_W}t" else " "


def _referred(paragraph: Any) -> Iterator[str]:
    """The notes that a paragraph's words now refer to."""
    for reference in paragraph._p.xpath(_REFERENCES):  # noqa: SLF001 - as in `_stretch`
        name = reference.tag.rpartition("}")[2].removesuffix("Reference")
        yield f"{name}={reference.get(f'{_W}id')}"


def _heads(document: Any) -> Iterator[str]:
    for section in document.sections:
        for edge in (section.header, section.footer):
            if not edge.is_linked_to_previous:
                yield from (p.text for p in edge.paragraphs if p.text.strip())


def check_document(data: bytes, piece: Piece, limits: Limits) -> None:
    """Raises a `ReportError` for a damaged archive or one that unpacks to too much."""
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


def _stretch(paragraph: Any, number: int, styles: Mapping[str, str]) -> Stretch | None:
    """A paragraph's words as they stand now: insertions count, deletions do not."""
    element = paragraph._p  # noqa: SLF001 - python-docx leaves out tracked insertions
    parts, links, at = [], list[tuple[Span, str]](), 0
    for part in element.xpath(_RUNS):
        words = part.text
        address = _address(part, paragraph)
        if address and words:
            links.append(((at, at + len(words)), address))
        parts.append(words)
        at += len(words)
    text = "".join(parts)
    if not text.strip():
        return None
    kind = styled_kind(styles.get(element.style, ""))
    if kind == "paragraph" and element.xpath("./w:pPr/w:numPr"):
        kind = "list"
    return replace(placed(kind, text, number), links=tuple(links))


def _address(part: Any, paragraph: Any) -> str | None:
    """The web address that a run is a link to."""
    relation = paragraph.part.rels.get(getattr(part, "rId", None))
    target = str(relation.target_ref) if relation is not None and relation.is_external else ""
    return target if target.startswith(("http://", "https://")) else None


def parse_xml(data: bytes) -> Element:
    """The root, with no entity resolved and nothing loaded. Raises `etree.LxmlError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def placed(kind: str, text: str, number: int) -> Stretch:
    """A paragraph as a stretch; the rules of `furniture.py` judge one without a style."""
    if kind == "paragraph":
        kind = line_kind(text) or "paragraph"
    return Stretch(kind, text, (Place(0, len(text), f"paragraph={number}"),))


def styled_kind(style: str) -> str:
    """The kind of block that a paragraph style's name stands for."""
    name = style.casefold()
    return next((kind for start, kind in _STYLES if name.startswith(start)), "paragraph")


def document_draft(
    stretches: list[Stretch], piece: Piece, stated: str | None, heads: Sequence[str] = ()
) -> Draft:
    """The title is a paragraph of that style, else the first heading, else what is stated.

    `heads` are the running heads and feet, which are no part of the text.
    """
    if not stretches:
        raise NotAReport(piece.name, "there is no text in this document")
    first = stretches[0]
    title = next((s.text for s in stretches if s.kind == "title"), None)
    where = "title style" if title else "document properties"
    if not title and (first.kind == "heading" or first.text.strip() == (stated or "").strip()):
        title, where = first.text, "first heading" if first.kind == "heading" else where
        stretches = [replace(first, kind="title"), *stretches[1:]]
    stretches = [
        Stretch("byline", s.text, s.places, s.links)
        if n < _ABOVE and s.kind == "paragraph" and byline_authors(s.text)
        else s
        for n, s in enumerate(stretches)
    ]
    bylines = (byline_authors(s.text) for s in stretches if s.kind == "byline")
    made = assemble(mark_standfirst([s for s in stretches if s.kind != "furniture"]))
    shown = head_facts(heads, lead_lines(stretches))
    facts: dict[str, object] = {name: s.value for name, s in shown.items()}
    found = {name: s.where for name, s in shown.items()}
    facts |= {"title": title or stated, "authors": next(bylines, ())}
    found |= {"title": where, "authors": "byline"}
    return Draft(piece.name, made.text, tuple(made.blocks), tuple(made.credits), facts, found)
