"""What databases can hold of a text: all but NUL (PostgreSQL refuses it, SQLite's functions stop
at it) and lone surrogates (not UTF-8)."""

from __future__ import annotations

import re
from typing import Any

REPLACEMENT = "\ufffd"
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> tuple[str, list[list[int]] | None]:
    """The text with U+FFFD for each code point that cannot be held, and which those were, as
    `[offset, code point]`; None for none. Offsets stay as they are."""
    lost = [[found.start(), ord(found[0])] for found in _UNSTORABLE.finditer(text)]
    return (_UNSTORABLE.sub(REPLACEMENT, text), lost) if lost else (text, None)


def restored(text: str, unstorable: list[list[int]] | None) -> str:
    """The text as it was."""
    if not unstorable:
        return text
    characters = list(text)
    for offset, code_point in unstorable:
        characters[offset] = chr(code_point)
    return "".join(characters)


def clean(value: Any) -> Any:
    """A value for a row, strings in it made storable; names and titles keep no record of it."""
    if isinstance(value, str):
        return value if value.isascii() and "\0" not in value else storable(value)[0]
    if isinstance(value, list):
        return [clean(each) for each in value]
    if isinstance(value, dict):
        return {clean(key): clean(each) for key, each in value.items()}
    return value
