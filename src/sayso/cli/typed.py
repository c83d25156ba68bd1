"""The command as it was typed, so that what is told to do next can be pasted as it stands."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from sayso.cli.layout import printable

_LOST = re.compile("[\udc80-\udcff]")
_WORDS: ContextVar[tuple[str, ...]] = ContextVar("typed", default=())
_OPTIONS_END = "--"


@contextmanager
def typed(words: Sequence[str]) -> Iterator[None]:
    """Inside the block, these are the words behind `sayso`."""
    token = _WORDS.set(tuple(map(as_text, words)))
    try:
        yield
    finally:
        _WORDS.reset(token)


def as_text(word: str) -> str:
    """A word as text where the locale could not tell what its bytes are: they are taken for
    UTF-8, and what is none is U+FFFD."""
    return os.fsencode(word).decode("utf-8", "replace") if _LOST.search(word) else word


def command(*words: object) -> str:
    """`sayso` with these words, quoted for a shell."""
    return printable(" ".join(["sayso", *(shlex.quote(str(word)) for word in words)]))


def again(option: str, value: object) -> str:
    """The same command with another value for one option."""
    words = _WORDS.get()
    end = words.index(_OPTIONS_END) if _OPTIONS_END in words else len(words)
    return command(*_without(words[:end], option), option, value, *words[end:])


def again_with(old: str, new: str) -> str:
    """The same command with another word in the place of one, also behind `--option=`."""

    def changed(word: str) -> str:
        option, sign, value = word.partition("=")
        if sign and value == old and option.startswith("--"):
            return f"{option}={new}"
        return new if word == old else word

    return command(*map(changed, _WORDS.get()))


def on_the_case(*words: object) -> str:
    """Another command, on the case that was named when this one was typed."""
    given = _WORDS.get()
    for place, word in enumerate(given):
        if word == "--case":
            return command(*words, "--case", *given[place + 1 : place + 2])
        if word.startswith("--case="):
            return command(*words, "--case", word.removeprefix("--case="))
    return command(*words)


def _without(words: Sequence[str], option: str) -> Iterator[str]:
    """The words but for an option and its value."""
    rest = iter(words)
    for word in rest:
        if word == option:
            next(rest, None)
        elif not word.startswith(f"{option}="):
            yield word
