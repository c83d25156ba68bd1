"""Signs in a clause's surroundings that its claim is less than sure, wherever attributions end.

Each rule is a small function: the words that make it so, and the view that is left; or None. They
only ever take certainty away. `HEDGES` is the table of them all.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.claims.grammar import Grammar
from sayso.claims.mending import COMPLAINTS
from sayso.claims.views import View

Hedge = Callable[[Grammar, int], View | None]

ACCUSING = frozenset(
    "accuse charge suspect arrest detain want indict sue try investigate question blame hold seek "
    "prosecute implicate summon".split()
)
FINDING = frozenset("convict sentence jail imprison fine punish sanction dismiss sack".split())
CLEARING = frozenset("acquit clear exonerate absolve".split())
OFFENCE = frozenset("of for with on over in".split())

INQUIRIES = frozenset(
    "suspicion investigation inquiry probe scrutiny arrest trial warrant indictment".split()
)
""" "Under investigation for bribing the judge"."""

PREEMPTING = frozenset("defuse stop prevent foil intercept halt avert thwart disarm abort".split())
FICTION = frozenset("novel film movie play drama comedy episode series poem fable dream".split())
PROOF = frozenset("evidence proof sign indication suggestion".split())
ANYBODY = frozenset("anyone anybody whoever he she those everyone everybody nobody".split())
NEVER = frozenset({("pig", "fly"), ("hell", "freeze")})
SUPPOSING = frozenset("take imagine suppose picture consider".split())
PRESUMED = frozenset("presumed suspected alleged reputed supposed purported so-called".split())


def accused_of(grammar: Grammar, at: int) -> View | None:
    """ "accused of taking", "arrested for hiding": an accusation is possible, what a court
    found probable, what somebody is cleared of left open."""
    governor, mark = grammar.tokens[at].head, _mark(grammar, at)
    if governor < 0 or mark not in OFFENCE or grammar.finite(at):
        return None
    if grammar.relation(at) not in ("advcl", "acl", "ccomp", "xcomp"):
        return None
    if grammar.relation(at) == "acl":
        if grammar.lemma(governor) in COMPLAINTS | INQUIRIES:
            return View("affirmed", "possible", (grammar.form(governor),))
        governor = grammar.tokens[governor].head
    lemma = grammar.lemma(governor) if governor >= 0 else ""
    why = (grammar.form(governor),) if governor >= 0 else ()
    if lemma in CLEARING:
        return View("unknown", "unknown", why)
    if lemma in FINDING:
        return View("affirmed", "probable", why)
    return View("affirmed", "possible", why) if lemma in ACCUSING else None


def not_guilty(grammar: Grammar, at: int) -> View | None:
    """ "pleaded not guilty to laundering", "is guilty of" aside."""
    governor = grammar.tokens[at].head
    if governor < 0 or grammar.lemma(governor) not in ("guilty", "plead"):
        return None
    return View("unknown", "unknown", (grammar.form(governor),))


def stopped_short(grammar: Grammar, at: int) -> View | None:
    """ "stopped short of calling", "instead of condemning": it was not done."""
    governor, mark = grammar.tokens[at].head, _mark(grammar, at)
    if mark == "instead" or (
        mark == "of"
        and governor >= 0
        and grammar.lemma(governor) in ("stop", "fall")
        and any(grammar.form(c).lower() == "short" for c in grammar.children(governor))
    ):
        return View("negated", "certain", ("instead of" if mark == "instead" else "short of",))
    return None


def in_case(grammar: Grammar, at: int) -> View | None:
    """ "in case the dam burst", "as though it had paid", "lest it fall"."""
    for child in grammar.children(at):
        if grammar.relation(child) not in ("mark", "case", "advmod", "obl"):
            continue
        words = [grammar.form(child).lower(), *_fixed(grammar, child)]
        phrase = " ".join(words)
        before = grammar.form(child - 1).lower() if child else ""
        if phrase in ("in case", "as though", "as if", "lest") or (
            (before, words[0]) in (("in", "case"), ("as", "though"), ("as", "if"))
        ):
            return View("unknown", "unknown", (phrase if " " in phrase else f"{before} {phrase}",))
    return None


def preempted(grammar: Grammar, at: int) -> View | None:
    """ "defused before it exploded"."""
    governor = grammar.tokens[at].head
    if governor < 0 or _mark(grammar, at) != "before":
        return None
    if grammar.lemma(governor) not in PREEMPTING:
        return None
    return View("unknown", "unknown", (grammar.form(governor), "before"))


def in_fiction(grammar: Grammar, at: int) -> View | None:
    """ "In her new novel, a minister …"."""
    for child in grammar.children(at):
        told = grammar.relation(child) == "obl" and grammar.case(child) in ("in", "on")
        if told and grammar.tokens[child].lemma.lower() in FICTION:
            return View("unknown", "unknown", (grammar.form(child),))
    return None


def neither(grammar: Grammar, at: int) -> View | None:
    """ "Neither Korr nor Brand signed"."""
    subject = grammar.subject(at)
    for child in grammar.children(subject) if subject is not None else ():
        if grammar.form(child).lower() == "neither" and grammar.relation(child) in ("cc", "det"):
            return View("negated", "certain", (grammar.form(child),))
    return None


def no_evidence(grammar: Grammar, at: int) -> View | None:
    """ "found no evidence that Thole had …"."""
    noun = grammar.tokens[at].head
    if noun < 0 or grammar.relation(at) not in ("acl", "ccomp"):
        return None
    if grammar.tokens[noun].lemma.lower() not in PROOF:
        return None
    for child in grammar.children(noun):
        if grammar.relation(child) == "det" and grammar.form(child).lower() in ("no", "any"):
            return View("unknown", "unknown", (f"{grammar.form(child)} {grammar.form(noun)}",))
    return None


def anybody(grammar: Grammar, at: int) -> View | None:
    """ "Anyone who insults the governor", "he who pays": nobody in particular."""
    token = grammar.tokens[at]
    if token.deprel != "acl:relcl" or "Tense=Past" in token.feats:
        return None
    if grammar.form(token.head).lower() not in ANYBODY or grammar.child(at, "aux") is not None:
        return None
    return View("unknown", "unknown", (grammar.form(token.head),))


def in_jest(grammar: Grammar, at: int) -> View | None:
    """ "and pigs fly", "when hell freezes over": said of what will not be."""
    subject = grammar.subject(at)
    if subject is None or (grammar.lemma(subject), grammar.lemma(at)) not in NEVER:
        return None
    return View("unknown", "unknown", (f"{grammar.form(subject)} {grammar.form(at)}",))


def supposed(grammar: Grammar, at: int) -> View | None:
    """ "Take a sailor who steals a boat": an example, nobody's doing."""
    token = grammar.tokens[at]
    if token.deprel != "acl:relcl" or token.head < 0:
        return None
    verb = grammar.tokens[token.head].head
    article = grammar.child(token.head, "det")
    if verb < 0 or article is None or grammar.form(article).lower() not in ("a", "an"):
        return None
    if grammar.lemma(verb) not in SUPPOSING or "Mood=Imp" not in grammar.tokens[verb].feats:
        return None
    return View("unknown", "unknown", (grammar.form(verb),))


