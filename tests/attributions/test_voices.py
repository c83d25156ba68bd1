from __future__ import annotations

from dataclasses import replace

import pytest

from parses import parsed, span
from sayso.attributions.tree import Tree
from sayso.attributions.voices import NOT_NAMED, Cast, Heard
from sayso.values import Reading, Voice

REPORT = parsed(
    "a/DET/a/2/det report/NOUN/report/0/root by/ADP/by/6/case the/DET/the/6/det "
    "news/NOUN/news/6/compound network/NOUN/network/2/nmod Lanterna/PROPN/Lanterna/6/appos"
    "|The/DET/the/2/det official/NOUN/official/0/root"
    "|It/PRON/it/2/nsubj said/VERB/say/0/root"
    "|Orla/PROPN/Orla/0/root Vant/PROPN/Vant/1/flat ,/PUNCT/,/5/punct an/DET/a/5/det "
    "expert/NOUN/expert/1/appos"
    "|She/PRON/she/2/nsubj spoke/VERB/speak/0/root",
    mentions=(
        ("the news network Lanterna", "organization", True, "e1"),
        ("Orla", "person", True, "e2"),
        ("She", "person", False, "e2"),
    ),
)


def voice(
    reading: Reading, words: str, cast: Cast | None = None, speaker: Voice | None = None
) -> Voice:
    cast = cast or Cast(reading, Tree(reading), {})
    return cast.resolve((span(reading.report.text, words),), speaker)


def test_a_report_is_its_makers_voice() -> None:
    found = voice(REPORT, "a report by the news network Lanterna")
    assert (found.name, found.kind) == ("Lanterna", "outlet")


def test_a_name_with_an_apposition_is_the_name() -> None:
    found = voice(REPORT, "Orla Vant , an expert")
    assert (found.name, found.kind) == ("Orla Vant", "person")


def test_a_pronoun_takes_the_name_of_what_it_refers_to() -> None:
    assert voice(REPORT, "She").name == "Orla Vant"


def test_a_description_of_nobody_named_keeps_its_words() -> None:
    found = voice(REPORT, "The official")
    assert (found.name, found.kind) == ("The official", "unnamed")


def test_it_stays_a_word_where_no_outlet_was_heard() -> None:
    assert voice(REPORT, "It").kind == "unnamed"


def test_no_source_is_said_to_be_none() -> None:
    cast = Cast(REPORT, Tree(REPORT), {})
    assert cast.resolve((), None) == Voice(NOT_NAMED, "unnamed")


PAIR = parsed(
    "Vant/PROPN/Vant/2/nsubj knows/VERB/know/0/root Dun/PROPN/Dun/2/obj"
    "|He/PRON/he/2/nsubj said/VERB/say/0/root so/ADV/so/2/advmod",
    mentions=(
        ("Vant", "person", True, "e1"),
        ("Dun", "person", True, "e2"),
        ("He", "person", False, "e2"),
    ),
)


def test_he_stays_a_word_where_two_people_are_near_and_neither_has_spoken() -> None:
    assert voice(PAIR, "He").kind == "unnamed"


def test_he_is_the_one_who_has_spoken() -> None:
    cast = Cast(PAIR, Tree(PAIR), {})
    voice(PAIR, "Dun", cast)
    assert voice(PAIR, "He", cast).name == "Dun"


def test_nobody_speaks_from_within_what_is_said() -> None:
    said = parsed(
        "Dun/PROPN/Dun/2/nsubj paid/VERB/pay/0/root ,/PUNCT/,/5/punct he/PRON/he/5/nsubj "
        "said/VERB/say/2/parataxis",
        mentions=(("Dun", "person", True, "e1"), ("he", "person", False, "e1")),
    )
    text = said.report.text
    cast = Cast(said, Tree(said), {})
    found = cast.resolve((span(text, "he"),), None, (span(text, "Dun paid"),))
    assert found.kind == "unnamed"


BESIDE = parsed(
    "The/DET/the/2/det president/NOUN/president/5/nsubj Orla/PROPN/Orla/2/appos "
    "Vant/PROPN/Vant/3/flat spoke/VERB/speak/0/root",
    mentions=(("The president", "person", False, "e9"), ("Orla Vant", "person", True, "e2")),
)


def test_a_description_beside_a_name_is_whom_the_name_stands_for() -> None:
    mentions = tuple(replace(m, head=2) if m.named else m for m in BESIDE.mentions)
    found = voice(replace(BESIDE, mentions=mentions), "The president Orla Vant")
    assert (found.name, found.entity) == ("Orla Vant", "e2")


