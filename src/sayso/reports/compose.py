"""From what a format's reader found to a `Report`: the one place that makes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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


def compose(draft: Draft, given: Given) -> Report:
    """The finished report: what was given, then what was found, the id and the language."""
    facts = {name: value for name, value in draft.facts.items() if value}
    found = {
        name: where for name, where in draft.found.items() if name not in _FACTS or name in facts
    }
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


_FACTS = frozenset(Report.__dataclass_fields__)
