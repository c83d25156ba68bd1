"""Claims of a case in lists: by whom they are about, whose word they are, how they are said, and
when; each from an index, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select, tuple_

from sayso.errors import CaseError, NameUnclear
from sayso.store import schema
from sayso.store.dates import days
from sayso.store.finding import find_report
from sayso.store.loading import load_claims
from sayso.store.naming import find_entity, whole_entities
from sayso.store.paging import last_numbers, pages
from sayso.store.records import CaseClaim
from sayso.store.rows import OUTLET, outlet_key

if TYPE_CHECKING:
    from sayso.store.engines import Store

_CLAIMS = schema.claims.c
_ARGUMENTS = schema.arguments.c
_CHAINS = schema.chains.c


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims: those that somebody takes part in, those in somebody's voice, of one report,
    denied ones, those whose speaker is not certain, those whose time may touch some days.

    `about` and `by` are names or ids; `since` and `until` are EDTF dates, taken as whole days.
    With `everything` also those that do not stand alone (`Claim.stands_alone`).
    """

    about: str | None = None
    by: str | None = None
    report: str | None = None
    denied: bool = False
    uncertain: bool = False
    since: str | None = None
    until: str | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a `Wanted` means in a case: an entity's id, the ids of voices (None for any), the
    number of a report."""

    about: str | None
    by: tuple[str | None, ...]
    report: int | None


def claims(
    store: Store, wanted: Wanted, limit: int | None, after: int | None
) -> Iterator[CaseClaim]:
    """Claims, last added first."""
    wanted = replace(
        wanted,
        since=first_day(store.name, wanted.since),
        until=last_day(store.name, wanted.until),
    )
    with store.reading() as connection:
        known = _found(connection, store.name, wanted)
    clauses = _clauses(wanted, known.report)
    queries = [claim_numbers(known.about, voice, *clauses) for voice in known.by]

    def fetch(after: int | None, size: int) -> list[CaseClaim]:
        with store.reading() as connection:
            return _loaded(connection, last_numbers(connection, queries, size, after))

    return pages(fetch, lambda claim: claim.number, limit, after)


def _found(connection: Connection, case: str, wanted: Wanted) -> Found:
    about, by, report = wanted.about, wanted.by, wanted.report
    return Found(
        None if about is None else find_entity(connection, case, about).id,
        (None,) if by is None else voice_ids(connection, case, by),
        None if report is None else find_report(connection, case, report),
    )


def _loaded(connection: Connection, numbers: list[int]) -> list[CaseClaim]:
    loaded = load_claims(connection, numbers)
    return [loaded[each] for each in numbers]


def voice_ids(connection: Connection, case: str, name: str) -> tuple[str, ...]:
    """The ids under which a name speaks in chains: an entity's; or an outlet's, and that of the
    organization that bears its full name. Whoever has an outlet's name for a part of theirs is
    not the outlet; people who bear all of it may be, so that is left to be chosen."""
    if name.startswith(OUTLET):
        return (name,)
    key = outlet_key(name)
    tables = (_CHAINS.entity, schema.post_chains.c.entity)
    if not any(connection.scalar(select(each).where(each == key).limit(1)) for each in tables):
        return (find_entity(connection, case, name).id,)
    bearers = whole_entities(connection, name)
    if any(each.type == "person" for each in bearers) or len(bearers) > 1:
        several = ((key, f"{name} (outlet)"), *((each.id, each.name) for each in bearers))
        raise NameUnclear(case, f"“{name}” is an outlet, and others bear the name", several)
    return (key, *(each.id for each in bearers))


def listed(everything: bool) -> list[ColumnElement[bool]]:
    """What is asked of claims that are listed: that they stand alone, unless all are wanted."""
    return [] if everything else [_CLAIMS.stands_alone]


def claim_numbers(about: str | None, by: str | None, *clauses: ColumnElement[bool]) -> Select[Any]:
    """Asks for the numbers of the claims about and by somebody of which some clauses hold."""
    number = _CLAIMS.number
    query = select(number)
    if about is not None:
        number = _ARGUMENTS.claim
        query = select(number).where(_ARGUMENTS.entity == about)
    elif by is not None:
        number = _CHAINS.claim
        query = select(number).where(_CHAINS.entity == by)
    if about is not None and by is not None:
        query = query.join(schema.chains, _CHAINS.claim == number).where(_CHAINS.entity == by)
    if clauses and number.table is not schema.claims:
        query = query.join(schema.claims, _CLAIMS.number == number)
    return query.where(*clauses)


def _clauses(wanted: Wanted, report: int | None) -> list[ColumnElement[bool]]:
    """What is asked of claims themselves; `wanted` has its dates as days."""
    clauses = listed(wanted.everything)
    if report is not None:
        clauses.append(_CLAIMS.report == report)
    if wanted.denied:
        clauses.append(_CLAIMS.polarity == "negated")
    if wanted.uncertain:
        clauses.append(or_(_CLAIMS.certainty != "certain", _CLAIMS.polarity == "unknown"))
    if wanted.since is not None:
        clauses.append(_CLAIMS.last_day >= wanted.since)
    if wanted.until is not None:
        clauses.append(_CLAIMS.first_day <= wanted.until)
    return clauses


def first_day(case: str, value: str | None) -> str | None:
    """The first day of an ISO 8601 or EDTF date that was asked for; `CaseError` for none."""
    return None if value is None else _days(case, value)[0]


def last_day(case: str, value: str | None) -> str | None:
    """The last day of a date that was asked for."""
    return None if value is None else _days(case, value)[1]


def _days(case: str, value: str) -> tuple[str, str]:
    first, last = days(value)
    if first is None or last is None:
        raise CaseError(case, f"“{value}” is no date; write 2019, 2019-04 or 2019-04-01")
    return first, last


def timeline(
    store: Store,
    name: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    after: str | None,
    *,
    everything: bool = False,
) -> Iterator[CaseClaim]:
    """Claims that have a date, earliest first."""
    with store.reading() as connection:
        entity = find_entity(connection, store.name, name).id if name is not None else None
    since, until = first_day(store.name, since), last_day(store.name, until)

    def fetch(after: str | None, size: int) -> list[CaseClaim]:
        query = _dated(entity, since, until, after, listed(everything)).limit(size)
        with store.reading() as connection:
            return _loaded(connection, [row[1] for row in connection.execute(query)])

    return pages(fetch, lambda claim: claim.cursor, limit, after)


def _dated(
    entity: str | None,
    since: str | None,
    until: str | None,
    after: str | None,
    clauses: Sequence[ColumnElement[bool]],
) -> Select[Any]:
    if entity is not None:
        day, number = _ARGUMENTS.earliest, _ARGUMENTS.claim
        query = select(day, number).where(_ARGUMENTS.entity == entity).distinct()
        if clauses:
            query = query.join(schema.claims, _CLAIMS.number == number)
    else:
        day, number = _CLAIMS.earliest, _CLAIMS.number
        query = select(day, number)
    query = query.where(day.is_not(None), *clauses)
    if since is not None:
        query = query.where(day >= since)
    if until is not None:
        query = query.where(day <= until)
    if after is not None:
        last_day, _, last = after.partition(" ")
        query = query.where(tuple_(day, number) > (last_day, int(last)))
    return query.order_by(day, number)
