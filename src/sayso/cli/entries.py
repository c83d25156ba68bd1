"""A claim, a post, a tie at a terminal: whose word it is, what is told, the report's own words.

    The Herald (12 April 2024) ← Rhoda Quill (January 2024): Corriden might have built the mole
      ┆ Corriden […] built the mole
      stated as possible (“might”) · 1998 · Tolmere · in: Who built the mole · 5c1d44e0

Every entry begins with whose word it is, so that no line of it reads as a fact. What is told in
the report's own words is shown in these alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from sayso.cli.layout import Layout, printable
from sayso.cli.wording import amount_in_words, view_in_words
from sayso.exports.dates import readable_date
from sayso.exports.voices import words_at
from sayso.values import Claim, Post, Report, Span

NEAR = 60  # characters between two words of the evidence that are shown with it
_LEFT_OUT = "[…]"
_INSERTED = re.compile(r"(\S+ )?\[([^\[\]]+)\] ?")
"""What a claim's text has in brackets: whom the word before it was taken for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody says. `voices` are whose word it is, `words` the report's own,
    `view` how surely it is said; `origin` names the report where no heading does. What `marked`
    finds in the report's words stands out. `spelled_out` is told even in the report's words."""

    voices: Text
    told: str
    words: str
    view: Text
    facts: Sequence[str] = ()
    origin: str | None = None
    marked: re.Pattern[str] | None = None
    spelled_out: bool = False


def entry_lines(entry: Entry, layout: Layout) -> Iterator[Text]:
    """Whose word it is and what is told; the words beside a bar; how surely, when, where, how
    many; in which report."""
    read_as = None if entry.spelled_out else read_in_words(entry.told, entry.words)
    line = entry.voices + Text(":", "dim")
    if read_as is None:
        line.append(f" {printable(entry.told)}", "bold")
    yield from layout.hanging(line)
    words = Text(printable(entry.words), "" if read_as is None else "bold")
    if entry.marked:
        words.highlight_regex(entry.marked, "bold underline")
    bar = Text.assemble(("  : " if layout.ascii_only else "  ┆ ", "dim cyan"))
    yield from layout.wrapped(bar, words)
    details = Text.assemble(entry.view)
    for fact in (*entry.facts, *(read_as or ())):
        details.append(" · ", "dim")
        details.append(printable(fact))
    if entry.origin:
        details.append(f" · in: {printable(entry.origin)}", "dim")
    yield from layout.wrapped(Text("  "), details)


def read_in_words(told: str, words: str) -> tuple[str, ...] | None:
    """For what is told in the report's own words: whom its pronouns were read as ("he [Rhoda
    Quill]"); None where it is told in other words."""
    own = words.replace(_LEFT_OUT, "")
    inserted = [] if "[" in own else list(_INSERTED.finditer(told))
    if inserted:
        told = _INSERTED.sub(lambda found: found[1] or "", told)
    if _letters(told) != _letters(own):
        return None
    return tuple(f"{found[1] or ''}[{found[2]}]" for found in inserted)


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def claim_entry(
    claim: Claim, report: Report, voices: Text, *, told: str | None = None, timed: bool = True
) -> Entry:
    """A claim, or what is `told` of it; with its time, unless a heading has that, and its place
    and amount, unless they stand in the words."""
    evidence, amount = joined(claim.evidence), claim.quantity
    words = words_at(report, evidence)
    counted = amount and any(a <= amount.start and amount.end <= b for a, b in evidence)
    facts = (
        readable_date(claim.time) if timed else None,
        claim.place.name if claim.place and claim.place.name not in words else None,
        amount_in_words(amount) if amount and not counted else None,
    )
    return Entry(
        voices,
        told or claim.text,
        words,
        view_in_words(claim.polarity, claim.certainty, claim.why),
        tuple(fact for fact in facts if fact),
    )


def post_entry(
    post: Post, claim: Claim | None, report: Report, voices: Text, told: Sequence[str | None]
) -> Entry:
    """A post: how surely its claim has it, since and until when, after whom."""
    parts = (post.person, post.rank, post.title, post.role, post.organization, post.place)
    spans = {part for part in (*parts, post.after) if part} | set(claim.evidence if claim else ())
    facts = (
        post.status,
        f"since {readable_date(post.since)}" if post.since else None,
        f"until {readable_date(post.until)}" if post.until else None,
        f"after {report.text[slice(*post.after)]}" if post.after else None,
    )
    return Entry(
        voices,
        " · ".join(each for each in told if each),
        words_at(report, joined(tuple(spans))),
        view_in_words(claim.polarity, claim.certainty, claim.why) if claim else Text("stated"),
        tuple(fact for fact in facts if fact),
        spelled_out=True,
    )


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order as stretches to read: those less than `NEAR` apart are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start - found[-1][1] < NEAR:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
