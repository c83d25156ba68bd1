from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import samples
from reading import HERE, every, one

from sayso.errors import ReportError
from sayso.reports import read_reports
from sayso.values import Report


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(samples.docx(), "a.docx", id="docx"),
        pytest.param(samples.pdf(), "a.pdf", id="pdf"),
        pytest.param(samples.pdf(columns=2), "a.pdf", id="pdf-columns"),
        pytest.param(samples.mail(), "a.eml", id="mail"),
        pytest.param(samples.mail(html=True), "a.eml", id="html-mail"),
        pytest.param(samples.mhtml(), "a.mhtml", id="mhtml"),
        pytest.param(samples.warc(), "a.warc.gz", id="warc"),
        pytest.param(gzip.compress(samples.PLAIN.encode()), "a.txt.gz", id="gzip"),
        pytest.param(samples.zipped({"d/a.txt": samples.PLAIN.encode()}), "a.zip", id="zip"),
        pytest.param(samples.docx(), "unnamed", id="docx-without-ending"),
    ],
)
def test_title_author_and_words(data: bytes, name: str) -> None:
    report = one(data, name)
    assert (report.title, report.authors) == (samples.TITLE, ("Ada Quist",))
    for text in samples.PARAGRAPHS:
        assert text in report.text
    assert all(b.start < b.end <= len(report.text) for b in report.blocks)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        pytest.param(b"%PDF-1.4 nothing", "a.pdf", "damaged", id="pdf"),
        pytest.param(b"PK\x03\x04 nothing", "a.zip", "damaged", id="zip"),
        pytest.param(b"\x1f\x8b nothing", "a.gz", "damaged", id="gzip"),
        pytest.param(b"WARC/1.0\r\nnothing", "a.warc", "damaged|cut off", id="warc"),
        pytest.param(b"<rss>", "a.rss", "no entries", id="feed"),
        pytest.param(
            samples.zipped({"xl/workbook.xml": b"x"}), "a.xlsx", "spreadsheet", id="sheet"
        ),
        pytest.param(samples.zipped({"word/document.xml": b"x"}), "a.docx", "damaged", id="docx"),
        pytest.param(samples.zipped({}), "a.zip", "empty", id="empty-zip"),
        pytest.param(b"{\\rtf1 }", "a.rtf", "no text", id="empty-rtf"),
        pytest.param(b"{\\rtf1 a\\u9999999999 b}", "a.rtf", "damaged", id="rtf"),
        pytest.param(
            samples.zipped({"mimetype": b"application/epub+zip"}), "a.epub", "damaged", id="epub"
        ),
        pytest.param(
            samples.zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            "a.odt",
            "damaged",
            id="odt",
        ),
    ],
)
def test_damaged_and_unread_files_say_so(data: bytes, name: str, reason: str) -> None:
    (error,) = every(data, name)
    assert isinstance(error, ReportError)
    assert any(word in error.reason for word in reason.split("|")), error


def test_a_folder_of_everything(tmp_path: object) -> None:

    folder = Path(str(tmp_path))
    (folder / "b").mkdir()
    (folder / "b" / "a.docx").write_bytes(samples.docx())
    (folder / "a.txt").write_text(samples.PLAIN)
    (folder / "c.zip").write_bytes(samples.zipped({"x.html": samples.page().encode()}))
    found = list(read_reports([folder], limits=HERE))
    assert [r.title for r in found if isinstance(r, Report)] == [samples.TITLE] * 3
    assert [Path(getattr(r, "source", "")).name for r in found] == ["a.txt", "x.html", "a.docx"]
