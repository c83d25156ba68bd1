from __future__ import annotations

import re
from dataclasses import replace

import pytest
from gold_builders import conllu, document, gold_reading, mention

from benchmarks import places
from benchmarks.conllu import read_treebank
from benchmarks.gum import BadEntities, clusters, gold_clusters, gold_mentions, score_names
from benchmarks.treebank import Count

# The mayor of Orlo praised her deputy .   (invented)
SENTENCE = conllu(
    "1 The DET 2 det Entity=(1-person-new-nnnnn-cf1-2-coref|MSeg=x",
    "2 mayor NOUN 5 nsubj _",
    "3 of ADP 4 case _",
    "4 Orlo PROPN 2 nmod Bridge=1<2|Entity=(2-place-new-nnnnn-cf2-1-sgl-Orlo)1)",
    "5 praised VERB 0 root _",
    "6 her PRON 7 nmod:poss Entity=(3-person-new-nnnnn-cf3-2-sgl(1-person-giv:act-nnnnn-cf1-1-ana)",
    "7 deputy NOUN 5 obj Entity=3)",
)
GOLD = document(SENTENCE)


def read_with(*mentions):
    return replace(gold_reading(GOLD), mentions=mentions)


def test_mentions_nest_and_carry_their_fields():
    found = [(GOLD.text[m.start : m.end], m.type, m.named, m.entity) for m in gold_mentions(GOLD)]
    assert found == [
        ("The mayor of Orlo", "person", False, "1"),
        ("Orlo", "place", True, "2"),
        ("her deputy", "person", False, "3"),
        ("her", "person", False, "1"),
    ]


def test_groups_become_clusters():
    assert sorted(map(sorted, gold_clusters(GOLD))) == [[(0, 17), (26, 29)], [(13, 17)], [(26, 36)]]


def test_fragments_of_a_discontinuous_mention_share_a_group():
    pieces = document(
        conllu(
            "1 north ADJ 0 root Entity=(7[1/2]-place-new-nnnnn-cf1-1-coref)",
            "2 or CCONJ 1 cc _",
            "3 coast NOUN 1 conj Entity=(7[2/2]-place-new-nnnnn-cf1-1-coref)",
        )
    )
    assert gold_clusters(pieces) == [frozenset({(0, 5), (9, 14)})]


@pytest.mark.parametrize(
    "value",
    ["(1-person-new", "1)", "(1-person-new(2-place-new)3)", "word", "(1)"],
)
def test_brackets_that_do_not_match_are_refused(value):
    with pytest.raises(BadEntities):
        gold_mentions(document(conllu(f"1 Orlo PROPN 0 root Entity={value}")))


@pytest.mark.parametrize(
    ("mentions", "everything", "places_only"),
    [
        pytest.param((mention(13, 17, "place", "a"),), (1, 1, 1), (1, 1, 1), id="right"),
        pytest.param((mention(13, 17, "person", "a"),), (0, 1, 1), (0, 0, 1), id="wrong type"),
        pytest.param((mention(10, 17, "place", "a"),), (0, 1, 1), (0, 1, 1), id="wrong span"),
        pytest.param(
            (mention(13, 17, "place", "a"), mention(0, 3, "event", "b")),
            (1, 1, 1),
            (1, 1, 1),
            id="a type that is not asked for",
        ),
        pytest.param(
            (mention(13, 17, "place", "a", named=False),), (0, 0, 1), (0, 0, 1), id="not named"
        ),
    ],
)
def test_named_mentions(mentions, everything, places_only):
    found = score_names([(GOLD, read_with(*mentions))])
    assert (found["all"], found["place"]) == (Count(*everything), Count(*places_only))
    assert found["organization"] == Count()


def test_a_span_stays_in_its_first_entity():
    assert clusters([("a", (0, 1)), ("b", (0, 1)), ("b", (2, 3))]) == [{(0, 1)}, {(2, 3)}]


def test_all_of_gum_is_read():
    path = places.data() / "gum" / "dev.conllu"
    if not path.exists():
        pytest.skip("no gum/dev.conllu: set SAYSO_DATA")
    found = [m for document in read_treebank(path) for m in gold_mentions(document)]
    fields = re.findall(r"[\t|]Entity=([^|\n]*)", path.read_text(encoding="utf-8"))
    assert len(found) == sum(field.count("(") for field in fields)
    known = "abstract animal event object organization person place plant substance time"
    assert {m.type for m in found} <= set(known.split(" "))
