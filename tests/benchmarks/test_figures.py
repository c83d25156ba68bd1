from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from gold_builders import conllu, documents, gold_reading, mention

import benchmarks.__main__ as program
from benchmarks import attributions, figures, places, reading, table
from benchmarks.figures import Ask, Figure, Result, Settings, Step
from sayso.errors import ModelError
from sayso.values import Reading, Report, Token

WORDS = (
    Token(0, 4, "PROPN", "", "Orlo", -1, "root"),
    Token(5, 9, "PROPN", "", "Orlo", 0, "flat"),
)
SENTENCE = "# newdoc id = orlo\n" + conllu(
    "1 Orlo PROPN 2 nsubj Entity=(1-place-new-nnnnn-cf1-1-coref-Orlo)",
    "2 denies VERB 0 root",
    "3 it PRON 2 obj Entity=(1-place-giv:act-nnnnn-cf1-1-ana)",
)


def read_as_gold(report):
    """A fake reader: gold words and trees, and the mentions of the one sentence."""
    found = gold_reading(documents(SENTENCE)[0])
    return replace(
        found,
        report=report,
        mentions=(mention(0, 4, "place", "a"), mention(12, 14, "place", "a", named=False)),
    )


def read_badly(report):
    """The same with every tag wrong, the name's type wrong, and no coreference."""
    found = read_as_gold(report)
    return replace(
        found,
        tokens=tuple(replace(token, upos="X") for token in found.tokens),
        mentions=(mention(0, 4, "person", "a"), mention(12, 14, "place", "b", named=False)),
    )


@pytest.fixture
def data(tmp_path, monkeypatch):
    for name in ("ewt", "gum"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dev.conllu").write_text(SENTENCE)
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    return tmp_path


def measured(name):
    (step,) = (step for step in figures.STEPS if step.name == name)
    assert step.size(Settings()) > 0
    results = step.measure(Settings(), lambda: None)
    assert len(results) == len(step.asks)
    return [(result.measured, result.met) for result in results]


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    ("read", "treebank", "entities"),
    [
        pytest.param(
            read_as_gold,
            [("100.0 / 100.0 / 100.0", True)],
            [("100.0", True), ("100.0", True)],
            id="as the gold",
        ),
        pytest.param(
            read_badly,
            [("100.0 / 0.0 / 100.0", False)],
            [("0.0", False), ("0.0", False)],
            id="badly",
        ),
    ],
)
def test_readings_become_figures(monkeypatch, read, treebank, entities):
    monkeypatch.setattr(reading, "sayso_reader", lambda: read)
    assert measured("treebank") == treebank
    assert measured("entities") == entities


def test_the_reader_is_followed_by_who_is_who(monkeypatch):
    """Two chains of the reader that carry one name come out as one."""

    def read(report):
        twice = (mention(0, 4, "place", "a"), mention(5, 9, "place", "b"))
        return Reading(report, tokens=WORDS, sentences=((0, 2),), mentions=twice)

    monkeypatch.setattr("sayso.reader.Reader", lambda: SimpleNamespace(read=read))
    found = reading.sayso_reader()(Report("r", "r", "Orlo Orlo"))
    assert len({m.entity for m in found.mentions}) == 1


def test_a_reader_without_its_model_is_said(monkeypatch):
    def refuse():
        raise ModelError("the model is missing")

    monkeypatch.setattr("sayso.reader.Reader", refuse)
    with pytest.raises(places.Missing, match="the model is missing"):
        reading.sayso_reader()


def test_attributions_become_figures(monkeypatch):
    lines = {
        f"{kind} {role}": attributions.Line(0, 0, f1, 1, 1)
        for kind in ("exact", "overlap")
        for role, f1 in (("source", 82.0), ("cue", 75.5), ("content", 67.9))
    }
    lines |= {name: attributions.Line(0, 0, 61.9, 1, 1) for name in ("whole", "tied")}
    monkeypatch.setattr(attributions, "measure", lambda _part: lines)
    assert measured("attributions") == [("82.0 / 75.5 / 67.9", False), ("61.9", False)]


class Silent:
    """A progress bar that shows nothing."""

    def add_task(self, _name, total):
        return total

    def advance(self, _task):
        pass

    def update(self, _task, **_options):
        pass


ASKS = (Ask("a|b", "80", "none"), Ask("c", "80"))
RESULTS = [Result("81.0", met=True, note="of which 3"), Result("79.0", met=False)]


def step(measure):
    return Step("treebank", ASKS, lambda _: 1, measure)


def test_what_is_missing_is_said_in_every_row():
    def refuse(_settings, _advance):
        raise places.Missing(f"not there: {places.ROOT}/dev.conllu")

    rows = program.measure([step(refuse)], Settings(), Silent())
    missing = Result("not measured", None, "not there: dev.conllu")
    assert rows == [Figure(ask, missing) for ask in ASKS]


def test_the_page_names_command_machine_and_day():
    page = table.markdown(
        list(map(Figure, ASKS, RESULTS)),
        part="dev",
        command="make bench",
        machine="Invented 9000",
        day=date(2026, 2, 1),
    )
    assert "`make bench` on the dev parts, 2026-02-01: Invented 9000." in page
    assert page.splitlines()[-2:] == [
        "| a\\|b | 80 | none | 81.0 | met | of which 3 |",
        "| c | 80 |  | 79.0 | not met |  |",
    ]


def test_the_program_writes_its_page(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(program, "STEPS", (step(lambda _settings, _advance: RESULTS),))
    monkeypatch.setattr(program, "PAGE", tmp_path / "benchmarks.md")
    assert program.main(["--write"]) == 0
    assert "python -m benchmarks --write" in (tmp_path / "benchmarks.md").read_text()
    assert "81.0" in capsys.readouterr().out


def test_the_program_is_run_by_its_name():
    command = [sys.executable, "-m", "benchmarks", "--only", "nothing"]
    done = subprocess.run(command, cwd=places.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "invalid choice: 'nothing'" in done.stderr
