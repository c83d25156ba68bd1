"""Which words of a clause its claim shows: those below its head, without claims beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.claims.grammar import Grammar
from sayso.claims.views_words import CONDITIONS
from sayso.values import Span

LONGEST = 160
"""Characters of a clause or phrase that is shown within the claim that holds it."""

LONGEST_ASIDE = 80
"""Characters of an apposition that is shown."""

APART = frozenset("parataxis discourse list dep vocative".split())
PAIRED = frozenset({"neither", "either", "both", "nor", "rather", "instead"})
COMMAS = frozenset(", – — - ( ;".split())


def shown_words(
    grammar: Grammar, head: int, within: Sequence[Span] = (), told: Sequence[Span] = ()
) -> list[int]:
    """The tokens of the clause at `head`, in order, punctuation aside.

    `within` are the spans that all words must stand in (a voice's own words), `told` those that
    none may stand in (what a verb of saying says).
    """
    found = [head]
    for at in found:  # it grows
        found.extend(_shown_below(grammar, at, head, within, told))
    found.extend(_strays(grammar, head, set(found), within, told))
    return sorted(found)


def _shown_below(
    grammar: Grammar, at: int, head: int, within: Sequence[Span], told: Sequence[Span]
) -> Iterator[int]:
    """The words that hang right from one that is shown, and are shown as well."""
    tree = grammar.tree
    for child in grammar.children(at):
        if grammar.tokens[child].upos == "PUNCT":
            continue
        if within and not tree.inside(child, within):
            continue
        subject = at == head and grammar.relation(child) == "nsubj"
        if told and not subject and tree.inside(child, told):
            continue
        if not _left_out(grammar, child, at, head):
            yield child


def _strays(
    grammar: Grammar, head: int, found: set[int], within: Sequence[Span], told: Sequence[Span]
) -> Iterator[int]:
    """Words amid the clause that the tree puts elsewhere, or into a clause beside it that crosses
    it, with all of that one: there it is wrong, and they are shown."""
    tree = grammar.tree
    strays: set[int] = set()
    for at in range(min(found), max(found)):
        if at not in found and grammar.tokens[at].upos != "PUNCT":
            strays.update(_astray(grammar, at, head, found))
    for at in strays - found:
        if grammar.tokens[at].upos == "PUNCT" or tree.inside(at, told):
            continue
        if not within or tree.inside(at, within):
            yield at


def _astray(grammar: Grammar, at: int, head: int, found: set[int]) -> Iterable[int]:
    if not _hangs_from(grammar, at, head):
        return (at,)
    while grammar.tokens[at].head not in found:
        at = grammar.tokens[at].head
    return () if min(found) < at < max(found) else grammar.tree.below(at)


def _hangs_from(grammar: Grammar, at: int, head: int) -> bool:
    while at >= 0 and at != head:
        at = grammar.tokens[at].head
    return at == head


def _left_out(grammar: Grammar, child: int, at: int, head: int) -> bool:
    """A claim of its own beside the clause, or what only joins the clause to others."""
    token, relation = grammar.tokens[child], grammar.relation(child)
    if relation in APART:
        return True
    if at == head and relation == "cc":
        return child < at and grammar.form(child).lower() not in PAIRED
    if at == head and relation == "mark":
        return grammar.form(child).lower() == "that"
    if relation == "conj":
        return is_clause(grammar, child) and not correlated(grammar, at)
    if token.deprel == "appos":
        return length(grammar, child) > LONGEST_ASIDE
    if relation == "acl":
        return _after_comma(grammar, child) or length(grammar, child) > LONGEST
    return relation == "advcl" and _told_apart(grammar, child)


def _told_apart(grammar: Grammar, clause: int) -> bool:
    """An adverbial clause that is left to its own claim: a participle behind a comma ("…, killing
    five"), or a long one, unless nothing holds without it."""
    mark = grammar.child(clause, "mark")
    if mark is not None and grammar.form(mark).lower() in CONDITIONS:
        return False
    bare = mark is None and not grammar.finite(clause)
    return (bare and _after_comma(grammar, clause)) or length(grammar, clause) > LONGEST


def is_clause(grammar: Grammar, at: int) -> bool:
    """Whether a word heads a clause: a verb, or with a copula or a subject of its own."""
    return (
        grammar.tokens[at].upos in ("VERB", "AUX")
        or grammar.child(at, "cop") is not None
        or grammar.subject(at) is not None
    )


def correlated(grammar: Grammar, at: int) -> bool:
    """ "neither confirm nor refute", "either pay or leave": one without the other says else."""
    return any(
        grammar.form(child).lower() in ("neither", "either")
        and grammar.relation(child) in ("cc", "advmod", "det")
        for child in grammar.children(at)
        if child < at
    )


def length(grammar: Grammar, at: int) -> int:
    start, end = grammar.tree.stretch(at)
    return end - start


def _after_comma(grammar: Grammar, at: int) -> bool:
    start, _ = grammar.tree.stretch(at)
    before = grammar.text[:start].rstrip()[-1:] if start else ""
    first = next((i for i in grammar.tree.indices(((start, start + 1),))), at)
    return before in COMMAS or grammar.form(first) in COMMAS
