"""A case of every version opens later. `snapshots` holds the statements that made an empty case
after each step; they are never changed.

Whoever changes a table adds a step to `MIGRATIONS`, and a snapshot of its name:

    python tests/store/test_migrations.py
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from making import content_of, said_of, thole
from sqlalchemy import text

from sayso import Case
from sayso.store.engines import APPLICATION
from sayso.store.migrations import MIGRATIONS
from sayso.store.views import VIEWS

SNAPSHOTS = Path(__file__).with_name("snapshots")
MADE = """
    SELECT sql FROM sqlite_master
    WHERE sql IS NOT NULL AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\'
    ORDER BY CASE WHEN type = 'table' THEN 0 WHEN type = 'index' THEN 1 ELSE 2 END, type DESC, name
"""


def statements(place: Path) -> str:
    """What makes a case's tables, one statement after the other, spaces aside."""
    with closing(sqlite3.connect(place)) as database:
        made = [" ".join(sql.split()) for (sql,) in database.execute(MADE)]
    return ";\n".join(made) + ";\n"


def snapshot(name: str) -> Path:
    return SNAPSHOTS / f"{name.replace(' ', '_')}.sql"


def test_tables_do_not_change_without_a_step(empty: Path) -> None:
    assert statements(empty) == snapshot(MIGRATIONS[-1].name).read_text(encoding="utf-8")


@pytest.mark.parametrize("at", range(len(MIGRATIONS)), ids=lambda at: MIGRATIONS[at].name)
def test_a_case_of_every_version_opens(at: int, tmp_path: Path, empty: Path) -> None:
    place = tmp_path / "case.sayso"
    with closing(sqlite3.connect(place)) as database:
        database.executescript(snapshot(MIGRATIONS[at].name).read_text(encoding="utf-8"))
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        done = [(each.name, "2026-12-01", "0.3") for each in MIGRATIONS[: at + 1]]
        database.executemany("INSERT INTO migrations VALUES (?, ?, ?)", done)
        database.commit()
    with Case(place) as case:
        assert not list(case.check())
    assert sorted(statements(place).splitlines()) == sorted(statements(empty).splitlines())


BEFORE = {
    "0002 names, seals and days": (
        *(f"DROP VIEW {view}" for view in VIEWS),
        *("DROP TABLE seals", "DROP TABLE post_chains", "DROP TABLE name_words"),
        *("DROP INDEX claims_by_view", "DROP INDEX links_by_type", "DROP INDEX sources_by_name"),
        "DROP INDEX voices_by_kind",
        *("ALTER TABLE claims DROP COLUMN first_day", "ALTER TABLE claims DROP COLUMN last_day"),
        "ALTER TABLE claims DROP COLUMN stands_alone",
        *("ALTER TABLE posts DROP COLUMN first_day", "ALTER TABLE posts DROP COLUMN last_day"),
        "ALTER TABLE known DROP COLUMN signs",
        "CREATE TABLE name_words (word TEXT, entity TEXT)",
    ),
}
"""What makes a case of today one that lacks a step."""


@pytest.mark.parametrize("step", BEFORE)
def test_a_case_that_is_brought_up_is_as_a_new_one(place: str, step: str) -> None:
    document = thole()
    spoken = replace(document.posts[0], claim=None, attribution="a1")
    with Case(place) as case:
        case.add(said_of("Una O'Neill", 1))
        case.add(replace(document, posts=(*document.posts, spoken)))
        now = content_of(case)
        with case._store.writing() as connection:
            for statement in BEFORE[step]:
                connection.execute(text(statement))
            connection.execute(text("DELETE FROM migrations WHERE name = :step"), {"step": step})
    with Case(place) as case:
        assert content_of(case) == now
        assert not list(case.check())


def test_people_who_are_known_get_their_signs(place: str) -> None:
    step = "0002 names, seals and days"
    with Case(place) as case:
        case.add(said_of("Una O'Neill", 1))
        with case._store.writing() as connection:
            connection.execute(text("UPDATE figures SET posts = '[\"Ms\"]' WHERE kind = 'person'"))
            for statement in BEFORE[step]:
                connection.execute(text(statement))
            connection.execute(text("DELETE FROM migrations WHERE name = :step"), {"step": step})
    with Case(place) as case, case._store.reading() as connection:
        query = "SELECT signs FROM known WHERE kind = 'person'"
        assert "woman" in str(connection.scalar(text(query)))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "case.sayso")
        Case.new(made).close()
        latest = snapshot(MIGRATIONS[-1].name)
        if latest.exists():
            raise SystemExit(f"{latest} is there already: add a step of another name")
        latest.write_text(statements(made), encoding="utf-8")
