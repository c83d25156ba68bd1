from __future__ import annotations

import gzip
import pickle
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
import pytest
import samples

from sayso.errors import NotAReport, ReportError, SourceMissing, SourceTooLarge
from sayso.reports import Address, FetchSettings, Limits, read_reports
from sayso.reports.fetch import Fetcher, is_public
from sayso.values import Report

ROBOTS = b"User-agent: *\nDisallow: /secret\n"
PACK: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.compress,
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "zstd": lambda data: b"\x28\xb5\x2f\xfd\0" + data,
}


class _Site(BaseHTTPRequestHandler):
    """Answers as its path says."""

    asked: list[str] = []  # noqa: RUF012 - the server makes a handler for each request
    packing: str | None = None

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/robots.txt":
            self._say(200, ROBOTS, "text/plain")
        elif self.path.startswith("/to/"):
            self._say(302, b"", "text/html", self.path.removeprefix("/to/"))
        elif self.path == "/loop":
            self._say(302, b"", "text/html", "/loop")
        elif self.path == "/long":
            self._say(200, b"x" * 200_000, "text/html")
        elif self.path.startswith("/drip/"):
            self._drip(self.path.removeprefix("/drip/"))
        elif self.path.startswith("/packed/"):
            self._pack(self.path.removeprefix("/packed/"))
        elif self.path == "/page":
            self._say(200, samples.page().encode("cp1252"), "text/html; charset=windows-1252")
        else:
            self._say(404, b"no", "text/html")

    def _pack(self, packing: str) -> None:
        """The page as `packing` has it; one of 8 MB if that is to be a bomb."""
        how, _, bomb = packing.partition("-")
        body = b"<p>a" * (2 << 20) if bomb else samples.page().encode()
        self.packing = how
        self._say(200, PACK[how](body), "text/html; charset=utf-8")

    def _say(self, status: int, body: bytes, kind: str, location: str | None = None) -> None:
        self.send_response(status)
        if self.packing:
            self.send_header("Content-Encoding", self.packing)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self, what: str) -> None:
        """A few bytes now and then, long past any deadline of these tests."""
        self.send_response(200)
        if what != "head":
            self.send_header("Content-Type", "text/html")
            if what == "sized":
                self.send_header("Content-Length", "1000")
            self.end_headers()
        else:
            self.flush_headers()
        with suppress(OSError):
            for _ in range(60):
                self.wfile.write(b"abcd")
                self.wfile.flush()
                time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with served() as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def served(secure: ssl.SSLContext | None = None) -> Iterator[int]:
    """The site at a free port of this machine."""
    _Site.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    if secure is not None:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def fetcher(**settings: object) -> Fetcher:
    return Fetcher(FetchSettings(delay=0.0, private=True, **settings))  # type: ignore[arg-type]


def test_a_page_is_fetched_and_read(site: str, tmp_path: Path) -> None:
    settings = FetchSettings(delay=0.0, private=True, archive=tmp_path)
    limits = Limits(isolate=False)
    (report,) = read_reports([f"{site}/page"], limits=limits, fetching=settings)
    assert isinstance(report, Report)
    assert (report.title, report.url) == (samples.TITLE, f"{site}/page")
    assert _Site.asked == ["/robots.txt", "/page"]
    (archive,) = tmp_path.iterdir()
    (again,) = read_reports([archive], limits=limits)
    assert isinstance(again, Report)
    assert (again.text, again.url) == (report.text, report.url)


def test_a_private_address_is_refused(site: str) -> None:
    (error,) = read_reports([f"{site}/page"], limits=Limits(isolate=False))
    assert isinstance(error, NotAReport)
    assert "private network" in error.reason
    assert _Site.asked == []


def test_robots_are_kept_to(site: str) -> None:
    with pytest.raises(SourceMissing, match=r"robots\.txt"):
        fetcher().fetch(f"{site}/secret")
    assert _Site.asked == ["/robots.txt"]


