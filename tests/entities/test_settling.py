"""Decisions on who is who, and taking them back. All are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from appearing import appeared, decided, source
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.entities.appearances import Appearance
from sayso.entities.decisions import Decision
from sayso.entities.resolving import resolve

HUGO, LEDA, MIKE = appeared("r1", "Hugo Tamm"), appeared("r2", "Leda Orn"), appeared("r3", "M. Orn")
AGAIN = appeared("r4", "Hugo Tamm", "Tamm")
MIDDLE = appeared("r5", "Hugo Jonas Tamm")
THIRD = appeared("r6", "Hugo Tamm")
OFFICIAL = source("r2", "a senior official")
ALL = [HUGO, LEDA, OFFICIAL, MIKE, AGAIN, MIDDLE, THIRD]

GROUPS: dict[str, tuple[list[Decision], list[str]]] = {
    "nothing decided": ([], ["r1 r4 r5 r6", "r2", "~r2", "r3"]),
    "same": ([decided("same", "r2#ledaorn", "r3#morn")], ["r1 r4 r5 r6", "r2 r3", "~r2"]),
    "same, by another of its names": (
        [decided("same", "r4#tamm", "r2#ledaorn")],
        ["r1 r2 r4 r5 r6", "~r2", "r3"],
    ),
    "an unnamed source is somebody": (
        [decided("same", OFFICIAL.id, "r1#hugotamm")],
        ["r1 ~r2 r4 r5 r6", "r2", "r3"],
    ),
    "different takes one out": (
        [decided("different", "r1#hugotamm", "r4#hugotamm")],
        ["r1 r5 r6", "r2", "~r2", "r3", "r4"],
    ),
    "whoever has the other's full name goes along": (
        [decided("different", "r1#hugotamm", "r5#hugojonastamm")],
        ["r1 r4 r6", "r2", "~r2", "r3", "r5"],
    ),
    "split takes one out": (
        [decided("split", "r4#hugotamm")],
        ["r1 r5 r6", "r2", "~r2", "r3", "r4"],
    ),
    "split, then joined with another": (
        [decided("split", "r4#hugotamm"), decided("same", "r4#hugotamm", "r2#ledaorn", number=2)],
        ["r1 r5 r6", "r2 r4", "~r2", "r3"],
    ),
    "report gone, name borne by one": (
        [decided("same", "gone#ledaorn", "r3#morn")],
        ["r1 r4 r5 r6", "r2 r3", "~r2"],
    ),
    "name anywhere": ([decided("same", "#ledaorn", "#morn")], ["r1 r4 r5 r6", "r2 r3", "~r2"]),
    "three in a row": (
        [decided("same", "r1#hugotamm", "#ledaorn"), decided("same", "#ledaorn", "#morn")],
        ["r1 r2 r3 r4 r5 r6", "~r2"],
    ),
}


def short(appearance: Appearance) -> str:
    return ("~" if appearance.description else "") + appearance.report


def groups(appearances: list[Appearance], decisions: list[Decision]) -> list[str]:
    found = resolve(appearances, decisions)
    members: dict[str, list[str]] = {}
    for appearance in appearances:
        members.setdefault(found.of[appearance.id], []).append(short(appearance))
    assert [entity.id for entity in found.entities] == list(members)
    return [" ".join(each) for each in members.values()]


@pytest.mark.parametrize(("decisions", "expected"), GROUPS.values(), ids=GROUPS)
def test_groups(decisions: list[Decision], expected: list[str]) -> None:
    assert groups(ALL, decisions) == expected


OBJECTIONS = {
    "nobody": ([decided("same", "r9#nobody", "#morn")], "nobody is called “nobody” any more"),
    "several bear the name": (
        [decided("split", "r9#tamm"), decided("split", "r4#tamm", number=2)],
        "",
    ),
    "contradiction": (
        [decided("different", "#ledaorn", "#morn"), decided("same", "#ledaorn", "#morn", number=2)],
        "it contradicts: different “#ledaorn” and “#morn” (Ada, 2026-03-01T10:00:00Z)",
    ),
    "contradiction in a row": (
        [
            decided("different", "r1#hugotamm", "#morn"),
            decided("same", "r1#hugotamm", "#ledaorn", number=2),
            decided("same", "#ledaorn", "#morn", number=3),
        ],
        "it contradicts: different “r1#hugotamm” and “#morn”",
    ),
    "one figure": (
        [decided("different", "r4#tamm", "r4#hugotamm")],
        "both are names of one figure in one report",
    ),
}


@pytest.mark.parametrize(("decisions", "reason"), OBJECTIONS.values(), ids=OBJECTIONS)
def test_objections_are_in_words(decisions: list[Decision], reason: str) -> None:
    found = resolve(ALL, decisions).objections
    assert [reason in each.reason for each in found] == ([True] if reason else [])


def test_gone_report_and_several_bearers_rests() -> None:
    two = [appeared("r1", "Hugo Tamm"), appeared("r2", "Anna Tamm"), appeared("r3", "Tamm")]
    found = resolve([*two, appeared("r4", "Tamm")], [decided("split", "gone#tamm")])
    assert "is gone, and 2 bear the name" in found.objections[0].reason


def test_contradiction_keeps_apart() -> None:
    decisions = OBJECTIONS["contradiction in a row"][0]
    assert groups(ALL, decisions) == ["r1 r2 r4 r5 r6", "~r2", "r3"]


def test_rename_and_type_follow_the_entity() -> None:
    decisions = [
        decided("rename", "r4#tamm", value="H. Tamm"),
        decided("rename", "r1#hugotamm", value="Hugo Tamm the elder", number=2),
        decided("type", "r5#hugojonastamm", value="organization"),
    ]
    entity = resolve(ALL, decisions).entities[0]
    assert (entity.name, entity.type) == ("Hugo Tamm the elder", "organization")


OPEN_AMONG_TWO = [
    appeared("r1", "Hugo Jan Tamm"),
    appeared("r2", "Hugo Pavo Tamm"),
    appeared("r3", "Hugo Tamm"),
]


def test_open_among_two_is_theirs_once_they_are_one() -> None:
    assert groups(OPEN_AMONG_TWO, []) == ["r1", "r2", "r3"]
    same = decided("same", "#hugojantamm", "#hugopavotamm")
    assert groups(OPEN_AMONG_TWO, [same]) == ["r1 r2 r3"]


def test_open_among_two_but_decided_to_differ() -> None:
    same = decided("same", "#hugojantamm", "#hugopavotamm")
    differ = decided("different", "r3#hugotamm", "r1#hugojantamm")
    assert groups(OPEN_AMONG_TWO, [same, differ]) == ["r1 r2", "r3"]


def test_a_surname_alone_follows_no_decision_on_its_bearers() -> None:
    two = [appeared("r1", "Hugo Tamm"), appeared("r2", "Anna Tamm"), appeared("r3", "Tamm")]
    assert groups(two, [decided("same", "#hugotamm", "#annatamm")]) == ["r1 r2", "r3"]


def test_entity_keeps_its_id_when_others_join() -> None:
    before, after = resolve([HUGO]), resolve(ALL, [decided("same", "r1#hugotamm", "#ledaorn")])
    assert before.entities[0].id == after.entities[0].id


def test_unnamed_source_has_no_names() -> None:
    (entity,) = resolve([OFFICIAL]).entities
    assert (entity.name, entity.names) == ("a senior official", ())


WRONG = {
    "kind": ("maybe", ("#a", "#b"), None),
    "one subject": ("same", ("#a",), None),
    "twice the same": ("different", ("#a", "#a"), None),
    "two to split": ("split", ("#a", "#b"), None),
    "no name": ("rename", ("#a",), None),
    "a value too many": ("same", ("#a", "#b"), "c"),
}


@pytest.mark.parametrize(("kind", "subjects", "value"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_carried_out_is_refused(kind, subjects, value) -> None:
    with pytest.raises(ValueError, match="“"):
        Decision("d", kind, subjects, value, "Ada", "2026-03-01T10:00:00Z")


NAMES = ["Hugo Tamm", "Tamm", "Anna Tamm", "Hugo J. Tamm", "Leda Orn", "Lida Orn", "Orn"]
APPEARANCES = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from(NAMES)), min_size=1, max_size=9, unique=True
).map(lambda rows: [appeared(report, name) for report, name in rows])
SUBJECTS = st.tuples(st.sampled_from(["a", "b", "c", ""]), st.sampled_from(NAMES)).map(
    lambda row: f"{row[0]}#{row[1].lower().replace(' ', '').replace('.', '')}"
)


@st.composite
def decision_lists(draw) -> list[Decision]:
    found = []
    for number in range(1, draw(st.integers(1, 7))):
        kind = draw(st.sampled_from(["same", "same", "different", "split", "rename", "type"]))
        few = 2 if kind in ("same", "different") else 1
        subjects = draw(st.lists(SUBJECTS, min_size=few, max_size=few, unique=True))
        value = f"v{number}" if kind in ("rename", "type") else None
        found.append(decided(kind, *subjects, value=value, number=number))
    return found


@settings(max_examples=40, deadline=None)
@given(APPEARANCES, decision_lists(), st.randoms())
def test_order_of_rows_is_of_no_account(appearances, decisions, chance) -> None:
    shuffled = list(decisions)
    chance.shuffle(shuffled)
    assert resolve(appearances, decisions) == resolve(appearances, shuffled)


@settings(max_examples=40, deadline=None)
@given(APPEARANCES, decision_lists(), decision_lists())
def test_withdrawing_restores_what_was(appearances, before, more) -> None:
    gone = [
        replace(d, id=f"x{d.id}", withdrawn_at="2026-04-01T00:00:00Z", withdrawn_by="Ada")
        for d in more
    ]
    assert resolve(appearances, [*before, *gone]) == resolve(appearances, before)


@settings(max_examples=40, deadline=None)
@given(APPEARANCES, decision_lists())
def test_different_is_never_put_together(appearances, decisions) -> None:
    found = resolve(appearances, decisions)
    resting = {each.decisions[0] for each in found.objections}
    exact = {subject: a.id for a in appearances for subject in a.answers_to}
    for decision in decisions:
        ids = [exact.get(each) for each in decision.subjects]
        if decision.kind == "different" and decision.id not in resting and all(ids):
            assert found.of[ids[0]] != found.of[ids[1]]


@settings(max_examples=30, deadline=None)
@given(APPEARANCES, decision_lists())
def test_everybody_is_in_one_entity(appearances, decisions) -> None:
    found = resolve(appearances, decisions)
    assert set(found.of) == {each.id for each in appearances}
    assert set(found.of.values()) == {each.id for each in found.entities}
