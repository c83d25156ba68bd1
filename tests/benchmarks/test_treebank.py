from __future__ import annotations

from dataclasses import replace

import pytest
from gold_builders import conllu, document, gold_reading
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.treebank import Count, align, common, score_document, score_treebank
from sayso.values import Token

GOLD = document(
    conllu(
        "1 I PRON 4 nsubj",
        "2-3 don't _ _ _",
        "2 do AUX 4 aux",
        "3 n't PART 4 advmod",
        "4 sail VERB 0 root SpaceAfter=No",
        "5 . PUNCT 4 punct",
    ),
    conllu("1 Her PRON 2 nmod:poss", "2 boat NOUN 3 nsubj", "3 sank VERB 0 root"),
)
PERFECT = gold_reading(GOLD)


def counts(reading):
    return {
        name: (c.right, c.predicted, c.gold) for name, c in score_document(GOLD, reading).items()
    }


def changed(index, **fields):
    tokens = list(PERFECT.tokens)
    tokens[index] = replace(tokens[index], **fields)
    return replace(PERFECT, tokens=tuple(tokens))


def test_the_gold_itself_scores_full_marks():
    assert set(counts(PERFECT).values()) == {(2, 2, 2), (8, 8, 8)}


def test_count_gives_percentages():
    count = Count(2, 4, 3)
    assert (count.precision, round(count.recall, 2), round(count.f1, 2)) == (50.0, 66.67, 57.14)


@pytest.mark.parametrize(
    ("index", "fields", "worse"),
    [
        pytest.param(0, {"upos": "NOUN"}, {"UPOS": 7}, id="a wrong tag"),
        pytest.param(
            0, {"head": 1}, {"UAS": 7, "LAS": 7, "LAS with subtypes": 7}, id="a wrong head"
        ),
        pytest.param(
            0, {"deprel": "obj"}, {"LAS": 7, "LAS with subtypes": 7}, id="a wrong relation"
        ),
        pytest.param(5, {"deprel": "nmod"}, {"LAS with subtypes": 7}, id="a lost subtype"),
        pytest.param(
            3, {"head": 0}, {"UAS": 7, "LAS": 7, "LAS with subtypes": 7}, id="a root hung on"
        ),
    ],
)
def test_one_mistake_costs_what_it_should(index, fields, worse):
    found = counts(changed(index, **fields))
    expected = {name: (worse.get(name, 8), 8, 8) for name in found if name != "sentences"}
    assert found == {"sentences": (2, 2, 2), **expected}


def test_an_uncut_contraction_loses_both_words():
    """ "don't" in one: 7 tokens; "do" and "n't" are lost, nobody hangs on them."""
    merged = Token(2, 7, "AUX", "", "do", 2, "aux")
    heads = [2, 2, -1, 2, 5, 6, -1]
    rest = [PERFECT.tokens[i] for i in (0, 3, 4, 5, 6, 7)]
    tokens = [rest[0], merged, *rest[1:]]
    tokens = [replace(token, head=head) for token, head in zip(tokens, heads, strict=True)]
    reading = replace(PERFECT, tokens=tuple(tokens), sentences=((0, 4), (4, 7)))
    assert align(GOLD, reading) == {0: 0, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6}
    assert counts(reading)["words"] == counts(reading)["LAS"] == (6, 7, 8)


def test_a_word_cut_in_two_loses_its_dependants_too():
    """ "sank" in two: itself, and the word that hangs on it, go wrong."""
    tokens = [*PERFECT.tokens[:7], Token(23, 25, "VERB", "", "sa", -1, "root")]
    tokens.append(Token(25, 27, "VERB", "", "nk", 7, "flat"))
    reading = replace(PERFECT, tokens=tuple(tokens), sentences=((0, 5), (5, 9)))
    found = counts(reading)
    assert GOLD.text[23:27] == "sank"
    assert (found["words"], found["UPOS"]) == ((7, 9, 8), (7, 9, 8))
    assert found["UAS"] == (6, 9, 8)


@pytest.mark.parametrize(
    ("sentences", "right"),
    [
        pytest.param(((0, 8),), (0, 1, 2), id="run together"),
        pytest.param(((0, 5), (5, 7), (7, 8)), (1, 3, 2), id="the second broken"),
    ],
)
def test_sentences_need_both_ends(sentences, right):
    assert counts(replace(PERFECT, sentences=sentences))["sentences"] == right


def test_a_reading_of_another_text_is_refused():
    other = replace(PERFECT, report=replace(PERFECT.report, text="Other."))
    with pytest.raises(ValueError, match="another text"):
        score_document(GOLD, other)


def test_documents_add_up():
    total = score_treebank([(GOLD, PERFECT), (GOLD, changed(0, upos="X"))])
    assert total["UPOS"] == Count(15, 16, 16)


@settings(deadline=None)
@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_a_common_subsequence_is_one(left, right):
    pairs = common(left, right)
    assert pairs == sorted(pairs)
    assert all(left[i] == right[j] for i, j in pairs)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("left", "right", "size"),
    [("abcb", "bcab", 3), ("", "a", 0), ("ab", "ba", 1), ("aaa", "aa", 2)],
)
def test_a_common_subsequence_is_a_longest(left, right, size):
    assert len(common(left, right)) == size
