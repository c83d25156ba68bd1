"""Whose word a mail is. All are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.attributions.senders import sender_of
from sayso.case import default_reader, document_of
from sayso.values import Claim, Report

TEXT = (
    "I counted four lorries. I told Mayor Prow that the boat had sunk. She wrote: “I know it.”\n\n"
    "Corin Blaise"
)
MAIL = Report(
    "r", "test", TEXT, authors=("Corin Blaise",), found={"authors": "From"}, language="en"
)


def claim(report: Report, lemma: str) -> tuple[Claim, dict[str, str]]:
    document = document_of(report, default_reader())
    names = {entity.id: entity.name for entity in document.entities}
    return next(c for c in document.claims if c.lemma == lemma), names


@pytest.mark.parametrize("lemma", ["count", "sink"])
def test_a_mail_is_its_sender_s_word(lemma: str) -> None:
    found, names = claim(MAIL, lemma)
    assert {(voice.name, voice.kind) for voice in found.chain} == {("Corin Blaise", "person")}
    assert {names.get(voice.entity or "") for voice in found.chain} == {"Corin Blaise"}


def test_others_speak_within_it() -> None:
    found, _ = claim(MAIL, "know")
    assert found.chain[0].name == "Corin Blaise"
    assert found.chain[-1].name != "Corin Blaise"


SENDERS = {
    "a person": (MAIL, "person"),
    "an address": (replace(MAIL, authors=("blaise@dockers.example",)), "unnamed"),
    "a body": (replace(MAIL, authors=("Ministry of Works",)), "organization"),
    "an outlet": (replace(MAIL, authors=("The Dret Courier",)), "outlet"),
    "an outlet has it": (replace(MAIL, outlet="The Dret Courier"), None),
    "an author's name below a title": (replace(MAIL, found={"authors": "meta author"}), None),
    "two of them": (replace(MAIL, authors=("Corin Blaise", "Ola Bint")), None),
}


@pytest.mark.parametrize(("report", "kind"), SENDERS.values(), ids=SENDERS)
def test_who_is_a_sender(report: Report, kind: str | None) -> None:
    found = sender_of(report)
    assert (found.kind if found else None) == kind


def test_i_of_an_author_who_is_no_sender_stays_i() -> None:
    found, _ = claim(replace(MAIL, found={"authors": "byline"}), "sink")
    assert [voice.name for voice in found.chain] == ["this report", "I"]
