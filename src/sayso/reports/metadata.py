"""What a page states about itself in its head: meta tags, JSON-LD, microdata, links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # else a plain text's dates would draw in lxml
    from sayso.reports.dom import Element

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Reportage)$", re.IGNORECASE)
_TRAIL = re.compile(r"^BreadcrumbList$")
_LEAST_TRAIL = 3
_ABOVE_PAGE = 2
_LD = "application/ld+json"
_SPACE = re.compile(r"\s+")
_DEEPEST = 6
_ITEMS = "//*[@itemprop][not(self::meta)]"


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
    body: list[Stated] = field(default_factory=list)


LD_FIELDS = {
    "headline": "title", "datePublished": "published", "dateModified": "modified",
    "articleSection": "section", "inLanguage": "language", "author": "authors",
    "publisher": "outlet", "articleBody": "body",
}  # fmt: skip
META_FIELDS = {
    "og:title": "title", "twitter:title": "title", "dc.title": "title", "parsely-title": "title",
    "sailthru.title": "title", "citation_title": "title", "headline": "title",
    "og:site_name": "outlet", "dc.publisher": "outlet", "citation_journal_title": "outlet",
    "application-name": "outlet", "publisher": "outlet",
    "author": "authors", "article:author": "authors", "byl": "authors", "dc.creator": "authors",
    "parsely-author": "authors", "sailthru.author": "authors", "citation_author": "authors",
    "article:published_time": "published", "og:article:published_time": "published",
    "originalpublicationdate": "published", "article_date_original": "published",
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
}  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(META_FIELDS)}


def read_metadata(root: Element) -> Metadata:
    """The page's own statements: JSON-LD, meta tags in `META_FIELDS`' order, the rest."""
    data = Metadata()
    trails = _state_ld(data, root)
    metas = [(name, m.get("content")) for m in root.iter("meta") for name in _meta_names(m)]
    for name, content in sorted(metas, key=lambda item: _RANK[item[0]]):
        _state(data, META_FIELDS[name], content, f"meta {name}")
    for section in trails[:1]:
        _state(data, "section", section, "JSON-LD BreadcrumbList")
    _state_items(data, root)
    _state_links(data, root)
    for title in root.iter("title"):
        _state(data, "title", title.text, "title element")
        break
    _state(data, "language", root.get("lang") or root.get("xml:lang"), "html lang")
    data.language.reverse()  # the lang attribute outranks og:locale
    return data


def _state_ld(data: Metadata, root: Element) -> list[str]:
    """What JSON-LD says of an article; gives the sections that its trails name."""
    trails: list[str] = []
    scripts = list(_ld_scripts(root))
    named = dict(_ld_names(scripts, 0))
    for loaded in scripts:
        for node in _typed(loaded, _ARTICLE, 0):
            signed = bool(data.authors)  # by an article before it, which may be another one
            for name, kind in LD_FIELDS.items():
                for value in _ld_values(node.get(name), named):
                    if not (signed and kind == "authors"):
                        _state(data, kind, value, f"JSON-LD {name}")
        trails += [section for node in _typed(loaded, _TRAIL, 0) for section in _section_of(node)]
    return trails


def _state_items(data: Metadata, root: Element) -> None:
    """What microdata says of the page's one article: teasers of others are articles, too.

    Its title is left to the headings, and `meta` elements are read with the others.
    """
    stated = [(item, _article_of(item)) for item in root.xpath(_ITEMS)]
    if len({article for _, article in stated if article is not None}) != 1:
        return
    for item, article in stated:
        kind = LD_FIELDS.get(item.get("itemprop"))
        if article is not None and kind and kind != "title":
            _state(data, kind, _item_value(item), f"microdata {item.get('itemprop')}")


def _article_of(item: Element) -> Element | None:
    """The article that a property is of; None where it is of something else, as its author."""
    scope = next((e for e in item.iterancestors() if e.get("itemscope") is not None), None)
    known = scope is not None and _ARTICLE.search(scope.get("itemtype") or "")
    return scope if known else None


def _item_value(item: Element) -> str:
    """A property's text; of a thing with properties of its own, its name."""
    named = item.find(".//*[@itemprop='name']") if item.get("itemscope") is not None else None
    found = item if named is None else named
    return found.get("content") or found.get("datetime") or "".join(found.itertext())


def _state_links(data: Metadata, root: Element) -> None:
    """The canonical address, and the first link that says it leads to the page's category."""
    for link in root.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical":
            data.url.insert(0, Stated((link.get("href") or "").strip(), "link canonical"))
    for anchor in root.iter("a"):
        if "category" in (anchor.get("rel") or "").casefold().split():
            _state(data, "section", "".join(anchor.itertext()), "link rel=category")
            break


def _meta_names(meta: Element) -> Iterator[str]:
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        name = (meta.get(attribute) or "").strip().casefold()
        if name in META_FIELDS:
            yield name


def _state(data: Metadata, kind: str, value: str | None, where: str) -> None:
    clean = (value or "") if kind == "body" else _SPACE.sub(" ", value or "")
    clean = clean.strip()
    if clean:
        getattr(data, kind).append(Stated(clean, where))


def _ld_scripts(root: Element) -> Iterator[object]:
    """The page's JSON-LD, script by script; broken JSON is passed over."""
    for script in root.iter("script"):
        if (script.get("type") or "").casefold().startswith(_LD):
            try:
                yield json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue


def _typed(node: object, kind: re.Pattern[str], depth: int) -> Iterator[dict[str, Any]]:
    """Nodes of a type."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for item in node[:50]:
            yield from _typed(item, kind, depth + 1)
    elif isinstance(node, dict):
        types = node.get("@type")
        if any(kind.search(str(t)) for t in (types if isinstance(types, list) else [types])):
            yield node
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb"):
            yield from _typed(node.get(name), kind, depth + 1)


def _section_of(trail: dict[str, Any]) -> Iterator[str]:
    """The place just above the page in a trail of at least home, section and page."""
    items = trail.get("itemListElement")
    steps = [step for step in items if isinstance(step, dict)] if isinstance(items, list) else []
    names = [next(_ld_values(step.get("name") or step.get("item")), "") for step in steps[:20]]
    if len(names) >= _LEAST_TRAIL and names[-_ABOVE_PAGE]:
        yield names[-_ABOVE_PAGE]


def _ld_names(node: object, depth: int) -> Iterator[tuple[str, str]]:
    """The id and the name of every node of a graph that has both."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for item in node[:50]:
            yield from _ld_names(item, depth + 1)
    elif isinstance(node, dict):
        own, name = node.get("@id"), node.get("name")
        if isinstance(own, str) and isinstance(name, str):
            yield own, name
        yield from _ld_names(node.get("@graph"), depth + 1)


def _ld_values(value: object, named: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """The strings in a JSON-LD value: itself, a node's name, the name in `named` of the node
    whose id it is, or those of a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _ld_values(value.get("name") or named.get(str(value.get("@id"))))
    elif isinstance(value, list):
        for item in value[:20]:
            yield from _ld_values(item, named)
