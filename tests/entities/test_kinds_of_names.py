"""Whether a name is a person's, a body's or a place's. All are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.entities.kind_signals import SIGNALS
from sayso.entities.kinds import kind_of
from sayso.entities.votes import Scene, Sighting, bare, scene_of

ROWS: dict[str, tuple[str, Sighting]] = {
    "outlet of the report": ("organization", Sighting("Sternlight", "person")),
    "title": ("person", Sighting("Tamm", "organization", before="asked Mr ")),
    "rank": ("person", Sighting("Tamm", "place", before="led by Colonel ")),
    "word for a paper": ("organization", Sighting("Corridan Wire", "person")),
    "word for a firm": ("organization", Sighting("Corvan Lines", "place")),
    "word for a body": ("organization", Sighting("Norvik District Court", "person")),
    "word for a body in front": ("organization", Sighting("Chamber of Audit", "person")),
    "word for what a body does": ("organization", Sighting("Army Public Relations", "person")),
    "word for a body in the midst": ("other", Sighting("82 Division Norvik", "person")),
    "part of a country": ("place", Sighting("Ludmere State", "organization")),
    "part of a town": ("place", Sighting("Dorvi North", "person")),
    "given name before a direction": ("person", Sighting("Mary North", "person")),
    "given name before such a word": ("person", Sighting("Mary Bank", "person")),
    "article": ("organization", Sighting("Courier", "person", before="told the ")),
    "article of what it describes": (
        "person",
        Sighting("Hugo Tamm", "person", before="in the ", after=" affair", modifies=True),
    ),
    "family": ("person", Sighting("Tamms", "person", before="met the ")),
    "given name": ("person", Sighting("Anna Corvan", "organization")),
    "full name": ("person", Sighting("Oren Balk", "person")),
    "role in front": ("person", Sighting("Balk", "organization", before="its spokesman, ")),
    "role behind": ("person", Sighting("Balk", "place", after=", the notary, said")),
    "who": ("person", Sighting("Balk", "organization", after=", who left")),
    "called a firm": ("organization", Sighting("Veltar", "person", before="the shipbuilder ")),
    "what only a firm has": ("organization", Sighting("Veltar", "person", after="'s shareholders")),
    "whom it employs": (
        "organization", Sighting("Veltar", "person", before="an analyst for ships at "),
    ),
    "what only a person has": ("person", Sighting("Balk", "organization", after="'s widow said")),
    "in a place": ("place", Sighting("Ludmere", "person", before="was born in ")),
    "the port of it": ("place", Sighting("Ludmere", "organization", before="the port of ")),
    "a stake in it": ("person", Sighting("Balk", "person", before="has a stake in ")),
    "in a list of places": (
        "place", Sighting("Ludmere", "person", before="jobs in Tamsel, Dorvi and ", after=" go"),
    ),
    "within such a list": (
        "place", Sighting("Ludmere", "person", before="jobs in Tamsel, ", after=" and Dorvi go"),
    ),
    "behind such a list": (
        "person",
        Sighting("Balk", "person", before="in Tamsel, Dorvi and Norvik, ", after=" must win"),
    ),
    "a stake in a list": (
        "person", Sighting("Balk", "person", before="a stake in Tamsel, Orn and ", after=" now"),
    ),
    "two names behind a word": (
        "person", Sighting("Balk", "person", before="set out in Tamm and ", after=", she said"),
    ),
    "beside a country": (
        "place", Sighting("Ludmere", "person", before="troops from Norway, ", after=", Chad and"),
    ),
    "seat of a body": (
        "place",
        Sighting("Ludmere", "person", before="of the Coast Court, ", after=", Judge Orn, said"),
    ),
    "acronym of a body": (
        "organization", Sighting("CCO", "person", before="of the Coast Court, ", after=", said no"),
    ),
    "speaker behind a body": (
        "person", Sighting("Balk", "person", before="wrote to the Coast Court, ", after=" said no"),
    ),
    "region": ("place", Sighting("Ludmere", "person", before="the ", after=" region is dry")),
    "airport": ("place", Sighting("Ludmere", "person", after=" airport was closed")),
    "airport of a man's name": ("person", Sighting("John Balk", "person", after=" airport is")),
    "its mayor": ("place", Sighting("Ludmere", "person", after="'s mayor, Anna Orn, left")),
    "his money": ("person", Sighting("Balk", "person", after="'s money was gone")),
    "what it is behind": ("place", Sighting("Ludmere", "person", after=", a port town, voted")),
    "a clerk of a town": ("person", Sighting("Balk", "person", after=", the town clerk, left")),
    "flown to": ("place", Sighting("Ludmere", "person", before="was flown home and drove to ")),
    "miles from": ("place", Sighting("Ludmere", "person", before="two miles from ")),
    "where a firm is based": ("place", Sighting("Tamsel", "person")),
    "mayor of it": ("place", Sighting("Ludmere", "person", before="Anna Orn, mayor of ")),
    "one of many": ("other", Sighting("Norvik", "person", before="asked a ", after=" who left")),
    "an adjective before somebody": (
        "person", Sighting("Balk", "person", before="a defiant ", after=" said no"),
    ),
    "dateline": ("place", Sighting("LUDMERE", "organization", dateline=True)),
    "where somebody is from": (
        "organization", Sighting("Ludmere", "person", before="said Alfred Keel of "),
    ),
    "country": ("place", Sighting("Norway", "person")),
    "word for a place": ("place", Sighting("Ludmere Bay", "person")),
    "front of a firm's name": ("organization", Sighting("Veltar", "person")),
    "surname of a full name": ("person", Sighting("Rask", "organization")),
    "acronym": ("organization", Sighting("HGC", "person", before="said that ", after=" will go")),
    "common word that begins a headline": (
        "other", Sighting("Dredger", "person", opens=True),
    ),
    "many": ("other", Sighting("Wardens", "person", plural=True)),
    "office": ("other", Sighting("Commandant", "person")),
    "only describing": ("other", Sighting("Sorven", "person", modifies=True)),
    "a branch": ("organization", Sighting("Veltar Canada", "person")),
}  # fmt: skip
SCENE = Scene(
    outlets=frozenset({"sternlight"}),
    firms=frozenset({"veltar"}),
    surnames=frozenset({"rask"}),
    small=frozenset({"dredg"}),
    seats=frozenset({"Tamsel"}),
)


@pytest.mark.parametrize(("kind", "seen"), ROWS.values(), ids=ROWS)
def test_kind(kind: str, seen: Sighting) -> None:
    assert kind_of([seen], SCENE) == kind


def test_every_signal_has_a_row_that_it_votes_on() -> None:
    seen = [replace(sighting, scene=SCENE) for _, sighting in ROWS.values()]
    speaking = Sighting("Balk", "person", after=" said no")
    silent = [rule for rule in SIGNALS if not any(rule(each) for each in [*seen, speaking])]
    assert silent == []


def test_mixed_tags_of_one_word_make_no_person() -> None:
    seen = [Sighting("Veltar", "person"), Sighting("Veltar", "person")]
    assert kind_of(seen, Scene()) == "person"
    assert kind_of([*seen, Sighting("Veltar", "organization")], Scene()) == "organization"


def test_inner_sightings_do_not_vote_beside_others() -> None:
    inner = Sighting("Ludmere", "organization", inner=True)
    assert kind_of([inner, inner, Sighting("Ludmere", "place")], Scene()) == "place"


def test_scene_knows_fronts_of_firms_and_surnames() -> None:
    names = [("Tern Point Consulting", "organization"), ("Hugo Rask", "person")]
    scene = scene_of(
        ["The Sternlight"], names, "Dredging at press@norvik.example stopped; Tamsel-based"
    )
    assert scene.firms == {"tern", "ternpoint"}
    assert scene.surnames == {"rask"}
    assert scene.outlets == {"sternlight"}
    assert scene.seats == {"Tamsel"}
    assert "norvi" not in scene.small


@pytest.mark.parametrize(("name", "letters"), [("The Courier", "courier"), ("Theo", "theo")])
def test_bare(name: str, letters: str) -> None:
    assert bare(name) == letters
