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

OWNING = frozenset({"'s", "’s", "'", "’"})

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


def owner(tokens: list[Token], case: int, text: str) -> None:
    """ "Korr's wife, Ada, left": a subject with "'s", and another right behind it, is whose that
    one is; what stands beside the two belongs to the second."""
    at = tokens[case].head
    if tokens[case].deprel != "case" or text[tokens[case].start : tokens[case].end] not in OWNING:
        return
    own = _owned(tokens, at, case, text)
    if own is None:
        return
    tokens[at] = replace(tokens[at], head=own, deprel="nmod:poss")
    for i in range(own + 1, min(own + FAR, len(tokens))):
        if tokens[i].head == at and tokens[i].deprel == "appos":
            tokens[i] = replace(tokens[i], head=own)


def _owned(tokens: Sequence[Token], at: int, case: int, text: str) -> int | None:
    """The noun behind the "'s" of a word, by the tree or as the other subject of its verb."""
    if tokens[at].deprel == "nmod:poss":
        return tokens[at].head if tokens[at].head > case else None
    if not tokens[at].deprel.startswith("nsubj") or at > case:
        return None
    later = range(case + 1, min(case + FAR, len(tokens)))
    own = next((i for i in later if tokens[i].head == tokens[at].head), None)
    if own is None or not tokens[own].deprel.startswith("nsubj") or tokens[own].upos != "NOUN":
        return None
    return None if _comma(tokens, case, own, text) else own


def in_law(tokens: list[Token], law: int, text: str) -> None:
    """ "Is the brother-in-law of Korr": the kin word governs its "-in-law", and a name with its
    copula behind it is its subject."""
    kin = law - 4
    if kin < 0 or text[tokens[kin].end : tokens[law].end] != "-in-law":
        return
    head, deprel = tokens[law].head, tokens[law].deprel
    if tokens[kin].head != law:
        return
    tokens[kin] = replace(tokens[kin], head=head, deprel=deprel)
    tokens[law] = replace(tokens[law], head=kin, deprel="nmod")
    copula = any(t.head == kin and t.deprel == "cop" for t in tokens[max(0, kin - FAR) : kin])
    if copula and 0 <= head < kin:
        tokens[kin] = replace(tokens[kin], head=tokens[head].head, deprel=tokens[head].deprel)
        tokens[head] = replace(tokens[head], head=kin, deprel="nsubj")


def interposed(tokens: list[Token], name: int) -> None:
    """ "The minister, Korr said, had left": a name right before a verb of saying, whose clause has
    no subject of its own, is who says so, and no apposition; the noun is the clause's subject."""
    noun, verb = tokens[name].head, name + 1
    parted = tokens[name].deprel == "flat" and tokens[name - 1].upos == "PUNCT"
    if (
        noun > name
        or tokens[name].upos != "PROPN"
        or not (parted or tokens[name].deprel == "appos")
    ):
        return
    while tokens[noun].deprel == "nmod" and 0 <= tokens[noun].head < noun:
        noun = tokens[noun].head
    while verb < len(tokens) and tokens[verb].head == name and tokens[verb].deprel == "flat":
        verb += 1
    if verb >= len(tokens) or tokens[verb].upos != "VERB" or tokens[verb].lemma not in SPEECH:
        return
    clause = _clause_around(tokens, noun, verb)
    if clause is None or not any(tokens[i].upos == "PUNCT" for i in range(verb + 1, clause)):
        return
    if any(t.head == clause and t.deprel.startswith("nsubj") for t in tokens[verb:clause]):
        return
    if (tokens[noun].head, tokens[noun].deprel) in ((verb, "nsubj"), (clause, "nsubj")):
        tokens[noun] = replace(tokens[noun], head=clause)
        tokens[name] = replace(tokens[name], head=verb, deprel="nsubj")
        if tokens[verb].head == clause:
            tokens[verb] = replace(tokens[verb], deprel="parataxis")


def _clause_around(tokens: Sequence[Token], noun: int, verb: int) -> int | None:
    """The clause that a verb of saying with a tense stands in: below it, or what governs both the
    verb and the noun before it."""
    later = range(verb + 1, min(verb + FAR, len(tokens)))
    below = next((i for i in later if (tokens[i].head, tokens[i].deprel) == (verb, "ccomp")), None)
    above = tokens[verb].head
    beside = above in later and tokens[noun].head == above and "VerbForm=Fin" in tokens[verb].feats
    return above if below is None and beside else below


def subject_in_front(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "Brand, Korr said, ran the firm", "Brand, said Korr, was the owner": of two subjects of a
    verb of saying between commas, the first belongs to what is said, if that has none."""
    if tokens[verb].lemma not in SPEECH:
        return
    _inverted(tokens, verb, below)
    subjects = _subjects(tokens, below)
    clause = next((i for i in below if tokens[i].deprel == "ccomp" and i > verb), None)
    if len(subjects) != 2 or clause is None:
        return
    first, second = subjects
    parts = (first, min(second, verb)), (max(second, verb), clause)
    if first > verb or clause < second or not all(_comma(tokens, *part, text) for part in parts):
        return
    own = [t for t in tokens[verb + 1 : clause] if t.head == clause]
    helped = any(t.deprel.startswith(("aux", "cop")) for t in own)
    if any(t.deprel.startswith(("nsubj", "csubj", "mark")) for t in own):
        return
    if helped or "VerbForm=Fin" in tokens[clause].feats:
        kind = "nsubj:pass" if any(t.deprel == "aux:pass" for t in own) else "nsubj"
        tokens[first] = replace(tokens[first], head=clause, deprel=kind)
        below.remove(first)


def _inverted(tokens: list[Token], verb: int, below: Below) -> None:
    """ "Brand, wrote Korr, stole it": a name between a verb of saying right behind a comma and
    another verb that nothing joins to it is the subject of the first."""
    behind = [i for i in below if tokens[i].deprel in ("obj", "conj", "ccomp") and i > verb]
    if len(behind) != 2 or not verb or tokens[verb - 1].upos != "PUNCT":
        return
    name, clause = behind
    own = (t.deprel for t in tokens[verb:clause] if t.head == clause)
    joined = any(deprel.startswith(("cc", "nsubj", "mark")) for deprel in own)
    kinds = tokens[name].deprel, tokens[clause].deprel
    beside = name == verb + 1 and tokens[name].upos == "PROPN" and kinds[0] == "obj"
    if beside and kinds[1] != "obj" and not joined and "VerbForm=Fin" in tokens[verb].feats:
        tokens[name] = replace(tokens[name], deprel="nsubj")
        tokens[clause] = replace(tokens[clause], deprel="ccomp")


def cleft(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "It was Brand who ran it, Korr said": a name with a copula, before the subject of a verb of
    saying, is a clause of its own and what is said."""
    del text
    subjects = _subjects(tokens, below)
    if len(subjects) < 2 or tokens[verb].lemma not in SPEECH or subjects[1] > verb:
        return
    first = subjects[0]
    if any(t.head == first and t.deprel == "cop" for t in tokens[max(0, first - FAR) : first]):
        tokens[first] = replace(tokens[first], deprel="ccomp")


def _comma(tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    return any(text[tokens[i].start : tokens[i].end] in ",–—" for i in range(first + 1, last))


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
