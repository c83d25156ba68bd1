from __future__ import annotations

import pytest

from parses import parsed, span
from sayso.attributions.complement import complete
from sayso.attributions.joining import Joined
from sayso.attributions.tree import Tree

ROWS = [
    pytest.param(
        "Vant/PROPN/Vant/2/nsubj said/VERB/say/0/root that/SCONJ/that/5/mark it/PRON/it/5/nsubj "
        "sank/VERB/sink/2/ccomp ./PUNCT/./2/punct",
        "said", "that it sank", id="a clause under the cue",
    ),
    pytest.param(
        "It/PRON/it/2/nsubj sank/VERB/sink/0/root ,/PUNCT/,/5/punct Vant/PROPN/Vant/5/nsubj "
        "said/VERB/say/2/parataxis", "said", "It sank", id="the cue as a parenthesis",
    ),
    pytest.param(
        "Vant/PROPN/Vant/2/nsubj spoke/VERB/speak/0/root", "spoke", None, id="nothing there",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cue", "content"), ROWS)
def test_a_missing_content_is_what_the_cue_governs(
    rows: str, cue: str, content: str | None
) -> None:
    reading = parsed(rows)
    text = reading.report.text
    joined = Joined((span(text, "Vant"),), (span(text, cue),), ())
    found = complete(text, Tree(reading), joined).content
    assert [text[s:e] for s, e in found] == ([content] if content else [])


def test_a_content_that_was_tagged_stays() -> None:
    reading = parsed(ROWS[0].values[0])  # type: ignore[arg-type]
    joined = Joined((), ((5, 9),), ((15, 17),))
    assert complete(reading.report.text, Tree(reading), joined) is joined
