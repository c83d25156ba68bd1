"""A page's notices on its own article: kept wherever they stand, and no others."""

from __future__ import annotations

import pytest
import samples
from reading import one

from sayso.reports.furniture import line_kind
from sayso.values import Report

NOTICE = "Correction, 5 March 2025: An earlier version of this article gave 2041 as the year."
PLAIN = "The board met on 3 March, not on 4 March."
COMMENT = "<div class='comments'><p>Bill: what a story this is, and nobody cares.</p></div>"


def told(report: Report) -> list[tuple[str, str]]:
    notices = (b for b in report.blocks if b.kind in ("correction", "note"))
    return [(b.kind, report.text[b.start : b.end]) for b in notices]


def page(inside: str = "", after: str = "", above: str = "", over: str = "") -> Report:
    html = samples.page(above=f"{above}<p class='byline'>By Ada Quist</p>", below=inside)
    html = html.replace("</article>", f"</article>{after}").replace("<h1>", f"{over}<h1>")
    return one(html.encode(), "page.html")


@pytest.mark.parametrize(
    ("places", "kind", "words"),
    [
        pytest.param({"inside": f"<div class='article-footer'><p>{NOTICE}</p></div>"},
                     "correction", NOTICE, id="foot-of-the-article"),
        pytest.param({"inside": f"<aside class='correction-note'><p>{NOTICE}</p></aside>"},
                     "correction", NOTICE, id="aside"),
        pytest.param({"inside": f"<footer><p><em>{NOTICE}</em></p></footer>"},
                     "correction", NOTICE, id="footer-of-the-article"),
        pytest.param({"inside": "<footer><p>Correction – it was nine, not ten.</p></footer>"},
                     "correction", "Correction – it was nine, not ten.", id="short-in-the-footer"),
        pytest.param({"after": f"<p>{NOTICE}</p>{COMMENT}"},
                     "correction", NOTICE, id="paragraph-after"),
        pytest.param({"after": f"<div class='story-Correction'>{PLAIN}</div>{COMMENT}"},
                     "correction", PLAIN, id="box-after"),
        pytest.param({"after": f"<section class='corrections'><h4>Corrections</h4><p>{PLAIN}</p>"
                      "</section>"}, "correction", PLAIN, id="section-after"),
        pytest.param({"after": f"<div><h4>Clarification</h4><p>{PLAIN}</p></div>"},
                     "correction", PLAIN, id="label-above"),
        pytest.param({"after": f"<p><b>Correction, 5 March:</b><br>{PLAIN}</p>"},
                     "correction", PLAIN, id="label-on-a-line"),
        pytest.param({"after": f"<p>Clarification: {PLAIN}</p>"},
                     "correction", f"Clarification: {PLAIN}", id="clarification"),
        pytest.param({"after": "<p>Update, 5 March 2025: The board has answered since.</p>"},
                     "note", "Update, 5 March 2025: The board has answered since.", id="update"),
        pytest.param({"inside": f"<aside class='editors-note'>{PLAIN}</aside>"},
                     "note", PLAIN, id="editors-note"),
        pytest.param({"over": f"<div class='notice'><p>{NOTICE}</p></div>"},
                     "correction", NOTICE, id="over-the-title"),
        pytest.param({"above": f"<aside><p>{NOTICE}</p></aside>"},
                     "correction", NOTICE, id="below-the-title"),
        pytest.param({"after": f"{COMMENT}<p>{NOTICE}</p>"},
                     "correction", NOTICE, id="below-the-comments"),
    ],
)  # fmt: skip
def test_a_notice_is_kept(places: dict[str, str], kind: str, words: str) -> None:
    report = page(**places)
    assert told(report) == [(kind, words)]
    assert all(paragraph in report.text for paragraph in samples.PARAGRAPHS[1:])


