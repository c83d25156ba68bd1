"""Lines for a terminal: safe to print, wrapped to its width, with a heading for each report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from sayso.exports.dates import readable_date
from sayso.exports.voices import outlet_voice
from sayso.values import Report

WIDEST = 100  # columns; longer lines are hard to read
NARROWEST = 12  # columns left for words, however deep the tree
OUTLET_STYLE = "bold green"

# Control characters and those that turn the direction of a line could forge what is shown.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text on one line, with every character that could steer a terminal as U+FFFD."""
    return _UNSAFE.sub("\ufffd", " ".join(text.split()))


def put(lines: Iterable[Text], console: Console, *, first: bool = True) -> None:
    """Print lines that fit as they are; an empty line comes before all but the `first`."""
    if not first:
        console.print()
    for line in lines:
        console.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)


class Layout:
    """Wraps to the console's width or `WIDEST`."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = min(console.width, WIDEST)
        self.ascii_only = console.options.ascii_only

    def wrapped(self, before: Text, words: Text, after: Text | None = None) -> Iterator[Text]:
        """The words in lines that fit, the first led by `before`, the rest by `after`."""
        room = max(self._width - before.cell_len, NARROWEST)
        for line in words.wrap(self._console, room):
            line.rstrip()
            yield before + line
            before = before if after is None else after

    def hanging(self, words: Text, indent: str = "  ") -> Iterator[Text]:
        """The words in lines that fit, all but the first indented."""
        room = max(self._width - len(indent), NARROWEST)
        before = Text()
        for line in words.wrap(self._console, room):
            line.rstrip()
            yield before + line
            before = Text(indent)

    def heading(self, report: Report) -> Iterator[Text]:
        """Title, source, an empty line, outlet and date."""
        yield from self.wrapped(Text(), Text(printable(report.title or "Untitled"), "bold"))
        yield from self.wrapped(Text(), Text(printable(report.source), "dim"))
        yield Text()
        head = outlet_voice(report)
        root = Text(printable(head.name), OUTLET_STYLE)
        root.append(f" · {readable_date(head.said) or 'date not given'}", "default not bold")
        yield from self.wrapped(Text(), root)
