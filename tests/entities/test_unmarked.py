"""Names of people that the reader left unmarked."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from sayso.case import default_reader
from sayso.entities.unmarked import with_unmarked
from sayso.values import Mention, Reading, Report

FOUND = {
    "rank": ("Colonel Stefan Brandt denied the charge.", "Colonel Stefan Brandt"),
    "office in small letters": ("Union leader Asta Rehn denied it.", "Asta Rehn"),
    "given name": ("The yard was sold. Maria Tamm wept.", "Maria Tamm"),
}
LEFT = {
    "a body": "Bishop Oren College closed in May.",
    "an office": "The General Officer Commanding denied the charge.",
    "a line in capitals": "COLONEL STEFAN BRANDT DENIES CHARGE",
    "a title and one word": "The Colonel Brandt affair is over.",
    "a firm behind its owner": "Its owner Veltar Lindqvist lost money.",
    "an office without a name": "The leader Green Party members want is ill.",
    "no given name": "Ludmere Sands flooded again.",
}


@cache
def bare(text: str) -> Reading:
    """The words of a text, without a mention."""
    read = default_reader().read(Report("r", "names.txt", text, language="en"))
    return Reading(read.report, read.tokens, read.sentences)


def added(text: str) -> list[str]:
    return [text[m.start : m.end] for m in with_unmarked(bare(text)).mentions]


@pytest.mark.parametrize(("text", "name"), FOUND.values(), ids=FOUND)
def test_a_name_has_a_mention(text: str, name: str) -> None:
    assert added(text) == [name]


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_is_left_alone(text: str) -> None:
    assert added(text) == []


def test_a_title_behind_what_has_a_mention_of_its_own() -> None:
    text = "Opposition MP Hanne Ormsk asked why."
    party = Mention("m1", 0, 10, "person", True, 0, "e1")
    reading = replace(bare(text), mentions=(party,))
    assert [text[m.start : m.end] for m in with_unmarked(reading).mentions] == [
        "Opposition", "MP Hanne Ormsk",
    ]  # fmt: skip


def test_a_name_that_has_one_is_left_alone() -> None:
    reading = with_unmarked(bare(FOUND["rank"][0]))
    assert with_unmarked(reading) == reading


def test_the_mention_is_of_a_person_with_a_name() -> None:
    (mention,) = with_unmarked(bare(FOUND["rank"][0])).mentions
    assert (mention.type, mention.named) == ("person", True)
