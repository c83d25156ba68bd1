"""What type a piece is: by its first bytes, then by its name's ending."""

from __future__ import annotations

import re
from pathlib import PurePath

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|title)[\s>]", re.IGNORECASE)
_XML_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_MAIL = re.compile(rb"^(?:[A-Za-z][A-Za-z0-9-]{1,40}: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL_FIELDS = re.compile(
    rb"^(?:from|date|subject|to|message-id|received|mime-version):", re.IGNORECASE | re.MULTILINE
)

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"WARC/", "warc"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
)
UNREAD: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file (save it as DOCX)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\0", "an xz file"),
    (b"SQLite format 3\0", "a database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"\0\0\0\x18ftyp", "a video"),
    (b"\0\0\0\x20ftyp", "a video"),
    (b"\x1aE\xdf\xa3", "a video"),
)
ENDINGS = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".php": "html",
    ".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text",
    ".eml": "mail", ".mbox": "mbox", ".mht": "mhtml", ".mhtml": "mhtml",
    ".rss": "feed", ".atom": "feed", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv",
    ".tsv": "csv",
}  # fmt: skip
BY_BYTES = {
    ".pdf": "PDF", ".rtf": "RTF document", ".docx": "DOCX document", ".odt": "ODT document",
    ".epub": "EPUB book", ".zip": "ZIP archive", ".wacz": "web archive (WACZ)",
    ".warc": "web archive (WARC)", ".gz": "gzip file", ".xlsx": "spreadsheet (XLSX)",
    ".pptx": "presentation (PPTX)", ".ods": "spreadsheet (ODS)", ".odp": "presentation (ODP)",
}  # fmt: skip
"""What the first bytes tell: a file so named that does not begin so is damaged."""
UNREAD_KIND = "unread: "
"""A kind that begins so says, in the rest, why the piece is not read."""
_JSON = "JSON is read as records, one a line: save it so, and name it .jsonl"
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")


def kind_of(head: bytes, name: str) -> str:
    """One of the types that are read, or `UNREAD_KIND` and the reason why it is not.

    What the bytes say outranks the name, except where many things look alike as text. Text
    whose name ends as no text's does is not read: it may be a program's, or a style sheet.
    """
    for magic, what in UNREAD:
        if head.startswith(magic):
            return f"{UNREAD_KIND}it is {what}, which is not read"
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return kind
    text = without_zeros(head)
    ending = PurePath(name).suffix.casefold()
    named = ENDINGS.get(ending)
    if _XML_FEED.search(text[:2048]) and named not in {"html", "text", "markdown"}:
        return "feed"
    if named and named != "html":
        return named
    return _by_text(text) or named or _unmarked(ending)


def _by_text(text: bytes) -> str | None:
    stripped = text.lstrip()
    if stripped[:1] == b"<" and _HTML.search(stripped[:4096]):
        return "html"
    if text.startswith(b"From ") and b"\nFrom:" in text:
        return "mbox"
    fields = _MAIL.match(text)
    if fields and len(_MAIL_FIELDS.findall(fields.group())) > 1:
        return "mhtml" if b"multipart/related" in fields.group() else "mail"
    return None


def _unmarked(ending: str) -> str:
    """The kind of what may be text, by an ending that is none of `ENDINGS`."""
    if ending in BY_BYTES:
        return f"{UNREAD_KIND}{named_wrongly(ending)}"
    if ending == ".json":
        return f"{UNREAD_KIND}{_JSON}"
    if _ENDING.fullmatch(ending):
        plea = "if it is plain text, name it .txt"
        return f"{UNREAD_KIND}files of this type ({ending}) are not read; {plea}"
    return "text"


def named_wrongly(ending: str) -> str:
    """What is said of a file whose name says one of `BY_BYTES`, and whose bytes do not."""
    return f"its name says {BY_BYTES[ending]}, but it is none, or is damaged"


def declared_type(header: str | None) -> tuple[str, str | None]:
    """The type that a Content-Type header declares, and the charset; both in small letters."""
    mime, _, rest = (header or "").casefold().partition(";")
    charset = rest.partition("charset=")[2].partition(";")[0].strip(" \"'")
    return mime.strip(), charset or None


def without_zeros(head: bytes) -> bytes:
    """The head without byte order marks and the zero bytes of UTF-16, to be looked at."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")
