"""Pairs that are merely likely to be the same: kept, and worked out again for those entities
that reports or decisions touched since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, or_, select, tuple_

from sayso.entities.signals import Signal
from sayso.entities.suggestions import Suggestion, suggest
from sayso.store import schema
from sayso.store.candidates import candidates
from sayso.store.figures import write
from sayso.store.memory import batches
from sayso.store.paging import pages
from sayso.store.profiling import profiled
from sayso.store.rows import Row

if TYPE_CHECKING:
    from sayso.store.engines import Store

_STALE = schema.stale.c
_SUGGESTIONS = schema.suggestions.c
AT_ONCE = 500
"""Of so many entities, suggestions are worked out in one transaction."""


def suggestions(store: Store, limit: int | None, after: str | None) -> Iterator[Suggestion]:
    """Pairs that may be the same, best first; `after` is `suggestion_cursor`'s. What reports and
    decisions touched since is worked out first; a case open for reading only gives those kept."""
    _refresh(store)

    def fetch(after: str | None, size: int) -> list[Suggestion]:
        order = (_SUGGESTIONS.score, _SUGGESTIONS.subject, _SUGGESTIONS.other)
        query = select(schema.suggestions).order_by(*(column.desc() for column in order))
        if after is not None:
            score, subject, other = after.split(" ", 2)
            query = query.where(tuple_(*order) < (float(score), subject, other))
        with store.reading() as connection:
            return [_suggestion(row) for row in connection.execute(query.limit(size))]

    return pages(fetch, suggestion_cursor, limit, after)


def suggestion_cursor(suggestion: Suggestion) -> str:
    """Where the list of suggestions goes on behind this one."""
    return " ".join([repr(suggestion.score), *sorted(suggestion.subjects)])


def _refresh(store: Store) -> None:
    """Work out again what is stale, a part at a time, so that others can write in between."""
    if store.read_only:
        return
    with store.reading() as connection:
        waiting = connection.scalar(select(func.count()).select_from(schema.stale)) or 0
    while waiting > 0:
        with store.writing() as connection:
            _work_on(connection)
        waiting -= AT_ONCE


def _work_on(connection: Connection) -> None:
    """Suggestions for some stale entities; with another that is stale, left to its turn."""
    query = select(_STALE.entity).order_by(_STALE.entity).limit(AT_ONCE)
    entities = list(connection.scalars(query))
    either = or_(_SUGGESTIONS.entity.in_(entities), _SUGGESTIONS.other_entity.in_(entities))
    connection.execute(schema.suggestions.delete().where(either))
    connection.execute(schema.stale.delete().where(_STALE.entity.in_(entities)))
    write(connection, "suggestions", [_row(each) for each in _suggested(connection, entities)])


def _suggested(connection: Connection, entities: list[str]) -> Iterator[Suggestion]:
    own = profiled(connection, entities)
    near = candidates(connection, [each.profile for each in own.values()])
    pairs = {frozenset((each, other)) for each, others in near.items() for other in others}
    others = {each for pair in pairs for each in pair} - own.keys()
    left_out = _stale_among(connection, others)
    pairs -= _apart(connection, own)
    known = own | profiled(connection, others - left_out)
    for pair in pairs:
        if pair <= known.keys():
            first, second = sorted((known[each] for each in pair), key=lambda each: each.first)
            if (found := suggest(first.profile, second.profile)) is not None:
                yield found


def _stale_among(connection: Connection, entities: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for batch in batches(entities):
        found.update(connection.scalars(select(_STALE.entity).where(_STALE.entity.in_(batch))))
    return found


def _apart(connection: Connection, entities: Iterable[str]) -> set[frozenset[str]]:
    """Pairs with some entities that were decided to differ."""
    table = schema.apart.c
    found: set[frozenset[str]] = set()
    for batch in batches(entities):
        either = or_(table.entity.in_(batch), table.other.in_(batch))
        rows = connection.execute(select(table.entity, table.other).where(either))
        found.update(frozenset(row) for row in rows)
    return found


def _row(suggestion: Suggestion) -> Row:
    left, right = zip(suggestion.subjects, (suggestion.left, suggestion.right), strict=True)
    (subject, entity), (other, other_entity) = sorted([left, right])
    return {
        "subject": subject,
        "other": other,
        "entity": entity,
        "other_entity": other_entity,
        "left_first": subject == suggestion.subjects[0],
        "score": suggestion.score,
        "reasons": [[each.rule, each.value, each.reason] for each in suggestion.reasons],
    }


def _suggestion(row: Any) -> Suggestion:
    sides = [(row.subject, row.entity), (row.other, row.other_entity)]
    (subject, left), (other, right) = sides if row.left_first else reversed(sides)
    reasons = tuple(Signal(rule, value, reason) for rule, value, reason in row.reasons)
    return Suggestion(left, right, row.score, reasons, (subject, other))
