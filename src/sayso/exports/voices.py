"""How voices and attributions read to a person: chains, and how a thing was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attributions.senders import sender_of
from sayso.exports.dates import readable_date
from sayso.values import NOT_NAMED, Attribution, Document, Report, Span, Voice

NO_OUTLET = "outlet not given"
STANCES = {"denied": "denies this", "open": "leaves this open"}

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

_PREPOSITIONS = frozenset({"at", "by", "during", "from", "in", "on", "over", "through", "via"})


def outlet_voice(report: Report) -> Voice:
    """The head of every chain: the outlet that published the report, or who sent it as a mail."""
    sender = sender_of(report)
    return sender or Voice(report.outlet or NO_OUTLET, "outlet", said=report.published)


def voice_of(report: Report, attribution: Attribution) -> Voice:
    """The attribution's resolved voice, or one named by its source's own words."""
    if attribution.voice is not None:
        return attribution.voice
    name = words_at(report, attribution.source) or NOT_NAMED
    return Voice(name, "unnamed", spans=attribution.source)


def chains(document: Document) -> dict[str, tuple[Voice, ...]]:
    """For each attribution's id its chain of voices, outermost first, the outlet at its head."""
    by_id = {attribution.id: attribution for attribution in document.attributions}
    head = outlet_voice(document.report)
    found: dict[str, tuple[Voice, ...]] = {}
    for attribution in document.attributions:
        line = list(_with_ancestors(attribution, by_id))
        voices = (voice_of(document.report, each) for each in reversed(line))
        found[attribution.id] = (head, *voices)
    return found


def _with_ancestors(
    attribution: Attribution, by_id: dict[str, Attribution]
) -> Iterator[Attribution]:
    """The attribution, its parent, and so on up; an unknown or circular parent ends it."""
    seen: set[str] = set()
    current: Attribution | None = attribution
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current
        current = by_id.get(current.parent) if current.parent else None


def view_of(polarity: str, certainty: str) -> str:
    """What the innermost voice holds of a claim: stated, or less than that."""
    return _VIEWS.get((polarity, certainty), "left open")


def words_at(report: Report, spans: Sequence[Span]) -> str:
    """The report's words at the spans on one line; " […] " stands where words are left out."""
    pieces = (" ".join(report.text[start:end].split()) for start, end in spans)
    return " […] ".join(piece for piece in pieces if piece)


def how_said(report: Report, attribution: Attribution) -> tuple[str, ...]:
    """How it was said, in short phrases: kind, to whom, when, in what, and the stance."""
    phrases = (
        attribution.kind,
        _to_whom(report, attribution),
        _when(report, attribution),
        _in_what(report, attribution),
        STANCES.get(attribution.stance, ""),
    )
    return tuple(phrase for phrase in phrases if phrase)


def _to_whom(report: Report, attribution: Attribution) -> str:
    to = attribution.voice.to if attribution.voice else None
    name = words_at(report, attribution.addressee) or to or ""
    return name if not name or name.startswith("to ") else f"to {name}"


def _when(report: Report, attribution: Attribution) -> str:
    """The report's words for the time, and the date they were resolved to where that differs."""
    said = attribution.said or (attribution.voice.said if attribution.voice else None)
    words, date = words_at(report, attribution.time), readable_date(said) or ""
    if words and date and date not in words:
        return f"{words} ({date})"
    return words or date


def _in_what(report: Report, attribution: Attribution) -> str:
    medium = words_at(report, attribution.medium)
    first = medium.partition(" ")[0].casefold()
    return medium if not medium or first in _PREPOSITIONS else f"via {medium}"
