from __future__ import annotations

import pytest

from parses import parsed, span
from sayso.attributions.details import details_of
from sayso.attributions.joining import Joined
from sayso.attributions.tree import Tree

SAID = "Vant/PROPN/Vant/{0}/nsubj"
ROWS = [
    pytest.param(
        "Vant/PROPN/Vant/2/nsubj denied/VERB/deny/0/root it/PRON/it/2/obj", "denied", "it",
        "denied", id="denied",
    ),
    pytest.param(
        "Vant/PROPN/Vant/4/nsubj did/AUX/do/4/aux not/PART/not/4/advmod say/VERB/say/0/root "
        "whether/SCONJ/whether/7/mark he/PRON/he/7/nsubj paid/VERB/pay/4/ccomp",
        "did not say", "whether he paid", "open", id="did not say whether",
    ),
    pytest.param(
        "Vant/PROPN/Vant/4/nsubj did/AUX/do/4/aux not/PART/not/4/advmod deny/VERB/deny/0/root "
        "it/PRON/it/4/obj", "did not deny", "it", "open", id="did not deny",
    ),
    pytest.param(
        "Vant/PROPN/Vant/2/nsubj declined/VERB/decline/0/root to/PART/to/4/mark "
        "confirm/VERB/confirm/2/xcomp it/PRON/it/4/obj", "declined to confirm", "it", "open",
        id="declined to confirm",
    ),
    pytest.param(
        "Vant/PROPN/Vant/2/nsubj said/VERB/say/0/root he/PRON/he/6/nsubj had/AUX/have/6/aux "
        "not/PART/not/6/advmod paid/VERB/pay/2/ccomp", "said", "he had not paid", "affirmed",
        id="a negation in the content is not the cue's",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cue", "content", "stance"), ROWS)
def test_stance(rows: str, cue: str, content: str, stance: str) -> None:
    reading = parsed(rows)
    text = reading.report.text
    joined = Joined((span(text, "Vant"),), (span(text, cue),), (span(text, content),))
    assert details_of(Tree(reading), joined).stance == stance


TOLD = parsed(
    "Vant/PROPN/Vant/2/nsubj told/VERB/tell/0/root the/DET/the/4/det Courier/PROPN/Courier/2/iobj "
    "in/ADP/in/7/case an/DET/a/7/det interview/NOUN/interview/2/obl that/SCONJ/that/10/mark "
    "he/PRON/he/10/nsubj paid/VERB/pay/2/ccomp"
)


def test_addressee_and_medium_stand_at_the_cue() -> None:
    text = TOLD.report.text
    joined = Joined((span(text, "Vant"),), (span(text, "told"),), (span(text, "that he paid"),))
    details = details_of(Tree(TOLD), joined)
    assert [text[s:e] for s, e in details.addressee] == ["the Courier"]
    assert [text[s:e] for s, e in details.medium] == ["an interview"]


def test_what_stands_in_the_content_is_neither() -> None:
    text = TOLD.report.text
    joined = Joined((), (span(text, "told"),), (span(text, "the Courier in an interview"),))
    details = details_of(Tree(TOLD), joined)
    assert (details.addressee, details.medium) == ((), ())


def test_the_one_named_behind_told_was_told_where_the_tree_does_not_show_it() -> None:
    reading = parsed(
        "Vant/PROPN/Vant/2/nsubj told/VERB/tell/0/root Courier/PROPN/Courier/4/compound "
        "News/PROPN/News/7/nsubj that/SCONJ/that/7/mark he/PRON/he/7/nsubj paid/VERB/pay/2/ccomp",
        mentions=(("Courier News", "organization", True, "e1"),),
    )
    text = reading.report.text
    joined = Joined((span(text, "Vant"),), (span(text, "told"),), (span(text, "that he paid"),))
    details = details_of(Tree(reading), joined, reading.mentions)
    assert [text[s:e] for s, e in details.addressee] == ["Courier News"]


DENIALS = [
    ("it was not true", "denied"),
    ("that the claim was false", "denied"),
    ("the whole story absurd", "denied"),
    ("that isn n't true", "affirmed"),
    ("it was not true that he paid", "affirmed"),
    ("the ship was not true to its course", "affirmed"),
    ("it was true", "affirmed"),
]


@pytest.mark.parametrize(("content", "stance"), DENIALS, ids=[row[0] for row in DENIALS])
def test_a_content_that_only_denies(content: str, stance: str) -> None:
    cells = " ".join(f"{word}/X/{word}/2/dep" for word in content.split())
    reading = parsed(f"Vant/PROPN/Vant/2/nsubj said/VERB/say/0/root {cells}")
    text = reading.report.text
    joined = Joined((span(text, "Vant"),), (span(text, "said"),), (span(text, content),))
    assert details_of(Tree(reading), joined).stance == stance


def test_a_suspicion_is_left_open() -> None:
    reading = parsed(
        "held/VERB/hold/0/root on/ADP/on/3/case suspicion/NOUN/suspicion/1/obl of/ADP/of/5/case "
        "fraud/NOUN/fraud/3/nmod"
    )
    text = reading.report.text
    joined = Joined((), (span(text, "suspicion of"),), (span(text, "fraud"),))
    assert details_of(Tree(reading), joined).stance == "open"


ASKED = "{0} accept/VERB/accept/0/root that/PRON/that/3/obj {1}/PUNCT/{1}/3/punct"


@pytest.mark.parametrize(
    ("before", "mark", "stance"),
    [
        pytest.param("Does/AUX/do/3/aux she/PRON/she/3/nsubj", "?", "open", id="does she"),
        pytest.param("She/PRON/she/3/nsubj does/AUX/do/3/aux", ".", "affirmed", id="she does"),
        pytest.param("She/PRON/she/3/nsubj does/AUX/do/3/aux", "?", "affirmed", id="no question"),
    ],
)
def test_a_question_leaves_it_open(before: str, mark: str, stance: str) -> None:
    reading = parsed(ASKED.format(before, mark))
    text = reading.report.text
    joined = Joined((), (span(text, "accept"),), (span(text, "that"),))
    assert details_of(Tree(reading), joined).stance == stance
