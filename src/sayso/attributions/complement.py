"""What a cue says by the tree alone, where the reader tagged no content for it."""

from __future__ import annotations

from dataclasses import replace

from sayso.attributions.joining import Joined, strip
from sayso.attributions.tree import Tree
from sayso.values import Span

_CLAUSES = ("ccomp", "xcomp", "obj", "acl")


def complete(text: str, tree: Tree, joined: Joined) -> Joined:
    """The attribution with the content that its cue governs ("said that …", "its claim
    that …") or that governs its cue ("…, X said"); unchanged if it has one."""
    if joined.content:
        return joined
    for head in tree.heads_in(joined.cue):
        span = (
            _governed(tree, head, joined)
            or _governing(tree, head, joined)
            or _according(text, tree, head, joined)
        )
        if span is not None and strip(text, span)[0] < strip(text, span)[1]:
            return replace(joined, content=(strip(text, span),))
    return joined


def _governed(tree: Tree, head: int, joined: Joined) -> Span | None:
    taken = (*joined.source, *joined.cue)
    for kind in _CLAUSES:
        for child in tree.children(head):
            if tree.tokens[child].deprel.split(":")[0] == kind and not tree.inside(child, taken):
                return tree.stretch(child, taken)
    return None


def _governing(tree: Tree, head: int, joined: Joined) -> Span | None:
    """ "…, X said": the cue hangs as a parenthesis on what was said."""
    token = tree.tokens[head]
    if token.deprel != "parataxis" or token.head < 0:
        return None
    return tree.stretch(token.head, (*joined.source, *joined.cue))


def _according(text: str, tree: Tree, head: int, joined: Joined) -> Span | None:
    """ "According to X, …": the clause that the phrase hangs on, without its full stop."""
    if tree.form(head).lower() != "according":
        return None
    phrase = tree.tokens[head].head if tree.tokens[head].deprel == "case" else head
    clause = tree.tokens[phrase].head if phrase >= 0 else -1
    if clause < 0 or tree.inside(clause, (*joined.source, *joined.cue)):
        return None
    start, end = tree.stretch(clause, (*joined.source, *joined.cue))
    return start, end - (text[end - 1 : end] == ".")
