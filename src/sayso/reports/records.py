"""JSON Lines and CSV with named fields: a report a record, for people with a corpus."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sayso.errors import NotAReport, ReportError
from sayso.reports.bylines import byline_authors, people
from sayso.reports.compose import Draft, stated
from sayso.reports.dates import find_dates, mail_moment
from sayso.reports.encodings import Decoded, decode, without_halves
from sayso.reports.language import language_code
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.reports.plain import plain_draft
from sayso.reports.wayback import own_address, split_archive_url

FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "maintext", "full_text", "article_text",
        "article_body", "body_text", "texte", "contenu", "texto", "contenido", "cuerpo", "inhalt",
        "artikeltext",
    ),
    "html": ("html", "raw_html"),
    "title": (
        "title", "headline", "head", "titel", "überschrift", "schlagzeile", "titre", "título",
        "titulo", "titular",
    ),
    "outlet": (
        "outlet", "publisher", "publication", "source_name", "site_name", "source", "zeitung",
        "quelle", "journal", "periódico", "periodico", "fuente",
    ),
    "published": (
        "published", "date", "publication_date", "date_publish", "published_at", "date_published",
        "publish_date", "published_date", "pub_date", "timestamp", "datum", "veröffentlicht",
        "erscheinungsdatum", "date_de_publication", "fecha", "fecha_de_publicación",
        "fecha_de_publicacion",
    ),
    "modified": ("modified", "updated", "date_modify", "date_modified", "updated_at"),
    "authors": (
        "authors", "author", "byline", "autor", "autoren", "verfasser", "auteur", "auteurs",
        "autores", "autora",
    ),
    "url": ("url", "link", "uri", "source_url"),
    "language": ("language", "lang", "sprache", "langue", "idioma"),
    "section": ("section", "category", "rubrik", "ressort", "rubrique", "sección", "seccion"),
}  # fmt: skip
"""Names a field may have, best first; case, spaces, hyphens and underscores do not matter."""

_LIKE_FACTS = (("published", "date"), ("authors", "author"), ("title", "headline"),
               ("outlet", "publisher"), ("published", "datum"), ("published", "fecha"),
               ("authors", "autor"), ("authors", "auteur"), ("title", "titel"), ("title", "titre"),
               ("title", "titul"), ("title", "título"))  # fmt: skip
"""Fields, and what the name of another holds that may be meant for one."""
_PARTING = re.compile(r"[\s_-]+")
_EMPTY = frozenset({"", "nan", "none", "null", "n/a", "na", "nat", "[]"})
_LONGEST_EMPTY = 8
_SECONDS = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
_DIGITS = 10
_DOTTED = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}")
_LONGEST_LIST = 2000
_SHOWN = 60


def json_records(piece: Piece, limits: Limits) -> Iterator[Draft | Piece | ReportError]:
    """A report for each line that holds a JSON object; others are errors that name the line."""
    text = decode(piece.read(limits.file), piece.name, piece.charset).text
    for number, line in enumerate(_lines(text), 1):
        if not line.strip():
            continue
        name = f"{piece.name}#{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield NotAReport(name, "this line is not JSON")
            continue
        if isinstance(record, dict):
            yield from _record(record, name)
        else:
            yield NotAReport(name, "this line is not a JSON object")


def _lines(text: str) -> Iterator[str]:
    """Lines as line feeds part them, one at a time: a corpus is not held twice."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


def csv_records(piece: Piece, limits: Limits) -> Iterator[Draft | Piece | ReportError]:
    """A report for each row; the first row names the fields, the delimiter is detected."""
    text = decode(piece.read(limits.file), piece.name, piece.charset).text.removeprefix("\ufeff")
    csv.field_size_limit(limits.page)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        names = next(reader, [])
        known = {_plain(name) for name in (*FIELDS["text"], *FIELDS["html"])}
        if not {_plain(name) for name in names} & known:
            reason = "its first row names no field of text (text, body, content)"
            raise NotAReport(piece.name, reason)
        for number, row in enumerate(filter(None, reader), 1):
            yield from _record(dict(zip(names, row, strict=False)), f"{piece.name}#{number}")
    except csv.Error as error:
        where = f"at line {reader.line_num}"
        yield NotAReport(piece.name, f"it cannot be read from there on, {where} ({error})")


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t|", key=head.count)


