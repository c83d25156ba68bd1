"""What a case gives back: frozen values, each with what it takes to show it. Nothing in them is
a fact; each claim carries whose word it is and the words themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from sayso.exports.voices import view_of
from sayso.values import Claim, Credit, Link, Post, Report, Span, Voice


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report of a case in a list: all but its text. `number` is the cursor for `after`.

    `sources` are the files and addresses it was read from; `claims` how many it makes that
    stand alone.
    """

    number: int
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    authors: tuple[str, ...]
    language: str
    url: str | None
    sources: tuple[str, ...]
    claims: int
    added_at: str
    modified: str | None = None
    section: str | None = None
    archive_url: str | None = None
    archived: str | None = None
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """Somebody or something that a case's reports name, or an unnamed source of one of them.

    `type` is GUM's ("person", "organization", "place" …), `named` False for an unnamed source,
    whose `name` is its description. `names` are all spellings, most mentioned first. Counts are
    of the whole case: `claims_about` are the claims it takes part in, `claims_by` those made in
    its voice, each as many as stand alone (`Claim.stands_alone`). `outside` are the identities
    elsewhere ("wikidata:Q42") that somebody decided it has. `cursor` goes into `after`.
    """

    id: str
    type: str
    name: str
    named: bool
    names: tuple[str, ...]
    reports: int
    mentions: int
    claims_about: int
    claims_by: int
    outside: tuple[str, ...] = ()

    @property
    def cursor(self) -> str:
        """Where a list goes on behind this one."""
        return f"{self.reports} {self.id}"


@dataclass(frozen=True, slots=True)
class CaseClaim:
    """A claim and the report it stands in. Entities in it have their ids in the case.

    `number` is the cursor for `after` (a timeline has its own, `cursor`). `words` are the
    report's own, sliced at the claim's evidence, pieces joined by " […] ". `namesakes` are the ids
    of those in its chain whose name others of the case bear, too.
    """

    number: int
    report: ReportEntry
    claim: Claim
    words: str
    earliest: str | None = None
    namesakes: frozenset[str] = frozenset()

    @property
    def cursor(self) -> str:
        """Where a timeline goes on behind this one."""
        return f"{self.earliest or ''} {self.number}"


@dataclass(frozen=True, slots=True)
class CasePost:
    """A post somebody is said to hold, the report that says so and whose word it is there.

    `person_name` and `organization_name` are the entities' names, or the report's words; `title`
    is its words for the post, `words` those from the first to the last that tell of it. `voices`
    are whose word it is, outermost first; `claim` is the one that says so, where one was drawn.
    `parts` are rank, title, role, the organization's name and the place, those that are told;
    `namesakes` the ids of the person and voices whose name others of the case bear, too.
    """

    number: int
    report: ReportEntry
    post: Post
    person_name: str
    organization_name: str | None
    title: str
    voices: tuple[Voice, ...]
    words: str
    claim: CaseClaim | None = None
    parts: tuple[str, ...] = ()
    namesakes: frozenset[str] = frozenset()

    @property
    def chain(self) -> tuple[str, ...]:
        """The names of the voices."""
        return tuple(voice.name for voice in self.voices)


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A typed tie that a claim makes between two, with the claim that bears it.

    `source_name` and `target_name` are the entities' names, or the report's words.
    """

    number: int
    link: Link
    source_name: str
    target_name: str
    claim: CaseClaim


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims about the same that do not go together: one's word against another's.

    `kind` is "said and denied", "figures", "days", "places" (of what happens once) or "posts"
    (since or until when one was held). `about` says on what: the predicate they share, what
    somebody is to another ("brother"), or the post.
    """

    kind: str
    about: str
    one: CaseClaim
    other: CaseClaim


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a case's reports say of one entity, each with who says so.

    Lists hold the first `limit` of each, newest report first (posts: by `since`); the counts in
    `entity` say how many stand alone. `claims_about` are claims it takes part in, `claims_by`
    those in whose chain it speaks.
    """

    entity: EntityEntry
    posts: tuple[CasePost, ...]
    claims_about: tuple[CaseClaim, ...]
    claims_by: tuple[CaseClaim, ...]
    links: tuple[CaseLink, ...]
    disputes: tuple[Dispute, ...]
    reports: tuple[ReportEntry, ...]

    def _repr_html_(self) -> str:
        """For a notebook: who it is taken for, and claims, each with whose word it is and what
        they hold of it."""
        who = self.entity
        rows = "".join(
            f"<li>{escape(' ← '.join(voice.name for voice in each.claim.chain) or 'not said')}: "
            f"“{escape(each.words)}” ({view_of(each.claim.polarity, each.claim.certainty)})</li>"
            for each in dict.fromkeys((*self.claims_about, *self.claims_by))
        )
        head = f"<b>{escape(who.name)}</b>, taken for: {escape(who.type)}; reports: {who.reports}"
        return f"<p>{head}</p><ul>{rows}</ul>"


@dataclass(frozen=True, slots=True)
class Hit:
    """A report or a claim in which words were found. `claim` is None for a hit in the text.

    `excerpt` is `text[start:end]` of the report at `span`; `found` are the spans of the words
    looked for that stand in it, in offsets of the report.
    """

    number: int
    report: ReportEntry
    claim: CaseClaim | None
    excerpt: str
    span: Span
    found: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document that was given to a case: `fresh` is False where the report was
    there before, and `source` False where its source was known too."""

    report: Report
    fresh: bool
    source: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Something `check` found wrong: `where` names the table and row, `reason` says what."""

    where: str
    reason: str
