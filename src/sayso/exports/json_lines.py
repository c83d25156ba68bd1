"""A document as JSON: one object a report, one report a line.

The fields and their order are the project's JSON contract; what it does not name are additions
to it. `claim_to_json` and `post_to_json` give one claim or post by itself, with the report it is
from and its words, so that a line can be read without the report's text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.exports.backing import chain_behind, claim_behind
from sayso.values import (
    Amount,
    Argument,
    Attribution,
    Claim,
    Credit,
    Document,
    Entity,
    Link,
    Mention,
    PlaceName,
    Post,
    Report,
    Time,
    Voice,
)

_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON allows, but steers a terminal, turns or ends a line, or is not UTF-8: DEL, C1, marks
and overrides of direction, line separators, lone surrogates."""
_PARTS = ("attributions", "claims", "posts", "links", "times", "entities")
_POST_SPANS = ("person", "rank", "title", "role", "organization", "place", "after")


def to_json(document: Document) -> dict[str, Any]:
    """Give the document as plain lists, dicts, strings and numbers.

    Spans are `[start, end]` in code points of `report.text`. The same document gives the same
    object, keys in the same order.
    """
    return {
        "report": _plain(document.report),
        "mentions": _plain(document.reading.mentions),
        **{part: _plain(getattr(document, part)) for part in _PARTS},
    }


def to_json_line(document: Document) -> str:
    """Give the object as one line that can always be written as UTF-8, newline included.

    What would steer a terminal or turn a line's direction, and a lone surrogate, as in a file name
    that is not UTF-8, is written as its JSON escape: nothing of the text is lost.
    """
    return as_line(to_json(document))


def as_line(value: dict[str, Any]) -> str:
    """The object as one line of JSON, see `to_json_line`."""
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n"


def claim_to_json(document: Document, claim: Claim) -> dict[str, Any]:
    """One claim, as in `to_json`, after `report` (without its text) and before `words`: the
    report's words at its evidence, unchanged.
    """
    words = [document.report.text[start:end] for start, end in claim.evidence]
    return {"report": _origin(document.report), **_plain(claim), "words": words}


def post_to_json(
    document: Document, post: Post, chain: Sequence[Voice] | None = None
) -> dict[str, Any]:
    """One post, as in `to_json`, after `report` (without its text) and before what its claim
    tells of it, null where none was drawn: `polarity` and `certainty`; then `chain`, and `words`:
    the report's words for each of its spans, null where it has none. `chain` is whose word it is
    where that is known; else the document tells.
    """
    found = _plain(post)
    text, claim = document.report.text, claim_behind(document, post)
    words = {key: None if found[key] is None else text[slice(*found[key])] for key in _POST_SPANS}
    return {
        "report": _origin(document.report),
        **found,
        "polarity": claim and claim.polarity,
        "certainty": claim and claim.certainty,
        "chain": _plain(tuple(chain or chain_behind(document, post))),
        "words": words,
    }


_FIELDS: dict[type, tuple[str, ...]] = {
    Report: (
        *("id", "source", "title", "outlet", "authors", "published", "language", "text", "url"),
        *("modified", "section", "archived", "archive_url", "also", "warnings", "credits", "found"),
    ),
    Credit: ("kind", "name", "url", "span"),
    Mention: ("id", "start", "end", "type", "named", "entity"),
    Attribution: (
        *("id", "parent", "kind", "source", "cue", "content", "addressee", "medium", "said"),
        *("stance", "voice"),
    ),
    Voice: ("name", "kind", "entity", "said", "to"),
    Argument: ("role", "start", "end", "entity", "propbank", "implied"),
    PlaceName: ("start", "end", "name", "iso", "geonames", "m49", "candidates"),
    Amount: ("start", "end", "value", "low", "high", "bound", "unit"),
    Claim: (
        *("id", "attribution", "text", "predicate", "arguments", "modifiers", "polarity"),
        *("certainty", "why", "time", "place", "quantity", "evidence", "chain", "about", "event"),
        "found_by",
    ),
    Post: (
        *_POST_SPANS[:-1],
        *("person_entity", "organization_entity", "since", "until", "status", "after", "claim"),
        *("attribution", "found_by"),
    ),
    Link: ("type", "claim", "source", "target", "source_entity", "target_entity", "rule"),
    Time: ("start", "end", "edtf"),
    Entity: ("id", "type", "name", "names"),
}
"""The fields of each value, in the order in which they are written."""
_ORIGIN = _FIELDS[Report][:7]


def _plain(value: Any) -> Any:
    """A value as an object of its fields, a claim's predicate with its lemma; tuples as lists."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return dict(sorted(value.items()))
    if type(value) not in _FIELDS:
        return value
    fields = {name: _plain(getattr(value, name)) for name in _FIELDS[type(value)]}
    if isinstance(value, Claim):
        start, end = value.predicate
        fields["predicate"] = {"start": start, "end": end, "lemma": value.lemma}
    return fields


def _origin(report: Report) -> dict[str, Any]:
    """The report without its text."""
    return {name: _plain(getattr(report, name)) for name in _ORIGIN}
