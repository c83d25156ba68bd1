"""Every kind of damage is found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from making import thole
from sqlalchemy import text

from sayso import Case

DAMAGE = {
    "text": (
        "UPDATE reports SET text = replace(text, 'Thole', 'Thule')", "not what it was",
    ),
    "offset behind the end": ("UPDATE claims SET predicate_ends = 9999", "outside of its text"),
    "offsets the wrong way round": ("UPDATE mentions SET begins = 30, ends = 29", "outside"),
    "an argument's offsets": ("UPDATE arguments SET begins = -1", "outside of its text"),
    "a claim gone": ("DELETE FROM claims WHERE id = 'c1'", "claims are missing"),
    "a count": ("UPDATE entities SET mentions = 7", "mentions are not as many"),
    "another's id": ("UPDATE figures SET id = id || 'x'", "not that of its first appearance"),
}  # fmt: skip
SQLITE_DAMAGE = {
    "foreign key": ("UPDATE voices SET report = 77", "points to a row of reports"),
    "full text of a claim": (
        "INSERT INTO claim_search (rowid, words) VALUES (999, 'ghost')", "full-text",
    ),
    "full text of a report": (
        "INSERT INTO report_search (rowid, title, text) VALUES (1, 'a', 'b')", "full-text",
    ),
}  # fmt: skip


@pytest.fixture
def damaged(place: str) -> Iterator[Case]:
    with Case(place) as case:
        case.add(thole())
        yield case


def faults_after(case: Case, statement: str) -> str:
    with case._store.writing() as connection:
        connection.execute(text(statement))
    return "\n".join(f"{fault.where}: {fault.reason}" for fault in case.check())


@pytest.mark.parametrize(("statement", "reason"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_found(damaged: Case, statement: str, reason: str) -> None:
    assert reason in faults_after(damaged, statement)


@pytest.mark.parametrize(("statement", "reason"), SQLITE_DAMAGE.values(), ids=SQLITE_DAMAGE)
def test_damage_to_a_file_is_found(
    empty: Path, tmp_path: Path, statement: str, reason: str
) -> None:
    with Case(shutil.copyfile(empty, tmp_path / "case.sayso")) as case:
        case.add(thole())
        raw = case._store.engine.raw_connection()
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.close()
        assert reason in faults_after(case, statement)


VIEWS = {
    "who_says_what": ("chain, claimed", ("The Herald ← Ilse Korren", "Corriden Dredging paid")),
    "posts_held": ("person, role, since", ("Garrick Thole", "harbour master", "2017")),
    "links_said": ("type, source, target", ("Payment", "Corriden Dredging", "Garrick Thole")),
    "takes_part": ("entity_name, role, words", ("Garrick Thole", "recipient", "Garrick Thole")),
    "attributed": ("voice, part, words", ("Ilse Korren", "cue", "told")),
    "who_is_who": ("name, called, outlet", ("Sandrun", "Sandrun", "The Herald")),
}


@pytest.mark.parametrize("view", VIEWS)
def test_views_read_like_sentences(damaged: Case, view: str) -> None:
    columns, row = VIEWS[view]
    with damaged._store.reading() as connection:
        found = [tuple(each) for each in connection.execute(text(f"SELECT {columns} FROM {view}"))]
    assert any(all(want in str(got) for want, got in zip(row, each, strict=True)) for each in found)
