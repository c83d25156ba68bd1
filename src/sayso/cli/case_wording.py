"""Words for what a case gives back: whose word it is, with the date of the report it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from sayso.cli.layout import printable
from sayso.cli.wording import chain_in_words
from sayso.exports.dates import readable_date
from sayso.exports.voices import NO_OUTLET
from sayso.values import Report, Voice

if TYPE_CHECKING:
    from sayso.store import ReportEntry

START_OF_ID = 8  # digits of a report's id that are shown, and found by


def whose_word(
    entry: ReportEntry | Report, chain: Sequence[Voice] = (), *, ascii_only: bool
) -> Text:
    """The voices, the outlet first, with the date on which it published."""
    voices = tuple(chain) or (Voice(entry.outlet or NO_OUTLET, "outlet"),)
    head = chain_in_words(voices[:1], ascii_only=ascii_only)
    rest = chain_in_words(voices, ascii_only=ascii_only)[len(head) :]
    date = readable_date(entry.published)
    return head + Text(f" ({printable(date)})" if date else "", "dim") + rest


def report_in_words(entry: ReportEntry) -> str:
    """The report's title and the start of its id, by which `remove` finds it."""
    return f"{printable(entry.title or 'Untitled')} · {entry.id[:START_OF_ID]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
