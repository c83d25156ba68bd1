"""Two that may be one, beside each other: names, how often, and the reports' own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.cli.case_lines import also_named
from sayso.cli.case_wording import counted, whose_word
from sayso.cli.layout import WIDEST, Layout, printable
from sayso.entities.scripts import letters
from sayso.errors import NotInCase
from sayso.values import Document

if TYPE_CHECKING:
    from sayso.store import Case, Dossier, ReportEntry

REPORTS_SHOWN = 2  # reports whose words are shown of each side
AROUND = 90  # code points of a report on either side of the name
NARROW = 60  # columns below which the sides stand one above the other


@dataclass(frozen=True, slots=True)
class Words:
    """A report's words around a name; `name` is where in `excerpt` it stands."""

    report: ReportEntry
    excerpt: str
    name: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one side. `dossier` is None where its last report is gone meanwhile."""

    dossier: Dossier | None
    words: tuple[Words, ...] = ()


def side_of(case: Case, entity: str, subject: str, *, reports: int = REPORTS_SHOWN) -> Side:
    """One side of a suggestion, in the words of its latest reports; `subject` finds it where it
    was joined to another meanwhile."""
    try:
        dossier = case.show(entity, limit=reports)
    except NotInCase:
        now = _entity_now(case, subject)
        if now is None:
            return Side(None)
        dossier = case.show(now, limit=reports)
    own = dossier.entity.id
    found = (_words(case.document(report.id), report, own) for report in dossier.reports)
    return Side(dossier, tuple(each for each in found if each))


def _entity_now(case: Case, subject: str) -> str | None:
    report, _, name = subject.rpartition("#")
    if report not in case:
        return None
    for entity in case.document(report).entities:
        if name in {letters(each) for each in entity.names}:
            return entity.id
    return None


def _words(document: Document, report: ReportEntry, entity: str) -> Words | None:
    """The report's words around the fullest name it has for somebody."""
    own = [each for each in document.reading.mentions if each.entity == entity]
    if not own:
        return None
    best = max(own, key=lambda each: (each.named, each.end - each.start, -each.start))
    text = document.report.text
    start, end = max(best.start - AROUND, 0), min(best.end + AROUND, len(text))
    if start and (gap := text.find(" ", start, best.start)) >= 0:
        start = gap + 1
    if end < len(text) and (gap := text.rfind(" ", best.end, end)) >= 0:
        end = gap
    return Words(report, text[start:end], (best.start - start, best.end - start))


def beside(left: Side, right: Side, layout: Layout, console: Console) -> Iterator[Text]:
    """Both sides' lines, beside each other where the terminal is wide enough."""
    rows = list(zip_longest(_rows(left, layout), _rows(right, layout), fillvalue=Text()))
    width = min(console.width, WIDEST)
    if width < NARROW:
        for side in (0, 1):
            for row in rows:
                if row[side]:
                    yield from layout.hanging(row[side])
            yield Text("-" if layout.ascii_only else "─", "dim") if not side else Text()
        return
    bar = Text(" | " if layout.ascii_only else " │ ", "dim")
    half = (width - bar.cell_len) // 2
    for one, other in rows:
        pairs = zip_longest(one.wrap(console, half), other.wrap(console, half), fillvalue=Text())
        for first, second in pairs:
            line = first.copy()
            line.pad_right(half - line.cell_len)
            whole = line + bar + second
            whole.rstrip()
            yield whole


def _rows(side: Side, layout: Layout) -> Sequence[Text]:
    if side.dossier is None:
        return [Text("no report in the case names it any more", "dim")]
    entity = side.dossier.entity
    others = [name for name in entity.names if name != entity.name]
    rows = [
        Text(printable(entity.name), "bold"),
        Text(f"taken for: {entity.type} · in {counted(entity.reports, 'report')}", "dim"),
        Text(also_named(others), "dim") if others else Text("also: –", "dim"),
    ]
    return rows + [quoted(each, layout) for each in side.words]


def quoted(words: Words, layout: Layout) -> Text:
    """Whose report, and its words around the name."""
    begins, ends = words.name
    gap = "..." if layout.ascii_only else "…"
    line = whose_word(words.report, ascii_only=layout.ascii_only)
    line.append(": ", "dim")
    before, after = printable(words.excerpt[:begins]), printable(words.excerpt[ends:])
    line.append(f"{gap} {before} " if before else f"{gap} ")
    line.append(printable(words.excerpt[begins:ends]), "bold")
    tail = words.excerpt[ends : ends + 1]
    line.append(f"{' ' if tail.isspace() else ''}{after} {gap}" if after else f" {gap}")
    return line
