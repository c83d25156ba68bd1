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


SURE = ("affirmed", "certain")
UNSURE = [
    ("impossible-that", "It is impossible that Odo Brisk killed the guard.", "kill"),
    ("unsure-that", "Ada Venn was unsure that Odo Brisk killed the guard.", "kill"),
    ("in-the-event", "In the event that Odo Brisk is arrested, Ada Venn takes over.", "arrest"),
    ("in-the-event-then", "In the event that Odo Brisk flees, Ada Venn takes over.", "take over"),
    ("ordered-the", "The general ordered the killing of Odo Brisk.", "killing"),
    ("sought-the", "Prosecutors sought the extradition of Odo Brisk.", "extradition"),
    ("demanded-the", "Ada Venn demanded the resignation of Odo Brisk.", "resignation"),
    ("plotted-the", "Odo Brisk plotted the murder of Ada Venn.", "murder"),
    ("warrant-for-the", "A warrant was issued for the arrest of Odo Brisk.", "arrest"),
    ("imminent", "The arrest of Odo Brisk is imminent.", "arrest"),
    ("due-to-be", "Odo Brisk is due to be tried in May.", "try"),
    ("under-investigation", "Odo Brisk is under investigation for bribing the judge.", "bribe"),
    ("self-styled", "Odo Brisk, the self-styled mayor of Vell, fled.", "mayor"),
    ("so-called", "The so-called mayor of Vell, Odo Brisk, fled.", "mayor"),
    ("court-ordered-the", "The court ordered the arrest of Luc Darro.", "arrest"),
    ("called-for-the", "Prosecutors called for the removal of Luc Darro.", "removal"),
    ("urged-the", "Prosecutors urged the removal of Luc Darro.", "removal"),
    ("proposed-the", "Ada Venn proposed the dismissal of Luc Darro.", "dismissal"),
    ("expects-the", "Ada Venn expects the release of Luc Darro.", "release"),
    ("ruled-out-the", "Ada Venn ruled out the release of Luc Darro.", "release"),
    ("opposed-the", "Ada Venn opposed the release of Luc Darro.", "release"),
    ("not-ordered-the", "The court did not order the arrest of Luc Darro.", "arrest"),
    ("rumours-untrue", "Rumours of Luc Darro's arrest proved untrue.", "arrest"),
    ("rumours-false", "Rumours of Luc Darro's arrest are false.", "arrest"),
    ("rumours-denied", "Rumours of Luc Darro's arrest were denied.", "arrest"),
    ("reports-false", "Reports of the arrest of Luc Darro turned out to be false.", "arrest"),
    ("claim-untrue", "The claim that Luc Darro was arrested proved untrue.", "arrest"),
    ("denied-meeting", "Ada Venn denied meeting Luc Darro in Vell.", "meet"),
    ("denied-a-firm-that", "Ada Venn denied that she had a firm registered in Vell.", "register"),
    ("owns-no-firm-that", "Ada Venn does not own a firm registered in Vell.", "register"),
]
SURELY = [
    ("clear-that", "It is clear that Odo Brisk killed the guard.", "kill"),
    ("at-the-event", "At the event that Odo Brisk opened, Ada Venn spoke.", "speak"),
    ("wanted-for-the", "Odo Brisk is wanted for the murder of Ada Venn.", "murder"),
    ("condemned-the", "Ada Venn condemned the killing of Odo Brisk.", "killing"),
    ("was-brutal", "The killing of Odo Brisk was brutal.", "killing"),
    ("due-to-rain", "The port closed due to rain.", "close"),
    ("well-known", "Odo Brisk, the well-known mayor of Vell, fled.", "mayor"),
    ("called-a-liar", "Luc Darro, the mayor of Vell, was called a liar by Ada Venn.", "mayor"),
    ("announced-the", "The ministry announced the arrest of Luc Darro.", "arrest"),
    ("backed-the", "Ada Venn backed the arrest of Luc Darro.", "arrest"),
    ("calm-after-the", "Ada Venn urged calm after the arrest of Luc Darro.", "arrest"),
    ("inquiry-into-the", "Ada Venn demanded an inquiry into the killing of Luc Darro.", "killing"),
    ("denied-the-man-who", "Ada Venn denied that she had met the man who sold the yard.", "sell"),
    ("owns-a-firm-that", "Ada Venn owns a firm registered in Vell.", "register"),
]


@pytest.mark.parametrize(
    ("text", "lemma", "why"),
    [
        pytest.param(
            "Ada Venn denied meeting Luc Darro in Vell.", "meet", ("denied",), id="a-deed"
        ),
        pytest.param(
            "Ada Venn denied being mayor of Vell.", "be", ("denied",), id="being-something"
        ),
        pytest.param(
            "Reports of the arrest of Luc Darro were denied by the ministry.",
            "arrest",
            ("Reports", "were denied"),
            id="what-reports-say",
        ),
    ],
)
def test_what_is_denied_is_shown_and_negated(text: str, lemma: str, why: tuple[str, ...]) -> None:
    (claim,) = (claim for claim in read(text).claims if claim.lemma == lemma)
    assert claim.stands_alone
    assert (claim.polarity, claim.certainty, claim.why) == ("negated", "certain", why)


@pytest.mark.parametrize(
    ("text", "lemma", "sure"),
    [
        *(pytest.param(text, lemma, False, id=key) for key, text, lemma in UNSURE),
        *(pytest.param(text, lemma, True, id=key) for key, text, lemma in SURELY),
    ],
)
def test_what_is_not_told_as_so_is_not_certain(text: str, lemma: str, *, sure: bool) -> None:
    views = [(c.polarity, c.certainty) for c in read(text).claims if c.lemma == lemma]
    assert views
    assert (views[0] == SURE) is sure


@pytest.mark.parametrize(
    ("text", "lemma", "agent"),
    [
        pytest.param(
            "Odo Brisk, not Ada Venn, killed the guard.", "kill", "Odo Brisk", id="not-another"
        ),
        pytest.param(
            "The mayor of Vell, Odo Brisk said on Monday, had left.",
            "leave",
            "The mayor of Vell",
            id="said-between",
        ),
        pytest.param(
            "The mayor of Vell, Odo Brisk, had left.",
            "leave",
            "The mayor of Vell, Odo Brisk",
            id="beside",
        ),
        pytest.param(
            "A fake video showed Odo Brisk bribing the judge.", "bribe", "Odo Brisk", id="shown"
        ),
        pytest.param(
            "Odo Brisk and Ada Venn left.", "leave", "Odo Brisk / Ada Venn", id="both-of-them"
        ),
    ],
)
def test_whose_deed_it_is(text: str, lemma: str, agent: str) -> None:
    (claim,) = (claim for claim in read(text).claims if claim.lemma == lemma)
    agents = (text[a.start : a.end] for a in claim.arguments if a.role == "agent")
    assert " / ".join(agents) == agent


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
