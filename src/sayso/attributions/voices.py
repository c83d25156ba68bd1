"""Whose voice a source is: its words resolved to a name or a description.

A name given to the wrong words harms the person and the user. So a description takes a name
only where the words themselves tie them; a pronoun only one of the right kind; and everything
else keeps its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.attributions import lexicon
from sayso.attributions.genders import Genders
from sayso.attributions.naming import looks_like_outlet, name_at, owner_of
from sayso.attributions.quotes import quoted_spans
from sayso.attributions.tree import Tree
from sayso.values import Entity, Mention, Reading, Span, Voice

NOT_NAMED = "source not named"
"""The name of the voice of an attribution that gives no source ("once described as …")."""

_PERSONAL = frozenset("he she him her his hers who".split())
_IMPERSONAL = frozenset("it its which".split())


@dataclass(slots=True)
class Cast:
    """The mentions of a report by the words they stand on, and the voices heard so far."""

    reading: Reading
    tree: Tree
    entities: Mapping[str, Entity]
    by_head: dict[int, Mention] = field(default_factory=dict)
    by_entity: dict[str, list[Mention]] = field(default_factory=dict)
    heard: list[Voice] = field(default_factory=list)
    genders: Genders = field(init=False)
    quoted: Sequence[Span] = field(init=False)

    def __post_init__(self) -> None:
        self.quoted = quoted_spans(self.reading.report.text)
        self.genders = Genders(self.tree, self.by_entity)
        for mention in self.reading.mentions:
            self.by_head[mention.head] = mention
            self.by_entity.setdefault(mention.entity, []).append(mention)

    def resolve(
        self, source: Sequence[Span], speaker: Voice | None, content: Sequence[Span] = ()
    ) -> Voice:
        """The voice of a source's words. `speaker` is whoever utters the words around it:
        "I" in a quotation is the speaker. `content` is what the source says."""
        if not source:
            return Voice(NOT_NAMED, "unnamed")
        heads = self.tree.heads_in(source)
        if not heads:
            return Voice(self.text(source[0]), "unnamed", spans=tuple(source))
        voice = self._voice(heads[0], tuple(source), speaker, content)
        self.heard.append(voice)
        return voice

    def text(self, span: Span) -> str:
        return " ".join(self.reading.report.text[span[0] : span[1]].split())

    def at(self, head: int) -> Mention | None:
        """The mention headed by a word, else the shortest one that holds it."""
        if head in self.by_head:
            return self.by_head[head]
        token = self.tree.tokens[head]
        holding = [
            m for m in self.reading.mentions if m.start <= token.start and token.end <= m.end
        ]
        return min(holding, key=lambda m: m.end - m.start, default=None)

    def _voice(
        self,
        head: int,
        source: tuple[Span, ...],
        speaker: Voice | None,
        content: Sequence[Span],
    ) -> Voice:
        """The cases: the speaker's "I"; a document; a name; a pronoun; a description."""
        token = self.tree.tokens[head]
        lemma = token.lemma.lower()
        words = self.text((source[0][0], source[-1][1]))
        if speaker is not None and lemma in lexicon.FIRST_PERSON:
            return Voice(speaker.name, speaker.kind, speaker.entity, spans=source)
        if lemma in lexicon.DOCUMENTS:
            return self._document(head, source, words)
        mention = self.at(head)
        if token.upos == "PRON":
            return self._pronoun(lemma, mention, source, words, content)
        named = self._mention_of_name(head) or mention
        name = self._name(head, named) or self._named_elsewhere(lemma, mention)
        if name is not None:
            entity = named.entity if named else None
            return Voice(name, self._kind(name, words, named), entity, spans=source)
        return self._description(lemma, mention, source, words)

    def _mention_of_name(self, head: int) -> Mention | None:
        """The mention of the name that stands beside a description ("the president, Orla
        Vant"): the reader may have taken the description for somebody else."""
        own = name_at(self.tree, head)
        if own is None or self.tree.inside(head, [own]):
            return None
        heads = [self.by_head[i] for i in self.tree.indices([own]) if i in self.by_head]
        return next((m for m in heads if m.named), None)

    def _name(self, head: int, mention: Mention | None) -> str | None:
        """The name in the phrase itself; in its fullest form among the mentions of the same
        thing that share a word with it ("Vant" → "Orla Vant")."""
        own = name_at(self.tree, head)
        if own is None:
            return None
        name = self.text(own)
        if mention is None:
            return name
        entity = self.entities.get(mention.entity)
        fuller = (*self._names(mention.entity), *(entity.names if entity else ()))
        same = [n for n in fuller if _shares(n, name) and _is_name(n)]
        return max((name, *same), key=len)

    def _names(self, entity: str) -> Iterator[str]:
        for other in self.by_entity.get(entity, ()):
            if other.named and (span := name_at(self.tree, other.head)):
                yield self.text(span)

    def _named_elsewhere(self, lemma: str, mention: Mention | None) -> str | None:
        """A description's name where another mention of the same thing has both the
        description's noun and a name ("the minister", "the foreign minister, Orla Vant")."""
        if mention is None:
            return None
        for other in self.by_entity[mention.entity]:
            phrase = self.tree.within([(other.start, other.end)])
            if any(t.lemma.lower() == lemma for t in phrase):
                span = name_at(self.tree, other.head)
                if span is not None:
                    return self.text(span)
        return None

    def _pronoun(
        self,
        lemma: str,
        mention: Mention | None,
        source: tuple[Span, ...],
        words: str,
        content: Sequence[Span],
    ) -> Voice:
        """ "it" is the one outlet heard so far; "he" and "they" are somebody who has spoken
        before, or the one person named just before and not in what is said; else the word."""
        if lemma in _IMPERSONAL and (found := self._only_outlet()):
            return Voice(found.name, found.kind, found.entity, spans=source)
        earlier = [
            other
            for other in (self.by_entity[mention.entity] if mention else ())
            if other.named and other.start < source[0][0] and _fits(lemma, self._type(other))
        ]
        if mention and not self._may_mean(self.tree.heads_in(source)[0], mention.entity):
            earlier = []
        spoken = {voice.entity for voice in self.heard}
        only = lemma in _PERSONAL and self._one_person_near(source[0][0], content)
        earlier = [o for o in earlier if o.entity in spoken or o.entity == only]
        for other in reversed(earlier):
            name = self._name(other.head, other)
            if name is not None:
                kind = self._kind(name, name, other)
                return Voice(name, kind, other.entity, spans=source)
        return Voice(words, "unnamed", mention.entity if mention else None, spans=source)

    def _type(self, mention: Mention) -> str:
        """What a mention is, by all that is known of who it is."""
        entity = self.entities.get(mention.entity)
        known = entity is not None and entity.type in ("person", "organization", "place")
        return entity.type if known and entity is not None else mention.type

    def _may_mean(self, at: int, entity: str) -> bool:
        """Whether a pronoun's word may mean a person: by gender, and with no other singular
        person of that gender spoken of since, quotations aside."""
        pronoun = self.tree.form(at).lower()
        if pronoun not in _PERSONAL or pronoun == "who":
            return True
        if not self.genders.may_mean(pronoun, entity):
            return False
        since = max((m.head for m in self.by_entity[entity] if m.head < at), default=-1)
        return not any(
            m.type == self._type(m) == "person"
            and m.entity != entity
            and not self.tree.inside(m.head, self.quoted)
            and "Number=Plur" not in self.tree.tokens[m.head].feats
            and self.tree.tokens[m.head].upos != "PRON"
            and self.genders.may_mean(pronoun, m.entity)
            for m in self.reading.mentions
            if since < m.head < at
        )

    def _one_person_near(self, at: int, content: Sequence[Span]) -> str | None:
        """The entity of the only person named in this sentence or the one before, up to the
        character `at` and outside of `content`; None if there are several."""
        token = next((i for i, t in enumerate(self.tree.tokens) if t.end > at), None)
        if token is None:
            return None
        first = max(self.tree.sentence_of[token] - 1, 0)
        start = self.tree.tokens[self.reading.sentences[first][0]].start
        near = {
            m.entity
            for m in self.reading.mentions
            if m.named
            and m.type == "person"
            and start <= m.start < at
            and not any(s <= m.start < e for s, e in content)
        }
        return near.pop() if len(near) == 1 else None

    def _description(
        self, lemma: str, mention: Mention | None, source: tuple[Span, ...], words: str
    ) -> Voice:
        """ "The outlet" is the one outlet heard so far; "the official" the one unnamed
        official heard so far; else its own words."""
        if lemma in lexicon.OUTLETS and (found := self._only_outlet()):
            return Voice(found.name, found.kind, found.entity, spans=source)
        entity = mention.entity if mention else None
        if words.lower().startswith("the "):
            same = {
                v.name: v
                for v in self.heard
                if v.kind == "unnamed" and v.name.lower().split()[-1:] == [lemma]
            }
            if len(same) == 1:
                (found,) = same.values()
                return Voice(found.name, found.kind, found.entity, spans=source)
        return Voice(words, "unnamed", entity, spans=source)

    def _document(self, head: int, source: tuple[Span, ...], words: str) -> Voice:
        """A report is its maker's voice; without a maker in the words, that of another
        mention of it, or of the one outlet heard so far; else its own words."""
        mention = self.by_head.get(head)
        others = self.by_entity[mention.entity] if mention else []
        for at in (head, *(m.head for m in others)):
            owner = owner_of(self.tree, at)
            if owner is not None and (name := self._name(owner, self.at(owner))):
                made_by = self.at(owner)
                kind = self._kind(name, words, made_by)
                return Voice(name, kind, made_by.entity if made_by else None, spans=source)
        found = self._only_outlet() if self.tree.tokens[head].lemma.lower() == "report" else None
        if found is not None:
            return Voice(found.name, found.kind, found.entity, spans=source)
        return Voice(words, "document", mention.entity if mention else None, spans=source)

    def _kind(self, name: str, words: str, mention: Mention | None) -> str:
        if name == self.reading.report.outlet or name.endswith((".com", ".org")):
            return "outlet"
        described = [words, name]
        if mention is not None:
            described += [
                self.text(self.tree.phrase(m.head, self._beside(m)))
                for m in self.by_entity[mention.entity]
            ]
        person = mention is None or mention.type == "person"
        if person and not words.lower().startswith(("the ", "a ", "an ")):
            return "person"
        if any(map(looks_like_outlet, described)):
            return "outlet"
        return "person" if person else "organization"

    def _beside(self, mention: Mention) -> list[Span]:
        """Whose a thing is, in front of it: "Breitbart News’" of "Breitbart News’ reader"."""
        return [
            self.tree.stretch(c)
            for c in self.tree.children(mention.head)
            if self.tree.tokens[c].deprel.startswith(("nmod:poss", "nmod", "nsubj", "obl", "mark"))
            and self.tree.tokens[c].deprel != "nmod:desc"
        ]

    def _only_outlet(self) -> Voice | None:
        """The one outlet heard so far, if there is just one; the report's own aside."""
        own = self.reading.report.outlet
        found = {v.name: v for v in self.heard if v.kind == "outlet" and v.name != own}
        return next(iter(found.values())) if len(found) == 1 else None


def _is_name(words: str) -> bool:
    """All of it is capitalised, small words aside: "Argentine news network X" is not."""
    small = ("of", "the", "and", "for", "de", "al", "el", "bin", "von", "van")
    return all(not w[0].islower() or w in small for w in words.split())


def _shares(a: str, b: str) -> bool:
    return bool(set(a.lower().split()) & set(b.lower().split()))


def _fits(pronoun: str, kind: str) -> bool:
    """ "he" is a person, "it" anything else; "they" may be either."""
    if pronoun in _PERSONAL:
        return kind == "person"
    return kind != "person" if pronoun in _IMPERSONAL else True
