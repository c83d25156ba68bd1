from __future__ import annotations

import json

import pytest

from benchmarks import attributions, command, places

OUTPUT = """2 articles, 0 of them not in pred.jsonl
exact   source    50.0 100.0  66.7   (pred 2, gold 1)
overlap source    50.0 100.0  66.7   (pred 2, gold 1)
exact   cue        0.0   0.0   0.0   (pred 0, gold 3)
whole             12.5  25.0  16.7   (pred 8, gold 4)
tied              25.0  50.0  33.3   (pred 8, gold 4)
"""
TEXT = "The harbour office said the ferry was late.\n"
GOLD = """T1\tSource 0 18\tThe harbour office
T2\tCue 19 23\tsaid
T3\tContent 24 42\tthe ferry was late
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
"""
SCRIPT = (
    "import sys\nprint('tied  25.0 50.0 33.3 (pred 8, gold 4)' if len(sys.argv) == 4 else '')\n"
)


def test_lines_are_parsed_by_name():
    found = attributions.parse_score(OUTPUT)
    assert list(found) == ["exact source", "overlap source", "exact cue", "whole", "tied"]
    assert found["exact source"] == attributions.Line(50.0, 100.0, 66.7, 2, 1)
    assert found["tied"].f1 == 33.3


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """A shared folder of our own, with one article and a script that prints a line."""
    for name in ("text", "attributions"):
        (tmp_path / "data" / "polnear" / "dev" / name).mkdir(parents=True)
    (tmp_path / "data/polnear/dev/text/a.txt").write_text(TEXT)
    (tmp_path / "data/polnear/dev/attributions/a.ann").write_text(GOLD)
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "attributions.py").write_text(SCRIPT)
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path))
    monkeypatch.delenv("SAYSO_DATA", raising=False)
    fake = tmp_path / "sayso"
    fake.write_text("#!/bin/sh\necho '{}'\n")
    fake.chmod(0o755)
    monkeypatch.setattr(command, "sayso", lambda: str(fake))
    return tmp_path


@pytest.mark.usefixtures("shared")
def test_a_part_is_read_and_scored():
    assert attributions.measure()["tied"].f1 == 33.3


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("raise SystemExit('report.text is not the file')", id="refused"),
        pytest.param("print('nothing to see')", id="no figures"),
    ],
)
def test_a_script_that_gives_nothing_is_said(shared, content):
    (shared / "score" / "attributions.py").write_text(content)
    with pytest.raises(places.Missing):
        attributions.measure()


def test_a_missing_part_is_said(shared):
    assert shared.exists()
    with pytest.raises(places.Missing, match="polnear/test"):
        attributions.measure("test")


@pytest.mark.parametrize(
    ("source", "exact"), [pytest.param([[0, 18]], 100, id="right"), pytest.param([], 0, id="none")]
)
def test_the_shared_script_itself(tmp_path, source, exact):
    script = places.shared() / "score" / "attributions.py"
    if not script.exists():
        pytest.skip("no score/attributions.py: set SAYSO_SHARED")
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.ann").write_text(GOLD)
    item = {"parent": None, "source": source, "cue": [[19, 23]], "content": [[24, 42]]}
    record = {"report": {"source": "a.txt", "text": TEXT}, "attributions": [item]}
    (tmp_path / "p.jsonl").write_text(json.dumps(record))
    found = attributions.score(tmp_path, tmp_path, tmp_path / "p.jsonl")
    assert (found["exact source"].f1, found["exact cue"].f1) == (exact, 100)
