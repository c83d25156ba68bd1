"""Transcripts: whose line is whose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parses import span
from sayso.attributions.joining import Joined
from sayso.attributions.labels import relabelled, transcript_of
from sayso.values import Block, Report

TALK = "A talk\n\nVant: Who paid?\n\nLord Dun: I was told it was you.\n\nVant: Not I.\n"


def report(text: str) -> Report:
    return Report("r", "test", text, outlet="The Herald")


def said(text: str) -> list[tuple[str, str]]:
    found = transcript_of(report(text)).named
    return [(text[slice(*j.source[0])], text[slice(*j.content[0])]) for j in found]


def test_every_labelled_line_is_its_labels() -> None:
    assert said(TALK) == [
        ("Vant", "Who paid?"),
        ("Lord Dun", "I was told it was you."),
        ("Vant", "Not I."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Report: Dredger paid\n\nIt did.", id="a headline"),
        pytest.param("Where: Callow\nWhen: Friday\nPrice: free", id="a list"),
        pytest.param("He said: no.\nShe said: no.", id="labels are names"),
        pytest.param("Q: Did you pay?\n\nA: No.\n\nQ: Who did?\n\nA: He.", id="nobody is named"),
    ],
)
def test_nobody_is_given_a_line(text: str) -> None:
    assert said(text) == []


def test_the_headline_is_no_line() -> None:
    text = "Vant: no deal\n\nVant: Good morning."
    titled = replace(report(text), blocks=(Block("title", 0, 13),))
    assert transcript_of(titled).named == ()


def test_what_the_tags_found_in_a_line_gives_way_to_the_label() -> None:
    wrong = Joined((span(TALK, "Vant"),), (span(TALK, ":"),), (span(TALK, "I was told"),))
    inner = Joined((), (span(TALK, "told"),), (span(TALK, "it was you"),))
    other = Joined((), (span(TALK, "A talk"),), (span(TALK, "A talk"), span(TALK, "Not I.")))
    transcript = transcript_of(report(TALK))
    found = relabelled(transcript, [wrong, inner, other])
    assert found[1:] == list(transcript.named)
    assert found[0].content == (span(TALK, "A talk"),)
