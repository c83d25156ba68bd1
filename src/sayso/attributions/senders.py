"""A mail's sender: whose word all of it is, where no outlet has it, and whom its "I" means."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attributions import lexicon
from sayso.attributions.naming import looks_like_outlet
from sayso.values import Mention, Report, Voice


def sender_of(report: Report) -> Voice | None:
    """Who sent a mail, by its "From"; None for what is no mail or has an outlet."""
    if report.outlet or report.found.get("authors") != "From" or len(report.authors) != 1:
        return None
    (name,) = report.authors
    return Voice(name, _kind(name), said=report.published)


def _kind(name: str) -> str:
    """An address alone names nobody."""
    if "@" in name:
        return "unnamed"
    if looks_like_outlet(name):
        return "outlet"
    return "organization" if set(name.lower().split()) & lexicon.BODIES else "person"


def entity_named(name: str, mentions: Iterable[Mention], text: str) -> str | None:
    """The entity of the mentions with just that name, if they are of one: the signature's."""
    found = {
        m.entity for m in mentions if m.named and " ".join(text[m.start : m.end].split()) == name
    }
    return found.pop() if len(found) == 1 else None
