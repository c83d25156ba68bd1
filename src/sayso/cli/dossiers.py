"""`sayso show NAME`: what the reports say of somebody, each entry with whose word it is.

Garrick Thole
taken for: person · in 4 reports, 19 mentions · e0c4…
also: “Thole”, “Director Garrick Thole”

Posts (2)

…

Claims about (the last 5 of 50)

in: Who built the mole · 5c1d44e0
…
more: sayso claims --about e0c4… --after 447
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from sayso.cli import case_records as records
from sayso.cli.asking import claims_kind
from sayso.cli.case_lines import Lines, also_named, taken_for
from sayso.cli.layout import Layout, printable, put
from sayso.cli.lists import MANY, Cells, Kind, Listing, Record, hint, put_entries, put_table
from sayso.cli.opening import opened
from sayso.cli.reading import write
from sayso.cli.typed import again, on_the_case
from sayso.exports import as_line

if TYPE_CHECKING:
    from sayso.store import CaseClaim, Dossier, EntityEntry

SHOWN = 5
"""How many of each part the screen shows, unless `--limit` says otherwise."""
ALL = 1_000_000
"""As good as no limit, for a program."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a dossier: its heading, some entries, how they are put out, the command that
    gives the others, None where these are all."""

    title: str
    entries: Sequence[Any]
    kind: Kind[Any]
    more: str | None = None


def show(where: str | None, name: str, how: Listing) -> None:
    """Put out the dossier of the one whom a name means."""
    shown = how.limit or SHOWN
    with opened(where, name) as case:
        found = case.show(name, limit=shown + 1 if how.shown else how.limit or ALL)
        reports = records.Reports(case)
        if how.as_json:
            write(as_line(_record(found, reports)))
        elif how.as_csv:
            put_table(_rows(found, reports), records.DOSSIER_COLUMNS)
        else:
            _show(found, reports, shown)
    sys.stdout.flush()


def _show(found: Dossier, reports: records.Reports, most: int) -> None:
    console = Console(highlight=False)
    layout = Layout(console)
    put(_head(found.entity, layout), console)
    for part in _parts(found, reports, most):
        if part.entries:
            title = Text(printable(part.title), "bold underline")
            put(layout.wrapped(Text(), title), console, first=False)
            put_entries(part.entries, part.kind, console)
            if part.more:
                put(hint(part.more), console, first=False)


def _head(entity: EntityEntry, layout: Layout) -> Iterator[Text]:
    yield from layout.wrapped(Text(), Text(printable(entity.name), "bold"))
    yield from layout.wrapped(Text(), Text(taken_for(entity), "dim"))
    others = [name for name in entity.names if name != entity.name]
    if others:
        yield from layout.wrapped(Text(), Text(also_named(others), "dim"))


def _parts(found: Dossier, reports: records.Reports, most: int) -> Iterator[Part]:
    """The parts of a dossier of which one more than is shown was asked for."""
    who, claims, alone = found.entity, claims_kind(reports), Lines(reports)
    everything = again("--limit", MANY * most)
    title, more = _counted("Posts, earliest first", found.posts, most)
    posts = on_the_case("posts", "--about", who.id) if more else None
    latest = sorted(each.number for each in found.posts)[-most:]
    shown = [each for each in found.posts if each.number in latest]
    yield Part(title, shown, _by_itself(alone.post, reports.post), posts)
    for word, those, number in (
        ("about", found.claims_about, who.claims_about),
        ("by", found.claims_by, who.claims_by),
    ):
        yield _of_claims(word, those[:most], number, who.id, claims)
    title, more = _counted("Links", found.links, most)
    kind = _by_itself(alone.link, reports.link)
    yield Part(title, found.links[:most], kind, everything if more else None)
    apart = _by_itself(alone.claim, reports.claim)
    for count, each in enumerate(found.disputes[:most], 1):
        go_on = everything if count == most < len(found.disputes) else None
        yield Part(f"Where they differ, on “{each.about}”", (each.one, each.other), apart, go_on)


def _by_itself(
    lines: Callable[[Any, Layout], Iterator[Text]], record: Callable[[Any], Record]
) -> Kind[Any]:
    """Entries that each name their report, as they are in no order of reports."""
    return Kind(lines, record, ())


def _of_claims(
    word: str, those: Sequence[CaseClaim], number: int, entity: str, kind: Kind[CaseClaim]
) -> Part:
    if len(those) >= number:
        return Part(f"Claims {word} ({number:,})", those, kind)
    more = on_the_case("claims", f"--{word}", entity, "--after", those[-1].number)
    return Part(f"Claims {word} (the last {len(those)} of {number:,})", those, kind, more)


def _counted(title: str, those: Sequence[object], most: int) -> tuple[str, bool]:
    """The title with how many there are, or that there are more; whether there are."""
    more = len(those) > most
    return f"{title} ({f'the last {most}, and more' if more else len(those)})", more


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


def _rows(found: Dossier, reports: records.Reports) -> Iterator[Cells]:
    """All that is said, a line each; `part` tells where it stands in the dossier."""
    for post in found.posts:
        cells = reports.post_cells(post)
        held = (cells["person"], cells["post"], cells["organization"])
        text = " · ".join(str(each) for each in held if each)
        dates = "/".join(str(cells[key] or "") for key in ("since", "until"))
        yield {**cells, "part": "post", "text": text, "time": dates.strip("/") and dates}
    parts: tuple[tuple[str, Sequence[CaseClaim]], ...] = (
        ("about", found.claims_about),
        ("by", found.claims_by),
        ("link", [link.claim for link in found.links]),
        ("dispute", [each for pair in found.disputes for each in (pair.one, pair.other)]),
    )
    for part, claims in parts:
        for claim in claims:
            yield {**reports.claim_cells(claim), "part": part}
