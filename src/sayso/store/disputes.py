"""Where reports do not agree on somebody: found, never decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from sayso.entities.scripts import letters
from sayso.store import schema
from sayso.store.claim_lists import claim_numbers
from sayso.store.loading import load_claims
from sayso.store.memory import batches
from sayso.store.paging import last_numbers
from sayso.store.records import CaseClaim, CasePost, Dispute

LOOKED_AT = 500
"""How many of the latest claims about somebody are compared."""
_OPPOSITE = {"affirmed": "negated", "negated": "affirmed"}
_CLAIMS = schema.claims.c
_ARGUMENTS = schema.arguments.c
Part = tuple[str, str]


def claim_disputes(
    connection: Connection, entity: str, clauses: Sequence[ColumnElement[bool]]
) -> tuple[Dispute, ...]:
    """Claims with one predicate and the same two or more entities in the same roles, of which
    one affirms and one denies, and some clauses hold of both. The latest pair of each."""
    numbers = last_numbers(connection, [claim_numbers(entity, None, *clauses)], LOOKED_AT)
    rows: list[Row[Any]] = []
    query = select(_CLAIMS.number, _CLAIMS.lemma, _CLAIMS.polarity)
    for batch in batches(numbers):
        rows += connection.execute(query.where(_CLAIMS.number.in_(batch)))
    parts = _parts(connection, numbers)
    pairs = list(_opposed(rows, parts))
    loaded = load_claims(connection, [number for pair in pairs for number in pair])
    return tuple(
        Dispute(loaded[one].claim.lemma, loaded[one], loaded[other]) for one, other in pairs
    )


def _parts(connection: Connection, claims: Sequence[int]) -> dict[int, frozenset[Part]]:
    """Who takes part in each claim: roles and entities."""
    found: dict[int, set[Part]] = defaultdict(set)
    query = select(_ARGUMENTS.claim, _ARGUMENTS.role, _ARGUMENTS.entity)
    query = query.where(_ARGUMENTS.entity.is_not(None), _ARGUMENTS.modifier.is_(False))
    for batch in batches(claims):
        for claim, role, entity in connection.execute(query.where(_ARGUMENTS.claim.in_(batch))):
            found[claim].add((role, entity))
    return {claim: frozenset(parts) for claim, parts in found.items()}


def _opposed(
    rows: Sequence[Row[Any]], parts: dict[int, frozenset[Part]]
) -> Iterator[tuple[int, int]]:
    latest: dict[tuple[str, frozenset[Part], str], int] = {}
    for row in rows:
        who = parts.get(row.number, frozenset())
        if len(who) > 1 and row.polarity in _OPPOSITE:
            key = (row.lemma, who, row.polarity)
            latest[key] = max(row.number, latest.get(key, 0))
    for (lemma, who, polarity), number in latest.items():
        other = latest.get((lemma, who, _OPPOSITE[polarity]))
        if other is not None and polarity == "affirmed":
            yield number, other


def post_disputes(connection: Connection, posts: Sequence[CasePost]) -> tuple[Dispute, ...]:
    """Posts of one title at one organization whose beginnings or ends do not go together. Posts
    that no claim bears are left out, as there are no two words to show."""
    same: dict[tuple[str, str, str], list[CasePost]] = defaultdict(list)
    for post in posts:
        if post.post.person_entity and post.post.claim:
            place = post.post.organization_entity or letters(post.organization_name or "")
            same[post.post.person_entity, letters(post.title), place].append(post)
    pairs = [
        (one, other)
        for group in same.values()
        for one, other in combinations(group, 2)
        if _apart(one.post.since, other.post.since) or _apart(one.post.until, other.post.until)
    ]
    claims = _bearing(connection, [post for pair in pairs for post in pair])
    return tuple(
        Dispute(one.title, claims[one.number], claims[other.number])
        for one, other in pairs
        if one.number in claims and other.number in claims
    )


def _apart(one: str | None, other: str | None) -> bool:
    """Whether two dates are both known and neither is the other, only finer."""
    if not one or not other:
        return False
    return not (one.startswith(other) or other.startswith(one))


def _bearing(connection: Connection, posts: Sequence[CasePost]) -> dict[int, CaseClaim]:
    """The claims that bear posts, by the post's number."""
    table = schema.posts.c
    found: dict[int, int] = {}
    for batch in batches(dict.fromkeys(post.number for post in posts)):
        query = select(table.number, table.claim)
        query = query.where(table.number.in_(batch), table.claim.is_not(None))
        found |= {row.number: row.claim for row in connection.execute(query)}
    loaded = load_claims(connection, list(dict.fromkeys(found.values())))
    return {number: loaded[claim] for number, claim in found.items()}
