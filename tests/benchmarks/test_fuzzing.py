"""The fuzzing tool: what it counts, what it keeps, and that the same seed gives the same cases."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from benchmarks.fuzzing import __main__ as tool
from benchmarks.fuzzing.changes import CHANGES, LARGEST, changed
from benchmarks.fuzzing.seeds import SEEDS, seeds
from benchmarks.fuzzing.tallies import Tallies, Tally

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the bounds are Linux's")


@pytest.fixture(autouse=True)
def ocr_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tool puts a stand-in for Tesseract there."""
    from sayso.reports import ocr

    monkeypatch.setattr(ocr, "shutil", ocr.shutil)
    monkeypatch.setattr(ocr, "subprocess", ocr.subprocess)


@pytest.mark.parametrize("kind", SEEDS)
def test_the_same_seed_gives_the_same_damage(kind: str) -> None:
    for data in seeds(kind):
        once, again = (changed(Random(7), data, seeds("html")) for _ in range(2))
        assert once == again
        assert len(once) <= LARGEST


@pytest.mark.parametrize("number", range(len(CHANGES)), ids=lambda n: CHANGES[n][1].__name__)
def test_every_change_changes_something(number: int) -> None:
    mark, change = CHANGES[number]
    sound = next(d for kind in SEEDS for d in seeds(kind) if mark in d)
    assert any(change(Random(n), sound) != sound for n in range(20))


def test_tallies_of_many_runs_are_summed_and_a_torn_line_waits(tmp_path: Path) -> None:
    path = tmp_path / "tallies.jsonl"
    tallies = Tallies(path)
    tallies.write(Tally("pdf", 3, 2.0, 1.5, 2, Counter(NotAReport=1), slowest=0.5, peak=10))
    tallies.write(Tally("pdf", 1, 1.0, 0.5, findings=Counter(["hang"]), slowest=0.1, peak=30))
    with path.open("a") as file:
        file.write('{"kind": "cs')
    assert tallies.update() == 3.0
    assert tallies.update() == 3.0
    pdf = tallies.kinds["pdf"]
    assert (pdf.cases, pdf.reports, pdf.reading, pdf.slowest, pdf.peak) == (4, 2, 2.0, 0.5, 30)
    assert (pdf.errors, pdf.findings) == (Counter(NotAReport=1), Counter(hang=1))


@on_linux
def test_a_run_counts_its_time_and_goes_on_from_there(tmp_path: Path) -> None:
    told = ["--only", "csv", "--blind", "--keep", str(tmp_path)]
    assert tool.main(["--minutes", "0.01", *told]) == 0
    lines = (tmp_path / "tallies.jsonl").read_text().splitlines()
    tallies = list(map(json.loads, lines))
    assert sum(tally["seconds"] for tally in tallies) >= 0.6
    assert sum(tally["cases"] for tally in tallies) > 0
    assert tool.main(["--minutes", "0.01", *told]) == 0
    assert (tmp_path / "tallies.jsonl").read_text().splitlines() == lines


@on_linux
def test_a_case_past_its_time_is_a_finding_and_is_kept(tmp_path: Path) -> None:
    told = ["--only", "html", "--blind", "--keep", str(tmp_path), "--case-seconds", "0.004"]
    assert tool.main(["--minutes", "0.0001", *told]) == 1
    findings = tmp_path / "findings"
    kept = [path for path in findings.iterdir() if path.suffix != ".txt"]
    assert kept
    for case in kept:
        assert case.name.startswith("html-hang-")
        assert (findings / f"{case.name}.txt").read_text().startswith("hang: over 0.004")
    assert tool.main([*told, "--again"]) == 0
