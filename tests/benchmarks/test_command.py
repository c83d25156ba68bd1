from __future__ import annotations

import sys

import pytest

from benchmarks import command, places


def python(code):
    return [sys.executable, "-c", code]


def test_output_goes_to_the_file(tmp_path):
    assert command.run(python("print('ferry')"), tmp_path / "out") > 0
    assert (tmp_path / "out").read_text() == "ferry\n"


def test_a_failure_is_said_in_the_commands_own_last_words():
    with pytest.raises(places.Missing, match="no such harbour"):
        command.run(python("raise SystemExit('first\\nno such harbour')"))


def test_peak_memory_is_that_of_the_command():
    small = command.peak_memory(python("pass"))
    large = command.peak_memory(python("x = b'x' * 80_000_000"))
    assert 70_000_000 < large - small < 90_000_000


def test_the_peak_is_not_that_of_the_parent():
    ballast = b"x" * 200_000_000
    assert command.peak_memory(python("pass")) < len(ballast) / 2


def test_a_failed_command_has_no_peak():
    with pytest.raises(places.Missing, match="sunk"):
        command.peak_memory(python("raise SystemExit('sunk')"))


def test_commands_take_turns(tmp_path):
    log = tmp_path / "log"
    write = {name: python(f"open({str(log)!r}, 'a').write({name!r})") for name in ("a", "b")}
    turns = []
    median = command.interleaved(write, 3, lambda: turns.append(1))
    assert log.read_text() == "ababab"
    assert (len(turns), set(median)) == (6, {"a", "b"})


def test_the_median_is_taken(monkeypatch):
    seconds = iter([1.0, 9.0, 2.0])
    monkeypatch.setattr(command, "run", lambda _: next(seconds))
    assert command.interleaved({"a": ["a"]}, 3, lambda: None) == {"a": 2.0}
