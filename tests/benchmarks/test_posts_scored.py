"""Posts as they are scored: the parts of the set, and the line that the script reads."""

from __future__ import annotations

import json

import pytest

from benchmarks import figures, posts
from sayso.values import Document, Reading, Report, TaggedSpan, Token

TEXT = "Colonel Ada Venn, commander of 4 Brigade, left."


def _document(*tagged):
    report = Report("r", "pages/a.txt", TEXT)
    tokens = (Token(0, 7, "X", "", "colonel", -1, "root"),)
    return Document(report, Reading(report, tokens, ((0, 1),), posts=tagged))


def test_a_page_is_always_in_the_same_part():
    parts = {name: posts.part_of(name) for name in "abcdefghij"}
    assert parts == {name: posts.part_of(name) for name in "abcdefghij"}
    assert set(parts.values()) == set(posts.PARTS)


@pytest.mark.parametrize(
    ("spans", "count"), [("both", 1), ("reader-first", 1), ("rules", 1), ("tagger", 0)]
)
def test_the_line_has_the_posts_of_the_chosen_spans(spans, count):
    line = json.loads(posts.as_json(_document(TaggedSpan("role", 18, 27, 1.0)), spans))
    assert line["report"] == {"source": "pages/a.txt", "text": TEXT}
    assert len(line["posts"]) == count


def test_spans_are_written_as_pairs():
    (post,) = json.loads(posts.as_json(_document(), "both"))["posts"]
    assert TEXT[slice(*post["person"])] == "Ada Venn"
    assert TEXT[slice(*post["organization"])] == "4 Brigade" and post["title"] is None


PRINTED = """has_rank   exact  10.0  20.0  30.0   overlap  40.0  50.0  60.0   (pred 1, gold 2)
all        exact  11.0  21.0  70.1   overlap  41.0  51.0  80.2   (pred 3, gold 4)
"""


def test_the_figures_are_those_of_all_kinds():
    assert posts.totals(PRINTED) == posts.Found(70.1, 80.2)


@pytest.mark.parametrize("exact", [pytest.param(70.0, id="met"), pytest.param(69.9, id="not met")])
def test_posts_become_figures(monkeypatch, exact):
    monkeypatch.setattr(
        posts, "measure", lambda _advance: (posts.Found(exact, 80.0), posts.Found(60.0, 70.0))
    )
    (step,) = (step for step in figures.STEPS if step.name == "posts")
    every, held = step.measure(figures.Settings(), lambda: None)
    assert (every.measured, every.met) == (f"{exact} / 80.0", exact >= 70)
    assert (held.measured, held.met) == ("60.0 / 70.0", False)
    assert len(step.asks) == 2
