"""What one passes on for another, and other forms in which the tags alone mistake whose words they
are. All are invented."""

from __future__ import annotations

from functools import lru_cache

import pytest

from sayso.case import default_reader, document_of
from sayso.values import Attribution, Block, Report

PASSED_ON = {
    "the quotation first": (
        "“He never paid me,” Moss quoted Brandt as saying.",
        "Moss › Brandt: “He never paid me,”",
    ),
    "the quoted one first": (
        "Moss quoted Brandt as saying that the port was closed.",
        "Moss › Brandt: that the port was closed",
    ),
    "with a post between commas": (
        "Moss quoted Brandt, the mayor of Dret, as saying that the port was closed.",
        "Moss › Brandt: that the port was closed",
    ),
    "somebody without a name": (
        "“The boats were never mine,” the lawyer quoted a clerk as saying in court.",
        "the lawyer › a clerk: “The boats were never mine,”",
    ),
    "within a longer report": (
        "Ida Brann said the quay was closed.\n\n“Dorn never paid me,” Moss quoted Brandt as "
        "saying.\n\nThe boat sank on Friday.",
        "Moss › Brandt: “Dorn never paid me,”",
    ),
}
OWN = {
    "a denial behind what is alleged": (
        "Prosecutors allege that Moss stole the boats, which his lawyer, Anna Moss, denies.",
        ["Prosecutors: that Moss stole the boats", "Anna Moss: which"],
    ),
    "a relative clause in the middle": (
        "Moss said the report, which Brandt disputes, was true.",
        ["Moss: the report, which Brandt disputes, was true"],
    ),
    "said to be, and denies": (
        "In Dret, Korr Vant, said to be the owner of three boats, denied the charges.",
        ["Korr Vant: the charges", "source not named: to be the owner of three boats"],
    ),
    "said aside": (
        "The boat sank on Friday, say two officers.",
        ["two officers: The boat sank on Friday"],
    ),
    "said aside of a clause": (
        "The pier was unsafe when he left, say two officers of the guard.",
        ["two officers of the guard: The pier was unsafe when he left"],
    ),
    "who asked not to be named": (
        "An official who declined to be named said the pier was unsafe.",
        ["An official who declined to be named: the pier was unsafe"],
    ),
    "who asked to be heard": (
        "The officers who asked to be heard left.",
        [],
    ),
    "put to somebody": (
        "The prosecutor, Ida Vant, put it to Korr that he had taken the money.",
        ["Ida Vant: that he had taken the money"],
    ),
    "put where it lay": ("Vant put it to the test on Friday.", []),
    "quoted without words": ("Moss quoted Brandt.", []),
    "let us say": ("He was, say, forty. The quay was closed.", []),
}
VOICES = {
    "both": ("Both Brann and Usk said the quay was closed.", "Brann and Usk", "affirmed"),
    "three": (
        "Ida Brann, Oren Usk and Pavo Dorn said the quay was closed.",
        "Ida Brann, Oren Usk and Pavo Dorn",
        "affirmed",
    ),
    "neither": (
        "Neither Brann nor Usk said that the quay was closed.",
        "Brann and Usk",
        "open",
    ),
    "a name and others": (
        "Brann and two of his clerks said the quay was closed.",
        "Brann",
        "affirmed",
    ),
    "a firm": ("Smith and Sons said the quay was closed.", "Smith and Sons", "affirmed"),
    "a post in apposition": (
        "The mayor, Ida Brann, said the quay was closed.",
        "Ida Brann",
        "affirmed",
    ),
    "put to somebody": ("Vant put it to Korr that he had lied.", "Vant", "open"),
    "a figure put": (
        "Ida Vant told us that the port puts it to 40.",
        "Ida Vant",
        "affirmed",
    ),
}


@lru_cache
def found(text: str) -> tuple[Attribution, ...]:
    return document_of(Report("r", "test", text, language="en"), default_reader()).attributions


def name(attribution: Attribution) -> str:
    return attribution.voice.name if attribution.voice else ""


def told(text: str, attribution: Attribution) -> str:
    return f"{name(attribution)}: " + " … ".join(text[s:e] for s, e in attribution.content)


@pytest.mark.parametrize(("text", "line"), PASSED_ON.values(), ids=PASSED_ON)
def test_whoever_is_quoted_speaks_within_another_s_words(text: str, line: str) -> None:
    by_id = {a.id: a for a in found(text)}
    inner = [f"{name(by_id[a.parent])} › {told(text, a)}" for a in by_id.values() if a.parent]
    assert inner == [line]


@pytest.mark.parametrize(("text", "lines"), OWN.values(), ids=OWN)
def test_whose_own_words(text: str, lines: list[str]) -> None:
    assert [told(text, a) for a in found(text) if a.parent is None] == lines


@pytest.mark.parametrize(("text", "who", "stance"), VOICES.values(), ids=VOICES)
def test_all_who_say_it(text: str, who: str, stance: str) -> None:
    first = found(text)[0]
    assert (name(first), first.stance) == (who, stance)


def test_denied_by_the_lawyer() -> None:
    text = OWN["a denial behind what is alleged"][0]
    assert [a.stance for a in found(text)] == ["affirmed", "denied"]


def test_a_headline_s_words_are_not_put_to_a_source_below() -> None:
    title = "“For the door”: what the file says"
    body = "Corran Works paid Tern Point in May, according to a filing by the prosecutor."
    blocks = (
        Block("title", 0, len(title)),
        Block("paragraph", len(title) + 2, len(title) + 2 + len(body)),
    )
    text = f"{title}\n\n{body}"
    report = Report("r", "test", text, title=title, language="en", blocks=blocks)
    below = [a for a in document_of(report, default_reader()).attributions if a.source]
    assert below
    assert all(start >= len(title) for a in below for start, _ in a.content)
