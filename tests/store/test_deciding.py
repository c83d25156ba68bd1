"""Decisions in a case: carried out, taken back, and outliving the reports."""

from __future__ import annotations

import re

import pytest
from making import content_of, said_of, thole

from benchmarks.invented import invented
from sayso import Case
from sayso.entities.suggestions import Blocks
from sayso.errors import CaseError, NotInCase
from sayso.reports.identity import report_id
from sayso.store import suggestion_cursor
from sayso.store.profiling import profiled
from sayso.values import Document, Mention, Reading, Report


def names(case: Case) -> list[tuple[str, int]]:
    return [(each.name, each.reports) for each in case.people()]


@pytest.fixture
def two(case: Case) -> Case:
    """A case in which two people may be one."""
    case.add(thole())
    case.add(said_of("Hugo Tamm", 1))
    return case


DECIDED = {"decisions", "stale", "decision_subjects", "migrations"}


def undecided(case: Case) -> dict[str, list[tuple[object, ...]]]:
    return {name: rows for name, rows in content_of(case).items() if name not in DECIDED}


def test_the_same(two: Case) -> None:
    before = undecided(two)
    decision = two.decide("same", "Garrick Thole", "Hugo Tamm", by="anna", note="he says so")
    assert names(two) == [("Garrick Thole", 2), ("Ilse Korren", 1)]
    lemmas = [each.claim.lemma for each in two.claims(about="Hugo Tamm")]
    assert lemmas == ["leave", "deny", "pay"]
    assert list(two.decisions()) == [decision]
    gone = two.withdraw(decision.id, by="bert")
    assert (gone.withdrawn_by, gone.note) == ("bert", "he says so")
    assert undecided(two) == before
    assert not list(two.decisions()) and len(list(two.decisions(withdrawn=True))) == 1


def test_an_id_leads_to_the_one_it_became(two: Case) -> None:
    [tamm] = two.find("Hugo Tamm")
    [thole] = two.find("Garrick Thole")
    made = two.decide("same", "Garrick Thole", "Hugo Tamm", by="anna")
    assert two.show(tamm.id).entity.id == two.find(tamm.id)[0].id == thole.id
    report = said_of("Hugo Tamm", 1).report.id
    assert two.subject(tamm.id, report) == f"{report}#hugotamm"
    two.withdraw(made.id, by="anna")
    assert two.show(tamm.id).entity.id == tamm.id


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("different", "“Hugo Tamm” and “Tamm”: one in this case, “Hugo Tamm”; `sayso decide split"),
        ("same", "“Hugo Tamm” and “Tamm” are one already"),
    ],
)
def test_two_names_of_one(two: Case, kind: str, told: str) -> None:
    with pytest.raises(CaseError, match=re.escape(told)):
        two.decide(kind, "Hugo Tamm", "Tamm", by="anna")
    assert not list(two.decisions())


def test_what_is_read_later_joins(two: Case) -> None:
    two.decide("same", "Garrick Thole", "Hugo Tamm", by="anna")
    two.add(said_of("Hugo Tamm", 2))
    two.add(said_of("Garrick Thole", 3))
    assert names(two) == [("Garrick Thole", 4), ("Ilse Korren", 1)]


def test_a_split(two: Case) -> None:
    two.add(said_of("Hugo Tamm", 2))
    subject = f"{said_of('Hugo Tamm', 2).report.id}#hugotamm"
    two.decide("split", subject, by="anna")
    assert sorted(names(two)) == sorted([*[("Hugo Tamm", 1)] * 2, *names_of_thole()])


def names_of_thole() -> list[tuple[str, int]]:
    return [("Garrick Thole", 1), ("Ilse Korren", 1)]


def test_renamed_and_of_another_type(two: Case) -> None:
    two.decide("rename", "Hugo Tamm", value="Hugo of Tamm", by="anna")
    assert two.find("Hugo of Tamm")[0].names == ("Hugo Tamm",)
    two.decide("type", "Hugo Tamm", value="organization", by="anna")
    assert "Hugo of Tamm" in [each.name for each in two.organizations()]
    two.add(said_of("Hugo Tamm", 2))
    assert two.find("Hugo Tamm")[0].name == "Hugo of Tamm"
    assert two.find("Hugo Tamm")[0].reports == 2


