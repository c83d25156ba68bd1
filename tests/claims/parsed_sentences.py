"""Builder of a hand-checked sentence, one `form/UPOS/lemma/head/deprel[/feats]` a word."""

from __future__ import annotations

from sayso.values import Reading, Report, Token


def sentence(row: str) -> Reading:
    """A reading of one sentence; heads count from 1, words are parted by one space."""
    tokens: list[Token] = []
    text = ""
    for cell in row.split():
        form, upos, lemma, head, deprel, *feats = cell.split("/")
        text += " " if text else ""
        start, at = len(text), int(head) - 1
        tokens.append(Token(start, start + len(form), upos, "".join(feats), lemma, at, deprel))
        text += form
    return Reading(Report("r", "test", text), tuple(tokens), ((0, len(tokens)),))


def token_of(reading: Reading, word: str) -> int:
    """The index of the last token that is this word."""
    text = reading.report.text
    return max(i for i, t in enumerate(reading.tokens) if text[t.start : t.end] == word)