def _record(record: Mapping[str, object], name: str) -> Iterator[Draft | Piece | ReportError]:
    values = {_plain(str(key)): _filled(value) for key, value in record.items() if key}
    fields = {field: _first(values, map(_plain, names)) for field, names in FIELDS.items()}
    html, text = fields.pop("html"), fields.pop("text")
    text = without_halves(text) if isinstance(text, str) else None
    facts, url = _facts(fields), str(fields["url"] or "").strip() or None
    dropped = tuple(_dropped(record, fields, facts))
    if isinstance(html, str) and html.strip():
        data = html.encode("utf-8", "replace")
        yield Piece(
            name, data, url=url, kind="html", charset="utf-8", facts=facts, warnings=dropped
        )
        return
    if not text or not text.strip():
        yield NotAReport(name, "it has no text")
        return
    draft = plain_draft(Decoded(text, "utf-8", "valid"), name)
    found = {field: where for field, where in draft.found.items() if field != "encoding"}
    facts |= {"url": own_address(url)}
    yield stated(_archived(replace(draft, found=found, warnings=dropped), url), facts, "field")


def _archived(draft: Draft, url: str | None) -> Draft:
    """With the snapshot that the address is of, if it is a web archive's."""
    snapshot = split_archive_url(url)
    facts = {"archived": snapshot.archived, "archive_url": snapshot.archive_url}
    found = dict.fromkeys(facts, "field url")
    return replace(draft, facts={**draft.facts, **facts}, found={**draft.found, **found})


def _first(values: Mapping[str, object], names: Iterable[str]) -> object:
    return next((values[name] for name in names if values.get(name)), None)


def _facts(fields: Mapping[str, object]) -> dict[str, object]:
    facts: dict[str, object] = {
        name: str(fields[name]).strip()
        for name in ("title", "outlet", "section")
        if isinstance(fields[name], str)
    }
    for name in ("published", "modified"):
        facts[name] = _moment(str(fields[name] or "").strip())
    facts["language"] = language_code(str(fields["language"] or ""))
    facts["authors"] = _authors(fields["authors"])
    return facts


def _plain(name: str) -> str:
    return _PARTING.sub("", name.casefold())


def _filled(value: object) -> object:
    """The value; None for what programs write where there is none (pandas' "nan")."""
    if isinstance(value, str | float) and len(words := str(value)) <= _LONGEST_EMPTY:
        return None if words.strip().casefold() in _EMPTY else value
    return value


def _moment(value: str) -> str | None:
    """A date as ISO 8601: also seconds or thousandths since 1970, and "4.3.2025", day first."""
    if _SECONDS.fullmatch(value):
        whole = value.partition(".")[0]
        seconds = int(whole) // (1000 if len(whole) > _DIGITS else 1)
        return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")
    if _DOTTED.fullmatch(value):
        return next((dated.iso for dated in find_dates(value)), None)
    return mail_moment(value)


def _dropped(
    record: Mapping[str, object], fields: Mapping[str, object], facts: Mapping[str, object]
) -> Iterator[str]:
    """A warning for each field that seems to state a fact, and is not used."""
    for fact in ("published", "modified", "language", "authors"):
        if fields[fact] and not facts[fact]:
            shown = str(fields[fact])[:_SHOWN]
            yield f"the field for {fact} was not used, as it cannot be read for sure: {shown!r}"
    known = {_plain(name) for names in FIELDS.values() for name in names}
    for name in filter(None, record):
        plain = _plain(str(name))
        meant = next((fact for fact, part in _LIKE_FACTS if part in plain), None)
        if meant and plain not in known and not facts.get(meant) and _filled(record[name]):
            yield f"the field {name!r} was not used; name it {meant!r} if it states that"


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, str) and value.strip().startswith("[") and len(value) <= _LONGEST_LIST:
        value = _as_list(value.strip())
    if isinstance(value, list):
        named = (item.get("name") if isinstance(item, dict) else item for item in value)
        names = (name.strip() for name in named if isinstance(name, str) and _filled(name))
        return tuple(dict.fromkeys(names))
    return _written(value) if isinstance(value, str) and value.strip() else ()


def _written(value: str) -> tuple[str, ...]:
    return byline_authors(value) or people(value) or (value.strip(),)


def _as_list(value: str) -> object:
    """A list as Python or JSON prints it; the words themselves where they are none."""
    try:
        return ast.literal_eval(value)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return value
