"""Two people of one full name, told apart across reports by sure signs. All are invented."""

from __future__ import annotations

from itertools import permutations

import pytest
from appearing import appeared, decided

from sayso.case import default_reader
from sayso.entities.ages import age_beside, generation_of
from sayso.entities.appearances import Appearance, appearances_of
from sayso.entities.memory import Shelves
from sayso.entities.placing import Placer, replaced
from sayso.entities.profiles import profiles_of
from sayso.entities.resolving import place_all, resolve
from sayso.entities.settling import settle
from sayso.entities.signs import contradict, signs_of
from sayso.entities.suggestions import Blocks
from sayso.values import Report

SIGNS = {
    "a title": ("Robin Tamm left. Mr Tamm had signed nothing.", {"man"}),
    "a title before the whole name": ("Ms Robin Tamm left in May.", {"woman"}),
    "an age": ("Robin Tamm, 71, left in May.", {"born 1953"}),
    "an age in a description": ("Robin Tamm, a 19-year-old fisherman, left.", {"born 2005"}),
    "an age in front": ("The 19-year-old fisherman Robin Tamm left.", {"born 2005"}),
    "the elder": ("Robin Tamm the elder left in May.", {"senior"}),
}
NONE = {
    "no sign": "Robin Tamm left in May. She had signed nothing.",
    "a couple": "Mr and Mrs Robin Tamm left in May.",
    "a title of anybody": "Dr Robin Tamm left in May.",
    "a house number": "Robin Tamm, 19 Quay Road, left in May.",
    "two ages": "Robin Tamm, 71, left in May. Robin Tamm, 19, came in June.",
}


def told_of(text: str, published: str | None = "2024-03-01") -> list[set[str]]:
    read = default_reader().read(
        Report("r1", "names.txt", text, language="en", published=published)
    )
    found = appearances_of(read).appearances
    return [set(signs_of(each)) for each in found if each.name.endswith("Tamm")]


@pytest.mark.parametrize(("text", "signs"), SIGNS.values(), ids=SIGNS)
def test_signs(text: str, signs: set[str]) -> None:
    assert told_of(text) == [signs]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_sure_sign(text: str) -> None:
    assert not set().union(*told_of(text)) or len(told_of(text)) > 1


def test_an_age_without_a_date_tells_nothing() -> None:
    assert told_of("Robin Tamm, 71, left in May.", published=None) == [set()]


def told(report: str, *words: str, year: int = 2024, name: str = "Robin Tamm") -> Appearance:
    return appeared(report, name, posts=words, published=f"{year}-05-01")


APART = {
    "Mr and Ms": (told("r1", "Mr"), told("r2", "Ms")),
    "71 and 19 in one year": (told("r1", "aged 71"), told("r2", "aged 19")),
    "19, and 21 twelve years later": (told("r1", "aged 19"), told("r2", "aged 21", year=2036)),
    "the elder and the younger": (told("r1", "senior"), told("r2", "junior")),
    "with a middle initial": (told("r1", "Mr"), told("r2", "Mrs", name="Robin J. Tamm")),
}
TOGETHER = {
    "one is told": (told("r1", "Mr"), told("r2")),
    "the same title": (told("r1", "Mr"), told("r2", "Mr", "clerk")),
    "Mrs and Ms": (told("r1", "Mrs"), told("r2", "Ms")),
    "as old as they would be": (told("r1", "aged 59", year=2012), told("r2", "aged 71")),
    "a wrong age": (told("r1", "aged 71"), told("r2", "aged 68")),
    "he and she, which may be another's": (told("r1", "he"), told("r2", "she")),
    "an age without a date": (told("r1", "aged 71"), appeared("r2", "Robin Tamm", posts=("19",))),
}


@pytest.mark.parametrize("rows", APART.values(), ids=APART)
def test_signs_keep_apart(rows: tuple[Appearance, ...]) -> None:
    for order in permutations(rows):
        assert len({each.entity for each in place_all(order)}) == 2


@pytest.mark.parametrize("rows", TOGETHER.values(), ids=TOGETHER)
def test_no_sign_keeps_apart(rows: tuple[Appearance, ...]) -> None:
    for order in permutations(rows):
        assert len({each.entity for each in place_all(order)}) == 1


@pytest.mark.parametrize("rows", APART.values(), ids=APART)
def test_a_person_is_asked_about_them(rows: tuple[Appearance, ...]) -> None:
    settled = resolve(rows)
    profiles = profiles_of(settled.entities, settled.of, rows)
    (pair,) = Blocks(profiles.values()).suggestions(profiles)
    assert any(signal.value < 0.5 for signal in pair.reasons) or "senior" in rows[0].posts


def test_signs_lead_to_their_own() -> None:
    one, other, again, more = place_all(
        [told("r1", "Mr"), told("r2", "Ms"), told("r3", "Mrs"), told("r4", "Mr")]
    )
    assert (again.entity, more.entity) == (other.entity, one.entity)


def test_whoever_has_no_sign_is_open_between_them() -> None:
    one, other, third = place_all([told("r1", "Mr"), told("r2", "Ms"), told("r3")])
    assert third.entity not in (one.entity, other.entity)
    assert third.among == (one.entity, other.entity)


def test_a_person_can_join_them_all_the_same() -> None:
    rows = [told("r1", "Mr"), told("r2", "Ms"), told("r3")]
    same = decided("same", rows[0].id, rows[1].id)
    assert len(settle(place_all(rows), [same]).entities) == 1


def test_a_sign_goes_with_its_report() -> None:
    first, second = told("r1", "Mr"), told("r2")
    memory = Shelves()
    entity = Placer(memory).place(first).entity
    Placer(memory).place(second)
    replaced(memory, entity, [second])
    assert memory.known(Placer(memory).place(told("r3", "Ms")).entity).signs == {"woman": 1}
    assert len(memory) == 1


AGES = {
    "behind": ("", ", 71, said", 71),
    "aged": ("", ", aged 71, said", 71),
    "a year-old": ("", ", a 19-year-old fisherman", 19),
    "in front": ("the 19-year-old ", " said", 19),
    "a number of something": ("", ", 71 of whose men left", None),
    "a vote": ("", ", with 71 votes,", None),
}


@pytest.mark.parametrize(("before", "after", "age"), AGES.values(), ids=AGES)
def test_ages(before: str, after: str, age: int | None) -> None:
    assert age_beside(before, after) == age


def test_generations() -> None:
    assert generation_of("Karl Bost Jr.", "", "") == "junior"
    assert generation_of("Karl Bost", "", " the elder") == "senior"
    assert generation_of("Karl Bost", "", " junior minister"[:0]) is None


def test_contradictions() -> None:
    assert contradict({"man", "woman"})
    assert contradict({"born 1953", "born 2005"})
    assert not contradict({"man", "born 1953", "born 1957"})
