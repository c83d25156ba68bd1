"""Samples made by LibreOffice, Chromium, Tesseract and the usual libraries."""

from __future__ import annotations

import difflib
import os
import time
from pathlib import Path

import programs
import pytest
import samples
from reading import every, one

from sayso.errors import NotAReport, SourceTooLarge
from sayso.reports import Limits
from sayso.reports.compose import Given
from sayso.reports.pieces import Piece
from sayso.values import Report

ENDINGS = ("docx", "odt", "rtf", "epub", "pdf")
needs_office = pytest.mark.skipif(programs.SOFFICE is None, reason="LibreOffice is not installed")
needs_chromium = pytest.mark.skipif(programs.CHROMIUM is None, reason="Chromium is not installed")
needs_tesseract = pytest.mark.skipif(
    programs.TESSERACT is None, reason="Tesseract is not installed"
)


@pytest.fixture(scope="module", params=ENDINGS)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp(request.param)
    return one(programs.by_libreoffice(request.param, folder), f"a.{request.param}")


@needs_office
def test_libreoffice_title_author_and_words(office: Report) -> None:
    assert (office.title, office.authors) == (samples.TITLE, ("Ada Quist",))
    assert office.blocks[0].kind == "title"
    for text in samples.PARAGRAPHS:
        assert text in office.text
    assert "Owner" in office.text and "Brandal Shipping" in office.text


@needs_office
def test_libreoffice_places_are_in_order(office: Report) -> None:
    assert all(block.places for block in office.blocks)
    numbers = [b.places[0].where for b in office.blocks]
    assert len(set(numbers)) > 5 or office.source.endswith(".pdf")


@needs_office
def test_libreoffice_links_are_credits(office: Report) -> None:
    links = [c for c in office.credits if c.kind == "link"]
    assert [(c.name, c.url) for c in links] == [("Verrania Ledger", "https://ledger.example/talks")]
    assert links[0].span and office.text[slice(*links[0].span)] == "Verrania Ledger"


@pytest.fixture(scope="module")
def browser() -> dict[str, bytes]:
    pytest.importorskip("playwright.sync_api")
    return programs.by_chromium()


@needs_chromium
def test_a_page_printed_by_chromium(browser: dict[str, bytes]) -> None:
    report = one(browser["pdf"], "a.pdf")
    assert report.title == samples.TITLE
    for text in samples.PARAGRAPHS:
        assert text in report.text
    assert "courier.example/" not in report.text
    assert (report.url, report.found["url"]) == (programs.ADDRESS, "running head")
    assert (report.outlet, report.published) == ("The Saltmere Courier", None)


@needs_chromium
def test_the_head_of_a_paper_on_a_page_printed_by_chromium(browser: dict[str, bytes]) -> None:
    report = one(browser["headed"], "a.pdf")
    assert {place.where for block in report.blocks for place in block.places} == {"page=1"}
    assert (programs.HEAD in report.text, report.published) == (False, "2025-03-04")
    assert (report.title, report.outlet) == (samples.TITLE, "The Saltmere Courier")


@needs_chromium
def test_a_page_saved_by_chromium(browser: dict[str, bytes]) -> None:
    report = one(browser["mhtml"], "a.mhtml")
    assert (report.title, report.authors) == (samples.TITLE, ("Ada Quist",))
    assert report.text == f"{samples.TITLE}\n\n{samples.BODY}"
    assert report.url == programs.ADDRESS


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed_by_feedgen(kind: str) -> None:
    pytest.importorskip("feedgen")
    report = one(programs.feed(kind), "feed.xml")
    assert (report.title, report.outlet) == (samples.TITLE, "The Saltmere Courier")
    assert (report.published, report.url) == (
        "2025-03-04T17:30:00+02:00",
        "https://courier.example/harbour",
    )
    assert report.text == f"{samples.TITLE}\n\n{samples.BODY}"


def test_a_mailbox_by_the_standard_library(tmp_path: Path) -> None:
    plain, marked_up = every(programs.mailbox_file(tmp_path), "a.mbox")
    assert isinstance(plain, Report)
    assert isinstance(marked_up, Report)
    assert samples.PARAGRAPHS[3] in plain.text and samples.PARAGRAPHS[3] in marked_up.text


def test_a_packed_web_archive() -> None:
    found = every(programs.wacz(), "a.wacz")
    (report,) = (r for r in found if isinstance(r, Report))
    assert (report.source, report.url, report.archived) == (
        "a.wacz/archive/data.warc.gz#https://courier.example/harbour",
        "https://courier.example/harbour",
        "2025-03-05T06:00:00Z",
    )
    assert found == [report]


@needs_tesseract
def test_a_scan_is_read_by_tesseract() -> None:
    report = one(programs.scan(), "scan.pdf")
    wanted = f"{samples.TITLE} {samples.BYLINE} {' '.join(samples.PARAGRAPHS)}".split()
    assert difflib.SequenceMatcher(None, report.text.split(), wanted).ratio() > 0.9
    assert report.title == samples.TITLE
    assert report.found["ocr"] == "tesseract, eng"
    assert "misread" in report.warnings[0]
    for place in (p for b in report.blocks for p in b.places):
        assert place.where == "page=1" and place.box is not None
        assert 0 <= place.box[0] < place.box[2] <= 596
        assert 0 <= place.box[1] < place.box[3] <= 842


def test_a_scan_without_tesseract_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reports.ocr.shutil.which", lambda _: None)
    (error,) = every(programs.scan(), "scan.pdf")
    assert isinstance(error, NotAReport)
    assert "no text layer" in error.reason and "install tesseract" in error.reason


def slow_tesseract(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of that name which notes its process and never ends."""
    program, noted = folder / "tesseract", folder / "pid"
    program.write_text(f"#!/bin/sh\necho $$ > {noted}\nexec sleep 600\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return noted


def test_a_scan_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow_tesseract(tmp_path, monkeypatch)
    (error,) = every(programs.scan(2), "scan.pdf", Limits(isolate=False, seconds=0.5))
    assert isinstance(error, SourceTooLarge)


def test_what_a_worker_has_started_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.reports.worker import Worker

    noted = slow_tesseract(tmp_path, monkeypatch)
    worker = Worker()
    worker.send((Piece("scan.pdf", data=programs.scan()), Given(), Limits(), 0))
    while not (noted.exists() and noted.read_text().strip()):
        time.sleep(0.02)
    worker.stop()
    status = Path(f"/proc/{noted.read_text().strip()}/status")
    for _ in range(100):
        if not status.exists() or "Z (zombie)" in status.read_text():
            return
        time.sleep(0.02)
    pytest.fail("the program that the worker started still runs")


def test_pictures_among_pages_of_text_are_named() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(samples.pdf())
    scanned = pypdfium2.PdfDocument(programs.scan())
    document.import_pages(scanned)
    import io

    out = io.BytesIO()
    document.save(out)
    scanned.close()
    document.close()
    report = one(out.getvalue(), "a.pdf")
    assert report.warnings == ("these pages are pictures without text, and were not read: 2",)
