"""Markdown: the file as decoded, unchanged; its headings, quotes, notes and links are marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.reports.assemble import in_order
from sayso.reports.bylines import people
from sayso.reports.compose import Draft
from sayso.reports.dates import iso_moment
from sayso.reports.encodings import Decoded
from sayso.reports.plain import blanked, plain_draft
from sayso.values import Block, Credit, Place, Span

_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$")
_LINK = re.compile(r"(?<!!)\[([^\]\n]{1,300})\]\(<?(https?://[^\s)>]+)>?[^)\n]{0,200}\)")
_IMAGE = re.compile(r"^!\[([^\]]{0,600})\]\([^)\n]{1,2000}\)(?=[ \t]*\r?$)", re.MULTILINE)
_EMPHASIS = re.compile(
    r"^[ \t]{0,3}(?P<mark>\*{1,3}|_{1,3})(?=\S)"
    r"(?:[^\r\n]|\r?\n(?=\S)){1,600}?(?<=\S)(?P<close>(?P=mark))(?!\w)",
    re.MULTILINE,
)
_UNDERLINED = re.compile(
    r"(?:\A|(?<=\n)[ \t]*\r?\n)(?P<title>[^\s#>*+-][^\r\n]{0,199})\r?\n"
    r"(?P<rule>=+|-{2,})[ \t]*(?=\r?\n|\Z)"
)
_NOTE = re.compile(
    r"^[ ]{0,3}(?P<mark>\[\^[^\]\s]{1,60}\]:)(?=[ \t]*\S)[^\r\n]*"
    r"(?:\r?\n(?![ ]{0,3}\[\^[^\]\s]{1,60}\]:)[ \t]*[^\s][^\r\n]*"
    r"|(?:\r?\n[ \t]*)+\r?\n(?:[ ]{4}|\t)[ \t]*\S[^\r\n]*)*",
    re.MULTILINE,
)
"""A footnote ("[^1]: …"): the lines after its first, and further paragraphs, indented."""
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,8000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|date|authors?|outlet|url)[ \t]*:[ \t]*[\"']?(.+?)[\"']?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?=[^\w\s])")
_ITEM = re.compile(r"\r?\n[ \t]*-[ \t]+")
_FOLDED = re.compile(r"\r?\n[ \t]+")
_FOLD_MARK = re.compile(r":[ \t]*(?:[>|][+-]?(?=[ \t])|;)[ \t]*")


def markdown_draft(decoded: Decoded, source: str) -> Draft:
    """As a plain text's draft; front matter and the first heading give facts.

    Emphasis about a line and the rules under headings are hidden from the rules for plain text,
    to which the marks of footnotes look like those of a list.
    """
    text = decoded.text
    front = _FRONT.match(text)
    end = front.end() if front else 0
    rules = [m.span("rule") for m in _UNDERLINED.finditer(text, end)]
    aside = [_aside((text.index("---"), len(text[:end].rstrip())))] if front else []
    aside += [_aside(rule) for rule in rules]
    aside += [_aside(m.span(), m.group(1)) for m in _IMAGE.finditer(text, end)]
    notes = list(_NOTE.finditer(text, end))
    dots = [note.span("mark") for note in notes]
    spans = [*((b.start, b.end) for b in aside), *_marks(text, end)]
    hidden = blanked(blanked(text, spans), dots, "-")
    draft = plain_draft(replace(decoded, text=hidden), source)
    whole = _whole(text, hidden, draft.blocks, rules)
    own = [_marked(text, block, headed=bool(front) and not rules) for block in whole]
    below = _in_notes(own, [note.span() for note in notes])
    blocks = tuple(sorted([*below, *aside], key=lambda block: block.start))
    facts, found = dict(draft.facts), dict(draft.found)
    title = next((_words(text[b.start : b.end]) for b in blocks if b.kind in _TITLES), None)
    headed = any(_HEADING.match(text[b.start : b.end]) for b in blocks if b.kind in _TITLES)
    if title and (headed or rules):
        facts["title"], found["title"] = title, "first heading"
    elif front:
        facts["title"] = None
    for name, value in _fields(front.group(1) if front else "").items():
        facts[name], found[name] = value, "front matter"
    links = [Credit("link", m.group(1), m.group(2), m.span(1)) for m in _LINK.finditer(text, end)]
    credited = tuple(in_order([*draft.credits, *links]))
    return replace(draft, text=text, blocks=blocks, credits=credited, facts=facts, found=found)


_TITLES = ("title", "heading")


def _marks(text: str, front: int) -> Iterator[Span]:
    for match in _EMPHASIS.finditer(text, front):
        yield match.span("mark")
        yield match.span("close")


def _in_notes(blocks: Sequence[Block], notes: Sequence[Span]) -> Iterator[Block]:
    """The blocks, those within a footnote called so; both are in order."""
    left = deque(notes)
    for block in blocks:
        while left and left[0][1] <= block.start:
            left.popleft()
        inside = bool(left) and left[0][0] <= block.start
        yield replace(block, kind="footnote") if inside else block


def _whole(
    text: str, hidden: str, blocks: Sequence[Block], rules: Sequence[Span]
) -> Iterator[Block]:
    """The blocks with the marks about them that were hidden; those above a rule are headings."""
    ends = [block.end for block in blocks]
    above = (bisect_right(ends, rule[0]) - 1 for rule in rules)
    heads = {blocks[at].start for at in above if at >= 0}
    edge = 0
    for block in blocks:
        start, end = block.start, block.end
        while start > edge and _was_hidden(text, hidden, start - 1):
            start -= 1
        while end < len(text) and _was_hidden(text, hidden, end):
            end += 1
        kind = "heading" if block.start in heads and block.kind != "title" else block.kind
        yield replace(
            block, kind=kind, start=start, end=end, places=(Place(start, end, "", start),)
        )
        edge = end


def _aside(span: Span, caption: str = "") -> Block:
    kind = "caption" if caption.strip() else "furniture"
    return Block(kind, *span, (Place(*span, "", span[0]),))


def _was_hidden(text: str, hidden: str, at: int) -> bool:
    return hidden[at] == " " and text[at] in "*_"


def _words(heading: str) -> str:
    match = _HEADING.match(heading)
    return (match.group(1) if match else heading).strip("*_ ")


def _marked(text: str, block: Block, *, headed: bool) -> Block:
    """The block by its marks; `headed` is whether front matter is there to hold the title."""
    line = text[block.start : block.end]
    if _HEADING.match(line):
        return replace(block, kind="title" if block.kind == "title" else "heading")
    if headed and block.kind == "title":
        return replace(block, kind="paragraph")
    return replace(block, kind="quote") if line.startswith(">") else block


def _fields(front: str) -> dict[str, object]:
    """The facts in front matter; a value may be folded over lines, or a list."""
    folded = _FOLD_MARK.sub(": ", _FOLDED.sub(" ", _ITEM.sub("; ", front)))
    facts: dict[str, object] = {}
    for match in _FIELD.finditer(folded):
        name, value = match.group(1).casefold(), _ESCAPE.sub("", match.group(2))
        if name == "date":
            facts["published"] = iso_moment(value)
        elif name.startswith("author"):
            names = value.replace('"', "").strip()
            names = names.strip("[]").replace(",", ";") if names.startswith("[") else names
            facts["authors"] = people(names) or (names,)
        else:
            facts[name] = value
    return {name: value for name, value in facts.items() if value}
