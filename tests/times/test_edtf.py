"""EDTF: the validator against a library's, and the days that a value covers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.times.edtf import covered_days, interval, is_edtf

VALID = [
    "1998", "2019-04", "2020-01-03", "../2001-09-11", "1998/..", "2010~", "2010?", "199X", "19XX",
    "2019-21", "2019-33", "2019-38", "2019-41", "2019-21/2019-24", "2020-01-06/2020-01-12",
    "2010~/..", "2020-06-01T12:00:00Z", "2020-02-29", "2020-XX", "2020-02-XX",
]  # fmt: skip
INVALID = [
    "", "98", "2019-13", "2019-00", "2019-42", "2019-02-30", "2019-Q3", "2004-W47",
    "2019-33/2019-35",
    "2012/2010", "../..", "/", "2010/", "2020-06-01T12:00Z", "2020-06-01T25:00:00Z", "last year",
    "٢٠٢٠", "2019-36~", "2020-1-3", "0000", "199X-04", "2010/2011/2012",
]  # fmt: skip


@pytest.mark.parametrize("value", VALID)
def test_is_edtf(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize("value", INVALID)
def test_is_no_edtf(value: str) -> None:
    assert not is_edtf(value)


@pytest.mark.parametrize("value", VALID)
def test_a_library_parses_what_is_valid(value: str) -> None:
    edtf = pytest.importorskip("edtf", reason="the edtf package is a test extra")
    assert edtf.parse_edtf(value)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_judged(value: str) -> None:
    assert is_edtf(value) in {True, False}


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("1998", date(1998, 1, 1), date(1998, 12, 31), id="year"),
        pytest.param("2020-02", date(2020, 2, 1), date(2020, 2, 29), id="leap february"),
        pytest.param("2019-41", date(2019, 7, 1), date(2019, 12, 31), id="second half"),
        pytest.param("2019-35", date(2019, 7, 1), date(2019, 9, 30), id="third quarter"),
        pytest.param("199X", date(1990, 1, 1), date(1999, 12, 31), id="decade"),
        pytest.param("19XX", date(1900, 1, 1), date(1999, 12, 31), id="century"),
        pytest.param("1998/..", date(1998, 1, 1), None, id="open end"),
        pytest.param("../2001-09-11", None, date(2001, 9, 11), id="open start"),
        pytest.param("2010~", date(2010, 1, 1), date(2010, 12, 31), id="approximate"),
    ],
)
def test_covered_days(value: str, first: date | None, last: date | None) -> None:
    assert covered_days(value) == (first, last)


@pytest.mark.parametrize(
    ("start", "end", "joined"),
    [
        pytest.param("2009", "2011", "2009/2011", id="years"),
        pytest.param("2019-35", None, "2019-07/..", id="a quarter opens with its first month"),
        pytest.param(None, "2019-35", "../2019-09", id="a quarter ends with its last month"),
        pytest.param("2020-01-06/2020-01-12", None, "2020-01-06/..", id="a week opens by monday"),
        pytest.param("199X", None, None, id="a decade bounds nothing"),
        pytest.param("2011", "2009", None, id="not backwards"),
    ],
)
def test_interval(start: str | None, end: str | None, joined: str | None) -> None:
    assert interval(start, end) == joined


@settings(deadline=None)
@given(st.dates(), st.dates())
def test_days_in_order_join(one: date, other: date) -> None:
    first, last = sorted((one, other))
    value = interval(first.isoformat(), last.isoformat())
    assert value is not None
    assert covered_days(value) == (first, last)
