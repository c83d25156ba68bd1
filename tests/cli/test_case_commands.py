"""The commands on a case: real files, no model."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from builders import document, report
from cli.casework import CONTROLS, as_report, filled, first, mentioned, second
from cli.conftest import FakeCase
from sayso.cli import main
from sayso.errors import NotAReport
from sayso.store import Case
from sayso.values import Document


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
    assert re.sub(r"e[0-9a-f]{12}", "e0", ran(capsys, "claims", "--by", "Rhoda Quill")) == (
        "by: Rhoda Quill · taken for: person · in 1 report, 2 mentions · e0\n"
        "\n"
        "in: Who built the mole · 00000000\n"
        "The Herald (12 April 2024) ← Rhoda Quill (to the Courier, January 2024):\n"
        "  Corriden might have built the mole in Tolmere for over 40 crowns in 1998\n"
        "  ┆ Corriden might have built the mole\n"
        "  stated as possible (“might”) · 1998 · Tolmere · over 40 crowns\n"
    )


def test_a_post_that_is_negated_says_so(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = ran(capsys, "posts", "--about", "Ilse Márrable")
    assert "negated (“not”) · current · since 2019" in out
    [cells] = rows(ran(capsys, "posts", "--csv"))
    assert (cells["person"], cells["polarity"]) == ("Ilse Márrable", "negated")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["people"], id="people"),
        pytest.param(["claims"], id="claims"),
        pytest.param(["claims", "--about=Una Quill"], id="claims about"),
        pytest.param(["reports", "--after=3"], id="reports"),
        pytest.param(["timeline"], id="timeline"),
        pytest.param(["search", "--", "Quill"], id="search"),
    ],
)
def test_pages_meet(
    arguments: list[str], where: str, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    """The command that the screen says goes on gives the rest, each entry once."""
    monkeypatch.delenv("SAYSO_CASE")
    command, *rest = arguments
    whole = rows(ran(capsys, command, "--case", where, "--csv", *rest))
    pages, more = [], [command, "--case", where, "--limit", "1", *rest]
    while more:
        out = ran(capsys, *more)
        pages.append(out)
        go_on = re.search(r"^more: sayso (.+)", out, re.MULTILINE)
        more = shlex.split(go_on[1]) if go_on else []
    assert len({*pages}) == len(pages) == len(whole)


def test_a_dossier_says_how_to_go_on(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled(tmp_path / "b.sayso", [second(), as_report(second(), id="77" * 8)])
    out = ran(capsys, "show", "Una Quill", "--limit", "1", "--case", path)
    assert "Claims about (the last 1 of 2)\n" in out and "Claims by (the last 1 of 2)\n" in out
    for line in re.findall(r"^more: sayso (.+)", out, re.MULTILINE):
        [found] = ran(capsys, *shlex.split(line), "--json").splitlines()
        assert json.loads(found)["number"] == 1


def entries_of(out: str) -> list[str]:
    """The entries that are shown, without headings and what is said on the way."""
    told = [block.splitlines() for block in out.split("\n\n")]
    bare = ("in: ", "Claims", "Links", "Posts", "Where", "more: ")
    return ["\n".join(line for line in block if not line.startswith(bare)) for block in told[1:]]


@pytest.mark.parametrize("name", ["Rhoda Quill", "rhoda"])
def test_show_begins_each_entry_with_whose_word(
    name: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ran(capsys, "show", name)
    assert out.startswith("Rhoda Quill\ntaken for: person · in 1 report, ")
    found = [each for each in entries_of(out) if each]
    assert found and all(each.startswith(("The Herald", "The Lantern")) for each in found)
    assert all(len(re.findall("^[^ ]", each, re.MULTILINE)) == 1 for each in found)


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
    "arguments",
    [
        pytest.param(["show", "Quill"], id="show"),
        pytest.param(["timeline", "quill"], id="timeline"),
        pytest.param(["claims", "--about=Quill", "--csv"], id="about"),
        pytest.param(["claims", "--by", "Quill"], id="by"),
        pytest.param(["posts", "--about", "Quill", "--json"], id="posts"),
        pytest.param(["decide", "same", "Ilse Marrable", "Quill"], id="decide"),
    ],
)
def test_a_surname_that_two_share_is_asked_about(
    arguments: list[str], where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is printed of either; each is told with the words of a report and a command."""
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    first_line, *told = captured.err.split("\n\n")
    assert first_line.endswith("Quill” may be 2 of them") or "quill” may be" in first_line
    names = {each.partition(" · taken for: person · in ")[0] for each in told}
    assert names == {"Rhoda Quill", "Una Quill"}
    assert all("The Herald (12 April 2024): …" in t or "The Lantern (2 J" in t for t in told)
    commands = [shlex.split(each.strip().splitlines()[-1]) for each in told]
    assert all(each[:2] == ["sayso", arguments[0]] for each in commands)
    assert {main(each[1:]) for each in commands} == {0}


