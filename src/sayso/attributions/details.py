"""Whom it was told to, in what, when, and with what stance: read off the tree at the cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attributions import lexicon
from sayso.attributions.joining import Joined
from sayso.attributions.naming import name_at
from sayso.attributions.nobody import is_nobody
from sayso.attributions.tree import Tree
from sayso.values import Mention, Span, Token

NEXT = 2
"""Characters between "told" and the one who was told."""

_TO = frozenset({"to", "with"})
_CLAIM = (
    r"(?:it|this|that|they|these|those|(?:the|his|her|its|their|such|any|all) (?:\w+ ){0,3}"
    r"(?:claim|allegation|report|accusation|charge|story|suggestion|rumou?r|account)s?)"
)
_UNTRUE = (
    r"(?:(?:not|n't|never) (?:true|so|correct|accurate|the case)|untrue|false|baseless|unfounded"
    r"|absurd|nonsense|rubbish|fiction|fabricated|groundless|without foundation|a lie|lies"
    r"|invented|made up)"
)
_DENIAL = re.compile(
    rf"(?:that )?{_CLAIM}(?: (?:is|are|was|were|be|had been|as))?(?: \w+ly)? {_UNTRUE}[\W]*",
    re.IGNORECASE,
)
"""A content that does no more than call a claim untrue: "that it was not true"."""

_PUT_TO = re.compile("puts? it to", re.IGNORECASE)

_IN = frozenset("in on via during at through over by from".split())


@dataclass(frozen=True, slots=True)
class Details:
    """Token indices of phrases at the cue, and the cue's stance."""

    stance: str
    addressee: tuple[Span, ...] = ()
    medium: tuple[Span, ...] = ()


def details_of(tree: Tree, joined: Joined, mentions: Sequence[Mention] = ()) -> Details:
    """What stands at the cue, outside of the source and the content.

    `mentions` help where the tree does not show who was told.
    """
    heads = tree.heads_in(joined.cue)
    taken = (*joined.source, *joined.content)
    addressee = [t for h in heads for t in _addressees(tree, h) if not tree.inside(t, taken)]
    medium = [t for h in heads for t in _media(tree, h) if not tree.inside(t, taken)]
    told = [tree.phrase(t, taken) for t in addressee[:1]]
    if not told and any(tree.lemma(h) in lexicon.TOLD_OBJECT for h in heads):
        told = _next_mention(joined, mentions) or _next_name(tree, joined)
    return Details(
        stance_of(tree, heads, joined),
        tuple(told),
        tuple(tree.phrase(t, taken) for t in medium[:1]),
    )


def _addressees(tree: Tree, head: int) -> Iterator[int]:
    """ "told the Post", "said to reporters", "warned them that", "in a letter to the court"."""
    for child in tree.children(head):
        kind = tree.tokens[child].deprel
        told = kind == "iobj" or (kind == "obj" and tree.lemma(head) in lexicon.TOLD_OBJECT)
        to = kind in ("obl", "nmod") and tree.case(child) in _TO and _somebody(tree.tokens[child])
        if told or to:
            yield child


def _next_mention(joined: Joined, mentions: Sequence[Mention]) -> list[Span]:
    """ "told the Post": the person or body named right behind the cue."""
    at = joined.cue[-1][1]
    found = [
        (m.start, m.end)
        for m in mentions
        if at < m.start <= at + NEXT
        and m.type in ("person", "organization")
        and not any(s < m.end and m.start < e for s, e in (*joined.source, *joined.content))
    ]
    return [min(found, key=lambda span: (span[0], -span[1]))] if found else []


def _next_name(tree: Tree, joined: Joined) -> list[Span]:
    """The name that begins right behind the cue, where no mention was found there."""
    at = joined.cue[-1][1]
    behind = tree.indices([(at, at + NEXT)])[-1:]
    name = name_at(tree, behind[0]) if behind and tree.tokens[behind[0]].start >= at else None
    near = name is not None and at <= name[0] <= at + NEXT
    apart = name is None or not any(s < name[1] and name[0] < e for s, e in joined.source)
    return [name] if name is not None and near and apart else []


def _somebody(token: Token) -> bool:
    return token.upos in ("PROPN", "PRON") or token.lemma.lower() in (
        lexicon.PEOPLE | frozenset("reporter reporters journalist crowd court congress".split())
    )


def _media(tree: Tree, head: int) -> Iterator[int]:
    """ "in a statement", "on Twitter", "during a briefing", "at a rally"."""
    for child in tree.children(head):
        token = tree.tokens[child]
        if (
            token.deprel.startswith(("obl", "nmod"))
            and tree.case(child) in _IN
            and token.lemma.lower() in lexicon.MEDIA
        ):
            yield child


def stance_of(tree: Tree, heads: Sequence[int], joined: Joined) -> str:
    """ "denied" (denied that, refuted, said that it was not true), "open" (did not say whether,
    declined to confirm, asked if, on suspicion of, did he say?), else "affirmed"."""
    words = [i for i in tree.indices(joined.cue) if tree.tokens[i].upos in ("VERB", "NOUN")]
    lemmas = {tree.lemma(i) for i in (*heads, *words)}
    said = " ".join(tree.form(i) for i in tree.indices(joined.content) if tree.form(i) not in '“”"')
    negated = any(_negated(tree, h) for h in heads) or is_nobody(tree, joined.source)
    if lemmas & lexicon.DENYING:
        return "open" if negated or lemmas & lexicon.HOLDING_BACK else "denied"
    if (
        negated
        or lemmas & (lexicon.OPEN | lexicon.SUSPECTING)
        or _PUT_TO.fullmatch(" ".join(tree.form(i) for i in tree.indices(joined.cue)))
        or any(_asked(tree, h) for h in heads)
    ):
        return "open"
    if _DENIAL.fullmatch(said):
        return "denied"
    first = next(iter(tree.within(joined.content)), None)
    if first is not None and first.lemma.lower() in ("whether", "if") and first.deprel == "mark":
        return "open"
    return "affirmed"


def _asked(tree: Tree, head: int) -> bool:
    """ "Does she accept that …?": an auxiliary, the subject and the verb of a question."""
    below = {tree.tokens[c].deprel: c for c in reversed(tree.children(head))}
    aux, subject = below.get("aux"), below.get("nsubj")
    if aux is None or subject is None or not aux < subject < head:
        return False
    end = bisect_right(tree.sentence_of, tree.sentence_of[head])
    return "?" in (tree.form(i) for i in range(max(head, end - 3), end))


def _negated(tree: Tree, head: int) -> bool:
    return any(
        tree.tokens[c].lemma.lower() in ("not", "n't", "never", "no", "neither", "nor")
        and tree.tokens[c].deprel in ("advmod", "det", "advmod:neg", "cc:preconj")
        for c in tree.children(head)
    )