def presumed(grammar: Grammar, at: int) -> View | None:
    """ "The presumed leader is …"."""
    subject = grammar.subject(at)
    if subject is None or grammar.child(at, "cop") is None:
        return None
    for child in (*grammar.children(subject), *grammar.children(at)):
        if grammar.relation(child) == "amod" and grammar.form(child).lower() in PRESUMED:
            return View("affirmed", "probable", (grammar.form(child),))
    return None


HEDGES: tuple[Hedge, ...] = (
    accused_of,
    not_guilty,
    stopped_short,
    in_case,
    preempted,
    in_fiction,
    neither,
    no_evidence,
    anybody,
    in_jest,
    supposed,
    presumed,
)


def hedged(grammar: Grammar, at: int, view: View) -> View:
    """The view with the first hedge that fits, if it was affirmed and certain until then."""
    if (view.polarity, view.certainty) != ("affirmed", "certain"):
        return view
    for hedge in HEDGES:
        found = hedge(grammar, at)
        if found is not None:
            return View(found.polarity, found.certainty, (*view.why, *found.why), view.cue)
    return view


def _mark(grammar: Grammar, at: int) -> str:
    mark = grammar.child(at, "mark", "case")
    return grammar.form(mark).lower() if mark is not None else ""


def _fixed(grammar: Grammar, at: int) -> list[str]:
    return [
        grammar.form(c).lower() for c in grammar.children(at) if grammar.tokens[c].deprel == "fixed"
    ]
