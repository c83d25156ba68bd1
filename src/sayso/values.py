"""The frozen values that pass between Sayso's rooms. Standard library only.

Offsets count Unicode code points of `Report.text` and are half-open: `text[start:end]`.
A value never carries text of its own where a span will do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Span = tuple[int, int]
"""`(start, end)`, half-open, in code points of the report's text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of a report stands in its source: `text[start:end]` is found there.

    `where` is a node path in a page ("/html/body/p[2]/text()"), "page=3" in a PDF,
    "paragraph=12" in a document, or empty for the source's own text; `offset` is in code
    points from there. `box` is a PDF's (left, bottom, right, top), in points from the bottom left
    of the page as it is shown, and `height` that page's.
    """

    start: int
    end: int
    where: str
    offset: int = 0
    box: tuple[float, float, float, float] | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report, by `kind`: "title", "standfirst", "byline", "dateline",
    "paragraph", "heading", "list", "quote", "footnote", "caption", "correction", "quotation"
    or "furniture".

    Blocks are in order and do not overlap; only white space lies between them. "furniture",
    "caption" and "quotation" (another mail's words) are not the reporting itself. `places` lead
    back to the source.
    """

    kind: str
    start: int
    end: int
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom the outlet credits: an agency, "first appeared in …", or a link in the text.

    `kind` is "agency", "reprint" or "link"; `span` is where the text says so, if it does.
    """

    kind: str
    name: str
    url: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One piece of reporting: its clean text and the facts of its publication.

    `published` and `modified` are ISO 8601; `language` is an ISO 639-1 code, or "und".
    A fact that the source does not state is None or empty, never guessed.
    `found` says where each fact was found ("title": "meta og:title", …). `url` is the
    canonical one; `archived` is when a web archive took the snapshot at `archive_url`.
    `also` names further sources of the same report. `warnings` are for the user to see.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str = "und"
    credits: tuple[Credit, ...] = ()
    blocks: tuple[Block, ...] = ()
    found: Mapping[str, str] = field(default_factory=dict)
    section: str | None = None
    url: str | None = None
    archive_url: str | None = None
    archived: str | None = None
    also: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word as Universal Dependencies cuts it ("did" + "n't").

    `head` is the index of the governing token in `Reading.tokens`, or -1 for a root.
    `feats` is UD's string ("Mood=Ind|Tense=Past"), empty where there are none.
    """

    start: int
    end: int
    upos: str
    feats: str
    lemma: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of somebody or something; `type` is one of GUM's ten entity types.

    `head` is a token index. Mentions with the same `entity` are the same thing.
    """

    id: str
    start: int
    end: int
    type: str
    named: bool
    head: int
    entity: str


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span the reader tagged; `score` is the model's own, and not a probability of truth."""

    role: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Tie:
    """A cue and the source or content it belongs with, as indices into `Reading.tags`."""

    cue: int
    other: int
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """The model's word that a token is the head of a predicate's argument.

    `predicate` and `argument` index `Reading.tokens`; `label` is PropBank's ("ARG0" … "ARG5",
    "ARGM-TMP" …).
    """

    predicate: int
    argument: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass of the reader's model gives for a report.

    `sentences` are half-open ranges of token indices. `roles` are ordered by predicate, then
    argument. `factuality` gives each token from -3 (surely not so) to 3 (surely so), for words
    that tell of something happening. `posts` are spans that tell of posts: "person", "rank",
    "title", "role", "organization". What a reader does not tell is empty.
    """

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...] = ()
    tags: tuple[TaggedSpan, ...] = ()
    ties: tuple[Tie, ...] = ()
    roles: tuple[Role, ...] = ()
    factuality: tuple[float, ...] = ()
    posts: tuple[TaggedSpan, ...] = ()


NOT_NAMED = "source not named"
"""The name of the voice of an attribution that gives no source ("once described as …")."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source resolved: whose say-so it is.

    `kind` is "outlet", "organization", "person", "document" or "unnamed". `said` is EDTF
    where it could be resolved, else the report's words. `spans` are the words of the source.
    """

    name: str
    kind: str
    entity: str | None = None
    said: str | None = None
    to: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words and whose they are: the source, the cue, the content.

    `kind` is "direct", "indirect" or "mixed". A source can be missing ("once described
    as …"). `parent` is the id of the attribution whose content this one stands in.
    `polarity` and `certainty` are the cue's own stance towards its content: "affirmed",
    "denied" or "open". `voice` is the source resolved; `said_text`/`addressee`/`medium`
    are spans.
    """

    id: str
    parent: str | None
    kind: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: str = "affirmed"
    addressee: tuple[Span, ...] = ()
    medium: tuple[Span, ...] = ()
    time: tuple[Span, ...] = ()
    said: str | None = None
    voice: Voice | None = None
    found_by: str = "reader"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and its value in EDTF (ISO 8601-2), or None where it stays words."""

    start: int
    end: int
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what a set of mentions stands for; `name` is the fullest of `names` in common use."""

    id: str
    type: str
    name: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place in a report's words. `iso` is ISO 3166's code (alpha-2, or alpha-2-subdivision),
    `geonames` GeoNames' number, `m49` the UN's number of a region; each None where the words
    leave it open. `candidates` are the names of what it may be, most likely first.
    """

    start: int
    end: int
    name: str
    iso: str | None = None
    geonames: int | None = None
    m49: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in a report's words; `value`, `low` and `high` are decimal numerals.

    `bound` is "exact", "about", "at least", "at most", "over", "under" or "between".
    `unit` is an ISO 4217 currency, a measure, or the noun that is counted.
    """

    start: int
    end: int
    value: str | None
    low: str | None = None
    high: str | None = None
    bound: str = "exact"
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part in what a claim says.

    `role` is "agent", "theme", "recipient", "attribute", "place", "time", "purpose",
    "instrument", "amount", "topic", "manner", "cause" …; `propbank` is PropBank's label. The
    span is what the words are; `entity` is who they stand for, a pronoun's too. `implied` is
    one that the sentence leaves to be understood ("offered to send": who would send).
    """

    role: str
    start: int
    end: int
    entity: str | None = None
    propbank: str | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, and whose word it is. Not a fact.

    `attribution` is the innermost one whose content it stands in, or None in the outlet's own
    voice; `chain` is whose word it is, outermost first, the outlet always at its head.
    `polarity` is "affirmed", "negated" or "unknown" and `certainty` "certain", "probable",
    "possible" or "unknown", both in the innermost voice's view (after FactBank, Saurí and
    Pustejovsky 2009); `why` gives the words that made it less than affirmed or certain.
    `arguments` take part in it; `modifiers` say when, where, how, why. `about` is the claim
    (by id) that holds this one as its clause, as an offer holds what is offered. `time` is
    EDTF or the report's words. `links` and `event` name its type where it has one.
    """

    id: str
    attribution: str | None
    text: str
    predicate: Span
    lemma: str
    arguments: tuple[Argument, ...]
    modifiers: tuple[Argument, ...] = ()
    polarity: str = "affirmed"
    certainty: str = "certain"
    why: tuple[str, ...] = ()
    time: str | None = None
    place: PlaceName | None = None
    quantity: Amount | None = None
    evidence: tuple[Span, ...] = ()
    chain: tuple[Voice, ...] = ()
    about: str | None = None
    event: str | None = None
    found_by: str = ""

    @property
    def stands_alone(self) -> bool:
        """Whether a list for reading wants it; others say as much where `found_by` has a remark:
        "speech" ("Korr said", where what Korr said is a claim too), "within the clause around it"
        ("to send troops" of "offered to send troops"), "without who takes part".
        """
        return "," not in self.found_by


