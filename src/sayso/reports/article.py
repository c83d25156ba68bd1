"""Which of a page's lines are the article.

Two judges: `trafilatura`, which knows many sites' markup, and the density of running text in
the page's containers. The container with most running text, what trafilatura took counting
double, is the article; lines of it that trafilatura lost are put back, and lines elsewhere
that it took by mistake (teasers, comments, notices) are left out.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from sayso.reports.asides import address_boxes, ends_article, is_aside, is_caption, is_live_blog
from sayso.reports.bylines import byline_authors
from sayso.reports.corrections import Page, find_notices
from sayso.reports.credits import text_credits
from sayso.reports.dom import HEADINGS, IDEOGRAPHS, Element, Line, ancestors, is_data_row
from sayso.reports.furniture import line_kind
from sayso.reports.wayback import in_frame

_KEY = re.compile(r"[\W_]+")
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}
_LONG = 60
_LONG_LABEL = 100
_SENTENCE = re.compile(r"[.!?…:;,\"”’)。！？؟۔।]\s*$|[,;.،] |[，。；]")
_ENDED = re.compile(r"[.!?”\"’)。！？؟۔।]\s*$|\b(?:19|20)\d\d\s*$")
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_IDEOGRAPH_SIZE = 3  # letters that one stands for
_LEAVES = frozenset({"p", "li", "blockquote", "td", "h2", "h3", "font"})
_SHARES = (1.0, 0.6, 0.3)
_LEAD_REACH = 3
_LEAD_WEIGHT = 80
_LEAST_TEXT = 300
_SHORT = 20
_ENDING = re.compile(r"[.!?…。！？؟۔।]\W*$")


_Chain = tuple[tuple[Element, ...], tuple[bool, ...]]


@dataclass(frozen=True, slots=True)
class Article:
    """The lines chosen, as indices in the page's order; `running` are those of running text, or
    all of them where none is. `notices` are the kinds of those that are the outlet's word on the
    article, and of such lines that stand elsewhere on the page."""

    lines: tuple[int, ...] = ()
    running: tuple[int, ...] = ()
    notices: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A line with what both judges say: `chain` is its element and those around it, inside
    out; `asides` says of each whether it is one; `weight` is its running text."""

    index: int
    line: Line
    chain: tuple[Element, ...]
    asides: tuple[bool, ...]
    weight: float
    taken: bool

    def aside_below(self, container: Element | None = None) -> bool:
        """Whether it stands in an aside, within the container if one is given."""
        end = self.chain.index(container) if container is not None else None
        return any(self.asides[:end])


def choose_lines(root: Element, lines: Sequence[Line]) -> Article:
    """The article's lines; none where the page has no running text."""
    judged = _judge(lines, extract_text(root), address_boxes(root))
    if not any(j.weight > 0 and not j.aside_below() for j in judged):
        judged = [replace(j, weight=max(j.weight, _short_weight(j))) for j in judged]
    container = _container(judged)
    if container is None:
        return Article()
    heads = {j.index - 1 for j in judged if j.weight > 0}
    inside = [
        j for j in _above_others(judged, container) if _belongs(j, container, j.index in heads)
    ]
    chosen = _trim_tail(_once(inside))
    chosen = [*_lead_in(judged, chosen), *chosen]
    running = tuple(j.index for j in chosen if j.weight > 0)
    every = tuple(j.index for j in chosen)
    if not every:
        return Article()
    notices = find_notices(Page(lines, every[0], every[-1], container), every)
    return Article(every, running or every, notices)


def extract_text(root: Element) -> str:
    """What trafilatura takes for the article, as lines; empty where it finds nothing."""
    from trafilatura import bare_extraction

    tree = copy.deepcopy(root)
    for element in [e for e in tree.iter("div") if in_frame(e)]:
        if element.getparent() is not None:
            element.drop_tree()
    page = bare_extraction(tree, options=_options())
    return getattr(page, "text", None) or ""


@cache
def _options() -> Any:
    """The settings for trafilatura: making them costs as much as reading a small page with them."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", fast=True, comments=False)


def _judge(lines: Sequence[Line], text: str, boxes: set[Element]) -> list[_Judged]:
    """Each line with its ancestors, weight, and whether `text` has it: a long line anywhere
    in it, a short one as a line of its own. `boxes` are asides whatever they are called."""
    keys = [_key(line) for line in text.splitlines()]
    whole, single = "".join(keys), set(keys)
    chains: dict[Element, _Chain] = {}
    judged = []
    for index, line in enumerate(lines):
        key = _key(line.text)
        taken = bool(key) and (key in single or (len(key) > _LONG // 2 and key in whole))
        chain, marks = _chain(line.element, chains, boxes)
        judged.append(_Judged(index, line, chain, marks, weight(line), taken))
    return judged


def _key(text: str) -> str:
    """The letters and digits of a text alone, without case."""
    if text.isascii():
        return text.lower().translate(_NO_LETTERS)
    return _KEY.sub("", text.casefold())


def _chain(element: Element, known: dict[Element, _Chain], boxes: set[Element]) -> _Chain:
    """The element and those around it, inside out, and of each whether it is an aside."""
    below = []
    for outer in ancestors(element):
        if outer in known:
            break
        below.append(outer)
    around, marks = known.get(outer, ((), ()))
    for inner in reversed(below):
        around, marks = (inner, *around), (inner in boxes or is_aside(inner), *marks)
        known[inner] = around, marks
    return around, marks


def weight(line: Line) -> float:
    """Characters of running text in the line, or of a table's record."""
    size = _size(line.text)
    if size < _LONG and not is_record(line):
        return 0.0
    if line.link_share > 0.4 or line_kind(line.text) == "furniture":
        return 0.0
    if not _SENTENCE.search(line.text) and not is_record(line):
        return size * 0.4 if size >= _LONG_LABEL else 0.0
    return size * (1.0 - line.link_share)


