"""What a mention calls its thing: by a name, by a description, or by a pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.attributions.genders import told_by
from sayso.entities.body_words import FIRMS, HEADS
from sayso.entities.organization_words import BODIES
from sayso.entities.outlets import domain_label
from sayso.entities.person_words import OFFICES, PARTICLES, TITLES
from sayso.entities.places import is_state
from sayso.entities.scripts import clean, word
from sayso.values import Mention, Reading

_PRONOUNS = frozenset(
    """
    i me my mine myself you your yours yourself he him his himself she her hers herself it its
    itself we us our ours ourselves they them their theirs themselves this that these those who
    whom whose which one
    """.split()
)
_NOT_NAMED = frozenset({"time", "quantity"})
_LINKS = frozenset("of the for on in & and de del la le du des van von der den bin al".split())
_NOT_NAMES = TITLES | frozenset("government administration ministry opposition press".split())
_COUPLED = re.compile(r",?\s+(?:and|or|&|et al)\b(?! (?:his|her|its|their|the) )")
"""Behind a name: the mention is of several."""
_WORD = re.compile(r"[^\s,;:()\[\]“”\"]+")


@dataclass(frozen=True, slots=True)
class Called:
    """What one mention calls its thing.

    `kind` is "person", "organization", "place" or "other"; `name` is None unless the mention
    holds a name, and free of titles, articles and what describes ("automaker GM": "GM").
    `acronym` is one that the text introduces beside the name: "Harbour Guard Corps (HGC)".
    `part`: the mention is a piece of a longer name, and stands for nothing by itself. `gender` is
    what a title tells ("Mrs Tamm": "f").
    """

    kind: str
    name: str | None
    acronym: str | None = None
    pronoun: bool = False
    description: str = ""
    part: bool = False
    gender: str | None = None


def called(reading: Reading, mention: Mention) -> Called:
    """How a mention of a reading calls its thing. "Veltar Motors" is an organization, whatever
    the reader took it for."""
    text = reading.report.text[mention.start : mention.end]
    kind = mention.type if mention.type in ("person", "organization", "place") else "other"
    named = mention.named or _names_after_all(reading, mention) or _in_brackets(reading, mention)
    if not named or mention.type in _NOT_NAMED:
        plain = re.sub(r"^(?:the|an?|his|her|its|their)\s", "", " ".join(text.lower().split()))
        return Called(kind, None, None, plain in _PRONOUNS, plain)
    at = None
    if 0 <= mention.head < len(reading.tokens):
        if mention.named:
            at = reading.tokens[mention.head].start - mention.start
        text = _lowered(text, reading, mention)
    name = name_in(text, kind, at)
    if name is not None and _SCRIPT.match(f" ({text})"):
        name = text
    if name is None:
        return Called(kind, None, description=" ".join(text.lower().split()))
    after = reading.report.text[mention.start : mention.end + _BRACKET]
    name, acronym = _introduced(name, after)
    acronym = acronym or _also(name, reading.report.text[mention.start : mention.end + 60])
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
    if not all(each[:1].isupper() for each in words):
        return False
    if mention.type != "organization":
        return capitals and len(words) > 1 and word(words[-1]).latin in HEADS
    acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
    return capitals and (len(words) > 1 or acronym)


def _in_brackets(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is all of a bracket in another script, behind a Latin name."""
    text = reading.report.text
    around = text[max(0, mention.start - 1) : mention.end + 1]
    return bool(_SCRIPT.fullmatch(around)) and text[: mention.start - 1].rstrip()[-1:].isalpha()


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


_BRACKET = 14
"""How far behind a mention its acronym in brackets may end, in code points."""


def _introduced(name: str, after: str) -> tuple[str, str | None]:
    """A name and the acronym that the text gives it, in brackets or right behind."""
    words = name.split()
    for n in range(2, len(words)):
        own = _is_short_for(words[n], " ".join(words[:n]))
        if own and words[n].isupper() and len(words[n]) > 1:
            return " ".join(words[:n]), words[n]
    at = after.find(words[-1])
    brackets = re.match(
        r"[^()]{0,24}\(\s*(?:or |the )*[“\"'‘]?([A-Z][\w.&-]{1,9})", after[at:] if at >= 0 else ""
    )
    if brackets and _can_be_short_for(brackets[1], name):
        return name, brackets[1]
    return name, None


