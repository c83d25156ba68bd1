"""What a mention calls its thing: by a name, by a description, or by a pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attributions.genders import told_by
from sayso.attributions.lexicon import PERSONAL_TITLES
from sayso.entities.body_words import HEADS
from sayso.entities.introduced import BRACKET, SCRIPT, also_called, introduced
from sayso.entities.name_runs import name_in
from sayso.entities.office_words import HEADS as OFFICES
from sayso.entities.person_words import TITLES
from sayso.entities.pronouns import class_of
from sayso.entities.scripts import word
from sayso.values import Mention, Reading

_POINTING = frozenset("this that these those one which".split())
"""What stands for a thing and tells nothing of it, beside the pronouns."""
_NOT_NAMED = frozenset({"time", "quantity"})


@dataclass(frozen=True, slots=True)
class Called:
    """What one mention calls its thing.

    `kind` is "person", "organization", "place" or "other"; `name` is None unless the mention
    holds a name, and free of titles, articles and what describes ("automaker GM": "GM").
    `acronym` is one that the text introduces beside the name: "Harbour Guard Corps (HGC)".
    `part`: the mention is a piece of a longer name, and stands for nothing by itself. `gender` is
    what a title tells ("Mrs Tamm": "f"). `bearer` is which of several of one full name it is, as
    `namesakes.bearers` has it, or the office by which a surname alone is told apart; "" for the
    only one. `whose` is the full name whose office stands before a surname (`surnames.full_key`).
    """

    kind: str
    name: str | None
    acronym: str | None = None
    pronoun: bool = False
    description: str = ""
    part: bool = False
    gender: str | None = None
    bearer: str = ""
    whose: str = ""


def called(reading: Reading, mention: Mention) -> Called:
    """How a mention of a reading calls its thing. "Veltar Motors" is an organization, whatever
    the reader took it for."""
    text = reading.report.text[mention.start : mention.end]
    kind = mention.type if mention.type in ("person", "organization", "place") else "other"
    named = mention.named or _names_after_all(reading, mention) or _in_brackets(reading, mention)
    if not named or mention.type in _NOT_NAMED:
        plain = re.sub(r"^(?:the|an?|his|her|its|their)\s", "", " ".join(text.lower().split()))
        pronoun = class_of(plain) is not None or plain in _POINTING
        return Called(kind, None, None, pronoun, plain)
    at = None
    if 0 <= mention.head < len(reading.tokens):
        if mention.named:
            at = reading.tokens[mention.head].start - mention.start
        text = _lowered(text, reading, mention)
    name = name_in(text, kind, at)
    if name is not None and SCRIPT.match(f" ({text})"):
        name = text
    if name is None:
        return Called(kind, None, description=" ".join(text.lower().split()))
    after = reading.report.text[mention.start : mention.end + BRACKET]
    name, acronym = introduced(name, after)
    acronym = acronym or also_called(name, reading.report.text[mention.start : mention.end + 60])
    whole = _whole(name, reading, mention)
    gender = _told_by_title(reading, mention, whole) if kind == "person" else None
    return Called(kind, whole, acronym, gender=gender)


def _told_by_title(reading: Reading, mention: Mention, name: str) -> str | None:
    """The gender that a title right in front of a name tells, in the mention or before it."""
    text = reading.report.text
    at = text.find(name, mention.start, mention.end + len(name))
    found = _TITLE.search(text[max(0, at - 12) : max(at, 0)])
    return told_by(["", found[1].lower()]) if found else None


_TITLE = re.compile(
    r"\b(mr|mrs|ms|miss|sir|lord|lady|dame|monsieur|madame|herr|frau)\.?\s$", re.IGNORECASE
)


def _whole(name: str, reading: Reading, mention: Mention) -> str:
    """A name with the words of it right behind the mention: "Thole" of "Garrick Thole", "Wire" of
    "Halvenne Wire", where the reader marked the first word alone."""
    tokens, text = reading.tokens, reading.report.text
    at = mention.head
    if not 0 <= at < len(tokens) or not text[: mention.end].endswith(name):
        return name
    end = mention.end
    for n in range(at + 1, len(tokens)):
        token = tokens[n]
        if token.start < end:
            continue
        flat = token.deprel.startswith("flat") and mention.type == "person"
        runs_on = flat or tokens[at].head == n
        if token.start != end + 1 or token.upos != "PROPN" or not runs_on:
            break
        if any(other.head == n for other in reading.mentions):
            return name
        end = token.end
    return name + text[mention.end : end]


def _names_after_all(reading: Reading, mention: Mention) -> bool:
    """Whether a mention with a common noun at its head gives a name: behind the head ("the
    shipbuilder Veltar"), or all in capitals ("Veltar Northern Yards", "HGC"); of what the reader
    takes for no body, if its last word is a body's ("Veltar Foods")."""
    tokens = reading.tokens
    if not 0 <= mention.head < len(tokens) or tokens[mention.head].upos == "PRON":
        return False
    first = last = mention.head
    while first > 0 and tokens[first - 1].start >= mention.start:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].end <= mention.end:
        last += 1
    text = reading.report.text
    behind = [text[t.start : t.end] for t in tokens[mention.head + 1 : last + 1]]
    capitals = _capitals_tell(text, mention.start)
    head = text[tokens[mention.head].start]
    bodily = mention.type in ("person", "organization")
    if (
        bodily
        and behind
        and capitals
        and head.islower()
        and all(each[0].isupper() for each in behind)
    ):
        return True
    words = [text[t.start : t.end] for t in tokens[first : last + 1] if t.upos != "DET"]
    if mention.type == "person" and capitals and _is_titled(words):
        return True
    if not all(each[:1].isupper() for each in words):
        return False
    if mention.type != "organization":
        return capitals and len(words) > 1 and word(words[-1]).latin in HEADS
    acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
    return capitals and (len(words) > 1 or acronym)


def _is_titled(words: Sequence[str]) -> bool:
    """Whether words are an office and a surname: "Judge Orban"; not "General Manager"."""
    plain = [word(each).latin for each in words]
    named = len(words) == 2 and words[1].istitle() and plain[0] in PERSONAL_TITLES
    return named and plain[1] not in TITLES | OFFICES


def _in_brackets(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is all of a bracket in another script, behind a Latin name."""
    text = reading.report.text
    around = text[max(0, mention.start - 1) : mention.end + 1]
    return bool(SCRIPT.fullmatch(around)) and text[: mention.start - 1].rstrip()[-1:].isalpha()


def _capitals_tell(text: str, at: int) -> bool:
    """Whether the line around a place in the text writes common words small: no headline."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    return bool(re.search(r"(?<!\w)[a-z]{5,}", line))


def _lowered(text: str, reading: Reading, mention: Mention) -> str:
    """The text, its first letter small if the word is a common one that only begins a
    sentence, as in "Automaker GM said"; not in "General Motors said"."""
    at = mention.head
    while at > 0 and reading.tokens[at].start > mention.start:
        at -= 1
    common = reading.tokens[at].upos in ("NOUN", "DET", "ADJ", "VERB", "ADV", "ADP")
    begins = any(first == at for first, _ in reading.sentences)
    if not (common and begins and reading.tokens[at].start == mention.start):
        return text
    first = re.split(r"\W", text, maxsplit=1)[0]
    if re.search(rf"[a-z,] {re.escape(first)}\b", reading.report.text) or first.isupper():
        return text
    if word(text.rsplit(maxsplit=1)[-1]).latin in HEADS and reading.tokens[at].upos == "ADJ":
        return text
    return text[:1].lower() + text[1:]
