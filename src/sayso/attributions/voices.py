"""Whose voice a source is: its words resolved to a name or a description."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.attributions import lexicon
from sayso.attributions.naming import looks_like_outlet, name_at, owner_of
from sayso.attributions.tree import Tree
from sayso.values import Entity, Mention, Reading, Span, Voice

NOT_NAMED = "source not named"
"""The name of the voice of an attribution that gives no source ("once described as …")."""


@dataclass(slots=True)
class Cast:
    """The mentions of a report by the words they stand on, and the voices heard so far."""

    reading: Reading
    tree: Tree
    entities: Mapping[str, Entity]
    by_head: dict[int, Mention] = field(default_factory=dict)
    by_entity: dict[str, list[Mention]] = field(default_factory=dict)
    heard: list[Voice] = field(default_factory=list)

    def __post_init__(self) -> None:
        for mention in self.reading.mentions:
            self.by_head[mention.head] = mention
            self.by_entity.setdefault(mention.entity, []).append(mention)

    def at(self, head: int) -> Mention | None:
        """The mention headed by a word, else the shortest one that holds it."""
        if head in self.by_head:
            return self.by_head[head]
        token = self.tree.tokens[head]
        holding = [
            m for m in self.reading.mentions if m.start <= token.start and token.end <= m.end
        ]
        return min(holding, key=lambda m: m.end - m.start, default=None)

    def text(self, span: Span) -> str:
        return " ".join(self.reading.report.text[span[0] : span[1]].split())

    def resolve(self, source: Sequence[Span], speaker: Voice | None) -> Voice:
        """The voice of a source's words. `speaker` is whoever utters the words around it:
        "I" and "we" in a quotation are theirs.

        A pronoun or a description takes the name of what it refers to only where one
        candidate is left; otherwise it keeps its own words.
        """
        if not source:
            return Voice(NOT_NAMED, "unnamed")
        heads = self.tree.heads_in(source)
        if not heads:
            return Voice(self.text(source[0]), "unnamed", spans=tuple(source))
        voice = self._voice(heads[0], tuple(source), speaker)
        self.heard.append(voice)
        return voice

    def _voice(self, head: int, source: tuple[Span, ...], speaker: Voice | None) -> Voice:
        token = self.tree.tokens[head]
        lemma = token.lemma.lower()
        words = self.text((source[0][0], source[-1][1]))
        if speaker is not None and lemma in lexicon.FIRST_PERSON:
            return Voice(speaker.name, speaker.kind, speaker.entity, spans=source)
        if lemma in lexicon.DOCUMENTS:
            return self._document(head, source, words)
        mention = self.at(head)
        entity = mention.entity if mention else None
        name = self._name(head, mention)
        if name is not None:
            return Voice(name, self._kind(name, words, mention), entity, spans=source)
        if (lemma in lexicon.OUTLETS or token.upos == "PRON") and (
            found := self._only_heard(lemma, token.upos)
        ):
            return Voice(found.name, found.kind, found.entity, spans=source)
        return Voice(words, "unnamed", entity, spans=source)

    def _name(self, head: int, mention: Mention | None) -> str | None:
        """The name in the phrase itself, else that of its entity; the fullest there is."""
        own = name_at(self.tree, head)
        if mention is None:
            return self.text(own) if own else None
        entity = self.entities.get(mention.entity)
        names = [
            span
            for other in self.by_entity[mention.entity]
            if other.named
            and other.type == mention.type
            and (span := name_at(self.tree, other.head))
        ]
        if entity is not None and names:
            return entity.name
        if names or own:
            return max((self.text(s) for s in [*([own] if own else []), *names]), key=len)
        return None

    def _document(self, head: int, source: tuple[Span, ...], words: str) -> Voice:
        """A report is its maker's voice; without a maker in the words, that of the one
        document or outlet that it can refer to, else its own words."""
        owner = owner_of(self.tree, head)
        if owner is not None:
            mention = self.at(owner)
            name = self._name(owner, mention)
            if name is not None:
                kind = self._kind(name, words, mention)
                return Voice(name, kind, mention.entity if mention else None, spans=source)
        mention = self.by_head.get(head)
        if mention is not None:
            for other in self.by_entity[mention.entity]:
                at = owner_of(self.tree, other.head)
                if at is not None and (name := self._name(at, self.at(at))):
                    return Voice(name, self._kind(name, name, self.at(at)), spans=source)
        if self.tree.tokens[head].lemma == "report" and (found := self._only_heard("it", "PRON")):
            return Voice(found.name, found.kind, found.entity, spans=source)
        return Voice(words, "document", mention.entity if mention else None, spans=source)

    def _kind(self, name: str, words: str, mention: Mention | None) -> str:
        if name == self.reading.report.outlet or name.endswith((".com", ".org")):
            return "outlet"
        described = [words, name]
        if mention is not None:
            described += [self.text((m.start, m.end)) for m in self.by_entity[mention.entity]]
        person = mention is None or mention.type == "person"
        if person and not words.lower().startswith(("the ", "a ", "an ")):
            return "person"
        if any(map(looks_like_outlet, described)):
            return "outlet"
        return "person" if person else "organization"

    def _only_heard(self, lemma: str, upos: str) -> Voice | None:
        """The one outlet ("the outlet", "it") heard so far, if there is just one."""
        if upos == "PRON" and lemma != "it":
            return None
        found = {v.name: v for v in self.heard if v.kind == "outlet"}
        return next(iter(found.values())) if len(found) == 1 else None
