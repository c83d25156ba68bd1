"""What a mention calls its thing: the name in it, whose document it is, what kind it is."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attributions import lexicon
from sayso.attributions.tree import Tree
from sayso.values import Span

_INSIDE = frozenset("of the and for - ’s 's & al".split())


def is_proper(tree: Tree, at: int) -> bool:
    """A capitalised proper noun: "network" in "the news network X" is none."""
    return tree.tokens[at].upos == "PROPN" and not tree.form(at)[:1].islower()


def name_at(tree: Tree, head: int) -> Span | None:
    """The run of proper nouns at a phrase's head, or at its apposition: "Infobae" in "the
    Argentine news network Infobae", "Vanessa Neumann" in "Vanessa Neumann, an expert"."""
    for at in (head, *_naming(tree, head)):
        if is_proper(tree, at):
            return _run(tree, at)
    return None


def _naming(tree: Tree, head: int) -> Iterator[int]:
    for child in tree.children(head):
        if tree.tokens[child].deprel in ("appos", "flat", "nmod:desc"):
            yield child
    yield from _second_subjects(tree, head)


def _second_subjects(tree: Tree, head: int) -> Iterator[int]:
    """ "The minister, Ana Volk, said", where the parser gave the verb two subjects."""
    own = tree.tokens[head]
    if own.head < 0 or own.deprel != "nsubj":
        return
    for other in tree.children(own.head):
        if other > head and tree.tokens[other].deprel == "nsubj" and tree.form(other - 1) == ",":
            yield other


def _run(tree: Tree, at: int) -> Span:
    """Neighbouring proper nouns, over "of", "the" and the like, that hang together."""
    tokens = tree.tokens
    sentence = tree.sentence_of[at]
    first = last = at
    for step in (-1, 1):
        i = at + step
        edge = at
        while 0 <= i < len(tokens) and tree.sentence_of[i] == sentence:
            if is_proper(tree, i) and _tied(tree, i, first, last):
                edge = i
                first, last = min(first, i), max(last, i)
            elif tokens[i].lemma.lower() not in _INSIDE or abs(i - edge) > 2:
                break
            i += step
    return tokens[first].start, tokens[last].end


def _tied(tree: Tree, i: int, first: int, last: int) -> bool:
    """`i` hangs on the run, or the run on it; a possessor or an apposition is another name."""
    head = tree.tokens[i].head
    if tree.tokens[i].deprel in ("nmod:poss", "appos", "conj"):
        return False
    if first <= head <= last or i in (first - 1, last + 1):
        return True
    return any(
        tree.tokens[k].head == i and tree.tokens[k].deprel not in ("nmod:poss", "appos", "conj")
        for k in range(first, last + 1)
    )


def owner_of(tree: Tree, head: int) -> int | None:
    """Whose a document is: "a report by X", "X's report", "figures from X"; a token index."""
    for child in tree.children(head):
        token = tree.tokens[child]
        if token.deprel == "nmod:poss":
            return child
        below = token.deprel.startswith(("nmod", "obl"))
        if below and tree.case(child) in ("by", "from", "of", "") and name_at(tree, child):
            return child
        if token.deprel.startswith("acl"):
            for maker in tree.children(child):
                if tree.case(maker) in ("by", "from") and name_at(tree, maker):
                    return maker
    return None


def looks_like_outlet(words: str) -> bool:
    """A name or description whose words say that it publishes."""
    plain = words.lower().split()
    return any(w.strip(".,’'") in lexicon.OUTLETS for w in plain)
