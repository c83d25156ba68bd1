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
        pytest.param(
            "The Lantern wrote that Corriden had paid a firm. Its editor, Pia Corrant, left.",
            id="its-of-two-bodies",
        ),
    ],
)
def test_leaves_alone(text: str) -> None:
    assert links_in(text) == []
