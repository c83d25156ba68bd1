"""The page holds the report's text whole, its marks, and the chain at each."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import HARBOUR, attribution, document, harbour, report
from exports.page_reader import as_shown, read_page
from sayso.exports import to_html
from sayso.values import Attribution, Block

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3).map(tuple)
ATTRIBUTIONS = st.lists(
    st.builds(
        Attribution,
        id=st.sampled_from("abcd"),
        parent=st.sampled_from([None, "a", "b", "z"]),
        kind=st.sampled_from(["direct", "indirect", "mixed", "odd"]),
        source=SPANS,
        cue=SPANS,
        content=SPANS,
        stance=st.sampled_from(["affirmed", "denied", "open"]),
    ),
    max_size=5,
    unique_by=lambda each: each.id,
)
BLOCKS = st.lists(
    st.builds(
        Block, st.sampled_from(["title", "paragraph"]), st.integers(0, 60), st.integers(0, 60)
    ),
    max_size=4,
).map(tuple)


@given(
    text=st.text(alphabet=st.characters(exclude_categories=()), max_size=60),
    attributions=ATTRIBUTIONS,
    blocks=BLOCKS,
)
def test_text_of_the_page_is_the_text_of_the_report(
    text: str, attributions: list[Attribution], blocks: tuple[Block, ...]
) -> None:
    page = read_page(to_html([document(report(text, blocks=blocks), *attributions)]))
    assert page.text == as_shown(text)
    assert len(page.ids) == len(set(page.ids))


@given(text=st.text(alphabet="<>&\"'/abc ", min_size=1))
def test_nothing_of_a_report_becomes_markup(text: str) -> None:
    plain = read_page(to_html([document(report("x"))]))
    of = report(text, source=text, title=text, outlet=text, published=text, authors=(text,))
    assert read_page(to_html([document(of)])).tags.count("b") == plain.tags.count("b")


def test_body_of_a_report() -> None:
    page = to_html([harbour()])
    body = page[page.index('<div class="text"') : page.index('<section class="voices">')]
    third = body.split("\n\n")[2]
    assert third.partition('<ol class="notes"')[0] == (
        '<div class="row"><p class="paragraph" dir="auto"><b class="source">Garrick Thole</b> '
        '<i class="cue">denied</i> <span class="content indirect n0 denied">'
        '<sup class="ref" id="r1t5"><a href="#r1n5" aria-label="Voice 5">5</a></sup>'
        "that any crown had reached him</span>. "
        '<q class="content direct n0"><sup class="ref" id="r1t6">'
        '<a href="#r1n6" aria-label="Voice 6">6</a></sup>“I have no such cousin,”</q> '
        '<b class="source">he</b> <i class="cue">said</i>, '
        '<q class="content direct n0"><sup class="ref">'
        '<a href="#r1n6" aria-label="Voice 6">6</a></sup>“and no such port.”</q></p>'
    )


def test_note_has_the_chain_and_how_it_was_said() -> None:
    page = to_html([harbour()])
    note = page[page.index('<li id="r1n3"') : page.index('<li id="r1n4"')]
    assert note == (
        '<li id="r1n3" value="3"><a class="number" href="#r1t3" '
        'aria-label="Back to the text, 3">3</a><ol class="chain"><li>The Herald</li>'
        '<li>The Lantern</li><li class="unnamed">an official</li></ol>'
        '<p class="how"><i>said</i><span class="dot"> · </span>indirect</p></li>'
    )


@pytest.mark.parametrize(
    ("key", "level"),
    [("1", "n0"), ("2", "n2"), ("3", "n1"), ("4", "n0")],
    ids=["headline", "holds two levels", "holds one", "innermost"],
)
def test_outer_marks_know_how_much_they_hold(key: str, level: str) -> None:
    page = to_html([harbour()])
    before = page[: page.index(f'id="r1t{key}"')]
    assert re.findall(r'class="content \w+ (n\d)', before)[-1] == level


@pytest.mark.parametrize(
    "words", ["stated as fact", "somebody’s claim", "prefers-color-scheme: dark", "@media print"]
)
def test_page_says(words: str) -> None:
    assert words in to_html([harbour()])


@pytest.mark.parametrize("words", ["<script", "http://", "https://", "@import", "url("])
def test_page_is_self_contained(words: str) -> None:
    assert words not in to_html([harbour()])


def test_every_link_has_its_target() -> None:
    page = read_page(to_html([harbour(), harbour()]))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_one_heading_where_the_text_has_its_title() -> None:
    assert read_page(to_html([harbour()])).tags.count("h1") == 1


def test_heading_where_the_text_has_none() -> None:
    assert '<h1 dir="auto" lang="en">Dredging</h1>' in to_html(
        [document(report("x", title="Dredging"))]
    )


@pytest.mark.parametrize(
    ("kind", "tag"),
    [("title", "h1"), ("heading", "h2"), ("furniture", "p"), ("paragraph", "p")],
    ids=str,
)
def test_elements_of_blocks(kind: str, tag: str) -> None:
    of = report("Dredging", blocks=(Block(kind, 0, 8),))
    assert f'<{tag} class="{kind}" dir="auto">Dredging</{tag}>' in to_html([document(of)])


def test_warnings_are_shown() -> None:
    of = report("x", warnings=("the language is <Welsh>",))
    assert '<p class="warning">the language is &lt;Welsh&gt;</p>' in to_html([document(of)])


def test_report_without_attributions_says_so() -> None:
    assert "No attributions were found" in to_html([document(report(HARBOUR))])


def test_attribution_of_an_empty_text() -> None:
    page = read_page(to_html([document(report(""), attribution("", "a1"))]))
    assert page.text == ""


def test_several_reports_have_a_list_of_contents() -> None:
    page = to_html([harbour(), harbour()])
    assert '<a href="#r2">Report: Dredger paid port chief&#x27;s cousin</a>' in page


def test_same_documents_same_page() -> None:
    assert to_html([harbour()]) == to_html([harbour()])
