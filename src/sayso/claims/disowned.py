"""What is called a lie, taken back, or not really said stands for nobody's plain word.

The last look at a claim that came out as said: the words of its sentence right around the clause
"that …", by the surface more than by the tree, as the parser often has such clauses wrong. Each
rule gives a view, or None:

    judged    "it was a lie that …", "called it nonsense that …": not so; "it is absurd that …",
              "it was no lie that …": left open
    reported  "the report that … was false": not so; "withdrew her claim that …", "charges that …
              were dropped": left open; "no truth in the story that …": not so
    uttered   "apologised for saying that …", "falsely claimed that …", "was unable to confirm
              that …": left open; "ruled out that …", "disproved that …": not so
    nobodys   "No witness said that …": left open
    acquitted "acquitted of bribing": left open
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attributions.lexicon import DOCUMENTS
from sayso.claims.disowned_words import (
    AMISS,
    BE,
    BECOMING,
    CALLING,
    DISPROVED,
    DISTANCED,
    FALSELY,
    FOUND,
    LINKING,
    NOT,
    SAYING,
    TAKEN_BACK,
    TOLD,
    VERDICTS,
)
from sayso.claims.grammar import Grammar
from sayso.claims.hedges import CLEARING
from sayso.claims.views import View
from sayso.reader.verb_forms import base_form

CARRIED = frozenset({"xcomp", "conj", "cop", "aux", "obj", "obl", "nmod", "compound"})
DEEPER = frozenset({"ccomp", "csubj", "parataxis"})
STOPS = frozenset({"that", "which", "who", ";", ":", "“", "”", '"', "whether", "because"})
NEAR = 9
"""Words before a clause that may tell what it is worth."""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause that somebody tells: its head, the word before it, the ends of its sentence.

    `deeper` where the claim is only in a clause of it.
    """

    head: int
    before: int
    first: int
    last: int
    deeper: bool


def disowned(grammar: Grammar, at: int, view: View) -> View:
    """The view of the token `at`, unless words around its clause disown what came out as said."""
    if view.polarity != "affirmed":
        return view
    acquitted = _acquitted(grammar, at)
    if acquitted is not None:
        return acquitted
    for told in _clauses(grammar, at):
        for rule in (_judged, _reported, _uttered):
            found = rule(grammar, told)
            if found is not None:
                return _open(*found.why) if told.deeper else found
    return view


def _clauses(grammar: Grammar, at: int) -> Iterator[Told]:
    """The clauses with a subject that a word stands in, the innermost first."""
    deeper = False
    while at >= 0:
        before = _before(grammar, at)
        if before is not None:
            start, end = _sentence(grammar, at)
            if before >= start - 1:
                yield Told(at, before, start, end, deeper)
        relation = grammar.relation(at)
        if relation in DEEPER:
            deeper = True
        elif relation not in CARRIED:
            return
        at = grammar.tokens[at].head


def _sentence(grammar: Grammar, at: int) -> tuple[int, int]:
    return grammar.reading.sentences[grammar.tree.sentence_of[at]]


def _before(grammar: Grammar, at: int) -> int | None:
    """The word before a clause with a subject, and before the "that" that opens it."""
    subject = grammar.subject(at)
    if subject is None:
        subject = grammar.child(at, "expl")
    if subject is None or subject > at or grammar.relative(subject):
        return None
    first = min((i for i in grammar.tree.below(subject) if i <= subject), default=subject)
    that = [i for i in grammar.children(at) if i < at and grammar.form(i).lower() == "that"]
    if that and grammar.tokens[at].deprel == "acl:relcl" and grammar.relation(that[0]) == "obj":
        return None
    opening = that[0] if that and that[0] != subject else first
    if opening and opening == first and grammar.form(first - 1).lower() == "that":
        opening = first - 1
    before = opening - 1
    while before >= 0 and grammar.tokens[before].upos == "PUNCT":
        aside = grammar.form(before) == "," and grammar.form(opening).lower() == "that"
        if grammar.form(before) not in "“”\"'‘’" and not aside:
            return None
        before -= 1
    return before


def _judged(grammar: Grammar, told: Told) -> View | None:
    at = told.before
    head = grammar.tokens[told.head].head
    opened = any(grammar.form(i).lower() == "that" for i in grammar.children(told.head))
    clausal = grammar.relation(told.head) in ("csubj", "advcl") and opened
    if clausal and told.head < head and _is(grammar, head, VERDICTS):
        return None if _negated(grammar, head) else _not_so(grammar.form(head))
    if at < told.first or not _is(grammar, at, VERDICTS) or grammar.tokens[at].upos == "VERB":
        return None
    window = _window(grammar, at, told.first)
    denied = [i for i in window if grammar.form(i).lower() in NOT]
    if denied:
        return _open(*(grammar.form(i) for i in (denied[0], at)))
    called = any(_is(grammar, i, CALLING) for i in window)
    if _is(grammar, at, AMISS) and not called:
        return _open(grammar.form(at))
    return _not_so(grammar.form(at))


