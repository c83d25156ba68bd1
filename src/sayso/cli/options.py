"""The options that several commands share, and what they take."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from sayso.times.edtf import covered_days

_YEAR_OR_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)


def checked_date(value: str | None) -> str | None:
    """The value, if it is an ISO 8601 date, month or year."""
    if value is not None and not _YEAR_OR_MONTH.fullmatch(value):
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter("give a date like 2020-01-04, 2020-01 or 2020") from None
    return value


def checked_name(value: str | None) -> str | None:
    """The value, if there is a letter or digit in it to look for."""
    if value is not None and not any(character.isalnum() for character in value):
        raise typer.BadParameter("give a name, or words of one")
    return value


def checked_page(value: Path | None) -> Path | None:
    """The value, if a file can stand there; "-" is standard output."""
    if value is not None and str(value) != "-":
        if value.is_dir():
            raise typer.BadParameter(f"{value} is a folder; name a file")
        if not value.absolute().parent.is_dir():
            raise typer.BadParameter(f"there is no folder {value.parent}")
    return value


def span_of_days(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """The first day of `since` and the last of `until`."""
    first = covered_days(since[:10])[0] if since else None
    last = covered_days(until[:10])[1] if until else None
    if first and last and last < first:
        raise typer.BadParameter("--until is before --since")
    return first, last


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files and folders; - is standard input.", show_default=False
    ),
]
Outlet = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who published it, whatever the report says."),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        callback=checked_date,
        help="When, whatever the report says: 2020-01-04, 2020-01 or 2020.",
    ),
]
Title = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="Its title, whatever the report says."),
]
About = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        callback=checked_name,
        help="Only those about this name, or words of it.",
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        callback=checked_name,
        help="Only those that this voice has a part in saying.",
    ),
]
Denied = Annotated[
    bool, typer.Option("--denied", metavar=" ", help="Only those said not to be so.")
]
Uncertain = Annotated[
    bool,
    typer.Option("--uncertain", metavar=" ", help="Only those that are not said as certain."),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", callback=checked_date, help="Only those of a time from this one on."
    ),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="DATE", callback=checked_date, help="Only those of a time up to this."),
]
