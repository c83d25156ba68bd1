"""The options and arguments of the commands that work on a case."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from sayso.cli.lists import SHOWN, Listing
from sayso.cli.option_groups import Group
from sayso.cli.options import argument, checked_name, flag, valued
from sayso.cli.reading import Facts

VARIABLE = "SAYSO_CASE"
_THE_CASE = "The case: a file, or the URL of a database."
_A_NAME = "A name, words of it, or an id."


def asks_case(paths: Sequence[str] | None, where: str | None, facts: Facts) -> bool:
    """Whether a list is of a case, not of files; an error where what was asked for does not go
    together."""
    if paths and where:
        raise typer.BadParameter("give files or a case, not both")
    if not paths and not where and not os.environ.get(VARIABLE):
        raise typer.BadParameter(f"name files, or a case: --case, or {VARIABLE}")
    if not paths and facts != Facts():
        raise typer.BadParameter("--outlet, --published and --title are for files")
    return not paths


def _cursor(form: str) -> Callable[[str | None], str | None]:
    """A check that a value has the form of what a list ends with."""
    wanted = re.compile(form, re.ASCII)

    def checked(value: str | None) -> str | None:
        if value is not None and not wanted.fullmatch(value):
            raise typer.BadParameter("give what the list ended with, as one argument")
        return value

    return checked


AFTER_NUMBER = ("N", r"\d{1,15}")
AFTER_ENTITY = ("WORDS", r"\d{1,15} \S+")
AFTER_TIME = ("WORDS", r"\S+ \d{1,15}")
AFTER_PAIR = ("WORDS", r"\d+(\.\d+)? \S+ \S+")
AFTER_DECISION = ("ID", r"\S+")
_LIMIT = f"How many to print; {SHOWN} on the screen, else all."
_FORMS: dict[str, tuple[Any, Any]] = {
    "as_json": (
        Annotated[bool, flag("--json", "Print one JSON object a line, an entry each.")],
        False,
    ),
    "as_csv": (
        Annotated[bool, flag("--csv", "Print a table: a heading, then a line each.")],
        False,
    ),
}


def listing(after: tuple[str, str] | None = None, limit: str | None = _LIMIT) -> Group:
    """How a list is wanted: which part of it, in which form. `after` is the form of its cursors,
    `limit` what that option does; None for a list that has none."""
    options: dict[str, tuple[Any, Any]] = {}
    if limit is not None:
        options["limit"] = (
            Annotated[int | None, typer.Option(min=1, metavar="N", help=limit)],
            None,
        )
    if after is not None:
        metavar, form = after
        check = valued(metavar, "Go on where the list ended.", _cursor(form))
        options["after"] = (Annotated[str | None, check], None)
    return Group(_listing, options | _FORMS)


def _listing(*, as_json: bool, as_csv: bool, **part: Any) -> Listing:
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv both want standard output")
    return Listing(**part, as_json=as_json, as_csv=as_csv)


SomePaths = Annotated[
    list[str] | None,
    argument("PATH", "Files and folders; - is standard input. Without any, a case is asked."),
]
WhereInstead = Annotated[
    str | None,
    typer.Option(
        "--case", metavar="CASE", help=f"A case to ask in the place of files; see {VARIABLE}."
    ),
]
Where = Annotated[
    str | None, typer.Option("--case", metavar="CASE", envvar=VARIABLE, help=_THE_CASE)
]
WhereFirst = Annotated[
    str | None,
    typer.Argument(metavar="CASE", envvar=VARIABLE, help=_THE_CASE, show_default=False),
]
Name = Annotated[str, argument("NAME", _A_NAME, checked_name)]
SomeName = Annotated[str | None, argument("NAME", _A_NAME, checked_name)]
SignedBy = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="NAME", envvar="SAYSO_BY", help="Who decides; your login name unless given."
    ),
]
Note = Annotated[str, valued("WORDS", "Your reason, kept with the decision.")]
