"""The commands that read: reports, and claims and posts of reports or of a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.case_options import (
    AFTER_NUMBER,
    SomePaths,
    Where,
    WhereInstead,
    asks_case,
    listing,
)
from sayso.cli.file_lists import list_claims, list_posts
from sayso.cli.filters import Filters
from sayso.cli.lists import Listing
from sayso.cli.option_groups import taking
from sayso.cli.options import CLAIM_FILTERS, FACTS, POST_FILTERS, Paths, checked_page, flag, valued
from sayso.cli.reading import Facts, Output, fetched_so
from sayso.cli.reading import read as read_reports

_LISTS = listing(AFTER_NUMBER, "How many to print; 20 of a case on the screen, else all.")


@taking(facts=FACTS)
def read(
    paths: Paths,
    *,
    as_json: Annotated[
        bool, flag("--json", "Print one JSON object a line, a report each.")
    ] = False,
    html: Annotated[
        Path | None,
        valued(
            "FILE",
            "Write one page to pass on instead of printing; - is standard output.",
            checked_page,
        ),
    ] = None,
    facts: Facts,
    archive: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", file_okay=False, help="Keep what is fetched in this folder, as WARC."
        ),
    ] = None,
    private: Annotated[
        bool, flag("--private", "Fetch from private networks, too: an intranet that you trust.")
    ] = False,
    where: Where = None,
) -> None:
    """
    Read reports and show who says what, with the words that say so.

    Each report is shown as a tree of voices: its outlet, whom the outlet gives the word to, whom
    they give it to in turn. Beside the words, a solid bar marks direct speech, a dotted one
    indirect. With a case, each report is kept in it, once, and named in a line.

    [bold]Examples[/bold]

      sayso read report.txt --outlet "The Herald" --published 2024-03-19
      sayso read clippings/ interview.html
      sayso read clippings/ --html voices.html
      sayso read clippings/ --case harbour.sayso
      curl -s https://herald.example/a | sayso read - --json

    A source that cannot be read is named on standard error and the others are read. The exit code
    is 0 if all was read, 1 if some was not, 2 if the command was not understood.
    """
    if as_json and html is not None and str(html) == "-":
        raise typer.BadParameter("--json and --html - both want standard output")
    output, sources = Output(as_json, html), fetched_so(paths, archive, private=private)
    if where:
        from sayso.cli.cases import read_into

        complete = read_into(where, sources, facts, output)
    else:
        complete = read_reports(sources, facts, output)
    raise typer.Exit(0 if complete else 1)


@taking(filters=CLAIM_FILTERS, how=_LISTS, facts=FACTS)
def claims(
    paths: SomePaths = None,
    *,
    filters: Filters,
    where: WhereInstead = None,
    how: Listing,
    facts: Facts,
) -> None:
    """
    Show what exactly is said, whose word it is, and how sure they are.

    Each claim begins with its voices, the outlet first; below stand the report's own words. None
    of it is a fact. Without files, the case is asked: --case, or SAYSO_CASE in the environment;
    names are those of its people and organizations then.

    [bold]Examples[/bold]

      sayso claims report.txt --about marrable
      sayso claims clippings/ --by "the ministry" --denied
      sayso claims clippings/ --since 2019 --until 2020-03 --json
      sayso claims --case harbour.sayso --about "Garrick Thole"
    """
    if not asks_case(paths, where, facts):
        raise typer.Exit(0 if list_claims(paths or (), facts, filters, how) else 1)
    from sayso.cli import asking

    asking.claims(where, filters, how)


@taking(filters=POST_FILTERS, how=_LISTS, facts=FACTS)
def posts(
    paths: SomePaths = None,
    *,
    filters: Filters,
    where: WhereInstead = None,
    how: Listing,
    facts: Facts,
) -> None:
    """
    Show who is said to hold which post, since and until when, and whose word that is.

    Without files, the case is asked: --case, or SAYSO_CASE in the environment; names are those of
    its people and organizations then.

    [bold]Examples[/bold]

      sayso posts clippings/ --about "port authority" --since 2019
      sayso posts --case harbour.sayso --json
    """
    if not asks_case(paths, where, facts):
        raise typer.Exit(0 if list_posts(paths or (), facts, filters, how) else 1)
    from sayso.cli import asking

    asking.posts(where, filters, how)


COMMANDS = (read, claims, posts)
