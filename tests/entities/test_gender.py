"""Words that tell of a man or a woman, and how they weigh across reports. All are invented."""

from __future__ import annotations

import pytest
from appearing import appeared

from sayso.case import default_reader, document_from
from sayso.entities.appearances import appearances_in
from sayso.entities.gender import gender_of, gender_of_given
from sayso.entities.profiles import profiles_of
from sayso.entities.resolving import resolve
from sayso.entities.suggestions import Blocks, Suggestion
from sayso.values import Report

WORDS = {"Mr": "m", "Mrs": "f", "Lady": "f", "she": "f", "widow": "f", "son": "m", "mayor": None}
GIVEN = {"anna": "f", "thomas": "m", "tomas": "m", "robin": None, "sasha": None}


@pytest.mark.parametrize(("word", "told"), WORDS.items(), ids=WORDS)
def test_words(word: str, told: str | None) -> None:
    assert gender_of(word) == told


@pytest.mark.parametrize(("given", "told"), GIVEN.items(), ids=GIVEN)
def test_given_names(given: str, told: str | None) -> None:
    assert gender_of_given(given) == told


TOLD = {
    "pronoun": ("Robin Tamm left in May. He had signed nothing.", "he"),
    "title": ("Lady Robin Tamm left in May.", "Lady"),
    "office behind the name": (
        "Robin Tamm, the minister of ports, left in May.",
        "minister of ports",
    ),
    "office in front": ("Ports minister Tamm would not say who left.", "Ports minister"),
    "kin": ("Robin Tamm, the widow of Hugo Tamm, left in May.", "widow"),
}


NOT_TOLD = {
    "an office in one word": ("Robin Tamm, an adviser, left in May.", "adviser"),
    "another's widow": ("Robin Tamm met the widow of Hugo Tamm.", "widow"),
    "a pronoun of two": ("Robin Tamm met Oren Balk in May. He left.", "he"),
}


def posts_of(text: str) -> tuple[str, ...]:
    reader = default_reader()
    read = reader.read(Report("r1", "names.txt", text, language="en"))
    found = appearances_in(document_from(read, reader)).appearances
    return next(each.posts for each in found if each.name.endswith("Tamm"))


@pytest.mark.parametrize(("text", "word"), TOLD.values(), ids=TOLD)
def test_what_a_report_tells(text: str, word: str) -> None:
    assert word in posts_of(text)


@pytest.mark.parametrize(("text", "word"), NOT_TOLD.values(), ids=NOT_TOLD)
def test_what_it_does_not_tell(text: str, word: str) -> None:
    assert word not in posts_of(text)


POST = "clerk, Harbour Guard"
AGAINST = {
    "he and she": (("Sasha Tamm", "he"), ("Alex Tamm", "she")),
    "Mr and she": (("Mike Tamm", "Mr"), ("Michael Tamm", "she")),
    "the son and the widow": (("Sasha Tamm", "son"), ("Alex Tamm", "widow")),
    "a given name and Mrs": (("Maria Tamm", POST), ("Tamm", "Mr")),
}
SILENT = {
    "both are she": (("Sasha Tamm", "she"), ("Alexandra Tamm", "Mrs")),
    "one is told": (("Sasha Tamm", "she"), ("Alex Tamm", POST)),
    "words contradict each other": (("Sasha Tamm", "she;he"), ("Alex Tamm", "Mr")),
}


def suggested(*sides: tuple[str, str]) -> list[Suggestion]:
    beside = ("Leda Orn", "Harbour Guard", "Pavo Lint")
    found = [
        appeared(f"r{n}", name, posts=tuple(post.split(";")), beside=beside)
        for n, (name, post) in enumerate(sides)
    ]
    settled = resolve(found)
    profiles = profiles_of(settled.entities, settled.of, found)
    return Blocks(profiles.values()).suggestions(profiles)


def genders(*sides: tuple[str, str]) -> list[str]:
    return [s.reason for pair in suggested(*sides) for s in pair.reasons if s.rule == "gender"]


@pytest.mark.parametrize("sides", AGAINST.values(), ids=AGAINST)
def test_gender_speaks_against(sides: tuple[tuple[str, str], ...]) -> None:
    left, right = sides
    like = suggested(left, (right[0], ""))
    unlike = suggested(*sides)
    assert not unlike or (genders(*sides) and unlike[0].score < like[0].score)


@pytest.mark.parametrize("sides", SILENT.values(), ids=SILENT)
def test_gender_says_nothing(sides: tuple[tuple[str, str], ...]) -> None:
    assert suggested(*sides)
    assert genders(*sides) == []


def test_the_reason_has_the_words() -> None:
    assert genders(*AGAINST["Mr and she"]) == ["“Mr” is said of one, “she” of the other"]
