"""The texts that lists show, by the packaged model: readable alone, nothing twice, no fragments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sayso.case import default_reader, document_of
from sayso.values import Block, Document, Report

TABLE = Path(__file__).with_name("texts.txt")


@dataclass
class Row:
    id: str
    text: str = ""
    shown: list[str] = field(default_factory=list)
    not_shown: list[str] = field(default_factory=list)


def rows() -> list[Row]:
    """The entries of the table, in order."""
    found: list[Row] = []
    for line in filter(None, TABLE.read_text("utf-8").splitlines()):
        if line.startswith("["):
            found.append(Row(line.strip("[]")))
        elif line.startswith("+ "):
            found[-1].shown.append(line[2:])
        elif line.startswith("- "):
            found[-1].not_shown.append(line[2:])
        elif not line.startswith(";"):
            found[-1].text = line
    return found


def read(text: str) -> Document:
    """A text as a report's one paragraph, read by the packaged model."""
    block = Block("paragraph", 0, len(text))
    report = Report(
        "r", "r.txt", text, outlet="The Tideline", published="2024-03-12", blocks=(block,)
    )
    return document_of(report, default_reader())


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_what_a_list_shows(row: Row) -> None:
    listed = [claim.text for claim in read(row.text).claims if claim.stands_alone]
    assert [text for text in row.shown if text not in listed] == [], listed
    assert [text for text in row.not_shown if text in listed] == [], listed


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_every_word_is_the_reports(row: Row) -> None:
    words = set(re.findall(r"\w+", row.text))
    for claim in read(row.text).claims:
        assert set(re.findall(r"\w+", claim.text)) <= words


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("The port said that it had paid the divers.", "verb, speech"),
        ("The port offered to pay the divers.", "verb, within the clause around it"),
        ("Reporting by Oswin Pardoe", "verb, without who takes part"),
    ],
    ids=["speech", "within", "fragment"],
)
def test_what_does_not_stand_alone_says_why(text: str, remark: str) -> None:
    assert remark in [claim.found_by for claim in read(text).claims if not claim.stands_alone]


@pytest.mark.parametrize("asked", ["why", "how"])
def test_what_is_asked_why_is_left_open(asked: str) -> None:
    text = f"The Lantern asked {asked} the cheapest bid had been passed over."
    views = [c.certainty for c in read(text).claims if "cheapest" in c.text]
    assert views == ["unknown"]


def test_a_rank_before_a_name_is_nobody_else() -> None:
    text = (
        "Daniel Veresh left.\n\nAnton Jorovski commands the brigade. Gen. Jorovski was named in a "
        "letter, said Boris Tamm."
    )
    document = read(text)
    (named,) = [c for c in document.claims if c.lemma == "name"]
    names = {e.id: e.name for e in document.entities}
    assert {names.get(a.entity or "", "") for a in named.arguments} <= {
        "", "Anton Jorovski", "Gen. Jorovski", "Jorovski", "letter", "a letter",
    }  # fmt: skip
