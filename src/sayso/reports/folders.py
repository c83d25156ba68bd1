"""The files of a folder, and the addresses of a list."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import NotAReport, ReportError, SourceMissing
from sayso.reports.pieces import Piece

_LIST_ENDINGS = frozenset({".txt", ".text", ".urls", ".list", ""})
_LONGEST_LIST = 4 << 20
_ADDRESS_LINE = re.compile(r"https?://\S+", re.IGNORECASE)
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".mhtml")
_PARTS = ("_files", "_Files", "-Dateien", "_fichiers", "_archivos", "_bestanden")
"""What browsers put behind a page's name for the folder of what it shows, by their language."""


def pieces_under(folder: Path) -> Iterator[Piece | ReportError]:
    """All files of a folder by name, then of its folders.

    Hidden ones are left out, as is the folder of what a saved page shows, beside that page. Links
    to folders are not followed, and links to files that lie elsewhere are named.
    """
    seen = False
    for item in _files(folder):
        seen = True
        yield item if isinstance(item, ReportError) else Piece(str(item), path=item)
    if not seen:
        yield NotAReport(str(folder), "there is no report in this folder")


def _files(folder: Path) -> Iterator[Path | ReportError]:
    errors: list[OSError] = []
    home = folder.resolve()
    for root, folders, names in os.walk(folder, onerror=errors.append):
        pages = {Path(name).stem for name in names if name.casefold().endswith(_PAGE_ENDINGS)}
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not _of(f, pages))
        for name in sorted(names):
            if not name.startswith("."):
                yield _inside(Path(root, name), home)
    for error in errors:
        yield SourceMissing(str(error.filename), "no permission to look into this folder")


def _of(folder: str, pages: set[str]) -> bool:
    """Whether a folder holds the pictures and scripts of one of these pages."""
    return any(folder.endswith(part) and folder.removesuffix(part) in pages for part in _PARTS)


def _inside(path: Path, home: Path) -> Path | ReportError:
    if path.is_symlink() and not path.resolve().is_relative_to(home):
        reason = "it is a link to what lies outside this folder; to read it, name it itself"
        return NotAReport(str(path), reason)
    return path


def listed_addresses(path: Path) -> list[str]:
    """The addresses in a text file in which every line is one; none for any other file.

    Empty lines and comments, from "#" on at a line's head, do not count.
    """
    if path.suffix.casefold() not in _LIST_ENDINGS:
        return []
    try:
        if not path.is_file() or path.stat().st_size > _LONGEST_LIST:
            return []
        with path.open(encoding="utf-8-sig") as file:
            return _only_addresses(file)
    except (OSError, ValueError):  # reading it as a report says what is wrong
        return []


def _only_addresses(lines: Iterator[str]) -> list[str]:
    found = []
    for line in map(str.strip, lines):
        if not line or line.startswith("#"):
            continue
        if not _ADDRESS_LINE.fullmatch(line):
            return []
        found.append(line)
    return found
