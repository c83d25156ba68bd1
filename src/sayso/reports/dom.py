"""A page's tree as lines of text that know where they stand in it.

A line is what a reader sees as one: the text of a block element up to the next block or
line break, with white space collapsed. Its places are verbatim runs of single text nodes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.values import Span

Element = Any  # lxml's element: its own types are not published

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s"
    " samp small span strike strong sub sup time tt u var wbr ruby rb rt rp img picture source"
    .split()
)  # fmt: skip
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff"
"""Of a pattern's character class: what is written without spaces, a word or nearly one each."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SKIPPED = frozenset(
    "script style noscript template svg math iframe object embed audio video canvas map select "
    "option button input textarea head applet frameset noframes".split()
)
_RUN = re.compile(
    "[^\\s\u200b\ufeff\u00ad]+(?: [^\\s\u200b\ufeff\u00ad]+)*|\\s+|[\u200b\ufeff\u00ad]+"
)
_LEAST_CELLS = 3
_LONGEST_CELL = 120
_LAYOUT = ("table", "img", "form", "ul", "h1", "h2", "script")
_NOTE_MARKS = frozenset(
    "noteref backlink footnote-ref footnote-back footnote-backref reversefootnote".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """`line[start:end]` is verbatim at `offset` of a text node: `owner`'s text, or its tail."""

    start: int
    end: int
    owner: Element
    tail: bool
    offset: int


class NodePaths:
    """The XPaths of a page's text nodes, in the tree as libxml2 reads it.

    An element's children are counted once: a page may have a hundred thousand in one.
    """

    def __init__(self) -> None:
        self._paths: dict[Element, str] = {}
        self._steps: dict[Element, str] = {}
        self._texts: dict[Element, int] = {}

    def of(self, run: Run) -> str:
        """The path of the text node that a run stands in."""
        if not run.tail:
            return f"{self._path(run.owner)}/text()[1]"
        parent = run.owner.getparent()
        if run.owner not in self._texts:
            self._count_texts(parent)
        return f"{self._path(parent)}/text()[{self._texts[run.owner]}]"

    def _path(self, element: Element) -> str:
        """As libxml2 writes it: "/html/body/p[2]"."""
        new: list[Element] = []
        while element is not None and element not in self._paths:
            new.append(element)
            element = element.getparent()
        path = self._paths[element] if element is not None else ""
        for child in reversed(new):
            path = self._paths[child] = f"{path}/{self._step(child)}"
        return path

    def _step(self, element: Element) -> str:
        parent = element.getparent()
        if parent is None:
            return str(element.getroottree().getpath(element)).removeprefix("/")
        if element not in self._steps:
            self._count(parent)
        return self._steps[element]

    def _count(self, parent: Element) -> None:
        """Note each child's step."""
        children = list(parent)
        tags = [child.tag for child in children]
        many = Counter(tags)
        seen = dict.fromkeys(many, 0)
        for child, tag in zip(children, tags, strict=True):
            seen[tag] += 1
            self._steps[child] = f"{tag}[{seen[tag]}]" if many[tag] > 1 else tag

    def _count_texts(self, parent: Element) -> None:
        """Note of each child the number, among the text nodes, of the one after it."""
        texts = 1 if parent.text else 0
        for child in parent:
            texts += 1 if child.tail else 0
            self._texts[child] = texts


@dataclass(slots=True)
class Line:
    """One line of the page; `element` is the block it stands in, `links` its (span, href)."""

    element: Element
    paths: NodePaths
    text: str = ""
    runs: list[Run] = field(default_factory=list)
    links: list[tuple[Span, str]] = field(default_factory=list)
    linked: int = 0

    @property
    def link_share(self) -> float:
        """The share of the line's characters that are in links."""
        return self.linked / len(self.text) if self.text else 0.0


class _Writer:
    """Takes text nodes in document order and gives lines."""

    def __init__(self, root: Element) -> None:
        self.paths = NodePaths()
        self.row: Element | None = None
        self.kept = 0  # depth of `pre`, in which a blank line parts paragraphs
        self.lines: list[Line] = []
        self.parts: list[str] = []
        self.length = 0
        self.gap = False
        self.line = Line(root, self.paths)
        self.open_link: tuple[int, str] | None = None

    def add(self, text: str | None, owner: Element, *, tail: bool) -> None:
        if not text:
            return
        for match in _RUN.finditer(text):
            words = match.group()
            if words[0] in "\u200b\ufeff\u00ad":
                continue
            if words.isspace():
                self.gap = self.length > 0
                if self.kept and words.count("\n") > 1:
                    self.end_line(self.line.element)
                continue
            self._space()
            start = self.length
            self._put(words)
            self.line.runs.append(Run(start, self.length, owner, tail, match.start()))

    def _space(self) -> None:
        if self.gap and self.length:
            self._put(" ")
        self.gap = False

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def start_link(self, href: str | None) -> None:
        if href:
            self._space()
            self.open_link = (self.length, href)

    def end_link(self) -> None:
        if self.open_link is None:
            return
        start, href = self.open_link
        if self.length > start:
            self.line.links.append(((start, self.length), href))
            self.line.linked += self.length - start
        self.open_link = None

    def end_line(self, block: Element) -> None:
        href = self.open_link[1] if self.open_link else None
        self.end_link()
        if self.length:
            self.line.text = "".join(self.parts)
            self.lines.append(self.line)
        self.line, self.parts, self.length, self.gap = Line(block, self.paths), [], 0, False
        if href:
            self.open_link = (0, href)


def page_lines(root: Element) -> list[Line]:
    """All lines that a reader of the page could see, in document order."""
    from lxml import etree  # plain texts need the tables above, and no lxml

    writer, skipped = _Writer(root), None
    blocks = [root]
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in ("comment", "pi"):
            writer.add(element.tail, element, tail=True)
            continue
        if event == "start" and is_skipped(element):
            skipped = element
            walk.skip_subtree()
        elif event == "start":
            _start(writer, element, blocks)
        else:
            if element is not skipped:
                _end(writer, element, blocks)
            if element is not root:
                writer.add(element.tail, element, tail=True)
    writer.end_line(root)
    return writer.lines


def _start(writer: _Writer, element: Element, blocks: list[Element]) -> None:
    if element.tag not in INLINE:
        if element.tag != "br":
            blocks.append(element)
        if writer.row is not None:
            writer.gap = True
        else:
            writer.end_line(blocks[-1])
        if element.tag == "tr" and writer.row is None and is_data_row(element):
            writer.row = element
        writer.kept += element.tag == "pre"
    elif element.tag == "a":
        writer.start_link(element.get("href"))
    writer.add(element.text, element, tail=False)


def _end(writer: _Writer, element: Element, blocks: list[Element]) -> None:
    if element.tag == "a":
        writer.end_link()
    elif element.tag not in INLINE and element.tag != "br" and len(blocks) > 1:
        blocks.pop()
        writer.kept -= element.tag == "pre"
        if element is writer.row:
            writer.row = None
        if writer.row is None:
            writer.end_line(blocks[-1])
        else:
            writer.gap = True


def is_data_row(row: Element) -> bool:
    """Whether a table row is a record, to be read as one line: several short, plain cells."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < _LEAST_CELLS or any(next(row.iter(tag), None) is not None for tag in _LAYOUT):
        return False
    texts = [" ".join(cell.itertext()).strip() for cell in cells]
    filled = [text for text in texts if text]
    return len(filled) >= _LEAST_CELLS and all(len(text) <= _LONGEST_CELL for text in filled)


def is_skipped(element: Element) -> bool:
    """Whether no reader sees the element, or reads it as words: code, controls, hidden parts,
    the marks of footnotes and the ways back from them."""
    if element.tag in SKIPPED or element.get("hidden") is not None:
        return True
    if element.tag == "a" and note_roles(element) & _NOTE_MARKS:
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN.search(style))


def note_roles(element: Element) -> set[str]:
    """What an element's markup calls it, as far as footnotes are marked so."""
    names = " ".join(element.get(name) or "" for name in ("role", "epub:type", "class"))
    return {name.removeprefix("doc-") for name in names.split()}


def ancestors(element: Element) -> Iterator[Element]:
    """The element and those around it, inside out."""
    while element is not None:
        yield element
        element = element.getparent()
