"""Web archives' frames around a page: what they say of the snapshot, and what they added."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

_SNAPSHOT = re.compile(
    r"https?://web\.archive\.org/web/(?P<stamp>\d{14})(?:[a-z]{2}_)?/(?P<url>[^\s\"'<>]+)"
)
_INIT = re.compile(
    r'WB_wombat_Init\("[^"]*",\s*"(?P<stamp>\d{14})"(?:,\s*"(?P<host>[\w.-]+)[^"]*")?'
)
_ARCHIVED = re.compile(
    r"FILE ARCHIVED ON (\d\d:\d\d:\d\d) ([A-Z][a-z]{2} \d\d, \d{4}) AND RETRIEVED"
)
_PREFIX = re.compile(
    r"^(?:https?:)?//web\.archive\.org/web/\d{1,14}(?:[a-z]{2}_)?/|^/web/\d{4,14}(?:[a-z]{2}_)?/"
)
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)"
    r"(?P<url>https?://[^\s<>]+)"
)
_FRAME_IDS = frozenset({"wm-ipp", "wm-ipp-base", "wm-ipp-print", "donato", "wm-ipp-inside"})
_HEAD = 40_000


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A web archive's copy: `archived` is ISO 8601 in UTC, `url` the page's own address."""

    archived: str | None = None
    archive_url: str | None = None
    url: str | None = None
    host: str | None = None


def page_snapshot(html: str, urls: Iterable[str | None]) -> Snapshot:
    """What the page's frame says of a snapshot, else one of the addresses it has or came from."""
    framed = find_snapshot(html)
    if framed.archived:
        return framed
    return next((s for url in urls if (s := split_archive_url(url)).archived), framed)


def saved_from(html: str) -> str | None:
    """The address that a browser, or SingleFile, noted in the page when it saved it."""
    match = _SAVED.search(html, 0, _HEAD)
    return match["url"] if match else None


def find_snapshot(html: str) -> Snapshot:
    """What the Wayback Machine's additions say; an empty `Snapshot` where there are none."""
    if "archive.org" not in html[:_HEAD] and not _ARCHIVED.search(html[-6000:]):
        return Snapshot()
    init = _INIT.search(html, 0, _HEAD)
    footer = _ARCHIVED.search(html[-6000:])
    stamp = init.group("stamp") if init else _footer_stamp(footer)
    host = init.group("host") if init else None
    return Snapshot(_iso(stamp), host=host) if stamp else Snapshot(host=host)


def own_address(url: str | None) -> str | None:
    """An address without the archive's prefix."""
    return _PREFIX.sub("", url.strip()) or None if url else None


def archive_address(url: str | None, archived: str | None) -> str | None:
    """The snapshot's address, from a page's own and the snapshot's time."""
    if not url or not archived or not url.startswith("http"):
        return None
    stamp = re.sub(r"\D", "", archived)[:14]
    return f"https://web.archive.org/web/{stamp}/{url}"


def split_archive_url(url: str | None) -> Snapshot:
    """The parts of a "https://web.archive.org/web/…" address; empty for any other."""
    match = _SNAPSHOT.match(url or "")
    if not match:
        return Snapshot()
    own = match.group("url")
    return Snapshot(_iso(match.group("stamp")), url, own, _host(own))


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def in_frame(element: Any) -> bool:
    """Whether the element is the archive's own toolbar."""
    return element.get("id") in _FRAME_IDS


def _footer_stamp(footer: re.Match[str] | None) -> str | None:
    if not footer:
        return None
    moment = datetime.strptime(" ".join(footer.groups()), "%H:%M:%S %b %d, %Y").replace(tzinfo=UTC)
    return moment.strftime("%Y%m%d%H%M%S")


def _iso(stamp: str) -> str | None:
    try:
        moment = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
