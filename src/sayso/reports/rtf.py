"""RTF, as word processors and old newsroom systems write it: paragraphs and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.errors import NotAReport
from sayso.reports.assemble import in_order
from sayso.reports.compose import Draft
from sayso.reports.encodings import Decoded
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.reports.plain import plain_draft
from sayso.values import Block, Credit, Place, Span

_LINK = re.compile(
    r"""HYPERLINK\s{1,9}"(?P<target>[^"\n]{1,2000})"[^{}]{0,300}[{}\s]{1,9}\\fldrslt\b ?"""
)
_BRACE = re.compile(r"\\[{}\\]|[{}]")
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z0-9])")
_DELETED = re.compile(r"\\deleted(?![a-z0-9])")  # a tracked deletion: its group is left out
_FIELDS = (("HYPERLINK", "LINK"), ("\\field{", "\\field {"))
"""What striprtf's own search for links starts from: it takes quadratic time on many fields."""
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_FONT = re.compile(r"\\(f|fcharset)(\d{1,5})(?!\d)")
_TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")
_OPEN, _CLOSE = "\ue000", "\ue001"
_HERE = "\ue002"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}{_HERE}]")
_NOTE_OR_END = re.compile(r"(?P<note>\{(?:\\\*)?\\footnote(?![a-z]))|\\par(?![a-z0-9]) ?")
_END = re.compile(r"\\par(?![a-z0-9]) ?")
_LONGEST_NOTE = 20_000
_LONGEST_LINK = 20_000


def rtf_draft(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """An RTF file. Places are "paragraph=N", counted from 1, empty ones left out."""
    raw = piece.read(limits.page).decode("latin-1")
    marked, targets = _mark_links(_notes_below(raw) if "\\footnote" in raw else raw)
    lines = [line.strip() for line in _words(marked, piece.name).splitlines()]
    lines = [line for line in lines if _MARKS.sub("", line).strip()]
    notes = frozenset(n for n, line in enumerate(lines, 1) if line.startswith(_HERE))
    lines = [line.replace(_HERE, "").strip() for line in lines]
    if not lines:
        raise NotAReport(piece.name, "there is no text in this document")
    text, links = _without_marks("\n\n".join(lines), targets)
    draft = plain_draft(Decoded(text, "rtf", "valid"), piece.name)
    blocks = tuple(_placed(draft.blocks, text, notes))
    facts, found = dict(draft.facts), {**draft.found}
    found.pop("encoding")
    stated = _TITLE.search(raw)
    if stated and not facts.get("title"):
        facts["title"], found["title"] = stated.group(1).strip(), "document properties"
    yield replace(
        draft,
        blocks=blocks,
        credits=tuple(in_order([*draft.credits, *links])),
        facts=facts,
        found=found,
    )


def _notes_below(raw: str) -> str:
    """The source with each footnote as a paragraph below the one it is in, opened by `_HERE`.

    Left in its group, striprtf would leave it out. Where one does not end, all stay there.
    """
    parts, waiting, at = [], list[str](), 0
    for match in _NOTE_OR_END.finditer(raw):
        end = _group_end(raw, match.end(), _LONGEST_NOTE) if match["note"] else match.end()
        if end is None:
            return raw
        if match.start() < at:
            continue
        if match["note"]:
            waiting.append(_END.sub(r"\\tab ", raw[match.end() : end]))
            parts.append(raw[at : match.start()])
            at = end + 1
        else:
            parts += [raw[at:end], *(f"{{{_mark(_HERE)}{note}\\par}}" for note in waiting)]
            waiting, at = [], end
    rest = raw[at:]
    last = max(rest.rfind("}"), 0)
    below = (f"{{\\par {_mark(_HERE)}{note}}}" for note in waiting)
    return "".join([*parts, rest[:last], *below, rest[last:]])


def _words(raw: str, name: str) -> str:
    """The text, by striprtf; halves of a character beyond U+FFFF are put together."""
    from striprtf.striprtf import rtf_to_text

    try:
        text = rtf_to_text(_with_plain_fonts(raw), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise NotAReport(name, f"this document is damaged ({error})") from None
    return str(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _mark_links(raw: str) -> tuple[str, list[str]]:
    """The source with private-use marks around each link's words, and the links' targets.

    striprtf would put the address into the text; without the field's name it does not.
    """
    parts, targets, at = [], list[str](), 0
    for match in _LINK.finditer(raw):
        end = _group_end(raw, match.end(), _LONGEST_LINK)
        if match.start() < at or end is None:
            continue
        words = raw[match.end() : end]
        opened = raw[match.start() : match.end()].replace("HYPERLINK", "LINK", 1)
        parts += [raw[at : match.start()], opened, _mark(_OPEN), words, _mark(_CLOSE)]
        targets.append(match["target"])
        at = end
    marked = "".join([*parts, raw[at:]])
    for field, harmless in _FIELDS:
        marked = marked.replace(field, harmless)
    return _DELETED.sub(r"\\*\\deleted", _CELL.sub(r"\\tab", marked)), targets


def _with_plain_fonts(raw: str) -> str:
    """The source, of its font table only the fonts' numbers and character sets, one a group.

    striprtf's search takes cubic time in a damaged table. None of its words are in the text;
    nor is what follows a table that does not end.
    """
    start = _FONTS.search(raw)
    if start is None:
        return raw
    end = _group_end(raw, start.end(), len(raw))
    fonts, font = [], ""
    for word, number in _FONT.findall(raw, start.end(), len(raw) if end is None else end):
        if word == "f":
            font = number
        elif font:
            fonts.append(f"{{\\f{font}\\fcharset{number} -;}}")
    return raw[: start.end()] + "".join(fonts) + ("}" if end is None else raw[end:])


def _mark(mark: str) -> str:
    return f"{{\\uc1\\u{ord(mark) - 0x10000}?}}"


def _group_end(raw: str, at: int, reach: int) -> int | None:
    """Where the group that is open at `at` closes; None if that is more than `reach` away."""
    depth = 1
    for match in _BRACE.finditer(raw, at, at + reach):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if not depth:
            return match.start()
    return None


def _without_marks(text: str, targets: Sequence[str]) -> tuple[str, list[Credit]]:
    links, parts, opened, size = list[Credit](), list[str](), list[int](), 0
    left = iter(targets)
    for part in re.split(f"([{_OPEN}{_CLOSE}])", text):
        if part == _OPEN:
            opened.append(len(parts))
        elif part == _CLOSE:
            target = next(left, "")
            words = "".join(parts[opened.pop() :]) if opened else ""
            if words.strip() and target.startswith(("http://", "https://")):
                span: Span = (size - len(words.lstrip()), size - len(words) + len(words.rstrip()))
                links.append(Credit("link", words.strip(), target, span))
        else:
            parts.append(part)
            size += len(part)
    return "".join(parts), links


def _placed(blocks: Sequence[Block], text: str, notes: frozenset[int]) -> Iterator[Block]:
    """The blocks with the paragraphs they stand in, which empty lines part; `notes` are the
    numbers of those that are footnotes."""
    number, start, starts = 0, 0, []
    for number, paragraph in enumerate(text.split("\n\n"), 1):
        starts.append((start, number))
        start += len(paragraph) + 2
    at = 0
    for block in blocks:
        while at + 1 < len(starts) and starts[at + 1][0] <= block.start:
            at += 1
        first, number = starts[at]
        place = Place(block.start, block.end, f"paragraph={number}", block.start - first)
        kind = "footnote" if number in notes else block.kind
        yield replace(block, kind=kind, places=(place,))
