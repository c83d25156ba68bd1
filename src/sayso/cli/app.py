"""The commands and their options."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli.reading import Facts, Output, read

app = typer.Typer(
    name="sayso",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Who says so, who told them, and in which words.",
    no_args_is_help=True,
)

_READ_HELP = """\
Read reports and show who says what, with the words that say so.

Each report is shown as a tree of voices: its outlet, whom the outlet gives the word to, \
whom they give it to in turn. Beside the words, a solid bar marks direct speech, a dotted one \
indirect.

[bold]Examples[/bold]

  sayso read report.txt --outlet "The Herald" --published 2024-03-19
  sayso read clippings/ interview.html
  sayso read clippings/ --html voices.html
  curl -s https://herald.example/a | sayso read - --json

A source that cannot be read is named on standard error and the others are read. The exit code \
is 0 if all was read, 1 if some was not, 2 if the command was not understood.
"""
_YEAR_OR_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)


def run(arguments: list[str]) -> int:
    """Run the command and give its exit code; never raises SystemExit."""
    try:
        app(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[
        bool,
        typer.Option(
            "--version", metavar=" ", callback=_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Who says so, who told them, and in which words."""


def _date(value: str | None) -> str | None:
    if value is not None and not _YEAR_OR_MONTH.fullmatch(value):
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter("give a date like 2020-01-04, 2020-01 or 2020") from None
    return value


def _page(value: Path | None) -> Path | None:
    if value is not None and str(value) != "-":
        if value.is_dir():
            raise typer.BadParameter(f"{value} is a folder; name a file")
        if not value.absolute().parent.is_dir():
            raise typer.BadParameter(f"there is no folder {value.parent}")
    return value


@app.command("read", help=_READ_HELP, no_args_is_help=True)
def read_command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Files and folders; - is standard input.", show_default=False
        ),
    ],
    *,
    as_json: Annotated[
        bool,
        typer.Option("--json", metavar=" ", help="Print one JSON object a line, a report each."),
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            callback=_page,
            help="Write one page to pass on instead of printing; - is standard output.",
        ),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who published it, whatever the report says."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            callback=_date,
            help="When, whatever the report says: 2020-01-04, 2020-01 or 2020.",
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Its title, whatever the report says."),
    ] = None,
) -> None:
    """Check what was asked for, and read."""
    if as_json and html is not None and str(html) == "-":
        raise typer.BadParameter("--json and --html - both want standard output")
    facts = Facts(outlet or None, published, title or None)
    complete = read(paths, facts, Output(as_json, html))
    raise typer.Exit(0 if complete else 1)
