"""Who says a clause is nobody in it: deeds and posts beside "Darro said", by the packaged model."""

from __future__ import annotations

import pytest
from post_builders import shown
from test_texts import read

DIRECTOR = "Velmar Holdings"
DEEDS = [
    ("between-commas", "Bellan, Darro said, ran the firm.", "run", "Bellan"),
    ("inverted", "Orso Bellan, said Luc Darro, ran the firm.", "run", "Orso Bellan"),
    ("told-somebody", "Orso Bellan, Luc Darro told reporters, sold it.", "tell", "Luc Darro"),
    ("by-a-mayor", "Orso Bellan, the mayor said, paid the guard.", "pay", "Orso Bellan"),
    ("at-the-end", "Orso Bellan ran the firm, Luc Darro said.", "run", "Orso Bellan"),
    ("description", "The mayor of Vell, Luc Darro said on Monday, had fled.", "flee", ""),
    ("claimed", "The then director of Velmar, Luc Darro claimed, took it.", "take", ""),
    ("alleged", "The chairman of the port, Luc Darro alleged, had hired Korr.", "hire", ""),
    ("wrote-inverted", "The treasurer, wrote Ada Venn in a letter, stole it.", "steal", ""),
    ("wrote-who", "The treasurer, wrote Ada Venn in a letter, stole it.", "write", "Ada Venn"),
    ("cleft", "It was Orso Bellan who ran it, Ada Venn said.", "say", "Ada Venn"),
    ("quoted", '"The mayor of Vell took the money," Luc Darro said.', "take", ""),
    ("named-beside", "The mayor of Vell, Luc Darro, fled.", "flee", "Luc Darro"),
    ("whose-wife", "Luc Darro's wife, Ilse Korr, sold the yard.", "sell", "Ilse Korr"),
    ("whose-brother", "Luc Darro's brother sold the yard.", "sell", ""),
]
SAID = [
    ("copula", "The director of Velmar, Darro said, was Bellan.", ""),
    ("copula-told", "The commander, Luc Darro told the court, was Orso Bellan.", ""),
    ("never", f"Orso Bellan was never director of {DIRECTOR}, Luc Darro said.", "Orso Bellan"),
    ("inverted", f"Orso Bellan, said Luc Darro, was never head of {DIRECTOR}.", "Orso Bellan"),
    ("spy", "A spy, Orso Bellan admitted, had been the head of the board.", ""),
]
POSTS = [
    ("was", "Orso Bellan was director of Velmar, Luc Darro said.", ["Orso Bellan | director"]),
    ("never", "Orso Bellan was never director of Velmar, Luc Darro said.", []),
    ("served", "Orso Bellan never served as director of Velmar, Luc Darro insisted.", []),
    ("told", "Orso Bellan has never been mayor of Vell, Luc Darro told the court.", []),
    ("claimed", "The then director of Velmar, Luc Darro claimed, took the money.", []),
    ("by-a-mayor", "Orso Bellan, the mayor said, was arrested on Monday.", []),
    ("by-the-mayor-of", "Orso Bellan, the mayor of Vell said, was arrested on Monday.", []),
    ("signed-by", "The letter was signed by the director of Velmar, Ada Venn said.", []),
    ("denied", "Luc Darro denied that Orso Bellan was director of Velmar.", []),
    ("not-another", "Orso Bellan, not Ada Venn, was mayor of Vell.", ["Orso Bellan | mayor"]),
    ("beside", "The mayor of Vell, Luc Darro, said it had closed.", ["Luc Darro | mayor"]),
    ("behind", "Luc Darro, the mayor of Vell, said it had closed.", ["Luc Darro | mayor"]),
]
BACKSHIFT = [
    ("said-was", "Ada Venn said Orso Bellan was the mayor of Vell.", None),
    ("was-said", "Orso Bellan was the mayor of Vell, Ada Venn said.", None),
    ("says-was", "Ada Venn says Orso Bellan was the mayor of Vell.", "former"),
    ("said-former", "Ada Venn said Orso Bellan was the former mayor of Vell.", "former"),
    ("said-until", "Ada Venn said Orso Bellan was the mayor of Vell until 2019.", "former"),
    ("quoted", '"Orso Bellan was the mayor of Vell," Ada Venn said.', "former"),
    ("outlet", "Orso Bellan was the mayor of Vell.", "former"),
]


def _who(text: str, lemma: str, roles: tuple[str, ...]) -> list[str]:
    document = read(text)
    names = {entity.id: entity.name for entity in document.entities}
    (claim,) = (claim for claim in document.claims if claim.lemma == lemma)
    return [names.get(a.entity or "", "") for a in claim.arguments if a.role in roles]


@pytest.mark.parametrize(
    ("text", "lemma", "who"), [pytest.param(*row[1:], id=row[0]) for row in DEEDS]
)
def test_whose_deed(text: str, lemma: str, who: str) -> None:
    assert _who(text, lemma, ("agent", "theme"))[:1] == [who]


@pytest.mark.parametrize(("text", "who"), [pytest.param(*row[1:], id=row[0]) for row in SAID])
def test_of_whom_it_is_said(text: str, who: str) -> None:
    assert _who(text, "be", ("theme",)) == [who]


@pytest.mark.parametrize(("text", "who"), [pytest.param(*row[1:], id=row[0]) for row in SAID])
def test_a_description_is_never_who_says_it(text: str, who: str) -> None:
    says = {voice.entity for a in read(text).attributions if (voice := a.voice)}
    (claim,) = (claim for claim in read(text).claims if claim.lemma == "be")
    assert not says & {a.entity for a in claim.arguments if a.entity}


@pytest.mark.parametrize(("text", "posts"), [pytest.param(*row[1:], id=row[0]) for row in POSTS])
def test_whose_post(text: str, posts: list[str]) -> None:
    found = [shown(text, post).split(" | ") for post in read(text).posts]
    assert [" | ".join(parts[:2]).split(" of ")[0] for parts in found] == posts


@pytest.mark.parametrize(
    ("text", "status"), [pytest.param(*row[1:], id=row[0]) for row in BACKSHIFT]
)
def test_a_past_tense_behind_said_may_be_a_present_one(text: str, status: str | None) -> None:
    assert [post.status for post in read(text).posts] == [status]


@pytest.mark.parametrize(
    ("text", "ruled_out"),
    [
        pytest.param("Luc Darro rather than Ada Venn killed him.", True, id="rather-than"),
        pytest.param("Luc Darro instead of Ada Venn killed him.", True, id="instead-of"),
        pytest.param("Luc Darro and Ada Venn killed him.", False, id="and"),
    ],
)
def test_who_is_ruled_out_takes_no_part(text: str, *, ruled_out: bool) -> None:
    assert ("Ada Venn" not in _who(text, "kill", ("agent",))) is ruled_out
