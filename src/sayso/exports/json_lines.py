"""A document as JSON: one object a report, one report a line.

The fields and their order are the project's JSON contract; what it does not name are additions
to it. `claim_to_json` and `post_to_json` give one claim or post by itself, with the report it is
from and its words, so that a line can be read without the report's text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
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
    Span,
    Time,
    Voice,
)

_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON allows, but steers a terminal, turns or ends a line, or is not UTF-8: DEL, C1, marks
and overrides of direction, line separators, lone surrogates."""


def to_json(document: Document) -> dict[str, Any]:
    """Give the document as plain lists, dicts, strings and numbers.

    Spans are `[start, end]` in code points of `report.text`. The same document gives the same
    object, keys in the same order.
    """
    return {
        "report": _report(document.report),
        "mentions": [_mention(mention) for mention in document.reading.mentions],
        "attributions": [_attribution(attribution) for attribution in document.attributions],
        "claims": [_claim(claim) for claim in document.claims],
        "posts": [_post(post) for post in document.posts],
        "links": [_link(link) for link in document.links],
        "times": [_time(time) for time in document.times],
        "entities": [_entity(entity) for entity in document.entities],
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
    return {"report": _origin(document.report), **_claim(claim), "words": words}


def post_to_json(
    document: Document, post: Post, chain: Sequence[Voice] | None = None
) -> dict[str, Any]:
    """One post, as in `to_json`, after `report` (without its text) and before what its claim
    tells of it, null where none was drawn: `polarity` and `certainty`; then `chain`, and `words`:
    the report's words for each of its spans, null where it has none. `chain` is whose word it is
    where that is known; else the document tells.
    """
    found = _post(post)
    text, claim = document.report.text, claim_behind(document, post)
    words = {key: None if found[key] is None else text[slice(*found[key])] for key in _POST_SPANS}
    return {
        "report": _origin(document.report),
        **found,
        "polarity": claim and claim.polarity,
        "certainty": claim and claim.certainty,
        "chain": [_voice(voice) for voice in chain or chain_behind(document, post)],
        "words": words,
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "outlet": report.outlet,
        "authors": list(report.authors),
        "published": report.published,
        "language": report.language,
        "text": report.text,
        "url": report.url,
        "modified": report.modified,
        "section": report.section,
        "archived": report.archived,
        "archive_url": report.archive_url,
        "also": list(report.also),
        "warnings": list(report.warnings),
        "credits": [_credit(credit) for credit in report.credits],
        "found": dict(sorted(report.found.items())),
    }


_ORIGIN = ("id", "source", "title", "outlet", "authors", "published", "language")


def _origin(report: Report) -> dict[str, Any]:
    found = _report(report)
    return {key: found[key] for key in _ORIGIN}


def _credit(credit: Credit) -> dict[str, Any]:
    return {
        "kind": credit.kind,
        "name": credit.name,
        "url": credit.url,
        "span": _span(credit.span),
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "id": mention.id,
        "start": mention.start,
        "end": mention.end,
        "type": mention.type,
        "named": mention.named,
        "entity": mention.entity,
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "parent": attribution.parent,
        "kind": attribution.kind,
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "addressee": _spans(attribution.addressee),
        "medium": _spans(attribution.medium),
        "said": attribution.said,
        "stance": attribution.stance,
        "voice": _voice(attribution.voice),
    }


def _voice(voice: Voice | None) -> dict[str, Any] | None:
    if voice is None:
        return None
    return {
        "name": voice.name,
        "kind": voice.kind,
        "entity": voice.entity,
        "said": voice.said,
        "to": voice.to,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    start, end = claim.predicate
    return {
        "id": claim.id,
        "attribution": claim.attribution,
        "text": claim.text,
        "predicate": {"start": start, "end": end, "lemma": claim.lemma},
        "arguments": [_argument(argument) for argument in claim.arguments],
        "modifiers": [_argument(argument) for argument in claim.modifiers],
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "why": list(claim.why),
        "time": claim.time,
        "place": _place(claim.place),
        "quantity": _quantity(claim.quantity),
        "evidence": _spans(claim.evidence),
        "chain": [_voice(voice) for voice in claim.chain],
        "about": claim.about,
        "event": claim.event,
        "found_by": claim.found_by,
    }


def _argument(argument: Argument) -> dict[str, Any]:
    return {
        "role": argument.role,
        "start": argument.start,
        "end": argument.end,
        "entity": argument.entity,
        "propbank": argument.propbank,
        "implied": argument.implied,
    }


def _place(place: PlaceName | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "start": place.start,
        "end": place.end,
        "name": place.name,
        "iso": place.iso,
        "geonames": place.geonames,
        "m49": place.m49,
        "candidates": list(place.candidates),
    }


def _quantity(amount: Amount | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    return {
        "start": amount.start,
        "end": amount.end,
        "value": amount.value,
        "low": amount.low,
        "high": amount.high,
        "bound": amount.bound,
        "unit": amount.unit,
    }


_POST_SPANS = ("person", "rank", "title", "role", "organization", "place", "after")


def _post(post: Post) -> dict[str, Any]:
    return {
        "person": _span(post.person),
        "rank": _span(post.rank),
        "title": _span(post.title),
        "role": _span(post.role),
        "organization": _span(post.organization),
        "place": _span(post.place),
        "person_entity": post.person_entity,
        "organization_entity": post.organization_entity,
        "since": post.since,
        "until": post.until,
        "status": post.status,
        "after": _span(post.after),
        "claim": post.claim,
        "attribution": post.attribution,
        "found_by": post.found_by,
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "type": link.type,
        "claim": link.claim,
        "source": _span(link.source),
        "target": _span(link.target),
        "source_entity": link.source_entity,
        "target_entity": link.target_entity,
        "rule": link.rule,
    }


def _time(time: Time) -> dict[str, Any]:
    return {"start": time.start, "end": time.end, "edtf": time.edtf}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "names": list(entity.names),
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
