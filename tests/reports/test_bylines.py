from __future__ import annotations

import pytest

from sayso.reports.bylines import byline_authors, closing_authors


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
        pytest.param("", id="empty"),
    ],
)
def test_others_are_left_alone(line: str) -> None:
    assert byline_authors(line) == ()


def test_a_wires_closing_line_names_its_reporter() -> None:
    assert closing_authors("(Reporting by Ada Quist; Editing by Lio Tam)") == ("Ada Quist",)