@pytest.mark.parametrize(
    "places",
    [
        pytest.param({"after": f"<div class='comments'><p>Correction: {PLAIN}</p></div>"},
                     id="a-readers"),
        pytest.param({"after": f"<h3>3 comments</h3><p>Correction: {PLAIN}</p>"},
                     id="below-a-heading-of-comments"),
        pytest.param({"after": f"<div class='related'><p>{NOTICE}</p></div>"}, id="related"),
        pytest.param({"after": f"<div class='sidebar corrections'><p>{PLAIN}</p></div>"},
                     id="in-the-sidebar"),
        pytest.param({"after": f"<article><h2>Ferry late</h2><p>{NOTICE}</p></article>"},
                     id="another-article"),
        pytest.param({"after": f"<div><a href='/f'>Ferry late again</a><p>{NOTICE}</p></div>"},
                     id="below-another-title"),
        pytest.param({"after": f"<h3>Recent corrections</h3><p>Correction: {PLAIN}</p>"},
                     id="list-of-corrections"),
        pytest.param({"after": "<p>Correction: An article on Monday on the ferry was wrong.</p>"},
                     id="of-another-day"),
        pytest.param({"after": "<p><a href='/c'>Corrections: how we mend what is wrong.</a></p>"},
                     id="policy"),
        pytest.param({"after": "<p>Corrections: write to desk@courier.example.</p>"}, id="address"),
        pytest.param({"after": "<div class='correction-form'><p>Tell us what is wrong.</p></div>"},
                     id="form"),
        pytest.param({"after": f"<footer><p>Correction: {PLAIN}</p></footer>"}, id="sites-foot"),
    ],
)  # fmt: skip
def test_what_is_no_notice_on_the_article_is_left_out(places: dict[str, str]) -> None:
    assert told(page(**places)) == []


def test_a_notice_met_twice_is_kept_once() -> None:
    report = page(above=f"<p>{NOTICE}</p>", after=f"<p>{NOTICE}</p>")
    assert told(report) == [("correction", NOTICE)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Correction (March 5): It was Rell.", "correction", id="in-brackets"),
        pytest.param("CORRECTION, March 5, 2025, 10:15 a.m.: It was Rell.", "correction",
                     id="with-a-clock"),
        pytest.param("Correction of 5 March 2025: It was Rell.", "correction", id="of-a-day"),
        pytest.param("Corrections and clarifications: It was Rell.", "correction", id="both"),
        pytest.param("Editor’s note, 5 March 2025: An earlier version of this story named Rell.",
                     "correction", id="a-note-that-corrects"),
        pytest.param("Due to an editing error, an earlier version of this story named Rell.",
                     "correction", id="due-to"),
        pytest.param("This story incorrectly said that Rell owned it.", "correction", id="wrongly"),
        pytest.param("This article was updated on 5 March to clarify the lease.", "correction",
                     id="updated-to-clarify"),
        pytest.param("Correction: " + "The board met. " * 80, "correction", id="very-long"),
        pytest.param("This story has been updated with a comment by the board.", "note",
                     id="updated-with"),
        pytest.param("In einer früheren Version dieses Artikels hieß es, Rell sei Minister.",
                     "correction", id="german"),
        pytest.param("If you believe there is an error here, tell the desk.", "furniture",
                     id="where-to-send"),
    ],
)  # fmt: skip
def test_the_words_of_a_notice(line: str, kind: str) -> None:
    assert line_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Corrections-officers were called in.", id="a-compound"),
        pytest.param("Correction of the 2025 budget: council votes", id="of-something"),
        pytest.param("An earlier version of the report named Rell, the board said.", id="a-report"),
        pytest.param("This article originally appeared in the Ledger.", id="a-reprint"),
        pytest.param("Updated 5 March 2025 - 10:15 GMT", id="a-date-line"),
        pytest.param("Update: Rell resigns", id="a-headline"),
        pytest.param("Corrections policy", id="policy"),
    ],
)
def test_words_that_are_no_notice(line: str) -> None:
    assert line_kind(line) is None


def test_a_title_that_speaks_of_a_correction_is_the_title_alone() -> None:
    title = "Correction: the harbour lease"
    report = one(samples.page(title=title).encode(), "page.html")
    assert (report.title, report.text.count(title), told(report)) == (title, 1, [])
