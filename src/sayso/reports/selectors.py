"""Where a span of a report stands in its source: places, and W3C Web Annotation selectors.

See https://www.w3.org/TR/annotation-model/#selectors. XPaths are those of the page's tree as
libxml2 reads it; browsers add elements of their own (`tbody`), so the quotation goes along.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sayso.reports.assemble import clip_place
from sayso.values import Place, Report, Span

CONTEXT = 32
"""Code points of prefix and suffix in a `TextQuoteSelector`."""
_PDF = "http://tools.ietf.org/rfc/rfc8118"


def source_places(report: Report, span: Span) -> tuple[Place, ...]:
    """The places of the source that `span` covers, in order, cut to the span."""
    start, end = span
    return tuple(
        clip_place(place, max(place.start, start), min(place.end, end))
        for block in report.blocks
        if block.start < end and block.end > start
        for place in block.places
        if place.start < end and place.end > start
    )


def selectors(report: Report, span: Span) -> list[dict[str, Any]]:
    """Selectors of one evidence span: quotation and position in the text, place in the source."""
    start, end = span
    text = report.text
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(start - CONTEXT, 0) : start],
            "suffix": text[end : end + CONTEXT],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
        *_in_source(source_places(report, span)),
    ]


def annotation_target(report: Report, span: Span) -> dict[str, Any]:
    """The target of a Web Annotation: the source's address, or its name, and the selectors."""
    return {"source": report.url or report.source, "selector": selectors(report, span)}


def _in_source(places: tuple[Place, ...]) -> list[dict[str, Any]]:
    if not places or not places[0].where:
        return []
    first, last = places[0], places[-1]
    if first.where.startswith("/"):
        return [
            {
                "type": "RangeSelector",
                "startSelector": _point(first.where, first.offset),
                "endSelector": _point(last.where, last.offset + last.end - last.start),
            }
        ]
    return [*map(_fragment, places), *_rectangles(places)]


def _point(where: str, offset: int) -> dict[str, Any]:
    return {
        "type": "XPathSelector",
        "value": where,
        "refinedBy": {"type": "TextPositionSelector", "start": offset, "end": offset},
    }


def _fragment(place: Place) -> dict[str, Any]:
    """A page of a PDF, or a paragraph, with the offset in its text."""
    end = place.offset + place.end - place.start
    refined = {"type": "TextPositionSelector", "start": place.offset, "end": end}
    found = {"type": "FragmentSelector", "value": place.where, "refinedBy": refined}
    return found if place.box is None else {**found, "conformsTo": _PDF}


def _rectangles(places: tuple[Place, ...]) -> Iterator[dict[str, Any]]:
    """On each page of a PDF the rectangle about the lines: RFC 8118's `viewrect`, which is left,
    top, width and height, in points from the top left of the page as it is shown."""
    boxed = [p for p in places if p.box is not None and p.height is not None]
    for where, lines in groupby(boxed, key=lambda place: place.where):
        boxes, heights = zip(*((line.box, line.height) for line in lines), strict=True)
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        left, top = min(lefts), max(tops)
        numbers = (left, heights[0] - top, max(rights) - left, top - min(bottoms))
        rectangle = ",".join(f"{round(number, 1):g}" for number in numbers)
        value = f"{where}&viewrect={rectangle}"
        yield {"type": "FragmentSelector", "value": value, "conformsTo": _PDF}
