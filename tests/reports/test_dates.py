from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reports.dates import find_dates, iso_moment, mail_moment, url_date


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        pytest.param("13 June 2017", "2017-06-13", id="day-month-year"),
        pytest.param("13th of June, 2017", "2017-06-13", id="ordinal"),
        pytest.param("June 13, 2017", "2017-06-13", id="month-first"),
        pytest.param("Publish Date: Jun 13 2017 4:12PM", "2017-06-13", id="abbreviated"),
        pytest.param("Published: September 6,2013", "2013-09-06", id="no-space"),
        pytest.param("2017-06-13", "2017-06-13", id="iso"),
        pytest.param("2017/6/13", "2017-06-13", id="slashes"),
        pytest.param("13.06.2017", "2017-06-13", id="dots"),
        pytest.param("11.16.2007", "2007-11-16", id="month-first-in-figures"),
        pytest.param("le 13 août 2017", "2017-08-13", id="french"),
        pytest.param("13. März 2017", "2017-03-13", id="german"),
        pytest.param("13 de junio de 2017", "2017-06-13", id="spanish"),
        pytest.param("13 июня 2017", "2017-06-13", id="russian"),
        pytest.param("2017年6月13日", "2017-06-13", id="chinese"),
        pytest.param("2017년 6월 13일", "2017-06-13", id="korean"),
        pytest.param("13 червня 2017", "2017-06-13", id="ukrainian"),
        pytest.param("1er juin 2017", "2017-06-01", id="french-first"),
        pytest.param("13 de junio del 2017", "2017-06-13", id="spanish-del"),
        pytest.param("13 NİSAN 2017", "2017-04-13", id="turkish-capitals"),
        pytest.param("الثلاثاء 13 يونيو 2017", "2017-06-13", id="arabic"),
        pytest.param("١٣ حزيران/يونيو ٢٠١٧", "2017-06-13", id="arabic-two-names-own-figures"),
        pytest.param("13 كانون الثاني 2017", "2017-01-13", id="arabic-name-of-two-words"),
        pytest.param("13 ژوئن 2017", "2017-06-13", id="persian"),
        pytest.param("۲۳ خرداد ۱۳۹۶", "2017-06-13", id="irans-calendar"),
        pytest.param("۱۱ فروردین ۱۳۹۶", "2017-03-31", id="irans-calendar-spring"),
        pytest.param("13 ביוני 2017", "2017-06-13", id="hebrew"),
        pytest.param("13/Jun/2017", "2017-06-13", id="name-between-strokes"),
        pytest.param("Tue Jun 13 08:15:00 GMT 2017", "2017-06-13", id="year-after-the-clock"),
        pytest.param("June 13, 2017Updated", "2017-06-13", id="grown-together"),
    ],
)
def test_date_is_found(line: str, iso: str) -> None:
    (found,) = find_dates(line)
    assert (found.iso, found.other) == (iso, None)


@pytest.mark.parametrize(
    "line",
    [
        "31 February 2017",
        "call 0812-2017-33",
        "in June",
        "may 2017",
        "13 June 217",
        "99/99/2017",
        "12 ships 2017",
        "31 مهر 1396",
        "30 اسفند 1396",
        "13 June 20170",
    ],
)
def test_no_date_is_made_up(line: str) -> None:
    assert list(find_dates(line)) == []


def test_two_readings_are_kept_apart() -> None:
    (found,) = find_dates("08/01/2014")
    assert {found.iso, found.other} == {"2014-01-08", "2014-08-01"}


def test_two_dates_that_touch_are_both_found() -> None:
    found = find_dates("Published June 13, 2017Updated June 14, 2017")
    assert [dated.iso for dated in found] == ["2017-06-13", "2017-06-14"]


@given(st.text())
def test_every_date_slices_the_line(line: str) -> None:
    assert all(0 <= d.start < d.end <= len(line) for d in find_dates(line))


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2017-06-13T04:40:00+01:00", "2017-06-13T04:40:00+01:00"),
        ("2014-01-13T01:51:12-0500", "2014-01-13T01:51:12-05:00"),
        ("2017-06-13 04:40:00.123Z", "2017-06-13T04:40:00Z"),
        ("2017-06-13", "2017-06-13"),
        ("June 13, 2017", "2017-06-13"),
        ("20170613", "2017-06-13"),
        ("20170613T081500Z", "2017-06-13"),
        ("20171313", None),
        ("2017061312", None),
        ("2017-13-13", None),
        ("08/01/2014", None),
        ("", None),
        (None, None),
    ],
)
def test_iso_moment(value: str | None, iso: str | None) -> None:
    assert iso_moment(value) == iso


def test_mail_moment_keeps_the_zone() -> None:
    assert mail_moment("Tue, 04 Mar 2025 17:30:00 +0200") == "2025-03-04T17:30:00+02:00"


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://courier.example/2017/06/13/harbour", "2017-06-13"),
        ("https://courier.example/news/2017/jun/13/harbour", "2017-06-13"),
        ("https://courier.example/2017-06-13/harbour", "2017-06-13"),
        ("https://courier.example/201706131234", None),
        ("https://courier.example/2017/06/", None),
        (None, None),
    ],
)
def test_url_date(url: str | None, iso: str | None) -> None:
    assert url_date(url) == iso
