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

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from sayso.cli.layout import OUTLET_STYLE, Layout, printable, put
from sayso.exports.grouping import fullest, voice_groups
from sayso.exports.namesakes import Namesakes
from sayso.exports.voices import STANCES, how_said, voice_of, words_at
from sayso.values import NOT_NAMED, Attribution, Document, Report, Voice


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
_VOICE_STYLES = {"unnamed": "italic yellow", "document": "magenta", "outlet": OUTLET_STYLE}
_SHOWN_KINDS = frozenset({"unnamed", "document", "outlet"})


def show(document: Document, console: Console, *, first: bool = True) -> None:
    """Print the document; an empty line comes before all but the `first`."""
    put(lines(document, console), console, first=first)


def lines(document: Document, console: Console) -> Iterator[Text]:
    """The document's lines, wrapped to the console's width or `WIDEST`."""
    tree = _Tree(document, console)
    yield from tree.layout.heading(document.report)
    if not document.attributions:
        yield Text("no attributions found", "dim")
    yield from tree.voices(tree.roots, Text())


class _Tree:
    """The lines of one document's tree: voices, their statements, the voices inside those."""

    def __init__(self, document: Document, console: Console) -> None:
        self._report: Report = document.report
        self.layout = Layout(console)
        self._glyphs = _ASCII if self.layout.ascii_only else _UNICODE
        self._groups = voice_groups(document)
        self._namesakes = Namesakes(document)
        known = {attribution.id for attribution in document.attributions}
        self.roots: list[Attribution] = []
        self._inside: dict[str, list[Attribution]] = defaultdict(list)
        for attribution in document.attributions:
            nested = attribution.parent is not None and attribution.parent in known
            (self._inside[attribution.parent or ""] if nested else self.roots).append(attribution)

    def voices(self, statements: Sequence[Attribution], before: Text) -> Iterator[Text]:
        """Each voice of the statements once, in order, with all that it says among them."""
        groups: dict[int, list[Attribution]] = defaultdict(list)
        for statement in statements:
            groups[self._groups[statement.id]].append(statement)
        for count, group in enumerate(groups.values(), start=1):
            last = count == len(groups)
            branch = self._glyphs.last if last else self._glyphs.branch
            under = before + Text(" " * 3 if last else self._glyphs.trunk, "dim")
            voice = fullest(voice_of(self._report, each) for each in group)
            name = named(self._namesakes.told(voice))
            yield from self.layout.wrapped(before + Text(branch, "dim"), name, under)
            for statement in group:
                yield from self._statement(statement, under)

    def _statement(self, statement: Attribution, before: Text) -> Iterator[Text]:
        """How it was said, the words beside a bar, and the voices inside them."""
        glyph = self._glyphs.bars.get(statement.kind, self._glyphs.bars["indirect"])
        bar = before + Text(glyph, _BAR_STYLES.get(statement.kind, "cyan"))
        words = printable(words_at(self._report, statement.content)) or "(no words given)"
        yield from self.layout.wrapped(before, self._how(statement))
        yield from self.layout.wrapped(bar, Text(words))
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


def named(voice: Voice) -> Text:
    """The voice's name, and what kind of voice it is where that has to be said."""
    name = Text(printable(voice.name), _VOICE_STYLES.get(voice.kind, "bold"))
    if voice.kind in _SHOWN_KINDS and voice.name != NOT_NAMED:
        name.append(f" ({voice.kind})", "not bold not italic dim")
    return name
