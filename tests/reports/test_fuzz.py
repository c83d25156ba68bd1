"""Every format's entry, given whatever: reports and errors come out, nothing else does.

The damage and the checks are those of `python -m benchmarks.fuzzing`, which goes on for as long
as one likes; what it found stands below, each as a small case.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from random import Random

import pytest
import samples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzzing.cases import outcome
from benchmarks.fuzzing.changes import changed
from benchmarks.fuzzing.seeds import OCR, SEEDS, seeds
from sayso.errors import ReportError
from sayso.reports import Limits
from sayso.reports.compose import Given
from sayso.reports.dom import page_lines
from sayso.reports.page import parse_page
from sayso.reports.pieces import Piece
from sayso.reports.read import READERS, reports_here
from sayso.values import Report

EXAMPLES = {OCR: 40, "text": 500, "markdown": 500, "rtf": 400, "odt": 400, "csv": 400}
"""How many cases of a format, for about the same time each: about a minute's worth in all."""
ODT = b'<d xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:p>He %s said.</t:p></d>'
FEED = (
    b"<rss><channel><item><title>Talks</title><pubDate>%s</pubDate><description>He said so at the"
    b" harbour.</description></item></channel></rss>"
)
SAID = b"The minister said on Tuesday that the harbour was not for sale.\n"
SAID_BY = b"From: %s <a@b.example>\nTo: c@d.example\n\n" + SAID


@pytest.fixture(autouse=True)
def ocr_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """`outcome` puts a stand-in for Tesseract there, which takes a second a page."""
    from benchmarks.fuzzing.cases import no_tesseract
    from sayso.reports import ocr

    monkeypatch.setattr(ocr, "shutil", ocr.shutil)
    monkeypatch.setattr(ocr, "subprocess", ocr.subprocess)
    no_tesseract()


def test_every_format_is_fuzzed() -> None:
    assert set(SEEDS) == {*READERS, OCR}


@pytest.mark.parametrize("kind", SEEDS)
def test_sound_files_are_read(kind: str) -> None:
    made = [outcome(kind, data) for data in seeds(kind)]
    assert all(case.reports for case in made)
    assert [case.fault for case in made] == [None] * len(made)


@pytest.mark.filterwarnings("ignore")  # libraries warn of damaged files; only faults count here
@pytest.mark.parametrize("kind", SEEDS)
def test_only_reports_and_errors_come_out(kind: str) -> None:
    pool = [*seeds(kind), *seeds("html"), *seeds("zip")]

    @settings(
        max_examples=EXAMPLES.get(kind, 180), suppress_health_check=list(HealthCheck), database=None
    )
    @given(st.randoms(use_true_random=True), st.sampled_from(seeds(kind)))
    def check(chance: Random, sound: bytes) -> None:
        assert outcome(kind, changed(chance, sound, pool)).fault is None

    check()


def test_the_checks_see_what_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.reports import compose

    monkeypatch.setattr(compose, "without_halves", lambda text: text)
    data = SAID_BY % b"=?utf-8?b?7aC9?="
    assert outcome("mail", data + b"\n" * (1 - len(data) % 2)).fault
    monkeypatch.setattr("sayso.reports.read.decode", lambda *_: 1 / 0)
    assert str(outcome("text", b"abc").fault).startswith("crash")


def every(kind: str, data: bytes) -> list[Report | ReportError]:
    piece = Piece("a", data=data, kind=kind)
    return list(reports_here(piece, Given(), Limits(isolate=False), 0))


def only(kind: str, data: bytes) -> Report:
    (report,) = every(kind, data)
    assert isinstance(report, Report), report
    report.text.encode()
    str((report.title, report.authors)).encode()
    return report


def odt(spaces: bytes) -> bytes:
    """An open document with a run of so many spaces."""
    mimetype = b"application/vnd.oasis.opendocument.text"
    content = ODT % (b'<t:s t:c="%s"/>' % spaces)
    return samples.zipped({"mimetype": mimetype, "content.xml": content})


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        pytest.param("feed", FEED % b"4 Mar 99999999999999 1:2:3", id="feed-year"),
        pytest.param("mail", SAID_BY % b"A" + SAID, id="plain-mail"),
        pytest.param(
            "mail", b"Date: 4 Mar 99999999999999 1:2:3\n" + SAID_BY % b"A", id="mail-year"
        ),
        pytest.param("mail", SAID_BY % (b"(" * 9000), id="mail-nested-comments"),
        pytest.param("mail", SAID_BY % b"=?utf-8?b?7aC9?=", id="mail-half-a-character"),
        pytest.param("odt", odt(b"9" * 4400), id="odt-very-many-spaces"),
        pytest.param("odt", odt("²".encode()), id="odt-no-number-of-spaces"),
        pytest.param("jsonl", b'{"text": "He \\ud83d said.", "title": "\\ud83d"}', id="json-half"),
    ],
)
def test_what_made_a_reader_fail_is_read(kind: str, data: bytes) -> None:
    assert "said" in only(kind, data).text


def test_a_nameless_member_of_an_archive_is_read_too() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("", "b.txt"):
            archive.writestr(zipfile.ZipInfo(name), SAID)
    assert [getattr(r, "source", "") for r in every("zip", out.getvalue())] == ["a/", "a/b.txt"]


