"""Who asks and who is asked: "Asked by Vant whether he had signed, Korr said he had not".

asked_by       the question is the asker's, behind "by"; without one it is nobody's by name
has_just_asked who was asked and answers as "he" or "she" is not the asker
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attributions.joining import Joined, strip
from sayso.attributions.tree import Tree
from sayso.values import Span, Voice

if TYPE_CHECKING:
    from sayso.attributions.voices import Cast

_ASKING = frozenset(
    "ask question press challenge query quiz urge grill interview tell cross-examine "
    "examine".split()
)
_FORMS = {"asked": "ask", "told": "tell"}
_AGENTS = frozenset({"PROPN", "NOUN", "PRON"})
_WHEN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december noon midnight night evening day week "
    "month year end time spring summer autumn winter deadline phone telephone email letter mail "
    "post law text message way means force mistake".split()
)
""" "By Friday", "by phone", "by law": nobody asks there."""
_NEAR = 1
"""Sentences from a question to its answer."""


def asked_by(text: str, tree: Tree, joined: Joined) -> Joined:
    """The attribution of a question put in the passive, with whoever stands behind "by" as its
    source, and without the one who was asked in its content; that may leave it without any."""
    for verb in tree.heads_in(joined.cue):
        if not _is_asked(tree, verb):
            continue
        agent = _agent(tree, verb)
        kept = _without_asked(text, tree, verb, joined)
        if agent is None:
            bare = _lemma(tree, verb) == "ask" and tree.tokens[verb].deprel == "advcl"
            return replace(joined, source=() if bare else joined.source, content=kept)
        return replace(joined, source=(_named(text, tree, agent, joined),), content=kept)
    return joined


def _lemma(tree: Tree, verb: int) -> str:
    return _FORMS.get(tree.form(verb).lower(), tree.lemma(verb))


def _is_asked(tree: Tree, verb: int) -> bool:
    """Whether a verb of asking is a past participle with nobody who does it as its subject."""
    if tree.tokens[verb].upos != "VERB" or _lemma(tree, verb) not in _ASKING:
        return False
    kinds = {tree.tokens[c].deprel for c in tree.children(verb)}
    past = not tree.form(verb).lower().endswith("ing")
    participle = past and "VerbForm=Part" in tree.tokens[verb].feats and "aux" not in kinds
    return "nsubj" not in kinds and (participle or bool(kinds & {"aux:pass", "nsubj:pass"}))


def _agent(tree: Tree, verb: int) -> int | None:
    """Whoever stands behind "by" behind the verb."""
    for child in tree.children(verb):
        token = tree.tokens[child]
        by = token.deprel.startswith("obl") and tree.case(child) == "by"
        nobody = token.upos not in _AGENTS or token.lemma.lower() in _WHEN
        if by and child > verb and not nobody:
            return child
    return None


def _named(text: str, tree: Tree, agent: int, joined: Joined) -> Span:
    """The asker's phrase, without the "by"."""
    by = next(c for c in tree.children(agent) if tree.tokens[c].deprel == "case")
    start, end = tree.stretch(agent, (*joined.cue, *joined.content))
    return strip(text, (max(start, tree.tokens[by].end), max(end, _end(tree, agent))))


def _without_asked(text: str, tree: Tree, verb: int, joined: Joined) -> tuple[Span, ...]:
    """The content without the passive's subject before the cue."""
    subjects = [c for c in tree.children(verb) if tree.tokens[c].deprel == "nsubj:pass"]
    if not subjects:
        return joined.content
    start, end = tree.stretch(subjects[0], joined.cue)
    cut = ((s, start if s <= start < e <= end else e) for s, e in joined.content)
    spans = (strip(text, span) for span in cut)
    return tuple(span for span in spans if span[0] < span[1])


def has_just_asked(cast: Cast, head: int, voice: Voice) -> bool:
    """Whether a voice was last named as the asker, in the sentence of the pronoun `head` or the
    one before."""
    tree = cast.tree
    first = max(tree.sentence_of[head] - _NEAR, 0)
    asked = [
        agent
        for verb in range(cast.reading.sentences[first][0], head)
        if _is_asked(tree, verb) and (agent := _agent(tree, verb)) is not None and agent < head
    ]
    if not asked:
        return False
    named = [m for m in cast.by_entity.get(voice.entity or "", ()) if m.head < head]
    named = [m for m in named if tree.tokens[m.head].upos != "PRON"]
    last = max((m.end for m in named), default=tree.tokens[asked[-1]].end)
    return any(tree.tokens[agent].start < last <= _end(tree, agent) for agent in asked)


def _end(tree: Tree, agent: int) -> int:
    """Where an asker's name ends, also where the parser parted it, and behind a comma."""
    last = max(_proper_run(tree, agent), tree.indices([tree.stretch(agent)])[-1])
    if last + 2 < len(tree.tokens) and tree.form(last + 1) == ",":
        behind = _proper_run(tree, last + 1)
        beside = tree.tokens[agent].upos == "NOUN" and behind > last + 1
        last = (
            behind if beside and tree.form(min(behind + 1, len(tree.tokens) - 1)) == "," else last
        )
    return tree.tokens[last].end


def _proper_run(tree: Tree, at: int) -> int:
    """The last of the proper nouns right behind a word."""
    while at + 1 < len(tree.tokens) and tree.tokens[at + 1].upos == "PROPN":
        at += 1
    return at
