"""Transcripts and interviews: lines that begin with who speaks ("Vant: …", "Q: …").

One such line may be a headline or an entry in a list; a report in which a label comes back is a
transcript, and there every labelled line is its label's own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attributions.joining import Joined, strip
from sayso.values import Report, Span

_LABELLED = re.compile(
    r"^[^\S\n]*[\"“]?(?P<who>[A-Z][\w.’'-]*(?: (?:(?:of|for|the|and) )*[A-Z][\w.’'-]*){0,4})"
    r"(?: \([^()\n]{2,60}\))?(?P<colon>:)[^\S\n]+"
    r"(?P<what>\S[^\n]*)",
    re.MULTILINE,
)
_NOBODY = frozenset({"q", "a", "question", "answer"})
"""Labels that name nobody: their lines are not put to anyone."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """The labelled lines of a report: whole lines, and what is said under a name."""

    lines: tuple[Span, ...] = ()
    named: tuple[Joined, ...] = ()


def transcript_of(report: Report) -> Transcript:
    """The labelled lines, or none where no label comes back."""
    title = next((b.end for b in report.blocks if b.kind == "title"), 0)
    found = list(_LABELLED.finditer(report.text, title))
    often = Counter(line["who"].lower() for line in found).most_common(1)
    if not often or often[0][1] < 2:
        return Transcript()
    named = [
        Joined((line.span("who"),), (line.span("colon"),), (strip(report.text, line.span("what")),))
        for line in found
        if line["who"].lower() not in _NOBODY
    ]
    return Transcript(tuple(line.span() for line in found), tuple(named))


def relabelled(transcript: Transcript, found: Sequence[Joined]) -> list[Joined]:
    """The labels' attributions, and the others that neither begin in a labelled line under a
    name (its words are read again) nor reach into one."""
    own = [joined.content[0] for joined in transcript.named]
    colons = [joined.cue[0] for joined in transcript.named]
    kept = []
    for joined in found:
        if any(_touch(span, cue) for span in (*own, *colons) for cue in joined.cue):
            continue
        content = tuple(c for c in joined.content if not any(_touch(c, s) for s in own))
        if content:
            kept.append(Joined(joined.source, joined.cue, content))
    return [*kept, *transcript.named]


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
