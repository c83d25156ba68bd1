"""Which attributions have one voice: never two people's, never one person's twice."""

from __future__ import annotations

import pytest

from builders import document, report
from sayso.exports.grouping import fullest, voice_groups
from sayso.values import Attribution, Voice

ROWS = [
    pytest.param(
        Voice("Garrick Thole", "person", "e1"), Voice("Mr Thole", "person", "e1"), True,
        id="one entity, a word in common",
    ),
    pytest.param(
        Voice("Garrick Thole", "person", "e1"), Voice("Garrick Thole", "person"), True,
        id="one full name",
    ),
    pytest.param(
        Voice("The Lantern", "organization", "e1"), Voice("The Lantern", "outlet", "e1"), True,
        id="the kind tells nothing",
    ),
    pytest.param(
        Voice("Thole", "person", "e1"), Voice("Thole", "person", "e2"), False,
        id="two of one surname",
    ),
    pytest.param(
        Voice("Hanne Ormsk", "person", "e1"), Voice("Joss Perrin", "person", "e1"), False,
        id="one entity, no word in common",
    ),
    pytest.param(
        Voice("The Lantern", "outlet", "e1"), Voice("The Courier", "outlet", "e1"), False,
        id="only an article in common",
    ),
    pytest.param(
        Voice("an official", "unnamed", "e1"), Voice("a pilot", "unnamed", "e1"), False,
        id="two descriptions",
    ),
    pytest.param(
        Voice("an official", "unnamed", "e1"), Voice("the official", "unnamed", "e2"), True,
        id="one description",
    ),
    pytest.param(
        Voice("she", "unnamed", "e1"), Voice("She", "unnamed", "e1"), True,
        id="one pronoun of one entity",
    ),
    pytest.param(
        Voice("she", "unnamed", "e1"), Voice("she", "unnamed", "e2"), False,
        id="a pronoun of two entities",
    ),
    pytest.param(Voice("he", "unnamed"), Voice("he", "unnamed"), False, id="two bare pronouns"),
    pytest.param(
        Voice("she", "unnamed", "e1"), Voice("Hanne Ormsk", "person", "e1"), False,
        id="a pronoun left open is nobody named",
    ),
]  # fmt: skip


def said(key: str, voice: Voice) -> Attribution:
    return Attribution(key, None, "indirect", (), (), (), voice=voice)


@pytest.mark.parametrize(("first", "second", "one"), ROWS)
def test_one_voice_or_two(first: Voice, second: Voice, one: bool) -> None:
    groups = voice_groups(document(report("x"), said("a", first), said("b", second)))
    assert (groups["a"] == groups["b"]) is one


def test_a_later_name_joins_two_that_seemed_apart() -> None:
    groups = voice_groups(
        document(
            report("x"),
            said("a", Voice("Garrick Thole", "person")),
            said("b", Voice("Thole", "person", "e1")),
            said("c", Voice("Garrick Thole", "person", "e1")),
        )
    )
    assert len(set(groups.values())) == 1


def test_the_fullest_name_stands_for_all() -> None:
    names = [Voice("Thole", "person"), Voice("Garrick Thole", "person")]
    assert fullest(names).name == "Garrick Thole"
