"""What the tags miss and the tree or the layout shows: few rules, each for one surface form.

headlines      "Report: …", "Vant: …"
topics         "Fishing: what we know" at the head of a report: nobody's words
speech_verbs   "that Vant had offered to …", inside what somebody else says
said_aside     "The boat sank, say two officers"
put_to         "Vant put it to Korr that he had lied"
hearsay        "Vant, said to be rich, denied the charges": he denies them
contested      "…, which his lawyer, Moss, denies": she denies what stands before
suspicions     "arrested on suspicion of fraud": nobody named suspects it
according      "According to Vant, …", "…, according to Vant"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attributions import lexicon
from sayso.attributions.joining import Joined, strip
from sayso.attributions.subjects import (
    child_of,
    is_hearsay,
    own_subject,
    subject_of,
    told_by,
)
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


def shown_alone(text: str, tree: Tree) -> Iterator[Joined]:
    """What needs no tags, wherever it stands in a text."""
    yield from shown_by_tree(text, tree, (0, len(text)))
    yield from said_aside(text, tree)
    yield from put_to(text, tree)
    yield from hearsay(text, tree)


def shown_by_tree(text: str, tree: Tree, within: Span) -> Iterator[Joined]:
    """What stands within a span and needs no tags."""
    yield from speech_verbs(text, tree, within)
    yield from suspicions(text, tree, within)


def said_aside(text: str, tree: Tree) -> Iterator[Joined]:
    """ "The boat sank, say two officers": "say" or "says" before its subject, behind a comma."""
    for at, token in enumerate(tree.tokens):
        aside = token.deprel in ("parataxis", "advcl") and 0 <= token.head < at
        said = aside and tree.form(at).lower() in _SAYS
        subject = own_subject(tree, at) if said else None
        if subject is None or subject < at or tree.form(at - 1) != ",":
            continue
        cue = (token.start, token.end)
        source = strip(text, tree.stretch(subject, (cue,)))
        what = strip(text, tree.stretch(token.head, (cue, source)))
        if what[1] <= token.start:
            yield Joined((source,), (cue,), (what,))


_SAYS = frozenset({"say", "says"})


def put_to(text: str, tree: Tree) -> Iterator[Joined]:
    """ "Vant put it to Korr that he had lied": Vant's words, and a question."""
    for at, token in enumerate(tree.tokens):
        if tree.form(at).lower() not in _PUTS or at + 2 >= len(tree.tokens):
            continue
        subject, clause = own_subject(tree, at), child_of(tree, at, ("ccomp",))
        words = [tree.form(i).lower() for i in (at + 1, at + 2)]
        if words != ["it", "to"] or subject is None or clause is None:
            continue
        cue = (token.start, tree.tokens[at + 2].end)
        source, what = (strip(text, tree.stretch(n, (cue,))) for n in (subject, clause))
        if tree.form(tree.indices([what])[0]).lower() == "that":
            yield Joined((source,), (cue,), (what,))


_PUTS = frozenset({"put", "puts"})


def hearsay(text: str, tree: Tree) -> Iterator[Joined]:
    """ "Vant, said to be rich, denied the charges", where the parser joins both verbs."""
    for at, token in enumerate(tree.tokens):
        if token.deprel != "conj" or tree.lemma(at) not in lexicon.DENYING:
            continue
        speaker, what = subject_of(tree, at), child_of(tree, at, ("obj", "ccomp", "xcomp"))
        if speaker is None or what is None or not is_hearsay(tree, token.head):
            continue
        cue = (token.start, token.end)
        spans = (strip(text, tree.stretch(n, (cue,))) for n in (speaker, what))
        source, content = spans
        yield Joined((source,), (cue,), (content,))


def contested(text: str, tree: Tree, found: Sequence[Joined]) -> list[Joined]:
    """What was found, and "…, which his lawyer, Moss, denies" behind a content, or taken out of its
    end: it is in the report's own words that she denies it."""
    kept: list[Joined] = []
    cues = {span for joined in found for span in joined.cue}
    for joined in found:
        denial = _denial_behind(text, tree, joined) if joined.content else None
        if denial is None or denial.cue[0] in cues:
            kept.append(joined)
            continue
        start = denial.content[0][0]
        parts = (strip(text, (s, min(e, start))) for s, e in joined.content if s < start)
        kept += [replace(joined, content=tuple(parts)), denial]
    return kept


def _denial_behind(text: str, tree: Tree, joined: Joined) -> Joined | None:
    """The denial in the relative clause that ends a content, or follows it."""
    behind = tree.indices([(joined.content[0][0], joined.content[-1][1])])[1:]
    behind += range(behind[-1] + 1, min(behind[-1] + 3, len(tree.tokens))) if behind else ()
    for at in behind:
        verb = tree.tokens[at].head
        if tree.form(at).lower() != "which" or verb < at or tree.form(at - 1) != ",":
            continue
        speaker = own_subject(tree, verb)
        if tree.lemma(verb) not in lexicon.DENYING or speaker in (None, at):
            continue
        which, denies = tree.tokens[at], tree.tokens[verb]
        own, cue = (which.start, which.end), (denies.start, denies.end)
        ends = tree.stretch(verb)[1] >= joined.content[-1][1] - 1
        here = tree.sentence_of[at] == tree.sentence_of[behind[0]]
        if ends and here and which.deprel == "obj" and joined.cue[-1][1] <= own[0]:
            source = strip(text, tree.stretch(speaker or 0, (own, cue)))
            return Joined((source,), (cue,), (own,))
    return None


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
