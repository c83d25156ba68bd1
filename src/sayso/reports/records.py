"""JSON Lines and CSV with named fields: a report a record, for people with a corpus."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.errors import NotAReport, ReportError
from sayso.reports.bylines import people
from sayso.reports.compose import Draft
from sayso.reports.dates import iso_moment
from sayso.reports.encodings import Decoded, decode
from sayso.reports.language import language_code
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.reports.plain import plain_draft

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "full_text"),
    "html": ("html", "raw_html"),
    "title": ("title", "headline", "head"),
    "outlet": ("outlet", "publisher", "publication", "source_name", "site_name", "source"),
    "published": ("published", "date", "publication_date", "date_publish", "published_at"),
    "modified": ("modified", "updated", "date_modify"),
    "authors": ("authors", "author", "byline"),
    "url": ("url", "link", "uri", "source_url"),
    "language": ("language", "lang"),
    "section": ("section", "category"),
}
"""Names a field may have, best first; case does not matter."""


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
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    names = {name.casefold() for name in reader.fieldnames or () if name}
    if not names & {*FIELDS["text"], *FIELDS["html"]}:
        raise NotAReport(piece.name, "its first row names no field of text (text, body, content)")
    try:
        for number, row in enumerate(reader, 1):
            yield from _record(row, f"{piece.name}#{number}")
    except csv.Error as error:
        where = f"at line {reader.line_num}"
        yield NotAReport(piece.name, f"it cannot be read from there on, {where} ({error})")


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t|", key=head.count)


def _record(record: Mapping[str, object], name: str) -> Iterator[Draft | Piece | ReportError]:
    values = {str(key).casefold(): value for key, value in record.items() if key}
    fields = {field: _first(values, names) for field, names in FIELDS.items()}
    html, text = fields.pop("html"), fields.pop("text")
    if isinstance(html, str) and html.strip():
        url = fields["url"]
        yield Piece(
            name,
            data=html.encode("utf-8", "replace"),
            url=url if isinstance(url, str) else None,
            kind="html",
            charset="utf-8",
        )
        return
    if not isinstance(text, str) or not text.strip():
        yield NotAReport(name, "it has no text")
        return
    draft = plain_draft(Decoded(text, "utf-8", "valid"), name)
    facts = {field: value for field, value in _facts(fields).items() if value}
    found = {**draft.found, **{field: f"field {field}" for field in facts}}
    found.pop("encoding", None)
    yield replace(draft, facts={**draft.facts, **facts}, found=found)


def _first(values: Mapping[str, object], names: Iterable[str]) -> object:
    return next((values[name] for name in names if values.get(name)), None)


def _facts(fields: Mapping[str, object]) -> dict[str, object]:
    facts: dict[str, object] = {
        name: str(fields[name]).strip()
        for name in ("title", "outlet", "url", "section")
        if isinstance(fields[name], str)
    }
    for name in ("published", "modified"):
        facts[name] = iso_moment(str(fields[name] or ""))
    facts["language"] = language_code(str(fields["language"] or ""))
    facts["authors"] = _authors(fields["authors"])
    return facts


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(name).strip() for name in value if isinstance(name, str) and name.strip())
    return (people(value) or (value.strip(),)) if isinstance(value, str) and value.strip() else ()
