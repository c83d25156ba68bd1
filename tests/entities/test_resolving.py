"""Who is who across reports. All are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import ids, reading

from sayso.entities import Resolver
from sayso.values import Entity

MERGED = {
    "full name": ("[Hugo Tamm|person|a]", "[Minister Hugo Tamm|person|a]"),
    "spelling": ("[Qassem Ravandi|person|a]", "[Qasem Ravandi|person|a]"),
    "script": ("[Qassem Ravandi|person|a]", "[قاسم راوندی|person|a]"),
    "middle name": ("[Hugo Tamm|person|a]", "[Hugo Jonas Tamm|person|a]"),
    "surname beside the full name": (
        "[Hugo Tamm|person|a]", "[Tamm|person|a]: [Hugo Tamm|person|b]",
    ),
    "legal form": ("[Veltar|organization|a]", "[Veltar SAS|organization|a]"),
    "kind": ("[Veltar Motor Company|organization|a]", "[Veltar|organization|a]"),
    "acronym, once introduced": (
        "[Harbour Guard Corps|organization|a] (HGC)", "[HGC|organization|a]",
    ),
    "organization read as a place": ("[Veltar|organization|a]", "[Veltar|place|a]"),
    "paper beside its full name": (
        "[the Corrida Herald|organization|a]",
        "[the Corrida Herald|organization|a], [Herald|organization|b]",
    ),
    "domain of the name": (
        "[Longline Times|organization|a]", "[longlinetimes.com|organization|a]",
    ),
    "name of the domain": (
        "[longlinetimes.com|organization|a]", "[The Longline Times|organization|a]",
    ),
    "place": ("[the U.S.|place|a]", "[the United States|place|a]"),
}  # fmt: skip
KEPT_APART = {
    "surname, one known": ("[Hugo Tamm|person|a]", "[Tamm|person|a]"),
    "surname with an initial": ("[Hugo Tamm|person|a]", "[H. Tamm|person|a]"),
    "surname first": ("[Tamm|person|a]", "[Hugo Tamm|person|a]"),
    "surname of two reports": ("[Tamm|person|a]", "[Tamm|person|a]"),
    "surname of a firm's name": ("[Veltar|organization|a]", "[Veltar|person|a]"),
    "paper of any town": ("[the Corrida Herald|organization|a]", "[the Herald|organization|a]"),
    "papers of any town": ("[the Herald|organization|a]", "[the Herald|organization|a]"),
    "authority of any port": (
        "[the Port Authority|organization|a]", "[the Port Authority|organization|a]",
    ),
    "given names": ("[Hassan Ravandi|person|a]", "[Hussein Ravandi|person|a]"),
    "another initial": ("[Hugo Tamm|person|a]", "[M. Tamm|person|a]"),
    "merely likely": ("[Michael Tamm|person|a]", "[Mike Tamm|person|a]"),
    "two domains": (
        "[longline.com|organization|a]", "[longline.org|organization|a]",
    ),
    "another's domain": (
        "[Longline Times|organization|a]", "[harbourpost.com|organization|a]",
    ),
    "unnamed": ("[a senior official|person?|a]", "[a senior official|person?|a]"),
    "office": ("[the minister|person?|a]", "[the minister|person?|a]"),
    "pronoun": ("[she|person?|a]", "[she|person?|a]"),
    "title alone": ("[the Prime Minister|person|a]", "[the Prime Minister|person|a]"),
    "acronym not introduced": (
        "[Harbour Guard Corps|organization|a]", "[Home Guides Club (HGC)|organization|a]",
    ),
    "person and place": ("[Corrida|place|a]", "[Corrida|person|a]"),
    "a word for its kind": ("[the Ministry|organization|a]", "[the Ministry|organization|a]"),
    "days": ("[Friday|time|a]", "[Friday|time|a]"),
}  # fmt: skip


def entities_of(*marked: str) -> list[list[str]]:
    resolver = Resolver()
    return [[m.entity for m in resolver.add(reading(text))[0].mentions] for text in marked]


@pytest.mark.parametrize(("first", "second"), MERGED.values(), ids=MERGED)
def test_merged(first: str, second: str) -> None:
    assert {number for numbers in entities_of(first, second) for number in numbers} == {"e1"}


@pytest.mark.parametrize(("first", "second"), KEPT_APART.values(), ids=KEPT_APART)
def test_kept_apart(first: str, second: str) -> None:
    assert entities_of(first, second) == [["e1"], ["e2"]]


def test_surname_never_chooses_between_two() -> None:
    found = entities_of(
        "[Hugo Tamm|person|a]", "[Anna Tamm|person|a]", "[Tamm|person|a]", "[Tamm|person|a]"
    )
    assert len({number for numbers in found for number in numbers}) == 4


def test_pronouns_carry_the_entity() -> None:
    resolver = Resolver()
    resolver.add(reading("[Hugo Tamm|person|a] spoke."))
    read, _ = resolver.add(reading("[Hugo Tamm|person|x] spoke and [he|person?|x] left."))
    assert ids(read) == {"Hugo Tamm": "e1", "he": "e1"}


def test_entity_has_its_fullest_name_and_all_spellings() -> None:
    resolver = Resolver()
    resolver.add(reading("[Hugo Tamm|person|a] spoke to [a guard|person?|b]."))
    _, found = resolver.add(reading("[Tamm|person|a]: [Mr. Hugo Tamm|person|b]."))
    assert found == (Entity("e1", "person", "Hugo Tamm", ("Hugo Tamm", "Tamm")),)


def test_type_is_the_majoritys() -> None:
    resolver = Resolver()
    resolver.add(reading("[Veltar|organization|a]"))
    marked = "[Veltar|object|a], [Veltar|object|a]"
    assert resolver.add(reading(marked))[1][0].type == "object"


def test_only_named_entities_are_given() -> None:
    of = reading("[A guard|person?|a] met [Hugo Tamm|person|b] and [the minister|person?|c].")
    read, found = Resolver().add(of)
    assert [entity.name for entity in found] == ["Hugo Tamm"]
    assert [mention.entity for mention in read.mentions] == ["e1", "e2", "e3"]


def test_spans_and_text_stay() -> None:
    of = reading("[Hugo Tamm|person|a] spoke.")
    read, _ = Resolver().add(of)
    assert read.report is of.report
    assert [(m.id, m.start, m.end) for m in read.mentions] == [("m1", 0, 9)]


NAMES = ["Hugo Tamm", "Tamm", "Anna Tamm", "Hugo J. Tamm", "Veltar", "Veltar SAS", "he", "a guard"]
MENTIONS = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(["person", "organization", "place"]),
    st.sampled_from("abc"),
)
REPORTS = st.lists(st.lists(MENTIONS, max_size=6), max_size=5)


def marked(mentions: list[tuple[str, str, str]]) -> str:
    return " ".join(
        f"[{name}|{kind}{'' if name[0].isupper() else '?'}|{group}]."
        for name, kind, group in mentions
    )


@settings(max_examples=60)
@given(REPORTS)
def test_ids_are_dense_and_the_same_again(reports: list[list[tuple[str, str, str]]]) -> None:
    texts = [marked(mentions) for mentions in reports]
    found = entities_of(*texts)
    seen = list(dict.fromkeys(number for numbers in found for number in numbers))
    assert seen == [f"e{n}" for n in range(1, len(seen) + 1)]
    assert found == entities_of(*texts)


@settings(max_examples=40)
@given(REPORTS)
def test_names_are_the_reports_words(reports: list[list[tuple[str, str, str]]]) -> None:
    resolver = Resolver()
    for mentions in reports:
        read, found = resolver.add(reading(marked(mentions)))
        numbers = {mention.entity for mention in read.mentions}
        assert {entity.id for entity in found} <= numbers
        assert all(entity.name in entity.names for entity in found)


def test_names_have_the_type_that_is_told_of_them() -> None:
    of = reading("She told [the Norvik Courier|person|a]; [Hugo Tamm|person|b] did not.")
    read, _ = Resolver().add(of)
    assert [mention.type for mention in read.mentions] == ["organization", "person"]


def test_an_outlet_is_known_by_the_name_it_publishes_under() -> None:
    of = reading("Anna Berg told [the Courier|person|a] that [it|organization?|a] was wrong.")
    named = replace(of, report=replace(of.report, outlet="Norvik Courier"))
    _, (courier,) = Resolver().add(named)
    assert (courier.name, courier.type) == ("Norvik Courier", "organization")
    assert courier.names == ("Courier", "Norvik Courier")
