"""The name in a mention's words: which run of capitalised words it is, and where that begins."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.entities.body_words import FIRMS
from sayso.entities.organization_words import BODIES
from sayso.entities.outlets import domain_label
from sayso.entities.person_words import OFFICES, PARTICLES, TITLES
from sayso.entities.places import is_state
from sayso.entities.scripts import clean, word

_LINKS = frozenset("of the for on in & and de del la le du des van von der den bin al".split())
_SURNAMES = frozenset("ash ben".split())
"""Particles that are somebody's name where they stand alone, with a capital."""
_NOT_NAMES = TITLES | frozenset("government administration ministry opposition press".split())
_COUPLED = re.compile(r",?\s+(?:and|or|&|et al)\b(?! (?:his|her|its|their|the) )")
"""Behind a name: the mention is of several."""
_WORD = re.compile(r"[^\s,;:()\[\]“”\"]+")


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
    empty = _NOT_NAMES | _LINKS | PARTICLES - (_SURNAMES if name.istitle() else set())
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
