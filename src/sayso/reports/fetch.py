"""Fetching addresses that the user gave: politely, and never into a private network.

Each host's `robots.txt` is kept to and asked at most once a second; time, size and the
number of redirects are bounded; certificates are checked. Every address, redirects too, is
resolved first and refused if any of its IP addresses is not a public one; the connection is
then made to the address that was checked, so that a second look-up cannot change it.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from sayso.errors import NotAReport, ReportError, SourceMissing, SourceTooLarge
from sayso.reports.kinds import declared_type
from sayso.reports.packing import PACKINGS, unpacked
from sayso.reports.pieces import Piece

AGENT = "sayso"
_REDIRECTS = (301, 302, 303, 307, 308)
_OK = 200
_MISSING = (404, 410)
_CHUNK = 1 << 16
_ROBOTS_LIMIT = 500_000
_ON_DEMAND = (
    "fetched only with --private (FetchSettings(private=True)), and never where a public address "
    "leads to it"
)
_TOO_LONG = "fetching it took too long"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_KINDS = {"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf"}


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How to fetch. Sizes in bytes, times in seconds.

    `archive` is a folder that gets a WARC file of what was fetched; `private` allows
    addresses of private networks (for an intranet that the user trusts), but no redirect from a
    public address to one.
    """

    seconds: float = 30.0
    size: int = 32 << 20
    redirects: int = 5
    delay: float = 1.0
    longest_delay: float = 30.0
    private: bool = False
    robots: bool = True
    archive: Path | str | None = None


DEFAULT_FETCHING = FetchSettings()


class Address(str):
    """A web address that says itself how to fetch it, and is a plain string to all others."""

    __slots__ = ("settings",)
    settings: FetchSettings

    def __new__(cls, url: str, settings: FetchSettings) -> Self:
        """The address `url`, to be fetched by `settings`."""
        made = super().__new__(cls, url)
        made.settings = settings
        return made

    def __getnewargs__(self) -> tuple[str, FetchSettings]:  # type: ignore[override]
        """For copies and pickles."""
        return str(self), self.settings


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: the status, the headers (lower case) and the unpacked body; and by
    which settings the address may be fetched to which it redirects."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    onward: FetchSettings = DEFAULT_FETCHING

    @property
    def target(self) -> str | None:
        """The address that it redirects to."""
        to = self.headers.get("location")
        return urljoin(self.url, to) if to and self.status in _REDIRECTS else None


@dataclass(slots=True)
class Fetcher:
    """Keeps, for one run, each host's robots rules and when it was last asked."""

    settings: FetchSettings = field(default_factory=FetchSettings)
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Piece:
        """The page, feed or document at `url`. Raises a `ReportError` that says what is wrong."""
        url = str(url)  # an `Address` ends here: what is found goes to a worker
        answer = self._follow(url)
        if answer.status in _MISSING:
            raise SourceMissing(url, f"there is nothing at this address ({answer.status})")
        if answer.status != _OK:
            raise SourceMissing(url, f"the server answered {answer.status}")
        if self.settings.archive:
            try:
                archive_answer(answer, Path(self.settings.archive))
            except OSError as error:
                where = f"{self.settings.archive} ({error.strerror})"
                raise ReportError(url, f"it was fetched, but cannot be kept in {where}") from None
        mime, charset = declared_type(answer.headers.get("content-type"))
        return Piece(
            url,
            data=answer.body,
            charset=charset,
            url=answer.url,
            kind=_KINDS.get(mime),
        )

    def pieces(self, urls: Iterator[str]) -> Iterator[Piece | ReportError]:
        """Each address's piece, or why there is none."""
        for url in urls:
            try:
                yield self.fetch(url)
            except ReportError as error:
                yield error

    def _follow(self, url: str) -> Answer:
        deadline = time.monotonic() + self.settings.seconds
        at, settings = url, self.settings
        for _ in range(settings.redirects + 1):
            if settings.robots and not self._allowed(at, url, settings):
                raise SourceMissing(url, "this site's robots.txt asks not to fetch it")
            self._wait(at)
            answer = request(at, url, settings, deadline, settings.size)
            if answer.target is None:
                return answer
            at, settings = answer.target, answer.onward
        raise SourceMissing(url, f"it redirects more than {self.settings.redirects} times")

    def _allowed(self, at: str, source: str, settings: FetchSettings) -> bool:
        parts = urlsplit(at)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._robots(site, source, settings)
        return self._rules[site].can_fetch(AGENT, at)

    def _robots(self, site: str, source: str, settings: FetchSettings) -> RobotFileParser:
        """A site's rules; none where it has none, all forbidden where it denies or fails."""
        rules = RobotFileParser()
        deadline = time.monotonic() + settings.seconds
        at = f"{site}/robots.txt"
        for _ in range(settings.redirects + 1):
            answer = request(at, source, settings, deadline, _ROBOTS_LIMIT)
            if answer.target is None:
                break
            at, settings = answer.target, answer.onward
        if answer.status == _OK:
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        elif answer.status in (401, 403) or answer.status >= 500:
            rules.parse(["User-agent: *", "Disallow: /"])
        else:
            rules.parse([])
        return rules

    def _wait(self, at: str) -> None:
        """Until the host's delay since it was last asked is over."""
        parts = urlsplit(at)
        host = parts.netloc
        rules = self._rules.get(f"{parts.scheme}://{host}")
        asked = float(rules.crawl_delay(AGENT) or 0) if rules else 0.0
        delay = min(max(self.settings.delay, asked), self.settings.longest_delay)
        left = self._asked.get(host, -delay) + delay - time.monotonic()
        if host in self._asked and left > 0:
            time.sleep(left)
        self._asked[host] = time.monotonic()


