"""`sayso show NAME`: what the reports say of somebody, each line with whose word it is.

Garrick Thole
person · in 4 reports, 19 mentions · e0c4…
  also: “Thole”, “Director Garrick Thole”

Posts
  …
Where they differ, on “director”
  …
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from sayso.cli import case_records as records
from sayso.cli.case_lines import also_named, claim_lines, link_lines, post_lines
from sayso.cli.case_options import Listing
from sayso.cli.case_output import table_line
from sayso.cli.case_wording import counted
from sayso.cli.layout import Layout, printable, put
from sayso.cli.opening import opened
from sayso.cli.reading import write
from sayso.exports import as_line

if TYPE_CHECKING:
    from sayso.store import CaseClaim, Dossier, EntityEntry

SHOWN = 10
"""How many of each part, unless `--limit` says otherwise."""
Part = tuple[str, Sequence[Iterator[Text]]]


def show(where: str | None, name: str, how: Listing) -> None:
    """Put out the dossier of the one whom a name means."""
    with opened(where, name) as case:
        found = case.show(name, limit=how.limit or SHOWN)
        reports = records.Reports(case)
        if how.as_json:
            write(as_line(_record(found, reports)))
        elif how.as_csv:
            write("".join(_table(found, reports)))
        else:
            _show(found, reports)
    sys.stdout.flush()


def _show(found: Dossier, reports: records.Reports) -> None:
    console = Console(highlight=False)
    layout = Layout(console)
    put(_head(found.entity, layout), console)
    for title, entries in _parts(found, reports, layout):
        for count, lines in enumerate(entries):
            heading = () if count else layout.wrapped(Text(), Text(title, "bold underline"))
            put((*heading, *lines), console, first=False)


def _head(entity: EntityEntry, layout: Layout) -> Iterator[Text]:
    yield from layout.wrapped(Text(), Text(printable(entity.name), "bold"))
    counts = f"in {counted(entity.reports, 'report')}, {counted(entity.mentions, 'mention')}"
    kind = f"taken for: {entity.type}" if entity.named else "unnamed source"
    yield from layout.wrapped(Text(), Text(f"{kind} · {counts} · {entity.id}", "dim"))
    others = [name for name in entity.names if name != entity.name]
    if others:
        yield from layout.wrapped(Text(), Text(also_named(others), "dim"))


def _parts(found: Dossier, reports: records.Reports, layout: Layout) -> Iterator[Part]:
    """The parts that have entries, in order."""
    entity = found.entity
    yield (
        f"Posts ({len(found.posts)})",
        [post_lines(each, reports.document(each.report.id), layout) for each in found.posts],
    )
    yield _of_claims("Claims about", found.claims_about, entity.claims_about, reports, layout)
    yield _of_claims("Claims by", found.claims_by, entity.claims_by, reports, layout)
    yield (
        f"Links ({len(found.links)})",
        [link_lines(each, reports.words(each.claim), layout) for each in found.links],
    )
    for dispute in found.disputes:
        both = [
            claim_lines(each, reports.words(each), layout) for each in (dispute.one, dispute.other)
        ]
        yield f"Where they differ, on “{printable(dispute.about)}”", both


def _of_claims(
    title: str,
    claims: Sequence[CaseClaim],
    number: int,
    reports: records.Reports,
    layout: Layout,
) -> Part:
    shown = f"the last {len(claims)} of {number:,}" if len(claims) < number else f"{number:,}"
    return f"{title} ({shown})", [claim_lines(each, reports.words(each), layout) for each in claims]


def _record(found: Dossier, reports: records.Reports) -> dict[str, Any]:
    return {
        "entity": records.entity_record(found.entity),
        "posts": [reports.post(each) for each in found.posts],
        "claims_about": [reports.claim(each) for each in found.claims_about],
        "claims_by": [reports.claim(each) for each in found.claims_by],
        "links": [reports.link(each) for each in found.links],
        "disputes": [
            {
                "about": each.about,
                "one": reports.claim(each.one),
                "other": reports.claim(each.other),
            }
            for each in found.disputes
        ],
        "reports": [records.report_record(each) for each in found.reports],
    }


def _table(found: Dossier, reports: records.Reports) -> Iterator[str]:
    """All that is said, a line each; `part` tells where it stands in the dossier."""
    columns = records.DOSSIER_COLUMNS
    yield table_line(columns)
    for post in found.posts:
        cells = reports.post_cells(post)
        held = (cells["person"], cells["post"], cells["organization"])
        text = " · ".join(str(each) for each in held if each)
        dates = "/".join(str(cells[key] or "") for key in ("since", "until"))
        own = {**cells, "part": "post", "text": text, "time": dates.strip("/") and dates}
        yield table_line([own.get(column) for column in columns])
    parts: tuple[tuple[str, Sequence[CaseClaim]], ...] = (
        ("about", found.claims_about),
        ("by", found.claims_by),
        ("link", [link.claim for link in found.links]),
        ("dispute", [each for pair in found.disputes for each in (pair.one, pair.other)]),
    )
    for part, claims in parts:
        for claim in claims:
            cells = {**reports.claim_cells(claim), "part": part}
            yield table_line([cells.get(column) for column in columns])
