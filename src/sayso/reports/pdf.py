"""PDF with a text layer: lines with boxes, put together to paragraphs.

Lines come in the order in which the program that wrote the file drew them, which keeps
columns apart. Running heads and page numbers are found by their repetition at the pages'
edges and left out; words broken at line ends are joined.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from sayso.errors import NotAReport, SourceTooLarge
from sayso.reports.assemble import Stretch, assemble
from sayso.reports.bylines import byline_authors
from sayso.reports.compose import Draft
from sayso.reports.dates import find_dates
from sayso.reports.furniture import line_kind
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.values import Place

Box = tuple[float, float, float, float]
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
class PdfLine:
    """A line: its page (from 1) and where in its text, its own text, its box in points from
    the bottom left, its type size, and the page's height."""

    page: int
    at: int
    text: str
    box: Box
    size: float
    height: float

    @property
    def width(self) -> float:
        """In points."""
        return self.box[2] - self.box[0]


@dataclass(slots=True)
class _Paragraph:
    lines: list[PdfLine] = field(default_factory=list)


def pdf_draft(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """The draft of a PDF. Places are "page=N" with the box of each line.

    Raises `NotAReport` for a damaged or locked file, and for one without a text layer;
    `SourceTooLarge` past `limits.pages`.
    """
    lines = _without_edges(read_lines(piece, limits))
    if not lines:
        raise NotAReport(
            piece.name, "this PDF has no text layer (a scan?): give it one first, as by ocrmypdf"
        )
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
    found = {
        "title": "largest type on page 1",
        "authors": "byline",
        "published": "line by the title",
    }
    yield Draft(piece.name, made.text, tuple(made.blocks), tuple(made.credits), facts, found)


def read_lines(piece: Piece, limits: Limits) -> list[PdfLine]:
    """Every line of text in the file, in its own order."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(piece.read(limits.page))
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).casefold()
        reason = "it is locked with a password" if locked else "this PDF is damaged"
        raise NotAReport(piece.name, reason) from None
    try:
        if len(document) > limits.pages:
            raise SourceTooLarge(piece.name, f"it has more than {limits.pages} pages")
        return [line for n in range(len(document)) for line in _page_lines(document, n)]
    finally:
        document.close()


def _page_lines(document: Any, number: int) -> Iterator[PdfLine]:
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw  # noqa: PLR0402

    try:
        page = document[number]
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        return
    height = page.get_height()
    text = textpage.get_text_range()
    at = 0
    for part in re.split("(\r\n|\n|\r|(?<=[\x02\ufffe]))", text):
        if part.strip():
            box, size = _measure(raw, textpage, at, part)
            if box:
                yield PdfLine(number + 1, at, part.rstrip(), box, size, height)
        at += len(part)
    textpage.close()
    page.close()


def _measure(raw: Any, textpage: Any, at: int, part: str) -> tuple[Box | None, float]:
    """The box round the characters from `at` on, and their largest type size."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    boxes, size = [], 0.0
    for index in range(at, at + len(part)):
        if not raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
            continue
        if right.value > left.value:
            boxes.append((left.value, bottom.value, right.value, top.value))
            size = max(size, raw.FPDFText_GetFontSize(textpage, index))
    if not boxes:
        return None, 0.0
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (min(lefts), min(bottoms), max(rights), max(tops)), size


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
        places.append(Place(at, at + len(words), f"page={line.page}", offset, line.box))
        parts.append(words + gap)
        at += len(words) + len(gap)
    return Stretch(kind, "".join(parts), tuple(places))


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
