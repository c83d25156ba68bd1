from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
import samples

from sayso.errors import NotAReport, ReportError, SourceTooLarge
from sayso.reports import Limits, read_reports
from sayso.reports.compose import Given
from sayso.reports.pieces import Piece
from sayso.reports.read import reports_here
from sayso.values import Report

HERE = Limits(isolate=False)


def every(data: bytes, name: str, limits: Limits = HERE) -> list[Report | ReportError]:
    return list(reports_here(Piece(name, data=data), Given(), limits, 0))


def one(data: bytes, name: str, limits: Limits = HERE) -> Report:
    (report,) = every(data, name, limits)
    assert isinstance(report, Report), report
    return report


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


def test_pdf_running_heads_and_page_numbers_are_left_out() -> None:
    report = one(samples.pdf(copies=12), "a.pdf")
    pages = {place.where for block in report.blocks for place in block.places}
    assert pages >= {"page=1", "page=2"}
    assert "The Saltmere Courier" not in report.text
    assert not any(report.text[b.start : b.end].isdigit() for b in report.blocks)


def test_a_pdfs_running_head_names_its_outlet() -> None:
    report = one(samples.pdf(), "a.pdf")
    assert (report.outlet, report.found["outlet"]) == ("The Saltmere Courier", "running head")


def pdf_of(pages: list[list[str]]) -> bytes:
    """Lines set one below the other, without space between paragraphs."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for lines in pages:
        text = canvas.beginText(72, 820)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_pdf_paragraphs_without_space_between_them() -> None:
    lines = [
        "The board denied on Tuesday that it had met the owners of the line to talk of a sale",
        "of the harbour.",
        "By Ada Quist",
        "SALTMERE, March 4 (Northwire) - The minister said that there were no such talks at",
        "the terminal, nor would there be any.",
    ]
    report = one(pdf_of([lines]), "a.pdf")
    assert [b.kind for b in report.blocks] == ["paragraph", "byline", "dateline", "paragraph"]
    assert report.authors == ("Ada Quist",)


def test_answers_that_repeat_at_the_pages_edges_are_no_running_heads() -> None:
    asked = ["Q. Did you see the minister at the ferry terminal on that day in March?", "A. Yes."]
    pages = [["Transcript of the board", *["He nodded."] * n, *asked] for n in range(4)]
    text = one(pdf_of(pages), "a.pdf").text
    assert text.count("A. Yes.") == 4
    assert "Transcript" not in text


def test_pdf_places_have_boxes_on_the_page() -> None:
    for block in one(samples.pdf(), "a.pdf").blocks:
        for place in block.places:
            assert place.box is not None
            left, bottom, right, top = place.box
            assert 0 <= left < right <= 596
            assert 0 <= bottom < top <= 842


def test_pdf_words_broken_at_line_ends_are_joined() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    text = canvas.beginText(72, 700)
    for line in ("The minister denied that any nego-", "tiations on the harbour had been", "held."):
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    assert "any negotiations on the harbour had been held." in one(out.getvalue(), "a.pdf").text


def set_lines(lines: list[tuple[float, float, str]], size: float = 10) -> bytes:
    """Lines at (left, base) on one page."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for left, base, text in lines:
        large = text.isupper()
        canvas.setFont("Helvetica", 2 * size if large else size)
        canvas.drawString(left, base, text)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("last", "head", "count"),
    [
        pytest.param(
            "would decide within",
            "thirty days whether there was a case to be heard in court.",
            1,
            id="in-a-sentence",
        ),
        pytest.param("would decide soon.", "thirty days of it.", 3, id="sentence-ended"),
        pytest.param("would decide", "Thirty days of it.", 3, id="short-and-capital"),
    ],
)
def test_pdf_paragraphs_go_on_in_the_next_column(last: str, head: str, count: int) -> None:
    first = "The prosecutor said that his office, by law,"
    more = [(320, 588, "It is an old case, said the office of the prosecutor.")]
    data = set_lines([(72, 400, first), (72, 388, last), (320, 600, head), *more])
    assert len(one(data, "a.pdf").blocks) == count


