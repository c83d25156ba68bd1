"""Who says it by the tree, where the tags have none or one of another sentence."""

from __future__ import annotations

import pytest

from parses import parsed, span
from sayso.attributions.joining import Joined
from sayso.attributions.subjects import Kinds, speaker_by_tree
from sayso.attributions.tree import Tree
from sayso.values import Reading

FIRST = "Vant/PROPN/Vant/2/nsubj spoke/VERB/speak/0/root"
JOINED_VERB = (
    "|Brand/PROPN/Brand/2/nsubj stands/VERB/stand/0/root by/ADP/by/4/case it/PRON/it/2/obl "
    "and/CCONJ/and/6/cc {0} so/ADV/so/6/advmod"
)
ROWS = [
    pytest.param(FIRST + JOINED_VERB.format("says/VERB/say/2/conj"), "says", "Brand", id="joined"),
    pytest.param(
        FIRST + "|Brand/PROPN/Brand/2/nsubj paid/VERB/pay/0/root ,/PUNCT/,/4/punct "
        "adding/VERB/add/2/advcl so/ADV/so/4/advmod",
        "adding", "Brand", id="participle",
    ),
    pytest.param(
        FIRST + "|Professor/PROPN/professor/2/compound Dove/PROPN/Dove/6/nsubj ,/PUNCT/,/2/punct "
        "who/PRON/who/5/nsubj leads/VERB/lead/2/acl:relcl said/VERB/say/0/root so/ADV/so/6/advmod",
        "said", "Professor Dove , who leads", id="own subject",
    ),
    pytest.param(
        FIRST + "|Brand/PROPN/Brand/3/nsubj:pass was/AUX/be/3/aux:pass told/VERB/tell/0/root "
        "so/ADV/so/3/advmod",
        "told", "Vant", id="who is told does not say it",
    ),
    pytest.param(
        FIRST + "|There/PRON/there/2/nsubj seems/VERB/seem/0/root so/ADV/so/2/advmod",
        "seems", "Vant", id="there",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cue", "source"), ROWS)
def test_a_source_of_another_sentence(rows: str, cue: str, source: str) -> None:
    reading = parsed(rows)
    text = reading.report.text
    wrong = Joined((span(text, "Vant"),), (span(text, cue),), (span(text, "so"),))
    found = speaker_by_tree(Tree(reading), wrong, ())
    assert [text[slice(*part)] for part in found.source] == [source]


ANNOUNCED = parsed(
    "He/PRON/he/2/nsubj goes/VERB/go/6/ccomp ,/PUNCT/,/6/punct the/DET/the/5/det "
    "ministry/NOUN/ministry/6/nsubj {0}/VERB/{0}/0/root".format("announce")
)
SEEMED = parsed(
    "He/PRON/he/2/nsubj {0}/VERB/{0}/0/root to/PART/to/4/mark go/VERB/go/2/xcomp".format("seem")
)


def without_source(reading: Reading, cue: str, *contents: str) -> Joined:
    text = reading.report.text
    joined = Joined((), (span(text, cue),), tuple(span(text, each) for each in contents))
    return speaker_by_tree(Tree(reading), joined, ())


def test_a_part_of_the_content_that_is_the_subject_is_the_source() -> None:
    text = ANNOUNCED.report.text
    found = without_source(ANNOUNCED, "announce", "He goes", "the ministry")
    assert found.source == (span(text, "the ministry"),)
    assert found.content == (span(text, "He goes"),)


def test_what_only_seems_so_is_nobody_s_word() -> None:
    assert without_source(SEEMED, "seem", "He", "to go").source == ()


ATTACK = parsed(
    "The/DET/the/2/det attack/NOUN/attack/3/nsubj came/VERB/come/0/root ,/PUNCT/,/5/punct "
    "saying/VERB/say/3/advcl so/ADV/so/5/advmod",
    mentions=(("The attack", "event", False, "a"),),
)


def test_an_event_is_not_taken_for_a_speaker() -> None:
    text = ATTACK.report.text
    joined = Joined((), (span(text, "saying"),), (span(text, "so"),))
    assert speaker_by_tree(Tree(ATTACK), joined, (), Kinds.among(ATTACK.mentions)).source == ()


ACCORDING = parsed(
    "It/PRON/it/2/nsubj ran/VERB/run/0/root ,/PUNCT/,/7/punct according/VERB/accord/7/case "
    "to/ADP/to/4/fixed a/DET/a/7/det report/NOUN/report/2/obl by/ADP/by/9/case "
    "Vant/PROPN/Vant/7/nmod"
)


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param(("It ran", "a report by Vant"), id="taken for said"),
        pytest.param(("It ran",), id="untagged"),
    ],
)
def test_whom_it_is_according_to_does_not_stand_in_the_content(contents: tuple[str, ...]) -> None:
    text = ACCORDING.report.text
    found = without_source(ACCORDING, "according to", *contents)
    assert found.source == (span(text, "a report by Vant"),)
    assert found.content == (span(text, "It ran"),)
