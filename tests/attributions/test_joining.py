from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parses import tag, tie
from sayso.attributions.joining import Joined, join, mend
from sayso.values import TaggedSpan


def words(text: str, joined: Joined) -> dict[str, list[str]]:
    return {
        role: [text[s:e] for s, e in getattr(joined, role)] for role in ("source", "cue", "content")
    }


def test_a_cue_takes_its_source_and_the_contents_that_point_at_it() -> None:
    text = "“One,” Vant said, “two.”"
    tags = [
        tag(text, "content", "“One,”"),
        tag(text, "source", "Vant"),
        tag(text, "cue", "said"),
        tag(text, "content", "“two.”"),
    ]
    (joined,) = join(text, tags, [tie(2, 0), tie(2, 1), tie(2, 3)])
    assert words(text, joined) == {
        "source": ["Vant"],
        "cue": ["said"],
        "content": ["“One,”", "“two.”"],
    }


def test_a_cue_without_a_content_gets_one_that_wished_for_it() -> None:
    text = "A said b and c added d"
    tags = [
        tag(text, "cue", "said"),
        tag(text, "content", "b"),
        tag(text, "cue", "added"),
        TaggedSpan("content", 21, 22, 1.0),
    ]
    found = join(text, tags, [tie(0, 1), tie(0, 3, 0.6), tie(2, 3, 0.4)])
    assert [words(text, j)["content"] for j in found] == [["b"], ["d"]]


def test_unquoted_words_of_another_paragraph_are_not_the_cues() -> None:
    text = "Vant said so.\nFollow us here."
    tags = [tag(text, "cue", "said"), tag(text, "content", "Follow us here")]
    (joined,) = join(text, tags, [tie(0, 1)])
    assert joined.content == ()


def test_quoted_words_of_the_next_paragraph_are() -> None:
    text = "Vant said:\n“No such port.”"
    tags = [tag(text, "cue", "said"), tag(text, "content", "“No such port.”")]
    (joined,) = join(text, tags, [tie(0, 1)])
    assert words(text, joined)["content"] == ["“No such port.”"]


def test_a_content_left_over_goes_to_the_nearest_free_cue_of_its_line() -> None:
    text = "He denied the sale"
    tags = [tag(text, "cue", "denied"), tag(text, "content", "the sale")]
    (joined,) = join(text, tags, [])
    assert words(text, joined)["content"] == ["the sale"]


MENDED = [
    pytest.param("one two", [(0, 3), (4, 7)], ["one two"], id="only space between"),
    pytest.param("one, two", [(0, 3), (5, 8)], ["one", "two"], id="a comma between"),
    pytest.param(", one –", [(0, 7)], ["one"], id="loose marks at the edges"),
    pytest.param(", ; ", [(0, 4)], [], id="nothing left"),
]


@pytest.mark.parametrize(("text", "spans", "left"), MENDED)
def test_mending(text: str, spans: list[tuple[int, int]], left: list[str]) -> None:
    assert [text[s:e] for s, e in mend(text, spans)] == left


@given(st.text(alphabet="ab ,;—\n", max_size=30), st.data())
def test_mended_spans_lie_within_what_they_were_made_of(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    mended = mend(text, spans)
    assert all(0 <= s < e <= len(text) for s, e in mended)
    covered = {i for s, e in mended for i in range(s, e) if not text[i].isspace()}
    assert covered <= {i for s, e in spans for i in range(s, e)}


def test_a_speech_goes_on_behind_its_cue_whatever_a_line_above_wishes() -> None:
    text = "According to Dun it sank.\n“One,” said Vant. “Two.”"
    tags = [
        tag(text, "cue", "According to"),
        tag(text, "content", "“One,”"),
        tag(text, "cue", "said"),
        tag(text, "content", "“Two.”"),
    ]
    found = join(text, tags, [tie(2, 1), tie(0, 3, 0.6)])
    assert [words(text, j)["content"] for j in found] == [[], ["“One,”", "“Two.”"]]
