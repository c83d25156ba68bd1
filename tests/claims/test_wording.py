"""The sentence of a claim: the report's words, and names in brackets."""

from __future__ import annotations

import re

import pytest
from drawn_rows import Row, drawn, reading_of, rows, said

from sayso.values import Entity

KORR = Entity("korr", "person", "Ilse Korr", ("Ilse Korr", "Korr"))


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        ("control-subject", ["Korr offered to send troops to Vell"]),
        ("relative-object", ["they ordered [The ferry]", "The ferry which they ordered sank"]),
        (
            "participle-free",
            ["A bomb exploded", "[A bomb] killing five people"],
        ),
        ("apposition", ["Ilse Korr: the mayor of Vell"]),
        ("possessive", ["Jon Brand: her deputy"]),
        ("nominal", ["The bombing of the depot in Vell"]),
        ("short-of", ["Korr stopped short of threatening Brand"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_text_holds_by_itself(key: str, texts: list[str]) -> None:
    row = next(r for r in rows() if r.id == key)
    found = [c.text for c in drawn(row.parse, *row.mentions)]
    assert [t for t in texts if t not in found] == [], found


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_no_word_is_added(row: Row) -> None:
    words = set(re.findall(r"\w+", reading_of(row.parse).report.text.lower()))
    for claim in drawn(row.parse, *row.mentions):
        assert set(re.findall(r"\w+", claim.text.lower())) <= words


def test_pronoun_has_its_name_behind_it() -> None:
    parse = (
        "Ilse/PROPN/Ilse/3/nsubj Korr/PROPN/Korr/1/flat said/VERB/say/0/root/F "
        "she/PRON/she/5/nsubj left/VERB/leave/3/ccomp/F"
    )
    claims = drawn(parse, "Ilse Korr : person korr", "she : person korr", entities=(KORR,))
    assert claims[1].text == "she [Ilse Korr] left"
    assert claims[1].arguments[0].entity == "korr"


def test_denial_leads_the_text() -> None:
    parse = (
        "Brand/PROPN/Brand/2/nsubj denied/VERB/deny/0/root/F Korr/PROPN/Korr/5/nsubj "
        "had/AUX/have/5/aux/F fled/VERB/flee/2/ccomp/P"
    )
    claims = said(parse, "Korr had fled", cue="denied", stance="denied")
    assert claims[1].text == "denied: Korr had fled"
