"""Names that are nothing but offices."""

from __future__ import annotations

import pytest

from sayso.entities.office_words import is_office

OFFICES = (
    "General Officer Commanding", "Chief of Army Staff", "Army Staff", "COAS", "GOC", "Generals",
    "Corps Commanders", "His Eminence", "Secretary-General", "President-General", "God",
    "Commanding 2 Division", "Attorney General", "Commanding",
)  # fmt: skip
NAMES = (
    "Nigerian Army", "General Staff College", "Judge Maria Costa", "Air Force", "Oren Marshal",
    "7 Division", "Federal Government", "Ministry of Defence", "Mayor Tamm",
)  # fmt: skip


@pytest.mark.parametrize("name", OFFICES)
def test_is_only_an_office(name: str) -> None:
    assert is_office(name)


@pytest.mark.parametrize("name", NAMES)
def test_is_more(name: str) -> None:
    assert not is_office(name)
