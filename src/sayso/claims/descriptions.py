"""What is said without a verb: appositions, titles and possessives.

    apposition  "Ilse Korr, the mayor of Vell", "the mayor, Ilse Korr"
    title       "President Ilse Korr", "Vell Mayor Ilse Korr"
    possessive  "her deputy Jon Brand", "Korr's brother"

Each says of one (the holder) that they are something. Only names are spoken of in appositions
and titles, and only the closed lists below in titles and possessives.
"""

from __future__ import annotations

from sayso.claims import roles
from sayso.claims.arguments import Slot
from sayso.claims.descriptions_words import TIES, TITLES
from sayso.claims.grammar import Grammar
from sayso.claims.predicates import Predicate
from sayso.values import Mention


def find_descriptions(grammar: Grammar) -> list[Predicate]:
    """The predicates that no verb makes, in the order of the words, one a word at most."""
    found: dict[int, Predicate] = {}
    for at in range(len(grammar.tokens)):
        for find in (_apposition, _title, _possessive):
            predicate = find(grammar, at)
            if predicate is not None:
                found.setdefault(predicate.head, predicate)
    return list(found.values())


def _apposition(grammar: Grammar, at: int) -> Predicate | None:
    """A name and a description beside it, in either order."""
    token = grammar.tokens[at]
    if token.deprel != "appos" or token.head < 0 or not _comma_between(grammar, token.head, at):
        return None
    first, second = _named(grammar, token.head), _named(grammar, at)
    if first == second or not _same_kind(grammar, token.head, at):
        return None
    name, description = (token.head, at) if first else (at, token.head)
    if not _describes(grammar, description) or _another_title(grammar, description, name):
        return None
    return _predicate(grammar, description, name, "apposition")


def _comma_between(grammar: Grammar, first: int, second: int) -> bool:
    return any(grammar.form(i) in (",", "–", "—", "-") for i in range(first + 1, second))


def _another_title(grammar: Grammar, description: int, name: int) -> bool:
    """ "the leader, Gen. Korr": a name with a title of its own may be somebody else."""
    return description < name and any(
        grammar.tokens[i].lemma.lower() in TITLES for i in range(description + 1, name)
    )


def _named(grammar: Grammar, at: int) -> bool:
    mention = grammar.mentions.get(at)
    if grammar.tokens[at].lemma.lower() in TITLES:
        return False
    return mention.named if mention is not None else grammar.tokens[at].upos == "PROPN"


def _describes(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    return token.upos == "NOUN" or token.lemma.lower() in TITLES


def _same_kind(grammar: Grammar, first: int, second: int) -> bool:
    """Both of somebody, and of the same kind where the reader knows both."""
    kinds = {
        mention.type
        for mention in (grammar.mentions.get(first), grammar.mentions.get(second))
        if mention is not None
    }
    return len(kinds) == 1 and kinds <= {"person", "organization", "place"}


def _title(grammar: Grammar, at: int) -> Predicate | None:
    """A title right in front of a person's name."""
    mention = grammar.mentions.get(at)
    if mention is None or not mention.named or mention.type != "person":
        return None
    first, _ = grammar.reach(at)
    titles = [
        i
        for i in range(first, at)
        if grammar.tokens[i].head == at
        and grammar.tokens[i].lemma.lower() in TITLES
        and grammar.tokens[i].deprel in ("compound", "nmod:desc", "flat", "nmod", "appos")
    ]
    if not titles or (mention.start, mention.end) == (0, 0):
        return None
    return _predicate(grammar, titles[-1], at, "title")


def _possessive(grammar: Grammar, at: int) -> Predicate | None:
    """ "her deputy": who has one; the deputy's name stands beside it, or there is none."""
    token = grammar.tokens[at]
    if token.upos != "NOUN" or token.lemma.lower() not in TIES:
        return None
    if grammar.child(at, "nmod:poss") is None or grammar.child(at, "cop") is not None:
        return None
    name = next((c for c in grammar.children(at) if _is_name_of(grammar, c, at)), None)
    if name is None:
        head = token.head
        if head > at and token.deprel in ("compound", "nmod:desc") and _person(grammar, head):
            name = head
    return _predicate(grammar, at, name, "possessive")


def _is_name_of(grammar: Grammar, child: int, noun: int) -> bool:
    return (
        child > noun
        and grammar.tokens[child].upos == "PROPN"
        and grammar.tokens[child].deprel in ("appos", "flat", "compound")
    )


def _person(grammar: Grammar, at: int) -> bool:
    mention: Mention | None = grammar.mentions.get(at)
    return mention is not None and mention.named and mention.type == "person"


def _predicate(grammar: Grammar, head: int, of: int | None, kind: str) -> Predicate:
    token = grammar.tokens[head]
    return Predicate(head, (token.start, token.end), token.lemma.lower(), kind, of)


def description_slots(grammar: Grammar, predicate: Predicate) -> list[Slot]:
    """Who is described, what they are, and whose."""
    found = []
    if predicate.of is not None:
        found.append(Slot(predicate.of, roles.THEME, own_words=True))
    found.append(Slot(predicate.head, roles.ATTRIBUTE, own_words=True))
    owner = grammar.child(predicate.head, "nmod:poss")
    if owner is None:
        owner = next(
            (
                c
                for c in grammar.children(predicate.head)
                if grammar.relation(c) == "nmod" and grammar.case(c) in ("of", "for")
            ),
            None,
        )
    if owner is not None:
        found.append(Slot(owner, roles.POSSESSOR))
    return found