def test_a_header_of_any_length_is_cut() -> None:
    """The standard library's parser takes quadratic time: 74 seconds for half as many words."""
    report = only("mail", SAID_BY % (b"=?utf-8?q?Ada?= " * 60_000))
    assert 0 < len("".join(report.authors)) <= 10_000


def test_the_book_is_named_where_a_page_of_it_is_not_text() -> None:
    members = {
        "META-INF/container.xml": b'<c><rootfile full-path="c.opf"/></c>',
        "c.opf": b'<p><item id="a" href="a" media-type="text/html"/><itemref idref="a"/></p>',
        "a": bytes(range(256)) * 20,
    }
    (error,) = every("epub", samples.zipped(members))
    assert isinstance(error, ReportError)
    assert error.source == "a/a"


@pytest.mark.parametrize("charset", ["unicode_escape", "idna", "undefined", "a\0"])
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    data = b"Caf\xe9 \\ud83d: " + SAID
    piece = Piece("a.txt", data=data, kind="text", charset=charset)
    (report,) = reports_here(piece, Given(), Limits(isolate=False), 0)
    assert isinstance(report, Report)
    assert r"Café \ud83d: The minister" in report.text


TABLE = "level\tblock_num\tpar_num\tline_num\tleft\ttop\twidth\theight\tconf\ttext\n"


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("5\t1\t1\t1\t1\t1\t9\t9\t9x9\tno", id="trust-is-no-number"),
        pytest.param("5\t1\t1\t1\t1\t1\t9\t9", id="short"),
        pytest.param("5\t1\t1\t1\t1\t-\t9\t9\t99\tno", id="box-is-no-number"),
        pytest.param("5\t1\t1\t1\t1\r1\t9\t9\t99\tno", id="carriage-return"),
        pytest.param("", id="empty"),
    ],
)
def test_a_row_that_tesseract_did_not_finish_is_left_out(row: str) -> None:
    from sayso.reports.ocr import _lines

    whole = "5\t1\t1\t2\t10\t20\t30\t40\t96.5\tharbour"
    (line,) = _lines(f"{TABLE}{row}\n{whole}\n", 1, 1.0, 800.0)
    assert (line.text, line.box) == ("harbour", (10.0, 740.0, 40.0, 780.0))


PAGE = "<p>a<br>b<!-- c -->d<i>e</i>f<p>g<table><tr><td>h<td>i</table><ul><li>j<li>k</ul>l"


def test_paths_are_those_of_libxml2() -> None:
    root = parse_page(PAGE)
    assert root is not None
    tree = root.getroottree()
    runs = [(line, run) for line in page_lines(root) for run in line.runs]
    assert len(runs) == 11
    for line, run in runs:
        (node,) = tree.xpath(line.paths.of(run))
        assert str(node)[run.offset :].startswith(line.text[run.start : run.end])
        assert (node.getparent(), node.is_tail) == (run.owner, run.tail)


@pytest.mark.parametrize("method", ["_count", "_count_texts"])
def test_the_children_of_an_element_are_counted_once(
    method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For each line all were: the time grew with the square of a page's line breaks."""
    from sayso.reports.dom import NodePaths

    counted: list[object] = []
    count: Callable[[NodePaths, object], None] = getattr(NodePaths, method)
    monkeypatch.setattr(
        NodePaths, method, lambda paths, parent: (counted.append(parent), count(paths, parent))
    )
    lines = "He said so at the harbour, on Tuesday.<br>" * 500
    report = only("html", samples.page(paragraphs=[*samples.PARAGRAPHS, lines]).encode())
    assert len(report.blocks) > 500
    assert 0 < len(counted) == len(set(counted))


def test_dates_without_end_are_no_date_line() -> None:
    """Each was looked at with all the others around it: 8,000 took over half a minute."""
    report = only("html", samples.page(title="4 March 2025 " * 8000).encode())
    assert report.published is None


def test_many_columns_are_not_filled_in_for_every_row() -> None:
    """A table of 3,000 columns and 3,000 rows of one field each: nine million fields."""
    header = b"text," + b",".join(b"a%d" % n for n in range(3000))
    assert len(every("csv", header + b"\n" + SAID * 3000)) == 3000


def test_a_packed_file_in_a_packed_file_is_read() -> None:
    assert only("gzip", gzip.compress(gzip.compress(SAID))).text == SAID.decode()


@pytest.mark.parametrize(
    ("table", "text"),
    [
        pytest.param(r"{\fonttbl{\f0\fcharset204 Times;}}", "Да", id="cyrillic"),
        pytest.param(r"{\fonttbl\f1\fcharset0 A;\f0\fnil\fcharset204 B;}", "Да", id="in-one-group"),
        pytest.param(r"{\fonttbl{\f1\fnil A;}{\f0\fcharset204{\*\x 1}B;}}", "Да", id="no-charset"),
        pytest.param(r"{\fonttbl" + r"{\f0\fcharset204 " * 20000 + "}" * 20001, "Да", id="deep"),
        pytest.param(r"{\fonttbl{\f0\fcharset204" * 9000 + "}" * 18000, "Да", id="no-names"),
    ],
)
def test_a_damaged_font_table_is_read_in_time(table: str, text: str) -> None:
    """The library would look for each font's name from each of them on."""
    data = rf"{{\rtf1\ansi\ansicpg1252{table}\f0 \'c4\'e0 {SAID.decode()}}}"
    assert only("rtf", data.encode()).text.startswith(text)
