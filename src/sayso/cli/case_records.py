"""What a case gives back as JSON objects and as cells of a table.

A claim and a post are the objects of `sayso claims --json` and `sayso posts --json`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.cli import records
from sayso.cli.case_wording import counted
from sayso.cli.lists import Cells, Record
from sayso.cli.records import CLAIM_COLUMNS, chain_cell
from sayso.values import Document, Reading

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

KEPT = 16  # reports that are not fetched again for the next entry

ENTITY_COLUMNS = (
    *("id", "type", "name", "names", "reports", "mentions", "claims_about", "claims_by"),
    "cursor",
)
REPORT_COLUMNS = (
    *("number", "id", "title", "outlet", "published", "authors", "language", "url", "sources"),
    *("claims", "added_at", "modified", "section", "archive_url", "archived"),
)
CASE_CLAIM_COLUMNS = (*CLAIM_COLUMNS, "cursor")
HIT_COLUMNS = ("number", "report", "outlet", "published", "chain", "text", "excerpt", "found_by")
DECISION_COLUMNS = (
    *("id", "kind", "names", "subjects", "value", "by", "at", "withdrawn_at", "withdrawn_by"),
    "note",
)
DOSSIER_COLUMNS = ("part", *CLAIM_COLUMNS)
FAULT_COLUMNS = ("where", "reason")


class Reports:
    """Reports of a case, the last few kept, as an entry's words are shown by them."""

    def __init__(self, case: Case) -> None:
        @lru_cache(maxsize=KEPT)
        def bare(report: str) -> Document:
            own = case.report(report)
            return Document(own, Reading(own, (), ()))

        self.bare = bare

    def behind(self, found: CasePost) -> Document:
        """The report that a post is from, with the claim that says so."""
        claims = (found.claim.claim,) if found.claim else ()
        return replace(self.bare(found.report.id), claims=claims)

    def claim(self, found: CaseClaim) -> Record:
        """A claim, with the report it is from and its words."""
        bare = self.bare(found.report.id)
        return {**records.claim_record(found.number, bare, found.claim), "cursor": _cursor(found)}

    def claim_cells(self, found: CaseClaim) -> Cells:
        """A claim as a line of a table."""
        bare = self.bare(found.report.id)
        return {**records.claim_cells(found.number, bare, found.claim), "cursor": _cursor(found)}

    def post(self, found: CasePost) -> Record:
        """A post, with the report it is from and whose word it is."""
        behind = self.behind(found)
        return {
            **records.post_record(found.number, behind, found.post, found.voices),
            "person_name": found.person_name,
            "organization_name": found.organization_name,
        }

    def post_cells(self, found: CasePost) -> Cells:
        """A post as a line of a table, with the names that the case has."""
        behind = self.behind(found)
        return {
            **records.post_cells(found.number, behind, found.post, found.voices),
            "person": found.person_name,
            "organization": found.organization_name,
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
        "outside": list(found.outside),
    }


def report_record(found: ReportEntry) -> Record:
    """A report without its text."""
    record = {key: getattr(found, key) for key in REPORT_COLUMNS}
    credited = [
        {"kind": each.kind, "name": each.name, "url": each.url, "span": each.span}
        for each in found.credits
    ]
    lists = {"authors": list(found.authors), "sources": list(found.sources)}
    return record | lists | {"credits": credited}


def decision_record(found: Decision, names: tuple[str, ...]) -> Record:
    """A decision, withdrawn or not, and the names that its subjects stand for."""
    record = {key: getattr(found, key, None) for key in DECISION_COLUMNS}
    return record | {"names": list(names), "subjects": list(found.subjects)}


def fault_record(found: Fault) -> Record:
    """Something that is wrong with a case."""
    return {"where": found.where, "reason": found.reason}


def hit_cells(found: Hit) -> Cells:
    """A hit as a line of a table."""
    claim = found.claim.claim if found.claim else None
    return {
        "number": found.number,
        "report": found.report.id,
        "outlet": found.report.outlet,
        "published": found.report.published,
        "chain": chain_cell(claim.chain) if claim else found.report.outlet,
        "text": claim.text if claim else None,
        "excerpt": found.excerpt,
        "found_by": claim.found_by if claim else None,
    }


def _cursor(found: CaseClaim) -> str | None:
    """Where a timeline goes on; one without a date is in none."""
    return found.cursor if found.earliest else None


def about_report(entry: ReportEntry) -> str:
    """One line of a report that went in or out: where it is from, and how much it claims."""
    outlet = f" · {entry.outlet}" if entry.outlet else ""
    return f"{entry.title or 'Untitled'}{outlet} · {counted(entry.claims, 'claim')}"
