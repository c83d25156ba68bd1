"""Builder of a claim and of the reading it was drawn from, by the parts of one short line."""

from __future__ import annotations

from sayso.values import Argument, Claim, Mention, Reading, Report, Token

Made = tuple[Claim, Reading]


def claim_of(line: str, **fields: object) -> Made:
    """A claim of `lemma | role: words /type | …`; "_" stands for a blank in the lemma.

    The head of an argument is its last word before "of", "for" or "to"; what stands behind that
    hangs on it, as a mention of the type behind a second "/". A type may be left out where no
    mention is there. `fields` are more of the claim's.
    """
    lemma, *parts = (part.strip() for part in line.split("|"))
    made = _Made()
    arguments = tuple(made.argument(part) for part in parts)
    report = Report("r", "test", made.text)
    mentions = tuple(sorted(made.mentions, key=lambda mention: mention.start))
    reading = Reading(report, tuple(made.tokens), ((0, len(made.tokens)),), mentions)
    claim = Claim("c1", None, line, (0, 0), lemma.replace("_", " "), arguments, **fields)
    return claim, reading


class _Made:
    def __init__(self) -> None:
        self.text = ""
        self.tokens: list[Token] = []
        self.mentions: list[Mention] = []

    def argument(self, part: str) -> Argument:
        role, _, rest = part.partition(": ")
        words, *kinds = (word.strip() for word in rest.split(" /"))
        start, end, head = self._words(words)
        entity = self._mention(start, end, head, kinds[0]) if kinds else None
        if len(kinds) > 1:
            self._complement(words, start, head, kinds[1])
        return Argument(role, start, end, entity)

    def _words(self, words: str) -> tuple[int, int, int]:
        """The words as tokens on a head; returns the span and the head's index."""
        first, listed = len(self.tokens), words.split()
        cut = next((i for i, w in enumerate(listed) if w in ("of", "for", "to")), len(listed))
        head = first + cut - 1
        start = len(self.text)
        for number, word in enumerate(listed):
            at, deprel = (head, "dep") if first + number != head else (-1, "root")
            lemma = word.lower().removesuffix("s") if number == cut - 1 else word.lower()
            begin = len(self.text)
            self.tokens.append(Token(begin, begin + len(word), "X", "", lemma, at, deprel))
            self.text += word + " "
        return start, len(self.text) - 1, head

    def _mention(self, start: int, end: int, head: int, kind: str) -> str:
        words = self.text[start:end]
        named = words.removeprefix("the ")[:1].isupper()
        key = words.removeprefix("the ")
        self.mentions.append(Mention(f"m{head}", start, end, kind, named, head, key))
        return key

    def _complement(self, words: str, start: int, head: int, kind: str) -> None:
        """ "B" of "brother of B": on the head, its preposition on it."""
        at = words.index(" ", words.index(self._form(head) + " ") + len(self._form(head)) + 1)
        begin = start + at + 1
        first = next(i for i, t in enumerate(self.tokens) if t.start == begin)
        last = len(self.tokens) - 1
        self._tie(last, head, "nmod")
        self._tie(first - 1, last, "case")
        for i in range(first, last):
            self._tie(i, last, "flat")
        self._mention(begin, len(self.text) - 1, last, kind)

    def _form(self, at: int) -> str:
        token = self.tokens[at]
        return self.text[token.start : token.end]

    def _tie(self, at: int, head: int, deprel: str) -> None:
        old = self.tokens[at]
        lemma = self._form(at).lower()
        self.tokens[at] = Token(old.start, old.end, "X", "", lemma, head, deprel)