def test_decisions_outlive_their_reports(two: Case) -> None:
    two.add(said_of("Hugo Tamm", 2))
    two.decide("same", "Garrick Thole", "Hugo Tamm", by="anna")
    two.remove("1.txt")
    assert names(two)[0] == ("Garrick Thole", 2)
    two.remove("a.txt")
    [objection] = two.objections()
    assert objection.decisions == ("d1",)
    assert names(two) == [("Hugo Tamm", 1)]
    two.add(thole())
    assert not two.objections()
    assert names(two)[0][1] == 2


def test_what_contradicts_is_told(two: Case) -> None:
    two.decide("different", "Garrick Thole", "Hugo Tamm", by="anna")
    two.decide("same", "Garrick Thole", "Hugo Tamm", by="bert")
    [objection] = two.objections()
    assert objection.decisions == ("d2", "d1")
    assert len(names(two)) == 3


def test_resolving_from_nothing_changes_nothing(two: Case) -> None:
    two.decide("same", "Garrick Thole", "Hugo Tamm", by="anna")
    two.add(said_of("Garrick J. Thole", 2))
    before = content_of(two)
    two.resolve()
    after = content_of(two)
    assert {k: v for k, v in after.items() if k != "keys"} == {
        k: v for k, v in before.items() if k != "keys"
    }


def two_linds() -> Document:
    """A report of two people named Lind, each of whom it calls by the surname too."""
    text = "Edith Lind left. Lind is back. Hugo Lind left. Lind is back."
    report = Report(report_id(text, (), "The Quay"), "linds.txt", text, outlet="The Quay")
    at = [found.span() for found in re.finditer(r"(Edith |Hugo )?Lind", text)]
    mentions = tuple(
        Mention(f"m{n}", *span, "person", True, -1, f"e{1 + n // 2}") for n, span in enumerate(at)
    )
    return Document(report, Reading(report, (), (), mentions))


def test_a_name_that_two_of_a_report_bear_means_neither(case: Case) -> None:
    document = two_linds()
    case.add(document)
    with pytest.raises(NotInCase, match="more than one"):
        case.decide("rename", f"{document.report.id}#lind", value="Some Lind", by="anna")
    assert {each.name for each in case.people()} == {"Edith Lind", "Hugo Lind"}


REFUSED = {
    "unknown": ("same", ("Garrick Thole", "Nobody"), "anna", NotInCase),
    "one": ("same", ("Garrick Thole",), "anna", CaseError),
    "himself": ("different", ("Garrick Thole", "Thole"), "anna", CaseError),
    "no kind": ("maybe", ("Garrick Thole", "Hugo Tamm"), "anna", CaseError),
    "unsigned": ("same", ("Garrick Thole", "Hugo Tamm"), " ", CaseError),
    "subject of no report": ("split", ("0000#nobody",), "anna", NotInCase),
}


@pytest.mark.parametrize(("kind", "subjects", "by", "error"), REFUSED.values(), ids=list(REFUSED))
def test_refused(two: Case, kind: str, subjects: tuple[str, ...], by: str, error: type) -> None:
    before = content_of(two)
    with pytest.raises(error):
        two.decide(kind, *subjects, by=by)
    assert content_of(two) == before


def test_withdrawing_what_is_not_there(two: Case) -> None:
    with pytest.raises(NotInCase):
        two.withdraw("d7", by="anna")


def test_suggestions_best_first(two: Case) -> None:
    for number, name in enumerate(("Michael Tamm", "Mike Tamm", "Hugh Tamm"), 2):
        two.add(said_of(name, number))
    found = list(two.suggestions())
    assert {frozenset((each.left, each.right)) for each in found} >= {
        frozenset(two.find(name)[0].id for name in ("Michael Tamm", "Mike Tamm"))
    }
    assert [each.score for each in found] == sorted((e.score for e in found), reverse=True)
    paged, after = [], None
    while page := list(two.suggestions(limit=1, after=after)):
        after = suggestion_cursor(page[0])
        paged += page
    assert paged == found


