"""Which words of a reading say something of something: the predicates of its claims.

verb        "signed", "took over", "to send", "is" in "there is"
copula      "was" in "was a member"
adjective   "is responsible", "responsible" in "believed him responsible"
participle  "a U.S.-designated kingpin"
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims.grammar import Grammar
from sayso.values import Span

NEAR = 4
"""Words from a copula to its adjective that still make one predicate of the two."""

PARTICLES = frozenset(
    "back through even up down out off away over forward aside along apart".split()
)
"""Adverbs that make one verb with the word in front of them."""

VERB_AND_NOUN = frozenset({"take place", "take part", "follow suit", "take effect", "lay claim"})

DOERS = ("compound", "obl:agent", "obl", "obl:unmarked", "nsubj")
"""What a participle before its noun has for who did it."""

BESIDE = frozenset({"loyal"})
"""Adjectives that say something of the name before them: "the Front, loyal to Korr"."""

HELPERS = frozenset({"have", "be", "do"})
LOOSE = frozenset("punct mark cc advmod aux case".split())

SILENT = frozenset({"furniture", "credit", "quotation"})
"""Blocks of a report that are no part of the reporting; a "quotation" is another mail's words."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """`head` is the word that governs the arguments and whose view (negation, modal verbs)
    counts; `span` and `lemma` are what the claim shows. `of` is the name that a description
    belongs to."""

    head: int
    span: Span
    lemma: str
    kind: str
    of: int | None = None


def find_predicates(grammar: Grammar) -> list[Predicate]:
    """Every verb, copula and participle that is a predicate, in the order of the words."""
    found, silent = [], silent_words(grammar)
    for at in range(len(grammar.tokens)):
        predicate = _predicate(grammar, at)
        if predicate is not None and predicate.span[0] not in silent:
            found.append(predicate)
    return found


def _predicate(grammar: Grammar, at: int) -> Predicate | None:
    """The one case that fits a word, if any."""
    token = grammar.tokens[at]
    if grammar.verbal(at):
        left_out = any(skip(grammar, at) for skip in (_according, _name, _causative, _helping))
        return None if left_out else _verb(grammar, at)
    if token.upos == "VERB" and token.deprel == "amod":
        return _attributive(grammar, at)
    copula = grammar.child(at, "cop")
    if copula is not None and not _torn(grammar, at, copula):
        return _copula(grammar, at, copula)
    if token.upos == "ADJ" and token.deprel in ("xcomp", "ccomp"):
        return Predicate(at, (token.start, token.end), token.lemma, "adjective")
    named = 0 <= token.head < at and grammar.tokens[token.head].upos == "PROPN"
    if token.deprel == "amod" and grammar.lemma(at) in BESIDE and named:
        return Predicate(at, (token.start, token.end), token.lemma, "adjective")
    return None


def _verb(grammar: Grammar, at: int) -> Predicate:
    """The verb with its particle, or the noun it makes one verb with, right behind it: "took
    over", "pushed back", "took place"."""
    token = grammar.tokens[at]
    lemma, end = grammar.lemma(at), token.end
    for child in grammar.children(at):
        if _particle(grammar, at, child) or belongs_to_verb(grammar, at, child):
            lemma = f"{lemma} {grammar.form(child).lower()}"
            end = grammar.tokens[child].end if child == at + 1 else end
            break
    return Predicate(at, (token.start, end), lemma, "verb")


def _particle(grammar: Grammar, at: int, child: int) -> bool:
    if grammar.tokens[child].deprel == "compound:prt":
        return True
    beside = child == at + 1 and grammar.relation(child) == "advmod"
    return beside and grammar.form(child).lower() in PARTICLES


def belongs_to_verb(grammar: Grammar, at: int, child: int) -> bool:
    """Whether an object is half of the verb: "took place", "took part", "followed suit"."""
    pair = f"{grammar.lemma(at)} {grammar.form(child).lower()}"
    return child == at + 1 and grammar.relation(child) == "obj" and pair in VERB_AND_NOUN


def _copula(grammar: Grammar, at: int, copula: int) -> Predicate:
    """ "was" for a noun; with an adjective near behind it, both: "is not yet responsible"."""
    token, verb = grammar.tokens[at], grammar.tokens[copula]
    if token.upos != "ADJ" or grammar.case(at) or grammar.child(at, "det") is not None:
        return Predicate(at, (verb.start, verb.end), "be", "copula")
    near = copula < at <= copula + NEAR and all(
        grammar.relation(i) == "advmod" for i in range(copula + 1, at)
    )
    end = token.end if near else verb.end
    return Predicate(at, (verb.start, end), f"be {token.lemma}".lower(), "adjective")


def _name(grammar: Grammar, at: int) -> bool:
    """A capitalised word within a sentence that nothing depends on as on a verb."""
    start, _ = grammar.reading.sentences[grammar.tree.sentence_of[at]]
    return (
        at > start
        and grammar.form(at)[:1].isupper()
        and grammar.form(at - 1) not in ("“", '"', "``", ":", "‘", "(")
        and grammar.child(at, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "ccomp", "xcomp")
        is None
    )


def _causative(grammar: Grammar, at: int) -> bool:
    """ "had the journalist arrested": what was had is the arrest. "Had bid", read as two verbs."""
    if grammar.lemma(at) != "have":
        return False
    clause = grammar.child(at, "xcomp", "ccomp")
    return clause is not None and grammar.verbal(clause) and grammar.child(clause, "mark") is None


def _helping(grammar: Grammar, at: int) -> bool:
    """ "had", "were", "does" that nothing hangs from: the helper of a verb that stands apart."""
    return grammar.lemma(at) in HELPERS and all(
        grammar.relation(child) in LOOSE for child in grammar.children(at)
    )


def _torn(grammar: Grammar, at: int, copula: int) -> bool:
    """Whether a verb with a tense stands between: then the two hardly belong together."""
    return copula < at and any(
        "VerbForm=Fin" in grammar.tokens[i].feats and grammar.tokens[i].upos in ("VERB", "AUX")
        for i in range(copula + 1, at)
    )


def _according(grammar: Grammar, at: int) -> bool:
    """ "according to", "including": a preposition by its use, whatever its form."""
    return "ExtPos=ADP" in grammar.tokens[at].feats or (
        grammar.form(at).lower() == "according" and grammar.subject(at) is None
    )


def doer_of(grammar: Grammar, at: int) -> int | None:
    """Who did what a participle before its noun says: a name or a body in front of it."""
    for child in grammar.children(at):
        if grammar.tokens[child].deprel in DOERS:
            mention = grammar.mentions.get(child)
            body = mention is not None and mention.type in ("person", "organization")
            if body or grammar.tokens[child].upos == "PROPN":
                return child
    return None


def _attributive(grammar: Grammar, at: int) -> Predicate | None:
    """A participle before its noun, where it says who did it: "a U.S.-designated …"."""
    token = grammar.tokens[at]
    if not grammar.participle(at) or doer_of(grammar, at) is None:
        return None
    return Predicate(at, (token.start, token.end), grammar.lemma(at), "participle")


def silent_words(grammar: Grammar) -> frozenset[int]:
    """Where the words begin that stand in blocks which tell nothing."""
    blocks = [(b.start, b.end) for b in grammar.reading.report.blocks if b.kind in SILENT]
    return frozenset(grammar.tokens[i].start for i in grammar.tree.indices(blocks))
