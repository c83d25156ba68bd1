"""PDF with a text layer: lines with boxes, put together to paragraphs.

Lines come in the order in which the program that wrote the file drew them, which keeps
columns apart. Running heads and page numbers are found by their repetition at the pages'
edges and left out; words broken at line ends are joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from sayso.errors import NotAReport, SourceTooLarge
from sayso.reports.assemble import Stretch, assemble, lead_lines, mark_standfirst
from sayso.reports.bylines import byline_authors
from sayso.reports.compose import Draft
from sayso.reports.furniture import line_kind
from sayso.reports.limits import Limits
from sayso.reports.mastheads import head_facts
from sayso.reports.metadata import Metadata, Stated
from sayso.reports.ocr import read_scan
from sayso.reports.outlets import choose_outlet
from sayso.reports.papers import is_paper
from sayso.reports.pdf_lines import PdfLine, open_pdf, picture_pages, read_lines
from sayso.reports.pdf_paragraphs import (
    BULLET,
    SIZE_STEP,
    Paragraph,
    join_lines,
    known_words,
    lay_paragraph,
)
from sayso.reports.pieces import Piece
from sayso.reports.running import is_bare_day, is_running_head

_EDGE = 0.12
_REPEATED = 0.5
_STEP = 2.4  # points
_DIGITS = re.compile(r"\d+")
_FOLIO_ENDS = re.compile(r"^\d+|\d+(?:\s?(?:/|of)\s?\d+)?$")
_SMALLER = 0.9
_LONGEST_HEAD = 80
_FOLIOS = frozenset({"#", "page #", "# of #", "#/#", "- # -", "– # –", "page # of #"})
_LEAD = 6
_LONGEST_TITLE = 250
_BROWSERS = re.compile(r"\b(?:Mozilla|Chrom(?:e|ium)|Firefox|Safari|Skia)\b")
_TAIL = re.compile(r"\s[|–—·»-]\s")
_FILE_NAME = re.compile(r"^(?:Microsoft \w+ - |untitled\b)|\.\w{2,5}$", re.IGNORECASE)
_LEAST_TITLE = 3


@dataclass(slots=True)
class _Layer:
    """A file's lines and what they left out at the pages' edges; what its properties say; what
    the user should know of it; and what read it, if it is a scan."""

    lines: list[PdfLine]
    edges: list[str]
    properties: dict[str, str]
    warnings: tuple[str, ...] = ()
    found: dict[str, str] = field(default_factory=dict)


def pdf_draft(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """The draft of a PDF. Places are "page=N" with the box of each line.

    A scan is read by Tesseract if that is installed. Raises `NotAReport` for a damaged or
    locked file, and for one in which no text is found; `SourceTooLarge` past `limits.pages`.
    """
    layer = _read_layer(piece, limits)
    body = median(line.size for line in layer.lines for _ in range(max(len(line.text) // 20, 1)))
    paragraphs = join_lines(layer.lines, body)
    title = _title(paragraphs, body)
    kinds = ("title" if p is title else _kind(p, n, body) for n, p in enumerate(paragraphs))
    words = known_words(layer.lines)
    laid = (lay_paragraph(p, kind, words) for p, kind in zip(paragraphs, kinds, strict=True))
    stretches = mark_standfirst([s for s in laid if s.kind != "furniture"])
    made = assemble(stretches)
    stated = _facts(stretches, layer)
    lead = stretches[: _LEAD + 2]
    authors = next((byline_authors(s.text) for s in lead if s.kind == "byline"), ())
    facts = {name: s.value for name, s in stated.items()} | {"authors": authors}
    found = {name: s.where for name, s in stated.items()} | {"authors": "byline"}
    yield Draft(
        piece.name,
        made.text,
        tuple(made.blocks),
        tuple(made.credits),
        facts,
        {**layer.found, **found},
        layer.warnings,
    )


def _facts(stretches: Sequence[Stretch], layer: _Layer) -> dict[str, Stated]:
    """What the first page, the running heads and the properties say. No clock of the file's is
    a date of publication, and whoever saved a file is not its author."""
    title = next((s.text for s in stretches if s.kind == "title"), None)
    found: dict[str, Stated | None] = {**head_facts(layer.edges, lead_lines(stretches))}
    shown = Stated(title, "largest type on page 1") if title else None
    if shown:
        found["outlet"] = _beside_title(shown, layer.properties) or found.get("outlet")
    found["title"] = shown or _stated_title(layer.properties)
    return {name: stated for name, stated in found.items() if stated}


def _beside_title(title: Stated, properties: dict[str, str]) -> Stated | None:
    """The outlet in the title of a page that a browser printed: "Talks | The Verrania Ledger"."""
    head = properties.get("Title", "")
    printed = _BROWSERS.search(f"{properties.get('Creator')} {properties.get('Producer')}")
    if not printed or not _TAIL.match(head[len(title.value) :]):
        return None
    data = Metadata(title=[Stated(head, "document properties")])
    return choose_outlet(data, title, None)


def _stated_title(properties: dict[str, str]) -> Stated | None:
    title = " ".join(properties.get("Title", "").split())
    if len(title.split()) < _LEAST_TITLE or _FILE_NAME.search(title):
        return None
    return Stated(title, "document properties")


def _read_layer(piece: Piece, limits: Limits) -> _Layer:
    with open_pdf(piece, limits) as document:
        properties = _properties(document)
        lines, edges = _part_edges(read_lines(document))
        if lines:
            pictures = ", ".join(map(str, picture_pages(document, lines)))
            warning = f"these pages are pictures without text, and were not read: {pictures}"
            return _Layer(lines, edges, properties, (warning,) if pictures else ())
        scanned = read_scan(document, piece.name, limits)
        count = len(document)
    if not scanned.pages:
        raise SourceTooLarge(piece.name, "this PDF is a scan, and reading a page takes too long")
    lines, edges = _part_edges(scanned.lines)
    if not lines:
        raise NotAReport(piece.name, "this PDF is a scan in which no text was found")
    warnings = ["its words were read from a scan by tesseract, and some may be misread"]
    if scanned.pages < count:
        warnings.append(f"only {scanned.pages} of its {count} pages were read, for want of time")
    return _Layer(lines, edges, properties, tuple(warnings), {"ocr": scanned.reader})


def _properties(document: Any) -> dict[str, str]:
    return {str(k): str(v) for k, v in document.get_metadata_dict(skip_empty=True).items()}


def _part_edges(lines: Sequence[PdfLine]) -> tuple[list[PdfLine], list[str]]:
    """The text's lines, and the texts at the pages' edges: each once, those of page 1 too.

    Page numbers and running heads are no lines of the text: edge lines that repeat at one height,
    digits aside (an answer in a transcript repeats, too, but anywhere). On one page alone, a
    short edge line counts as one that is in smaller type than the text's, or that stands apart
    and says no more than running heads do.
    """
    pages = len({line.page for line in lines})
    met = Counter((_key(line), _height(line)) for line in lines if _at_edge(line))
    often = max(2, pages * _REPEATED)
    body = median(line.size for line in lines) if lines else 0.0

    def runs(line: PdfLine) -> bool:
        if not _at_edge(line):
            return False
        small = line.size < _SMALLER * body and len(line.text) < _LONGEST_HEAD
        key, height = _key(line), _height(line)
        repeated = sum(met[key, near] for near in (height - 1, height, height + 1)) >= often
        alone = pages == 1 and (small or _is_set_off(line, lines))
        return key in _FOLIOS or repeated or alone

    edges = {
        line.text.strip(): None
        for line in lines
        if runs(line) or (line.page == 1 and _at_edge(line) and len(line.text) < _LONGEST_HEAD)
    }
    return [line for line in lines if not runs(line)], list(edges)


def _is_set_off(line: PdfLine, lines: Sequence[PdfLine]) -> bool:
    """Whether a line is worded as a running head and lies its own height or more outside of all
    the text, on a single page."""
    if not is_running_head(line.text):
        return False
    _, bottom, _, top = line.box
    gap = top - bottom
    text = [other for other in lines if not _is_about_page(other)]
    above = all(other.box[3] <= bottom - gap for other in text)
    return bool(text) and (above or all(other.box[1] >= top + gap for other in text))


def _is_about_page(line: PdfLine) -> bool:
    """Whether a line at the edge says no more than what running heads, dates and folios do."""
    if not _at_edge(line):
        return False
    return _key(line) in _FOLIOS or is_running_head(line.text) or is_bare_day(line.text)


def _height(line: PdfLine) -> int:
    """Where a line stands on its page, in steps of a fifth of a line."""
    return round((line.box[1] + line.box[3]) / 2 / _STEP)


def _at_edge(line: PdfLine) -> bool:
    middle = (line.box[1] + line.box[3]) / 2
    return middle < _EDGE * line.height or middle > (1 - _EDGE) * line.height


def _key(line: PdfLine) -> str:
    """The line without page numbers; in a long one, which may be the text's, only at its ends."""
    text = line.text.strip().casefold()
    return (_FOLIO_ENDS if len(text) > _LONGEST_HEAD else _DIGITS).sub("#", text)


def _title(paragraphs: Sequence[Paragraph], body: float) -> Paragraph | None:
    """The largest type on the first page, if larger than the body's, short, and no masthead."""
    sizes = [
        p
        for p in paragraphs
        if p.lines[0].page == 1
        and len(p.text.split()) > 1
        and len(p.text) <= _LONGEST_TITLE
        and not is_paper(p.text)
    ]
    largest = max(sizes, key=lambda p: p.lines[0].size, default=None)
    return largest if largest and largest.lines[0].size > SIZE_STEP * body else None


def _kind(paragraph: Paragraph, number: int, body: float) -> str:
    text = paragraph.text
    kind = line_kind(text)
    if kind:
        return kind
    if number < _LEAD and byline_authors(text):
        return "byline"
    if paragraph.lines[0].size > SIZE_STEP * body and len(text) <= _LONGEST_TITLE:
        return "heading"
    return "list" if BULLET.match(text) else "paragraph"
