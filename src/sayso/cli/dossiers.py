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
from collections.abc import Callable, Iterable, Iterator, Sequence
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


def show(where: str | None, name: str, how: Listing, *, everything: bool) -> None:
    """Put out the dossier of the one whom a name means."""
    shown = how.limit or SHOWN
    with opened(where, name) as case:
        limit = shown + 1 if how.shown else how.limit or ALL
        found = case.show(name, everything=everything or not how.shown, limit=limit)
        reports = records.Reports(case)
        if how.as_json:
            write(as_line(_record(found, reports)))
        elif how.as_csv:
            put_table(_rows(found, reports), records.DOSSIER_COLUMNS)
        else:
            _show(_parts(found, reports, shown, everything=everything), found.entity)
    sys.stdout.flush()


def _show(parts: Iterable[Part], of: EntityEntry) -> None:
    console = Console(highlight=False)
    layout = Layout(console)
    put(_head(of, layout), console)
    for part in parts:
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
    if entity.outside:
        known = f"decided to be the same as: {', '.join(map(printable, entity.outside))}"
        yield from layout.wrapped(Text(), Text(known, "dim"))


def _parts(
    found: Dossier, reports: records.Reports, most: int, *, everything: bool
) -> Iterator[Part]:
    """The parts of a dossier of which one more than is shown was asked for."""
    who, claims, alone = found.entity, claims_kind(reports), Lines(reports)
    longer = again("--limit", MANY * most)
    title, more = _counted("Posts, earliest first", found.posts, most)
    if more:
        title = f"Posts (the {most} added last, of more; earliest first)"
    posts = on_the_case("posts", "--about", who.id) if more else None
    latest = sorted(each.number for each in found.posts)[-most:]
    shown = [each for each in found.posts if each.number in latest]
    yield Part(title, shown, _by_itself(alone.post, reports.post), posts)
    for word, those, number in (
        ("about", found.claims_about, who.claims_about),
        ("by", found.claims_by, who.claims_by),
    ):
        title, more = _counted(f"Claims {word}", those, most, None if everything else number)
        behind = (f"--{word}", who.id, "--after", those[most - 1].number) if more else ()
        go_on = on_the_case("claims", *behind, *(["--all"] if everything else []))
        yield Part(title, those[:most], claims, go_on if more else None)
    title, more = _counted("Links", found.links, most)
    kind = _by_itself(alone.link, reports.link)
    yield Part(title, found.links[:most], kind, longer if more else None)
    apart = _by_itself(alone.claim, reports.claim)
    for count, each in enumerate(found.disputes[:most], 1):
        rest = longer if count == most < len(found.disputes) else None
        title = f"Where they differ, on “{each.about}”: {each.kind}"
        yield Part(title, (each.one, each.other), apart, rest)


def _by_itself(
    lines: Callable[[Any, Layout], Iterator[Text]], record: Callable[[Any], Record]
) -> Kind[Any]:
    """Entries that each name their report, as they are in no order of reports."""
    return Kind(lines, record, ())


def _counted(
    title: str, those: Sequence[object], most: int, number: int | None = None
) -> tuple[str, bool]:
    """The title with how many there are, or, where their number is not known, that there are
    more; whether there are more than are shown."""
    if len(those) <= most:
        return f"{title} ({len(those)})", False
    rest = ", and more" if number is None else f" of {number:,}"
    return f"{title} (the last {most}{rest})", True


def _record(found: Dossier, reports: records.Reports) -> dict[str, Any]:
    return {
        "entity": records.entity_record(found.entity),
        "posts": [reports.post(each) for each in found.posts],
        "claims_about": [reports.claim(each) for each in found.claims_about],
        "claims_by": [reports.claim(each) for each in found.claims_by],
        "links": [reports.link(each) for each in found.links],
        "disputes": [
            {
                "kind": each.kind,
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
        held = (cells["person"], cells["post"], cells["organization"], cells["place"])
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
