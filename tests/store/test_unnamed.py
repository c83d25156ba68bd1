"""Unnamed sources are found by their description, each apart, and never joined."""

from __future__ import annotations

import pytest
from making import cited, read, said_of

from sayso import Case
from sayso.errors import CaseError, NameUnclear, NotInCase

SENIOR = "A senior official of the port said that Hugo Tamm had sold two ships to a bank."
OFFICIAL = "An official of the customs said that Hugo Tamm had paid nothing for the mole."


@pytest.fixture
def asked(case: Case) -> Case:
    case.add(read(SENIOR, "The Herald"))
    case.add(read(f"The mole is old. {SENIOR}", "The Lantern"))
    case.add(read(OFFICIAL, "The Wire"))
    return case


@pytest.mark.parametrize("ask", ["show", "claims by", "posts by"])
def test_several_of_a_description_are_told_apart(asked: Case, ask: str) -> None:
    asking = {
        "show": asked.show,
        "claims by": lambda name: list(asked.claims(by=name)),
        "posts by": lambda name: list(asked.posts(by=name)),
    }
    with pytest.raises(NameUnclear, match="2 unnamed sources, each of one report") as caught:
        asking[ask]("a senior official")
    outlets = []
    for bearer in caught.value.bearers:
        assert bearer.reports == 1
        [report] = asked.show(bearer.id).reports
        outlets.append(report.outlet)
    assert outlets == ["The Lantern", "The Herald"]


def test_the_only_one_of_a_description_is_meant(asked: Case) -> None:
    dossier = asked.show("an official of the customs")
    assert (dossier.entity.named, dossier.reports[0].outlet) == (False, "The Wire")
    assert [claim.report.outlet for claim in asked.claims(by="customs official")] == ["The Wire"]


def test_a_description_has_all_the_words(asked: Case) -> None:
    assert len(asked.find("official")) == 3
    assert len(asked.find("official", limit=2)) == 2
    assert len(asked.find("The Senior OFFICIAL")) == 2
    for absent in ("a junior official", "offic", "the", ""):
        assert asked.find(absent) == ()
        with pytest.raises(NotInCase):
            asked.show(absent)


def test_whoever_is_called_so_goes_before_a_description(asked: Case) -> None:
    asked.add(said_of("Official", 7, kind="organization"))
    assert [each.named for each in asked.find("official")] == [True]


def test_they_stay_apart(asked: Case) -> None:
    asked.resolve()
    unnamed = list(asked.entities("person", named=False))
    assert [each.reports for each in unnamed] == [1, 1, 1]
    assert not [
        each
        for each in asked.suggestions()
        if {each.left, each.right} & {entity.id for entity in unnamed}
    ]


PILOT = "The harbour pilot said that the mole was old."


@pytest.fixture
def told_of(case: Case) -> Case:
    """Two reports that each cite a pilot, of whom no figure is made."""
    case.add(cited(PILOT, "The harbour pilot", "The Herald"))
    case.add(cited(f"{PILOT} It rained.", "The harbour pilot", "The Lantern"))
    return case


def test_a_voice_without_a_figure_is_found_by_its_words(told_of: Case) -> None:
    with pytest.raises(NameUnclear, match="2 unnamed sources, each of one report") as caught:
        list(told_of.claims(by="the harbour pilot"))
    outlets = [told_of.show(each.id).reports[0].outlet for each in caught.value.bearers]
    assert outlets == ["The Lantern", "The Herald"]


def test_a_voice_without_a_figure_is_found_by_its_id(told_of: Case) -> None:
    shown = [claim.claim.chain[-1].entity or "" for claim in told_of.claims()]
    assert len(set(shown)) == 2
    for each in shown:
        dossier = told_of.show(each)
        assert (dossier.entity.name, dossier.entity.named) == ("The harbour pilot", False)
        assert (dossier.entity.reports, dossier.entity.mentions) == (1, 1)
        assert [claim.claim.chain[-1].entity for claim in dossier.claims_by] == [each]
        assert dossier.entity.claims_by == 1
        assert [entry.id for entry in told_of.find(each)] == [each]


def test_a_voice_of_a_name_elsewhere_is_not_chosen_for_its_words(case: Case) -> None:
    case.add(cited(f"Hugo Tamm left. {PILOT}", "The harbour pilot", "The Herald", "Hugo Tamm"))
    with pytest.raises(NameUnclear, match="nobody and nothing in it is called") as caught:
        case.show("the harbour pilot")
    assert [each.name for each in caught.value.bearers] == ["Hugo Tamm"]


@pytest.mark.parametrize("words", ["he", "The", "I", "e000000000000", "harbour pilots"])
def test_a_pronoun_describes_nobody(told_of: Case, words: str) -> None:
    told_of.add(cited("He said that the mole was old.", "He", "The Wire"))
    with pytest.raises(NotInCase):
        told_of.show(words)


def test_nothing_is_decided_on_whoever_has_no_figure(told_of: Case) -> None:
    [first, _] = told_of.find("harbour pilot")
    told_of.add(said_of("Hugo Tamm", 7))
    with pytest.raises(CaseError, match="only described, in one report"):
        told_of.decide("same", first.id, "Hugo Tamm", by="anna")
    assert not list(told_of.decisions())
