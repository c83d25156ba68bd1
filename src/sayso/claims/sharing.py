"""Who takes part in what a clause tells without standing in it.

coordination   "signed and sealed the deed": who sealed it
control        "offered to send", "ordered them to leave": who would send, who would leave
participles    "…, killing 85 people", "the man named in the letter"
infinitives    "announced a plan to move", "a contract to supply"
relatives      "the yard that built the ship", "the ships they ordered"
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.claims.grammar import Grammar
from sayso.claims.views_words import FIRST

SUBJECT_CONTROL = frozenset("promise threaten vow swear pledge agree ask_for".split())
"""Their infinitive is the subject's doing though somebody else is named ("promised her to …")."""

PLANS = frozenset(
    "plan decision deal contract offer attempt effort bid agreement intention right chance pledge "
    "promise ability option order desire refusal failure threat vow commitment proposal move "
    "permission opportunity license licence mandate authority wish power willingness readiness "
    "need obligation duty mission campaign plot conspiracy scheme".split()
)
"""Nouns whose infinitive is the doing of whoever has or makes them: "signed a contract to …"."""

OBJECT_DOES = frozenset(
    "accuse charge suspect acquit convict clear prevent stop bar ban keep discourage dissuade "
    "deter blame praise criticize criticise condemn thank fine jail imprison sentence arrest "
    "punish indict sue exonerate absolve forgive forbid prohibit restrain suspend dismiss fire "
    "detain use sanction".split()
)
""" "charged the captain with killing", "kept them from leaving": the object's doing."""

CHARGES = frozenset(
    "suspicion charge accusation allegation count complaint claim indictment".split()
)
"""Nouns that put a deed to somebody, who is never the one that has or makes them."""

FACING = frozenset("face stand plead answer fight".split())
""" "Faces charges of killing": the subject's deed, as it is told."""

HOLDING = OBJECT_DOES | frozenset("hold question try remand summon interrogate book seize".split())
""" "Arrested her on suspicion of stealing": the object's deed, as it is told."""

LED = frozenset("of with for from to on about".split())

PERCEIVING = frozenset(
    "show see hear watch find catch film depict picture spot notice photograph leave keep "
    "remember feature record".split()
)
""" "the film shows a general selling …": the object's doing."""

RECEIVING = frozenset(
    "reject refuse accept decline receive deny welcome consider hear oppose get block await "
    "criticize criticise face dismiss approve back support".split()
)
""" "rejected an offer to …": not the doing of whoever the offer is made to."""

JUDGING = frozenset("call dub brand label deem consider declare describe".split())
""" "Called it false", where the reader lost "it": not said of whoever calls."""

_DEEP = 12


@dataclass(frozen=True, slots=True)
class Shared:
    """A token that takes part in a clause. `implied` where the clause itself does not have it;
    `stands_for` is the antecedent of a relative pronoun."""

    token: int
    implied: bool
    by: str
    stands_for: int | None = None


def subject_of(grammar: Grammar, at: int, depth: int = 0) -> Shared | None:
    """The subject of the clause headed by `at`, its own or the one to be understood."""
    own = grammar.subject(at)
    if own is not None:
        return _own(grammar, own)
    if depth > _DEEP or grammar.child(at, "expl") is not None:
        return None
    token = grammar.tokens[at]
    if token.head < 0:
        return None
    find = _BY_RELATION.get(token.deprel) or _BY_RELATION.get(grammar.relation(at))
    return find(grammar, at, depth + 1) if find else None


def _own(grammar: Grammar, own: int) -> Shared | None:
    """The clause's subject; a relative pronoun's antecedent."""
    if grammar.relative(own):
        antecedent = grammar.antecedent(own)
        if antecedent is not None:
            return Shared(own, False, "relative", antecedent)
    return Shared(own, False, "subject")


def _implied(shared: Shared | None, by: str) -> Shared | None:
    return replace(shared, implied=True, by=by) if shared else None


def _of_first(grammar: Grammar, at: int, depth: int) -> Shared | None:
    """ "signed and sealed": the first verb's subject. "Korr, 52, chairs it" is no list."""
    head = grammar.tokens[at].head
    if _clausal(grammar, head):
        return _implied(subject_of(grammar, head, depth), "coordination")
    noun = grammar.tokens[head].upos in ("NOUN", "PROPN") and head < at
    if noun and grammar.finite(at) and grammar.child(at, "cc") is None:
        return Shared(head, False, "subject")
    return None


