"""The lists of a case, each from an index, a page at a time."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, func, or_, select, tuple_

from sayso.errors import CaseError, NotInCase
from sayso.store import schema
from sayso.store.finding import LISTED, entity_entries, entries, find_entity, find_report
from sayso.store.loading import load_claims, load_links, load_posts
from sayso.store.paging import pages
from sayso.store.records import CaseClaim, CaseLink, CasePost, EntityEntry, ReportEntry
from sayso.store.rows import outlet_key

if TYPE_CHECKING:
    from sayso.store.engines import Store

_REPORTS = schema.reports.c
_CLAIMS = schema.claims.c
_ARGUMENTS = schema.arguments.c
_CHAINS = schema.chains.c
_ENTITIES = schema.entities.c
_POSTS = schema.posts.c
_LINKS = schema.links.c


def reports(
    store: Store, outlet: str | None, limit: int | None, after: int | None
) -> Iterator[ReportEntry]:
    """Reports, last added first."""

    def fetch(after: int | None, size: int) -> list[ReportEntry]:
        query = select(*LISTED).order_by(_REPORTS.number.desc()).limit(size)
        if outlet is not None:
            query = query.where(_REPORTS.outlet == outlet)
        if after is not None:
            query = query.where(_REPORTS.number < after)
        with store.reading() as connection:
            return list(entries(connection, connection.execute(query).all()).values())

    return pages(fetch, lambda entry: entry.number, limit, after)


def claims(
    store: Store,
    about: str | None,
    by: str | None,
    report: str | None,
    limit: int | None,
    after: int | None,
) -> Iterator[CaseClaim]:
    """Claims, last added first."""
    with store.reading() as connection:
        entity = find_entity(connection, store.name, about).id if about is not None else None
        voices = voice_ids(connection, store.name, by) if by is not None else (None,)
        number = find_report(connection, store.name, report) if report is not None else None

    def fetch(after: int | None, size: int) -> list[CaseClaim]:
        with store.reading() as connection:
            found: set[int] = set()
            for voice in voices:
                query = claim_numbers(entity, voice, number, after)
                found.update(connection.scalars(query.limit(size)))
            numbers = sorted(found, reverse=True)[:size]
            loaded = load_claims(connection, numbers)
        return [loaded[each] for each in numbers]

    return pages(fetch, lambda claim: claim.number, limit, after)


def voice_ids(connection: Connection, case: str, name: str) -> tuple[str, ...]:
    """The ids under which a name speaks in chains: an entity's, an outlet's, or both."""
    key = outlet_key(name)
    speaks = connection.scalar(select(_CHAINS.claim).where(_CHAINS.entity == key).limit(1))
    own = (key,) if speaks is not None else ()
    try:
        return (find_entity(connection, case, name).id, *own)
    except NotInCase:
        if own:
            return own
        raise


def claim_numbers(
    about: str | None, by: str | None, report: int | None, after: int | None = None
) -> Select[Any]:
    """Numbers of the claims that fit, last first."""
    if about is not None:
        number = _ARGUMENTS.claim
        query = select(number).where(_ARGUMENTS.entity == about)
        if by is not None:
            query = query.join(schema.chains, _CHAINS.claim == number).where(_CHAINS.entity == by)
    elif by is not None:
        number = _CHAINS.claim
        query = select(number).where(_CHAINS.entity == by)
    else:
        number = _CLAIMS.number
        query = select(number)
    if report is not None:
        if number is not _CLAIMS.number:
            query = query.join(schema.claims, _CLAIMS.number == number)
        query = query.where(_CLAIMS.report == report)
    if after is not None:
        query = query.where(number < after)
    return query.distinct().order_by(number.desc())


def timeline(
    store: Store,
    name: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    after: str | None,
) -> Iterator[CaseClaim]:
    """Claims that have a date, earliest first."""
    with store.reading() as connection:
        entity = find_entity(connection, store.name, name).id if name is not None else None

    def fetch(after: str | None, size: int) -> list[CaseClaim]:
        query = _dated(entity, since, until, after).limit(size)
        with store.reading() as connection:
            numbers = [row[1] for row in connection.execute(query)]
            loaded = load_claims(connection, numbers)
        return [loaded[each] for each in numbers]

    return pages(fetch, lambda claim: claim.cursor, limit, after)


def _dated(
    entity: str | None, since: str | None, until: str | None, after: str | None
) -> Select[Any]:
    if entity is not None:
        day, number = _ARGUMENTS.earliest, _ARGUMENTS.claim
        query = select(day, number).where(_ARGUMENTS.entity == entity).distinct()
    else:
        day, number = _CLAIMS.earliest, _CLAIMS.number
        query = select(day, number)
    query = query.where(day.is_not(None))
    if since is not None:
        query = query.where(day >= since)
    if until is not None:
        query = query.where(or_(day <= until, day.startswith(until, autoescape=True)))
    if after is not None:
        last_day, _, last = after.partition(" ")
        query = query.where(tuple_(day, number) > (last_day, int(last)))
    return query.order_by(day, number)


def entities(
    store: Store, type_: str, named: bool, limit: int | None, after: str | None
) -> Iterator[EntityEntry]:
    """Entities of one type, those of most reports first."""

    def fetch(after: str | None, size: int) -> list[EntityEntry]:
        query = select(schema.entities).where(_ENTITIES.named == named, _ENTITIES.type == type_)
        if after is not None:
            reports, _, last = after.partition(" ")
            query = query.where(tuple_(_ENTITIES.reports, _ENTITIES.id) < (int(reports), last))
        order = (_ENTITIES.reports.desc(), _ENTITIES.id.desc())
        with store.reading() as connection:
            rows = connection.execute(query.order_by(*order).limit(size)).all()
            return entity_entries(connection, rows)

    return pages(fetch, lambda entity: entity.cursor, limit, after)


def posts(
    store: Store,
    person: str | None,
    organization: str | None,
    limit: int | None,
    after: int | None,
) -> Iterator[CasePost]:
    """Posts that somebody is said to hold, last added first."""
    query = select(schema.posts)
    with store.reading() as connection:
        if person is not None:
            who = find_entity(connection, store.name, person).id
            query = query.where(_POSTS.person_entity == who)
        if organization is not None:
            where = find_entity(connection, store.name, organization).id
            query = query.where(_POSTS.organization_entity == where)

    def fetch(after: int | None, size: int) -> list[CasePost]:
        page = query if after is None else query.where(_POSTS.number < after)
        with store.reading() as connection:
            rows = connection.execute(page.order_by(_POSTS.number.desc()).limit(size)).all()
            return load_posts(connection, rows)

    return pages(fetch, lambda post: post.number, limit, after)


def links(
    store: Store, about: str | None, type_: str | None, limit: int | None, after: int | None
) -> Iterator[CaseLink]:
    """Links that claims make, last added first."""
    with store.reading() as connection:
        entity = find_entity(connection, store.name, about).id if about is not None else None

    def fetch(after: int | None, size: int) -> list[CaseLink]:
        with store.reading() as connection:
            return load_links(connection, link_rows(connection, entity, type_, size, after))

    return pages(fetch, lambda link: link.number, limit, after)


def link_rows(
    connection: Connection,
    entity: str | None,
    type_: str | None,
    size: int,
    after: int | None = None,
) -> Sequence[Any]:
    """Rows of `links`, last first: all, or those from or to an entity, each side by its index."""
    sides = (_LINKS.source_entity, _LINKS.target_entity) if entity is not None else (None,)
    found: dict[int, Any] = {}
    for side in sides:
        query = select(schema.links).order_by(_LINKS.number.desc()).limit(size)
        if side is not None:
            query = query.where(side == entity)
        if type_ is not None:
            query = query.where(_LINKS.type == type_)
        if after is not None:
            query = query.where(_LINKS.number < after)
        found |= {row.number: row for row in connection.execute(query)}
    return [found[number] for number in sorted(found, reverse=True)[:size]]


def as_html(store: Store) -> str:
    """A few lines for a notebook; an error in words, as a notebook would hide it."""
    try:
        with store.reading() as connection:
            lines = [
                (connection.scalar(select(func.count()).select_from(schema.reports)), "reports"),
                (connection.scalar(select(func.sum(_REPORTS.claims))) or 0, "claims"),
                *((_how_many(connection, kind), f"{kind}s") for kind in _TOLD),
            ]
    except CaseError as error:
        return f"<p>{html.escape(str(error))}</p>"
    told = ", ".join(f"{count:,} {what}" for count, what in lines)
    return f"<p><b>{html.escape(store.name)}</b>: {told.replace('persons', 'people')}</p>"


_TOLD = ("person", "organization", "place")


def _how_many(connection: Connection, kind: str) -> int:
    query = select(func.count()).select_from(schema.entities)
    return connection.scalar(query.where(_ENTITIES.named, _ENTITIES.type == kind)) or 0
