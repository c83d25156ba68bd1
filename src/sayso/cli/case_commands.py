"""The commands on a case as a whole; what they do is loaded when they are run."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.case_options import AFTER_NUMBER, Where, WhereFirst, listing
from sayso.cli.lists import Listing
from sayso.cli.option_groups import taking
from sayso.cli.options import argument, valued


def new(where: WhereFirst = None) -> None:
    """
    Make a case: one SQLite file, or the tables in a PostgreSQL database.

    [bold]Examples[/bold]

      sayso new harbour.sayso
      sayso new postgresql://localhost/harbour
    """
    from sayso.cli import cases

    cases.new(where)


@taking(how=listing(limit=None))
def check(where: WhereFirst = None, *, how: Listing) -> None:
    """
    Verify every hash, offset and reference of a case; nothing is changed.

    The exit code is 0 if nothing is wrong, 1 if something is.

    [bold]Example[/bold]

      sayso check harbour.sayso
    """
    from sayso.cli import cases

    raise typer.Exit(0 if cases.check(where, how) else 1)


def remove(
    report: Annotated[str, argument("REPORT", "Its id, the start of it, or its source.")],
    *,
    where: Where = None,
) -> None:
    """
    Take a report out of a case, with all its claims. What people decided stays.

    [bold]Example[/bold]

      sayso remove 5c1d44e0
    """
    from sayso.cli import cases

    cases.remove(where, report)


@taking(how=listing(AFTER_NUMBER))
def reports(
    *,
    where: Where = None,
    outlet: Annotated[str | None, valued("NAME", "Only those that it published.")] = None,
    how: Listing,
) -> None:
    """
    List the reports of a case, last added first.

    [bold]Example[/bold]

      sayso reports --outlet "The Herald"
    """
    from sayso.cli import asking

    asking.reports(where, outlet, how)


COMMANDS = (new, reports, remove, check)