def _size(text: str) -> int:
    """Its length in letters, as alphabets would write it."""
    more = 0 if text.isascii() else len(_IDEOGRAPH.findall(text))
    return len(text) + (_IDEOGRAPH_SIZE - 1) * more


def _short_weight(j: _Judged) -> float:
    """The weight of a line on a page without long ones: a sentence counts, however short."""
    line = j.line
    told = len(line.text) >= _SHORT and _ENDING.search(line.text) and line.link_share <= 0.4
    return len(line.text) if told and line_kind(line.text) != "furniture" else 0.0


def is_record(line: Line) -> bool:
    """Whether the line is a row of a table of data."""
    return line.element.tag == "tr" and is_data_row(line.element)


def _container(judged: Sequence[_Judged]) -> Element | None:
    """The element with most running text in it or close below it."""
    scores: dict[Element, float] = defaultdict(float)
    for j in judged:
        if j.weight <= 0:
            continue
        size = j.weight * (2.0 if j.taken else 1.0)
        leaf = j.line.element.tag in _LEAVES
        size *= 0.2 if any(j.asides[leaf:]) else 1.0
        for share, element in zip(_SHARES, j.chain[leaf:], strict=False):
            scores[element] += size * share
    if not scores:
        return None
    best = _widen(max(scores, key=lambda element: scores[element]), judged)
    live = [element for element in ancestors(best) if is_live_blog(element)]
    return live[-1] if live else best


def _widen(best: Element, judged: Sequence[_Judged]) -> Element:
    """Go up while the parent holds more running text that trafilatura took, or records."""
    inside, around = _running(best, judged), best
    for _ in range(3):
        around = around.getparent()
        if around is None or around.tag in ("body", "html") or is_aside(around):
            break
        wider = _running(around, judged)
        extra = wider[0] - inside[0]
        if extra > 0.1 * inside[0] and extra > 0.7 * (wider[1] - inside[1]):
            best, inside = around, wider
    return best


def _running(container: Element, judged: Sequence[_Judged]) -> tuple[float, float]:
    """Running text inside: outside asides and taken, or of records; and all of it."""
    got = every = 0.0
    for j in judged:
        if j.weight > 0 and container in j.chain:
            every += j.weight
            counts = (j.taken or is_record(j.line)) and not j.aside_below(container)
            got += j.weight if counts else 0.0
    return got, every


def _above_others(judged: Sequence[_Judged], container: Element) -> Iterator[_Judged]:
    """The lines in the container, down to a heading of readers' comments, or of words about the
    author, below running text."""
    told = 0.0
    for j in judged:
        if container in j.chain:
            if told > _LEAST_TEXT and ends_article(j.line.text):
                return
            told += j.weight
            yield j


def _belongs(j: _Judged, container: Element, above_text: bool) -> bool:
    """Whether a line inside the container is part of the article; a heading of it may be short,
    if running text stands below it."""
    line = j.line
    if j.aside_below(container) or line_kind(line.text) == "furniture":
        return False
    if j.taken or is_caption(line) or byline_authors(line.text):
        return line.link_share < 0.8 or j.weight > 0
    if j.weight > 0 or (line.link_share < 0.3 and len(line.text) > _SHORT):
        return True
    heads = above_text and line.element.tag in HEADINGS
    return (heads and line.link_share < 0.3) or any(text_credits(line.text))


def _lead_in(judged: Sequence[_Judged], chosen: Sequence[_Judged]) -> Iterator[_Judged]:
    """Running text just above the container that trafilatura took: a lead set in a heading."""
    if chosen:
        first = chosen[0].index
        for j in judged[max(first - _LEAD_REACH, 0) : first]:
            if j.taken and j.weight > _LEAD_WEIGHT and not j.aside_below():
                yield j


def _once(chosen: Sequence[_Judged]) -> list[_Judged]:
    """Without long lines that stand in the page twice, as for phones and for desks."""
    seen: set[str] = set()
    kept = []
    for j in chosen:
        if len(j.line.text) < _LONG or j.line.text not in seen:
            kept.append(j)
        seen.add(j.line.text)
    return kept


def _trim_tail(chosen: list[_Judged]) -> list[_Judged]:
    """Without linked and label-like lines after the last running text; credits stay."""
    kept = len(chosen)
    for j in reversed(chosen):
        ends = bool(_ENDED.search(j.line.text) or line_kind(j.line.text))
        if j.weight > 0 or is_caption(j.line) or (j.line.link_share <= 0.5 and ends):
            break
        if len(j.line.text) <= _LONG and any(text_credits(j.line.text)):
            break
        kept -= 1
    return chosen[:kept]
