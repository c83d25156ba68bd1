"""The packaged model on our own examples: the whole way, from files to output."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from sayso.attributions import chain_of
from sayso.case import read_documents
from sayso.reader import Reader
from sayso.values import Document, Report

EXAMPLES = Path(__file__).parent.parent / "examples"
SAYSO = [sys.executable, "-c", "import sys; from sayso.cli import main; sys.exit(main())"]


@lru_cache
def harbour() -> tuple[Document, ...]:
    pages = sorted((EXAMPLES / "harbour").glob("*.html"))
    read = list(read_documents(pages))
    assert all(isinstance(document, Document) for document in read)
    return tuple(document for document in read if isinstance(document, Document))


def spans_in(value: object) -> Iterator[tuple[int, int]]:
    """Every span anywhere in a value: `start`/`end` pairs, and tuples of two numbers."""
    if is_dataclass(value):
        names = {f.name for f in fields(value)}
        if {"start", "end"} <= names:
            yield value.start, value.end  # type: ignore[attr-defined]
        for name in names - {"report", "sentences", "places"}:
            yield from spans_in(getattr(value, name))
    elif isinstance(value, tuple):
        if len(value) == 2 and all(isinstance(v, int) for v in value):
            yield value
        else:
            for item in value:
                yield from spans_in(item)


def test_every_span_slices_words_of_its_report() -> None:
    for document in harbour():
        text = document.report.text
        found = list(spans_in(document))
        assert found
        assert all(0 <= s < e <= len(text) for s, e in found)


def test_tokens_make_trees_inside_sentences() -> None:
    for document in harbour():
        tokens = document.reading.tokens
        for start, end in document.reading.sentences:
            heads = [tokens[i].head for i in range(start, end)]
            assert heads.count(-1) >= 1
            assert all(h == -1 or start <= h < end for h in heads)


def test_every_page_has_attributions_whose_parents_come_first() -> None:
    for document in harbour():
        seen: set[str] = set()
        assert document.attributions
        for attribution in document.attributions:
            assert attribution.parent is None or attribution.parent in seen
            seen.add(attribution.id)


def test_a_nested_chain_begins_with_the_outlet() -> None:
    nested = [(d, a) for d in harbour() for a in d.attributions if a.parent]
    assert nested
    for document, attribution in nested:
        by_id = {a.id: a for a in document.attributions}
        chain = chain_of(attribution, by_id, document.report)
        outer = by_id[str(attribution.parent)].voice
        assert chain[0].name == document.report.outlet
        assert len(chain) >= 3 or (outer and chain[-1].name == outer.name)


@pytest.mark.parametrize("stance", ["denied", "open"])
def test_denials_and_open_questions_are_told_apart(stance: str) -> None:
    assert any(a.stance == stance for d in harbour() for a in d.attributions)


def test_json_is_the_same_from_run_to_run_and_errors_do_not_stop_the_rest(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    page = min((EXAMPLES / "harbour").glob("*.html"))
    command = [*SAYSO, "read", "--json", str(empty), str(page)]
    runs = [subprocess.run(command, capture_output=True, check=False) for _ in range(2)]
    assert runs[0].stdout == runs[1].stdout
    assert [r.returncode for r in runs] == [1, 1]
    assert str(empty).encode() in runs[0].stderr.replace(b"\n", b"")
    record = json.loads(runs[0].stdout)
    assert record["report"]["source"] == str(page)
    assert record["attributions"]


ODD = [
    pytest.param('“Never closed, he said. "Nor this', id="unbalanced quotes"),
    pytest.param("He said\x00 that \x07 it\x1b[31m sank.", id="control characters"),
    pytest.param("قال الوزير إن السفينة غرقت.", id="right to left"),
    pytest.param("Der Minister sagte, das Schiff sei gesunken.", id="German"),
    pytest.param("a" * 30_000, id="one long word"),
    pytest.param("said " * 3_000, id="one long sentence"),
    pytest.param("☃ 🚢 … — ”", id="symbols only"),
    pytest.param("He said so", id="no final newline"),
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_or_refused_by_name(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(text.encode())
    (read,) = read_documents([path])
    if isinstance(read, Document):
        assert read.report.text == text
        assert all(0 <= s < e <= len(text) for s, e in spans_in(read))
    else:
        assert str(path) in str(read)


def test_what_is_piped_in_is_read() -> None:
    said = "The minister said on Monday that the port would close."
    run = subprocess.run(
        [*SAYSO, "read", "--json", "-"], input=said.encode(), capture_output=True, check=True
    )
    record = json.loads(run.stdout)
    assert record["report"]["text"] == said
    (attribution,) = record["attributions"]
    assert [said[s:e] for s, e in attribution["source"]] == ["The minister"]


def test_a_language_that_the_reader_does_not_know_is_said(tmp_path: Path) -> None:
    path = tmp_path / "bericht.txt"
    path.write_text("Der Minister sagte am Montag, dass der Hafen geschlossen werde.", "utf-8")
    (read,) = read_documents([path])
    assert isinstance(read, Document)
    assert "English only" in read.report.warnings[-1]


def test_a_report_that_is_known_is_not_read_again() -> None:
    page = EXAMPLES / "harbour" / "02-wire.html"
    (fresh,) = read_documents([page])
    (known,) = read_documents([page], known=lambda report: report.id == fresh.report.id)
    assert fresh.claims
    assert (known.report, known.claims, known.reading.tokens) == (fresh.report, (), ())


def test_roles_are_told_where_they_are_asked_for() -> None:
    report = Report(id="x", source="x.txt", text="The mayor sold the mill.")
    plain, framed = Reader().read(report), Reader(frames=True).read(report)
    words = [(t.start, t.end) for t in framed.tokens]
    sold = {r.label: report.text[slice(*words[r.argument])] for r in framed.roles}
    assert (plain.roles, plain.factuality, plain.tokens) == ((), (), framed.tokens)
    assert sold == {"ARG0": "mayor", "ARG1": "mill"}
    assert len(framed.factuality) == len(framed.tokens)
