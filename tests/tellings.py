"""Builder: whose words a text's are, a line for each attribution."""

from __future__ import annotations

from functools import lru_cache

from sayso.attributions import chain_of
from sayso.case import default_reader, document_of
from sayso.values import Attribution, Block, Report

OUTLET = "The Halvenne Herald"


@lru_cache
def tellings(text: str, outlet: str | None = OUTLET) -> tuple[str, ...]:
    """ "Ledger › a clerk: that the firm was empty", in the order of the text; who stands before "›"
    tells what the other says."""
    report = Report("r", "test", text, outlet=outlet, language="en", blocks=_blocks(text))
    document = document_of(report, default_reader())
    by_id = {a.id: a for a in document.attributions}
    return tuple(_line(a, by_id, report) for a in document.attributions)


def _line(attribution: Attribution, by_id: dict[str, Attribution], report: Report) -> str:
    names = [voice.name for voice in chain_of(attribution, by_id, report)[1:]]
    said = " … ".join(report.text[start:end] for start, end in attribution.content)
    return f"{' › '.join(names)}: {said}"


def _blocks(text: str) -> tuple[Block, ...]:
    """A paragraph a line."""
    found, at = [], 0
    for line in text.split("\n"):
        if line:
            found.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return tuple(found)
