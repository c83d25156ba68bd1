from __future__ import annotations

import io

import pytest
import samples
from reading import every, one


def test_pdf_running_heads_and_page_numbers_are_left_out() -> None:
    report = one(samples.pdf(copies=12), "a.pdf")
    pages = {place.where for block in report.blocks for place in block.places}
    assert pages >= {"page=1", "page=2"}
    assert "The Saltmere Courier" not in report.text
    assert not any(report.text[b.start : b.end].isdigit() for b in report.blocks)


def test_a_pdfs_running_head_names_its_outlet() -> None:
    report = one(samples.pdf(), "a.pdf")
    assert (report.outlet, report.found["outlet"]) == ("The Saltmere Courier", "running head")


def pdf_of(pages: list[list[str]]) -> bytes:
    """Lines set one below the other, without space between paragraphs."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for lines in pages:
        text = canvas.beginText(72, 820)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_pdf_paragraphs_without_space_between_them() -> None:
    lines = [
        "The board denied on Tuesday that it had met the owners of the line to talk of a sale",
        "of the harbour.",
        "By Ada Quist",
        "SALTMERE, March 4 (Northwire) - The minister said that there were no such talks at",
        "the terminal, nor would there be any.",
    ]
    report = one(pdf_of([lines]), "a.pdf")
    assert [b.kind for b in report.blocks] == ["paragraph", "byline", "dateline", "paragraph"]
    assert report.authors == ("Ada Quist",)


def test_answers_that_repeat_at_the_pages_edges_are_no_running_heads() -> None:
    asked = ["Q. Did you see the minister at the ferry terminal on that day in March?", "A. Yes."]
    pages = [["Transcript of the board", *["He nodded."] * n, *asked] for n in range(4)]
    text = one(pdf_of(pages), "a.pdf").text
    assert text.count("A. Yes.") == 4
    assert "Transcript" not in text


def test_pdf_places_have_boxes_on_the_page() -> None:
    for block in one(samples.pdf(), "a.pdf").blocks:
        for place in block.places:
            assert place.box is not None
            left, bottom, right, top = place.box
            assert 0 <= left < right <= 596
            assert 0 <= bottom < top <= 842


def test_pdf_words_broken_at_line_ends_are_joined() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    text = canvas.beginText(72, 700)
    for line in ("The minister denied that any nego-", "tiations on the harbour had been", "held."):
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    assert "any negotiations on the harbour had been held." in one(out.getvalue(), "a.pdf").text


def set_lines(lines: list[tuple[float, float, str]], size: float = 10) -> bytes:
    """Lines at (left, base) on one page."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for left, base, text in lines:
        large = text.isupper()
        canvas.setFont("Helvetica", 2 * size if large else size)
        canvas.drawString(left, base, text)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("last", "head", "count"),
    [
        pytest.param(
            "would decide within",
            "thirty days whether there was a case to be heard in court.",
            1,
            id="in-a-sentence",
        ),
        pytest.param("would decide soon.", "thirty days of it.", 3, id="sentence-ended"),
        pytest.param("would decide", "Thirty days of it.", 3, id="short-and-capital"),
    ],
)
def test_pdf_paragraphs_go_on_in_the_next_column(last: str, head: str, count: int) -> None:
    first = "The prosecutor said that his office, by law,"
    more = [(320, 588, "It is an old case, said the office of the prosecutor.")]
    data = set_lines([(72, 400, first), (72, 388, last), (320, 600, head), *more])
    assert len(one(data, "a.pdf").blocks) == count


def test_a_pdfs_centred_title_keeps_its_third_line() -> None:
    title = [
        (100, 640, "MINISTER DENIES TALKS ON"),
        (110, 616, "THE SALE OF THE"),
        (170, 592, "PORT"),
    ]
    body = [
        (72, 500.0 - 12 * n, f"The board met the owners of line {n} in March, and")
        for n in range(6)
    ]
    assert (
        one(set_lines([*title, *body]), "a.pdf").title
        == "MINISTER DENIES TALKS ON THE SALE OF THE PORT"
    )


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        pytest.param(
            ("He wants a long-term lease. A long-", "term one."), "A long-term one", id="met"
        ),
        pytest.param(("The term is long. A long-", "term one."), "A long-term one", id="halves"),
        pytest.param(("No nego-", "tiations were held."), "No negotiations were", id="no-halves"),
        pytest.param(
            ("News papers and newspapers are news-", "papers."), "are newspapers", id="whole"
        ),
    ],
)
def test_pdf_hyphens_at_line_ends(lines: tuple[str, str], words: str) -> None:
    data = set_lines([(72, 400.0 - 12 * n, line) for n, line in enumerate(lines)])
    assert words in one(data, "a.pdf").text


def test_a_scan_says_that_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reports.ocr.shutil.which", lambda _: None)
    (error,) = every(samples.scanned_pdf(), "scan.pdf")
    assert "no text layer" in str(error)


BODY = [
    (72, 600.0 - 14 * n, f"The board met the owners of line {n} in March, it said")
    for n in range(9)
]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param((72, 800, "The Saltmere Courier"), id="name"),
        pytest.param((72, 800, "The Saltmere Courier · Tuesday 4 March 2025 · A7"), id="and-day"),
        pytest.param((72, 40, "courier.example | Transport | Page 1 of 1"), id="foot"),
        pytest.param((72, 40, "https://www.courier.example/2025/harbour"), id="address"),
    ],
)
def test_a_running_head_of_a_single_page_is_left_out(line: tuple[float, float, str]) -> None:
    report = one(set_lines([line, *BODY]), "a.pdf")
    assert report.text.startswith("The board met")
    assert report.text.endswith("it said")
    assert "ourier" in str(report.outlet)


def test_a_masthead_with_its_day_below_is_left_out() -> None:
    head = [(72, 812.0, "The Saltmere Courier"), (72, 800.0, "Tuesday 4 March 2025")]
    report = one(set_lines([*head, *BODY]), "a.pdf")
    assert (report.outlet, report.published) == ("The Saltmere Courier", "2025-03-04")
    assert "Courier" not in report.text


@pytest.mark.parametrize(
    "line",
    [
        pytest.param((72, 800, "The Saltmere Courier reported it on Tuesday"), id="sentence"),
        pytest.param((72, 800, "Minister denies talks"), id="title"),
        pytest.param((72, 40, "As told to the Saltmere Courier."), id="end-of-one"),
        pytest.param((72, 474, "Saltmere Courier"), id="within"),
        pytest.param((72, 40, "Tomas Rell, Saltmere"), id="signature"),
    ],
)
def test_a_line_at_the_edge_of_a_single_page_stays(line: tuple[float, float, str]) -> None:
    assert line[2] in one(set_lines([line, *BODY]), "a.pdf").text


def test_the_last_line_of_a_text_that_runs_to_the_edge_stays() -> None:
    lines = [(72, 90.0, "It was first told to her by the"), (72, 78.0, "Saltmere Courier")]
    assert "by the Saltmere Courier" in one(set_lines([*BODY, *lines]), "a.pdf").text
