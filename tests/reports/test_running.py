from __future__ import annotations

import pytest

from sayso.reports.head_dates import dates_above
from sayso.reports.papers import is_paper
from sayso.reports.running import edge_facts


def said(*lines: str) -> dict[str, str]:
    return {name: stated.value for name, stated in edge_facts(lines).items()}


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        pytest.param("The Saltmere Courier", {"outlet": "The Saltmere Courier"}, id="name"),
        pytest.param(
            "The Saltmere Courier · Transport · Tuesday 4 March 2025",
            {"outlet": "The Saltmere Courier", "section": "Transport", "published": "2025-03-04"},
            id="name-section-day",
        ),
        pytest.param(
            "VERRANIA LEDGER    WORLD    12",
            {"outlet": "VERRANIA LEDGER", "section": "WORLD"},
            id="in-capitals",
        ),
        pytest.param(
            "Tuesday, March 4, 2025 | Politics | A7", {"section": "Politics"}, id="section"
        ),
        pytest.param("courier.example — page 2", {"outlet": "courier.example"}, id="domain"),
        pytest.param(
            "https://www.courier.example/2025/harbour 2/3",
            {"outlet": "courier.example", "url": "https://www.courier.example/2025/harbour"},
            id="printed-page",
        ),
        pytest.param("https://courier.example/ 2/3", {"outlet": "courier.example"}, id="home-page"),
        pytest.param(
            "3/5/2025, 6:15 AM Talks denied | The Saltmere Courier",
            {"outlet": "The Saltmere Courier"},
            id="day-of-printing",
        ),
    ],
)
def test_a_running_head_says(line: str, facts: dict[str, str]) -> None:
    assert said(line) == facts


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("PRESS RELEASE", id="press-release"),
        pytest.param("Ministry of Transport, Annual Report 2024", id="annual-report"),
        pytest.param("Available at https://doi.example/10.1/x", id="address-among-words"),
        pytest.param("Politics", id="chapter"),
        pytest.param("Rell, Tomas: A World of Ships", id="book"),
        pytest.param("Minister denies talks on Saltmere harbour sale", id="title"),
        pytest.param("3 of 12", id="folio"),
    ],
)
def test_a_running_head_says_nothing_of_the_outlet(line: str) -> None:
    assert said(line) == {}


def test_a_name_outranks_a_domain_and_the_first_the_others() -> None:
    lines = ("courier.example", "The Saltmere Courier", "The Verrania Ledger")
    assert said(*lines) == {"outlet": "The Saltmere Courier"}


@pytest.mark.parametrize(
    ("words", "so"),
    [
        pytest.param("The Post", True, id="one-word-with-article"),
        pytest.param("Times of Verrania", True, id="of-a-place"),
        pytest.param("Northwire", False, id="no-such-word"),
        pytest.param("Post", False, id="bare"),
        pytest.param("the last post", False, id="small-letters"),
        pytest.param("Breaking News", False, id="breaking-news"),
    ],
)
def test_what_is_called_as_papers_are(words: str, so: bool) -> None:
    assert is_paper(words) is so


@pytest.mark.parametrize(
    ("line", "days"),
    [
        pytest.param("4 March 2025", {"published": "2025-03-04"}, id="bare"),
        pytest.param(
            "Saltmere, Tuesday 4 March 2025, 17:30", {"published": "2025-03-04"}, id="place"
        ),
        pytest.param("By Ada Quist, 4 March 2025", {"published": "2025-03-04"}, id="byline"),
        pytest.param(
            "Published 4 March 2025, 8:15 am · Updated 5 March 2025",
            {"published": "2025-03-04", "modified": "2025-03-05"},
            id="both",
        ),
        pytest.param("Last updated: 5 March 2025", {"modified": "2025-03-05"}, id="change"),
        pytest.param("Rell spoke on 4 March 2025.", {}, id="sentence"),
        pytest.param("The raid of 12 June 1942", {}, id="heading"),
        pytest.param("04/03/2025", {}, id="two-readings"),
    ],
)
def test_dates_by_lines_at_the_head(line: str, days: dict[str, str]) -> None:
    assert {name: stated.value for name, stated in dates_above([line]).items()} == days
