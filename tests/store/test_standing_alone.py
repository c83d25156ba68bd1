"""Claims that others make superfluous: left out of every list and count, unless all are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from making import thole

from sayso import Case
from sayso.store import CaseClaim
from sayso.values import Document

WHO, VOICE = "Garrick Thole", "Ilse Korren"


def remarked(outlet: str = "The Herald") -> Document:
    """The two claims of `thole`, and ten like the payment; two of three do not stand alone."""
    document = thole(outlet)
    pay = document.claims[0]
    marks = ("verb", "verb, speech", "verb, within the clause around it")
    more = (replace(pay, id=f"r{n}", found_by=marks[n % 3]) for n in range(10))
    return replace(document, claims=(*document.claims, *more))


@pytest.fixture(scope="module")
def held(shelf: Case) -> Case:
    shelf.add(remarked())
    shelf.add(remarked("The Lantern"))
    return shelf


Asked = Callable[..., Iterator[CaseClaim]]
LISTS: dict[str, Callable[[Case], Asked]] = {
    "claims": lambda case: case.claims,
    "about": lambda case: lambda **how: case.claims(about=WHO, **how),
    "by": lambda case: lambda **how: case.claims(by=VOICE, **how),
    "by an outlet": lambda case: lambda **how: case.claims(by="The Herald", **how),
    "about and by": lambda case: lambda **how: case.claims(about=WHO, by=VOICE, **how),
    "of a report": lambda case: lambda **how: case.claims(report=thole().report.id, **how),
    "uncertain": lambda case: lambda **how: case.claims(uncertain=True, **how),
    "of a year": lambda case: lambda **how: case.claims(since="2019", until="2019", **how),
    "timeline": lambda case: case.timeline,
    "timeline of one": lambda case: lambda **how: case.timeline(WHO, **how),
    "search": lambda case: lambda **how: case.search("corriden paid", claims=True, **how),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_of_those_that_stand_alone(held: Case, name: str) -> None:
    ask = LISTS[name](held)
    every = [each.number for each in ask(everything=True)]
    claims = {each.number: each.claim for each in held.claims(everything=True)}
    alone = [number for number in every if claims[number].stands_alone]
    assert [each.number for each in ask()] == alone
    assert 0 < len(alone) < len(every)
    assert [each.number for each in ask(limit=3)] == alone[:3]


def test_searching_reports_is_as_it_was(held: Case) -> None:
    assert len(list(held.search("corriden"))) == len(list(held.search("corriden", everything=True)))


def as_counted(case: Case) -> None:
    for entity in [*case.people(), *case.organizations()]:
        assert entity.claims_about == len(list(case.claims(about=entity.id)))
        assert entity.claims_by == len(list(case.claims(by=entity.id)))
    for report in case.reports():
        assert report.claims == len(list(case.claims(report=report.id)))


def test_counts_are_those_of_the_lists(case: Case) -> None:
    case.add(remarked())
    as_counted(case)
    assert case.show(WHO).entity.claims_about == 6
    made = case.decide("rename", WHO, value="G. Thole", by="anna")  # counts again
    as_counted(case)
    case.withdraw(made.id, by="anna")
    case.add(remarked("The Lantern"))
    case.replace(thole())
    as_counted(case)
    assert case.show(WHO).entity.claims_about == 8
    case.remove(thole().report.id)
    as_counted(case)


def test_a_dossier_is_of_those_that_stand_alone(held: Case) -> None:
    some, every = held.show(WHO), held.show(WHO, everything=True)
    assert len(some.claims_about) == some.entity.claims_about == 12
    assert all(each.claim.stands_alone for each in some.claims_about)
    assert [len(every.claims_about), len(held.show(VOICE, everything=True).claims_by)] == [20, 20]
    assert len(held.show(VOICE).claims_by) == 10


def test_one_that_does_not_stand_alone_contradicts_nobody(case: Case) -> None:
    document = thole()
    pay = document.claims[0]
    denied = replace(pay, id="d", polarity="negated", chain=pay.chain[:1])
    denied = replace(denied, found_by="verb, within the clause around it")
    case.add(replace(document, claims=(*document.claims, denied)))
    assert not case.show(WHO).disputes
    assert len(case.show(WHO, everything=True).disputes) == 1


def test_what_was_found_by_is_kept(held: Case) -> None:
    found = {each.claim.found_by for each in held.claims(everything=True)}
    assert found == {"verb", "verb, speech", "verb, within the clause around it"}
    with held._store.reading() as connection:
        query = "SELECT stands_alone FROM who_says_what"
        told = [bool(row[0]) for row in connection.exec_driver_sql(query)]
    assert (len(told), sum(told)) == (24, 12)
