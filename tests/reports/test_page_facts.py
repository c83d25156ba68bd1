"""Title, outlet, authors and dates of pages as different systems make them."""

from __future__ import annotations

import pytest
import samples
from reading import one

from sayso.values import Report

ARTICLE = '<script type="application/ld+json">%s</script>'


def read(head: str = "", above: str = "", below: str = "") -> Report:
    return one(samples.page(head=head, above=above, below=below).encode(), "page.html")


@pytest.mark.parametrize(
    ("above", "published", "modified"),
    [
        pytest.param(
            "<p>Published March 4, 2025Updated March 5, 2025</p>",
            "2025-03-04",
            "2025-03-05",
            id="grown-together",
        ),
        pytest.param(
            "<p>Publié le 4 mars 2025 à 08h15 - Mis à jour le 5 mars 2025</p>",
            "2025-03-04",
            "2025-03-05",
            id="french",
        ),
        pytest.param(
            "<p>Опубликовано 4 марта 2025, обновлено 5 марта 2025</p>",
            "2025-03-04",
            "2025-03-05",
            id="russian",
        ),
        pytest.param(
            "<p>تاریخ انتشار: ۱۴ اسفند ۱۴۰۳ - ۰۸:۱۵</p>", "2025-03-04", None, id="persian"
        ),
        pytest.param(
            "<figure><figcaption>Ships wait off Saltmere on March 3, 2025</figcaption></figure>"
            "<p>March 4, 2025</p>",
            "2025-03-04",
            None,
            id="not-a-captions",
        ),
        pytest.param(
            "<h2>A reconstruction of the vote of 3 May 2019</h2>", None, None, id="not-a-headings"
        ),
        pytest.param("<h2>Tuesday, March 4, 2025</h2>", "2025-03-04", None, id="a-bare-heading"),
    ],
)
def test_dates_by_the_title(above: str, published: str | None, modified: str | None) -> None:
    report = read(above=above)
    assert (report.published, report.modified) == (published, modified)


@pytest.mark.parametrize(
    ("below", "published"),
    [
        pytest.param("<dl><dt>Published</dt><dd>4 March 2025</dd></dl>", "2025-03-04", id="label"),
        pytest.param("<dl><dt>Opened</dt><dd>4 March 2025</dd></dl>", None, id="other-label"),
    ],
)
def test_a_label_may_stand_in_the_line_above_its_date(below: str, published: str | None) -> None:
    more = "".join(
        f"<p>Brandal did not answer {n} questions that were sent to its office on Tuesday.</p>"
        for n in range(9)
    )
    assert read(below=below + more).published == published


def test_a_changes_hour_is_taken_from_the_head_where_the_page_shows_its_day() -> None:
    head = '<meta property="article:modified_time" content="2025-03-05T19:05:00Z">'
    report = read(head=head, above="<p>4 March 2025 | Updated: 5 March 2025</p>")
    assert report.modified == "2025-03-05T19:05:00Z"


@pytest.mark.parametrize(
    ("above", "authors"),
    [
        pytest.param(
            "<p><span class='author'>Ada Quist</span><span>4 March 2025</span></p>",
            ("Ada Quist",),
            id="a-marked-part",
        ),
        pytest.param(
            "<p>By <a href='/author/ada'>Ada Quist</a>, Harbour Correspondent, and"
            " <a href='/author/lio'>Lio Tam</a></p>",
            ("Ada Quist", "Lio Tam"),
            id="links-to-authors-pages",
        ),
        pytest.param("<p>Por Ana Ribas y Lio Tam</p>", ("Ana Ribas", "Lio Tam"), id="spanish"),
        pytest.param("<p><a href='/people/rell'>Tomas Rell</a></p>", (), id="another-link"),
        pytest.param("<p>Port Ammer | March 4, 2025</p>", (), id="a-place-and-a-date"),
    ],
)
def test_authors_by_the_title(above: str, authors: tuple[str, ...]) -> None:
    assert read(above=above).authors == authors


def test_a_byline_below_the_text_is_the_last_resort() -> None:
    below = "<div class='post-footer'>Posted by <b>Lio Tam</b> at 9:12 AM</div>"
    assert read(below=below).authors == ("Lio Tam",)
    assert read(above="<p>By Ada Quist</p>", below=below).authors == ("Ada Quist",)


GRAPH = (
    '{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#ada"}, "publisher": {"@id": "#org"}},'
    '{"@type": "Organization", "@id": "#org", "name": "The Long Quay"},'
    '{"@type": "Person", "@id": "#ada", "name": "By Ada Quist in Saltmere"}]}'
)


def test_a_graphs_nodes_are_named_by_their_ids() -> None:
    report = read(head=ARTICLE % GRAPH)
    assert (report.outlet, report.authors) == ("The Long Quay", ("Ada Quist",))
    assert report.found["authors"] == "JSON-LD author"


def item(kind: str = "NewsArticle") -> str:
    return (
        f"<div itemscope itemtype='http://schema.org/{kind}'>"
        "<span itemprop='publisher' itemscope><i itemprop='name'>The Pier</i></span>"
        "<time itemprop='datePublished' datetime='2025-03-04T08:00:00Z'>two days ago</time></div>"
    )


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        pytest.param(item(), "The Pier", id="an-article"),
        pytest.param(item("Comment"), "The Saltmere Courier", id="a-comment"),
        pytest.param(item() + item(), "The Saltmere Courier", id="two-articles"),
    ],
)
def test_microdata_counts_where_the_page_has_one_article(above: str, outlet: str) -> None:
    assert read(above=above).outlet == outlet


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        pytest.param("BBX NEWS | World | {}", "BBX NEWS", id="a-section-between"),
        pytest.param("{} | Politics | The Long Quay", "The Long Quay", id="outlet-last"),
        pytest.param("{} - allports.example", "allports.example", id="a-domain"),
    ],
)
def test_outlet_beside_the_title(title: str, outlet: str) -> None:
    html = samples.page().replace(
        f"<title>{samples.TITLE} | The Saltmere Courier</title>",
        f"<title>{title.format(samples.TITLE)}</title>",
    )
    report = one(html.encode(), "page.html")
    assert (report.title, report.outlet) == (samples.TITLE, outlet)


def test_a_title_that_is_the_articles_first_line_is_told_by_the_byline_below() -> None:
    text = "".join(f"<p>{text}</p>" for text in samples.PARAGRAPHS)
    line = "Harbour talks: Minister met nobody, Rell insists before council"
    html = f"<title>THE COURIER</title><div><b>{line}</b><br>From Ada Quist in Saltmere{text}</div>"
    report = one(html.encode(), "page.html")
    assert (report.title, report.blocks[0].kind) == (line, "title")
    assert report.found["title"] == "line above the text"
