"""What makes two reports one: the same outlet's same words, whatever the page around them."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.values import Block, Report

ID_LENGTH = 16
_ASIDE = frozenset({"furniture", "title", "byline", "caption"})


def report_id(text: str, blocks: Sequence[Block], outlet: str | None) -> str:
    """First 16 hex digits of SHA-256 over the outlet and the words of the report proper.

    Titles, bylines, captions and furniture are left out, as are case-free differences in
    white space and Unicode form, so that a report met twice has one id. Two outlets that
    carry the same words keep two: that one took them from the other is for lineage to say.
    """
    digest = hashlib.sha256((outlet or "").strip().casefold().encode() + b"\0")
    for part in _proper(text, blocks):
        words = " ".join(unicodedata.normalize("NFC", part).split())
        digest.update(words.encode("utf-8", "surrogatepass") + b" ")
    return digest.hexdigest()[:ID_LENGTH]


def _proper(text: str, blocks: Sequence[Block]) -> Iterable[str]:
    parts = [text[b.start : b.end] for b in blocks if b.kind not in _ASIDE]
    return parts or [text]


def merge_same(reports: Iterable[Report]) -> list[Report]:
    """Each report once, in order of first sight, with what its later copies add.

    A fact that the first does not state is taken from the next that does, with where it was
    found; `also` names the other sources it came from, and other canonical addresses.
    """
    met: dict[str, Report] = {}
    for report in reports:
        first = met.get(report.id)
        met[report.id] = report if first is None else _merged(first, report)
    return list(met.values())


_ALONE = ("title", "outlet", "published", "modified", "section", "url")
_SNAPSHOT = ("archived", "archive_url")


def _merged(first: Report, other: Report) -> Report:
    """The first with what it lacks of the other. A snapshot's time and address stay together."""
    lacking = [fact for fact in _ALONE if getattr(first, fact) is None]
    if first.archived is None and first.archive_url is None:
        lacking += _SNAPSHOT
    facts = {fact: getattr(other, fact) for fact in lacking if getattr(other, fact) is not None}
    found = {fact: other.found[fact] for fact in facts if fact in other.found}
    if not first.authors and other.authors:
        facts["authors"] = other.authors
        found |= {"authors": other.found["authors"]} if "authors" in other.found else {}
    merged = replace(first, **facts, found={**first.found, **found})
    names = (other.source, *other.also, *((other.url,) if other.url else ()))
    known = {merged.source, merged.url, *first.also}
    return replace(merged, also=(*first.also, *(n for n in dict.fromkeys(names) if n not in known)))


def version_groups(reports: Iterable[Report]) -> list[tuple[Report, ...]]:
    """Reports that are versions of one another, oldest first; only groups of two and more.

    Versions have one outlet and one address or title, and share at least `NEAR` of their
    runs of `SHINGLE` words (Jaccard; Broder 1997). They stay reports of their own.
    """
    rooms: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        if report.outlet and (report.url or report.title):
            rooms[report.outlet.casefold(), report.url or str(report.title).casefold()].append(
                report
            )
    groups = []
    for room in rooms.values():
        words = [_shingles(report) for report in room] if len(room) > 1 else []
        group = [
            report
            for n, report in enumerate(room)
            if any(
                other.id != report.id and _near(words[n], words[m]) for m, other in enumerate(room)
            )
        ]
        if group:
            groups.append(tuple(sorted(group, key=_when)))
    return groups


NEAR = 0.5
SHINGLE = 4


def _near(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
    return len(one & other) >= NEAR * len(one | other)


def _shingles(report: Report) -> set[tuple[str, ...]]:
    words = " ".join(_proper(report.text, report.blocks)).casefold().split()
    return {tuple(words[n : n + SHINGLE]) for n in range(max(len(words) - SHINGLE + 1, 1))}


def _when(report: Report) -> tuple[str, str, str]:
    return report.modified or report.published or "", report.archived or "", report.source
