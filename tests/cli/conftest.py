"""A case that gives what a test puts into it, in place of the one that reads files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from shutil import copyfile
from types import ModuleType

import pytest

from cli.casework import filled
from sayso.errors import SaysoError
from sayso.values import Document, Report


class FakeCase(ModuleType):
    """Stands in for `sayso.case`; `items` are given in order, an error of `end` is raised."""

    def __init__(self) -> None:
        super().__init__("sayso.case")
        self.items: list[Document | SaysoError] = []
        self.end: BaseException | None = None
        self.asked: list[dict[str, object]] = []
        self.known: Callable[[Report], bool] | None = None

    def read_documents(
        self,
        paths: Iterable[str],
        *,
        outlet: str | None = None,
        published: str | None = None,
        title: str | None = None,
        known: Callable[[Report], bool] | None = None,
    ) -> Iterator[Document | SaysoError]:
        self.known = known
        facts = {"outlet": outlet, "published": published, "title": title}
        self.asked.append({"paths": list(paths), **facts})
        yield from self.items
        if self.end is not None:
            raise self.end


@pytest.fixture
def case(monkeypatch: pytest.MonkeyPatch) -> FakeCase:
    fake = FakeCase()
    monkeypatch.setitem(sys.modules, "sayso.case", fake)
    monkeypatch.delenv("SAYSO_CASE", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    return fake


@pytest.fixture(scope="session")
def two_reports(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A case with two reports, to be copied."""
    return filled(tmp_path_factory.mktemp("cases") / "two.sayso")


@pytest.fixture
def where(two_reports: str, case: FakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A case of the test's own with two reports, named by the environment."""
    path = tmp_path / "a.sayso"
    copyfile(two_reports, path)
    monkeypatch.setenv("SAYSO_CASE", str(path))
    monkeypatch.setenv("SAYSO_BY", "Ada")
    return str(path)
