"""Which lines of a page are the article, on pages as different systems make them."""

from __future__ import annotations

import pytest
import samples
from reading import one

from sayso.errors import ReportError
from sayso.reports import Limits
from sayso.reports.compose import Given
from sayso.reports.pieces import Piece
from sayso.reports.read import reports_here
from sayso.values import Report

TEXT = "".join(f"<p>{text}</p>" for text in samples.PARAGRAPHS)
READER = "I have never trusted that man, and neither should any of you, my friends."


def body(html: str, head: str = "") -> str:
    return f"<html lang='en'><head><title>{samples.TITLE}</title>{head}</head><body>{html}</body>"


def read(html: str, head: str = "") -> Report:
    return one(body(html, head).encode(), "page.html")


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(f"<h3>Comments</h3><div><b>rat</b> says:<p>{READER}</p></div>", id="comments"),
        pytest.param(f"<h2>2 thoughts on “Talks”</h2><p>{READER}</p>", id="thoughts"),
        pytest.param(f"<b>التعليقات (2)</b><p>{READER}</p>", id="arabic"),
        pytest.param(
            "<h3>About the author</h3><p>Ada Quist has covered the harbour since 2009, and lives in"
            " Saltmere with two dogs.</p>",
            id="about-the-author",
        ),
        pytest.param(
            "<div><h3>The Harbour Letter</h3><p>The stories that matter from the quays, in your"
            " inbox every weekday at seven.</p><form><input type='email'></form></div>",
            id="a-box-for-an-address",
        ),
        pytest.param(
            "<div class='pull-quote'>“There were no such talks,” Rell told them</div>",
            id="pull-quote",
        ),
    ],
)
def test_others_words_below_are_left_out(below: str) -> None:
    html = f"<div><h1>{samples.TITLE}</h1>{TEXT}{below}</div>"
    assert read(html).text == f"{samples.TITLE}\n\n{samples.BODY}"


def test_a_count_of_comments_above_the_text_ends_nothing() -> None:
    html = f"<div><h1>{samples.TITLE}</h1><p>3 comments</p>{TEXT}</div>"
    assert samples.BODY in read(html).text


@pytest.mark.parametrize(("name", "is_whole"), [("live-blog__body", True), ("posts", False)])
def test_the_entries_of_a_live_blog_are_one_report(name: str, is_whole: bool) -> None:
    first, second, *more = samples.PARAGRAPHS
    entries = "".join(
        f"<article class='block'><h2>Entry {n}</h2><p>{text}</p></article>"
        for n, text in enumerate([f"{first}</p><p>{second}", *more])
    )
    report = read(f"<main><h1>{samples.TITLE}</h1><div class='{name}'>{entries}</div></main>")
    assert all(text in report.text for text in samples.PARAGRAPHS) is is_whole
    assert ("Entry 2" in report.text) is is_whole


def test_a_page_of_two_short_sentences_is_read() -> None:
    told = ("Two dockers were hurt in a fire at the quay.", "It was out by nine, police said.")
    report = read(
        f"<article><h1>Fire at the quay</h1><p>{told[0]}</p><p>{told[1]}</p></article>"
        "<aside><p>Something else that happened in Saltmere that day.</p></aside>"
    )
    assert report.text == "\n\n".join(("Fire at the quay", *told))


def test_blank_lines_part_the_paragraphs_of_typewritten_text() -> None:
    typed = "\n\n   ".join(text.replace(" the ", " the\n") for text in samples.PARAGRAPHS)
    report = read(f"<h3>{samples.TITLE}</h3><pre>\n{typed}\n</pre>")
    paragraphs = [report.text[b.start : b.end] for b in report.blocks if b.kind == "paragraph"]
    assert paragraphs[1:] == list(samples.PARAGRAPHS[1:])


def test_a_standfirst_and_a_caption_outside_the_articles_container_are_kept() -> None:
    lead = "Rell says that he met nobody about a sale of the harbour, ever."
    report = read(
        f"<main><header><h1>{samples.TITLE}</h1><div>{lead}</div><figure><figcaption>Rell at the"
        f" terminal.</figcaption></figure></header><div>By Ada Quist</div><div>{TEXT}</div></main>"
    )
    kinds = {report.text[b.start : b.end]: b.kind for b in report.blocks}
    assert (kinds[lead], kinds["Rell at the terminal."]) == ("standfirst", "caption")


def test_a_credit_at_the_end_is_kept_however_short() -> None:
    text = read(f"<article><h1>{samples.TITLE}</h1>{TEXT}<p>Reuters</p></article>").text
    assert text.endswith("\n\nReuters")


def test_ideographs_count_as_the_words_they_are() -> None:
    told = (
        "索尔特米尔港务局周二表示，北码头的租约未经招标就交给了布兰达尔航运公司，两名知情人士证实。"
    )
    html = f"<div><h1>码头未经招标出租</h1><p>{told}</p><p>{told[8:]}</p></div>"
    page = body(html).replace(samples.TITLE, "码头未经招标出租_港口日报")
    report = one(page.encode(), "page.html")
    assert (report.title, report.outlet) == ("码头未经招标出租", "港口日报")
    assert told in report.text


STATED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
    + "\\n\\n".join(samples.PARAGRAPHS)
    + '"}</script>'
)


def test_a_page_that_a_script_fills_has_the_text_its_head_states() -> None:
    report = read("<div id='root'>Loading</div>", STATED)
    assert report.text == f"{samples.TITLE}\n\n{samples.BODY}"
    assert any("articleBody" in warning for warning in report.warnings)


def test_the_text_a_page_shows_outranks_what_its_head_states() -> None:
    report = read(f"<article>{TEXT}</article>", STATED.replace("denied", "confirmed"))
    assert "denied" in report.text
    assert not report.warnings


def test_a_page_of_nothing_says_so() -> None:
    page = Piece("empty.html", data=body("<div id='root'></div>").encode())
    (error,) = reports_here(page, Given(), Limits(isolate=False), 0)
    assert isinstance(error, ReportError)
    assert "no article" in str(error)