def _controller(grammar: Grammar, at: int, depth: int) -> Shared | None:
    """ "ordered them to leave": the object; "offered to send": the subject."""
    head = grammar.tokens[at].head
    object_ = grammar.child(head, "obj", "iobj")
    own = grammar.lemma(head) in SUBJECT_CONTROL
    if object_ is None and grammar.lemma(head) in JUDGING and not grammar.passive(head):
        return None
    if object_ is not None and not own and not grammar.relative(object_):
        return Shared(object_, True, "control")
    return _implied(subject_of(grammar, head, depth), "control")


def _of_main(grammar: Grammar, at: int, depth: int) -> Shared | None:
    """ "…, killing 85 people", "to protect him": the main clause's subject, if the clause has
    no tense of its own; "charged him with killing": the object."""
    head = grammar.tokens[at].head
    if grammar.finite(at) or not _clausal(grammar, head) or _as_said(grammar, at):
        return None
    object_ = grammar.child(head, "obj")
    if object_ is None and grammar.lemma(head) in PERCEIVING:
        object_ = grammar.child(head, "iobj")
    if grammar.lemma(head) in JUDGING and not grammar.passive(head):
        return None if object_ is None else Shared(object_, True, "control")
    if object_ is not None and object_ < at and not grammar.passive(head):
        mark = grammar.child(at, "mark")
        led = mark is not None and grammar.form(mark).lower() in LED
        verbs = OBJECT_DOES if led else PERCEIVING if mark is None else frozenset()
        clause = mark is None and grammar.tokens[at].deprel == "ccomp"
        if clause or grammar.lemma(head) in verbs:
            return Shared(object_, True, "control")
    return _implied(subject_of(grammar, head, depth), "participle")


def _as_said(grammar: Grammar, at: int) -> bool:
    """ "as stated in …", "than expected": said of the whole clause, not of its subject."""
    mark = grammar.child(at, "mark")
    return (
        mark is not None and grammar.form(mark).lower() in ("as", "than") and grammar.participle(at)
    )


def _of_noun(grammar: Grammar, at: int, depth: int) -> Shared | None:
    """ "the man named in …": the noun; "signed a contract to supply": who signed; "suspicion of
    stealing": who is suspected."""
    noun = grammar.tokens[at].head
    if grammar.tokens[noun].lemma.lower() in CHARGES and not grammar.participle(at):
        return _of_charge(grammar, noun, depth)
    infinitive = "VerbForm=Inf" in grammar.tokens[at].feats
    led = not infinitive and grammar.child(at, "mark", "case") is not None
    if not infinitive and not led:
        return None if grammar.finite(at) else Shared(noun, True, "participle")
    if infinitive and grammar.tokens[noun].lemma.lower() not in PLANS:
        return Shared(noun, True, "infinitive") if _doer(grammar, noun) else None
    verb = grammar.tokens[noun].head
    if led and verb >= 0 and grammar.lemma(verb) in OBJECT_DOES and not grammar.passive(verb):
        return Shared(noun, True, "control")
    return _of_plan(grammar, noun, depth)


def _of_charge(grammar: Grammar, noun: int, depth: int) -> Shared | None:
    """Whom a charge names: "charges against Korr of", "suspicion fell on Korr", "is under
    suspicion", "faces a charge", "arrested Korr on suspicion"; else nobody."""
    for child in grammar.children(noun):
        if grammar.relation(child) == "nmod" and grammar.case(child) == "against":
            return Shared(child, True, "infinitive")
    if grammar.child(noun, "cop") is not None:
        return _implied(subject_of(grammar, noun, depth), "infinitive")
    verb, relation = grammar.tokens[noun].head, grammar.relation(noun)
    if verb < 0 or not grammar.verbal(verb):
        return None
    if relation == "nsubj" and grammar.lemma(verb) == "fall":
        on = next((c for c in grammar.children(verb) if grammar.case(c) == "on"), None)
        return None if on is None else Shared(on, True, "infinitive")
    if relation == "obj" and grammar.lemma(verb) in FACING:
        return _implied(subject_of(grammar, verb, depth), "infinitive")
    if relation != "obl" or grammar.lemma(verb) not in HOLDING | FACING:
        return None
    held = grammar.child(verb, "obj")
    if held is not None:
        return Shared(held, True, "infinitive")
    told = grammar.passive(verb) or grammar.lemma(verb) in FACING
    return _implied(subject_of(grammar, verb, depth), "infinitive") if told else None


