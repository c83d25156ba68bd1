"""Who is who where people decided: the part of a case that a decision or a report touches is
settled anew by `sayso.entities`, and what came out is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, or_, select

from sayso.entities.appearances import Appearance
from sayso.entities.decisions import Decision
from sayso.entities.placing import Placed
from sayso.entities.settling import Settled, settle
from sayso.store import schema
from sayso.store.fetching import rows_of
from sayso.store.figures import entity_row
from sayso.store.memory import batches
from sayso.store.strings import clean

_FIGURES = schema.figures.c
_SUBJECTS = schema.decision_subjects.c
_OPEN = schema.undecided.c


@dataclass(frozen=True, slots=True)
class Part:
    """The appearances of a part of a case, those of an entity all or none, and the decisions on
    them; `numbers` are the figures' and `entities` what they were, in the same order."""

    placed: tuple[Placed, ...]
    numbers: tuple[int, ...]
    entities: tuple[str | None, ...]
    decisions: tuple[Decision, ...]


def settle_around(connection: Connection, known: Iterable[str]) -> Mapping[str, str]:
    """Settle what hangs together with some `placed` ids, write it, and give the entity of each
    appearance in it, by id. Their counts have to be made anew after that."""
    part = part_around(connection, known)
    settled = settle(part.placed, part.decisions)
    _write(connection, part, settled)
    return settled.of


def part_around(connection: Connection, known: Iterable[str]) -> Part:
    """All that settling some `placed` ids has to know."""
    done: set[str] = set()
    decided: set[int] = set()
    new = set(known)
    while new:
        done |= new
        near, decisions = _next_to(connection, new)
        decided |= decisions
        new = near - done
    rows = _figure_rows(connection, done)
    open_among = _open_among(connection, [row.number for row in rows])
    placed = tuple(Placed(appearance(r), r.placed, open_among.get(r.number, ())) for r in rows)
    numbers, entities = tuple(r.number for r in rows), tuple(r.entity for r in rows)
    return Part(placed, numbers, entities, decisions_numbered(connection, decided))


def _next_to(connection: Connection, known: set[str]) -> tuple[set[str], set[int]]:
    """The `placed` ids that decisions or open names tie to some, and those decisions."""
    near: set[str] = set()
    decided: set[int] = set()
    one, other = schema.decision_subjects.alias("one"), schema.decision_subjects.alias("other")
    held = schema.decisions.c
    for batch in batches(known):
        pairs = (
            select(one.c.decision, other.c.known)
            .join(other, other.c.decision == one.c.decision)
            .join(schema.decisions, held.number == one.c.decision)
            .where(one.c.known.in_(batch), held.withdrawn_at.is_(None))
        )
        whole: dict[int, list[str | None]] = {}
        for decision, tied in connection.execute(pairs):
            whole.setdefault(decision, []).append(tied)
        for decision, all_tied in whole.items():
            if None not in all_tied:
                decided.add(decision)
                near.update(each for each in all_tied if each)
        joined = select(_OPEN.placed, _OPEN.known)
        for clause in (_OPEN.known.in_(batch), _OPEN.placed.in_(batch)):
            near.update(each for row in connection.execute(joined.where(clause)) for each in row)
    return near, decided


def _figure_rows(connection: Connection, known: Iterable[str] | None) -> list[Row[Any]]:
    """Rows for `appearance`, in order: those placed in some ids, or all."""
    query = figure_query()
    if known is None:
        return list(connection.execute(query.order_by(_FIGURES.number)))
    rows: list[Row[Any]] = []
    for batch in batches(known):
        rows += connection.execute(query.where(_FIGURES.placed.in_(batch)))
    return sorted(rows, key=lambda row: int(row.number))


def figure_query() -> Select[Any]:
    """Asks for rows that `appearance` takes."""
    reports = schema.reports.c
    columns = (reports.id.label("of_report"), reports.published.label("published"))
    query = select(schema.figures, *columns)
    return query.join(schema.reports, reports.number == _FIGURES.report)


def appearance(row: Row[Any]) -> Appearance:
    """A figure's row, with `of_report` and `published`, as the value it was made of."""
    lists = {
        name: tuple(getattr(row, name))
        for name in ("names", "types", "acronyms", "beside", "places", "posts")
    }
    return Appearance(
        id=row.id,
        report=row.of_report,
        kind=row.kind,
        description=row.description or "",
        published=row.published,
        **lists,
    )


