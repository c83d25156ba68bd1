"""Words of names that other scripts have lent: their spellings, and what only sounds like them."""

from __future__ import annotations

import pytest

from sayso.entities.scripts import word
from sayso.store.transliterated import is_transliterated

LENT = (
    *("Suleimani", "Soleymani", "Mohammed", "Muhammad", "Mohamed", "Hussein", "Husain", "Omar"),
    *("Umar", "Khalid", "Ahmad", "Yusuf", "Youssef", "Sergey", "Sergei", "Dmitry", "Karimov"),
    *("Kerimova", "Zelenskyy", "Сулеймани", "سلیمانی"),
)
OWN = (
    *("Quill", "Keel", "Kool", "Reid", "Reed", "Hansson", "Lind", "Lynd", "Wood", "Moore", "Homer"),
    *("Harold", "Herald", "Norman", "Thole", "Marrable", "Nelson", "Steel", "Meier", "Meyer"),
)


@pytest.mark.parametrize("name", LENT)
def test_lent(name: str) -> None:
    assert is_transliterated(word(name))


@pytest.mark.parametrize("name", OWN)
def test_own(name: str) -> None:
    assert not is_transliterated(word(name))
