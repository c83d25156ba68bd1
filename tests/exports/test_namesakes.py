"""Two of one name are told apart in the report's own words; nobody else is."""

from __future__ import annotations

import pytest

from builders import attribution, document, report, span_of
from sayso.exports import to_html
from sayso.exports.namesakes import Namesakes
from sayso.values import Document, Entity, Mention, Voice

TEXT = (
    "The pilot Osk Brann, 70, said no. It rained. His son Osk Brann, 31, said yes! "
    "Mila Brann laughed.\n"
)
BOTH = {
    "e1": "Osk Brann (1 of 2 of the name: “The pilot Osk Brann, 70, said no”)",
    "e2": "Osk Brann (2 of 2 of the name: “His son Osk Brann, 31, said yes”)",
}


def branns() -> Document:
    spans = {"e1": "Osk Brann", "e2": "Osk Brann#1", "e3": "Mila Brann"}
    mentions = [
        Mention(f"m{key}", *span_of(TEXT, words), "person", True, -1, key)
        for key, words in spans.items()
    ]
    names = {"e2": "Osk Brann", "e1": "Osk Brann", "e3": "Mila Brann"}
    said = [
        attribution(TEXT, f"a{n}", cue=f"said#{n}", voice=Voice("Osk Brann", "person", f"e{n + 1}"))
        for n in (0, 1)
    ]
    entities = tuple(Entity(key, "person", name, (name, "Brann")) for key, name in names.items())
    return document(report(TEXT), *said, mentions=tuple(mentions), entities=entities)


ROWS = {
    "the first": ("Osk Brann", "e1", BOTH["e1"]),
    "the second": ("Osk Brann", "e2", BOTH["e2"]),
    "in other capitals": ("OSK BRANN", "e1", f"OSK BRANN{BOTH['e1'][9:]}"),
    "a surname of three, one with a name of her own": ("Brann", "e3", "Brann (Mila Brann)"),
    "only one is called so": ("Mila Brann", "e3", "Mila Brann"),
    "nobody it is known of": ("Osk Brann", None, "Osk Brann"),
    "somebody else": ("Osk Brann", "e9", "Osk Brann"),
    "not called so in the report": ("the pilot", "e1", "the pilot"),
}


@pytest.mark.parametrize(("name", "entity", "told"), ROWS.values(), ids=ROWS)
def test_names(name: str, entity: str | None, told: str) -> None:
    assert Namesakes(branns()).named(name, entity) == told


def test_a_thing_of_the_name_is_no_namesake() -> None:
    ship = Entity("e2", "object", "Osk Brann", ("Osk Brann",))
    man = Entity("e1", "person", "Osk Brann", ("Osk Brann",))
    of = document(report(TEXT), entities=(man, ship))
    assert Namesakes(of).named("Osk Brann", "e1") == "Osk Brann"


def test_without_mentions_the_number_tells() -> None:
    two = tuple(Entity(each, "person", "Osk Brann") for each in ("e1", "e2"))
    named = Namesakes(document(report("Nobody."), entities=two)).named("Osk Brann", "e2")
    assert named == "Osk Brann (2 of 2 of the name)"


def test_the_page_has_both_apart() -> None:
    page = to_html([branns()])
    voices = page.partition("<h2>Voices</h2>")[2]
    assert [page.count(f"<li>{told}</li>") for told in BOTH.values()] == [1, 1]
    assert [voices.count(f"<span>{told}</span>") for told in BOTH.values()] == [1, 1]
