"""How a predicate hangs from what governs it: as its clause, beside it, or as a part of it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attributions.tree import Tree
from sayso.claims.views_words import (
    FALSE,
    FIRST,
    JUDGED,
    NEGATIONS,
    PENDING,
    PROVING,
    SETTLED,
    SUPPOSITIONS,
    TO_COME,
    UNDONE,
    VALUES,
    WANTED,
    WITH_FOR,
    WITHOUT,
    governing_word,
)

WH = frozenset("who whom whose what which where when why how".split())
NOMINAL = frozenset("obj iobj obl nmod nsubj compound amod appos advmod nummod".split())
INDEFINITE = frozenset("a an any some another no either each every".split())
INSTEAD = frozenset("instead rather".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """How a token hangs from its head.

    `kind` is one of the table's kinds, or "conj", "free" (as the governor's own clause),
    "held" (a part of it) or "fresh" (taken as said).

    `governor` is the lemma to look up, `words` what to show for it. `value` is set where the
    clause's opening word decides. `shared`: a conjunct that shares auxiliaries with the
    first; `contrast`: after "but". `new`: an indefinite noun.
    """

    kind: str
    governor: str = ""
    words: tuple[str, ...] = ()
    value: str = ""
    shared: bool = False
    contrast: bool = False
    new: bool = False


def clause_of(tree: Tree, at: int) -> Clause:
    """How the token `at` stands to its head."""
    token = tree.tokens[at]
    kind, _, sub = token.deprel.partition(":")
    if kind == "conj":
        return _conjunct(tree, at)
    if kind in ("ccomp", "xcomp", "csubj") or (kind == "parataxis" and _marks(tree, at)):
        return _complement(tree, at)
    if kind == "advcl" and sub != "relcl":
        return _adverbial(tree, at)
    if kind == "acl" and is_supposition(tree, token.head):
        return Clause("open", value="Uu", words=(tree.form(token.head),))
    if kind == "acl" and (sub != "relcl" or _is_content(tree, at)):
        return _of_noun(tree, at)
    if sub == "relcl":
        return Clause("held", new=_is_new(tree, token.head, strict=True))
    if kind in ("parataxis", "fixed", "flat", "aux", "cop"):
        return Clause("free")
    if kind in NOMINAL:
        return _nominal(tree, at)
    return Clause("fresh")


def is_supposition(tree: Tree, noun: int) -> bool:
    """ "In the event (that) …", "on condition that …"."""
    led = tree.tokens[noun].lemma.lower() in SUPPOSITIONS and tree.case(noun) in ("in", "on")
    return led and any(tree.tokens[i].deprel.startswith("acl") for i in tree.children(noun))


def _is_content(tree: Tree, at: int) -> bool:
    """ "The claim that he …", though it be taken for a relative clause."""
    noun = word_of(tree, tree.tokens[at].head)
    that = any(tree.tokens[i].deprel == "mark" for i in tree.children(at))
    return that and (noun, "that") in VALUES


def _conjunct(tree: Tree, at: int) -> Clause:
    """ "did not attack or kill" shares its auxiliary, "did not resign and stayed" does not."""
    first = tree.tokens[at].head
    own = {tree.tokens[i].deprel.partition(":")[0] for i in tree.children(at)}
    alike = _form(tree, at) == _form(tree, first) or _is_base(tree, at, first)
    shared = alike and not own & {"nsubj", "aux", "cop", "csubj"}
    cc = {tree.form(i).lower() for i in tree.children(at) if tree.tokens[i].deprel == "cc"}
    shared = shared or (bool(cc & {"or", "nor"}) and not own & {"nsubj", "aux", "cop", "csubj"})
    return Clause("conj", shared=shared, contrast="but" in cc)


def _is_base(tree: Tree, at: int, first: int) -> bool:
    """A verb's plain form behind an infinitive: "might burn and leave"."""
    token = tree.tokens[at]
    plain = token.upos == "VERB" and tree.form(at).lower() == token.lemma.lower()
    return plain and _form(tree, first) == "Inf"


def _form(tree: Tree, at: int) -> str:
    """A verb's form: "Inf", "Fin", "Part" …; another word's part of speech."""
    token = tree.tokens[at]
    if token.upos not in ("VERB", "AUX"):
        return "noun" if token.upos in ("NOUN", "PROPN", "PRON") else token.upos
    feats = dict(pair.split("=", 1) for pair in token.feats.split("|") if "=" in pair)
    ending = "Ger" if tree.form(at).lower().endswith("ing") else ""
    return feats.get("VerbForm", ending)