def left_open(connection: Connection, known: Iterable[str]) -> set[str]:
    """Which of some `placed` ids hold appearances whose names leave open which of several they
    are."""
    found: set[str] = set()
    for batch in batches(known):
        found.update(connection.scalars(select(_OPEN.placed).where(_OPEN.placed.in_(batch))))
    return found


def _open_among(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found = rows_of(connection, "undecided", "figure", numbers)
    return {figure: tuple(sorted(row.known for row in its)) for figure, its in found.items()}


def all_figures(connection: Connection) -> dict[int, Appearance]:
    """Every appearance of a case, in order, by its row's number."""
    return {row.number: appearance(row) for row in _figure_rows(connection, None)}


def place_again(connection: Connection, numbers: Sequence[int], placed: Sequence[Placed]) -> None:
    """Write where appearances, given with their rows' numbers, were placed."""
    rows = [{"at": n, "now": each.entity} for n, each in zip(numbers, placed, strict=True)]
    if rows:
        move = schema.figures.update().where(_FIGURES.number == bindparam("at"))
        connection.execute(move.values(placed=bindparam("now")), rows)
    connection.execute(delete(schema.undecided))
    open_rows = [
        {"figure": n, "known": known, "placed": each.entity}
        for n, each in zip(numbers, placed, strict=True)
        for known in each.among
    ]
    if open_rows:
        connection.execute(schema.undecided.insert(), open_rows)


def decisions_numbered(connection: Connection, numbers: Iterable[int]) -> tuple[Decision, ...]:
    """Decisions by their rows' numbers."""
    rows = rows_of(connection, "decisions", "number", numbers)
    subjects = rows_of(connection, "decision_subjects", "decision", rows)
    return tuple(
        decision_of(row, tuple(each.subject for each in subjects[number]))
        for number, [row] in rows.items()
    )


def decision_of(row: Row[Any], subjects: tuple[str, ...]) -> Decision:
    """A decision's row as a value."""
    return Decision(
        id=row.id,
        kind=row.kind,
        subjects=subjects,
        value=row.value,
        by=row.decided_by,
        at=row.decided_at,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by,
        note=row.note,
    )


def _write(connection: Connection, part: Part, settled: Settled) -> None:
    """Bring figures and entities in line with what was settled."""
    _write_entities(connection, settled)
    changed = [
        {"at": number, "now": settled.of[each.appearance.id]}
        for number, before, each in zip(part.numbers, part.entities, part.placed, strict=True)
        if settled.of[each.appearance.id] != before
    ]
    if changed:
        move = schema.figures.update().where(_FIGURES.number == bindparam("at"))
        connection.execute(move.values(entity=bindparam("now")), changed)
    now = {entity.id for entity in settled.entities}
    gone = {before for before in part.entities if before} - now
    for batch in batches(gone):
        connection.execute(delete(schema.entities).where(schema.entities.c.id.in_(batch)))
    _write_beside(connection, settled, now)


def _write_beside(connection: Connection, settled: Settled, entities: set[str]) -> None:
    """Bring identities elsewhere, and who is kept apart, in line with what was settled."""
    outside, apart = schema.outside, schema.apart
    for batch in batches(entities):
        connection.execute(delete(outside).where(outside.c.entity.in_(batch)))
        either = or_(apart.c.entity.in_(batch), apart.c.other.in_(batch))
        connection.execute(delete(apart).where(either))
    identities = [
        clean({"entity": entity, "identity": each})
        for entity, its in settled.outside.items()
        for each in its
    ]
    if identities:
        connection.execute(outside.insert(), identities)
    pairs = [sorted(pair) for pair in settled.apart if len(pair) > 1]
    if pairs:
        rows = [{"entity": one, "other": other} for one, other in pairs]
        connection.execute(apart.insert(), rows)


def _write_entities(connection: Connection, settled: Settled) -> None:
    table = schema.entities
    ids = [entity.id for entity in settled.entities]
    there: set[str] = set()
    for batch in batches(ids):
        there.update(connection.scalars(select(table.c.id).where(table.c.id.in_(batch))))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    new = [
        clean(entity_row(each.id, each.type, each.name, bool(each.names), now))
        for each in settled.entities
        if each.id not in there
    ]
    old = [
        clean({"at": each.id, "kind": each.type, "called": each.name})
        for each in settled.entities
        if each.id in there
    ]
    if new:
        connection.execute(table.insert(), new)
    if old:
        change = table.update().where(table.c.id == bindparam("at"))
        connection.execute(change.values(type=bindparam("kind"), name=bindparam("called")), old)
