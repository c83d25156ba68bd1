"""A domain and the name of the outlet that publishes there."""

from __future__ import annotations

import re

from sayso.entities.scripts import cut, word

_DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\d?\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/.*)?$", re.IGNORECASE
)
_SECOND = frozenset("co com org net gov gob gouv ac edu or".split())
_AFTER = ("online", "news", "tv", "media", "daily")


def domain_label(text: str) -> str | None:
    """The telling part of a domain, "longline" of "www.longline.co.uk"; None for other text."""
    found = _DOMAIN.match(text.strip())
    if not found or " " in text:
        return None
    labels = found[1].casefold().split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    return labels[-1].replace("-", "") if labels else None


def can_stand_for(label: str, words: tuple[str, ...]) -> bool:
    """Whether a domain's label is made of a name's words, whole or cut short, in order:
    "longlinetimes", "ltimes" and "lt" for "Longline Times". "the" may be missing.

    The label has to take a letter of every word, and all of one word or a letter of each.
    """
    for skip in {0, int(words[:1] == ("the",))}:
        rest = words[skip:]
        initials = "".join(word[0] for word in rest)
        if label == initials and len(rest) > 1:
            return True
        labels = {label, *(label.removesuffix(after) for after in _AFTER)}
        if any(_made_of(each, rest, whole=False) for each in labels if each):
            return True
    return False


def site_labels(text: str) -> tuple[str, ...]:
    """What a domain's label is, with and without "news" and the like behind it; or, of a name,
    the labels that its domain most often has: whole, initials, first or last word in full.

    >>> site_labels("ltimes.com"), site_labels("The Longline Times")
    (('ltimes',), ('longlinetimes', 'lt', 'longline', 'ltimes'))
    """
    label = domain_label(text)
    if label is not None:
        bare = [label.removesuffix(after) for after in _AFTER]
        return tuple(dict.fromkeys([label, *(each for each in bare if each)]))
    words = [latin for piece in cut(text) if (latin := word(piece).latin) and latin != "the"]
    if not words:
        return ()
    starts = [each[0] for each in words]
    made = ["".join(words), "".join(starts), words[0], "".join([*starts[:-1], words[-1]])]
    return tuple(dict.fromkeys(each for each in made if len(each) > 1))


def _made_of(label: str, words: tuple[str, ...], *, whole: bool) -> bool:
    if not words:
        return not label and whole
    first, rest = words[0], words[1:]
    lengths = (len(first), *range(1, min(len(first), 4)))
    return any(
        label.startswith(first[:n]) and _made_of(label[n:], rest, whole=whole or n == len(first))
        for n in lengths
    )
