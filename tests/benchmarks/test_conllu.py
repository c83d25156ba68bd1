from __future__ import annotations

import pytest
from gold_builders import conllu, document, documents

from benchmarks import places
from benchmarks.conllu import BadTreebank, read_treebank

DONT = conllu(
    "1 I PRON 4 nsubj",
    "2-3 don't _ _ _",
    "2 do AUX 4 aux",
    "3 n't PART 4 advmod",
    "4 sail VERB 0 root SpaceAfter=No",
    "4.1 sail VERB _ _ CopyOf=4",
    "5 . PUNCT 4 punct",
)
YES = conllu("1 Yes INTJ 0 root SpaceAfter=No", "2 ! PUNCT 1 punct")


def test_a_multiword_token_is_cut_into_its_words():
    words = document(DONT).words
    assert [(w.form, w.start, w.end) for w in words[1:3]] == [("do", 2, 4), ("n't", 4, 7)]
    assert [w.token for w in words[:3]] == [(0, 1), (2, 7), (2, 7)]
    assert [w.multiword for w in words[:4]] == [False, True, True, False]


def test_heads_point_into_the_document():
    assert [w.head for w in document(DONT, YES).words] == [3, 3, 3, -1, 3, -1, 5]


@pytest.mark.parametrize(
    ("second", "text"),
    [
        pytest.param(YES, "I don't sail. Yes!", id="same paragraph"),
        pytest.param("# newpar\n" + YES, "I don't sail.\n\nYes!", id="newpar"),
        pytest.param("# newpar id = p2\n" + YES, "I don't sail.\n\nYes!", id="newpar with id"),
    ],
)
def test_sentences_are_joined(second, text):
    assert document(DONT, second).text == text


def test_no_space_after_holds_between_sentences():
    glued = conllu("1 No INTJ 0 root SpaceAfter=No")
    assert document(glued, YES).text == "NoYes!"


def test_sentences_are_ranges_of_words():
    assert document(DONT, YES).sentences == ((0, 5), (5, 7))


def test_newdoc_begins_a_document():
    found = documents("# newdoc id = one\n" + YES + "# newdoc id = two\n# newpar\n" + DONT)
    assert [(d.id, d.text) for d in found] == [("one", "Yes!"), ("two", "I don't sail.")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1\tword\n\n", id="too few columns"),
        pytest.param(
            conllu("1-2 zum _ _ _", "1 zu ADP 2 case", "2 dem DET 0 root"), id="not slices"
        ),
    ],
)
def test_bad_treebanks_are_refused(text):
    with pytest.raises(BadTreebank):
        documents(text)


@pytest.mark.parametrize("name", ["ewt", "gum"])
def test_every_word_of_the_public_sets_is_a_slice(name):
    path = places.data() / name / "dev.conllu"
    if not path.exists():
        pytest.skip(f"no {name}/dev.conllu: set SAYSO_DATA")
    for found in read_treebank(path):
        assert all(found.text[w.start : w.end] == w.form for w in found.words)
