"""Rows back into values: claims, posts and links of a page of a list, each table asked once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.store import schema
from sayso.store.fetching import rows_of, span_of, sure_span
from sayso.store.finding import entries_numbered
from sayso.store.memory import batches
from sayso.store.records import CaseClaim, CaseLink, CasePost, ReportEntry
from sayso.store.rows import OUTLET, POST_PARTS
from sayso.store.strings import restored
from sayso.values import Amount, Argument, Claim, Link, PlaceName, Post, Span, Voice

GAP = " […] "
_ENTITIES = schema.entities.c


@dataclass(frozen=True, slots=True)
class Texts:
    """The reports of a page: entries and texts, by number."""

    entries: dict[int, ReportEntry]
    texts: dict[int, str]

    def words(self, report: int, span: Span | None) -> str | None:
        """The report's words at a span, unchanged."""
        return None if span is None else self.texts[report][span[0] : span[1]]


def texts_of(connection: Connection, reports: Iterable[int]) -> Texts:
    """Entries and texts of some reports."""
    numbers = list(dict.fromkeys(reports))
    return Texts(entries_numbered(connection, numbers), texts_alone(connection, numbers))


def texts_alone(connection: Connection, reports: Iterable[int]) -> dict[int, str]:
    """Texts of some reports, by number."""
    table = schema.reports.c
    found: dict[int, str] = {}
    for batch in batches(dict.fromkeys(reports)):
        query = select(table.number, table.text, table.unstorable).where(table.number.in_(batch))
        for number, text, unstorable in connection.execute(query):
            found[number] = restored(text, unstorable)
    return found


def voices_of(connection: Connection, numbers: Iterable[int]) -> dict[int, Voice]:
    """Voices by number."""
    rows = rows_of(connection, "voices", "number", numbers)
    spans = rows_of(connection, "spans", "voice", rows)
    return {
        number: Voice(
            row.name,
            row.kind,
            None if (row.entity or "").startswith(OUTLET) else row.entity,
            row.said,
            row.told,
            tuple(sure_span(span) for span in spans.get(number, ())),
        )
        for number, [row] in rows.items()
    }


def local_ids(connection: Connection, table: str, numbers: Iterable[int | None]) -> dict[int, str]:
    """The ids that rows of a table have in their own report, by number."""
    columns = schema.metadata.tables[table].c
    found: dict[int, str] = {}
    for batch in batches(dict.fromkeys(n for n in numbers if n is not None)):
        query = select(columns.number, columns.id).where(columns.number.in_(batch))
        found |= {number: str(own) for number, own in connection.execute(query)}
    return found


def load_claims(connection: Connection, numbers: Sequence[int]) -> dict[int, CaseClaim]:
    """Claims with their reports, by number."""
    rows = {n: row for n, [row] in rows_of(connection, "claims", "number", numbers).items()}
    texts = texts_of(connection, (row.report for row in rows.values()))
    evidence = rows_of(connection, "spans", "claim", rows)
    claims = claims_of(connection, rows, texts, evidence)
    speaking = {voice.entity for claim in claims.values() for voice in claim.chain}
    alike = namesakes(connection, speaking)
    found = {}
    for number, row in rows.items():
        claim = claims[number]
        own = alike.intersection(voice.entity for voice in claim.chain)
        pieces = [texts.words(row.report, span) or "" for span in claim.evidence]
        words = GAP.join(" ".join(piece.split()) for piece in pieces)
        entry = texts.entries[row.report]
        found[number] = CaseClaim(number, entry, claim, words, row.earliest, own)
    return found


def claims_of(
    connection: Connection,
    rows: dict[int, Row[Any]],
    texts: Texts,
    evidence: dict[int, list[Row[Any]]],
) -> dict[int, Claim]:
    """Rows of `claims` as values, by number."""
    arguments = rows_of(connection, "arguments", "claim", rows)
    chains = rows_of(connection, "chains", "claim", rows)
    places = rows_of(connection, "places", "claim", rows)
    amounts = rows_of(connection, "amounts", "claim", rows)
    voices = voices_of(connection, (link.voice for chain in chains.values() for link in chain))
    attributions = local_ids(connection, "attributions", (r.attribution for r in rows.values()))
    holders = local_ids(connection, "claims", (row.about for row in rows.values()))
    found = {}
    for n, row in rows.items():
        own = arguments.get(n, ())
        found[n] = Claim(
            id=row.id,
            attribution=attributions.get(row.attribution),
            text=row.words or texts.words(row.report, span_of(row)) or "",
            predicate=sure_span(row, "predicate"),
            lemma=row.lemma,
            arguments=tuple(argument_of(each) for each in own if not each.modifier),
            modifiers=tuple(argument_of(each) for each in own if each.modifier),
            polarity=row.polarity,
            certainty=row.certainty,
            why=tuple(row.why),
            time=row.time,
            place=place_of(places[n][0]) if n in places else None,
            quantity=amount_of(amounts[n][0]) if n in amounts else None,
            evidence=tuple(sure_span(span) for span in evidence.get(n, ())),
            chain=tuple(voices[link.voice] for link in chains.get(n, ())),
            about=holders.get(row.about),
            event=row.event,
            found_by=row.found_by,
        )
    return found


def argument_of(row: Row[Any]) -> Argument:
    """A row of `arguments` as a value."""
    return Argument(row.role, row.begins, row.ends, row.entity, row.propbank, row.implied)


def place_of(row: Row[Any]) -> PlaceName:
    """A row of `places` as a value."""
    span = (row.begins, row.ends)
    return PlaceName(*span, row.name, row.iso, row.geonames, row.m49, tuple(row.candidates))


