"""Whom "I", "we", "who", "it", "she" stand for at a cue, and where they stay as they are."""

from __future__ import annotations

import pytest

from parses import parsed, span
from sayso.attributions.tree import Tree
from sayso.attributions.voices import Cast
from sayso.values import Reading, Voice


def voices(reading: Reading, *sources: str, content: str | None = None) -> list[str]:
    """The names of the voices of several sources, heard in that order."""
    cast, text = Cast(reading, Tree(reading), {}), reading.report.text
    said = (span(text, content),) if content else ()
    return [cast.resolve((span(text, words),), None, said).name for words in sources]


WE = "We/PRON/we/2/nsubj {0}/VERB/{0}/0/root that/PRON/that/2/obj"
TOLD = "|He/PRON/he/2/nsubj told/VERB/tell/0/root us/PRON/we/2/iobj so/ADV/so/2/advmod"
ASIDE = "|I/PRON/I/2/nsubj slept/VERB/sleep/0/root"
SAID_SO = "|“/PUNCT/“/3/punct We/PRON/we/3/nsubj slept/VERB/sleep/0/root ”/PUNCT/”/3/punct"


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        pytest.param(WE.format("apologise"), "The Herald", id="what an outlet does"),
        pytest.param(WE.format("think") + TOLD, "The Herald", id="it was told something"),
        pytest.param(WE.format("think"), "We", id="nothing shows that it means itself"),
        pytest.param(WE.format("ask") + ASIDE, "We", id="a column says I"),
    ],
)
def test_we(rows: str, name: str) -> None:
    assert voices(parsed(rows), "We") == [name]


def test_we_in_quotation_marks_is_not_the_outlet() -> None:
    reading = parsed((WE.format("apologise") + SAID_SO).replace("We/", "we/", 1))
    assert voices(reading, "We") == ["We"]


def test_i_is_nobody_named() -> None:
    reading = parsed(
        "I/PRON/I/2/nsubj asked/VERB/ask/0/root Dun/PROPN/Dun/2/obj",
        mentions=(("I", "person", False, "e1"), ("Dun", "person", True, "e1")),
    )
    assert voices(reading, "I") == ["I"]


WHO = (
    "The/DET/the/2/det spokesman/NOUN/spokesman/8/nsubj ,/PUNCT/,/4/punct Dun/PROPN/Dun/2/appos "
    ",/PUNCT/,/7/punct who/PRON/who/7/nsubj agreed/VERB/agree/2/acl:relcl left/VERB/leave/0/root"
)
APART = (
    "The/DET/the/2/det ship/NOUN/ship/5/nsubj of/ADP/of/4/case Callow/PROPN/Callow/2/nmod "
    "sank/VERB/sink/0/root ,/PUNCT/,/8/punct who/PRON/who/8/nsubj agreed/VERB/agree/2/acl:relcl"
)


@pytest.mark.parametrize(
    ("rows", "name"),
    [pytest.param(WHO, "Dun", id="right behind"), pytest.param(APART, "who", id="further off")],
)
def test_who(rows: str, name: str) -> None:
    assert voices(parsed(rows), "who") == [name]


BOARD = (
    "The/DET/the/2/det board/NOUN/board/3/nsubj spoke/VERB/speak/0/root"
    "{0}|Later/ADV/later/3/advmod it/PRON/it/3/nsubj denied/VERB/deny/0/root that/PRON/that/3/obj"
)
MET = "|The/DET/the/2/det bank/NOUN/bank/3/nsubj closed/VERB/close/0/root"
BODY = ("The board", "organization", False, "e1")


@pytest.mark.parametrize(
    ("between", "mentions", "name"),
    [
        pytest.param("", (BODY,), "The board", id="the body that spoke last"),
        pytest.param(
            MET, (BODY, ("The bank", "organization", False, "e2")), "it", id="another body since"
        ),
        pytest.param("", (("The board", "person", False, "e1"),), "it", id="somebody"),
        pytest.param("", (), "it", id="nothing known"),
    ],
)
def test_it(between: str, mentions: tuple[tuple[str, str, bool, str], ...], name: str) -> None:
    assert voices(parsed(BOARD.format(between), mentions), "The board", "it")[1] == name


SHE = (
    "Vant/PROPN/Vant/2/nsubj spoke/VERB/speak/0/root{0}"
    "|Then/ADV/then/3/advmod she/PRON/she/3/nsubj left/VERB/leave/0/root"
)
DUN = " of/ADP/of/4/case Dun/PROPN/Dun/2/obl"
VANT = ("Vant", "person", True, "e1")
THERE = ("Dun", "person", True, "e2")
ALONE = ("she", "person", False, "e9")


@pytest.mark.parametrize(
    ("between", "mentions", "name"),
    [
        pytest.param("", (VANT, ALONE), "Vant", id="who spoke last"),
        pytest.param(DUN, (VANT, THERE, ALONE), "she", id="somebody else since"),
        pytest.param(
            DUN, (VANT, THERE, ("she", "person", False, "e2")), "she", id="taken for another"
        ),
    ],
)
def test_she(between: str, mentions: tuple[tuple[str, str, bool, str], ...], name: str) -> None:
    assert voices(parsed(SHE.format(between), mentions), "Vant", "she")[1] == name


def test_she_is_no_paper() -> None:
    reading = parsed(
        "The/DET/the/2/det Courier/PROPN/Courier/3/nsubj spoke/VERB/speak/0/root"
        "|She/PRON/she/2/nsubj left/VERB/leave/0/root",
        mentions=(("The Courier", "person", True, "e1"), ("She", "person", False, "e1")),
    )
    assert voices(reading, "The Courier", "She")[1] == "She"


def test_a_word_of_a_paper_s_name_is_nobody_else() -> None:
    reading = parsed(
        SHE.format(" to/ADP/to/5/case Callow/PROPN/Callow/5/compound Wire/PROPN/Wire/2/obl"),
        mentions=(
            VANT,
            ("Callow Wire", "organization", True, "e3"),
            ("Callow", "person", True, "e4"),
            ALONE,
        ),
    )
    assert voices(reading, "Vant", "she")[1] == "Vant"


def test_the_speaker_of_a_quotation_is_i() -> None:
    reading = parsed("I/PRON/I/2/nsubj said/VERB/say/0/root so/ADV/so/2/advmod")
    cast = Cast(reading, Tree(reading), {})
    speaker = Voice("Orla Vant", "person", "e2")
    found = cast.resolve((span(reading.report.text, "I"),), speaker)
    assert (found.name, found.entity) == ("Orla Vant", "e2")
