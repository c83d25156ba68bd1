"""Reading to attributions: who says what, each link with its verbatim words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attributions.asked import asked_by
from sayso.attributions.cited import cited_apart, told_through
from sayso.attributions.complement import complete
from sayso.attributions.contents import (
    below_headline,
    is_saying,
    own_clause,
    quoted_alone,
    settled,
    told_apart,
    within_paragraph,
)
from sayso.attributions.details import details_of
from sayso.attributions.joining import Joined, join
from sayso.attributions.labels import relabelled, transcript_of
from sayso.attributions.nesting import Nested, Tag, nest, once
from sayso.attributions.own_words import without_own_words
from sayso.attributions.passed_on import passing_on
from sayso.attributions.quotes import kind_of, quoted_spans
from sayso.attributions.rules import according, contested, headlines, shown_alone, topics
from sayso.attributions.senders import entity_named, sender_of
from sayso.attributions.subjects import Kinds, speaker_by_tree
from sayso.attributions.tree import Tree
from sayso.attributions.unnamed import not_to_be_named
from sayso.attributions.voices import Cast
from sayso.times import LONGEST, REACH, find_times, may_date, outermost, time_near
from sayso.values import Attribution, Entity, Mention, Reading, Report, Span, Time, Voice

SILENT = frozenset({"furniture", "credit", "quotation"})
"""Blocks that are no part of the reporting; a "quotation" is another mail's words."""


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
    found = not_to_be_named(report.text, tree, found)
    found = settled(tree, found, quoted_spans(report.text))
    kinds = Kinds.among(reading.mentions)
    found = cited_apart(report.text, tree, found, kinds)
    joined = [within_paragraph(report.text, complete(report.text, tree, j)) for j in found]
    joined = [own_clause(report.text, tree, quoted_alone(report.text, j)) for j in joined]
    joined = [told_apart(tree, j) for j in joined]
    joined = [passing_on(report.text, tree, j) for j in joined]
    joined = [below_headline(report, j) for j in joined]
    joined = without_own_words(report, tree, joined)
    silent = Silent(report)
    kept = [j for j in joined if is_saying(tree, j) and not silent.at(j)]
    outer = [speaker_by_tree(tree, j, reading.tags, kinds) for j in kept]
    outer = [j for j in (asked_by(report.text, tree, j) for j in outer) if j.content]
    outer.extend(headlines(report, tree, outer))
    outer.extend(_untagged(report, tree, outer, silent))
    outer = contested(report.text, tree, outer)
    outer = relabelled(transcript_of(report), topics(report, tree, outer))
    outer.sort(key=lambda j: min(s for s, _ in (*j.source, *j.cue, *j.content)))
    within = once(nest(report.text, outer, tree, tag))
    within = told_through(report.text, tree, within, kinds)
    nested = [_mended(report.text, tree, kinds, item) for item in within]
    cast = Cast(reading, tree, entities or {})
    return tuple(_finished(nested, cast, times))


def _mended(text: str, tree: Tree, kinds: Kinds, item: Nested) -> Nested:
    """What stands in another's words, with the source that the tree shows."""
    if item.parent is None:
        return item
    own = own_clause(text, tree, item.joined)
    shown = speaker_by_tree(tree, own, (), kinds)
    asked = asked_by(text, tree, shown)
    return replace(item, joined=asked if asked.content else shown)


def _untagged(report: Report, tree: Tree, found: Sequence[Joined], silent: Silent) -> list[Joined]:
    """ "X said that …", "on suspicion of …" where nothing at all was tagged in its words."""
    taken = {at for joined in found for at in tree.indices(_spans(joined))}
    return [
        joined
        for joined in shown_alone(report.text, tree)
        if not silent.at(joined) and taken.isdisjoint(tree.indices(_spans(joined)))
    ]


def _spans(joined: Joined) -> tuple[Span, ...]:
    return (*joined.source, *joined.cue, *joined.content)


class Silent:
    """The blocks of a report that are no part of the reporting."""

    def __init__(self, report: Report) -> None:
        self._blocks = [block for block in report.blocks if block.kind in SILENT]
        self._starts = [block.start for block in self._blocks]

    def at(self, joined: Joined) -> bool:
        """Whether a cue stands in one of them."""
        at = joined.cue[0][0]
        before = bisect_right(self._starts, at)
        return before > 0 and at < self._blocks[before - 1].end


