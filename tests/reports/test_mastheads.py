"""What stands above or below a text's title: whose it is and of which day."""

from __future__ import annotations

import pytest
import samples
from reading import one

from sayso.reports.mastheads import named_day
from sayso.reports.titles import strip_site

PROSE = "Minister Tomas Rell denied on Tuesday that he had met the owners of Brandal Shipping."
TITLE = "Rell denies talks"


@pytest.mark.parametrize(
    ("head", "title", "outlet", "published"),
    [
        pytest.param(f"{TITLE}\n\nVerrania Courier, 1 May 2025", TITLE, "Verrania Courier",
                     "2025-05-01", id="below-the-title"),
        pytest.param(f"{TITLE}\n\nThe Saltmere Morning Observer | Thursday, 1 May 2025", TITLE,
                     "The Saltmere Morning Observer", "2025-05-01", id="with-a-weekday"),
        pytest.param("Verrania Ledger, 1 May 2025\n\n" + TITLE, TITLE, "Verrania Ledger",
                     "2025-05-01", id="first-line"),
        pytest.param("Saltmere Weekly\n1 May 2025\n\n" + TITLE, TITLE, "Saltmere Weekly",
                     "2025-05-01", id="name-and-day"),
        pytest.param("VERRANIAN PRESS AGENCY\nThursday, 1 May 2025\n\n" + TITLE, TITLE,
                     "VERRANIAN PRESS AGENCY", "2025-05-01", id="agency"),
        pytest.param("Saltmere Mirror\n1 May 2025\nBy Ada Quist\n\n" + TITLE, TITLE,
                     "Saltmere Mirror", "2025-05-01", id="with-a-byline"),
        pytest.param("1 May 2025\n\n" + TITLE, TITLE, None, "2025-05-01", id="day-first"),
        pytest.param(f"{TITLE}\n1 May 2025", TITLE, None, "2025-05-01", id="day-right-below"),
        pytest.param(f"{TITLE}\nBy Ada Quist\nVerrania Post, 1 May 2025", TITLE, "Verrania Post",
                     "2025-05-01", id="three-lines"),
        pytest.param("Port Andrel, 1 May 2025\n\n" + TITLE, TITLE, None, "2025-05-01", id="place"),
        pytest.param("Saltmere Accords, 13 September 1993", "Saltmere Accords, 13 September 1993",
                     None, None, id="a-title-with-a-day"),
        pytest.param("Saltmere Weekly", "Saltmere Weekly", None, None, id="no-day"),
        pytest.param(f"{TITLE}\n\nRell spoke to the Verrania Post, 1 May 2025", TITLE, None, None,
                     id="words-beside-it"),
        pytest.param("The day of 1 May 2025 in Saltmere", "The day of 1 May 2025 in Saltmere", None,
                     None, id="day-in-a-title"),
    ],
)  # fmt: skip
def test_the_head_of_a_text(
    head: str, title: str | None, outlet: str | None, published: str | None
) -> None:
    text = f"{head}\n\n{PROSE}\n\n{PROSE}\n"
    report = one(text.encode(), "a.txt")
    assert (report.title, report.outlet, report.published) == (title, outlet, published)
    assert report.text == text


def test_a_document_has_its_outlet_from_the_line_below_the_title() -> None:
    docx = samples.docx_of([TITLE, "By Ada Quist", "Verrania Ledger, 1 May 2025", PROSE, PROSE])
    report = one(docx, "a.docx")
    assert (report.outlet, report.published) == ("Verrania Ledger", "2025-05-01")


@pytest.mark.parametrize(
    "line",
    ["1 May 2025", "Rell said so, 1 May 2025.", "the Ledger of 1 May 2025 said", "Verrania Ledger"],
)
def test_a_line_without_a_name_and_a_day_alone(line: str) -> None:
    assert named_day(line) is None


@pytest.mark.parametrize(
    ("title", "left"),
    [
        pytest.param("Ferry late - Verrania Ledger", "Ferry late", id="a-newspapers-name"),
        pytest.param("Ferry late - Rell sorry", "Ferry late - Rell sorry", id="other-words"),
    ],
)
def test_a_title_without_the_name_of_a_newspaper(title: str, left: str) -> None:
    assert strip_site(title, []) == left


def test_a_mail_that_opens_with_a_day_has_no_greeting_for_a_title() -> None:
    mail = f"From: a@b.example\nSubject: Ships\n\n1 May 2025\n\nDear colleagues,\n\n{PROSE}\n"
    report = one(mail.encode(), "a.eml")
    assert [b.kind for b in report.blocks] == ["paragraph"] * 3
