"""Reads `drawn.txt`: hand-checked parses, each with every claim that is drawn from it.

    [id]
    form/UPOS/lemma/head/deprel[/features] …      heads count from 1
    @ words : kind                                a mention; a name where its head is one
    = lemma(role=words, …) polarity certainty     one line a claim, all of them

Features are F past finite, N present finite, I infinitive, P past participle, V the same in the
passive, G gerund, R relative pronoun, A used as a preposition.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sayso.claims import draw_claims
from sayso.values import Attribution, Claim, Entity, Mention, Reading, Report, Token, Voice

FEATURES = {
    "": "",
    "F": "Tense=Past|VerbForm=Fin",
    "N": "Tense=Pres|VerbForm=Fin",
    "I": "VerbForm=Inf",
    "P": "Tense=Past|VerbForm=Part",
    "V": "Tense=Past|VerbForm=Part|Voice=Pass",
    "G": "VerbForm=Ger",
    "R": "PronType=Rel",
    "A": "ExtPos=ADP|Tense=Pres|VerbForm=Part",
}


@dataclass
class Row:
    """One entry: the parse, its mentions, and the claims as `shown` gives them."""

    id: str
    parse: str = ""
    mentions: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)


TABLE = Path(__file__).with_name("drawn.txt")


def rows() -> list[Row]:
    """The entries, in order."""
    found: list[Row] = []
    for line in filter(None, map(str.strip, TABLE.read_text(encoding="utf-8").splitlines())):
        if line.startswith("["):
            found.append(Row(line.strip("[]")))
        elif line.startswith("@"):
            found[-1].mentions.append(line[1:].strip())
        elif line.startswith("="):
            found[-1].claims.append(line[1:].strip())
        elif not line.startswith(";"):
            found[-1].parse = line
    return found


def reading_of(parse: str, mentions: list[str] | tuple[str, ...] = ()) -> Reading:
    """A reading of one sentence, its words parted by one space."""
    tokens: list[Token] = []
    text = ""
    for cell in parse.split():
        form, upos, lemma, head, deprel, *feats = cell.split("/")
        text += " " if text else ""
        start = len(text)
        at = int(head) - 1
        features = FEATURES["".join(feats)]
        tokens.append(Token(start, start + len(form), upos, features, lemma, at, deprel))
        text += form
    made = [_mention(tokens, text, spec, n) for n, spec in enumerate(mentions)]
    report = Report("r", "test", text, outlet="The Herald")
    return Reading(report, tuple(tokens), ((0, len(tokens)),), tuple(made))


def _mention(tokens: list[Token], text: str, spec: str, number: int) -> Mention:
    """ "Ilse Korr : person e1": its head is governed from outside of it; what stands behind
    the kind is the entity."""
    words, _, kind = spec.partition(" : ")
    kind, _, entity = kind.partition(" ")
    start = text.index(words)
    inside = [i for i, t in enumerate(tokens) if start <= t.start < start + len(words)]
    head = next(i for i in inside if tokens[i].head not in inside)
    name = tokens[head].upos == "PROPN"
    return Mention(f"m{number}", start, start + len(words), kind, name, head, entity or words)


def drawn(parse: str, *mentions: str, entities: tuple[Entity, ...] = ()) -> tuple[Claim, ...]:
    """The claims of a sentence in the outlet's own voice."""
    return draw_claims(reading_of(parse, mentions), (), entities)


def said(
    parse: str, content: str, cue: str = "said", stance: str = "affirmed", source: str = "Brand"
) -> tuple[Claim, ...]:
    """The claims of a sentence with one attribution, its parts given by their words."""
    reading = reading_of(parse)
    text = reading.report.text
    spans = {
        key: ((text.index(words), text.index(words) + len(words)),) if words else ()
        for key, words in (("content", content), ("cue", cue), ("source", source))
    }
    voice = Voice(source, "person", "e1")
    made = Attribution(
        "a1",
        None,
        "indirect",
        spans["source"],
        spans["cue"],
        spans["content"],
        stance,
        voice=voice,
    )
    return draw_claims(reading, (made,))


def shown(claim: Claim, text: str) -> str:
    """A claim in one line; `*` marks who is only to be understood."""
    parts = (
        f"{a.role}{'*' if a.implied else ''}={text[a.start : a.end]}"
        for a in (*claim.arguments, *claim.modifiers)
    )
    return f"{claim.lemma}({', '.join(parts)}) {claim.polarity} {claim.certainty}"
