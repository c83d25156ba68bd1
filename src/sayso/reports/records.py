"""JSON Lines and CSV with named fields: a report a record, for people with a corpus."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.errors import NotAReport, ReportError
from sayso.reports.bylines import people
from sayso.reports.compose import Draft, stated
from sayso.reports.dates import iso_moment
from sayso.reports.encodings import Decoded, decode, without_halves
from sayso.reports.language import language_code
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.reports.plain import plain_draft
from sayso.reports.wayback import own_address, split_archive_url

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
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        names = next(reader, [])
        if not {name.casefold() for name in names} & {*FIELDS["text"], *FIELDS["html"]}:
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
    values = {str(key).casefold(): value for key, value in record.items() if key}
    fields = {field: _first(values, names) for field, names in FIELDS.items()}
    html, text = fields.pop("html"), fields.pop("text")
    text = without_halves(text) if isinstance(text, str) else None
    facts, url = _facts(fields), str(fields["url"] or "").strip() or None
    if isinstance(html, str) and html.strip():
        data = html.encode("utf-8", "replace")
        yield Piece(name, data=data, url=url, kind="html", charset="utf-8", facts=facts)
        return
    if not text or not text.strip():
        yield NotAReport(name, "it has no text")
        return
    draft = plain_draft(Decoded(text, "utf-8", "valid"), name)
    found = {field: where for field, where in draft.found.items() if field != "encoding"}
    facts |= {"url": own_address(url)}
    yield stated(_archived(replace(draft, found=found), url), facts, "field")


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
        facts[name] = iso_moment(str(fields[name] or ""))
    facts["language"] = language_code(str(fields["language"] or ""))
    facts["authors"] = _authors(fields["authors"])
    return facts


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(name).strip() for name in value if isinstance(name, str) and name.strip())
    return (people(value) or (value.strip(),)) if isinstance(value, str) and value.strip() else ()
