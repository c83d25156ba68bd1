"""What a case gives back as JSON objects and as cells of a table.

A claim and a post are the objects of `sayso claims --json` and `sayso posts --json` after `number`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sayso.cli.case_wording import counted
from sayso.cli.listing import joined
from sayso.exports import claim_to_json, post_to_json
from sayso.exports.backing import chain_behind
from sayso.exports.voices import words_at
from sayso.values import Document, Reading, Voice

if TYPE_CHECKING:
    from sayso.entities.decisions import Decision
    from sayso.store import (
        Case,
        CaseClaim,
        CaseLink,
        CasePost,
        EntityEntry,
        Fault,
        Hit,
        ReportEntry,
    )

Cells = Mapping[str, object]
Record = dict[str, Any]
KEPT = 16  # reports that are not fetched again for the next entry

ENTITY_COLUMNS = (
    *("id", "type", "name", "names", "reports", "mentions", "claims_about", "claims_by"),
    "cursor",
)
REPORT_COLUMNS = (
    *("number", "id", "title", "outlet", "published", "authors", "language", "url", "sources"),
    *("claims", "added_at"),
)
CLAIM_COLUMNS = (
    *("number", "report", "outlet", "published", "chain", "text", "polarity", "certainty", "time"),
    *("place", "words", "cursor"),
)
POST_COLUMNS = (
    *("number", "report", "outlet", "published", "chain", "person", "post", "organization"),
    *("status", "since", "until", "polarity", "certainty"),
)
HIT_COLUMNS = ("number", "report", "outlet", "published", "chain", "excerpt")
DECISION_COLUMNS = (
    *("id", "kind", "subjects", "value", "by", "at", "withdrawn_at", "withdrawn_by", "note"),
)
DOSSIER_COLUMNS = ("part", *CLAIM_COLUMNS[:-1])
FAULT_COLUMNS = ("where", "reason")


class Reports:
    """Reports of a case, the last few kept, as an entry's words are shown by them."""

    def __init__(self, case: Case) -> None:
        @lru_cache(maxsize=KEPT)
        def document(report: str) -> Document:
            return case.document(report)

        @lru_cache(maxsize=KEPT)
        def bare(report: str) -> Document:
            own = case.report(report)
            return Document(own, Reading(own, (), ()))

        self.document = document
        self.bare = bare

    def words(self, found: CaseClaim) -> str:
        """The report's words at a claim's evidence, those near each other with what is between."""
        report = self.bare(found.report.id).report
        return words_at(report, joined(found.claim.evidence))

    def claim_cells(self, found: CaseClaim) -> Cells:
        """A claim as a line of a table."""
        claim = found.claim
        return {
            **_origin(found.report),
            "number": found.number,
            "chain": chain_cell(claim.chain) or found.report.outlet,
            "text": claim.text,
            "polarity": claim.polarity,
            "certainty": claim.certainty,
            "time": claim.time,
            "place": claim.place.name if claim.place else None,
            "words": self.words(found),
            "cursor": _cursor(found),
        }

    def claim(self, found: CaseClaim) -> Record:
        """A claim, with the report it is from and its words."""
        return {
            "number": found.number,
            **claim_to_json(self.bare(found.report.id), found.claim),
            "cursor": _cursor(found),
        }

    def post(self, found: CasePost) -> Record:
        """A post, with the report it is from and whose word it is."""
        return {
            "number": found.number,
            **post_to_json(self.document(found.report.id), found.post),
            "person_name": found.person_name,
            "organization_name": found.organization_name,
        }

    def post_cells(self, found: CasePost) -> Cells:
        """A post as a line of a table."""
        document = self.document(found.report.id)
        told = post_to_json(document, found.post)
        return {
            **_origin(found.report),
            "number": found.number,
            "chain": chain_cell(chain_behind(document, found.post)),
            "person": found.person_name,
            "post": found.title,
            "organization": found.organization_name,
            **{key: told[key] for key in POST_COLUMNS[8:]},
        }

    def link(self, found: CaseLink) -> Record:
        """A tie, with the claim that makes it."""
        return {
            "number": found.number,
            "type": found.link.type,
            "source_entity": found.link.source_entity,
            "source_name": found.source_name,
            "target_entity": found.link.target_entity,
            "target_name": found.target_name,
            "claim": self.claim(found.claim),
        }

    def hit(self, found: Hit) -> Record:
        """A report or a claim that was found."""
        return {
            "number": found.number,
            "report": report_record(found.report),
            "excerpt": found.excerpt,
            "span": list(found.span),
            "found": [list(span) for span in found.found],
            "claim": None if found.claim is None else self.claim(found.claim),
        }


def entity_record(found: EntityEntry) -> Record:
    """Somebody as reports name them."""
    plain = ("id", "type", "name", "named")
    counts = ("reports", "mentions", "claims_about", "claims_by", "cursor")
    return {
        **{key: getattr(found, key) for key in plain},
        "names": list(found.names),
        **{key: getattr(found, key) for key in counts},
    }


def report_record(found: ReportEntry) -> Record:
    """A report without its text."""
    record = {key: getattr(found, key) for key in REPORT_COLUMNS}
    return record | {"authors": list(found.authors), "sources": list(found.sources)}


def decision_record(found: Decision) -> Record:
    """A decision, withdrawn or not."""
    record = {key: getattr(found, key) for key in DECISION_COLUMNS}
    return record | {"subjects": list(found.subjects)}


def fault_record(found: Fault) -> Record:
    """Something that is wrong with a case."""
    return {"where": found.where, "reason": found.reason}


def hit_cells(found: Hit) -> Cells:
    """A hit as a line of a table."""
    return {
        **_origin(found.report),
        "number": found.number,
        "chain": chain_cell(found.claim.claim.chain) if found.claim else found.report.outlet,
        "excerpt": found.excerpt,
    }


def _origin(entry: ReportEntry) -> Cells:
    return {"report": entry.id, "outlet": entry.outlet, "published": entry.published}


def _cursor(found: CaseClaim) -> str | None:
    """Where a timeline goes on; one without a date is in none."""
    return found.cursor if found.earliest else None


def chain_cell(chain: tuple[Voice, ...]) -> str:
    """The voices' names, the outermost first."""
    return " ← ".join(voice.name for voice in chain)


def about_report(entry: ReportEntry) -> str:
    """One line of a report that went in or out: where it is from, and how much it claims."""
    outlet = f" · {entry.outlet}" if entry.outlet else ""
    return f"{entry.title or 'Untitled'}{outlet} · {counted(entry.claims, 'claim')}"
