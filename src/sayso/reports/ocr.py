"""The text of scanned pages, by Tesseract where that program is installed.

Tesseract (Apache-2.0) is a program of its own; nothing is drawn in if it is not there.
`SAYSO_OCR` names the languages that it looks for ("eng+fra"); without it, English.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sayso.errors import NotAReport
from sayso.reports.limits import Limits
from sayso.reports.pdf_lines import PdfLine

NEEDED = "install tesseract (as by: apt install tesseract-ocr) or give it a text layer by ocrmypdf"
_DPI = 300
_POINTS = 72
_LARGEST = 40_000_000  # pixels; a page of A0 is read in fewer to the inch
_SHARE = 0.8  # of the worker's time; the rest is for putting the lines together
_WORD = "5"
_TRUSTED = 30.0
_BOX = ("left", "top", "width", "height")
_PLACE = ("block_num", "par_num", "line_num")
_FIGURE = re.compile("[0-9]{1,6}")
_SIZE = 1.25  # type size over the height of a line's letters


@dataclass(frozen=True, slots=True)
class Scanned:
    """The lines read, how many pages they come from, and what read them."""

    lines: list[PdfLine]
    pages: int
    reader: str


def languages() -> str:
    """What Tesseract is asked to look for."""
    return os.environ.get("SAYSO_OCR", "eng")


def read_scan(document: Any, name: str, limits: Limits) -> Scanned:
    """Every line that Tesseract finds, page by page, until most of the time is used.

    `document` is pypdfium2's. Raises `NotAReport` that says what is missing.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise NotAReport(name, f"this PDF has no text layer (a scan?): {NEEDED}")
    end = time.monotonic() + _SHARE * limits.seconds
    lines: list[PdfLine] = []
    pages = 0
    for number in range(1, len(document) + 1):
        left = end - time.monotonic()
        if left <= 0:
            break
        try:
            lines += _page(document, number, program, left)
        except subprocess.TimeoutExpired:
            break
        except (OSError, subprocess.CalledProcessError) as error:
            raise NotAReport(name, f"this PDF is a scan, and {_failure(error)}") from None
        pages = number
    return Scanned(lines, pages, f"tesseract, {languages()}")


def _failure(error: Exception) -> str:
    said = (getattr(error, "stderr", None) or b"").decode("utf-8", "replace").splitlines()
    return f"tesseract failed on it ({said[-1] if said else error})"


def _page(document: Any, number: int, program: str, seconds: float) -> list[PdfLine]:
    import pypdfium2 as pdfium

    try:
        page = document[number - 1]
    except pdfium.PdfiumError:  # a damaged page among sound ones
        return []
    width, height = page.get_size()
    scale = min(_DPI / _POINTS, (_LARGEST / max(width * height, 1.0)) ** 0.5)
    picture = page.render(scale=scale, grayscale=True).to_numpy()
    rows, columns = picture.shape[:2]
    done = subprocess.run(  # noqa: S603 - a fixed program, no words of the file's in its arguments
        [program, "stdin", "stdout", "-l", languages(), "--dpi", str(_DPI), "tsv"],
        input=b"P5 %d %d 255\n" % (columns, rows) + picture.tobytes(),
        capture_output=True,
        timeout=seconds,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return list(_lines(done.stdout.decode("utf-8", "replace"), number, scale, height))


def _lines(table: str, page: int, scale: float, height: float) -> Iterator[PdfLine]:
    """Tesseract's table of words as lines; boxes in points from the bottom left."""
    header, *lines = (line.split("\t") for line in table.replace("\r", "").split("\n"))
    rows = (dict(zip(header, line, strict=False)) for line in lines)
    words = [row for row in rows if _is_word(row)]
    at = 0
    for _, group in groupby(words, key=lambda row: [row.get(key) for key in _PLACE]):
        line = list(group)
        text = " ".join(row["text"] for row in line)
        yield _line(line, text, page, at, scale, height)
        at += len(text) + 1


def _is_word(row: Mapping[str, str]) -> bool:
    """Whether a row is a word that Tesseract trusts, with all its figures."""
    figures = [row.get(key, "") for key in _BOX]
    return (
        row.get("level") == _WORD
        and bool(row.get("text", "").strip())
        and all(_FIGURE.fullmatch(figure) for figure in figures)
        and _trust(row.get("conf", "")) >= _TRUSTED
    )


def _trust(stated: str) -> float:
    try:
        return float(stated)
    except ValueError:
        return 0.0


def _line(
    words: Sequence[dict[str, str]], text: str, page: int, at: int, scale: float, height: float
) -> PdfLine:
    boxes = [[int(word[key]) for key in _BOX] for word in words]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
    box = (left / scale, height - bottom / scale, right / scale, height - top / scale)
    return PdfLine(page, at, text, box, round(_SIZE * (box[3] - box[1])), height)
