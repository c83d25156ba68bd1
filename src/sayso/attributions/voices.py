"""Whose voice a source is: its words resolved to a name or a description.

A name given to the wrong words harms the person and the user. So a description takes a name
only where the words themselves tie them; a pronoun only one of the right kind; and everything
else keeps its own words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.attributions import lexicon
from sayso.attributions.documents import document
from sayso.attributions.genders import HE, SHE, Genders, told_by
from sayso.attributions.naming import (
    behind_dateline,
    beside,
    is_proper,
    joint_with,
    leads_title,
    looks_like_outlet,
    name_at,
    names_nobody,
)
from sayso.attributions.nobody import is_nobody
from sayso.attributions.pronouns import own_voice, pronoun
from sayso.attributions.quotes import quoted_spans
from sayso.attributions.tree import Tree
from sayso.values import NOT_NAMED, Entity, Mention, Reading, Span, Voice


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice that has spoken, the token that heads its source, what it said, and whether that
    stands in another's words."""

    voice: Voice
    head: int
    content: tuple[Span, ...] = ()
    nested: bool = False


@dataclass(slots=True)
class Cast:
    """The mentions of a report by the words they stand on, and the voices heard so far."""

    reading: Reading
    tree: Tree
    entities: Mapping[str, Entity]
    by_head: dict[int, Mention] = field(default_factory=dict)
    by_entity: dict[str, list[Mention]] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    persons: dict[str, bool] = field(default_factory=dict)
    outlets: dict[str, bool] = field(default_factory=dict)
    genders: Genders = field(init=False)
    shortest: dict[int, Mention] = field(default_factory=dict)
    of_itself: bool | None = None
    own_reports: bool | None = None
    """What `pronouns` and `documents` found out of the whole text, once they were asked."""
    mentions: list[Mention] = field(init=False)
    quoted: frozenset[int] = field(init=False)
    """The tokens that stand in quotation marks."""

    def __post_init__(self) -> None:
        quoted = quoted_spans(self.reading.report.text)
        inside = (self.tree.indices([span]) for span in quoted)
        self.quoted = frozenset(at for words in inside for at in words)
        self.mentions = sorted(self.reading.mentions, key=lambda m: m.start)
        self.genders = Genders(self.tree, self.by_entity)
        for mention in self.reading.mentions:
            self.by_head[mention.head] = mention
            self.by_entity.setdefault(mention.entity, []).append(mention)

    def resolve(
        self,
        source: Sequence[Span],
        speaker: Voice | None,
        content: Sequence[Span] = (),
        *,
        nested: bool = False,
    ) -> Voice:
        """The voice of a source's words. `speaker` is whoever utters the words around it:
        "I" in a quotation is the speaker. `content` is what the source says; `nested`, whether
        that stands in another's words."""
        if not source:
            return Voice(NOT_NAMED, "unnamed")
        bare = behind_dateline(self.reading.report.text, source)
        heads = self.tree.heads_in(bare)
        if not heads:
            return Voice(self.text(source[0]), "unnamed", spans=tuple(source))
        if is_nobody(self.tree, bare) and not joint_with(self.tree, heads[0]):
            return Voice(NOT_NAMED, "unnamed", spans=tuple(source))
        voice = self.voice(heads[0], bare, speaker, tuple(content))
        voice = replace(voice, spans=tuple(source))
        self.heard.append(Heard(voice, heads[0], tuple(content), nested))
        others = self._others(heads[0], bare) if voice.kind == "person" else []
        return replace(voice, name=all_of([voice.name, *others])) if others else voice

    def _others(self, head: int, source: tuple[Span, ...]) -> list[str]:
        """The names of those who say it too: "Both Brann and Usk", "Brann, Usk and Dorn". Nothing
        where one of them is only described, or who they are goes on behind them."""
        found: list[str] = []
        for other in joint_with(self.tree, head):
            named = self.by_head.get(other)
            name = self.name(other, named) if self.tree.inside(other, source) else None
            if name is None or not is_proper(self.tree, other):
                return []
            found.append(name)
        return found

    def text(self, span: Span) -> str:
        return " ".join(self.reading.report.text[span[0] : span[1]].split())

    def at(self, head: int) -> Mention | None:
        """The mention headed by a word, else the shortest one that holds it."""
        return self.by_head.get(head) or self.holding().get(head)

    def holding(self) -> Mapping[int, Mention]:
        """Of each token that stands in a mention, the shortest one; the first of several."""
        if not self.shortest:
            for m in sorted(self.reading.mentions, key=lambda m: (m.start - m.end, -m.start)):
                words = self.tree.indices([(m.start, m.end)])
                self.shortest |= {i: m for i in words if self.tree.inside(i, [(m.start, m.end)])}
        return self.shortest

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in `start`..`end`, in code points."""
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        return self.mentions[first : bisect_left(self.mentions, end, key=lambda m: m.start)]

    def voice(
        self,
        head: int,
        source: tuple[Span, ...],
        speaker: Voice | None,
        content: tuple[Span, ...] = (),
    ) -> Voice:
        """The cases: a pronoun, the speaker's "I" among them; a document; a name; a description."""
        lemma = self.tree.tokens[head].lemma.lower()
        words = self.text((source[0][0], source[-1][1]))
        if lemma in lexicon.FIRST_PERSON:
            return own_voice(self, head, source, speaker)
        outlet = is_proper(self.tree, head) and lemma in lexicon.OUTLETS
        if lemma in lexicon.DOCUMENTS and not outlet:
            return document(self, head, source, words)
        mention = self.at(head)
        if self.tree.tokens[head].upos == "PRON":
            return pronoun(self, head, source, content, speaker)
        named = self._mention_of_name(head, source) or mention
        name = self._name_beside(head, source) or self.name(head, named)
        name = name or self._named_elsewhere(lemma, mention)
        if name is not None:
            entity = named.entity if named else None
            kind = self.kind(name, words, named)
            if lemma in lexicon.PEOPLE | lexicon.TITLES and not is_proper(self.tree, head):
                kind = "person"
            own = kind == "outlet" and self.is_own(name)
            name = (self.reading.report.outlet or name) if own else name
            return Voice(name, kind, entity, spans=source)
        return self._description(head, mention, source, words)

    def _name_beside(self, head: int, source: tuple[Span, ...]) -> str | None:
        """The name behind a description or a title ("the Commandant, Ibrahim Vale")."""
        own = name_at(self.tree, head) if is_proper(self.tree, head) else None
        if own is not None and not self._holds_title(own):
            return None
        found = beside(self.tree, source, head)
        if found is not None and self._is_where(head, found):
            return None
        return self.text(found) if found and (own is None or found[0] >= own[1]) else None

    def _holds_title(self, name: Span) -> bool:
        """Whether a name ends in a title or is nothing but titles: "Chief of Army Staff"."""
        words = self.text(name).lower().replace(".", "").split()
        titled = names_nobody(self.tree, name) or words[-1] in lexicon.TITLES or "of" in words
        return titled or leads_title(self.tree, name)

    def _mention_of_name(self, head: int, source: tuple[Span, ...]) -> Mention | None:
        """The mention of the whole name that stands beside a description ("the president, Orla
        Vant"): the reader may have taken the description for somebody else."""
        own = beside(self.tree, source, head) or name_at(self.tree, head)
        if own is None or self.tree.inside(head, [own]):
            return None
        heads = [self.by_head[i] for i in self.tree.indices([own]) if i in self.by_head]
        return next((m for m in heads if m.named and m.start <= own[0]), None)

    def name(self, head: int, mention: Mention | None) -> str | None:
        """The name in the phrase itself; in its fullest form among the mentions of the same
        thing that share a word with it ("Vant" → "Orla Vant"). Titles alone are no name."""
        own = name_at(self.tree, head)
        if own is None or names_nobody(self.tree, own) or leads_title(self.tree, own):
            return None
        if self._is_common(own) or self._is_where(head, own):
            return None
        name = self.text(own)
        if mention is None:
            return name
        entity = self.entities.get(mention.entity)
        fuller = (*self._names(mention.entity), *(entity.names if entity else ()))
        same = [n for n in fuller if _shares(n, name) and _is_name(n) and not _other_title(n, name)]
        return max((name, *same), key=len)

    def _is_where(self, head: int, name: Span) -> bool:
        """Whether a name behind a person's description is a place's or a body's: "a soldier of
        the 4th Division, Callow"."""
        if self.tree.inside(head, [name]):
            return False
        if self.tree.tokens[head].lemma.lower() not in lexicon.PEOPLE | lexicon.TITLES:
            return False
        own = [self.by_head[i] for i in self.tree.heads_in([name]) if i in self.by_head]
        body = bool(set(self.text(name).lower().split()) & lexicon.BODIES)
        return body or any(m.type == "place" for m in own)

    def _is_common(self, name: Span) -> bool:
        """One plural word that only its place at the head of a sentence makes look like a name
        ("Underwriters said")."""
        (first, *rest) = self.tree.indices([name])
        begins = first == 0 or self.tree.sentence_of[first] != self.tree.sentence_of[first - 1]
        mention = self.by_head.get(first)
        known = mention is not None and len(self.by_entity[mention.entity]) > 1
        return not rest and begins and not known and "Number=Plur" in _number(self.tree, first)

    def _names(self, entity: str) -> list[str]:
        spans = [name_at(self.tree, m.head) for m in self.by_entity.get(entity, ()) if m.named]
        return [self.text(span) for span in spans if span is not None]

    def _named_elsewhere(self, lemma: str, mention: Mention | None) -> str | None:
        """A description's name where another mention of the same thing has both the
        description's noun and a name ("the minister", "the foreign minister, Orla Vant")."""
        if mention is None:
            return None
        for other in self.by_entity[mention.entity]:
            phrase = self.tree.within([(other.start, other.end)])
            if any(t.lemma.lower() == lemma for t in phrase):
                name = self.name(other.head, other)
                if name is not None:
                    return name
        return None

    def is_person(self, entity: str) -> bool:
        """What an entity is, by all that is known of it: its type in the case, its pronouns, else
        most of its mentions; "the" before the name speaks against a person."""
        if entity not in self.persons:
            self.persons[entity] = self._seems_person(entity)
        return self.persons[entity]

    def _seems_person(self, entity: str) -> bool:
        mentions = self.by_entity.get(entity, [])
        known = self.entities.get(entity)
        if known is not None and known.type in ("organization", "place"):
            return False
        words = {self.tree.form(m.head).lower() for m in mentions}
        he, it = bool(words & (HE | SHE)), bool(words & {"it", "its"})
        if he != it:
            return he
        articled = [m for m in mentions if m.named and self._has_article(m)]
        return not articled and 2 * sum(m.type == "person" for m in mentions) > len(mentions)

    def _has_article(self, mention: Mention) -> bool:
        """ "The Lantern": an article right before a name that is no title."""
        name = name_at(self.tree, mention.head)
        first = self.tree.indices([name])[:1] if name else []
        if (
            not first
            or self._holds_title(name or (0, 0))
            or not self.tree.inside(mention.head, [name or (0, 0)])
        ):
            return False
        led = self.tree.form(first[0]).lower() == "the"
        return led or (first[0] > 0 and self.tree.form(first[0] - 1).lower() == "the")

    def _description(
        self, head: int, mention: Mention | None, source: tuple[Span, ...], words: str
    ) -> Voice:
        """ "The outlet" is the one outlet heard so far; "the official" the one unnamed
        official heard so far, if it says no more of him; else its own words."""
        lemma = self.tree.tokens[head].lemma.lower()
        if not words.lower().startswith("the "):
            return Voice(words, "unnamed", mention.entity if mention else None, spans=source)
        if lemma in lexicon.OUTLET_NOUNS and (found := self.only_outlet()):
            return Voice(found.name, found.kind, found.entity, spans=source)
        same = {
            h.voice.name: h.voice
            for h in self.heard
            if h.voice.kind == "unnamed"
            and self.tree.tokens[h.head].lemma.lower() == lemma
            and _number(self.tree, h.head) == _number(self.tree, head)
            and set(words.lower().split()[1:]) <= {*h.voice.name.lower().split(), lemma}
        }
        if len(same) == 1:
            (found,) = same.values()
            return Voice(found.name, found.kind, found.entity, spans=source)
        return Voice(words, "unnamed", mention.entity if mention else None, spans=source)

    def kind(self, name: str, words: str, mention: Mention | None) -> str:
        """ "outlet", "organization" or "person", by the name itself, then by its mentions."""
        if name == self.reading.report.outlet or name.endswith((".com", ".org")):
            return "outlet"
        led = set(re.findall(r"[^\W\d_]+", " ".join(name.lower().split()[:-1])))
        if led & lexicon.PERSONAL_TITLES or told_by(name.lower().split()) is not None:
            return "person"
        person = mention is None or self.is_person(mention.entity)
        if person and words.lower().startswith("the ") and words[4:] == name:
            person = False
        if looks_like_outlet(name) or (mention is not None and self._called_outlet(mention)):
            return "outlet"
        return "person" if person else "organization"

    def _called_outlet(self, mention: Mention) -> bool:
        """Whether it is called a paper, a site …: "the outlet", "the news network X", "X, a
        magazine", "the X newspaper"."""
        if mention.entity not in self.outlets:
            self.outlets[mention.entity] = self._seems_outlet(mention)
        return self.outlets[mention.entity]

    def _seems_outlet(self, mention: Mention) -> bool:
        words: set[int] = set()
        for other in self.by_entity[mention.entity]:
            words |= {other.head, *self._beside(other.head)}
            name = name_at(self.tree, other.head) if other.named else None
            for at in self.tree.indices([name]) if name else ():
                words |= {at - 1, at + 1}
        known = (w for w in words if 0 <= w < len(self.tree.tokens))
        return any(self.tree.tokens[w].lemma.lower() in lexicon.OUTLET_NOUNS for w in known)

    def _beside(self, head: int) -> list[int]:
        """The appositions of a word."""
        return [c for c in self.tree.children(head) if self.tree.tokens[c].deprel == "appos"]

    def only_outlet(self) -> Voice | None:
        """The one outlet heard so far, if there is just one; the report's own aside."""
        found = {
            h.voice.name: h.voice
            for h in self.heard
            if h.voice.kind == "outlet" and not self.is_own(h.voice.name)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def is_own(self, name: str) -> bool:
        """Whether a name is the report's own outlet's, or what it calls itself for short ("the
        Courier"), with no other outlet of that last word named in full."""
        own, words = (self.reading.report.outlet or "").lower().split(), name.lower().split()
        if not own or own[-1] != words[-1] or not set(words) <= {*own, "the"}:
            return False
        others = {n.lower() for e in self.by_entity for n in self._names(e)}
        return not any(
            n.split()[-1] == own[-1] and not set(n.split()) <= {*own, "the"} for n in others
        )


def all_of(names: Sequence[str]) -> str:
    """ "Brann, Usk and Dorn"; each once."""
    once = list(dict.fromkeys(names))
    return " and ".join(filter(None, (", ".join(once[:-1]), once[-1])))


def _number(tree: Tree, head: int) -> str:
    return "Number=Plur" if "Number=Plur" in tree.tokens[head].feats else "Number=Sing"


def _is_name(words: str) -> bool:
    """All of it is capitalised, small words aside: "Argentine news network X" is not."""
    small = ("of", "the", "and", "for", "de", "al", "el", "bin", "von", "van")
    return all(not w[0].islower() or w in small for w in words.split())


def _other_title(a: str, b: str) -> bool:
    """ "Minister Orban" beside "Judge Orban": one surname under two posts is two people, or may
    be."""
    (first, *rest), (second, *others) = a.lower().split(), b.lower().split()
    posts = {first, second} <= lexicon.TITLES - _COURTESY
    return posts and first != second and rest == others


_COURTESY = frozenset("mr mrs ms miss dr prof professor sir lord lady dame".split())


def _shares(a: str, b: str) -> bool:
    return bool(set(a.lower().split()) & set(b.lower().split()))
