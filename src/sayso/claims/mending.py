"""A reading made fit for claims: base forms of verbs, and relations that no verb can govern.

The reader's parser goes wrong in a few ways that show from the labels alone; each rule here
mends one of them and leaves everything else as it was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attributions.lexicon import SPEECH, TOLD_OBJECT
from sayso.attributions.parted import with_own_subjects
from sayso.claims.mending_marks import loose_not, not_the_other, that_of_report
from sayso.claims.mending_subjects import (
    Below,
    cleft,
    fronted_object,
    in_law,
    interposed,
    noun_of_verb,
    object_in_front,
    object_of_clause,
    owner,
    second_subject,
    split_name,
    subject_in_front,
    subject_of_clause,
    turned_copula,
)
from sayso.claims.roles import HANDING, NAMING
from sayso.values import Reading, Token

GIVING = HANDING - {"donate", "transfer"} | {"send", "cost", "promise", "lose"}
"""Verbs with two objects: one is given the other."""

COMPLAINTS = frozenset(
    "complaint charge lawsuit suit case accusation allegation action proceeding proceedings".split()
)
"""What is brought against somebody for doing something."""

FAR = 12
"""Words from a post to what it is of."""

CALLED = frozenset({"called", "named"})

MODALS = frozenset("will would can could may might shall should must".split())


def mended(reading: Reading) -> Reading:
    """The same reading, its tokens mended."""
    text = reading.report.text
    tokens = list(with_own_subjects(reading.tokens, text))
    for at in range(len(tokens)):
        turned_copula(tokens, at)
        interposed(tokens, at)
        owner(tokens, at, text)
        in_law(tokens, at, text)
        that_of_report(tokens, at, text)
        loose_not(tokens, at, text)
        not_the_other(tokens, at, text)
    children: dict[int, list[int]] = {}
    for at, token in enumerate(tokens):
        if token.head >= 0 and tokens[token.head].upos == "VERB":
            children.setdefault(token.head, []).append(at)
    for verb, below in children.items():
        for mend in _RULES:
            mend(tokens, verb, below, text)
    return replace(reading, tokens=tuple(tokens))


def _second_object(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "appointed Korr director": the second object is what the first one is called."""
    del text
    objects = [i for i in below if tokens[i].deprel == "obj"]
    if tokens[verb].lemma in NAMING and len(objects) == 2:
        tokens[objects[1]] = replace(tokens[objects[1]], deprel="xcomp")


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


def _named_post(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "appointed Korr director of the port": a name without "'s" right behind the verb is who is
    appointed, not whose director."""
    if tokens[verb].lemma not in NAMING:
        return
    for post in [i for i in below if tokens[i].deprel in ("obj", "xcomp") and i > verb + 1]:
        own = [i for i in range(verb + 1, min(post + FAR, len(tokens))) if tokens[i].head == post]
        name = own[0] if own else post
        between = {i for i in range(verb + 1, post) if i != name and tokens[i].head != name}
        beside = any(i > post and tokens[i].upos == "PROPN" for i in own if not _of(tokens, i))
        plain = tokens[post].upos == "NOUN" and text[tokens[post].start].islower()
        whose = (tokens[name].upos, tokens[name].deprel) == ("PROPN", "nmod:poss")
        if name != verb + 1 or not whose or not plain or beside or between:
            continue
        if not any(t.head == name and t.deprel == "case" for t in tokens[name:post]):
            tokens[name] = replace(tokens[name], head=verb, deprel="obj")
            tokens[post] = replace(tokens[post], deprel="xcomp")


def _of(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a preposition leads it."""
    return any(t.deprel == "case" and t.head == noun for t in tokens[max(0, noun - FAR) : noun])


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


def _called(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "have no brother called Korr": what somebody is called is no clause that nothing joins, but
    hangs on the noun, which is the verb's object."""
    for i in below:
        form = text[tokens[i].start : tokens[i].end]
        if i < verb or tokens[i].deprel not in ("conj", "ccomp") or form not in CALLED:
            continue
        own = [j for j in range(verb + 1, i) if tokens[j].head == i]
        if len(own) == 1 and tokens[own[0]].upos == "NOUN":
            tokens[own[0]] = replace(tokens[own[0]], head=verb, deprel="obj")
            feats = "Tense=Past|VerbForm=Part|Voice=Pass"
            tokens[i] = replace(tokens[i], head=own[0], deprel="acl", feats=feats)


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


def _late_phrase(tokens: list[Token], verb: int, below: Below, text: str) -> None:
    """ "who teaches here and advised it until 2022": a phrase behind a later verb of a list is that
    verb's."""
    for i in [i for i in below if tokens[i].deprel.startswith("obl") and i > verb]:
        last = [
            j
            for j in below
            if verb < j < i
            and tokens[j].deprel == "conj"
            and tokens[j].upos == "VERB"
            and text[tokens[j].start].islower()
        ]
        if last:
            tokens[i] = replace(tokens[i], head=last[-1])
            below.remove(i)


_RULES = (
    split_name,
    cleft,
    subject_in_front,
    _late_phrase,
    subject_of_clause,
    object_of_clause,
    second_subject,
    _second_object,
    _given,
    noun_of_verb,
    object_in_front,
    fronted_object,
    _named_as,
    _named_post,
    _bare_conjunct,
    _called,
    _only_object,
    _loose_particle,
    _complained_of,
)
