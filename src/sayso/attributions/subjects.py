"""Who says it by the tree, where the tags cannot be right: few rules, each for one surface form.

not_speaking   "Vant, said to be rich", "questioned by Vant, Korr said": Vant says nothing
own_subjects   "… ,” said Vant. “… ,” said Brand.": each verb's own subject says it
participles    "generals surfaced after the attempt saying …": the generals say it
nearest        "Brand stands by it and says …", after a sentence of Vant's: Brand says it
subjects       "X, who had paid, announced that": the verb's subject, where none was tagged
apposed        "according to the notary, Korr, …": with the name
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.attributions import lexicon
from sayso.attributions.joining import Joined
from sayso.attributions.tree import Tree
from sayso.values import Mention, Span, TaggedSpan

_SUBJECTS = ("nsubj",)
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_HAPPENING = ("event", "time")
_NOBODY = frozenset({"there", "what", "that"})
_SEEMING = frozenset({"seem", "appear", "look", "sound", "happen", "tend"})
"""Verbs whose subject is what they are about: it only seems so to somebody else."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """What kinds of mentions words head, and the spans of those that something happens in."""

    of: dict[int, str] = field(default_factory=dict)
    happenings: frozenset[Span] = frozenset()

    @classmethod
    def among(cls, mentions: Iterable[Mention]) -> Kinds:
        found = tuple(mentions)
        happening = frozenset((m.start, m.end) for m in found if m.type in _HAPPENING)
        return cls({m.head: m.type for m in found}, happening)


NO_KINDS = Kinds()


def speaker_by_tree(
    tree: Tree, joined: Joined, tags: Sequence[TaggedSpan], kinds: Kinds = NO_KINDS
) -> Joined:
    """The attribution with the source that the tree shows, where the tags cannot be right."""
    joined = own_subjects(tree, not_speaking(tree, joined), tags)
    joined = participles(tree, joined, kinds)
    joined = nearest(tree, joined, kinds, tags)
    return apposed(tree, subjects(tree, joined, kinds))


def subject_of(tree: Tree, at: int) -> int | None:
    """Whose verb it is: its own subject, or that of the verb that it is joined to ("stands by
    it and says") or hangs on as a participle ("spoke, adding"); behind "Vant, said to be rich,"
    where the parser took that for the verb, Vant. None for a passive."""
    for joined in range(len(tree.tokens)):
        if joined and is_hearsay(tree, at):
            return _told_of(tree, at)
        if _is_passive(tree, at) or is_hearsay(tree, at):
            return None
        own = own_subject(tree, at)
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


def _told_of(tree: Tree, at: int) -> int | None:
    """Of whom a participle between commas tells: "Vant, said to be rich, denied"."""
    own = own_subject(tree, at)
    return own if own is not None and own < at and tree.form(at - 1) == "," else None


def _is_passive(tree: Tree, at: int) -> bool:
    """With a passive's auxiliary or subject, or a past participle by itself ("reported lost")."""
    feats = tree.tokens[at].feats
    bare = "VerbForm=Part" in feats and "Tense=Past" in feats and not child_of(tree, at, ("aux",))
    return bare or child_of(tree, at, ("aux:pass", "nsubj:pass")) is not None


def is_hearsay(tree: Tree, at: int) -> bool:
    """ "Said to be rich", "believed to have fled": a participle that tells no speaker, whatever
    the parser takes for its subject."""
    words = [tree.form(i).lower() for i in range(at, min(at + 2, len(tree.tokens)))]
    past = words[0].endswith(("ed", "said", "thought", "known"))
    to = words[1:] == ["to"] and tree.tokens[at + 1].upos == "PART"
    return past and to and tree.lemma(at) in lexicon.HEARSAY


def own_subject(tree: Tree, at: int) -> int | None:
    """A verb's own subject; of two that the parser gave it ("Vant, Korr said, was a liar") the
    one that stands nearer."""
    own = [c for c in tree.children(at) if tree.tokens[c].deprel in _SUBJECTS]
    return min(own, key=lambda c: abs(c - at), default=None)


def child_of(tree: Tree, at: int, kinds: tuple[str, ...]) -> int | None:
    return next((c for c in tree.children(at) if tree.tokens[c].deprel in kinds), None)


def nearest(
    tree: Tree, joined: Joined, kinds: Kinds = NO_KINDS, tags: Sequence[TaggedSpan] = ()
) -> Joined:
    """A source from another sentence gives way to the subject of the cue's own verb, or to the
    source that was tagged right before it."""
    sources = tree.heads_in(joined.source)
    for head in tree.heads_in(joined.cue):
        if tree.tokens[head].upos != "VERB":
            continue
        if any(tree.sentence_of[i] == tree.sentence_of[head] for i in sources):
            return joined
        beside = _tagged_before(tree, joined.cue[0], tags) if sources else None
        if beside is not None:
            return replace(joined, source=(beside,))
        speaker = subject_of(tree, head) if sources else None
        taken = _from_content(tree, joined, speaker) if _apart(tree, sources, head) else None
        return taken or spoken_by(tree, joined, speaker, kinds)
    return joined


def _apart(tree: Tree, sources: Sequence[int], cue: int) -> bool:
    """Whether a line ends between a cue and the words tagged as its source."""
    return any(tree.parts_lines(at, cue) for at in sources)


def _from_content(tree: Tree, joined: Joined, speaker: int | None) -> Joined | None:
    """With the part of the content that is nothing but the speaker as the source: "…, the ministry
    announced"."""
    part = next((p for p in joined.content if tree.heads_in([p]) == [speaker]), None)
    if part is None or len(joined.content) < 2:
        return None
    rest = tuple(p for p in joined.content if p != part)
    return replace(joined, source=(part,), content=rest)


def _tagged_before(tree: Tree, cue: Span, tags: Sequence[TaggedSpan]) -> Span | None:
    """The source that was tagged right before a cue, a comma between them at most."""
    before = bisect_right(tags, cue[0], key=lambda tag: tag.start) - 1
    while before >= 0 and (tags[before].start, tags[before].end) == cue:
        before -= 1
    tag = tags[before] if before >= 0 else None
    if tag is None or tag.role != "source":
        return None
    between = tree.indices([(tag.end, cue[0])]) if tag.end < cue[0] else []
    plain = all(tree.form(i) == "," for i in between)
    if tree.form(tree.indices([(tag.start, tag.end)])[0]).lower() in _RELATIVE:
        return None
    return (tag.start, tag.end) if plain and tag.end <= cue[0] else None


def not_speaking(tree: Tree, joined: Joined) -> Joined:
    """Without a source that the verb only tells of ("Vant, said to be rich"), or by whom
    something was done to the speaker ("Questioned by Vant, Korr said")."""
    heads = [i for i in tree.heads_in(joined.cue) if tree.tokens[i].upos == "VERB"]
    if any(is_hearsay(tree, head) for head in heads):
        return replace(joined, source=())
    for at in tree.heads_in(joined.source):
        done = tree.tokens[at].head
        agent = tree.tokens[at].deprel.startswith("obl") and tree.case(at) == "by"
        before = agent and tree.tokens[done].deprel == "advcl" and at < tree.tokens[done].head
        if before and tree.tokens[done].head in heads:
            return replace(joined, source=_right_before(tree, tree.tokens[done].head))
    return joined


def _right_before(tree: Tree, verb: int) -> tuple[Span, ...]:
    """The name between a comma and a verb."""
    first = verb
    while first > 0 and tree.tokens[first - 1].upos == "PROPN":
        first -= 1
    if first in (0, verb) or tree.form(first - 1) != ",":
        return ()
    return ((tree.tokens[first].start, tree.tokens[verb - 1].end),)


def own_subjects(tree: Tree, joined: Joined, tags: Sequence[TaggedSpan]) -> Joined:
    """A verb whose own subject was tagged as a source is said by that one, and by nobody
    else."""
    for head in tree.heads_in(joined.cue):
        subject = own_subject(tree, head)
        if tree.tokens[head].upos != "VERB" or subject is None or is_hearsay(tree, head):
            continue
        others = tree.heads_in(joined.source)
        here = any(tree.sentence_of[i] == tree.sentence_of[head] for i in others)
        if here and (subject in others or tree.form(subject).lower() in _RELATIVE):
            return joined
        before = bisect_right(tags, tree.tokens[subject].start, key=lambda tag: tag.start)
        tag = tags[before - 1] if before else None
        if tag and tag.role == "source" and tree.inside(subject, [(tag.start, tag.end)]):
            return replace(joined, source=((tag.start, tag.end),))
    return joined


def participles(tree: Tree, joined: Joined, kinds: Kinds = NO_KINDS) -> Joined:
    """Who a participle of saying belongs to: the subject of the governing verb, or the noun
    that it modifies, not the noun that happens to stand next to it."""
    heads = tree.heads_in(joined.cue)
    sources = tree.heads_in(joined.source)
    if not heads or not sources or joined.source[0][1] > joined.cue[0][0]:
        return joined
    cue, near = tree.tokens[heads[0]], tree.tokens[sources[0]]
    if cue.upos != "VERB" or cue.head < 0:
        return joined
    if _cannot_speak(joined.source[0], kinds):
        return spoken_by(tree, joined, _somebody_above(tree, sources[0], kinds))
    if cue.head == sources[0]:
        return joined
    speaker: int | None = None
    if cue.deprel == "advcl" and near.head == cue.head and near.deprel.startswith("obl"):
        speaker = child_of(tree, cue.head, ("nsubj", "nsubj:pass"))
    elif cue.deprel == "acl" and near.deprel.startswith(("obl", "obj")):
        speaker = cue.head
    return spoken_by(tree, joined, speaker)


def _cannot_speak(source: Span, kinds: Kinds) -> bool:
    """Whether a source's words are those of something that happened."""
    return source in kinds.happenings


def _somebody_above(tree: Tree, at: int, kinds: Kinds) -> int | None:
    """The nearest noun above a word that is a person or a body."""
    while at >= 0:
        if kinds.of.get(at) in ("person", "organization"):
            return at
        at = tree.tokens[at].head
    return None


def subjects(tree: Tree, joined: Joined, kinds: Kinds = NO_KINDS) -> Joined:
    """A cue without a source takes its verb's subject ("X, who had paid, announced that"), and
    "according to" always what stands behind it; with a part of its content that is nothing but that
    ("…, the ministry announced")."""
    behind = _behind_according(tree, joined)
    if joined.source:
        wrong = behind is not None and not tree.inside(behind, joined.source)
        return spoken_by(tree, joined, behind) if wrong else joined
    for head in tree.heads_in(joined.cue):
        speaker = behind
        if behind is None:
            if tree.tokens[head].upos != "VERB" or tree.lemma(head) in _SEEMING:
                continue
            speaker = subject_of(tree, head)
        if speaker is not None and (cut := _at_the_end(tree, joined, speaker)) is not None:
            return cut
        return _from_content(tree, joined, speaker) or spoken_by(tree, joined, speaker, kinds)
    return joined


def _at_the_end(tree: Tree, joined: Joined, speaker: int) -> Joined | None:
    """The speaker's phrase between a content and the verb, taken into the content: "“It sank,” a
    clerk told us"."""
    start, end = tree.stretch(speaker, joined.cue)
    for n, span in enumerate(joined.content):
        before = tree.indices([(span[0], start)])
        while before and tree.form(before[-1]) == ",":
            before.pop()
        if before and start < span[1] <= end <= joined.cue[0][0]:
            said = (span[0], tree.tokens[before[-1]].end)
            rest = (*joined.content[:n], said, *joined.content[n + 1 :])
            return replace(joined, source=((start, end),), content=rest)
    return None


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
    source = (start, tree.tokens[last - 1].end)
    apart = tuple(span for span in joined.content if not start <= span[0] < source[1])
    return replace(joined, source=(source,), content=apart)


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


def spoken_by(tree: Tree, joined: Joined, speaker: int | None, kinds: Kinds = NO_KINDS) -> Joined:
    """The attribution with the phrase of `speaker` as its source, if that is anybody."""
    taken = (*joined.cue, *joined.content)
    if speaker is None or tree.inside(speaker, taken) or tree.form(speaker).lower() in _NOBODY:
        return joined
    own = tree.inside(tree.tokens[speaker].head, joined.cue)
    if not own and kinds.of.get(speaker) in _HAPPENING:
        return joined
    return replace(joined, source=(tree.stretch(speaker, taken),))
