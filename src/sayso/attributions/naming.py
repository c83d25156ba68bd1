"""What a mention calls its thing: the name in it, whose document it is, what kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attributions import lexicon
from sayso.attributions.tree import Tree
from sayso.values import Span

_INSIDE = frozenset("of the and for - ’s 's & al".split())
_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, [\w. ]{1,24})? (?:[–—-]{1,2}) (?=\S)"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}(?:, [\w. ]{1,24}){1,2} \([A-Z][\w .]{1,30}\)"
    r"(?: ?[–—-]{1,2})? (?=\S)"
)
_CLAUSE = frozenset({"who", "whose", "which", "that", "whom"})


def is_proper(tree: Tree, at: int) -> bool:
    """A capitalised proper noun: "network" in "the news network X" is none."""
    return tree.tokens[at].upos == "PROPN" and not tree.form(at)[:1].islower()


def name_at(tree: Tree, head: int) -> Span | None:
    """The run of proper nouns at a phrase's head, or at its apposition: "Infobae" in "the
    Argentine news network Infobae", "Vanessa Neumann" in "Vanessa Neumann, an expert"."""
    for at in (head, *_naming(tree, head)):
        if is_proper(tree, at) and not _is_cut(tree, run := _run(tree, at)):
            return run
    return None


def _is_cut(tree: Tree, name: Span) -> bool:
    """Whether a name goes on behind a hyphen: "Mum" in "Mum-of-two"."""
    return _hyphen_behind(tree, tree.indices([name])[-1])


def _hyphen_behind(tree: Tree, at: int) -> bool:
    """A hyphen that joins a word to the next one, with no space on either side."""
    if at + 2 >= len(tree.tokens) or tree.form(at + 1) != "-":
        return False
    hyphen = tree.tokens[at + 1]
    return hyphen.start == tree.tokens[at].end and tree.tokens[at + 2].start == hyphen.end


def _naming(tree: Tree, head: int) -> Iterator[int]:
    for child in tree.children(head):
        naming = tree.tokens[child].deprel in ("appos", "flat", "nmod:desc")
        if naming and not _clause_between(tree, child, head):
            yield child
    yield from _second_subjects(tree, head)


def _clause_between(tree: Tree, first: int, last: int) -> bool:
    """Whether a name before a word has a verb and a full stop behind it, and so belongs to a
    sentence of its own: "Falk did not comment. Spokeswoman Sorn denied it"."""
    between = range(first + 1, last)
    ends = (tree.form(i) == "." and not is_title(tree, i - 1) for i in between)
    return any(ends) and any(tree.tokens[i].upos in ("VERB", "AUX") for i in between)


def joint_with(tree: Tree, head: int) -> list[int]:
    """Those that a name is joined to by "and", "or" or "nor", commas between them: "Brann, Usk and
    Dorn"; none where the run of names is no whole phrase."""
    if not is_proper(tree, head):
        return []
    joined = [c for c in tree.children(head) if tree.tokens[c].deprel == "conj" and c > head]
    marks = [i for other in joined for i in tree.children(other) if tree.tokens[i].deprel == "cc"]
    between = set(range(head + 1, joined[-1])) if joined else set()
    plain = all(tree.tokens[i].upos in ("PROPN", "PUNCT", "CCONJ") for i in between)
    return joined if marks and plain else []


def _second_subjects(tree: Tree, head: int) -> Iterator[int]:
    """ "The minister, Ana Volk, said", "the newspaper Lanterna said", where the parser gave the
    verb two subjects."""
    own = tree.tokens[head]
    if own.head < 0 or own.deprel != "nsubj":
        return
    for other in tree.children(own.head):
        apart = other == head + 1 or tree.form(other - 1) == ","
        clause = any(tree.tokens[i].upos in ("VERB", "AUX") for i in range(head, other))
        if other > head and tree.tokens[other].deprel == "nsubj" and apart and not clause:
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
            if (is_proper(tree, i) and _tied(tree, i, first, last)) or _in_name(tree, i, first):
                edge = i
                first, last = min(first, i), max(last, i)
            elif not _may_stand_inside(tree, i) or abs(i - edge) > 2:
                break
            i += step
    if _hyphen_behind(tree, last) and not _hyphen_behind(tree, last + 2):
        last += 2  # "Ban Ki-moon"
    return tokens[first].start, tokens[last].end


def _in_name(tree: Tree, at: int, first: int) -> bool:
    """A capitalised word that the parser takes for part of the name behind it, whatever kind of
    word it sees in it: "Northing" in "the firm, Northing Dredge"."""
    token = tree.tokens[at]
    begins = at == 0 or tree.sentence_of[at] != tree.sentence_of[at - 1]
    part = at + 1 == first and token.head == first and token.deprel in ("compound", "flat")
    return part and not begins and token.upos in ("VERB", "NOUN") and tree.form(at).istitle()


def _may_stand_inside(tree: Tree, at: int) -> bool:
    """A small word or mark within a name: "of", "-", the point of "Maj.-Gen."."""
    before = tree.tokens[at - 1] if at else None
    short = before is not None and before.end == tree.tokens[at].start and is_title(tree, at - 1)
    return tree.tokens[at].lemma.lower() in _INSIDE or (tree.form(at) == "." and short)


def is_title(tree: Tree, at: int) -> bool:
    return tree.form(at).lower().strip(".") in lexicon.TITLES


