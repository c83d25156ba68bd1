"""`sayso decide`, `sayso decisions`, `sayso withdraw`: what people decided on who is who."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from sayso.cli import case_records as records
from sayso.cli.case_options import Listing
from sayso.cli.case_output import Kind, put_list
from sayso.cli.case_wording import START_OF_ID
from sayso.cli.layout import Layout, printable, put
from sayso.cli.opening import opened
from sayso.cli.reading import complain
from sayso.errors import NotInCase
from sayso.exports.voices import readable_date

if TYPE_CHECKING:
    from sayso.entities.decisions import Decision
    from sayso.store import Case

TAKES = {
    "same": ("NAME", "NAME"),
    "different": ("NAME", "NAME"),
    "split": ("NAME", "REPORT"),
    "rename": ("NAME", "NEW-NAME"),
    "type": ("NAME", "TYPE"),
}
"""The kinds of decisions, and what the command takes for each."""
TYPES = (
    *("person", "organization", "place", "object", "event", "time", "abstract", "substance"),
    *("animal", "plant"),
)


def signer(by: str | None) -> str:
    """Who signs: the name given, or the login name."""
    if by and by.strip():
        return by.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise typer.BadParameter("say who decides: --by NAME") from None


def decide(where: str | None, kind: str, words: Sequence[str], by: str | None, note: str) -> None:
    """Sign a decision and say what it was."""
    if kind not in TAKES:
        raise typer.BadParameter(f"a decision is one of {', '.join(TAKES)}, not “{kind}”")
    if len(words) != len(TAKES[kind]):
        raise typer.BadParameter(f"sayso decide {kind} {' '.join(TAKES[kind])}")
    if kind == "type" and words[1] not in TYPES:
        raise typer.BadParameter(f"a type is one of {', '.join(TYPES)}")
    who = signer(by)
    names = words if kind in ("same", "different") else words[:1]
    with opened(where, *names, read_only=False) as case:
        made = _decide(case, kind, words, who, note)
        console = Console(highlight=False)
        put(decision_lines(made, Layout(console)), console)
        for objection in case.objections():
            if made.id in objection.decisions:
                complain(objection.reason)


def _decide(case: Case, kind: str, words: Sequence[str], by: str, note: str) -> Decision:
    first, second = words
    if kind == "split":
        return case.decide(kind, _appearance(case, first, second), by=by, note=note)
    if kind in ("same", "different"):
        return case.decide(kind, first, second, by=by, note=note)
    return case.decide(kind, first, by=by, value=second, note=note)


def _appearance(case: Case, name: str, report: str) -> str:
    """The subject of the one whom a name means as a report names them."""
    from sayso.entities.appearances import subject

    whole = case.show(name, limit=1).entity
    document = case.document(report)
    for entity in document.entities:
        if entity.id == whole.id and entity.names:
            return subject(document.report.id, entity.names[0])
    raise NotInCase(case.name, f"report “{report}” does not name “{whole.name}”")


def withdraw(where: str | None, decision: str, by: str | None) -> None:
    """Take a decision back and say which one it was."""
    who = signer(by)
    with opened(where, read_only=False) as case:
        found = case.withdraw(decision, by=who)
        console = Console(highlight=False)
        put(decision_lines(found, Layout(console)), console)


def decisions(where: str | None, how: Listing, *, withdrawn: bool) -> None:
    """The decisions that hold, latest first; then, for a person, which of them rest and why."""
    kind: Kind[Decision] = Kind(
        decision_lines,
        records.decision_record,
        records.decision_record,
        records.DECISION_COLUMNS,
        cursor=lambda each: each.id,
        nothing="no decisions",
        spaced=False,
    )
    with opened(where) as case:
        put_list(_behind(case.decisions(withdrawn=withdrawn), how.after), kind, how)
        if how.shown:
            for objection in case.objections():
                complain(objection.reason)


def _behind(found: Iterator[Decision], after: str | None) -> Iterator[Decision]:
    """The decisions behind the one with the id `after`; none if it is not there."""
    if after is None:
        return found
    return islice(dropwhile(lambda each: each.id != after, found), 1, None)


def decision_lines(found: Decision, layout: Layout) -> Iterator[Text]:
    """Who decided and when, then what, about whom, and why; below, who took it back."""
    line = Text(printable(found.by), "green")
    line.append(f" ({readable_date(found.at)}): ", "dim")
    line.append(found.kind, "bold")
    line.append(f" {' and '.join(_named(each) for each in found.subjects)}")
    if found.value:
        line.append(f": “{printable(found.value)}”")
    line.append(f" · {found.id}", "dim")
    yield from layout.hanging(line)
    if found.note:
        yield from layout.wrapped(Text("  "), Text(f"“{printable(found.note)}”"))
    if found.withdrawn_at:
        told = f"withdrawn by {found.withdrawn_by} ({readable_date(found.withdrawn_at)})"
        yield from layout.wrapped(Text("  "), Text(printable(told), "dim"))


def _named(subject: str) -> str:
    """ "“hugotamm” (in 5c1d44e0)": a decision keeps the letters of a name, and the report."""
    report, _, letters = subject.rpartition("#")
    place = f" (in {report[:START_OF_ID]})" if report else ""
    return printable(f"“{letters}”{place}")
