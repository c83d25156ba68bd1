"""Readings written by hand: `[Anna Berg|person|a] said [she|person?|a] left` has a named and an
unnamed mention of the group "a"."""

from __future__ import annotations

import re

from sayso.values import Mention, Reading, Report

_MARKED = re.compile(r"\[([^|\]]+)\|([a-z]+)(\??)\|([^\]]+)\]")


def reading(marked: str) -> Reading:
    """A reading without tokens; a "?" behind the type says that the mention is no name."""
    text, mentions, at = "", [], 0
    for number, found in enumerate(_MARKED.finditer(marked), start=1):
        text += marked[at : found.start()]
        start, at = len(text), found.end()
        text += found[1]
        mentions.append(
            Mention(f"m{number}", start, len(text), found[2], not found[3], -1, found[4])
        )
    text += marked[at:]
    return Reading(Report(text[:16], "report.txt", text), (), (), tuple(mentions))


def ids(of: Reading) -> dict[str, str]:
    """The entity of each mention, by its words; the last of several with the same words."""
    text = of.report.text
    return {text[m.start : m.end]: m.entity for m in of.mentions}
