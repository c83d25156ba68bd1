"""People of one full name in one report: told apart, or left one. All are invented."""

from __future__ import annotations

from functools import cache

import pytest
from appearing import appeared

from sayso.case import default_reader
from sayso.entities.appearances import Appearance, appearances_of, is_namesake
from sayso.entities.placing import Placed
from sayso.entities.profiles import profiles_of
from sayso.entities.resolving import place_all, resolve
from sayso.entities.suggestions import Blocks, Suggestion
from sayso.entities.unmarked import with_unmarked
from sayso.values import Report

APART = {
    "a trade that introduces somebody new": (
        "Karl Bost, the harbour master, resigned. Karl Bost, a fisherman of 19, was arrested.",
        "1of2 2of2",
    ),
    "behind it, open": (
        "Karl Bost, the mayor, resigned. Karl Bost, a docker, wept. Karl Bost left the town.",
        "1of2 2of2 open",
    ),
    "behind it, told by the trade": (
        "Karl Bost, the mayor, left. Karl Bost, a docker, wept. The docker Karl Bost went home.",
        "1of2 2of2 2of2",
    ),
    "ages": ("Karl Bost, 54, runs the port. Karl Bost, 19, was fined on Friday.", "1of2 2of2"),
    "age in front": (
        "Karl Bost, 54, runs the port. The 19-year-old student Karl Bost was fined.", "1of2 2of2",
    ),
    "senior and junior": ("Karl Bost Sr. sold the yard to Karl Bost Jr. in May.", "1of2 2of2"),
    "the elder and the younger": (
        "The elder Karl Bost built the yard. The younger Karl Bost sold it.", "1of2 2of2",
    ),
    "his son": ("Karl Bost left the yard to his son, Karl Bost, in May.", "1of2 2of2"),
    "a possessive": ("Karl Bost's father, also called Karl Bost, built the yard.", "1of2 2of2"),
    "no relation": (
        "Mayor Karl Bost opened the mole. Karl Bost, no relation to the mayor, watched.",
        "1of2 2of2",
    ),
    "not related": (
        "Karl Bost opened the mole. Karl Bost, a docker who is not related to him, watched.",
        "1of2 2of2",
    ),
    "his namesake": ("Karl Bost met his namesake Karl Bost in Norvik.", "1of2 2of2"),
    "another man called so": (
        "Karl Bost opened the mole. Another man called Karl Bost was fined.", "1of2 2of2",
    ),
    "of the same name": (
        "Karl Bost was fined. A docker of the same name went free. Karl Bost wept.", "1of2 open",
    ),
    "two men of the name": (
        "Two men named Karl Bost live. Karl Bost, the mayor, left. Karl Bost, the baker, wept.",
        "open 1of2 2of2",
    ),
    "a trade first, then who holds the post": (
        "Karl Bost, a fisherman from Ludd, wept. Karl Bost, the harbour master, left.",
        "1of2 2of2",
    ),
    "in parliament": (
        "Karl Bost, a nurse, was held. Karl Bost, a member of parliament, left.", "1of2 2of2",
    ),
    "ranks": ("General Karl Bost met Colonel Karl Bost in Norvik.", "1of2 2of2"),
    "his nephew, behind it": (
        "Karl Bost, the founder, left. Karl Bost, his nephew, will follow him.", "1of2 2of2",
    ),
    "the two men are not related": (
        "Karl Bost, the owner, wept. Karl Bost, the manager, left. The two men are not related.",
        "1of2 2of2",
    ),
    "a man and a woman": ("Mr Robin Tamm left. Ms Robin Tamm stayed.", "1of2 2of2"),
}  # fmt: skip
ONE = {
    "no sign": "Karl Bost resigned. Karl Bost, the mayor, left. Karl Bost was fined.",
    "the same trade": "Karl Bost, the mayor, left. Mayor Karl Bost was fined.",
    "what he was before": "Karl Bost, the mayor, left. Karl Bost, a former teacher, was fined.",
    "by training": "Karl Bost, the mayor, left. Karl Bost, a lawyer by training, was fined.",
    "her father": "Anna Bost left. Her father, Karl Bost, wept. Karl Bost is ill.",
    "his son is another name": "Emil Roth met his son, Karl Bost. Karl Bost is ill.",
    "no relation to another": "Karl Bost left. Karl Bost, no relation to Emil Bost, was fined.",
    "a street's namesake": "The street's namesake, Karl Bost, died. Karl Bost was a painter.",
    "in a manner of speaking": "Karl Bost won. Another Karl Bost will not come along soon.",
    "only junior": "Karl Bost Jr. sold the yard. Karl Bost was fined.",
    "of 12 clubs": "Karl Bost, 54, left. Karl Bost, a member of 12 clubs, was fined.",
    "a father and a chairman": (
        "Karl Bost, the harbour master, left. Karl Bost, a father of three, wept. Karl Bost, "
        "chairman of the guild, is ill."
    ),
    "a baker who leads": "Karl Bost, a baker, left. Karl Bost, the leader of the march, was held.",
    "a rank that he had": "General Karl Bost left. Then-Colonel Karl Bost was at sea in 1990.",
    "two men of other names": (
        "Karl Bost met Emil Roth. Karl Bost, the mayor, left. The two men are not related."
    ),
    "his son, the son of another": "Emil Bost came. Karl Bost, his son, left. Karl Bost is ill.",
    "a year older": "Karl Bost, 54, left. Karl Bost, 55, was fined.",
}


