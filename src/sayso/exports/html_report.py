"""One report as an article of the page: its text in rows, each with its notes of voices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.exports.dates import readable_date
from sayso.exports.html_marks import Mark, Piece, clipped, drawn, escaped, pieces_of
from sayso.exports.html_notes import DOT, Numbered, anchors, index, notes, numbered
from sayso.exports.voices import NO_OUTLET, STANCES, chains
from sayso.values import Document, Report

_KINDS = frozenset({"direct", "indirect", "mixed"})
_LINES = 3  # of nested underlines that fit between two lines of text


def article(document: Document, number: int) -> Iterator[str]:
    """The report's article; `number` is its place on the page and keeps its ids apart."""
    report = document.report
    pieces = pieces_of(report)
    titled = any(piece.kind == "title" for piece in pieces)
    lang = f' lang="{escaped(report.language)}"' if report.language != "und" else ""
    yield f'<article id="r{number}">\n<header class="report">\n'
    if not titled:
        yield f'<h1 dir="auto"{lang}>{escaped(report.title or report.source)}</h1>\n'
    yield f"{_facts(report)}</header>\n"
    yield f'<div class="text"{lang}>'
    yield from _rows(document, pieces, number)
    yield "</div>\n"
    yield from index(document, number)
    yield "</article>\n"


def _facts(report: Report) -> str:
    """Outlet, date and authors; where the text was read from; what to be warned of."""
    date = readable_date(report.published)
    facts = [f'<b class="outlet">{escaped(report.outlet or NO_OUTLET)}</b>']
    if date and date != report.published:
        facts.append(f'<time datetime="{escaped(report.published or "")}">{escaped(date)}</time>')
    else:
        facts.append(escaped(date or "date not given"))
    facts.extend(escaped(author) for author in report.authors)
    line = f'<p class="facts">{DOT.join(facts)}</p>\n'
    place = f'<p class="from">{escaped(report.source)}</p>\n'
    warnings = "".join(f'<p class="warning">{escaped(each)}</p>\n' for each in report.warnings)
    return line + place + warnings


def _rows(document: Document, pieces: Sequence[Piece], number: int) -> Iterator[str]:
    """The text's pieces, each with the notes of the attributions that begin in it.

    The white space between pieces stands between the rows, so nothing of the text is lost.
    """
    text = document.report.text
    ordered = numbered(document)
    inside = drawn(text, pieces, _marks(document, ordered), anchors(ordered, number))
    beside = notes(document, ordered, pieces, number)
    titled, at = False, 0
    for piece, inner, margin in zip(pieces, inside, beside, strict=True):
        yield escaped(text[at : piece.start])
        tag = _tag(piece, titled=titled)
        titled = titled or tag == "h1"
        yield f'<div class="row"><{tag} class="{escaped(piece.kind)}" dir="auto">{inner}</{tag}>'
        if margin:
            yield f'<ol class="notes" lang="en">{"".join(margin)}</ol>'
        yield "</div>"
        at = piece.end
    yield escaped(text[at:])


def _tag(piece: Piece, *, titled: bool) -> str:
    """The first title is the article's heading, a heading in the text one below it."""
    if piece.kind == "title" and not titled:
        return "h1"
    return "h2" if piece.kind == "heading" else "p"


def _marks(document: Document, ordered: Sequence[Numbered]) -> list[Mark]:
    """Content, source and cue of each attribution as marks."""
    length = len(document.report.text)
    depths = {key: len(chain) - 2 for key, chain in chains(document).items()}
    heights = _heights(document, depths)
    found = []
    for each in ordered:
        attribution, depth = each.attribution, depths[each.attribution.id]
        kind = attribution.kind if attribution.kind in _KINDS else "indirect"
        stance = f" {attribution.stance}" if attribution.stance in STANCES else ""
        level = min(heights[attribution.id], _LINES - 1)
        tag = "q" if kind == "direct" else "span"
        parts = (
            (attribution.content, tag, f"content {kind} n{level}{stance}"),
            (attribution.source, "b", "source"),
            (attribution.cue, "i", "cue"),
        )
        for rank, (spans, tag, classes) in enumerate(parts):
            for start, end in clipped(spans, length):
                found.append(Mark(depth, rank, start, end, each.number, tag, classes))
    return found


def _heights(document: Document, depths: dict[str, int]) -> dict[str, int]:
    """How many levels are nested in each attribution: 0 for one that holds no other."""
    heights = dict.fromkeys(depths, 0)
    for attribution in sorted(document.attributions, key=lambda each: -depths[each.id]):
        if attribution.parent in heights and depths[attribution.id]:
            inside = heights[attribution.id] + 1
            heights[attribution.parent] = max(heights[attribution.parent], inside)
    return heights
