"""A document as rows: what is written of it, table by table, once its figures are known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.entities.scripts import letters
from sayso.exports.backing import chain_behind
from sayso.store.dates import NO_FIRST, NO_LAST, days, earliest
from sayso.store.strings import storable
from sayso.values import (
    Argument,
    Attribution,
    Claim,
    Document,
    Link,
    Place,
    Post,
    Report,
    Span,
    Voice,
)

Row = dict[str, Any]
NUMBERED = (
    *("reports", "sources", "blocks", "credits", "figures", "mentions", "voices"),
    *("attributions", "claims", "arguments", "spans", "posts", "links", "times"),
)
"""Tables whose rows are numbered; in an order in which they can be written."""


class Numbers:
    """The next free number of each table."""

    def __init__(self, last: dict[str, int]) -> None:
        self._last = dict(last)

    def next(self, table: str) -> int:
        """A number that no row has."""
        self._last[table] = self._last.get(table, 0) + 1
        return self._last[table]


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a report's own entity ids stand for: figure (by number, if any) and entity id."""

    by_span: dict[tuple[str, int, int], tuple[int | None, str]] = field(default_factory=dict)
    by_id: dict[str, tuple[int | None, str]] = field(default_factory=dict)

    def of(self, entity: str | None, span: Span | None = None) -> tuple[int | None, str | None]:
        """The figure and entity of an id: that of the mention at `span`, else its first."""
        if entity is None:
            return None, None
        if span is not None and (found := self.by_span.get((entity, *span))):
            return found
        return self.by_id.get(entity, (None, None))


def outlet_key(name: str) -> str:
    """What stands in the place of an entity for an outlet's own voice, so that it is found by an
    index; it is in no other table. "The Karsk Tribune" and "Karsk Tribune" are one."""
    words = name.split()
    bare = words[1:] if len(words) > 1 and words[0].casefold() == "the" else words
    return OUTLET + letters(" ".join(bare))


OUTLET = "outlet "


