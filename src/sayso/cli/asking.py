"""What can be asked of a case: its lists, a search, a timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rich.text import Text

from sayso.cli import case_records as records
from sayso.cli.case_lines import Lines, entity_lines, report_heading, report_lines
from sayso.cli.filters import Filters
from sayso.cli.layout import Layout, printable
from sayso.cli.lists import Kind, Listing, put_list
from sayso.cli.naming import named_first
from sayso.cli.opening import opened
from sayso.cli.records import POST_COLUMNS
from sayso.exports.dates import readable_date

if TYPE_CHECKING:
    from sayso.store import CaseClaim, CasePost, EntityEntry, Hit, ReportEntry

ENTITIES: Kind[EntityEntry] = Kind(
    entity_lines,
    records.entity_record,
    records.ENTITY_COLUMNS,
    cursor=lambda each: each.cursor,
    nothing="no report names any",
    spaced=False,
)
REPORTS: Kind[ReportEntry] = Kind(
    report_lines,
    records.report_record,
    records.REPORT_COLUMNS,
    cursor=lambda each: each.number,
    nothing="no reports",
    spaced=False,
)


def claims_kind(reports: records.Reports) -> Kind[CaseClaim]:
    """How claims are put out, under the report that they stand in."""
    return Kind(
        Lines(reports, headed=True).claim,
        reports.claim,
        records.CASE_CLAIM_COLUMNS,
        reports.claim_cells,
        heading=_report,
        cursor=lambda each: each.number,
        nothing="no claims found",
    )


def posts_kind(reports: records.Reports) -> Kind[CasePost]:
    """How posts are put out, under the report that they stand in."""
    return Kind(
        Lines(reports, headed=True).post,
        reports.post,
        POST_COLUMNS,
        reports.post_cells,
        heading=_report,
        cursor=lambda each: each.number,
        nothing="no posts found",
    )


def _report(found: CaseClaim | CasePost | Hit, layout: Layout) -> Iterator[Text]:
    return report_heading(found.report, layout)


def people(where: str | None, how: Listing) -> None:
    """The people that reports name, those of most reports first."""
    with opened(where) as case:
        put_list(case.people(limit=how.asked, after=how.after), ENTITIES, how)


def organizations(where: str | None, how: Listing) -> None:
    """The organizations that reports name, those of most reports first."""
    with opened(where) as case:
        put_list(case.organizations(limit=how.asked, after=how.after), ENTITIES, how)


def reports(where: str | None, outlet: str | None, how: Listing) -> None:
    """The reports, last added first."""
    with opened(where) as case:
        put_list(case.reports(outlet=outlet, limit=how.asked, after=how.number), REPORTS, how)


def claims(where: str | None, filters: Filters, how: Listing) -> None:
    """The claims asked for, last added first."""
    with opened(where, filters.about, filters.by) as case:
        found = case.claims(
            **_names_and_days(filters),
            denied=filters.denied,
            uncertain=filters.uncertain,
            everything=filters.everything or not how.shown,
            limit=how.asked,
            after=how.number,
        )
        named_first(case, how, about=filters.about, by=filters.by)
        put_list(found, claims_kind(records.Reports(case)), how)


def posts(where: str | None, filters: Filters, how: Listing) -> None:
    """Who is said to hold which post: all, or those of a person or in an organization."""
    with opened(where, filters.about, filters.by) as case:
        found = case.posts(**_names_and_days(filters), limit=how.asked, after=how.number)
        named_first(case, how, about=filters.about, by=filters.by)
        put_list(found, posts_kind(records.Reports(case)), how)


def _names_and_days(filters: Filters) -> dict[str, Any]:
    return {
        "about": filters.about,
        "by": filters.by,
        "since": filters.since.isoformat() if filters.since else None,
        "until": filters.until.isoformat() if filters.until else None,
    }


def search(
    where: str | None, words: str, how: Listing, *, in_claims: bool, everything: bool
) -> None:
    """Reports, or claims, in which the words stand."""
    with opened(where) as case:
        found = case.search(
            words,
            claims=in_claims,
            everything=everything or not how.shown,
            limit=how.asked,
            after=how.number,
        )
        reports = records.Reports(case)
        kind: Kind[Hit] = Kind(
            Lines(reports, headed=in_claims).hit,
            reports.hit,
            records.HIT_COLUMNS,
            records.hit_cells,
            heading=_report if in_claims else None,
            cursor=lambda each: each.number,
            nothing=f"no {'claim' if in_claims else 'report'} has these words",
        )
        put_list(found, kind, how)


def timeline(
    where: str | None,
    name: str | None,
    since: str | None,
    until: str | None,
    how: Listing,
    *,
    everything: bool,
) -> None:
    """Claims by the time they tell of, earliest first, each time with a heading."""
    with opened(where, name) as case:
        found = case.timeline(
            name,
            since=since,
            until=until,
            everything=everything or not how.shown,
            limit=how.asked,
            after=how.after,
        )
        reports = records.Reports(case)
        kind = replace(
            claims_kind(reports),
            lines=Lines(reports, timed=False).claim,
            heading=_time,
            cursor=_cursor,
            nothing="no dated claims",
        )
        named_first(case, how, about=name)
        put_list(found, kind, how)


def _time(found: CaseClaim, layout: Layout) -> Iterator[Text]:
    heading = readable_date(found.claim.time) or ""
    return layout.wrapped(Text(), Text(printable(heading), "bold underline"))


def _cursor(found: CaseClaim) -> str:
    return found.cursor
