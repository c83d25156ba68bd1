"""What a cue says by the tree alone, where the reader tagged no content for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from sayso.attributions.joining import Joined, strip
from sayso.attributions.subjects import told_by
from sayso.attributions.tree import Tree
from sayso.values import Span

_CLAUSES = ("ccomp", "xcomp", "obj", "acl")


def complete(text: str, tree: Tree, joined: Joined) -> Joined:
    """The attribution with the content that its cue governs ("said that …", "its claim
    that …") or that governs its cue ("…, X said"); unchanged if it has one."""
    if joined.content:
        return joined
    for head in tree.heads_in(joined.cue):
        spans = (
            _governed(tree, head, joined)
            or _governing(tree, head, joined)
            or _according(text, tree, head, joined)
        )
        content = tuple(part for span in spans if (part := strip(text, span))[0] < part[1])
        if content:
            return replace(joined, content=content)
    return joined


def _governed(tree: Tree, head: int, joined: Joined) -> list[Span]:
    """The clause or object; two clauses where the parser parted what was said ("Thanks to her,
    said Vant, the town thrives")."""
    taken = (*joined.source, *joined.cue)
    for kind in _CLAUSES:
        found = [
            child
            for child in tree.children(head)
            if tree.tokens[child].deprel.split(":")[0] == kind and not tree.inside(child, taken)
        ]
        behind = [c for c in found[1:] if kind == "ccomp" and found[0] < head < c]
        if found:
            return [tree.stretch(child, taken) for child in (found[0], *behind[:1])]
    return []


def _governing(tree: Tree, head: int, joined: Joined) -> list[Span]:
    """ "…, X said": the cue hangs as a parenthesis on what was said."""
    token = tree.tokens[head]
    if token.deprel != "parataxis" or token.head < 0:
        return []
    return [tree.stretch(token.head, (*joined.source, *joined.cue))]


def _according(text: str, tree: Tree, head: int, joined: Joined) -> list[Span]:
    """ "According to X, …": the clause that the phrase hangs on, on both sides of it, without
    its full stop; not the clauses that are according to others."""
    taken = (*joined.source, *joined.cue)
    clause = _clause_of(tree, head)
    if clause is None or tree.inside(clause, taken):
        return []
    others = [i for i in _cues_beside(tree, head) if i != head]
    apart = {c for i in others if (c := _clause_of(tree, i)) is not None and c != clause}
    phrases = [n for i in others if (n := told_by(tree, i)) is not None]
    beside = (set(tree.below(at)) for at in (*apart, *phrases))
    left_out = {i for below in beside if clause not in below for i in below}
    left_out |= {i for i in tree.children(clause) if tree.tokens[i].deprel in ("cc", "mark")}
    kept = [i for i in sorted(tree.below(clause, taken)) if i not in left_out]
    spans = [(tree.tokens[run[0]].start, tree.tokens[run[-1]].end) for run in _runs(tree, kept)]
    return [(s, e - (text[e - 1 : e] == ".")) for s, e in spans]


def _clause_of(tree: Tree, cue: int) -> int | None:
    """What a cue "according" hangs on; behind another one, the clause that begins between."""
    if tree.form(cue).lower() != "according":
        return None
    phrase = tree.tokens[cue].head if tree.tokens[cue].deprel == "case" else cue
    clause = tree.tokens[phrase].head if phrase >= 0 else -1
    if clause < 0:
        return None
    before = [i for i in _cues_beside(tree, cue) if clause < i < cue]
    joined = [
        c
        for c in tree.children(clause)
        if before and before[-1] < c < cue and tree.tokens[c].deprel == "conj"
    ]
    return joined[-1] if joined else clause


def _cues_beside(tree: Tree, cue: int) -> list[int]:
    """Where the sentence of a cue has "according to", the cue's own among them."""
    own = tree.sentence_of[cue]
    start, end = bisect_left(tree.sentence_of, own), bisect_right(tree.sentence_of, own)
    return [i for i in range(start, end) if told_by(tree, i) is not None]


def _runs(tree: Tree, kept: list[int]) -> list[list[int]]:
    """Neighbouring tokens together; runs of nothing but small words and marks are left out."""
    runs: list[list[int]] = []
    for i in kept:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    small = ("PUNCT", "CCONJ", "SCONJ")
    return [run for run in runs if any(tree.tokens[i].upos not in small for i in run)]
