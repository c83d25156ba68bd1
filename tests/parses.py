"""Builder of hand-parsed readings, one `form/UPOS/lemma/head/deprel` a word."""

from __future__ import annotations

from sayso.values import Mention, Reading, Report, Span, TaggedSpan, Tie, Token


def parsed(rows: str, mentions: tuple[tuple[str, str, bool, str], ...] = ()) -> Reading:
    """A reading of one or more sentences, parted by "|"; heads count from 1 in a sentence.

    `mentions` are (words, type, named, entity); each mention's head is its last word.
    """
    tokens: list[Token] = []
    sentences: list[Span] = []
    text = ""
    for part in rows.split("|"):
        base = len(tokens)
        for cell in part.split():
            form, upos, lemma, head, deprel = cell.split("/")
            text += " " if text else ""
            at = base + int(head) - 1 if head != "0" else -1
            tokens.append(Token(len(text), len(text) + len(form), upos, "", lemma, at, deprel))
            text += form
        sentences.append((base, len(tokens)))
    made = []
    for n, (words, kind, named, entity) in enumerate(mentions):
        start = text.index(words)
        end = start + len(words)
        head = max(i for i, t in enumerate(tokens) if start <= t.start < end)
        made.append(Mention(f"m{n}", start, end, kind, named, head, entity))
    report = Report("r", "test", text, outlet="The Herald")
    return Reading(report, tuple(tokens), tuple(sentences), tuple(made))


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def tag(text: str, role: str, words: str) -> TaggedSpan:
    return TaggedSpan(role, *span(text, words), 1.0)


def tie(cue: int, other: int, score: float = 1.0) -> Tie:
    return Tie(cue, other, score)
