"""Which attributions have one voice: never two people's, never one person's twice."""

from __future__ import annotations

import pytest

from builders import document, report
from sayso.exports.grouping import fullest, voice_groups
from sayso.values import Attribution, Entity, Voice


def named(name: str, entity: str | None = "e1") -> Voice:
    return Voice(name, "person", entity)


def unnamed(name: str, entity: str | None = None) -> Voice:
    return Voice(name, "unnamed", entity)


ROWS: dict[str, tuple[Voice, Voice, bool]] = {
    "one entity, a word in common": (named("Garrick Thole"), named("Mr Thole"), True),
    "one full name": (named("Garrick Thole"), named("Garrick Thole", None), True),
    "the kind tells nothing": (
        named("The Lantern"), Voice("The Lantern", "outlet", "e1"), True,
    ),
    "two of one full name": (named("Jonas Ferrin"), named("Jonas Ferrin", "e2"), False),
    "two of one title and surname": (named("Mr Ferrin"), named("Mr Ferrin", None), False),
    "a part behind a hyphen": (named("Yusuf al-Khalidi"), named("Khalidi"), True),
    "two of one surname": (named("Thole"), named("Thole", "e2"), False),
    "one entity, no word in common": (named("Hanne Ormsk"), named("Joss Perrin"), False),
    "only an article in common": (named("The Lantern"), named("The Courier"), False),
    "two descriptions": (unnamed("an official", "e1"), unnamed("a pilot", "e1"), False),
    "one description": (unnamed("an official", "e1"), unnamed("the official", "e2"), True),
    "one pronoun of one entity": (unnamed("she", "e1"), unnamed("She", "e1"), True),
    "a pronoun of two entities": (unnamed("she", "e1"), unnamed("she", "e2"), False),
    "two bare pronouns": (unnamed("he"), unnamed("he"), False),
    "a pronoun left open is nobody named": (unnamed("she", "e1"), named("Hanne Ormsk"), False),
}  # fmt: skip


def said(key: str, voice: Voice) -> Attribution:
    return Attribution(key, None, "indirect", (), (), (), voice=voice)


@pytest.mark.parametrize(("first", "second", "one"), ROWS.values(), ids=ROWS)
def test_one_voice_or_two(first: Voice, second: Voice, one: bool) -> None:
    groups = voice_groups(document(report("x"), said("a", first), said("b", second)))
    assert (groups["a"] == groups["b"]) is one


def test_a_later_name_joins_two_that_seemed_apart() -> None:
    groups = voice_groups(
        document(
            report("x"),
            said("a", named("Garrick Thole", None)),
            said("b", named("Thole")),
            said("c", named("Garrick Thole")),
        )
    )
    assert len(set(groups.values())) == 1


def test_a_name_of_two_is_neither_of_them() -> None:
    voices = (named("Jonas Ferrin"), named("Jonas Ferrin", "e2"), named("Jonas Ferrin", None))
    some = [said(f"a{n}", voice) for n, voice in enumerate((*voices, voices[2]))]
    assert len(set(voice_groups(document(report("x"), *some)).values())) == 4


def test_a_namesake_who_does_not_speak_counts() -> None:
    two = [Entity(each, "person", "Jonas Ferrin", ("Jonas Ferrin",)) for each in ("e1", "e2")]
    some = (said("a", named("Jonas Ferrin")), said("b", named("Jonas Ferrin", None)))
    groups = voice_groups(document(report("x"), *some, entities=tuple(two)))
    assert groups["a"] != groups["b"]


def test_the_fullest_name_stands_for_all() -> None:
    assert fullest([named("Thole"), named("Garrick Thole")]).name == "Garrick Thole"
