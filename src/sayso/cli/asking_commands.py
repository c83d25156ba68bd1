"""The commands that ask a case; what they do is loaded when they are run."""

from __future__ import annotations

from typing import Annotated

from sayso.cli import options
from sayso.cli.case_options import (
    AFTER_ENTITY,
    AFTER_NUMBER,
    AFTER_TIME,
    Name,
    SomeName,
    Where,
    listing,
)
from sayso.cli.lists import Listing
from sayso.cli.option_groups import taking


@taking(how=listing(AFTER_ENTITY))
def people(*, where: Where = None, how: Listing) -> None:
    """
    List the people that reports name, those in most reports first.

    [bold]Example[/bold]

      sayso people --limit 50
    """
    from sayso.cli import asking

    asking.people(where, how)


@taking(how=listing(AFTER_ENTITY))
def organizations(*, where: Where = None, how: Listing) -> None:
    """
    List the organizations that reports name, those in most reports first.

    [bold]Example[/bold]

      sayso organizations --csv
    """
    from sayso.cli import asking

    asking.organizations(where, how)


@taking(how=listing(limit="How many of each part; 5 on the screen, else all."))
def show(
    name: Name, *, where: Where = None, everything: options.Everything = False, how: Listing
) -> None:
    """
    Show what the reports say of somebody, each entry with whose word it is.

    Posts through time, claims about, claims by, links, and where they differ. None of it is a
    fact. A name that several bear is not guessed at: you are told how to ask for each.

    [bold]Examples[/bold]

      sayso show "Garrick Thole" --case harbour.sayso
      sayso show thole --limit 50
    """
    from sayso.cli import dossiers

    dossiers.show(where, name, how, everything=everything)


@taking(how=listing(AFTER_NUMBER))
def search(
    words: Annotated[
        list[str],
        options.argument(
            "WORDS", '"two words" stand side by side; harb* begins so.', options.checked_words
        ),
    ],
    *,
    where: Where = None,
    in_claims: Annotated[
        bool, options.flag("--claims", "Look in claims, not in whole reports.")
    ] = False,
    everything: options.Everything = False,
    how: Listing,
) -> None:
    """
    Find reports, or claims, in which all the words stand, in any case, last added first.

    [bold]Examples[/bold]

      sayso search dredg* crowns
      sayso search "north mole" --claims
    """
    from sayso.cli import asking

    asking.search(where, _as_typed(words), how, in_claims=in_claims, everything=everything)


def _as_typed(words: list[str]) -> str:
    """What the shell took for one word is words that stand side by side."""
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


@taking(how=listing(AFTER_TIME))
def timeline(
    name: SomeName = None,
    *,
    where: Where = None,
    since: options.Since = None,
    until: options.Until = None,
    everything: options.Everything = False,
    how: Listing,
) -> None:
    """
    List claims by the time they tell of, earliest first: all, or those somebody takes part in.

    Claims without a date are left out.

    [bold]Examples[/bold]

      sayso timeline
      sayso timeline "Garrick Thole" --since 2019
    """
    from sayso.cli import asking

    options.span_of_days(since, until)
    asking.timeline(where, name, since, until, how, everything=everything)


COMMANDS = (people, organizations, show, search, timeline)
