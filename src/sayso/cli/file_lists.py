"""What `sayso claims FILE` and `sayso posts FILE` do: those asked for, as they are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rich.console import Console
from rich.text import Text

from sayso.cli import records
from sayso.cli.entries import claim_entry, entry_lines, post_entry
from sayso.cli.filters import Filters, called, keeps_claim, keeps_post, names_of
from sayso.cli.layout import Layout, put
from sayso.cli.lists import Cells, Kind, Listing, Record, hint, put_entries, put_table
from sayso.cli.reading import Facts, complain, over_documents, write
from sayso.cli.typed import again
from sayso.cli.wording import chain_in_words
from sayso.exports import as_line
from sayso.exports.backing import chain_behind, claim_behind
from sayso.exports.namesakes import Namesakes
from sayso.values import Claim, Document, Entity, Post

_Value = TypeVar("_Value", Claim, Post)


@dataclass(frozen=True, slots=True)
class Found(Generic[_Value]):
    """A claim or post; `number` counts those asked for, over all files, shown or not."""

    number: int
    document: Document
    value: _Value


def list_claims(paths: Sequence[str], facts: Facts, filters: Filters, how: Listing) -> bool:
    """Print the claims asked for; whether all sources were read."""
    undated = 0

    def wanted(claim: Claim) -> bool:
        return claim.stands_alone or filters.everything or not how.shown

    def choose(document: Document) -> Iterator[Claim]:
        nonlocal undated
        names, text = names_of(document), document.report.text
        for claim in document.claims:
            undated += filters.dated and claim.time is None and wanted(claim)
            if keeps_claim(filters, claim, text, names):
                yield claim

    columns = records.CLAIM_COLUMNS
    kind = _kind(_claim_lines, records.claim_record, records.claim_cells, columns, "claims")
    complete = _Listed(kind, how, filters, wanted).read(paths, facts, choose)
    if undated:
        complain(f"left out, as no time is given: {undated}")
    return complete


def list_posts(paths: Sequence[str], facts: Facts, filters: Filters, how: Listing) -> bool:
    """Print the posts asked for; whether all sources were read."""

    def choose(document: Document) -> Iterator[Post]:
        names, text = names_of(document), document.report.text
        for post in document.posts:
            if keeps_post(filters, post, chain_behind(document, post), text, names):
                yield post

    columns = records.POST_COLUMNS
    kind = _kind(_post_lines, records.post_record, records.post_cells, columns, "posts")
    return _Listed(kind, how, filters, lambda _: True).read(paths, facts, choose)


@dataclass(slots=True)
class _Listed(Generic[_Value]):
    """One run over files: what was found so far, put out as it comes. What is not `wanted` is
    left out and counted nevertheless, so that a number means the same in every form."""

    kind: Kind[Found[_Value]]
    how: Listing
    filters: Filters
    wanted: Callable[[_Value], bool]
    number: int = 0
    given: int = 0
    last: int = 0
    more: bool = False
    known: dict[str, Entity] = field(default_factory=dict)

    def read(
        self,
        paths: Sequence[str],
        facts: Facts,
        choose: Callable[[Document], Iterable[_Value]],
    ) -> bool:
        """Put out what is chosen of each document, until there is enough; whether all sources
        up to there were read."""
        if self.how.as_csv:
            put_table((), self.kind.columns)
        complete = over_documents(
            paths, facts, lambda document: self._use(document, choose), enough=lambda: self.more
        )
        if self.how.shown:
            self._end()
        sys.stdout.flush()
        return complete

    def _use(self, document: Document, choose: Callable[[Document], Iterable[_Value]]) -> None:
        found = list(self._asked(document, choose))
        if self.how.as_json:
            write("".join(as_line(self.kind.record(each)) for each in found))
        elif self.how.as_csv:
            cells = map(self.kind.cells or self.kind.record, found)
            put_table(cells, self.kind.columns, headed=False)
        elif found:
            put_entries(found, self.kind, Console(highlight=False), first=not self.last)
        self.last = found[-1].number if found else self.last
        self.known |= {each.id: each for each in document.entities}

    def _asked(
        self, document: Document, choose: Callable[[Document], Iterable[_Value]]
    ) -> Iterator[Found[_Value]]:
        """Those that are wanted: behind `--after`, and `--limit` of them."""
        first = self.how.number or 0
        for value in choose(document):
            self.number += 1
            if self.number <= first or not self.wanted(value):
                continue
            if self.how.limit is not None and self.given >= self.how.limit:
                self.more = True
                return
            self.given += 1
            yield Found(self.number, document, value)

    def _end(self) -> None:
        console = Console(highlight=False)
        if not self.last:
            console.print(self.kind.nothing, style="dim")
        elif self.more:
            put(hint(again("--after", self.last)), console, first=False)
        for name in filter(None, (self.filters.about, self.filters.by)):
            self._tell_of(name)

    def _tell_of(self, name: str) -> None:
        """Where a name is that of several people, or of nobody but like some, say of whom."""
        from sayso.cli.naming import NEAR, near_line, spelled_like

        everyone = self.known.values()
        people = [each for each in everyone if each.type == "person" and called(name, each.names)]
        if len(people) > 1:
            told = ", ".join(each.name for each in people)
            complain(f"“{name}” may mean {len(people)} people here, and all are listed: {told}")
        near = sorted({each.name for each in everyone if spelled_like(name, each.names)})
        if near and not self.last:
            complain(near_line(name, near[:NEAR]))


def _kind(
    lines: Callable[[Found[_Value], Layout], Iterator[Text]],
    record: Callable[[int, Document, _Value], Record],
    cells: Callable[[int, Document, _Value], Cells],
    columns: Sequence[str],
    those: str,
) -> Kind[Found[_Value]]:
    """How claims or posts of files are put out, under a heading for each report."""
    return Kind(
        lines,
        lambda found: record(found.number, found.document, found.value),
        columns,
        lambda found: cells(found.number, found.document, found.value),
        heading=_heading,
        nothing=f"no {those} found",
    )


def _heading(found: Found[_Value], layout: Layout) -> Iterator[Text]:
    yield from layout.heading(found.document.report)
    yield Text()


def _claim_lines(found: Found[Claim], layout: Layout) -> Iterator[Text]:
    document, claim = found.document, found.value
    voices = _whose_word(document, claim, Namesakes(document), layout)
    return entry_lines(claim_entry(claim, document.report, voices), layout)


def _post_lines(found: Found[Post], layout: Layout) -> Iterator[Text]:
    document, post = found.document, found.value
    parts = (post.person, post.rank, post.title, post.role, post.organization, post.place)
    told = [document.report.text[slice(*part)] for part in parts if part]
    namesakes = Namesakes(document)
    told[0] = namesakes.named(told[0], post.person_entity)
    voices = _whose_word(document, post, namesakes, layout)
    claim = claim_behind(document, post)
    return entry_lines(post_entry(post, claim, document.report, voices, told), layout)


def _whose_word(
    document: Document, value: Claim | Post, namesakes: Namesakes, layout: Layout
) -> Text:
    chain = [namesakes.told(voice) for voice in chain_behind(document, value)]
    return chain_in_words(chain, ascii_only=layout.ascii_only)
