"""Which time dates the saying. Cues, sources and contents are marked in the rows themselves."""

from __future__ import annotations

import re

import pytest

from sayso.times.finding import find_times
from sayso.times.said import may_date, time_near
from sayso.values import Span, Time

MARKS = {"s": "source", "q": "cue", "c": "content", "a": "addressee"}
ROWS = [
    ("told in", "s[The expert] q[told] a[the Norvenian Daily] in 2018 that c[he paid]", "2018"),
    ("addressee unmarked", "s[The expert] q[told] the Norvenian Daily in 2018: c[He paid]", "2018"),
    ("in an interview", "s[She] q[said] in a telephone interview on Friday c[she won]", "Friday"),
    ("between cue and content", "s[Vale] q[said] Friday that c[it burned]", "Friday"),
    ("ahead of the source", "In 2015, s[an official] q[told] a[us] that c[he ran it]", "In 2015"),
    ("report last year", "c[He ran it], q[according to] s[a report by the Daily] last year.",
     "last year"),
    ("published in", "s[A report by the Institute], published in October, q[warned] c[of it]",
     "October"),
    ("in the source's tail", "c[He ran it], q[according to] s[a report last year].", "last year"),
    ("dated document", "s[A 2016 report] q[says] c[he ran it].", "2016"),
    ("after the content", "c[It burned], s[Vale] q[said] on Monday.", "Monday"),
    ("content's own time", "s[Vale] q[said] c[it burned on Friday].", None),
    ("source's own year", "s[The 2008 candidate] q[said] c[it burned].", None),
    ("next sentence", "s[Vale] q[said] c[it burned]. On Friday rain fell.", None),
    ("another clause",
     "c[It burned], s[Vale] q[said], while troops left the town on Friday.", None),
    ("between source and cue", "s[Vale], who fell ill in May, q[said] c[it burned].", None),
    ("right before the cue", "s[Vale] on Monday q[said] c[it burned].", "Monday"),
    ("nearest of two", "In 2015, s[an official] q[said] Friday that c[it burned]", "Friday"),
]  # fmt: skip


def _read(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without its marks, and the spans by kind."""
    text, spans = "", {name: [] for name in MARKS.values()}  # type: dict[str, list[Span]]
    for piece in re.split(r"([sqca]\[[^\]]*\])", marked):
        if re.match(r"[sqca]\[", piece):
            spans[MARKS[piece[0]]].append((len(text), len(text) + len(piece) - 3))
            text += piece[2:-1]
        else:
            text += piece
    return text, spans


@pytest.mark.parametrize(
    ("marked", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_time_near(marked: str, expected: str | None) -> None:
    text, spans = _read(marked)
    times = find_times(text, "2020-04-15")
    found = time_near(
        text, spans["cue"], spans["source"], spans["content"], times, spans["addressee"]
    )
    words = text[found.start : found.end] if found else None
    assert words == (expected.removeprefix("In ") if expected else None)


def test_no_times() -> None:
    assert time_near("She said so.", [(4, 8)], [(0, 3)], [(9, 11)], ()) is None


@pytest.mark.parametrize(
    ("edtf", "may"),
    [
        ("2020-04-15", True),
        ("2020-04-16", False),
        ("2020-04", True),
        ("2020-05", False),
        ("../2020-03", False),
        ("1998/..", True),
        (None, True),
    ],
)
def test_nothing_was_said_after_the_report_or_until_a_time(edtf: str | None, may: bool) -> None:
    assert may_date(Time(0, 1, edtf), "2020-04-15T06:00:00Z") is may
