"""How a sound file is damaged: byte by byte, and by the parts that it is made of.

`changed` looks into ZIP and gzip files and damages what they hold; everything else is one of
the small functions in `CHANGES`, each (chance, data) → data.
"""

from __future__ import annotations

import gzip
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random

Change = Callable[[Random, bytes], bytes]

LARGEST = 1 << 18
"""Bytes of a case: what takes long or much at that size would do so without bound."""
ODD: tuple[bytes, ...] = (
    *(b"\xff", b"\0", b"\xed\xa0\xbd", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xff\xfe", b"\x80\x81"),
    *(b"&#55357;", b"&#x110000;", b"&a;", b"<", b">", b"\r\n", b"\r", b"\n\n", b'"', b"\\", b"%"),
    *(b"\xe2\x80\x8b", b"\xc2\xad", b"\xe2\x80\xae", b"=?utf-8?b?//8=?=", b"=?x?q?=FF?=", b"=\r\n"),
    *(b"0000-13-32", b"31 February 2025", b"http://[", b"https://\0", b"charset=none", b"/../../"),
    *(b"<p>" * 300, b"{" * 300, b"(" * 300, b"[" * 3000, b"a " * 3000, b"9" * 5000, b"\t" * 2000),
    *(b"\\ud83d", b"\\u0000", b"charset=unicode_escape\xe9", b"charset=\0", b"charset=idna\xe9"),
    *(b"<![CDATA[", b"<!--", b"]]>", b"<?xml version='1.1' encoding='utf-7'?>", b"\x1f\x8b\x08"),
)
"""What parsers stumble over: halves of characters, impossible dates, depth, length."""
NUMBERS = (
    *(b"0", b"-1", b"1", b"2", b"255", b"65536", b"2147483648", b"4294967295", b"1e309"),
    *(b"99999999999999999999", b"9" * 4400, b"0.0000001", b"0x7fffffff", b"NaN"),
)
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "%s"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">'
    b'<!ENTITY e SYSTEM "file:///etc/hostname">]>' % (b"talks " * 50)
)
NAMES = ("../../up.txt", "/etc/rooted", "a/" * 300 + "b", "a\nb", "\ud83d", "CON", ".", "a.zip", "")
_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,2000}>")
_ATTRIBUTE = re.compile(rb"=\s*(\"[^\"]*\"|'[^']*')")
_HEADER = re.compile(rb"^[A-Za-z-]{2,40}: ?(.*)$", re.MULTILINE)
_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_REFERENCE = re.compile(rb"\b\d+ 0 R\b")
_CONTROL = re.compile(rb"\\[a-z]{1,20}-?\d*|[{}]")


def changed(chance: Random, data: bytes, pool: Sequence[bytes] = ()) -> bytes:
    """The file damaged in one to six ways; `pool` are other files to take parts from."""
    if data[:4] == b"PK\x03\x04" and chance.random() < 0.85:
        return _rezipped(chance, data, pool)[:LARGEST]
    if data[:2] == b"\x1f\x8b" and chance.random() < 0.85:
        return _rezipped_stream(chance, data, pool)[:LARGEST]
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        if pool and chance.random() < 0.05:
            data = _spliced(chance, data, chance.choice(pool))
        else:
            data = chance.choice(_fitting(data))(chance, data)[:LARGEST]
    return data


def _fitting(data: bytes) -> list[Change]:
    """The changes that make sense of this file: the general ones, and those of its parts."""
    return [change for mark, change in CHANGES if mark in data]


def _span(chance: Random, data: bytes, longest: int) -> tuple[int, int]:
    at = chance.randint(0, min(len(data), 800) if chance.random() < 0.3 else len(data))
    return at, min(at + chance.randint(1, longest), len(data))


def _flipped(chance: Random, data: bytes) -> bytes:
    at, end = _span(chance, data, 4)
    return data[:at] + chance.randbytes(end - at) + data[end:]


def _put_in(chance: Random, data: bytes) -> bytes:
    at, end = _span(chance, data, 40)
    return data[:at] + chance.choice(ODD) + data[at if chance.random() < 0.7 else end :]


def _cut(chance: Random, data: bytes) -> bytes:
    at, end = _span(chance, data, chance.choice((4, 60, 3000)))
    return data[:at] + data[end:]


