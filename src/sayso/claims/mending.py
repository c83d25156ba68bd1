"""A reading made fit for claims: base forms of verbs, and relations that no verb can govern.

The reader's parser goes wrong in a few ways that show from the labels alone; each rule here
mends one of them and leaves everything else as it was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.attributions.lexicon import SPEECH, TOLD_OBJECT
from sayso.claims.verb_forms import base_form
from sayso.values import Reading, Token

OF_NOUNS = frozenset("flat compound appos nmod nmod:desc nmod:poss nmod:unmarked nummod".split())
"""What only a noun governs: a noun so labelled below a verb is its subject or object."""

NAMING = frozenset(
    "designate name call declare elect appoint consider make label dub brand deem proclaim".split()
)
"""Verbs with two objects: one is called the other."""

GIVING = frozenset("give pay hand send offer grant award lend sell owe cost promise lose".split())

COMPLAINTS = frozenset(
    "complaint charge lawsuit suit case accusation allegation action proceeding proceedings".split()
)
"""What is brought against somebody for doing something."""

MODALS = frozenset("will would can could may might shall should must".split())

ACCUSATIVE = frozenset("him them me us".split())


def mended(reading: Reading) -> Reading:
    """The same reading, its tokens mended."""
    text = reading.report.text
    tokens = [_based(token, text) for token in reading.tokens]
    children: dict[int, list[int]] = {}
    for at, token in enumerate(tokens):
        if token.head >= 0 and tokens[token.head].upos == "VERB":
            children.setdefault(token.head, []).append(at)
    for verb, below in children.items():
        for mend in _RULES:
            mend(tokens, verb, below, text)
    return replace(reading, tokens=tuple(tokens))


Below = list[int]


def _based(token: Token, text: str) -> Token:
    if token.upos != "VERB":
        return token
    lemma = base_form(text[token.start : token.end])
    return token if lemma == token.lemma else replace(token, lemma=lemma)


def _subjects(tokens: Sequence[Token], below: Sequence[int]) -> list[int]:
    return [i for i in below if tokens[i].deprel in ("nsubj", "nsubj:pass")]


def _split_name(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """Two subjects that stand side by side and are both names: one name in two."""
    del verb, text
    subjects = _subjects(tokens, below)
    for first, second in pairwise(subjects):
        if second == first + 1 and tokens[first].upos == tokens[second].upos == "PROPN":
            tokens[second] = replace(tokens[second], head=first, deprel="flat")
            below.remove(second)


def _second_subject(tokens: list[Token], verb: int, below: Below, text: str) -> None:
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


def _second_object(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "appointed Korr director": the second object is what the first one is called."""
    del text
    objects = [i for i in below if tokens[i].deprel == "obj"]
    if tokens[verb].lemma in NAMING and len(objects) == 2:
        tokens[objects[1]] = replace(tokens[objects[1]], deprel="xcomp")


def _fronted_object(tokens: list[Token], verb: int, below: Below, text: str) -> None:
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


