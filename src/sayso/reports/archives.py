"""ZIP and gzip: the files within, each read as if it stood alone. Nothing is unpacked
to disk, so no name in an archive can lead out of it.
"""

from __future__ import annotations

import gzip
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from sayso.errors import NotAReport, ReportError, SourceTooLarge
from sayso.reports.kinds import BY_BYTES, UNREAD_KIND, named_wrongly
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece

_SHEET = f"{UNREAD_KIND}it is a spreadsheet, which is not read"
_SLIDES = f"{UNREAD_KIND}it is a presentation, which is not read"
_OFFICE = {
    "word/document.xml": "docx",
    "xl/workbook.xml": _SHEET,
    "ppt/presentation.xml": _SLIDES,
}
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": _SHEET,
    b"application/vnd.oasis.opendocument.presentation": _SLIDES,
    b"application/epub+zip": "epub",
}
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, ValueError, OverflowError, NotImplementedError, RuntimeError),
)
"""What a damaged archive makes the standard library raise."""
_WARCS = "archive/"
"""Where a WACZ keeps its WARC files (specs.webrecorder.net/wacz)."""


def zip_members(piece: Piece, limits: Limits) -> Iterator[Piece | ReportError]:
    """Every file in a ZIP, in order of name; or the piece itself again if it is a document.

    Encrypted members, and members that unpack to more than the limits allow, are errors.
    """
    with piece.open() as file:
        try:
            archive = zipfile.ZipFile(file)
        except DAMAGE:
            raise NotAReport(piece.name, _damaged(piece.name)) from None
        with archive:
            kind = _document(archive)
            check_members(archive, piece.name, limits)
            if kind:
                yield Piece(piece.name, piece.data, piece.path, url=piece.url, kind=kind)
                return
            yield from _members(archive, piece, limits)


def _damaged(name: str) -> str:
    ending = PurePosixPath(name).suffix.casefold()
    is_document = ending in BY_BYTES and ending != ".zip"
    return named_wrongly(ending) if is_document else "this ZIP archive is damaged"


def check_members(archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
    """Raises `SourceTooLarge` for too many members, too much in all, or too tight a packing."""
    members = archive.infolist()
    if len(members) > limits.members:
        raise SourceTooLarge(name, f"it holds more than {limits.members} files")
    total = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if total > limits.unpacked:
        raise SourceTooLarge(name, f"it unpacks to more than {limits.unpacked >> 20} MB")
    if total > limits.page and total > limits.ratio * max(packed, 1):
        raise SourceTooLarge(name, "it unpacks to suspiciously much (an archive bomb?)")


def _is_wacz(archive: zipfile.ZipFile) -> bool:
    """Whether it is a web archive packed with its indexes, which are no reports."""
    names = archive.namelist()
    return "datapackage.json" in names and any(name.startswith(_WARCS) for name in names)


def _document(archive: zipfile.ZipFile) -> str | None:
    """The type of a document that is packed as a ZIP."""
    names = set(archive.namelist())
    for name, kind in _OFFICE.items():
        if name in names:
            return kind
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
        try:
            return _MIMETYPES.get(archive.read("mimetype").strip())
        except DAMAGE:
            return None
    return None


def _members(
    archive: zipfile.ZipFile, piece: Piece, limits: Limits
) -> Iterator[Piece | ReportError]:
    seen, within = False, _WARCS if _is_wacz(archive) else ""
    for member in sorted(archive.infolist(), key=lambda m: m.filename):
        name = member.filename
        if name.endswith("/") or _is_hidden(name) or not name.startswith(within):
            continue
        seen = True
        name = f"{piece.name}/{member.filename}"
        if member.flag_bits & 1:
            yield NotAReport(name, "it is encrypted")
            continue
        try:
            with archive.open(member) as file:
                data = file.read(limits.file + 1)
        except DAMAGE:
            yield NotAReport(name, "it is damaged, or packed in a way that is not read")
            continue
        if len(data) > limits.file:
            yield SourceTooLarge(name, f"it is larger than {limits.file >> 20} MB")
        else:
            yield Piece(name, data=data)
    if not seen:
        raise NotAReport(piece.name, "this archive is empty")


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any((part.strip(".") and part.startswith(".")) or part == "__MACOSX" for part in parts)


def gzip_content(piece: Piece, limits: Limits) -> Iterator[Piece]:
    """What a gzip file holds; a packed WARC goes on as it is, to be read in a stream."""
    with piece.open() as file:
        try:
            with gzip.open(file) as unpacked:
                data = unpacked.read(5)
                if data == b"WARC/":
                    yield Piece(piece.name, piece.data, piece.path, kind="warc")
                    return
                data += unpacked.read(limits.file)
        except DAMAGE:
            raise NotAReport(piece.name, "this gzip file is damaged") from None
    if len(data) > limits.file:
        raise SourceTooLarge(piece.name, f"it unpacks to more than {limits.file >> 20} MB")
    yield Piece(piece.name.removesuffix(".gz"), data=data)
