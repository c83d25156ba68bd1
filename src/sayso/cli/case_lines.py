"""What a case gives back as lines for a terminal; none of them reads as a fact."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from sayso.cli.case_records import Reports
from sayso.cli.case_wording import counted, report_in_words, whose_word
from sayso.cli.entries import Entry, claim_entry, entry_lines, post_entry
from sayso.cli.layout import Layout, printable
from sayso.values import Voice

if TYPE_CHECKING:
    from sayso.store import CaseClaim, CaseLink, CasePost, EntityEntry, Hit, ReportEntry

NAMES_SHOWN = 6


class Lines:
    """Claims, posts, ties and hits of a case; `headed` where a heading names their report."""

    def __init__(self, reports: Reports, *, headed: bool = False, timed: bool = True) -> None:
        self._reports = reports
        self._headed = headed
        self._timed = timed

    def claim(self, found: CaseClaim, layout: Layout) -> Iterator[Text]:
        """A claim, whose word it is, its words."""
        return self._lines(found.report, self._claim(found, layout), layout)

    def link(self, found: CaseLink, layout: Layout) -> Iterator[Text]:
        """The claim that makes a tie, led by the tie."""
        arrow = "->" if layout.ascii_only else "→"
        told = f"{found.link.type}: {found.source_name} {arrow} {found.target_name}"
        return self._lines(found.claim.report, self._claim(found.claim, layout, told), layout)

    def post(self, found: CasePost, layout: Layout) -> Iterator[Text]:
        """A post, by the names that the case has."""
        report = self._reports.bare(found.report.id).report
        chain = _told_apart(found.voices, found.namesakes)
        voices = whose_word(found.report, chain, ascii_only=layout.ascii_only)
        person = found.person_name
        if found.post.person_entity in found.namesakes:
            person = f"{person} ({found.post.person_entity})"
        told = (person, *found.parts)
        claim = found.claim.claim if found.claim else None
        entry = post_entry(found.post, claim, report, voices, told)
        return self._lines(found.report, entry, layout)

    def hit(self, found: Hit, layout: Layout) -> Iterator[Text]:
        """A claim with the words that were looked for; of a report the words around them."""
        if found.claim is None:
            text = self._reports.bare(found.report.id).report.text
            return hit_lines(found, layout, len(text))
        start = found.span[0]
        words = {found.excerpt[begins - start : ends - start] for begins, ends in found.found}
        entry = self._claim(found.claim, layout)
        if words:
            either = "|".join(map(re.escape, sorted(words)))
            entry = replace(entry, marked=re.compile(rf"\b(?:{either})\b", re.IGNORECASE))
        return self._lines(found.report, entry, layout)

    def _claim(self, found: CaseClaim, layout: Layout, told: str | None = None) -> Entry:
        chain = _told_apart(found.claim.chain, found.namesakes)
        voices = whose_word(found.report, chain, ascii_only=layout.ascii_only)
        report = self._reports.bare(found.report.id).report
        return claim_entry(found.claim, report, voices, told=told, timed=self._timed)

    def _lines(self, report: ReportEntry, entry: Entry, layout: Layout) -> Iterator[Text]:
        origin = None if self._headed else report_in_words(report)
        return entry_lines(replace(entry, origin=origin), layout)


def _told_apart(chain: Sequence[Voice], namesakes: Container[str | None]) -> list[Voice]:
    """A chain; behind a name that several bear, the id by which to ask for the one."""
    return [
        replace(voice, name=f"{voice.name} ({voice.entity})")
        if voice.entity in namesakes
        else voice
        for voice in chain
    ]


def report_heading(found: ReportEntry, layout: Layout) -> Iterator[Text]:
    """The report that the entries below stand in."""
    yield from layout.hanging(Text(f"in: {report_in_words(found)}", "dim underline"), "    ")


def entity_lines(found: EntityEntry, layout: Layout) -> Iterator[Text]:
    """The name, how often it is reported on, other spellings, the id."""
    line = Text(printable(found.name), "bold")
    counts = (
        f"in {counted(found.reports, 'report')}",
        f"claims about: {found.claims_about:,}" if found.claims_about else "",
        f"by: {found.claims_by:,}" if found.claims_by else "",
        found.id,
    )
    line.append(" · " + " · ".join(each for each in counts if each), "not bold dim")
    yield from layout.hanging(line)
    others = [name for name in found.names if name != found.name]
    if others:
        yield from layout.wrapped(Text("  "), Text(also_named(others), "dim"))


def taken_for(found: EntityEntry) -> str:
    """ "taken for: person · in 3 reports, 12 mentions · e0c4…": who was found, as reports have
    them."""
    counts = f"in {counted(found.reports, 'report')}, {counted(found.mentions, 'mention')}"
    kind = f"taken for: {found.type}" if found.named else "unnamed source"
    return f"{kind} · {counts} · {found.id}"


def also_named(names: Sequence[str]) -> str:
    """ "also: “Thole”, “G. Thole” and 3 more"."""
    shown = "”, “".join(printable(name) for name in names[:NAMES_SHOWN])
    more = len(names) - NAMES_SHOWN
    return f"also: “{shown}”" + (f" and {more} more" if more > 0 else "")


def report_lines(found: ReportEntry, layout: Layout) -> Iterator[Text]:
    """Outlet and date, the title, how many claims; where it was read from."""
    line = whose_word(found, ascii_only=layout.ascii_only)
    line.append(": ", "dim")
    line.append(printable(found.title or "Untitled"), "bold")
    yield from layout.hanging(line)
    facts = (counted(found.claims, "claim"), found.id, *found.sources)
    yield from layout.wrapped(Text("  "), Text(printable(" · ".join(facts)), "dim"))


def hit_lines(found: Hit, layout: Layout, length: int) -> Iterator[Text]:
    """Whose report, and its words, with those looked for in bold; where they are cut out of its
    text of that `length`, dots."""
    line = whose_word(found.report, ascii_only=layout.ascii_only)
    line.append(": ", "dim")
    gap = "..." if layout.ascii_only else "…"
    (start, end), at = found.span, 0
    line.append(f"{gap} " if start > 0 else "")
    for begins, ends in found.found:
        line.append(_flat(found.excerpt[at : begins - start]))
        line.append(_flat(found.excerpt[begins - start : ends - start]), "bold")
        at = ends - start
    line.append(_flat(found.excerpt[at:]).rstrip())
    line.append(f" {gap}" if end < length else "")
    yield from layout.hanging(line)
    yield from layout.wrapped(Text("  "), Text(f"in: {report_in_words(found.report)}", "dim"))


def _flat(words: str) -> str:
    """As `printable`, but white space at either end is one blank, and a line's end a stroke."""
    inner = " / ".join(filter(None, map(printable, words.splitlines())))
    if not inner:
        return (" / " if "\n" in words else " ") if words else ""
    before = words[: len(words) - len(words.lstrip())]
    after = words[len(words.rstrip()) :]
    return _space(before) + inner + _space(after)


def _space(between: str) -> str:
    return " / " if "\n" in between else " " if between else ""