GENDER = (
    "{}/PROPN/x/2/compound Thole/PROPN/Thole/3/nsubj spoke/VERB/speak/0/root"
    "|She/PRON/she/2/nsubj said/VERB/say/0/root"
)


@pytest.mark.parametrize(
    ("title", "name"), [("Mrs", "Mrs Thole"), ("Mr", "She"), ("Dr", "Dr Thole")]
)
def test_a_pronoun_of_the_other_gender_stays_a_word(title: str, name: str) -> None:
    reading = parsed(
        GENDER.format(title),
        mentions=((f"{title} Thole", "person", True, "e1"), ("She", "person", False, "e1")),
    )
    assert voice(reading, "She").name == name


RIVAL = parsed(
    "Thole/PROPN/Thole/2/nsubj spoke/VERB/speak/0/root to/ADP/to/5/case the/DET/the/5/det "
    "minister/NOUN/minister/2/obl|He/PRON/he/2/nsubj said/VERB/say/0/root",
    mentions=(
        ("Thole", "person", True, "e1"),
        ("the minister", "person", False, "e2"),
        ("He", "person", False, "e1"),
    ),
)


def test_a_pronoun_stays_a_word_where_somebody_else_stands_nearer() -> None:
    assert voice(RIVAL, "He").name == "He"
    alone = replace(RIVAL, mentions=tuple(m for m in RIVAL.mentions if m.entity == "e1"))
    assert voice(alone, "He").name == "Thole"


def test_a_description_and_a_name_that_are_both_subjects_are_one_voice() -> None:
    two = parsed(
        "The/DET/the/2/det minister/NOUN/minister/6/nsubj ,/PUNCT/,/4/punct "
        "Orla/PROPN/Orla/6/nsubj ,/PUNCT/,/2/punct said/VERB/say/0/root",
        mentions=(("The minister", "person", False, "e1"), ("Orla", "person", True, "e2")),
    )
    found = voice(two, "The minister , Orla ,")
    assert (found.name, found.kind, found.entity) == ("Orla", "person", "e2")


KINDS = [
    ("Brig.-Gen. Vale", "organization", "person"),
    ("Minister Vale", "organization", "person"),
    ("Callow Wire", "person", "outlet"),
    ("Coast Savings Bank", "organization", "organization"),
    ("Orla Vant", "person", "person"),
]


