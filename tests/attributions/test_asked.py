"""The asker's question and the answer of whoever is asked. All are invented."""

from __future__ import annotations

import pytest

from sayso.case import default_reader, document_of
from sayso.values import Report
from tellings import tellings

NOBODY = "source not named"
ROWS = {
    "he is not the asker": (
        "Asked by Liese Harrow which Ferrin he means, he says: “The elder.”",
        ["Liese Harrow: which Ferrin he means", "he: “The elder.”"],
    ),
    "a name of two words that were parted": (
        "Asked by Ida Brann which door was open, she said the left one.",
        ["Ida Brann: which door was open", "she: the left one"],
    ),
    "an asker with a post": (
        "Asked by his own party leader, Vera Stam, whether he had signed, he said: “No.”",
        ["Vera Stam: whether he had signed", "he: “No.”"],
    ),
    "nor in the sentence before": (
        "Moss was asked by Ida Brann whether he had signed. He said he had not.",
        ["Ida Brann: whether he had signed", "He: he had not"],
    ),
    "a question first": (
        "“Where were you?” he was asked by Judge Tull. “At home,” he said.",
        ["Tull: “Where were you?”", "he: “At home,”"],
    ),
    "reporters, not who spoke above": (
        "Vera Stam said the money was gone.\n\n"
        "Asked by reporters why she had left, Ola Bint said she was tired.",
        [
            "Vera Stam: the money was gone",
            "reporters: why she had left",
            "Ola Bint: she was tired",
        ],
    ),
    "asked by nobody in particular": (
        "Asked whether the minister had lied, a spokesman said the question was absurd.",
        [f"{NOBODY}: whether the minister had lied", "a spokesman: the question was absurd"],
    ),
    "challenged": (
        "Challenged by Vera Stam to name the firm, the minister said he could not.",
        ["Vera Stam: to name the firm", "the minister: he could not"],
    ),
    "told by": (
        "Told by Ida Brann that the boats had sunk, Moss said he was sorry.",
        ["Ida Brann: that the boats had sunk", "Moss: he was sorry"],
    ),
    "by a day": (
        "Asked by Friday to hand in the papers, Moss said he had lost them.",
        [f"{NOBODY}: to hand in the papers", "Moss: he had lost them"],
    ),
    "she asked and speaks": (
        "Reporters asked Ola Bint whether she would resign. She said she would not.",
        ["Reporters: whether she would resign", "Ola Bint: she would not"],
    ),
    "asked by others and speaks": (
        "Brann was asked on Friday by reporters whether he had signed. “Never,” he said.",
        ["reporters: whether he had signed", "Brann: “Never,”"],
    ),
    "someone asks for himself": (
        "The mayor, asking for time, said the road was closed.",
        ["The mayor: time", "The mayor: the road was closed"],
    ),
}


@pytest.mark.parametrize(("text", "lines"), ROWS.values(), ids=ROWS)
def test_whose_question_and_whose_answer(text: str, lines: list[str]) -> None:
    assert list(tellings(text)) == lines


def test_who_asks_behind_the_verb_is_not_who_is_asked() -> None:
    report = Report("r", "test", "“Did you pay?” asked the judge. He laughed.", language="en")
    (first,) = document_of(report, default_reader()).attributions
    assert (first.voice and first.voice.name, first.addressee) == ("the judge", ())
