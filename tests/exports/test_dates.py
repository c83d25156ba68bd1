"""EDTF in words, as the screen and the page show it."""

from __future__ import annotations

import pytest

from sayso.exports.dates import readable_date


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        ("2020-01-04", "4 January 2020"),
        ("2020-01-04T10:00:00+01:00", "4 January 2020"),
        ("2019-04", "April 2019"),
        ("1998", "1998"),
        ("2019-21", "spring 2019"),
        ("2019-24", "winter 2019"),
        ("2019-35", "third quarter of 2019"),
        ("2019-38", "middle of 2019"),
        ("2019-41", "second half of 2019"),
        ("199X", "1990s"),
        ("18XX", "19th century"),
        ("20XX", "21st century"),
        ("2010~", "about 2010"),
        ("2010-05?", "possibly May 2010"),
        ("../2001-09-11", "until 11 September 2001"),
        ("2019-23/..", "from autumn 2019, end not given"),
        ("2009/2011", "2009 to 2011"),
        ("2024-03-11/2024-03-17", "11 to 17 March 2024"),
        ("2024-03-25/2024-04-03", "25 March to 3 April 2024"),
        ("2023-12-28/2024-01-03", "28 December 2023 to 3 January 2024"),
        ("2024-03-11/2024-03-11", "11 March 2024 to 11 March 2024"),
        ("2019-03/2019-06", "March 2019 to June 2019"),
    ],
    ids=str,
)
def test_in_words(value: str | None, shown: str | None) -> None:
    assert readable_date(value) == shown


@pytest.mark.parametrize(
    "value",
    ["last year", "2019-²³", "2019-13", "2019-00", "2019-21-03", "../..", "soon/2019", "", "/"],
)
def test_left_as_it_is(value: str) -> None:
    assert readable_date(value) == value
