"""What `sayso claims` and `sayso posts` do: those asked for, as JSON or for a person.

    The Herald ← The Lantern (April 2024) ← an official (unnamed): a colleague had seen the ledger
      stated
      ┆ that a colleague “had seen the ledger”

Every entry begins with whose word it is, so that no line of it reads as a fact.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from rich.console import Console
from rich.text import Text

from sayso.cli.filters import Filters, keeps_claim, keeps_post, names_of
from sayso.cli.layout import Layout, printable, put
from sayso.cli.reading import Facts, over_documents, write
from sayso.cli.wording import chain_in_words, readable_time, view_in_words
from sayso.exports import as_line, claim_to_json, post_to_json
from sayso.exports.backing import chain_behind, claim_behind
from sayso.exports.voices import words_at
from sayso.values import Claim, Document, Post, Span, Voice

GAP = 60  # characters between two words of the evidence that are shown with it

_Entry = TypeVar("_Entry", Claim, Post)


def list_claims(paths: Sequence[str], facts: Facts, filters: Filters, *, as_json: bool) -> bool:
    """Print the claims asked for; whether all sources were read."""
    undated = 0

    def choose(document: Document) -> Iterator[Claim]:
        nonlocal undated
        names, text = names_of(document), document.report.text
        for claim in document.claims:
            undated += filters.dated and claim.time is None
            if keeps_claim(filters, claim, text, names):
                yield claim

    complete = _list(
        paths, facts, choose, claim_to_json if as_json else None, claim_lines, "no claims found"
    )
    if undated:
        print(f"sayso: left out, as no time is given: {undated}", file=sys.stderr)
    return complete


def list_posts(paths: Sequence[str], facts: Facts, filters: Filters, *, as_json: bool) -> bool:
    """Print the posts asked for; whether all sources were read."""

    def choose(document: Document) -> Iterator[Post]:
        names, text = names_of(document), document.report.text
        for post in document.posts:
            if keeps_post(filters, post, chain_behind(document, post), text, names):
                yield post

    return _list(
        paths, facts, choose, post_to_json if as_json else None, post_lines, "no posts found"
    )


def _list(
    paths: Sequence[str],
    facts: Facts,
    choose: Callable[[Document], Iterator[_Entry]],
    to_json: Callable[[Document, _Entry], dict[str, Any]] | None,
    lines: Callable[[Document, _Entry, Layout], Iterator[Text]],
    nothing: str,
) -> bool:
    """Print what `choose` gives of each document, as JSON lines or under its heading; a report
    that has nothing to show is not shown.
    """
    console = Console(highlight=False)
    layout = Layout(console)
    shown = 0

    def use(document: Document) -> None:
        nonlocal shown
        entries = list(choose(document))
        if to_json is not None:
            write("".join(as_line(to_json(document, entry)) for entry in entries))
        elif entries:
            put(layout.heading(document.report), console, first=shown == 0)
            for entry in entries:
                put(lines(document, entry, layout), console, first=False)
        shown += len(entries)

    complete = over_documents(paths, facts, use)
    if to_json is None and not shown:
        console.print(nothing, style="dim")
    sys.stdout.flush()
    return complete


def claim_lines(document: Document, claim: Claim, layout: Layout) -> Iterator[Text]:
    """Whose word it is and the claim; how surely, when, where, how many; the evidence."""
    yield from _entry(chain_behind(document, claim), claim.text, layout)
    amount = claim.quantity
    facts = (
        readable_time(claim.time),
        claim.place.name if claim.place else None,
        document.report.text[amount.start : amount.end] if amount else None,
    )
    line = view_in_words(claim.polarity, claim.certainty, claim.why)
    yield from _details(line, facts, layout)
    yield from _evidence(document, claim.evidence, layout)


def post_lines(document: Document, post: Post, layout: Layout) -> Iterator[Text]:
    """Whose word it is, the person and the post; how surely, since and until when; the words."""
    text, claim = document.report.text, claim_behind(document, post)
    parts = (post.person, post.rank, post.title, post.role, post.organization, post.place)
    spans = sorted({part for part in parts if part} | ({post.after} if post.after else set()))
    named = " · ".join(text[start:end] for start, end in filter(None, parts))
    yield from _entry(chain_behind(document, post), named, layout)
    facts = (
        post.status,
        f"since {readable_time(post.since)}" if post.since else None,
        f"until {readable_time(post.until)}" if post.until else None,
        f"after {text[slice(*post.after)]}" if post.after else None,
    )
    line = view_in_words(claim.polarity, claim.certainty, claim.why) if claim else Text("stated")
    yield from _details(line, facts, layout)
    yield from _evidence(document, (*spans, *(claim.evidence if claim else ())), layout)


def _entry(chain: Sequence[Voice], words: str, layout: Layout) -> Iterator[Text]:
    line = chain_in_words(chain, ascii_only=layout.ascii_only)
    line.append(": ", "dim")
    line.append(printable(words), "bold")
    yield from layout.hanging(line)


def _details(line: Text, facts: Sequence[str | None], layout: Layout) -> Iterator[Text]:
    for fact in facts:
        if fact:
            line.append(" · ", "dim")
            line.append(printable(fact))
    yield from layout.wrapped(Text("  "), line)


def _evidence(document: Document, spans: Sequence[Span], layout: Layout) -> Iterator[Text]:
    words = printable(words_at(document.report, joined(spans)))
    bar = Text("  : " if layout.ascii_only else "  ┆ ", "dim cyan")
    yield from layout.wrapped(bar, Text(words))


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order as stretches to read: those less than `GAP` apart are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start - found[-1][1] < GAP:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
