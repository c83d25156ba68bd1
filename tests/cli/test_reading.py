"""Where documents and errors go: JSON lines, a page, the terminal, standard error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import document, harbour, report
from cli.conftest import FakeCase
from sayso.cli import main
from sayso.errors import ModelError, NotAReport, SourceMissing
from sayso.exports import to_html, to_json_line

EMPTY = NotAReport("empty.txt", "empty")


def test_json_is_one_object_a_line_in_order(
    case: FakeCase, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    second = document(report("Dredging begins.", source="b.txt"))
    case.items = [harbour(), second]
    assert main(["read", "a.txt", "b.txt", "--json"]) == 0
    wanted = (to_json_line(harbour()) + to_json_line(second)).encode()
    assert capfdbinary.readouterr() == (wanted, b"")


def test_json_is_written_as_it_comes(
    case: FakeCase, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    case.items, case.end = [harbour()], RuntimeError("later")
    with pytest.raises(RuntimeError):
        main(["read", "a.txt", "--json"])
    assert capfdbinary.readouterr().out == to_json_line(harbour()).encode()


def test_what_cannot_be_read_is_said_and_the_rest_is_read(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [EMPTY, harbour(), SourceMissing("gone.txt", "no such file")]
    assert main(["read", "empty.txt", "a.txt", "gone.txt", "--json"]) == 1
    captured = capsys.readouterr()
    assert captured.err == "sayso: empty.txt: empty\nsayso: gone.txt: no such file\n"
    assert json.loads(captured.out)["report"]["source"] == "report.txt"


def test_a_warning_is_said_and_nothing_is_missing(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [document(report("a", source="a.txt", warnings=("the language is Welsh",)))]
    assert main(["read", "a.txt", "--json"]) == 0
    assert capsys.readouterr().err == "sayso: a.txt: warning: the language is Welsh\n"


def test_error_that_ends_it(case: FakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    case.end = ModelError("the reader's model is missing")
    assert main(["read", "a.txt"]) == 1
    assert capsys.readouterr().err == "sayso: the reader's model is missing\n"


def test_an_error_is_one_line_and_steers_no_terminal(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [NotAReport("a\x1b[2J\nb.txt", "binary")]
    assert main(["read", "a.txt"]) == 1
    assert capsys.readouterr().err == "sayso: a\ufffd[2J b.txt: binary\n"


def test_page(case: FakeCase, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    case.items = [harbour(), EMPTY]
    page = tmp_path / "voices.html"
    assert main(["read", "a.txt", "empty.txt", "--html", str(page)]) == 1
    assert page.read_text("utf-8") == to_html([harbour()])
    assert capsys.readouterr().out == ""


def test_page_beside_json(
    case: FakeCase, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    case.items = [harbour()]
    page = tmp_path / "voices.html"
    assert main(["read", "a.txt", "--json", "--html", str(page)]) == 0
    assert page.exists()
    assert capfdbinary.readouterr().out == to_json_line(harbour()).encode()


def test_page_on_standard_output(case: FakeCase, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    case.items = [harbour()]
    assert main(["read", "a.txt", "--html", "-"]) == 0
    assert capfdbinary.readouterr().out == to_html([harbour()]).encode()


def test_no_page_where_nothing_was_read(
    case: FakeCase, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    case.items = [EMPTY]
    assert main(["read", "empty.txt", "--html", str(tmp_path / "voices.html")]) == 1
    assert list(tmp_path.iterdir()) == []


def test_page_that_cannot_be_written(case: FakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    case.items = [harbour()]
    assert main(["read", "a.txt", "--html", "/dev/full"]) == 1
    assert capsys.readouterr().err == (
        "sayso: /dev/full: cannot be written: No space left on device\n"
    )


def test_reports_are_shown_with_a_line_between(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [document(report("a", title="A")), document(report("b", title="B"))]
    assert main(["read", "a", "b"]) == 0
    assert capsys.readouterr().out == (
        "A\nreport.txt\n\nThe Herald · 12 April 2024\nno attributions found\n\n"
        "B\nreport.txt\n\nThe Herald · 12 April 2024\nno attributions found\n"
    )
