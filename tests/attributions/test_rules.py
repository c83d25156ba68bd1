"""What the tree shows of who says what, where the tags do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parses import parsed, span, tag, tie
from sayso.attributions import attributions_of
from sayso.attributions.complement import complete
from sayso.attributions.joining import Joined
from sayso.attributions.rules import according, suspicions, topics
from sayso.attributions.subjects import Kinds, own_subjects, participles
from sayso.attributions.tree import Tree
from sayso.values import Block, Reading, Span, TaggedSpan, Tie

FRONTED = parsed(
    "According/VERB/accord/3/case to/ADP/to/1/fixed Vant/PROPN/Vant/6/obl ,/PUNCT/,/3/punct "
    "it/PRON/it/6/nsubj sank/VERB/sink/0/root ./PUNCT/./6/punct"
)
TRAILING = parsed(
    "It/PRON/it/2/nsubj sank/VERB/sink/0/root ,/PUNCT/,/6/punct according/VERB/accord/6/case "
    "to/ADP/to/4/fixed Vant/PROPN/Vant/2/obl ./PUNCT/./2/punct"
)
NOT_TO = parsed(
    "Vant/PROPN/Vant/2/nsubj acted/VERB/act/0/root according/ADV/accord/2/advmod "
    "and/CCONJ/and/5/cc well/ADV/well/3/conj"
)


def sliced(reading: Reading, joined: Joined) -> tuple[list[str], ...]:
    text = reading.report.text
    parts: tuple[tuple[Span, ...], ...] = (joined.source, joined.cue, joined.content)
    return tuple([text[s:e] for s, e in spans] for spans in parts)


@pytest.mark.parametrize(
    ("reading", "cue", "content"),
    [(FRONTED, "According to", "it sank"), (TRAILING, "according to", "It sank")],
    ids=["fronted", "trailing"],
)
def test_according_to(reading: Reading, cue: str, content: str) -> None:
    tree, text = Tree(reading), reading.report.text
    (found,) = according(text, tree, [])
    assert sliced(reading, complete(text, tree, found)) == (["Vant"], [cue], [content])


def test_according_without_to_is_left_alone() -> None:
    assert not list(according(NOT_TO.report.text, Tree(NOT_TO), []))


def test_according_to_that_was_tagged_is_left_alone() -> None:
    text = FRONTED.report.text
    known = Joined((), (span(text, "According to"),), ())
    assert not list(according(text, Tree(FRONTED), [known]))


TWO = parsed(
    "“/PUNCT/“/3/punct I/PRON/i/3/nsubj paid/VERB/pay/5/ccomp ”/PUNCT/”/3/punct "
    "said/VERB/say/0/root Vant/PROPN/Vant/5/nsubj"
    "|“/PUNCT/“/3/punct I/PRON/i/3/nsubj signed/VERB/sign/5/ccomp ”/PUNCT/”/3/punct "
    "added/VERB/add/0/root Brand/PROPN/Brand/5/nsubj"
)


def test_a_verb_s_own_subject_says_it_and_nobody_in_another_sentence() -> None:
    text = TWO.report.text
    tags = [tag(text, "source", "Vant"), tag(text, "source", "Brand")]
    wrong = Joined((span(text, "Vant"),), (span(text, "added"),), ())
    right = Joined((span(text, "Vant"),), (span(text, "said"),), ())
    tree = Tree(TWO)
    assert own_subjects(tree, wrong, tags).source == (span(text, "Brand"),)
    assert own_subjects(tree, right, tags) is right
    assert own_subjects(tree, wrong, tags[:1]) is wrong


ATTEMPT = parsed(
    "The/DET/the/2/det generals/NOUN/general/3/nsubj surfaced/VERB/surface/0/root "
    "after/ADP/after/6/case the/DET/the/6/det attempt/NOUN/attempt/2/nmod "
    "saying/VERB/say/6/acl so/ADV/so/7/advmod",
    mentions=(
        ("The generals", "person", False, "g"),
        ("the attempt", "event", False, "a"),
    ),
)


def test_an_event_says_nothing() -> None:
    text = ATTEMPT.report.text
    joined = Joined((span(text, "the attempt"),), (span(text, "saying"),), (span(text, "so"),))
    found = participles(Tree(ATTEMPT), joined, Kinds.among(ATTEMPT.mentions))
    assert text[slice(*found.source[0])].startswith("The generals")


SAID = (
    "Vant/PROPN/Vant/2/nsubj {0} that/SCONJ/that/5/mark it/PRON/it/5/nsubj "
    "sank/VERB/sink/2/ccomp ./PUNCT/./2/punct"
)


def _read_again(texts: Sequence[str]) -> list[tuple[tuple[TaggedSpan, ...], tuple[Tie, ...]]]:
    return [((), ()) for _ in texts]


@pytest.mark.parametrize(
    ("verb", "contents"),
    [("said/VERB/say/0/root", ["that it sank"]), ("saw/VERB/see/0/root", [])],
    ids=["said", "saw"],
)
def test_said_that_where_nothing_was_tagged(verb: str, contents: list[str]) -> None:
    reading = parsed(SAID.format(verb))
    found = attributions_of(reading, _read_again)
    assert [reading.report.text[slice(*a.content[0])] for a in found] == contents


def test_said_that_is_left_alone_where_something_was_tagged() -> None:
    reading = parsed(SAID.format("said/VERB/say/0/root"))
    text = reading.report.text
    tags = (tag(text, "cue", "said"), tag(text, "content", "sank"))
    (found,) = attributions_of(replace(reading, tags=tags, ties=(tie(0, 1),)), _read_again)
    assert [text[s:e] for s, e in found.content] == ["sank"]


SUSPECTED = [
    pytest.param(
        "He/PRON/he/2/nsubj|was/AUX/be/2/aux:pass held/VERB/hold/0/root on/ADP/on/4/case "
        "suspicion/NOUN/suspicion/2/obl of/ADP/of/6/case fraud/NOUN/fraud/4/nmod",
        ["fraud"], id="on suspicion of",
    ),
    pytest.param(
        "a/DET/a/2/det suspicion/NOUN/suspicion/0/root of/ADP/of/4/case "
        "garlic/NOUN/garlic/2/nmod",
        [], id="a suspicion of garlic",
    ),
    pytest.param(
        "held/VERB/hold/0/root on/ADP/on/3/case suspicion/NOUN/suspicion/1/obl",
        [], id="on suspicion alone",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "contents"), SUSPECTED)
def test_suspicions_are_nobody_s_named(rows: str, contents: list[str]) -> None:
    reading = parsed(rows.replace("He/PRON/he/2/nsubj|", ""))
    text = reading.report.text
    found = list(suspicions(text, Tree(reading), (0, len(text))))
    assert [text[slice(*j.content[0])] for j in found] == contents
    assert all(j.source == () for j in found)


HEAD = (
    "{0}/PROPN/x/0/root :/PUNCT/:/3/punct {1}/NOUN/x/1/parataxis"
    "|Vant/PROPN/Vant/2/nsubj spoke/VERB/speak/0/root so/ADV/so/2/advmod"
)


@pytest.mark.parametrize(
    ("who", "what", "kept"),
    [
        pytest.param("Vant", "war", True, id="speaks below"),
        pytest.param("Callow", "war", False, id="a topic"),
        pytest.param("Callow", "“war”", True, id="something is quoted"),
        pytest.param("Report", "war", True, id="a document"),
    ],
)
def test_a_headline_s_colon(who: str, what: str, kept: bool) -> None:
    reading = parsed(HEAD.format(who, what).replace("/x/0/", f"/{who.lower()}/0/"))
    text = reading.report.text
    end = text.index(what) + len(what)
    titled = replace(reading.report, blocks=(Block("title", 0, end),))
    head = Joined((span(text, who),), (span(text, ":"),), (span(text, what),))
    body = (text.rindex("Vant"), text.rindex("Vant") + 4)
    below = Joined((body,), (span(text, "spoke"),), (span(text, "so"),))
    assert (head in topics(titled, Tree(reading), [head, below])) is kept
