"""Which claims and posts to show: about whom, by whom, denied, uncertain, when.

The functions take a claim or post, the report's text and the entities' names, so that they serve
whatever has these. All conditions of a filter must hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from anyascii import anyascii

from sayso.values import Claim, Document, Post, Span, Voice

Names = Mapping[str, Sequence[str]]
"""All names of each entity, by its id."""


@dataclass(frozen=True, slots=True)
class Filters:
    """`since` and `until` are the first and the last day that a time may touch. A claim that does
    not stand alone is left out of what is shown, unless `everything` is wanted."""

    about: str | None = None
    by: str | None = None
    denied: bool = False
    uncertain: bool = False
    since: date | None = None
    until: date | None = None
    everything: bool = False

    @property
    def dated(self) -> bool:
        return self.since is not None or self.until is not None


def names_of(document: Document) -> dict[str, tuple[str, ...]]:
    """The names of a document's entities."""
    return {entity.id: (entity.name, *entity.names) for entity in document.entities}


def keeps_claim(filters: Filters, claim: Claim, text: str, names: Names) -> bool:
    """Whether the claim is one of those asked for; a date asked for is that of what it tells.

    About somebody is a claim in which they, or words that name them, take part. One without a
    date has none of the dates asked for.
    """
    parts = (*claim.arguments, *claim.modifiers)
    spans = [(part.start, part.end) for part in parts]
    return (
        (not filters.denied or claim.polarity == "negated")
        and (not filters.uncertain or is_uncertain(claim))
        and _about(filters.about, spans, [part.entity for part in parts], text, names)
        and _by(filters.by, claim.chain, names)
        and (not filters.dated or touches(filters, claim.time))
    )


def keeps_post(
    filters: Filters, post: Post, chain: Sequence[Voice], text: str, names: Names
) -> bool:
    """Whether the post is one of those asked for; `chain` is whose word it is.

    About somebody is one of theirs, in their organization, or after them. A date asked for is
    one at which it may have been held; what is not known of its time leaves that open. `denied`
    and `uncertain` are its claim's and are not looked at here.
    """
    parts = (post.person, post.title, post.role, post.organization, post.place, post.after)
    entities = (post.person_entity, post.organization_entity)
    return (
        _about(filters.about, [part for part in parts if part], entities, text, names)
        and _by(filters.by, chain, names)
        and (not filters.dated or _held(filters, post))
    )


def is_uncertain(claim: Claim) -> bool:
    """Whether the innermost voice itself is not certain, or leaves it open."""
    return claim.certainty != "certain" or claim.polarity == "unknown"


def touches(filters: Filters, value: str | None) -> bool:
    """Whether an EDTF value may share a day with the days asked for; None and words do not."""
    days = _days(value)
    return days is not None and _overlap(filters, *days)


def _held(filters: Filters, post: Post) -> bool:
    """From the first day of `since` to the last of `until`, either open where not known."""
    since, until = _days(post.since), _days(post.until)
    return _overlap(filters, since and since[0], until and until[1])


def _days(value: str | None) -> tuple[date | None, date | None] | None:
    """The first and the last day that an EDTF value may touch; None for words and for nothing."""
    from sayso.times.edtf import covered_days, is_edtf

    return covered_days(value) if value is not None and is_edtf(value) else None


def _overlap(filters: Filters, first: date | None, last: date | None) -> bool:
    too_early = filters.since is not None and last is not None and last < filters.since
    too_late = filters.until is not None and first is not None and first > filters.until
    return not too_early and not too_late


def _about(
    asked: str | None,
    spans: Iterable[Span],
    entities: Iterable[str | None],
    text: str,
    names: Names,
) -> bool:
    if asked is None:
        return True
    words = [text[start:end] for start, end in spans]
    for entity in entities:
        words.extend(names.get(entity or "", ()))
    return called(asked, words)


def _by(asked: str | None, chain: Iterable[Voice], names: Names) -> bool:
    """Whether somebody of that name speaks anywhere in the chain."""
    if asked is None:
        return True
    voices: list[str] = []
    for voice in chain:
        voices.extend((voice.name, *names.get(voice.entity or "", ())))
    return called(asked, voices)


def called(asked: str, names: Iterable[str]) -> bool:
    """Whether all words asked for are words of one name, in any case, accents aside."""
    wanted = _words(asked)
    return any(wanted <= _words(name) for name in names)


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> frozenset[str]:
    """Lower-case words in plain letters; "Petrović's" has "petrovic"."""
    return frozenset(re.findall(r"[a-z0-9]+", anyascii(name).casefold()))
