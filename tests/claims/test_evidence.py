"""The words that a claim rests on: its clause, and no other claim's."""

from __future__ import annotations

import pytest
from drawn_rows import drawn, reading_of
from hypothesis import given
from hypothesis import strategies as st

SAID = (
    "Korr/PROPN/Korr/2/nsubj said/VERB/say/0/root/F on/ADP/on/4/case Monday/PROPN/Monday/2/obl "
    "that/SCONJ/that/7/mark Brand/PROPN/Brand/7/nsubj left/VERB/leave/2/ccomp/F "
    "with/ADP/with/10/case the/DET/the/10/det ledger/NOUN/ledger/7/obl ./PUNCT/./2/punct"
)
RELATIVE = (
    "The/DET/the/2/det yard/NOUN/yard/7/nsubj that/PRON/that/4/nsubj/R "
    "built/VERB/build/2/acl:relcl/F the/DET/the/6/det ferry/NOUN/ferry/4/obj "
    "closed/VERB/close/0/root/F"
)
PAIR = (
    "Korr/PROPN/Korr/2/nsubj signed/VERB/sign/0/root/F it/PRON/it/2/obj and/CCONJ/and/5/cc "
    "left/VERB/leave/2/conj/F at/ADP/at/7/case noon/NOUN/noon/5/obl"
)
ROWS = [
    pytest.param(SAID, ["Korr said on Monday", "Brand left with the ledger"], id="clause"),
    pytest.param(RELATIVE, ["that built the ferry", "The yard […] closed"], id="relative"),
    pytest.param(PAIR, ["Korr signed it", "Korr […] left at noon"], id="coordination"),
]


@pytest.mark.parametrize(("parse", "evidence"), ROWS)
def test_the_clause_without_the_claims_in_it(parse: str, evidence: list[str]) -> None:
    text = reading_of(parse).report.text
    assert [
        " […] ".join(text[s:e] for s, e in claim.evidence) for claim in drawn(parse)
    ] == evidence


@given(st.sampled_from([SAID, RELATIVE, PAIR]), st.data())
def test_evidence_covers_the_predicate_and_its_arguments(parse: str, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(drawn(parse)))
    parts = [claim.predicate, *((a.start, a.end) for a in claim.arguments)]
    assert all(any(s <= low and high <= e for s, e in claim.evidence) for low, high in parts)
    assert all(a[1] < b[0] for a, b in zip(claim.evidence, claim.evidence[1:], strict=False))
