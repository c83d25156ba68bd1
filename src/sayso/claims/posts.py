"""Posts: who is said to hold which rank, title or role, in which unit, since and until when.

`find_posts` takes spans (what patterns find, or the reader's), puts them together to holders
and offices sentence by sentence, and ties those by the words between them. A post is as much a
claim as anything else here: it carries the claim and the attribution it stands in. What the
words do not say stays None: "no end known" is not "still there".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.claims.posts_after import successions
from sayso.claims.posts_evidence import Evidence
from sayso.claims.posts_groups import Holder, Node, Office, group
from sayso.claims.posts_people import HONORIFICS, last_names, pronouns
from sayso.claims.posts_spans import BARE, ordered, rule_spans, told_spans
from sayso.claims.posts_ties import Hold, ties
from sayso.claims.posts_told import Told, ToldPosts
from sayso.claims.posts_when import LEAVING, place_beside, status_of, term
from sayso.claims.posts_words import ADDRESS, NOT_HELD
from sayso.claims.spans import without_possessive
from sayso.times import outermost
from sayso.values import Attribution, Claim, Post, Reading, Span, TaggedSpan, Time


def find_posts(
    reading: Reading,
    attributions: Sequence[Attribution] = (),
    claims: Sequence[Claim] = (),
    times: Sequence[Time] = (),
    spans: Sequence[TaggedSpan] | None = None,
) -> tuple[Post, ...]:
    """The posts that a report tells of, in the order of the text.

    A rank alone beside a name is a post, too. Where a last name or a pronoun stands for
    somebody named elsewhere, `person` is where the full name stands. `spans` are what to draw
    the ties between, in order and none overlapping; by default what the patterns find, as those
    of the reader have cost more than they brought on pages it had not seen (docs/benchmarks.md);
    `post_spans` mixes the two.
    """
    spans = told_spans(reading, ordered(rule_spans(reading)) if spans is None else spans)
    finder = _Finder(reading, spans, Evidence(reading, attributions, claims), times, claims)
    out = [post for part in _sentences(reading, finder.spans) for post in finder.posts(part)]
    return tuple(sorted(finder.told.by_verb(finder.times, out), key=_first))


def _first(post: Post) -> tuple[int, int]:
    spans = (post.person, post.rank, post.title, post.role, post.organization)
    starts = [span[0] for span in spans if span]
    return min(starts), max(starts)


class _Finder:
    """What the sentences of one report share: full names, times, places, evidence."""

    def __init__(
        self,
        reading: Reading,
        spans: Sequence[TaggedSpan],
        evidence: Evidence,
        times: Sequence[Time],
        claims: Sequence[Claim],
    ) -> None:
        self.text = text = reading.report.text
        self.evidence = evidence
        self.times = outermost(times)
        self._published = (reading.report.published or "")[:10]
        people = [(s.start, s.end) for s in spans if s.role == "person"]
        full: dict[str, Span] = {}
        for start, end in people:
            if " " in text[start:end]:
                full.setdefault(text[start:end], (start, end))
        self._known = {last: full[name] for last, name in last_names(full).items()}
        self._stands_for = dict(pronouns(reading, people))
        he = [TaggedSpan("person", *span, BARE) for span in self._stands_for]
        self.spans = sorted((*spans, *he), key=lambda span: span.start)
        self.told = ToldPosts(reading, claims, spans, self._known)
        self._places = sorted(
            without_possessive(text, (m.start, m.end))
            for m in reading.mentions
            if m.named and m.type == "place"
        )

    def posts(self, part: Sequence[TaggedSpan]) -> Iterator[Post]:
        """The posts of one sentence's spans."""
        nodes = group(self.text, part)
        holds = [hold for hold in ties(self.text, nodes) if not self._is_address(hold)]
        holds.extend(self._by_claims(nodes, holds))
        holds = [hold for hold in holds if self._is_held(hold) and not self._is_teller(hold)]
        after = successions(self.text, nodes)
        for hold in holds:
            yield self._post(hold, hold.after or after.get(hold.holder.start))
        held = {hold.holder.start for hold in holds}
        for node in nodes:
            if isinstance(node, Holder) and node.start not in held:
                earlier = after.get(node.start)
                if node.rank or earlier:
                    yield self._bare(node, earlier)

    def _by_claims(self, nodes: Sequence[Node], holds: Sequence[Hold]) -> Iterator[Hold]:
        """The offices that nobody has by the words beside them, but by what a claim says."""
        held = {hold.office.start for hold in holds}
        for node in nodes:
            if isinstance(node, Holder) or node.start in held:
                continue
            told = self.told.by_title.get(node.title or node.role or (0, 0))
            if told is not None and told.person is not None and not self._of_what(node, told):
                holder = Holder(*told.claim.predicate, told.person)
                yield Hold(holder, node, told.words, "claim")

    def _of_what(self, office: Office, told: Told) -> bool:
        """Whether it is a chair, and of what nobody says by name."""
        title = self.text[slice(*office.title)] if office.title else ""
        named = office.organization or told.organization
        return _CHAIR.search(title) is not None and named is None

    def _post(self, hold: Hold, after: Holder | None) -> Post:
        office, holder, text = hold.office, hold.holder, self.text
        near = tuple(
            s for s in (holder.person, office.title, office.role, office.organization) if s
        )
        claim, attribution = self.evidence.stands_in(near)
        since, until = term(text, hold, self.times)
        shifted = self.evidence.is_shifted(attribution) and not until
        status = status_of(text, hold, shifted=shifted)
        if until and LEAVING.search(hold.words) and until < self._published:
            until = None  # who is to leave has not left before the report
        person = self._person(holder)
        organization = office.organization
        entity = self.evidence.entity(organization) if organization else None
        told = self.told.by_title.get(office.title or office.role or (0, 0))
        rule = hold.rule
        if organization is None and told is not None and told.organization is not None:
            organization, entity = told.organization, told.entity
            rule = f"{rule}, organization by “{told.by}”" if told.by else rule
        return Post(
            person,
            holder.rank,
            office.title,
            office.role,
            organization,
            place_beside(text, (office.start, office.end), self._places),
            self.evidence.entity(person),
            entity,
            since,
            until,
            status,
            self._person(after) if after and status != "former" else None,
            claim,
            attribution,
            f"posts: {rule}",
        )

    def _is_held(self, hold: Hold) -> bool:
        """Not "the so-called mayor", nor what a claim denies or leaves open; a post to come is."""
        office = hold.office
        if NOT_HELD.search(self.text[max(0, office.start - 24) : office.start]):
            return False
        if hold.rule == "appointed" and self.told.is_open(hold.holder.start - 1):
            return False
        open_ = (office.title or office.role) in self.told.not_held
        return not open_ or status_of(self.text, hold) == "designated"

    def _is_teller(self, hold: Hold) -> bool:
        """ "Korr was never the director, Brand said": Brand only tells of the post; "Korr, the
        director said, had left": the director only tells of Korr."""
        office, person = hold.office, hold.holder.person
        post = office.title or office.role or (office.start, office.end)
        if hold.rule in ("before", "is") and self.evidence.is_told_by(post, person):
            return True
        return hold.rule == "open" and self.evidence.is_told_by(person, post)

    def _is_address(self, hold: Hold) -> bool:
        """ "President Orrel", "Governor Brisk": what somebody is called, not what they hold, as
        long as it is not said of what."""
        office, text = hold.office, self.text
        if hold.holder.rank or office.organization or office.title is None:
            return False
        beside = _STATUS_BESIDE.search(text, max(0, office.start - 12), office.start + 8)
        if hold.rule == "appointed" or beside:
            return False
        apart = text[office.end : hold.holder.start]
        called = ADDRESS.fullmatch(text[slice(*office.title)]) and _CALLED.fullmatch(apart)
        return bool(called) and not place_beside(text, (office.start, office.end), self._places)

    def _bare(self, holder: Holder, after: Holder | None) -> Post:
        person = self._person(holder)
        claim, attribution = self.evidence.stands_in((holder.person,))
        return Post(
            person,
            holder.rank,
            person_entity=self.evidence.entity(person),
            after=self._person(after) if after else None,
            claim=claim,
            attribution=attribution,
            found_by="posts: rank" if holder.rank else "posts: succession",
        )

    def _person(self, holder: Holder) -> Span:
        """The full name, where the place itself has only a last name or a pronoun."""
        span = self._stands_for.get(holder.person, holder.person)
        if holder.rank is None or holder.rank > holder.person:
            return self._known.get(self.text[slice(*span)], span)
        return span


