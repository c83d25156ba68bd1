"""Dates that leave out their year: on which side of the report they lie, by the words around.

Every report is dated Wednesday, 27 March 2024. An id is the sentence and the date in it.
"""

from __future__ import annotations

import pytest

from sayso.times import find_times

PUBLISHED = "2024-03-27"

ROWS = [
    (
        "Vane is to leave his post as director of the Harbour Board on 1 April, the ministry said.",
        "1 April",
        "2024-04-01",
    ),
    ("He is due to leave on 1 April.", "1 April", "2024-04-01"),
    ("The firm said it would publish its findings on 2 May.", "2 May", "2024-05-02"),
    ("He told the court he had paid on 2 May.", "2 May", "2023-05-02"),
    ("The new rules, which take effect on 1 July, were agreed in June.", "1 July", "2024-07-01"),
    ("The new rules, which take effect on 1 July, were agreed in June.", "June", "2023-06"),
    ("The rules take effect on 1 July.", "1 July", "2024-07-01"),
    ("The rules come into force in July.", "July", "2024-07"),
    ("The post falls vacant on 30 June.", "30 June", "2024-06-30"),
    ("His term ends on 30 June.", "30 June", "2024-06-30"),
    ("His term ended on 30 June.", "30 June", "2023-06-30"),
    (
        "The ministry said the work must be finished by the end of April.",
        "by the end of April",
        "../2024-04",
    ),
    ("It had been finished by the end of April.", "by the end of April", "../2023-04"),
    ("The work was finished by the end of January.", "by the end of January", "../2024-01"),
    ("The work was to be finished by the end of April.", "by the end of April", "../2024-04"),
    ("The ministry promised a report by the end of April.", "by the end of April", "../2024-04"),
    ("She promised a decision in May.", "May", "2024-05"),
    ("The deadline is 5 April.", "5 April", "2024-04-05"),
    ("The hearing is on 9 April.", "9 April", "2024-04-09"),
    ("The hearing was on 9 April.", "9 April", "2023-04-09"),
    ("The trial was due to begin on 9 April.", "9 April", "2024-04-09"),
    ("The trial was set for September.", "September", "2024-09"),
    ("The trial, set for September, was put off.", "September", "2024-09"),
    ("The talks, due on Friday, were called off.", "Friday", "2024-03-29"),
    ("The strike planned for Monday was called off on Tuesday.", "Monday", "2024-04-01"),
    ("The strike planned for Monday was called off on Tuesday.", "Tuesday", "2024-03-26"),
    (
        "The engineers who had warned about the mole in January would now be heard.",
        "January",
        "2024-01",
    ),
    ("He has been on leave since May.", "since May", "2023-05/.."),
    ("He has been on leave since 12 May.", "12 May", "2023-05-12"),
    ("It will stay shut until May.", "until May", "../2024-05"),
    ("It was shut until May.", "May", "2023-05"),
    ("It stays shut until 3 May.", "3 May", "2024-05-03"),
    ("The vote is scheduled for 12 October.", "12 October", "2024-10-12"),
    ("Voters go to the polls on 12 October.", "12 October", "2024-10-12"),
    ("She takes over on 1 April.", "1 April", "2024-04-01"),
    ("She took over on 1 April.", "1 April", "2023-04-01"),
    ("She takes up the post in September.", "September", "2024-09"),
    ("The budget was presented in October and will be debated in May.", "October", "2023-10"),
    ("The budget was presented in October and will be debated in May.", "May", "2024-05"),
    ("He will explain on 4 April why he paid on 4 February.", "4 February", "2024-02-04"),
    ("The report will say that the bridge was closed in November.", "November", "2023-11"),
    ("They expect to know more by June.", "by June", "../2024-06"),
    ("He resigned last April.", "last April", "2023-04"),
    ("He resigns next April.", "next April", "2024-04"),
    ("He resigned last month.", "last month", "2024-02"),
    ("He said on Thursday that he would go.", "Thursday", "2024-03-21"),
    ("He said he would go on Thursday.", "Thursday", "2024-03-28"),
    ("The first boats are to arrive in the summer.", "the summer", "2024-22"),
    ("It was closed in the autumn.", "the autumn", "2023-23"),
    ("Members would vote again in the autumn if nothing changed.", "the autumn", "2024-23"),
    ("I would not serve beyond the spring.", "the spring", "2024-21"),
    ("The office will publish its findings in the autumn.", "the autumn", "2024-23"),
    ("It would be ready by the end of the year.", "the end of the year", "2024"),
    ("It was ready by the end of last year.", "the end of last year", "2023"),
    ("The fair opens in August.", "August", "2024-08"),
    ("The fair opened in August.", "August", "2023-08"),
    ("The minister wants the law passed by July.", "by July", "../2024-07"),
    ("The union called for a strike on 5 May.", "5 May", "2024-05-05"),
    ("They agreed to meet on 5 May.", "5 May", "2024-05-05"),
    ("They agreed to meet again in May.", "May", "2024-05"),
    ("The court ordered him to appear on 5 May.", "5 May", "2024-05-05"),
    ("He was ordered to appear on 5 May.", "5 May", "2024-05-05"),
    ("He was arrested on suspicion of fraud on 5 May.", "5 May", "2023-05-05"),
    ("A decision is expected in May.", "May", "2024-05"),
    ("A decision had been expected in January.", "January", "2024-01"),
    ("A decision expected in May could change that.", "May", "2024-05"),
    ("The bank could not say if it was paid in May.", "May", "2023-05"),
    ("He may have left in May.", "May", "2023-05"),
    ("He would have left in May.", "May", "2023-05"),
    ("He should have paid by 1 February.", "1 February", "2024-02-01"),
    ("Tickets go on sale on Friday.", "Friday", "2024-03-29"),
    ("Ferries do not run on Friday.", "Friday", "2024-03-29"),
    ("The company, which bought the yard in July, is to shut it in May.", "July", "2023-07"),
    ("The company, which bought the yard in July, is to shut it in May.", "May", "2024-05"),
    ("Appointed in May, she will leave in June.", "May", "2023-05"),
    ("Appointed in May, she will leave in June.", "June", "2024-06"),
    ("From 1 April he will be paid less.", "1 April", "2024-04-01"),
    ("On 1 April, Vane leaves the board.", "1 April", "2024-04-01"),
    ("On 1 April, Vane left the board.", "1 April", "2023-04-01"),
    ("In April the board will meet.", "April", "2024-04"),
    ("In a letter dated 12 December, she asked for help.", "12 December", "2023-12-12"),
    ("Next week's talks follow those of 12 December.", "12 December", "2023-12-12"),
    ("The award on 4 March was published.", "4 March", "2024-03-04"),
    ("The bill, to be debated in June, was drafted in May.", "June", "2024-06"),
    ("The bill, to be debated in June, was drafted in May.", "May", "2023-05"),
    ("She has been given until 5 April to reply.", "until 5 April", "../2024-04-05"),
    ("The bank was shut until 5 April.", "until 5 April", "../2023-04-05"),
    ("Trains have not run since 3 June.", "since 3 June", "2023-06-03/.."),
    ("The minister arrives on Friday for talks begun in January.", "January", "2024-01"),
    ("The school reopens on Monday.", "Monday", "2024-04-01"),
    ("The school reopened on Monday.", "Monday", "2024-03-25"),
    ("He will stand trial in October for what he did in June.", "June", "2023-06"),
    ("He pleaded not guilty and is to appear again on 30 May.", "30 May", "2024-05-30"),
]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [pytest.param(*row, id=f"{row[0]} [{row[1]}]") for row in ROWS],
)
def test_year(text: str, words: str, value: str) -> None:
    found = [(text[time.start : time.end], time.edtf) for time in find_times(text, PUBLISHED)]
    assert (words, value) in found
