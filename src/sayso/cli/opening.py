"""Opening a case for a command, and what went wrong with it in words that help."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from sayso.cli.layout import put
from sayso.cli.naming import choices, instead
from sayso.cli.reading import complain, prepare_standard_output
from sayso.cli.typed import on_the_case
from sayso.errors import NameUnclear, NotInCase, SaysoError

if TYPE_CHECKING:
    from sayso.store import Case


@contextmanager
def opened(
    where: str | None,
    *names: str | None,
    read_only: bool = True,
    writes: bool = False,
    listed: str | None = None,
) -> Iterator[Case]:
    """The case; an error inside is named on standard error and ends the command with 1.

    `names` are those that the person asked for: of one that nobody bears, near ones are told, and
    of one that several bear, who they are. Of what else is not in the case, `listed` is the
    command that lists what is. With `writes`, a case that can't be written is an error before
    anything is asked or read.
    """
    from sayso.store import Case

    with told_errors(), Case(where, read_only=read_only and not writes) as case:
        if writes:
            case.ensure_writable()
        try:
            yield case
        except NotInCase as error:
            more = list(instead(case, names))
            if listed and not more:
                more = [f"`{on_the_case(listed)}` lists those that are"]
            complain(error)
            for line in more:
                complain(line)
            raise typer.Exit(1) from None
        except NameUnclear as error:
            complain(error)
            put(choices(case, error, names), Console(stderr=True, highlight=False))
            raise typer.Exit(1) from None


@contextmanager
def told_errors() -> Iterator[None]:
    """An error inside is named on standard error and ends the command with 1."""
    prepare_standard_output()
    try:
        yield
    except SaysoError as error:
        complain(error)
        raise typer.Exit(1) from None
