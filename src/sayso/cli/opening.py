"""Opening a case for a command, and what went wrong with it in words that help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING

import typer

from sayso.cli.reading import complain, prepare_standard_output
from sayso.errors import CaseError, NameUnclear, NotInCase, SaysoError

if TYPE_CHECKING:
    from sayso.store import Case, EntityEntry

NEAR = 5  # names offered in the place of one that nobody bears
LOOKED_AT = 2_000  # of those most reported on, for near spellings
ALIKE = 75  # rapidfuzz's ratio, of 100


@contextmanager
def opened(where: str | None, *names: str | None, read_only: bool = True) -> Iterator[Case]:
    """The case; an error inside is named on standard error and ends the command with 1.

    `names` are those that the person asked for: for one that nobody bears, near ones are told.
    """
    from sayso.store import Case

    with told_errors(), Case(where, read_only=read_only) as case:
        try:
            yield case
        except NotInCase as error:
            raise typer.Exit(_told(error, _instead(case, names))) from None


@contextmanager
def told_errors() -> Iterator[None]:
    """An error inside is named on standard error and ends the command with 1."""
    prepare_standard_output()
    try:
        yield
    except NameUnclear as error:
        raise typer.Exit(_told(error, _candidates(error))) from None
    except SaysoError as error:
        raise typer.Exit(_told(error)) from None


def _told(error: SaysoError, more: Sequence[str] = ()) -> int:
    complain(error)
    for line in more:
        complain(line)
    return 1


def _candidates(error: NameUnclear) -> list[str]:
    """One line for each whom the name may mean; an id is always clear."""
    return [f"  {key}  {name}" for key, name in error.candidates]


def _instead(case: Case, names: Sequence[str | None]) -> list[str]:
    """A line for each name that nobody bears, if some are near it."""
    lines = []
    try:
        for name in names:
            if name and not case.find(name, limit=1):
                near = [each.name for each in near_names(case, name)]
                if near:
                    lines.append(f"near “{name}”: {', '.join(near)}")
    except CaseError:
        return lines  # the first error is the one to tell
    return lines


def near_names(case: Case, name: str) -> list[EntityEntry]:
    """Who shares a word with the name; if nobody does, those spelled like it. Most first."""
    found: dict[str, EntityEntry] = {}
    for word in re.findall(r"\w{2,}", name):
        found |= {each.id: each for each in case.find(word, limit=NEAR)}
    if not found:
        found = {each.id: each for each in _spelled_like(case, name)}
    best = sorted(found.values(), key=lambda each: (-each.reports, each.name))
    return best[:NEAR]


def _spelled_like(case: Case, name: str) -> Iterator[EntityEntry]:
    from rapidfuzz import fuzz
    from rapidfuzz.utils import default_process

    everyone = chain(case.people(limit=LOOKED_AT), case.organizations(limit=LOOKED_AT))
    alike = (
        each
        for each in everyone
        if any(
            fuzz.ratio(name, known, processor=default_process, score_cutoff=ALIKE)
            for known in each.names
        )
    )
    return islice(alike, NEAR)
