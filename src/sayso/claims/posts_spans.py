"""The spans that posts are made of: who proposes them, and which of them stay."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.claims.posts_people import bare_names, name_at, name_before, named_people
from sayso.claims.posts_units import find_numbered, find_services, find_units
from sayso.claims.posts_words import NOT_RANKS, rank_pattern, role_pattern, title_pattern
from sayso.claims.predicates import SILENT
from sayso.claims.spans import Taken, without_article
from sayso.values import Reading, Span, TaggedSpan

SURE, BARE = 1.0, 0.5


def post_spans(
    reading: Reading, *, reader_first: bool = False, civil: bool = True
) -> tuple[TaggedSpan, ...]:
    """Person, rank, title, role and organization spans in the order of the text; none overlap.

    The patterns' spans and, where those left room, the reader's; with `reader_first` the other
    way round. Whether a post is a title or a role is the reader's word where it tagged one there.
    `civil` takes posts of governments, too.
    """
    rules, tagged = rule_spans(reading, civil=civil), reading.posts
    taken = Taken()
    spans = (*tagged, *rules) if reader_first else (*rules, *tagged)
    kept = [span for span in spans if taken.add((span.start, span.end))]
    kinds = [span for span in tagged if span.role in ("title", "role")]
    return ordered(_as_tagged(span, kinds) for span in kept)


def ordered(spans: Iterable[TaggedSpan]) -> tuple[TaggedSpan, ...]:
    """Spans in the order of the text."""
    return tuple(sorted(spans, key=lambda span: span.start))


def told_spans(reading: Reading, spans: Iterable[TaggedSpan]) -> tuple[TaggedSpan, ...]:
    """Without those in blocks that are no part of the reporting, as another mail's words."""
    silent = [(b.start, b.end) for b in reading.report.blocks if b.kind in SILENT]
    starts = [start for start, _ in silent]

    def is_told(span: TaggedSpan) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at < 0 or span.start >= silent[at][1]

    return tuple(filter(is_told, spans))


def _as_tagged(span: TaggedSpan, kinds: Sequence[TaggedSpan]) -> TaggedSpan:
    """A title as a role, or the reverse, where the reader says so of most of its words."""
    if span.role not in ("title", "role"):
        return span
    first = bisect_left(kinds, span.start, key=lambda kind: kind.end)
    for kind in kinds[first : first + 1]:
        shared = min(kind.end, span.end) - max(kind.start, span.start)
        if 2 * shared > span.end - span.start:
            return replace(span, role=kind.role)
    return span


def rule_spans(reading: Reading, *, civil: bool = True) -> tuple[TaggedSpan, ...]:
    """What the patterns find by themselves, the surest kinds first; each one is looked for in
    what the ones before it left.
    """
    kept: list[TaggedSpan] = []
    left = reading.report.text

    def keep(kind: str, spans: Iterable[Span], score: float = SURE) -> None:
        nonlocal left
        taken = Taken()
        new = [TaggedSpan(kind, *span, score) for span in spans if taken.add(span)]
        kept.extend(new)
        left = _blotted(left, new)

    keep("organization", find_numbered(left))
    keep("title", (found.span() for found in title_pattern(civil=civil).finditer(left)))
    keep("role", (found.span() for found in role_pattern().finditer(left)))
    ranked = list(_ranked(left))
    keep("rank", (rank for rank, _ in ranked))
    keep("person", (person for _, person in ranked if person))
    keep("organization", find_units(left))
    ranks = {rank[0] for rank, _ in ranked}
    named = named_people(left, reading.mentions)
    keep("person", (p for p in named if not _is_place(left, p, ranks)))
    keep("person", list(_apposed_names(left, kept)))
    if civil:
        keep("organization", list(_bodies(left, reading, kept)))
    keep("organization", find_services(left), BARE)
    people = sorted((s.start, s.end) for s in kept if s.role == "person")
    text = reading.report.text
    full = [(start, end) for start, end in people if " " in text[start:end]]
    keep("person", (there for there, _ in bare_names(left, [text[s:e] for s, e in full])), BARE)
    return tuple(kept)


