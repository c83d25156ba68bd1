"""The commands on who is who; what they do is loaded when they are run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.case_options import AFTER_DECISION, AFTER_PAIR, Note, SignedBy, Where, listing
from sayso.cli.lists import Listing
from sayso.cli.option_groups import taking
from sayso.cli.options import argument, flag, valued


@taking(how=listing(AFTER_PAIR))
def review(*, where: Where = None, by: SignedBy = None, how: Listing) -> None:
    """
    Decide on pairs that may be the same, best first, with the reports' words on both sides.

    Keys: s the same, d different, k skip, u undo, q quit. From a pipe, a line each. Every decision
    is kept at once and can be withdrawn. --json and --csv list the pairs and ask nothing.

    [bold]Example[/bold]

      sayso review --by Ada
    """
    from sayso.cli import reviewing

    reviewing.review(where, by, how)


def decide(
    kind: Annotated[str, argument("KIND", "same, different, split, rename or type.")],
    words: Annotated[
        list[str], argument("NAME", "Names or ids, two things for each kind; see above.")
    ],
    *,
    where: Where = None,
    by: SignedBy = None,
    note: Note = "",
) -> None:
    """
    Sign a decision on who is who. It is dated, holds for reports read later, and can be withdrawn.

    [bold]Kinds[/bold]

      sayso decide same NAME NAME         two that are one
      sayso decide different NAME NAME    two that are not, and are not suggested again
      sayso decide split NAME REPORT      the one of that name in that report is somebody else
      sayso decide rename NAME NEW-NAME   what it is called
      sayso decide type NAME TYPE         person, organization, place, event …

    A name that several bear is not guessed at: you are told how to name each.

    [bold]Example[/bold]

      sayso decide same "Rhoda Quill" "R. Quill" --note "the same guild"
    """
    from sayso.cli import deciding

    deciding.decide(where, kind, words, by, note)


@taking(how=listing(AFTER_DECISION))
def decisions(
    *,
    where: Where = None,
    withdrawn: Annotated[bool, flag("--withdrawn", "Those that were withdrawn as well.")] = False,
    how: Listing,
) -> None:
    """
    List the decisions that hold, latest first.

    Those that rest, as they contradict others or nobody bears the name any more, are named on
    standard error.

    [bold]Example[/bold]

      sayso decisions --withdrawn
    """
    from sayso.cli import deciding

    deciding.decisions(where, how, withdrawn=withdrawn)


def withdraw(
    decision: Annotated[str, argument("DECISION", "Its id, as d7.")],
    *,
    where: Where = None,
    by: SignedBy = None,
) -> None:
    """
    Take a decision back: all is as if it had never been made, but for its row.

    [bold]Example[/bold]

      sayso withdraw d7
    """
    from sayso.cli import deciding

    deciding.withdraw(where, decision, by)


@taking(how=listing())
def match(
    *,
    where: Where = None,
    file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", dir_okay=False, help="FollowTheMoney objects, one a line; or .gz."
        ),
    ] = None,
    url: Annotated[str | None, valued("URL", "A service that answers as yente does.")] = None,
    dataset: Annotated[str, valued("NAME", "Which of the service's lists.")] = "default",
    key: Annotated[
        str | None,
        typer.Option(metavar="KEY", envvar="SAYSO_MATCH_KEY", help="The service's API key."),
    ] = None,
    how: Listing,
) -> None:
    """
    Suggest entries of other people's lists whose names are like those of a case, with reasons.

    A name is shared by many: no match says that somebody is listed. With --url, the names of the
    case are sent to the service; with --file, nothing leaves this machine.

    [bold]Examples[/bold]

      sayso match --file entities.ftm.json
      sayso match --url http://localhost:8000 --dataset default
    """
    from sayso.cli import matching

    if (file is None) == (url is None):
        raise typer.BadParameter("give --file or --url")
    if file is not None:
        matching.match_file(where, file, how)
    elif url is not None:
        matching.match_service(where, url, dataset, key, how)


COMMANDS = (review, decide, decisions, withdraw, match)
