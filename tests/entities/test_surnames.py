"""Whose a surname alone is, by the offices in front of it. All are invented."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.case import default_reader
from sayso.entities.unmarked import with_unmarked
from sayso.entities.within import figures
from sayso.values import Report

TWO = "Judge Orban ordered a search on Friday, while Minister Orban rejected calls to leave. "
TOLD = {
    "two offices": (TWO, "Judge Orban: Judge Orban; Minister Orban: Minister Orban"),
    "the judge, the minister": (
        TWO + "“The order stands,” the judge said. “I shall not resign,” the minister said.",
        "Judge Orban: Judge Orban, the judge; Minister Orban: Minister Orban, I, the minister",
    ),
    "without an office, nobody": (
        TWO + "Orban left. Orban wept.",
        "Judge Orban: Judge Orban; Minister Orban: Minister Orban",
    ),
    "two ranks": (
        "On Monday Colonel Roth accused Major Roth.",
        "Colonel Roth: Colonel Roth; Major Roth: Major Roth",
    ),
    "a full name with the office": (
        "On Friday Minister Osric Tamm met Judge Maren Tamm in court. Later Judge Tamm left.",
        "Osric Tamm: Minister Osric Tamm; Maren Tamm: Judge Maren Tamm, Judge Tamm",
    ),
    "a full name with another office": (
        "On Friday Minister Osric Tamm opened the pier. Later Judge Tamm closed it. Tamm wept.",
        "Osric Tamm: Minister Osric Tamm; Judge Tamm: Judge Tamm",
    ),
    "two full names, no office": (
        "Judge Orla Tamm and Minister Otto Tamm met. Tamm said that it was late.",
        "Orla Tamm: Judge Orla Tamm; Otto Tamm: Minister Otto Tamm",
    ),
    "words for one office": (
        "On Monday Judge Orban ordered a search. On Friday Justice Orban left.",
        "Orban: Judge Orban, Justice Orban",
    ),
    "former minister, now judge": (
        "On Monday former Minister Orban came. On Friday Judge Orban left.",
        "Orban: former Minister Orban, Judge Orban",
    ),
    "the one office beside the other": (
        "On Monday Judge Orban, a former minister, came. On Friday Minister Orban left.",
        "Orban: Judge Orban, a former minister, Minister Orban",
    ),
    "the office of the only full name": (
        "Osric Tamm, the minister, came. On Friday Minister Tamm left.",
        "Osric Tamm: Osric Tamm, the minister, Minister Tamm",
    ),
}


@cache
def people(text: str) -> str:
    """Everybody with a name and the words that stand for each."""
    read = with_unmarked(default_reader().read(Report("r1", "names.txt", text, language="en")))
    words = [" ".join(text[m.start : m.end].split()) for m in read.mentions]
    told = (each for each in figures(read) if each.kind == "person" and each.names)
    return "; ".join(f"{e.names[0]}: {', '.join(words[n] for n in e.mentions)}" for e in told)


@pytest.mark.parametrize(("text", "who"), TOLD.values(), ids=TOLD)
def test_whose_a_surname_is(text: str, who: str) -> None:
    assert people(text) == who


BESIDE = {
    "his lawyer said": ("Mirko Talan accused Edda Voll, his lawyer said on Friday.", False),
    "the records say": ("The firm paid Edda Voll, the records say.", False),
    "the minister told": ("Nobody would hire Edda Voll, the minister told reporters.", False),
    "a director": ("Edda Voll, the director, said that she would stay.", True),
    "a director who": ("Edda Voll, the director of the port, left.", True),
}


@pytest.mark.parametrize(("text", "beside"), BESIDE.values(), ids=BESIDE)
def test_who_speaks_behind_a_name_is_another(text: str, beside: bool) -> None:
    words = next(each for each in people(text).split("; ") if each.startswith("Edda Voll"))
    assert any(each in words for each in ("director", "lawyer", "records", "minister")) == beside
