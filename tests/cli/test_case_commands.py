"""Making, filling and checking a case: real files, no model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.casework import as_report, first, ran, rows, second
from cli.conftest import FakeCase
from sayso.cli import main
from sayso.errors import NotAReport
from sayso.store import Case


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["claims", "a.txt", "--case", "b"], id="files and a case"),
        pytest.param(["claims", "--outlet", "X"], id="facts about a case"),
        pytest.param(["people", "--json", "--csv"], id="two forms"),
        pytest.param(["people", "--limit", "0"], id="none"),
        pytest.param(["claims", "--after", "x"], id="no number"),
        pytest.param(["people", "--after", "x 1"], id="no cursor"),
        pytest.param(["show", "?"], id="no name"),
        pytest.param(["search", "***"], id="no word"),
        pytest.param(["timeline", "--since", "2020", "--until", "2019"], id="backwards"),
        pytest.param(["decide", "alike", "a", "b"], id="no such kind"),
        pytest.param(["decide", "same", "a"], id="same as whom"),
        pytest.param(["decide", "type", "a", "minister"], id="no such type"),
        pytest.param(["match"], id="match with what"),
    ],
)
def test_usage_errors(arguments: list[str], where: str) -> None:
    assert main(arguments) == 2


def test_new_and_check(case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "new.sayso")
    assert ran(capsys, "new", path).replace("\n  ", "").endswith("new.sayso\n")
    assert ran(capsys, "check", path) == "no faults found\n"
    assert "already" in ran(capsys, "new", path, code=1)


def test_check_names_faults(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Case(where) as case, case._store.writing() as connection:
        connection.exec_driver_sql("UPDATE reports SET claims = 9")
    assert main(["check", where, "--json"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {each["where"] for each in found} == {f"reports {'0' * 16}", "reports 5c1d44e0aa00bb11"}


def test_remove(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "taken out: Gone" in ran(capsys, "remove", "5c1d44e0")
    assert len(rows(ran(capsys, "reports", "--csv"))) == 1


def test_reading_into_a_case(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "c.sayso")
    Case.new(path).close()
    case.items = [first(), NotAReport("empty.txt", "empty"), first(), second()]
    assert main(["read", "a", "--case", path]) == 1
    captured = capsys.readouterr()
    assert captured.err == "sayso: empty.txt: empty\n"
    assert captured.out.replace("\ufffd", "?").splitlines() == [
        "added: Who built the mole · The Herald · mole.txt",
        "there already: Who built the mole · The Herald · mole.txt",
        "added: Gone ?[31m · The Lantern · gone?.txt",
        "2 reports added, 1 report there already",
    ]


def test_reading_by_the_environment_gives_the_ids_of_the_case(
    where: str, case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [first()]
    found = json.loads(ran(capsys, "read", "a", "--json"))
    people = [json.loads(line)["id"] for line in ran(capsys, "people", "--json").splitlines()]
    assert found["mentions"][0]["entity"] in people


def test_what_a_case_does_not_take_is_named(
    where: str, case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = as_report(first(), id="99" * 8, text="short")
    fresh = as_report(second(), id="88" * 8)
    case.items = [broken, fresh, broken, broken, fresh]
    assert main(["read", "a"]) == 1
    captured = capsys.readouterr()
    assert captured.err.count("not kept") == 2
    assert captured.err.endswith("sayso: reading ended there; what was kept before stays\n")
    assert captured.out.splitlines()[-1] == "1 report added, 3 reports not kept"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["read", "a"], id="read"),
        pytest.param(["review"], id="review"),
        pytest.param(["remove", "5c1d44e0"], id="remove"),
        pytest.param(["decide", "rename", "Una Quill", "U. Quill"], id="decide"),
        pytest.param(["withdraw", "d1"], id="withdraw"),
    ],
)
def test_a_read_only_case_is_said_before_anything_is_asked(
    arguments: list[str],
    where: str,
    case: FakeCase,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert main(arguments) == 1
    out, err = capsys.readouterr()
    assert out == "" and case.asked == []
    assert err == f"sayso: {where}: it cannot be written: the file or its folder is read-only\n"


def test_a_read_only_case_still_lists_pairs(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert ran(capsys, "review", "--json") == ""


def test_ctrl_c(
    where: str, case: FakeCase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case.items, case.end = [as_report(first(), id="88" * 8)], KeyboardInterrupt()
    assert main(["read", "a"]) == 130
    out, err = capsys.readouterr()
    assert err == "sayso: stopped; what was kept before stays\n"
    assert out.endswith("1 report added\n")
    monkeypatch.delenv("SAYSO_CASE")
    assert main(["read", "a"]) == 130
    assert capsys.readouterr().err == "sayso: stopped\n"


def test_the_commands_load_no_database_for_files() -> None:
    code = "import sys, sayso.cli.app; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