def _truncated(chance: Random, data: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def _doubled(chance: Random, data: bytes) -> bytes:
    at, end = _span(chance, data, chance.choice((4, 60, 3000)))
    return data[:at] + data[at:end] * chance.choice((2, 2, 5, 50, 1000)) + data[end:]


def _moved(chance: Random, data: bytes) -> bytes:
    at, end = _span(chance, data, 300)
    rest = data[:at] + data[end:]
    to = chance.randint(0, len(rest))
    return rest[:to] + data[at:end] + rest[to:]


def _renumbered(chance: Random, data: bytes) -> bytes:
    return _replaced(chance, data, _NUMBER, lambda _: chance.choice(NUMBERS))


def _relined(chance: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    how = chance.randrange(4)
    if how == 0:
        lines[at : at + 1] = lines[at : at + 1] * chance.choice((2, 20, 2000))
    elif how == 1:
        del lines[at]
    elif how == 2:
        chance.shuffle(lines)
    else:
        lines.insert(at, chance.choice(lines))
    return b"\n".join(lines)


def _retagged(chance: Random, data: bytes) -> bytes:
    tags = _TAG.findall(data)
    how = chance.randrange(3)
    if how == 0 or not tags:
        return _replaced(chance, data, _ATTRIBUTE, lambda _: b'="' + chance.choice(ODD) + b'"')
    if how == 1:
        return _replaced(chance, data, _TAG, lambda _: chance.choice((b"", chance.choice(tags))))
    depth = chance.choice((3, 100, 300, 3000, 20000))
    return _replaced(chance, data, _TAG, lambda tag: tag * depth)


def _redeclared(chance: Random, data: bytes) -> bytes:
    """An entity bomb in front, and its entities somewhere in the text."""
    at = chance.randint(0, len(data))
    body = re.sub(rb"^\s*<\?xml[^>]*>", b"", data[:at])
    return BOMB + body + chance.choice((b"&d;", b"&e;", b"&a;", b"")) * 3 + data[at:]


def _reheaded(chance: Random, data: bytes) -> bytes:
    values = [*_HEADER.findall(data[:20000]), *ODD, *NUMBERS]
    return _replaced(chance, data, _HEADER, lambda line: _header(chance, line, values))


def _header(chance: Random, line: bytes, values: Sequence[bytes]) -> bytes:
    name, _, value = line.partition(b":")
    how = chance.randrange(4)
    if how == 0:
        return b""
    if how == 1:
        return line + b"\n" + line
    if how == 2:
        return name + b": " + value[: chance.randint(0, len(value))] + chance.choice(ODD)
    return name + b": " + chance.choice(values)


def _reobjected(chance: Random, data: bytes) -> bytes:
    """A PDF's objects dropped, doubled or put for one another; references that go elsewhere."""
    objects, references = _OBJECT.findall(data), _REFERENCE.findall(data)
    how = chance.randrange(3)
    if how == 0 and references:
        number = b"%d 0 R" % chance.randrange(20)
        return _replaced(chance, data, _REFERENCE, lambda _: number)
    if how == 1 and objects:
        return _replaced(chance, data, _OBJECT, lambda _: chance.choice((b"", *objects)))
    return _replaced(chance, data, _STREAM, lambda stream: _restreamed(chance, stream))


def _restreamed(chance: Random, stream: bytes) -> bytes:
    """A stream's content damaged, packed again as it was if that was zlib's way."""
    start = stream.index(b"\n") + 1
    body = stream[start : -len(b"endstream")]
    try:
        plain = zlib.decompressobj().decompress(body, LARGEST)
    except zlib.error:
        return stream[:start] + changed(chance, body) + b"endstream"
    return stream[:start] + zlib.compress(changed(chance, plain), 1) + b"\nendstream"


def _regrouped(chance: Random, data: bytes) -> bytes:
    """RTF's control words and groups: others, none, or very many."""
    words = _CONTROL.findall(data)
    how = chance.randrange(3)
    if how == 0 or not words:
        return _replaced(chance, data, _CONTROL, lambda word: word * chance.choice((0, 300, 9000)))
    if how == 1:
        return _replaced(chance, data, _CONTROL, lambda _: chance.choice(words))
    return _replaced(
        chance, data, _CONTROL, lambda w: w.rstrip(b"0123456789-") + chance.choice(NUMBERS)
    )


def _renested(chance: Random, data: bytes) -> bytes:
    """Brackets of JSON within brackets."""
    depth = chance.choice((10, 900, 20000))
    mark = chance.choice((rb'"[^"]*"', rb"[\[{]"))
    return _replaced(chance, data, re.compile(mark), lambda m: b"[" * depth + m + b"]" * depth)


def _replaced(
    chance: Random, data: bytes, pattern: re.Pattern[bytes], by: Callable[[bytes], bytes]
) -> bytes:
    """One of the matches, or now and then many, replaced."""
    found = list(pattern.finditer(data))
    if not found:
        return data
    for match in sorted(
        chance.sample(found, min(len(found), chance.choice((1, 1, 1, 4)))),
        key=lambda m: -m.start(),
    ):
        data = data[: match.start()] + by(match.group()) + data[match.end() :]
    return data


def _spliced(chance: Random, data: bytes, other: bytes) -> bytes:
    at, to = chance.randint(0, len(data)), chance.randint(0, len(other))
    return data[:at] + other[to:]


CHANGES: tuple[tuple[bytes, Change], ...] = (
    *((b"", change) for change in (_flipped, _put_in, _cut, _truncated, _doubled, _moved)),
    (b"", _renumbered),
    (b"\n", _relined),
    (b"<", _retagged),
    (b"</", _redeclared),
    (b": ", _reheaded),
    (b"endobj", _reobjected),
    (b"endobj", _reobjected),
    (b"\\par", _regrouped),
    (b"\\par", _regrouped),
    (b'": ', _renested),
)
"""The bytes that a file must have for a change to make sense of it, and the change."""


def _rezipped(chance: Random, data: bytes, pool: Sequence[bytes]) -> bytes:
    """The ZIP with one or two of its members damaged, and sound otherwise."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(i.filename, archive.read(i)) for i in archive.infolist()[:60]]
    except Exception:  # noqa: BLE001 - damaged already; zipfile raises what it likes
        return chance.choice(_fitting(data))(chance, data)
    for _ in range(chance.choice((1, 1, 2))):
        if members and chance.random() < 0.75:
            at = chance.randrange(len(members))
            name, held = members[at]
            members[at] = name, changed(chance, held[:LARGEST], pool)
        else:
            members = _rearranged(chance, members, [data, *pool])
    return _zip(members, chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))


Members = list[tuple[str, bytes]]


def _rearranged(chance: Random, members: Members, pool: Sequence[bytes]) -> Members:
    """A member dropped, renamed, doubled, put for another, or added."""
    how = chance.randrange(5)
    at = chance.randrange(len(members)) if members else 0
    if how == 0 or not members:
        return [*members, (chance.choice(NAMES), chance.choice(pool))]
    name, held = members[at]
    kept = members[:at] + members[at + 1 :]
    if how == 1:
        return kept
    if how == 2:
        return [*kept, (chance.choice(NAMES), held)]
    if how == 3:
        return [*members, (name, changed(chance, held[:LARGEST]))]
    return [*kept, (name, chance.choice((chance.choice(pool), b"\0" * (1 << 22))))]


def _zip(members: Members, packing: int) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", packing) as archive:
        warnings.simplefilter("ignore")  # of names that come twice
        for name, held in members:
            info = zipfile.ZipInfo(name.encode("utf-8", "replace").decode())
            archive.writestr(info, held, zipfile.ZIP_DEFLATED if len(held) > LARGEST else packing)
    return out.getvalue()


def _rezipped_stream(chance: Random, data: bytes, pool: Sequence[bytes]) -> bytes:
    """What a gzip file holds damaged, and packed again; or with more of it after its end."""
    try:
        plain = zlib.decompressobj(31).decompress(data, LARGEST)
    except zlib.error:
        return chance.choice(_fitting(data))(chance, data)
    packed = gzip.compress(changed(chance, plain, pool), 1, mtime=0)
    return packed + chance.choice(
        (b"", b"", b"", data, gzip.compress(bytes(1 << 23), mtime=0), b"\0")
    )