def _reported(grammar: Grammar, told: Told) -> View | None:
    noun = _noun(grammar, told)
    found = _told_of(grammar, noun, told) if noun is not None else None
    if found is not None and noun is not None and _is_somebodys(grammar, noun):
        return _open(*found.why)
    return found


def _is_somebodys(grammar: Grammar, noun: int) -> bool:
    """ "Orn's claim that …", "claims by Orn that …": it is not Orn who denies it."""
    return any(
        grammar.tokens[i].deprel == "nmod:poss"
        or (grammar.relation(i) == "nmod" and grammar.case(i) in ("by", "from"))
        for i in grammar.children(noun)
    )


def _told_of(grammar: Grammar, noun: int, told: Told) -> View | None:
    """What becomes of what a noun tells, before the noun or behind the clause."""
    window = _window(grammar, noun, told.first)
    for i in window:
        if grammar.form(i).lower() == "no" and grammar.form(i + 1).lower() in ("truth", "basis"):
            return _not_so("no", grammar.form(i + 1))
        if grammar.form(i).lower() == "nothing":
            return _open(grammar.form(i))
        if _is(grammar, i, CALLING) and _governs(grammar, i, noun):
            verdict = _called(grammar, (*range(i, noun), *range(told.head + 1, told.last)))
            if verdict is not None:
                return _not_so(grammar.form(i), grammar.form(verdict))
    for i in window:
        back = grammar.form(i + 1).lower() if i + 1 < noun else ""
        phrase = (base_form(grammar.form(i)), back)
        taken = phrase in (("take", "back"), ("throw", "out"), ("walk", "back"))
        if not (_is(grammar, i, TAKEN_BACK) or taken) or _negated(grammar, i):
            continue
        if _governs(grammar, i, noun):
            return _open(grammar.form(i), *([back] if taken else ()))
    return _behind(grammar, noun, told)


def _governs(grammar: Grammar, verb: int, noun: int) -> bool:
    """A verb with no other one between it and a noun behind it."""
    between = (i for i in range(verb + 1, noun) if not _is(grammar, i, VERDICTS))
    is_verb = grammar.tokens[verb].upos == "VERB"
    return is_verb and all(grammar.tokens[i].upos not in ("VERB", "AUX") for i in between)


def _noun(grammar: Grammar, told: Told) -> int | None:
    """The noun whose clause it is: right before it, or as the tree has it ("claims by Korr that
    …")."""
    if told.before < told.first:
        return None
    if _is(grammar, told.before, TOLD) and grammar.relation(told.before) not in ("aux", "root"):
        return told.before
    head = grammar.tokens[told.head].head
    of_noun = grammar.tokens[told.head].deprel.startswith("acl")
    return head if of_noun and head >= 0 and _is(grammar, head, TOLD) else None


def _called(grammar: Grammar, among: Sequence[int]) -> int | None:
    """The verdict behind "as", or behind an article at the end: "as baseless", "a slander"."""
    for i in among:
        if not _is(grammar, i, VERDICTS):
            continue
        before = i - 1
        while before > 0 and grammar.tokens[before].upos in ("ADJ", "ADV"):
            before -= 1
        if grammar.form(before).lower() in ("as", "a", "an") or i == among[-1]:
            return i
        if grammar.form(i + 1) in (".", ",", ";", "”"):
            return i
    return None


def _behind(grammar: Grammar, noun: int, told: Told) -> View | None:
    """ "… was false", "… were dropped", "… turned out to be a hoax", behind the clause."""
    for i in range(told.head + 1, told.last):
        form = grammar.form(i).lower()
        if form in STOPS - {"“", "”", '"'}:
            return None
        if form not in BE and not _is(grammar, i, BECOMING):
            continue
        j = i + 1
        while j < told.last and grammar.form(j).lower() in LINKING:
            j += 1
        if j >= told.last:
            continue
        found = _worth(grammar, i, j)
        if found is None or _of_another(grammar, j, noun, told):
            continue
        return found
    return None


def _worth(grammar: Grammar, verb: int, word: int) -> View | None:
    if _is(grammar, word, VERDICTS | DISPROVED):
        return _not_so(grammar.form(word))
    thrown = [grammar.form(i).lower() for i in range(verb + 1, word)]
    if "thrown" in thrown:
        return _open("thrown", "out")
    form = grammar.form(word).lower()
    taken = form != base_form(form) and base_form(form) in TAKEN_BACK
    return _open(grammar.form(word)) if taken else None


def _of_another(grammar: Grammar, word: int, noun: int, told: Told) -> bool:
    """ "The report that Korr said the map was false": it is the map that is."""
    subject = grammar.subject(word)
    if subject is None or subject <= told.head:
        return False
    known = {"Number=Plur", "Number=Sing"}
    own, its = (set(grammar.tokens[i].feats.split("|")) & known for i in (noun, subject))
    alike = own == its or not own or not its
    return alike and grammar.tokens[subject].head == word and subject != noun


