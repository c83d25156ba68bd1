"""The options that several commands share, and what they take."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.filters import Filters
from sayso.cli.option_groups import Group
from sayso.cli.reading import Facts

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
        raise typer.BadParameter("give a word with a letter or digit in it")
    return value


def checked_words(value: list[str]) -> list[str]:
    """The words, if there is a letter or digit in them to look for."""
    checked_name(" ".join(value))
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
    from sayso.times.edtf import covered_days

    first = covered_days(since[:10])[0] if since else None
    last = covered_days(until[:10])[1] if until else None
    if first and last and last < first:
        raise typer.BadParameter("--until is before --since")
    return first, last


def flag(name: str, words: str) -> Any:
    """An option without a value."""
    return typer.Option(name, metavar=" ", help=words)


def valued(metavar: str, words: str, check: Callable[[Any], Any] | None = None) -> Any:
    """An option with a value, named as its parameter is."""
    return typer.Option(metavar=metavar, callback=check, help=words)


def argument(metavar: str, words: str, check: Callable[[Any], Any] | None = None) -> Any:
    """An argument, which shows no default."""
    return typer.Argument(metavar=metavar, callback=check, help=words, show_default=False)


Everything = Annotated[
    bool,
    flag("--all", "Also claims that others make superfluous, as “she said” beside what she said."),
]
Paths = Annotated[list[str], argument("PATH", "Files and folders; - is standard input.")]
Since = Annotated[
    str | None, valued("DATE", "Only those of a time from this one on.", checked_date)
]
Until = Annotated[str | None, valued("DATE", "Only those of a time up to this.", checked_date)]

FACTS = Group(
    lambda outlet, published, title: Facts(outlet or None, published, title or None),
    {
        "outlet": (
            Annotated[str | None, valued("NAME", "Who published it, whatever the report says.")],
            None,
        ),
        "published": (
            Annotated[
                str | None,
                valued(
                    "DATE",
                    "When, whatever the report says: 2020-01-04, 2020-01 or 2020.",
                    checked_date,
                ),
            ],
            None,
        ),
        "title": (
            Annotated[str | None, valued("WORDS", "Its title, whatever the report says.")],
            None,
        ),
    },
)
"""What the person says of the reports."""


def _filters(since: str | None, until: str | None, **others: Any) -> Filters:
    first, last = span_of_days(since, until)
    return Filters(since=first, until=last, **others)


_NAMES: dict[str, tuple[Any, Any]] = {
    "about": (
        Annotated[
            str | None, valued("NAME", "Only those about this name, or words of it.", checked_name)
        ],
        None,
    ),
    "by": (
        Annotated[
            str | None,
            valued("NAME", "Only those that this voice has a part in saying.", checked_name),
        ],
        None,
    ),
}
_STANCES: dict[str, tuple[Any, Any]] = {
    "denied": (Annotated[bool, flag("--denied", "Only those said not to be so.")], False),
    "uncertain": (
        Annotated[bool, flag("--uncertain", "Only those that are not said as certain.")],
        False,
    ),
}
_TIMES: dict[str, tuple[Any, Any]] = {"since": (Since, None), "until": (Until, None)}

_ALL: dict[str, tuple[Any, Any]] = {"everything": (Everything, False)}

CLAIM_FILTERS = Group(_filters, _NAMES | _STANCES | _TIMES | _ALL)
"""Which claims."""
POST_FILTERS = Group(_filters, _NAMES | _TIMES)
"""Which posts."""
