from __future__ import annotations

import contextlib

import pytest
import samples

from sayso.errors import NotAReport
from sayso.reports import Limits, read_report
from sayso.reports.encodings import decode
from sayso.reports.page import parse_page
from sayso.values import Report

WHOLE = f"{samples.TITLE}\n\n{samples.BODY}"
META = '<meta property="article:published_time" content="{}">'


def read(html: str | bytes, here: Limits, name: str = "page.html") -> Report:
    data = html.encode() if isinstance(html, str) else html
    return read_report(data, name=name, limits=here)


def test_the_article_alone_is_the_text(here: Limits) -> None:
    report = read(samples.page(), here)
    assert report.text == WHOLE
    assert report.text[slice(report.blocks[0].start, report.blocks[0].end)] == samples.TITLE
    assert (report.title, report.outlet, report.authors) == (
        samples.TITLE,
        "The Saltmere Courier",
        ("Ada Quist",),
    )


@pytest.mark.parametrize(
    ("target", "is_credit"),
    [
        pytest.param("https://courier.example/harbour", False, id="own-page"),
        pytest.param("/harbour?print=1", False, id="own-site"),
        pytest.param("https://ledger.example/harbour", True, id="elsewhere"),
    ],
)
def test_the_title_is_the_first_block_and_its_link_a_credit_if_it_leads_elsewhere(
    here: Limits, target: str, is_credit: bool
) -> None:
    canonical = '<link rel="canonical" href="https://courier.example/harbour">'
    html = samples.page(head=canonical).replace(
        f"<h1>{samples.TITLE}</h1>", f"<h1><a href='{target}'>{samples.TITLE}</a></h1>"
    )
    report = read(html, here)
    title = report.blocks[0]
    assert (title.kind, report.text[: title.end]) == ("title", samples.TITLE)
    assert title.places[0].where.endswith("/h1/a/text()[1]")
    assert any(c.kind == "link" and c.span == (0, title.end) for c in report.credits) is is_credit


def test_a_title_that_only_the_head_states_is_the_first_block_without_a_place(
    here: Limits,
) -> None:
    report = read(samples.page().replace(f"<h1>{samples.TITLE}</h1>", ""), here)
    assert (report.blocks[0].kind, report.blocks[0].places) == ("title", ())
    assert report.text == WHOLE


def test_every_place_is_verbatim_in_the_tree(here: Limits) -> None:
    html = samples.page(
        paragraphs=[
            *samples.PARAGRAPHS,
            "With <b>bold</b>,\n  a <!-- note -->comment &amp; <i>more</i> of it, he said.",
        ]
    )
    report = read(html, here)
    root = parse_page(html)
    assert root is not None
    covered = set()
    for place in (p for b in report.blocks for p in b.places):
        (node,) = root.getroottree().xpath(place.where)
        size = place.end - place.start
        assert node[place.offset : place.offset + size] == report.text[place.start : place.end]
        covered |= set(range(place.start, place.end))
    assert all(i in covered or c.isspace() for i, c in enumerate(report.text))


def test_furniture_is_left_out(here: Limits) -> None:
    below = (
        "<p>Follow Ada Quist on Facebook and Twitter.</p><div class='related'><p>Ferry late again,"
        " says the harbour board in a long statement that was sent on Monday evening.</p></div>"
        "<div id='comments'><p>I have never trusted that man and neither should you, my friends,"
        " wrote a reader on Tuesday.</p></div>"
    )
    text = read(samples.page(below=below), here).text
    assert text == WHOLE


def test_kinds_of_blocks(here: Limits) -> None:
    paragraphs = samples.PARAGRAPHS
    html = samples.page(
        above="<h2 class='standfirst'>Rell says that nobody met anybody at any time</h2>"
        "<p class='byline'>By Ada Quist</p>"
        "<figure><figcaption>Rell at the terminal. Photo: Lio Tam</figcaption></figure>",
        paragraphs=paragraphs,
        below="<blockquote><p>There were no such talks, and there will be none.</p></blockquote>"
        "<ul><li>The lease runs until 2031, says the board.</li></ul>"
        "<p>Correction: An earlier version of this report misspelt a name.</p>",
    )
    kinds = [b.kind for b in read(html, here).blocks]
    for kind in ("standfirst", "byline", "caption", "dateline", "quote", "list", "correction"):
        assert kind in kinds, kind


def test_links_are_credits_with_their_place(here: Limits) -> None:
    paragraphs = (
        'The <a href="https://ledger.example/talks">Verrania Ledger reported</a> last week that'
        " the sides had met three times since January, citing two unnamed officials.",
        *samples.PARAGRAPHS[1:],
    )
    report = read(samples.page(paragraphs=paragraphs), here)
    (link,) = (c for c in report.credits if c.kind == "link")
    assert link.url == "https://ledger.example/talks"
    assert link.span and report.text[slice(*link.span)] == link.name == "Verrania Ledger reported"


