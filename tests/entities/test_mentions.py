"""The name in a mention. All are invented."""

from __future__ import annotations

import re

import pytest
from readings import reading

from sayso.entities.mentions import called
from sayso.entities.name_runs import name_in
from sayso.values import Mention, Reading, Report, Token

PERSONS = {
    "title": ("Gen. Tarek Solmani", "Tarek Solmani"),
    "office of a firm": ("Veltar Line CEO Anna Berg", "Anna Berg"),
    "description in front": ("the harbour's chief engineer Anna Berg", "Anna Berg"),
    "description behind": ("Anna Berg, minister of transport for Corrida", "Anna Berg"),
    "brackets": ("Senator Anna Berg (C-COR", "Anna Berg"),
    "particles": ("Prince Yusuf bin Salman al-Karimi", "Yusuf bin Salman al-Karimi"),
    "possessive": ("Anna Berg's", "Anna Berg"),
    "state in front": ("President of the United States Anna Berg", "Anna Berg"),
    "Arabic": ("قاسم راوندی", "قاسم راوندی"),
    "title alone": ("the Prime Minister", None),
    "office at the end": ("the Corridan Governor", None),
    "two people": ("Anna Berg and Hugo Tamm", None),
    "no name": ("a senior official", None),
}
BODIES = {
    "what it is": ("U.S. automaker Veltar", "Veltar"),
    "article": ("The Harbour Guard", "Harbour Guard"),
    "and inside": ("European Dredging and Space Company", "European Dredging and Space Company"),
    "owner": ("Corrida's Harbour Guard", "Harbour Guard"),
    "owner is part of it": ("King's College", "King's College"),
    "seat in front": ("Corrida-based Veltar", "Veltar"),
    "relative clause": ("Veltar, which builds ships", "Veltar"),
    "two": ("Veltar and Corvan Martin", None),
    "small first letter": ("al-Nasr Brigade", "al-Nasr Brigade"),
}


@pytest.mark.parametrize(("text", "name"), PERSONS.values(), ids=PERSONS)
def test_people(text: str, name: str | None) -> None:
    assert name_in(text, "person") == name


@pytest.mark.parametrize(("text", "name"), BODIES.values(), ids=BODIES)
def test_organizations(text: str, name: str | None) -> None:
    assert name_in(text, "organization") == name


def test_head_chooses_among_names() -> None:
    text = "Anna Berg, whom Hugo Tamm praised"
    assert name_in(text, "person", text.index("Berg")) == "Anna Berg"


@pytest.mark.parametrize(
    ("marked", "acronym"),
    [
        pytest.param("[Harbour Guard Corps|organization|a] (HGC)", "HGC", id="behind"),
        pytest.param("[Harbour Guard Corps (HGC)|organization|a]", "HGC", id="inside"),
        pytest.param("[Harbour Guard Corps HGC|organization|a]", "HGC", id="beside"),
        pytest.param("[Corvan Airlines|organization|a] (CIA)", None, id="not its letters"),
        pytest.param("[Harbour Guard|organization|a] (see below)", None, id="no acronym"),
        pytest.param("[Anna Berg|person|a] (C-COR)", None, id="a party"),
    ],
)
def test_acronym(marked: str, acronym: str | None) -> None:
    of = reading(marked)
    assert called(of, of.mentions[0]).acronym == acronym


def test_pronoun_and_description() -> None:
    of = reading("[She|person?|a] met [the senior official|person?|b] on [Friday|time|c].")
    calls = [called(of, mention) for mention in of.mentions]
    assert [call.name for call in calls] == [None, None, None]
    assert [call.pronoun for call in calls] == [True, False, False]
    assert calls[1].description == "senior official"


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        pytest.param("shipbuilder Veltar Lindqvist", 0, "Veltar Lindqvist", id="behind"),
        pytest.param("Veltar Northern Yards", 2, "Veltar Northern Yards", id="in capitals"),
        pytest.param("HGC", 0, "HGC", id="acronym"),
        pytest.param("yards of the north", 0, None, id="common"),
        pytest.param("Yards", 0, None, id="one word"),
    ],
)
def test_name_under_a_common_noun(text: str, head: int, name: str | None) -> None:
    line = f"Yesterday the {text} closed."
    tokens = tuple(
        Token(m.start(), m.end(), "NOUN", "", m[0], -1, "dep") for m in re.finditer(r"\w+", line)
    )
    mention = Mention("m1", 14, 14 + len(text), "organization", False, head + 2, "a")
    of = Reading(Report("r", "r.txt", line), tokens, ((0, len(tokens)),), (mention,))
    assert called(of, mention).name == name
