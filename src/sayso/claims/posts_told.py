"""Posts by what the claims say: "its director, Korr", "was harbour master before that", "Korr, who
chairs the guild".

The tree tells whose a post is where the words between a name and a post do not; whose "its" is,
is the claims' word (`standing`), and nothing is filled in where they leave it open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sayso.claims.posts_people import name_at
from sayso.claims.posts_when import REACH
from sayso.claims.remarks import WITHIN
from sayso.claims.spans import without_article
from sayso.values import Argument, Claim, Mention, Post, Reading, Span, TaggedSpan, Time

DESCRIBING = ("apposition", "possessive", "copula")
"""Claims that say what somebody is, by the start of `found_by`."""

HOLDING_VERBS = frozenset("chair co-chair head lead run edit advise".split())
""" "Chairs the guild", "advised the port": the verb says what the post is."""

LEADING_VERBS = frozenset("head lead run".split())
"""Of these only what is told with its term is a post: one also leads a raid, or runs a race."""

NAME = re.compile(r"[A-Z0-9][\w.’'&-]*(?: (?:(?:of|and|for|the|&) )*[A-Z0-9][\w.’'&-]*)*")
"""A body's name: words with capitals; the reader's mentions may run on beyond it."""

_OF_ANOTHER = re.compile(
    r"(?<!\bpost )(?<!\boffice )(?<!\bposition )(?<!\bjob )(?<!\brank )(?<!\brole )(?<!\bone )"
    r"\b(?:of|to|for|from|with|by|under|against|behind|on|about|than|like|who|whom|whose|that)\b",
    re.IGNORECASE,
)
""" "The widow of the …", "deputy to …", "a man who …": what follows is somebody else's."""

OWNER = re.compile(r"['’]s?\s+\w")
"""Behind a title: whoever has it owns what follows."""

HOPING = frozenset("hope hopes hoped hoping hopeful".split())
""" "Hopes to be elected mayor": possible, and not a post."""