def test_the_agency_of_the_dateline_is_credited(here: Limits) -> None:
    report = read(samples.page(), here)
    (credit,) = (c for c in report.credits if c.kind == "agency")
    assert credit.name == "Northwire"
    assert credit.span and report.text[slice(*credit.span)] == "Northwire"


def test_records_of_a_table_are_lines(here: Limits) -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td><p>Captain</p></td><td>Officer {n} Tam</td>"
        f"<td>{n} Jan 199{n}</td></tr>"
        for n in range(1, 9)
    )
    report = read(samples.page(below=f"<table>{rows}</table>"), here)
    assert "3 Captain Officer 3 Tam 3 Jan 1993" in report.text.split("\n\n")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("", samples.TITLE, id="title-element-with-site"),
        pytest.param(
            '<meta property="og:title" content="Something | The Courier">',
            samples.TITLE,
            id="og-disagrees",
        ),
    ],
)
def test_title_is_the_heading_that_the_head_bears_out(here: Limits, head: str, title: str) -> None:
    report = read(samples.page(head=head), here)
    assert (report.title, report.found["title"]) == (title, "heading, as in the head")


def test_title_without_a_heading_loses_its_site(here: Limits) -> None:
    html = samples.page().replace(f"<h1>{samples.TITLE}</h1>", "")
    assert read(html, here).title == samples.TITLE


@pytest.mark.parametrize(
    ("head", "above", "published", "found"),
    [
        pytest.param(
            META.format("2025-03-04T17:30:00+0200"),
            "",
            "2025-03-04T17:30:00+02:00",
            "meta article:published_time",
            id="meta",
        ),
        pytest.param(
            "", "<p>4 March 2025 | 5:30 pm</p>", "2025-03-04", "line by the title", id="line"
        ),
        pytest.param(
            META.format("2025-03-04T17:30:00Z"),
            "<p>March 4, 2025</p>",
            "2025-03-04T17:30:00Z",
            "meta",
            id="both-agree",
        ),
        pytest.param(
            META.format("2025-03-06T01:00:00Z"),
            "<p>4 March 2025</p>",
            "2025-03-04",
            "line by the title",
            id="they-disagree",
        ),
        pytest.param("", "<p>Updated: 5 March 2025</p>", None, None, id="only-a-change"),
        pytest.param(
            '<link rel="canonical" href="https://courier.example/2025/03/04/x">',
            "",
            "2025-03-04",
            "address",
            id="address",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":'
            '"2025-03-04","author":[{"name":"Lio Tam"}]}</script>',
            "",
            "2025-03-04",
            "JSON-LD datePublished",
            id="json-ld",
        ),
        pytest.param(
            "",
            "<p><time datetime='2025-03-04T10:00:00Z'>two days ago</time></p>",
            "2025-03-04T10:00:00Z",
            "time element",
            id="time-element",
        ),
        pytest.param("", "", None, None, id="none"),
    ],
)
def test_published(
    here: Limits, head: str, above: str, published: str | None, found: str | None
) -> None:
    report = read(samples.page(head=head, above=above), here)
    assert report.published == published
    assert report.found.get("published", "").startswith(found or "")


TRAIL = (
    '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
    '{"position": 1, "name": "Home"}, {"position": 2, "name": "Harbour"},'
    '{"position": 3, "name": "Talks denied"}]}</script>'
)


@pytest.mark.parametrize(
    ("head", "above", "section", "where"),
    [
        pytest.param(
            '<meta property="article:section" content="Politics">' + TRAIL,
            "",
            "Politics",
            "meta article:section",
            id="meta",
        ),
        pytest.param(TRAIL, "", "Harbour", "JSON-LD BreadcrumbList", id="trail"),
        pytest.param(
            "",
            "<a href='/t' rel='category tag'>Town</a>",
            "Town",
            "link rel=category",
            id="category",
        ),
        pytest.param("", "<a href='/t' rel='tag'>Ferries</a>", None, None, id="only-a-tag"),
        pytest.param(
            TRAIL.replace('{"position": 2, "name": "Harbour"},', ""), "", None, None, id="short"
        ),
    ],
)
def test_section(
    here: Limits, head: str, above: str, section: str | None, where: str | None
) -> None:
    report = read(samples.page(head=head, above=above), here)
    assert (report.section, report.found.get("section")) == (section, where)


