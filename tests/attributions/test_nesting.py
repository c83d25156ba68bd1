from __future__ import annotations

from collections.abc import Sequence

from parses import parsed, span, tag, tie
from sayso.attributions.joining import Joined
from sayso.attributions.nesting import Nested, inner_text, nest, once
from sayso.attributions.tree import Tree
from sayso.values import TaggedSpan, Tie

ROWS = (
    "Vant/PROPN/Vant/2/nsubj said/VERB/say/0/root that/SCONJ/that/5/mark Dun/PROPN/Dun/5/nsubj "
    "claims/VERB/claim/2/ccomp the/DET/the/7/det ship/NOUN/ship/8/nsubj sank/VERB/sink/5/ccomp"
)
Tagged = tuple[tuple[TaggedSpan, ...], tuple[Tie, ...]]


def tag_claims(texts: Sequence[str]) -> list[Tagged]:
    """A reader that knows one sentence."""
    out: list[Tagged] = []
    for text in texts:
        if text == "Dun claims the ship sank":
            tags = (
                tag(text, "source", "Dun"),
                tag(text, "cue", "claims"),
                tag(text, "content", "the ship sank"),
            )
            out.append((tags, (tie(1, 2), tie(1, 0))))
        else:
            out.append(((), ()))
    return out


def test_what_stands_in_a_content_is_found_where_it_stands_in_the_report() -> None:
    reading = parsed(ROWS)
    text = reading.report.text
    outer = Joined(
        (span(text, "Vant"),), (span(text, "said"),), (span(text, "that Dun claims the ship sank"),)
    )
    first, second = nest(text, [outer], Tree(reading), tag_claims)
    assert (first.parent, second.parent) == (None, 0)
    assert [text[s:e] for s, e in second.joined.content] == ["the ship sank"]
    assert [text[s:e] for s, e in second.joined.source] == ["Dun"]


def test_inner_text_leaves_out_that_and_quotation_marks_and_keeps_places() -> None:
    text = "He said that “it sank,” and “all saw it.”"
    inner = inner_text(text, [span(text, "that “it sank,”"), span(text, "“all saw it.”")])
    assert inner.text.startswith("it sank")
    assert all(text[p] == c for p, c in zip(inner.places, inner.text, strict=True) if p >= 0)


def test_a_cue_stands_once_where_it_stands_deepest() -> None:
    def of(cue: int, parent: int | None) -> Nested:
        return Nested(Joined((), ((cue, cue + 1),), ((50, 60),)), parent)

    found = once([of(1, None), of(2, 0), of(3, 0), of(3, 1)])
    assert [(n.joined.cue[0][0], n.parent) for n in found] == [(1, None), (2, 0), (3, 1)]


def test_what_stood_in_a_cue_that_went_deeper_follows_it() -> None:
    def of(cue: int, parent: int | None) -> Nested:
        return Nested(Joined((), ((cue, cue + 1),), ((50, 60),)), parent)

    found = once([of(1, None), of(3, None), of(3, 0), of(4, 1)])
    assert [(n.joined.cue[0][0], n.parent) for n in found] == [(1, None), (3, 0), (4, 1)]
