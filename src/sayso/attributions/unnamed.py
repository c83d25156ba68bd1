"""Sources that do not want to be named: "two officers who asked not to be named told the Star".

That they asked is no statement of theirs; what they told is. The tags can take the clause and what
is told for one saying.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attributions import lexicon
from sayso.attributions.joining import Joined, strip
from sayso.attributions.subjects import child_of, own_subject
from sayso.attributions.tree import Tree

_ASKING = frozenset("ask decline refuse request want wish prefer insist".split())
_NAMING = frozenset("name identify quote".split())
_RELATIVE = frozenset({"who", "that"})


def not_to_be_named(text: str, tree: Tree, found: Sequence[Joined]) -> list[Joined]:
    """What was found, with the saying behind such a clause in the place of the clause, where the
    tags have no cue of its own for it."""
    owners = {at: n for n, joined in enumerate(found) for at in tree.heads_in(joined.cue)}
    return [
        _told(text, tree, joined, {at for at, n in owners.items() if n != own})
        if any(tree.lemma(at) in _ASKING for at in tree.indices(joined.cue))
        else joined
        for own, joined in enumerate(found)
    ]


def _told(text: str, tree: Tree, joined: Joined, others: set[int]) -> Joined:
    for at in tree.indices(joined.cue):
        noun = _who_asks(tree, at)
        verb = -1 if noun is None else tree.tokens[noun].head
        if noun is None or verb <= at or verb in others:
            continue
        said = tree.tokens[verb].upos == "VERB" and tree.lemma(verb) in lexicon.SPEECH
        if said and own_subject(tree, verb) == noun:
            token = tree.tokens[verb]
            cue = (token.start, token.end)
            source = strip(text, (tree.stretch(noun)[0], tree.tokens[verb - 1].end))
            behind = (strip(text, (max(s, cue[1]), e)) for s, e in joined.content if e > cue[1])
            content = tuple(span for span in behind if span[0] < span[1])
            return replace(joined, source=(source,), cue=(cue,), content=content)
    return joined


def _who_asks(tree: Tree, at: int) -> int | None:
    """The noun whose relative clause is "who asked not to be named", its verb at `at`."""
    token, subject = tree.tokens[at], own_subject(tree, at)
    named = child_of(tree, at, ("xcomp", "ccomp"))
    if token.head < 0 or subject is None or named is None or not token.deprel.startswith("acl"):
        return None
    asked = tree.lemma(at) in _ASKING and tree.form(subject).lower() in _RELATIVE
    return token.head if asked and tree.tokens[named].lemma.lower() in _NAMING else None
