"""Kills, two writers at once, full disks and read-only files."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from making import content_of, thole
from sqlalchemy import text

from benchmarks.invented import SENTENCES, invented
from benchmarks.kills import compare, in_child, kill_while_writing, write_on
from sayso import Case
from sayso.errors import CaseBusy, CaseError, NotACase
from sayso.store import engines


def test_killed_while_writing(place: str, empty: Path, tmp_path: Path) -> None:
    reports = kill_while_writing(place, 3)
    peace = tmp_path / "peace.sayso"
    shutil.copyfile(empty, peace)
    assert compare(place, str(peace), reports) == (0, 0, [])


def all_at_once(place: str, works: Sequence[Callable[[Case], object]]) -> list[int]:
    """Each work in a process of its own, begun when all of them have the case open; how they
    ended."""
    (opened, say), (wait, begin) = os.pipe(), os.pipe()

    def child(work: Callable[[Case], object]) -> None:
        with Case(place) as case:
            os.write(say, b"!")
            os.read(wait, 1)
            work(case)

    children = [in_child(lambda work=work: child(work)) for work in works]
    for _ in works:
        os.read(opened, 1)
    os.write(begin, b"!" * len(works))
    ended = [os.waitpid(each, 0)[1] for each in children]
    for each in (opened, say, wait, begin):
        os.close(each)
    return ended


def test_two_write_at_once(place: str) -> None:
    numbers = [(0, 1, 2, 3), (3, 4, 1, 5)]
    works = [lambda case, own=own: [case.add(invented(n)) for n in own] for own in numbers]
    assert all_at_once(place, works) == [0, 0]
    with Case(place) as case:
        kept = [report.sources for report in case.reports()]
        assert sorted(kept) == [(invented(number).report.source,) for number in range(6)]
        assert {report.claims for report in case.reports()} == {SENTENCES}
        assert not list(case.check())


def test_adding_removing_and_deciding_at_once(place: str) -> None:
    with Case(place) as case:
        for number in (0, 1):
            case.add(invented(number))
        one, other = [each.id for each in case.people(limit=2)]
    works = [
        lambda case: [case.add(invented(number)) for number in (2, 3)],
        lambda case: case.replace(invented(0)),
        lambda case: case.decide("same", one, other, by="anna"),
        lambda case: [case.remove(invented(1).report.id), case.add(invented(1))],
    ]
    ended = all_at_once(place, works)
    with Case(place) as case:
        assert sum(1 for _ in case.reports()) == 4
        assert not list(case.check())
        assert [ended[0], ended[1], ended[3]] == [0, 0, 0]
        assert len(list(case.decisions())) == (ended[2] == 0)


def test_one_who_waits_too_long_is_told(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 1)
    with Case(place) as one, Case(place) as other:
        with one._store.writing(), pytest.raises(CaseBusy, match="another process"):
            other.add(thole())
        assert other.add(thole()).fresh


def test_reading_goes_on_while_another_writes(place: str) -> None:
    with Case(place) as one, Case(place) as other:
        one.add(thole())
        with one._store.writing() as connection:
            connection.execute(text("DELETE FROM times"))
            assert len(other.document("a.txt").times) == 2


@pytest.fixture
def file(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(empty, tmp_path / "case.sayso"))


@contextmanager
def no_pages_left(case: Case) -> Iterator[None]:
    with case._store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
    yield
    with case._store.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {2**30}")


@contextmanager
def no_bytes_left(_case: Case | None = None) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.parametrize("trouble", [no_pages_left, no_bytes_left])
def test_a_full_disk_is_told_and_nothing_kept(file: Path, trouble) -> None:
    with Case(file) as case:
        case.add(invented(1))
        before = content_of(case)
        with trouble(case), pytest.raises(CaseError, match=r"case\.sayso: .*(full|may not grow)"):
            case.add(invented(2))
        assert content_of(case) == before
        assert not list(case.check())
        assert case.add(invented(2)).fresh


def test_no_half_of_a_case_is_left_where_there_is_no_room(tmp_path: Path) -> None:
    with no_bytes_left(), pytest.raises(CaseError, match=r"case\.sayso: .*(full|may not grow)"):
        Case.new(tmp_path / "case.sayso")
    assert not list(tmp_path.iterdir())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 5 MB."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", str(tmp_path)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may make a disk")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_disk_that_fills_up(small_disk: Path) -> None:
    with Case.new(small_disk / "case.sayso") as case:
        with pytest.raises(CaseError, match="full"):
            write_on(case.name, iter(range(100)))
        kept = [report.sources for report in case.reports()]
        assert kept and not list(case.check())
    with pytest.raises(CaseError, match="full"):
        Case.new(small_disk / "other.sayso")
    with Case(small_disk / "case.sayso", read_only=True) as case:
        assert [report.sources for report in case.reports()] == kept


def test_a_case_opened_for_reading_only(file: Path) -> None:
    with Case(file) as case:
        case.add(thole())
    with Case(file, read_only=True) as case:
        assert case.report("a.txt") == thole().report
        with pytest.raises(CaseError, match="read-only"):
            case.remove("a.txt")
        assert not list(case.check())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to anything")
def test_a_file_that_may_not_be_written(file: Path) -> None:
    file.chmod(0o444)
    file.parent.chmod(0o555)
    with Case(file) as case, pytest.raises(CaseError, match="read-only"):
        case.add(thole())
    file.parent.chmod(0o755)


def test_a_later_version_is_refused(place: str) -> None:
    with Case(place) as case, case._store.writing() as connection:
        row = "VALUES ('9999 later', '2031-01-01', '9.0')"
        connection.execute(text(f"INSERT INTO migrations {row}"))
    with pytest.raises(NotACase, match="later version"):
        Case(place)
    engine = case._store.engine
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM migrations WHERE name = '9999 later'"))
    engine.dispose()
