"""Links as the packaged model gives them: both ends are names, or pronouns of somebody named."""

from __future__ import annotations

import pytest
from test_texts import read


def links_in(text: str) -> list[str]:
    return [
        f"{link.type}: {text[slice(*link.source)]} → {text[slice(*link.target)]}"
        for link in read(text).links
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param(
            "Mr Roke was the brother-in-law of Garrick Thole.",
            ["Family: Mr Roke → Garrick Thole"],
            id="in-law",
        ),
        pytest.param(
            "Jon Brand, Garrick Thole’s lawyer, left.",
            ["Representation: Jon Brand → Garrick Thole"],
            id="lawyer",
        ),
        pytest.param(
            "The Pilots’ Guild met on Monday. Its chair, Rhoda Quill, spoke.",
            ["Directorship: Rhoda Quill → Its"],
            id="its-of-one-body",
        ),
        *(
            pytest.param(text, [link], id=key)
            for key, text, link in (
                (
                    "in-law-beside",
                    "Jon Brand, brother-in-law of Garrick Thole, left.",
                    "Family: Jon Brand → Garrick Thole",
                ),
                (
                    "married",
                    "Jon Brand is married to Ada Venn.",
                    "Family: Jon Brand → Ada Venn",
                ),
                (
                    "partner-beside",
                    "Jon Brand, a business partner of Garrick Thole, left.",
                    "Associate: Jon Brand → Garrick Thole",
                ),
                (
                    "front-company",
                    "Corriden Marine Works is a front company for Tern Point Consulting.",
                    "UnknownLink: Corriden Marine Works → Tern Point Consulting",
                ),
                (
                    "front-company-beside",
                    "Corriden Marine Works, a front company for Tern Point Consulting, closed.",
                    "UnknownLink: Corriden Marine Works → Tern Point Consulting",
                ),
                (
                    "financed-by-beside",
                    "The Orrel Front, financed by Corriden, attacked the port.",
                    "Payment: Corriden → The Orrel Front",
                ),
                (
                    "trained-by",
                    "Jon Brand was trained by Garrick Thole.",
                    "UnknownLink: Garrick Thole → Jon Brand",
                ),
                (
                    "trained-under",
                    "Jon Brand trained under Garrick Thole.",
                    "UnknownLink: Jon Brand → Garrick Thole",
                ),
                (
                    "who-trained-under",
                    "Jon Brand, who trained under Garrick Thole, left.",
                    "UnknownLink: who → Garrick Thole",
                ),
                (
                    "reports-to",
                    "Jon Brand reports to Garrick Thole.",
                    "UnknownLink: Jon Brand → Garrick Thole",
                ),
                (
                    "in-law-is",
                    "Emlyn Roke is the brother-in-law of Garrick Thole.",
                    "Family: Emlyn Roke → Garrick Thole",
                ),
                (
                    "wife-beside",
                    "Luc Darro’s wife, Ilse Korr, was arrested.",
                    "Family: Ilse Korr → Luc Darro",
                ),
                (
                    "each-other",
                    "Luc Darro and Ilse Korr are business partners.",
                    "Associate: Luc Darro → Ilse Korr",
                ),
                (
                    "each-other-in-law",
                    "Luc Darro and Ilse Korr are brothers-in-law.",
                    "Family: Luc Darro → Ilse Korr",
                ),
                (
                    "owned-by",
                    "Velmar Holdings is owned by Luc Darro.",
                    "Ownership: Luc Darro → Velmar Holdings",
                ),
                (
                    "deputy",
                    "Luc Darro left with his deputy, Ilse Korr.",
                    "UnknownLink: Ilse Korr → his",
                ),
                (
                    "loyal-beside",
                    "The Orrel Front, loyal to Garrick Thole, fled.",
                    "UnknownLink: Orrel Front → Garrick Thole",
                ),
                (
                    "loyal",
                    "The Orrel Front is loyal to Garrick Thole.",
                    "UnknownLink: The Orrel Front → Garrick Thole",
                ),
            )
        ),
    ],
)
def test_finds(text: str, links: list[str]) -> None:
    assert links_in(text) == links


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Its director, Garrick Thole, left on Monday.", id="its-of-nobody"),
        pytest.param("The minister’s spokesman, Joss Perrin, left.", id="of-a-description"),
        pytest.param("The ministry funded the militia.", id="two-descriptions"),
        pytest.param("She married him in 1998.", id="two-pronouns"),
        pytest.param("Jon Brand reported to the police in Vell.", id="reports-to-nobody-named"),
        pytest.param("Jon Brand reported the theft to Garrick Thole.", id="reports-something"),
        pytest.param(
            "Jon Brand reported to Garrick Thole that the ship sank.", id="reports-that-something"
        ),
        pytest.param("Corriden Marine Works is a company for divers.", id="company-for"),
        pytest.param("Jon Brand trained under a tree.", id="trained-under-a-tree"),
        pytest.param("Luc Darro and Ilse Korr are lawyers.", id="two-of-a-trade"),
        pytest.param("Luc Darro and Velmar Holdings are partners.", id="partner-of-a-body"),
        pytest.param("Luc Darro, Ada Venn and Ilse Korr are friends.", id="three-friends"),
        pytest.param("The Orrel Front, loyal to its flag, fled.", id="loyal-to-a-flag"),
        pytest.param(
            "The Lantern wrote that Corriden had paid a firm. Its editor, Pia Corrant, left.",
            id="its-of-two-bodies",
        ),
    ],
)
def test_leaves_alone(text: str) -> None:
    assert links_in(text) == []
