"""Which language a text is in: English by its function words, others by `py3langid`.

Counting function words settles the usual case in a millisecond; the n-gram model (4 MB, BSD,
offline, deterministic) is loaded only where they do not.
"""

from __future__ import annotations

import re

UNKNOWN = "und"
_SAMPLE = 20_000
_LEAST_LETTERS = 20
_ENGLISH_SHARE = 0.2
_LEAST_WORDS = 25
_ENGLISH = frozenset(
    "the of and to in a is was that for on as with by at from his he it an be has had were are "
    "not this which but they who or their been have will its after said".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"^([A-Za-z]{2,3})(?:[-_].*)?$")


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language most of `text` is in, or "und" for too little text."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.casefold())
    english = sum(map(_ENGLISH.__contains__, words))
    if len(words) >= _LEAST_WORDS and english > _ENGLISH_SHARE * len(words):
        return "en"
    if len(_LETTER.findall(sample)) < _LEAST_LETTERS:
        return UNKNOWN
    from py3langid.langid import classify

    return str(classify(sample)[0])


def language_code(tag: str | None) -> str | None:
    """The language part of a tag like "en-GB" or "pt_BR", lower case; None if it is none."""
    match = _CODE.match((tag or "").strip())
    return match.group(1).lower() if match else None