def test_modified_is_told_apart(here: Limits) -> None:
    above = "<p>Published: 4 March 2025 | Updated: 5 March 2025</p>"
    report = read(samples.page(above=above), here)
    assert (report.published, report.modified) == ("2025-03-04", "2025-03-05")


def test_a_date_in_figures_is_not_guessed(here: Limits) -> None:
    above = "<p>08/01/2025</p>"
    country = '<link rel="canonical" href="https://courier.co.vx/x">'
    assert read(samples.page(above=above), here).published is None
    report = read(samples.page(above=above, head=country), here)
    assert report.published == "2025-01-08"
    assert "as is usual in .vx" in report.found["published"]


def test_a_web_archives_frame_is_stripped_and_its_date_kept(here: Limits) -> None:
    html = samples.page(
        head="<script src='//archive.org/includes/analytics.js'></script><script>WB_wombat_Init("
        '"https://web.archive.org/web", "20250306071500", "courier.example");</script>'
        '<link rel="canonical" href="https://web.archive.org/web/20250306071500/'
        'https://courier.example/x">'
    ).replace(
        "<nav>",
        "<div id='wm-ipp'><p>1,234 captures of this page, 2 Jan 2024 to 5 June 2026.</p></div>"
        "<nav>",
    )
    report = read(html, here)
    assert report.archived == "2025-03-06T07:15:00Z"
    assert report.url == "https://courier.example/x"
    assert (
        report.archive_url == "https://web.archive.org/web/20250306071500/https://courier.example/x"
    )
    assert "captures" not in report.text


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("<!-- saved from url=(0025)https://courier.example/x -->", id="browser"),
        pytest.param(
            "<!--\n Page saved with SingleFile \n url: https://courier.example/x \n saved date: Tue"
            " Mar 04 2025 10:00:00 GMT+0100\n-->",
            id="single-file",
        ),
    ],
)
def test_a_saved_page_keeps_the_address_it_was_saved_from(here: Limits, note: str) -> None:
    report = read(samples.page().replace("<html", f"{note}<html", 1), here)
    assert report.url == "https://courier.example/x"


def test_a_snapshot_without_a_frame_is_told_by_the_address_it_was_saved_from(here: Limits) -> None:
    archived = "https://web.archive.org/web/20250306071500/https://courier.example/x"
    note = f"<!-- saved from url=(0070){archived} -->"
    report = read(samples.page().replace("<html", f"{note}<html", 1), here)
    assert (report.url, report.archive_url) == ("https://courier.example/x", archived)
    assert (report.archived, report.found["archived"]) == ("2025-03-06T07:15:00Z", "web archive")


def test_outlet_falls_back_to_title_then_domain(here: Limits) -> None:
    bare = samples.page().replace(" | The Saltmere Courier</title>", "</title>")
    link = '<link rel="canonical" href="https://www.courier.example/x">'
    assert read(samples.page(), here).found["outlet"] == "title element, beside the title"
    assert read(bare, here).outlet is None
    linked = read(bare.replace("</title>", f"</title>{link}"), here)
    assert (linked.outlet, linked.found["outlet"]) == ("courier.example", "domain")


def test_declared_encoding_is_honoured(here: Limits) -> None:
    html = samples.page(head='<meta charset="windows-1252">').replace('<meta charset="utf-8">', "")
    report = read(html.encode("cp1252"), here)
    assert "“There were no such talks,”" in report.text
    assert report.found["encoding"] == "windows-1252, declared"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<html></html>", id="nothing"),
        pytest.param("<html><body><nav><a href='/'>Home</a></nav></body></html>", id="links"),
        pytest.param("<html><script>var a = 'text';</script></html>", id="script"),
        pytest.param("<html><!-- only a comment --></html>", id="comment"),
    ],
)
def test_a_page_without_an_article_says_so(here: Limits, html: str) -> None:
    with pytest.raises(NotAReport, match=r"no text|no article"):
        read(html, here)


def test_deep_nesting_is_survived(here: Limits) -> None:
    html = "<div>" * 5000 + samples.BODY + "</div>" * 5000
    with contextlib.suppress(NotAReport):  # libxml2 may cut the tree: said, not crashed
        assert isinstance(read(html, here), Report)


def test_a_real_pages_places_are_verbatim(here: Limits, sfm_pages: list[str]) -> None:
    for name in sfm_pages[::15]:
        report = read_report(name, limits=here)
        with open(name, "rb") as file:  # noqa: PTH123
            root = parse_page(decode(file.read(), name, "utf-8").text)
        assert root is not None
        for place in (p for b in report.blocks for p in b.places):
            (node,) = root.getroottree().xpath(place.where)
            size = place.end - place.start
            assert node[place.offset : place.offset + size] == report.text[place.start : place.end]