def _finished(nested: Sequence[Nested], cast: Cast, times: Sequence[Time]) -> list[Attribution]:
    """Ids, kinds, voices: as they are heard, so that a voice can refer to one before."""
    text = cast.reading.report.text
    quoted = quoted_spans(text)
    times = [time for time in outermost(times) if may_date(time, cast.reading.report.published)]
    starts = [time.start for time in times]
    tellers = _tellers(times, nested)
    order = _reading_order(nested)
    ids = {i: f"a{k + 1}" for k, i in enumerate(order)}
    done: dict[int, Attribution] = {}
    for i in _as_heard(order, nested, cast.reading.report):
        joined, parent = nested[i].joined, nested[i].parent
        speaker = _speaker(text, done[parent], joined, quoted) if parent is not None else None
        details = details_of(cast.tree, joined, cast.reading.mentions)
        voice = cast.resolve(joined.source, speaker, joined.content, nested=parent is not None)
        line = _line(i, nested)
        near = _near(starts, (*joined.source, *joined.cue, *details.addressee))
        free = [times[k] for k in near if tellers[k] <= line]
        when = time_near(text, joined.cue, joined.source, joined.content, free, details.addressee)
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


def _near(starts: Sequence[int], spans: Sequence[Span]) -> list[int]:
    """Which of the times, by number, begin near enough to any of the spans to date a saying."""
    found: set[int] = set()
    for start, end in spans:
        first = bisect_left(starts, start - LONGEST)
        found.update(range(first, bisect_right(starts, end + REACH)))
    return sorted(found)


def _tellers(times: Sequence[Time], nested: Sequence[Nested]) -> list[set[int]]:
    """Of each time, which attributions have it in their content, by number."""
    order = sorted(range(len(times)), key=lambda k: times[k].start)
    starts = [times[k].start for k in order]
    found: list[set[int]] = [set() for _ in times]
    for i, item in enumerate(nested):
        for start, end in item.joined.content:
            for k in order[bisect_left(starts, start) : bisect_left(starts, end)]:
                found[k].add(i)
    return found


def _line(own: int, nested: Sequence[Nested]) -> set[int]:
    """An attribution and those that hold it, by number."""
    holding = {own}
    parent = nested[own].parent
    while parent is not None:
        holding.add(parent)
        parent = nested[parent].parent
    return holding


def _speaker(text: str, outer: Attribution, joined: Joined, quoted: Sequence[Span]) -> Voice | None:
    """Who utters a source's words, if it is not the report: it stands in quotation marks or
    behind a label ("Vant: I was told …")."""
    labelled = [text[start:end] for start, end in outer.cue] == [":"]
    at = joined.source[0][0] if joined.source else -1
    return outer.voice if labelled or any(s <= at < e for s, e in quoted) else None


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


def _as_heard(order: Sequence[int], nested: Sequence[Nested], report: Report) -> list[int]:
    """Outer ones as their sources stand in the text, each followed by what it holds; those of a
    headline last, as what its "report" is stands below it."""
    end = next((b.end for b in report.blocks if b.kind == "title"), 0)

    def heard(i: int) -> tuple[bool, int]:
        parent = nested[i].parent
        while parent is not None:
            i, parent = parent, nested[parent].parent
        joined = nested[i].joined
        return joined.cue[0][1] <= end, (joined.source or joined.cue)[0][0]

    return sorted(order, key=heard)


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


def _once(voices: Sequence[Voice]) -> list[Voice]:
    """A voice that only quotes itself, once: "Quill said she hoped". With another time or
    another hearer it is another saying."""
    found: list[Voice] = []
    for voice in voices:
        last = found[-1] if found else None
        same = last is not None and last.kind == "person" and _is_one(last, voice)
        if not (same and voice.said is None and voice.to is None):
            found.append(voice)
    return found


def _is_one(a: Voice, b: Voice) -> bool:
    return (a.name, a.kind) == (b.name, b.kind) and a.entity == b.entity


def chain_of(
    attribution: Attribution,
    by_id: Mapping[str, Attribution],
    report: Report,
    mentions: Sequence[Mention] = (),
) -> tuple[Voice, ...]:
    """Whose word it is, outermost first: the report's own outlet always at the head, or whoever
    sent it. `mentions` tie a sender to whom the report names."""
    voices: list[Voice] = []
    at: Attribution | None = attribution
    while at is not None:
        if at.voice is not None:
            voices.append(at.voice)
        at = by_id[at.parent] if at.parent else None
    return tuple(_once([outlet_voice(report, mentions), *voices[::-1]]))


def outlet_voice(report: Report, mentions: Sequence[Mention] = ()) -> Voice:
    """The report's own voice: its outlet; of a mail, its sender; else "this report"."""
    sender = sender_of(report)
    if sender is not None:
        return replace(sender, entity=entity_named(sender.name, mentions, report.text))
    return Voice(report.outlet or "this report", "outlet", said=report.published)