def _uttered(grammar: Grammar, told: Told) -> View | None:
    at = _sayer(grammar, told)
    if at is None:
        return None
    shown = [grammar.form(at)]
    if at + 1 < told.last and grammar.form(at + 1).lower() == "out":
        shown = [f"{grammar.form(at)} {grammar.form(at + 1)}"]
    window = _window(grammar, at, told.first)
    if _rules_out(grammar, at):
        denied = [i for i in window if grammar.form(i).lower() in NOT or _is(grammar, i, DISTANCED)]
        return _open(*shown) if denied or _negated(grammar, at) else _not_so(*shown)
    if not _is(grammar, at, SAYING):
        return None
    if _by_nobody(grammar, at):
        return _open(*shown)
    writing = grammar.antecedent(at)
    if writing is not None and _is(grammar, writing, TOLD | DOCUMENTS):
        return _told_of(grammar, writing, told)
    for i in (*window, *range(at + 1, told.before + 1)):
        if _distances(grammar, i, at) and not _negated(grammar, i):
            return _open(grammar.form(i))
    return None


def _distances(grammar: Grammar, word: int, verb: int) -> bool:
    """ "Falsely claimed"; "lied when he said", "apologised for saying", "was unable to confirm",
    and no word of another clause."""
    if grammar.form(word).lower() in FALSELY:
        return abs(word - verb) <= 2
    if word > verb or not _is(grammar, word, DISTANCED):
        return False
    between = [grammar.form(i).lower() for i in range(word + 1, verb)]
    if "when" in between:
        return True
    return grammar.form(verb).lower().endswith("ing") or "to" in between[-2:] or "having" in between


def _sayer(grammar: Grammar, told: Told) -> int | None:
    """The verb whose clause it is: as the tree has it, or right before it."""
    head = grammar.tokens[told.head].head
    that = any(grammar.form(i).lower() == "that" for i in grammar.children(told.head))
    clause = grammar.relation(told.head)
    if (clause == "ccomp" or (clause == "advcl" and that)) and 0 <= head < told.head:
        return head
    if told.before < told.first:
        return None
    verb = grammar.tokens[told.before].upos == "VERB"
    return told.before if verb or grammar.form(told.before).lower() == "out" else None


def _rules_out(grammar: Grammar, at: int) -> bool:
    """ "Ruled out that …", "disproved that …", "disbelieved that …"."""
    following = grammar.form(at + 1).lower() if at + 1 < len(grammar.tokens) else ""
    if base_form(grammar.form(at)) == "rule" and following == "out":
        return True
    if grammar.form(at).lower() == "out" and at:
        return base_form(grammar.form(at - 1)) == "rule"
    return _is(grammar, at, DISPROVED | {"disbelieve", "contest"})


def _by_nobody(grammar: Grammar, verb: int) -> bool:
    """ "Nobody said", "no witness testified", "not one of them claimed"."""
    subject = grammar.subject(verb)
    if subject is None:
        return False
    first = min(grammar.tree.below(subject))
    words = [grammar.form(i).lower() for i in range(first, min(first + 2, verb))]
    if words[:1] in (["nobody"], ["none"], ["no-one"], ["neither"]):
        return True
    if words[:1] == ["no"]:
        return words[1:] not in (["fewer"], ["less"], ["doubt"])
    return words in (["not", "one"], ["not", "a"])


def _acquitted(grammar: Grammar, at: int) -> View | None:
    """ "Acquitted of bribing", "cleared of having paid", "found not guilty of theft"."""
    if grammar.finite(at) or grammar.relation(at) not in ("advcl", "acl", "ccomp", "xcomp", "obl"):
        return None
    governor = grammar.tokens[at].head
    mark = grammar.child(at, "mark", "case")
    if governor < 0 or mark is None or grammar.form(mark).lower() not in ("of", "for"):
        return None
    if _is(grammar, governor, CLEARING):
        return None if _negated(grammar, governor) else _open(grammar.form(governor))
    if grammar.relation(at) == "acl" and _is(grammar, governor, FOUND):
        told = Told(at, governor, *_sentence(grammar, at), deeper=False)
        behind = _behind(grammar, governor, told)
        return _open(*behind.why) if behind else None
    if grammar.form(governor).lower() == "guilty" and _negated(grammar, governor):
        return _open("not", "guilty")
    return None


def _window(grammar: Grammar, at: int, first: int) -> list[int]:
    """The words shortly before one, back to where another clause begins."""
    found: list[int] = []
    for i in range(at - 1, max(first - 1, at - NEAR - 1), -1):
        if grammar.form(i).lower() in STOPS:
            break
        found.append(i)
    return found[::-1]


def _negated(grammar: Grammar, at: int) -> bool:
    near = range(max(at - 3, 0), at)
    return any(grammar.form(i).lower() in NOT for i in near)


def _is(grammar: Grammar, at: int, words: frozenset[str]) -> bool:
    form = grammar.form(at).lower()
    return form in words or base_form(form) in words or grammar.lemma(at) in words


def _open(*why: str) -> View:
    return View("unknown", "unknown", why)


def _not_so(*why: str) -> View:
    return View("negated", "certain", why)