def _marks(tree: Tree, at: int) -> list[int]:
    return [i for i in tree.children(at) if tree.tokens[i].deprel in ("mark", "case")]


def word_of(tree: Tree, at: int) -> str:
    """The word that the tables know a token by."""
    return governing_word(tree.form(at), tree.tokens[at].lemma)


def _complement(tree: Tree, at: int) -> Clause:
    """As an object, or as a subject ("it is likely that …"; "signing it is no help"); "has yet
    to reply" is negated."""
    head = tree.tokens[at].head
    yet = [i for i in tree.children(head) if tree.form(i).lower() == "yet"]
    if yet and tree.tokens[head].lemma.lower() in ("have", "be", "remain"):
        return Clause("open", value="CT-", words=(tree.form(yet[0]),))
    governor, shown = _governor(tree, at)
    kind = _kind(tree, at)
    if tree.tokens[at].deprel.startswith("csubj") and (governor, kind) not in VALUES:
        return Clause("beside")
    return Clause(kind, governor, (shown,))


def _governor(tree: Tree, at: int) -> tuple[str, str]:
    """The word that a clause is governed by: of "the plan is to …" the noun."""
    head = tree.tokens[at].head
    lemma = _with_particle(tree, head)
    if lemma == "be":
        for child in tree.children(head):
            if tree.tokens[child].deprel.startswith("nsubj"):
                return word_of(tree, child), tree.form(child)
    return lemma, tree.form(head)


def _with_particle(tree: Tree, verb: int) -> str:
    """The word that the tables know a verb by, with its particle: "rule-out"."""
    lemma = word_of(tree, verb)
    particles = [i for i in tree.children(verb) if tree.tokens[i].deprel == "compound:prt"]
    return f"{lemma}-{tree.form(particles[0]).lower()}" if particles else lemma


def _kind(tree: Tree, at: int) -> str:
    """What kind of clause it is by its opening word and its verb's form."""
    token = tree.tokens[at]
    marks = {tree.form(i).lower() for i in _marks(tree, at)}
    helped = any(tree.tokens[i].deprel.startswith(("aux", "cop")) for i in tree.children(at))
    if "from" in marks:
        return "from"
    if "of" in marks:
        return "of"
    if "to" in marks:
        return "to"
    subject = any(tree.tokens[i].deprel.startswith(("nsubj", "csubj")) for i in tree.children(at))
    form = _form(tree, at)
    if form == "Ger" or (form == "Part" and tree.form(at).lower().endswith("ing") and not helped):
        return "ing"
    if any(tree.form(i).lower() in WH for i in tree.children(at)):
        return "wh"
    if token.deprel == "xcomp" and not helped and not subject:
        if token.upos not in ("VERB", "AUX") or form == "Part":
            return "small"
        return "to"
    return "to" if form == "Inf" and not helped else "that"


def _adverbial(tree: Tree, at: int) -> Clause:
    """ "without", "instead of", "before", "to" (for a purpose), "by"; others stand free."""
    head = tree.tokens[at].head
    marks = _marks(tree, at)
    words = [tree.form(i).lower() for i in marks]
    shown = tuple(tree.form(i) for i in marks[:1])
    if WITHOUT & set(words) or INSTEAD & set(words):
        return Clause("open", value="CT-", words=shown)
    if SETTLED & set(words):
        return Clause("settled")
    kind = _kind(tree, at)
    lemma = word_of(tree, head)
    if kind in ("from", "of") or (kind == "to" and (lemma, "to") in VALUES):
        return Clause(kind, lemma, (tree.form(head),))
    if kind == "to":
        return _purpose(tree, head, shown)
    return Clause("beside")


def _purpose(tree: Tree, head: int, shown: tuple[str, ...]) -> Clause:
    """ "in order to"; "too early to say" is negated."""
    too = [i for i in tree.children(head) if tree.form(i).lower() == "too"]
    if too:
        return Clause("open", value="CT-", words=(tree.form(too[0]),))
    return Clause("open", value="U+", words=shown)


