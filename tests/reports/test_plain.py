from __future__ import annotations

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from sayso.reports import read_report
from sayso.reports.plain import mark_blocks
from sayso.values import Report


def read(text: str | bytes, name: str = "report.txt", **given: str) -> Report:
    data = text.encode() if isinstance(text, str) else text
    return read_report(data, name=name, **given)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end]) for b in mark_blocks(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeffA mark.\r\n\r\nTwo.\r\n", id="byte-order-mark-and-crlf"),
        pytest.param("No final newline", id="no-final-newline"),
        pytest.param("\n\n  Spaces first.\n\n\n", id="white-space-around"),
        pytest.param("“One ‘two “three” said nobody.\n", id="unbalanced-quotation-marks"),
        pytest.param("A\u2028B\x0bC\x85D\n", id="odd-line-ends"),
        pytest.param("قال الوزير إنه لا توجد محادثات.\n", id="right-to-left"),
        pytest.param(samples.PLAIN, id="a-report"),
    ],
)
def test_text_is_the_file_unchanged(text: str) -> None:
    assert read(text).text == text


@given(st.text())
def test_blocks_are_in_order_and_leave_only_white_space(text: str) -> None:
    last = 0
    for block in mark_blocks(text)[0]:
        assert last <= block.start < block.end <= len(text)
        assert (
            not text[last : block.start]
            .strip("\ufeff \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u2028")
            .strip()
        )
        last = block.end


@given(st.text())
def test_places_slice_the_source(text: str) -> None:
    blocks = mark_blocks(text)[0]
    assert all(text[b.start : b.end].strip() for b in blocks)


def test_a_report_has_its_parts() -> None:
    found = kinds(samples.PLAIN)
    assert [kind for kind, _ in found] == [
        "title",
        "byline",
        "dateline",
        "paragraph",
        "paragraph",
        "paragraph",
        "paragraph",
    ]
    assert found[2][1] == "SALTMERE, March 4 (Northwire) —"
    assert found[3][1].startswith("Transport minister")


def test_facts_come_from_the_first_lines() -> None:
    report = read(samples.PLAIN)
    assert (report.title, report.authors, report.language) == (
        samples.TITLE,
        ("Ada Quist",),
        "en",
    )
    assert report.found["title"] == "first line"
    assert report.published is None


def test_what_is_given_outranks_what_is_found() -> None:
    report = read(samples.PLAIN, outlet="Courier", published="2025-03-04", title="Other")
    assert (report.outlet, report.published, report.title) == ("Courier", "2025-03-04", "Other")
    assert report.found["title"] == "given"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("A title\n\nText.", "A title", id="alone"),
        pytest.param("A title;\nmore of it\n\nText.", "A title;", id="with-a-standfirst"),
        pytest.param("\ufeffA title\n\nText.", "A title", id="after-a-byte-order-mark"),
        pytest.param("EXCLUSIVE – Brandal pays\n\nText.", "EXCLUSIVE – Brandal pays", id="dash"),
        pytest.param("Just one line.", None, id="nothing-below"),
        pytest.param("x" * 300 + "\n\nText.", None, id="too-long"),
        pytest.param("By Ada Quist\n\nText.", None, id="a-byline"),
        pytest.param("SALTMERE (AP) — Rell said no.\n\nText.", None, id="a-dateline"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert read(text).title == title


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The minister denied on Tuesday that he had met the\n"
        "owners of the shipping company to talk\nabout it."
    )
    assert kinds(f"Title\n\n{wrapped}\n\nEnd of it.")[1] == ("paragraph", wrapped)


def test_long_lines_are_a_paragraph_each() -> None:
    one, two = "The first paragraph. " * 8, "The second paragraph. " * 8
    assert [k for k, _ in kinds(f"Title\n\n{one}\n{two}")] == ["title", "paragraph", "paragraph"]


def test_furniture_is_marked_and_stays_in_the_text() -> None:
    text = samples.PLAIN + "\nFollow Ada Quist on Facebook and Twitter.\n"
    report = read(text)
    assert report.text == text
    assert report.blocks[-1].kind == "furniture"


def test_markdown_has_headings_links_and_front_matter() -> None:
    text = (
        "---\ntitle: A title\ndate: 2025-03-04\nauthor: Ada Quist\n---\n\nSee [the Ledger]"
        "(https://ledger.example/a).\n\n## Part two\n\n> Quoted.\n"
    )
    report = read(text, "report.md")
    assert report.text == text
    assert (report.published, report.authors) == ("2025-03-04", ("Ada Quist",))
    link = next(c for c in report.credits if c.kind == "link")
    assert link.span and text[slice(*link.span)] == "the Ledger"
    assert [b.kind for b in report.blocks][-3:] == ["paragraph", "heading", "quote"]