def amount_of(row: Row[Any]) -> Amount:
    """A row of `amounts` as a value."""
    return Amount(row.begins, row.ends, row.value, row.low, row.high, row.bound, row.unit)


def post_of(row: Row[Any], claims: dict[int, str], attributions: dict[int, str]) -> Post:
    """A row of `posts` as a value; the dicts give claims' and attributions' own ids."""
    spans = {part: span_of(row, part) for part in POST_PARTS}
    return Post(
        person=sure_span(row, "person"),
        **{part: span for part, span in spans.items() if part != "person"},
        person_entity=row.person_entity,
        organization_entity=row.organization_entity,
        since=row.since,
        until=row.until,
        status=row.status,
        claim=claims.get(row.claim),
        attribution=attributions.get(row.attribution),
        found_by=row.found_by,
    )


def link_of(row: Row[Any], claim: str) -> Link:
    """A row of `links` as a value; `claim` is the claim's own id."""
    return Link(
        row.type,
        claim,
        sure_span(row, "source"),
        sure_span(row, "target"),
        row.source_entity,
        row.target_entity,
        row.rule,
    )


def names_of(connection: Connection, entities: Iterable[str | None]) -> dict[str, str]:
    """The names that entities go by."""
    found: dict[str, str] = {}
    for batch in batches(dict.fromkeys(each for each in entities if each)):
        query = select(_ENTITIES.id, _ENTITIES.name).where(_ENTITIES.id.in_(batch))
        found |= {str(key): str(name) for key, name in connection.execute(query)}
    return found


def namesakes(connection: Connection, entities: Iterable[str | None]) -> frozenset[str]:
    """Which of some have a name that another of their type has."""
    query = select(_ENTITIES.id, _ENTITIES.name, _ENTITIES.type, _ENTITIES.named)
    own: dict[str, tuple[str, str]] = {}
    for batch in batches(sorted({each for each in entities if each})):
        rows = connection.execute(query.where(_ENTITIES.id.in_(batch)))
        own |= {key: (name, kind) for key, name, kind, named in rows if named}
    bearers: dict[tuple[str, str], int] = {}
    for batch in batches(sorted({name for name, _ in own.values()})):
        for _, name, kind, named in connection.execute(query.where(_ENTITIES.name.in_(batch))):
            bearers[name, kind] = bearers.get((name, kind), 0) + named
    found = {key for key, called in own.items() if bearers[called] > 1}
    return frozenset(found)


def load_posts(connection: Connection, rows: Sequence[Row[Any]]) -> list[CasePost]:
    """Rows of `posts` with their reports and whose word they are."""
    texts = texts_of(connection, (row.report for row in rows))
    claims = load_claims(connection, [row.claim for row in rows if row.claim is not None])
    own = {number: each.claim.id for number, each in claims.items()}
    attributions = local_ids(connection, "attributions", (row.attribution for row in rows))
    chains = rows_of(connection, "post_chains", "post", (row.number for row in rows))
    voices = voices_of(connection, (link.voice for chain in chains.values() for link in chain))
    names = names_of(
        connection, (e for r in rows for e in (r.person_entity, r.organization_entity))
    )
    of_whom = {n: {voices[link.voice].entity for link in chain} for n, chain in chains.items()}
    people = {row.person_entity for row in rows}
    alike = namesakes(connection, people.union(*of_whom.values()))
    found = []
    for row in rows:
        post = post_of(row, own, attributions)
        organization = names.get(row.organization_entity)
        organization = organization or texts.words(row.report, post.organization)
        found.append(
            CasePost(
                number=row.number,
                report=texts.entries[row.report],
                post=post,
                person_name=names.get(row.person_entity)
                or texts.words(row.report, post.person)
                or "",
                organization_name=organization,
                title=_title(texts, row.report, post),
                voices=tuple(voices[link.voice] for link in chains.get(row.number, ())),
                words=_post_words(texts, row.report, post),
                claim=claims.get(row.claim),
                parts=_post_parts(texts, row.report, post, organization),
                namesakes=alike & {row.person_entity, *of_whom.get(row.number, ())},
            )
        )
    return found


def _post_parts(texts: Texts, report: int, post: Post, organization: str | None) -> tuple[str, ...]:
    """What is told of a post, as a list has it: all in the report's words but the organization."""
    own = [texts.words(report, span) for span in (post.rank, post.title, post.role)]
    place = texts.words(report, post.place)
    return tuple(" ".join(each.split()) for each in (*own, organization, place) if each)


def _title(texts: Texts, report: int, post: Post) -> str:
    """Rank, title and role in the report's words, in the text's order."""
    spans = sorted({span for span in (post.rank, post.title, post.role) if span})
    return " ".join(texts.words(report, span) or "" for span in spans)


def _post_words(texts: Texts, report: int, post: Post) -> str:
    """The report's words from the first to the last of those that tell of a post."""
    parts = (post.person, post.rank, post.title, post.role, post.organization, post.after)
    spans = [span for span in parts if span]
    whole = (min(start for start, _ in spans), max(end for _, end in spans))
    return " ".join((texts.words(report, whole) or "").split())


def load_links(connection: Connection, rows: Sequence[Row[Any]]) -> list[CaseLink]:
    """Rows of `links` with the claims that bear them."""
    claims = load_claims(connection, [row.claim for row in rows])
    texts = Texts({}, texts_alone(connection, (row.report for row in rows)))
    names = names_of(connection, (e for r in rows for e in (r.source_entity, r.target_entity)))
    found = []
    for row in rows:
        claim = claims[row.claim]
        link = link_of(row, claim.claim.id)
        source = names.get(row.source_entity) or texts.words(row.report, link.source) or ""
        target = names.get(row.target_entity) or texts.words(row.report, link.target) or ""
        found.append(CaseLink(row.number, link, source, target, claim))
    return found
