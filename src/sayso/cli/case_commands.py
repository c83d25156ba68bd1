"""The commands on a case and their options; what they do is loaded when they are run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import case_options as own
from sayso.cli import options

_CASE_HELP = "The case is --case, or SAYSO_CASE in the environment. "
_LISTS_HELP = f"""\
{_CASE_HELP}The screen shows a part of a long list and how to go on; --json and --csv give all \
of it."""


def new(where: own.WhereFirst = None) -> None:
    from sayso.cli import cases

    cases.new(where)


def check(
    where: own.WhereFirst = None,
    *,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import cases

    whole = cases.check(where, own.listing(as_json=as_json, as_csv=as_csv))
    raise typer.Exit(0 if whole else 1)


def remove(
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT", help="Its id, the start of it, or its source.", show_default=False
        ),
    ],
    *,
    where: own.Where = None,
) -> None:
    from sayso.cli import cases

    cases.remove(where, report)


def reports(
    *,
    where: own.Where = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only those that it published.")
    ] = None,
    limit: own.Limit = None,
    after: own.AfterNumber = None,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import asking

    how = own.listing(limit, after, as_json=as_json, as_csv=as_csv)
    asking.reports(where, outlet, how)


def people(
    *,
    where: own.Where = None,
    limit: own.Limit = None,
    after: own.AfterEntity = None,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import asking

    asking.people(where, own.listing(limit, after, as_json=as_json, as_csv=as_csv))


def organizations(
    *,
    where: own.Where = None,
    limit: own.Limit = None,
    after: own.AfterEntity = None,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import asking

    asking.organizations(where, own.listing(limit, after, as_json=as_json, as_csv=as_csv))


def show(
    name: own.Name,
    *,
    where: own.Where = None,
    limit: own.Limit = None,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import dossiers

    dossiers.show(where, name, own.listing(limit, as_json=as_json, as_csv=as_csv))


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            help='"two words" stand side by side; harb* begins so.',
            show_default=False,
        ),
    ],
    *,
    where: own.Where = None,
    in_claims: Annotated[
        bool, typer.Option("--claims", metavar=" ", help="Look in claims, not in whole reports.")
    ] = False,
    limit: own.Limit = None,
    after: own.AfterNumber = None,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import asking

    how = own.listing(limit, after, as_json=as_json, as_csv=as_csv)
    asking.search(where, _as_typed(words), how, in_claims=in_claims)


def _as_typed(words: list[str]) -> str:
    """What the shell took for one word is words that stand side by side."""
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


def timeline(
    name: own.SomeName = None,
    *,
    where: own.Where = None,
    since: options.Since = None,
    until: options.Until = None,
    limit: own.Limit = None,
    after: own.AfterTime = None,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import asking

    options.span_of_days(since, until)
    how = own.listing(limit, after, as_json=as_json, as_csv=as_csv)
    asking.timeline(where, name, since, until, how)


def review(
    *,
    where: own.Where = None,
    by: own.SignedBy = None,
    limit: own.Limit = None,
    after: own.AfterPair = None,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import reviewing

    reviewing.review(where, by, own.listing(limit, after, as_json=as_json, as_csv=as_csv))


def decide(
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="same, different, split, rename or type."),
    ],
    words: Annotated[list[str], typer.Argument(metavar="NAME…", show_default=False)],
    *,
    where: own.Where = None,
    by: own.SignedBy = None,
    note: own.Note = "",
) -> None:
    from sayso.cli import deciding

    deciding.decide(where, kind, words, by, note)


def decisions(
    *,
    where: own.Where = None,
    withdrawn: Annotated[
        bool, typer.Option("--withdrawn", metavar=" ", help="Those that were withdrawn as well.")
    ] = False,
    limit: own.Limit = None,
    after: own.AfterDecision = None,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import deciding

    how = own.listing(limit, after, as_json=as_json, as_csv=as_csv)
    deciding.decisions(where, how, withdrawn=withdrawn)


def withdraw(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help="Its id, as d7.", show_default=False)
    ],
    *,
    where: own.Where = None,
    by: own.SignedBy = None,
) -> None:
    from sayso.cli import deciding

    deciding.withdraw(where, decision, by)


def match(
    *,
    where: own.Where = None,
    file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", dir_okay=False, help="FollowTheMoney objects, one a line; or .gz."
        ),
    ] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="A service that answers as yente does.")
    ] = None,
    dataset: Annotated[
        str, typer.Option(metavar="NAME", help="Which of the service's lists.")
    ] = "default",
    key: Annotated[
        str | None,
        typer.Option(metavar="KEY", envvar="SAYSO_MATCH_KEY", help="The service's API key."),
    ] = None,
    limit: own.Limit = None,
    as_json: own.AsJson = False,
    as_csv: own.AsCsv = False,
) -> None:
    from sayso.cli import matching

    how = own.listing(limit, as_json=as_json, as_csv=as_csv)
    if (file is None) == (url is None):
        raise typer.BadParameter("give --file or --url")
    if file is not None:
        matching.match_file(where, file, how)
    elif url is not None:
        matching.match_service(where, url, dataset, key, how)


_COMMANDS: dict[Callable[..., None], str] = {
    new: """\
