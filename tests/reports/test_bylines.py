from __future__ import annotations

import pytest

from sayso.reports.bylines import authors_abroad, byline_authors, closing_authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        pytest.param("By Ada Quist", ("Ada Quist",), id="one"),
        pytest.param("BY ADA QUIST & TOMAS RELL", ("Ada Quist", "Tomas Rell"), id="shouted-two"),
        pytest.param(
            "By Ada Quist, Lio Tam and Tomas Rell",
            ("Ada Quist", "Lio Tam", "Tomas Rell"),
            id="three",
        ),
        pytest.param("By Ada Quist, Port Ammer", ("Ada Quist",), id="place-after-comma"),
        pytest.param("By Ada Quist in Port Ammer", ("Ada Quist",), id="place-after-in"),
        pytest.param("From Ada Quist, Saltmere", ("Ada Quist",), id="from"),
        pytest.param("By Ada Quist | 4 March 2025 | 2:53 am", ("Ada Quist",), id="date-after-bar"),
        pytest.param("By Marten Mayhew", ("Marten Mayhew",), id="names-that-start-like-months"),
        pytest.param("By A. J. van Dorn", ("A. J. van Dorn",), id="initials"),
        pytest.param("By April Sand and Jan Novak", ("April Sand", "Jan Novak"), id="like-months"),
        pytest.param("By Sunday Okoli", ("Sunday Okoli",), id="like-a-weekday"),
        pytest.param("By Odita Sunday | 2 July 2015", ("Odita Sunday",), id="weekday-last"),
        pytest.param(
            "By Ada Quist Tuesday, March 4, 2025", ("Ada Quist",), id="a-weekday-with-its-date"
        ),
        pytest.param(
            "By ADA QUIST and LIO TAM Associated Press",
            ("Ada Quist", "Lio Tam"),
            id="agency-at-the-end",
        ),
        pytest.param("By Ada Quist / Northwire", ("Ada Quist",), id="stroke"),
        pytest.param("By Ada Quist with Lio Tam", ("Ada Quist", "Lio Tam"), id="with"),
        pytest.param("Posted by Ada Quist at 9:12 AM", ("Ada Quist",), id="a-clock"),
        pytest.param("Analysis by Ada Quist", ("Ada Quist",), id="analysis"),
        pytest.param("Ada Quist, Harbour correspondent", ("Ada Quist",), id="a-job-and-no-by"),
    ],
)
def test_names_are_found(line: str, authors: tuple[str, ...]) -> None:
    assert byline_authors(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By our correspondent", id="a-job"),
        pytest.param("By Courier Staff Reporter", id="a-desk"),
        pytest.param("By Tuesday the ships had left the harbour.", id="by-a-day"),
        pytest.param(
            "From the council came no answer, and the board went home in the dark.", id="from"
        ),
        pytest.param("Ada Quist", id="a-bare-name"),
        pytest.param("By the board", id="no-name"),
        pytest.param("From Monday to Friday", id="two-days"),
        pytest.param("From March to May", id="two-months"),
        pytest.param("By Tuesday Evening", id="a-time-of-day"),
        pytest.param("Rell, who met the editor", id="a-job-in-a-sentence"),
        pytest.param("", id="empty"),
    ],
)
def test_others_are_left_alone(line: str) -> None:
    assert byline_authors(line) == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        pytest.param("Por Ana Ribas y Lio Tam", ("Ana Ribas", "Lio Tam"), id="spanish"),
        pytest.param("Por José Ortega y Gasset", ("José Ortega y Gasset",), id="a-name-with-y"),
        pytest.param("Par Ana Ribas avec AFP", ("Ana Ribas",), id="french"),
        pytest.param("Von Ute Brand und Lio Tam", ("Ute Brand", "Lio Tam"), id="german"),
        pytest.param("Door Joris van den Berg", ("Joris van den Berg",), id="dutch"),
        pytest.param("Автор: Иван Моряков", ("Иван Моряков",), id="russian"),
        pytest.param("كتب: محمد الساحلي", ("محمد الساحلي",), id="arabic"),
        pytest.param("Von der Pacht weiß niemand", (), id="a-sentence"),
        pytest.param("Par exemple", (), id="an-idiom"),
    ],
)
def test_names_in_other_languages(line: str, authors: tuple[str, ...]) -> None:
    assert authors_abroad(line) == authors


def test_a_wires_closing_line_names_its_reporter() -> None:
    assert closing_authors("(Reporting by Ada Quist; Editing by Lio Tam)") == ("Ada Quist",)
