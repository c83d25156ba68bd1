"""What the tags took into a content and the tree or the layout shows to be another's words.

settled            "We reject the claim … It has not said where …": each verb has its own clause
told_apart         "told the Courier that it sank": without the Courier
is_saying          "was arrested", "has not been accused": nobody says anything
says_something     "which the Courier has read": nothing is said
quoted_alone       "Vant said: “Ask her.” She laughed": not that she laughed
own_clause         "his claim that it was clean is something …": not that it is something;
                   "Vant, said to be rich, denied …": not that he denied
within_paragraph   unquoted words of another paragraph are not said by this cue
below_headline     nor are those of the headline: whose they are is told where they stand again
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.attributions import lexicon
from sayso.attributions.joining import Joined, mend, strip
from sayso.attributions.subjects import is_hearsay, told_by
from sayso.attributions.tree import Tree
from sayso.values import Report, Span

_GOVERNED = frozenset({"ccomp", "xcomp", "obj", "advcl", "acl"})
_NOT = frozenset({"not", "n't", "never"})
_WHICH = frozenset({"which", "who", "whom", "whose"})
_BEGINNING = frozenset({"that", "whether", "if", "“", '"'})
_SPEECH = re.compile(
    r"(?P<said>[“\"](?:[^“”\"\n]*[.!?,][”\"](?: +[“\"])?)+) +[A-Z][^“”\"\n]*[.!?]?\Z"
)
_LINE = re.compile(r"[^\n]+")
_OPENING = "\"“„«‘'"


def settled(tree: Tree, found: Sequence[Joined], quoted: Sequence[Span]) -> list[Joined]:
    """Every content with the cue whose verb governs it, where the tags gave it to the cue of
    another sentence, or to one behind it. What is quoted stays, as a speech may go on behind its
    cue."""
    owners = {i: n for n, j in enumerate(found) for i in tree.heads_in(j.cue)}
    contents = [list(joined.content) for joined in found]
    for n, joined in enumerate(found):
        for span in joined.content:
            owner = _owner(tree, span, owners)
            if owner is None or owner == n or any(s <= span[0] < e for s, e in quoted):
                continue
            if _elsewhere(tree, joined.cue, span) or _passed_over(span, found[owner], joined):
                contents[n].remove(span)
                contents[owner].append(span)
    return [
        joined if sorted(parts) == sorted(joined.content) else _with(tree, joined, parts)
        for joined, parts in zip(found, contents, strict=True)
    ]


def _passed_over(span: Span, owner: Joined, other: Joined) -> bool:
    """ "…, according to Vant, and …, according to Korr": whether the owner's cue stands between
    the words and the other's cue."""
    return span[1] <= owner.cue[0][0] < other.cue[0][0]


def _with(tree: Tree, joined: Joined, parts: list[Span]) -> Joined:
    """Its contents after some went and some came: one that came drives out those of other
    sentences that nothing ties to it."""
    came = [part for part in parts if part not in joined.content]
    if came:
        parts = [p for p in parts if p in came or not _elsewhere(tree, joined.cue, p)]
    return replace(joined, content=tuple(sorted(parts)))


def _owner(tree: Tree, span: Span, owners: dict[int, int]) -> int | None:
    """Whose cue governs the span as its clause or object, or hangs from it ("…, according to
    Vant"): an attribution's number."""
    for head in tree.heads_in([span]):
        token = tree.tokens[head]
        if token.head in owners and token.deprel.split(":")[0] in _GOVERNED:
            return owners[token.head]
        for noun in tree.children(head):
            own = (at for at in tree.children(noun) if told_by(tree, at) == noun)
            if (cue := next(own, None)) is not None and cue in owners:
                return owners[cue]
    return None


def _elsewhere(tree: Tree, cue: Sequence[Span], span: Span) -> bool:
    """Whether a span has no word in a sentence of the cue."""
    own = {tree.sentence_of[i] for i in tree.indices(cue)}
    return not own & {tree.sentence_of[i] for i in tree.indices([span])}


def told_apart(tree: Tree, joined: Joined) -> Joined:
    """The contents without whom it was told to: "told the Courier that …", "in talks with
    “Novost”"."""
    told = [h for h in tree.heads_in(joined.cue) if tree.lemma(h) in lexicon.TOLD_OBJECT]
    hearers = [
        tree.stretch(c, joined.cue)
        for h in told
        for c in tree.children(h)
        if tree.tokens[c].deprel in ("iobj", "obj") and c > h
    ]
    content = []
    for start, end in joined.content:
        cut = next((e for s, e in hearers if s == start and e < end), start)
        rest = tree.indices([(cut, end)])
        clause = cut > start and tree.form(rest[0]).lower() in _BEGINNING
        content.append((tree.tokens[rest[0]].start if clause else start, end))
    kept = [span for span in content if not _is_hearer(tree, joined, span)]
    return replace(joined, content=tuple(kept)) if kept else joined


def _is_hearer(tree: Tree, joined: Joined, span: Span) -> bool:
    """A name and nothing else right behind a cue that ends in a preposition."""
    last, words = tree.indices(joined.cue)[-1], tree.indices([span])
    led = tree.tokens[last].upos == "ADP" and words[:1] == [last + 1]
    return led and all(tree.tokens[i].upos in ("PROPN", "PUNCT", "DET") for i in words)


