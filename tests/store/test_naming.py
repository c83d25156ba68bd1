"""Names that are asked for: nobody is taken for another who is told of more often."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from making import named_so, said_of, thole

from sayso import Case
from sayso.errors import NameUnclear, NotInCase


def unclear(case: Case, name: str) -> set[str]:
    with pytest.raises(NameUnclear) as caught:
        case.show(name)
    return {name for _, name in caught.value.candidates}


@pytest.fixture(scope="module")
def linds(shelf: Case) -> Case:
    """A case with two people named Lind. One is told of often, and by the surname alone."""
    for number in range(4):
        shelf.add(named_so(["Edith Lind", "Lind"], number))
    shelf.add(said_of("Hugo Lind", 10))
    shelf.add(said_of("Lind Shipping", 11, "organization"))
    shelf.add(said_of("Jiří Novák", 12))
    return shelf


PARTS = {
    "surname": "Lind",
    "lower case": "lind",
    "shouted": "LIND",
    "a stray accent": "Línd",
    "a sign at the end": "Lind,",
    "a title before it": "Minister Lind",
    "titles before it": "former Prime Minister Lind",
}
BOTH = {"Edith Lind", "Hugo Lind"}


@pytest.mark.parametrize("asked", PARTS.values(), ids=PARTS)
def test_a_surname_of_two_opens_neither(linds: Case, asked: str) -> None:
    assert unclear(linds, asked) >= BOTH


ASKING: dict[str, Callable[[Case], object]] = {
    "show": lambda case: case.show("lind"),
    "claims about": lambda case: list(case.claims(about="lind")),
    "claims by": lambda case: list(case.claims(by="lind")),
    "timeline": lambda case: list(case.timeline("lind")),
    "links": lambda case: list(case.links(about="lind")),
    "posts of": lambda case: list(case.posts(person="lind")),
    "posts in": lambda case: list(case.posts(organization="lind")),
    "posts about": lambda case: list(case.posts(about="lind")),
    "posts by": lambda case: list(case.posts(by="lind")),
    "same": lambda case: case.decide("same", "lind", "Jiří Novák", by="anna"),
    "rename": lambda case: case.decide("rename", "lind", value="Edda Lind", by="anna"),
    "split": lambda case: case.decide("split", "lind", by="anna"),
}


@pytest.mark.parametrize("ask", ASKING.values(), ids=ASKING)
def test_wherever_a_name_is_asked_for(linds: Case, ask: Callable[[Case], object]) -> None:
    with pytest.raises(NameUnclear) as caught:
        ask(linds)
    assert {each.name for each in caught.value.bearers} == {*BOTH, "Lind Shipping"}
    assert not list(linds.decisions())


CLEAR = {
    "full name": ("Edith Lind", "Edith Lind"),
    "the one told of less": ("hugo lind", "Hugo Lind"),
    "with a title": ("Minister Hugo Lind", "Hugo Lind"),
    "the family name first": ("Lind, Hugo", "Hugo Lind"),
    "given name of one": ("Hugo", "Hugo Lind"),
    "an initial that fits one": ("E. Lind", "Edith Lind"),
    "an organization in full": ("lind shipping", "Lind Shipping"),
    "without accents": ("Jiri Novak", "Jiří Novák"),
    "a part without accents": ("novak", "Jiří Novák"),
}


@pytest.mark.parametrize(("asked", "name"), CLEAR.values(), ids=CLEAR)
def test_what_only_one_can_be(linds: Case, asked: str, name: str) -> None:
    assert linds.show(asked).entity.name == name


NOBODY = {
    "another initial": "K. Lind",
    "the surname's own initial": "L. Lind",
    "a title alone": "minister",
    "another given name": "Petra Lind",
    "the start of a name": "Lin",
}


@pytest.mark.parametrize("asked", NOBODY.values(), ids=NOBODY)
def test_who_is_not_there(linds: Case, asked: str) -> None:
    with pytest.raises(NotInCase):
        linds.show(asked)


def test_a_full_name_goes_before_a_part_of_a_longer_one(case: Case) -> None:
    case.add(said_of("Hugo Tamm", 1))
    case.add(said_of("Hugo Peter Tamm", 2))
    case.decide("split", f"{said_of('Hugo Peter Tamm', 2).report.id}#hugopetertamm", by="anna")
    assert case.show("Hugo Tamm").entity.name == "Hugo Tamm"
    assert unclear(case, "Tamm") == {"Hugo Tamm", "Hugo Peter Tamm"}


def test_two_of_one_full_name_are_both_told(case: Case) -> None:
    for number in (1, 2, 3):
        case.add(said_of("Hugo Tamm", number))
    case.decide("split", f"{said_of('Hugo Tamm', 2).report.id}#hugotamm", by="anna")
    with pytest.raises(NameUnclear) as caught:
        case.show("Hugo Tamm")
    assert [each.reports for each in caught.value.bearers] == [2, 1]


def test_one_called_by_the_surname_only_is_not_preferred(case: Case) -> None:
    case.add(said_of("Anna Orrin", 1))
    case.add(said_of("Berta Orrin", 2))
    case.add(said_of("Orrin", 3))
    assert unclear(case, "Orrin") == {"Anna Orrin", "Berta Orrin", "Orrin"}


def test_a_place_of_the_name_leaves_people_in(case: Case) -> None:
    case.add(said_of("Tolmere", 1, "place"))
    case.add(said_of("Tolmere Gazette", 2, "organization"))
    assert case.show("Tolmere").entity.type == "place"
    case.add(said_of("Anna Tolmere", 3))
    assert unclear(case, "Tolmere") == {"Tolmere", "Tolmere Gazette", "Anna Tolmere"}


def test_an_organization_called_by_one_word_is_not_preferred(case: Case) -> None:
    case.add(said_of("Herald", 1, "organization"))
    assert case.show("herald").entity.name == "Herald"
    case.add(said_of("Halvenne Herald", 2, "organization"))
    assert unclear(case, "Herald") == {"Herald", "Halvenne Herald"}
    assert unclear(case, "HERALD") == {"Herald", "Halvenne Herald"}
    assert case.show("Halvenne Herald").entity.name == "Halvenne Herald"
    assert case.find("Herald", limit=1)


def test_a_name_of_two_words_goes_before_a_longer_one(case: Case) -> None:
    case.add(said_of("Halvenne Herald", 1, "organization"))
    case.add(said_of("Halvenne Herald Trust", 2, "organization"))
    assert case.show("Halvenne Herald").entity.name == "Halvenne Herald"


def test_an_acronym_is_a_full_name(case: Case) -> None:
    case.add(said_of("HPA", 1, "organization"))
    case.add(said_of("HPA Pilots", 2, "organization"))
    assert case.show("hpa").entity.name == "HPA"


SPELLED = {
    "another transliteration": ("Suleymani", {"Orhan Soleimani"}),
    "of the whole name": ("Orhan Suleymani", {"Orhan Soleimani"}),
    "Cyrillic, of another transliteration": ("Сулеймани", {"Orhan Soleimani"}),
    "a letter doubled": ("Orhan Soleimanni", {"Orhan Soleimani"}),
}


@pytest.mark.parametrize(("asked", "names"), SPELLED.values(), ids=SPELLED)
def test_other_spellings_are_told_and_not_taken(case: Case, asked: str, names: set[str]) -> None:
    case.add(said_of("Orhan Soleimani", 1))
    assert unclear(case, asked) == names
    assert case.find(asked)[0].name == "Orhan Soleimani"


VARIANTS = [
    ("Orhan Soleimani", "Kemal Suleymani"),
    ("Mohammed Karim", "Muhammad Lind"),
    ("Omar Tamm", "Umar Lind"),
    ("Anna Karimova", "Bela Kerimova"),
    ("Sergei Tamm", "Sergey Lind"),
]


@pytest.mark.parametrize(("one", "other"), VARIANTS, ids=lambda name: name)
def test_a_name_in_two_transliterations_opens_neither(case: Case, one: str, other: str) -> None:
    case.add(said_of(one, 1))
    case.add(said_of(other, 2))
    shared = 1 if one.startswith(("Orhan", "Anna")) else 0
    for name in (one, other):
        assert unclear(case, name.split()[shared]) == {one, other}
        assert case.show(name).entity.name == name


OTHERS = [("Rhoda Quill", "Alfred Keel"), ("Jon Hansson", "Mary Hanson"), ("Ada Lind", "Bo Lynd")]
OTHERS += [("Ida Wood", "Ned Woud"), ("Tom Reid", "Ann Reed")]


@pytest.mark.parametrize(("one", "other"), OTHERS, ids=lambda name: name.split()[1])
def test_names_that_only_sound_alike_are_two(case: Case, one: str, other: str) -> None:
    case.add(said_of(one, 1))
    case.add(said_of(other, 2))
    for name in (one, other):
        assert case.show(name.split()[1]).entity.name == name
    case.remove("1.txt")
    assert unclear(case, one.split()[1]) == {other}


def test_another_script_is_read(case: Case) -> None:
    case.add(said_of("Orhan Soleimani", 1))
    assert case.show("سلیمانی").entity.name == "Orhan Soleimani"
    case.add(said_of("Kemal Soleimani", 2))
    assert unclear(case, "سلیمانی") == {"Orhan Soleimani", "Kemal Soleimani"}


def test_spellings_of_two_are_both_told(case: Case) -> None:
    case.add(said_of("Orhan Soleimani", 1))
    case.add(said_of("Kemal Suleymani", 2))
    assert unclear(case, "suleymani") == {"Orhan Soleimani", "Kemal Suleymani"}


def test_what_it_takes_to_choose(case: Case) -> None:
    case.add(thole())
    case.add(said_of("Petra Thole", 1))
    with pytest.raises(NameUnclear) as caught:
        case.show("thole")
    chief, other = caught.value.bearers
    assert (chief.type, chief.reports, chief.called) == ("person", 1, ("Garrick Thole", "Thole"))
    assert chief.said == (("harbour master", "The Herald"),)
    assert (other.id, other.said) == (case.find("Petra Thole")[0].id, ())
    assert [(each.id, each.name) for each in caught.value.bearers] == [*caught.value.candidates]


def test_a_decided_name_is_found_in_any_case_and_by_its_parts(linds: Case) -> None:
    made = linds.decide("rename", "Hugo Lind", value="Hugo Lind-Marsk", by="anna")
    assert linds.show("HUGO LIND MARSK").entity.name == "Hugo Lind-Marsk"
    assert linds.show("marsk").entity.names == ("Hugo Lind",)
    linds.withdraw(made.id, by="anna")
    with pytest.raises(NotInCase):
        linds.show("marsk")


def test_more_than_can_be_told_are_counted(case: Case) -> None:
    first = "Bor Dun Fal Gem Hix Lom Mur Nep".split()
    last = "stad wick ford holm gate dale ness tun".split()
    for number, (one, two) in enumerate(product(first, last)):
        case.add(said_of(f"Ilse {one}{two}", number))
    with pytest.raises(NameUnclear, match="may be 64 of them") as caught:
        case.show("Ilse")
    assert len(caught.value.bearers) == 50


@pytest.fixture
def outlets(case: Case) -> Case:
    """A case of an outlet, and of a person who has its name for a surname."""
    case.add(thole(outlet="Lantern"))
    case.add(said_of("Jane Lantern", 1))
    return case


def test_an_outlet_is_not_who_has_its_name(outlets: Case) -> None:
    said = list(outlets.claims(by="Lantern"))
    assert {each.report.outlet for each in said} == {"Lantern"}


def test_a_person_of_an_outlets_full_name_is_to_be_chosen(case: Case) -> None:
    case.add(thole(outlet="Jane Lantern"))
    case.add(said_of("Jane Lantern", 1))
    with pytest.raises(NameUnclear) as caught:
        case.claims(by="Jane Lantern")
    outlet, person = (key for key, _ in caught.value.candidates)
    assert len(list(case.claims(by=outlet))) == 2
    assert not list(case.claims(by=person))
