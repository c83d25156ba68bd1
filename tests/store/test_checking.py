"""Every kind of damage is found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from making import thole
from sqlalchemy import text

from sayso import Case
from sayso.errors import CaseError
from sayso.store import views

DAMAGE = {
    "text": (
        "UPDATE reports SET text = replace(text, 'Thole', 'Thule')", "not what it was",
    ),
    "no text left": ("UPDATE reports SET text = ''", "not what it was"),
    "a hash": ("UPDATE reports SET hash = 'f00'", "not what it was"),
    "offset behind the end": ("UPDATE claims SET predicate_ends = 9999", "outside of its text"),
    "offsets the wrong way round": ("UPDATE mentions SET begins = 30, ends = 29", "outside"),
    "an argument's offsets": ("UPDATE arguments SET begins = -1", "outside of its text"),
    "a claim gone": ("DELETE FROM claims WHERE id = 'c1'", "claims are missing"),
    "a count": ("UPDATE entities SET mentions = 7", "mentions are not as many"),
    "an offset shifted inside the text": (
        "UPDATE spans SET begins = begins + 1 WHERE number = 3", "not those that were written",
    ),
    "a word put into a mouth": (
        "UPDATE claims SET words = 'Thole admitted it'", "not those that were written",
    ),
    "another's voice": ("UPDATE chains SET position = position + 7", "not those that were written"),
    "a piece of evidence gone": ("DELETE FROM spans WHERE number = 5", "not those that were"),
    "no seal": ("DELETE FROM seals", "not those that were written"),
    "another's id": ("UPDATE figures SET id = id || 'x'", "not that of its first appearance"),
}  # fmt: skip
SQLITE_DAMAGE = {
    "foreign key": ("UPDATE voices SET report = 77", "points to a row of reports"),
    "the report gone": ("DELETE FROM reports", "points to a row of reports"),
    "a voice gone": ("DELETE FROM voices WHERE number = 1", "points to a row of voices"),
    "a figure gone": ("DELETE FROM figures WHERE number = 1", "points to a row of figures"),
    "an entity gone": (
        "DELETE FROM entities WHERE id = (SELECT min(entity) FROM figures)", "row of entities",
    ),
    "full text of a claim": (
        "INSERT INTO claim_search (rowid, words) VALUES (999, 'ghost')", "full-text",
    ),
    "all full text gone": (
        "INSERT INTO report_search (report_search) VALUES ('delete-all')", "full-text",
    ),
    "a claim's full text gone": (
        "INSERT INTO claim_search (claim_search, rowid, words) "
        "SELECT 'delete', number, words FROM claims_words WHERE number = 1",
        "full-text",
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


@pytest.mark.parametrize("search", ["NULL", "to_tsvector('simple', 'ghost')"], ids=["no", "other"])
def test_damage_to_the_words_in_postgresql_is_found(schema: str, search: str) -> None:
    with Case(schema) as case:
        case.add(thole())
        found = faults_after(case, f"UPDATE claims SET search = {search} WHERE id = 'c1'")
        assert found == "claims 1: the full-text index does not go with its words"
        case.remove("a.txt")
        assert not list(case.check())


def test_a_byte_of_a_text_is_flipped(empty: Path, tmp_path: Path) -> None:
    place = Path(shutil.copyfile(empty, tmp_path / "case.sayso"))
    with Case(place) as case:
        case.add(thole())
    held = place.read_bytes()
    at = held.index(b"master since 2017, denied it.")
    place.write_bytes(held[:at] + bytes([held[at] ^ 1]) + held[at + 1 :])
    assert "its text is not what it was when it was read" in reasons_of(place)


@pytest.mark.parametrize("page", [2, 9, 20])
def test_a_page_of_the_file_is_lost(empty: Path, tmp_path: Path, page: int) -> None:
    place = Path(shutil.copyfile(empty, tmp_path / "case.sayso"))
    with Case(place) as case:
        case.add(thole())
    held = place.read_bytes()
    place.write_bytes(held[: page * 4096] + bytes(4096) + held[(page + 1) * 4096 :])
    assert reasons_of(place)


def reasons_of(place: Path) -> list[str]:
    """What is wrong with a case, or why it cannot even be looked at."""
    try:
        with Case(place) as case:
            return [fault.reason for fault in case.check()]
    except CaseError as error:
        return [error.reason]


VIEWS = {
    "who_says_what": ("chain, claimed", ("The Herald ← Ilse Korren", "Corriden Dredging paid")),
    "posts_said": ("person, role, since", ("Garrick Thole", "harbour master", "2017")),
    "links_said": ("type, source, target", ("Payment", "Corriden Dredging", "Garrick Thole")),
    "takes_part": ("taken_for, role, called", ("Garrick Thole", "recipient", "Garrick Thole")),
    "attributed": ("voice, part, words", ("Ilse Korren", "cue", "told")),
    "who_is_taken_for_whom": ("taken_for, called, outlet", ("Sandrun", "Sandrun", "The Herald")),
}


@pytest.mark.parametrize("view", VIEWS)
def test_views_read_like_sentences(damaged: Case, view: str) -> None:
    columns, row = VIEWS[view]
    with damaged._store.reading() as connection:
        found = [tuple(each) for each in connection.execute(text(f"SELECT {columns} FROM {view}"))]
    assert any(all(want in str(got) for want, got in zip(row, each, strict=True)) for each in found)


@pytest.mark.parametrize("view", views.VIEWS)
def test_every_row_of_a_view_tells_whose_word_it_is(damaged: Case, view: str) -> None:
    whole = thole().report
    with damaged._store.reading() as connection:
        rows = connection.execute(text(f"SELECT * FROM {view}")).all()
    assert rows
    for row in rows:
        assert (row.report, row.outlet) == (whole.id, "The Herald")
        own = row.called if view == "who_is_taken_for_whom" else row.words
        assert own in whole.text
        chain = getattr(row, "chain", "The Herald")
        assert chain in ("The Herald", "The Herald ← Ilse Korren")
