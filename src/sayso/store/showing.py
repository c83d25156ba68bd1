"""A dossier: what the reports say of one entity, and where they do not agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, select

from sayso.store import schema
from sayso.store.claim_lists import claim_numbers, listed
from sayso.store.disputes import claim_disputes, post_disputes
from sayso.store.finding import entries_numbered
from sayso.store.loading import load_claims, load_links, load_posts
from sayso.store.naming import find_entities, find_entity
from sayso.store.paging import last_numbers
from sayso.store.records import CaseClaim, CasePost, Dispute, Dossier, EntityEntry, ReportEntry
from sayso.store.tie_lists import link_rows, posts_around

if TYPE_CHECKING:
    from sayso.store.engines import Store

_FIGURES = schema.figures.c
_MENTIONS = schema.mentions.c


def find(store: Store, name: str, limit: int) -> tuple[EntityEntry, ...]:
    """Everybody a name may mean."""
    with store.reading() as connection:
        return tuple(find_entities(connection, name, limit))


def show(store: Store, name: str, limit: int, *, everything: bool = False) -> Dossier:
    """What is said of the only one whom a name means."""
    with store.reading() as connection:
        entity = find_entity(connection, store.name, name)
        posts = _posts(connection, entity.id, limit)
        clauses = listed(everything)
        return Dossier(
            entity=entity,
            posts=posts,
            claims_about=_claims(connection, [claim_numbers(entity.id, None, *clauses)], limit),
            claims_by=_claims(connection, [claim_numbers(None, entity.id, *clauses)], limit),
            links=tuple(load_links(connection, link_rows(connection, entity.id, None, limit))),
            disputes=_disputes(connection, entity.id, posts, clauses)[:limit],
            reports=_reports(connection, entity.id, limit),
        )


def _disputes(
    connection: Connection,
    entity: str,
    posts: Sequence[CasePost],
    clauses: Sequence[ColumnElement[bool]],
) -> tuple[Dispute, ...]:
    """Where reports do not agree on somebody, those with the latest claim first."""
    found = (*post_disputes(posts), *claim_disputes(connection, entity, clauses))
    return tuple(sorted(found, key=lambda each: -max(each.one.number, each.other.number)))


def _claims(
    connection: Connection, queries: Sequence[Select[Any]], limit: int
) -> tuple[CaseClaim, ...]:
    numbers = last_numbers(connection, queries, limit)
    loaded = load_claims(connection, numbers)
    return tuple(loaded[each] for each in numbers)


def _posts(connection: Connection, entity: str, limit: int) -> tuple[CasePost, ...]:
    """The last posts somebody holds, or that are held in an organization; earliest first, those
    without a date at the end."""
    found = load_posts(connection, posts_around(connection, entity, limit))
    return tuple(sorted(found, key=lambda each: (each.post.since or "~", each.number)))


def _reports(connection: Connection, entity: str, limit: int) -> tuple[ReportEntry, ...]:
    for table in (_FIGURES, _MENTIONS):  # by the second, whoever is only described
        newest = select(table.report).where(table.entity == entity).distinct()
        numbers = connection.scalars(newest.order_by(table.report.desc()).limit(limit)).all()
        if numbers:
            break
    found = entries_numbered(connection, numbers)
    return tuple(found[each] for each in numbers)
