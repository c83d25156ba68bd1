"""Whom a decision's subjects mean in a case, kept beside the decisions: `known` is the `placed`
id of the appearance, or nothing where the decision rests."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from sayso.entities.appearances import is_numbered
from sayso.entities.subjects import is_outside
from sayso.store import schema
from sayso.store.memory import batches

_FIGURES = schema.figures.c
_ALIASES = schema.aliases.c
_SUBJECTS = schema.decision_subjects


def meant(connection: Connection, subject: str) -> str | None:
    """The `placed` id of the appearance that a subject means: that of its report, by its id or by
    a name that nobody else bears there; else that of the only entity which bears the name (as
    `sayso.entities.subjects` has it); a numbered one means itself only. An identity elsewhere
    means itself, so that
    what has it in common hangs together."""
    if is_outside(subject):
        return subject
    report, _, letters = subject.rpartition("#")
    if is_numbered(subject):
        return connection.scalar(select(_FIGURES.placed).where(_FIGURES.id == subject))
    named = select(_FIGURES.placed).join(schema.aliases, _ALIASES.figure == _FIGURES.number)
    named = named.where(_ALIASES.letters == letters)
    if report:
        own = connection.scalar(select(_FIGURES.placed).where(_FIGURES.id == subject))
        if own is not None:
            return str(own)
        reports = schema.reports.c
        there = named.join(schema.reports, reports.number == _FIGURES.report)
        found = connection.scalars(there.where(reports.id == report).distinct().limit(2)).all()
        if len(found) == 1:
            return str(found[0])
    anywhere = named.where(_FIGURES.description.is_(None)).distinct().limit(2)
    bearers = list(connection.scalars(anywhere))
    return str(bearers[0]) if len(bearers) == 1 else None


def mean_again(connection: Connection, letters: Iterable[str]) -> set[str]:
    """Look again whom the subjects of some letters mean, after appearances came or went. Gives
    the `placed` ids of all that those decisions name, before and after."""
    columns = _SUBJECTS.c
    touched: set[str] = set()
    decisions: set[int] = set()
    changed = []
    for batch in batches(dict.fromkeys(letters)):
        query = select(columns.decision, columns.position, columns.subject, columns.known)
        query = query.join(schema.decisions, schema.decisions.c.number == columns.decision)
        holding = schema.decisions.c.withdrawn_at.is_(None)
        for row in connection.execute(query.where(columns.letters.in_(batch), holding)).all():
            now = meant(connection, row.subject)
            touched.update(each for each in (row.known, now) if each)
            decisions.add(row.decision)
            if now != row.known:
                changed.append({"d": row.decision, "p": row.position, "now": now})
    if changed:
        here = (columns.decision == bindparam("d")) & (columns.position == bindparam("p"))
        change = _SUBJECTS.update().where(here).values(known=bindparam("now"))
        connection.execute(change, changed)
    for batch in batches(decisions):
        query = select(columns.known).where(columns.decision.in_(batch))
        touched.update(each for each in connection.scalars(query) if each)
    return touched


def decided(connection: Connection, known: Iterable[str]) -> set[str]:
    """Which of some `placed` ids people decided on."""
    columns, held = _SUBJECTS.c, schema.decisions.c
    found: set[str] = set()
    for batch in batches(known):
        query = select(columns.known).join(schema.decisions, held.number == columns.decision)
        query = query.where(columns.known.in_(batch), held.withdrawn_at.is_(None))
        found.update(str(each) for each in connection.scalars(query))
    return found
