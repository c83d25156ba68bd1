"""Whom a word stands for: the entity of a name, a description or a pronoun, where that is sure.

A claim put to the wrong person harms. So a pronoun keeps what the reader found only where the
kinds agree and the one it stands for was named near by; "I" is whoever speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from sayso.attributions.genders import Genders
from sayso.attributions.lexicon import FIRST_PERSON, SPEECH
from sayso.attributions.quotes import quoted_spans
from sayso.claims.descriptions_words import TITLES
from sayso.claims.grammar import SUBJECTS, Grammar
from sayso.values import Attribution, Entity, Mention, Span, Voice

ONE_PERSON = frozenset("he she him her his hers himself herself".split())
A_THING = frozenset("it its itself".split())
SEVERAL = frozenset("they them their theirs themselves".split())
SPEAKER = FIRST_PERSON - frozenset("we us our ours ourselves".split())

BODIES = frozenset({"organization", "object", "abstract"})
"""What a named thing that "it" may mean is read as."""

TAKING_PART = frozenset({"nsubj", "obj", "iobj"})

NEAR = {"one": 2, "thing": 2, "several": 1}
"""Sentences back in which the one that a pronoun stands for must have been spoken of."""


class Standing:
    """The entities of a reading's words."""

    def __init__(
        self,
        grammar: Grammar,
        entities: Mapping[str, Entity],
        attributions: Sequence[Attribution] = (),
    ) -> None:
        self._grammar = grammar
        self._entities = entities
        self._of: dict[str, list[Mention]] = {}
        everyone: dict[str, list[Mention]] = {}
        for mention in grammar.reading.mentions:
            everyone.setdefault(mention.entity, []).append(mention)
            if grammar.tokens[mention.head].upos != "PRON":
                self._of.setdefault(mention.entity, []).append(mention)
        self._heads = {key: sorted(m.head for m in own) for key, own in self._of.items()}
        self._types = {key: {m.type for m in own} for key, own in self._of.items()}
        self._sources = _sources(grammar, attributions)
        self._shared = _shared_names(grammar)
        self._quoted = quoted_spans(grammar.text)
        self._genders = Genders(grammar.tree, everyone)

    def entity(self, at: int, speaker: str | None = None) -> str | None:
        """The id of the entity that a word stands for, or None. `speaker` is whoever says "I"."""
        grammar = self._grammar
        if grammar.tokens[at].upos != "PRON":
            return self._of_phrase(at, speaker)
        word = grammar.form(at).lower()
        if word in SPEAKER:
            return speaker
        kind, mention = _kind(word), grammar.mentions.get(at)
        found = mention.entity if mention is not None else None
        if at in self._sources:
            found = self._sources[at].entity
            if kind == "several":
                return found if self._sources[at].kind != "person" else None
        if kind is None or found is None or (self._beside(at, found) and not _reflexive(word)):
            return None
        if kind == "one" and found == speaker and self._grammar.tree.inside(at, self._quoted):
            return None  # who is quoted says "I"
        return found if self._fits(at, kind, found) else None

    def speaker(self, holder: Attribution | None) -> str | None:
        """Who says "I" in the words of an attribution."""
        if holder is None or holder.voice is None:
            return None
        heads = self._grammar.tree.heads_in(holder.source)[:1]
        if heads and self._grammar.tokens[heads[0]].upos == "PRON":
            return self.entity(heads[0])
        return holder.voice.entity

    def name(self, at: int, speaker: str | None = None) -> str | None:
        """The name to show behind a pronoun or a source's description; None where it is not
        known."""
        upos = self._grammar.tokens[at].upos
        if upos == "NOUN" and at in self._sources and not self._named(at):
            voice = self._sources[at]
            return voice.name if voice.kind != "document" else None
        if upos != "PRON":
            return None
        key = self.entity(at, speaker)
        entity = self._entities.get(key or "")
        return entity.name if entity and any(m.named for m in self._of.get(entity.id, ())) else None

    def _of_phrase(self, at: int, speaker: str | None) -> str | None:
        """A noun's entity; of a description with a name beside it ("the mayor, Ilse Korr") the
        name's. Who speaks is nobody whom their own words describe."""
        mention = self._grammar.mentions.get(at)
        if mention is None or any(map(self._grammar.of_one_name, self._grammar.children(at))):
            return None
        if mention.named:
            words = self._grammar.text[mention.start : mention.end].lower()
            cut = self._is_rank_of_a_name(mention)
            return None if cut or words in self._shared else mention.entity
        if self._beside(at, mention.entity) or self._is_owner(at, mention.entity):
            return None
        for child in self._grammar.children(at):
            other = self._grammar.mentions.get(child)
            if self._grammar.tokens[child].deprel == "appos" and other and other.named:
                return other.entity if other.type == mention.type else mention.entity
        person = mention.type == "person"
        teller = person and self._is_teller(at, mention.entity, speaker)
        return None if teller else mention.entity

    def _is_rank_of_a_name(self, mention: Mention) -> bool:
        """Whether a mention ends before the name that it leads: "Gen." of "Gen. Korr"."""
        text = self._grammar.text
        words = text[mention.start : mention.end].lower().split()
        behind = text[mention.end : mention.end + 2]
        return all(w in TITLES for w in words) and behind[:1] == " " and behind[1:].isupper()

    def _is_owner(self, at: int, key: str) -> bool:
        """Whether it is the one whose it is: "Korr, whose husband …" is not her husband."""
        owner = self._grammar.child(at, "nmod:poss")
        if owner is None:
            return False
        if self._grammar.relative(owner):
            owner = self._grammar.antecedent(owner)
        mention = self._grammar.mentions.get(owner) if owner is not None else None
        return mention is not None and mention.entity == key

    def _is_teller(self, at: int, key: str, speaker: str | None) -> bool:
        """Whether it is whoever says the clause that a description stands in, or of whom by name a
        description says it: in "the mayor, Korr said, had fled" Korr speaks of somebody else."""
        grammar = self._grammar
        if self._tells_of(at, key):
            return True
        while key != speaker and (head := grammar.tokens[at].head) >= 0:
            verbs = [i for i in grammar.children(head) if grammar.relation(i) == "parataxis"]
            if grammar.relation(at) in ("ccomp", "parataxis"):
                verbs.append(head)
            if any(self._says(verb, key) for verb in verbs):
                return True
            at = head
        return key == speaker

    def _tells_of(self, at: int, key: str) -> bool:
        """Whether a verb of saying has the word as its subject, and a name in what is said."""
        grammar, verb = self._grammar, self._grammar.tokens[at].head
        if grammar.relation(at) != "nsubj" or grammar.lemma(verb) not in SPEECH:
            return False
        told = (i for i in grammar.children(verb) if grammar.tokens[i].deprel == "ccomp")
        subjects = (grammar.subject(clause) for clause in told)
        return any(
            (mention := grammar.mentions.get(who)) and mention.named and mention.entity == key
            for who in subjects
            if who is not None
        )

    def _says(self, verb: int, key: str) -> bool:
        """Whether an entity is the subject of a verb of saying."""
        who = self._grammar.subject(verb) if self._grammar.lemma(verb) in SPEECH else None
        mention = self._grammar.mentions.get(who) if who is not None else None
        return mention is not None and mention.entity == key

    def _beside(self, at: int, key: str) -> bool:
        """Whether another subject or object of the same verb is that one already: "urged the
        auditor" is nobody's urging himself."""
        token = self._grammar.tokens[at]
        if token.head < 0 or self._grammar.relation(at) not in TAKING_PART:
            return False
        return any(
            other != at
            and self._grammar.relation(other) in TAKING_PART
            and (mention := self._grammar.mentions.get(other)) is not None
            and mention.entity == key
            and (mention.named or other < at)
            for other in self._grammar.children(token.head)
        )

    def is_description(self, span: Span) -> bool:
        """Whether words are no name and no pronoun: "the mayor of Vell"."""
        heads = self._grammar.tree.heads_in((span,))[:1]
        return bool(heads) and self._grammar.tokens[heads[0]].upos == "NOUN"

    def _named(self, at: int) -> bool:
        mention = self._grammar.mentions.get(at)
        return mention is not None and mention.named

    def _fits(self, at: int, kind: str, key: str) -> bool:
        """Whether the entity is of the pronoun's kind and was spoken of near by."""
        sentence, last = self._grammar.tree.sentence_of, self._last(at, key)
        if last is None or sentence[at] - sentence[last] > NEAR[kind]:
            return False
        types = self._types[key]
        if kind == "one":
            if not self._genders.may_mean(self._grammar.form(at).lower(), key):
                return False
            return types <= {"person"} and not self._rivals(at, key, last)
        if kind == "thing":
            return "person" not in types and not self._other_bodies(at, key, last)
        return types <= {"organization"} and sentence[last] == sentence[at]

    def _last(self, at: int, key: str) -> int | None:
        """The head of the last name or description of an entity before a word."""
        heads = self._heads.get(key, ())
        before = bisect_left(heads, at)
        return heads[before - 1] if before else None

    def _rivals(self, at: int, key: str, last: int) -> bool:
        """Whether somebody else was named in the sentence where the one was last: then it is
        not told which of the two a pronoun means."""
        start, end = self._grammar.reading.sentences[self._grammar.tree.sentence_of[last]]
        pronoun = self._grammar.form(at).lower()
        if any(self._is_other(i, key, pronoun) for i in range(start, min(end, at))):
            return True
        return any(self._is_described(i, key, pronoun) for i in range(end, at))

    def _other_bodies(self, at: int, key: str, last: int) -> bool:
        """Whether another body was named since the sentence where the one was last, unless the
        one alone is a subject there: "The Lantern wrote that Corriden paid Tern Point. Its …"."""
        tokens, sentence = self._grammar.tokens, self._grammar.tree.sentence_of
        start, _ = self._grammar.reading.sentences[sentence[last]]
        others = [
            i
            for i in range(start, at)
            if (mention := self._grammar.mentions.get(i)) is not None
            and mention.named
            and mention.entity != key
            and (mention.type in BODIES or self._is_body(mention.entity))
        ]
        alone = tokens[last].deprel in SUBJECTS and not any(
            tokens[i].deprel in SUBJECTS for i in others
        )
        return bool(others) and not alone

    def _is_other(self, at: int, key: str, pronoun: str) -> bool:
        """Whether a word is the head of another person's name, or of a name of no known kind."""
        token, mention = self._grammar.tokens[at], self._grammar.mentions.get(at)
        if mention is not None:
            other = mention.named and mention.type == "person" and mention.entity != key
            return other and self._genders.may_mean(pronoun, mention.entity)
        takes_part = token.deprel in ("nsubj", "obj", "nsubj:pass")
        if not takes_part or not self._like_a_name(at):
            return False
        return not any(m.start <= token.start < m.end for m in self._of[key])

    def _is_body(self, key: str) -> bool:
        entity = self._entities.get(key)
        return entity is not None and entity.type in ("organization", "place")

    def _like_a_name(self, at: int) -> bool:
        """A proper noun, or two capitalised words that are read as one name."""
        if self._grammar.tokens[at].upos == "PROPN":
            return True
        flat = self._grammar.child(at, "flat")
        return flat is not None and all(self._grammar.form(i)[:1].isupper() for i in (at, flat))

    def _is_described(self, at: int, key: str, pronoun: str) -> bool:
        """Whether a word is the head of another person's name or description, one person's,
        and in no quotation."""
        token, mention = self._grammar.tokens[at], self._grammar.mentions.get(at)
        return (
            mention is not None
            and mention.type == "person"
            and mention.entity != key
            and not self._is_body(mention.entity)
            and not self._grammar.tree.inside(at, self._quoted)
            and token.upos in ("NOUN", "PROPN")
            and "Number=Plur" not in token.feats
            and self._genders.may_mean(pronoun, mention.entity)
        )


