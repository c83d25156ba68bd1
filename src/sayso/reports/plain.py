"""Plain text: the file as decoded, unchanged, with its blocks marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from sayso.reports.assemble import in_order, standfirsts
from sayso.reports.bylines import byline_authors
from sayso.reports.compose import Draft
from sayso.reports.credits import dateline, text_credits
from sayso.reports.encodings import Decoded
from sayso.reports.furniture import line_kind
from sayso.reports.head_dates import dates_above
from sayso.reports.mastheads import is_day, masthead, named_day, outlet_above
from sayso.values import Block, Credit, Place, Span

LONGEST_TITLE = 200
_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")
_LIST = re.compile(r"^\s*(?:[-*•▪◦‣\uf0b7\uf0a7]|\(?\d{1,2}[.)])\s+\S")
_WRAP_WIDTH = 100
_WRAP_SLACK = 30
_LEAD_BLOCKS = 6
_HEAD = 2000


def plain_draft(decoded: Decoded, source: str) -> Draft:
    """The draft of a plain-text file: `text` is `decoded.text`, byte for byte as decoded."""
    text = decoded.text
    blocks, mentioned = mark_blocks(text)
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), None)
    authors = lead_authors(text, blocks)
    lead = list(_lead_lines(text, blocks))
    shown = {**dates_above(lead), "outlet": outlet_above(lead)}
    stated = {name: s for name, s in shown.items() if s}
    return Draft(
        source,
        text,
        tuple(replace(b, places=(Place(b.start, b.end, "", b.start),)) for b in blocks),
        tuple(mentioned),
        {"title": title, "authors": authors, **{name: s.value for name, s in stated.items()}},
        {
            "title": "first line",
            "authors": "byline",
            "encoding": f"{decoded.encoding}, {decoded.how}",
            **{name: s.where for name, s in stated.items()},
        },
        encoding_warnings(decoded),
    )


def blanked(text: str, spans: Iterable[Span], mark: str = "") -> str:
    """The text with white space for these spans, behind a `mark` if there is one: no offset
    changes."""
    parts, at = [], 0
    for start, end in sorted(spans):
        begins = max(start, at)
        parts += [text[at:begins], mark.ljust(max(end, begins) - begins)]
        at = max(end, begins)
    return "".join([*parts, text[at:]])


def encoding_warnings(decoded: Decoded) -> tuple[str, ...]:
    """What the user should know about how the bytes were read."""
    if decoded.how == "detected":
        return (f"read as {decoded.encoding}, which was detected and may be wrong",)
    if decoded.how == "mended":
        return ("some bytes are not UTF-8 and were read as Windows-1252",)
    return ()


def _lead_lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks[:_LEAD_BLOCKS]:
        if block.kind in ("paragraph", "byline"):
            yield from text[block.start : block.end].splitlines()


def lead_authors(text: str, blocks: list[Block]) -> tuple[str, ...]:
    """Authors of the first byline block."""
    lines = (text[b.start : b.end] for b in blocks[:_LEAD_BLOCKS] if b.kind == "byline")
    return next((byline_authors(line) for line in lines), ())


def mark_blocks(text: str) -> tuple[list[Block], list[Credit]]:
    """Blocks of a text without markup, in order, and the credits in it."""
    blocks: list[Block] = []
    mentioned = list(text_credits(text))
    body, head = _masthead(text)
    for start, end in head:
        blocks.append(
            Block("byline" if byline_authors(text[start:end]) else "paragraph", start, end)
        )
    for chunk in _chunks(text, body):
        for start, end in _units(text, chunk):
            kind = _kind(text, (start, end), len(blocks) - len(head), chunk)
            line = dateline(text, start, end) if kind == "paragraph" else None
            if line:
                cut, credit = line
                blocks.append(Block("dateline", start, _trim(text, start, cut)[1]))
                start = cut  # noqa: PLW2901 - the rest of the unit
                mentioned += [credit] if credit else []
            blocks.append(Block(kind, start, end))
    lead = [(b.kind, text[b.start : b.end]) for b in blocks[:_LEAD_BLOCKS]]
    for n in standfirsts(lead):
        blocks[n] = replace(blocks[n], kind="standfirst")
    return blocks, in_order(mentioned)


def _masthead(text: str) -> tuple[int, list[Span]]:
    """Where the text goes on below its masthead, and the lines of that."""
    lines = (m.span() for m in _LINE.finditer(text, 0, _HEAD) if m.group().strip())
    spans = [_trim(text, *line) for line in islice(lines, _LEAD_BLOCKS)]
    spans = [(start, end) for start, end in spans if start < end]
    count = masthead([text[start:end] for start, end in spans])
    return (spans[count - 1][1] if count else 0), spans[:count]


def _chunks(text: str, start: int = 0) -> Iterator[Span]:
    """Stretches between blank lines, trimmed, from `start` on."""
    for gap in _BLANK.finditer(text, start):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = _trim(text, start, end)
    if start < end:
        yield start, end


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _units(text: str, chunk: Span) -> Iterator[Span]:
    """A chunk's lines, or the whole chunk where its lines are one paragraph, wrapped."""
    lines = [m.span() for m in _LINE.finditer(text, *chunk) if m.group().strip()]
    if len(lines) > 1 and _is_wrapped(text, lines):
        yield chunk
        return
    for start, end in lines:
        yield from _trimmed(text, start, end)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether all lines but the last are of about one width and none starts a list."""
    widths = [end - start for start, end in lines]
    full = max(widths)
    if full > _WRAP_WIDTH or any(_LIST.match(text[s:e]) for s, e in lines[1:]):
        return False
    return min(widths[:-1]) > max(full - _WRAP_SLACK, full // 2) and full > _WRAP_SLACK


def _kind(text: str, span: Span, before: int, chunk: Span) -> str:
    line = text[span[0] : min(span[1], span[0] + 2000)]
    if before == 0 and _is_title(text, span, chunk):
        return "title"
    if (
        before == 1
        and chunk[0] < span[0]
        and not _is_of_head(line)
        and _is_title(text, chunk, chunk)
    ):
        return "standfirst"
    kind = line_kind(line)
    if kind:
        return kind
    if before < _LEAD_BLOCKS and byline_authors(line):
        return "byline"
    return "list" if _LIST.match(line) else "paragraph"


def _is_title(text: str, span: Span, chunk: Span) -> bool:
    """A short line at the top, alone or with one short line below, and something after it; lines
    that say who wrote it, when or where are not counted."""
    if chunk[1] - chunk[0] > 2 * LONGEST_TITLE or not text[chunk[1] : chunk[1] + 4000].strip():
        return False
    lines = text[slice(*chunk)].splitlines()
    told = [line for line in lines[1:] if not _is_of_head(line)]
    if len(told) > 1 or len(lines[0]) > LONGEST_TITLE:
        return False
    return not dateline(text, *span) and not byline_authors(lines[0])


def _is_of_head(line: str) -> bool:
    """Whether a line near the title says who wrote the text, of which day it is, or whose."""
    return is_day(line) or named_day(line) is not None or bool(byline_authors(line))
