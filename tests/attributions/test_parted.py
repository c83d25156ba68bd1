"""Whose subject stands before "…, X told Y": that of what was told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parses import parsed
from sayso.attributions.parted import with_own_subjects

TOLD = (
    "Korr/PROPN/Korr/{0} works/VERB/work/{1} there/ADV/there/2/advmod "
    "Vant/PROPN/Vant/5/nsubj told/VERB/tell/0/root Dun/PROPN/Dun/5/iobj"
)
ROWS = [
    pytest.param(TOLD.format("5/nsubj", "5/ccomp"), (1, "nsubj"), id="beside what was told"),
    pytest.param(TOLD.format("5/nsubj", "1/parataxis"), (1, "nsubj"), id="below it"),
    pytest.param(TOLD.format("2/nsubj", "5/ccomp"), (1, "nsubj"), id="right already"),
    pytest.param(
        "Korr/PROPN/Korr/3/nsubj Vant/PROPN/Vant/3/nsubj told/VERB/tell/0/root "
        "Dun/PROPN/Dun/3/iobj left/VERB/leave/3/ccomp",
        (2, "nsubj"),
        id="the clause is behind",
    ),
    pytest.param(
        "Korr/PROPN/Korr/4/nsubj works/VERB/work/4/ccomp Vant/PROPN/Vant/4/nsubj "
        "paid/VERB/pay/0/root",
        (3, "nsubj"),
        id="nothing is said",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), ROWS)
def test_the_first_subject(rows: str, expected: tuple[int, str]) -> None:
    reading = parsed(rows)
    tokens = [replace(t, feats="VerbForm=Fin") for t in reading.tokens]
    first = with_own_subjects(tokens, reading.report.text)[0]
    assert (first.head, first.deprel) == expected
