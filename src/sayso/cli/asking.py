"""What can be asked of a case: its lists, a search, a timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from sayso.cli import case_records as records
from sayso.cli.case_lines import claim_lines, entity_lines, hit_lines, post_lines, report_lines
from sayso.cli.case_options import Listing
from sayso.cli.case_output import Kind, asked, put_list
from sayso.cli.filters import Filters, is_uncertain, keeps_post, names_of, touches
from sayso.cli.layout import Layout, printable
from sayso.cli.opening import opened
from sayso.cli.wording import readable_time
from sayso.exports.backing import chain_behind

if TYPE_CHECKING:
    from sayso.store import Case, CaseClaim, CasePost, EntityEntry, Hit, ReportEntry

ENTITIES: Kind[EntityEntry] = Kind(
    entity_lines,
    records.entity_record,
    records.entity_record,
    records.ENTITY_COLUMNS,
    cursor=lambda each: each.cursor,
    nothing="no report names any",
    spaced=False,
)
REPORTS: Kind[ReportEntry] = Kind(
    report_lines,
    records.report_record,
    records.report_record,
    records.REPORT_COLUMNS,
    cursor=lambda each: each.number,
    nothing="no reports",
    spaced=False,
)


def people(where: str | None, how: Listing) -> None:
    """The people that reports name, those of most reports first."""
    with opened(where) as case:
        put_list(case.people(limit=asked(how), after=how.after), ENTITIES, how)


def organizations(where: str | None, how: Listing) -> None:
    """The organizations that reports name, those of most reports first."""
    with opened(where) as case:
        put_list(case.organizations(limit=asked(how), after=how.after), ENTITIES, how)


def reports(where: str | None, outlet: str | None, how: Listing) -> None:
    """The reports, last added first."""
    with opened(where) as case:
        found = case.reports(outlet=outlet, limit=asked(how), after=_number(how))
        put_list(found, REPORTS, how)


def claims(where: str | None, filters: Filters, how: Listing) -> None:
    """The claims asked for, last added first."""
    with opened(where, filters.about, filters.by) as case:
        limit = None if filters.denied or filters.uncertain or filters.dated else asked(how)
        found = case.claims(about=filters.about, by=filters.by, limit=limit, after=_number(how))
        kept = (each for each in found if _kept(filters, each))
        put_list(kept, _claims(case), how)


def _kept(filters: Filters, found: CaseClaim) -> bool:
    """What the case itself is not asked for."""
    claim = found.claim
    return (
        (not filters.denied or claim.polarity == "negated")
        and (not filters.uncertain or is_uncertain(claim))
        and (not filters.dated or touches(filters, claim.time))
    )


def _claims(case: Case) -> Kind[CaseClaim]:
    reports = records.Reports(case)
    return Kind(
        lambda found, layout: claim_lines(found, reports.words(found), layout),
        reports.claim,
        reports.claim_cells,
        records.CLAIM_COLUMNS,
        cursor=lambda each: each.number,
        nothing="no claims found",
    )


def posts(where: str | None, filters: Filters, how: Listing) -> None:
    """Who is said to hold which post: all, or those of a person or in an organization."""
    with opened(where, filters.about) as case:
        entity = None if filters.about is None else case.show(filters.about, limit=1).entity
        person = entity.id if entity and entity.type == "person" else None
        other = entity.id if entity and entity.type != "person" else None
        limit = None if filters.by or filters.dated else asked(how)
        found = case.posts(person=person, organization=other, limit=limit, after=_number(how))
        reports = records.Reports(case)
        kept = (each for each in found if _kept_post(filters, each, reports))
        put_list(kept, posts_kind(reports), how)


def _kept_post(filters: Filters, found: CasePost, reports: records.Reports) -> bool:
    """What the case itself is not asked for."""
    if not filters.by and not filters.dated:
        return True
    document = reports.document(found.report.id)
    chain = chain_behind(document, found.post)
    rest = replace(filters, about=None)
    return keeps_post(rest, found.post, chain, document.report.text, names_of(document))


def posts_kind(reports: records.Reports) -> Kind[CasePost]:
    """How posts are put out."""

    def lines(found: CasePost, layout: Layout) -> Iterator[Text]:
        return post_lines(found, reports.document(found.report.id), layout)

    return Kind(
        lines,
        reports.post,
        reports.post_cells,
        records.POST_COLUMNS,
        cursor=lambda each: each.number,
        nothing="no posts found",
    )


def search(where: str | None, words: str, how: Listing, *, in_claims: bool) -> None:
    """Reports, or claims, in which the words stand."""
    with opened(where) as case:
        found = case.search(words, claims=in_claims, limit=asked(how), after=_number(how))
        kind: Kind[Hit] = Kind(
            hit_lines,
            records.Reports(case).hit,
            records.hit_cells,
            records.HIT_COLUMNS,
            cursor=lambda each: each.number,
            nothing="no report has these words",
        )
        put_list(found, kind, how)


def timeline(
    where: str | None, name: str | None, since: str | None, until: str | None, how: Listing
) -> None:
    """Claims by the time they tell of, earliest first, each time with a heading."""
    with opened(where, name) as case:
        found = case.timeline(name, since=since, until=until, limit=asked(how), after=how.after)
        kind = _claims(case)
        undated = kind.lines
        last: list[str | None] = []

        def lines(each: CaseClaim, layout: Layout) -> Iterator[Text]:
            if last != [each.claim.time]:
                last[:] = [each.claim.time]
                heading = readable_time(each.claim.time) or ""
                yield from layout.wrapped(Text(), Text(printable(heading), "bold underline"))
            yield from undated(each, layout)

        put_list(found, replace(kind, lines=lines, cursor=_cursor, nothing="no dated claims"), how)


def _cursor(found: CaseClaim) -> str:
    return found.cursor


def _number(how: Listing) -> int | None:
    return None if how.after is None else int(how.after)