@cache
def found(text: str) -> tuple[Appearance, ...]:
    read = default_reader().read(Report("r1", "names.txt", text, language="en"))
    return appearances_of(with_unmarked(read), "r1").appearances


def people(text: str) -> list[Appearance]:
    return [each for each in found(text) if each.kind == "person" and " " in each.name]


def numbers(text: str) -> list[str]:
    """Whose each figure of the name is, from its id; of "Jr." the name itself tells."""
    return [each.id.partition("+")[2] for each in people(text)]


@pytest.mark.parametrize(("text", "whose"), APART.values(), ids=APART)
def test_two_are_two(text: str, whose: str) -> None:
    told = [*numbers(text)] if "Jr." not in text else ["1of2", "2of2"]
    assert told == list(dict.fromkeys(whose.split()))
    assert len(people(text)) == len(set(whose.split()))


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_stays_one(text: str) -> None:
    assert not any(is_namesake(each.id) for each in found(text))
    assert len([each for each in people(text) if "Karl" in each.name]) == 1


FAR = {
    "his father, somebody else between": (
        "Police held Karl Bost. Edda Voll wept. His father, Karl Bost, said no."
    ),
    "their son, far behind": (
        "Karl Bost, the mayor, left.\nThe couple came.\nTheir son Karl Bost junior was at sea."
    ),
}


@pytest.mark.parametrize("text", FAR.values(), ids=FAR)
def test_father_and_son_are_two(text: str) -> None:
    assert len([each for each in people(text) if "Karl" in each.name]) == 2


def test_a_surname_of_two_is_nobody() -> None:
    text = APART["ages"][0] + " Mr Bost was drunk. Bost wept."
    assert {name for each in found(text) for name in each.names} == {"Karl Bost"}


def test_a_pronoun_of_two_is_left_open() -> None:
    text = "Karl Bost, the mayor, met his namesake Karl Bost, a docker. He was drunk."
    last = default_reader().read(Report("r1", "names.txt", text, language="en")).mentions[-1]
    assert text[last.start : last.end] == "He"
    assert not any(last.id in each.mentions for each in people(text))


PLAIN = appeared("r2", "Karl Bost")


def placed(*appearances: Appearance) -> list[Placed]:
    return place_all(appearances)


@pytest.mark.parametrize("first", [True, False], ids=["before it", "behind it"])
def test_nobody_joins_one_of_two(first: bool) -> None:
    two = people(APART["ages"][0])
    every = placed(PLAIN, *two) if first else placed(*two, PLAIN)
    assert len({each.entity for each in every}) == 3


def test_others_of_the_name_join_as_ever() -> None:
    every = placed(PLAIN, *people(APART["ages"][0]), appeared("r3", "Karl Bost"))
    assert every[0].entity == every[-1].entity


def test_junior_is_not_senior_in_another_report() -> None:
    senior, junior, plain = placed(
        appeared("r1", "Karl Bost Sr."), appeared("r2", "Karl Bost Jr."), PLAIN
    )
    assert len({senior.entity, junior.entity, plain.entity}) == 3
    assert placed(appeared("r1", "Karl Bost Jr."), appeared("r2", "Karl Bost, Jr."))[1].entity == (
        placed(appeared("r1", "Karl Bost Jr."))[0].entity
    )


def suggested(*appearances: Appearance) -> list[Suggestion]:
    settled = resolve(appearances)
    profiles = profiles_of(settled.entities, settled.of, appearances)
    return Blocks(profiles.values()).suggestions(profiles)


def test_two_of_one_report_are_never_suggested() -> None:
    assert suggested(*people(APART["ages"][0])) == []


def test_one_of_two_is_suggested_with_the_reason() -> None:
    pairs = suggested(*people(APART["ages"][0]), PLAIN)
    assert len(pairs) == 2
    assert all(any(s.rule == "namesakes" for s in pair.reasons) for pair in pairs)
