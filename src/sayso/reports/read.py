"""Reports from files, folders, archives and addresses: `read_report` and `read_reports`."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path

from sayso.errors import NotAReport, ReportError, SourceMissing, SourceTooLarge
from sayso.reports.compose import Draft, Given, compose, stated
from sayso.reports.encodings import decode
from sayso.reports.fetch import DEFAULT_FETCHING, Fetchers, FetchSettings
from sayso.reports.folders import listed_addresses, pieces_under
from sayso.reports.kinds import UNREAD_KIND, kind_of
from sayso.reports.limits import DEFAULT_LIMITS, Limits
from sayso.reports.messages import packed
from sayso.reports.pieces import Piece
from sayso.reports.plain import plain_draft
from sayso.reports.worker import AHEAD, Crew, Worker
from sayso.values import Report

Source = str | Path | bytes
Found = Iterator[Draft | Piece | ReportError]
_ADDRESS = re.compile("[a-z][a-z0-9+.-]*://", re.IGNORECASE)
WORKERS = min(os.cpu_count() or 1, 4)


def read_report(
    source: Source,
    *,
    name: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    title: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Report:
    """The one report in `source`: a path, an address, or the bytes of a file called `name`.

    `outlet`, `published` (ISO 8601) and `title` outrank what the source says. Raises a
    `ReportError` that says what is wrong, also where the source holds several reports.
    """
    given = Given(outlet, published, title)
    pieces = _pieces_of(source, name, Fetchers(DEFAULT_FETCHING))
    with closing(_stream(pieces, given, limits)) as reports:
        read = list(islice(reports, 2))
    if not read:
        raise NotAReport(_shown(source, name), "no report was found in it")
    if isinstance(read[0], ReportError):
        raise read[0]
    if len(read) > 1:
        raise NotAReport(_shown(source, name), "it holds several reports: use read_reports")
    return read[0]


def read_reports(
    sources: Iterable[Source],
    *,
    outlet: str | None = None,
    published: str | None = None,
    title: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    fetching: FetchSettings = DEFAULT_FETCHING,
) -> Iterator[Report | ReportError]:
    """Every report in files, folders, archives and addresses, in order.

    What fails is yielded as a `ReportError` that names the source, and the rest goes on.
    """
    given = Given(outlet, published, title)
    fetchers = Fetchers(fetching)
    pieces = (piece for source in sources for piece in _pieces_of(source, None, fetchers))
    yield from _stream(pieces, given, limits)


def _pieces_of(
    source: Source, name: str | None, fetchers: Fetchers
) -> Iterator[Piece | ReportError]:
    """The files that a source stands for: itself, a folder's, or what is at an address."""
    if isinstance(source, bytes):
        yield Piece(_shown(source, name), data=source)
    elif isinstance(source, str) and _ADDRESS.match(source):
        yield from fetchers.of(source).pieces(iter([source]))
    elif source == "-":
        yield Piece("-", data=sys.stdin.buffer.read())
    elif Path(source).is_dir():
        yield from pieces_under(Path(source))
    elif addresses := listed_addresses(Path(source)):
        yield from fetchers.of("").pieces(iter(addresses))
    else:
        yield Piece(_shown(source, name), path=Path(source))


def _shown(source: Source, name: str | None) -> str:
    return name or ("<bytes>" if isinstance(source, bytes) else str(source))


def _stream(
    pieces: Iterable[Piece | ReportError], given: Given, limits: Limits
) -> Generator[Report | ReportError, None, None]:
    """The reports of many pieces, in order; some are read ahead, each in a worker of its own."""
    workers = Crew(WORKERS)
    waiting: deque[tuple[Piece | ReportError, Worker | None]] = deque()
    try:
        for found in pieces:
            piece = _told(found) if isinstance(found, Piece) else found
            if limits.isolate and isinstance(piece, Piece) and _is_risky(piece):
                request = (piece, given, limits, 0)
                message = packed(request)
                while workers.must_wait(message):
                    yield from _finish(*waiting.popleft(), given, limits)
                worker = workers.next()
                worker.send(request, message)
                waiting.append((piece, worker))
            else:
                waiting.append((piece, None))
            if len(waiting) > AHEAD * WORKERS:
                yield from _finish(*waiting.popleft(), given, limits)
        while waiting:
            yield from _finish(*waiting.popleft(), given, limits)
    finally:
        workers.dismiss(waiting)


def _finish(
    piece: Piece | ReportError, worker: Worker | None, given: Given, limits: Limits
) -> Iterator[Report | ReportError]:
    if isinstance(piece, ReportError):
        yield piece
    elif worker is None:
        yield from reports_here(piece, given, limits, 0)
    else:
        yield from worker.results()


