"""What servers pack a page in on its way (Content-Encoding, RFC 9110, section 8.4.1), unpacked."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Callable
from contextlib import suppress

from sayso.errors import NotAReport
from sayso.reports.kinds import MAGIC, UNREAD, without_zeros

PACKINGS = "gzip, deflate, br"
"""What `unpacked` takes off, as an Accept-Encoding header says it."""
_LOOKED_AT = 1 << 16
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that no page holds."""
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_READ = tuple(magic for magic, _ in MAGIC)
_UNREAD = tuple(magic for magic, _ in UNREAD)


def unpacked(data: bytes, packing: str | None, limit: int, name: str) -> bytes:
    """`data` without what its header says it is packed in; more than `limit` bytes of it where
    there are more, but never much more.

    Data that is not packed comes back as it is: crawlers unpack pages and leave the header.
    Raises `NotAReport` where it is packed and cannot be unpacked.
    """
    for packed in reversed((packing or "").casefold().split(",")):
        if packed.strip() in ("", "identity"):
            continue
        unpack = _UNPACK.get(packed.strip())
        made = unpack(data, limit + 1) if unpack else None
        if made is not None:
            data = made
        elif not _is_plain(data):
            raise NotAReport(name, _refusal(packed.strip()))
    return data


def _refusal(packing: str) -> str:
    how = f" ({packing[:20]})" if packing.isascii() and packing.isprintable() else ""
    return f"it is damaged, or packed in a way that is not read{how}"


def _is_plain(data: bytes) -> bool:
    """Whether this is a file of a type that is read, or may be text, UTF-16 too."""
    head = data[:_LOOKED_AT]
    if head.startswith((*_READ, *_MARKS)):
        return True
    return not head.startswith(_UNREAD) and not _CONTROLS.search(without_zeros(head))


def _gunzip(data: bytes, most: int) -> bytes | None:
    """Of one stream or several; the end may be missing."""
    made, is_packed = bytearray(), False
    while data and len(made) < most:
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            made += member.decompress(data, most - len(made))
        except zlib.error:
            break
        data, is_packed = member.unused_data, True
    return bytes(made) if is_packed else None


def _inflate(data: bytes, most: int) -> bytes | None:
    """With zlib's frame, as the standard has it, or without, as some servers do; only whole."""
    for frame in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        stream = zlib.decompressobj(frame)
        with suppress(zlib.error):
            made = stream.decompress(data, most)
            if stream.eof or len(made) >= most:
                return made
    return None


def _brotli(data: bytes, most: int) -> bytes | None:
    """Only whole: Brotli has no mark at its head that would tell it from anything else."""
    import brotli

    stream = brotli.Decompressor()
    try:
        made: bytes = stream.process(data, output_buffer_limit=most)
    except brotli.error:
        return None
    return made if stream.is_finished() or len(made) >= most else None


_UNPACK: dict[str, Callable[[bytes, int], bytes | None]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _brotli,
}
