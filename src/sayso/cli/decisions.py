"""Decisions on who is who, as people read them: by names, not by the keys that last."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.text import Text

from sayso.cli import case_records as records
from sayso.cli.case_wording import START_OF_ID
from sayso.cli.layout import Layout, printable
from sayso.cli.lists import Kind
from sayso.entities.appearances import letters_of
from sayso.entities.scripts import letters
from sayso.errors import NotInCase
from sayso.exports.dates import readable_date
from sayso.exports.voices import NO_OUTLET

if TYPE_CHECKING:
    from sayso.entities.decisions import Decision
    from sayso.store import Case

_TOLD = {
    "same": "{0} and {1} are one",
    "different": "{0} and {1} are two",
    "split": "{0} is somebody else than others of that name",
    "rename": "{0} is called “{value}”",
    "type": "{0} is taken for: {value}",
}
"""What each kind of decision says; `decided` stands before it."""


class Decisions:
    """The decisions of a case. A subject is a report and the letters of a name in it: both are
    looked up, and stand as they are where the report is gone."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._place = lru_cache(maxsize=256)(self._looked_up)

    def kind(self) -> Kind[Decision]:
        """How decisions are put out."""
        return Kind(
            self.lines,
            lambda found: records.decision_record(found, self.names(found)),
            records.DECISION_COLUMNS,
            cursor=lambda each: each.id,
            nothing="no decisions",
        )

    def lines(self, found: Decision, layout: Layout) -> Iterator[Text]:
        """Who decided and when, then what, about whom, and why; who took it back; the key."""
        line = Text(printable(found.by), "green")
        line.append(f" ({readable_date(found.at)}) decided: ", "dim")
        named = [f"“{name}”{self._place_of(each)}" for name, each in self._named(found)]
        line.append(printable(_TOLD[found.kind].format(*named, value=found.value)))
        yield from layout.hanging(line)
        if found.note:
            yield from layout.wrapped(Text("  "), Text(f"“{printable(found.note)}”"))
        if found.withdrawn_at:
            yield from layout.wrapped(Text("  "), Text(withdrawn_in_words(found), "bold yellow"))
        key = " ".join((found.id, found.kind, *found.subjects))
        yield Text(f"  {printable(key)}", "dim")

    def names(self, found: Decision) -> tuple[str, ...]:
        """The names that its subjects stand for."""
        return tuple(name for name, _ in self._named(found))

    def _named(self, found: Decision) -> list[tuple[str, str]]:
        """Each subject's name and the subject."""
        return [(self._name(each), each) for each in found.subjects]

    def _name(self, subject: str) -> str:
        """The spelling that has a subject's letters."""
        keyed = "#" in subject
        key = letters_of(subject)
        entries = self._case.find(key) if keyed else ()
        names = (name for entry in entries for name in (*entry.names, entry.name))
        return next((name for name in names if letters(name) == key), key)

    def _place_of(self, subject: str) -> str:
        report = subject.rpartition("#")[0]
        return f" ({self._place(report)})" if report else ""

    def _looked_up(self, report: str) -> str:
        """Whose report it is, with its date; the start of its id where it is gone."""
        try:
            found = self._case.report(report)
        except NotInCase:
            return f"in {report[:START_OF_ID]}, which was taken out"
        told = (found.outlet or NO_OUTLET, readable_date(found.published))
        return ", ".join(each for each in told if each)


def withdrawn_in_words(found: Decision) -> str:
    """Who took a decision back, and when."""
    return printable(f"withdrawn by {found.withdrawn_by} ({readable_date(found.withdrawn_at)})")