def text_hash(text: str) -> str:
    """SHA-256 of a report's text, lone surrogates included."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def report_row(report: Report, number: int, claims: int, now: str) -> Row:
    """The row of a report; see `strings.storable` for what a database cannot hold."""
    text, unstorable = storable(report.text)
    return {
        "number": number,
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published,
        "modified": report.modified,
        "language": report.language,
        "section": report.section,
        "url": report.url,
        "archive_url": report.archive_url,
        "archived": report.archived,
        "authors": list(report.authors),
        "warnings": list(report.warnings),
        "found": dict(report.found),
        "text": text,
        "hash": text_hash(report.text),
        "unstorable": unstorable,
        "claims": claims,
        "added_at": now,
    }


class Rows:
    """The rows of one document below its report and figures, collected table by table."""

    def __init__(self, document: Document, report: int, numbers: Numbers, who: Who) -> None:
        self.tables: dict[str, list[Row]] = {}
        self._report = report
        self._text = document.report.text
        self._numbers = numbers
        self._who = who
        self._voices: dict[Voice, tuple[int, str | None]] = {}
        self._attributions: dict[str, int] = {}
        self._claims = {each.id: numbers.next("claims") for each in document.claims}
        self._facts(document)
        for attribution in document.attributions:
            self._attribution(attribution)
        for claim in document.claims:
            self._claim(claim)
        for post in document.posts:
            self._post(post, chain_behind(document, post))
        for link in document.links:
            self._link(link)

    def _add(self, table: str, row: Row, number: int | None = None) -> int:
        number = number or self._numbers.next(table)
        whole = {"number": number, "report": self._report, **row}
        self.tables.setdefault(table, []).append(whole)
        return number

    def _facts(self, document: Document) -> None:
        """Blocks, credits and times."""
        for block in document.report.blocks:
            places = [_place_row(place) for place in block.places]
            row = {"kind": block.kind, "places": places or None}
            self._add("blocks", row | _span((block.start, block.end)))
        for credit in document.report.credits:
            row = {"kind": credit.kind, "name": credit.name, "url": credit.url}
            self._add("credits", row | _span(credit.span, "name"))
        for time in document.times:
            self._add("times", _span((time.start, time.end)) | {"edtf": time.edtf})

    def _voice(self, voice: Voice | None) -> tuple[int | None, str | None]:
        """The row's number and the entity; one row for equal voices of a report."""
        if voice is None:
            return None, None
        if voice not in self._voices:
            figure, entity = self._who.of(voice.entity, voice.spans[0] if voice.spans else None)
            if voice.kind == "outlet" and entity is None:
                entity = outlet_key(voice.name)
            row = {"name": voice.name, "kind": voice.kind, "said": voice.said, "told": voice.to}
            number = self._add("voices", row | {"figure": figure, "entity": entity})
            self._voices[voice] = (number, entity)
            self._spans(voice.spans, "voice", voice=number)
        return self._voices[voice]

    def _spans(self, spans: Iterable[Span], part: str, **owner: int) -> None:
        base: Row = {"attribution": None, "claim": None, "voice": None, **owner, "part": part}
        for span in spans:
            self._add("spans", base | _span(span))

    def _attribution(self, attribution: Attribution) -> None:
        number = self._numbers.next("attributions")
        self._attributions[attribution.id] = number
        row = {
            "id": attribution.id,
            "parent": self._attributions.get(attribution.parent or ""),
            "kind": attribution.kind,
            "stance": attribution.stance,
            "said": attribution.said,
            "voice": self._voice(attribution.voice)[0],
            "found_by": attribution.found_by,
        }
        self._add("attributions", row, number)
        for part in ATTRIBUTION_PARTS:
            self._spans(getattr(attribution, part), part, attribution=number)

    def _claim(self, claim: Claim) -> None:
        number = self._claims[claim.id]
        begins, ends, words = self._extent(claim)
        first, last = days(claim.time)
        self._add(
            "claims",
            {
                "id": claim.id,
                "attribution": self._attributions.get(claim.attribution or ""),
                "begins": begins,
                "ends": ends,
                "words": words,
                **_span(claim.predicate, "predicate"),
                "lemma": claim.lemma,
                "polarity": claim.polarity,
                "certainty": claim.certainty,
                "why": list(claim.why),
                "time": claim.time,
                "earliest": earliest(claim.time),
                "about": self._claims.get(claim.about or ""),
                "event": claim.event,
                "found_by": claim.found_by,
                "first_day": first,
                "last_day": last,
                "stands_alone": claim.stands_alone,
            },
            number,
        )
        self._spans(claim.evidence, "evidence", claim=number)
        self._parts(claim, number)

    def _extent(self, claim: Claim) -> tuple[int, int, str | None]:
        """The stretch that holds a claim's evidence, and its sentence unless that is the same."""
        spans = (*claim.evidence, claim.predicate)
        begins, ends = min(span[0] for span in spans), max(span[1] for span in spans)
        same = not claim.text or self._text[begins:ends] == claim.text
        return begins, ends, None if same else claim.text

    def _parts(self, claim: Claim, number: int) -> None:
        """Arguments, chain, place and quantity."""
        for modifier, arguments in ((False, claim.arguments), (True, claim.modifiers)):
            for argument in arguments:
                row = self._argument(argument, modifier, earliest(claim.time))
                self._bare("arguments", row | {"claim": number})
        self._chain("chains", {"claim": number}, claim.chain)
        if (place := claim.place) is not None:
            row = {"claim": number, **_span((place.start, place.end)), "name": place.name}
            row |= {"iso": place.iso, "geonames": place.geonames, "m49": place.m49}
            row["candidates"] = list(place.candidates)
            self.tables.setdefault("places", []).append(row)
        if (amount := claim.quantity) is not None:
            row = {"claim": number, **_span((amount.start, amount.end)), "value": amount.value}
            row |= {"low": amount.low, "high": amount.high}
            row |= {"bound": amount.bound, "unit": amount.unit}
            self.tables.setdefault("amounts", []).append(row)

    def _chain(self, table: str, of: Row, chain: Iterable[Voice]) -> None:
        for position, voice in enumerate(chain):
            number, entity = self._voice(voice)
            row = {**of, "position": position, "voice": number, "entity": entity}
            self.tables.setdefault(table, []).append(row)

    def _bare(self, table: str, row: Row) -> None:
        self.tables.setdefault(table, []).append({"number": self._numbers.next(table), **row})

    def _argument(self, argument: Argument, modifier: bool, when: str | None) -> Row:
        span = (argument.start, argument.end)
        figure, entity = self._who.of(argument.entity, span)
        return {
            "modifier": modifier,
            "role": argument.role,
            **_span(span),
            "figure": figure,
            "entity": entity,
            "propbank": argument.propbank,
            "implied": argument.implied,
            "earliest": when,
        }

    def _post(self, post: Post, chain: Iterable[Voice]) -> None:
        person = self._who.of(post.person_entity, post.person)
        organization = self._who.of(post.organization_entity, post.organization)
        row: Row = {
            "person_figure": person[0],
            "person_entity": person[1],
            "organization_figure": organization[0],
            "organization_entity": organization[1],
            "since": post.since,
            "until": post.until,
            "status": post.status,
            "claim": self._claims.get(post.claim or ""),
            "attribution": self._attributions.get(post.attribution or ""),
            "found_by": post.found_by,
            "first_day": days(post.since)[0] or NO_FIRST,
            "last_day": days(post.until)[1] or NO_LAST,
        }
        for part in POST_PARTS:
            row |= _span(getattr(post, part), part)
        number = self._add("posts", row)
        self._chain("post_chains", {"post": number}, chain)

    def _link(self, link: Link) -> None:
        source = self._who.of(link.source_entity, link.source)
        target = self._who.of(link.target_entity, link.target)
        row = {
            "claim": self._claims[link.claim],
            "type": link.type,
            **_span(link.source, "source"),
            **_span(link.target, "target"),
            "source_figure": source[0],
            "source_entity": source[1],
            "target_figure": target[0],
            "target_entity": target[1],
            "rule": link.rule,
        }
        self._add("links", row)


