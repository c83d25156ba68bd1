"""Views: is what a predicate tells affirmed or negated, and how sure is the voice that says it?

After FactBank (Saurí and Pustejovsky 2009) and De Facto (the same, 2012): from the top of the
content down to the predicate, each governor hands its clause a value by its own view, and
each predicate's own words (negation, modal verbs, adverbs) change that. What stands outside the
content does not count: the cue's stance is for the caller to add.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.attributions.tree import Tree
from sayso.claims.views_clauses import NOMINAL, Clause, clause_of
from sayso.claims.views_marks import Marks, marks_of
from sayso.claims.views_words import ASSERTIONS, governing
from sayso.values import Span

_RANK = {"certain": 3, "probable": 2, "possible": 1, "unknown": 0}
_CERTAINTY = {"CT": "certain", "PR": "probable", "PS": "possible", "U": "unknown"}
SILENT = ASSERTIONS | {""}
"""Cues that hand nothing on: mere sayings, and those that no row has."""
_NOT = {"affirmed": "negated", "negated": "affirmed", "unknown": "unknown"}


@dataclass(frozen=True, slots=True)
class View:
    """A voice's view of what it says.

    `polarity` is "affirmed", "negated" or "unknown"; `certainty` is "certain", "probable",
    "possible" or "unknown". `why` are the report's own words that made it less than affirmed
    and certain, those nearest the predicate last. `cue` tells that the attribution's cue is
    counted in ("refused to meet"), so that its stance is not to be added again.
    """

    polarity: str = "affirmed"
    certainty: str = "certain"
    why: tuple[str, ...] = ()
    cue: bool = False


PLAIN = View()


@dataclass(frozen=True, slots=True)
class _State:
    """A token's view, and that of its clause before its own words count."""

    given: View
    own: View
    marks: Marks


class Views:
    """The views of one reading's predicates, each worked out once for each content."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known: dict[tuple[Span, ...], dict[int, _State]] = {}

    def of(self, predicate: int, within: Sequence[Span] = ()) -> View:
        """How the innermost voice sees what the token `predicate` tells.

        `within` are the content spans of the innermost attribution that it stands in. Outside them
        only a cue that holds an attitude counts (believes, expects, refuses, plans), and the
        view's `cue` says so; "denied that", "did not say whether" are the attribution's stance,
        for the caller to add.
        """
        key = tuple(within)
        known = self._known.setdefault(key, {})
        path = []
        at = predicate
        while at not in known:
            path.append(at)
            head = self._tree.tokens[at].head
            if head < 0 or (key and not self._tree.inside(head, key)):
                known[at] = self._top(at)
                break
            at = head
        for at in reversed(path):
            if at not in known:
                known[at] = self._below(at, known[self._tree.tokens[at].head])
        return known[predicate].own

    def _top(self, at: int) -> _State:
        """A root, or the head of a content: the cue's own value, if it has one, comes first."""
        marks = marks_of(self._tree, at)
        given = _opened(self._cue(at), marks)
        return _State(given, _marked(given, marks), marks)

    def _cue(self, at: int) -> View:
        """What the content has from a cue that is no mere saying: "refused to", "expects",
        "ordered the arrest of". What others call false the cue's own voice leaves open."""
        token = self._tree.tokens[at]
        head = token.head
        if head < 0:
            return PLAIN
        clause = clause_of(self._tree, at)
        if clause.kind == "open" and token.deprel.partition(":")[0] in NOMINAL:
            clause = replace(clause, value="Uu" if clause.value == "CT-" else clause.value)
        elif not clause.governor or governing(clause.governor, clause.kind).row in SILENT:
            return PLAIN
        marks = marks_of(self._tree, head)
        return replace(_given(clause, _State(PLAIN, _marked(PLAIN, marks), marks)), cue=True)

    def _below(self, at: int, governor: _State) -> _State:
        clause = clause_of(self._tree, at)
        marks = marks_of(self._tree, at)
        if clause.kind == "conj":
            marks = marks.joined(governor.marks, shared=clause.shared, contrast=clause.contrast)
            return _State(governor.given, _marked(governor.given, marks), marks)
        given = _opened(_given(clause, governor), marks)
        return _State(given, _marked(given, marks), marks)


def _given(clause: Clause, governor: _State) -> View:
    """The view that a clause has from where it stands."""
    if clause.kind == "free":
        return governor.given
    if clause.kind == "held":
        return _held(governor, clause)
    if clause.kind in ("fresh", "settled"):
        return PLAIN
    if clause.kind == "undone":
        return View("negated", "certain", clause.words)
    if clause.kind == "beside":
        return _beside(governor)
    if clause.value:
        value = "Uu" if governor.own.polarity != "affirmed" else clause.value
        return _valued(value, governor.own, governor, clause.words)
    view = governor.own
    found = governing(clause.governor, clause.kind)
    value = found.so if view.polarity == "affirmed" else found.not_so
    if view.polarity == "unknown" and value != "F":
        value = "Uu"
    return _valued(value, view, governor, clause.words)


def _held(governor: _State, clause: Clause) -> View:
    """What takes part in something: taken as said, unless that is left open or negated and
    the thing is new ("did not sign a deal")."""
    view = governor.own
    if not clause.new or (view.polarity, view.certainty) == ("affirmed", "certain"):
        return PLAIN
    polarity = "affirmed" if view.polarity == "affirmed" else "unknown"
    return View(polarity, "unknown" if view.polarity != "affirmed" else view.certainty, view.why)


def _beside(governor: _State) -> View:
    """An adjunct is as sure as what it hangs from; a negation stays with that."""
    view = governor.own
    if view.polarity == "unknown" or view.certainty != "certain":
        return View("affirmed", "unknown", view.why)
    return PLAIN


def _valued(value: str, base: View, governor: _State, words: tuple[str, ...]) -> View:
    """A clause's view by a value of the tables."""
    if value == "F":
        return governor.given
    sure, sign = _CERTAINTY[value.rstrip("+-u")[:2]], value[-1]
    certainty = min(sure, base.certainty, key=_RANK.__getitem__)
    polarity = {"-": "negated", "u": "unknown"}.get(sign, "affirmed")
    if (polarity, sure) == ("affirmed", "certain"):
        words = ()
    return View(polarity, certainty, _join(base.why, words))


def _opened(given: View, marks: Marks) -> View:
    """A clause that its first word, or the question mark, leaves open."""
    if not marks.opened:
        return given
    return View("unknown", "unknown", _join(given.why, marks.opened))


def _marked(given: View, marks: Marks) -> View:
    """The view with the predicate's own words."""
    if marks.plain:
        return given
    certainty, polarity = given.certainty, given.polarity
    for value in marks.values:
        certainty = _lowered(certainty, value)
        if value[-1] in "-u":
            polarity = "unknown" if value.endswith("u") else _NOT[polarity]
    if marks.negative:
        polarity = _NOT[polarity]
    words = marks.words
    if marks.either and (polarity, certainty) == ("affirmed", "certain"):
        certainty, words = "possible", marks.either
    return replace(given, polarity=polarity, certainty=certainty, why=_join(given.why, words))


def _lowered(certainty: str, value: str) -> str:
    """The lesser of two certainties; the future ("F") takes away only full certainty."""
    if value == "F":
        return "unknown" if certainty == "certain" else certainty
    sure = _CERTAINTY[value.rstrip("+-u")[:2]]
    return min(certainty, sure, key=_RANK.__getitem__)


def _join(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(word for word in second if word not in first))
