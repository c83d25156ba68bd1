"""Which outlet a page is of: what its head states, its title's tail, or its domain."""

from __future__ import annotations

from urllib.parse import urlsplit

from sayso.reports.metadata import Metadata, Stated
from sayso.reports.titles import title_rest

_LEAST_LABEL = 4
_LONGEST_NAME = 6
_SECOND_LEVEL = frozenset(
    {"co", "com", "org", "net", "gov", "gob", "gouv", "ac", "edu", "go", "or"}
)


def choose_outlet(data: Metadata, title: Stated | None, host: str | None) -> Stated | None:
    """The outlet's name and where it was found.

    What the head states; else what its title says besides the title; else the domain.
    """
    for stated in data.outlet:
        if not stated.value.startswith(("http", "@")):
            return stated
    for head in data.title if title else ():
        rest = title_rest(head.value, title.value) if title else None
        if rest and len(rest.split()) <= _LONGEST_NAME:
            return Stated(rest, f"{head.where}, beside the title")
    domain = site_domain(host)
    return Stated(domain, "domain") if domain else None


def page_host(url: str | None, snapshot_host: str | None) -> str | None:
    """The host the page was published on."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        host = None
    return host or snapshot_host


def site_domain(host: str | None) -> str | None:
    """The registered part of a host: "ww2.longline.co.uk" → "longline.co.uk".

    None for a bare name, and for an IP address, which is nobody's name.
    """
    labels = (host or "").casefold().strip(".").split(".")
    if len(labels) < 2 or labels[-1].isdigit() or ":" in labels[-1]:
        return None
    keep = 3 if labels[-2] in _SECOND_LEVEL and len(labels) > 2 else 2
    return ".".join(labels[-keep:])


def site_names(data: Metadata, host: str | None) -> list[str]:
    """Names a title may carry at its head or tail: the outlet's, the domain, its own label."""
    domain = site_domain(host) or ""
    label = domain.split(".")[0]
    names = [s.value for s in data.outlet]
    return [*names, domain, *([label] if len(label) >= _LEAST_LABEL else [])]