def test_what_was_decided_is_suggested_no_more(two: Case) -> None:
    for number, name in enumerate(("Michael Tamm", "Mike Tamm"), 2):
        two.add(said_of(name, number))
    before = [set(each.subjects) for each in two.suggestions()]
    asked = next(each for each in two.suggestions() if "#miketamm" in "".join(each.subjects))
    decision = two.decide("different", *asked.subjects, by="anna")
    assert set(asked.subjects) not in [set(each.subjects) for each in two.suggestions()]
    two.withdraw(decision.id, by="anna")
    assert [set(each.subjects) for each in two.suggestions()] == before


def test_suggestions_are_worked_out_for_what_changed_only(two: Case) -> None:
    for number, name in enumerate(("Michael Tamm", "Mike Tamm", "Mick Korren"), 2):
        two.add(said_of(name, number))
    list(two.suggestions())
    assert not content_of(two)["stale"]
    two.add(said_of("Mikhail Tamm", 9))
    assert len(content_of(two)["stale"]) == 1
    found = list(two.suggestions())
    two.resolve()
    assert len(content_of(two)["stale"]) > 1
    assert list(two.suggestions()) == found
    assert {name for each in found for name in each.subjects if "#mikhailtamm" in name}
    two.remove("9.txt")
    assert "#mikhailtamm" not in "".join(n for each in two.suggestions() for n in each.subjects)


def test_suggestions_are_those_of_the_whole(case: Case) -> None:
    for number in range(3):
        case.add(invented(number))
        list(case.suggestions())
    ids = [each.id for kind in ("person", "organization") for each in case.entities(kind)]
    with case._store.reading() as connection:
        known = sorted(profiled(connection, ids).values(), key=lambda each: each.first)
    profiles = {each.profile.id: each.profile for each in known}
    whole = {each.subjects: each for each in Blocks(profiles.values()).suggestions(profiles)}
    found = {each.subjects: each for each in case.suggestions()}
    assert whole and whole.items() <= found.items()  # also those of keys crowded since
    case.resolve()
    assert {each.subjects: each for each in case.suggestions()} == whole


ELSEWHERE = {"Q42": "wikidata:Q42", "ftm:NK-1": "ftm:NK-1"}


@pytest.mark.parametrize(("asked", "subject"), ELSEWHERE.items(), ids=ELSEWHERE)
def test_an_identity_elsewhere(two: Case, asked: str, subject: str) -> None:
    before = undecided(two)
    decision = two.decide("same", "Hugo Tamm", asked, by="anna")
    assert decision.subjects[1] == subject
    assert two.show("Hugo Tamm").entity.outside == (subject,)
    assert two.show("Garrick Thole").entity.outside == ()
    two.withdraw(decision.id, by="anna")
    assert undecided(two) == before


def test_an_identity_in_common_is_one(two: Case) -> None:
    two.decide("same", "Hugo Tamm", "wikidata:Q42", by="anna")
    two.add(said_of("Hugo Tamm", 5))
    joined = two.decide("same", "Garrick Thole", "wikidata:Q42", by="anna")
    assert names(two) == [("Garrick Thole", 3), ("Ilse Korren", 1)]
    assert two.show("Hugo Tamm").entity.outside == ("wikidata:Q42",)
    assert not two.objections()
    two.withdraw(joined.id, by="anna")
    assert sorted(names(two)) == sorted([("Hugo Tamm", 2), *names_of_thole()])


def test_another_identity_keeps_apart(two: Case) -> None:
    for number, name in enumerate(("Michael Tamm", "Mike Tamm"), 2):
        two.add(said_of(name, number))
    pair = {two.find(name)[0].id for name in ("Michael Tamm", "Mike Tamm")}
    assert pair in [{each.left, each.right} for each in two.suggestions()]
    two.decide("same", "Mike Tamm", "wikidata:Q42", by="anna")
    two.decide("different", "Michael Tamm", "wikidata:Q42", by="anna")
    assert pair not in [{each.left, each.right} for each in two.suggestions()]
