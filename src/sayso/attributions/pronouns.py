"""Whom a pronoun at a cue stands for: one voice, or nobody and the pronoun stays.

own_voice      "I" and "we": the speaker; outside of all quotation the report's own outlet
antecedent     "the spokesman, who said": the noun that the clause hangs on
last_body      "it": the body that spoke last, in this sentence or the one before
somebody       "he", "she", "they": whom the reader takes it for, where nobody else is near
last_person    "he", "she": who spoke last, where nobody else is near either
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attributions import lexicon
from sayso.attributions.asked import has_just_asked
from sayso.attributions.naming import looks_like_outlet
from sayso.attributions.senders import entity_named, sender_of
from sayso.values import Mention, Span, Voice

if TYPE_CHECKING:
    from sayso.attributions.voices import Cast, Heard

_PERSONAL = frozenset("he she him her his hers".split())
_IMPERSONAL = frozenset("it its".split())
_RELATIVE = frozenset("who which that whom whose".split())
_WE = frozenset("we us our ours ourselves".split())
_LEADING = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ"})
_AT_WORK = frozenset(
    "ask tell write contact report publish print apologise apologize correct confirm refute "
    "establish verify obtain interview approach reject withdraw retract regret announce".split()
)
"""What outlets, and those who put out statements, do as "we"."""

_SUBJECTS = ("nsubj", "nsubj:pass")
_LONG_NAME = 200
"""Characters: no name that holds another begins further before it."""


def own_voice(cast: Cast, head: int, source: tuple[Span, ...], speaker: Voice | None) -> Voice:
    """ "I" and "we" are whoever utters them. Where nobody does and nothing is quoted, "we" is
    the outlet, if the report shows that it speaks of itself and never says "I", as a column or
    an interview does; "I" in a mail is its sender."""
    if speaker is not None:
        return Voice(speaker.name, speaker.kind, speaker.entity, spans=source)
    words = cast.text((source[0][0], source[-1][1]))
    outlet = cast.reading.report.outlet
    plural = cast.tree.form(head).lower() in _WE
    sender = sender_of(cast.reading.report)
    if sender is not None and sender.kind == "person" and not plural and head not in cast.quoted:
        entity = entity_named(sender.name, cast.mentions, cast.reading.report.text)
        return Voice(sender.name, sender.kind, entity, spans=source)
    if outlet and plural and head not in cast.quoted and _speaks_of_itself(cast):
        return Voice(outlet, "outlet", spans=source)
    return Voice(words, "unnamed", spans=source)


def _speaks_of_itself(cast: Cast) -> bool:
    if cast.of_itself is None:
        cast.of_itself = _of_itself(cast)
    return cast.of_itself


def _of_itself(cast: Cast) -> bool:
    """Whether a report says "told us", "our report", "we asked", and never "I" or "my", outside of
    quotation marks."""
    tree = cast.tree
    spoken = [
        i for i, token in enumerate(tree.tokens) if token.upos == "PRON" and i not in cast.quoted
    ]
    if any(tree.form(i) in ("I", "my", "My", "me") for i in spoken):
        return False
    return any(_at_work(cast, i) for i in spoken if tree.form(i).lower() in _WE)


def _at_work(cast: Cast, at: int) -> bool:
    """Whether "us" is told, "we" ask or publish, or "our" is said of what outlets make."""
    governor = cast.tree.tokens[at].head
    if governor < 0:
        return False
    lemma, word = cast.tree.lemma(governor), cast.tree.form(at).lower()
    if word == "us":
        return lemma in lexicon.TOLD_OBJECT | {"write", "say", "speak", "decline", "refuse"}
    if word == "our":
        return lemma in lexicon.ARTICLES | {"reporter", "correspondent", "source", "newspaper"}
    return word == "we" and lemma in _AT_WORK


def pronoun(
    cast: Cast,
    head: int,
    source: tuple[Span, ...],
    content: tuple[Span, ...],
    speaker: Voice | None = None,
) -> Voice:
    """The voice that a pronoun stands for; the pronoun itself where that is not clear. In a
    `speaker`'s own words it is no party to the talk, nor whoever only spoke last."""
    word = cast.tree.form(head).lower()
    mention = cast.at(head)
    found: Voice | None = None
    if word in _RELATIVE:
        found = antecedent(cast, head, content)
    elif word in _IMPERSONAL:
        found = last_body(cast, head, content)
    else:
        found = somebody(cast, head, mention, content)
        if found is None and word in _PERSONAL and speaker is None:
            found = last_person(cast, head, mention, content)
    if found is not None and speaker is not None and _takes_part(cast, found, speaker):
        found = None
    if found is not None and word in _PERSONAL and has_just_asked(cast, head, found):
        found = None
    if found is not None:
        return Voice(found.name, found.kind, found.entity, spans=source)
    words = cast.text((source[0][0], source[-1][1]))
    entity = mention.entity if mention and word not in _RELATIVE else None
    return Voice(words, "unnamed", entity, spans=source)


