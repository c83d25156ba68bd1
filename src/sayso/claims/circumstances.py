"""When, where and how many: the circumstances of one predicate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.attributions.tree import Tree
from sayso.claims.grammar import Grammar
from sayso.values import Amount, PlaceName, Time

BRANCHES = frozenset("acl advcl ccomp csubj xcomp parataxis conj appos list".split())
"""What these open is another predicate's, or said beside."""

CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis")
"""Below an argument too."""

PLACING = frozenset(
    "in at on near outside inside within across around throughout along over above under off from "
    "to into toward towards through via between beyond behind onto".split()
)
"""Prepositions that may say where."""

REACHED = frozenset("visit enter leave reach tour flee cross".split())
"""Verbs whose object is where."""

MEASURED = ("obj", "nsubj:pass", "nsubj", "iobj", "obl", "nummod", "advmod")
"""The parts of a clause that an amount may be, the likeliest first."""

_Spanned = TypeVar("_Spanned", Time, PlaceName, Amount)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """`time` is EDTF or the report's words; each None where the clause does not say."""

    time: str | None = None
    place: PlaceName | None = None
    quantity: Amount | None = None


def circumstances_of(
    grammar: Grammar,
    predicate: int,
    times: Sequence[Time],
    places: Sequence[PlaceName],
    amounts: Sequence[Amount],
) -> Circumstances:
    """What the clause of the token `predicate` says of when, where and how many.

    Each must hang from the predicate itself or from one of its parts: what stands in another
    clause is that clause's. The sequences are in the order of the text.
    """
    tree = grammar.tree
    clause = _clause(tree, predicate)
    time = _time(tree, clause, times) or _shared_time(tree, predicate, times)
    return Circumstances(
        (time.edtf or grammar.text[time.start : time.end]) if time else None,
        _place(tree, predicate, clause, places),
        _quantity(tree, predicate, clause, amounts),
    )


def _clause(tree: Tree, at: int) -> dict[int, int]:
    """The tokens of a predicate's own clause, and of which of its parts each is.

    The predicate is its own part.
    """
    own = {at: at}
    stack = [
        (child, child)
        for child in tree.children(at)
        if tree.tokens[child].deprel.partition(":")[0] not in BRANCHES
    ]
    while stack:
        token, part = stack.pop()
        own[token] = part
        stack.extend(
            (child, part)
            for child in tree.children(token)
            if not tree.tokens[child].deprel.startswith(CLAUSES)
        )
    return own


def _within(
    tree: Tree, clause: dict[int, int], values: Sequence[_Spanned]
) -> Iterator[tuple[_Spanned, int, int]]:
    """The values that stand in the clause, each with its head and the part that holds it."""
    first, last = tree.tokens[min(clause)].start, tree.tokens[max(clause)].end
    for n in range(bisect_left(values, first, key=lambda value: value.start), len(values)):
        value = values[n]
        if value.start >= last:
            return
        heads = tree.heads_in([(value.start, value.end)])
        if heads and heads[0] in clause:
            yield value, heads[0], clause[heads[0]]


def _time(tree: Tree, clause: dict[int, int], times: Sequence[Time]) -> Time | None:
    """The time that hangs from the predicate: "left on Friday", "the 1994 bombing".

    One inside an argument is that argument's, unless the phrase is a time of its own ("at
    the end of May").
    """
    predicate = next(iter(clause))
    direct, wider = [], []
    for time, head, part in _within(tree, clause, times):
        governor = tree.tokens[head].head
        if head != predicate and governor == predicate:
            direct.append(time)
        elif governor == part and tree.tokens[part].deprel.startswith(("obl", "advmod")):
            wider.append(time)
    return next(iter([*direct, *wider]), None)


def _shared_time(tree: Tree, at: int, times: Sequence[Time]) -> Time | None:
    """A time before the first of several predicates is every one's: "On Friday he came and …"."""
    first = at
    while tree.tokens[first].deprel == "conj" and tree.tokens[first].head >= 0:
        first = tree.tokens[first].head
    if first == at:
        return None
    found = _time(tree, _clause(tree, first), times)
    return found if found and found.end <= tree.tokens[first].start else None


def _place(
    tree: Tree, at: int, clause: dict[int, int], places: Sequence[PlaceName]
) -> PlaceName | None:
    """The place of an adjunct that says where: "in Yemen", "in the north of Yemen"; else that of
    the object, or of what a noun is about: "killed twelve men in Yemen"."""
    reached = tree.lemma(at) in REACHED
    direct, wider = [], []
    for place, head, part in _within(tree, clause, places):
        kind = tree.tokens[part].deprel.partition(":")[0]
        inner = tree.tokens[head].head == part and head != part
        if part == at or (kind == "obj" and head == part and reached):
            direct.append(place)
        elif kind in ("obj", "nmod") and inner and tree.case(head) in ("in", "at", "near"):
            wider.append(place)
        elif kind not in ("obl", "nmod", "advmod") or tree.case(part) not in PLACING:
            continue
        elif head == part:
            direct.append(place)
        elif inner and tree.case(head) in ("of", "in"):
            wider.append(place)
    return next(iter([*direct, *wider]), None)


def _quantity(
    tree: Tree, at: int, clause: dict[int, int], amounts: Sequence[Amount]
) -> Amount | None:
    """The amount that the predicate, its object, subject or adjunct is; in this order."""
    found = []
    for amount, head, part in _within(tree, clause, amounts):
        counts = tree.tokens[head].deprel == "nummod" and tree.tokens[head].head == at
        if counts or head == at:
            found.append((-1, amount.start, amount))
        elif head == part and tree.tokens[part].deprel in MEASURED:
            found.append((MEASURED.index(tree.tokens[part].deprel), amount.start, amount))
    return min(found, key=lambda item: item[:2])[2] if found else None
