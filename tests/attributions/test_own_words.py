"""What a report says itself beside what others say. All are invented."""

from __future__ import annotations

import pytest

from tellings import tellings

ROWS = {
    "regret": (
        "We wrote that Gideon Ash had said the sum was 1.1 million. Mr Ash said that the sum was "
        "1.7 million. We regret the error.",
        "Gideon Ash: that the sum was 1.7 million",
    ),
    "another sentence": (
        "Mr. Rosk said that Dr. Moss had paid. We regret the error.",
        "Mr. Rosk: that Dr. Moss had paid",
    ),
    "our report": (
        "Pavel Rosk said that he had paid. Our report of Monday was wrong.",
        "Pavel Rosk: that he had paid",
    ),
    "in quotation marks": (
        "Pavel Rosk wrote: “We paid. We regret it.”",
        "Pavel Rosk: “We paid. We regret it.”",
    ),
    "partly in quotation marks": (
        "Pavel Rosk said that “we paid. We regret nothing.” He left.",
        "Pavel Rosk: that “we paid. We regret nothing.”",
    ),
    "a question before the answer": (
        "Was the minister told? “He was,” Ola Bint says.",
        "Ola Bint: “He was,”",
    ),
    "a question asked by another": (
        "“How did you find it?” I ask Ola Bint.\n\n“By chance,” she says. “It was open.”",
        "Ola Bint: “By chance,” … “It was open.”",
    ),
    "two questions of one": (
        "“Who paid?” Ola Bint asked. “Did Moss?”",
        "Ola Bint: “Who paid?” … “Did Moss?”",
    ),
    "a dateline": (
        "DRET, June 3 – The quay is closed, Ida Brann said.",
        "Ida Brann: The quay is closed",
    ),
}


@pytest.mark.parametrize(("text", "line"), ROWS.values(), ids=ROWS)
def test_words_of_its_own(text: str, line: str) -> None:
    assert tellings(text)[-1] == line
