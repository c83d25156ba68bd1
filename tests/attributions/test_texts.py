"""The packaged model and the rules on short texts of several kinds: whose words are whose.

A row is a text, the cue's words, and the voice and stance that they must have; None where
nothing may be found at that cue.
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from sayso.attributions.finding import chain_of
from sayso.case import default_reader, document_of
from sayso.values import Attribution, Report, Voice

STATEMENT = (
    "We reject the allegation made by the Karsk Residents' Association that samples were "
    "destroyed. The association has not said where it obtained its information.\n\n"
    "Professor Ilian Dove, who leads the laboratory, said that the tests had been repeated. "
    "The ministry notes that a warning was issued."
)
COURT = (
    "Inspector Hal Broome said that no money had been found at Stane's home. He was arrested on "
    "suspicion of bribery in February. Stane told officers that it was not true.\n\n"
    "Police arrested a second man, Tibor Lunt, last month. Lunt has not been accused of any "
    "offence."
)
FEATURE = (
    "In a report in 2021, the watchdog Clear Earth accused Redvein of dumping mercury in the "
    'river. Redvein rejected the report as "fiction". Clear Earth stands by it and says it will '
    "publish more next month."
)
TALK = (
    "Talbot: I told the chairman in March.\n\nMorrow: What did he say?\n\n"
    "Talbot: He said it would be looked into."
)
MINISTRY = (
    "The director is to leave his post on 1 April, the Ministry of Works announced on Wednesday. "
    "His deputy, Ilse Marr, will run the port, it said."
)
CORRECTION = (
    "The Chamber of Audit has said it will publish its findings; it has not said whether "
    "they name anybody. "
    "The Callow Gazette repeated the wrong figure. The Gazette told us that it would print a "
    "note."
)
NOTE = (
    'The director told us that he had paid. We cannot confirm that he did. "We are in the dark," '
    "said his lawyer, Tessa Holt."
)
ROWS = [
    pytest.param(STATEMENT, "reject", "The Herald", "denied", id="a statement's we"),
    pytest.param(STATEMENT, "has not said", "Karsk Residents' Association", "open", id="its own"),
    pytest.param(STATEMENT, "said", "Professor Ilian Dove", "affirmed", id="not the next speaker"),
    pytest.param(COURT, "suspicion of", "source not named", "open", id="suspicion"),
    pytest.param(COURT, "told", "Stane", "denied", id="not true"),
    pytest.param(COURT, "arrested", None, None, id="arrested"),
    pytest.param(COURT, "has not been accused of", None, None, id="not accused"),
    pytest.param(FEATURE, "says", "Clear Earth", "affirmed", id="not who spoke before"),
    pytest.param(FEATURE, "rejected", "Redvein", "denied", id="rejected"),
    pytest.param(MINISTRY, "announced", "Ministry of Works", "affirmed", id="behind its words"),
    pytest.param(MINISTRY, "said", "Ministry of Works", "affirmed", id="it said"),
    pytest.param(CORRECTION, "has not said", "Chamber of Audit", "open", id="not the paper"),
    pytest.param(CORRECTION, "told", "Callow Gazette", "affirmed", id="a paper told us"),
    pytest.param(NOTE, "cannot confirm", "The Herald", "open", id="the paper's we"),
]


NOTARY = "According to the notary, Gerolt Amber, {0}."
ROWS += [
    pytest.param(
        NOTARY.format("three of the four envelopes were sealed when they reached him"),
        "According to", "Gerolt Amber", "affirmed", id="name behind a description",
    ),
    pytest.param(
        NOTARY.format("Odo Brisk and Ada Venn signed the deed"),
        "According to", "the notary", "affirmed", id="a name of a list",
    ),
    pytest.param(
        "According to the notary, Gerolt Amber signed the deed.",
        "According to", "the notary", "affirmed", id="the name is the subject",
    ),
    pytest.param(
        "Ada Venn, the daughter of a judge, works for Corriden, a firm in Lorn, Odo Brisk told "
        "parliament.",
        "told", "Odo Brisk", "affirmed", id="not the subject of what was told",
    ),
]  # fmt: skip

HEARING = (
    "Sgt Mona Grey asked him who had loaded them.\n\n"
    "Cross-examined by Una Fell, defending, Sgt Grey accepted that no fingerprints had been "
    "found. She denied that she had threatened Mr Bost."
)
TRADERS = (
    "One of them, Northing Dredge, confirmed that its price had been lower; its managing director, "
    "Tobin Rusk, said he had not been asked."
)
ROADS = (
    "The road was closed, according to Aske, and reopened on Friday, according to Dorn, after the "
    "mayor intervened."
)
TALK_OF_HIM = (
    "Venn: I carried it twice.\n\nPost: Did he say what was in it?\n\n"
    "Venn: He swore that I would never work again."
)
ROWS += [
    pytest.param(HEARING, "accepted", "Sgt Mona Grey", "affirmed", id="not who questioned her"),
    pytest.param(HEARING, "defending", None, None, id="a lawyer who defends says nothing"),
    pytest.param(
        "Una Fell, defending the verdict, said that the jury had been patient.",
        "said", "Una Fell", "affirmed", id="defends something and speaks",
    ),
    pytest.param(
        "Officers questioned Una Fell on Monday, and she told them that she had slept.",
        "told", "Una Fell", "affirmed", id="questioned and speaks",
    ),
    pytest.param(
        "Moss, Brandt said, was a liar.", "said", "Brandt", "affirmed", id="not whom it is about"
    ),
    pytest.param(
        "Moss said Brandt was a liar.", "said", "Moss", "affirmed", id="the only subject"
    ),
    pytest.param(
        "Thanks to Dret, said the mayor, the town has a school.",
        "said", "the mayor", "affirmed", id="not the thanked",
    ),
    pytest.param(
        "Dret, said to be the richest man in Corran, denied having fled.",
        "said", "source not named", "affirmed", id="said to be",
    ),
    pytest.param(
        "Dret, who said to reporters that he had fled, was in Corran.",
        "said", "Dret", "affirmed", id="said to somebody",
    ),
    pytest.param(
        "“Dret is alive,” an officer who asked not to be named told this newspaper.",
        "told", "an officer who asked not to be named", "affirmed", id="behind what was said",
    ),
    pytest.param(TRADERS, "said", "Tobin Rusk", "affirmed", id="its director, not the firm"),
    pytest.param(
        "Mum-of-two Dina Marsh told the Gull that she had felt sick.",
        "told", "Mum-of-two Dina Marsh", "affirmed", id="no name ends at a hyphen",
    ),
    pytest.param(
        "Secretary Ban Ki-moon said that the tests must stop.",
        "said", "Secretary Ban Ki-moon", "affirmed", id="a name with a hyphen",
    ),
    pytest.param(TALK_OF_HIM, "swore", "He", "affirmed", id="he is not who speaks of him"),
    pytest.param(TALK_OF_HIM, "say", "he", "open", id="a question tells nothing"),
]  # fmt: skip


@lru_cache
def found(text: str) -> tuple[Attribution, ...]:
    report = Report("r", "test", text, outlet="The Herald", published="2024-03-27", language="en")
    return document_of(report, default_reader()).attributions


@pytest.mark.parametrize(("text", "cue", "name", "stance"), ROWS)
def test_voice(text: str, cue: str, name: str | None, stance: str | None) -> None:
    at = [a for a in found(text) if [text[s:e] for s, e in a.cue] == [cue]]
    voices = [(a.voice.name, a.stance) for a in at if a.voice is not None]
    assert voices[:1] == ([] if name is None else [(name, stance)])


def test_a_transcript_s_lines_are_their_labels() -> None:
    lines = [a for a in found(TALK) if a.parent is None]
    assert [a.voice.name if a.voice else None for a in lines] == ["Talbot", "Morrow", "Talbot"]


DEBATE = (
    "Maud Perl (Civic Union): Does the minister accept that there was no tender?\n\n"
    "The Minister of Transport (Olaf Reyne): I do not.\n\n"
    "Maud Perl: Mr Haas says that they dined together."
)


def test_a_debate_s_lines_are_their_labels() -> None:
    voices = [a.voice for a in found(DEBATE) if a.parent is None]
    names = [voice.name if voice else None for voice in voices]
    assert names == ["Maud Perl", "Minister of Transport", "Maud Perl"]


def test_a_statement_ends_where_it_is_spoken_of() -> None:
    text = "Odo Brisk left. His statement that the tender was clean is something we cannot refute."
    (own,) = [a for a in found(text) if text[slice(*a.cue[0])].endswith("statement")]
    assert [text[s:e] for s, e in own.content] == ["that the tender was clean"]


def test_what_is_told_within_what_is_told_keeps_its_place() -> None:
    text = (
        "Ada Venn told investigators that the broker had told her the invoices were late, the "
        "filing states."
    )
    by_id = {a.id: a for a in found(text)}
    (inner,) = [a for a in by_id.values() if a.voice and a.voice.name == "the broker"]
    told = by_id[inner.parent or ""]
    assert told.voice is not None and told.voice.name == "Ada Venn"
    assert by_id[told.parent or ""].voice is not None


OTHER_SAYINGS = [
    pytest.param(Voice("Rhoda Quill", "person", "e1"), 2, id="quotes herself"),
    pytest.param(Voice("Rhoda Quill", "person", "e1", said="2024"), 3, id="at another time"),
    pytest.param(Voice("Rhoda Quill", "person", "e1", to="the guild"), 3, id="to another hearer"),
    pytest.param(Voice("Rhoda Quill", "person", "e2"), 3, id="of the same name"),
    pytest.param(Voice("she", "unnamed"), 3, id="not told who"),
]


@pytest.mark.parametrize(("inner", "voices"), OTHER_SAYINGS)
def test_a_voice_that_only_quotes_itself_stands_once(inner: Voice, voices: int) -> None:
    said = Attribution(
        "a1", None, "indirect", (), (), (), voice=Voice("Rhoda Quill", "person", "e1")
    )
    hoped = Attribution("a2", "a1", "indirect", (), (), (), voice=inner)
    report = Report("r", "test", "Rhoda Quill said she hoped so.", outlet="The Herald")
    assert len(chain_of(hoped, {"a1": said, "a2": hoped}, report)) == voices


CONTENTS = [
    pytest.param(ROADS, "Aske", ["The road was closed"], id="according to the first"),
    pytest.param(
        ROADS, "Dorn", ["reopened on Friday", "after the mayor intervened"],
        id="according to the second",
    ),
    pytest.param(
        "The minister, according to Aske, knew of it; the general, according to Dorn, did not.",
        "Aske", ["The minister", "knew of it"], id="on both sides",
    ),
    pytest.param(
        "The road was closed and reopened on Friday, according to Dorn.",
        "Dorn", ["The road was closed and reopened on Friday"], id="all of it where one says it",
    ),
    pytest.param(
        "“It sank,” a clerk of the Orbit Line told the inquiry.",
        "a clerk of the Orbit Line", ["“It sank,”"], id="without its speaker",
    ),
    pytest.param(
        "“I saw him one time in my life,” Krell emphasised in conversation with “Slovo”.",
        "Krell", ["“I saw him one time in my life,”"], id="without the paper",
    ),
    pytest.param(
        "The army told Halvenne Wire that the bridge was safe.",
        "The army", ["that the bridge was safe"], id="without whom it told",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "contents"), CONTENTS)
def test_content(text: str, name: str, contents: list[str]) -> None:
    own = next(a for a in found(text) if a.voice is not None and a.voice.name == name)
    assert [text[s:e] for s, e in own.content] == contents


def test_a_firm_beside_a_description_is_named_whole_and_is_no_person() -> None:
    name = found(TRADERS)[0].voice
    assert name is not None and name.kind != "person" and name.name != "Dredge"