def _of_noun(tree: Tree, at: int) -> Clause:
    """A noun's clause: "a plan to …", "the claim that …", "the first to …", "bombs made in …"."""
    head = tree.tokens[at].head
    kind, marks = _kind(tree, at), _marks(tree, at)
    article = any(tree.form(i).lower() in ("a", "an") for i in tree.children(head))
    article = article and tree.form(at).lower() not in ("called", "named")
    new = article or _is_new(tree, head, strict=True)
    if kind == "to" and any(tree.form(i).lower() in FIRST for i in tree.children(head)):
        return Clause("free")
    if kind in ("to", "that") or (kind in ("of", "ing") and marks):
        if kind == "that" and not marks:
            return Clause("held", new=new)
        judged = _judgement(tree, head)
        if judged is not None:
            return Clause(kind, word_of(tree, judged), (tree.form(judged),))
        undone = _undone(tree, head) if kind == "to" else None
        if undone is not None:
            return Clause("undone", words=(tree.form(undone),))
        noun = word_of(tree, head)
        shown = head if kind != "to" or not marks or (noun, kind) in VALUES else marks[0]
        return Clause(kind, noun, (tree.form(shown),))
    return Clause("held", new=new)


def _judgement(tree: Tree, noun: int) -> int | None:
    """The word that tells whether a report is so: "the claim is false", "rumours proved untrue",
    "turned out to be wrong"; unless negated."""
    token = tree.tokens[noun]
    if not token.deprel.startswith("nsubj"):
        return None
    words = [token.head]
    if tree.tokens[token.head].lemma.lower() in PROVING:
        words += [i for i in tree.children(token.head) if tree.tokens[i].deprel == "xcomp"]
    around = (i for word in words for i in tree.children(word))
    if any(tree.form(i).lower() in NEGATIONS for i in around):
        return None
    return next((word for word in words if word_of(tree, word) in JUDGED), None)


def _undone(tree: Tree, noun: int) -> int | None:
    """The word that tells that a plan came to nothing: "cancelled", "failed", unless negated."""
    token = tree.tokens[noun]
    for child in tree.children(noun):
        if tree.tokens[child].deprel == "amod" and word_of(tree, child) in UNDONE:
            return child
    at = token.head
    if token.deprel not in ("nsubj", "nsubj:pass", "obj") or word_of(tree, at) not in UNDONE:
        return None
    negated = any(tree.form(i).lower() in NEGATIONS for i in tree.children(at))
    return None if negated else at


def _nominal(tree: Tree, at: int) -> Clause:
    """A noun that tells of something happening, as a part of another clause or phrase."""
    token = tree.tokens[at]
    head = tree.tokens[token.head]
    kind, _, sub = token.deprel.partition(":")
    case = tree.case(at)
    new = _is_new(tree, at)
    lemma = _with_particle(tree, token.head)
    if case == "without":
        return Clause("open", value="CT-", words=("without",))
    if kind == "obl" and case == "of" and (lemma, "of") in VALUES:
        return Clause("of", lemma, (tree.form(token.head),))
    if kind == "obl" and case == "from" and (lemma, "from") in VALUES:
        return Clause("from", lemma, (tree.form(token.head),))
    if kind == "nsubj" and lemma in PENDING:
        return Clause("open", value=PENDING[lemma], words=(tree.form(token.head),))
    takes = kind == "obj" or token.deprel == "nsubj:pass" or (kind == "nmod" and case != "in")
    takes = takes or kind == "compound" or (kind == "obl" and case in ("for", "on", "about"))
    pair = VALUES.get((lemma, "noun")) if takes else None
    judged = _judgement(tree, token.head) if kind == "nmod" and pair else None
    if judged is not None and word_of(tree, judged) in FALSE:
        return Clause("open", value="CT-", words=(tree.form(judged),))
    if pair and sub != "poss" and (new or head.upos == "NOUN" or pair.so in ("CT-", "F")):
        return Clause("noun", lemma, (tree.form(token.head),))
    called_for = kind == "obl" and case == "for" and lemma not in WANTED
    direct = (kind == "obj" or token.deprel == "nsubj:pass") and lemma not in WITH_FOR
    if lemma in TO_COME and token.upos != "PROPN" and (direct or called_for):
        value = pair.so if pair else "U+"
        return Clause("open", value=value, words=(tree.form(token.head),))
    return Clause("held", new=new)


def _is_new(tree: Tree, at: int, *, strict: bool = False) -> bool:
    """Whether a noun is not one already known: with "a", "any", or bare.

    `strict`: only with "no" or "any".
    """
    token = tree.tokens[at]
    words = {
        tree.form(i).lower()
        for i in tree.children(at)
        if tree.tokens[i].deprel.startswith(("det", "nmod:poss"))
    }
    if strict:
        return bool(words & {"no", "any"}) or token.lemma.lower() in ("anyone", "anybody", "nobody")
    if token.upos in ("PROPN", "PRON"):
        return False
    return not words or bool(words & INDEFINITE)
