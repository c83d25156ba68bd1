"""Views: polarity and certainty, by a table of sentences; `views.tsv` holds them parsed.

Its columns: id, the predicate's word, the view, the words that made it so, the parse.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parsed_sentences import sentence, token_of

from sayso.attributions.tree import Tree
from sayso.claims.views import View, Views
from sayso.claims.views_words import DEFAULTS, GOVERNORS, governing
from sayso.values import Reading, Report, Span, Token

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "views.tsv").read_text(encoding="utf-8").splitlines()
]
BELIEVED = (
    "They/PRON/they/2/nsubj believed/VERB/believe/0/root him/PRON/he/2/obj "
    "guilty/ADJ/guilty/2/xcomp"
)
DENIED = (
    "He/PRON/he/2/nsubj denied/VERB/deny/0/root that/SCONJ/that/5/mark they/PRON/they/5/nsubj "
    "left/VERB/leave/2/ccomp"
)
REFUSED = "He/PRON/he/2/nsubj refused/VERB/refuse/0/root to/PART/to/4/mark leave/VERB/leave/2/xcomp"
SAID = (
    "He/PRON/he/5/nsubj did/AUX/do/5/aux not/PART/not/5/advmod really/ADV/really/5/advmod "
    "say/VERB/say/0/root they/PRON/they/8/nsubj might/AUX/might/8/aux leave/VERB/leave/5/ccomp"
)


def view_of(reading: Reading, at: int, within: tuple[Span, ...] = ()) -> View:
    return Views(Tree(reading)).of(at, within)


def _content(reading: Reading, first: str) -> tuple[Span, ...]:
    return ((reading.report.text.index(first), len(reading.report.text)),)


@pytest.mark.parametrize(
    ("word", "expected", "why", "parse"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_view(word: str, expected: str, why: str, parse: str) -> None:
    reading = sentence(parse)
    view = view_of(reading, token_of(reading, word))
    assert f"{view.polarity} {view.certainty}" == expected
    assert ", ".join(view.why) == why


def test_words_that_lower_a_view_are_the_reports_own() -> None:
    for row in ROWS:
        reading = sentence(row[4])
        view = view_of(reading, token_of(reading, row[1]))
        assert all(word in reading.report.text for word in view.why)


def test_every_lowered_view_says_why() -> None:
    assert all(row[3] for row in ROWS if row[2] != "affirmed certain")


@pytest.mark.parametrize(
    ("row", "word", "first", "expected"),
    [
        pytest.param(
            BELIEVED, "guilty", "him", View("affirmed", "probable", ("believed",), True),
            id="belief is the voice's own",
        ),
        pytest.param(
            REFUSED, "leave", "to", View("negated", "certain", ("refused",), True), id="refusal"
        ),
        pytest.param(DENIED, "left", "that", View(), id="a denial is for the stance"),
        pytest.param(
            SAID, "leave", "they", View("affirmed", "possible", ("might",)), id="a saying is none"
        ),
    ],
)  # fmt: skip
def test_within_a_content(row: str, word: str, first: str, expected: View) -> None:
    reading = sentence(row)
    assert view_of(reading, token_of(reading, word), _content(reading, first)) == expected


@pytest.mark.parametrize("kind", sorted(DEFAULTS))
def test_every_kind_of_clause_has_a_default(kind: str) -> None:
    assert governing("zzz", kind).row == ""


def test_rows_are_well_formed() -> None:
    values = {"F", "CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "U+", "U-", "Uu"}
    for _, so, not_so, kinds, words in GOVERNORS:
        assert {so, not_so} <= values
        assert words
        assert set(kinds.split()) <= set(DEFAULTS)


@st.composite
def _readings(draw: st.DrawFn) -> Reading:
    words = draw(
        st.lists(
            st.sampled_from("not may if deny to that he plan no or without ? seem".split()),
            min_size=1,
            max_size=12,
        )
    )
    text, tokens = " ".join(words), []
    start = 0
    for i, word in enumerate(words):
        head = draw(st.integers(-1, i - 1))
        relation = draw(
            st.sampled_from("aux advmod mark conj ccomp xcomp advcl acl obj obl nmod det".split())
        )
        upos = draw(st.sampled_from(["VERB", "NOUN", "PART"]))
        tokens.append(Token(start, start + len(word), upos, "", word, head, relation))
        start += len(word) + 1
    return Reading(Report("r", "test", text), tuple(tokens), ((0, len(tokens)),))


@settings(deadline=None)
@given(_readings(), st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_any_tree_has_views_in_any_order(reading: Reading, within: Span) -> None:
    content = (within,) if within[0] < within[1] else ()
    views = Views(Tree(reading))
    forward = [views.of(i, content) for i in range(len(reading.tokens))]
    assert forward == [view_of(reading, i, content) for i in range(len(reading.tokens))]
    assert {view.polarity for view in forward} <= {"affirmed", "negated", "unknown"}
    assert {view.certainty for view in forward} <= {"certain", "probable", "possible", "unknown"}


def test_a_long_chain_of_clauses_is_no_trouble() -> None:
    words = [Token(2 * i, 2 * i + 1, "VERB", "", "say", i - 1, "ccomp") for i in range(5000)]
    reading = Reading(Report("r", "test", "a " * 5000), tuple(words), ((0, 5000),))
    assert view_of(reading, 4999).certainty == "unknown"
