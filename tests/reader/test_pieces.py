from __future__ import annotations

from sayso.reader.pieces import BREAK, MOST_PIECES, START, UNKNOWN, Pieces, shape_of
from sayso.reader.windows import lay_out

VOCABULARY = [f"[unused{i}]" for i in range(103)] + ["har", "##bour", "a", "##a", "x"]
VOCABULARY[UNKNOWN] = "[UNK]"


def test_a_word_becomes_its_pieces() -> None:
    assert Pieces(VOCABULARY).of("Harbour") == (103, 104)


def test_an_unknown_word_is_one_piece() -> None:
    assert Pieces(VOCABULARY).of("☃") == (UNKNOWN,)


def test_a_long_word_keeps_its_first_pieces() -> None:
    assert len(Pieces(VOCABULARY).of("a" * 50)) == MOST_PIECES


def test_a_window_breaks_at_paragraphs_and_finds_each_words_pieces() -> None:
    layout = lay_out(["harbour", "x"], [True, True], Pieces(VOCABULARY))
    assert layout.pieces == [START, 103, 104, BREAK, 107, BREAK]
    assert (layout.first, layout.last) == ([1, 4], [2, 4])


def test_shapes_tell_case_apart() -> None:
    words = ["the", "Harbour", "HCB", "McDun", "1998", "—"]
    assert len({shape_of(w) for w in words}) == 6