def test_the_start_of_an_id_that_may_mean_two_reports(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some = [as_report(_met("Ada"), id=f"7777{n}" * 3, title=f"No. {n}") for n in (1, 2)]
    path = filled(tmp_path / "b.sayso", some)
    err = ran(capsys, "remove", "7777", "--case", path, code=1)
    assert "may be 2 reports\n" in err
    assert "  777717777177771  No. 1\n  777727777277772  No. 2\n" in err


def test_of_many_of_a_name_the_first_are_told_apart(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = "Ada Bea Cleo Dora Edna Fay Gwen Hilda Ines Joan".split()
    some = [as_report(_met(name), id=f"{n:02}" * 8) for n, name in enumerate(names)]
    path = filled(tmp_path / "b.sayso", some)
    err = ran(capsys, "show", "Quill", "--case", path, code=1)
    assert err.count("  sayso show e") == 8 and all(f"{name} Quill" in err for name in names)


def _met(name: str) -> Document:
    """Somebody of a name met the port."""
    text = f"{name} Quill met the port."
    own = replace(report(text), outlet="The Herald")
    return mentioned(document(own), (f"{name} Quill", "person", "e1"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["show", "Rhoda Kwill"], "near “Rhoda Kwill”: Rhoda Quill", id="a word"),
        pytest.param(["show", "Roda Qwill"], "near “Roda Qwill”: Rhoda Quill", id="spelling"),
        pytest.param(["claims", "--by", "Rhoda X"], "near “Rhoda X”: Rhoda Quill", id="voice"),
        pytest.param(["show", "Zzyzx"], "is called “Zzyzx”", id="nobody near"),
        pytest.param(["posts", "--by", "Zzyzx"], "`sayso people` lists whom", id="where to look"),
        pytest.param(["posts", "--by", "Rhobd"], "near “Rhobd”: Rhoda Quill", id="posts by"),
        pytest.param(["timeline", "Rhobd"], "near “Rhobd”: Rhoda Quill", id="timeline"),
        pytest.param(["claims", "--about", "Rhobd"], "near “Rhobd”: Rhoda", id="about"),
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


@pytest.mark.parametrize("command", ["claims", "posts", "show", "search", "timeline"])
def test_nothing_on_the_screen_takes_a_whole_document(
    command: str, where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def whole(*_: object) -> Document:
        raise AssertionError

    monkeypatch.setattr(Case, "document", whole)
    name = ["Ilse Márrable"] if command in ("show", "search") else []
    assert ran(capsys, command, *name)
    assert ran(capsys, command, *name, "--json")


def test_a_claim_that_is_found_is_told_whole(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who says so, the claim, the words, how surely: as `claims` has it."""
    assert ran(capsys, "search", "--claims", "crowns") == (
        "in: Who built the mole · 00000000\n"
        "The Herald (12 April 2024) ← Rhoda Quill (to the Courier, January 2024):\n"
        "  Corriden might have built the mole in Tolmere for over 40 crowns in 1998\n"
        "  ┆ Corriden might have built the mole\n"
        "  stated as possible (“might”) · 1998 · Tolmere · over 40 crowns\n"
    )
    [cells] = rows(ran(capsys, "search", "--claims", "crowns", "--csv"))
    assert cells["chain"] == "The Herald ← Rhoda Quill" and "might have built" in cells["text"]


def test_whom_a_name_was_taken_for_is_said_first(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["claims", "--about", "rhoda"], ["timeline", "rhoda quill"]):
        out = ran(capsys, *arguments)
        assert out.startswith("about: Rhoda Quill · taken for: person · in 1 report")
    assert "taken for" not in ran(capsys, "claims", "--about", "rhoda", "--csv")


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


@pytest.mark.parametrize("command", ["claims", "people", "show"])
def test_nobody_takes_the_output(command: str, where: str) -> None:
    """`sayso claims | head -0` ends without a word on standard error."""
    name = ["Rhoda Quill"] if command == "show" else []
    code = "import sys; from sayso.cli import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", code, command, *name],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_a_terminal_without_utf_8(where: str) -> None:
    code = "import sys; from sayso.cli import main; sys.exit(main())"
    plain = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    environment = {**os.environ, **plain, "PYTHONCOERCECLOCALE": "0"}
    told = [
        subprocess.run(
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            env=environment,
            check=False,
        )
        for arguments in (["claims"], ["show", "M\xe1rrabel".encode()], ["show", "Quill"])
    ]
    assert [each.returncode for each in told] == [0, 1, 1]
    claims, nobody, several = (each.stdout + each.stderr for each in told)
    assert b'stated as possible ("might") - 1998' in claims and b"M?rrable" in claims
    assert b"Traceback" not in nobody + several and b'"Quill" may be 2' in several


def test_the_commands_load_no_database_for_files() -> None:
    code = "import sys, sayso.cli.app; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
