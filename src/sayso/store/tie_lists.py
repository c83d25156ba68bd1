"""Posts and links of a case in lists, each from an index, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Select, select

from sayso.store import schema
from sayso.store.claim_lists import first_day, last_day, voice_ids
from sayso.store.fetching import rows_of
from sayso.store.loading import load_links, load_posts
from sayso.store.naming import find_entity
from sayso.store.paging import last_numbers, pages
from sayso.store.records import CaseLink, CasePost

if TYPE_CHECKING:
    from sayso.store.engines import Store

_POSTS = schema.posts.c
_PERSON, _ORGANIZATION = _POSTS.person_entity, _POSTS.organization_entity
_LINKS = schema.links.c
_CHAINS = schema.post_chains.c


@dataclass(frozen=True, slots=True)
class Held:
    """Which posts: somebody's, those in an organization, either (`about`), those in somebody's
    voice, those that may have been held on some days. Names or ids; EDTF dates."""

    person: str | None = None
    organization: str | None = None
    about: str | None = None
    by: str | None = None
    since: str | None = None
    until: str | None = None


def posts(store: Store, held: Held, limit: int | None, after: int | None) -> Iterator[CasePost]:
    """Posts that somebody is said to hold, last added first."""
    with store.reading() as connection:
        queries = _queries(connection, store.name, held)

    def fetch(after: int | None, size: int) -> list[CasePost]:
        with store.reading() as connection:
            return load_posts(connection, last_rows(connection, queries, size, after))

    return pages(fetch, lambda post: post.number, limit, after)


def _queries(connection: Connection, case: str, held: Held) -> list[Select[Any]]:
    """Asks for the numbers of posts, by one query for each voice and each side of a post."""
    query = select(_POSTS.number)
    for column, name in ((_PERSON, held.person), (_ORGANIZATION, held.organization)):
        if name is not None:
            query = query.where(column == find_entity(connection, case, name).id)
    if held.since is not None:
        query = query.where(_POSTS.last_day >= first_day(case, held.since))
    if held.until is not None:
        query = query.where(_POSTS.first_day <= last_day(case, held.until))
    queries = [query]
    if held.by is not None:
        queries = [_said_by(query, each) for each in voice_ids(connection, case, held.by)]
    if held.about is not None:
        about = find_entity(connection, case, held.about).id
        queries = [side for each in queries for side in _around(each, about)]
    return queries


def _around(query: Select[Any], entity: str) -> list[Select[Any]]:
    """A person's own posts, and those in an organization, each by its index."""
    return [query.where(side == entity) for side in (_PERSON, _ORGANIZATION)]


def _said_by(query: Select[Any], voice: str) -> Select[Any]:
    joined = query.with_only_columns(_CHAINS.post, maintain_column_froms=True)
    joined = joined.join(schema.post_chains, _CHAINS.post == _POSTS.number)
    return joined.where(_CHAINS.entity == voice)


def last_rows(
    connection: Connection, queries: Sequence[Select[Any]], size: int, after: int | None = None
) -> list[Row[Any]]:
    """Rows of `posts` whose numbers any of some queries gives, last first."""
    numbers = last_numbers(connection, queries, size, after)
    rows = rows_of(connection, "posts", "number", numbers)
    return [rows[number][0] for number in numbers]


def posts_around(connection: Connection, entity: str, size: int) -> list[Row[Any]]:
    """Rows of the last posts somebody holds, or that are held in an organization."""
    return last_rows(connection, _around(select(_POSTS.number), entity), size)


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
) -> list[Row[Any]]:
    """Rows of `links`, last first: all, or those from or to an entity, each side by its index."""
    query = select(_LINKS.number)
    if type_ is not None:
        query = query.where(_LINKS.type == type_)
    sides = (_LINKS.source_entity, _LINKS.target_entity)
    queries = [query] if entity is None else [query.where(side == entity) for side in sides]
    numbers = last_numbers(connection, queries, size, after)
    rows = rows_of(connection, "links", "number", numbers)
    return [rows[number][0] for number in numbers]
