"""Whose word a predicate is."""

from __future__ import annotations

import pytest

from builders import attribution, report
from sayso.claims.chains import Chains
from sayso.values import Attribution, Voice

TEXT = "Korr said Brand claimed the yard had paid. Ott denied reports that it had."


def voices() -> tuple[Attribution, ...]:
    return (
        attribution(
            TEXT,
            "a1",
            cue="said",
            content="Brand claimed the yard had paid",
            voice=Voice("Korr", "person"),
        ),
        attribution(
            TEXT,
            "a2",
            parent="a1",
            source="Brand",
            cue="claimed",
            content="the yard had paid",
            voice=Voice("Brand", "person"),
        ),
        attribution(
            TEXT,
            "a3",
            source="Ott",
            cue="denied",
            content="reports that it had",
            stance="denied",
            voice=Voice("Ott", "person"),
        ),
        attribution(TEXT, "a4", parent="a3", cue="reports", content="that it had"),
    )


@pytest.mark.parametrize(
    ("word", "holder", "chain"),
    [
        ("said", None, ["The Herald"]),
        ("claimed", "a1", ["The Herald", "Korr"]),
        ("paid", "a2", ["The Herald", "Korr", "Brand"]),
        ("it", "a3", ["The Herald", "Ott"]),
    ],
    ids=["outlet", "outer", "inner", "denied-report"],
)
def test_innermost_and_its_chain(word: str, holder: str | None, chain: list[str]) -> None:
    chains = Chains(voices(), report(TEXT))
    at = TEXT.index(word)
    found = chains.innermost((at, at + len(word)))
    assert (found.id if found else None) == holder
    assert [voice.name for voice in chains.chain(found)] == chain
