"""Small files that stand for very much: each ends in a report or an error, within its bounds."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest
import samples

from sayso.errors import NotAReport, ReportError, SourceTooLarge
from sayso.reports import Limits, read_reports
from sayso.reports.compose import Given
from sayso.reports.pieces import Piece
from sayso.reports.read import reports_here
from sayso.values import Report

MEGABYTE = 1 << 20
HERE = Limits(isolate=False)
SMALL = Limits(isolate=False, file=MEGABYTE, page=MEGABYTE, unpacked=4 * MEGABYTE, members=9)
TEXT = "The minister said on Tuesday that the harbour was not for sale."
BOMB = "".join(
    f'<!ENTITY {name} "{content * 40}">'
    for name, content in (("a", "laugh "), ("b", "&a;"), ("c", "&b;"), ("e", "&c;"))
)
OUTSIDE = '<!ENTITY e SYSTEM "file:///proc/self/status">'
ODT_TYPE = b"application/vnd.oasis.opendocument.text"
ODT_SPACE = 'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
WORD_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def every(data: bytes, kind: str, limits: Limits = HERE) -> list[Report | ReportError]:
    return list(reports_here(Piece("a", data=data, kind=kind), Given(), limits, 0))


def with_members(data: bytes, **changed: bytes) -> bytes:
    """The ZIP with these members instead; a name's slashes and dots are written `__` and `_`."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return samples.zipped({**members, **changed})


def odt(content: str) -> bytes:
    return samples.zipped({"mimetype": ODT_TYPE, "content.xml": content.encode()})


def epub(page: str, package: str = "", href: str = "a.xhtml") -> bytes:
    items = f'<item id="a" href="{href}" media-type="application/xhtml+xml"/><itemref idref="a"/>'
    return samples.zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": b'<c><rootfile full-path="c.opf"/></c>',
            "c.opf": f"{package}<p><title>Talks</title>{items}</p>".encode(),
            "a.xhtml": page.encode(),
        }
    )


def docx(document: str) -> bytes:
    return with_members(samples.docx(), **{"word/document.xml": document.encode()})


PAGE = f"<html><body><p>{TEXT} &e;</p></body></html>"
WITH_ENTITIES = {
    "docx": lambda declared: docx(
        f"{declared}<w:document {WORD_SPACE}><w:body><w:p><w:r><w:t>{TEXT} &e;</w:t></w:r></w:p>"
        "</w:body></w:document>"
    ),
    "odt": lambda declared: odt(f"{declared}<d {ODT_SPACE}><t:p>{TEXT} &e;</t:p></d>"),
    "epub": lambda declared: epub(declared + PAGE, declared),
    "html": lambda declared: (declared + PAGE).encode(),
    "feed": lambda declared: (
        f"{declared}<rss><item><description>{TEXT} &e;</description></item></rss>".encode()
    ),
}


@pytest.mark.parametrize("kind", WITH_ENTITIES)
def test_entities_from_outside_are_not_read(kind: str) -> None:
    (report,) = every(WITH_ENTITIES[kind](f"<!DOCTYPE r [{OUTSIDE}]>"), kind)
    assert isinstance(report, Report), report
    assert TEXT in report.text
    assert "VmRSS" not in report.text


