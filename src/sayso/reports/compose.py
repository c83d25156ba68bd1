"""From what a format's reader found to a `Report`: the one place that makes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sayso.errors import NotAReport
from sayso.reports.dates import find_dates
from sayso.reports.encodings import without_halves
from sayso.reports.identity import report_id
from sayso.reports.language import detect_language
from sayso.values import Block, Credit, Report


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller states about a source; it outranks what the source says."""

    outlet: str | None = None
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its format's reader leaves it: `facts` are fields of `Report` by name."""

    source: str
    text: str
    blocks: tuple[Block, ...] = ()
    credits: tuple[Credit, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    found: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def stated(draft: Draft, facts: Mapping[str, object], where: str) -> Draft:
    """The draft with what its container states of it, which outranks what it says itself."""
    given = {name: value for name, value in facts.items() if value}
    found = {**draft.found, **{name: f"{where} {name}" for name in given}}
    return replace(draft, facts={**draft.facts, **given}, found=found)


def compose(draft: Draft, given: Given) -> Report:
    """The finished report: what was given, then what was found, the id and the language.

    Raises `NotAReport` for a text without a letter or a figure.
    """
    if not any(map(str.isalnum, draft.text)):
        raise NotAReport(draft.source, "there is no text in it")
    facts = {name: _sound(value) for name, value in draft.facts.items() if value}
    found = {
        name: where for name, where in draft.found.items() if name not in _FACTS or name in facts
    }
    if "published" not in facts and (day := _dateline_day(draft)):
        facts["published"], found["published"] = day, "dateline"
    for name in ("outlet", "published", "title"):
        value = getattr(given, name)
        if value:
            facts[name], found[name] = value, "given"
    if "language" not in facts:
        facts["language"], found["language"] = detect_language(draft.text), "detected"
    outlet = facts.get("outlet")
    return Report(
        id=report_id(draft.text, draft.blocks, outlet if isinstance(outlet, str) else None),
        source=draft.source,
        text=draft.text,
        credits=draft.credits,
        blocks=draft.blocks,
        found=dict(sorted(found.items())),
        warnings=draft.warnings,
        **facts,  # type: ignore[arg-type]  # named for Report's fields, each by its reader
    )


def _sound(value: object) -> object:
    """A fact that can be written: escapes and headers may leave halves of characters in it."""
    if isinstance(value, tuple):
        return tuple(map(_sound, value))
    return without_halves(value) if isinstance(value, str) else value


def _dateline_day(draft: Draft) -> str | None:
    """The day that the dateline above the text bears, if it bears a whole date."""
    opening = next((b for b in draft.blocks if b.kind in ("dateline", "paragraph")), None)
    if opening is None or opening.kind != "dateline":
        return None
    dates = find_dates(draft.text[opening.start : opening.end])
    return next((dated.iso for dated in dates if dated.other is None), None)


_FACTS = frozenset(Report.__dataclass_fields__)
