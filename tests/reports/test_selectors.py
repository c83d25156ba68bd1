from __future__ import annotations

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


def test_a_pdfs_selector_names_page_and_offset() -> None:
    report = read_report(samples.pdf(), name="a.pdf", limits=HERE)
    *_, found = selectors(report, span_of(report, "no such talks"))
    assert (found["type"], found["value"]) == ("FragmentSelector", "page=1")
    place = found["refinedBy"]
    assert place["end"] - place["start"] == len("no such talks")


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
