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

from sayso.errors import NotAReport, SourceTooLarge
from sayso.reports.assemble import Stretch, assemble
from sayso.reports.bylines import byline_authors
from sayso.reports.compose import Draft
from sayso.reports.dates import find_dates
from sayso.reports.furniture import line_kind
from sayso.reports.limits import Limits
from sayso.reports.ocr import read_scan
from sayso.reports.pdf_lines import PdfLine, open_pdf, picture_pages, read_lines
from sayso.reports.pieces import Piece
from sayso.values import Place, Span

_EDGE = 0.12
_REPEATED = 0.5
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"^\s*(?:[•▪◦‣●·–-]|\(?\d{1,2}[.)])\s+")
_ENDED = re.compile(r"[.!?…:”\"’)]$")
_GAP = 0.8
_SMALLER = 0.9
_LONGEST_HEAD = 80
_SIZE_STEP = 1.15
_FOLIOS = frozenset({"#", "page #", "# of #", "#/#", "- # -", "– # –", "page # of #"})
_HYPHENS = ("\x02", "\u00ad", "-", "\ufffe")
_LEAD = 6
_LONGEST_TITLE = 250
_AROUND_DATE = 40


@dataclass(slots=True)
class _Paragraph:
    lines: list[PdfLine] = field(default_factory=list)


