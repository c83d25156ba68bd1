"""Unnamed sources are found by their description, each apart, and never joined."""

from __future__ import annotations

import pytest
from making import read, said_of

from sayso import Case
from sayso.errors import NameUnclear, NotInCase

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