@pytest.mark.parametrize("kind", WITH_ENTITIES)
def test_entities_of_entities_are_not_resolved(kind: str) -> None:
    (found,) = every(WITH_ENTITIES[kind](f"<!DOCTYPE r [{BOMB}]>"), kind)
    assert len(found.text if isinstance(found, Report) else str(found)) < 5000


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(
            with_members(samples.docx(), **{"word/media/a": bytes(8 * MEGABYTE)}), "docx", id="docx"
        ),
        pytest.param(odt("<d>" + " " * 3 * MEGABYTE + "</d>"), "odt", id="odt"),
        pytest.param(epub(PAGE + " " * 3 * MEGABYTE), "epub", id="epub"),
        pytest.param(samples.zipped({"a.txt": bytes(3 * MEGABYTE)}), "zip", id="zip"),
        pytest.param(samples.zipped(dict.fromkeys("abcdefghijk", b"a")), "zip", id="members"),
        pytest.param(gzip.compress(bytes(3 * MEGABYTE)), "gzip", id="gzip"),
        pytest.param(b"".join([gzip.compress(b"a" * 9999)] * 200), "gzip", id="gzip-of-many"),
        pytest.param(gzip.compress(gzip.compress(bytes(3 * MEGABYTE))), "gzip", id="gzip-twice"),
    ],
)
def test_what_unpacks_to_too_much_is_refused(data: bytes, kind: str) -> None:
    assert len(data) < MEGABYTE
    (error,) = every(data, kind, SMALL)
    assert isinstance(error, SourceTooLarge)


def test_packing_within_packing_ends() -> None:
    data = TEXT.encode()
    for _ in range(8):
        data = gzip.compress(data)
    (error,) = every(data, "gzip")
    assert isinstance(error, SourceTooLarge)
    assert "archives deep" in error.reason


def test_mails_in_mails_end() -> None:
    from email.message import EmailMessage

    data = samples.mail()
    for _ in range(8):
        outer = EmailMessage()
        outer["From"], outer["Subject"] = "a@b.example", "Talks"
        outer.add_attachment(data, maintype="application", subtype="octet-stream", filename="m")
        data = outer.as_bytes()
    (error,) = every(data, "mail")
    assert isinstance(error, SourceTooLarge)


def test_a_mail_of_very_many_levels_is_an_error() -> None:
    level = 'Content-Type: multipart/mixed; boundary="{0}"\n\n--{0}\n'
    data = "".join(level.format(n) for n in range(1200)).encode()
    (error,) = every(b"From: a@b\n" + data, "mail")
    assert isinstance(error, ReportError)


def test_a_page_in_a_web_archive_has_a_limit_of_its_own() -> None:
    large = samples.warc(body=b"<p>a" * MEGABYTE) + samples.warc()
    error, page = every(large, "warc", SMALL)
    assert isinstance(error, SourceTooLarge)
    assert isinstance(page, Report)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"[" * MEGABYTE, "jsonl", id="json"),
        pytest.param(b"<div>" * 100_000, "html", id="html"),
        pytest.param(b"<rss>" * 100_000, "feed", id="feed"),
        pytest.param(b"{\\rtf1 " + b"{" * 100_000, "rtf", id="rtf"),
        pytest.param(odt(f"<d {ODT_SPACE}>" + "<t:p>" * 100_000), "odt", id="odt"),
        pytest.param(epub("<p>" * 100_000), "epub", id="epub"),
        pytest.param(docx(f"<w:document {WORD_SPACE}>" + "<w:p>" * 100_000), "docx", id="docx"),
        pytest.param(b"%PDF-1.5\n1 0 obj\n" + b"[" * 100_000, "pdf", id="pdf"),
    ],
)
def test_depth_without_end_is_an_error(data: bytes, kind: str) -> None:
    (error,) = every(data, kind)
    assert isinstance(error, ReportError)
    assert "it could not be read" not in error.reason


