"""The mending of subjects: nouns that a verb does not govern as it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.attributions.lexicon import SPEECH
from sayso.values import Token

OF_NOUNS = frozenset("flat compound appos nmod nmod:desc nmod:poss nmod:unmarked nummod".split())
"""What only a noun governs: a noun so labelled below a verb is its subject or object."""

NOUNS = frozenset({"NOUN", "PROPN"})
FAR = 12
"""Words from a copula to what belongs to it."""

ACCUSATIVE = frozenset("him them me us".split())

Below = list[int]
"""The tokens that hang from a verb, in order; a rule that moves one away takes it out."""


def turned_copula(tokens: list[Token], copula: int) -> None:
    """ "The owner, Korr, was the brother": a copula behind its noun, and a noun behind that which
    nothing joins to the first: the second is said of the first."""
    if tokens[copula].deprel != "cop" or tokens[copula].head > copula:
        return
    subject = tokens[copula].head
    later = [
        i
        for i in range(copula + 1, min(copula + FAR, len(tokens)))
        if tokens[i].head == subject and tokens[i].deprel == "conj" and tokens[i].upos in NOUNS
    ]
    if not later or any(tokens[i].deprel == "cc" for i in range(copula + 1, later[0])):
        return
    said = later[0]
    tokens[said] = replace(tokens[said], head=tokens[subject].head, deprel=tokens[subject].deprel)
    tokens[copula] = replace(tokens[copula], head=said)
    for i in range(max(0, subject - FAR), subject):
        if tokens[i].head == subject and tokens[i].deprel == "mark":
            tokens[i] = replace(tokens[i], head=said)
    tokens[subject] = replace(tokens[subject], head=said, deprel="nsubj")


def interposed(tokens: list[Token], name: int) -> None:
    """ "The minister, Korr said, had left": a name right before a verb of saying, whose clause has
    no subject of its own, is who says so, and no apposition; the noun is the clause's subject."""
    noun, verb = tokens[name].head, name + 1
    while verb < len(tokens) and tokens[verb].head == name and tokens[verb].deprel == "flat":
        verb += 1
    if tokens[name].deprel != "appos" or noun > name or tokens[name].upos != "PROPN":
        return
    if verb >= len(tokens) or tokens[verb].upos != "VERB" or tokens[verb].lemma not in SPEECH:
        return
    later = range(verb + 1, min(verb + FAR, len(tokens)))
    clause = next((i for i in later if (tokens[i].head, tokens[i].deprel) == (verb, "ccomp")), None)
    if clause is None or not any(tokens[i].upos == "PUNCT" for i in range(verb + 1, clause)):
        return
    if any(t.head == clause and t.deprel.startswith("nsubj") for t in tokens[verb:clause]):
        return
    if (tokens[noun].head, tokens[noun].deprel) in ((verb, "nsubj"), (clause, "nsubj")):
        tokens[noun] = replace(tokens[noun], head=clause)
        tokens[name] = replace(tokens[name], head=verb, deprel="nsubj")


def _subjects(tokens: Sequence[Token], below: Sequence[int]) -> list[int]:
    return [i for i in below if tokens[i].deprel in ("nsubj", "nsubj:pass")]


