"""A piece of HTML that is all report, as in a feed or a mail: no article to be found in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat

from sayso.reports.assemble import Assembled, Stretch, assemble
from sayso.reports.bylines import byline_authors
from sayso.reports.dom import Line, page_lines
from sayso.reports.layout import line_block, stretch
from sayso.reports.page import parse_page

Judge = Callable[[Sequence[Line]], Sequence[str | None]]
"""Tells what kinds of block some of the lines are."""


def read_fragment(
    html: str, url: str | None, title: str | None = None, judge: Judge | None = None
) -> tuple[Assembled, tuple[str, ...]]:
    """Its text with blocks and links, and the authors a byline in it names.

    A `title` that stands apart from it becomes the first block, unless there is no text.
    """
    stretches = fragment_stretches(html, url, judge)
    if title and stretches and stretches[0].text != title:
        stretches.insert(0, Stretch("title", title))
    bylines = (byline_authors(s.text) for s in stretches if s.kind == "byline")
    return assemble(stretches), next(bylines, ())


def fragment_stretches(html: str, url: str | None, judge: Judge | None = None) -> list[Stretch]:
    """Each of its lines that is not furniture, with its kind, places and links.

    What `judge` says of a line outranks the rules for pages; its furniture stays in the text.
    """
    root = parse_page(html)
    lines = page_lines(root) if root is not None else []
    stretches: list[Stretch] = []
    begun = False
    for line, told in zip(lines, judge(lines) if judge else repeat(None), strict=False):
        kind = told or line_block(line, begun=begun)
        begun = begun or kind == "paragraph"
        stretches += [stretch(line, kind, url)] if kind else []
    return stretches
