"""Traps of who is meant: a wrong answer fails, whatever the reader proposes. All are invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from sayso.case import default_reader
from sayso.entities.scripts import letters
from sayso.entities.within import figures
from sayso.values import Reading, Report

_MARKED = re.compile(r"\[\[(.+?)\]\]")


@dataclass(frozen=True, slots=True)
class Trap:
    """`text[start:end]` stands for `answer` (None: for nobody who can be told); open will do
    unless it `must` be found."""

    id: str
    text: str
    start: int
    end: int
    answer: str | None
    must: bool


def traps() -> Iterator[Trap]:
    """The blocks of `traps.txt`."""
    listed = Path(__file__).with_name("traps.txt").read_text(encoding="utf-8")
    for block in listed.split("\n\n")[1:]:
        name, marked, answer = block.strip().split("\n")
        found = _MARKED.search(marked)
        assert found and answer.startswith("= "), name
        text = marked.replace("[[", "").replace("]]", "")
        told = answer[2:].removesuffix("!")
        own = None if told == "open" else told
        yield Trap(name, text, found.start(), found.end() - 4, own, answer.endswith("!"))


TRAPS = list(traps())


@cache
def read(text: str) -> Reading:
    return default_reader().read(Report("r", "trap.txt", text, language="en"))


def meant(reading: Reading, trap: Trap) -> list[str]:
    """The names of whom the words in question stand for; their own words left out."""
    inside = {
        n
        for n, m in enumerate(reading.mentions)
        if (m.start, m.end) == (trap.start, trap.end)
        or (reading.report.text[m.start : m.end].lower() == f"the {own_words(trap)}")
    }
    names = [name for f in figures(reading) if inside & set(f.mentions) for name in f.names]
    return [name for name in names if letters(name) not in letters(own_words(trap))]


def own_words(trap: Trap) -> str:
    return trap.text[trap.start : trap.end].lower()


def is_right(names: list[str], trap: Trap) -> bool:
    """Whether names are those of the answer, or none where that will do."""
    if not names:
        return not trap.must
    own = letters(trap.answer or "")
    return bool(own) and all(letters(name) in own or own in letters(name) for name in names)


def with_group(reading: Reading, trap: Trap, group: str) -> Reading:
    """The reading as if the reader had put the words in question into a group."""
    mentions = tuple(
        replace(m, entity=group) if (m.start, m.end) == (trap.start, trap.end) else m
        for m in reading.mentions
    )
    return replace(reading, mentions=mentions)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.id)
def test_the_right_one_or_nobody(trap: Trap) -> None:
    assert is_right(meant(read(trap.text), trap), trap)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.id)
def test_whatever_the_reader_proposes(trap: Trap) -> None:
    reading = read(trap.text)
    free = replace(trap, must=False)
    groups = dict.fromkeys(mention.entity for mention in reading.mentions)
    wrong = {
        group: found
        for group in groups
        if not is_right(found := meant(with_group(reading, trap, group), trap), free)
    }
    assert wrong == {}


def test_there_are_enough() -> None:
    assert len(TRAPS) >= 60
    assert len({trap.id for trap in TRAPS}) == len(TRAPS)
