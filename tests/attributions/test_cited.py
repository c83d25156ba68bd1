"""Whom an outlet cites, within its own words. All are invented."""

from __future__ import annotations

import pytest

from tellings import tellings

THROUGH = {
    "behind the verb": (
        "The firm had no office, the Dret Courier reported, citing a clerk.",
        "a clerk: The firm had no office",
    ),
    "before what is told": (
        "The Dret Courier reported on Thursday, citing an official of the Audit Chamber, that "
        "Brantholm Grain had no office.",
        "an official of the Audit Chamber: that Brantholm Grain had no office",
    ),
    "first of all": (
        "Citing two officials, the Dret Courier reported that the firm had no office.",
        "two officials: that the firm had no office",
    ),
    "between subject and verb": (
        "The Dret Courier, quoting a police source, said that three men had been held.",
        "a police source: that three men had been held",
    ),
    "with a name behind the post": (
        "The Dret Courier reported, quoting the minister, Ruud Falk, that the talks had failed.",
        "Ruud Falk: that the talks had failed",
    ),
    "a paper": (
        "Citing a police report, the Dret Courier said that Moss had been at the port.",
        "a police report: that Moss had been at the port",
    ),
    "people of whom more is said": (
        "The Dret Courier said, citing people familiar with the matter, that the sale had failed.",
        "people familiar with the matter: that the sale had failed",
    ),
    "cited by": (
        "The firm had no office, according to a source cited by the Dret Courier.",
        "a source: The firm had no office",
    ),
    "quoted by, at the head": (
        "According to a diplomat quoted by the Dret Courier, the talks had failed.",
        "a diplomat: the talks had failed",
    ),
    "behind a dateline": (
        "PORT DRET, Feb 8 — The firm has no office, the Dret Courier reported, citing a clerk.",
        "a clerk: The firm has no office",
    ),
}
ALONE = {
    "no source but a reason": "The minister resigned, citing his health.",
    "what a person cites": "Minister Falk said, citing intelligence reports, that it was armed.",
    "whom a person cites": "He said, citing Brandt, that the boats were armed.",
    "told on condition of anonymity": (
        "A clerk told the Dret Courier on condition of anonymity that the firm had no office."
    ),
}


@pytest.mark.parametrize(("text", "line"), THROUGH.values(), ids=THROUGH)
def test_those_who_are_cited_speak_within_the_outlet_s_words(text: str, line: str) -> None:
    outer, inner = tellings(text)
    assert inner == f"Dret Courier › {line}"
    assert outer == f"Dret Courier: {line.split(': ', 1)[1]}"


def test_what_they_tell_of_others_stands_in_their_words() -> None:
    text = "The Courier, citing Brandt, said that Moss had told police that he was ill."
    assert tellings(text)[-1] == "Courier › Brandt › Moss: that he was ill"


@pytest.mark.parametrize("text", ALONE.values(), ids=ALONE)
def test_nobody_speaks_through_another(text: str) -> None:
    assert not any("›" in line for line in tellings(text))
