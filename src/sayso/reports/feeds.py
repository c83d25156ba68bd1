"""RSS and Atom: each entry a report of what the feed itself carries. No link is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sayso.errors import NotAReport, ReportError
from sayso.reports.bylines import people
from sayso.reports.compose import Draft
from sayso.reports.dates import mail_moment
from sayso.reports.dom import Element
from sayso.reports.encodings import declared_charset, decode
from sayso.reports.fragment import read_fragment
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece

_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]{1,8}|[0-9]{1,8});", re.ASCII)
_BEHIND_ADDRESS = re.compile(r"^\S+@\S+\s*\(([^()]+)\)$")  # as RSS 2.0 has authors
_CONTENT = ("encoded", "content", "description", "summary")
_WHOLE = frozenset({"encoded", "content"})


def feed_entries(piece: Piece, limits: Limits) -> Iterator[Draft | ReportError]:
    """A report for each entry, oldest rules first: RSS 0.9x to 2.0, RDF, Atom.

    Entities are not resolved and nothing is loaded from outside the file.
    """
    root = _parse(piece, limits)
    channel = next((e for e in root.iter() if _name(e) in ("channel", "feed")), root)
    outlet, language = _text(channel, "title"), _text(channel, "language")
    entries = [e for e in root.iter() if _name(e) in ("item", "entry")]
    if not entries:
        raise NotAReport(piece.name, "this feed has no entries")
    for number, entry in enumerate(entries, 1):
        name = f"{piece.name}#{number}"
        draft = _entry(entry, name, outlet, language)
        yield draft or NotAReport(name, "this entry has no text")


def _parse(piece: Piece, limits: Limits) -> Element:
    data = piece.read(limits.page)
    text = decode(data, piece.name, piece.charset or declared_charset(data)).text
    text = _REFERENCE.sub(_sound, text.removeprefix("\ufeff"))
    parser = etree.XMLParser(
        encoding="utf-8",  # whatever the file declares: stray bytes were dealt with
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise NotAReport(piece.name, f"this feed is not XML ({error})") from None
    if root is None:
        raise NotAReport(piece.name, "this feed is not XML")
    return root


def _sound(reference: re.Match[str]) -> str:
    """A reference to a character; to half of one, which libxml2 would put in, its stand-in."""
    digits = reference.group(1)
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return "\ufffd" if 0xD800 <= number <= 0xDFFF else reference.group()


def _entry(entry: Element, name: str, outlet: str | None, language: str | None) -> Draft | None:
    content, kind = _content(entry)
    url, title = _link(entry), _text(entry, "title")
    made, authors = read_fragment(content, url, title)
    if not made.text:
        return None
    facts = {
        "title": title,
        "outlet": _text(entry, "source") or outlet,
        "published": mail_moment(
            _text(entry, "pubDate") or _text(entry, "published") or _text(entry, "date")
        ),
        "modified": mail_moment(_text(entry, "updated")),
        "section": _text(entry, "category"),
        "authors": authors or people(_author(entry) or ""),
        "url": url,
        "language": (language or "")[:2].lower(),
    }
    warnings = () if kind in _WHOLE else ("only the feed's summary of it was read",)
    found = dict.fromkeys(facts, "feed")
    return Draft(name, made.text, tuple(made.blocks), tuple(made.credits), facts, found, warnings)


def _name(element: Element) -> str:
    """The tag without its namespace or an undeclared prefix; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _text(parent: Element, name: str) -> str | None:
    for child in parent:
        if _name(child) == name:
            return " ".join("".join(child.itertext()).split()) or None
    return None


def _content(entry: Element) -> tuple[str, str]:
    for name in _CONTENT:
        for child in entry:
            if _name(child) == name:
                inner = "".join(child.itertext())
                if child.get("type") == "xhtml" or len(child):
                    inner = etree.tostring(child, encoding="unicode", with_tail=False)
                if inner.strip():
                    return inner, name
    return "", ""


def _link(entry: Element) -> str | None:
    for child in entry:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            link = (child.get("href") or child.text or "").strip()
            if link.startswith(("http://", "https://")):
                return link
    return None


def _author(entry: Element) -> str | None:
    for child in entry:
        if _name(child) == "author":
            named = _text(child, "name") or _text(entry, "author") or ""
            behind = _BEHIND_ADDRESS.match(named)
            return behind.group(1) if behind else named
        if _name(child) == "creator":
            return _text(entry, "creator")
    return None
