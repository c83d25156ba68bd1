"""A document as JSON: one object a report, one report a line.

The fields and their order are the project's JSON contract. `stance`, `medium` and `voice` of an
attribution are additions to it. Claims and posts are empty lists until there is something that
draws them.
"""

from __future__ import annotations

import json
import re
from typing import Any

from sayso.values import Attribution, Document, Entity, Mention, Report, Span, Time, Voice

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(document: Document) -> dict[str, Any]:
    """Give the document as plain lists, dicts, strings and numbers.

    Spans are `[start, end]` in code points of `report.text`. The same document gives the same
    object, keys in the same order.
    """
    return {
        "report": _report(document.report),
        "mentions": [_mention(mention) for mention in document.reading.mentions],
        "attributions": [_attribution(attribution) for attribution in document.attributions],
        "claims": [],
        "posts": [],
        "times": [_time(time) for time in document.times],
        "entities": [_entity(entity) for entity in document.entities],
    }


def to_json_line(document: Document) -> str:
    """Give the object as one line that can always be written as UTF-8, newline included.

    A lone surrogate, as in a file name that is not UTF-8, is written as its JSON escape.
    """
    line = json.dumps(to_json(document), ensure_ascii=False, separators=(", ", ": "))
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n"


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


def _time(time: Time) -> dict[str, Any]:
    return {"start": time.start, "end": time.end, "edtf": time.edtf}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "names": list(entity.names),
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
