"""Whom a name means: said before what is found, asked where it may be several, and near ones told
where it is nobody. No case is ever asked about somebody whom a person did not choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.cli.case_lines import also_named, taken_for
from sayso.cli.layout import Layout, printable, put
from sayso.cli.lists import Listing
from sayso.cli.sides import quoted, side_of
from sayso.cli.typed import again_with, on_the_case
from sayso.errors import Bearer, CaseError, NameUnclear

if TYPE_CHECKING:
    from sayso.store import Case, EntityEntry

NEAR = 5  # names offered in the place of one that nobody bears
LOOKED_AT = 2_000  # of those most reported on, for near spellings
ALIKE = 75  # rapidfuzz's ratio, of 100
TOLD = 8  # of those whom a name may mean, as many are told apart; of the others the ids


def named_first(case: Case, how: Listing, **names: str | None) -> None:
    """For a person, whom each name was taken to mean, before what was found."""
    console = Console(highlight=False)
    lines: list[Text] = []
    for asked, name in names.items():
        found = case.find(name, limit=2) if name and how.shown else ()
        if len(found) == 1:
            line = Text.assemble(f"{asked}: ", (printable(found[0].name), "bold"))
            line.append(f" · {taken_for(found[0])}", "not bold dim")
            lines += Layout(console).hanging(line)
    if lines:
        put([*lines, Text()], console)


def choices(case: Case, error: NameUnclear, names: Sequence[str | None]) -> Iterator[Text]:
    """Those whom a name may mean, each with the reports' words on it and the command that asks
    for that one."""
    console = Console(stderr=True, highlight=False)
    layout = Layout(console)
    name = next((each for each in names if each and f"“{each}”" in error.reason), None)
    if not error.bearers or name is None:
        for key, known in error.candidates:
            yield from layout.hanging(Text(f"  {printable(key)}  {printable(known)}"), "    ")
        return
    for bearer in error.bearers[:TOLD]:
        yield Text()
        yield from _bearer(case, bearer, layout)
        yield Text(f"  {again_with(name, bearer.id)}", "cyan")
    for bearer in error.bearers[TOLD:]:
        yield from layout.hanging(Text(printable(f"{bearer.name} · {bearer.id}"), "dim"))


def _bearer(case: Case, bearer: Bearer, layout: Layout) -> Iterator[Text]:
    """The name, what reports take it for, posts with who says so, the words of a report."""
    side = side_of(case, bearer.id, bearer.id, reports=1)
    line = Text(printable(bearer.name), "bold")
    if side.dossier is not None:
        line.append(f" · {taken_for(side.dossier.entity)}", "not bold dim")
    yield from layout.hanging(line)
    others = [each for each in bearer.called if each != bearer.name]
    if others:
        yield from layout.wrapped(Text("  "), Text(also_named(others), "dim"))
    for post, voice in bearer.said:
        said = Text.assemble((printable(voice), "green"), (": ", "dim"), f"“{printable(post)}”")
        yield from layout.wrapped(Text("  "), said)
    for words in side.words:
        yield from layout.wrapped(Text("  "), quoted(words, layout))


def instead(case: Case, names: Iterable[str | None]) -> Iterator[str]:
    """A line for each name that nobody bears: near ones, or where to look."""
    try:
        for name in names:
            if name and not case.find(name, limit=1):
                near = _told_apart(near_names(case, name))
                everyone = on_the_case("people")
                yield near_line(name, near) if near else f"`{everyone}` lists whom reports name"
    except CaseError:
        return  # the first error is the one to tell


def _told_apart(near: Sequence[EntityEntry]) -> list[str]:
    """Names; with the id, by which to ask, where several have one or it is a description."""
    names = [each.name for each in near]
    return [
        each.name if each.named and names.count(each.name) == 1 else f"{each.name} ({each.id})"
        for each in near
    ]


def near_line(name: str, near: Sequence[str]) -> str:
    """ "near “Thol”: Garrick Thole, Ada Thol"."""
    return f"near “{name}”: {', '.join(near)}"


def near_names(case: Case, name: str) -> list[EntityEntry]:
    """Who shares a word with the name; if nobody does, those spelled like it. Most first."""
    found: dict[str, EntityEntry] = {}
    for word in re.findall(r"\w{2,}", name):
        found |= {each.id: each for each in case.find(word, limit=NEAR)}
    if not found:
        everyone = chain(case.people(limit=LOOKED_AT), case.organizations(limit=LOOKED_AT))
        found = {each.id: each for each in everyone if spelled_like(name, each.names)}
    best = sorted(found.values(), key=lambda each: (-each.reports, each.name))
    return best[:NEAR]


def spelled_like(name: str, known: Iterable[str]) -> bool:
    """Whether one of the names, or a word of one, is spelled like the name."""
    from rapidfuzz import fuzz
    from rapidfuzz.utils import default_process

    asked = default_process(name)
    pieces = (piece for each in known for piece in {each, *each.split()})
    return any(fuzz.ratio(asked, default_process(each), score_cutoff=ALIKE) for each in pieces)
