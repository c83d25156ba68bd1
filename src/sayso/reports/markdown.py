"""Markdown: the file as decoded, unchanged; its headings, quotes and links are marked."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.reports.bylines import people
from sayso.reports.compose import Draft
from sayso.reports.dates import iso_moment
from sayso.reports.encodings import Decoded
from sayso.reports.plain import plain_draft
from sayso.values import Block, Credit

_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$")
_LINK = re.compile(r"(?<!!)\[([^\]\n]{1,300})\]\(<?(https?://[^\s)>]+)>?[^)\n]{0,200}\)")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,8000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|date|authors?|outlet|url)\s*:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE
)


def markdown_draft(decoded: Decoded, source: str) -> Draft:
    """As a plain text's draft; front matter and the first heading give facts."""
    draft = plain_draft(decoded, source)
    text = decoded.text
    front = _FRONT.match(text)
    end = front.end() if front else 0
    blocks = tuple(_marked(text, block, end) for block in draft.blocks)
    facts, found = dict(draft.facts), dict(draft.found)
    headings = (_HEADING.match(text[b.start : b.end]) for b in blocks if b.kind in _TITLES)
    title = next((m.group(1) for m in headings if m), None)
    if title:
        facts["title"], found["title"] = title, "first heading"
    elif front:
        facts["title"] = None
    for name, value in _fields(front.group(1) if front else "").items():
        facts[name], found[name] = value, "front matter"
    links = [Credit("link", m.group(1), m.group(2), m.span(1)) for m in _LINK.finditer(text, end)]
    found_credits = sorted({*draft.credits, *links}, key=lambda c: (c.span or (0, 0), c.kind))
    return replace(draft, blocks=blocks, credits=tuple(found_credits), facts=facts, found=found)


_TITLES = ("title", "heading")


def _marked(text: str, block: Block, front: int) -> Block:
    line = text[block.start : block.end]
    if block.end <= front:
        return replace(block, kind="furniture")
    if _HEADING.match(line):
        return replace(block, kind="title" if block.kind == "title" else "heading")
    return replace(block, kind="quote") if line.startswith(">") else block


def _fields(front: str) -> dict[str, object]:
    facts: dict[str, object] = {}
    for match in _FIELD.finditer(front):
        name, value = match.group(1).casefold(), match.group(2)
        if name == "date":
            facts["published"] = iso_moment(value)
        elif name.startswith("author"):
            facts["authors"] = people(value) or (value,)
        else:
            facts[name] = value
    return {name: value for name, value in facts.items() if value}
