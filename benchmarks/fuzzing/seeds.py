"""Sound files of every format, made by the builders of the tests: what damage starts from."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import brotli

from benchmarks import places

OCR = "ocr"
"""Not a type of file: scans, and what Tesseract says of them (see `cases.py`)."""
_OFFICE = ("docx", "odt", "rtf", "epub", "pdf")


def builders(name: str) -> ModuleType:
    """`samples` or `programs`, from the tests of the reports."""
    folder = str(places.needed(places.ROOT / "tests" / "reports"))
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return import_module(name)


@cache
def seeds(kind: str) -> tuple[bytes, ...]:
    """The sound files of one format."""
    return SEEDS[kind]()


def made_by_programs(folder: Path) -> dict[str, tuple[bytes, ...]]:
    """More of them by LibreOffice, where it is installed; this takes some seconds."""
    programs = builders("programs")
    if programs.SOFFICE is None:
        return {}
    return {kind: (programs.by_libreoffice(kind, folder),) for kind in _OFFICE}


_HEAD = """<link rel="canonical" href="https://courier.example/2025/03/04/harbour">
<meta property="og:title" content="Minister denies talks"><meta name="author" content="Ada Quist">
<meta property="og:site_name" content="The Saltmere Courier"><meta name="date" content="2025-03-04">
<meta property="article:modified_time" content="2025-03-05T08:00:00+02:00">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Minister denies talks", "datePublished": "2025-03-04T17:30:00+02:00", "author":
[{"@type": "Person", "name": "Ada Quist"}], "publisher": {"name": "The Saltmere Courier"}}</script>
"""
_BELOW = """<blockquote>“We never met them,” Rell said.</blockquote><ul><li>The lease runs until
2031.<li>The board meets in May.</ul><figure><img src="a.jpg" alt="Harbour"><figcaption>The harbour
in 2024. Photo: Northwire</figcaption></figure><table><tr><td>Owner<td>Brandal<td>2031</tr></table>
<p>Correction: an earlier version of this article misnamed the board.</p><p>With reporting from
<a href="https://ledger.example/talks">the Verrania Ledger</a>. First published on
<time datetime="2025-03-04">4 March 2025</time>.</p>"""
_FRAME = """<html><head><script src="https://web.archive.org/static/js/x.js"></script>
<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><a
href="https://web.archive.org/web/20250306120000/https://courier.example/harbour">x</a></div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
_ODT = (
    b'<o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    b'xmlns:x="http://www.w3.org/1999/xlink"><o:text><t:h>Talks</t:h>'
    b'<t:p t:style-name="P1">He<t:s t:c="3"/>said <t:a x:href="https://a.example">so</t:a>'
    b"<t:note><t:note-body><t:p>Note</t:p></t:note-body></t:note>.</t:p><t:list>"
    b"<t:list-item><t:p>One</t:p></t:list-item></t:list></o:text></o:d>"
)
_RTF = (
    b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}}{\\info{\\title Talks}}"
    b'\\f0 Talks\\par He said {\\field{\\*\\fldinst HYPERLINK "https://a.example" }'
    b"{\\fldrslt {\\u8220?so\\'94}}}\\par\\trowd One\\cell Two\\cell\\row\\pard End.\\par }"
)
_CONTAINER = b'<c><rootfile full-path="o/c.opf"/></c>'
_PACKAGE = (
    b"<p><title>Talks</title><creator>Ada Quist</creator><date>2025-03-04</date>"
    b'<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><itemref idref="a"/></p>'
)
_COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text"
_MARKDOWN = """---
title: Talks
date: 2025-03-04
---

# Minister denies talks

By Ada Quist

[The Ledger](https://ledger.example) *reported* talks.[^1]

> “No,” he said.

- The lease runs until **2031**.

[^1]: In a letter,
    of May.
[^2]: So he said.
"""
_REPLY = b"""From: Ada Quist <ada@courier.example>
Subject: Re: Talks
Content-Type: text/html; charset=utf-8

<div id="Signature">Ada</div><p>I said nothing of the kind.</p><div class="gmail_quote"><div
class="gmail_attr">On Mon, 3 Mar 2025 at 10:00, T &lt;t@r.example&gt; wrote:</div><blockquote
class="gmail_quote" type="cite"><p>I told him.</p></blockquote></div><p>So.</p>
<div id="divRplyFwdMsg"><b>From:</b> T<br><b>Sent:</b> Monday<br><b>To:</b> A<br><b>Subject:</b>
S</div><div>-----Original Message-----<br>Forwarded</div><p>No.</p>
"""
_FORWARD = b"""From: Ada Quist <ada@courier.example>

FYI.

---------- Forwarded message ---------
From: Tomas Rell <t@rell.example>
Date: Mon, 3 Mar 2025 at 09:00
Subject: Talks

I have asked.

On Sun, 2 Mar 2025 at 10:00, T <t@rell.example> wrote:
> So.
--\x20
T
"""


