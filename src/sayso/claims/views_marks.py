"""The words at a predicate that negate it or make it less than certain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.attributions.tree import Tree
from sayso.claims.views_clauses import is_supposition
from sayso.claims.views_words import (
    ABILITIES,
    ADJECTIVES,
    ADVERBS,
    CONDITIONS,
    FOCUS,
    MODALS,
    NEGATING_PHRASES,
    NEGATIONS,
    NO_SCOPE,
    NOBODY,
    WISHING,
)

LEADS = frozenset(["no", "neither"])


@dataclass(frozen=True, slots=True)
class Marks:
    """What the words at a predicate say.

    `values` are those of `views_words`; `negative` turns the polarity round; `opened` are the
    words that leave the whole clause open ("if"), for what is coordinated with it too.
    `words` are all in the order of the text; `either` is "or" between predicates.
    """

    values: tuple[str, ...] = ()
    negative: bool = False
    words: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    either: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        return not (self.values or self.negative or self.either)

    def joined(self, first: Marks, *, shared: bool, contrast: bool) -> Marks:
        """With those of the first conjunct, where they are said once for both."""
        if not shared:
            return self
        return replace(
            self,
            values=(*first.values, *self.values),
            negative=self.negative or (first.negative and not contrast),
            words=(*first.words, *(w for w in self.words if w not in first.words)),
        )


def marks_of(tree: Tree, at: int) -> Marks:
    """The marks of the token `at`."""
    negative = list(_negations(tree, at))
    modal = _modal(tree, at, negative=bool(negative))
    adverbs = list(_adverbs(tree, at))
    condition = list(_condition(tree, at))
    ahead = list(_headline(tree, at))
    ahead.extend(_partly(tree, at))
    found = [*modal, *ahead, *adverbs, *condition]
    places = sorted({*negative, *(i for i, _ in found)})
    return Marks(
        values=tuple(value for _, value in found),
        negative=bool(negative),
        words=tuple(_words(tree, i) for i in places),
        opened=tuple(_opened(tree, at)),
        either=tuple(_either(tree, at)),
    )


def _words(tree: Tree, at: int) -> str:
    """The report's word, with the "no" of "no longer" and "no means"."""
    form = tree.form(at)
    for i in tree.children(at):
        if (tree.form(i).lower() in LEADS and i == at - 1) or _not_one(tree, i, at):
            return " ".join(tree.form(k) for k in range(i, at + 1))
    return form


def _negations(tree: Tree, at: int) -> Iterator[int]:
    """not, never, "no longer", neither … nor; "no spy"; nobody, "no troops", "in no way"."""
    for child in tree.children(at):
        token = tree.tokens[child]
        form, kind = tree.form(child).lower(), token.deprel.partition(":")[0]
        following = tree.form(child + 1).lower() if child + 1 < len(tree.tokens) else ""
        if kind in ("advmod", "cc", "det", "aux") and (form in NEGATIONS or form == "cannot"):
            if form == "not" and following in FOCUS:
                continue
            if form == "no" and tree.tokens[at].lemma.lower() in NO_SCOPE:
                continue
            yield child
        elif _is_none(tree, child, kind):
            yield child


def _has_no(tree: Tree, at: int) -> bool:
    return any(tree.form(i).lower() in LEADS for i in tree.children(at) if i < at)


def _is_none(tree: Tree, at: int, kind: str) -> bool:
    """A part of the clause that negates it: "nobody", "none of them", "no weapons", "no
    longer", "in no way"."""
    lemma = tree.tokens[at].lemma.lower()
    if kind == "advmod":
        return tree.form(at).lower() == "longer" and _has_no(tree, at)
    if kind not in ("nsubj", "obj", "iobj", "obl", "expl"):
        return False
    if kind == "obl":
        return lemma in NEGATING_PHRASES.get(tree.case(at), ()) and _has_no(tree, at)
    if tree.form(at).lower() in NOBODY:
        return True
    return lemma not in NO_SCOPE and any(
        (tree.form(i).lower() in LEADS and tree.tokens[i].deprel.startswith("det"))
        or _not_one(tree, i, at)
        for i in tree.children(at)
    )


def _partly(tree: Tree, at: int) -> Iterator[tuple[int, str]]:
    """ "Not everyone left", "not all of them": of some it is so, of others not."""
    for child in tree.children(at):
        if not tree.tokens[child].deprel.startswith("nsubj"):
            continue
        for word in tree.children(child):
            if (
                tree.form(word).lower() == "not"
                and word < child
                and not _not_one(tree, word, child)
            ):
                yield word, "Uu"


def _not_one(tree: Tree, word: int, noun: int) -> bool:
    """ "Not one gun", "not a single word": none at all; "not a few", "not one gun but two" are
    more."""
    between = [tree.form(i).lower() for i in range(word + 1, noun)]
    one = between[:1] == ["one"] or between[:2] == ["a", "single"]
    but = noun + 1 < len(tree.tokens) and tree.form(noun + 1).lower() == "but"
    return tree.form(word).lower() == "not" and one and not but


