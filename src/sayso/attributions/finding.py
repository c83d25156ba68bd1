"""Reading to attributions: who says what, each link with its verbatim words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attributions.complement import complete
from sayso.attributions.details import details_of
from sayso.attributions.joining import Joined, join
from sayso.attributions.nesting import Nested, Tag, nest
from sayso.attributions.quotes import kind_of, quoted_spans
from sayso.attributions.rules import (
    according,
    headlines,
    own_subjects,
    participles,
    speech_verbs,
    subjects,
)
from sayso.attributions.tree import Tree
from sayso.attributions.voices import Cast
from sayso.times import find_times, outermost, time_near
from sayso.values import Attribution, Entity, Reading, Report, Span, Time, Voice

SILENT = frozenset({"furniture", "credit"})
"""Blocks that are no part of the reporting."""


def attributions_of(
    reading: Reading,
    tag: Tag,
    entities: Mapping[str, Entity] | None = None,
    times: Sequence[Time] | None = None,
) -> tuple[Attribution, ...]:
    """Every attribution of a reading, in the order of the text, parents before children.

    `tag` reads short texts again (`Reader.tag`); `entities` give names to mentions.
    """
    report = reading.report
    if times is None:
        times = find_times(report.text, report.published)
    tree = Tree(reading)
    found = join(report.text, reading.tags, reading.ties)
    found.extend(according(report.text, tree, found))
    joined = [complete(report.text, tree, j) for j in found]
    kept = [j for j in joined if j.content and not _silent(report, j)]
    outer = [_mended(tree, j, reading) for j in kept]
    outer.extend(headlines(report, tree, outer))
    outer.extend(_untagged(report, tree, outer))
    outer.sort(key=lambda j: min(s for s, _ in (*j.source, *j.cue, *j.content)))
    nested = nest(report.text, outer, tree, tag)
    cast = Cast(reading, tree, entities or {})
    return tuple(_finished(nested, cast, times))


def _mended(tree: Tree, joined: Joined, reading: Reading) -> Joined:
    """The source as the tree has it, where the tags cannot be right."""
    joined = own_subjects(tree, joined, reading.tags)
    return subjects(tree, participles(tree, joined, reading.mentions))


def _untagged(report: Report, tree: Tree, found: Sequence[Joined]) -> list[Joined]:
    """ "X said that …" where nothing at all was tagged in its words."""
    spans = [span for j in found for span in (*j.source, *j.cue, *j.content)]
    return [
        joined
        for joined in speech_verbs(report.text, tree, (0, len(report.text)))
        if not _silent(report, joined) and not any(_touch(joined, span) for span in spans)
    ]


def _touch(joined: Joined, span: Span) -> bool:
    own = (*joined.source, *joined.cue, *joined.content)
    return any(start < span[1] and span[0] < end for start, end in own)


def _silent(report: Report, joined: Joined) -> bool:
    at = joined.cue[0][0]
    return any(b.kind in SILENT and b.start <= at < b.end for b in report.blocks)


def _finished(nested: Sequence[Nested], cast: Cast, times: Sequence[Time]) -> list[Attribution]:
    """Ids, kinds, voices: in the order of the text, so that a voice can refer to one before."""
    text = cast.reading.report.text
    quoted = quoted_spans(text)
    times = outermost(times)
    order = _reading_order(nested)
    ids = {i: f"a{k + 1}" for k, i in enumerate(order)}
    done: dict[int, Attribution] = {}
    for i in _titles_last(order, nested, cast.reading.report):
        joined, parent = nested[i].joined, nested[i].parent
        speaker = done[parent].voice if parent is not None else None
        details = details_of(cast.tree, joined, cast.reading.mentions)
        voice = cast.resolve(joined.source, speaker, joined.content)
        when = time_near(text, joined.cue, joined.source, joined.content, times, details.addressee)
        said = (when.edtf or cast.text((when.start, when.end))) if when else None
        to = cast.text(details.addressee[0]) if details.addressee else None
        done[i] = Attribution(
            id=ids[i],
            parent=ids[parent] if parent is not None else None,
            kind=kind_of(text, joined.content, quoted),
            source=joined.source,
            cue=joined.cue,
            content=joined.content,
            stance=details.stance,
            addressee=details.addressee,
            medium=details.medium,
            time=((when.start, when.end),) if when else (),
            said=said,
            voice=replace(voice, said=said, to=to),
        )
    return _same_kinds([done[i] for i in order])


def _same_kinds(found: list[Attribution]) -> list[Attribution]:
    """One name is one kind of voice in a report: an outlet if it is called one anywhere."""
    kinds: dict[str, set[str]] = {}
    for a in found:
        if a.voice is not None:
            kinds.setdefault(a.voice.name, set()).add(a.voice.kind)
    best = {
        name: next(
            k for k in ("outlet", "organization", "person", "document", "unnamed") if k in some
        )
        for name, some in kinds.items()
    }
    return [
        replace(a, voice=replace(a.voice, kind=best[a.voice.name])) if a.voice else a for a in found
    ]


def _titles_last(order: Sequence[int], nested: Sequence[Nested], report: Report) -> list[int]:
    """A headline's "report" is explained below it: its voice is resolved last."""
    end = next((b.end for b in report.blocks if b.kind == "title"), 0)
    return sorted(order, key=lambda i: nested[i].joined.cue[0][1] <= end)


def _reading_order(nested: Sequence[Nested]) -> list[int]:
    """Outer ones as they stand, each followed by what it holds."""
    children: dict[int | None, list[int]] = {}
    for i, item in enumerate(nested):
        children.setdefault(item.parent, []).append(i)
    out: list[int] = []

    def visit(parent: int | None) -> None:
        for i in children.get(parent, ()):
            out.append(i)
            visit(i)

    visit(None)
    return out


def chain_of(
    attribution: Attribution, by_id: Mapping[str, Attribution], report: Report
) -> tuple[Voice, ...]:
    """Whose word it is, outermost first: the report's own outlet always at the head."""
    voices: list[Voice] = []
    at: Attribution | None = attribution
    while at is not None:
        if at.voice is not None:
            voices.append(at.voice)
        at = by_id[at.parent] if at.parent else None
    return (outlet_voice(report), *reversed(voices))


def outlet_voice(report: Report) -> Voice:
    """The report's own voice: its outlet, or "this report" where none is stated."""
    spans: tuple[Span, ...] = ()
    return Voice(report.outlet or "this report", "outlet", said=report.published, spans=spans)
