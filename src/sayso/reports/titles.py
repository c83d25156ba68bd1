"""A page's title: the heading a reader sees, where the head bears it out; no site names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reports.bylines import byline_authors
from sayso.reports.dates import find_dates
from sayso.reports.dom import HEADINGS, IDEOGRAPHS, Line
from sayso.reports.furniture import line_kind
from sayso.reports.metadata import Metadata, Stated
from sayso.reports.papers import SECTIONS, is_paper

LONGEST = 300
_WORD = re.compile(rf"[{IDEOGRAPHS}]|[^\W{IDEOGRAPHS}]+")
_CUT = re.compile(r"\s+[|•·»«:–—-]+\s+|\s*[|»«_]\s*|,\s+(?=[A-Z][a-z]+ \|)")
_TITLE_CLASS = re.compile(r"\b(?:\w+-)?(?:title|headline|heading)\b", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_ENDED = re.compile(r"[.!:;,]\W*$")
_LEAST_COVER = 0.5
_LEAST_WORDS = 3
_REACH = 12
_SITE_WORDS = 6
_NAME_LENGTH = 4
_NAME_SHARE = 0.4
_PLAIN_REACH = 4


def choose_title(
    data: Metadata, lines: Sequence[Line], first: int, site_names: Sequence[str]
) -> tuple[Stated | None, int | None]:
    """The title, where it was found, and the index of its line if it is one of `lines`.

    1. A line of the page that one of the head's titles says whole, but for a site name.
    2. The nearest heading above the article's first running text (`first`).
    3. The head's title without its site name.
    4. Where the head names only the site, the article's first line if a byline follows it, else
       a short plain line just above.
    """
    titles = [s for s in data.title if not _is_site(s.value, _keys(site_names), strong=False)]
    stripped = [Stated(strip_site(s.value, site_names), s.where) for s in titles]
    best = _borne_out(list(dict.fromkeys([*titles, *stripped])), lines, first)
    if best is not None:
        return Stated(lines[best].text, "heading, as in the head"), best
    above = _heading_above(lines, first)
    stripped = [s for s in stripped if len(_words(s.value)) >= _LEAST_WORDS]
    if above is not None:
        return Stated(lines[above].text, "heading"), above
    if stripped:
        return stripped[0], None
    plain = first if _opens(lines, first) else _line_above(lines, first)
    return (Stated(lines[plain].text, "line above the text") if plain is not None else None), plain


def _opens(lines: Sequence[Line], first: int) -> bool:
    """Whether the article's first line is its title: no sentence's end, and a byline below."""
    return any(byline_authors(line.text) for line in lines[first + 1 : first + 2]) and not (
        _ENDED.search(lines[first].text)
    )


def _line_above(lines: Sequence[Line], first: int) -> int | None:
    """The nearest short line above that is no link, no byline and no date."""
    for index in range(first - 1, max(first - 1 - _PLAIN_REACH, -1), -1):
        text = lines[index].text
        if lines[index].link_share > 0.3 or not 4 <= len(_words(text)) <= 30:
            continue
        if not byline_authors(text) and not any(find_dates(text)) and not line_kind(text):
            return index
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _borne_out(titles: Sequence[Stated], lines: Sequence[Line], first: int) -> int | None:
    """The line that covers most of a head title and is its beginning or its end.

    Of equal lines a heading comes first, then the one nearest above the article.
    """
    stated = [words for s in titles if (words := _words(s.value))]
    longest = max(map(len, stated), default=0)
    ends = {word for words in stated for word in (words[0], words[-1])}
    best: tuple[float, bool, float, int] | None = None
    for index, line in enumerate(lines):
        small = line.text.casefold()
        if len(line.text) > LONGEST or not any(word in small for word in ends):
            continue
        words = _words(line.text)
        cover = max((_cover(words, of) for of in stated), default=0.0)
        least = 2 if cover == 1 else max(min(_LEAST_WORDS, longest), 2)
        if cover < _LEAST_COVER or len(words) < least:
            continue
        gap = abs(index - first)
        rank = (cover, _is_heading(line), -gap, index)
        best = max(best, rank) if best else rank
    return best[3] if best else None


def _cover(words: list[str], of: list[str]) -> float:
    """How much of `of` the words make up, being its head or its tail; 0 if they are neither."""
    size = len(words)
    if not size or size > len(of):
        return 0.0
    return size / len(of) if of[:size] == words or of[-size:] == words else 0.0


def _is_heading(line: Line) -> bool:
    element = line.element
    if element.tag in HEADINGS or _TITLE_CLASS.search(element.get("class") or ""):
        return True
    parent = element.getparent()
    return parent is not None and bool(parent.tag in HEADINGS)


def _is_main(line: Line) -> bool:
    return bool(line.element.tag == "h1")


def _heading_above(lines: Sequence[Line], first: int) -> int | None:
    """The nearest heading above the article's first line; the h1 where that is close above."""
    above = range(first - 1, max(first - 1 - _REACH, -1), -1)
    fits = [
        i for i in above
        if _is_heading(lines[i]) and len(lines[i].text) <= LONGEST
        and len(_words(lines[i].text)) >= _LEAST_WORDS
        and lines[i].link_share < 0.9 and not line_kind(lines[i].text)
    ]  # fmt: skip
    main = [i for i in fits if _is_main(lines[i]) and len(_words(lines[i].text)) > _LEAST_WORDS]
    return next(iter(main or fits), None)