def _sentences(reading: Reading, spans: Sequence[TaggedSpan]) -> Iterator[list[TaggedSpan]]:
    """The spans of each sentence; a sentence does not end within a span or behind "Gen."."""
    text = reading.report.text
    starts = [span.start for span in spans]
    edges = [0]
    for first, _ in reading.sentences:
        edge = reading.tokens[first].start
        at = bisect_right(starts, edge - 1)
        if not at or not _holds_together(text, spans, at, edge):
            edges.append(edge)
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        part = list(spans[bisect_left(starts, start) : bisect_left(starts, end)])
        if part:
            yield part


def _holds_together(text: str, spans: Sequence[TaggedSpan], at: int, edge: int) -> bool:
    """Whether the sentence's edge before span `at` is none, as the parser took "Gen." for one."""
    before = spans[at - 1]
    if before.end > edge:
        return True
    if at == len(spans) or before.role == "person":
        return False
    gap = text[before.end : spans[at].start]
    return _BETWEEN_WORDS.fullmatch(gap) is not None


_CHAIR = re.compile(r"\bchair(?:man|woman|person)?\Z", re.IGNORECASE)
_STATUS_BESIDE = re.compile(r"\b(?:former|ex|interim|acting)[ -]", re.IGNORECASE)
""" "Former mayor Korr": nobody is addressed so."""
_CALLED = re.compile(rf"[ \u00a0]{{1,2}}(?:{HONORIFICS.pattern})?")
_BETWEEN_WORDS = re.compile(r"[ .,]*(?:\([^()\n]{1,12}\)[ .,]*)?")