@dataclass(frozen=True, slots=True)
class Post:
    """Who is said to hold which post. `since` and `until` are EDTF; None is not known, which is
    not "still" or "never".

    `person`, `rank`, `title`, `role`, `organization` and `place` are spans. `status` is
    "current", "acting", "designated" or "former" as the words have it, else None. `after` is
    the span of whom the person is said to have succeeded. `claim` is the id of the claim that
    says so, `attribution` the innermost attribution it stands in.
    """

    person: Span
    rank: Span | None = None
    title: Span | None = None
    role: Span | None = None
    organization: Span | None = None
    place: Span | None = None
    person_entity: str | None = None
    organization_entity: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None
    after: Span | None = None
    claim: str | None = None
    attribution: str | None = None
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A typed tie between two of a claim's arguments, in FollowTheMoney's names ("Membership",
    "Payment", "Sanction", "Family" …), from the one that FollowTheMoney names first.

    `source` and `target` are spans, the entities whom they stand for, where that is known.
    """

    type: str
    claim: str
    source: Span
    target: Span
    source_entity: str | None = None
    target_entity: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A report with all that was found in it; what the exports and the command line show.

    `attributions` are in the order of the text, each parent before its children; `claims` in
    the order of their predicates.
    """

    report: Report
    reading: Reading
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    claims: tuple[Claim, ...] = ()
    posts: tuple[Post, ...] = ()
    links: tuple[Link, ...] = ()
