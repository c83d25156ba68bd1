"""A case: what goes into it, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sayso.store import (
    asking,
    checking,
    claim_lists,
    deciding,
    lists,
    removing,
    searching,
    showing,
    suggesting,
    tie_lists,
    writing,
)
from sayso.store.engines import Store
from sayso.store.records import (
    Added,
    CaseClaim,
    CaseLink,
    CasePost,
    Dossier,
    EntityEntry,
    Fault,
    Hit,
    ReportEntry,
)
from sayso.values import Document, Report

if TYPE_CHECKING:
    from sayso.entities.decisions import Decision, Objection
    from sayso.entities.suggestions import Suggestion


class Case:
    """Reports kept together, with who is who across them: one SQLite file, or a PostgreSQL
    database for a team.

        with Case("harbour.sayso") as case:
            for claim in case.claims(about="Garrick Thole"):
                print(claim.report.outlet, claim.words)

    `where` is a file's path or a URL ("postgresql://host/name"); without it, the environment's
    `SAYSO_CASE`. The file has to be there: `Case.new` makes one. Methods raise `CaseError` where
    the case cannot be read or written, and say why; several processes may write at once.

    Lists are generators, a row at a time from a query a page, so that nothing is locked while
    they are read. Each takes `limit` and `after`, the cursor (`number` or `cursor`) of the last
    row that was seen.

    Wherever a name is asked for, an entity's id does as well, or the description of an unnamed
    source ("a senior official"). A name that nobody bears raises `NotInCase`, one that several
    bear `NameUnclear`, which tells whom it may mean: unnamed sources are one a report, each apart.
    """

    def __init__(self, where: str | Path | None = None, *, read_only: bool = False) -> None:
        self._store = Store.open(where, read_only=read_only)

    @classmethod
    def new(cls, where: str | Path | None = None) -> Self:
        """Make a case and open it; `CaseError` if there is one already. In a PostgreSQL
        database, the tables are made in its default schema."""
        Store.make(where)
        return cls(where)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the database; the case is not usable afterwards."""
        self._store.close()

    @property
    def name(self) -> str:
        """The file's path, or the URL without its password."""
        return self._store.name

    def ensure_writable(self) -> None:
        """Nothing, but `CaseError`, which says why, where the case can only be read."""
        self._store.ensure_writable()

    # What goes in and out

    def add(self, document: Document) -> Added:
        """Keep a report and all that was found in it, in one transaction.

        A report that is there already (`Report.id`) is left as it is, and only its source is
        noted. Use `replace` to keep a new reading of it.
        """
        return writing.add(self._store, document)

    def replace(self, document: Document) -> Added:
        """Keep a report in the place of an earlier reading of it, in one transaction. Its
        sources and what people decided stand."""
        return writing.replace(self._store, document)

    def remove(self, report: str) -> ReportEntry:
        """Take a report out, and all its claims. `report` is its id, the start of it, or a
        source. What people decided stays."""
        return removing.remove(self._store, report)

    def report(self, report: str) -> Report:
        """A report as it was read; `report` is its id, the start of it, or a source."""
        return asking.report(self._store, report)

    def document(self, report: str) -> Document:
        """A report and all that was found in it, without the reader's tokens and tags."""
        return asking.document(self._store, report)

    def __contains__(self, report: object) -> bool:
        """Whether a report with this id is in the case."""
        return isinstance(report, str) and asking.has_report(self._store, report)

    # Lists

    def reports(
        self, *, outlet: str | None = None, limit: int | None = None, after: int | None = None
    ) -> Iterator[ReportEntry]:
        """The reports, last added first."""
        return lists.reports(self._store, outlet, limit, after)

    def claims(
        self,
        *,
        about: str | None = None,
        by: str | None = None,
        report: str | None = None,
        denied: bool = False,
        uncertain: bool = False,
        since: str | None = None,
        until: str | None = None,
        everything: bool = False,
        limit: int | None = None,
        after: int | None = None,
    ) -> Iterator[CaseClaim]:
        """The claims, last added first: those that somebody takes part in (`about`), those made
        in somebody's voice (`by`, a person, an organization or an outlet), those of one report.

        `denied` are those that are denied, `uncertain` those whose speaker is not certain or
        leaves them open. `since` and `until` are ISO 8601 or EDTF dates: claims whose time may
        touch those days; those without a date do not.

        Claims that others make superfluous (`Claim.stands_alone`) are left out unless
        `everything` is wanted; so in `show`, `search` and `timeline`.
        """
        stances = (denied, uncertain)
        wanted = claim_lists.Wanted(about, by, report, *stances, since, until, everything)
        return claim_lists.claims(self._store, wanted, limit, after)

    def people(
        self, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[EntityEntry]:
        """The people that reports name, by the number of reports, most first."""
        return lists.entities(self._store, "person", True, limit, after)

    def organizations(
        self, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[EntityEntry]:
        """The organizations that reports name, by the number of reports, most first."""
        return lists.entities(self._store, "organization", True, limit, after)

    def entities(
        self,
        type: str = "place",  # noqa: A002 - what it is
        *,
        named: bool = True,
        limit: int | None = None,
        after: str | None = None,
    ) -> Iterator[EntityEntry]:
        """All of one type; with `named=False` the unnamed sources, each of one report."""
        return lists.entities(self._store, type, named, limit, after)

    def posts(
        self,
        *,
        person: str | None = None,
        organization: str | None = None,
        about: str | None = None,
        by: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        after: int | None = None,
    ) -> Iterator[CasePost]:
        """Who is said to hold which post, last added first: a person's, those in an organization,
        those of or in either (`about`), those in somebody's voice (`by`), those that may have
        been held between two dates; what is not said of their time leaves that open."""
        held = tie_lists.Held(person, organization, about, by, since, until)
        return tie_lists.posts(self._store, held, limit, after)

    def links(
        self,
        *,
        about: str | None = None,
        type: str | None = None,  # noqa: A002 - what it is
        limit: int | None = None,
        after: int | None = None,
    ) -> Iterator[CaseLink]:
        """The typed ties that claims make, last added first."""
        return tie_lists.links(self._store, about, type, limit, after)

    # Questions

    def find(self, name: str, *, limit: int = 20) -> tuple[EntityEntry, ...]:
        """Everybody a name may mean: who bears exactly this name; if nobody does, whose names
        have all its words, most reports first; else unnamed sources of that description."""
        return showing.find(self._store, name, limit)

    def show(self, name: str, *, everything: bool = False, limit: int = 20) -> Dossier:
        """What the reports say of somebody, with who says so."""
        return showing.show(self._store, name, limit, everything=everything)

    def search(
        self,
        words: str,
        *,
        claims: bool = False,
        everything: bool = False,
        limit: int | None = None,
        after: int | None = None,
    ) -> Iterator[Hit]:
        """Reports, or claims, in which all the words stand, last added first. `"two words"` in
        quotation marks stand side by side; `harb*` is any word that begins so."""
        return searching.search(self._store, words, claims, limit, after, everything=everything)

    def timeline(
        self,
        name: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        everything: bool = False,
        limit: int | None = None,
        after: str | None = None,
    ) -> Iterator[CaseClaim]:
        """Claims by the time they tell of, earliest first: all, or those somebody takes part
        in. Claims without a date are left out. `since` and `until` are ISO 8601 dates."""
        return claim_lists.timeline(
            self._store, name, since, until, limit, after, everything=everything
        )

    def check(self) -> Iterator[Fault]:
        """All that is wrong with the case: hashes, offsets, foreign keys, counts, full text.
        Nothing is changed."""
        return checking.check(self._store)

    # Who is who

    def decide(
        self, kind: str, *subjects: str, by: str, value: str | None = None, note: str = ""
    ) -> Decision:
        """Sign a decision on who is who, and carry it out. See `sayso.entities.decisions` for
        the kinds. A subject may also be given as an entity's id or a name, or be an identity
        elsewhere ("wikidata:Q42", "ftm:NK-1")."""
        return deciding.decide(self._store, kind, subjects, by=by, value=value, note=note)

    def subject(self, name: str, report: str) -> str:
        """What a decision calls the one whom a name means as one report names them: for
        "split", or where only that report's words are meant."""
        return deciding.subject_in(self._store, name, report)

    def withdraw(self, decision: str, *, by: str) -> Decision:
        """Take a decision back: all is as if it had never been made, but for the row."""
        return deciding.withdraw(self._store, decision, by=by)

    def decisions(self, *, withdrawn: bool = False) -> Iterator[Decision]:
        """The decisions that hold, latest first; with `withdrawn` the others too."""
        return deciding.decisions(self._store, withdrawn=withdrawn)

    def objections(self) -> tuple[Objection, ...]:
        """Decisions that could not be carried out or contradict each other, and why."""
        return deciding.objections(self._store)

    def suggestions(
        self, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Suggestion]:
        """Pairs that are merely likely to be the same, best first; `after` is a suggestion's
        `suggestion_cursor` (`sayso.store`). What reports and decisions touched since is worked
        out first."""
        return suggesting.suggestions(self._store, limit, after)

    def resolve(self) -> None:
        """Work out who is who again, from nothing but the reports and the decisions."""
        deciding.resolve(self._store)

    def _repr_html_(self) -> str:
        """A few lines for a notebook: what the case holds."""
        return lists.as_html(self._store)
