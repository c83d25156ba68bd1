from __future__ import annotations

import io

import pypdfium2
import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from sayso.reports import Limits, read_report
from sayso.reports.page import parse_page
from sayso.reports.selectors import annotation_target, selectors, source_places
from sayso.values import Report, Span

HERE = Limits(isolate=False)
PAGE = samples.page(
    paragraphs=["He <i>said</i>\n  so, and <b>more</b> than that, on Tuesday at noon."] * 2
    + list(samples.PARAGRAPHS)
)
REPORT = read_report(PAGE.encode(), name="page.html", limits=HERE)
TREE = parse_page(PAGE)


def span_of(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return start, start + len(words)


def test_quotation_and_position_say_the_span() -> None:
    span = span_of(REPORT, "There were no such talks")
    quote, position, _ = selectors(REPORT, span)
    assert quote["exact"] == "There were no such talks"
    assert REPORT.text.endswith(quote["prefix"] + quote["exact"] + REPORT.text[span[1] :])
    assert (position["start"], position["end"]) == span


@given(st.integers(0, len(REPORT.text) - 1), st.integers(1, 200))
def test_places_of_any_span_are_verbatim(start: int, size: int) -> None:
    span = (start, min(start + size, len(REPORT.text)))
    assert TREE is not None
    words = []
    for place in source_places(REPORT, span):
        (node,) = TREE.getroottree().xpath(place.where)
        words.append(node[place.offset : place.offset + place.end - place.start])
    assert "".join(words).replace(" ", "") == "".join(REPORT.text[slice(*span)].split())


def test_a_pages_range_has_paths_and_offsets() -> None:
    *_, found = selectors(REPORT, span_of(REPORT, "so, and more"))
    assert found["type"] == "RangeSelector"
    assert found["startSelector"]["value"].endswith("/text()[2]")
    assert found["endSelector"]["refinedBy"]["start"] == len("more")


def test_a_pdfs_selectors_name_page_offset_and_rectangle() -> None:
    report = read_report(samples.pdf(), name="a.pdf", limits=HERE)
    *_, found, rectangle = selectors(report, span_of(report, "no such talks"))
    assert (found["type"], found["value"]) == ("FragmentSelector", "page=1")
    place = found["refinedBy"]
    assert place["end"] - place["start"] == len("no such talks")
    assert rectangle["value"].startswith("page=1&viewrect=")
    assert "refinedBy" not in rectangle


def pdf_of(words: str, turned: int = 0, crop: tuple[int, ...] | None = None) -> bytes:
    """A page of two lines, set so that they stand upright at one place of the page as shown."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    if crop:
        canvas.setCropBox(crop)
    if turned:
        canvas.setPageRotation(turned)
    canvas.translate(*{0: (0, 0), 90: (800, 0), 180: (600, 800), 270: (0, 600)}[turned])
    canvas.rotate(turned)
    for base, line in ((500, words), (400, "It was the last line of all.")):
        canvas.drawString(100, base, line)
    canvas.save()
    return out.getvalue()


def rectangle_of(data: bytes) -> list[float]:
    report = read_report(data, name="a.pdf", limits=HERE)
    *_, found = selectors(report, span_of(report, "The minister"))
    return [float(number) for number in found["value"].partition("viewrect=")[2].split(",")]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_rectangle_is_that_of_the_page_as_it_is_shown(turned: int) -> None:
    """As rendered: nothing but the page's ground is left where the rectangle was."""
    data = pdf_of("The minister denied it on Tuesday.", turned)
    left, top, width, height = rectangle_of(data)
    page = pypdfium2.PdfDocument(data)[0]
    picture = page.render(scale=1, grayscale=True).to_numpy()
    box = slice(int(top) - 1, int(top + height) + 2), slice(int(left) - 1, int(left + width) + 2)
    assert picture[box].min() < 128
    rows, columns = (picture < 128).nonzero()
    first = rows < rows.min() + 30
    assert int(top) - 1 <= rows[first].min() and rows[first].max() <= top + height + 1
    assert int(left) - 1 <= columns[first].min() and columns[first].max() <= left + width + 1


def test_a_rectangle_counts_from_the_corner_that_is_cut_out() -> None:
    words = "The minister denied it on Tuesday."
    left, top, *size = rectangle_of(pdf_of(words))
    cut = rectangle_of(pdf_of(words, crop=(50, 60, 500, 700)))
    assert cut == pytest.approx([left - 50, top - 100, *size])


def test_a_span_of_several_lines_and_pages_has_a_rectangle_on_each() -> None:
    report = read_report(samples.pdf(copies=12), name="a.pdf", limits=HERE)
    found = selectors(report, (0, len(report.text)))
    values = [s["value"].partition("&viewrect=")[0] for s in found if "viewrect" in str(s)]
    assert values == [f"page={number}" for number in range(1, len(values) + 1)]
    assert len(values) > 1


def test_a_documents_selector_names_the_paragraph() -> None:
    report = read_report(samples.docx(), name="a.docx", limits=HERE)
    span = span_of(report, "no such talks")
    *_, found = selectors(report, span)
    assert found["value"] == "paragraph=4"
    start = found["refinedBy"]["start"]
    assert samples.PARAGRAPHS[1][start : start + len("no such talks")] == "no such talks"


def test_plain_text_needs_no_place_in_a_source() -> None:
    report = read_report(samples.PLAIN.encode(), name="a.txt")
    target = annotation_target(report, (0, 8))
    assert target["source"] == "a.txt"
    assert [s["type"] for s in target["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]