_KNOWN_AS = re.compile(
    r",?\s(?:(?:also|better|widely|commonly|usually)\s)?(?:known|referred to)\s(?:\w+ly\s)?"
    r"(?:as|by its initials)\s(?:the\s)?[“\"'‘]?([A-Z][A-Z&.-]{1,7})\b"
)
"""Behind a name: the acronym that it is said to be known as, in whatever order its letters."""


def _also(name: str, after: str) -> str | None:
    """What is told right behind a name to be it as well: an acronym, or the name in a script
    without Latin letters, in brackets."""
    at = after.find(name)
    if at < 0:
        return None
    behind = after[at + len(name) :]
    known = _KNOWN_AS.match(behind) if " " in name else None
    found = known or _SCRIPT.match(behind)
    return found[1] if found else None


_SCRIPT = re.compile(r"\s?[(\[]([^\W\d_A-Za-zÀ-ɏ][^()\[\]A-Za-zÀ-ɏ\d,;]{2,40})[)\]]")


def _is_short_for(short: str, name: str) -> bool:
    """Whether the letters of an acronym begin words of a name, in order; all but two words."""
    letters = [c for c in short.lower() if c.isalnum()]
    if name.isupper() or len(letters) < 2 or sum(c.isupper() for c in short) < 2:
        return False
    starts = [w.latin[0] for piece in re.split(r"[\s&-]+", name) if (w := word(piece)).latin]
    position = 0
    for letter in letters:
        if letter not in starts[position:]:
            return False
        position = starts.index(letter, position) + 1
    return letters[0] == starts[0]


def _can_be_short_for(short: str, name: str) -> bool:
    """Whether an acronym in brackets behind a name can be its own: its letters stand in the
    name, in order, and the first begins it."""
    letters = [c for c in short.lower() if c.isalnum()]
    if len(letters) < 2 or sum(c.isupper() for c in short) < 2 or letters[0] != name[:1].lower():
        return False
    rest = iter(name.lower())
    return len(name.split()) > 1 and all(letter in rest for letter in letters)


@lru_cache(maxsize=1 << 14)
def name_in(text: str, kind: str, at: int | None = None) -> str | None:
    """The name in a mention's text, or None if it only describes. `at` is where in it the
    head word begins, if that is known.

    >>> name_in("U.S. automaker General Motors", "organization")
    'General Motors'
    >>> name_in("Harbour Line chief executive Anna Berg, who left", "person")
    'Anna Berg'
    """
    if kind == "organization" and domain_label(text) is not None:
        return text
    runs = list(_runs(_before_aside(text, at, kind), kind))
    if not runs:
        return None
    holding = [run for run in runs if at is not None and run[0][0] <= at < run[-1][1]]
    run = (holding or runs[-1:])[0]
    coupled = at is None and len(runs) > 1 and re.search(r"\b(?:and|or)\s$", text[: run[0][0]])
    if coupled or _COUPLED.match(text, run[-1][1]):
        return None
    words = [text[start:end] for start, end in run]
    words = _called_person(words) if kind == "person" else _called_body(words)
    name = clean(re.sub(r"['’]s?$", "", " ".join(words)).strip("-–'’‘`"))
    empty = _NOT_NAMES | _LINKS | PARTICLES
    if not name or all(word(w).latin in empty for w in words) or word(words[-1]).latin in OFFICES:
        return None
    return name


def _before_aside(text: str, at: int | None, kind: str) -> str:
    """The text up to what a comma or a bracket sets apart, if its head stands before that."""
    for found in re.finditer(r"\s?[(\[]|, | [-–—] ", text):
        if not any(c.isupper() or not c.isascii() for c in text[: found.start()]):
            continue
        if at is not None and at >= found.start():
            continue
        before = text[: found.start()].rsplit(maxsplit=1)
        described = bool(before) and not any(c.isupper() for c in before[-1] if c.isascii())
        words = text[: found.start()].split()
        titled = kind == "person" and any(word(w).latin in TITLES for w in words[-6:])
        if kind != "place" and found[0] == ", " and (described or (titled and at is None)):
            continue
        return text[: found.start()]
    return text