ATTRIBUTION_PARTS = ("source", "cue", "content", "addressee", "medium", "time")
POST_PARTS = ("person", "rank", "title", "role", "organization", "place", "after")


def _place_row(place: Place) -> list[object]:
    """A place's fields; `height`, which only places in a PDF have, is left out elsewhere."""
    row: list[object] = [place.start, place.end, place.where, place.offset, place.box]
    return row if place.height is None else [*row, place.height]


def _span(span: Span | None, name: str = "") -> Row:
    begins, ends = (f"{name}_begins", f"{name}_ends") if name else ("begins", "ends")
    return {begins: span[0] if span else None, ends: span[1] if span else None}


def spans_of(document: Document) -> Iterator[Span]:
    """Every span that a document points into its report with."""
    report = document.report
    yield from ((each.start, each.end) for each in report.blocks)
    yield from (credit.span for credit in report.credits if credit.span)
    for group in (document.reading.mentions, document.times):
        yield from ((each.start, each.end) for each in group)
    for attribution in document.attributions:
        for part in ATTRIBUTION_PARTS:
            yield from getattr(attribution, part)
    for claim in document.claims:
        yield from (claim.predicate, *claim.evidence)
        yield from ((each.start, each.end) for each in (*claim.arguments, *claim.modifiers))
    for post in document.posts:
        yield from (span for part in POST_PARTS if (span := getattr(post, part)))
    for link in document.links:
        yield from (link.source, link.target)
