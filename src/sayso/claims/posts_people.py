"""Names of people beside a rank or a post: where a name begins and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from sayso.values import Mention, Reading, Span

_PARTICLE = r"(?:al|el|ul|bin|ibn|bint|abu|de|da|do|dos|del|della|di|van|von|der|den|la|le|u|y)"
_INITIALS = r"(?:[A-Z]\.){1,4}-?[A-Z]?(?![a-z])|[A-Z]{1,4}(?![\w])\.?"
_WORD = r"(?:[A-Z][a-z’'`]{0,2})?[A-Z][\w`-]+(?:[’'`](?!s\b)\w+)*"
_ARTICLE = r"(?:[Aa]l|[Ee]l|[Uu]l|[Aa]s|[Aa]n|[Aa]r|[Aa]d|[Aa]z|[Aa]sh)-[\w’'`]+"
_PART = rf"(?:{_INITIALS}|{_ARTICLE}|{_WORD})"
_NAME = re.compile(rf"{_PART}(?:[ \t\u00a0]{{1,2}}(?:{_PARTICLE} )*{_PART}|(?<=\.){_PART}){{0,5}}")
_TIGHT = re.compile(rf"(?:[A-Z]\.){{1,3}}{_WORD}")

NOT_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June "
    "July August September October November December Today Yesterday Tomorrow The This That These "
    "He She It They We In On At As And But Or For From With Who Whose While When After Before "
    "Commander Commandant General Officer Commanding Chief Director Minister President Governor "
    "Army Navy Police Division Brigade Battalion Headquarters Command Corps Secretary Deputy GOC "
    "Colonel Major Captain Lieutenant Brigadier Admiral Marshal Staff Spokesman State Force Forces "
    "Operation Operations Reports However Also Meanwhile Earlier According Former Acting Ministry "
    "Government Department Of By To Chiefs Service Services General Generals Colonels Majors "
    "Captains Lieutenants Sergeants Privates Hospital Barracks Cantonment Road Street University "
    "Airport Purpose Machine Border Federal Zone Sector Region District Area Unit Base Camp School"
    " College Naval Air Military Defence Defense Armed His Her Their Our My Its Eminence Excellency"
    " Majesty Highness Ops".split()
)
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January March April May June July "
    "August".split()
)
HONORIFICS = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Alhaji|Alh|Hajia|Chief|Mallam|Malam|Sheikh|Shaykh|Sir"
    r"|Dame|Lord|Lady|Engr|Barr|Hon|Rev|Pastor|Imam|Hajji|Haji|Sayyid|Pir|Maulana|Sri|Shri|Don"
    r"|Doña|Señor|Monsieur|Madame|Daw|Ustaz|Comrade|Barrister)\.?[ \t\u00a0]+){1,3}"
)


def name_at(text: str, start: int, end: int | None = None, *, ranked: bool = False) -> Span | None:
    """The name that begins at `start`, honorifics skipped; None if no name does. Behind a rank
    a name may begin with a day's: "Maj. Sunday Orrel"."""
    if honorific := HONORIFICS.match(text, start):
        start = honorific.end()
    found = _TIGHT.match(text, start) or _NAME.match(text, start)
    if not found:
        return None
    stop = found.end() if end is None else min(end, found.end())
    for word in re.finditer(r"\S+", text[start:stop]):
        if ranked and not word.start() and word[0] in _DAYS and word.end() < stop - start:
            continue
        if word[0].strip(".,") in NOT_NAMES:
            stop = start + word.start()
            break
    kept = text[start:stop].rstrip(" \t\u00a0-’'`")
    if _NO_PERSON.match(text, start + len(kept)):
        return None
    # a lone letter or "KC" is an initial, and no name
    return (start, start + len(kept)) if re.search(r"[A-Z][a-z’'`-]|[A-Z]{5}", kept) else None


def name_before(text: str, end: int) -> Span | None:
    """The name that ends at `end`: "K. Orrel" of "K. Orrel, a colonel"."""
    found = _NAME_END.search(text[max(0, end - 60) : end])
    return name_at(text, max(0, end - 60) + found.start(), end) if found else None