MARKDOWN = [
    pytest.param("# Talks\n\n*By Ada Quist*\n\n", ["title", "byline"], id="emphasis"),
    pytest.param("# Talks\n\n**By Ada Quist** | March 4, 2025\n\n", ["title", "byline"], id="part"),
    pytest.param("Talks\n===\n\n_By Ada Quist_\n\n", ["title", "furniture", "byline"], id="rule"),
    pytest.param(
        "---\ntitle: A\n---\n\n# Talks\n\nBy Ada Quist\n\n",
        ["furniture", "title", "byline"],
        id="front",
    ),
    pytest.param("# T\n\n* One\n* Two *bold*\n\n", ["title", "list", "list"], id="list"),
    pytest.param(
        "![The port\nin May](x.jpg)\n\n![](y.jpg)\n\n", ["caption", "furniture"], id="image"
    ),
    pytest.param(
        "It was said.\n\nPart two\n--------\n\n", ["title", "heading", "furniture"], id="part-rule"
    ),
]


@pytest.mark.parametrize(("head", "kinds"), MARKDOWN)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_markdown_marks_do_not_hide_what_a_line_is(head: str, kinds: list[str], ends: str) -> None:
    text = (head + "The minister said on Tuesday that there were no talks.\n").replace("\n", ends)
    report = read(text, "report.md")
    assert [b.kind for b in report.blocks] == [*kinds, "paragraph"]
    between = zip(
        [0, *(b.end for b in report.blocks)], [b.start for b in report.blocks], strict=False
    )
    assert not any(text[start:end].strip() for start, end in between)
    if "byline" in kinds:
        assert (report.title, report.authors) == (
            "A" if "title: A" in head else "Talks",
            ("Ada Quist",),
        )


NOTES = [
    pytest.param("[^1]: By letter.", ["[^1]: By letter."], id="one"),
    pytest.param(
        "[^1]: By letter to the board.\n[^b]: As he said to the board.",
        ["[^1]: By letter to the board.", "[^b]: As he said to the board."],
        id="of-one-width",
    ),
    pytest.param(
        "[^1]: By letter,\n    he said.\n\n    And later.\n[^2]: So.",
        ["[^1]: By letter,", "he said.", "And later.", "[^2]: So."],
        id="of-two-paragraphs",
    ),
    pytest.param("[^1]:\n\nBy letter.", [], id="empty"),
    pytest.param("[1]: https://ledger.example", [], id="no-note"),
    pytest.param("He wrote[^1]: no.", [], id="in-a-line"),
]


@pytest.mark.parametrize(("below", "notes"), NOTES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_markdown_footnotes(below: str, notes: list[str], ends: str) -> None:
    head, last = "# Talks\n\nThe minister said no.[^1]\n\n", "\n\nHe left at noon."
    text = (head + below + last).replace("\n", ends)
    report = read(text, "report.md")
    found = [(b.kind, text[b.start : b.end]) for b in report.blocks]
    assert [words for kind, words in found if kind == "footnote"] == notes
    assert found[0] == ("title", "# Talks")
    assert found[-1] == ("paragraph", "He left at noon.")


@pytest.mark.parametrize(
    ("front", "title", "authors"),
    [
        pytest.param("title: >-\n  Minister\n  denies\n", "Minister denies", (), id="folded"),
        pytest.param(
            "title: Minister \\| The\n  Ledger\n", "Minister | The Ledger", (), id="goes-on"
        ),
        pytest.param(
            "authors:\n  - Ada Quist\n  - Tomas Rell\n",
            None,
            ("Ada Quist", "Tomas Rell"),
            id="items",
        ),
        pytest.param(
            "authors: [Ada Quist, Tomas Rell, Lio Tam]\n",
            None,
            ("Ada Quist", "Tomas Rell", "Lio Tam"),
            id="list",
        ),
    ],
)
def test_markdown_front_matter(front: str, title: str | None, authors: tuple[str, ...]) -> None:
    report = read(f"---\n{front}---\n\nThe minister said no. {'He left. ' * 40}\n", "report.md")
    assert (report.title, report.authors) == (title, authors)


def test_markdown_emphasis_does_not_hide_a_reprint() -> None:
    report = read(
        "# Talks\n\nHe left.\n\n_This story first appeared in the Lantern Review._\n", "a.md"
    )
    assert [c.name for c in report.credits if c.kind == "reprint"] == ["the Lantern Review"]
