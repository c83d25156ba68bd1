"""Words for chains of voices, for how surely a thing is said, and for amounts."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from sayso.cli.layout import printable
from sayso.cli.terminal import named
from sayso.exports.dates import readable_date
from sayso.exports.voices import view_of
from sayso.values import Amount, Voice


def view_in_words(polarity: str, certainty: str, why: Sequence[str] = ()) -> Text:
    """How it is said, with the words that made it less than stated."""
    words = view_of(polarity, certainty)
    style = "bold red" if polarity == "negated" else "bold yellow"
    line = Text.assemble((words, "" if words == "stated" else style))
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
        facts = [fact for fact in (_to(voice), readable_date(voice.said)) if fact and depth]
        if facts:
            line.append(f" ({printable(', '.join(facts))})", "dim")
    return line


def _to(voice: Voice) -> str | None:
    if voice.to is None or voice.to.startswith("to "):
        return voice.to
    return f"to {voice.to}"


def amount_in_words(amount: Amount) -> str:
    """ "over 40,000 crowns"; "between 3 and 5"; an exact one has no word before it."""
    unit = f" {amount.unit}" if amount.unit else ""
    if amount.bound == "between" and amount.low and amount.high:
        return f"between {_grouped(amount.low)} and {_grouped(amount.high)}{unit}"
    number = _grouped(amount.value or amount.low or amount.high or "an amount")
    return f"{number}{unit}" if amount.bound == "exact" else f"{amount.bound} {number}{unit}"


def _grouped(number: str) -> str:
    """ "1500000" as "1,500,000"; with fewer than five digits, or no number, unchanged."""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.isdecimal() and len(whole) > 4 else number
