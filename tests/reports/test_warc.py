from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Sequence

import brotli
import pytest
import samples
from reading import every, one
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.errors import NotAReport, SourceTooLarge
from sayso.reports.limits import Limits
from sayso.values import Report

ONE = samples.warc(url="https://courier.example/one")
TWO = samples.warc(url="https://courier.example/two")


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


PAGE = samples.page().encode()


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        pytest.param("br", brotli.compress(PAGE), id="brotli"),
        pytest.param("BR ", brotli.compress(PAGE), id="in-capitals"),
        pytest.param("gzip", gzip.compress(PAGE), id="gzip"),
        pytest.param("deflate", zlib.compress(PAGE), id="deflate"),
        pytest.param("deflate", zlib.compress(PAGE)[2:-4], id="deflate-without-frame"),
        pytest.param("gzip, br", brotli.compress(gzip.compress(PAGE)), id="twice"),
        pytest.param("br", PAGE, id="unpacked-by-the-crawler"),
        pytest.param("zstd", PAGE, id="unpacked-and-unknown"),
        pytest.param("br", samples.page().encode("utf-16"), id="unpacked-utf-16"),
        pytest.param("identity", PAGE, id="identity"),
    ],
)
def test_a_packed_page_is_unpacked(packing: str, body: bytes) -> None:
    head = [("Content-Encoding", packing)]
    (report,) = every(record("response", "https://courier.example/a", body, head, "text/html"))
    assert isinstance(report, Report)
    assert (report.title, samples.PARAGRAPHS[3] in report.text) == (samples.TITLE, True)


def test_a_packed_page_in_chunks_is_unpacked() -> None:
    packed = brotli.compress(PAGE)
    chunks = (packed[n : n + 300] for n in range(0, len(packed), 300))
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
    head = [("Content-Encoding", "br"), ("Transfer-Encoding", "chunked")]
    (report,) = every(record("response", "https://courier.example/a", body, head, "text/html"))
    assert isinstance(report, Report)
    assert report.title == samples.TITLE


def test_a_pdf_that_the_crawler_unpacked_is_read() -> None:
    head = [("Content-Encoding", "br")]
    data = record("response", "https://a.example/a", samples.pdf(), head, "application/pdf")
    report = one(data)
    assert report.title == samples.TITLE


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        pytest.param("zstd", b"\x28\xb5\x2f\xfd\x04\x00" + PAGE, id="unknown"),
        pytest.param("br", brotli.compress(PAGE)[:-20], id="cut-off"),
        pytest.param("br", b"\x0b\x02\x80", id="garbage"),
        pytest.param("x\x1b[31m", b"\x00\x01", id="odd-name"),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_named_and_the_rest_read(
    packing: str, body: bytes
) -> None:
    head = [("Content-Encoding", packing)]
    odd = record("response", "https://courier.example/br", body, head, "text/html")
    first, error, last = every(ONE + odd + TWO)
    assert isinstance(error, NotAReport)
    assert error.source == "a#https://courier.example/br"
    assert error.reason.endswith(f"({packing})" if packing.isprintable() else "not read")
    assert [isinstance(item, Report) for item in (first, last)] == [True, True]


@pytest.mark.parametrize("pack", [brotli.compress, gzip.compress], ids=["br", "gzip"])
def test_a_page_that_unpacks_to_too_much_is_refused(pack: Callable[[bytes], bytes]) -> None:
    head = [("Content-Encoding", "br" if pack is brotli.compress else "gzip")]
    bomb = record("response", "https://a.example/a", pack(bytes(8 << 20)), head, "text/html")
    (error,) = every(bomb, limits=Limits(isolate=False, page=1 << 20))
    assert isinstance(error, SourceTooLarge)


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


def test_an_archive_packed_as_a_whole_is_read_to_its_end() -> None:
    whole = gzip.compress(b"".join(map(gzip.decompress, (ONE, TWO, ONE))))
    assert [type(item) for item in every(whole)] == [Report, Report, Report]
    mixed = ONE + gzip.compress(gzip.decompress(TWO) + gzip.decompress(ONE))
    assert [type(item) for item in every(mixed)] == [Report, Report, Report]


def test_an_archive_packed_as_a_whole_and_cut_off_keeps_its_pages_and_is_named() -> None:
    whole = gzip.compress(b"".join(map(gzip.decompress, (ONE, TWO, ONE))))
    page, *found = every(whole[:-12])
    assert isinstance(page, Report)
    assert any("this web archive is cut off" in str(item) for item in found)


def test_an_archive_packed_as_a_whole_that_unpacks_to_too_much_is_refused() -> None:
    bomb = gzip.compress(gzip.decompress(ONE) + gzip.decompress(TWO) + bytes(8 << 20))
    found = every(bomb, limits=Limits(isolate=False, unpacked=1 << 20))
    assert any(isinstance(item, SourceTooLarge) for item in found)