def title_rest(head: str, title: str) -> str | None:
    """What a head title has besides the title: "X - Harbour Ledger" → "Harbour Ledger"."""
    start = head.casefold().find(title.casefold())
    if start < 0:
        return None
    before, after = head[:start], head[start + len(title) :]
    rest = after if _words(after) else before
    parts = [p.strip(" .,-–—·|»«:_") for p in re.split(r"[|»«:_]|\s[-–—·]\s", rest) if _words(p)]
    named = [p for p in parts if p.casefold() not in SECTIONS] or parts
    return re.sub(r"\s*\([^)]*\)\s*$", "", (named or [""])[-1]) or None


def _alike(part: str, name: str) -> bool:
    """One within the other: "PM NEWS Nigeria" and "PM News"; "radionigeria" and its domain."""
    short, long = sorted((part, name), key=len)
    return len(short) >= max(_NAME_LENGTH, _NAME_SHARE * len(long)) and short in long


def strip_site(title: str, site_names: Sequence[str]) -> str:
    """A title without the site's name at its head or tail.

    A part is the site's if it is one of `site_names`, called as newspapers are, or the last of
    several and short.
    """
    names = _keys(site_names)
    parts = _CUT.split(title)
    cuts = [m.span() for m in _CUT.finditer(title)]
    start, end = 0, len(title)
    while len(parts) > 1 and _is_site(parts[-1], names, strong="|" in title[slice(*cuts[-1])]):
        end = cuts.pop()[0]
        parts.pop()
    while len(parts) > 1 and "".join(_words(parts[0])) in names:
        start = cuts.pop(0)[1]
        parts.pop(0)
    for name in site_names:
        if name and title[start:end].casefold().startswith(f"{name.casefold()}: "):
            start += len(name) + 2
    return title[start:end].strip()


def _keys(names: Sequence[str]) -> set[str]:
    return {key for name in names if (key := "".join(_words(name)))}


def _is_site(part: str, names: set[str], *, strong: bool) -> bool:
    words = _words(part)
    joined = "".join(words)
    if not words or joined in names or _DOMAIN.fullmatch(part.strip()) or is_paper(part.strip()):
        return True
    if len(words) <= _SITE_WORDS and any(_alike(joined, name) for name in names):
        return True
    return strong and len(words) <= _SITE_WORDS
