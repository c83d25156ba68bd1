"""Two in one report who share a surname, splits that another decision undoes, and outlets."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from making import said_of

from sayso import Case
from sayso.errors import NotInCase
from sayso.values import Document, Mention, Reading, Report

WORDS = "Ms Veresh would not pay. Mr Veresh welcomed it."


def couple() -> Document:
    report = Report("c0ffee", "c.txt", WORDS, outlet="The Wire")
    mentions = tuple(
        Mention(f"m{n}", found.start(), found.end(), "person", True, -1, f"e{n}")
        for n, found in enumerate(re.finditer("M[rs]+ Veresh", WORDS), 1)
    )
    return Document(report, Reading(report, (), (), mentions))


def test_two_of_one_surname_in_a_report_are_kept(case: Case) -> None:
    case.add(couple())
    assert [each.name for each in case.people()] == ["Veresh", "Veresh"]
    assert list(case.suggestions()) == []


def test_a_numbered_subject_means_nobody_elsewhere(case: Case) -> None:
    case.add(couple())
    case.add(said_of("Hugo Tamm", 1))
    case.decide("same", "c0ffee#veresh+2", "Hugo Tamm", by="anna")
    case.remove("c0ffee")
    [objection] = case.objections()
    assert "rests" in objection.reason
    case.add(couple())
    assert not case.objections()
    assert sorted(each.reports for each in case.people()) == [1, 2]


def test_a_split_says_what_holds_still(case: Case) -> None:
    for number, name in enumerate(("Hugo Tamm", "Anna Berg")):
        case.add(said_of(name, number))
    same = case.decide("same", "Hugo Tamm", "Anna Berg", by="anna")
    own = case.subject("Anna Berg", said_of("Anna Berg", 1).report.id)
    assert own.endswith("#annaberg")
    split = case.decide("split", own, by="bert")
    [objection] = case.objections()
    assert objection.decisions == (split.id, same.id)
    assert f"withdraw {same.id}" in objection.reason
    with pytest.raises(NotInCase):
        case.subject("Anna Berg", "c0ffee")


def test_outlets_are_one_with_and_without_the(case: Case) -> None:
    for number, outlet in enumerate(("The Karsk Tribune", "Karsk Tribune")):
        found = said_of("Hugo Tamm", number)
        [claim] = found.claims
        chain = (replace(claim.chain[0], name=outlet),)
        report = replace(found.report, outlet=outlet, section="Port", archived="2024-01-02")
        reading = replace(found.reading, report=report)
        claims = (replace(claim, chain=chain),)
        case.add(replace(found, report=report, reading=reading, claims=claims))
    for asked in ("the Karsk Tribune", "Karsk Tribune"):
        assert len(list(case.claims(by=asked))) == 2
        entries = list(case.reports(outlet=asked))
        assert [(each.section, each.archived) for each in entries] == [("Port", "2024-01-02")] * 2
    assert "Hugo Tamm" in case.show("Hugo Tamm")._repr_html_()