def _given(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "paid Korr 41 million crowns", "gave her the key": what stands before the number, or a
    pronoun before the article, is given it."""
    del text
    if tokens[verb].lemma not in GIVING or any(tokens[i].deprel == "iobj" for i in below):
        return
    for amount in [i for i in below if tokens[i].deprel == "obj" and i > verb + 1]:
        within = [i for i in range(verb + 1, amount) if tokens[i].head == amount]
        first = next((i for i in within if tokens[i].deprel == "nummod"), None)
        if within and tokens[within[0]].upos == "PRON" and tokens[within[0]].deprel != "nmod:poss":
            before = within[:1]
        elif first is not None:
            before = [i for i in within if i < first]
        else:
            continue
        if before and _may_be_given(tokens, before[-1], before):
            tokens[before[-1]] = replace(tokens[before[-1]], head=verb, deprel="iobj")
            for i in before[:-1]:
                tokens[i] = replace(tokens[i], head=before[-1])


def _may_be_given(tokens: Sequence[Token], noun: int, before: Sequence[int]) -> bool:
    """A name, a pronoun, or a word behind an article: "the general 98 percent"."""
    return tokens[noun].upos in ("PROPN", "PRON") or (
        tokens[noun].upos in ("NOUN", "ADJ") and any(tokens[i].upos == "DET" for i in before)
    )


def _noun_of_verb(tokens: list[Token], verb: int, below: Below, text: str) -> None:
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


def _object_in_front(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """An object in front of a verb that has no subject: its subject; behind a clause that is
    the subject, that clause's object ("Removing him now leaves …")."""
    del text
    clause = next((i for i in below if tokens[i].deprel.startswith("csubj")), None)
    for i in below:
        token = tokens[i]
        if token.deprel != "obj" or i > verb or token.upos not in ("NOUN", "PROPN"):
            continue
        if clause is not None and clause < i:
            tokens[i] = replace(token, head=clause)
        elif not _subjects(tokens, below) and _has_tense(tokens, verb, below):
            tokens[i] = replace(token, deprel="nsubj")


def _has_tense(tokens: Sequence[Token], verb: int, below: Sequence[int]) -> bool:
    return "VerbForm=Fin" in tokens[verb].feats or any(tokens[i].deprel == "aux" for i in below)


def _named_as(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "designated the league a banned body": a compound does not stand before the article."""
    del text
    if tokens[verb].lemma not in NAMING:
        return
    for body in [i for i in below if tokens[i].deprel == "obj"]:
        article = next((i for i in range(verb + 1, body) if _is_article(tokens, i, body)), None)
        named = [
            i
            for i in range(verb + 1, article or verb + 1)
            if tokens[i].head == body and tokens[i].upos in ("NOUN", "PROPN")
        ]
        if not named:
            continue
        tokens[named[-1]] = replace(tokens[named[-1]], head=verb, deprel="obj")
        tokens[body] = replace(tokens[body], deprel="xcomp")
        for i in range(verb + 1, named[-1]):
            if tokens[i].head == body:
                tokens[i] = replace(tokens[i], head=named[-1])


def _is_article(tokens: Sequence[Token], at: int, noun: int) -> bool:
    token = tokens[at]
    return token.head == noun and token.deprel == "det" and token.lemma.lower() in ("a", "an")


def _bare_conjunct(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "convinced them to follow and remove": an infinitive is no equal of a verb with a tense,
    but of the infinitive between them."""
    del text
    if "VerbForm=Inf" in tokens[verb].feats:
        return
    helped = any(tokens[i].deprel == "aux" for i in below if tokens[i].lemma in MODALS)
    for i in below:
        token = tokens[i]
        if token.deprel != "conj" or "VerbForm=Inf" not in token.feats or helped:
            continue
        between = [
            j
            for j in below
            if verb < j < i and tokens[j].deprel == "xcomp" and "VerbForm=Inf" in tokens[j].feats
        ]
        if between:
            tokens[i] = replace(token, head=between[-1])


def _only_object(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "convict the captain": who is given nothing and told nothing is the object."""
    del text
    lemma = tokens[verb].lemma
    if lemma in GIVING or lemma in TOLD_OBJECT or lemma in SPEECH:
        return
    kinds = {tokens[i].deprel.partition(":")[0] for i in below}
    for i in below:
        if tokens[i].deprel == "iobj" and not kinds & {"obj", "ccomp", "xcomp"}:
            tokens[i] = replace(tokens[i], deprel="obj")


def _loose_particle(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "sank off Tolmere": what stands in front of a phrase without a preposition is one."""
    del text
    for particle in [i for i in below if tokens[i].deprel == "compound:prt" and i > verb]:
        for noun in below:
            led = tokens[noun].deprel == "obl" and tokens[noun].upos in ("NOUN", "PROPN")
            within = range(particle + 1, noun)
            close = all(tokens[i].head == noun and tokens[i].deprel != "case" for i in within)
            if led and noun > particle and close:
                tokens[particle] = replace(tokens[particle], head=noun, deprel="case")


def _complained_of(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "filed a complaint against Korr for dumping oil": what is complained of is not the doing
    of those who complain."""
    del verb, text
    noun = next((i for i in below if tokens[i].deprel == "obj"), None)
    if noun is None or tokens[noun].lemma.lower() not in COMPLAINTS:
        return
    against = any(
        t.deprel == "case" and t.lemma.lower() == "against" and tokens[t.head].head == noun
        for t in tokens[noun + 1 : noun + 6]
    )
    for i in below:
        if (
            against
            and i > noun
            and tokens[i].deprel == "advcl"
            and "VerbForm=Fin" not in tokens[i].feats
        ):
            tokens[i] = replace(tokens[i], head=noun, deprel="acl")


_RULES = (
    _split_name,
    _second_subject,
    _second_object,
    _given,
    _noun_of_verb,
    _object_in_front,
    _fronted_object,
    _named_as,
    _bare_conjunct,
    _only_object,
    _loose_particle,
    _complained_of,
)
