"""Words for chains of voices, for how surely a thing is said, and for times."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from sayso.cli.layout import printable
from sayso.cli.terminal import named
from sayso.exports.voices import readable_date
from sayso.times.edtf import OPEN, is_edtf
from sayso.values import Voice

_VIEWS = {
    ("affirmed", "certain"): "stated",
    ("affirmed", "probable"): "stated as probable",
    ("affirmed", "possible"): "stated as possible",
    ("affirmed", "unknown"): "left open",
    ("negated", "certain"): "negated",
    ("negated", "probable"): "negated as probable",
    ("negated", "possible"): "negated as possible",
    ("negated", "unknown"): "negated, left open",
}
"""What the innermost voice holds of a claim; what is not in the table is left open."""


def view_in_words(polarity: str, certainty: str, why: Sequence[str] = ()) -> Text:
    """How it is said, with the words that made it less than stated."""
    words = _VIEWS.get((polarity, certainty), "left open")
    style = "bold red" if polarity == "negated" else "bold yellow"
    line = Text(words, "" if words == "stated" else style)
    if why:
        line.append(f" (“{printable('”, “'.join(why))}”)", "dim")
    return line


def chain_in_words(chain: Sequence[Voice], *, ascii_only: bool = False) -> Text:
    """The voices, outermost first, each with when it spoke and to whom; the outlet's date is
    the report's and stands in its heading.
    """
    arrow = " <- " if ascii_only else " ← "
    line = Text()
    for depth, voice in enumerate(chain):
        if depth:
            line.append(arrow, "dim")
        line.append_text(named(voice) if depth else Text(printable(voice.name), "green"))
        facts = [fact for fact in (_to(voice), readable_time(voice.said)) if fact and depth]
        if facts:
            line.append(f" ({printable(', '.join(facts))})", "dim")
    return line


def _to(voice: Voice) -> str | None:
    if voice.to is None or voice.to.startswith("to "):
        return voice.to
    return f"to {voice.to}"


def readable_time(value: str | None) -> str | None:
    """EDTF in words where that is simple; all else unchanged.

    "2019-04/.." is "from April 2019, end not given".
    """
    if value is None or not is_edtf(value) or "/" not in value:
        return readable_date(value)
    start, _, end = value.partition("/")
    if start == OPEN:
        return f"until {readable_date(end)}"
    if end == OPEN:
        return f"from {readable_date(start)}, end not given"
    return f"{readable_date(start)} to {readable_date(end)}"
