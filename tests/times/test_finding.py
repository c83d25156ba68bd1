"""Time expressions: what is found, with which value, and what is left alone.

Every report is dated Wednesday, 15 April 2020, and plays in the invented Norvenia.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.times.edtf import is_edtf
from sayso.times.finding import find_times, outermost

PUBLISHED = "2020-04-15"

FOUND = [
    ("iso day", "It opened on 2019-03-08.", "2019-03-08", "2019-03-08"),
    ("month day year", "It opened on March 8, 2019.", "March 8, 2019", "2019-03-08"),
    ("day month year", "It opened on 8 March 2019.", "8 March 2019", "2019-03-08"),
    ("abbreviated", "In this Sept. 18, 2016 file photo, he waits.", "Sept. 18, 2016", "2016-09-18"),
    ("ordinal", "It fell on the 3rd of May 1999.", "3rd of May 1999", "1999-05-03"),
    ("weekday and day", "They met on Friday, March 6, 2020.", "Friday, March 6, 2020",
     "2020-03-06"),
    ("days of a month", "The talks ran March 3-5.", "March 3-5", "2020-03-03/2020-03-05"),
    ("day past", "He resigned on June 18.", "June 18", "2019-06-18"),
    ("day to come", "The vote will be held on June 18.", "June 18", "2020-06-18"),
    ("day of a hearing", "A May 4 hearing is set.", "May 4", "2020-05-04"),
    ("leap day", "He was born on 29 February.", "29 February", "2020-02-29"),
    ("shared year", "From May 3 to June 5, 1999 he hid.", "May 3", "1999-05-03"),
    ("one reading left", "Dated 23/7/2018, it was kept.", "23/7/2018", "2018-07-23"),
    ("other reading ahead", "It arrived on 7/4/20.", "7/4/20", "2020-04-07"),
    ("points", "Dated 08.03.2019, it was kept.", "08.03.2019", "2019-03-08"),
    ("month past", "He was freed in October.", "October", "2019-10"),
    ("own month", "He was freed in April.", "April", "2020-04"),
    ("month to come", "She will be tried in October.", "October", "2020-10"),
    ("may the month", "The plant was shut in May.", "May", "2019-05"),
    ("month and year", "It began in May 2018.", "May 2018", "2018-05"),
    ("month of next year", "It will end in May of next year.", "May of next year", "2021-05"),
    ("early month", "It began in early June 2018.", "early June 2018", "2018-06"),
    ("last named month", "It was agreed last November.", "last November", "2019-11"),
    ("month of things", "The January attack killed four.", "January", "2020-01"),
    ("year", "He took over in 1998.", "1998", "1998"),
    ("year of an event", "He led the 1994 bombing.", "1994", "1994"),
    ("year in brackets", "Her film (1987) was banned.", "1987", "1987"),
    ("late year", "It was sold in late 2019.", "late 2019", "2019-41"),
    ("early year", "It was sold in early 2019.", "early 2019", "2019-40"),
    ("mid year", "It was sold in mid-2019.", "mid-2019", "2019-38"),
    ("end of year", "By the end of 2018 it was gone.", "the end of 2018", "2018"),
    ("two digits", "He left in '98 for good.", "'98", "1998"),
    ("joined years", "In the 2010-11 season it won.", "2010-11", "2010/2011"),
    ("full joined years", "The war of 1991–1995 cost it all.", "1991–1995", "1991/1995"),
    ("decade", "In the 1990s he dug coal.", "1990s", "199X"),
    ("short decade", "Trains of the 70s and 80s ran there.", "70s", "197X"),
    ("century", "A 19th-century fort stood there.", "19th-century", "18XX"),
    ("quarter", "In the third quarter of 2019 it lost.", "the third quarter of 2019", "2019-35"),
    ("own quarter", "Q1 2020 was poor.", "Q1 2020", "2020-33"),
    ("bare quarter", "Our third-quarter results grew.", "third-quarter", "2019-35"),
    ("half", "In the first half of last year", "the first half of last year", "2019-40"),
    ("season", "It began in the spring of 2011.", "the spring of 2011", "2011-21"),
    ("last summer", "It began last summer.", "last summer", "2019-22"),
    ("yesterday", "He was held yesterday.", "yesterday", "2020-04-14"),
    ("earlier today", "He spoke earlier today.", "earlier today", "2020-04-15"),
    ("last night", "He fled last night.", "last night", "2020-04-14"),
    ("weekday", "She said Friday that it was over.", "Friday", "2020-04-10"),
    ("own weekday", "She spoke on Wednesday.", "Wednesday", "2020-04-15"),
    ("weekday ahead", "They will meet on Friday.", "Friday", "2020-04-17"),
    ("overnight", "He was killed overnight Friday.", "overnight Friday", "2020-04-10"),
    ("night", "He died Friday night.", "Friday night", "2020-04-10"),
    ("last weekday", "He died last Wednesday.", "last Wednesday", "2020-04-08"),
    ("last week", "He died last week.", "last week", "2020-04-06/2020-04-12"),
    ("this weekend", "He was hit this weekend.", "this weekend", "2020-04-11/2020-04-12"),
    ("coming weekend", "They will vote this weekend.", "this weekend", "2020-04-18/2020-04-19"),
    ("last year", "It was banned last year.", "last year", "2019"),
    ("late last year", "It was banned late last year.", "late last year", "2019-41"),
    ("early this month", "He left early this month.", "early this month", "2020-04"),
    ("next month", "It will open next month.", "next month", "2020-05"),
    ("days ago", "He left three days ago.", "three days ago", "2020-04-12"),
    ("weeks ago", "He left two weeks ago.", "two weeks ago", "2020-03-30/2020-04-05"),
    ("a year ago", "He left a year ago.", "a year ago", "2019"),
    ("round years ago", "He left 20 years ago.", "20 years ago", "2000~"),
    ("a decade ago", "He left a decade ago.", "a decade ago", "2010~"),
    ("past years", "It grew in the past five years.", "in the past five years", "2015/2020"),
    ("coming years", "It will shrink over the next two years.", "over the next two years",
     "2020/2022"),
    ("since", "He has ruled since 1998.", "since 1998", "1998/.."),
    ("since, its bound", "He has ruled since 1998.", "1998", "1998"),
    ("prior to", "The worst prior to September 11, 2001.", "prior to September 11, 2001",
     "../2001-09-11"),
    ("until", "It was delayed until October 2017.", "until October 2017", "../2017-10"),
    ("by", "It is to close by 2022.", "by 2022", "../2022"),
    ("from to", "He served from 2009 to 2011.", "from 2009 to 2011", "2009/2011"),
    ("between", "It fell between 2014 and 2016.", "between 2014 and 2016", "2014/2016"),
    ("since a quarter", "Down since the third quarter of 2019.",
     "since the third quarter of 2019", "2019-07/.."),
    ("about", "It was built about 2010.", "about 2010", "2010~"),
    ("possibly", "It was built possibly in 2010.", "possibly in 2010", "2010?"),
    ("nine eleven", "It was planned before 9/11 by two men.", "9/11", "2001-09-11"),
    ("later that year", "It opened in May 2012. Later that year it shut.", "Later that year",
     "2012"),
    ("the next day", "He fled on 30 June 2012. The next day he was held.", "The next day",
     "2012-07-01"),
    ("years later", "He fled in 1999. Two years later he was held.", "Two years later", "2001"),
    ("the previous year", "In 2015 it sold less than the previous year.", "the previous year",
     "2014"),
    ("same period", "It sold two in March, and five in the same period last year.",
     "the same period last year", "2019-03"),
]  # fmt: skip

WORDS_ONLY = [
    ("recently", "He was recently freed.", "recently"),
    ("recent years", "It has grown in recent years.", "in recent years"),
    ("two readings", "It was dated 3/4/2019.", "3/4/2019"),
    ("no such day", "It was dated February 30, 2019.", "February 30, 2019"),
    ("range or month", "Those of 2010-12 were kept.", "2010-12"),
    ("winter without year", "It was lost last winter.", "last winter"),
    ("september 11 in april", "Nothing was the same after Sept. 11.", "Sept. 11"),
    ("month beside an old year", "In 1998 he won, and in June he lost.", "June"),
    ("election month", "She lost in November's election.", "November"),
    ("that day of a year", "In 1998 he won. That day he wept.", "That day"),
    ("fiscal quarter", "The fiscal third quarter was poor.", "The fiscal third quarter"),
    ("since a decade", "It has stood since the 1990s.", "since the 1990s"),
]

LEFT_ALONE = [
    ("may the verb", "It may rain. May he rest."),
    ("march the verb", "They March on. A march began."),
    ("people", "April Marsh and June Vale met August Holm."),
    ("newspaper", "The Sunday Times wrote it."),
    ("every monday", "They pray on Fridays and every Monday."),
    ("black friday", "Shops opened on Black Friday."),
    ("some friday", "He was killed on a Friday night. One Monday she left."),
    ("count", "The 2000 workers went home, and 1900 people stayed."),
    ("money", "It cost $2000 or €1998."),
    ("grouped", "It sold 1,998 of them."),
    ("code", "Unit 2010 flew an X-2000 and a KC-1990."),
    ("then-president", "He met then-president Vale."),
    ("duration", "He served for three years, a 27-year term."),
    ("today's world", "In today's world it is hard."),
    ("fall of a city", "After the fall of the city they fled."),
    ("quarter of a town", "A quarter of them live in the old quarter."),
    ("sun and sat", "The sun shone and he sat."),
    ("time of day", "At 18:00 he left by gate 9.15."),
    ("share", "They won 5-3 in set 1."),
]


def _told(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(text[time.start : time.end], time.edtf) for time in find_times(text, published)]


def _params(rows: list[tuple[str, ...]]) -> list[object]:
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


@pytest.mark.parametrize(("text", "words", "value"), _params(FOUND))
def test_must_find(text: str, words: str, value: str) -> None:
    assert (words, value) in _told(text)


@pytest.mark.parametrize(("text", "words"), _params(WORDS_ONLY))
def test_stays_words(text: str, words: str) -> None:
    assert (words, None) in _told(text)


@pytest.mark.parametrize("text", _params(LEFT_ALONE))
def test_must_leave_alone(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize("words", ["last year", "Friday", "yesterday", "in the past two years"])
def test_relative_words_need_the_reports_date(words: str) -> None:
    assert [value for _, value in _told(f"He left {words}.", None)] == [None]


def test_a_dateline_stands_in_for_the_reports_date() -> None:
    assert ("Friday", "2020-04-10") in _told("Fire\n\nApril 15, 2020\n\nHe left Friday.", None)


@pytest.mark.parametrize("published", ["", "soon", "2020-13-45", "15-04-2020", "2020"])
def test_a_date_that_is_no_iso_day_is_no_anchor(published: str) -> None:
    assert _told("He left yesterday.", published) == [("yesterday", None)]


def test_the_readers_tense_decides() -> None:
    (time,) = find_times("Talks Friday", PUBLISHED, lambda _start, _end: "future")
    assert time.edtf == "2020-04-17"


def test_outermost_drops_the_bound_inside() -> None:
    text = "He ruled since 1998 and until 2004."
    kept = outermost(find_times(text, PUBLISHED))
    assert [text[time.start : time.end] for time in kept] == ["since 1998", "until 2004"]


WORDS = st.sampled_from(
    [
        "since",
        "until",
        "1998",
        "May",
        "June",
        "31",
        "2019",
        "last",
        "next",
        "year",
        "the",
        "of",
        "in",
        "Friday",
        "week",
        "2010-11",
        "-",
        "/",
        "'s",
        "ago",
        "two",
        "a",
        "decade",
        "early",
        "late",
        "about",
        "between",
        "and",
        "from",
        "to",
        "9/11",
        "199",
        "0s",
        "\n\n",
        ".",
        ",",
        "3rd",
        "29",
        "February",
        "that",
        "day",
        "later",
        "12/11/10",
        "9999",
        "1400",
        "quarter",
        "first",
        "Q4",
        "'",
        "summer",
        "winter",
        "night",
        "today",
        "'tis",
        "٣",
    ],
)


@settings(deadline=None)
@given(
    st.lists(WORDS, max_size=25).map(" ".join),
    st.sampled_from([None, PUBLISHED, "0001-01-01", "9999-12-31"]),
)
def test_values_are_edtf_and_spans_hold(text: str, published: str | None) -> None:
    for time in find_times(text, published):
        assert 0 <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == text[time.start : time.end].strip()
        assert time.edtf is None or is_edtf(time.edtf)


@settings(deadline=None)
@given(st.text(max_size=200), st.none() | st.text(max_size=12))
def test_any_text_is_read(text: str, published: str | None) -> None:
    times = find_times(text, published)
    assert list(times) == sorted(times, key=lambda time: (time.start, -time.end))


@settings(deadline=None, max_examples=25)
@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_a_library_parses_every_value(text: str) -> None:
    edtf = pytest.importorskip("edtf", reason="the edtf package is a test extra")
    for time in find_times(text, PUBLISHED):
        assert time.edtf is None or edtf.parse_edtf(time.edtf)
