"""Attributions within attributions: each content read again as if it were a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sayso.attributions import lexicon
from sayso.attributions.joining import Joined, join
from sayso.attributions.passed_on import passed_on
from sayso.attributions.rules import shown_by_tree
from sayso.attributions.tree import Tree
from sayso.values import Span, TaggedSpan, Tie

DEEPEST = 4
"""No text nests deeper than this in the corpora; a bound all the same."""

Tag = Callable[[Sequence[str]], list[tuple[tuple[TaggedSpan, ...], tuple[Tie, ...]]]]
_OPENING = re.compile(r"[\s“”\"'‘’]*(?:that\s+[“\"'‘]*)?")
_NEW_SENTENCE = re.compile(r"[\s“”\"'‘’\[(]*[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution's words and the number of the one it stands in, or None."""

    joined: Joined
    parent: int | None


@dataclass(frozen=True, slots=True)
class Inner:
    """The text of a content on its own, with the place of each character in the report."""

    text: str
    places: list[int]


def nest(text: str, outer: Sequence[Joined], tree: Tree, tag: Tag) -> list[Nested]:
    """`outer` and all that stands within, parents before children."""
    found = [Nested(joined, None) for joined in outer]
    todo = list(range(len(found)))
    for _ in range(DEEPEST):
        todo = [i for i in todo if _worth_reading(tree, found[i].joined)]
        if not todo:
            break
        inners = [inner_text(text, found[i].joined.content) for i in todo]
        fresh: list[int] = []
        cues = [span for item in found for span in item.joined.cue]
        for i, inner, (tags, ties) in zip(todo, inners, tag([n.text for n in inners]), strict=True):
            read = (_placed(joined, inner) for joined in join(inner.text, tags, ties))
            for own in _within(text, found[i].joined, tree, list(read), cues):
                cues.extend(own.cue)
                fresh.append(len(found))
                found.append(Nested(own, i))
        todo = fresh
    return found


def once(found: Sequence[Nested]) -> list[Nested]:
    """Each cue once, where it stands deepest: what one reading found beside another's words and
    a later one within them stands within them."""
    depths: list[int] = []
    for item in found:
        depths.append(0 if item.parent is None else depths[item.parent] + 1)
    deepest: dict[tuple[Span, ...], int] = {}
    for i, item in enumerate(found):
        if depths[i] > depths[deepest.setdefault(item.joined.cue, i)]:
            deepest[item.joined.cue] = i
    parents = {
        i: None if item.parent is None else deepest[found[item.parent].joined.cue]
        for i, item in enumerate(found)
        if deepest[item.joined.cue] == i
    }
    order = sorted(parents, key=lambda i: len(_above(i, parents)))
    number = {i: n for n, i in enumerate(order)}
    return [Nested(found[i].joined, _number_of(parents[i], i, number)) for i in order]


def _above(at: int, parents: Mapping[int, int | None]) -> list[int]:
    """What an attribution stands in, the innermost first."""
    above: list[int] = []
    parent = parents[at]
    while parent is not None and parent not in (at, *above):
        above.append(parent)
        parent = parents[parent]
    return above


def _number_of(parent: int | None, own: int, number: Mapping[int, int]) -> int | None:
    """The new number of a parent, if that comes before its child."""
    return number[parent] if parent is not None and number[parent] < number[own] else None


def _within(
    text: str, outer: Joined, tree: Tree, read: Sequence[Joined], cues: Sequence[Span]
) -> Iterator[Joined]:
    """What stands in a content: what it passes on, what was `read` in it, and what the tree shows
    of speech in it, where no cue stands yet (`cues`, to which each is added as it is given)."""
    passed = [joined for joined in passed_on(text, tree, outer) if _is_new(joined, cues)]
    yield from passed
    own = [span for joined in passed for span in joined.cue]
    for joined in read:
        if joined.content and _is_news(joined, outer, tree) and _is_new(joined, own):
            yield joined
    shown = (shown_by_tree(text, tree, content) for content in outer.content)
    for joined in chain.from_iterable(shown):
        if _is_new(joined, cues) and _is_news(joined, outer, tree):
            yield joined


def _is_new(joined: Joined, cues: Sequence[Span]) -> bool:
    start, end = joined.cue[0]
    return not any(s < end and start < e for s, e in cues)


def _worth_reading(tree: Tree, joined: Joined) -> bool:
    """Some word of saying stands in the content, and not alone."""
    words = tree.indices(joined.content)
    return len(words) > 3 and any(tree.lemma(i) in lexicon.READ_AGAIN for i in words)


def inner_text(text: str, content: Sequence[Span]) -> Inner:
    """The content's fragments as one text: outer quotation marks and "that" left out.

    A fragment that begins a sentence begins a paragraph; place -1 is a character put in.
    """
    places: list[int] = []
    parts: list[str] = []
    for start, end in content:
        if parts:
            places.append(-1)
            parts.append("\n" if _NEW_SENTENCE.match(text[start:end]) else " ")
        places.extend(range(start, end))
        parts.append(text[start:end])
    joined = "".join(parts)
    match = _OPENING.match(joined)
    cut = match.end() if match else 0
    end = len(joined.rstrip(" “”\"'‘’"))
    return Inner(joined[cut:end], places[cut:end])


def _placed(joined: Joined, inner: Inner) -> Joined:
    return Joined(
        *(
            tuple(part for s, e in spans for part in _runs(inner.places[s:e]))
            for spans in (joined.source, joined.cue, joined.content)
        )
    )


def _runs(places: Sequence[int]) -> Iterator[Span]:
    """Neighbouring places as spans of the report; a gap between fragments parts them."""
    run: list[int] = []
    for place in places:
        if place < 0 or (run and place != run[-1] + 1):
            if run:
                yield run[0], run[-1] + 1
            run = []
        if place >= 0:
            run.append(place)
    if run:
        yield run[0], run[-1] + 1


def _is_news(inner: Joined, outer: Joined, tree: Tree) -> bool:
    """Not the whole content over again, and not just the speaker's "I think"."""
    if not inner.cue or not inner.content or inner.content == outer.content:
        return False
    sources = [t.lemma.lower() for t in tree.within(inner.source)]
    cues = {tree.lemma(i) for i in tree.indices(inner.cue)}
    hedge = sources and all(s in lexicon.FIRST_PERSON for s in sources)
    return not (hedge and cues & lexicon.OPINING)
