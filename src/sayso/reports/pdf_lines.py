"""The lines of a PDF's text layer, each with its page, box and type size."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from sayso.errors import NotAReport, SourceTooLarge
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece

Box = tuple[float, float, float, float]
_MOST_LINKS = 500  # on a page
_LONGEST_ADDRESS = 4000


@dataclass(slots=True)
class PdfLine:
    """A line: its page (from 1) and where in its text, its own text, its box in points from
    the bottom left of the page as it is shown, its type size, that page's height, and its links
    as (start, end, address)."""

    page: int
    at: int
    text: str
    box: Box
    size: float
    height: float
    links: tuple[tuple[int, int, str], ...] = ()

    @property
    def width(self) -> float:
        """In points."""
        return self.box[2] - self.box[0]


@contextmanager
def open_pdf(piece: Piece, limits: Limits) -> Iterator[Any]:
    """pypdfium2's document. Raises `NotAReport` for a damaged or locked file, and
    `SourceTooLarge` past `limits.pages`.
    """
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
        yield document
    finally:
        document.close()


def read_lines(document: Any) -> list[PdfLine]:
    """Every line of text in the file, in its own order."""
    return [line for n in range(len(document)) for line in _page_lines(document, n)]


def picture_pages(document: Any, lines: Sequence[PdfLine]) -> list[int]:
    """The numbers of pages that are a picture and have no text."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw  # noqa: PLR0402

    written, found = {line.page for line in lines}, []
    for number in range(1, len(document) + 1):
        if number in written:
            continue
        with suppress(pdfium.PdfiumError):
            page = document[number - 1]
            if next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2), None):
                found.append(number)
            page.close()
    return found


def _page_lines(document: Any, number: int) -> Iterator[PdfLine]:
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw  # noqa: PLR0402

    try:
        page = document[number]
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        return
    height, frame = page.get_height(), (page.get_bbox(), page.get_rotation())
    text, links = textpage.get_text_range(), _links(raw, document, page)
    at = 0
    for part in re.split("(\r\n|\n|\r|(?<=[\x02\ufffe]))", text):
        if part.strip():
            box, size = _measure(raw, textpage, at, part)
            if box:
                linked = _linked(raw, textpage, at, part, links) if links else ()
                shown = _as_shown(box, *frame)
                yield PdfLine(number + 1, at, part.rstrip(), shown, size, height, linked)
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


def _as_shown(box: Box, frame: Box, turned: int) -> Box:
    """A box of the page's own space on the page as it is shown: cut to `frame`, and turned
    clockwise by so many degrees."""
    (left, bottom, right, top), (west, south, east, north) = box, frame
    if turned == 90:
        return bottom - south, east - right, top - south, east - left
    if turned == 180:
        return east - right, north - top, east - left, north - bottom
    if turned == 270:
        return north - top, left - west, north - bottom, right - west
    return left - west, bottom - south, right - west, top - south


def _links(raw: Any, document: Any, page: Any) -> list[tuple[Box, str]]:
    """The boxes on a page that lead to a web address."""
    found: list[tuple[Box, str]] = []
    position, link, area = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    for _ in range(_MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page, position, link):
            break
        address = _address(raw, document, raw.FPDFLink_GetAction(link))
        if address and raw.FPDFLink_GetAnnotRect(link, area):
            found.append(((area.left, area.bottom, area.right, area.top), address))
    return found


def _address(raw: Any, document: Any, action: Any) -> str | None:
    size = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
    if not 0 < size < _LONGEST_ADDRESS:
        return None
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    address = buffer.value.decode("utf-8", "replace")
    return address if address.startswith(("http://", "https://")) else None


def _linked(
    raw: Any, textpage: Any, at: int, part: str, links: Sequence[tuple[Box, str]]
) -> tuple[tuple[int, int, str], ...]:
    """The stretches of a line whose characters have their middle in a link's box."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    held: dict[int, list[int]] = {}
    for index in range(len(part.rstrip())):
        if not raw.FPDFText_GetCharBox(textpage, at + index, left, right, bottom, top):
            continue
        x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
        for number, (box, _) in enumerate(links):
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                held.setdefault(number, []).append(index)
                break
    return tuple((chars[0], chars[-1] + 1, links[number][1]) for number, chars in held.items())
