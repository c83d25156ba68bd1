"""The command as it is typed: options, exit codes, help."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

from builders import harbour
from cli.conftest import FakeCase
from sayso.cli import main


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"sayso {version('sayso')}\n"


def test_version_among_other_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version", "read"]) == 0
    assert capsys.readouterr().out == f"sayso {version('sayso')}\n"


def test_version_loads_neither_typer_nor_the_reader() -> None:
    code = (
        "import sys; from sayso.cli import main; main(['--version']);"
        "print(*{'typer', 'rich', 'numpy', 'onnxruntime', 'sayso.cli.app'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1:] == [""]


def test_help_loads_neither_a_database_nor_the_reader_nor_the_rooms() -> None:
    rooms = {f"sayso.{room}" for room in ("reports", "reader", "times", "claims", "store")}
    code = (
        "import sys; from sayso.cli import main; main(['--help']);"
        f"print(*{rooms | {'numpy', 'onnxruntime', 'sqlalchemy'}} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""


@pytest.mark.parametrize(
    "words",
    [
        "Examples",
        "--outlet",
        "--published",
        "--title",
        "--json",
        "--html",
        "--archive",
        "--private",
        "standard input",
    ],
)
@pytest.mark.usefixtures("case")
def test_help_names(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--help"]) == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize("command", ["claims", "posts"])
@pytest.mark.parametrize("words", ["Examples", "--about", "--by", "--since", "--until", "--json"])
@pytest.mark.usefixtures("case")
def test_help_of_the_lists_names(
    command: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--help"]) == 0
    assert words in capsys.readouterr().out


def test_example_in_the_help_is_on_one_line(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["read", "--help"])
    line = 'sayso read report.txt --outlet "The Herald" --published 2024-03-19'
    assert line in capsys.readouterr().out


def test_facts_are_passed_on(case: FakeCase) -> None:
    options = ["--outlet", "The Herald", "--published", "2024-03", "--title", "Dredging"]
    assert main(["read", "a.txt", "-", *options]) == 0
    assert case.asked == [
        {
            "paths": ["a.txt", "-"],
            "outlet": "The Herald",
            "published": "2024-03",
            "title": "Dredging",
        }
    ]


@pytest.mark.parametrize("date", ["2024", "2024-03", "2024-03-19", "2024-03-19T10:00:00+01:00"])
def test_dates(date: str, case: FakeCase) -> None:
    assert main(["read", "a.txt", "--published", date]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="nothing"),
        pytest.param(["read"], id="no path"),
        pytest.param(["write", "a.txt"], id="no such command"),
        pytest.param(["read", "a.txt", "--colour"], id="no such option"),
        pytest.param(["read", "a.txt", "--published", "yesterday"], id="no date"),
        pytest.param(["read", "a.txt", "--published", "2024-13"], id="no such month"),
        pytest.param(["read", "a.txt", "--published", "2024-02-30"], id="no such day"),
        pytest.param(["read", "a.txt", "--html", "."], id="a folder for a page"),
        pytest.param(["read", "a.txt", "--html", "no/such/page.html"], id="no such folder"),
        pytest.param(["read", "a.txt", "--json", "--html", "-"], id="two on standard output"),
        pytest.param(["claims"], id="claims of nothing"),
        pytest.param(["claims", "a.txt", "--since", "lately"], id="since no date"),
        pytest.param(["claims", "a.txt", "--about", "?"], id="no name"),
        pytest.param(["claims", "a", "--since", "2020", "--until", "2019-12"], id="backwards"),
        pytest.param(["posts", "a.txt", "--by", ""], id="by nobody"),
    ],
)
def test_usage_errors(arguments: list[str], case: FakeCase) -> None:
    assert main(arguments) == 2
    assert case.asked == []


def test_entry_point_runs(tmp_path: Path) -> None:
    code = "import sys; from sayso.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "read", "--published", "x", "a"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")


def test_entry_point_is_declared() -> None:
    [found] = entry_points(group="console_scripts", name="sayso")
    assert found.load() is main


def test_builders_and_command_agree(case: FakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    case.items = [harbour()]
    assert main(["read", "report.txt"]) == 0
    assert capsys.readouterr().out.startswith("Report: Dredger paid port chief's cousin\n")


def test_addresses_are_kept_in_the_archive_that_is_named(case: FakeCase, tmp_path: Path) -> None:
    from sayso.reports import Address

    page = "https://herald.example/a"
    assert main(["read", page, "a.txt", "--archive", str(tmp_path)]) == 0
    address, path = case.asked[0]["paths"]
    assert (address, path) == (page, "a.txt")
    assert isinstance(address, Address) and address.settings.archive == tmp_path
    assert not isinstance(path, Address)


@pytest.mark.parametrize("private", [False, True])
def test_private_networks_are_entered_only_where_that_is_said(
    private: bool, case: FakeCase, tmp_path: Path
) -> None:
    from sayso.reports import Address

    pages = ["https://herald.example/a", "HTTP://intranet.example/b"]
    options = ["--archive", str(tmp_path), *["--private"] * private]
    assert main(["read", *pages, *options]) == 0
    asked = case.asked[0]["paths"]
    assert [page.settings.private for page in asked if isinstance(page, Address)] == [private] * 2


@pytest.mark.usefixtures("case")
def test_an_archive_must_not_be_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").write_text("x")
    assert main(["read", "a.txt", "--archive", str(tmp_path / "a")]) == 2
    told = capsys.readouterr().err.replace("│", " ").split()
    assert "is a file" in " ".join(told)
