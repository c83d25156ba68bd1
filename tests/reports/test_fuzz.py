"""Every format's entry, given whatever: reports and errors come out, nothing else does.

`SAYSO_FUZZ` multiplies the number of examples for a longer run.
"""

from __future__ import annotations

import gzip
import io
import os
import zipfile

import pytest
import samples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import ReportError
from sayso.reports import Limits
from sayso.reports.compose import Given
from sayso.reports.pieces import Piece
from sayso.reports.read import READERS, reports_here
from sayso.values import Report

LIMITS = Limits(isolate=False, file=1 << 22, page=1 << 22, unpacked=1 << 24, members=50, pages=50)
ODT = samples.zipped(
    {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": (
            b'<o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            b'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
            b'xmlns:x="http://www.w3.org/1999/xlink"><o:text><t:h>Talks</t:h>'
            b'<t:p t:style-name="P1">He<t:s t:c="3"/>said <t:a x:href="https://a.example">so</t:a>'
            b"<t:note><t:note-body><t:p>Note</t:p></t:note-body></t:note>.</t:p><t:list>"
            b"<t:list-item><t:p>One</t:p></t:list-item></t:list></o:text></o:d>"
        ),
    }
)
EPUB = samples.zipped(
    {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<c><rootfile full-path="o/c.opf"/></c>',
        "o/c.opf": b"<p><title>Talks</title><creator>Ada Quist</creator><date>2025-03-04</date>"
        b'<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><itemref idref="a"/></p>',
        "o/a.xhtml": samples.page().encode(),
    }
)
RTF = (
    b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}}{\\info{\\title Talks}}"
    b'\\f0 Talks\\par He said {\\field{\\*\\fldinst HYPERLINK "https://a.example" }'
    b"{\\fldrslt {\\u8220?so\\'94}}}\\par\\trowd One\\cell Two\\cell\\row\\pard End.\\par }"
)
SEEDS: dict[str, tuple[bytes, ...]] = {
    "text": (samples.PLAIN.encode(),),
    "markdown": (b"---\ntitle: A\n---\n\n# B\n\n[c](https://d.example) said.\n",),
    "html": (samples.page().encode(),),
    "pdf": (samples.pdf(), samples.pdf(packed=False)),
    "docx": (samples.docx(),),
    "odt": (ODT,),
    "rtf": (RTF,),
    "epub": (EPUB,),
    "mail": (samples.mail(attachment=b"%PDF-"), samples.mail(html=True)),
    "mbox": (samples.mbox(),),
    "mhtml": (samples.mhtml(),),
    "feed": (samples.RSS, samples.ATOM),
    "jsonl": (samples.JSONL,),
    "csv": (samples.CSV,),
    "zip": (
        samples.zipped({"a.txt": samples.PLAIN.encode(), "b.html": samples.page().encode()}),
        samples.zipped({"datapackage.json": b"{}", "archive/a.warc.gz": samples.warc()}),
    ),
    "gzip": (samples.warc(),),
    "warc": (samples.warc(), gzip.decompress(samples.warc())),
}
ODD = (
    *(
        b"\xff",
        b"\0",
        b"\xed\xa0\xbd",
        b"\xe2\x80\xa8",
        b"&#55357;",
        b"&#x110000;",
        b"<",
        b">",
        b"\r\n",
    ),
    *(b"-1", b"999999999999", b"0000-13-32", b"31 February 2025", b"http://[", b"charset=none"),
    *(b"<p>" * 300, b"{" * 300, b"(" * 300, b"a " * 3000, b"9" * 5000),
)
"""What parsers stumble over: halves of characters, numbers out of range, depth, length."""
EXAMPLES = 12 * int(os.environ.get("SAYSO_FUZZ", "1"))


@st.composite
def damaged(draw: st.DrawFn, seeds: tuple[bytes, ...]) -> bytes:
    """A good file with some bytes changed, cut out, doubled or put in; or what it packs so."""
    data = draw(st.sampled_from(seeds))
    if data[:2] == b"PK" and draw(st.booleans()):
        return _repacked(draw, data)
    if data[:2] == b"\x1f\x8b" and draw(st.booleans()):
        return gzip.compress(_changed(draw, gzip.decompress(data)), 1)
    return _changed(draw, data)


def _repacked(draw: st.DrawFn, data: bytes) -> bytes:
    """The ZIP with one of its members changed, and sound otherwise."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(members)))
    return samples.zipped({**members, name: _changed(draw, members[name])})


def _changed(draw: st.DrawFn, good: bytes) -> bytes:
    data = bytearray(good)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        end = min(at + draw(st.integers(0, 40)), len(data))
        doubled = st.just(bytes(data[at:end]) * 2)
        data[at:end] = draw(st.binary(max_size=12) | doubled | st.sampled_from(ODD))
    return bytes(data)


def test_every_format_is_fuzzed() -> None:
    assert set(SEEDS) == set(READERS)


@pytest.mark.filterwarnings("ignore")  # libraries warn of damaged files; only crashes count here
@pytest.mark.parametrize("kind", SEEDS)
def test_only_reports_and_errors_come_out(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reports.ocr.shutil.which", lambda _: None)  # a second a page

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), database=None)
    @given(damaged(SEEDS[kind]) | st.binary(max_size=200))
    def check(data: bytes) -> None:
        known = kind if len(data) % 2 else None  # half the time its type is to be found out
        for item in reports_here(Piece("fuzz", data=data, kind=known), Given(), LIMITS, 0):
            if isinstance(item, ReportError):
                assert item.source.startswith("fuzz")
                assert "Error:" not in item.reason, item.reason  # nothing unforeseen
                continue
            assert isinstance(item, Report)
            item.text.encode()  # no halves of characters
            last = 0
            for block in item.blocks:
                assert last <= block.start < block.end <= len(item.text)
                last = block.end
                for place in block.places:
                    assert block.start <= place.start < place.end <= block.end
            for credit in item.credits:
                assert credit.span is None or item.text[slice(*credit.span)].strip()

    check()
