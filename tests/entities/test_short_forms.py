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
