"""The examples into a case with the packaged reader, and out again."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from sayso.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples" / "harbour"
READ = [str(EXAMPLES / name) for name in ("05-lantern-scoop.html", "07-gazette-denial.html")]


def test_examples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_CASE", str(tmp_path / "harbour.sayso"))
    monkeypatch.setenv("COLUMNS", "90")
    assert main(["new"]) == 0
    assert main(["read", *READ, READ[0]]) == 0
    assert capsys.readouterr().out.endswith("2 reports added, 1 report there already\n")
    assert main(["check"]) == 0
    capsys.readouterr()
    main(["claims", "--json", "--about", "Garrick Thole"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {each["report"]["outlet"] for each in found} == {"The Lantern", "Tolmere Gazette"}
    assert main(["show", "Garrick Thole"]) == 0
    assert capsys.readouterr().out.startswith("Garrick Thole\ntaken for: person · in 2 reports")
    monkeypatch.setattr("sys.stdin", io.StringIO("k\n" * 50))
    assert main(["review", "--by", "Ada"]) == 0
