"""Lines for a terminal of what a case gives back; none of them reads as a fact.

The Herald (12 April 2024) ← Rhoda Quill (January 2024): Corriden might have built the mole
  stated as possible (“might”) · 1998 · Tolmere
  ┆ Corriden […] built the mole
  in: Who built the mole · 5c1d44e0
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from sayso.cli.case_wording import counted, facts_in_words, report_in_words, whose_word
from sayso.cli.layout import Layout, printable
from sayso.cli.listing import joined
from sayso.cli.wording import readable_time, view_in_words
from sayso.exports.backing import chain_behind, claim_behind
from sayso.exports.voices import words_at
from sayso.values import Document, Post

if TYPE_CHECKING:
    from sayso.store import CaseClaim, CaseLink, CasePost, EntityEntry, Hit, ReportEntry

NAMES_SHOWN = 6


def claim_lines(
    found: CaseClaim, words: str, layout: Layout, told: str | None = None
) -> Iterator[Text]:
    """Whose word it is and the claim (`told` in its place); how surely; the words; the report."""
    claim = found.claim
    line = whose_word(found.report, claim.chain, ascii_only=layout.ascii_only)
    yield from entry(line, told or claim.text, layout)
    view = view_in_words(claim.polarity, claim.certainty, claim.why)
    yield from details(view, facts_in_words(claim), layout)
    yield from evidence(words, layout)
    yield from origin(found.report, layout)


def post_lines(found: CasePost, document: Document, layout: Layout) -> Iterator[Text]:
    """Whose word it is, the person and the post; how surely, since and until when; the words."""
    post, claim = found.post, claim_behind(document, found.post)
    chain = chain_behind(document, post)
    line = whose_word(found.report, chain, ascii_only=layout.ascii_only)
    named = (found.person_name, found.title, found.organization_name)
    yield from entry(line, " · ".join(each for each in named if each), layout)
    view = view_in_words(claim.polarity, claim.certainty, claim.why) if claim else Text("stated")
    yield from details(view, _held(post, document), layout)
    parts = (post.person, post.rank, post.title, post.role, post.organization, post.after)
    spans = {part for part in parts if part} | set(claim.evidence if claim else ())
    yield from evidence(words_at(document.report, joined(sorted(spans))), layout)
    yield from origin(found.report, layout)


def _held(post: Post, document: Document) -> tuple[str, ...]:
    facts = (
        post.status,
        f"since {readable_time(post.since)}" if post.since else None,
        f"until {readable_time(post.until)}" if post.until else None,
        f"after {document.report.text[slice(*post.after)]}" if post.after else None,
    )
    return tuple(fact for fact in facts if fact)


def link_lines(found: CaseLink, words: str, layout: Layout) -> Iterator[Text]:
    """The claim that makes the tie, led by the tie."""
    arrow = "->" if layout.ascii_only else "→"
    told = f"{found.link.type}: {found.source_name} {arrow} {found.target_name}"
    return claim_lines(found.claim, words, layout, told)


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


def also_named(names: Sequence[str]) -> str:
    """ "also: “Thole”, “G. Thole” and 3 more"."""
    shown = "”, “".join(printable(name) for name in names[:NAMES_SHOWN])
    more = len(names) - NAMES_SHOWN
    return f"also: “{shown}”" + (f" and {more} more" if more > 0 else "")


def report_lines(found: ReportEntry, layout: Layout) -> Iterator[Text]:
    """Outlet and date, the title, how many claims; where it was read from."""
    line = whose_word(found, ascii_only=layout.ascii_only)
    yield from entry(line, found.title or "Untitled", layout)
    facts = (counted(found.claims, "claim"), found.id, *found.sources)
    yield from layout.wrapped(Text("  "), Text(printable(" · ".join(facts)), "dim"))


def hit_lines(found: Hit, layout: Layout) -> Iterator[Text]:
    """Whose report, and its words, with those looked for in bold; of a claim its voices too."""
    chain = found.claim.claim.chain if found.claim else ()
    line = whose_word(found.report, chain, ascii_only=layout.ascii_only)
    line.append(": ", "dim")
    start, at = found.span[0], 0
    for begins, ends in found.found:
        line.append(_flat(found.excerpt[at : begins - start]))
        line.append(_flat(found.excerpt[begins - start : ends - start]), "bold")
        at = ends - start
    line.append(_flat(found.excerpt[at:]))
    yield from layout.hanging(line)
    yield from origin(found.report, layout)


def _flat(words: str) -> str:
    """As `printable`, but white space at either end is one blank."""
    inner = printable(words)
    if not inner:
        return " " if words else ""
    return " " * words[0].isspace() + inner + " " * words[-1].isspace()


def entry(line: Text, words: str, layout: Layout) -> Iterator[Text]:
    """Whose word it is, a colon, what is told."""
    line.append(": ", "dim")
    line.append(printable(words), "bold")
    yield from layout.hanging(line)


def details(line: Text, facts: Sequence[str], layout: Layout) -> Iterator[Text]:
    """How surely it is said, and what belongs to it."""
    for fact in facts:
        line.append(" · ", "dim")
        line.append(printable(fact))
    yield from layout.wrapped(Text("  "), line)


def evidence(words: str, layout: Layout) -> Iterator[Text]:
    """The report's own words beside a bar."""
    bar = Text("  : " if layout.ascii_only else "  ┆ ", "dim cyan")
    yield from layout.wrapped(bar, Text(printable(words)))


def origin(found: ReportEntry, layout: Layout) -> Iterator[Text]:
    """Which report it stands in."""
    yield from layout.wrapped(Text("  "), Text(f"in: {report_in_words(found)}", "dim"))