def _takes_part(cast: Cast, voice: Voice, speaker: Voice) -> bool:
    """Whether a voice is the speaker, or speaks with the speaker in a transcript: "I" and "you"."""
    text = cast.reading.report.text
    labels = [h.voice for h in cast.heard if text.startswith(":", h.voice.spans[-1][1])]
    labelled = any(_is_same(label, speaker) for label in labels)
    return _is_same(voice, speaker) or (
        labelled and any(_is_same(label, voice) for label in labels)
    )


def _is_same(a: Voice, b: Voice) -> bool:
    return a.name == b.name or (a.entity is not None and a.entity == b.entity)


def antecedent(cast: Cast, head: int, content: tuple[Span, ...]) -> Voice | None:
    """The noun whose relative clause it is, where the clause stands right behind its phrase."""
    tree, at = cast.tree, head
    while at >= 0 and not tree.tokens[at].deprel.startswith("acl"):
        at = tree.tokens[at].head
    noun = tree.tokens[at].head if at >= 0 else -1
    if not 0 <= noun < head or tree.tokens[noun].upos not in ("NOUN", "PROPN"):
        return None
    before = next((i for i in range(head - 1, -1, -1) if tree.form(i) != ","), -1)
    phrase = {i for i in tree.below(noun) if i < head}
    mention = cast.at(noun)
    of_persons = tree.form(head).lower() in ("who", "whom", "whose")
    wrong = of_persons and mention is not None and mention.type == "place"
    if before not in phrase or wrong or tree.inside(noun, content):
        return None
    led = (i for i in sorted(phrase) if tree.tokens[i].upos not in _LEADING)
    span = (tree.tokens[next(led, noun)].start, tree.tokens[before].end)
    return cast.voice(noun, (span,), None)


def last_body(cast: Cast, head: int, content: Sequence[Span]) -> Voice | None:
    """The body, outlet or document that spoke last, as the subject of a main clause of this
    sentence or the one before, with no other body's doing told in between."""
    last = _last_heard(cast)
    if last is None:
        return None
    tree = cast.tree
    near = 0 <= tree.sentence_of[head] - tree.sentence_of[last.head] <= 1
    if not near or last.head >= head or _paragraphs_apart(cast, last.head, head):
        return None
    if _is_somebody(cast, last.head, last.voice) or _in_clause(cast, last.head):
        return None
    for at in range(last.head + 1, head):
        aside = tree.inside(at, [*last.content, *content])
        if not aside and tree.tokens[at].deprel in _SUBJECTS and not _is_human(cast, at):
            return None
    return last.voice


def _last_heard(cast: Cast) -> Heard | None:
    """Who spoke last, what others are quoted as saying aside."""
    return next((h for h in reversed(cast.heard) if not h.nested), None)


def _paragraphs_apart(cast: Cast, first: int, second: int) -> int:
    text, tokens = cast.reading.report.text, cast.tree.tokens
    return len(re.findall(r"\n+", text[tokens[first].end : tokens[second].start]))


def _is_somebody(cast: Cast, head: int, voice: Voice) -> bool:
    """Whether "it" cannot mean a voice: a person, several, or what is nothing known."""
    plural = "Number=Plur" in cast.tree.tokens[head].feats
    if voice.kind == "person" or plural:
        return True
    mention = cast.at(head)
    return voice.kind == "unnamed" and (mention is None or mention.type != "organization")


def _is_human(cast: Cast, at: int) -> bool:
    mention = cast.at(at)
    return mention is not None and mention.type == "person"


def _in_clause(cast: Cast, head: int) -> bool:
    """Whether a word stands in a relative clause."""
    at = head
    while at >= 0:
        if cast.tree.tokens[at].deprel.startswith("acl:relcl"):
            return True
        at = cast.tree.tokens[at].head
    return False


