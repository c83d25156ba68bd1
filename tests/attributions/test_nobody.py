"""Sources that are nobody, and names that only look so. All are invented."""

from __future__ import annotations

import pytest

from sayso.case import default_reader, document_of
from sayso.values import NOT_NAMED, Report

ROWS = {
    "nobody": ("Nobody said that the quay was closed.", NOT_NAMED, "open"),
    "no one": ("No one claimed that the quay was closed.", NOT_NAMED, "open"),
    "none of them": ("None of the witnesses said that Brann had paid.", NOT_NAMED, "open"),
    "no witness": ("No witness said that Brann had paid.", NOT_NAMED, "open"),
    "not one": ("Not one of the officers said that Moss had paid.", NOT_NAMED, "open"),
    "a number": ("No. 10 said that the quay was closed.", "No. 10", "affirmed"),
    "everybody": ("Everybody said that the quay was closed.", "Everybody", "affirmed"),
    "neither of two": (
        "Neither Brann nor Usk said that the quay was closed.",
        "Brann and Usk",
        "open",
    ),
    "nothing found": ("No evidence was found, the police said.", "the police", "affirmed"),
}


@pytest.mark.parametrize(("text", "name", "stance"), ROWS.values(), ids=ROWS)
def test_who_is_nobody(text: str, name: str, stance: str) -> None:
    report = Report("r", "test", text, language="en")
    (first, *_) = document_of(report, default_reader()).attributions
    assert (first.voice and first.voice.name, first.stance) == (name, stance)


def test_what_nobody_said_is_not_the_judge_s_who_says_so() -> None:
    report = Report("r", "test", "“Nobody said that Moss paid,” Judge Tull replied.", language="en")
    document = document_of(report, default_reader())
    paid = next(claim for claim in document.claims if claim.lemma == "pay")
    assert [voice.name for voice in paid.chain][1:] == ["Judge Tull", NOT_NAMED]
    assert paid.polarity == "unknown"