def pdf_draft(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """The draft of a PDF. Places are "page=N" with the box of each line.

    A scan is read by Tesseract if that is installed. Raises `NotAReport` for a damaged or
    locked file, and for one in which no text is found; `SourceTooLarge` past `limits.pages`.
    """
    lines, warnings, found = _lines(piece, limits)
    paragraphs = _paragraphs(lines)
    body = median(line.size for line in lines for _ in range(max(len(line.text) // 20, 1)))
    title = _title(paragraphs, body)
    stretches = [
        s
        for n, p in enumerate(paragraphs)
        if (s := _stretch(p, "title" if p is title else _kind(p, n, body))).kind != "furniture"
    ]
    made = assemble(stretches)
    lead = stretches[: _LEAD + 2]
    facts = {
        "title": next((s.text for s in stretches if s.kind == "title"), None),
        "authors": next((byline_authors(s.text) for s in lead if s.kind == "byline"), ()),
        "published": _date(lead),
    }
    found |= {
        "title": "largest type on page 1",
        "authors": "byline",
        "published": "line by the title",
    }
    yield Draft(
        piece.name, made.text, tuple(made.blocks), tuple(made.credits), facts, found, warnings
    )


def _lines(piece: Piece, limits: Limits) -> tuple[list[PdfLine], tuple[str, ...], dict[str, str]]:
    """The file's lines, what the user should know of them, and what read them if it is a scan."""
    with open_pdf(piece, limits) as document:
        lines = _without_edges(read_lines(document))
        if lines:
            pictures = ", ".join(map(str, picture_pages(document, lines)))
            warning = f"these pages are pictures without text, and were not read: {pictures}"
            return lines, (warning,) if pictures else (), {}
        scanned = read_scan(document, piece.name, limits)
        count = len(document)
    lines = _without_edges(scanned.lines)
    if not scanned.pages:
        raise SourceTooLarge(piece.name, "this PDF is a scan, and reading a page takes too long")
    if not lines:
        raise NotAReport(piece.name, "this PDF is a scan in which no text was found")
    warnings = ["its words were read from a scan by tesseract, and some may be misread"]
    if scanned.pages < count:
        warnings.append(f"only {scanned.pages} of its {count} pages were read, for want of time")
    return lines, tuple(warnings), {"ocr": scanned.reader}


def _without_edges(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Without page numbers and running heads: edge lines that repeat, digits aside.

    On one page alone, a short edge line in smaller type than the text's counts as one.
    """
    pages = len({line.page for line in lines})
    keys = Counter(_key(line) for line in lines if _at_edge(line))
    often = max(2, pages * _REPEATED)
    body = median(line.size for line in lines) if lines else 0.0

    def runs(line: PdfLine) -> bool:
        if not _at_edge(line):
            return False
        small = line.size < _SMALLER * body and len(line.text) < _LONGEST_HEAD
        return _key(line) in _FOLIOS or keys[_key(line)] >= often or (pages == 1 and small)

    return [line for line in lines if not runs(line)]


def _at_edge(line: PdfLine) -> bool:
    middle = (line.box[1] + line.box[3]) / 2
    return middle < _EDGE * line.height or middle > (1 - _EDGE) * line.height


def _key(line: PdfLine) -> str:
    return _DIGITS.sub("#", line.text.strip().casefold())


def _paragraphs(lines: Sequence[PdfLine]) -> list[_Paragraph]:
    paragraphs: list[_Paragraph] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(_Paragraph([line]))
    return paragraphs


def _goes_on(paragraph: _Paragraph, line: PdfLine) -> bool:
    """Whether a line goes on the paragraph: same size, right below, or after a break of column
    or page in the middle of a sentence."""
    last = paragraph.lines[-1]
    if max(last.size, line.size) > _SIZE_STEP * min(last.size, line.size) or _BULLET.match(
        line.text
    ):
        return False
    widest = max(item.width for item in paragraph.lines)
    below = last.page == line.page and line.box[3] <= last.box[3]
    if not below:
        return not _ENDED.search(last.text) and last.width > 0.7 * widest and len(last.text) > 20
    gap = last.box[1] - line.box[3]
    tall = max(last.box[3] - last.box[1], line.box[3] - line.box[1])
    if gap > _GAP * tall:
        return False
    indented = line.box[0] - min(item.box[0] for item in paragraph.lines) > 0.8 * line.size
    ended = bool(_ENDED.search(last.text))
    short = last.width < 0.85 * max(widest, line.width)
    return not (ended and (indented or short)) and not (indented and len(paragraph.lines) > 1)


def _stretch(paragraph: _Paragraph, kind: str) -> Stretch:
    """The lines joined by spaces, words broken at line ends made whole."""
    parts: list[str] = []
    places: list[Place] = []
    links: list[tuple[Span, str]] = []
    at = 0
    for number, line in enumerate(paragraph.lines):
        words = line.text.strip()
        offset = line.at + len(line.text) - len(line.text.lstrip())
        following = paragraph.lines[number + 1 : number + 2]
        if following and _is_broken(words, following[0].text.lstrip()):
            words, gap = words[:-1], ""
        elif words.endswith(("\x02", "\ufffe")):
            gap = ""
        else:
            gap = " " if following else ""
        words = words.translate(_JOINERS)
        indent = len(line.text) - len(line.text.lstrip())
        for start, end, address in line.links:
            _add_link(links, (at + start - indent, at + min(end - indent, len(words))), address)
        places.append(Place(at, at + len(words), f"page={line.page}", offset, line.box))
        parts.append(words + gap)
        at += len(words) + len(gap)
    return Stretch(kind, "".join(parts), tuple(places), tuple(links))


def _add_link(links: list[tuple[Span, str]], span: Span, address: str) -> None:
    """Add a link, or more of the one before it, where it goes on in the next line."""
    start, end = span
    if links and links[-1][1] == address and start - links[-1][0][1] <= 1:
        start = links.pop()[0][0]
    if start < end:
        links.append(((start, end), address))


_JOINERS = str.maketrans({"\x02": "-", "\u00ad": "-", "\ufffe": "-", "\xa0": " "})


def _is_broken(line: str, following: str) -> bool:
    """A hyphen at the line's end within a word: a small letter before it and after."""
    if len(line) < 3 or not line.endswith(_HYPHENS) or not following:
        return False
    return line[-2].isalpha() and following[0].islower()


def _title(paragraphs: Sequence[_Paragraph], body: float) -> _Paragraph | None:
    """The largest type on the first page, if larger than the body's and short."""
    first = [p for p in paragraphs if p.lines[0].page == 1]
    sizes = [p for p in first if len(_joined(p)) <= _LONGEST_TITLE and len(_joined(p).split()) > 1]
    largest = max(sizes, key=lambda p: p.lines[0].size, default=None)
    return largest if largest and largest.lines[0].size > _SIZE_STEP * body else None


def _joined(paragraph: _Paragraph) -> str:
    return " ".join(line.text.strip() for line in paragraph.lines)


def _kind(paragraph: _Paragraph, number: int, body: float) -> str:
    text = _joined(paragraph)
    kind = line_kind(text)
    if kind:
        return kind
    if number < _LEAD and byline_authors(text):
        return "byline"
    if paragraph.lines[0].size > _SIZE_STEP * body and len(text) <= _LONGEST_TITLE:
        return "heading"
    return "list" if _BULLET.match(text) else "paragraph"


def _date(lead: Sequence[Stretch]) -> str | None:
    """The date of a short line near the top that is about its date; no clock of the file's."""
    for stretch in lead:
        for dated in find_dates(stretch.text):
            around = len(stretch.text) - (dated.end - dated.start)
            if dated.other is None and around <= _AROUND_DATE:
                return dated.iso
    return None
