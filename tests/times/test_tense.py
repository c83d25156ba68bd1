"""Whether the verb over a time looks back or ahead, by words and by the tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.times.tense import lexical_tense, token_tense
from sayso.values import Token

ROWS = [
    ("past verb", "He left the post on Friday.", "Friday", "past"),
    ("modal", "The jets will be delivered in October.", "October", "future"),
    ("plan", "They plan to vote in October.", "October", "future"),
    ("scheduled", "It was scheduled for October.", "October", "future"),
    ("deadline", "It has a June 1 deadline.", "June 1", "future"),
    ("saying beside a plan", "It said Friday that the jets will come.", "Friday", "past"),
    ("plan beside a saying", "It said Friday the jets will come in October.", "October", "future"),
    ("plans the noun", "It cut the plans announced in January.", "January", "past"),
    ("by", "Cuts of 789 jobs by early June.", "early June", "future"),
    ("is expected", "The minister is expected back in April.", "April", "future"),
    ("are due", "Talks are due in May.", "May", "future"),
    ("is expected to have", "She is expected to have left in May.", "May", "past"),
    ("no verb", "Talks in October", "October", None),
    ("sentence before", "It will end. Talks on Friday.", "Friday", None),
]


@pytest.mark.parametrize(
    ("text", "words", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_by_words(text: str, words: str, expected: str | None) -> None:
    start = text.index(words)
    assert lexical_tense(text)(start, start + len(words)) == expected


def _tokens(*rows: tuple[str, str, str, str, int, str]) -> tuple[list[Token], str]:
    """Tokens from (form, upos, feats, lemma, head, deprel), parted by one blank."""
    tokens, position = [], 0
    for form, upos, feats, lemma, head, deprel in rows:
        end = position + len(form)
        tokens.append(Token(position, end, upos, feats, lemma, head, deprel))
        position = end + 1
    return tokens, " ".join(row[0] for row in rows)


PAST = _tokens(
    ("She", "PRON", "", "she", 1, "nsubj"),
    ("spoke", "VERB", "Mood=Ind|Tense=Past", "speak", -1, "root"),
    ("Friday", "PROPN", "", "Friday", 1, "obl:tmod"),
)
AHEAD = _tokens(
    ("She", "PRON", "", "she", 2, "nsubj"),
    ("will", "AUX", "VerbForm=Fin", "will", 2, "aux"),
    ("speak", "VERB", "VerbForm=Inf", "speak", -1, "root"),
    ("Friday", "PROPN", "", "Friday", 2, "obl:tmod"),
)
PLANNED = _tokens(
    ("It", "PRON", "", "it", 2, "nsubj:pass"),
    ("was", "AUX", "Mood=Ind|Tense=Past", "be", 2, "aux:pass"),
    ("scheduled", "VERB", "Tense=Past|VerbForm=Part", "schedule", -1, "root"),
    ("Friday", "PROPN", "", "Friday", 2, "obl:tmod"),
)
BARE = _tokens(("Friday", "PROPN", "", "Friday", -1, "root"))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(PAST, "past", id="past"),
        pytest.param(AHEAD, "future", id="modal"),
        pytest.param(PLANNED, "future", id="planned"),
        pytest.param(BARE, None, id="no verb"),
    ],
)
def test_by_tree(made: tuple[list[Token], str], expected: str | None) -> None:
    tokens, text = made
    assert token_tense(tokens)(text.index("Friday"), len(text)) == expected


@settings(deadline=None)
@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 10))
def test_any_span_of_any_text(text: str, start: int, length: int) -> None:
    assert lexical_tense(text)(start, start + length) in {"past", "future", None}


def test_a_tree_that_runs_in_a_circle_ends() -> None:
    tokens = [Token(0, 1, "NOUN", "", "a", 1, "dep"), Token(2, 3, "NOUN", "", "b", 0, "dep")]
    assert token_tense(tokens)(0, 1) is None