@pytest.mark.parametrize(("name", "mention", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_kind(name: str, mention: str, kind: str) -> None:
    words = name.split()
    rows = " ".join(f"{w}/PROPN/{w}/{len(words) + 1}/nsubj" for w in words[-1:])
    lead = " ".join(f"{w}/PROPN/{w}/{len(words)}/compound" for w in words[:-1])
    reading = parsed(f"{lead} {rows} spoke/VERB/speak/0/root", ((name, mention, True, "e1"),))
    assert voice(reading, name).kind == kind


def test_the_article_before_a_name_speaks_against_a_person() -> None:
    reading = parsed(
        "The/DET/the/2/det Lantern/PROPN/Lantern/3/nsubj said/VERB/say/0/root so/ADV/so/3/advmod",
        mentions=(("The Lantern", "person", True, "e1"),),
    )
    assert voice(reading, "The Lantern").kind == "organization"


NAMED = [
    pytest.param(
        "The/DET/the/2/det Commandant/PROPN/commandant/5/nsubj ,/PUNCT/,/4/punct "
        "Vale/PROPN/Vale/2/appos spoke/VERB/speak/0/root",
        "The Commandant , Vale", "Vale", id="a title with a name",
    ),
    pytest.param(
        "The/DET/the/2/det Commandant/PROPN/commandant/3/nsubj spoke/VERB/speak/0/root",
        "The Commandant", "The Commandant", id="a title alone",
    ),
    pytest.param(
        "Corran/PROPN/Corran/3/nmod:poss 's/PART/'s/1/case head/NOUN/head/6/nsubj "
        ",/PUNCT/,/5/punct Drane/PROPN/Drane/3/appos spoke/VERB/speak/0/root",
        "Corran 's head , Drane", "Drane", id="a possessor is another",
    ),
    pytest.param(
        "a/DET/a/2/det soldier/NOUN/soldier/5/nsubj ,/PUNCT/,/4/punct Callow/PROPN/Callow/2/appos "
        "spoke/VERB/speak/0/root",
        "a soldier , Callow", "a soldier , Callow", id="a place is nobody",
    ),
    pytest.param(
        "The/DET/the/2/det Gazette/PROPN/gazette/3/nsubj told/VERB/tell/0/root us/PRON/we/3/iobj",
        "The Gazette", "Gazette", id="a paper named like a document",
    ),
    pytest.param(
        "the/DET/the/3/det state/NOUN/state/3/compound gazette/NOUN/gazette/4/nsubj "
        "says/VERB/say/0/root",
        "the state gazette", "the state gazette", id="a document",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "source", "name"), NAMED)
def test_whose_name(rows: str, source: str, name: str) -> None:
    mentions = (("a soldier", "person", False, "e1"), ("Callow", "place", True, "e2"))
    known = tuple(m for m in mentions if m[0] in parsed(rows).report.text)
    assert voice(parsed(rows, known), source).name == name


def test_the_gazette_is_an_outlet_and_the_state_gazette_a_document() -> None:
    paper, document = parsed(NAMED[4].values[0]), parsed(NAMED[5].values[0])  # type: ignore[arg-type]
    assert voice(paper, "The Gazette").kind == "outlet"
    assert voice(document, "the state gazette").kind == "document"


OFFICERS = (
    "an/DET/a/2/det officer/NOUN/officer/6/nsubj of/ADP/of/5/case the/DET/the/5/det "
    "guard/NOUN/guard/2/nmod spoke/VERB/speak/0/root|{0} left/VERB/leave/0/root"
)


@pytest.mark.parametrize(
    ("rows", "words", "name"),
    [
        ("The/DET/the/2/det officer/NOUN/officer/3/nsubj", "The officer",
         "an officer of the guard"),
        ("The/DET/the/3/det acting/ADJ/acting/3/amod officer/NOUN/officer/4/nsubj",
         "The acting officer", "The acting officer"),
    ],
    ids=["the same words", "more is said of him"],
)  # fmt: skip
def test_the_one_unnamed_officer(rows: str, words: str, name: str) -> None:
    reading = parsed(OFFICERS.format(rows))
    cast = Cast(reading, Tree(reading), {})
    voice(reading, "an officer of the guard", cast)
    assert voice(reading, words, cast).name == name


OWN = (
    "The/DET/the/2/det Herald/PROPN/Herald/3/nsubj asked/VERB/ask/0/root so/ADV/so/3/advmod"
    "|Tolmere/PROPN/Tolmere/2/compound {0}/PROPN/{0}/3/nsubj closed/VERB/close/0/root"
)


@pytest.mark.parametrize(
    ("other", "name"),
    [
        pytest.param("Bank", "The Halvenne Herald", id="its own short name"),
        pytest.param("Herald", "Herald", id="another of that name is there"),
    ],
)
def test_what_the_outlet_calls_itself(other: str, name: str) -> None:
    reading = parsed(
        OWN.format(other),
        mentions=(
            ("The Herald", "organization", True, "e1"),
            (f"Tolmere {other}", "organization", True, "e2"),
        ),
    )
    named = replace(reading, report=replace(reading.report, outlet="The Halvenne Herald"))
    assert voice(named, "The Herald").name == name


PAPERS = (
    "Our/PRON/we/2/nmod:poss report/NOUN/report/3/nsubj erred/VERB/err/0/root"
    "|a/DET/a/2/det {0}/NOUN/{0}/3/nsubj shows/VERB/show/0/root so/ADV/so/3/advmod"
)


@pytest.mark.parametrize(
    ("noun", "name"), [("filing", "a filing"), ("report", "The Herald")], ids=["other", "same"]
)
def test_a_document_is_not_whose_another_kind_of_document_is(noun: str, name: str) -> None:
    reading = parsed(
        PAPERS.format(noun),
        mentions=(("Our report", "object", False, "e1"), (f"a {noun}", "object", False, "e1")),
    )
    assert voice(reading, f"a {noun}").name == name


ANOTHER = parsed(
    "a/DET/a/2/det report/NOUN/report/3/nsubj came/VERB/come/0/root"
    "|The/DET/the/2/det report/NOUN/report/3/nsubj came/VERB/come/0/root"
)


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        pytest.param("The report", "Lanterna", id="the"),
        pytest.param("a report", "a report", id="a"),
    ],
)
def test_the_report_is_the_outlets_that_was_heard_and_a_report_nobodys(
    words: str, whose: str
) -> None:
    cast = Cast(ANOTHER, Tree(ANOTHER), {})
    cast.heard.append(Heard(Voice("Lanterna", "outlet"), 0))
    assert voice(ANOTHER, words, cast).name == whose
