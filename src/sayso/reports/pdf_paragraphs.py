"""A PDF's lines put together: paragraphs, and the words that its line ends break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.reports.assemble import Stretch
from sayso.reports.bylines import byline_authors
from sayso.reports.credits import dateline
from sayso.reports.pdf_lines import PdfLine
from sayso.values import Place, Span

BULLET = re.compile(r"^\s*(?:[•▪◦‣●·\uf0b7\uf0a7–-]|\(?\d{1,2}[.)])\s+")
SIZE_STEP = 1.15
_ENDED = re.compile(r"[.!?…:”\"’)]$")
_GAP = 0.8
_FULL = 0.85
_LEAST_FULL = 20  # characters: a shorter line says nothing of its column's width
_HYPHENS = ("\x02", "\u00ad", "-", "\ufffe")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAST_HALF = 4
_JOINERS = str.maketrans({"\x02": "-", "\u00ad": "-", "\ufffe": "-", "\xa0": " "})


@dataclass(slots=True)
class Paragraph:
    """Lines that are read as one paragraph."""

    lines: list[PdfLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its lines, joined by spaces."""
        return " ".join(line.text.strip() for line in self.lines)


def join_lines(lines: Sequence[PdfLine], body: float) -> list[Paragraph]:
    """The paragraphs that lines make; `body` is the size of the type that most are in."""
    widths = sorted(
        line.width
        for line in lines
        if len(line.text) >= _LEAST_FULL and line.size <= SIZE_STEP * body
    )
    column = widths[len(widths) * 3 // 4] if widths else 0.0
    paragraphs: list[Paragraph] = []
    for line in lines:
        large = line.size > SIZE_STEP * body
        if paragraphs and _goes_on(paragraphs[-1], line, column, large=large):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Paragraph([line]))
    return paragraphs


def _goes_on(paragraph: Paragraph, line: PdfLine, column: float, *, large: bool) -> bool:
    """Whether a line goes on the paragraph: same size, right below, or after a break of column
    or page in the middle of a sentence. A byline and a dateline stand at a paragraph's head;
    the lines of a headline, in large type, may be centred."""
    last = paragraph.lines[-1]
    if max(last.size, line.size) > SIZE_STEP * min(last.size, line.size):
        return False
    if BULLET.match(line.text) or (len(paragraph.lines) == 1 and byline_authors(last.text)):
        return False
    widest = max(item.width for item in paragraph.lines)
    ended = bool(_ENDED.search(last.text))
    short = last.width < _FULL * max(widest, line.width, column)
    if (ended or short) and _heads_paragraph(line.text.strip()):
        return False
    below = last.page == line.page and line.box[3] <= last.box[3]
    if not below:
        full = last.width > 0.7 * widest and len(last.text) > _LEAST_FULL
        return not ended and (full or line.text.lstrip()[:1].islower())
    gap = last.box[1] - line.box[3]
    tall = max(last.box[3] - last.box[1], line.box[3] - line.box[1])
    if gap > _GAP * tall:
        return False
    if large:
        return not (ended and short)
    beside = _column(paragraph)
    indented = line.box[0] - min(item.box[0] for item in beside) > 0.8 * line.size
    return not (ended and (indented or short)) and not (indented and len(beside) > 1)


def _column(paragraph: Paragraph) -> list[PdfLine]:
    """The paragraph's lines since it last went on in another column or on another page."""
    lines = paragraph.lines
    start = len(lines) - 1
    while start and lines[start - 1].page == lines[start].page:
        if lines[start].box[3] > lines[start - 1].box[3]:
            break
        start -= 1
    return lines[start:]


def _heads_paragraph(text: str) -> bool:
    return bool(byline_authors(text) or dateline(text, 0, len(text)))


def known_words(lines: Sequence[PdfLine]) -> frozenset[str]:
    """The words of a text in small letters, with their hyphens; no halves at line ends."""
    known: set[str] = set()
    broken = False
    for line in lines:
        words = _WORD.findall(line.text.casefold())
        ends = line.text.rstrip().endswith(_HYPHENS)
        known.update(words[1 if broken else 0 : len(words) - ends])
        broken = ends
    return frozenset(known)


def lay_paragraph(paragraph: Paragraph, kind: str, known: frozenset[str] = frozenset()) -> Stretch:
    """The lines joined by spaces, words broken at line ends made whole.

    A hyphen stays where the text's other words (`known`) speak for it.
    """
    parts: list[str] = []
    places: list[Place] = []
    links: list[tuple[Span, str]] = []
    at = 0
    for number, line in enumerate(paragraph.lines):
        words = line.text.strip()
        offset = line.at + len(line.text) - len(line.text.lstrip())
        following = paragraph.lines[number + 1 : number + 2]
        if following and _is_broken(words, following[0].text.lstrip()):
            keep = _keeps_hyphen(words, following[0].text.lstrip(), known)
            words, gap = (words if keep else words[:-1]), ""
        elif words.endswith(("\x02", "\ufffe")):
            gap = ""
        else:
            gap = " " if following else ""
        words = words.translate(_JOINERS)
        indent = len(line.text) - len(line.text.lstrip())
        for start, end, address in line.links:
            _add_link(links, (at + start - indent, at + min(end - indent, len(words))), address)
        end, where = at + len(words), f"page={line.page}"
        places.append(Place(at, end, where, offset, line.box, line.height))
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


def _is_broken(line: str, following: str) -> bool:
    """A hyphen at the line's end within a word: a small letter before it and after."""
    if len(line) < 3 or not line.endswith(_HYPHENS) or not following:
        return False
    return line[-2].isalpha() and following[0].islower()


def _keeps_hyphen(line: str, following: str, known: frozenset[str]) -> bool:
    """Whether a word broken at its hyphen is written with it: not met without it elsewhere, and
    met with it, or both its halves are words of the text."""
    left = _WORD.findall(line[:-1].casefold())[-1:]
    right = _WORD.findall(following.casefold())[:1]
    if line[-1] == "\u00ad" or not left or not right or left[0] + right[0] in known:
        return False
    if f"{left[0]}-{right[0]}" in known:
        return True
    halves = (left[0].rpartition("-")[2], right[0].partition("-")[0])
    return all(len(half) >= _LEAST_HALF and half in known for half in halves)