def subject_of_clause(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "Korr said the site stood by it": a second subject behind the verb is that of its clause,
    which has a tense and none."""
    subjects = _subjects(tokens, below)
    clause = next((i for i in below if tokens[i].deprel == "ccomp" and i > verb), None)
    if len(subjects) < 2 or clause is None or not verb < subjects[-1] < clause:
        return
    pronoun = text[tokens[subjects[-1]].start : tokens[subjects[-1]].end].lower() in ACCUSATIVE
    if pronoun or "VerbForm=Fin" not in tokens[clause].feats or subjects[0] > verb:
        return
    if any(t.head == clause and t.deprel.startswith("nsubj") for t in tokens[verb:clause]):
        return
    tokens[subjects[-1]] = replace(tokens[subjects[-1]], head=clause)
    below.remove(subjects[-1])


def object_of_clause(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "Told her the invoices were late": the second object is the subject of the clause, which
    has none."""
    del text
    objects = [i for i in below if tokens[i].deprel in ("obj", "iobj") and i > verb]
    clause = next((i for i in below if tokens[i].deprel == "ccomp" and i > verb), None)
    if not objects or clause is None or not objects[-1] < clause:
        return
    told = objects[0] if len(objects) > 1 else _pronoun_before(tokens, verb, objects[0])
    if told is None:
        return
    own = [t for t in tokens[objects[-1] + 1 : clause] if t.head == clause]
    finite = [t for t in own if t.deprel.startswith(("aux", "cop"))]
    if not finite or any(t.deprel.startswith(("nsubj", "csubj", "mark")) for t in own):
        return
    kind = "nsubj:pass" if any(t.deprel == "aux:pass" for t in finite) else "nsubj"
    tokens[objects[-1]] = replace(tokens[objects[-1]], head=clause, deprel=kind)
    tokens[told] = replace(tokens[told], head=verb, deprel="iobj")
    below[:] = sorted({*below, told} - {objects[-1]})


def _pronoun_before(tokens: Sequence[Token], verb: int, noun: int) -> int | None:
    """ "Her" of "told her the invoices", taken for whose they are."""
    first, second = verb + 1, verb + 2
    parted = second < noun and tokens[first].upos == "PRON" and tokens[second].upos == "DET"
    return first if parted and tokens[first].head == noun else None


def split_name(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """Two subjects that stand side by side and are both names: one name in two."""
    del verb, text
    subjects = _subjects(tokens, below)
    for first, second in pairwise(subjects):
        if second == first + 1 and tokens[first].upos == tokens[second].upos == "PROPN":
            tokens[second] = replace(tokens[second], head=first, deprel="flat")
            below.remove(second)


def second_subject(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "believed him responsible", "believe the colonel responsible": a second subject behind
    the verb is its object, and what is said of it a clause of its object."""
    subjects = _subjects(tokens, below)
    for i in subjects:
        pronoun = text[tokens[i].start : tokens[i].end].lower() in ACCUSATIVE
        if i > verb and (pronoun or subjects[0] < verb):
            tokens[i] = replace(tokens[i], deprel="obj")
            for j in below:
                if j > i and tokens[j].deprel == "ccomp" and tokens[j].upos == "ADJ":
                    tokens[j] = replace(tokens[j], deprel="xcomp")


def object_in_front(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """An object in front of a verb that has a tense and no subject: its subject; behind a clause
    that is the subject, that clause's object ("Removing him now leaves …")."""
    del text
    clause = next((i for i in below if tokens[i].deprel.startswith("csubj")), None)
    for i in below:
        token = tokens[i]
        if token.deprel not in ("obj", "iobj") or i > verb or token.upos not in ("NOUN", "PROPN"):
            continue
        if clause is not None and clause < i:
            tokens[i] = replace(token, head=clause)
        elif not _subjects(tokens, below) and _has_tense(tokens, verb, below):
            tokens[i] = replace(token, deprel="nsubj")


def fronted_object(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "The letter the minister never answered": two articles side by side are no apposition."""
    del text
    subjects = [i for i in _subjects(tokens, below) if i < verb]
    if len(subjects) == 2 and tokens[subjects[0] + 1].head == subjects[1]:
        subjects = subjects[:1]
    if len(subjects) != 1 or any(tokens[i].deprel == "obj" for i in below):
        return
    first = subjects[0]
    if first + 1 >= verb or tokens[first + 1].upos != "DET":
        return
    second = tokens[first + 1].head
    beside = (first, "appos"), (verb, "nsubj")
    if second > first and (tokens[second].head, tokens[second].deprel) in beside:
        tokens[first] = replace(tokens[first], deprel="obj")
        tokens[second] = replace(tokens[second], head=verb, deprel="nsubj")


def noun_of_verb(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """A noun below a verb by what only nouns govern: its subject in front of it, and behind
    a verb of saying; otherwise its object."""
    del text
    for i in below:
        token = tokens[i]
        if token.deprel not in OF_NOUNS or token.upos not in ("NOUN", "PROPN", "PRON"):
            continue
        has = {tokens[j].deprel.partition(":")[0] for j in below}
        if "nsubj" not in has and (i < verb or tokens[verb].lemma in SPEECH):
            passive = any(tokens[j].deprel == "aux:pass" for j in below)
            tokens[i] = replace(token, deprel="nsubj:pass" if passive else "nsubj")
        elif i > verb and "obj" not in has and token.deprel == "compound":
            tokens[i] = replace(token, deprel="obj")


def _has_tense(tokens: Sequence[Token], verb: int, below: Sequence[int]) -> bool:
    return "VerbForm=Fin" in tokens[verb].feats or any(tokens[i].deprel == "aux" for i in below)