_NAME_END = re.compile(rf"(?<![\w.]){_PART}(?: (?:{_PARTICLE} )*{_PART}){{1,4}}\Z")
_NO_PERSON = re.compile(
    r" (?:(?:[A-Z][a-z]+ ){0,2}(?:Hospital|Barracks|Cantonment|Road|Street|University|Airport"
    r"|School|Stadium|College|Foundation|Bridge|Camp|State|Province|County|District)\b|Haram\b)"
)


def named_people(text: str, mentions: Iterable[Mention]) -> Iterator[Span]:
    """The names of the reader's people: a named mention itself, or the name that ends it
    ("Orrel's minister of works, Odo Brisk").
    """
    for mention in mentions:
        if mention.type == "person":
            span = name_at(text, mention.start, mention.end) if mention.named else None
            if span and span[1] >= mention.end - 2:
                yield span
            elif last := _name_that_ends(text, mention):
                yield last


def _name_that_ends(text: str, mention: Mention) -> Span | None:
    """The name at a mention's end, behind a comma or a post (which is blotted out by then)."""
    last = name_before(text, mention.end)
    if last is None or last[0] <= mention.start or last[1] < mention.end:
        return None
    goes_on = re.match(r"[ -][A-Z]", text[last[1] : last[1] + 2])
    parted = text[last[0] - 2 : last[0]] in (", ", "\x00 ")
    return last if parted and not goes_on else None


def bare_names(text: str, full: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """Where the last name of one who is named in full stands alone, with the full name.

    A last name that two people share is nobody's.
    """
    names = last_names(full)
    if not names:
        return
    either = "|".join(map(re.escape, sorted(names)))
    for found in re.finditer(rf"(?<![\w’'-])(?:{either})(?![\w-])", text):
        if not _NAME_BEFORE.search(text[max(0, found.start() - 25) : found.start()]):
            yield found.span(), names[found[0]]


_NAME_BEFORE = re.compile(r"\x00 of \Z|(?<![.:!?] )[A-Z][\w.’'-]*[ \u00a0]\Z")


def last_names(full: Iterable[str]) -> dict[str, str]:
    """The last names that only one of the people bears, each with that full name."""
    out: dict[str, str] = {}
    shared = set()
    for name in full:
        words = re.findall(r"[^ .\u00a0]+", name)
        if len(words) < 2 or len(words[-1]) < 3:
            continue
        known = out.setdefault(words[-1], name)
        if known != name and not _same_given(known, name):
            shared.add(words[-1])
    return {last: name for last, name in out.items() if last not in shared}


def _same_given(one: str, other: str) -> bool:
    """Whether two names with one last name may be the same person's: "K. Orrel", "Kim Orrel"."""
    return one[0] == other[0]


def pronouns(reading: Reading, people: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """ "He" and "she" as subjects, with the name they stand for where that is sure.

    Sure is: by the reader's coreference it stands for one name only, and that person is the
    last one named before it, at most `NEAR` characters back.
    """
    text, names = reading.report.text, _names(reading, people)
    for mention in reading.mentions:
        if text[mention.start : mention.end] not in ("He", "She", "he", "she"):
            continue
        at = bisect_left(people, (mention.start, 0)) - 1
        known = names.get(mention.entity, set())
        lasts = {text[slice(*span)].split()[-1] for span in known}
        alone = at >= 0 and people[at] in known and len(lasts) == 1
        if alone and mention.start - people[at][1] <= NEAR:
            yield (mention.start, mention.end), people[at]


def _names(reading: Reading, people: Sequence[Span]) -> dict[str, set[Span]]:
    """The names that the reader's named mentions hold, by the mention's entity."""
    names: dict[str, set[Span]] = {}
    for mention in reading.mentions:
        at = bisect_left(people, (mention.start, 0))
        if mention.named and at < len(people) and people[at][1] <= mention.end:
            names.setdefault(mention.entity, set()).add(people[at])
    return names


NEAR = 400
"""How far back, in characters, a pronoun may look for its name."""
