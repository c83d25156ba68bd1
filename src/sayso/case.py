"""The order of the rooms: sources in, documents out. No other file knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sayso.errors import ReportError
from sayso.values import Attribution, Claim, Document, Reading, Report

if TYPE_CHECKING:
    from sayso.entities import Resolver
    from sayso.reader import Reader


_loading = Lock()


def default_reader() -> Reader:
    """The packaged model, loaded when it is first needed and kept."""
    with _loading:
        return _packaged_reader()


@lru_cache(maxsize=1)
def _packaged_reader() -> Reader:
    from sayso.reader import Reader

    return Reader()


TRAINED_FOR = ("en", "und")


def read_documents(
    paths: Iterable[str | Path],
    *,
    outlet: str | None = None,
    published: str | None = None,
    title: str | None = None,
    reader: Reader | None = None,
    known: Callable[[Report], bool] | None = None,
) -> Iterator[Document | ReportError]:
    """Every report in `paths`, read; in the order given. What cannot be read is yielded as
    its error, and the rest goes on. "-" is what is piped in.

    `outlet`, `published` (ISO 8601) and `title` outrank what the sources say. Entity ids are
    the same across all reports of one call. A report that is `known` is not read: its document
    holds the report alone.
    """
    from sayso.entities import Resolver
    from sayso.reader.ahead import read_ahead
    from sayso.reports import read_reports

    resolver = Resolver()
    reports = read_reports(paths, outlet=outlet, published=published, title=title)

    def read(report: Report) -> Reading:
        return (reader or default_reader()).read(report)

    wanted = (_bare_if(known, report) for report in reports)
    readings: Iterator[Reading | ReportError | Document] = read_ahead(read, wanted)
    for reading in readings:
        if isinstance(reading, Reading):
            yield document_from(reading, reader or default_reader(), resolver)
        else:
            yield reading


def _bare_if(
    known: Callable[[Report], bool] | None, report: Report | ReportError
) -> Report | ReportError | Document:
    if known is not None and isinstance(report, Report) and known(report):
        return Document(report, Reading(report, (), ()))
    return report


def document_of(report: Report, reader: Reader, resolver: Resolver | None = None) -> Document:
    """One report through all the rooms."""
    return document_from(reader.read(report), reader, resolver)


def document_from(reading: Reading, reader: Reader, resolver: Resolver | None = None) -> Document:
    """A report that was read already, through the rooms behind the reader."""
    from sayso import claims as room
    from sayso.attributions import attributions_of
    from sayso.entities import Resolver
    from sayso.times import find_times

    report = reading.report
    if report.language not in TRAINED_FOR:
        warning = f"it seems to be in “{report.language}”: the reader knows English only"
        report = replace(report, warnings=(*report.warnings, warning))
    reading, entities = (resolver or Resolver()).add(replace(reading, report=report))
    times = find_times(report.text, report.published)
    named = {entity.id: entity for entity in entities}
    attributions = attributions_of(reading, reader.tag, named, times)
    claims = room.draw_claims(reading, attributions, entities, times)
    posts = room.find_posts(reading, attributions, claims, times)
    links = room.links_of(claims, reading)
    return Document(reading.report, reading, attributions, entities, times, claims, posts, links)


def find_attributions(
    report: Report | Reading, reader: Reader | None = None
) -> tuple[Attribution, ...]:
    """Who says what in a report: every attribution, parents before what they hold.

    Give a `Report`, or a `Reading` of it if you have one already. `reader` is a loaded
    `Reader`; by default the packaged one.
    """
    from sayso.attributions import attributions_of

    reader = reader or default_reader()
    if isinstance(report, Reading):
        return attributions_of(report, reader.tag)
    return document_of(report, reader).attributions


def draw_claims(report: Report | Reading, reader: Reader | None = None) -> tuple[Claim, ...]:
    """What exactly is said in a report: every claim, in the order of the text.

    Give a `Report`, or a `Reading` of it if you have one already. `reader` is a loaded
    `Reader`; by default the packaged one.
    """
    from sayso.attributions import attributions_of
    from sayso.claims import draw_claims as draw
    from sayso.times import find_times

    reader = reader or default_reader()
    if isinstance(report, Reading):
        times = find_times(report.report.text, report.report.published)
        return draw(report, attributions_of(report, reader.tag, times=times), (), times)
    return document_of(report, reader).claims