def _pages() -> tuple[bytes, ...]:
    page = builders("samples").page
    return page().encode(), page(head=_HEAD, below=_BELOW).encode(), _FRAME.encode() + _page()


def _page() -> bytes:
    return bytes(builders("samples").page(head=_HEAD).encode())


def _odt() -> bytes:
    members = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": _ODT}
    meta = b'<m xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>Talks</d:title></m>'
    return bytes(builders("samples").zipped({**members, "meta.xml": meta}))


def _epub() -> bytes:
    members = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "o/c.opf": _PACKAGE,
        "o/a.xhtml": _page(),
    }
    return bytes(builders("samples").zipped(members))


def _mails() -> tuple[bytes, ...]:
    samples = builders("samples")
    parts = (b"%PDF-", samples.zipped({"a.txt": samples.PLAIN.encode()}))
    mails = (samples.mail(attachment=part) for part in parts)
    return samples.mail(html=True), _REPLY, _FORWARD, *mails


def _zips() -> tuple[bytes, ...]:
    samples, programs = builders("samples"), builders("programs")
    inner = samples.zipped({"a.txt": samples.PLAIN.encode(), "b.html": _page()})
    every = {"d/a.eml": samples.mail(), "d/b.rtf": _RTF, "e/c.jsonl": samples.JSONL, "f.zip": inner}
    return inner, samples.zipped(every), programs.wacz()


def _warcs() -> tuple[bytes, ...]:
    samples = builders("samples")
    plain, other = map(gzip.decompress, (samples.warc(), samples.warc(url="https://b.example/")))
    packs = {"br": brotli.compress, "gzip": gzip.compress, "deflate": zlib.compress}
    packed = [samples.warc(body=pack(_page()), packing=name) for name, pack in packs.items()]
    return samples.warc(), plain, plain + other, gzip.decompress(b"".join(packed))


def _scans() -> tuple[bytes, ...]:
    """A scan, and Tesseract's table of a page."""
    programs = builders("programs")
    row = "5\t1\t1\t1\t{line}\t{n}\t{left}\t{top}\t90\t30\t96.5\t{word}"
    rows = [
        row.format(line=1 + n // 8, n=n % 8, left=100 * (n % 8), top=40 * (n // 8), word=word)
        for n, word in enumerate(builders("samples").BODY.split()[:40])
    ]
    table = "\n".join(["\t".join(_COLUMNS.split()), *rows, ""])
    return table.encode(), programs.scan()


def _many(*names: str) -> Callable[[], tuple[bytes, ...]]:
    def made() -> tuple[bytes, ...]:
        values = (getattr(builders("samples"), name) for name in names)
        return tuple(value() if callable(value) else value for value in values)

    return made


SEEDS: dict[str, Callable[[], tuple[bytes, ...]]] = {
    "text": lambda: (builders("samples").PLAIN.encode(),),
    "markdown": lambda: (_MARKDOWN.encode(),),
    "html": _pages,
    "pdf": lambda: (
        builders("samples").pdf(),
        builders("samples").pdf(packed=False),
        builders("samples").pdf(columns=2, copies=8, packed=False),
    ),
    OCR: _scans,
    "docx": _many("docx"),
    "odt": lambda: (_odt(),),
    "rtf": lambda: (_RTF,),
    "epub": lambda: (_epub(),),
    "mail": _mails,
    "mbox": _many("mbox"),
    "mhtml": _many("mhtml"),
    "feed": _many("RSS", "ATOM"),
    "jsonl": _many("JSONL"),
    "csv": _many("CSV"),
    "zip": _zips,
    "gzip": lambda: (builders("samples").warc(), gzip.compress(builders("samples").PLAIN.encode())),
    "warc": _warcs,
}
"""A builder for each type that is read, and for `OCR`."""