def test_a_pdfs_centred_title_keeps_its_third_line() -> None:
    title = [
        (100, 640, "MINISTER DENIES TALKS ON"),
        (110, 616, "THE SALE OF THE"),
        (170, 592, "PORT"),
    ]
    body = [
        (72, 500.0 - 12 * n, f"The board met the owners of line {n} in March, and")
        for n in range(6)
    ]
    assert (
        one(set_lines([*title, *body]), "a.pdf").title
        == "MINISTER DENIES TALKS ON THE SALE OF THE PORT"
    )


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        pytest.param(
            ("He wants a long-term lease. A long-", "term one."), "A long-term one", id="met"
        ),
        pytest.param(("The term is long. A long-", "term one."), "A long-term one", id="halves"),
        pytest.param(("No nego-", "tiations were held."), "No negotiations were", id="no-halves"),
        pytest.param(
            ("News papers and newspapers are news-", "papers."), "are newspapers", id="whole"
        ),
    ],
)
def test_pdf_hyphens_at_line_ends(lines: tuple[str, str], words: str) -> None:
    data = set_lines([(72, 400.0 - 12 * n, line) for n, line in enumerate(lines)])
    assert words in one(data, "a.pdf").text


def test_a_scan_says_that_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reports.ocr.shutil.which", lambda _: None)
    (error,) = every(samples.scanned_pdf(), "scan.pdf")
    assert "no text layer" in str(error)


def test_docx_keeps_lists_tables_and_paragraph_numbers() -> None:
    report = one(samples.docx(), "a.docx")
    assert [b.kind for b in report.blocks][-3:] == ["list", "paragraph", "paragraph"]
    assert report.text.endswith("Owner\n\nBrandal Shipping")
    assert report.blocks[0].places[0].where == "paragraph=1"


def test_mail_facts_and_attachments() -> None:
    mail, attached = every(samples.mail(attachment=samples.pdf()), "a.eml")
    assert isinstance(mail, Report)
    assert (mail.published, mail.found["title"]) == ("2025-03-04T17:30:00+02:00", "Subject")
    assert isinstance(attached, Report)
    assert attached.source == "a.eml/board.pdf"


def test_mailbox_gives_each_mail() -> None:
    found = every(samples.mbox(3), "a.mbox")
    assert [getattr(r, "source", "") for r in found] == ["a.mbox#1", "a.mbox#2", "a.mbox#3"]
    assert len({r.id for r in found if isinstance(r, Report)}) == 1


def test_web_archive_keeps_address_and_time() -> None:
    report = one(samples.warc(), "a.warc.gz")
    assert (report.url, report.archived) == (
        "https://courier.example/harbour",
        "2025-03-05T06:00:00Z",
    )


def test_a_damaged_record_ends_a_web_archive_and_what_came_before_is_kept() -> None:
    sound = gzip.decompress(samples.warc())
    found = every(sound + sound.replace(b"WARC-Target-URI:", b"WARC-Target:"), "a.warc")
    assert [type(item) for item in found] == [Report, NotAReport]
    assert "damaged after page 1" in str(found[1])


@pytest.mark.parametrize("data", [samples.RSS, samples.ATOM], ids=["rss", "atom"])
def test_feed_entry(data: bytes) -> None:
    report = every(data, "feed")[0]
    assert isinstance(report, Report)
    assert (report.title, report.outlet, report.authors, report.published, report.url) == (
        samples.TITLE,
        "The Saltmere Courier",
        ("Ada Quist",),
        "2025-03-04T17:30:00+02:00",
        "https://courier.example/harbour",
    )
    assert report.text.startswith(f"{samples.TITLE}\n\n“There were no such talks,”")
    assert report.blocks[0].kind == "title"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(samples.RSS.replace(b"Minister", b"Min\xed\xa0\xbdister"), "Min", id="stray"),
        pytest.param(samples.RSS.replace(b"Minister", b"Min&#55357;ister"), "Min", id="half"),
        pytest.param(
            samples.RSS.decode()
            .replace('encoding="utf-8"', 'encoding="utf-16"')
            .replace("Minister", "Für Minister")
            .encode("utf-16"),
            "Für Minister denies",
            id="utf-16",
        ),
        pytest.param(
            samples.RSS.decode()
            .replace('encoding="utf-8"', 'encoding="windows-1252"')
            .replace("Minister", "Für Minister")
            .encode("cp1252", "xmlcharrefreplace"),
            "Für Minister denies",
            id="windows-1252",
        ),
    ],
)
def test_a_feeds_encoding(data: bytes, title: str) -> None:
    report = every(data, "feed.rss")[0]
    assert isinstance(report, Report)
    assert str(report.title).startswith(title)
    assert "There were no such talks" in report.text


