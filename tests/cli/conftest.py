"""A case that gives what a test puts into it, in place of the one that reads files."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import ModuleType

import pytest

from sayso.errors import SaysoError
from sayso.values import Document


class FakeCase(ModuleType):
    """Stands in for `sayso.case`; `items` are given in order, an error of `end` is raised."""

    def __init__(self) -> None:
        super().__init__("sayso.case")
        self.items: list[Document | SaysoError] = []
        self.end: BaseException | None = None
        self.asked: list[dict[str, object]] = []

    def read_documents(
        self,
        paths: Iterable[str],
        *,
        outlet: str | None = None,
        published: str | None = None,
        title: str | None = None,
    ) -> Iterator[Document | SaysoError]:
        facts = {"outlet": outlet, "published": published, "title": title}
        self.asked.append({"paths": list(paths), **facts})
        yield from self.items
        if self.end is not None:
            raise self.end


@pytest.fixture
def case(monkeypatch: pytest.MonkeyPatch) -> FakeCase:
    fake = FakeCase()
    monkeypatch.setitem(sys.modules, "sayso.case", fake)
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    return fake
