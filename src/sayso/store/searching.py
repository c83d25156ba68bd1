"""Full text: the same words asked of both databases, and where in the report they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, TextClause, text

from sayso.store.loading import load_claims, texts_alone, texts_of
from sayso.store.paging import pages
from sayso.store.records import Hit
from sayso.values import Span

if TYPE_CHECKING:
    from sayso.store.engines import Store

_TERM = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
AROUND = 80
"""Code points of an excerpt on either side of the first word that was found."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side; the last one is a beginning only if `start`."""

    words: tuple[str, ...]
    start: bool


def terms_of(words: str) -> tuple[Term, ...]:
    """What is looked for: all terms have to be found. Signs mean nothing but `"` and `*`."""
    found = []
    for quoted, star, bare in _TERM.findall(words):
        parts = tuple(_WORD.findall(quoted or bare))
        if parts:
            found.append(Term(parts, bool(star) or bare.endswith("*")))
    return tuple(found)


def fts5_query(terms: tuple[Term, ...]) -> str:
    """For SQLite: `"two words" "harb"*`."""
    return " ".join(f'"{" ".join(term.words)}"{"*" if term.start else ""}' for term in terms)


def tsquery(terms: tuple[Term, ...]) -> str:
    """For PostgreSQL's `to_tsquery`: `'two' <-> 'words' & 'harb':*`."""
    return " & ".join(
        " <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.start else "")
        for term in terms
    )


_QUERIES = {
    ("sqlite", False): "SELECT rowid FROM report_search WHERE report_search MATCH :words "
    "AND rowid < :after ORDER BY rowid DESC LIMIT :size",
    ("sqlite", True): "SELECT rowid FROM claim_search WHERE claim_search MATCH :words "
    "AND rowid < :after AND (:everything OR EXISTS (SELECT 1 FROM claims "
    "WHERE number = claim_search.rowid AND stands_alone)) ORDER BY rowid DESC LIMIT :size",
    ("postgresql", False): "SELECT number FROM reports WHERE search @@ to_tsquery('simple', :words)"
    " AND number < :after ORDER BY number DESC LIMIT :size",
    ("postgresql", True): "SELECT number FROM claims WHERE search @@ to_tsquery('simple', :words) "
    "AND number < :after AND (:everything OR stands_alone) ORDER BY number DESC LIMIT :size",
}
_NO_END = 2**31 - 1


def search(
    store: Store,
    words: str,
    claims: bool,
    limit: int | None,
    after: int | None,
    *,
    everything: bool = False,
) -> Iterator[Hit]:
    """Reports or claims with all the words, last added first; none for no words."""
    terms = terms_of(words)
    if not terms:
        return iter(())
    dialect = store.engine.dialect.name
    query: TextClause = text(_QUERIES[dialect, claims])
    asked = fts5_query(terms) if store.sqlite else tsquery(terms)

    given = {"words": asked, "everything": everything} if claims else {"words": asked}

    def fetch(after: int | None, size: int) -> list[Hit]:
        values = given | {"after": _NO_END if after is None else after, "size": size}
        with store.reading() as connection:
            numbers = list(connection.scalars(query, values))
            make = _claim_hits if claims else _report_hits
            return make(connection, numbers, terms)

    return pages(fetch, lambda hit: hit.number, limit, after)


def _report_hits(connection: Connection, numbers: list[int], terms: tuple[Term, ...]) -> list[Hit]:
    texts = texts_of(connection, numbers)
    hits = []
    for number in numbers:
        whole = texts.texts[number]
        first = next(found_in(whole, terms), (0, 0))
        span = _around(whole, first)
        own = tuple(found_in(whole, terms, span))
        entry = texts.entries[number]
        hits.append(Hit(number, entry, None, whole[slice(*span)], span, own))
    return hits


def _claim_hits(connection: Connection, numbers: list[int], terms: tuple[Term, ...]) -> list[Hit]:
    claims = load_claims(connection, numbers)
    texts = texts_alone(connection, (claim.report.number for claim in claims.values()))
    hits = []
    for number in numbers:
        claim = claims[number]
        whole = texts[claim.report.number]
        evidence = (*claim.claim.evidence, claim.claim.predicate)
        span = (min(begins for begins, _ in evidence), max(ends for _, ends in evidence))
        own = tuple(found_in(whole, terms, span))
        hits.append(Hit(number, claim.report, claim, whole[slice(*span)], span, own))
    return hits


def found_in(whole: str, terms: tuple[Term, ...], within: Span | None = None) -> Iterator[Span]:
    """Where words that were looked for stand, without regard to case and accents."""
    exact = {_folded(word) for term in terms for word in term.words[: -1 if term.start else None]}
    starts = tuple(_folded(term.words[-1]) for term in terms if term.start)
    start, end = within or (0, len(whole))
    for found in _WORD.finditer(whole, start, end):
        word = _folded(found[0])
        if word in exact or (starts and word.startswith(starts)):
            yield found.span()


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _around(whole: str, first: Span) -> Span:
    """A stretch around a span, cut between words."""
    start, end = max(first[0] - AROUND, 0), min(first[1] + AROUND, len(whole))
    if start and (gap := whole.find(" ", start, first[0])) >= 0:
        start = gap + 1
    if end < len(whole) and (gap := whole.rfind(" ", first[1], end)) >= 0:
        end = gap
    return start, end