def somebody(
    cast: Cast, head: int, mention: Mention | None, content: Sequence[Span]
) -> Voice | None:
    """Somebody who has spoken before, or the one person named just before and not in what is
    said; of the right kind and gender, with nobody else who may be meant since."""
    if mention is None:
        return None
    word, start = cast.tree.form(head).lower(), cast.tree.tokens[head].start
    personal = word in _PERSONAL
    if personal and not cast.is_person(mention.entity):
        return None
    if not _may_mean(cast, head, mention.entity):
        return None
    spoken = {h.voice.entity for h in cast.heard}
    only = _one_person_near(cast, head, content) if personal else None
    if mention.entity not in spoken and mention.entity != only:
        return None
    for other in reversed(cast.by_entity[mention.entity]):
        if not other.named or other.start >= start:
            continue
        name = cast.name(other.head, other)
        if name is not None and not (personal and looks_like_outlet(name)):
            return Voice(name, cast.kind(name, name, other), other.entity)
    return None


def _may_mean(cast: Cast, at: int, entity: str) -> bool:
    """Whether a pronoun's word may mean a person: by gender, and with no other singular
    person of that gender spoken of since, quotations aside."""
    word = cast.tree.form(at).lower()
    if word not in _PERSONAL:
        return True
    if not cast.genders.may_mean(word, entity):
        return False
    since = max((h for h in _sure(cast, entity) if h < at), default=-1)
    return not _somebody_else(cast, entity, since, at)


def _somebody_else(
    cast: Cast, entity: str | None, since: int, at: int, content: Sequence[Span] = ()
) -> bool:
    """Whether another person whom a pronoun's word may mean stands between two words, outside of
    quotation marks and of `content`."""
    word = cast.tree.form(at).lower()
    return any(
        m.type == "person"
        and m.entity != entity
        and cast.is_person(m.entity)
        and m.head not in cast.quoted
        and not cast.tree.inside(m.head, content)
        and "Number=Plur" not in cast.tree.tokens[m.head].feats
        and cast.tree.tokens[m.head].upos != "PRON"
        and cast.genders.may_mean(word, m.entity)
        and not _is_part(cast, m)
        for m in filter(None, map(cast.by_head.get, range(since + 1, at)))
    )


def _is_part(cast: Cast, mention: Mention) -> bool:
    """Whether it is a word of the name of something else: "Halvenne" in "Halvenne Wire"."""
    return any(
        other.named
        and other.type != "person"
        and other.start <= mention.start
        and mention.end <= other.end
        and other.end - other.start > mention.end - mention.start
        for other in cast.between(mention.start - _LONG_NAME, mention.start + 1)
    )


def last_person(
    cast: Cast, head: int, mention: Mention | None, content: Sequence[Span]
) -> Voice | None:
    """The named person who spoke last, in this paragraph or the one before, where the reader
    takes the pronoun for nobody else who is named, and no other person stands between."""
    last = _last_heard(cast)
    if last is None or last.voice.kind != "person" or last.voice.entity is None:
        return None
    entity = last.voice.entity
    named = mention is not None and any(m.named for m in cast.by_entity[mention.entity])
    if named and mention is not None and mention.entity != entity:
        return None
    if last.head >= head or _paragraphs_apart(cast, last.head, head) > 1:
        return None
    if _in_clause(cast, last.head) or not cast.is_person(entity):
        return None
    if not cast.genders.may_mean(cast.tree.form(head).lower(), entity):
        return None
    return None if _somebody_else(cast, entity, last.head, head, content) else last.voice


def _sure(cast: Cast, entity: str) -> list[int]:
    """Where somebody was surely spoken of: names and descriptions, and pronouns resolved."""
    words = [m.head for m in cast.by_entity[entity] if cast.tree.tokens[m.head].upos != "PRON"]
    resolved = [
        h.head for h in cast.heard if h.voice.entity == entity and h.voice.kind != "unnamed"
    ]
    return words + resolved


def _one_person_near(cast: Cast, head: int, content: Sequence[Span]) -> str | None:
    """The entity of the only person named in this sentence or the one before, up to the
    token `head` and outside of `content`; None if there are several."""
    first = max(cast.tree.sentence_of[head] - 1, 0)
    start = cast.tree.tokens[cast.reading.sentences[first][0]].start
    near = {
        m.entity
        for m in cast.between(start, cast.tree.tokens[head].start)
        if m.named and m.type == "person" and not any(s <= m.start < e for s, e in content)
    }
    return near.pop() if len(near) == 1 else None
