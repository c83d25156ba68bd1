"""What stands outside of a clause and still changes its view: the stance of the voice that says
it ("denied that …"), and signs that it is not the outlet's own word (quotation marks, "according
to")."""

from __future__ import annotations

import re
from bisect import bisect_right

from sayso.attributions.quotes import quoted_spans
from sayso.claims.grammar import Grammar
from sayso.claims.hedges import hedged
from sayso.claims.views import View, Views
from sayso.claims.views_clauses import INDEFINITE
from sayso.claims.views_words import NEGATIONS
from sayso.values import Attribution, Span

_FLIPPED = {"affirmed": "negated", "negated": "affirmed", "unknown": "unknown"}

SAYINGS = frozenset(
    "report claim allegation accusation charge rumour rumor suggestion statement story assertion "
    "speculation insinuation".split()
)
""" "Denied reports that …": what is denied is what the reports say."""

_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)[^‘’'\n]{2,80}[’'](?!\w)")


class Stances:
    """The views of a report's predicates, each by its innermost voice."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._views = Views(grammar.tree)
        single = (match.span() for match in _SINGLE.finditer(grammar.text))
        self._quoted: list[Span] = sorted((*quoted_spans(grammar.text), *single))
        self._starts = [start for start, _ in self._quoted]

    def view(self, predicate: int, holder: Attribution | None) -> View:
        """The view of the token `predicate` by the voice of `holder`, or by the outlet."""
        within = holder.content if holder else ()
        view = hedged(self._grammar, predicate, self._views.of(predicate, within))
        if view.polarity == "negated" and _only_reason_denied(self._grammar, predicate):
            view = View()
        if holder is None:
            return self._outlets(predicate, view)
        if holder.stance == "affirmed" or view.cue:
            return view
        depth, reported = _depth(self._grammar, predicate, holder)
        if depth is None and not _of_something(self._grammar, predicate):
            return view
        cues = tuple(self._grammar.text[s:e] for s, e in holder.cue)
        why = (*cues, *(word for word in view.why if word not in cues))
        if reported and holder.cue > holder.content:
            why = (*why[len(cues) :], *cues)
        if holder.stance == "denied" and depth == 0:
            if reported:
                return View("negated", "certain", why)
            if view.polarity != "unknown":
                return View(_FLIPPED[view.polarity], view.certainty, why)
        return View("unknown", "unknown", why)

    def _outlets(self, predicate: int, view: View) -> View:
        """In the outlet's own voice what stands in quotation marks, or goes by "according to",
        is somebody else's word, and not told whose."""
        why = self._in_quotes(predicate) or _according(self._grammar, predicate)
        return View(view.polarity, "unknown", (*view.why, why)) if why else view

    def _in_quotes(self, predicate: int) -> str | None:
        token = self._grammar.tokens[predicate]
        k = bisect_right(self._starts, token.start) - 1
        if k < 0 or token.end > self._quoted[k][1]:
            return None
        start, end = self._quoted[k]
        return self._grammar.text[start:end] if end - start <= SHORT else self._grammar.text[start]


SHORT = 60
"""Characters of a quotation that is given as the reason whole."""


def _according(grammar: Grammar, predicate: int) -> str | None:
    """ "According to Korr", where no attribution was made of it."""
    for child in grammar.children(predicate):
        token = grammar.tokens[child]
        if grammar.case(child).startswith("according") and token.deprel.startswith("obl"):
            return "according to"
    return None


def _only_reason_denied(grammar: Grammar, at: int) -> bool:
    """ "did not dismiss him because he was old; it dismissed him because he lied": it is the
    first reason that is denied."""
    if not _has_reason(grammar, at):
        return False
    return any(
        grammar.relation(other) in ("conj", "parataxis")
        and grammar.lemma(other) == grammar.lemma(at)
        and _has_reason(grammar, other)
        and not any(grammar.form(c).lower() in NEGATIONS for c in grammar.children(other))
        for other in grammar.children(at)
    )


def _has_reason(grammar: Grammar, at: int) -> bool:
    return any(
        grammar.tokens[c].deprel == "advcl"
        and any(grammar.form(m).lower() == "because" for m in grammar.children(c))
        for c in grammar.children(at)
    )


def _asked(grammar: Grammar, head: int) -> bool:
    """ "Asked why he had left", where the clause was hung on the "why"."""
    return grammar.form(head).lower() in ("why", "how") and grammar.relation(head) != "advmod"


def _of_something(grammar: Grammar, at: int) -> bool:
    """ "A firm that was sold": told of something that only its own clause speaks of."""
    token = grammar.tokens[at]
    article = grammar.child(token.head, "det") if token.deprel.startswith("acl") else None
    return article is not None and grammar.form(article).lower() in INDEFINITE


def _of_report(grammar: Grammar, at: int, noun: int) -> bool:
    """Whether it is what a report says: "reports that he left", "rumours of his arrest"."""
    led = grammar.relation(at) == "nmod" and grammar.case(at) in ("of", "about")
    told = led or grammar.tokens[at].deprel == "acl"
    return told and grammar.tokens[noun].lemma.lower() in SAYINGS


def _depth(grammar: Grammar, at: int, holder: Attribution) -> tuple[int | None, bool]:
    """How many clauses deep a predicate stands below the top of the content, and whether it is
    what reports there say; None where it only belongs to something that is spoken of ("the
    man who left")."""
    depth, reported = 0, False
    while True:
        head, relation = grammar.tokens[at].head, grammar.tokens[at].deprel
        if head < 0 or not grammar.tree.inside(head, holder.content):
            return depth, reported
        if relation in ("ccomp", "xcomp", "csubj", "advcl") or _asked(grammar, head):
            depth += 1
        elif _of_report(grammar, at, head):
            reported = True
        elif relation not in ("conj", "parataxis"):
            return None, False
        at = head