def test_no_name_in_a_file_leads_out_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are shown, and nothing is opened or written by them."""
    inner = tmp_path / "in"
    inner.mkdir()
    (tmp_path / "secret.xhtml").write_text("<p>The secret that lies outside.</p>")
    monkeypatch.chdir(inner)
    book = every(epub(PAGE, href="../secret.xhtml"), "epub")
    mail = samples.mail(attachment=b"%PDF-").replace(b"board.pdf", b"../b.pdf")
    found = [*book, *every(mail, "mail")]
    assert [getattr(item, "source", None) for item in found] == ["a", "a", "a/../b.pdf"]
    assert "outside" not in "".join(getattr(item, "text", "") for item in found)
    assert sorted(tmp_path.rglob("*")) == [inner, tmp_path / "secret.xhtml"]


def pdf(
    page: bytes = b"",
    pages: bytes = b"[3 0 R]",
    content: bytes = b"",
    image: bytes = b"",
) -> bytes:
    """A PDF written by hand, with its page tree, a page's contents and a picture as given."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids" + pages + b">>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]" + page + b"/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>",
        stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        image or b"null",
    )
    numbered = (b"%d 0 obj\n%s\nendobj\n" % item for item in enumerate(objects, 1))
    return b"%PDF-1.5\n" + b"".join(numbered) + b"trailer <</Root 1 0 R>>\n%%EOF"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    filtered = b"<</Length %d/Filter/FlateDecode%s>>" % (len(packed), entries)
    return filtered + b"stream\n" + packed + b"\nendstream"


HELLO = b"BT /F 12 Tf 72 700 Td (" + TEXT.encode() + b") Tj ET\n"


def test_a_pdf_written_by_hand_is_read() -> None:
    (report,) = every(pdf(content=HELLO), "pdf")
    assert isinstance(report, Report)
    assert report.text == TEXT


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pdf(pages=b"[2 0 R 2 0 R]"), id="pages-within-themselves"),
        pytest.param(pdf(content=b"/I Do", image=stream(b"/I Do", b"/Subtype/Form")), id="forms"),
        pytest.param(pdf(page=b"/Parent 3 0 R"), id="page-within-itself"),
        pytest.param(samples.pdf() + b"\nstartxref\n0\n%%EOF", id="no-table"),
        pytest.param(pdf(content=b"q " * 300_000), id="states"),
    ],
)
def test_a_pdf_that_leads_into_itself_ends(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reports.ocr.shutil.which", lambda _: None)
    assert len(every(data, "pdf")) == 1


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for _ in range(51):
        canvas.drawString(72, 700, TEXT)
        canvas.showPage()
    canvas.save()
    (error,) = every(out.getvalue(), "pdf", Limits(isolate=False, pages=50))
    assert isinstance(error, SourceTooLarge)
    assert "50 pages" in error.reason


@pytest.mark.parametrize(
    ("page", "size"),
    [
        pytest.param(b"/MediaBox[0 0 1e9 1e9]", (10, 10), id="page"),
        pytest.param(b"/MediaBox[0 0 1e-3 1e9]", (10, 10), id="thin-page"),
        pytest.param(b"", (20_000, 20_000), id="picture"),
        pytest.param(b"", (2**31 - 1, 2**31 - 1), id="picture-past-all-bounds"),
    ],
)
def test_a_huge_picture_is_drawn_small(
    page: bytes, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.reports import ocr

    drawn: list[int] = []

    def run(*_: object, **told: object) -> object:
        drawn.append(len(bytes(told["input"])))
        return SimpleNamespace(stdout=b"level\ttext\n")

    monkeypatch.setattr(ocr, "shutil", SimpleNamespace(which=lambda _: "tesseract"))
    monkeypatch.setattr(ocr.subprocess, "run", run)
    entries = b"/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray" % size
    image = stream(bytes(1000), entries)
    (error,) = every(pdf(page, content=b"600 0 0 800 0 0 cm /I Do", image=image), "pdf")
    assert isinstance(error, NotAReport)
    assert "no text was found" in error.reason
    assert len(drawn) == 1
    assert drawn[0] < 45_000_000


@pytest.mark.skipif(os.name != "posix", reason="memory is bounded where the system can")
def test_a_worker_that_swells_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    with gzip.open(path, "wb", 1) as file:
        for _ in range(200):
            file.write(b"word " * (MEGABYTE // 5))
    limits = Limits(memory=300 * MEGABYTE)
    (error,) = read_reports([path], limits=limits)
    assert isinstance(error, SourceTooLarge)
    assert "memory" in error.reason
