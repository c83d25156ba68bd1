"""Whom a report passes on: "the Ledger reported, citing a clerk", "a source cited by the Ledger".
It is the Ledger's word, and within that the clerk's.

cited_apart    the cited are no part of what is reported, and citing them no report of its own
told_through   within the words of who cites, those cited say the same
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.attributions import lexicon
from sayso.attributions.joining import Joined, mend, strip
from sayso.attributions.naming import looks_like_outlet
from sayso.attributions.nesting import Nested
from sayso.attributions.subjects import Kinds, own_subject, spoken_by
from sayso.attributions.tree import Tree
from sayso.values import Span

_CITING = frozenset({"citing", "quoting"})
_CITED = frozenset({"cited", "quoted"})
_TELLING = frozenset(
    "report say write announce add note disclose reveal claim state confirm".split()
)
_ENDS = frozenset('.;:!?“”"()–—')
_CLAUSE = frozenset({"that", "who", "which", "whether", "but", "while"})
_APPOSED = frozenset({"PROPN", "DET", "ADJ", "NOUN", "ADP"})
_FAR = 12
"""Words from a verb of telling to a "citing" that the parser hung elsewhere."""


@dataclass(frozen=True, slots=True)
class Citing:
    """The verb of telling, the word "citing", and the words for who or what is cited."""

    verb: int
    word: int
    cited: Span


def cited_apart(text: str, tree: Tree, found: Sequence[Joined], kinds: Kinds) -> list[Joined]:
    """What was found, with one attribution for "reported, citing X": without X in what is reported,
    and without one for the "citing"."""
    kept: dict[int, Joined] = dict(enumerate(found))
    owners = {i: number for number, j in kept.items() for i in tree.indices(j.cue)}
    for citing in _all_citing(text, tree):
        numbers = sorted({owners[i] for i in (citing.verb, citing.word) if i in owners})
        group = [kept[number] for number in numbers if number in kept]
        source = next((j for j in group if j.source), None)
        if source is None or not _may_cite(tree, source, kinds):
            continue
        if not _is_somebody(tree, citing.cited, kinds):
            continue
        for number in numbers[1:]:
            kept.pop(number, None)
        kept[numbers[0]] = _told(text, tree, citing, group, source, kinds)
    return list(kept.values())


def _told(
    text: str, tree: Tree, citing: Citing, group: Sequence[Joined], source: Joined, kinds: Kinds
) -> Joined:
    """What is reported by who cites, out of what the tags gave to both verbs."""
    verb, word = (_span(tree, i) for i in (citing.verb, citing.word))
    away = (word[0], citing.cited[1])
    parts = [strip(text, p) for j in group for span in j.content for p in _without(span, away)]
    content = mend(text, _once([part for part in parts if _has_words(text, part)]))
    cue = next((s for j in group for s in j.cue if s[0] <= verb[0] < s[1]), verb)
    told = Joined(source.source, ((cue[0], verb[1]),), content)
    return spoken_by(tree, told, own_subject(tree, citing.verb), kinds)


def told_through(text: str, tree: Tree, found: Sequence[Nested], kinds: Kinds) -> list[Nested]:
    """What was found, and what those who are cited say in it; what stood in who cites them stands
    in their words."""
    items, inside = list(found), {}
    known = {i for item in found for i in tree.indices(item.joined.cue)}
    through = {c.verb: c for c in _all_citing(text, tree) if c.word not in known}
    for number, item in enumerate(found):
        inner = _cited_in(tree, item.joined, through, kinds)
        by = _cited_by(text, tree, item.joined)
        if by is not None:
            items[number], inner = replace(item, joined=by[0]), by[1]
        if inner is not None:
            inside[number] = len(items)
            items.append(Nested(inner, number))
    moved = [_moved(item, inside) for item in items[: len(found)]]
    return [*moved, *items[len(found) :]]


def _moved(item: Nested, inside: Mapping[int, int]) -> Nested:
    """With the number of who is cited for a parent, in place of who cites."""
    parent = item.parent
    return item if parent is None else replace(item, parent=inside.get(parent, parent))


def _cited_in(
    tree: Tree, joined: Joined, through: Mapping[int, Citing], kinds: Kinds
) -> Joined | None:
    for at in tree.indices(joined.cue):
        citing = through.get(at)
        told = citing is not None and _may_cite(tree, joined, kinds)
        if citing is not None and told and _is_somebody(tree, citing.cited, kinds):
            return Joined((citing.cited,), (_span(tree, citing.word),), joined.content)
    return None


def _cited_by(text: str, tree: Tree, joined: Joined) -> tuple[Joined, Joined] | None:
    """ "According to a clerk cited by the Ledger": the Ledger's attribution, and the clerk's."""
    words = tree.indices(joined.source)
    for at in words[1:]:
        if tree.form(at).lower() not in _CITED or at + 2 not in words:
            continue
        if tree.form(at + 1).lower() != "by":
            continue
        first, last = tree.tokens[words[0]].start, tree.tokens[words[-1]].end
        cited = strip(text, (first, tree.tokens[at].start))
        citer = strip(text, (tree.tokens[at + 2].start, last))
        cue = (tree.tokens[at].start, tree.tokens[at + 1].end)
        return replace(joined, source=(citer,), cue=(cue,)), replace(joined, source=(cited,))
    return None


def _all_citing(text: str, tree: Tree) -> Iterator[Citing]:
    for at in range(len(tree.tokens) - 1):
        if tree.form(at).lower() in _CITING:
            verb = _verb_of(tree, at)
            end = _end_of_cited(tree, at, verb) if verb is not None else at
            if verb is not None and end > at:
                cited = (tree.tokens[at + 1].start, tree.tokens[end].end)
                yield Citing(verb, at, strip(text, cited))


def _verb_of(tree: Tree, at: int) -> int | None:
    """The verb of telling that a "citing" hangs on, else the nearest one in its sentence."""
    head = tree.tokens[at].head
    near = [head] if head >= 0 else []
    around = range(max(0, at - _FAR), min(at + _FAR, len(tree.tokens)))
    near += sorted(around, key=lambda other: abs(other - at))
    for verb in near:
        same = tree.sentence_of[verb] == tree.sentence_of[at]
        if same and tree.tokens[verb].upos == "VERB" and tree.lemma(verb) in _TELLING:
            return verb
    return None


def _end_of_cited(tree: Tree, at: int, verb: int) -> int:
    """The last word of who or what is cited: up to a clause, or to the comma before one."""
    subject = own_subject(tree, verb)
    begins = tree.indices([tree.stretch(subject)])[0] if subject is not None else verb
    last = at
    for k in range(at + 1, len(tree.tokens)):
        form = tree.form(k).lower()
        if tree.sentence_of[k] != tree.sentence_of[at] or form in _ENDS | _CLAUSE or k == verb:
            break
        if form == "," and not _apposed(tree, k, {verb, begins}):
            break
        last = k
    return last - (tree.form(last) == "," and last > at)


def _apposed(tree: Tree, comma: int, begins: set[int]) -> bool:
    """Whether a name or a description stands between a comma and the next one."""
    k = comma + 1
    while k < len(tree.tokens) and tree.tokens[k].upos in _APPOSED and k not in begins:
        k += 1
    return comma + 1 < k < len(tree.tokens) and tree.form(k) in ",." and k not in begins


def _may_cite(tree: Tree, joined: Joined, kinds: Kinds) -> bool:
    """Whether who tells it is no person, but an outlet, a body or a document: what a person cites
    for what he says need not say the same."""
    heads = tree.heads_in(joined.source)
    if not heads:
        return False
    last = heads[0]
    while last + 1 in heads:
        last += 1
    if tree.tokens[last].upos == "PRON":
        return tree.form(last).lower() == "it"
    tells = looks_like_outlet(tree.form(last)) or tree.lemma(last) in lexicon.DOCUMENTS
    return tells or kinds.of.get(last) == "organization"


def _is_somebody(tree: Tree, cited: Span, kinds: Kinds) -> bool:
    """Whether people, a body or a document are cited: not "citing his health"."""
    head = next(iter(tree.heads_in([cited])), None)
    if head is None:
        return False
    words = {tree.form(head).lower(), tree.tokens[head].lemma.lower()}
    speaks = words & (lexicon.PEOPLE | lexicon.DOCUMENTS)
    return bool(speaks) or kinds.of.get(head) in ("person", "organization")


def _span(tree: Tree, at: int) -> Span:
    return tree.tokens[at].start, tree.tokens[at].end


def _without(span: Span, away: Span) -> Iterator[Span]:
    """What is left of a span on both sides of another."""
    for start, end in ((span[0], min(span[1], away[0])), (max(span[0], away[1]), span[1])):
        if start < end:
            yield start, end


def _has_words(text: str, span: Span) -> bool:
    return any(letter.isalnum() for letter in text[slice(*span)])


def _once(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without those that stand in another."""
    return tuple(
        span
        for span in dict.fromkeys(spans)
        if not any(o != span and o[0] <= span[0] and span[1] <= o[1] for o in spans)
    )
