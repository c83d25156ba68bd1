"""A real case file in which two reports are, made without the model, and commands run on it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from builders import document, report, span_of
from claim_builders import built, directs, met, mole
from sayso.cli import main
from sayso.entities.appearances import subject
from sayso.entities.signals import Signal
from sayso.entities.suggestions import Suggestion
from sayso.store import Case, Dossier, suggestion_cursor
from sayso.values import Argument, Claim, Document, Mention, Voice

LATER = (
    "Ilse Marrable left the port, Una Quill told The Lantern. "
    "\x1b[2J Marrable did meet Una Quill.\n"
)
CONTROLS = "\x1b\x07\x9b\u202e"


def mentioned(of: Document, *names: tuple[str, str, str]) -> Document:
    """The document with mentions: words, type, entity; a type with "?" is not named."""
    text = of.report.text
    mentions = tuple(
        Mention(f"m{n}", *span_of(text, words), kind.rstrip("?"), "?" not in kind, -1, entity)
        for n, (words, kind, entity) in enumerate(names, 1)
    )
    return replace(of, reading=replace(of.reading, mentions=mentions))


def first() -> Document:
    """`mole`, with its people; its post is tied to a claim that negates it."""
    of = mole()
    post = replace(directs(), claim="c2")
    of = replace(of, claims=(replace(built()), met()), posts=(post,))
    return mentioned(
        of,
        ("Rhoda Quill", "person", "e1"),
        ("Corriden", "organization", "e2"),
        ("She", "person?", "e1"),
        ("Ilse Márrable", "person", "e3"),
        ("the port", "organization?", "e4"),
    )


def second() -> Document:
    """A later report with a control sequence in its words, title and source."""
    own = report(LATER, title="Gone \x1b[31m", source="gone\x07.txt", outlet="The Lantern")
    own = replace(own, id="5c1d44e0aa00bb11", published="2025-01-02")
    head = Voice("The Lantern", "outlet", said="2025-01-02")
    said = Claim(
        id="c1",
        attribution=None,
        text="Marrable did meet Una \x1b[2JQuill",
        predicate=span_of(LATER, "meet"),
        lemma="meet",
        arguments=(
            Argument("agent", *span_of(LATER, "Marrable#1"), "e1"),
            Argument("theme", *span_of(LATER, "Una Quill#1"), "e2"),
        ),
        time="2024-12",
        evidence=(span_of(LATER, "Marrable did meet Una Quill"),),
        chain=(head, Voice("Una Quill", "person", "e2")),
    )
    return mentioned(
        replace(document(own), claims=(said,)),
        ("Ilse Marrable", "person", "e1"),
        ("Una Quill", "person", "e2"),
        ("Marrable#1", "person", "e1"),
        ("Una Quill#1", "person", "e2"),
    )


def filled(path: Path, documents: Sequence[Document] = ()) -> str:
    """A case with the two reports, or those given; its path."""
    with Case.new(path) as case:
        for each in documents or (first(), second()):
            case.add(each)
    return str(path)


def as_report(of: Document, **changes: str) -> Document:
    """The document as that of another report: its id, outlet or text changed."""
    own = replace(of.report, **changes)  # type: ignore[arg-type]
    return replace(of, report=own, reading=replace(of.reading, report=own))


def suggest(where: str, patch: pytest.MonkeyPatch, *pairs: tuple[str, str]) -> None:
    """Have the case suggest these pairs, sides by their names, the first the best."""
    found = []
    with Case(where) as case:
        for n, pair in enumerate(pairs):
            left, right = (case.show(name) for name in pair)
            reasons = (Signal("name", 0.7, "near"), Signal("dates", 0.4, "far apart"))
            both = (_subject(left), _subject(right))
            ids = (left.entity.id, right.entity.id)
            found.append(Suggestion(*ids, 0.9 - n / 10, reasons, both))

    def suggestions(_: Case, limit: int | None = None, after: str | None = None) -> object:
        return iter([each for each in found if after != suggestion_cursor(each)][:limit])

    patch.setattr(Case, "suggestions", suggestions)


def _subject(side: Dossier) -> str:
    return subject(side.reports[-1].id, side.entity.name)


def ran(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What the command says: on standard output, or where it fails on standard error."""
    capsys.readouterr()
    assert main([*arguments]) == code
    captured = capsys.readouterr()
    if not code:
        assert captured.err == ""
    return captured.err if code else captured.out


def rows(out: str) -> list[dict[str, str]]:
    """The lines of a table."""
    return list(csv.DictReader(io.StringIO(out)))
