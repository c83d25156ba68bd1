"""`sayso decide`, `sayso decisions`, `sayso withdraw`: what people decided on who is who."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from sayso.cli.decisions import Decisions, withdrawn_in_words
from sayso.cli.layout import Layout, put
from sayso.cli.lists import Listing, put_list
from sayso.cli.opening import opened
from sayso.cli.reading import complain
from sayso.entities.appearances import is_numbered
from sayso.entities.scripts import letters

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
        raise typer.BadParameter(f"give: sayso decide {kind} {' '.join(TAKES[kind])}")
    if kind == "type" and words[1] not in TYPES:
        raise typer.BadParameter(f"a type is one of {', '.join(TYPES)}")
    who = signer(by)
    names = words if kind in ("same", "different") else words[:1]
    with opened(where, *names, writes=True) as case:
        made = _decide(case, kind, words, who, note)
        _put(case, made)
        if kind == "split":
            _tell_how_far(case, made.subjects[0])
        for objection in case.objections():
            if made.id in objection.decisions:
                complain(objection.reason)


def _tell_how_far(case: Case, subject: str) -> None:
    """Say that a split takes along all that its report says of the name."""
    report, _, name = subject.rpartition("#")
    if not report or is_numbered(subject):
        return
    document = case.document(report)
    text = document.report.text
    named = [
        text[each.start : each.end]
        for each in document.reading.mentions
        if each.named and name in letters(text[each.start : each.end])
    ]
    if len(named) > 1:
        complain(
            f"the report has “{min(named, key=len)}” {len(named)} times, and all went along: "
            "no decision parts two whom one report calls alike"
        )


def _decide(case: Case, kind: str, words: Sequence[str], by: str, note: str) -> Decision:
    first, second = words
    if kind == "split":
        return case.decide(kind, _split_off(case, first, second), by=by, note=note)
    if kind in ("same", "different"):
        return case.decide(kind, first, second, by=by, note=note)
    return case.decide(kind, first, by=by, value=second, note=note)


def _split_off(case: Case, name: str, report: str) -> str:
    """The subject to split off: as it was given ("REPORT#letters"), or whom the name means."""
    return name if "#" in name else case.subject(name, report)


def withdraw(where: str | None, decision: str, by: str | None) -> None:
    """Take a decision back and say which one it was."""
    who = signer(by)
    with opened(where, writes=True, listed="decisions") as case:
        everything = case.decisions(withdrawn=True)
        before = next((each for each in everything if each.id == decision), None)
        if before is not None and not before.holds:
            complain(f"{decision} was {withdrawn_in_words(before)} already; nothing was changed")
            raise typer.Exit(1)
        _put(case, case.withdraw(decision, by=who))


def decisions(where: str | None, how: Listing, *, withdrawn: bool) -> None:
    """The decisions that hold, latest first; then, for a person, which of them rest and why."""
    with opened(where) as case:
        found = _behind(case.decisions(withdrawn=withdrawn), how.after)
        put_list(found, Decisions(case).kind(), how)
        if how.shown:
            for objection in case.objections():
                complain(objection.reason)


def _put(case: Case, decision: Decision) -> None:
    console = Console(highlight=False)
    put(Decisions(case).lines(decision, Layout(console)), console)


def _behind(found: Iterator[Decision], after: str | None) -> Iterator[Decision]:
    """The decisions behind the one with the id `after`; none if it is not there."""
    if after is None:
        return found
    return islice(dropwhile(lambda each: each.id != after, found), 1, None)
