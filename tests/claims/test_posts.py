"""Posts by the patterns: each row a sentence of ours, and what must and must not come of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from post_builders import posts_in, reading_of, shown
from post_rows import PostRow, post_rows

from sayso.claims.posts import find_posts
from sayso.claims.posts_spans import post_spans
from sayso.values import Argument, Attribution, Block, Claim, TaggedSpan, Time

ROWS = [
    row
    for table in ("posts_found.txt", "posts_left_alone.txt", "posts_mentions.txt")
    for row in post_rows(table)
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_these_posts_and_no_others(row: PostRow) -> None:
    assert posts_in(row.text, tuple(row.marks)) == row.expected


def test_who_is_to_leave_has_not_left_before_the_report():
    text = "Odo Brisk is to leave his post as director of the Lorn Port Authority on 1 April."
    at = text.index("1 April")
    past = (Time(at, at + 7, "2023-04-01"),)
    (post,) = find_posts(reading_of(text, (("Odo Brisk", "person", "e1"),)), times=past)
    assert (post.status, post.until) == ("current", None)


def test_a_minister_and_of_which_country():
    text = "Halvenne's foreign minister, Odo Brisk, met the president of Tolmere, Ada Venn."
    marks = (
        ("Halvenne's foreign minister, Odo Brisk", "person", "e2"),
        ("Halvenne's", "place", "e1"),
        ("Tolmere", "place", "e3"),
        ("Ada Venn", "person", "e4"),
    )
    one, other = find_posts(reading_of(text, marks))
    assert shown(text, one) == "Odo Brisk | foreign minister"
    assert shown(text, other) == "Ada Venn | president"
    assert [text[slice(*post.place)] for post in (one, other)] == ["Halvenne", "Tolmere"]


SENTENCE = "The commander of 4 Brigade in Tolmere, Colonel Ada Venn, left."


def test_a_post_says_which_claim_and_attribution_it_stands_in():
    reading = reading_of(
        SENTENCE, (("Tolmere", "place", "e2"), ("Colonel Ada Venn", "person", "e1"))
    )
    whole = (0, len(SENTENCE))
    inner = Attribution("a2", "a1", "indirect", (), (), (whole,))
    outer = Attribution("a1", None, "indirect", (), (), ((0, len(SENTENCE) + 40),))
    claim = Claim(
        "c1", "a2", SENTENCE, (57, 61), "leave", (Argument("agent", 0, 55),), evidence=(whole,)
    )
    (post,) = find_posts(reading, (outer, inner), (claim,))
    assert (post.attribution, post.claim) == ("a2", "c1")
    assert post.person_entity == "e1" and post.place == (30, 37)


def test_a_post_outside_of_all_contents_is_the_outlets_own():
    (post,) = find_posts(
        reading_of(SENTENCE), (Attribution("a1", None, "direct", (), (), ((0, 9),)),)
    )
    assert post.attribution is None and post.claim is None


def test_the_reader_decides_whether_a_post_is_a_title_or_a_role_where_it_is_asked():
    reading = reading_of(SENTENCE)
    (before,) = find_posts(reading)
    tagged = replace(reading, posts=(TaggedSpan("title", 4, 13, 0.9),))
    (after,) = find_posts(tagged, spans=post_spans(tagged))
    assert find_posts(tagged) == (before,)
    assert before.role == (4, 13) == after.title and before.title is None is after.role


def test_spans_of_the_reader_are_tied_where_no_pattern_finds_them():
    text = "Colonel Ada Venn, who is quartermistress of the Reed Folk, left."
    reading = reading_of(text)
    start = text.index("quartermistress")
    posts = (
        TaggedSpan("title", start, start + 15, 0.9),
        TaggedSpan("organization", start + 23, start + 32, 0.9),
    )
    tagged = replace(reading, posts=posts)
    (found,) = find_posts(tagged, spans=post_spans(tagged))
    assert shown(text, found) == "Colonel Ada Venn | quartermistress | Reed Folk | current"


_PIECES = st.sampled_from(
    [
        *("Colonel ", "Ada Venn", ", ", "the ", "commander ", "of ", "4 Brigade", "GOC ", "is "),
        *("took over from ", "A-B-C ", "(", ") ", "in 1998", ". ", "\n", "as ", "Maj.-Gen. "),
        *("’s ", "his successor, "),
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_spans_are_words_of_the_text(text):
    for post in find_posts(reading_of(text)):
        for span in (post.person, post.rank, post.title, post.role, post.organization, post.after):
            assert span is None or (0 <= span[0] < span[1] <= len(text))
            assert span is None or text[slice(*span)] == text[slice(*span)].strip()


@pytest.mark.parametrize(
    ("kind", "posts"),
    [("paragraph", 2), ("quotation", 1), ("furniture", 1)],
)
def test_no_post_is_drawn_from_another_mails_words(kind: str, posts: int) -> None:
    own, other = "Colonel Tilda Prow met us.", "I told Colonel Odo Brisk of it."
    marks = (("Tilda Prow", "person", "e1"), ("Odo Brisk", "person", "e2"))
    reading = reading_of(f"{own}\n\n{other}", marks)
    blocks = (Block("paragraph", 0, len(own)), Block(kind, len(own) + 2, len(own) + 2 + len(other)))
    reading = replace(reading, report=replace(reading.report, blocks=blocks))
    assert len(find_posts(reading)) == posts