def _told(piece: Piece) -> Piece:
    """The piece with its type, so that it is looked at once; as it is where there is no telling:
    reading it says why."""
    try:
        _must_be_file(piece)
        return replace(piece, kind=piece.kind or _kind(piece))
    except ReportError:
        return piece


def _is_risky(piece: Piece) -> bool:
    """Whether the piece's type is read by code that a file could make hang or crash."""
    return piece.kind in READERS and piece.kind not in PLAIN_KINDS


def reports_here(
    piece: Piece, given: Given, limits: Limits, depth: int
) -> Iterator[Report | ReportError]:
    """The reports of one piece, read in this process; what goes wrong becomes one named error."""
    try:
        for item in _read(piece, limits, depth):
            if isinstance(item, Piece):
                yield from reports_here(item, given, limits, depth + 1)
            else:
                yield item if isinstance(item, ReportError) else _report(item, given)
    except ReportError as error:
        yield error
    except (RecursionError, MemoryError):
        yield SourceTooLarge(piece.name, "reading it takes more memory than it may")
    except Exception as error:  # noqa: BLE001 - one bad file never stops the pile
        yield NotAReport(piece.name, f"it could not be read ({type(error).__name__}: {error})")


def _report(draft: Draft, given: Given) -> Report | ReportError:
    try:
        return compose(draft, given)
    except ReportError as error:
        return error


def _read(piece: Piece, limits: Limits, depth: int) -> Found:
    if depth > limits.depth:
        raise SourceTooLarge(piece.name, f"it lies more than {limits.depth} archives deep")
    _must_be_file(piece)
    kind = piece.kind or _kind(piece)
    if kind.startswith(UNREAD_KIND):
        raise NotAReport(piece.name, kind.removeprefix(UNREAD_KIND))
    yield from READERS[kind](piece, limits)


def _kind(piece: Piece) -> str:
    """The piece's type. Raises `NotAReport` for a file of nothing."""
    head = piece.head()
    if not head:
        raise NotAReport(piece.name, "the file is empty")
    return kind_of(head, piece.name)


def _must_be_file(piece: Piece) -> None:
    """Refuse what would block or never end: a pipe, a device, a socket; and a folder."""
    if piece.path is None:
        return
    try:
        mode = piece.path.stat().st_mode
    except FileNotFoundError:
        raise SourceMissing(piece.name, "no such file or folder") from None
    except PermissionError:
        raise SourceMissing(piece.name, "no permission to read it") from None
    except (OSError, ValueError) as error:
        raise SourceMissing(piece.name, f"it cannot be opened ({error})") from None
    if not stat.S_ISREG(mode):
        raise NotAReport(piece.name, "it is not a regular file")


def _text(piece: Piece, limits: Limits) -> Found:
    yield plain_draft(decode(piece.read(limits.file), piece.name, piece.charset), piece.name)


def _markdown(piece: Piece, limits: Limits) -> Found:
    from sayso.reports.markdown import markdown_draft

    yield markdown_draft(decode(piece.read(limits.file), piece.name, piece.charset), piece.name)


def _page(piece: Piece, limits: Limits) -> Found:
    from sayso.reports.page import page_draft

    draft = stated(page_draft(piece, piece.read(limits.page)), piece.facts, "field")
    yield replace(draft, warnings=(*draft.warnings, *piece.warnings))


def _late(module: str, function: str) -> Callable[[Piece, Limits], Found]:
    """A reader whose module is imported when a source of its type comes."""

    def read(piece: Piece, limits: Limits) -> Found:
        yield from getattr(import_module(f"sayso.reports.{module}"), function)(piece, limits)

    return read


READERS: dict[str, Callable[[Piece, Limits], Found]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _page,
    "pdf": _late("pdf", "pdf_draft"),
    "docx": _late("documents", "docx_draft"),
    "odt": _late("odt", "odt_draft"),
    "rtf": _late("rtf", "rtf_draft"),
    "epub": _late("epub", "epub_draft"),
    "mail": _late("mail", "mail_message"),
    "mbox": _late("mail", "mbox_messages"),
    "mhtml": _late("mail", "packed_page"),
    "feed": _late("feeds", "feed_entries"),
    "jsonl": _late("records", "json_records"),
    "csv": _late("records", "csv_records"),
    "zip": _late("archives", "zip_members"),
    "gzip": _late("archives", "gzip_content"),
    "warc": _late("warc", "warc_records"),
}
"""The reader of each type that is read: a piece becomes drafts, or further pieces."""

PLAIN_KINDS = frozenset({"text", "markdown"})
"""What is read in this process; records may hold pages, and so are not."""
