"""Whom a pronoun or a last name stands for, and where that is left open."""

from __future__ import annotations

import pytest
from drawn_rows import drawn

from sayso.values import Claim

SHE = (
    "Korr/PROPN/Korr/2/nsubj said/VERB/say/0/root/F {word}/PRON/{word}/4/nsubj "
    "left/VERB/leave/2/ccomp/F"
)
TWO = (
    "Korr/PROPN/Korr/2/nsubj met/VERB/meet/0/root/F Brand/PROPN/Brand/2/obj "
    "before/SCONJ/before/6/mark he/PRON/he/6/nsubj fell/VERB/fall/2/advcl/F"
)


def agent(claims: tuple[Claim, ...]) -> str | None:
    return claims[-1].arguments[0].entity


@pytest.mark.parametrize(
    ("word", "kind", "entity"),
    [
        ("she", "person", "k"),
        ("it", "organization", "k"),
        ("they", "organization", "k"),
        ("it", "person", None),
        ("she", "organization", None),
        ("they", "person", None),
        ("you", "person", None),
    ],
    ids=["she", "it", "they", "no-it", "no-she", "no-they", "no-you"],
)
def test_pronoun_stands_for_its_own_kind(word: str, kind: str, entity: str | None) -> None:
    claims = drawn(SHE.format(word=word), f"Korr : {kind} k", f"{word} : {kind} k")
    assert agent(claims) == entity


def test_pronoun_is_left_open_between_two() -> None:
    claims = drawn(TWO, "Korr : person k", "Brand : person b", "he : person b")
    assert agent(claims) is None


def test_last_name_of_two_people_is_left_open() -> None:
    parse = (
        "Ilse/PROPN/Ilse/3/nsubj Korr/PROPN/Korr/1/flat met/VERB/meet/0/root/F "
        "Jon/PROPN/Jon/3/obj Korr/PROPN/Korr/4/flat and/CCONJ/and/8/cc Ott/PROPN/Ott/8/nsubj "
        "left/VERB/leave/3/conj/F"
    )
    parse = parse.replace("Ott/PROPN/Ott", "Korr/PROPN/Korr")
    claims = drawn(parse, "Ilse Korr : person a", "Jon Korr : person b")
    assert agent(claims) is None


def test_pronoun_of_the_other_gender_is_left_open() -> None:
    parse = (
        "Mr/PROPN/Mr/2/compound Korr/PROPN/Korr/3/nsubj said/VERB/say/0/root/F "
        "{}/PRON/x/5/nsubj left/VERB/leave/3/ccomp/F"
    )
    for word, entity in (("he", "k"), ("she", None)):
        claims = drawn(parse.format(word), "Mr Korr : person k", f"{word} : person k")
        assert agent(claims) == entity


def test_nobody_urges_himself() -> None:
    parse = (
        "Korr/PROPN/Korr/2/nsubj urged/VERB/urge/0/root/F the/DET/the/4/det "
        "auditor/NOUN/auditor/2/obj"
    )
    claims = drawn(parse, "Korr : person k", "the auditor : person k")
    assert [a.entity for a in claims[0].arguments] == ["k", None]


def test_himself_is_himself() -> None:
    parse = "Korr/PROPN/Korr/2/nsubj praised/VERB/praise/0/root/F himself/PRON/himself/2/obj"
    claims = drawn(parse, "Korr : person k", "himself : person k")
    assert [a.entity for a in claims[0].arguments] == ["k", "k"]
    parse = parse.replace("himself", "him")
    claims = drawn(parse, "Korr : person k", "him : person k")
    assert [a.entity for a in claims[0].arguments] == ["k", None]
