"""What people decide on who is who: rows that are signed, carried out, and can be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from sayso.entities.appearances import letters_of
from sayso.entities.decisions import Decision, Objection
from sayso.entities.names import fullest
from sayso.entities.placing import Placer
from sayso.entities.scripts import letters
from sayso.entities.settling import settle, told
from sayso.entities.subjects import wikidata
from sayso.errors import CaseError, NameUnclear, NotInCase
from sayso.store import schema
from sayso.store.counts import recount
from sayso.store.figures import write
from sayso.store.finding import find_report
from sayso.store.memory import StoredMemory, last_number
from sayso.store.naming import find_entity
from sayso.store.paging import pages
from sayso.store.rows import Row
from sayso.store.settling import (
    all_figures,
    decisions_numbered,
    part_around,
    place_again,
    settle_around,
)
from sayso.store.subjects import mean_again, meant

if TYPE_CHECKING:
    from sayso.store.engines import Store

_DECISIONS = schema.decisions.c
_SUBJECTS = schema.decision_subjects.c
_FIGURES = schema.figures.c
_ELSEWHERE = re.compile(r"[a-z][a-z0-9]*:\S+")


def decide(
    store: Store, kind: str, subjects: Sequence[str], *, by: str, value: str | None, note: str
) -> Decision:
    """Sign a decision and settle all that it touches, in one transaction."""
    with store.writing() as connection:
        named = tuple(_subject(connection, store.name, each) for each in subjects)
        if kind in ("same", "different") and len(set(named)) < len(named):
            raise CaseError(store.name, _one_already(connection, kind, subjects, named[0]))
        number = last_number(connection, "decisions") + 1
        now = datetime.now(UTC).isoformat()
        try:
            decision = Decision(f"d{number}", kind, named, value, by, now, note=note)
        except ValueError as error:
            raise CaseError(store.name, str(error)) from error
        if not by.strip():
            raise CaseError(store.name, "a decision is signed: say by whom")
        known = _keep(connection, decision, number)
        for each, subject in zip(known, subjects, strict=True):
            if each is None:
                raise NotInCase(store.name, f"“{subject}” is nobody, or more than one, in it")
        _settle(connection, {each for each in known if each})
    return decision


def _subject(connection: Connection, case: str, named: str) -> str:
    """A subject as it is, an identity elsewhere ("wikidata:Q42", "ftm:NK-1"), or the subject of
    the first appearance of an entity that is named."""
    if "#" in named:
        return named
    if item := wikidata(named):
        return item
    if _ELSEWHERE.fullmatch(named):
        return named
    entity = find_entity(connection, case, named)
    query = select(_FIGURES.id).where(_FIGURES.entity == entity.id).order_by(_FIGURES.number)
    found = connection.scalar(query.limit(1))
    if found is None:
        reason = f"“{entity.name}” is only described, in one report: nothing to decide on"
        raise CaseError(case, reason)
    return str(found)


def _one_already(connection: Connection, kind: str, named: Sequence[str], subject: str) -> str:
    """Why two names can be no two subjects: they mean one; and what parts it."""
    both = " and ".join(f"“{each}”" for each in dict.fromkeys(named))
    if kind == "same":
        return f"{both} {'is' if len(set(named)) == 1 else 'are'} one already"
    query = select(schema.entities.c.name).join(
        schema.figures, _FIGURES.entity == schema.entities.c.id
    )
    name = connection.scalar(query.where(_FIGURES.id == subject)) or letters_of(subject)
    return (
        f"{both}: one in this case, “{name}”; `sayso decide split NAME REPORT` takes what one "
        "report names so out of it"
    )


def subject_in(store: Store, name: str, report: str) -> str:
    """The subject of the one whom a name means as a report names them. Of several there whom
    people decided to be one, the one called so."""
    with store.reading() as connection:
        entity = find_entity(connection, store.name, name)
        number = find_report(connection, store.name, report)
        columns = (_FIGURES.names, _FIGURES.acronyms, _FIGURES.description, _FIGURES.placed)
        query = select(_FIGURES.id, *columns)
        query = query.where(_FIGURES.entity == entity.id, _FIGURES.report == number)
        rows = connection.execute(query.order_by(_FIGURES.number)).all()
    if not rows:
        raise NotInCase(store.name, f"report “{report}” does not name “{entity.name}”")
    asked = letters(name)
    spelled = ((row, map(letters, (*row.names, *row.acronyms))) for row in rows)
    called = [row for row, its in spelled if asked in its or row.placed == name]
    own = rows if len(rows) == 1 else called
    if len(own) == 1:
        return str(own[0].id)
    keys = ((row.id, row.description or fullest(row.names)) for row in rows)
    reason = f"“{name}” may be {len(rows)} of those that report “{report}” names"
    raise NameUnclear(store.name, reason, tuple(keys))


def _keep(connection: Connection, decision: Decision, number: int) -> list[str | None]:
    """Write a decision; give whom its subjects mean."""
    row: Row = {
        "number": number,
        "id": decision.id,
        "kind": decision.kind,
        "value": decision.value,
        "note": decision.note,
        "decided_by": decision.by,
        "decided_at": decision.at,
    }
    write(connection, "decisions", [row])
    known = [meant(connection, subject) for subject in decision.subjects]
    subjects: list[Row] = [
        {
            "decision": number,
            "position": position,
            "subject": subject,
            "letters": subject.rpartition("#")[2],
            "known": known[position],
        }
        for position, subject in enumerate(decision.subjects)
    ]
    write(connection, "decision_subjects", subjects)
    return known


def _settle(connection: Connection, known: set[str]) -> None:
    settled = settle_around(connection, known)
    recount(connection, dict.fromkeys(settled.values()))


def withdraw(store: Store, decision: str, *, by: str) -> Decision:
    """Take a decision back and settle all that it touched; one that was withdrawn stays so."""
    with store.writing() as connection:
        number = connection.scalar(select(_DECISIONS.number).where(_DECISIONS.id == decision))
        if number is None:
            raise NotInCase(store.name, f"no decision “{decision}” is in it")
        [found] = decisions_numbered(connection, [number])
        if found.holds:
            now = datetime.now(UTC).isoformat()
            change = schema.decisions.update().where(_DECISIONS.number == number)
            connection.execute(change, {"withdrawn_by": by, "withdrawn_at": now})
            query = select(_SUBJECTS.known).where(_SUBJECTS.decision == number)
            _settle(connection, {each for each in connection.scalars(query) if each})
        return decisions_numbered(connection, [number])[0]


def decisions(store: Store, *, withdrawn: bool) -> Iterator[Decision]:
    """Decisions, latest first."""

    def fetch(after: int | None, size: int) -> list[Decision]:
        query = select(_DECISIONS.number).order_by(_DECISIONS.number.desc()).limit(size)
        if not withdrawn:
            query = query.where(_DECISIONS.withdrawn_at.is_(None))
        if after is not None:
            query = query.where(_DECISIONS.number < after)
        with store.reading() as connection:
            found = decisions_numbered(connection, list(connection.scalars(query)))
        return sorted(found, key=_number, reverse=True)

    return pages(fetch, _number, None, None)


def _number(decision: Decision) -> int:
    return int(decision.id.removeprefix("d"))


def objections(store: Store) -> tuple[Objection, ...]:
    """Decisions that rest or contradict each other, of all that hold."""
    with store.reading() as connection:
        query = select(_SUBJECTS.decision, _SUBJECTS.subject, _SUBJECTS.known)
        query = query.join(schema.decisions, _DECISIONS.number == _SUBJECTS.decision)
        rows = connection.execute(query.where(_DECISIONS.withdrawn_at.is_(None))).all()
        lost = {row.decision: row.subject for row in rows if row.known is None}
        part = part_around(connection, {row.known for row in rows if row.known})
        resting = decisions_numbered(connection, lost)
    found = settle(part.placed, part.decisions).objections
    return (*found, *(_rests(each, lost[_number(each)]) for each in resting))


def _rests(decision: Decision, subject: str) -> Objection:
    name = letters_of(subject)
    reason = f"{told(decision)}: rests, since nobody is called “{name}” any more, or several are"
    return Objection((decision.id,), reason)


def resolve(store: Store) -> None:
    """Work out who is who from nothing but the appearances and the decisions."""
    with store.writing() as connection:
        connection.execute(schema.known.delete())
        memory = StoredMemory(connection)
        placer = Placer(memory)
        rows = all_figures(connection)
        placed = [placer.place(each) for each in rows.values()]
        memory.write()
        place_again(connection, list(rows), placed)
        named = connection.scalars(select(_SUBJECTS.letters).distinct()).all()
        mean_again(connection, named)
        settled = settle_around(connection, {each.entity for each in placed})
        recount(connection, dict.fromkeys(settled.values()))