PRONOUNS = frozenset({"its", "their", "his", "her"})
BODIES = frozenset({"organization", "object", "abstract"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a claim says of a post: who holds it, at what; `words` are those that say so.

    `by` is the pronoun that stands for the organization, or nothing.
    """

    person: Span | None
    claim: Claim
    words: str
    organization: Span | None = None
    entity: str | None = None
    by: str = ""


class ToldPosts:
    """The claims of a report, asked for what they say of posts."""

    def __init__(
        self,
        reading: Reading,
        claims: Sequence[Claim],
        posts: Sequence[TaggedSpan],
        full: Mapping[str, Span],
    ) -> None:
        self._text = reading.report.text
        self._full = full
        self._all = reading.mentions
        self._mentions = [m for m in reading.mentions if m.named]
        self._of: dict[str, list[Mention]] = {}
        for mention in self._mentions:
            self._of.setdefault(mention.entity, []).append(mention)
        self._claims = claims
        verbs = (claim for claim in claims if claim.found_by.startswith("verb"))
        self._verbs = sorted(verbs, key=lambda claim: claim.predicate[1])
        titles = [(s.start, s.end) for s in posts if s.role in ("title", "role")]
        self._titles = sorted(titles)
        self.by_title = dict(self._described())
        self.not_held = frozenset(self._denied())

    def _described(self) -> Iterator[tuple[Span, Told]]:
        """The titles that claims give to somebody."""
        for claim in self._claims:
            parts = {argument.role: argument for argument in reversed(claim.arguments)}
            what, who = parts.get("attribute"), parts.get("theme")
            if not claim.found_by.startswith(DESCRIBING) or what is None or who is None:
                continue
            title = self._title_in((what.start, what.end))
            if title is None or claim.polarity != "affirmed" or _wanted(claim):
                continue
            copula = claim.found_by.startswith("copula")
            said = self._text[slice(*claim.predicate)] if copula else ""
            words = f"{said} {self._text[what.start : title[0]]}"
            organization = self._body(self._own(parts.get("possessor"), title))
            yield title, Told(self._name(who), claim, words, *organization)

    def is_open(self, end: int) -> bool:
        """Whether a claim whose verb ends at a place is not told as what has happened."""
        at = bisect_left(self._verbs, end, key=lambda claim: claim.predicate[1])
        claim = self._verbs[at] if at < len(self._verbs) else None
        if claim is None or claim.predicate[1] != end:
            return False
        return (claim.polarity, claim.certainty) != ("affirmed", "certain")

    def _denied(self) -> Iterator[Span]:
        """The titles that, by a claim, somebody does not have or may not: "denied that he was the
        commander", "if she becomes mayor"."""
        for claim in self._claims:
            if claim.polarity == "affirmed":
                continue
            for part in claim.arguments:
                title = self._title_in((part.start, part.end)) if part.role == "attribute" else None
                if title is not None:
                    yield title

    def _own(self, owner: Argument | None, title: Span) -> Argument | None:
        """Whose a post is, unless another post stands between: "an aide to Korr and director of
        the port"."""
        if owner is None or owner.start < title[1]:
            return owner
        at = bisect_left(self._titles, (title[1], 0))
        return None if at < len(self._titles) and self._titles[at][0] < owner.start else owner

    def _title_in(self, span: Span) -> Span | None:
        """The title in a description, where it is the description's own and not that of whom it
        only mentions: "the son of the defence minister", "the mayor's brother"."""
        at = bisect_left(self._titles, (span[0], 0))
        found = self._titles[at] if at < len(self._titles) else None
        if found is None or found[1] > span[1]:
            return None
        of_another = _OF_ANOTHER.search(self._text[span[0] : found[0]])
        owner = OWNER.match(self._text[found[1] : span[1]])
        return None if of_another or owner else found

    def _body(self, owner: Argument | None) -> tuple[Span | None, str | None, str]:
        """The organization that a possessor is, or stands for."""
        if owner is None:
            return None, None, ""
        word = self._text[owner.start : owner.end].lower()
        if word in PRONOUNS:
            mention = self._last_named(owner.entity, owner.start) if owner.entity else None
            return (_bare(mention, self._text), owner.entity, word) if mention else (None, None, "")
        mention = next(self._within(owner, self._mentions, {"organization"}), None)
        if mention is None or not NAME.fullmatch(self._text[slice(*_bare(mention, self._text))]):
            return None, None, ""
        return _bare(mention, self._text), mention.entity, ""

    def _within(
        self, owner: Argument, mentions: Sequence[Mention], kinds: Collection[str]
    ) -> Iterator[Mention]:
        """The mentions that an argument is, of some kinds."""
        first = bisect_left(mentions, owner.start, key=lambda mention: mention.start)
        for mention in islice(mentions, first, None):
            if mention.start >= owner.end:
                return
            if mention.type in kinds and mention.end >= owner.end:
                yield mention

    def _described_body(self, what: Argument) -> tuple[Span | None, str | None, str]:
        """ "The port" of "has run the port since 2016": a body or a place that is not named."""
        mention = next(self._within(what, self._all, {"organization", "place", "object"}), None)
        if mention is None or not self._text.startswith(("the ", "The "), mention.start):
            return None, None, ""
        return _bare(mention, self._text), mention.entity, ""

    def _last_named(self, entity: str, before: int) -> Mention | None:
        """The last name of a body before a place in the text."""
        for mention in self._before(entity, before):
            if self._text[_bare(mention, self._text)[0]].isupper():
                return mention if mention.type in BODIES else None
        return None

    def _before(self, entity: str, at: int) -> Iterator[Mention]:
        """The names of an entity that begin before a place in the text, the last one first."""
        own = self._of.get(entity, [])
        return reversed(own[: bisect_left(own, at, key=lambda mention: mention.start)])

    def _name(self, who: Argument) -> Span | None:
        """The full name of an argument: its own, that of its last name, or its entity's."""
        own = name_at(self._text, who.start, who.end)
        if own is not None:
            words = self._text[slice(*own)]
            return own if " " in words else self._full.get(words)
        for mention in self._before(who.entity, who.start + 1) if who.entity else ():
            if mention.type == "person":
                name = name_at(self._text, mention.start, mention.end)
                words = self._text[slice(*name)] if name else ""
                if name and (" " in words or words in self._full):
                    return name if " " in words else self._full[words]
        return None

    def by_verb(self, times: Sequence[Time], known: Sequence[Post]) -> list[Post]:
        """The posts, with those that a verb tells of ("Korr, who chairs the guild"): the verb is
        the role, of a post that has none, or of one that was not found yet."""
        found = list(known)
        at = {(post.person, post.organization): n for n, post in enumerate(found)}
        for post in self._verb_posts(times):
            n = at.get((post.person, post.organization))
            if n is None:
                found.append(post)
            elif found[n].title is None and found[n].role is None:
                found[n] = replace(found[n], role=post.role)
        return found

    def _verb_posts(self, times: Sequence[Time]) -> Iterator[Post]:
        for claim in self._claims:
            if claim.lemma not in HOLDING_VERBS or claim.polarity != "affirmed":
                continue
            parts = {argument.role: argument for argument in reversed(claim.arguments)}
            who, what = parts.get("agent"), parts.get("theme")
            if who is None or what is None:
                continue
            person, body = self._name(who), self._body(what)
            since, until = _term(self._text, what.end, times)
            if not (since or until) and claim.lemma in LEADING_VERBS:
                continue
            if body[0] is None and (since or until):
                body = self._described_body(what)
            if person is None or body[0] is None:
                continue
            yield Post(
                person,
                role=claim.predicate,
                organization=body[0],
                person_entity=who.entity,
                organization_entity=body[1],
                since=since,
                until=until,
                claim=claim.id,
                attribution=claim.attribution,
                found_by="posts: verb of a post",
            )


def _wanted(claim: Claim) -> bool:
    """Whether it is only what somebody wants or hopes to be."""
    hoped = any(word.lower() in HOPING for word in claim.why)
    return (claim.certainty == "unknown" or hoped) and claim.found_by.endswith(WITHIN)


def _bare(mention: Mention, text: str) -> Span:
    """A name without "the" and "'s"."""
    return without_article(text, (mention.start, mention.end))


def _term(text: str, end: int, times: Sequence[Time]) -> tuple[str | None, str | None]:
    """Since and until when, by the time right behind: " until 2022"."""
    first = bisect_left(times, end + 1, key=lambda time: time.start)
    for time in islice(times, first, None):
        if time.start >= end + REACH:
            break
        if time.edtf and not text[end : time.start].strip():
            start, slash, last = time.edtf.partition("/")
            return (start.strip(".") or None, last.strip(".") or None) if slash else (None, None)
    return None, None
