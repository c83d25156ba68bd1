"""The packaged model and the rules on hand-made sentences: the claims they draw, and do not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sentence_table import Pattern, Row, matches, rows

from sayso.case import default_reader, document_of
from sayso.values import Block, Claim, Document, Report

ROWS = rows()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document and its entities' names."""

    document: Document
    names: dict[str, tuple[str, ...]]

    def of(self, pattern: Pattern) -> list[Claim]:
        """The claims that are as the pattern has it."""
        text = self.document.report.text
        return [c for c in self.document.claims if matches(pattern, c, text, self.names)]

    def __str__(self) -> str:
        claims = (_shown(claim, self.document.report.text) for claim in self.document.claims)
        return "\n".join((self.document.report.text, *claims))


def drawn(row: Row) -> Drawn:
    text = row.text
    report = Report(
        row.id,
        f"{row.id}.txt",
        text,
        outlet="The Tideline",
        published="2024-03-12",
        language="en",
        blocks=(Block("paragraph", 0, len(text)),),
    )
    document = document_of(report, default_reader())
    return Drawn(document, {entity.id: entity.names for entity in document.entities})


def _shown(claim: Claim, text: str) -> str:
    parts = (f"{a.role}={text[a.start : a.end]}" for a in (*claim.arguments, *claim.modifiers))
    chain = " < ".join(voice.name for voice in claim.chain)
    view = f"{claim.polarity} {claim.certainty} {claim.time or ''}"
    return f"  {claim.lemma}({', '.join(parts)}) {view} by {chain} [{claim.found_by}]"


@pytest.fixture(scope="session")
def all_drawn() -> dict[str, Drawn]:
    """Every row, read once."""
    return {row.id: drawn(row) for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_sentence(row: Row, all_drawn: dict[str, Drawn], request: pytest.FixtureRequest) -> None:
    if row.known:
        request.applymarker(pytest.mark.xfail(reason=row.known, strict=True))
    found = all_drawn[row.id]
    wrong = [p.line for p in row.forbidden if found.of(p)]
    missing = [p.line for p in row.expected if not found.of(p)]
    assert not wrong and not missing, f"wrong: {wrong}; missing: {missing}\n{found}"


def test_there_are_enough_sentences_and_half_of_them_are_traps() -> None:
    assert len(ROWS) >= 160
    assert 2 * sum(row.trap for row in ROWS) >= len(ROWS)


def test_each_has_an_id_of_its_own_and_something_to_hold_it_to() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS)
    assert all(row.expected or row.forbidden for row in ROWS)