def _doer(grammar: Grammar, noun: int) -> bool:
    """ "a team to look at it", "the first ship to sail": somebody, or the first of its kind;
    not "a way to", "time to"."""
    mention = grammar.mentions.get(noun)
    if mention is not None and mention.type in ("person", "organization"):
        return True
    return any(grammar.form(c).lower() in FIRST for c in grammar.children(noun))


def _of_plan(grammar: Grammar, noun: int, depth: int) -> Shared | None:
    """Whose plan, suspicion or complaint it is: "Korr's plan to", "a complaint against Korr
    for", "arrested on suspicion of"; else who makes it."""
    owner = grammar.child(noun, "nmod:poss")
    for child in grammar.children(noun):
        if grammar.relation(child) == "nmod" and grammar.case(child) in ("against", "by"):
            owner = child
    if owner is not None:
        return Shared(owner, True, "infinitive")
    verb = grammar.tokens[noun].head
    if verb < 0 or not grammar.verbal(verb) or grammar.lemma(verb) in RECEIVING:
        return None
    if grammar.relation(noun) not in ("obj", "obl"):
        return None
    return _implied(subject_of(grammar, verb, depth), "infinitive")


def _of_antecedent(grammar: Grammar, at: int, depth: int) -> Shared | None:
    """ "the minister, named in 2018": a relative clause whose pronoun is not there."""
    del depth
    return None if grammar.finite(at) else Shared(grammar.tokens[at].head, True, "relative")


def _clausal(grammar: Grammar, at: int) -> bool:
    return grammar.verbal(at) or grammar.child(at, "cop") is not None or _small(grammar, at)


def _small(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at].upos == "ADJ" and grammar.relation(at) in ("xcomp", "root")


_BY_RELATION = {
    "conj": _of_first,
    "xcomp": _controller,
    "ccomp": _of_main,
    "advcl": _of_main,
    "acl": _of_noun,
    "amod": _of_noun,
    "acl:relcl": _of_antecedent,
}


def object_of(grammar: Grammar, at: int) -> Shared | None:
    """The object that a clause without one has from elsewhere, else None."""
    return _relative_gap(grammar, at) or _shared_object(grammar, at)


def _relative_gap(grammar: Grammar, at: int) -> Shared | None:
    """ "the ships (that) they ordered", "the ships they intend to launch"."""
    top = at
    while grammar.tokens[top].deprel == "xcomp" and grammar.child(top, "obj") is None:
        top = grammar.tokens[top].head
    token = grammar.tokens[top]
    if token.deprel != "acl:relcl" or grammar.child(top, "obj") is not None:
        return None
    own = grammar.subject(top)
    if own is None or grammar.relative(own) or grammar.passive(top):
        return None
    if grammar.child(at, "xcomp", "ccomp") is not None or _other_gap(grammar, top):
        return None
    return Shared(token.head, True, "relative")


def _other_gap(grammar: Grammar, top: int) -> bool:
    """ "the day on which", "the place where": the pronoun is not the object."""
    return any(
        grammar.relative(word)
        for child in grammar.children(top)
        if grammar.relation(child) in ("obl", "advmod", "nsubj", "mark")
        for word in (child, *grammar.children(child))
    )


def _shared_object(grammar: Grammar, at: int) -> Shared | None:
    """ "designed and built the ship": the first verb has the object, and nothing but "and"
    stands between the two."""
    token = grammar.tokens[at]
    if token.deprel != "conj" or token.head < 0 or not grammar.verbal(token.head):
        return None
    object_ = grammar.child(token.head, "obj")
    if object_ is None or object_ < at or grammar.passive(token.head):
        return None
    if grammar.child(at, "xcomp", "ccomp") is not None:
        return None
    close = all(grammar.relation(i) == "cc" for i in range(token.head + 1, at))
    return Shared(object_, True, "coordination") if close else None
