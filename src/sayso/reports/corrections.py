"""A page's notices on its own article, wherever they stand: inside it, above it, or below.

They often stand where an article's text does not: in asides, in a footer, after its end. Another
article's notice, as in a list of corrections or a teaser, is none, nor is a reader's comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.reports.asides import ends_article, is_others
from sayso.reports.dom import HEADINGS, Element, Line, ancestors
from sayso.reports.furniture import LONGEST, NOTICE_KINDS, line_kind, notice_kind
from sayso.reports.notices import is_of_this, label_kind

_BOX = re.compile(
    r"(?:^|[\s_-])(?:corrections?|corrected|clarifications?|errat(?:um|a)|retractions?|amendments?"
    r"|rectificatif|rectificación|berichtigung|korrektur(?:hinweis)?|corrección"
    r"|(?P<note>editor(?:s|ial)?-?notes?|update-?notes?))(?:$|[\s_-])",
    re.IGNORECASE,
)
_NO_BOX = re.compile(r"form|polic(?:y|ies)|link|button|report|suggest|submit|request|mail|list|nav")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LISTED = re.compile(
    r"\W*(?:recent|latest|more|other|all|past|previous|earlier|elsewhere"
    r"|(?:today|this week|last week)(?:’|')s)\b.{0,20}\b(?:corrections?|clarifications?)\b.{0,30}$"
    r"|\W*corrections?\b.{0,20}\b(?:this week|archive|from|in other|elsewhere)\b.{0,30}$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:an?|our|one) (?:[\w’'-]+ ){0,3}(?:article|story|report|column|obituary|item)s? (?:on|in"
    r"|about|published|last|that ran|yesterday)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…。！？؟۔।][\W\d]*$")
_LEAST = 20
_LINKED = 0.4
_NEAR = 8
_BOX_DEPTH = 3
_RUNNING = 60


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines, the numbers of its article's first and last one, and what they stand in."""

    lines: Sequence[Line]
    first: int
    last: int
    container: Element


def find_notices(page: Page, chosen: Sequence[int]) -> dict[int, str]:
    """The kinds of the lines that are notices on the article, by number: of those chosen, and
    of those to be added to them."""
    candidates = dict(_candidates(page.lines))
    if not candidates:
        return {}
    around = set(ancestors(page.container))
    below = range(page.last + 1, len(page.lines))
    comments = next((n for n in below if ends_article(page.lines[n].text)), len(page.lines))
    taken = frozenset(chosen)
    seen = {page.lines[index].text for index in chosen}
    found: dict[int, str] = {}
    for index, kind in candidates.items():
        if index in taken:
            found[index] = kind
            continue
        text = page.lines[index].text
        shown = text not in seen and (index < comments or is_of_this(text))
        if shown and _is_own(page, around, index, found):
            found[index] = kind
            seen.add(text)
    return found


def _candidates(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Lines that are notices by their words, by the label above, or by what they stand in; but for
    those below the heading of a list of them."""
    listed = False
    for index, line in enumerate(lines):
        if _LISTED.match(line.text):
            listed = True
        elif line.element.tag in HEADINGS:
            listed = False
            if not _SENTENCE.search(line.text):
                continue
        if listed or line.link_share > _LINKED or label_kind(line.text):
            continue
        kind = notice_kind(line.text)
        if kind and line_kind(line.text) in NOTICE_KINDS:
            yield index, kind
        elif _is_sentence(line.text) and (told := _labelled(lines, index) or _boxed(line)):
            yield index, told


def _is_sentence(text: str) -> bool:
    return (
        len(text) >= _LEAST
        and bool(_SENTENCE.search(text))
        and (len(text) > LONGEST or line_kind(text) is None)
    )


def _labelled(lines: Sequence[Line], index: int) -> str | None:
    """The kind that a label just above says, if both stand in one small element."""
    kind = label_kind(lines[index - 1].text) if index else None
    if kind is None:
        return None
    label, line = lines[index - 1].element, lines[index].element
    return kind if label is line or label.getparent() is line.getparent() else None


def _boxed(line: Line) -> str | None:
    """The kind that the markup around a line names."""
    for element, _ in zip(ancestors(line.element), range(_BOX_DEPTH), strict=False):
        if element.tag in ("body", "html", "article", "main"):
            break
        if (box := _box(element)) is not None:
            return "note" if box["note"] else "correction"
    return None


def _box(element: Element) -> re.Match[str] | None:
    """What an element's class or id calls it, where that is a notice."""
    for name in (element.get("class"), element.get("id")):
        words = _HUMP.sub("-", name) if name else ""
        if (box := _BOX.search(words)) and not _NO_BOX.search(words.casefold()):
            return box
    return None


def _is_own(page: Page, around: set[Element], index: int, found: dict[int, str]) -> bool:
    """Whether a notice that is not among the article's lines is on the article all the same."""
    line = page.lines[index]
    below = []
    for element in ancestors(line.element):
        if element in around:
            break
        below.append(element)
    within = element is page.container or any(e.tag == "article" for e in ancestors(element))
    if any(e.tag == "article" or (is_others(e) and not (within and _box(e))) for e in below):
        return False
    of_this = is_of_this(line.text)
    if _OTHER.search(line.text) and not of_this:
        return False
    if element is page.container:
        return True
    if _headed_by_link(page.lines, index):
        return False
    return of_this or ((within or not _in_foot(below)) and _is_near(page, index, found))


def _headed_by_link(lines: Sequence[Line], index: int) -> bool:
    """Whether the line above is a link, in one box with this one: another article's title."""
    above, line = lines[index - 1], lines[index]
    near = [element for element, _ in zip(ancestors(line.element), range(2), strict=False)]
    box = next((e for e in near if e.tag in ("li", "div", "section", "td", "dd")), None)
    return (
        index > 0
        and above.link_share > _LINKED
        and box is not None
        and any(element is box for element in ancestors(above.element))
    )


def _in_foot(below: Sequence[Element]) -> bool:
    """Whether it stands in a foot or an aside."""
    return any(element.tag in ("footer", "aside") and not _box(element) for element in below)


def _is_near(page: Page, index: int, found: dict[int, str]) -> bool:
    """Whether it stands right above or below the article, with no running text between."""
    between = range(page.last + 1, index) if index > page.last else range(index + 1, page.first)
    return len(between) <= _NEAR and not any(
        n not in found and len(page.lines[n].text) > _RUNNING and _is_sentence(page.lines[n].text)
        for n in between
    )
