"""Where reports do not agree on somebody: found, never decided.

Of the latest claims about somebody, those that share a deed or a relation with another are looked
at closely (`told`) and held against each other (`differing`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, or_, select

from sayso.entities.roles import is_kin
from sayso.entities.scripts import letters
from sayso.store import schema
from sayso.store.claim_lists import claim_numbers
from sayso.store.differing import ONCE, PAID, differences
from sayso.store.loading import load_claims, texts_alone
from sayso.store.memory import batches
from sayso.store.paging import last_numbers
from sayso.store.records import CasePost, Dispute
from sayso.store.told import BEING, Named, Told, deed_of, told_of

POSTS = "posts"
LOOKED_AT = 500
"""How many of the latest claims about somebody are looked at."""
COMPARED = 40
"""How many of those, at most, are held against each other: the latest that may differ."""
REPORTS = 50
"""In so many of the latest reports on somebody it is looked for what they are to others."""
BEHIND = 80
"""Code points behind a claim in which it may go on: "no brother called Orso Bellan"."""
SURE = ("certain", "probable")
Part = tuple[str, str | None]
Key = tuple[str, str, str | None]
_CLAIMS = schema.claims.c
_ARGUMENTS = schema.arguments.c
_MENTIONS = schema.mentions.c
_CHAINS = schema.chains.c
_AMOUNTS = schema.amounts.c
_PLACES = schema.places.c
_ENTITIES = schema.entities.c
_FIGURES = schema.figures.c


def claim_disputes(
    connection: Connection, entity: str, clauses: Sequence[ColumnElement[bool]]
) -> tuple[Dispute, ...]:
    """Claims about somebody that do not go together, of those of which some clauses hold; those
    with the latest claim first."""
    sure = (*clauses, _CLAIMS.certainty.in_(SURE))
    queries = [claim_numbers(entity, None, *sure), _being(entity, *sure)]
    numbers = last_numbers(connection, queries, LOOKED_AT)
    told = _told(connection, _comparable(connection, entity, numbers))
    relations = (each.relation for each in told if each.claim.polarity == "affirmed")
    holders = {each.holder for each in relations if each and is_kin(each.noun)} - {entity}
    if holders:
        denials = [_being(each, *sure, _CLAIMS.polarity == "negated") for each in holders]
        known = {each.case.number for each in told}
        more = last_numbers(connection, denials, COMPARED)
        told += _told(connection, [number for number in more if number not in known])
    found = (each for each in differences(told) if _is_about(entity, each.one, each.other))
    return tuple(Dispute(each.kind, each.about, each.one.case, each.other.case) for each in found)


def _is_about(entity: str, *both: Told) -> bool:
    """Whether somebody has a part in what claims tell, and is not merely named in them."""
    return any(entity in each.told_of for each in both)


def _being(entity: str, *clauses: ColumnElement[bool]) -> Select[Any]:
    """Asks for the numbers of the claims in the latest reports on somebody that name them or are
    their word, and may tell what they are to another, or another to them."""
    latest = select(_FIGURES.report).where(_FIGURES.entity == entity).distinct()
    latest = latest.order_by(_FIGURES.report.desc()).limit(REPORTS)
    inside = (_MENTIONS.begins >= _CLAIMS.begins) & (_MENTIONS.ends <= _CLAIMS.ends)
    here = (_MENTIONS.report == _CLAIMS.report) & (_MENTIONS.entity == entity) & inside
    part = (_ARGUMENTS.claim == _CLAIMS.number) & (_ARGUMENTS.entity == entity)
    word = (_CHAINS.claim == _CLAIMS.number) & (_CHAINS.entity == entity)
    ways = ((_MENTIONS.number, here), (_ARGUMENTS.number, part), (_CHAINS.claim, word))
    any_way = (select(each).where(way).correlate(schema.claims).exists() for each, way in ways)
    query = select(_CLAIMS.number).where(_CLAIMS.report.in_(latest), _CLAIMS.lemma.in_(BEING))
    return query.where(or_(*any_way), *clauses)


def _comparable(connection: Connection, entity: str, numbers: Sequence[int]) -> list[int]:
    """Of some claims about somebody, the latest that may differ from another of them; those that
    name another besides go first."""
    rows = _rows(connection, numbers)
    denied = {deed_of(row.lemma) for row in rows.values() if row.polarity == "negated"}
    likely = (
        n for n, row in rows.items() if row.unit or deed_of(row.lemma) in denied | ONCE.keys()
    )
    groups: dict[Key, list[Row[Any]]] = defaultdict(list)
    for number, parts in _parts(connection, likely).items():
        for key in _keys(rows[number], parts, entity):
            groups[key].append(rows[number])
    wanted: dict[int, bool] = {}
    for (kind, _, other), its in groups.items():
        both = kind != "denied" or len({row.polarity for row in its}) > 1
        for row in its if both and len(its) > 1 else ():
            wanted[row.number] = wanted.get(row.number, False) or other is not None
    for row in rows.values():
        if row.lemma in BEING or is_kin(row.lemma):
            wanted.setdefault(row.number, False)
    first = sorted(wanted, key=lambda number: (wanted[number], number), reverse=True)
    return sorted(first[:COMPARED], reverse=True)


def _keys(row: Row[Any], parts: Collection[Part], entity: str) -> Iterator[Key]:
    """What a claim has in common with those that may differ from it: a kind of difference, the
    deed or the day, and another who is named."""
    deed = deed_of(row.lemma)
    for other in {who for _, who in parts if who != entity}:
        yield "denied", deed, other
        if row.unit:
            yield "figure", "pay" if deed in PAID else deed, other
    if row.unit and row.first_day and row.first_day == row.last_day:
        yield "figure", row.first_day, None
    if (row.time or row.iso) and (ONCE.get(deed), entity) in parts:
        yield "once", deed, None


def _rows(connection: Connection, numbers: Sequence[int]) -> dict[int, Row[Any]]:
    columns = (
        *(_CLAIMS.number, _CLAIMS.lemma, _CLAIMS.polarity, _CLAIMS.time),
        *(_CLAIMS.first_day, _CLAIMS.last_day, _AMOUNTS.unit, _PLACES.iso),
    )
    query = select(*columns).outerjoin(schema.amounts, _AMOUNTS.claim == _CLAIMS.number)
    query = query.outerjoin(schema.places, _PLACES.claim == _CLAIMS.number)
    found: dict[int, Row[Any]] = {}
    for batch in batches(numbers):
        rows = connection.execute(query.where(_CLAIMS.number.in_(batch)))
        found |= {row.number: row for row in rows}
    return found


def _parts(connection: Connection, claims: Iterable[int]) -> dict[int, set[Part]]:
    """Who takes part in each claim: roles and entities; None for what is in its report alone."""
    found: dict[int, set[Part]] = defaultdict(set)
    who = case((_ARGUMENTS.figure.is_not(None), _ARGUMENTS.entity))
    query = select(_ARGUMENTS.claim, _ARGUMENTS.role, who)
    for batch in batches(claims):
        for claim, role, entity in connection.execute(query.where(_ARGUMENTS.claim.in_(batch))):
            found[claim].add((role, entity))
    return found


def _told(connection: Connection, numbers: Sequence[int]) -> list[Told]:
    """Claims to be compared, the latest first."""
    claims = load_claims(connection, numbers)
    texts = texts_alone(connection, (each.report.number for each in claims.values()))
    names = _names_in(connection, numbers)
    ids = {a.entity for each in claims.values() for a in each.claim.arguments}
    named = _named(connection, ids | {name[2] for its in names.values() for name in its})
    names = {n: [each for each in its if each[2] in named] for n, its in names.items()}
    return [
        told_of(claims[number], texts[claims[number].report.number], named, names.get(number, ()))
        for number in numbers
    ]


def _names_in(connection: Connection, claims: Sequence[int]) -> dict[int, list[Named]]:
    """The names in claims that may tell what somebody is to another, and right behind them."""
    found: dict[int, list[Named]] = defaultdict(list)
    query = select(_CLAIMS.number, _MENTIONS.begins, _MENTIONS.ends, _MENTIONS.entity)
    inside = (_MENTIONS.begins >= _CLAIMS.begins) & (_MENTIONS.ends <= _CLAIMS.ends + BEHIND)
    query = query.join(schema.mentions, (_MENTIONS.report == _CLAIMS.report) & inside)
    query = query.where(_MENTIONS.figure.is_not(None)).order_by(_MENTIONS.number)
    for batch in batches(claims):
        for number, *name in connection.execute(query.where(_CLAIMS.number.in_(batch))):
            found[number].append((name[0], name[1], name[2]))
    return found


def _named(connection: Connection, entities: Iterable[str | None]) -> Collection[str]:
    """Which of some entities have a name."""
    found: set[str] = set()
    for batch in batches(each for each in entities if each):
        query = select(_ENTITIES.id).where(_ENTITIES.id.in_(batch), _ENTITIES.named)
        found.update(connection.scalars(query))
    return found


def post_disputes(posts: Sequence[CasePost]) -> tuple[Dispute, ...]:
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
    return tuple(
        Dispute(POSTS, one.title, one.claim, other.claim)
        for one, other in pairs
        if one.claim and other.claim
    )


def _apart(one: str | None, other: str | None) -> bool:
    """Whether two dates are both known and neither is the other, only finer."""
    if not one or not other:
        return False
    return not (one.startswith(other) or other.startswith(one))
