"""Figures of a report as values that outlive the reading. All are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import reading

from sayso.entities.appearances import Appearance, appearances_in, appearances_of
from sayso.values import Document, Post

TEXT = (
    "[Hugo Tamm|person|a] met [Leda Orn|person|b] in [Corrida|place|c].\n"
    "[Tamm|person|a], said [a port official|person?|d], runs [the yard|place?|e] of"
    " [Harbour Guard Corps|organization|f] (HGC)."
)


def found(marked: str = TEXT) -> dict[str, Appearance]:
    return {each.name: each for each in appearances_of(reading(marked), "r1").appearances}


def test_named_figures_and_unnamed_sources_only() -> None:
    assert list(found()) == [
        "Hugo Tamm",
        "Leda Orn",
        "Corrida",
        "port official",
        "Harbour Guard Corps",
    ]


def test_ids_are_of_report_and_name() -> None:
    assert [each.id for each in found().values()] == [
        "r1#hugotamm",
        "r1#ledaorn",
        "r1#corrida",
        "r1#~portofficial",
        "r1#harbourguardcorps",
    ]


def test_answers_to_every_name_it_has() -> None:
    assert found()["Hugo Tamm"].answers_to == ("r1#hugotamm", "r1#tamm")
    assert found()["Harbour Guard Corps"].answers_to == ("r1#harbourguardcorps", "r1#hgc")


def test_what_stands_beside() -> None:
    hugo = found()["Hugo Tamm"]
    assert (hugo.beside, hugo.places) == (("Leda Orn", "Harbour Guard Corps"), ("Corrida",))


SAME_ID = {
    "another first mention": "[Tamm|person|a] is [Hugo Tamm|person|a]",
    "a title": "[General Hugo Tamm|person|a]",
    "taken for a body": "[Hugo Tamm|organization|a]",
    "accents": "[Hugó Tamm|person|a]",
}


@pytest.mark.parametrize("marked", SAME_ID.values(), ids=SAME_ID)
def test_another_reading_gives_the_same_id(marked: str) -> None:
    assert [each.id for each in found(marked).values()] == ["r1#hugotamm"]


def test_every_mention_has_an_id_and_is_in_one_at_most() -> None:
    of = appearances_of(reading(TEXT), "r1")
    inside = [n for members in of.members for n in members]
    assert len(of.local) == 7 and all(of.local)
    assert sorted(inside) == [0, 1, 2, 3, 4, 6]


def test_posts_are_words_of_the_report() -> None:
    marked = "[Hugo Tamm|person|a], commander of [the Harbour Guard|organization|b], left."
    of = reading(marked)
    text = of.report.text
    person = (0, 9)
    role = (text.index("commander"), text.index(" of"))
    body = (text.index("Harbour"), text.index(", left"))
    document = Document(of.report, of, posts=(Post(person, role=role, organization=body),))
    hugo, guard = appearances_in(document).appearances
    assert hugo.posts == ("commander, Harbour Guard",)
    assert guard.posts == ()


GROUPS = st.lists(
    st.tuples(
        st.sampled_from(["Hugo Tamm", "Tamm", "Anna Tamm", "Veltar", "a port official", "he"]),
        st.sampled_from(["person", "organization", "place"]),
        st.sampled_from("abc"),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=30, deadline=None)
@given(GROUPS)
def test_subjects_are_of_one_figure_each(rows: list[tuple[str, str, str]]) -> None:
    marked = " ".join(
        f"[{name}|{kind}{'' if name[0].isupper() else '?'}|{group}]." for name, kind, group in rows
    )
    of = appearances_of(reading(marked), "r1")
    subjects = [each for a in of.appearances for each in a.answers_to]
    assert len(subjects) == len(set(subjects))
    mentions = [m for a in of.appearances for m in a.mentions]
    assert len(mentions) == len(set(mentions))
