"""Making a case, reading into it, taking a report out, checking it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from sayso.cli import case_records as records
from sayso.cli.case_wording import START_OF_ID, counted
from sayso.cli.layout import Layout, printable, put
from sayso.cli.lists import Kind, Listing, put_list
from sayso.cli.opening import opened, told_errors
from sayso.cli.reading import (
    STOPPED,
    Facts,
    Output,
    complain,
    over_documents,
    save,
    write,
)
from sayso.errors import CaseError
from sayso.exports import to_html, to_json_line
from sayso.values import Document, Report

if TYPE_CHECKING:
    from sayso.store import Added, Case, Fault

MOST_IN_A_ROW = 2
"""After so many reports in a row that the case did not take, reading ends: more would fail too."""


def new(where: str | None) -> None:
    """Make a case."""
    from sayso.store import Case

    with told_errors(), Case.new(where) as case:
        console = Console(highlight=False)
        put(Layout(console).hanging(Text(f"made {printable(case.name)}")), console)


def check(where: str | None, how: Listing) -> bool:
    """Print all that is wrong with a case; whether nothing is."""
    kind: Kind[Fault] = Kind(
        lambda fault, layout: layout.hanging(
            Text.assemble((printable(fault.where), "bold"), f": {printable(fault.reason)}")
        ),
        records.fault_record,
        records.FAULT_COLUMNS,
        nothing="no faults found",
        spaced=False,
    )
    with opened(where) as case:
        faults = list(case.check())
        put_list(faults, kind, replace(how, limit=len(faults) or 1))
    return not faults


def remove(where: str | None, report: str) -> None:
    """Take a report out, and say which one it was."""
    with opened(where, writes=True, listed="reports") as case:
        entry = case.remove(report)
        console = Console(highlight=False)
        told = f"taken out: {records.about_report(entry)} · {entry.id[:START_OF_ID]}"
        put(Layout(console).hanging(Text(printable(told))), console)


def read_into(where: str, paths: Sequence[str], facts: Facts, output: Output) -> bool:
    """Read the sources into a case, each report once; whether all of them are in it now.

    A line a report on the screen; as JSON or a page, the reports as the case has them.
    """
    with opened(where, writes=True) as case:
        return _Into(case, output).read(paths, facts)


class _Into:
    """One run of reading into a case, and what became of its reports."""

    def __init__(self, case: Case, output: Output) -> None:
        self._case = case
        self._output = output
        self._console = Console(highlight=False)
        self._layout = Layout(self._console)
        self._counts: Counter[str] = Counter()
        self._failed_in_a_row = 0
        self._kept: list[Document] = []

    def read(self, paths: Sequence[str], facts: Facts) -> bool:
        try:
            complete = over_documents(paths, facts, self._keep, self._has)
        except CaseError as error:
            complain(error)
            complain("reading ended there; what was kept before stays")
            complete = False
        except KeyboardInterrupt:
            complain("stopped; what was kept before stays")
            self._sum_up()
            raise typer.Exit(STOPPED) from None
        complete = complete and not self._counts["not kept"]
        if self._output.html is not None and self._kept:
            complete = save(to_html(self._kept), self._output.html) and complete
        self._sum_up()
        sys.stdout.flush()
        return complete

    def _has(self, report: Report) -> bool:
        """Whether it is in the case already, so that it need not be read again."""
        return report.id in self._case

    def _keep(self, document: Document) -> None:
        """Keep a report; where the case does not take it, name it and go on to the next."""
        try:
            added = self._case.add(document)
        except CaseError as error:
            self._failed_in_a_row += 1
            self._counts["not kept"] += 1
            if self._failed_in_a_row == MOST_IN_A_ROW:
                raise
            complain(f"{document.report.source}: not kept: {error.reason}")
            return
        self._failed_in_a_row = 0
        self._counts["added" if added.fresh else "there already"] += 1
        if self._output.shown:
            put(self._line(added), self._console)
        else:
            self._pass_on(self._case.document(added.report.id))

    def _pass_on(self, document: Document) -> None:
        if self._output.as_json:
            write(to_json_line(document))
        if self._output.html is not None:
            self._kept.append(document)

    def _line(self, added: Added) -> list[Text]:
        report = added.report
        state = "added" if added.fresh else "there already"
        words = (report.title or "Untitled", report.outlet or "", report.source)
        told = " · ".join(printable(each) for each in words if each)
        line = Text.assemble((f"{state}: ", "" if added.fresh else "dim"), told)
        return list(self._layout.hanging(line))

    def _sum_up(self) -> None:
        if not self._output.shown:
            return
        told = [
            f"{counted(self._counts[state], 'report')} {state}"
            for state in ("added", "there already", "not kept")
            if self._counts[state]
        ]
        line = ", ".join(told) or "no reports"
        put(self._layout.wrapped(Text(), Text(line, "dim")), self._console)
