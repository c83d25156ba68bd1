"""The commands on a case: real files, no model."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from cli.casework import CONTROLS, as_report, filled, first, second
from cli.conftest import FakeCase
from sayso.cli import main
from sayso.errors import NotAReport
from sayso.store import Case


def ran(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main([*arguments]) == code
    captured = capsys.readouterr()
    if not code:
        assert captured.err == ""
    return captured.err if code else captured.out


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


LISTS = {
    "people": ["people"],
    "organizations": ["organizations"],
    "reports": ["reports"],
    "claims": ["claims"],
    "claims about": ["claims", "--about", "quill rhoda"],
    "posts": ["posts"],
    "show": ["show", "Rhoda Quill"],
    "search": ["search", "Quill"],
    "search claims": ["search", "mole", "--claims"],
    "timeline": ["timeline"],
}


@pytest.mark.parametrize("arguments", LISTS.values(), ids=LISTS)
def test_every_list_in_every_form(
    arguments: list[str], where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = ran(capsys, *arguments)
    assert shown.strip()
    assert [json.loads(line) for line in ran(capsys, *arguments, "--json").splitlines()]
    assert rows(ran(capsys, *arguments, "--csv"))


@pytest.mark.parametrize("arguments", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("form", [[], ["--csv"]], ids=["screen", "table"])
@pytest.mark.parametrize("columns", [20, 66])
def test_nothing_steers_the_terminal_and_lines_fit(
    arguments: list[str],
    form: list[str],
    columns: int,
    where: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = ran(capsys, *arguments, *form)
    assert not set(out) & set(CONTROLS)
    assert form or max(map(cell_len, out.splitlines())) <= columns


def test_the_case_may_be_named(where: str, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.delenv("SAYSO_CASE")
    assert "Rhoda Quill" in ran(capsys, "people", "--case", where)
    assert "name one, or set SAYSO_CASE" in ran(capsys, "people", code=1)


def test_claims_are_the_objects_that_reading_gives(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [json.loads(line) for line in ran(capsys, "claims", "--json").splitlines()]
    assert [(each["report"]["outlet"], each["id"]) for each in found] == [
        ("The Lantern", "c1"),
        ("The Herald", "c2"),
        ("The Herald", "c1"),
    ]
    assert found[2]["words"] == ["Corriden", "built the mole"]
    assert [voice["name"] for voice in found[2]["chain"]] == ["The Herald", "Rhoda Quill"]


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        pytest.param(["--by", "Rhoda Quill"], [1], id="by"),
        pytest.param(["--about", "Rhoda Quill"], [2], id="about"),
        pytest.param(["--by", "The Lantern"], [3], id="by an outlet"),
        pytest.param(["--denied"], [2], id="denied"),
        pytest.param(["--uncertain"], [1], id="uncertain"),
        pytest.param(["--since", "2024", "--until", "2024"], [3], id="of a time"),
        pytest.param(["--limit", "1"], [3], id="first page"),
        pytest.param(["--limit", "1", "--after", "3"], [2], id="next page"),
        pytest.param(["--limit", "1", "--denied", "--after", "2"], [], id="page of a filter"),
    ],
)
def test_claims_asked_for(
    options: list[str], numbers: list[int], where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ran(capsys, "claims", "--json", *options).splitlines()
    assert [json.loads(line)["number"] for line in lines] == numbers


def test_a_claim_on_the_screen(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "claims", "--by", "Rhoda Quill") == (
        "The Herald (12 April 2024) ← Rhoda Quill (to the Courier, January 2024):\n"
        "  Corriden might have built the mole in Tolmere for over 40 crowns in 1998\n"
        "  stated as possible (“might”) · 1998 · Tolmere · over 40 crowns\n"
        "  ┆ Corriden might have built the mole\n"
        "  in: Who built the mole · 00000000\n"
    )


def test_a_post_that_is_negated_says_so(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = ran(capsys, "posts", "--about", "Ilse Márrable")
    assert "negated (“not”) · current · since 2019" in out
    [cells] = rows(ran(capsys, "posts", "--csv"))
    assert (cells["person"], cells["polarity"]) == ("Ilse Márrable", "negated")


@pytest.mark.parametrize("command", ["people", "claims", "reports", "timeline", "search Quill"])
def test_pages_meet(command: str, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Going on where the screen says gives the rest, each entry once."""
    whole = rows(ran(capsys, *command.split(), "--csv"))
    shown, after = 0, []
    while True:
        out = ran(capsys, *command.split(), "--limit", "1", *after)
        shown += 1
        go_on = re.search(r"more: --after (.+)", out)
        if go_on is None:
            break
        after = ["--after", go_on[1].strip("'")]
    assert shown == len(whole) > 1


