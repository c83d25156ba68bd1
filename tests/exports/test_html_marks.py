"""Text in pieces, and marks that nest whatever way they overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import report
from sayso.exports.html_marks import Mark, Piece, drawn, escaped, pieces_of
from sayso.values import Block


def mark(start: int, end: int, depth: int = 0, tag: str = "i", rank: int = 0) -> Mark:
    return Mark(depth, rank, start, end, 1, tag, tag)


def body(text: str, *marks: Mark, anchors: dict[int, str] | None = None) -> str:
    return drawn(text, [Piece("paragraph", 0, len(text))], marks, anchors or {})[0]


@pytest.mark.parametrize(
    ("marks", "markup"),
    [
        pytest.param((), "abcdef", id="none"),
        pytest.param((mark(0, 6),), '<i class="i">abcdef</i>', id="all"),
        pytest.param((mark(1, 3), mark(3, 4)), "a{i}bc</i>{i}d</i>ef", id="neighbours"),
        pytest.param((mark(1, 5), mark(2, 4, 1, "b")), "a{i}b{b}cd</b>e</i>f", id="nested"),
        pytest.param(
            (mark(1, 4, 1), mark(1, 4, 0, "b")), "a{b}{i}bcd</i></b>ef", id="outer by depth"
        ),
        pytest.param(
            (mark(0, 4), mark(2, 6, 1, "b")), "{i}ab{b}cd</b></i>{b}ef</b>", id="overlapping"
        ),
        pytest.param(
            (mark(2, 6), mark(0, 4, 1, "b")), "{b}ab</b>{i}{b}cd</b>ef</i>", id="late outer"
        ),
    ],
)
def test_marks_nest(marks: tuple[Mark, ...], markup: str) -> None:
    wanted = markup.replace("{i}", '<i class="i">').replace("{b}", '<b class="b">')
    assert body("abcdef", *marks) == wanted


def test_a_mark_over_two_pieces_is_drawn_in_both() -> None:
    found = drawn("ab\n\ncd", [Piece("p", 0, 2), Piece("p", 4, 6)], [mark(1, 5)], {})
    assert found == ['a<i class="i">b</i>', '<i class="i">c</i>d']


def test_anchor_stands_inside_what_opens_there() -> None:
    assert body("abc", mark(1, 3), anchors={1: "<sup>1</sup>"}) == (
        'a<i class="i"><sup>1</sup>bc</i>'
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\n", [], id="blank"),
        pytest.param("a\nb\n\nc", ["a\nb", "c"], id="two paragraphs"),
        pytest.param("a\r\n\r\nb", ["a\r", "b"], id="Windows line ends"),
        pytest.param("\n\n  a", ["a"], id="leading blanks"),
    ],
)
def test_pieces_of_plain_text(text: str, found: list[str]) -> None:
    assert [text[piece.start : piece.end] for piece in pieces_of(report(text))] == found


@pytest.mark.parametrize(
    ("blocks", "kinds"),
    [
        pytest.param([(0, 2), (3, 5)], ["title", "title"], id="all covered"),
        pytest.param([(3, 5)], ["paragraph", "title"], id="text before"),
        pytest.param([(0, 2)], ["title", "paragraph"], id="text after"),
        pytest.param([(0, 4), (1, 5)], ["title", "title"], id="overlapping"),
        pytest.param([(0, 99)], ["title"], id="past the end"),
        pytest.param([(2, 3), (0, 0)], ["paragraph"], id="blank blocks"),
    ],
)
def test_pieces_of_blocks(blocks: list[tuple[int, int]], kinds: list[str]) -> None:
    of = report("ab\ncd", blocks=tuple(Block("title", *span) for span in blocks))
    assert [piece.kind for piece in pieces_of(of)] == kinds


@given(
    text=st.text(alphabet="ab \n\r", max_size=40),
    spans=st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=6),
)
def test_pieces_lose_nothing_but_blanks(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = pieces_of(report(text, blocks=tuple(Block("quote", *span) for span in spans)))
    edges = [0, *(edge for piece in pieces for edge in (piece.start, piece.end)), len(text)]
    assert edges == sorted(edges)
    gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    assert not "".join(gaps).strip()


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        ("\"'", "&quot;&#x27;"),
        ("a\x00b\ud800", "a\ufffdb\ufffd"),
        ("a\r\n", "a&#13;\n"),
    ],
    ids=["markup", "quotes", "not in a page", "line ends"],
)
def test_escaped(text: str, safe: str) -> None:
    assert escaped(text) == safe
