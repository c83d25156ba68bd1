"""What the tags miss and the tree or the layout shows: few rules, each for one surface form.

headlines      "Report: …", "Vant: …"
topics         "Fishing: what we know" at the head of a report: nobody's words
speech_verbs   "that Vant had offered to …", inside what somebody else says
suspicions     "arrested on suspicion of fraud": nobody named suspects it
according      "According to Vant, …", "…, according to Vant"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attributions import lexicon
from sayso.attributions.joining import Joined, strip
from sayso.attributions.subjects import child_of, is_hearsay, own_subject, told_by
from sayso.attributions.tree import Tree
from sayso.values import Report, Span

_QUOTED = re.compile(r"[“”\"‘]|(?<!\w)'(?=\w)")
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


def topics(report: Report, tree: Tree, found: Sequence[Joined]) -> list[Joined]:
    """What was found, without a headline's colon behind what does not speak: no document, with
    nothing quoted behind it, and no source of the text below."""
    end = next((b.end for b in report.blocks if b.kind == "title"), 0)
    below = [j for j in found if j.cue[0][0] >= end]
    heads = {i for j in below for i in tree.heads_in(j.source)}
    flat = {c for i in heads for c in tree.children(i) if tree.tokens[c].deprel == "flat"}
    speaking = {tree.form(i).lower() for i in heads | flat}
    return [
        joined
        for joined in found
        if joined.cue[0][1] > end
        or report.text[slice(*joined.cue[0])] != ":"
        or any(_QUOTED.search(report.text, *span) for span in joined.content)
        or any(
            tree.lemma(i) in lexicon.DOCUMENTS or tree.form(i).lower() in speaking
            for i in tree.indices(joined.source)
        )
    ]


def shown_by_tree(text: str, tree: Tree, within: Span) -> Iterator[Joined]:
    """What stands within a span and needs no tags."""
    yield from speech_verbs(text, tree, within)
    yield from suspicions(text, tree, within)


def suspicions(text: str, tree: Tree, within: Span) -> Iterator[Joined]:
    """ "On suspicion of fraud", "under suspicion of having paid"; not "a suspicion of garlic"."""
    for at in tree.indices([within]):
        if tree.lemma(at) != "suspicion" or tree.case(at) not in ("on", "under"):
            continue
        crime = next((c for c in tree.children(at) if _of(tree, c)), None)
        if crime is None:
            continue
        start, end = tree.tokens[at].start, tree.tokens[at].end
        whole = tree.stretch(crime, ((0, end), (within[1], tree.tokens[-1].end)))
        of = tree.tokens[at + 1]
        what = strip(text, (max(whole[0], of.end), whole[1]))
        if what[0] < what[1] and tree.form(at + 1).lower() == "of":
            yield Joined((), ((start, of.end),), (what,))


def _of(tree: Tree, at: int) -> bool:
    kind = tree.tokens[at].deprel
    return kind.startswith(("nmod", "acl", "obl", "advcl"))


def speech_verbs(text: str, tree: Tree, content: Span) -> Iterator[Joined]:
    """A verb of speech in a content with its own subject and a clause that it governs."""
    for at in tree.indices([content]):
        token = tree.tokens[at]
        if token.upos != "VERB" or tree.lemma(at) not in lexicon.SPEECH:
            continue
        subject = None if is_hearsay(tree, at) else own_subject(tree, at)
        clause = child_of(tree, at, ("ccomp", "xcomp"))
        if subject is None or clause is None:
            continue
        spans = [_stretch(tree, n, content) for n in (subject, clause)]
        cue = _verb(tree, at)
        if all(span is not None for span in spans):
            source, what = (strip(text, span) for span in spans if span is not None)
            yield Joined((source,), (cue,), (what,))


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
    for at, token in enumerate(tree.tokens):
        source = told_by(tree, at)
        if source is not None and not any(s < token.end and token.start < e for s, e in cues):
            cue = (token.start, tree.tokens[at + 1].end)
            yield Joined((strip(text, tree.stretch(source, (cue,))),), (cue,), ())
