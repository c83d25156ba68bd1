"""Who says it by the tree, where the tags cannot be right: few rules, each for one surface form.

own_subjects   "… ,” said Vant. “… ,” said Brand.": each verb's own subject says it
participles    "generals surfaced after the attempt saying …": the generals say it
nearest        "Brand stands by it and says …", after a sentence of Vant's: Brand says it
subjects       "X, who had paid, announced that": the verb's subject, where none was tagged
apposed        "according to the notary, Korr, …": with the name
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attributions.joining import Joined
from sayso.attributions.tree import Tree
from sayso.values import Mention, Span, TaggedSpan

_SUBJECTS = ("nsubj",)
_NOBODY = frozenset({"there", "what", "that"})
_SEEMING = frozenset({"seem", "appear", "look", "sound", "happen", "tend"})
"""Verbs whose subject is what they are about: it only seems so to somebody else."""


def speaker_by_tree(
    tree: Tree, joined: Joined, tags: Sequence[TaggedSpan], mentions: Sequence[Mention] = ()
) -> Joined:
    """The attribution with the source that the tree shows, where the tags cannot be right."""
    joined = own_subjects(tree, joined, tags)
    joined = participles(tree, joined, mentions)
    return apposed(tree, subjects(tree, nearest(tree, joined, mentions), mentions))


def subject_of(tree: Tree, at: int) -> int | None:
    """Whose verb it is: its own subject, or that of the verb that it is joined to ("stands by
    it and says") or hangs on as a participle ("spoke, adding"). None for a passive."""
    for _ in range(len(tree.tokens)):
        if _is_passive(tree, at):
            return None
        own = child_of(tree, at, _SUBJECTS)
        if own is not None:
            return own
        token = tree.tokens[at]
        joined_to = token.deprel == "conj" or (
            token.deprel in ("advcl", "xcomp") and tree.form(at).lower().endswith("ing")
        )
        if not joined_to or tree.tokens[token.head].upos != "VERB":
            return None
        at = token.head
    return None


def _is_passive(tree: Tree, at: int) -> bool:
    """With a passive's auxiliary or subject, or a past participle by itself ("reported lost")."""
    feats = tree.tokens[at].feats
    bare = "VerbForm=Part" in feats and "Tense=Past" in feats and not child_of(tree, at, ("aux",))
    return bare or child_of(tree, at, ("aux:pass", "nsubj:pass")) is not None


def child_of(tree: Tree, at: int, kinds: tuple[str, ...]) -> int | None:
    return next((c for c in tree.children(at) if tree.tokens[c].deprel in kinds), None)


def nearest(tree: Tree, joined: Joined, mentions: Sequence[Mention] = ()) -> Joined:
    """A source from another sentence gives way to the subject of the cue's own verb."""
    sources = tree.heads_in(joined.source)
    for head in tree.heads_in(joined.cue):
        if tree.tokens[head].upos != "VERB":
            continue
        if any(tree.sentence_of[i] == tree.sentence_of[head] for i in sources):
            return joined
        return spoken_by(tree, joined, subject_of(tree, head), mentions) if sources else joined
    return joined


def own_subjects(tree: Tree, joined: Joined, tags: Sequence[TaggedSpan]) -> Joined:
    """A verb whose own subject was tagged as a source is said by that one, and by nobody in
    another sentence."""
    for head in tree.heads_in(joined.cue):
        subject = child_of(tree, head, ("nsubj",))
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
        return spoken_by(tree, joined, _somebody_above(tree, sources[0], mentions))
    if cue.head == sources[0]:
        return joined
    speaker: int | None = None
    if cue.deprel == "advcl" and near.head == cue.head and near.deprel.startswith("obl"):
        speaker = child_of(tree, cue.head, ("nsubj", "nsubj:pass"))
    elif cue.deprel == "acl" and near.deprel.startswith(("obl", "obj")):
        speaker = cue.head
    return spoken_by(tree, joined, speaker)


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


def subjects(tree: Tree, joined: Joined, mentions: Sequence[Mention] = ()) -> Joined:
    """A cue without a source takes its verb's subject ("X, who had paid, announced that"), or
    what stands behind "according to"; with a part of its content that is nothing but that
    ("…, the ministry announced")."""
    if joined.source:
        return joined
    behind = _behind_according(tree, joined)
    for head in tree.heads_in(joined.cue):
        speaker = behind
        if behind is None:
            if tree.tokens[head].upos != "VERB" or tree.lemma(head) in _SEEMING:
                continue
            speaker = subject_of(tree, head)
        part = next((p for p in joined.content if tree.heads_in([p]) == [speaker]), None)
        if part is not None and len(joined.content) > 1:
            rest = tuple(p for p in joined.content if p != part)
            return replace(joined, source=(part,), content=rest)
        return spoken_by(tree, joined, speaker, mentions)
    return joined


def told_by(tree: Tree, at: int) -> int | None:
    """The noun behind "according to", if these words begin at `at`: whom it is according to."""
    if tree.form(at).lower() != "according" or at + 1 == len(tree.tokens):
        return None
    if tree.form(at + 1).lower() != "to":
        return None
    token = tree.tokens[at]
    noun = token.head if token.deprel == "case" else child_of(tree, at, ("obl",))
    return noun if noun is not None and noun > at else None


def apposed(tree: Tree, joined: Joined) -> Joined:
    """ "According to the notary, Gerolt Korr, three envelopes were sealed": with the name between
    commas right behind, where the clause has a subject of its own behind that."""
    heads = tree.heads_in(joined.source)
    if len(joined.source) != 1 or len(heads) != 1 or _behind_according(tree, joined) != heads[0]:
        return joined
    start = joined.source[0][0]
    comma = tree.indices([joined.source[0]])[-1] + 1
    last = name = comma + 1
    while last < len(tree.tokens) and tree.tokens[last].upos == "PROPN":
        last += 1
    if last == name or last >= len(tree.tokens) or {tree.form(comma), tree.form(last)} != {","}:
        return joined
    if not _subject_behind(tree, tree.tokens[heads[0]].head, last):
        return joined
    if tree.tokens[heads[0]].upos != "NOUN" or tree.tokens[name].deprel == "conj":
        return joined
    return replace(joined, source=((start, tree.tokens[last - 1].end),))


def _subject_behind(tree: Tree, clause: int, comma: int) -> bool:
    """Whether a clause has a subject behind a comma, and no comma behind that: "Korr, the clerk,
    signed it" has none, nor "Korr, Vant and Dun signed it"."""
    for at in tree.children(clause) if clause >= 0 else ():
        if tree.tokens[at].deprel in ("nsubj", "nsubj:pass") and at > comma:
            own = tree.indices([tree.stretch(at)])
            return own[0] == comma + 1 and at < clause and tree.form(own[-1] + 1) not in ",-–—"
    return False


def _behind_according(tree: Tree, joined: Joined) -> int | None:
    return next(
        (n for at in tree.indices(joined.cue) if (n := told_by(tree, at)) is not None), None
    )


def spoken_by(
    tree: Tree, joined: Joined, speaker: int | None, mentions: Sequence[Mention] = ()
) -> Joined:
    """The attribution with the phrase of `speaker` as its source, if that is anybody."""
    taken = (*joined.cue, *joined.content)
    if speaker is None or tree.inside(speaker, taken) or tree.form(speaker).lower() in _NOBODY:
        return joined
    own = tree.inside(tree.tokens[speaker].head, joined.cue)
    if not own and any(m.head == speaker and m.type in ("event", "time") for m in mentions):
        return joined
    return replace(joined, source=(tree.stretch(speaker, taken),))
