from __future__ import annotations

import json

import pytest

from benchmarks import claims, places

OUTPUT = """0 texts are not in predicted.jsonl
arguments   56.6  73.6  64.0   (pred 984, gold 757)
predicates   95.0   (of 682)
negated     93.3  73.7  82.4   (pred 15, gold 19)
unsure      57.6  54.3  55.9   (pred 33, gold 35)
times        77.5 right,  80.2 found   (of 111)
names        80.0 found   (of 494)
same name   90.0  80.0  84.7   (pred 10, gold 12) pairs
"""


def test_lines_are_parsed_by_name():
    found = claims.parse_score(OUTPUT)
    assert found["arguments"] == (56.6, 73.6, 64.0)
    assert (found["predicates"], found["times"]) == ((95.0,), (77.5, 80.2))
    assert set(found) == {"arguments", "predicates", "negated", "unsure", "times"}


@pytest.fixture
def gold(tmp_path, monkeypatch):
    """A shared folder of our own, with one text and a script that prints a score."""
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "claims.py").write_text(f"print({OUTPUT!r})\n")
    folder = tmp_path / "data" / "meantime"
    folder.mkdir(parents=True)
    row = {"id": "1", "text": "The yard built a ferry in May.", "published": "2024-06-01"}
    (folder / "dev.jsonl").write_text(json.dumps(row) + "\n")
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path))
    monkeypatch.delenv("SAYSO_DATA", raising=False)
    return folder / "dev.jsonl"


@pytest.mark.usefixtures("gold")
def test_a_part_is_read_and_scored():
    found = claims.measure()
    assert (found.predicates, found.arguments[2], found.times_found) == (95.0, 64.0, 80.2)
    assert found.cost > 1


def test_each_text_has_its_own_date(gold, tmp_path):
    document, whole, drawing = next(claims.read(gold, tmp_path))
    assert document.report.published == "2024-06-01"
    assert [c.lemma for c in document.claims] == ["build"]
    assert whole > drawing > 0


def test_what_is_not_there_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path))
    with pytest.raises(places.Missing, match=r"score/claims\.py"):
        claims.score(tmp_path, tmp_path)


def test_script_that_refuses_is_told(tmp_path, monkeypatch):
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "claims.py").write_text("raise SystemExit('no such text')\n")
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path))
    with pytest.raises(places.Missing, match="no such text"):
        claims.score(tmp_path, tmp_path)
