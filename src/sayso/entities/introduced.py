"""What a text gives a name as well: an acronym, or the name in another script."""

from __future__ import annotations

import re

from sayso.entities.scripts import word

BRACKET = 14
"""How far behind a mention its acronym in brackets may end, in code points."""


def introduced(name: str, after: str) -> tuple[str, str | None]:
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


def also_called(name: str, after: str) -> str | None:
    """What is told right behind a name to be it as well: an acronym, or the name in a script
    without Latin letters, in brackets."""
    at = after.find(name)
    if at < 0:
        return None
    behind = after[at + len(name) :]
    known = _KNOWN_AS.match(behind) if " " in name else None
    found = known or SCRIPT.match(behind)
    return found[1] if found else None


SCRIPT = re.compile(r"\s?[(\[]([^\W\d_A-Za-zÀ-ɏ][^()\[\]A-Za-zÀ-ɏ\d,;]{2,40})[)\]]")


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
