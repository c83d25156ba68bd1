"""What a source is called: names, and what only looks like one."""

from __future__ import annotations

import pytest

from parses import parsed, span
from sayso.attributions.naming import (
    behind_dateline,
    beside,
    looks_like_outlet,
    names_nobody,
    owner_of,
)
from sayso.attributions.tree import Tree
from sayso.values import Reading

COMMANDANT = parsed(
    "The/DET/the/3/det Acting/PROPN/acting/3/compound Commandant/PROPN/commandant/0/root "
    ",/PUNCT/,/6/punct 4th/ADJ/4th/6/amod Division/PROPN/Division/3/appos ,/PUNCT/,/8/punct "
    "Maj/PROPN/maj/3/appos ./PUNCT/./8/punct -/PUNCT/-/8/punct Gen./PROPN/gen./8/flat "
    "Ibram/PROPN/Ibram/3/appos Vale/PROPN/Vale/8/flat ,/PUNCT/,/3/punct who/PRON/who/16/nsubj "
    "spoke/VERB/speak/3/acl:relcl for/ADP/for/18/case Orla/PROPN/Orla/16/obl"
)
DOCTORS = parsed(
    "Their/PRON/their/2/nmod:poss doctors/NOUN/doctor/0/root ,/PUNCT/,/4/punct "
    "Orla/PROPN/Orla/2/appos ,/PUNCT/,/6/punct Dun/PROPN/Dun/2/appos"
)


@pytest.mark.parametrize(
    ("reading", "name"),
    [
        pytest.param(COMMANDANT, "Maj . - Gen. Ibram Vale", id="the one led by a title"),
        pytest.param(DOCTORS, None, id="two are left"),
    ],
)
def test_name_beside_a_description(reading: Reading, name: str | None) -> None:
    text, tree = reading.report.text, Tree(reading)
    head = next(i for i, token in enumerate(reading.tokens) if token.head < 0)
    found = beside(tree, [(0, len(text))], head)
    assert (text[slice(*found)] if found else None) == name


TITLED = parsed(
    "Chief/PROPN/chief/0/root of/ADP/of/4/case Army/PROPN/army/4/compound Staff/PROPN/staff/1/nmod "
    "Ibram/PROPN/Ibram/1/flat Vale/PROPN/Vale/1/flat Army/PROPN/army/1/dep"
)


@pytest.mark.parametrize(
    ("words", "nobody"),
    [("Chief of Army Staff", True), ("Ibram Vale", False), ("Staff Ibram", False)],
)
def test_titles_name_nobody(words: str, nobody: bool) -> None:
    assert names_nobody(Tree(TITLED), span(TITLED.report.text, words)) is nobody


def test_an_army_is_somebody() -> None:
    start = TITLED.report.text.rindex("Army")
    assert not names_nobody(Tree(TITLED), (start, start + 4))


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("CALLOW – The mayor", "The mayor"),
        ("CALLOW, June 3 - The mayor", "The mayor"),
        ("Callow, June 3, 2021 (CNA) The mayor", "The mayor"),
        ("Ibram Vale – a surgeon", "Ibram Vale – a surgeon"),
        ("NATO officials", "NATO officials"),
    ],
)
def test_behind_the_dateline(source: str, bare: str) -> None:
    ((start, end),) = behind_dateline(source, [(0, len(source))])
    assert source[start:end] == bare


REPORTED = (
    "a/DET/a/2/det {0}/NOUN/{0}/0/root {1}/VERB/{1}/2/acl by/ADP/by/5/case Lanterna/PROPN/L/3/obl"
)


@pytest.mark.parametrize(
    ("document", "verb", "owned"),
    [
        ("report", "write", True),
        ("report", "publish", True),
        ("filing", "publish", False),
        ("records", "seen", False),
        ("letter", "obtain", False),
    ],
)
def test_whose_a_document_is(document: str, verb: str, owned: bool) -> None:
    tree = Tree(parsed(REPORTED.format(document, verb)))
    assert (owner_of(tree, 1) is not None) is owned


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("The Callow Herald", True),
        ("Radio Callow", True),
        ("Times of Callow", True),
        ("Coast Savings Bank", False),
        ("Ibram Vale", False),
    ],
)
def test_looks_like_an_outlet(name: str, outlet: bool) -> None:
    assert looks_like_outlet(name) is outlet