def _kind(word: str) -> str | None:
    if word in ONE_PERSON:
        return "one"
    if word in A_THING:
        return "thing"
    return "several" if word in SEVERAL else None


def _reflexive(word: str) -> bool:
    return word.endswith(("self", "selves"))


def _shared_names(grammar: Grammar) -> frozenset[str]:
    """Last names in lower case that stand behind more than one first name in the report."""
    first: dict[str, set[str]] = {}
    for at in range(1, len(grammar.tokens)):
        before, last = grammar.tokens[at - 1], grammar.tokens[at]
        if before.upos == last.upos == "PROPN" and before.lemma.lower() not in TITLES:
            first.setdefault(grammar.form(at).lower(), set()).add(grammar.form(at - 1))
    return frozenset(name for name, given in first.items() if _differ(given))


def _differ(given: set[str]) -> bool:
    """Whether they are two people's: "Garrick" and "G." may be one's."""
    full = {name for name in given if len(name.strip(".")) > 1}
    return len(full) > 1 or len({name[0] for name in given}) > 1


def _sources(grammar: Grammar, attributions: Iterable[Attribution]) -> dict[int, Voice]:
    """The head words of sources whose voice was resolved, and whose it is."""
    return {
        head: a.voice
        for a in attributions
        if a.voice is not None and a.voice.entity is not None and a.voice.kind != "unnamed"
        for head in grammar.tree.heads_in(a.source)[:1]
    }
