"""The commands and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli import case_options, options
from sayso.cli.case_commands import add_commands
from sayso.cli.filters import Filters
from sayso.cli.listing import list_claims, list_posts
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

_ERRORS_HELP = """\
A source that cannot be read is named on standard error and the others are read. The exit code \
is 0 if all was read, 1 if some was not, 2 if the command was not understood.
"""
_READ_HELP = f"""\
Read reports and show who says what, with the words that say so.

Each report is shown as a tree of voices: its outlet, whom the outlet gives the word to, \
whom they give it to in turn. Beside the words, a solid bar marks direct speech, a dotted one \
indirect.

[bold]Examples[/bold]

  sayso read report.txt --outlet "The Herald" --published 2024-03-19
  sayso read clippings/ interview.html
  sayso read clippings/ --html voices.html
  sayso read clippings/ --case harbour.sayso
  curl -s https://herald.example/a | sayso read - --json

With a case, each report is kept in it, once, and named in a line.

{_ERRORS_HELP}"""
_CASE_TOO_HELP = """\
Without files, the case is asked: --case, or SAYSO_CASE in the environment. Names are those of \
its people and organizations then, and --limit, --after and --csv may be used.
"""
_CLAIMS_HELP = f"""\
Show what exactly is said, whose word it is, and how sure they are.

Each claim begins with its voices, the outlet first. Below stand whether they affirm or negate it \
and how surely, time, place and quantity where it has them, and the report's own words. None of it \
is a fact. A name is found by any of its words, in any case, without its accents.

[bold]Examples[/bold]

  sayso claims report.txt --about marrable
  sayso claims clippings/ --by "the ministry" --denied
  sayso claims clippings/ --since 2019 --until 2020-03 --json
  sayso claims --case harbour.sayso --about "Garrick Thole"

{_CASE_TOO_HELP}
{_ERRORS_HELP}"""
_POSTS_HELP = f"""\
Show who is said to hold which post, since and until when, and whose word that is.

[bold]Examples[/bold]

  sayso posts clippings/
  sayso posts clippings/ --about "port authority" --since 2019
  sayso posts clippings/ --json
  sayso posts --case harbour.sayso

{_CASE_TOO_HELP}
{_ERRORS_HELP}"""


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


@app.command("read", help=_READ_HELP, no_args_is_help=True)
def read_command(
    paths: options.Paths,
    *,
    as_json: Annotated[
        bool,
        typer.Option("--json", metavar=" ", help="Print one JSON object a line, a report each."),
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            callback=options.checked_page,
            help="Write one page to pass on instead of printing; - is standard output.",
        ),
    ] = None,
    outlet: options.Outlet = None,
    published: options.Published = None,
    title: options.Title = None,
    archive: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", file_okay=False, help="Keep what is fetched in this folder, as WARC."
        ),
    ] = None,
    where: case_options.Where = None,
) -> None:
    """Check what was asked for, and read."""
    if as_json and html is not None and str(html) == "-":
        raise typer.BadParameter("--json and --html - both want standard output")
    facts = Facts(outlet or None, published, title or None)
    output = Output(as_json, html)
    if where:
        from sayso.cli.cases import read_into

        complete = read_into(where, paths, facts, output, archive)
    else:
        complete = read(paths, facts, output, archive)
    raise typer.Exit(0 if complete else 1)


@app.command("claims", help=_CLAIMS_HELP)
def claims_command(
    paths: case_options.SomePaths = None,
    *,
    about: options.About = None,
    by: options.By = None,
    denied: options.Denied = False,
    uncertain: options.Uncertain = False,
    since: options.Since = None,
    until: options.Until = None,
    as_json: Annotated[
        bool,
        typer.Option("--json", metavar=" ", help="Print one JSON object a line, a claim each."),
    ] = False,
    outlet: options.Outlet = None,
    published: options.Published = None,
    title: options.Title = None,
    where: case_options.WhereInstead = None,
    limit: case_options.Limit = None,
    after: case_options.AfterNumber = None,
    as_csv: case_options.AsCsv = False,
) -> None:
    """Check what was asked for, and list the claims."""
    first, last = options.span_of_days(since, until)
    filters = Filters(about, by, denied, uncertain, first, last)
    facts = Facts(outlet or None, published, title or None)
    how = case_options.listing(limit, after, as_json=as_json, as_csv=as_csv)
    if not case_options.asks_case(paths, where, facts, how):
        complete = list_claims(paths or (), facts, filters, as_json=as_json)
        raise typer.Exit(0 if complete else 1)
    from sayso.cli import asking

    asking.claims(where, filters, how)


@app.command("posts", help=_POSTS_HELP)
def posts_command(
    paths: case_options.SomePaths = None,
    *,
    about: options.About = None,
    by: options.By = None,
    since: options.Since = None,
    until: options.Until = None,
    as_json: Annotated[
        bool,
        typer.Option("--json", metavar=" ", help="Print one JSON object a line, a post each."),
    ] = False,
    outlet: options.Outlet = None,
    published: options.Published = None,
    title: options.Title = None,
    where: case_options.WhereInstead = None,
    limit: case_options.Limit = None,
    after: case_options.AfterNumber = None,
    as_csv: case_options.AsCsv = False,
) -> None:
    """Check what was asked for, and list the posts."""
    first, last = options.span_of_days(since, until)
    filters = Filters(about, by, since=first, until=last)
    facts = Facts(outlet or None, published, title or None)
    how = case_options.listing(limit, after, as_json=as_json, as_csv=as_csv)
    if not case_options.asks_case(paths, where, facts, how):
        complete = list_posts(paths or (), facts, filters, as_json=as_json)
        raise typer.Exit(0 if complete else 1)
    from sayso.cli import asking

    asking.posts(where, filters, how)


add_commands(app)