def _modal(tree: Tree, at: int, *, negative: bool) -> Iterator[tuple[int, str]]:
    """The modal auxiliaries; "must have left" is a guess, "must leave" an order."""
    children = tree.children(at)
    perfect = any(
        tree.tokens[i].lemma.lower() == "have" and tree.tokens[i].deprel.startswith("aux")
        for i in children
    )
    for child in children:
        if not tree.tokens[child].deprel.startswith("aux"):
            continue
        form = tree.form(child).lower()
        lemma = tree.tokens[child].lemma.lower()
        value = MODALS.get(form) or MODALS.get(lemma)
        if value is None:
            continue
        if lemma == "would" and (negative or tree.tokens[at].lemma.lower() in WISHING):
            value = "F" if negative else "CT"
        if lemma == "have" or (form in ("'d", "’d") and lemma != "would"):
            continue
        if negative and (form in ABILITIES or lemma in ABILITIES) and not perfect:
            continue
        if lemma == "must" and not perfect:
            value = "U"
        elif perfect and lemma in ("would", "should", "need"):
            value = "Uu"
        yield child, value


def _headline(tree: Tree, at: int) -> Iterator[tuple[int, str]]:
    """ "Minister to resign": the future, as headlines have it; not "as to the tender, four …".
    "Is due to be tried", where that was read as "due to"."""
    yield from ((i, "F") for i in tree.children(at) if _due(tree, i, at))
    if tree.tokens[at].head >= 0:
        return
    for child in tree.children(at):
        led = tree.tokens[child].deprel == "mark" and tree.form(child).lower() == "to"
        if led and not any(
            tree.tokens[i].deprel.startswith("nsubj") and i > child for i in tree.children(at)
        ):
            yield child, "F"


def _due(tree: Tree, word: int, verb: int) -> bool:
    """ "Due", and "to be" or "to have" right before the verb."""
    between = [tree.form(i).lower() for i in range(word + 1, verb)]
    helped = between[:1] == ["to"] and between[1:] in (["be"], ["have"], ["have", "been"])
    return helped and tree.form(word).lower() == "due"


def _adverbs(tree: Tree, at: int) -> Iterator[tuple[int, str]]:
    for child in tree.children(at):
        kind = tree.tokens[child].deprel.partition(":")[0]
        word = tree.form(child).lower()
        if kind == "advmod" and word in ADVERBS:
            if ADVERBS[word] == "Uu" and tree.tokens[at].upos != "VERB":
                continue
            yield child, ADVERBS[word]
        elif kind == "amod" and (word := _hyphened(tree, child)) in ADJECTIVES:
            yield child, ADJECTIVES[word]


def _hyphened(tree: Tree, at: int) -> str:
    """A word in lower case; of "so-called" and "would-be" all of it."""
    first = last = at
    while (first and tree.form(first - 1) == "-") or tree.form(first) == "-":
        first -= 1
    while last + 1 < len(tree.tokens) and (tree.form(last + 1) == "-" or tree.form(last) == "-"):
        last += 1
    return "".join(tree.form(i) for i in range(first, last + 1)).lower()


def _condition(tree: Tree, at: int) -> Iterator[tuple[int, str]]:
    """The "if" of a clause that hangs from the predicate: what would follow is left open."""
    for child in tree.children(at):
        if tree.tokens[child].deprel == "obl" and is_supposition(tree, child):
            yield child, "U"
        if tree.tokens[child].deprel.partition(":")[0] != "advcl":
            continue
        for mark in tree.children(child):
            word = tree.form(mark).lower()
            if tree.tokens[mark].deprel != "mark" or word not in CONDITIONS - {"whether"}:
                continue
            before = tree.form(mark - 1).lower() if mark else ""
            if before not in ("even", "as"):
                yield mark, "U"


def _opened(tree: Tree, at: int) -> Iterator[str]:
    """ "if", "whether" at the clause; the question mark of a question; an order."""
    token = tree.tokens[at]
    for child in tree.children(at):
        if tree.tokens[child].deprel == "mark" and tree.form(child).lower() in CONDITIONS:
            yield tree.form(child)
    if _asks(tree, at):
        yield "?"
    elif "Mood=Imp" in token.feats and not _has_subject(tree, at):
        yield tree.form(at)


def _has_subject(tree: Tree, at: int) -> bool:
    return any(tree.tokens[i].deprel.startswith(("nsubj", "csubj")) for i in tree.children(at))


def _asks(tree: Tree, at: int) -> bool:
    """Whether a sentence's root, or what a label tells ("Weekly: Did you know?"), is a question."""
    token, last = tree.tokens[at], None
    label = tree.tokens[token.head] if token.deprel in ("parataxis", "dep") else None
    labelled = label is not None and label.head < 0 and label.upos in ("NOUN", "PROPN")
    if token.head >= 0 and not labelled:
        return False
    marks = [*tree.children(at), *(tree.children(token.head) if labelled else ())]
    for child in sorted(marks):
        if child > at and tree.tokens[child].upos == "PUNCT":
            form = tree.form(child)
            if form.startswith("?"):
                last = True
            elif form[0] in ".!":
                last = False
    return bool(last)


def _either(tree: Tree, at: int) -> Iterator[str]:
    """The "or" between this predicate and another."""
    token = tree.tokens[at]
    if token.upos not in ("VERB", "AUX"):
        return
    own = [at] if token.deprel == "conj" else []
    others = [i for i in tree.children(at) if tree.tokens[i].deprel == "conj"]
    for conjunct in [*own, *others]:
        for child in tree.children(conjunct):
            if tree.tokens[child].deprel == "cc" and tree.form(child).lower() == "or":
                yield tree.form(child)
