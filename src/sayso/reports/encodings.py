"""Bytes to text: a byte order mark, else UTF-8, else what is declared, else detected."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sayso.errors import NotAReport
from sayso.reports.western import western_name

SAMPLE = 200_000
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_XML = re.compile(
    rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.-]{2,40})["']""", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_STRAY = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_FEW_STRAY = 3
_CONTROL_SHARE = 0.02
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"}
_CLOSE_TO: dict[tuple[str | None, str], str] = {
    ("cp1250", "iso8859_2"): "iso8859_2",
    ("cp1252", "cp1254"): "cp1254",
    ("cp1252", "iso8859_9"): "cp1254",
}
"""Where the detector knows better: old Polish pages; Turkish, otherwise as Windows-1252."""


HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters (lone surrogates): what escapes and old headers leave, and no file holds."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and how that was known.

    `how` is "byte order mark", "valid", "declared", "mended" (UTF-8 with stray bytes, which
    were read as Windows-1252) or "detected".
    """

    text: str
    encoding: str
    how: str


def decode(data: bytes, source: str, declared: str | None = None) -> Decoded:
    """Decode `data` whole and unchanged: a UTF-8 mark stays as U+FEFF, line ends as they are.

    Raises `NotAReport` for binary data and for text in no encoding that can be told.
    """
    decoded = (
        _marked(data)
        or _valid(data)
        or _mended(data, declared)
        or _declared(data, declared)
        or _detected(data)
    )
    if decoded is None:
        raise NotAReport(source, "its encoding could not be told, and it may not be text at all")
    sample = decoded.text[:SAMPLE]
    if len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise NotAReport(source, "it looks like binary data, not text")
    return decoded


def without_halves(text: str) -> str:
    """The text with U+FFFD for each half of a character, which could not be written anywhere."""
    return HALVES.sub("\ufffd", text)


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML or XML file names in its first 4,096 bytes."""
    head = data[:4096]
    found = _META.search(head) or _XML.search(head)
    return found.group(1).decode("ascii") if found else None


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding, "byte order mark")
    return None


def _valid(data: bytes) -> Decoded | None:
    if data[:4096].count(0) > len(data[:4096]) // 8:  # ASCII in UTF-16 is valid UTF-8, too
        return _wide(data)
    return _try(data, "utf-8", "valid")


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    head = data[:4096]
    if len(data) % 2:
        return None
    low, high = head[0::2].count(0), head[1::2].count(0)
    if max(low, high) < 0.7 * (len(head) // 2) or min(low, high) > 0.1 * (len(head) // 2):
        return None
    return _try(data, "utf-16-le" if high > low else "utf-16-be", "detected")


def _mended(data: bytes, declared: str | None) -> Decoded | None:
    """UTF-8 in which a few bytes are not: pages put together from several sources."""
    if data[:4096].count(0):
        return None
    text = data.decode("utf-8", "surrogateescape")
    stray = len(_STRAY.findall(text))
    sound = len(_BEYOND_ASCII.findall(text)) - stray
    is_declared = (declared or "").strip().casefold() in {"utf-8", "utf8"}
    if stray > (sound if is_declared else sound // 4) + (_FEW_STRAY if is_declared else 0):
        return None
    return Decoded(_STRAY.sub(_windows, text), "utf-8", "mended")


def _windows(match: re.Match[str]) -> str:
    return bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "replace")


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None:
        return None
    name = declared.strip().casefold()
    decoded = _try(data, _WEB_NAMES.get(name, name), "declared")
    return decoded if decoded and not HALVES.search(decoded.text) else None


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    if data[:4096].count(0):
        return None
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return None
    latin = western_name(data[:SAMPLE])
    chosen = _CLOSE_TO.get((latin, best.encoding), latin)
    return (chosen and _try(data, chosen, "detected")) or _try(data, best.encoding, "detected")


def _try(data: bytes, encoding: str, how: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding, how)
    except (ValueError, LookupError):  # a name with a zero in it is the first
        return None