def is_saying(tree: Tree, joined: Joined) -> bool:
    """Whether something is said at all: not where somebody is arrested, nor where
    nobody accuses ("has not been accused of"), nor by "Fell, defending, asked"."""
    heads = tree.heads_in(joined.cue)
    verbs = {tree.lemma(i) for i in heads if tree.tokens[i].upos == "VERB"}
    if verbs & lexicon.DEEDS:
        return False
    if verbs & lexicon.APPEARING and _between_commas(tree, joined.cue):
        return False
    negated = any(tree.lemma(i) in _NOT for i in tree.indices(joined.cue))
    accused = not joined.source and negated and verbs & lexicon.ACCUSING
    return not accused and says_something(tree, joined)


def _between_commas(tree: Tree, cue: Sequence[Span]) -> bool:
    words = tree.indices(cue)
    around = (words[0] - 1, words[-1] + 1)
    return all(0 <= i < len(tree.tokens) and tree.form(i) == "," for i in around)


def says_something(tree: Tree, joined: Joined) -> bool:
    """Whether there is a content, and it is more than the "which" of a clause that follows it;
    "would not say which" has one."""
    words = tree.within(joined.content)
    return any(
        t.upos != "PUNCT" and (t.lemma.lower() not in _WHICH or t.start > joined.cue[0][0])
        for t in words
    )


def within_paragraph(text: str, joined: Joined) -> Joined:
    """The contents without unquoted words from other paragraphs than the cue's."""
    if not any("\n" in text[start:end] for start, end in joined.content):
        return joined
    kept = [
        part
        for span in joined.content
        for part in _lines(text, span)
        if text[part[0]] in _OPENING or _same_line(text, part, joined.cue[0])
    ]
    return replace(joined, content=mend(text, kept)) if kept else joined


def below_headline(report: Report, joined: Joined) -> Joined:
    """The contents without words of the headline, where the cue stands below it."""
    end = next((b.end for b in report.blocks if b.kind == "title"), 0)
    below = tuple(span for span in joined.content if span[0] >= end)
    return replace(joined, content=below) if joined.cue[0][0] >= end and below else joined


def quoted_alone(text: str, joined: Joined) -> Joined:
    """The contents without the sentences that follow a speech behind its cue: "Vant said:
    “Ask her.” She laughed"."""
    end = joined.cue[-1][1]
    if not joined.content or joined.content[0][0] < end:
        return joined
    start, last = joined.content[-1]
    found = _SPEECH.match(text, start, last)
    if found is None or text[end:start].strip(" ,:"):
        return joined
    return replace(joined, content=(*joined.content[:-1], (start, found.end("said"))))


def own_clause(text: str, tree: Tree, joined: Joined) -> Joined:
    """The content without what is not of the cue's clause: "his statement that it was clean is
    something …", "she had asked which door, and that he had laughed"."""
    if not joined.content:
        return joined
    start, end = joined.content[-1]
    places = [i for i in map(_rest_begins(tree, (start, end)), tree.heads_in(joined.cue)) if i]
    if len(joined.cue) != 1 or not places or text[start] in _OPENING:
        return joined
    at = min(places)
    cut = strip(text, (start, tree.tokens[at].start))
    return replace(joined, content=(*joined.content[:-1], cut)) if cut[0] < cut[1] else joined


def _rest_begins(tree: Tree, span: Span) -> Callable[[int], int | None]:
    """Of a cue's head: the token where the span goes over into what governs the noun of saying,
    into the verb behind "said to be rich", or into a clause joined to the verb of saying by "and
    that"."""

    def begins(head: int) -> int | None:
        token = tree.tokens[head]
        if token.upos == "NOUN" and token.deprel.startswith("nsubj"):
            clause = next((i for i in tree.children(head) if tree.tokens[i].deprel == "acl"), None)
            if clause is None or token.head < clause or not tree.inside(token.head, [span]):
                return None
            return max(tree.below(clause)) + 1
        for other in tree.children(head) if token.upos == "VERB" else ():
            if _goes_on(tree, head, other) and tree.inside(other, [span]):
                return other
            below = tree.children(other)
            that = [i for i in below if tree.form(i).lower() == "that"]
            joins = [i for i in below if tree.tokens[i].deprel == "cc" and i > head]
            conjunct = tree.tokens[other].deprel == "conj" and tree.inside(other, [span])
            if conjunct and that and joins and joins[0] + 1 == that[0]:
                return joins[0]
        return None

    return begins


def _goes_on(tree: Tree, hearsay: int, verb: int) -> bool:
    """Whether a verb stands behind a comma as the conjunct of "said to be", as the parser has it:
    it is the verb of whoever that is said of."""
    conjunct = tree.tokens[verb].deprel == "conj" and tree.tokens[verb].upos == "VERB"
    return conjunct and tree.form(verb - 1) == "," and is_hearsay(tree, hearsay)


def _lines(text: str, span: Span) -> Iterator[Span]:
    for line in _LINE.finditer(text, *span):
        start, end = strip(text, line.span())
        if any(letter.isalnum() for letter in text[start:end]):
            yield start, end


def _same_line(text: str, a: Span, b: Span) -> bool:
    return "\n" not in text[min(a[1], b[1]) : max(a[0], b[0])]
