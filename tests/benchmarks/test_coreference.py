"""The examples are those of the papers, worked out by hand; a mention is written as a number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.coreference import b3, ceaf, muc, score_clusters, score_documents


def partition(text):
    """ "1 2 3|4 5" as clusters of spans."""
    parts = [part.split() for part in text.split("|") if part.strip()]
    return [frozenset((int(item), int(item) + 1) for item in part) for part in parts]


# precision and recall as fractions: (right, of)
CASES = [
    pytest.param(
        "1 2 3 4 5|6 7|8 9 10 11 12",
        "1 2 3 4 5|6 7 8 9 10 11 12",
        # MUC: one of ours is two of the gold: (7 - 2 + 5 - 1)/(6 + 4), recall 9/9
        ((9, 10), (9, 9)),
        # B3 precision (Bagga and Baldwin 1998): (5 + 4/7 + 25/7)/12 = 0.762, recall 1
        ((5 + 29 / 7, 12), (12, 12)),
        # CEAF: {1-5} with {1-5}: 1; {8-12} with the seven: 2*5/12
        ((1 + 10 / 12, 2), (1 + 10 / 12, 3)),
        id="two entities run together",
    ),
    pytest.param(
        # the example of Pradhan et al. 2014: MUC .40 .40, B3 .50 .42, CEAF .43 .65
        "1 2 3|4 5 6 7",
        "1 2|3 4|6 7 8 9",
        ((2, 5), (2, 5)),
        # ours: 4/2 + (1 + 1)/2 + 4/4 = 4 of 8; gold: (4 + 1)/3 + (1 + 4)/4 = 35/12 of 7
        ((4, 8), (35 / 12, 7)),
        # {1 2 3} with {1 2}: 4/5; {4 5 6 7} with {6 7 8 9}: 4/8
        ((1.3, 3), (1.3, 2)),
        id="the reference implementation's",
    ),
    pytest.param(
        "1 2|3 4",
        "5 6",
        ((0, 1), (0, 2)),
        ((0, 2), (0, 4)),
        ((0, 1), (0, 2)),
        id="nothing in common",
    ),
    pytest.param(
        "1 2|3",
        "1 2|3",
        ((1, 1), (1, 1)),
        ((3, 3), (3, 3)),
        ((2, 2), (2, 2)),
        id="all right, with a singleton",
    ),
    pytest.param("1 2", "", ((0, 0), (0, 1)), ((0, 0), (0, 2)), ((0, 0), (0, 1)), id="nothing"),
]


@pytest.mark.parametrize(("gold", "ours", "links", "mentions", "entities"), CASES)
def test_worked_examples(gold, ours, links, mentions, entities):
    for measure, (precision, recall) in ((muc, links), (b3, mentions), (ceaf, entities)):
        found = measure(partition(gold), partition(ours))
        assert (found.precision_right, found.precision_of) == pytest.approx(precision)
        assert (found.recall_right, found.recall_of) == pytest.approx(recall)


def test_pairs_are_chosen_together_and_not_one_by_one():
    """The best single pair would leave the second entity with nothing."""
    gold, ours = partition("1 2 3 4|5 6"), partition("1 2 3 5 6|4 7")
    # greedy: {1 2 3 4} with {1 2 3 5 6} 6/9, then {5 6} with {4 7} 0: 2/3
    # best: {1 2 3 4} with {4 7} 2/6, {5 6} with {1 2 3 5 6} 4/7: 19/21
    assert ceaf(gold, ours).precision_right == pytest.approx(19 / 21)


def test_the_conll_score_is_the_mean_of_f1():
    found = score_clusters(partition("1 2 3|4 5 6 7"), partition("1 2|3 4|6 7 8 9"))
    # of .4 and .4; of 1/2 and 5/12; of 1.3/3 and 1.3/2
    assert found.conll == pytest.approx(100 * (0.4 + 5 / 11 + 0.52) / 3)


@pytest.mark.parametrize(
    ("singletons", "expected"),
    [
        pytest.param(False, 100, id="left out"),
        # MUC 1; B3 of P 2/3, R 2/4: 4/7; CEAF of P 1/2, R 1/3: 2/5
        pytest.param(True, 100 * (1 + 4 / 7 + 2 / 5) / 3, id="kept"),
    ],
)
def test_singletons(singletons, expected):
    """One pair right; the gold has two more of one mention, ours has another of its own."""
    pairs = [(partition("1 2|3|4"), partition("1 2|5"))]
    assert score_documents(pairs, singletons=singletons).conll == pytest.approx(expected)


def test_documents_add_up_before_the_division():
    pairs = [(partition("1 2"), partition("1 2")), (partition("1 2 3"), partition(""))]
    assert score_documents(pairs, singletons=False).muc.recall == pytest.approx(100 / 3)


@st.composite
def partitions(draw):
    """Up to ten mentions, each in one of four entities."""
    owners = draw(st.dictionaries(st.integers(0, 9), st.integers(0, 3), min_size=1))
    return [
        frozenset((item, item + 1) for item in owners if owners[item] == owner)
        for owner in sorted(set(owners.values()))
    ]


@settings(deadline=None)
@given(partitions(), partitions())
def test_turned_round_precision_is_recall(gold, ours):
    there, back = score_clusters(gold, ours), score_clusters(ours, gold)
    for name in ("muc", "b3", "ceaf"):
        one, other = getattr(there, name), getattr(back, name)
        assert one.precision == pytest.approx(other.recall)
        assert 0 <= one.f1 <= 100.000001


@settings(deadline=None)
@given(partitions())
def test_the_same_on_both_sides_is_right(gold):
    found = score_clusters(gold, gold)
    assert (found.b3.f1, found.ceaf.f1) == pytest.approx((100, 100))
