"""The options and arguments of the commands that work on a case."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from sayso.cli.options import checked_name
from sayso.cli.reading import Facts

SHOWN = 20
"""How many entries the screen shows unless `--limit` says otherwise."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How a list is wanted: which part of it, and for a person, a program or a table.

    `after` is the cursor that an earlier part of the list ended with.
    """

    limit: int | None = None
    after: str | None = None
    as_json: bool = False
    as_csv: bool = False

    @property
    def shown(self) -> bool:
        return not self.as_json and not self.as_csv

    @property
    def most(self) -> int | None:
        """How many entries to print; all of them where a program reads."""
        return SHOWN if self.limit is None and self.shown else self.limit


def listing(
    limit: int | None = None,
    after: str | None = None,
    *,
    as_json: bool = False,
    as_csv: bool = False,
) -> Listing:
    """What was asked for, if it goes together."""
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv both want standard output")
    return Listing(limit, after, as_json, as_csv)


_HINT = "give what the list ended with, as one argument"


def _cursor(form: str) -> Callable[[str | None], str | None]:
    """A check that a value has the form of what a list ends with."""
    wanted = re.compile(form, re.ASCII)

    def checked(value: str | None) -> str | None:
        if value is not None and not wanted.fullmatch(value):
            raise typer.BadParameter(_HINT)
        return value

    return checked


def asks_case(paths: Sequence[str] | None, where: str | None, facts: Facts, how: Listing) -> bool:
    """Whether a list is of a case, not of files; an error where what was asked for does not go
    together."""
    if paths and where:
        raise typer.BadParameter("give files or a case, not both")
    if paths and (how.as_csv or how.limit is not None or how.after is not None):
        raise typer.BadParameter("--csv, --limit and --after are for a case")
    if not paths and not where and not os.environ.get(VARIABLE):
        raise typer.BadParameter(f"name files, or a case: --case, or {VARIABLE}")
    if not paths and facts != Facts():
        raise typer.BadParameter("--outlet, --published and --title are for files")
    return not paths


VARIABLE = "SAYSO_CASE"
SomePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]",
        help="Files and folders; - is standard input. Without any, a case is asked.",
        show_default=False,
    ),
]
WhereInstead = Annotated[
    str | None,
    typer.Option(
        "--case", metavar="CASE", help="A case to ask in the place of files; see SAYSO_CASE."
    ),
]
Where = Annotated[
    str | None,
    typer.Option(
        "--case",
        metavar="CASE",
        envvar=VARIABLE,
        help="The case: a file, or the URL of a database.",
    ),
]
WhereFirst = Annotated[
    str | None,
    typer.Argument(
        metavar="CASE",
        envvar=VARIABLE,
        help="The case: a file, or the URL of a database.",
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help=f"How many to print; {SHOWN} on the screen, else all."),
]


def _after(metavar: str, form: str) -> Any:
    return typer.Option(
        "--after", metavar=metavar, callback=_cursor(form), help="Go on where the list ended."
    )


AfterNumber = Annotated[str | None, _after("N", r"\d{1,15}")]
AfterEntity = Annotated[str | None, _after("WORDS", r"\d{1,15} \S+")]
AfterTime = Annotated[str | None, _after("WORDS", r"\S+ \d{1,15}")]
AfterPair = Annotated[str | None, _after("WORDS", r"\d+(\.\d+)? \S+ \S+")]
AfterDecision = Annotated[str | None, _after("ID", r"\S+")]
AsJson = Annotated[
    bool, typer.Option("--json", metavar=" ", help="Print one JSON object a line, an entry each.")
]
AsCsv = Annotated[
    bool, typer.Option("--csv", metavar=" ", help="Print a table: a heading, then a line each.")
]
Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        callback=checked_name,
        help="A name, words of it, or an id.",
        show_default=False,
    ),
]
SomeName = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        callback=checked_name,
        help="A name, words of it, or an id.",
        show_default=False,
    ),
]
SignedBy = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="NAME", envvar="SAYSO_BY", help="Who decides; your login name unless given."
    ),
]
Note = Annotated[str, typer.Option(metavar="WORDS", help="Your reason, kept with the decision.")]
