"""What the tags miss and the tree or the layout shows: few rules, each for one surface form.

headlines      "Report: …", "Vant: …"
speech_verbs   "that Vant had offered to …", inside what somebody else says
participles    "generals surfaced after the attempt saying …": the generals say it
own_subjects   "… ,” said Vant. “… ,” said Brand.": each verb's own subject says it
according      "According to Vant, …", "…, according to Vant"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attributions import lexicon
from sayso.attributions.joining import Joined, strip
from sayso.attributions.tree import Tree
from sayso.values import Mention, Report, Span, TaggedSpan

_HEADLINE = re.compile(r"\s*(?P<who>[^:\n]{2,40})(?P<colon>:)\s+(?P<what>\S[^\n]{12,})")


def headlines(report: Report, tree: Tree, found: Sequence[Joined]) -> Iterator[Joined]:
    """ "Report: X", "Vant: X" at the head of a report, where nothing was found there yet."""
    title = next((b for b in report.blocks if b.kind == "title"), None)
    if title is None or any(s < title.end for j in found for s, _ in j.cue):
        return
    match = _HEADLINE.match(report.text, title.start, title.end)
    if match is None:
        return
    words = tree.within([match.span("who")])
    document = any(t.lemma.lower() in lexicon.DOCUMENTS for t in words)
    if document or (words and all(t.upos == "PROPN" for t in words)):
        what = strip(report.text, match.span("what"))
        yield Joined((match.span("who"),), (match.span("colon"),), (what,))


def speech_verbs(text: str, tree: Tree, content: Span) -> Iterator[Joined]:
    """A verb of speech in a content with its own subject and a clause that it governs."""
    for at in tree.indices([content]):
        token = tree.tokens[at]
        if token.upos != "VERB" or tree.lemma(at) not in lexicon.SPEECH:
            continue
        subject = _child(tree, at, ("nsubj",))
        clause = _child(tree, at, ("ccomp", "xcomp"))
        if subject is None or clause is None:
            continue
        spans = [_stretch(tree, n, content) for n in (subject, clause)]
        cue = _verb(tree, at)
        if all(span is not None for span in spans):
            source, what = (strip(text, span) for span in spans if span is not None)
            yield Joined((source,), (cue,), (what,))


def _child(tree: Tree, at: int, kinds: tuple[str, ...]) -> int | None:
    return next((c for c in tree.children(at) if tree.tokens[c].deprel in kinds), None)


def _verb(tree: Tree, at: int) -> Span:
    """The verb with the auxiliaries and the negation right before it."""
    first = at
    while (
        first > 0
        and tree.tokens[first - 1].head == at
        and (tree.tokens[first - 1].upos in ("AUX", "PART"))
    ):
        first -= 1
    return tree.tokens[first].start, tree.tokens[at].end


def _stretch(tree: Tree, at: int, within: Span) -> Span | None:
    """What hangs together around `at` and lies inside the span `within`."""
    if not tree.inside(at, [within]):
        return None
    return tree.stretch(at, ((0, within[0]), (within[1], tree.tokens[-1].end)))


def according(text: str, tree: Tree, found: Sequence[Joined]) -> Iterator[Joined]:
    """ "According to X", wherever no cue was tagged; the content is for `complement`."""
    cues = [span for joined in found for span in joined.cue]
    for at in range(len(tree.tokens) - 1):
        token = tree.tokens[at]
        if tree.form(at).lower() != "according" or tree.form(at + 1).lower() != "to":
            continue
        source = token.head if token.deprel == "case" else _child(tree, at, ("obl",))
        new = not any(s < token.end and token.start < e for s, e in cues)
        if new and source is not None and source > at:
            cue = (token.start, tree.tokens[at + 1].end)
            yield Joined((strip(text, tree.stretch(source, (cue,))),), (cue,), ())


def own_subjects(tree: Tree, joined: Joined, tags: Sequence[TaggedSpan]) -> Joined:
    """A verb whose own subject was tagged as a source is said by that one, and by nobody in
    another sentence."""
    for head in tree.heads_in(joined.cue):
        subject = _child(tree, head, ("nsubj",))
        if tree.tokens[head].upos != "VERB" or subject is None:
            continue
        others = tree.heads_in(joined.source)
        if any(tree.sentence_of[i] == tree.sentence_of[head] for i in others):
            return joined
        for tag in tags:
            span = (tag.start, tag.end)
            if tag.role == "source" and tree.inside(subject, [span]):
                return replace(joined, source=(span,))
    return joined


def participles(tree: Tree, joined: Joined, mentions: Sequence[Mention] = ()) -> Joined:
    """Who a participle of saying belongs to: the subject of the governing verb, or the noun
    that it modifies, not the noun that happens to stand next to it."""
    heads = tree.heads_in(joined.cue)
    sources = tree.heads_in(joined.source)
    if not heads or not sources or joined.source[0][1] > joined.cue[0][0]:
        return joined
    cue, near = tree.tokens[heads[0]], tree.tokens[sources[0]]
    if cue.upos != "VERB" or cue.head < 0:
        return joined
    if _cannot_speak(joined.source[0], mentions):
        return _spoken_by(tree, joined, _somebody_above(tree, sources[0], mentions))
    if cue.head == sources[0]:
        return joined
    speaker: int | None = None
    if cue.deprel == "advcl" and near.head == cue.head and near.deprel.startswith("obl"):
        speaker = _child(tree, cue.head, ("nsubj", "nsubj:pass"))
    elif cue.deprel == "acl" and near.deprel.startswith(("obl", "obj")):
        speaker = cue.head
    return _spoken_by(tree, joined, speaker)


def _cannot_speak(source: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a source's words are those of something that happened."""
    return any((m.start, m.end) == source and m.type in ("event", "time") for m in mentions)


def _somebody_above(tree: Tree, at: int, mentions: Sequence[Mention]) -> int | None:
    """The nearest noun above a word that is a person or a body."""
    kinds = {m.head: m.type for m in mentions}
    while at >= 0:
        if kinds.get(at) in ("person", "organization"):
            return at
        at = tree.tokens[at].head
    return None


def subjects(tree: Tree, joined: Joined) -> Joined:
    """A cue without a source takes its verb's subject ("X, who had paid, announced that")."""
    if joined.source:
        return joined
    for head in tree.heads_in(joined.cue):
        if tree.tokens[head].upos == "VERB":
            return _spoken_by(tree, joined, _child(tree, head, ("nsubj",)))
    return joined


def _spoken_by(tree: Tree, joined: Joined, speaker: int | None) -> Joined:
    taken = (*joined.cue, *joined.content)
    if speaker is None or tree.inside(speaker, taken):
        return joined
    return replace(joined, source=(tree.stretch(speaker, taken),))
