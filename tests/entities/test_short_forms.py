"""Short for a longer name of a body, or of another. All are invented."""

from __future__ import annotations

import pytest

from sayso.entities.short_forms import is_front_of_body, short_for

SHORT = {
    "initials": ("HG", "Harbour Guard"),
    "end": ("Herald", "Corridan Herald"),
    "end of two words": ("Port Authority", "Norvik Port Authority"),
    "front of a firm": ("Veltar", "Veltar Marine Works"),
    "front of two words": ("Tern Point", "Tern Point Consulting"),
    "head before of": ("Chamber", "Chamber of Audit"),
    "an article of both": ("La Costa", "La Costa Motors"),
    "without its kind": ("Veltar", "Veltar Motor Company"),
}
NOT_SHORT = {
    "town of a paper": ("Norvik", "Norvik Courier"),
    "town of a court": ("Norvik", "Norvik District Court"),
    "branch": ("Veltar", "Veltar Marine Canada Works"),
    "university of a press": ("Norvik University", "Norvik University Press"),
    "new one": ("Veltar", "New Veltar"),
    "other firm": ("Corvan", "Veltar Marine Works"),
    "what it makes": ("Veltar", "Veltar 737"),
    "an article of its own": ("Le Littoral", "Littoral Bank"),
    "the longer one": ("Veltar Marine Works", "Veltar"),
}


@pytest.mark.parametrize(("short", "long"), SHORT.values(), ids=SHORT)
def test_short(short: str, long: str) -> None:
    assert short_for(short, long, told_before=True)


@pytest.mark.parametrize(("short", "long"), NOT_SHORT.values(), ids=NOT_SHORT)
def test_not_short(short: str, long: str) -> None:
    assert not short_for(short, long, told_before=True)


def test_front_of_body() -> None:
    assert is_front_of_body(["norvik"], ["norvik", "courier"])
    assert not is_front_of_body(["veltar"], ["veltar", "works"])


ELSEWHERE = {
    "a firm's kind": ("Veltar", "Veltar Motor Company", True),
    "a bank": ("Littoral", "Littoral Bank", False),
    "a party": ("Coast", "Coast Party", False),
    "a paper": ("Norvik Post", "Norvik Post newspaper", False),
}


@pytest.mark.parametrize(("short", "long", "same"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_short_in_another_report(short: str, long: str, same: bool) -> None:
    assert short_for(short, long, told_before=False) == same
