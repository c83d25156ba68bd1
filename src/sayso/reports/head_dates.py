"""Dates by the lines at a text's head: bare ones, bylines, "published …", "updated …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.reports.bylines import byline_authors
from sayso.reports.dates import WEEKDAYS, Dated, find_dates
from sayso.reports.metadata import Stated
from sayso.reports.papers import is_paper

LONGEST_LINE = 180
PUBLISHED = re.compile(
    r"\b(?:publi[sckée]|posted|first|created|release|issued|date|pubbl|gepubl|veröff|erschienen"
    r"|опубл|дата|yayın|نشر|انتشار|تاریخ)",
    re.IGNORECASE,
)
_MODIFIED = re.compile(
    r"\b(?:updat|modif|edited|last (?:chang|updat|modif|edit)|amend|correct|mise? à jour"
    r"|actuali[sz]|atualiz|aggiorn|aktualis|stand:|bijgewerkt|gewijzigd|обновл|измен|оновл|güncel|تحديث"
    r"|به.?روز)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\b(?:{WEEKDAYS})\b|\d{{1,2}}[:.h]\d\d|\W+", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b(?:{WEEKDAYS})\b", re.IGNORECASE)
_COMMON_WORD = re.compile(r"\b[a-z]{4,}")
_AROUND = 12
_AROUND_LABEL = 60


def labelled_dates(text: str) -> Iterator[tuple[Dated, bool]]:
    """The dates in a line, and of each whether the words before it say that it is of a change."""
    end = 0
    for dated in find_dates(text):
        label = text[end : dated.start]
        end = dated.end
        yield dated, bool(_MODIFIED.search(label)) and not PUBLISHED.search(label)


def dates_above(lines: Iterable[str]) -> dict[str, Stated]:
    """ "published" and "modified", as far as the lines at a text's head say them.

    Titles are not to be among the lines, as they tell of days long past. A date in figures
    that can be read two ways stays out.
    """
    found: dict[str, Stated] = {}
    for text in lines:
        dates = [(d, changed) for d, changed in labelled_dates(text) if d.other is None]
        if dates and _tells_date(text, [d for d, _ in dates]):
            for dated, is_change in dates:
                stated = Stated(dated.iso, f"line at the head: {text[:80]}")
                found.setdefault("modified" if is_change else "published", stated)
    return found


def _tells_date(text: str, dates: Sequence[Dated]) -> bool:
    if len(text) > LONGEST_LINE or text.rstrip().endswith((".", "?", "!")):
        return False
    labelled = PUBLISHED.match(text) or _MODIFIED.match(text) or byline_authors(text)
    rest = _around(text, dates)
    if labelled:
        return len(rest) <= _AROUND_LABEL
    if is_paper(_WEEKDAY.sub("", rest).strip(" ,.|·•–—-")):
        return True
    return is_bare(text, dates) and not _COMMON_WORD.search(rest)


def is_bare(text: str, dates: Sequence[Dated]) -> bool:
    """Whether a line is little but these dates: a weekday, a clock and a place go with them."""
    return len(_BARE.sub("", _around(text, dates))) <= _AROUND


def _around(text: str, dates: Sequence[Dated]) -> str:
    for dated in reversed(dates):
        text = text[: dated.start] + text[dated.end :]
    return text
