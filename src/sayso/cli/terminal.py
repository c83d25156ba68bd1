"""A document for a person at a terminal: its voices as a tree, each with the words it says.

    The Herald · 12 April 2024
    ├─ The Lantern (outlet)
    │  reported · indirect · in April (April 2024)
    │  ┆ Corriden paid 1.3 million crowns […] an official who said that …
    │  └─ an official (unnamed)
    │     said · indirect
    │     ┆ that a colleague “had seen the ledger”
    └─ Garrick Thole
       said · direct
       ┃ “I have no such cousin,” […] “and no such port.”

Bar and word both tell direct speech from indirect, so that no colour is needed for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from sayso.exports.voices import (
    NO_SOURCE,
    STANCES,
    how_said,
    outlet_voice,
    readable_date,
    voice_key,
    voice_of,
    words_at,
)
from sayso.values import Attribution, Document, Report, Voice

WIDEST = 100  # columns; longer lines are hard to read
NARROWEST = 12  # columns left for words, however deep the tree

# Control characters and those that turn the direction of a line could forge what is shown.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters that the tree and the bars beside the words are drawn with."""

    branch: str
    last: str
    trunk: str
    bars: dict[str, str]


_UNICODE = Glyphs("├─ ", "└─ ", "│  ", {"direct": "┃ ", "indirect": "┆ ", "mixed": "╏ "})
_ASCII = Glyphs("|- ", "`- ", "|  ", {"direct": "# ", "indirect": ": ", "mixed": "% "})
_BAR_STYLES = {"direct": "bold cyan", "indirect": "dim cyan", "mixed": "cyan"}
_VOICE_STYLES = {"unnamed": "italic yellow", "document": "magenta", "outlet": "bold green"}
_SHOWN_KINDS = frozenset({"unnamed", "document", "outlet"})


def printable(text: str) -> str:
    """The text on one line, with every character that could steer a terminal as U+FFFD."""
    return _UNSAFE.sub("\ufffd", " ".join(text.split()))


def show(document: Document, console: Console, *, first: bool = True) -> None:
    """Print the document; an empty line comes before all but the `first`."""
    if not first:
        console.print()
    for line in lines(document, console):
        console.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)


def lines(document: Document, console: Console) -> Iterator[Text]:
    """The document's lines, wrapped to the console's width or `WIDEST`."""
    tree = _Tree(document, console)
    report = document.report
    yield from tree.wrapped(Text(), Text(printable(report.title or "Untitled"), "bold"))
    yield from tree.wrapped(Text(), Text(printable(report.source), "dim"))
    yield Text()
    head = outlet_voice(report)
    root = Text(printable(head.name), _VOICE_STYLES["outlet"])
    root.append(f" · {readable_date(head.said) or 'date not given'}", "default not bold")
    yield from tree.wrapped(Text(), root)
    if not document.attributions:
        yield Text("no attributions found", "dim")
    yield from tree.voices(tree.roots, Text())


class _Tree:
    """The lines of one document's tree: voices, their statements, the voices inside those."""

    def __init__(self, document: Document, console: Console) -> None:
        self._report: Report = document.report
        self._console = console
        self._width = min(console.width, WIDEST)
        self._glyphs = _ASCII if console.options.ascii_only else _UNICODE
        known = {attribution.id for attribution in document.attributions}
        self.roots: list[Attribution] = []
        self._inside: dict[str, list[Attribution]] = defaultdict(list)
        for attribution in document.attributions:
            nested = attribution.parent is not None and attribution.parent in known
            (self._inside[attribution.parent or ""] if nested else self.roots).append(attribution)

    def voices(self, statements: Sequence[Attribution], before: Text) -> Iterator[Text]:
        """Each voice of the statements once, in order, with all that it says among them."""
        groups: dict[tuple[str, str], list[Attribution]] = defaultdict(list)
        for statement in statements:
            groups[voice_key(voice_of(self._report, statement))].append(statement)
        for count, group in enumerate(groups.values(), start=1):
            last = count == len(groups)
            branch = self._glyphs.last if last else self._glyphs.branch
            under = before + Text(" " * 3 if last else self._glyphs.trunk, "dim")
            name = _named(voice_of(self._report, group[0]))
            yield from self.wrapped(before + Text(branch, "dim"), name, under)
            for statement in group:
                yield from self._statement(statement, under)

    def _statement(self, statement: Attribution, before: Text) -> Iterator[Text]:
        """How it was said, the words beside a bar, and the voices inside them."""
        glyph = self._glyphs.bars.get(statement.kind, self._glyphs.bars["indirect"])
        bar = before + Text(glyph, _BAR_STYLES.get(statement.kind, "cyan"))
        words = printable(words_at(self._report, statement.content)) or "(no words given)"
        yield from self.wrapped(before, self._how(statement))
        yield from self.wrapped(bar, Text(words))
        yield from self.voices(self._inside[statement.id], before)

    def _how(self, statement: Attribution) -> Text:
        """The cue's words in italics, then kind, addressee, time, medium and stance."""
        cue = printable(words_at(self._report, statement.cue))
        line = Text.assemble((cue, "italic"))
        for phrase in how_said(self._report, statement):
            line.append(" · " if line else "", "dim")
            style = "bold red" if phrase in STANCES.values() else "dim"
            line.append(printable(phrase), style)
        return line

    def wrapped(self, before: Text, words: Text, after: Text | None = None) -> Iterator[Text]:
        """The words in lines that fit, the first led by `before`, the rest by `after`."""
        room = max(self._width - before.cell_len, NARROWEST)
        for line in words.wrap(self._console, room):
            line.rstrip()
            yield before + line
            before = before if after is None else after


def _named(voice: Voice) -> Text:
    name = Text(printable(voice.name), _VOICE_STYLES.get(voice.kind, "bold"))
    if voice.kind in _SHOWN_KINDS and voice.name != NO_SOURCE:
        name.append(f" ({voice.kind})", "not bold not italic dim")
    return name