def _apposed_names(text: str, kept: Iterable[TaggedSpan]) -> Iterator[Span]:
    """ "A. Orrel" of "minister, A. Orrel, …" where the reader took it for nobody: two words at
    least, between commas."""
    for span in kept:
        if span.role in ("title", "role") and text.startswith(", ", span.end):
            name = name_at(text, span.end + 2)
            if name and " " in text[slice(*name)] and text[name[1] : name[1] + 1] == ",":
                yield name


def _bodies(text: str, reading: Reading, kept: Iterable[TaggedSpan]) -> Iterator[Span]:
    """The reader's organizations beside a post or behind a verb of leading: "director of the Port
    Authority", "the Port Authority's director", "chairs the Pilots' Guild".
    """
    posts = [span for span in kept if span.role in ("title", "role")]
    starts, ends = {span.start for span in posts}, {span.end for span in posts}
    for mention in reading.mentions:
        if not mention.named or mention.type != "organization":
            continue
        start, end = without_article(text, (mention.start, mention.end))
        lead = _OF.search(text[max(0, start - 12) : start])
        heads = _HEADS.search(text[max(0, start - 16) : start])
        if heads or (lead and start - len(lead[0]) in ends):
            yield start, _NAME_GOES_ON.match(text, end).end()  # type: ignore[union-attr]
        elif text.startswith(("'s ", "’s "), end) and end + 3 in starts:
            yield start, end


_OF = re.compile(r" (?:of|for|at) (?:the )?\Z")
_HEADS = re.compile(r"\b(?:chair|head|lead|run)(?:s|ed) (?:the )?\Z|\b(?:led|ran) (?:the )?\Z")
_NAME_GOES_ON = re.compile(r"(?:(?<=[a-z]) [A-Z][a-z]+)*")


def _blotted(text: str, spans: Iterable[TaggedSpan]) -> str:
    """The text with the spans made unreadable, so that no later pattern runs into them."""
    parts, at = [], 0
    for span in sorted(spans, key=lambda span: span.start):
        parts += [text[at : span.start], "\x00" * (span.end - span.start)]
        at = span.end
    return "".join((*parts, text[at:]))


def _is_place(text: str, person: Span, ranks: Collection[int]) -> bool:
    """A name that the reader took for a person's, but which says where a unit or a post is: "3
    Division, Orrel", "emir of Orrel", or a lone name before a rank: ", Orrel, Col. A. Venn"."""
    start, end = person
    before = text[max(0, start - 5) : start]
    if before.endswith("\x00 of "):
        return True
    if " " in text[start:end]:
        return False
    between = before.endswith(", ") and text.startswith(", ", end) and end + 2 in ranks
    return between or _UNIT_BEFORE.search(before) is not None


_UNIT_BEFORE = re.compile(r"\x00,? \Z")
_APPOSED = re.compile(
    r"(?:,| is| was| (?:of|to)(?: the)? rank of| promoted(?: to)?)(?: {1,2}an?| the)? \Z"
)


def _ranked(text: str) -> Iterator[tuple[Span, Span | None]]:
    """Ranks: before a name ("Maj.-Gen. K. Orrel"), or apposed ("K. Orrel, a major general")."""
    for found in rank_pattern().finditer(text):
        start, end = found.span()
        before = text[max(0, start - 24) : start]
        if found[0].lower() in ("general", "gen") and _is_no_rank(before):
            continue
        gap = _TO_NAME.match(text, end)
        person = name_at(text, gap.end() if gap else end, ranked=True)
        apposed = _APPOSED.search(before)
        if found[0][0].isupper() and person:
            yield (start, end), person
        elif apposed:
            yield (start, end), name_before(text, start - len(apposed[0]))


_TO_NAME = re.compile(r"[ \t\u00a0.]{0,3}(?:\([A-Za-z.]{2,5}\),? )?,? ?")


def _is_no_rank(before: str) -> bool:
    """ "Attorney General", "in general"; but "the General A. Orrel" is one."""
    return bool(NOT_RANKS.search(before)) and not re.search(r"\b[Tt]he \Z", before)
