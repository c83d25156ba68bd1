"""Claims from hand-checked parses: every claim of each row, and no other."""

from __future__ import annotations

import pytest
from drawn_rows import FEATURES, Row, drawn, reading_of, rows, said, shown
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims import draw_claims
from sayso.values import Reading, Report, Token

OFFER = (
    "Korr/PROPN/Korr/2/nsubj offered/VERB/offer/0/root/F to/PART/to/4/mark "
    "send/VERB/send/2/xcomp/I troops/NOUN/troop/4/obj"
)
FLED = (
    "Brand/PROPN/Brand/2/nsubj said/VERB/say/0/root/F Korr/PROPN/Korr/5/nsubj "
    "had/AUX/have/5/aux/F fled/VERB/flee/2/ccomp/P"
)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_every_claim_and_no_other(row: Row) -> None:
    text = reading_of(row.parse).report.text
    assert [shown(c, text) for c in drawn(row.parse, *row.mentions)] == row.claims


def test_ids_are_in_the_order_of_the_predicates() -> None:
    assert [(c.id, c.lemma) for c in drawn(OFFER)] == [("c1", "offer"), ("c2", "send")]


def test_what_is_offered_is_about_the_offer() -> None:
    assert [c.about for c in drawn(OFFER)] == [None, "c1"]


def test_evidence_is_the_clause_and_who_is_understood() -> None:
    text = reading_of(OFFER).report.text
    evidence = drawn(OFFER)[1].evidence
    assert [text[s:e] for s, e in evidence] == ["Korr", "to send troops"]


def test_outlet_is_the_head_of_every_chain() -> None:
    assert {c.chain[0].name for c in said(FLED, "Korr had fled")} == {"The Herald"}


def test_claim_within_a_content_is_its_voice_s() -> None:
    outer, inner = said(FLED, "Korr had fled")
    assert (outer.attribution, inner.attribution) == (None, "a1")
    assert [voice.name for voice in inner.chain] == ["The Herald", "Brand"]


@pytest.mark.parametrize(
    ("stance", "view"),
    [
        ("affirmed", ("affirmed", "certain")),
        ("denied", ("negated", "certain")),
        ("open", ("unknown", "unknown")),
    ],
    ids=["affirmed", "denied", "open"],
)
def test_stance_of_the_voice_counts(stance: str, view: tuple[str, str]) -> None:
    inner = said(FLED, "Korr had fled", stance=stance)[1]
    assert (inner.polarity, inner.certainty) == view


def test_denial_leaves_alone_what_is_only_spoken_of() -> None:
    parse = (
        "Brand/PROPN/Brand/2/nsubj said/VERB/say/0/root/F the/DET/the/4/det man/NOUN/man/7/nsubj "
        "who/PRON/who/6/nsubj/R paid/VERB/pay/4/acl:relcl/F fled/VERB/flee/2/ccomp/F"
    )
    _, paid, fled = said(parse, "the man who paid fled", stance="denied")
    assert (paid.polarity, fled.polarity) == ("affirmed", "negated")


def test_raising_verb_is_no_voice() -> None:
    parse = (
        "Korr/PROPN/Korr/2/nsubj appears/VERB/appear/0/root/N to/PART/to/5/mark "
        "have/AUX/have/5/aux/I fled/VERB/flee/2/xcomp/P"
    )
    claims = said(parse, "to have fled", cue="appears", source="Korr")
    assert {c.attribution for c in claims} == {None}


LABELS = (
    "nsubj nsubj:pass obj iobj obl obl:agent xcomp ccomp advcl acl acl:relcl conj cop aux aux:pass "
    "mark case det amod compound nmod nmod:poss appos flat punct parataxis csubj expl cc nummod"
).split()
FORMS = "Korr president killing that who of by “ ” ( ) 1998 not arrest had she wife".split()


@st.composite
def parses(draw: st.DrawFn) -> Reading:
    """Any tree at all over a few words: each word hangs from one before it, or is a root, and
    the order is shuffled."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    tokens: list[Token] = [Token(0, 0, "X", "", "", -1, "root")] * size
    forms = [draw(st.sampled_from(FORMS)) for _ in range(size)]
    starts = [sum(len(f) + 1 for f in forms[:i]) for i in range(size)]
    for rank, i in enumerate(order):
        head = order[draw(st.integers(0, rank - 1))] if rank else -1
        tokens[i] = Token(
            starts[i],
            starts[i] + len(forms[i]),
            draw(st.sampled_from("VERB AUX NOUN PROPN PRON ADJ DET ADP NUM PUNCT SCONJ".split())),
            draw(st.sampled_from(list(FEATURES.values()))),
            forms[i].lower(),
            head,
            draw(st.sampled_from(LABELS)) if rank else "root",
        )
    report = Report("r", "test", " ".join(forms), outlet="The Herald")
    return Reading(report, tuple(tokens), ((0, size),))


@given(parses())
@settings(max_examples=150, deadline=None)
def test_any_tree_gives_spans_of_the_text(reading: Reading) -> None:
    text = reading.report.text
    for claim in draw_claims(reading):
        for start, end in (claim.predicate, *claim.evidence):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
