"""From the reader's tagged fragments and ties to attributions: one for each cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.values import Span, TaggedSpan, Tie

_STRIPPED = ",;:—–-"
_QUOTES = "\"“„«‘'"


@dataclass(frozen=True, slots=True)
class Joined:
    """An attribution's fragments, in the order of the text; `source` and `content` can be
    empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def join(text: str, tags: Sequence[TaggedSpan], ties: Sequence[Tie]) -> list[Joined]:
    """One attribution a cue: the source it points at, the contents that point at it.

    A cue that no content points at first takes the one that points at it next; where there
    is none its content stays empty (`complement` may find one in the tree).
    """
    contents: dict[int, list[int]] = {i: [] for i, t in enumerate(tags) if t.role == "cue"}
    wishes: dict[int, list[Tie]] = {}
    source: dict[int, int] = {}
    for tie in ties:
        if tags[tie.other].role == "source":
            source[tie.cue] = tie.other
        elif _reaches(text, tags[tie.cue], tags[tie.other]):
            wishes.setdefault(tie.other, []).append(tie)
    for content, wished in wishes.items():
        own = _same_speech(text, tags, content, wished[0].cue)
        contents[wished[0].cue if own is None else own].append(content)
    _share(contents, wishes)
    _adopt(text, tags, contents)
    return [
        Joined(
            _spans(tags, (source[cue],) if cue in source else ()),
            _spans(tags, (cue,)),
            mend(text, _spans(tags, parts)),
        )
        for cue, parts in contents.items()
    ]


def _spans(tags: Sequence[TaggedSpan], chosen: Sequence[int]) -> tuple[Span, ...]:
    return tuple((tags[i].start, tags[i].end) for i in chosen)


def _reaches(text: str, cue: TaggedSpan, content: TaggedSpan) -> bool:
    """A cue holds words of another paragraph only if they are quoted."""
    return _same_line(text, cue, content) or text[content.start] in _QUOTES


def _same_speech(text: str, tags: Sequence[TaggedSpan], content: int, cue: int) -> int | None:
    """The last cue before a quotation on its line, where it points at another line: a speech
    that goes on behind "X said" is X's."""
    if _same_line(text, tags[cue], tags[content]):
        return None
    before = [
        i
        for i, tag in enumerate(tags[:content])
        if tag.role == "cue" and _same_line(text, tag, tags[content])
    ]
    return before[-1] if before else None


def _share(contents: dict[int, list[int]], wishes: dict[int, list[Tie]]) -> None:
    """A cue without a content gets one that wished for it, from a cue that has others."""
    for cue, parts in contents.items():
        if parts:
            continue
        offers = [
            (tie.score, content)
            for content, wished in wishes.items()
            for tie in wished[1:]
            if tie.cue == cue and len(contents[wished[0].cue]) > 1
        ]
        if offers:
            _, content = max(offers)
            holder = next(c for c, held in contents.items() if content in held)
            contents[holder].remove(content)
            parts.append(content)


def _adopt(text: str, tags: Sequence[TaggedSpan], contents: dict[int, list[int]]) -> None:
    """Contents without a cue go to the nearest cue without a content on the same line."""
    tied = {i for parts in contents.values() for i in parts}
    for i, tag in enumerate(tags):
        if tag.role != "content" or i in tied:
            continue
        free = [c for c, parts in contents.items() if not parts and _same_line(text, tags[c], tag)]
        if free:
            contents[min(free, key=lambda c: _gap(tags[c], tag))].append(i)


def _gap(a: TaggedSpan, b: TaggedSpan) -> int:
    return max(b.start - a.end, a.start - b.end)


def _same_line(text: str, a: TaggedSpan, b: TaggedSpan) -> bool:
    return "\n" not in text[min(a.end, b.end) : max(a.start, b.start)]


def mend(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Fragments with nothing but space between them become one; edges lose loose marks."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and re.fullmatch(r"\s*", text[out[-1][1] : start]):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    stripped = (strip(text, span) for span in out)
    return tuple((s, e) for s, e in stripped if e > s)


def strip(text: str, span: Span) -> Span:
    """The span without white space, commas, colons and dashes at its edges."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _STRIPPED):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _STRIPPED):
        end -= 1
    return start, end
