"""Whose words a content is, where the tags gave it to another."""

from __future__ import annotations

import pytest

from parses import parsed, span
from sayso.attributions.contents import (
    is_saying,
    quoted_alone,
    says_something,
    settled,
    within_paragraph,
)
from sayso.attributions.joining import Joined
from sayso.attributions.quotes import quoted_spans
from sayso.attributions.tree import Tree

SWAPPED = parsed(
    "We/PRON/we/2/nsubj reject/VERB/reject/0/root the/DET/the/4/det claim/NOUN/claim/2/obj"
    "|It/PRON/it/4/nsubj has/AUX/have/4/aux not/PART/not/4/advmod said/VERB/say/0/root "
    "where/ADV/where/7/advmod it/PRON/it/7/nsubj heard/VERB/hear/4/ccomp"
)


def test_each_verb_has_the_clause_that_it_governs() -> None:
    text = SWAPPED.report.text
    found = [
        Joined((), (span(text, "reject"),), (span(text, "where it heard"),)),
        Joined((), (span(text, "said"),), (span(text, "the claim"),)),
    ]
    contents = [text[slice(*j.content[0])] for j in settled(Tree(SWAPPED), found, ())]
    assert contents == ["the claim", "where it heard"]


def test_a_content_of_another_sentence_stays_where_no_cue_governs_it() -> None:
    text = SWAPPED.report.text
    found = [Joined((), (span(text, "reject"),), (span(text, "where it heard"),))]
    assert settled(Tree(SWAPPED), found, ()) == found


def test_a_quotation_stays_with_its_cue() -> None:
    text = SWAPPED.report.text
    where = span(text, "where it heard")
    found = [Joined((), (span(text, "reject"),), (where,)), Joined((), (span(text, "said"),), ())]
    assert settled(Tree(SWAPPED), found, (where,)) == found
    assert settled(Tree(SWAPPED), found, ())[1].content == (where,)


PARAGRAPHS = "Dredger paid millions\n\nA firm paid, a site said. “It is so.\n\n“We know,” it said."
ROWS = [
    pytest.param((0, 36), "said", ["A firm paid"], id="a headline is not said below it"),
    pytest.param((23, 34), "said", ["A firm paid"], id="one paragraph"),
    pytest.param((49, 72), "it said", ["“It is so.\n\n“We know,”"], id="quoted paragraphs"),
]


@pytest.mark.parametrize(("content", "cue", "kept"), ROWS)
def test_within_paragraph(content: tuple[int, int], cue: str, kept: list[str]) -> None:
    joined = Joined((), (span(PARAGRAPHS, cue),), (content,))
    found = within_paragraph(PARAGRAPHS, joined).content
    assert [PARAGRAPHS[s:e].strip() for s, e in found] == kept


WHICH = parsed(
    "The/DET/the/2/det file/NOUN/file/0/root which/PRON/which/5/obj we/PRON/we/5/nsubj "
    "read/VERB/read/2/acl:relcl"
)
ASIDE = parsed(
    "We/PRON/we/4/nsubj would/AUX/would/4/aux not/PART/not/4/advmod say/VERB/say/0/root "
    "which/PRON/which/4/obj"
)


def test_which_before_the_verb_is_nothing_said() -> None:
    text = WHICH.report.text
    which = Joined((), (span(text, "read"),), (span(text, "which"),))
    assert not says_something(Tree(WHICH), which)


def test_would_not_say_which_says_something() -> None:
    text = ASIDE.report.text
    which = Joined((), (span(text, "say"),), (span(text, "which"),))
    assert says_something(Tree(ASIDE), which)


def test_quoted_spans_know_the_paragraphs_above() -> None:
    assert [PARAGRAPHS[s:e] for s, e in quoted_spans(PARAGRAPHS)] == ["“It is so.", "“We know,”"]


SPEECHES = [
    ("Vant said: “Ask her.” She laughed at that.", "“Ask her.”"),
    ("Vant said: “Ask her.” “Ask him.” She laughed at that.", "“Ask her.” “Ask him.”"),
    ("Vant said: “Ask” her about it", "“Ask” her about it"),
    ("Vant said: she left. “Ask her.”", "she left. “Ask her.”"),
]


@pytest.mark.parametrize(("text", "kept"), SPEECHES, ids=[row[0] for row in SPEECHES])
def test_what_follows_a_speech_is_not_said(text: str, kept: str) -> None:
    joined = Joined((), (span(text, "said"),), ((11, len(text)),))
    ((start, end),) = quoted_alone(text, joined).content
    assert text[start:end] == kept


DEEDS = [
    pytest.param("arrested/VERB/arrest/0/root", ("Police",), False, id="a deed"),
    pytest.param("accused/VERB/accuse/0/root", ("Police",), True, id="somebody accuses"),
    pytest.param(
        "not/PART/not/3/advmod accused/VERB/accuse/0/root", (), False, id="nobody accuses"
    ),
    pytest.param("accused/VERB/accuse/0/root", (), True, id="somebody unnamed accuses"),
]


@pytest.mark.parametrize(("rows", "source", "saying"), DEEDS)
def test_is_saying(rows: str, source: tuple[str, ...], saying: bool) -> None:
    verb = 3 if "not" in rows else 2
    reading = parsed(f"Police/NOUN/police/{verb}/nsubj {rows} Dun/PROPN/Dun/{verb}/obj")
    text = reading.report.text
    cue = (text.index(" ") + 1, text.index(" Dun"))
    joined = Joined(tuple(span(text, s) for s in source), (cue,), (span(text, "Dun"),))
    assert is_saying(Tree(reading), joined) is saying
