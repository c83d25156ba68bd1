"""Builders of small gold documents and readings, worked out by hand."""

from __future__ import annotations

from benchmarks.conllu import Document, parse
from sayso.values import Mention, Reading, Report, Token


def conllu(*rows: str) -> str:
    """A sentence's lines from "id form upos head deprel [misc]", blank line included."""
    lines = []
    for row in rows:
        number, form, upos, head, deprel, misc = [*row.split(), "_"][:6]
        lines.append(f"{number}\t{form}\t_\t{upos}\t_\t_\t{head}\t{deprel}\t_\t{misc}")
    return "\n".join(lines) + "\n\n"


def documents(text: str) -> list[Document]:
    """What CoNLL-U text holds."""
    return list(parse(iter(text.splitlines(keepends=True))))


def document(*sentences: str) -> Document:
    """The one document of some sentences."""
    (only,) = documents("".join(sentences))
    return only


def gold_reading(gold: Document) -> Reading:
    """A reading that says what the gold says."""
    return Reading(
        report=Report(id=gold.id, source=gold.id, text=gold.text),
        tokens=tuple(
            Token(w.start, w.end, w.upos, "", w.form.lower(), w.head, w.deprel) for w in gold.words
        ),
        sentences=gold.sentences,
    )


def mention(start: int, end: int, kind: str, entity: str, *, named: bool = True) -> Mention:
    """A predicted mention; its id and head do not count here."""
    return Mention(f"{start}-{end}", start, end, kind, named, 0, entity)
