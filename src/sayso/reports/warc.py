"""WARC: the pages, PDFs and texts that a crawler fetched well, read in a stream."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from sayso.errors import NotAReport, ReportError, SourceTooLarge
from sayso.reports.archives import DAMAGE
from sayso.reports.kinds import declared_type
from sayso.reports.limits import Limits
from sayso.reports.packing import unpacked
from sayso.reports.pieces import Piece

_PAGE_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/plain": "text",
}
_WEB = ("http://", "https://")
_CHUNK = 1 << 16
_GZIP = zlib.MAX_WBITS | 16
_OWN_FAULTS = (*DAMAGE, AttributeError, TypeError)
"""The last two are warcio's own, on damaged headers."""
_ONE_STREAM = "non-chunked gzip"
"""What warcio says of an archive that was packed as a whole."""
_CUT = "this web archive is cut off: its last record is not whole, and others may be missing"


def warc_records(piece: Piece, limits: Limits) -> Iterator[Piece | ReportError]:
    """Every page, PDF and text that was fetched well, with its address and time.

    A record that cannot be unpacked is an error of its own; an archive without its end is one
    after the others.
    """
    from warcio.exceptions import ArchiveLoadFailed

    seen = 0
    with piece.open() as file:
        try:
            try:
                for page in _pages(file, piece, limits):
                    seen += 1
                    yield page
            except ArchiveLoadFailed as error:
                if _ONE_STREAM not in str(error):
                    raise
                file.seek(0)
                stream = _Unpacked(file, piece.name, limits.unpacked)
                for page in islice(_pages(stream, piece, limits), seen, None):
                    seen += 1
                    yield page
        except (ArchiveLoadFailed, *_OWN_FAULTS):
            yield NotAReport(piece.name, f"this web archive is damaged after page {seen}")
            return
    if not _has_its_end(piece):
        yield NotAReport(piece.name, _CUT)
    elif not seen:
        raise NotAReport(piece.name, "there is no page in this web archive")


class _Unpacked:
    """A packed archive as plain bytes: for one that was packed as a whole, not record by record.

    Raises `SourceTooLarge` past `most` bytes, and ends where the packed bytes do.
    """

    def __init__(self, file: BinaryIO, name: str, most: int) -> None:
        self._file, self._name, self._most = gzip.GzipFile(fileobj=file), name, most

    def read(self, size: int) -> bytes:
        try:
            data = self._file.read1(size)
        except EOFError:
            return b""
        if self._file.tell() > self._most:
            raise SourceTooLarge(self._name, f"it unpacks to more than {self._most >> 20} MB")
        return data

    def tell(self) -> int:
        return self._file.tell()


def _pages(
    file: BinaryIO | _Unpacked, piece: Piece, limits: Limits
) -> Iterator[Piece | ReportError]:
    """The pages of a stream of records. Raises `SourceTooLarge` past `limits.members`."""
    from warcio.archiveiterator import ArchiveIterator

    for number, record in enumerate(filter(_is_page, ArchiveIterator(file)), 1):
        yield _page(record, piece, limits)
        if number > limits.members:
            raise SourceTooLarge(piece.name, f"it holds over {limits.members} pages")


def _is_page(record: Any) -> bool:
    """Whether a record is a page of the web: crawlers keep their own logs and settings, too."""
    answer = record.http_headers
    if record.rec_type not in ("response", "resource"):
        return False
    if record.rec_type == "response" and (answer is None or answer.get_statuscode() != "200"):
        return False
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    return _type(record)[0] in _PAGE_TYPES and address.strip("<>").casefold().startswith(_WEB)


def _type(record: Any) -> tuple[str, str | None]:
    return declared_type(_said(record, "Content-Type"))


def _said(record: Any, name: str) -> str | None:
    """What the server said of the content; of one that no server sent, the crawler."""
    value: str | None = (record.http_headers or record.rec_headers).get_header(name)
    return value


def _page(record: Any, piece: Piece, limits: Limits) -> Piece | ReportError:
    url = record.rec_headers.get_header("WARC-Target-URI").strip("<>")
    name = f"{piece.name}#{url}"
    try:
        packed = _body(record).read(limits.page + 1)
        data = unpacked(packed, _said(record, "Content-Encoding"), limits.page, name)
    except NotAReport as error:
        return error
    except _OWN_FAULTS:
        return NotAReport(name, "it is damaged")
    if len(data) > limits.page:
        return SourceTooLarge(name, f"it is larger than {limits.page >> 20} MB")
    if _is_cut(record.raw_stream):
        return NotAReport(name, "the web archive ends in the middle of this page")
    mime, charset = _type(record)
    return Piece(
        name,
        data=data,
        charset=charset,
        url=url,
        archived=record.rec_headers.get_header("WARC-Date"),
        kind=_PAGE_TYPES[mime],
    )


def _body(record: Any) -> Any:
    """The page's bytes as they were sent, but for the marks of chunks (a stream)."""
    from warcio.bufferedreaders import ChunkedDataReader

    answer = record.http_headers
    sent = answer.get_header("Transfer-Encoding") if answer else None
    return ChunkedDataReader(record.raw_stream) if sent == "chunked" else record.raw_stream


def _is_cut(stream: Any) -> bool:
    """Whether the archive ended before the bytes that the record's header says it has."""
    while stream.read(_CHUNK):
        pass
    return bool(getattr(stream, "limit", 0) > 0)


def _has_its_end(piece: Piece) -> bool:
    """Whether the last member of a packed archive is whole; a plain one ends with a line."""
    with piece.open() as file:
        chunk = file.read(_CHUNK)
        if not chunk.startswith(b"\x1f\x8b"):
            last = chunk
            while chunk:
                last, chunk = chunk, file.read(_CHUNK)
            return last.endswith(b"\n")
        member = zlib.decompressobj(_GZIP)
        try:
            while chunk:
                if member.eof:
                    member = zlib.decompressobj(_GZIP)
                member.decompress(chunk)
                chunk = member.unused_data or file.read(_CHUNK)
        except zlib.error:
            return False
        return member.eof
