"""Identities elsewhere, as subjects of decisions. All are invented."""

from __future__ import annotations

import pytest
from appearing import appeared, decided

from sayso.entities.resolving import resolve
from sayso.entities.subjects import wikidata

HUGO, LEDA = appeared("r1", "Hugo Tamm"), appeared("r2", "Leda Orn")
IDS = {
    "plain": ("Q42", "wikidata:Q42"),
    "small": (" q42 ", "wikidata:Q42"),
    "address": ("https://www.wikidata.org/wiki/Q42", "wikidata:Q42"),
    "entity address": ("http://www.wikidata.org/entity/Q42", "wikidata:Q42"),
    "prefixed": ("wikidata:Q42", "wikidata:Q42"),
    "property": ("P31", None),
    "zero": ("Q042", None),
    "words": ("Q42 and more", None),
}


@pytest.mark.parametrize(("text", "expected"), IDS.values(), ids=IDS)
def test_wikidata_ids(text: str, expected: str | None) -> None:
    assert wikidata(text) == expected


def test_identity_elsewhere_is_kept_with_the_entity() -> None:
    found = resolve([HUGO, LEDA], [decided("same", HUGO.id, "wikidata:Q42")])
    assert found.outside == {found.of[HUGO.id]: ("wikidata:Q42",)}


def test_two_with_one_identity_are_one() -> None:
    decisions = [
        decided("same", HUGO.id, "wikidata:Q42"),
        decided("same", LEDA.id, "wikidata:Q42", number=2),
    ]
    assert len(resolve([HUGO, LEDA], decisions).entities) == 1


def test_an_entry_that_was_refused_is_not_joined_later() -> None:
    decisions = [
        decided("different", HUGO.id, "ftm:NK-1"),
        decided("same", HUGO.id, "ftm:NK-1", number=2),
    ]
    found = resolve([HUGO], decisions)
    assert found.outside == {}
    assert "contradicts" in found.objections[0].reason


def test_pairs_decided_to_differ_are_given() -> None:
    found = resolve([HUGO, LEDA], [decided("different", HUGO.id, LEDA.id)])
    assert found.apart == {frozenset(found.of.values())}
