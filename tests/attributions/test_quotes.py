from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attributions.quotes import kind_of, quoted_spans

QUOTED = [
    pytest.param("He said “yes” twice.", ["“yes”"], id="curly"),
    pytest.param('He said "yes" twice.', ['"yes"'], id="straight"),
    pytest.param("“One,” he said. “Two.”", ["“One,”", "“Two.”"], id="split"),
    pytest.param("“One.\n“Two.”\nThree.", ["“One.", "“Two.”"], id="two paragraphs, one speech"),
    pytest.param("“Never closed\nNext line.", ["“Never closed"], id="not closed"),
    pytest.param("Closed only” here.", [], id="never opened"),
    pytest.param("It's Iran’s.", [], id="apostrophes"),
]


@pytest.mark.parametrize(("text", "found"), QUOTED)
def test_quoted_stretches(text: str, found: list[str]) -> None:
    assert [text[s:e] for s, e in quoted_spans(text)] == found


KINDS = [
    pytest.param("“All of it is quoted,”", "direct", id="direct"),
    pytest.param("that nothing is quoted", "indirect", id="indirect"),
    pytest.param("that some “of it” is", "mixed", id="mixed"),
    pytest.param("…", "indirect", id="no words"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_of_content(text: str, kind: str) -> None:
    assert kind_of(text, [(0, len(text))], quoted_spans(text)) == kind


@given(st.text(alphabet="ab “”\"'\n.", max_size=60))
def test_quoted_spans_are_in_order_and_apart(text: str) -> None:
    spans = quoted_spans(text)
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