Make a case: one SQLite file, or the tables in a PostgreSQL database.

[bold]Examples[/bold]

  sayso new harbour.sayso
  sayso new postgresql://localhost/harbour
""",
    check: """\
Verify every hash, offset and reference of a case; nothing is changed.

The exit code is 0 if nothing is wrong, 1 if something is.
""",
    remove: f"""\
Take a report out of a case, with all its claims. What people decided stays.

{_CASE_HELP}""",
    reports: f"""\
List the reports of a case, last added first.

{_LISTS_HELP}""",
    people: f"""\
List the people that reports name, those in most reports first.

{_LISTS_HELP}""",
    organizations: f"""\
List the organizations that reports name, those in most reports first.

{_LISTS_HELP}""",
    show: f"""\
Show what the reports of a case say of somebody: posts, claims about, claims by, links, and where \
they differ. Every entry begins with whose word it is; none of it is a fact.

A name that several bear is not guessed at: their ids are named, and an id will do as a name.

[bold]Examples[/bold]

  sayso show "Garrick Thole" --case harbour.sayso
  sayso show thole --limit 50 --json

{_CASE_HELP}""",
    search: f"""\
Find reports, or claims, in which all the words stand, in any case, last added first.

[bold]Examples[/bold]

  sayso search dredg* crowns
  sayso search "north mole" --claims

{_LISTS_HELP}""",
    timeline: f"""\
List claims by the time they tell of, earliest first: all, or those somebody takes part in. Claims \
without a date are left out.

[bold]Examples[/bold]

  sayso timeline
  sayso timeline "Garrick Thole" --since 2019

{_LISTS_HELP}""",
    review: f"""\
Decide on pairs that may be the same, best first, with the reports' words on both sides.

Keys: s the same, d different, k skip, u undo, q quit. From a pipe, a line each. Every decision is \
kept at once and can be withdrawn. --json and --csv list the pairs and ask nothing.

{_CASE_HELP}""",
    decide: f"""\
Sign a decision on who is who. It is dated, holds for reports read later, and can be withdrawn.

[bold]Kinds[/bold]

  sayso decide same NAME NAME         two that are one
  sayso decide different NAME NAME    two that are not, and are not suggested again
  sayso decide split NAME REPORT      the one of that name in that report is somebody else
  sayso decide rename NAME NEW-NAME   what it is called
  sayso decide type NAME TYPE         person, organization, place, event …

A name that several bear is not guessed at: their ids are named, and an id will do as a name.

{_CASE_HELP}""",
    decisions: f"""\
List the decisions that hold, latest first. Those that rest, as they contradict others or nobody \
bears the name any more, are named on standard error.

{_LISTS_HELP}""",
    match: f"""\
Suggest entries of other people's lists whose names are like those of a case, with reasons.

A name is shared by many: no match says that somebody is listed. With --url, the names of the \
case are sent to the service; with --file, nothing leaves this machine.

[bold]Examples[/bold]

  sayso match --file entities.ftm.json
  sayso match --url http://localhost:8000 --dataset default

{_CASE_HELP}""",
    withdraw: f"""\
Take a decision back: all is as if it had never been made, but for its row.

{_CASE_HELP}""",
}


def add_commands(app: typer.Typer) -> None:
    """Add all commands on a case."""
    for command, text in _COMMANDS.items():
        app.command(command.__name__, help=text)(command)
