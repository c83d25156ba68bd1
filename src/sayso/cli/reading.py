"""What `sayso read` does: documents in as they come, JSON, a page or a tree of voices out.

`over_documents` is the way in that the other commands share.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from sayso.cli.layout import printable
from sayso.cli.terminal import show
from sayso.cli.waiting import Waiting
from sayso.errors import ReportError, SaysoError
from sayso.exports import to_html, to_json_line
from sayso.values import Document, Report

STOPPED = 130
"""The exit code after Ctrl-C, as shells have it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the person says of the reports; it outranks what the reports say themselves."""

    outlet: str | None = None
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """Where the documents go: as JSON lines, onto a page ("-": standard output), or shown."""

    as_json: bool = False
    html: Path | None = None

    @property
    def shown(self) -> bool:
        return not self.as_json and self.html is None


def read(paths: Sequence[str], facts: Facts, output: Output) -> bool:
    """Read the sources and write what was asked for; whether all of it went well.

    Raises BrokenPipeError where nobody takes standard output any more.
    """
    console = Console(highlight=False)
    count = 0
    kept: list[Document] = []

    def use(document: Document) -> None:
        nonlocal count
        if output.as_json:
            write(to_json_line(document))
        if output.html is not None:
            kept.append(document)
        if output.shown:
            show(document, console, first=count == 0)
        count += 1

    complete = over_documents(paths, facts, use)
    if output.html is not None and kept:
        complete = save(to_html(kept), output.html) and complete
    sys.stdout.flush()
    return complete


def over_documents(
    paths: Sequence[str],
    facts: Facts,
    use: Callable[[Document], None],
    known: Callable[[Report], bool] | None = None,
    enough: Callable[[], bool] = lambda: False,
) -> bool:
    """Hand each document to `use` as it comes, behind a bar, until there is `enough`; whether all
    sources up to there were read.

    What could not be read, and what a reading could not be sure of, goes to standard error.
    """
    prepare_standard_output()
    complete = True
    with Waiting(Console(stderr=True), _how_many(paths)) as waiting:
        for item in _documents(paths, facts, known):
            waiting.advance()
            with waiting.hidden():
                if isinstance(item, SaysoError):
                    complete = False
                    complain(item)
                    continue
                _warn(item)
                use(item)
            if enough():
                break
    return complete


def fetched_so(
    paths: Sequence[str], archive: Path | None, *, private: bool = False
) -> Sequence[str]:
    """The sources; addresses among them say how to fetch them: what is there is kept in the
    folder `archive`, if one is given, as WARC; with `private`, it may lie in a private network."""
    if archive is None and not private:
        return paths
    from sayso.reports import Address, FetchSettings, listed_addresses

    settings = FetchSettings(archive=archive, private=private)
    listed = (listed_addresses(Path(path)) or [path] for path in paths)
    return [
        Address(path, settings) if path.casefold().startswith(("http://", "https://")) else path
        for group in listed
        for path in group
    ]


def _documents(
    paths: Sequence[str], facts: Facts, known: Callable[[Report], bool] | None
) -> Iterator[Document | SaysoError]:
    """What the case gives, and an error that ended it early as its last item."""
    from sayso.case import read_documents

    try:
        yield from read_documents(
            paths,
            outlet=facts.outlet,
            published=facts.published,
            title=facts.title,
            known=known,
        )
    except SaysoError as error:
        yield error


def _how_many(paths: Sequence[str]) -> int | None:
    """How many reports are to be read, if no folder has to be opened to know."""
    from sayso.reports import listed_addresses

    many = any(Path(path).is_dir() or listed_addresses(Path(path)) for path in paths)
    return None if many else len(paths)


def prepare_standard_output() -> None:
    """What the terminal's encoding lacks is shown in plainer signs, or as "?", not an error."""
    codecs.register_error("plain", _plainer)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="plain")


_PLAIN_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚‹›", "'"),
        **dict.fromkeys("·–—‐‑−", "-"),
        "…": "...",
        "←": "<-",
        "→": "->",
        "┆": ":",
        "\xa0": " ",
    }
)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """For `codecs`: signs as ASCII has them; a letter as "?", since another one would be wrong."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end].translate(_PLAIN_SIGNS)
    return "".join(sign if sign.isascii() else "?" for sign in lacking), error.end


def write(text: str) -> None:
    """Put UTF-8 on standard output at once, whatever the terminal's own encoding is."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        buffer.write(text.encode("utf-8"))
    sys.stdout.flush()


def save(page: str, path: Path) -> bool:
    """Write a page, "-" being standard output; whether that went well."""
    if str(path) == "-":
        write(page)
        return True
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        complain(ReportError(str(path), f"cannot be written: {error.strerror}"))
        return False
    return True


def _warn(document: Document) -> None:
    """A line on standard error for each thing that the reading could not be sure of."""
    for warning in document.report.warnings:
        line = printable(f"{document.report.source}: warning: {warning}")
        print(f"sayso: {line}", file=sys.stderr, flush=True)


def complain(error: SaysoError | str) -> None:
    """One line on standard error: what could not be done, and why."""
    print(f"sayso: {printable(str(error))}", file=sys.stderr, flush=True)
