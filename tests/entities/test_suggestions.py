"""Pairs that are suggested, and pairs that are not. All are invented."""

from __future__ import annotations

import pytest
from appearing import appeared, decided, source

from sayso.entities.appearances import Appearance
from sayso.entities.profiles import profiles_of
from sayso.entities.resolving import resolve
from sayso.entities.suggestions import Blocks, Suggestion


def suggested(*appearances: Appearance, decisions=()) -> list[Suggestion]:
    found = resolve(appearances, decisions)
    profiles = profiles_of(found.entities, found.of, appearances)
    return Blocks(profiles.values()).suggestions(profiles, found.apart)


BESIDE = ("Leda Orn", "Harbour Guard", "Pavo Lint")
OTHERS = ("Anna Berg", "Veltar", "City Bank")
POST = "commander, Harbour Guard"
SUGGESTED = {
    "nickname": (appeared("r1", "Michael Tamm"), appeared("r2", "Mike Tamm")),
    "slip": (appeared("r1", "Hugo Tammer"), appeared("r2", "Hugo Tanmer")),
    "acronym": (
        appeared("r1", "Harbour Guard Corps", kind="organization"),
        appeared("r2", "HGC", kind="organization"),
    ),
    "organization, a slip": (
        appeared("r1", "Harbour Guard Corps", kind="organization"),
        appeared("r2", "Harbour Gaurd Corps", kind="organization"),
    ),
    "domain and name": (
        appeared("r1", "Longline Times", kind="organization"),
        appeared("r2", "ltimes.com", kind="organization"),
    ),
    "place, spelled otherwise": (
        appeared("r1", "Khalidabad", kind="place"), appeared("r2", "Khaledabad", kind="place"),
    ),
    "surname, and two who stand beside both": (
        appeared("r1", "Hugo Tamm", beside=BESIDE, published="2024-05-01"),
        appeared("r2", "Tamm", beside=BESIDE[:2], published="2024-05-04"),
    ),
    "surname, and the post in other words": (
        appeared("r1", "Hugo Tamm", posts=("minister of ports",)),
        appeared("r2", "Tamm", posts=("Ports minister",)),
    ),
    "surname of two, with the post of one": (
        appeared("r1", "Hugo Tamm", posts=(POST,), beside=BESIDE),
        appeared("r2", "Anna Tamm"),
        appeared("r3", "Tamm", posts=(POST,), beside=BESIDE),
    ),
}  # fmt: skip
LEFT_ALONE = {
    "other given name": (appeared("r1", "Hugo Tamm"), appeared("r2", "Anna Tamm")),
    "other given name, same post": (
        appeared("r1", "Hassan Ravandi", posts=(POST,)),
        appeared("r2", "Hussein Ravandi", posts=(POST,)),
    ),
    "surname, and one who stands beside both": (
        appeared("r1", "Hugo Tamm", beside=BESIDE[:1]), appeared("r2", "Tamm", beside=BESIDE[:1]),
    ),
    "surname of a woman, and two who stand beside both": (
        appeared("r1", "Anna Tamm", beside=BESIDE[:2]),
        appeared("r2", "Tamm", beside=BESIDE[:2], posts=("Mr",)),
    ),
    "surname of two": (
        appeared("r1", "Hugo Tamm"), appeared("r2", "Anna Tamm"), appeared("r3", "Tamm"),
    ),
    "unnamed sources": (source("r1", "a senior official"), source("r2", "a senior official")),
    "person and organization": (
        appeared("r1", "Hugo Tamm"), appeared("r2", "Hugo Tamm Lines", kind="organization"),
    ),
    "other body of the state": (
        appeared("r1", "Ministry of Ports", kind="organization"),
        appeared("r2", "Ministry of Mines", kind="organization"),
    ),
    "decades apart, other post": (
        appeared("r1", "Michael Tamm", published="1961-02-01", posts=("mayor, Corrida",)),
        appeared("r2", "Mike Tamm", published="2021-02-01", posts=("singer, The Gulls",)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("appearances", SUGGESTED.values(), ids=SUGGESTED)
def test_suggested(appearances) -> None:
    assert suggested(*appearances)


@pytest.mark.parametrize("appearances", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(appearances) -> None:
    assert suggested(*appearances) == []


def test_reasons_are_kept_apart_and_in_words() -> None:
    (found,) = suggested(
        appeared("r1", "Michael Tamm", posts=(POST,), beside=BESIDE, published="2020-01-01"),
        appeared("r2", "Mike Tamm", posts=("the commander of Harbour Guard",), beside=OTHERS),
    )
    assert {signal.rule for signal in found.reasons} == {"name", "posts", "beside"}
    assert "“commander, Harbour Guard”" in next(s.reason for s in found.reasons)
    assert found.subjects == ("r1#michaeltamm", "r2#miketamm")


def test_what_stands_around_moves_the_score() -> None:
    near, far = (
        suggested(
            appeared("r1", "Michael Tamm", beside=BESIDE), appeared("r2", "Mike Tamm", beside=names)
        )[0].score
        for names in (BESIDE, OTHERS)
    )
    assert near > far


def test_best_first() -> None:
    found = suggested(
        appeared("r1", "Michael Tamm", beside=BESIDE, posts=(POST,)),
        appeared("r2", "Mike Tamm", beside=BESIDE, posts=(POST,)),
        appeared("r3", "Katherine Orn"),
        appeared("r4", "Kate Orn"),
    )
    assert [each.subjects[0] for each in found] == ["r1#michaeltamm", "r3#katherineorn"]
    assert found[0].score > found[1].score


@pytest.mark.parametrize("kind", ["same", "different"])
def test_decided_pairs_are_not_suggested(kind: str) -> None:
    pair = appeared("r1", "Michael Tamm"), appeared("r2", "Mike Tamm")
    assert suggested(*pair, decisions=[decided(kind, pair[0].id, pair[1].id)]) == []


def test_only_the_blocks_of_a_new_one_are_looked_at() -> None:
    appearances = [appeared("r1", "Michael Tamm"), appeared("r2", "Leda Orn")]
    found = resolve(appearances)
    profiles = profiles_of(found.entities, found.of, appearances)
    blocks = Blocks(profiles.values())
    new = appeared("r3", "Mike Tamm")
    settled = resolve([new])
    (profile,) = profiles_of(settled.entities, settled.of, [new]).values()
    blocks.add(profile)
    assert [each.name for each in blocks.near(profile)] == ["Michael Tamm"]
