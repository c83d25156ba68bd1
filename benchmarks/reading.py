"""How the benchmarks get readings: from Sayso itself, or from whatever a test puts in."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator

from benchmarks.conllu import Document
from benchmarks.places import Missing
from sayso.errors import ModelError
from sayso.values import Reading, Report

Read = Callable[[Report], Reading]


def report_of(document: Document) -> Report:
    """A bare report with a treebank document's text."""
    return Report(id=document.id, source=document.id, text=document.text, language="en")


def sayso_reader() -> Read:
    """Sayso's own reader, and after it who is who within the report, as `sayso read` gives it.

    Raises `Missing` where the reader or its model is not there.
    """
    try:
        reader = importlib.import_module("sayso.reader").Reader()
        resolver = importlib.import_module("sayso.entities").Resolver
    except (ImportError, AttributeError, ModelError) as error:
        raise Missing(f"no reader: {error}") from error

    def read(report: Report) -> Reading:
        reading: Reading = resolver().add(reader.read(report))[0]
        return reading

    return read


def readings(
    documents: Iterable[Document], read: Read, advance: Callable[[], None]
) -> Iterator[tuple[Document, Reading]]:
    """Each document with its reading; `advance` is called after each."""
    for document in documents:
        yield document, read(report_of(document))
        advance()
