"""A piece of HTML that is all report, as in a feed or a mail: no article to be found in it."""

from __future__ import annotations

from sayso.reports.assemble import Assembled, Stretch, assemble
from sayso.reports.bylines import byline_authors
from sayso.reports.dom import page_lines
from sayso.reports.layout import line_block, stretch
from sayso.reports.page import parse_page


def read_fragment(
    html: str, url: str | None, title: str | None = None
) -> tuple[Assembled, tuple[str, ...]]:
    """Its text with blocks and links, and the authors a byline in it names.

    A `title` that stands apart from it becomes the first block, unless there is no text.
    """
    stretches = fragment_stretches(html, url)
    if title and stretches and stretches[0].text != title:
        stretches.insert(0, Stretch("title", title))
    bylines = (byline_authors(s.text) for s in stretches if s.kind == "byline")
    return assemble(stretches), next(bylines, ())


def fragment_stretches(html: str, url: str | None) -> list[Stretch]:
    """Each of its lines that is not furniture, with its kind, places and links."""
    root = parse_page(html)
    stretches: list[Stretch] = []
    begun = False
    for line in page_lines(root) if root is not None else []:
        kind = line_block(line, begun=begun)
        begun = begun or kind == "paragraph"
        stretches += [stretch(line, kind, url)] if kind else []
    return stretches
