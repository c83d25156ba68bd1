from __future__ import annotations

import json

import pytest
import samples
from reading import every, one

from sayso.values import Report


def test_json_lines_name_the_line_that_fails() -> None:
    first, second, third = every(samples.JSONL, "r.jsonl")
    assert isinstance(first, Report)
    assert (first.outlet, first.published, first.text) == ("Courier", "2025-03-04", samples.BODY)
    assert str(second) == "r.jsonl#2: this line is not JSON"
    assert isinstance(third, Report)
    assert third.url == "https://courier.example/harbour"


def test_a_page_in_a_record_says_what_the_record_does_not() -> None:
    record = {"html": samples.page(), "date": "2025-03-05", "author": "Tomas Rell"}
    (report,) = every(json.dumps(record).encode(), "r.jsonl")
    assert isinstance(report, Report)
    assert (report.title, report.outlet) == (samples.TITLE, "The Saltmere Courier")
    assert (report.published, report.found["published"]) == ("2025-03-05", "field published")
    assert (report.authors, report.found["authors"]) == (("Tomas Rell",), "field authors")


@pytest.mark.parametrize("field", ["text", "html"])
def test_a_records_address_in_a_web_archive_tells_both(field: str) -> None:
    archived = "https://web.archive.org/web/20250306071500/https://courier.example/x"
    record = {field: samples.page() if field == "html" else samples.BODY, "url": archived}
    (report,) = every(json.dumps(record).encode(), "r.jsonl")
    assert isinstance(report, Report)
    assert (report.url, report.archive_url) == ("https://courier.example/x", archived)
    assert report.archived == "2025-03-06T07:15:00Z"


def test_csv_rows_are_reports() -> None:
    first, second = every(samples.CSV, "c.csv")
    assert isinstance(first, Report)
    assert (first.title, first.authors, first.text) == (samples.TITLE, ("Ada Quist",), samples.BODY)
    assert str(second) == "c.csv#2: it has no text"


@pytest.mark.parametrize(
    ("field", "value", "published", "warned"),
    [
        pytest.param("date", "04/03/2025", None, True, id="two-readings"),
        pytest.param("date", "14/03/2025", "2025-03-14", False, id="one-reading"),
        pytest.param("date", "4.3.2025", "2025-03-04", False, id="dots"),
        pytest.param("date", "1741105200", "2025-03-04T16:20:00Z", False, id="seconds"),
        pytest.param("timestamp", 1741105200000, "2025-03-04T16:20:00Z", False, id="thousandths"),
        pytest.param("Date Published", "4 March 2025", "2025-03-04", False, id="words-and-space"),
        pytest.param(
            "pubDate",
            "Tue, 04 Mar 2025 18:20:00 +0200",
            "2025-03-04T18:20:00+02:00",
            False,
            id="mail",
        ),
        pytest.param("date", "yesterday", None, True, id="no-date"),
        pytest.param("date", "nan", None, False, id="nan"),
        pytest.param("date", float("nan"), None, False, id="nan-number"),
        pytest.param("crawl date", "2025-03-04", None, True, id="unknown-name"),
    ],
)
def test_a_records_date(field: str, value: object, published: str | None, warned: bool) -> None:
    report = one(json.dumps({"Article Text": samples.BODY, field: value}).encode(), "r.jsonl")
    assert (report.published, bool(report.warnings)) == (published, warned)
    assert all(field in warning or "published" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    ("record", "authors"),
    [
        pytest.param(
            {"Authors": "['Ada Quist', 'Tomas Rell']"}, ("Ada Quist", "Tomas Rell"), id="printed"
        ),
        pytest.param({"author": [{"name": "Ada Quist"}]}, ("Ada Quist",), id="named"),
        pytest.param({"author": "None", "byline": "By Ada Quist"}, ("Ada Quist",), id="none"),
        pytest.param({"author": "[Ada Quist"}, ("[Ada Quist",), id="no-list"),
    ],
)
def test_a_records_authors(record: dict[str, object], authors: tuple[str, ...]) -> None:
    report = one(
        json.dumps({"text": samples.BODY.replace("By ", ""), **record}).encode(), "r.jsonl"
    )
    assert report.authors == authors


def test_csv_without_text_is_refused() -> None:
    (error,) = every(b"name,age\nAda,3\n", "c.csv")
    assert "names no field of text" in str(error)


@pytest.mark.parametrize("field", ["text", "html"])
def test_what_a_record_does_not_tell_surely_is_said(field: str) -> None:
    record = {"text": samples.BODY, "html": samples.page()}
    data = {field: record[field], "date": "04/03/2025", "headline_author": "A"}
    report = one(json.dumps(data).encode(), "r.jsonl")
    assert [warning.partition(" not used")[0] for warning in report.warnings] == [
        "the field for published was",
        "the field 'headline_author' was",
    ]


def test_a_row_with_a_page_is_warned_of_as_one_with_text() -> None:
    rows = f'html,crawl date\n"{samples.page().replace(chr(34), chr(39))}",2025-03-04\n'
    (report,) = every(rows.encode(), "r.csv")
    assert isinstance(report, Report)
    assert report.warnings == (
        "the field 'crawl date' was not used; name it 'published' if it states that",
    )


@pytest.mark.parametrize(
    ("head", "row"),
    [
        pytest.param("Titel;Text;Datum;Autor;Quelle", "4.3.2025", id="german"),
        pytest.param("titre;texte;date;auteur;journal", "2025-03-04", id="french"),
        pytest.param("título;texto;fecha;autor;periódico", "4 de marzo de 2025", id="spanish"),
    ],
)
def test_common_names_of_fields_in_other_languages(head: str, row: str) -> None:
    rows = f"{head}\nFeuer im Hafen;Rell said so.;{row};Ada Quist;Verrania Ledger\n"
    report = one(rows.encode(), "r.csv")
    assert (report.title, report.published) == ("Feuer im Hafen", "2025-03-04")
    assert (report.authors, report.outlet) == (("Ada Quist",), "Verrania Ledger")
    assert report.warnings == ()


@pytest.mark.parametrize("name", ["Abrufdatum", "fecha de captura", "Titelbild", "sous-titre"])
def test_a_field_in_another_language_that_may_state_a_fact_is_warned_of(name: str) -> None:
    report = one(f"text;{name}\nRell said so.;x\n".encode(), "r.csv")
    assert [name in warning for warning in report.warnings] == [True]
