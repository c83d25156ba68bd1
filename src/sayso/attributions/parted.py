"""The subject of what is said, where the parser gave it to the verb of saying behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attributions.lexicon import FORMS
from sayso.values import Token

SUBJECTS = ("nsubj", "nsubj:pass")


def with_own_subjects(tokens: Sequence[Token], text: str) -> tuple[Token, ...]:
    """ "Korr, a judge's son, works for Corriden, Vant told the court": of two subjects of "told"
    the one before what is said belongs to that, if it has no other: Korr told nobody."""
    found = list(tokens)
    below: dict[int, list[int]] = {}
    for at, token in enumerate(tokens):
        if token.deprel in (*SUBJECTS, "ccomp") and token.head >= 0:
            below.setdefault(token.head, []).append(at)
        elif _hangs_on_subject(tokens, at):
            below.setdefault(tokens[token.head].head, []).append(at)
    for verb, parts in below.items():
        if len(parts) < 3 or text[tokens[verb].start : tokens[verb].end].lower() not in FORMS:
            continue
        clause = _clause_between(tokens, verb, parts)
        if clause is None or any(tokens[i].deprel in SUBJECTS for i in below.get(clause, ())):
            continue
        first = parts[0]
        found[clause] = replace(tokens[clause], head=verb, deprel="ccomp")
        passive = any(t.head == clause and t.deprel == "aux:pass" for t in tokens[first:clause])
        found[first] = replace(
            tokens[first], head=clause, deprel="nsubj:pass" if passive else "nsubj"
        )
    return tuple(found)


def _clause_between(tokens: Sequence[Token], verb: int, parts: Sequence[int]) -> int | None:
    """The one clause before the verb that stands between its two subjects."""
    kinds = [tokens[i].deprel for i in parts]
    if len(parts) != 3 or kinds[0] not in SUBJECTS or kinds[2] not in SUBJECTS:
        return None
    clause = parts[1]
    return clause if kinds[1] in ("ccomp", "parataxis") and clause < verb else None


def _hangs_on_subject(tokens: Sequence[Token], at: int) -> bool:
    """A verb with a tense beside the subject before it, as the parser has it at times."""
    token = tokens[at]
    beside = token.deprel == "parataxis" and "VerbForm=Fin" in token.feats and 0 <= token.head < at
    return beside and tokens[token.head].deprel in SUBJECTS and tokens[token.head].head > at
