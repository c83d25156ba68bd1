"""Questions about a reading's words that every file on propositions asks."""

from __future__ import annotations

from sayso.attributions.tree import Tree
from sayso.values import Mention, Reading, Token

LONG = 16
"""Words of an apposition that is no longer part of the phrase."""

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer"})
NOT_A_CLAUSE = frozenset(
    "aux aux:pass cop case fixed mark amod compound flat det cc discourse punct advmod".split()
)
"""Relations in which a verb form is no predicate of its own ("according to", "the growing …")."""

_RELATIVE = frozenset("who whom whose which that where".split())
_OUT_OF_PHRASE = ("acl", "advcl", "conj", "parataxis", "punct", "cc", "mark", "cop", "dep")
_CLAUSE_PARTS = frozenset("case aux nsubj csubj discourse ccomp list orphan vocative".split())


class Grammar:
    """A reading's tree, with mentions by their head words and phrase ends kept once worked out."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.tokens = reading.tokens
        self.tree = Tree(reading)
        self.mentions: dict[int, Mention] = {}
        for mention in reading.mentions:
            known = self.mentions.get(mention.head)
            if known is None or mention.end - mention.start > known.end - known.start:
                self.mentions[mention.head] = mention
        self._reach: dict[int, tuple[int, int]] = {}

    def form(self, at: int) -> str:
        token = self.tokens[at]
        return self.text[token.start : token.end]

    def lemma(self, at: int) -> str:
        return self.tokens[at].lemma.lower()

    def relation(self, at: int) -> str:
        """The relation to the governor, without its subtype."""
        return self.tokens[at].deprel.partition(":")[0]

    def children(self, at: int) -> list[int]:
        return self.tree.children(at)

    def child(self, at: int, *relations: str) -> int | None:
        """The first dependent in one of the relations (subtypes written out)."""
        for child in self.tree.children(at):
            if self.tokens[child].deprel in relations:
                return child
        return None

    def subject(self, at: int) -> int | None:
        """The clause's own subject; "there" and "it" that stand for nothing are none."""
        for child in self.tree.children(at):
            if self.tokens[child].deprel in SUBJECTS:
                return child
        return None

    def verbal(self, at: int) -> bool:
        """Whether the word is a verb that heads a clause."""
        token = self.tokens[at]
        return token.upos in ("VERB", "AUX") and token.deprel not in NOT_A_CLAUSE

    def finite(self, at: int) -> bool:
        """Whether the clause has a tense: its verb's own, or that of its auxiliary."""
        if "VerbForm=Fin" in self.tokens[at].feats:
            return True
        return any(
            self.relation(c) in ("aux", "cop") and "VerbForm=Fin" in self.tokens[c].feats
            for c in self.children(at)
        )

    def participle(self, at: int) -> bool:
        """A past participle without an auxiliary: "the man named in the letter"."""
        feats = self.tokens[at].feats
        return "VerbForm=Part" in feats and "Tense=Past" in feats

    def passive(self, at: int) -> bool:
        """Whether the clause's subject is what something is done to."""
        if self.child(at, "nsubj:pass", "aux:pass", "csubj:pass") is not None:
            return True
        if self.child(at, "aux") is not None or not self.participle(at):
            return False
        token = self.tokens[at]
        if token.deprel == "conj" and self.child(at, *SUBJECTS) is None:
            return self.passive(token.head)
        if "Voice=Pass" in token.feats:
            return True
        return token.deprel in ("acl", "advcl")

    def relative(self, at: int) -> bool:
        """Whether the word is a relative pronoun, or adverb, of the clause it stands in."""
        token: Token = self.tokens[at]
        if token.upos not in ("PRON", "DET", "SCONJ", "ADV"):
            return False
        return "PronType=Rel" in token.feats or self.form(at).lower() in _RELATIVE

    def antecedent(self, at: int) -> int | None:
        """The noun that the relative clause around a word hangs on."""
        while at >= 0:
            token = self.tokens[at]
            if token.deprel == "acl:relcl":
                noun = self.tokens[token.head].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
                return token.head if noun else None
            if token.deprel not in ("xcomp", "ccomp", "conj", "advcl") and not self._in_clause(at):
                return None
            at = token.head
        return None

    def _in_clause(self, at: int) -> bool:
        return self.relation(at) in ("nsubj", "obj", "iobj", "obl", "advmod", "nmod", "det", "mark")

    def case(self, at: int) -> str:
        """The preposition of a phrase in lower case, fixed ones whole ("according to")."""
        for child in self.children(at):
            if self.tokens[child].deprel == "case" and self.form(child) not in ("'s", "’s", "'"):
                words = [self.form(child)]
                words += [
                    self.form(c) for c in self.children(child) if self.tokens[c].deprel == "fixed"
                ]
                return " ".join(words).lower()
        return ""

    def reach(self, at: int) -> tuple[int, int]:
        """First and last token of the noun phrase at a word: with appositions,
        without its preposition, and without clauses and further members of a list behind it."""
        known = self._reach.get(at)
        if known is not None:
            return known
        self._reach[at] = (at, at)
        first = last = at
        copula = self.child(at, "cop")
        for child in self.children(at):
            if self.tokens[child].deprel.startswith(_OUT_OF_PHRASE):
                if self.of_one_name(child):
                    last = max(last, child)
                continue
            if self.relation(child) in _CLAUSE_PARTS or (copula is not None and child < copula):
                continue
            low, high = self._whole(child)
            if self.tokens[child].deprel == "appos" and not self._short(low, high):
                continue
            first, last = min(first, low), max(last, high)
        if copula is not None and copula < at:
            first = max(first, copula + 1)
        self._reach[at] = first, last
        return first, last

    def of_one_name(self, at: int) -> bool:
        """ "Korr & Sons": a further member that belongs to one name."""
        return self.tokens[at].deprel == "conj" and any(
            self.tokens[c].deprel == "cc" and self.form(c) == "&" for c in self.children(at)
        )

    def _short(self, low: int, high: int) -> bool:
        """Whether an apposition is a name or a title, and no clause of its own."""
        return high - low < LONG and not any(
            self.tokens[i].upos == "VERB" for i in range(low, high + 1)
        )

    def _whole(self, at: int) -> tuple[int, int]:
        """Everything below a word, except clauses at its end."""
        low, high = self.reach(at)
        for child in self.children(at):
            if self.relation(child) in ("case", "conj", "cc", "punct", "mark"):
                first, last = self._whole(child)
                low, high = min(low, first), max(high, last)
        return low, high