def test_a_feeds_summary_is_called_one() -> None:
    summary = every(samples.RSS, "feed")[1]
    assert isinstance(summary, Report)
    assert "summary" in summary.warnings[0]


def test_feed_entities_are_not_resolved() -> None:
    bomb = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b
    "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>
    <title>t</title><item><title>t</title><description>said &b;&x; here</description></item>
    </channel></rss>"""
    (report,) = every(bomb, "feed.rss")
    assert isinstance(report, Report)
    assert "root:" not in report.text
    assert len(report.text) < 50


def test_json_lines_name_the_line_that_fails() -> None:
    first, second, third = every(samples.JSONL, "r.jsonl")
    assert isinstance(first, Report)
    assert (first.outlet, first.published, first.text) == ("Courier", "2025-03-04", samples.BODY)
    assert str(second) == "r.jsonl#2: this line is not JSON"
    assert isinstance(third, Report)
    assert third.url == "https://courier.example/harbour"


def test_a_page_in_a_record_says_what_the_record_does_not() -> None:
    record = {"html": samples.page(), "date": "2025-03-05", "author": "Tomas Rell"}
    (report,) = every(json.dumps(record).encode(), "r.jsonl")
    assert isinstance(report, Report)
    assert (report.title, report.outlet) == (samples.TITLE, "The Saltmere Courier")
    assert (report.published, report.found["published"]) == ("2025-03-05", "field published")
    assert (report.authors, report.found["authors"]) == (("Tomas Rell",), "field authors")


@pytest.mark.parametrize("field", ["text", "html"])
def test_a_records_address_in_a_web_archive_tells_both(field: str) -> None:
    archived = "https://web.archive.org/web/20250306071500/https://courier.example/x"
    record = {field: samples.page() if field == "html" else samples.BODY, "url": archived}
    (report,) = every(json.dumps(record).encode(), "r.jsonl")
    assert isinstance(report, Report)
    assert (report.url, report.archive_url) == ("https://courier.example/x", archived)
    assert report.archived == "2025-03-06T07:15:00Z"


def test_csv_rows_are_reports() -> None:
    first, second = every(samples.CSV, "c.csv")
    assert isinstance(first, Report)
    assert (first.title, first.authors, first.text) == (samples.TITLE, ("Ada Quist",), samples.BODY)
    assert str(second) == "c.csv#2: it has no text"


@pytest.mark.parametrize(
    ("field", "value", "published", "warned"),
    [
        pytest.param("date", "04/03/2025", None, True, id="two-readings"),
        pytest.param("date", "14/03/2025", "2025-03-14", False, id="one-reading"),
        pytest.param("date", "4.3.2025", "2025-03-04", False, id="dots"),
        pytest.param("date", "1741105200", "2025-03-04T16:20:00Z", False, id="seconds"),
        pytest.param("timestamp", 1741105200000, "2025-03-04T16:20:00Z", False, id="thousandths"),
        pytest.param("Date Published", "4 March 2025", "2025-03-04", False, id="words-and-space"),
        pytest.param(
            "pubDate",
            "Tue, 04 Mar 2025 18:20:00 +0200",
            "2025-03-04T18:20:00+02:00",
            False,
            id="mail",
        ),
        pytest.param("date", "yesterday", None, True, id="no-date"),
        pytest.param("date", "nan", None, False, id="nan"),
        pytest.param("date", float("nan"), None, False, id="nan-number"),
        pytest.param("crawl date", "2025-03-04", None, True, id="unknown-name"),
    ],
)
def test_a_records_date(field: str, value: object, published: str | None, warned: bool) -> None:
    report = one(json.dumps({"Article Text": samples.BODY, field: value}).encode(), "r.jsonl")
    assert (report.published, bool(report.warnings)) == (published, warned)
    assert all(field in warning or "published" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    ("record", "authors"),
    [
        pytest.param(
            {"Authors": "['Ada Quist', 'Tomas Rell']"}, ("Ada Quist", "Tomas Rell"), id="printed"
        ),
        pytest.param({"author": [{"name": "Ada Quist"}]}, ("Ada Quist",), id="named"),
        pytest.param({"author": "None", "byline": "By Ada Quist"}, ("Ada Quist",), id="none"),
        pytest.param({"author": "[Ada Quist"}, ("[Ada Quist",), id="no-list"),
    ],
)
def test_a_records_authors(record: dict[str, object], authors: tuple[str, ...]) -> None:
    report = one(
        json.dumps({"text": samples.BODY.replace("By ", ""), **record}).encode(), "r.jsonl"
    )
    assert report.authors == authors


def test_a_feeds_author_may_stand_behind_an_address() -> None:
    data = b"""<rss version="2.0"><channel><title>Courier</title><item><title>T</title>
    <author>a@courier.example (Ada Quist)</author><description>He said so.</description></item>
    </channel></rss>"""
    assert one(data, "f.rss").authors == ("Ada Quist",)


def test_csv_without_text_is_refused() -> None:
    (error,) = every(b"name,age\nAda,3\n", "c.csv")
    assert "names no field of text" in str(error)


def test_archive_members_have_their_path_and_cannot_leave_it() -> None:
    data = samples.zipped(
        {
            "../../x.txt": samples.PLAIN.encode(),
            "b/c.txt": samples.PLAIN.encode(),
            "__MACOSX/b.txt": b"x",
            "pic.png": b"\x89PNG\r\n\x1a\n",
        }
    )
    found = every(data, "a.zip")
    assert [getattr(r, "source", None) for r in found] == [
        "a.zip/../../x.txt",
        "a.zip/b/c.txt",
        "a.zip/pic.png",
    ]
    assert isinstance(found[-1], NotAReport)


def test_archives_in_archives_end() -> None:
    data = samples.PLAIN.encode()
    for n in range(6):
        data = samples.zipped({f"{n}.zip" if n else "a.txt": data})
    (error,) = every(data, "a.zip")
    assert isinstance(error, SourceTooLarge)


def test_an_archive_bomb_is_refused_unopened() -> None:
    data = samples.zipped({"a.txt": b"\0" * (8 << 20)})
    small = Limits(isolate=False, page=1 << 20)
    (error,) = every(data, "a.zip", small)
    assert isinstance(error, SourceTooLarge)
    (error,) = every(gzip.compress(b"a" * (2 << 20)), "a.gz", Limits(isolate=False, file=1 << 20))
    assert isinstance(error, SourceTooLarge)


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


def test_an_open_document_is_read() -> None:
    out = io.BytesIO()
    space = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<a {space}><text:h>{samples.TITLE}</text:h>"
            f"<text:p>{samples.PARAGRAPHS[1]}</text:p></a>",
        )
    report = one(out.getvalue(), "a.odt")
    assert (report.title, report.text) == (
        samples.TITLE,
        f"{samples.TITLE}\n\n{samples.PARAGRAPHS[1]}",
    )


def test_a_folder_of_everything(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "b").mkdir()
    (folder / "b" / "a.docx").write_bytes(samples.docx())
    (folder / "a.txt").write_text(samples.PLAIN)
    (folder / "c.zip").write_bytes(samples.zipped({"x.html": samples.page().encode()}))
    found = list(read_reports([folder], limits=HERE))
    assert [r.title for r in found if isinstance(r, Report)] == [samples.TITLE] * 3
    assert [Path(getattr(r, "source", "")).name for r in found] == ["a.txt", "x.html", "a.docx"]
