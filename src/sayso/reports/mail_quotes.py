"""What stands in a mail's text and is not its sender's: quoted mails, forwarded ones, signatures.

Each is found by lines that mail programs write: ">" marks, "On … wrote:", "Forwarded message",
the "-- " above a signature (RFC 3676).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.reports.compose import Draft
from sayso.values import Block, Place

_FORWARDED = re.compile(
    r"^(?:-{2,20} ?(?:original message|forwarded message|forwarded by .{1,80}"
    r"|(?:ursprüngliche|weitergeleitete) nachricht|message (?:d'origine|transféré)) ?-{2,20}"
    r"|begin forwarded message:|_{20,60})$",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"^\*?(?:from|sent|date|to|cc|bcc|subject|reply-to|von|gesendet|an|betreff|de|envoyé|à|objet)"
    r"\*? ?:\*?",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"^(?:on|am|le|el)\b.{5,300}(?:\bwrote|\bschrieb.{0,80}|\ba écrit|\bescribió) ?:$",
    re.IGNORECASE,
)
_SENT_BY = re.compile(r"@|<[^>]+>|\d{1,2}:\d\d")
_SIGNATURE = re.compile(r"^-- ?$")
_LONGEST_SIGNATURE = 8  # lines
_HEADERS_LOOKED_AT = 3
_OWN = ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def quoted_parts(text: str) -> list[Block]:
    """Blocks of kind "quotation" (words of other mails, with their ">" marks) and "furniture"
    (lines that mail programs put about them, signatures), in order."""
    lines = list(_lines(text))
    kinds = [_OWN] * len(lines)
    at = 0
    while at < len(lines):
        at = _mark(lines, kinds, at)
    return list(_runs(lines, kinds))


def without_parts(text: str, parts: Sequence[Block]) -> str:
    """The text with white space where the parts are: no offset changes."""
    pieces, at = [], 0
    for part in parts:
        pieces += [text[at : part.start], " " * (part.end - part.start)]
        at = part.end
    return "".join([*pieces, text[at:]])


def with_parts(draft: Draft, text: str, parts: Sequence[Block]) -> Draft:
    """The draft of `without_parts`, with its whole text and a block for each part."""
    blocks = sorted([*draft.blocks, *parts], key=lambda block: block.start)
    return replace(draft, text=text, blocks=tuple(blocks))


def forwarded_mail(text: str) -> str | None:
    """The first mail that a "Forwarded message" mark announces, from its headers on."""
    lines = list(_lines(text))
    for at, line in enumerate(lines):
        after = _filled(lines, at + 1)
        if "forward" in line.text.casefold() and _FORWARDED.match(line.text):
            return text[lines[after].start :] if _opens_mail(lines, after) else None
    return None


def quoted_below(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """An HTML mail's blocks; the quotes under an "On … wrote:" are another mail's words, as is
    all that is below a "Forwarded message"."""
    made, below, forwarded = list[Block](), False, False
    for block in blocks:
        words = " ".join(text[block.start : block.end].split())
        forwarded = forwarded or bool(_FORWARDED.match(words))
        if _WROTE.match(words) or _FORWARDED.match(words):
            below = True
            made.append(replace(block, kind="furniture"))
        else:
            below = forwarded or (below and block.kind == "quote")
            made.append(replace(block, kind="quotation") if below else block)
    return tuple(made)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip("\ufeff \t\r\n\xa0")
        start = at + (line.find(words) if words else 0)
        yield _Line(start, start + len(words), words or line.rstrip("\r\n"))
        at += len(line)


def _mark(lines: Sequence[_Line], kinds: list[str], at: int) -> int:
    """Set the kind of the line at `at`, and of what goes with it; where to look on."""
    line = lines[at].text
    after = _filled(lines, at + 1)
    if line.startswith(">"):
        kinds[at] = "quotation"
    elif _FORWARDED.match(line) and _opens_mail(lines, after):
        return _mark_rest(lines, kinds, at, after)
    elif (end := _wrote(lines, at)) is not None:
        after = _filled(lines, end)
        marked = after < len(lines) and lines[after].text.startswith(">")
        if not marked:
            if not _SENT_BY.search("".join(item.text for item in lines[at:end])):
                return at + 1
            kinds[end:] = ["quotation"] * (len(lines) - end)
        kinds[at:end] = ["furniture"] * (end - at)
        return end if marked else len(lines)
    elif _SIGNATURE.match(line):
        return _mark_signature(lines, kinds, at)
    return at + 1


def _mark_rest(lines: Sequence[_Line], kinds: list[str], at: int, after: int) -> int:
    """A forwarded mail runs to the end: its mark and its headers, then its words."""
    while after < len(lines) and _HEADER.match(lines[after].text):
        after += 1
    kinds[at:after] = ["furniture"] * (after - at)
    kinds[after:] = ["quotation"] * (len(lines) - after)
    return len(lines)


def _mark_signature(lines: Sequence[_Line], kinds: list[str], at: int) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].text.startswith(">"):
        if _wrote(lines, end) is not None or _FORWARDED.match(lines[end].text):
            break
        end += 1
    if sum(bool(line.text.strip()) for line in lines[at + 1 : end]) > _LONGEST_SIGNATURE:
        return at + 1
    kinds[at:end] = ["furniture"] * (end - at)
    return end


def _filled(lines: Sequence[_Line], at: int) -> int:
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at


def _opens_mail(lines: Sequence[_Line], at: int) -> bool:
    headers = lines[at : at + _HEADERS_LOOKED_AT]
    return sum(bool(_HEADER.match(line.text)) for line in headers) > 1


def _wrote(lines: Sequence[_Line], at: int) -> int | None:
    """The line behind an "On … wrote:" that starts here; it may be broken once."""
    words = ""
    for end in range(at, min(at + 2, len(lines))):
        words = f"{words} {lines[end].text}".strip()
        if _WROTE.match(words):
            return end + 1
    return None


def _runs(lines: Sequence[_Line], kinds: Sequence[str]) -> Iterator[Block]:
    """A block for each run of filled lines of one kind."""
    run: list[_Line] = []
    for number, line in enumerate(lines):
        if run and (not line.text.strip() or kinds[number] != kinds[number - 1]):
            yield _block(run, kinds[number - 1])
            run = []
        if kinds[number] != _OWN and line.text.strip():
            run.append(line)
    if run:
        yield _block(run, kinds[-1])


def _block(run: Sequence[_Line], kind: str) -> Block:
    start, end = run[0].start, run[-1].end
    return Block(kind, start, end, (Place(start, end, "", start),))
