from __future__ import annotations

import gzip
import io
from collections.abc import Sequence

import pytest
import samples
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.errors import NotAReport, ReportError
from sayso.reports.compose import Given
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.reports.read import reports_here
from sayso.values import Report

ONE = samples.warc(url="https://courier.example/one")
TWO = samples.warc(url="https://courier.example/two")


def every(data: bytes) -> list[Report | ReportError]:
    return list(reports_here(Piece("a", data), Given(), Limits(isolate=False), 0))


def record(
    kind: str, url: str, body: bytes, more: Sequence[tuple[str, str]] = (), mime: str = "text/plain"
) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    answer = StatusAndHeaders("200 OK", [("Content-Type", mime), *more], "HTTP/1.1")
    made = writer.create_warc_record(
        url,
        kind,
        payload=io.BytesIO(body),
        http_headers=answer if kind == "response" else None,
        warc_content_type=mime,
    )
    writer.write_record(made)
    made.raw_stream.close()
    return out.getvalue()


def test_a_page_packed_in_a_way_that_is_not_read_is_named_and_the_rest_read() -> None:
    packing = [("Content-Encoding", "br")]
    odd = record("response", "https://courier.example/br", b"\x0b\x02\x80", packing, "text/html")
    first, error, last = every(ONE + odd + TWO)
    assert isinstance(error, NotAReport)
    assert (error.source, "(br)" in error.reason) == ("a#https://courier.example/br", True)
    assert [isinstance(item, Report) for item in (first, last)] == [True, True]


@pytest.mark.parametrize("left", [30, 200, len(TWO) // 2, len(TWO) - 9])
@pytest.mark.parametrize("packed", [True, False], ids=["packed", "plain"])
def test_an_archive_that_is_cut_off_keeps_its_pages_and_is_named(left: int, packed: bool) -> None:
    one, two = (ONE, TWO) if packed else (gzip.decompress(ONE), gzip.decompress(TWO))
    page, *found = every(one + two[:left])
    assert isinstance(page, Report)
    errors = [item for item in found if isinstance(item, NotAReport)]
    assert any("this web archive is cut off" in str(error) for error in errors)


def test_a_whole_archive_is_not_called_cut_off() -> None:
    assert [type(item) for item in every(ONE + TWO)] == [Report, Report]
    plain = gzip.decompress(ONE) + gzip.decompress(TWO)
    assert [type(item) for item in every(plain)] == [Report, Report]


def test_garbage_is_not_put_into_the_message() -> None:
    damaged = ONE + gzip.compress(b"\x93\xffgarbage\x07 without a head\r\n\r\n") + TWO
    *_, error = every(damaged)
    assert isinstance(error, NotAReport)
    assert error.reason == "this web archive is damaged after page 1"


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        pytest.param("resource", "metadata://gnu.org/software/wget/warc/wget.log", id="wgets-log"),
        pytest.param("metadata", "https://courier.example/one", id="metadata"),
        pytest.param("resource", "urn:pageinfo:https://courier.example/", id="crawlers-notes"),
    ],
)
@pytest.mark.parametrize("body", [b"", b"--warc-file=a and more of the like"], ids=["", "full"])
def test_a_crawlers_own_records_are_passed_over(kind: str, url: str, body: bytes) -> None:
    assert [type(item) for item in every(ONE + record(kind, url, body))] == [Report]


def test_a_resource_of_the_web_is_read() -> None:
    text = samples.PLAIN.encode()
    (report,) = every(record("resource", "https://courier.example/a.txt", text))
    assert isinstance(report, Report)
    assert report.text == samples.PLAIN