@pytest.mark.parametrize("name", ["Rhoda Quill", "rhoda"])
def test_show_begins_each_entry_with_whose_word(
    name: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    head, *entries = ran(capsys, "show", name).split("\n\n")
    assert head.startswith("Rhoda Quill\ntaken for: person · in 1 report, ")
    for entry in entries:
        told = [line for line in entry.splitlines() if not line.startswith("  ")]
        assert all(
            line.startswith(("The Herald", "The Lantern", "Claims", "Links", "Posts", "Where"))
            for line in told
        )


def test_a_dispute_has_both_words(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    yes = second()
    no = as_report(yes, id="77" * 8, outlet="The Herald")
    no = replace(no, claims=(replace(yes.claims[0], polarity="negated", chain=()),))
    path = filled(tmp_path / "b.sayso", [yes, no])
    out = ran(capsys, "show", "Una Quill", "--case", path)
    assert "Where they differ, on “meet”\nThe Lantern" in out
    assert "\n\nThe Herald (2 January 2025): " in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["show", "Rhoda Kwill"], "near “Rhoda Kwill”: Rhoda Quill", id="a word"),
        pytest.param(["show", "Roda Qwill"], "near “Roda Qwill”: Rhoda Quill", id="spelling"),
        pytest.param(["claims", "--by", "Rhoda X"], "near “Rhoda X”: Rhoda Quill", id="voice"),
        pytest.param(["show", "Zzyzx"], "is called “Zzyzx”", id="nobody near"),
        pytest.param(["show", "Quill"], "Una Quill", id="several"),
        pytest.param(["people", "--case", "none.sayso"], "there is no such case", id="missing"),
        pytest.param(["people", "--case", "."], "it is a folder", id="folder"),
        pytest.param(["people", "--case", __file__], "not a case", id="not a case"),
        pytest.param(["remove", "nothing"], "no report “nothing”", id="no such report"),
        pytest.param(["decide", "split", "Una Quill", "mole.txt"], "does not name", id="split"),
        pytest.param(["withdraw", "d9"], "no decision “d9”", id="no such decision"),
    ],
)
def test_errors(
    arguments: list[str], told: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    err = ran(capsys, *arguments, code=1)
    assert told in err
    assert all(line.startswith("sayso: ") for line in err.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["claims", "a.txt", "--case", "b"], id="files and a case"),
        pytest.param(["claims", "a.txt", "--csv"], id="csv of files"),
        pytest.param(["claims", "--outlet", "X"], id="facts about a case"),
        pytest.param(["people", "--json", "--csv"], id="two forms"),
        pytest.param(["people", "--limit", "0"], id="none"),
        pytest.param(["claims", "--after", "x"], id="no number"),
        pytest.param(["people", "--after", "x 1"], id="no cursor"),
        pytest.param(["show", "?"], id="no name"),
        pytest.param(["timeline", "--since", "2020", "--until", "2019"], id="backwards"),
        pytest.param(["decide", "alike", "a", "b"], id="no such kind"),
        pytest.param(["decide", "same", "a"], id="same as whom"),
        pytest.param(["decide", "type", "a", "minister"], id="no such type"),
        pytest.param(["match"], id="match with what"),
    ],
)
def test_usage_errors(arguments: list[str], where: str) -> None:
    assert main(arguments) == 2


def test_a_table_is_safe_to_open(tmp_path: Path, case: FakeCase, capsys) -> None:
    path = filled(tmp_path / "b.sayso", [as_report(first(), title="=HYPERLINK(1)")])
    assert rows(ran(capsys, "reports", "--csv", "--case", path))[0]["title"] == "'=HYPERLINK(1)"


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


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_case(where: str, case: FakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    Path(where).chmod(stat.S_IRUSR)
    case.items = [as_report(first(), id="88" * 8)]
    assert main(["read", "a"]) == 1
    assert "read-only" in capsys.readouterr().err


def test_the_commands_load_no_database_for_files() -> None:
    code = "import sys, sayso.cli.app; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
