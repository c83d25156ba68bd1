"""Which claims stand by themselves, and what is the matter with the others.

    speech                      the outlet's "Korr said", where what Korr said is a claim as well
    within the clause around it "to send troops" of "offered to send troops"; "if it rains"
    without who takes part      a clause whose subject nobody can tell

A remark is the end of `Claim.found_by`, behind a comma. Claims with one are drawn all the same, but
lists for reading can leave them out: others say as much.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.claims.grammar import Grammar
from sayso.claims.predicates import Predicate
from sayso.claims.sharing import Shared, subject_of
from sayso.claims.views import View
from sayso.claims.wording_clause import correlated
from sayso.values import Attribution, Span

SPEECH = "speech"
WITHIN = "within the clause around it"
FRAGMENT = "without who takes part"

CLAUSAL = frozenset({"verb", "copula", "adjective"})
ASKING = frozenset({"who", "what", "which"})
EMPTY = frozenset("something anything nothing everything all one ones those that what".split())
"""Antecedents that say nothing without the clause that they stand in."""


class Tellings:
    """What a report's voices tell in clauses with a subject of their own: claims as well."""

    def __init__(
        self,
        grammar: Grammar,
        predicates: Mapping[int, Predicate],
        attributions: Sequence[Attribution],
    ) -> None:
        self._grammar = grammar
        self._verbs: set[int] = set()
        self._spans: dict[int, list[Span]] = {}
        self._contents: dict[int, list[Span]] = {}
        told = {at for at, predicate in predicates.items() if _is_told(grammar, predicate)}
        for attribution in attributions:
            content = attribution.content
            own = told.intersection(grammar.tree.indices(content))
            heads = [at for at in sorted(own) if _is_top(grammar, predicates, at, content)]
            if heads:
                self._verbs.update(grammar.tree.indices(attribution.cue))
            for at in heads:
                sentence = grammar.tree.sentence_of[at]
                self._spans.setdefault(sentence, []).append(grammar.tree.stretch(at))
                self._contents.setdefault(sentence, []).extend(attribution.content)

    def by(self, at: int) -> bool:
        """Whether a verb is the cue of what is told."""
        return at in self._verbs

    def lost(self, at: int, shown: Sequence[int]) -> bool:
        """Whether words that are told are in no clause that is a claim of its own: they are left
        in the cue's clause as it is shown."""
        grammar = self._grammar
        contents = self._contents.get(grammar.tree.sentence_of[at], ())
        around = tuple(span for span in contents if not grammar.tree.inside(at, (span,)))
        left = (i for i in shown if grammar.tree.inside(i, around))
        return any(
            grammar.tokens[i].upos in ("VERB", "NOUN", "PROPN", "ADJ")
            and grammar.relation(i) not in ("nsubj", "flat")
            for i in left
        )

    def beside(self, at: int) -> tuple[Span, ...]:
        """What the voices tell in the sentence of a cue, without what it stands in itself."""
        if at not in self._verbs:
            return ()
        spans = self._spans.get(self._grammar.tree.sentence_of[at], ())
        return tuple(span for span in spans if not self._grammar.tree.inside(at, (span,)))


def _is_told(grammar: Grammar, predicate: Predicate) -> bool:
    """A clause with a subject of its own."""
    head = predicate.head
    own = grammar.subject(head) is not None or grammar.child(head, "expl") is not None
    return own and predicate.kind in CLAUSAL and not asks(grammar, predicate)


def _is_top(
    grammar: Grammar, predicates: Collection[int], at: int, content: Sequence[Span]
) -> bool:
    """Whether a clause of a content stands in no other clause of it."""
    above = governor_of(grammar, at, predicates)
    return above is None or not grammar.tree.inside(above, content)


def asks(grammar: Grammar, predicate: Predicate) -> bool:
    """ "who the bidders were": nothing is said of anybody."""
    return predicate.kind == "copula" and grammar.form(predicate.head).lower() in ASKING


def is_fragment(grammar: Grammar, predicate: Predicate) -> bool:
    """Whether nobody can tell whom or what a clause speaks of."""
    head = predicate.head
    if predicate.kind == "possessive":
        return predicate.of is None
    if predicate.kind not in CLAUSAL:
        return False
    if asks(grammar, predicate):
        return True
    imperative = "Mood=Imp" in grammar.tokens[head].feats
    there = grammar.child(head, "expl") is not None
    if imperative or there:
        return False
    shared = subject_of(grammar, head)
    return shared is None or (shared.stands_for is None and _lost(grammar, shared))


def _lost(grammar: Grammar, shared: Shared) -> bool:
    """ "who" that nothing is found for, outside of a question."""
    asked = grammar.relation(grammar.tokens[shared.token].head) in ("ccomp", "root", "csubj")
    return grammar.relative(shared.token) and (shared.implied or not asked)


def governor_of(grammar: Grammar, head: int, among: Collection[int]) -> int | None:
    """The nearest predicate above a word."""
    at = grammar.tokens[head].head
    while at >= 0 and at not in among:
        at = grammar.tokens[at].head
    return at if at >= 0 else None


def is_within(grammar: Grammar, head: int, view: View) -> bool:
    """Whether a clause says nothing by itself that the one around it would not say."""
    at = head
    while grammar.tokens[at].deprel == "conj" and grammar.subject(at) is None:
        if correlated(grammar, grammar.tokens[at].head):
            return True
        at = grammar.tokens[at].head
    relation = grammar.tokens[at].deprel
    own = grammar.subject(at) is not None
    if relation == "xcomp":
        denied = view.polarity == "negated" and grammar.lemma(grammar.tokens[at].head) == "deny"
        return not own and not denied
    if relation == "acl:relcl":
        return _of_nothing(grammar, at)
    if relation == "advcl" and (view.polarity, view.certainty) != ("affirmed", "certain"):
        return True
    return relation in ("advcl", "acl", "ccomp", "csubj") and not own and _led(grammar, at)


def is_told_by_governor(grammar: Grammar, head: int) -> bool:
    """Whether it reads only as the clause around it has it: "accused him of stealing", "called it
    invented", "neither confirm nor refute"; not "offered to send"."""
    at = head
    while grammar.tokens[at].deprel == "conj" and grammar.subject(at) is None:
        if correlated(grammar, grammar.tokens[at].head):
            return True
        at = grammar.tokens[at].head
    if _of_nothing(grammar, at):
        return True
    if grammar.subject(at) is not None:
        return False
    relation = grammar.relation(at)
    if relation not in ("xcomp", "advcl", "acl", "ccomp", "csubj"):
        return False
    if relation == "xcomp":
        copula = None if _led(grammar, at) else grammar.child(at, "cop")
        gerund = grammar.form(at if copula is None else copula).lower().endswith("ing")
        return not gerund and "to" not in _openings(grammar, at)
    return _led(grammar, at) and "to" not in _openings(grammar, at)


def _of_nothing(grammar: Grammar, at: int) -> bool:
    """ "something that we cannot confirm", "the one that gave most"."""
    token = grammar.tokens[at]
    if token.deprel != "acl:relcl" or token.head < 0:
        return False
    empty = grammar.form(token.head).lower() in EMPTY
    return empty or grammar.tokens[token.head].upos in ("PRON", "NUM", "DET")


def _led(grammar: Grammar, at: int) -> bool:
    """Whether a preposition opens a clause without a tense: "of stealing", "to sell"."""
    return not grammar.finite(at) and any(_openings(grammar, at))


def _openings(grammar: Grammar, at: int) -> Iterator[str]:
    for child in grammar.children(at):
        if grammar.relation(child) in ("mark", "case"):
            yield grammar.form(child).lower()