class Fetchers:
    """The fetchers of one call: one for each settings, so that a host's delay is kept to."""

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._made: dict[FetchSettings, Fetcher] = {}

    def of(self, url: str) -> Fetcher:
        """The fetcher of an address: by its own settings if it has any."""
        settings = url.settings if isinstance(url, Address) else self._settings
        return self._made.setdefault(settings, Fetcher(settings))


def request(at: str, source: str, settings: FetchSettings, deadline: float, limit: int) -> Answer:
    """One GET, of one address, with no redirect followed. Errors name `source`."""
    import urllib3

    from sayso.reports.deadlines import Deadline

    pool, path = _pool(at, source, settings, deadline)
    until = Deadline(deadline)
    until.watch(pool)
    headers = {
        "Host": urlsplit(at).netloc.rpartition("@")[2],
        "User-Agent": f"{AGENT} (reads reports a person asked for)",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Encoding": PACKINGS,
    }
    try:
        with pool, until:
            response = pool.request(
                "GET", path, headers=headers, redirect=False, preload_content=False
            )
            with closing(response):
                body = _body(response, limit)
    except urllib3.exceptions.HTTPError as error:
        if until.is_over:
            raise SourceTooLarge(source, _TOO_LONG) from None
        raise SourceMissing(source, _failure(error)) from None
    if until.is_over:  # a body whose length nobody told ends where it is cut off
        raise SourceTooLarge(source, _TOO_LONG)
    lower = {name.casefold(): value for name, value in response.headers.items()}
    if response.status == _OK:
        body = unpacked(body, lower.get("content-encoding"), limit, source)
    if len(body) > limit:
        raise SourceTooLarge(source, f"it is larger than {limit >> 20} MB")
    onward = replace(settings, private=settings.private and not is_public(pool.host))
    return Answer(at, response.status, lower, body, onward)


def _failure(error: Any) -> str:
    import urllib3

    if not isinstance(error, urllib3.exceptions.SSLError):
        return f"the server could not be reached ({type(error).__name__.removesuffix('Error')})"
    why = error.args[0]
    said = getattr(why, "verify_message", None) or str(why)[:120]
    if isinstance(why, ValueError):  # as Python's own and urllib3's errors about certificates are
        return f"its certificate is not trusted ({said})"
    return f"no secure connection could be made ({said})"


def _body(response: Any, limit: int) -> bytes:
    """The body as it is packed; where that is over the limit, only as far as that shows."""
    data = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=False):
        data += chunk
        if len(data) > limit:
            break
    return bytes(data)


def _pool(at: str, source: str, settings: FetchSettings, deadline: float) -> tuple[Any, str]:
    """A connection pool to the checked IP address of `at`'s host, and the path to ask for."""
    import urllib3

    parts = urlsplit(at)
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host:
        raise NotAReport(source, "only http and https addresses are fetched")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = public_address(host, port, source, private=settings.private)
    left = max(deadline - time.monotonic(), 0.1)
    options: dict[str, Any] = {
        "timeout": urllib3.Timeout(connect=min(10.0, left), read=left),
        "retries": False,
    }
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    if parts.scheme == "http":
        return urllib3.HTTPConnectionPool(address, port, **options), path
    pool = urllib3.HTTPSConnectionPool(
        address,
        port,
        server_hostname=host,
        assert_hostname=host,
        cert_reqs="CERT_REQUIRED",
        **options,
    )
    return pool, path


def public_address(host: str, port: int, source: str, *, private: bool = False) -> str:
    """An IP address of `host`. Refuses it if any is of a private network, unless allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SourceMissing(source, f"there is no such host as {host}") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not private and not all(is_public(address) for address in addresses):
        raise NotAReport(source, f"{host} is in a private network: {_ON_DEMAND}")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is a public one, also the IPv4 address that an IPv6 one carries."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    if isinstance(ip, ipaddress.IPv6Address) and ip in _NAT64:
        inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return all(one.is_global and not one.is_multicast for one in (ip, inner) if one is not None)


def archive_answer(answer: Answer, folder: Path) -> Path:
    """Add what was fetched to the day's WARC file in `folder`, and give its path."""
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    path = folder / f"sayso-{now:%Y%m%d}.warc.gz"
    dropped = {"content-encoding", "transfer-encoding", "content-length"}
    kept = [(name, value) for name, value in answer.headers.items() if name not in dropped]
    headers = StatusAndHeaders(f"{answer.status} OK", kept, protocol="HTTP/1.1")
    with path.open("ab") as file:
        writer = WARCWriter(file, gzip=True)
        record = writer.create_warc_record(
            answer.url,
            "response",
            payload=BytesIO(answer.body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": f"{now:%Y-%m-%dT%H:%M:%SZ}"},
        )
        writer.write_record(record)
        record.raw_stream.close()  # warcio's temporary file
    return path
