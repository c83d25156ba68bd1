"""Who is who inside one report. All are invented."""

from __future__ import annotations

import pytest
from readings import reading

from sayso.entities.short_forms import short_for
from sayso.entities.within import figures

TOGETHER = {
    "surname": "[Hugo Tamm|person|a] spoke. [Tamm|person|b] left.",
    "surname first in the headline": "[Tamm|person|a] out. [Hugo Tamm|person|b] left.",
    "title": "[Hugo Tamm|person|a] spoke. [Minister Tamm|person|b] left.",
    "possessive": "[Hugo Tamm|person|a] spoke. [Tamm's|person|b] aide left.",
    "spelling": "[Qassem Ravandi|person|a] spoke. [Gen. Qasem Ravandi|person|b] left.",
    "acronym introduced": "[Harbour Guard Corps|organization|a] (HGC): [the HGC|organization|b].",
    "acronym inside": "[Corvan Airlines (CIL)|organization|a]; [CIL|organization|b].",
    "acronym by its letters": "[HGC|organization|a]; [the Harbour Guard Corps|organization|b].",
    "last word": "[the Corridan Harbour Guard|organization|a]; [the Guard|organization|b].",
    "first word": "[Veltar Lindqvist|organization|a]; [Veltar|organization|b].",
    "legal form": "[Veltar SAS|organization|a]; [Veltar|organization|b].",
    "kind": "[Veltar|organization|a]; [Veltar Motor Company|organization|b].",
    "state": "[the U.S.|place|a]; [the United States|place|b].",
    "initials of a place": "[New East Corrida|place|a]; [NEC|place|b].",
    "same source twice": "[a port official|person?|a]; [the port official|person?|b].",
    "kinds mixed up": "[Veltar|organization|a]; [Veltar|organization|b]; [Veltar|person|c].",
    "firm read as a person": "[Veltar Motor Company|organization|a]; [Veltar|person|b].",
    "group and name": "[Hugo Tamm|person|a] spoke; [he|person?|a] left.",
    "reader's alias": "[Veltar|organization|a]; [Veltar Northern Yards|organization|a].",
}
APART = {
    "two surnames": "[Hugo Tamm|person|a]; [Hugo Kask|person|a].",
    "two given names": "[Hassan Ravandi|person|a]; [Hussein Ravandi|person|a].",
    "two organizations": "[Veltar|organization|a]; [the Harbour Guard|organization|a].",
    "a part told later": "[Veltar|organization|a]; [Veltar Yards|organization|b].",
    "descriptions": "[a port official|person?|a]; [a navy official|person?|b].",
    "common words": "[the people|person?|a]; [the people|person?|b].",
    "person and place": "[Corrida|place|a]; [Anna Corrida|person|b].",
    "a number in the name": "[Veltar 737s|organization|a]; [Veltar|organization|b].",
    "state and its body": "[the U.S.|place|a]; [the U.S. Senate|organization|a].",
    "two people in one mention": "[Hugo Tamm and Anna Berg|person|a]; [Hugo Tamm|person|b].",
}


def together(marked: str) -> bool:
    return len(figures(reading(marked))) == 1


@pytest.mark.parametrize("marked", TOGETHER.values(), ids=TOGETHER)
def test_together(marked: str) -> None:
    assert together(marked)


@pytest.mark.parametrize("marked", APART.values(), ids=APART)
def test_apart(marked: str) -> None:
    assert not together(marked)


def test_surname_of_two_is_left_open() -> None:
    found = figures(reading("[Hugo Tamm|person|a], [Anna Tamm|person|b]. [Tamm|person|c] left."))
    assert [figure.names for figure in found] == [["Hugo Tamm"], ["Anna Tamm"], []]


def test_pronouns_follow_the_nearest_name_of_a_split_group() -> None:
    of = reading(
        "[He|person?|a] came. [Hugo Tamm|person|a] spoke; [he|person?|a] left. Rain fell. "
        "Night came. [Jan Kask|person|a] stayed; [he|person?|a] slept."
    )
    assert [figure.mentions for figure in figures(of)] == [[0, 1, 2], [3, 4]]


def test_every_mention_is_in_one_figure() -> None:
    of = reading("".join(TOGETHER.values()) + "".join(APART.values()))
    numbers = [n for figure in figures(of) for n in figure.mentions]
    assert sorted(numbers) == list(range(len(of.mentions)))


@pytest.mark.parametrize(
    ("short", "long", "told", "expected"),
    [
        ("Guard", "Harbour Guard", True, True),
        ("Guard", "Harbour Guard", False, False),
        ("Veltar", "Veltar University", True, False),
        ("Veltar University", "Veltar", True, False),
        ("HG", "Harbour Guard", False, True),
    ],
)
def test_short_for(short: str, long: str, *, told: bool, expected: bool) -> None:
    assert short_for(short, long, told_before=told) is expected


APART_BY_WORDS = {
    "surnames unlike": "[Nessa Tallow|person|a] wrote. [Mr Thole|person|a] left.",
    "she is not Mr": "[Mr Thole|person|a] left; [she|person?|a] stayed.",
    "he is not Ms": "[Ms Tamm|person|a] left; [he|person?|a] stayed.",
    "somebody new": "[Hugo Tamm|person|a] left. [A former colleague|person?|a] stayed.",
}


@pytest.mark.parametrize("text", APART_BY_WORDS.values(), ids=APART_BY_WORDS.keys())
def test_a_wrong_group_is_taken_apart(text: str) -> None:
    assert [figure.mentions for figure in figures(reading(text))] == [[0], [1]]
