"""What a page states about itself in its head: meta tags, JSON-LD, microdata, links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.reports.dom import Element

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Reportage)$", re.IGNORECASE)
_LD = "application/ld+json"
_SPACE = re.compile(r"\s+")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Stated:
    """One value the head states, and where: "meta og:title", "JSON-LD headline"."""

    value: str
    where: str


@dataclass(slots=True)
class Metadata:
    """All that the head states, by fact; the first of a list outranks those after it."""

    title: list[Stated] = field(default_factory=list)
    outlet: list[Stated] = field(default_factory=list)
    authors: list[Stated] = field(default_factory=list)
    published: list[Stated] = field(default_factory=list)
    modified: list[Stated] = field(default_factory=list)
    language: list[Stated] = field(default_factory=list)
    section: list[Stated] = field(default_factory=list)
    url: list[Stated] = field(default_factory=list)
    description: list[Stated] = field(default_factory=list)


LD_FIELDS = {
    "headline": "title", "datePublished": "published", "dateModified": "modified",
    "articleSection": "section", "inLanguage": "language", "author": "authors",
    "publisher": "outlet", "description": "description",
}  # fmt: skip
META_FIELDS = {
    "og:title": "title", "twitter:title": "title", "dc.title": "title", "parsely-title": "title",
    "sailthru.title": "title", "citation_title": "title", "headline": "title",
    "og:site_name": "outlet", "dc.publisher": "outlet", "citation_journal_title": "outlet",
    "application-name": "outlet", "publisher": "outlet",
    "author": "authors", "article:author": "authors", "byl": "authors", "dc.creator": "authors",
    "parsely-author": "authors", "sailthru.author": "authors", "citation_author": "authors",
    "article:published_time": "published", "og:article:published_time": "published",
    "datepublished": "published", "pubdate": "published", "publishdate": "published",
    "dc.date.issued": "published", "dc.date": "published", "dcterms.created": "published",
    "dc.date.created": "published", "article.published": "published", "publish-date": "published",
    "parsely-pub-date": "published", "sailthru.date": "published", "date": "published",
    "ptime": "published", "displaydate": "published", "citation_publication_date": "published",
    "citation_date": "published", "dcterms.issued": "published", "dcterms.date": "published",
    "article:modified_time": "modified", "og:updated_time": "modified",
    "datemodified": "modified", "lastmod": "modified", "dc.date.modified": "modified",
    "article:section": "section", "section": "section", "og:locale": "language",
    "content-language": "language", "dc.language": "language", "og:url": "url",
    "description": "description", "og:description": "description",
}  # fmt: skip
_ORDER = list(META_FIELDS)


def read_metadata(root: Element) -> Metadata:
    """The page's own statements: JSON-LD, then meta tags in `META_FIELDS`' order, then the rest."""
    data = Metadata()
    for node in _ld_articles(root):
        for name, kind in LD_FIELDS.items():
            for value in _ld_values(node.get(name)):
                _state(data, kind, value, f"JSON-LD {name}")
    metas = [(name, m.get("content")) for m in root.iter("meta") for name in _meta_names(m)]
    for name, content in sorted(metas, key=lambda item: _ORDER.index(item[0])):
        _state(data, META_FIELDS[name], content, f"meta {name}")
    for link in root.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical":
            data.url.insert(0, Stated((link.get("href") or "").strip(), "link canonical"))
    for title in root.iter("title"):
        _state(data, "title", title.text, "title element")
        break
    html = root if root.tag == "html" else root.find(".")
    _state(data, "language", html.get("lang") or html.get("xml:lang"), "html lang")
    data.language.reverse()  # the lang attribute outranks og:locale
    return data


def _meta_names(meta: Element) -> Iterator[str]:
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        name = (meta.get(attribute) or "").strip().casefold()
        if name in META_FIELDS:
            yield name


def _state(data: Metadata, kind: str, value: str | None, where: str) -> None:
    clean = _SPACE.sub(" ", value or "").strip()
    if clean:
        getattr(data, kind).append(Stated(clean, where))


def _ld_articles(root: Element) -> Iterator[dict[str, Any]]:
    """JSON-LD nodes whose type is some kind of article; broken JSON is passed over."""
    for script in root.iter("script"):
        if (script.get("type") or "").casefold().startswith(_LD):
            try:
                loaded = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _articles_in(loaded, 0)


def _articles_in(node: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for item in node[:50]:
            yield from _articles_in(item, depth + 1)
    elif isinstance(node, dict):
        types = node.get("@type")
        if any(_ARTICLE.search(str(t)) for t in (types if isinstance(types, list) else [types])):
            yield node
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles_in(node.get(name), depth + 1)


def _ld_values(value: object) -> Iterator[str]:
    """The strings in a JSON-LD value: itself, a node's name, or those of a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _ld_values(value.get("name"))
    elif isinstance(value, list):
        for item in value[:20]:
            yield from _ld_values(item)