def _tied(tree: Tree, i: int, first: int, last: int) -> bool:
    """`i` hangs on the run, or the run on it; a possessor or an apposition is another name,
    but for the name that a title stands right before ("Colonel Idris Wen")."""
    head = tree.tokens[i].head
    if i == last + 1 and is_title(tree, last):
        return True
    if tree.tokens[i].deprel in ("nmod:poss", "appos", "conj"):
        return i in (first - 1, last + 1) and _both_in_a_name(tree, i, first)
    if first <= head <= last or i in (first - 1, last + 1):
        return True
    return any(
        tree.tokens[k].head == i and tree.tokens[k].deprel not in ("nmod:poss", "appos", "conj")
        for k in range(first, last + 1)
    )


def _both_in_a_name(tree: Tree, i: int, other: int) -> bool:
    """Neighbours that the parser parted though no mark stands between them; a possessor is
    parted by its "'s"."""
    kinds = {tree.tokens[i].deprel, tree.tokens[other].deprel}
    return kinds <= {"appos", "conj"} and tree.tokens[i].deprel != "nmod:poss"


def names_nobody(tree: Tree, name: Span) -> bool:
    """Whether a name is nothing but titles, ranks, posts ("Officer Commanding", "Brig")."""
    words = [i for i in tree.indices([name]) if tree.tokens[i].upos != "PUNCT"]
    beside_titles = lexicon.WITH_TITLES | _INSIDE
    return any(is_title(tree, i) for i in words) and all(
        is_title(tree, i) or tree.form(i).lower() in beside_titles for i in words
    )


def leads_title(tree: Tree, name: Span) -> bool:
    """Whether a name says whose or of what somebody is: "Callow Bay" in "The Callow Bay director
    of works", "Corran" in "Corran's chief executive"."""
    behind = tree.indices([name])[-1] + 1
    if behind >= len(tree.tokens) or tree.tokens[behind].start > name[1] + 1:
        return False
    possessor = tree.tokens[behind].upos == "PART" and tree.tokens[behind].start == name[1]
    return possessor or (is_title(tree, behind) and not is_proper(tree, behind))


def behind_dateline(text: str, source: Sequence[Span]) -> tuple[Span, ...]:
    """The source without "CALLOW – ", "CALLOW, June 3 – " or "Callow, June 3 (CNA) " before it."""
    (start, end), *rest = source
    found = _DATELINE.match(text, start, end)
    return ((found.end() if found else start, end), *rest)


def beside(tree: Tree, source: Sequence[Span], head: int) -> Span | None:
    """The one name set between commas behind a description: "Ibrahim Vale" in "The Commandant,
    4th Division, Maj.-Gen. Ibrahim Vale, who …". By the words alone, as parsers slip here.

    A name led by a title goes before others; None where several are left.
    """
    parts = [_bare(tree, part) for part in _parts(tree, source) if part and part[0] > head]
    parts = [part for part in parts if _is_name(tree, part)]
    led = [part for part in parts if is_title(tree, part[0])]
    chosen = led or parts
    if len(chosen) != 1:
        return None
    return tree.tokens[chosen[0][0]].start, tree.tokens[chosen[0][-1]].end


def _parts(tree: Tree, source: Sequence[Span]) -> Iterator[list[int]]:
    """A source's words between its commas, up to a clause ("who spoke", "chaired by …")."""
    part: list[int] = []
    for at in tree.indices(source):
        if tree.form(at).lower() in _CLAUSE or tree.tokens[at].upos == "VERB":
            break
        if tree.form(at) == ",":
            yield part
            part = []
        else:
            part.append(at)
    yield part


def _bare(tree: Tree, part: list[int]) -> list[int]:
    """Without an article before it."""
    return part[1:] if part and tree.tokens[part[0]].upos == "DET" else part


def _is_name(tree: Tree, part: Sequence[int]) -> bool:
    """Proper nouns and the marks of abbreviations alone, and more than titles."""
    if not part or not all(is_proper(tree, i) or tree.form(i) in ".-" for i in part):
        return False
    return not all(is_title(tree, i) or tree.tokens[i].upos == "PUNCT" for i in part)


def owner_of(tree: Tree, head: int) -> int | None:
    """Whose a document is: "a report by X", "X's report", "figures from X", "a report that X
    published"; a token index."""
    for child in tree.children(head):
        token = tree.tokens[child]
        if token.deprel == "nmod:poss":
            return child
        below = token.deprel.startswith(("nmod", "obl"))
        if below and tree.case(child) in ("by", "from", "of", "") and name_at(tree, child):
            return child
        if token.deprel.startswith("acl") and _makes(tree, child, head):
            for maker in tree.children(child):
                by = tree.case(maker) in ("by", "from") or tree.tokens[maker].deprel == "nsubj"
                if by and name_at(tree, maker):
                    return maker
    return None


def _makes(tree: Tree, verb: int, document: int) -> bool:
    """ "Written by", and "published by" of what outlets write themselves: a court's filing that
    a paper published is not the paper's."""
    article = tree.tokens[document].lemma.lower() in lexicon.ARTICLES
    return tree.lemma(verb) in lexicon.MAKING | (lexicon.BRINGING_OUT if article else frozenset())


def looks_like_outlet(name: str) -> bool:
    """A name whose first or last word says that it publishes."""
    words = [w.strip(".,’'") for w in name.lower().removeprefix("the ").split()]
    return bool(words) and bool({words[0], words[-1]} & lexicon.OUTLETS)