def test_a_redirect_is_followed_and_checked(site: str) -> None:
    assert fetcher().fetch(f"{site}/to//page").url == f"{site}/page"
    with pytest.raises(NotAReport, match="only http"):
        fetcher().fetch(f"{site}/to/file:///etc/passwd")
    with pytest.raises(SourceMissing, match="redirects more than"):
        fetcher().fetch(f"{site}/loop")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        pytest.param("/none", SourceMissing, id="missing"),
        pytest.param("/long", SourceTooLarge, id="long"),
    ],
)
def test_what_cannot_be_had_is_named(site: str, path: str, kind: type[ReportError]) -> None:
    with pytest.raises(kind) as caught:
        fetcher(size=100_000).fetch(f"{site}{path}")
    assert caught.value.source == f"{site}{path}"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("224.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2606:2800:220:1::1", True),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_host_is_asked_no_more_often_than_the_delay(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("sayso.reports.fetch.time.sleep", waits.append)
    polite = Fetcher(FetchSettings(delay=1000.0, longest_delay=1000.0, private=True))
    polite.fetch(f"{site}/page")
    assert waits == []
    polite.fetch(f"{site}/page")
    assert len(waits) == 1
    assert 900 < waits[0] <= 1000


@pytest.mark.parametrize(
    ("issued_to", "is_trusted", "refusal"),
    [
        pytest.param("127.0.0.1", True, None, id="sound"),
        pytest.param("127.0.0.1", False, "unable to get local issuer", id="unknown-issuer"),
        pytest.param("other.example", True, "doesn't match", id="another-sites"),
    ],
)
def test_certificates_are_checked(
    issued_to: str,
    is_trusted: bool,
    refusal: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trustme = pytest.importorskip("trustme")
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(issued_to).configure_cert(context)
    if is_trusted:
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with served(context) as port:
        url = f"https://127.0.0.1:{port}/page"
        if refusal is None:
            assert fetcher().fetch(url).url == url
            return
        with pytest.raises(SourceMissing, match="certificate is not trusted") as caught:
            fetcher().fetch(url)
    assert caught.value.source == url
    assert refusal in caught.value.reason
    assert _Site.asked == []


@pytest.mark.parametrize("private", [False, True], ids=["default", "private-allowed"])
def test_a_redirect_into_a_private_network_is_refused(
    private: bool, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.reports.fetch.is_public", lambda address: address == "127.0.0.1")
    inner = site.replace("127.0.0.1", "127.0.0.2")
    with pytest.raises(NotAReport, match=r"127\.0\.0\.2 is in a private network") as caught:
        Fetcher(FetchSettings(delay=0.0, private=private)).fetch(f"{site}/to/{inner}/page")
    assert caught.value.source == f"{site}/to/{inner}/page"
    assert "/page" not in _Site.asked


def test_an_address_may_say_itself_how_to_fetch_it(site: str, tmp_path: Path) -> None:
    settings = FetchSettings(delay=0.0, private=True, archive=tmp_path)
    (report,) = read_reports([Address(f"{site}/page", settings)], limits=Limits(isolate=False))
    assert isinstance(report, Report)
    assert [path.suffixes for path in tmp_path.iterdir()] == [[".warc", ".gz"]]


def test_an_archive_that_cannot_be_written_is_named(site: str, tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("no folder")
    with pytest.raises(ReportError, match="cannot be kept in"):
        fetcher(archive=taken / "inner").fetch(f"{site}/page")


def test_one_call_asks_for_the_rules_of_a_host_once(site: str) -> None:
    settings = FetchSettings(delay=0.0, private=True)
    pages = [f"{site}/page", f"{site}/page?again"]
    list(read_reports(pages, limits=Limits(isolate=False), fetching=settings))
    assert _Site.asked.count("/robots.txt") == 1


def test_an_address_with_settings_is_read_in_a_worker(site: str, tmp_path: Path) -> None:
    settings = FetchSettings(delay=0.0, private=True, archive=str(tmp_path / "kept"))
    (report,) = read_reports([Address(f"{site}/page", settings)])
    assert isinstance(report, Report)
    assert (report.title, type(report.source)) == (samples.TITLE, str)
    (archive,) = (tmp_path / "kept").iterdir()
    (again,) = read_reports([archive])
    assert isinstance(again, Report)
    assert again.text == report.text


def test_an_address_keeps_its_settings_where_it_is_copied() -> None:
    address = Address("https://courier.example/a", FetchSettings(seconds=3.0))
    again = pickle.loads(pickle.dumps(address))
    assert (again, again.settings) == (address, address.settings)


@pytest.mark.parametrize("path", ["/drip/head", "/drip/body", "/drip/sized"])
def test_a_dripping_server_is_left_at_the_deadline(site: str, path: str) -> None:
    with pytest.raises(SourceTooLarge, match="took too long"):
        fetcher(seconds=0.4, robots=False).fetch(f"{site}{path}")


@pytest.mark.parametrize("packing", ["br", "gzip", "deflate"])
def test_a_packed_page_is_unpacked(site: str, packing: str) -> None:
    piece = fetcher().fetch(f"{site}/packed/{packing}")
    assert piece.data == samples.page().encode()


@pytest.mark.parametrize("packing", ["br", "gzip", "deflate"])
def test_a_page_that_unpacks_to_too_much_is_refused(site: str, packing: str) -> None:
    with pytest.raises(SourceTooLarge, match="larger than 1 MB"):
        fetcher(size=1 << 20, robots=False).fetch(f"{site}/packed/{packing}-bomb")


def test_a_packing_that_is_not_read_is_named(site: str) -> None:
    with pytest.raises(NotAReport, match=r"not read \(zstd\)"):
        fetcher(robots=False).fetch(f"{site}/packed/zstd")


@contextmanager
def dripping(port: int) -> Iterator[int]:
    """A port that passes on what a server sends, a byte now and then."""
    listening = socket.create_server(("127.0.0.1", 0))

    def pass_on() -> None:
        with suppress(OSError):
            near = listening.accept()[0]
            far = socket.create_connection(("127.0.0.1", port))
            with near, far:
                far.sendall(near.recv(4096))
                for _ in range(60):
                    near.sendall(far.recv(1))
                    time.sleep(0.05)

    thread = threading.Thread(target=pass_on)
    thread.start()
    yield listening.getsockname()[1]
    listening.close()
    thread.join()


def test_a_server_that_drips_its_tls_handshake_is_left_at_the_deadline() -> None:
    trustme = pytest.importorskip("trustme")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    late = pytest.raises(SourceTooLarge, match="took too long")
    with served(context) as port, dripping(port) as slow, late:
        fetcher(seconds=0.4, robots=False).fetch(f"https://127.0.0.1:{slow}/page")


def test_a_server_without_tls_is_not_called_untrusted(site: str) -> None:
    with pytest.raises(SourceMissing, match="no secure connection"):
        fetcher(robots=False).fetch(f"{site.replace('http', 'https')}/page")
