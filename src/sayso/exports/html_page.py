"""Documents as one page to pass on: the text with its attributions marked, the voices beside it.

The page is self-contained: no script, no fonts or images from elsewhere, the style sheet inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from sayso.exports.dates import readable_date
from sayso.exports.html_marks import escaped
from sayso.exports.html_report import article
from sayso.exports.voices import NO_OUTLET
from sayso.values import Document, Report

PROMISE = (
    "Nothing on this page is stated as fact: every marked passage is somebody’s claim, "
    "shown with the words that are its evidence."
)

_LEGEND = """\
<ul class="legend" aria-label="How to read the marks">
<li><q class="content direct n0">direct</q> the speaker’s own words</li>
<li><span class="content indirect n0">indirect</span> in the reporter’s words</li>
<li><span class="content mixed n0">mixed</span> some of each</li>
<li><span class="content indirect n1">one voice, <q class="content direct n0">another</q> \
inside</span></li>
<li><b class="source">who</b> and <i class="cue">how</i> the text says so</li>
<li>unmarked: the outlet’s own word</li>
</ul>
"""


def to_html(documents: Iterable[Document]) -> str:
    """Give the documents as one HTML page; the same documents give the same page.

    All text is escaped. A character that a page cannot hold (NUL, a lone surrogate) is shown
    as U+FFFD; everything else of `report.text` is there, in order.
    """
    return "".join(_page(tuple(documents)))


def headline(report: Report) -> str:
    """What to call the report: its title, or the name of its source."""
    return report.title or report.source


def _page(documents: Sequence[Document]) -> Iterator[str]:
    name = headline(documents[0].report) if len(documents) == 1 else f"{len(documents)} reports"
    style = files("sayso.exports").joinpath("page.css").read_text(encoding="utf-8")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    yield f"<title>Who says so: {escaped(name)}</title>\n<style>\n{style}</style>\n"
    yield '</head>\n<body>\n<header class="page">\n<p class="name">Who says so</p>\n'
    yield f'<p class="promise">{PROMISE}</p>\n{_LEGEND}'
    if len(documents) > 1:
        yield from _contents(documents)
    yield "</header>\n<main>\n"
    for number, document in enumerate(documents, start=1):
        yield from article(document, number)
    yield '</main>\n<footer class="page">\n<p>Read with Sayso.</p>\n</footer>\n</body>\n</html>\n'


def _contents(documents: Sequence[Document]) -> Iterator[str]:
    yield '<nav aria-label="Reports on this page">\n<ol class="contents">\n'
    for number, document in enumerate(documents, start=1):
        report = document.report
        facts = (report.outlet or NO_OUTLET, readable_date(report.published))
        line = ", ".join(fact for fact in facts if fact)
        yield f'<li><a href="#r{number}">{escaped(headline(report))}</a> '
        yield f"<small>{escaped(line)}</small></li>\n"
    yield "</ol>\n</nav>\n"
