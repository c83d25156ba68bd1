"""Which names of people are the same, likely, open or different. All are invented."""

from __future__ import annotations

import pytest

from sayso.entities import compare_names
from sayso.entities.persons import person_name, surname_of

SAME = {
    "accents": ("Søren Ångdal", "Soren Angdal"),
    "rank": ("Brig. Gen. Tarek Solmani", "Tarek Solmani"),
    "double letters": ("Qassem Ravandi", "Qasem Ravandi"),
    "o for u": ("Gen. Qasem Solanki", "Qassem Sulanki"),
    "Persian": ("Qasem Ravandi", "قاسم راوندی"),
    "Arabic": ("محمود سلوان", "Mahmoud Salwan"),
    "Cyrillic": ("Виктор Беленский", "Viktor Belensky"),
    "family first": ("BERGLUND, Anna Maria", "Anna Maria Berglund"),
    "patronymic left out": ("Pavel Andreyevich Dorin", "Pavel Dorin"),
    "middle initial": ("Hugo J. Tamm", "Hugo Jonas Tamm"),
    "run together": ("HugoTammson Velder", "Hugo Tammson-Velder"),
    "particles": ("Yusuf al-Karimi", "Yusuf Karimi"),
    "servant of": ("Abdulaziz Noorzad", "'Abd al-Aziz Nourzad"),
    "said twice": ("Hugo Hugo Tamm", "Hugo Tamm"),
}
LIKELY = {
    "given name short": ("Mike Tamm", "Michael Tamm"),
    "slip": ("Hugo Tamm", "Hugo Tanm"),
    "western e and a": ("Allen Tamm", "Alan Tamm"),
    "initial": ("H. Tamm", "Hugo Tamm"),
    "first name left out": ("Mohammad Javad Noorzad", "Javad Noorzad"),
    "two parts changed places": ("Ali Hassan", "Hassan Ali"),
    "syllables": ("Lin Haoran", "林浩然"),
}
OPEN = {
    "surname": ("Tamm", "Hugo Tamm"),
    "given name": ("Hugo", "Hugo Tamm"),
    "empty": ("", "Hugo Tamm"),
}
DIFFERENT = {
    "given names": ("Hassan Ravandi", "Hussein Ravandi"),
    "given names in two scripts": ("محمد سلوان", "Mahmoud Salwan"),
    "surnames": ("Hugo Tamm", "Hugo Kask"),
    "patronymics": ("Pavel Andreyevich Dorin", "Pavel Borisovich Dorin"),
    "initials": ("Hugo O. Tamm", "Hugo Jonas Tamm"),
    "father and son": ("Salman bin Yusuf al-Karimi", "Yusuf bin Salman al-Karimi"),
    "generations": ("Hugo Tamm Jr.", "Hugo Tamm Sr."),
    "one syllable": ("林浩然", "林浩东"),
}
ROWS = [
    pytest.param(*pair, verdict, id=f"{verdict}: {name}")
    for verdict, table in (
        ("same", SAME), ("likely", LIKELY), ("open", OPEN), ("different", DIFFERENT),
    )
    for name, pair in table.items()
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "verdict"), ROWS)
def test_verdict(left: str, right: str, verdict: str) -> None:
    assert compare_names(left, right, "person").verdict == verdict
    assert compare_names(right, left, "person").verdict == verdict


def test_reasons_name_the_words() -> None:
    match = compare_names("Hassan Ravandi", "Hussein Ravandi", "person")
    assert match.reasons[0].rule == "other_parts"
    assert "“Hassan”" in match.reasons[0].reason
    assert "“Hussein”" in match.reasons[0].reason


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Gen. Tarek bin Yusuf al-Karimi", ["tarek", "yusuf", "karimi"], id="title"),
        pytest.param("McArdle", ["mcardle"], id="Mc is no word"),
        pytest.param("T.J. Tamm", ["t", "j", "tamm"], id="initials"),
        pytest.param("Ben Tamm", ["ben", "tamm"], id="Ben in front is a name"),
        pytest.param("Dr", ["dr"], id="a title alone is kept"),
        pytest.param("Gideon Ash", ["gideon", "ash"], id="a particle in the end is a surname"),
        pytest.param("Hafez al-", ["hafez"], id="a particle cut off"),
        pytest.param("Anna Berg KC", ["anna", "berg"], id="letters behind"),
        pytest.param("Professor Emeritus Karl Lund", ["karl", "lund"], id="emeritus"),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    assert [part.latin for part in person_name(text).parts] == parts


@pytest.mark.parametrize(
    ("short", "expected"), [("Tamm", True), ("Hugo", True), ("Jonas", False), ("Kask", False)]
)
def test_surname_of(short: str, *, expected: bool) -> None:
    assert surname_of(short, "Hugo Jonas Tamm") is expected