def _runs(text: str, kind: str) -> list[list[tuple[int, int]]]:
    """Runs of capitalised words, or of words of a script without capitals, as spans."""
    found = [m.span() for m in _WORD.finditer(text)]
    runs: list[list[tuple[int, int]]] = []
    run: list[tuple[int, int]] = []
    pending: list[tuple[int, int]] = []
    for start, end in found:
        piece = text[start:end]
        apart = bool(run) and any(c in text[(pending or run)[-1][1] : start] for c in ',;:()[]“”"')
        if apart or (_owned(text, run) and not _is_body(text[start:])):
            runs.append(run)
            run, pending = [], []
        if _is_name_word(piece):
            run += [*pending, (start, end)]
            pending = []
        elif run and len(pending) < 2 and _links(piece, kind) and (pending or piece != "the"):
            pending.append((start, end))
        elif run:
            runs.append(run)
            run, pending = [], []
    return [part for each in [*runs, run] if each for part in _uncoupled(text, each)]


def _owned(text: str, run: list[tuple[int, int]]) -> bool:
    """Whether a run ends in a possessive: what follows has a name of its own."""
    return bool(run) and bool(re.search(r"['’]s$|s['’]$", text[run[-1][0] : run[-1][1]]))


def _is_body(rest: str) -> bool:
    """Whether one word for a body is left: "King's College", "the Pilots' Guild"."""
    return rest.istitle() and rest.lower() in BODIES


def _links(piece: str, kind: str) -> bool:
    low = piece.lower()
    return low in PARTICLES if kind == "person" else low in _LINKS


def _is_name_word(piece: str) -> bool:
    bare = re.sub(r"^(?:al|el|ad|as|ash|ar|at|an|d|l|o)[-'’]", "", piece.lstrip("'‘’`$#@"))
    first = bare[:1]
    if first.isupper() or (first.isalpha() and first.lower() == first.upper()):
        return True
    return first.isdigit() or any(c.isupper() for c in bare)


def _uncoupled(text: str, run: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """ "Boeing and Airbus" are two names, "Defence and Space Company" is one: there a word
    for a body stands on either side."""
    for n, (start, end) in enumerate(run):
        if text[start:end].lower() != "and":
            continue
        words = [text[s:e].lower() for s, e in run]
        if not (BODIES & set(words[:n])) and words[-1] not in BODIES:
            return [run[:n], *_uncoupled(text, run[n + 1 :])]
    return [run]


def _called_person(words: list[str]) -> list[str]:
    """Without what stands in front of the name: all up to the last title or legal form, a
    state ("President of the United States Anna Berg")."""
    for n in range(len(words) - 1, 0, -1):
        if _is_in_front(words[n - 1]) and word(words[n]).latin not in TITLES:
            return words[n:]
    for n in (3, 2, 1):
        if len(words) > n and is_state(" ".join(words[:n])):
            return words[n:]
    return words


def _is_in_front(piece: str) -> bool:
    """Whether a word is a title or a legal form: "Minister", "Maj.-Gen."."""
    parts = [word(part).latin for part in piece.split("-")]
    return all(part in TITLES | _LEGAL for part in parts)


_LEGAL = frozenset("llc ltd inc corp plc gmbh ag sa nv co".split())


def _called_body(words: list[str]) -> list[str]:
    """Without an article or "Corrida-based" in front, nor a firm's seat behind it: "of Corrida"
    in "Veltar Marine Works of Corrida"."""
    while len(words) > 1 and _IN_FRONT.fullmatch(words[0]):
        words = words[1:]
    at = words.index("of") if "of" in words else 0
    return words[:at] if at > 1 and word(words[at - 1]).latin in _SEATED else words


_SEATED = FIRMS - {"bank", "fund", "group", "international", "trading"}


_IN_FRONT = re.compile(
    r"the|an?|this|that|these|its|our|their|his|her|my|today['’]s|\S+-(?:based|led|owned|backed|run)",
    re.IGNORECASE,
)
