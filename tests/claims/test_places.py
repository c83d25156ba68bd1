"""Places: what a name may mean, how it was narrowed, and what is no place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.places import Place, find_place_names, find_places
from sayso.claims.places_gazetteer import _rows
from sayso.values import Mention, PlaceName

FOUND = [
    ("country", "Troops left Iran.", "Iran", ("country", "IR", 130758)),
    ("abbreviated", "It was a U.S. strike.", "U.S.", ("country", "US", 6252001)),
    ("before a hyphen", "An Iran-backed group.", "Iran", ("country", "IR", 130758)),
    ("other name", "He fled to Ivory Coast.", "Ivory Coast", ("country", "CI", 2287781)),
    ("longest name", "He fled to South Sudan.", "South Sudan", ("country", "SS", 7909807)),
    ("state", "A plant in Alabama shut.", "Alabama", ("state", "US-AL", 4829764)),
    ("home nation", "He lives in Wales.", "Wales", ("state", "GB-WLS", 2634895)),
    ("region", "All through Latin America.", "Latin America", ("region", None, None)),
    ("city and state", "A plant in Mobile, Alabama.", "Mobile", ("city", "US", 4076598)),
    ("city and country", "He died in Paris, France.", "Paris", ("city", "FR", 2988507)),
    ("same city elsewhere", "He died in Paris, Texas.", "Paris", ("city", "US", 4717560)),
]
CODES = [
    ("latin america", "Latin America", "419", False),
    ("south america", "South America", "005", True),
    ("middle east", "the Middle East", "145", False),
    ("western hemisphere", "the Western Hemisphere", "019", False),
    ("sahel", "the Sahel", None, False),
    ("country", "Yemen", "887", True),
]
ADJECTIVES = [
    ("one", "Iranian", {"IR"}),
    ("two words", "South African", {"ZA"}),
    ("two countries", "Korean", {"KP", "KR"}),
    ("congolese", "Congolese", {"CD", "CG"}),
]
LEFT_ALONE = [
    ("surname", "Michael Jordan won."),
    ("given name", "Chad Smith drummed."),
    ("sea", "It sank in the Indian Ocean."),
    ("gulf", "It sank in the Gulf of Mexico."),
    ("newspaper", "He wrote for the Washington Post."),
    ("lower case", "They ate turkey off the china."),
    ("city without a mention", "Reading is Nice. Mobile phones."),
    ("inside a word", "Iranology and Omanis."),
]


def _mention(text: str, words: str, kind: str) -> Mention:
    start = text.index(words)
    return Mention("m", start, start + len(words), kind, named=True, head=0, entity="e")


def _one(text: str, words: str) -> Place:
    (found,) = [place for place in find_places(text) if text[place.start : place.end] == words]
    return found


@pytest.mark.parametrize(
    ("text", "words", "expected"), [pytest.param(*row[1:], id=row[0]) for row in FOUND]
)
def test_must_find(text: str, words: str, expected: tuple[str, str | None, int | None]) -> None:
    place = _one(text, words).resolved
    assert place is not None
    assert (place.kind, place.iso, place.geonames) == expected


@pytest.mark.parametrize(
    ("text", "code", "exact"), [pytest.param(*row[1:], id=row[0]) for row in CODES]
)
def test_m49(text: str, code: str | None, exact: bool) -> None:
    (place,) = find_places(text)
    assert place.resolved is not None
    assert (place.resolved.m49, place.resolved.m49_exact) == (code, exact)


@pytest.mark.parametrize(
    ("word", "codes"), [pytest.param(*row[1:], id=row[0]) for row in ADJECTIVES]
)
def test_adjectives_are_flagged(word: str, codes: set[str]) -> None:
    (place,) = find_places(f"The {word} army left.")
    assert place.adjective
    assert {candidate.iso for candidate in place.candidates} == codes


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in LEFT_ALONE])
def test_must_leave_alone(text: str) -> None:
    assert find_places(text) == ()


@pytest.mark.parametrize("name", ["Georgia", "Congo", "New York", "Washington"])
def test_an_ambiguous_area_keeps_its_candidates(name: str) -> None:
    (place,) = find_places(f"He went to {name}.")
    assert place.resolved is None
    assert len(place.candidates) == 2
    assert place.reason == "2 places are listed under this name"


def test_an_ambiguous_city_keeps_its_candidates_the_largest_first() -> None:
    text = "He moved to Birmingham."
    (place,) = find_places(text, [_mention(text, "Birmingham", "place")])
    sizes = [candidate.population for candidate in place.candidates]
    assert len(sizes) > 1
    assert sizes == sorted(sizes, reverse=True)


def test_a_capital_goes_before_its_namesakes() -> None:
    text = "He moved to Paris."
    (place,) = find_places(text, [_mention(text, "Paris", "place")])
    assert place.resolved is not None
    assert (place.resolved.iso, place.reason) == ("FR", "a national capital of this name")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        pytest.param("Jordan Vale spoke.", "Jordan Vale", "person", id="person"),
        pytest.param("The Bank of America paid.", "Bank of America", "organization", id="firm"),
    ],
)
def test_a_name_inside_another_name_is_no_place(text: str, words: str, kind: str) -> None:
    assert find_places(text, [_mention(text, words, kind)]) == ()


@settings(deadline=None)
@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 40))
def test_any_text_is_read(text: str, start: int, length: int) -> None:
    mention = Mention("m", start, start + length, "place", named=True, head=0, entity="e")
    for place in find_places(text, [mention]):
        assert 0 <= place.start < place.end <= len(text)
        assert place.candidates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left Yemen.", PlaceName(8, 13, "Yemen", "YE", 69543, "887"), id="country"),
        pytest.param(
            "He left the U.K. then.",
            PlaceName(12, 16, "United Kingdom", "GB", 2635167, "826"),
            id="full name",
        ),
        pytest.param(
            "All Latin America",
            PlaceName(4, 17, "Latin America", m49="419", candidates=(
                "Latin America and the Caribbean",
            )),
            id="nearest region",
        ),
        pytest.param(
            "He left Georgia",
            PlaceName(8, 15, "Georgia", candidates=("Georgia (country)", "Georgia (US-GA)")),
            id="ambiguous",
        ),
    ],
)  # fmt: skip
def test_place_names(text: str, expected: PlaceName) -> None:
    assert find_place_names(text) == (expected,)


def test_an_adjective_is_no_place_name() -> None:
    assert find_place_names("The Iranian army left.") == ()


def test_the_file_of_places_says_whose_it_is() -> None:
    assert any("CC BY 4.0" in cells[0] for cells in _rows("#"))
