"""Names on a case: several bearers are told apart, nobody's leads to near ones."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from builders import document, report
from cli.casework import as_report, filled, mentioned, ran
from cli.conftest import FakeCase
from sayso.cli import main
from sayso.values import Document


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
        pytest.param(["remove", "nothing"], "`sayso reports` lists those", id="which reports"),
        pytest.param(["withdraw", "d9"], "no decision “d9”", id="no such decision"),
        pytest.param(["withdraw", "d9"], "`sayso decisions` lists", id="which decisions"),
    ],
)
def test_errors(
    arguments: list[str], told: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    err = ran(capsys, *arguments, code=1)
    assert told in err
    assert all(line.startswith("sayso: ") for line in err.splitlines())


def test_whom_a_name_was_taken_for_is_said_first(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["claims", "--about", "rhoda"], ["timeline", "rhoda quill"]):
        out = ran(capsys, *arguments)
        assert out.startswith("about: Rhoda Quill · taken for: person · in 1 report")
    assert "taken for" not in ran(capsys, "claims", "--about", "rhoda", "--csv")
