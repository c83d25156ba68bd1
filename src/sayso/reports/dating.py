"""When a page was published and changed: what it shows beside its title, then what it states.

A page's own date line is the outlet's word to its readers; the head's is often the content
system's clock, or an aggregator's. They are compared, and the choice is said in `found`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.reports.asides import is_caption
from sayso.reports.dates import Dated, find_dates, iso_moment, url_date
from sayso.reports.dom import HEADINGS, Line
from sayso.reports.furniture import line_kind
from sayso.reports.head_dates import LONGEST_LINE, PUBLISHED, is_bare, labelled_dates
from sayso.reports.metadata import Metadata, Stated

_ABOVE, _BELOW = 4, 8
_BORDER = re.compile(r"copyright|©|all rights|archived?\b", re.IGNORECASE)
_MONTH_FIRST = frozenset({"us", "ph", "ca", "pr"})
_COUNTRY_CODE = 2
_FOOT = 4
_LONGEST_LABEL = 30


@dataclass(frozen=True, slots=True)
class Position:
    """Line numbers: of the title if it is a line, of the first and last running text."""

    title: int | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Address:
    """Where and when the page was had: its URL, its host, the day of a snapshot of it."""

    url: str | None = None
    host: str | None = None
    archived: str | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """`published` and `modified`, each with where it was found; None where nothing says."""

    published: Stated | None = None
    modified: Stated | None = None


def date_page(
    data: Metadata,
    lines: Sequence[Line],
    at: Position,
    address: Address,
) -> Dating:
    """The dates of a page, from the lines by its title and its head."""
    title, first = at.title, at.first
    stated = next(_stated(data.published), None)
    shown = list(_shown(lines, title, first))
    published = next((s for s, is_change in shown if not is_change), None)
    changed = next((s for s, is_change in shown if is_change), None)
    modified = _reconcile(changed, next(_stated(data.modified), None))
    if published is None and stated is None:
        published = (
            _timed(lines, title, first)
            or _from_url(address.url)
            or _labelled(lines)
            or _at_foot(lines, at.last)
        )
    published = _one_reading(_reconcile(published, stated), address)
    return Dating(published, _one_reading(modified, address))


def _stated(values: Sequence[Stated]) -> Iterator[Stated]:
    for stated in values:
        moment = iso_moment(stated.value)
        if moment:
            yield Stated(moment, stated.where)


def _reconcile(shown: Stated | None, stated: Stated | None) -> Stated | None:
    """The shown date; the head's where they agree on the day, as it has the hour and zone."""
    if shown is None or stated is None:
        return shown or stated
    if stated.value[:10] in shown.value.split("|"):
        return stated
    return Stated(shown.value, f"{shown.where}; {stated.where} says {stated.value}")


def _one_reading(stated: Stated | None, address: Address) -> Stated | None:
    """A date in figures read one way: not after the snapshot, else as its country writes.

    None where neither settles it: day and month are not guessed at.
    """
    if stated is None or "|" not in stated.value:
        return stated
    day_first, month_first = stated.value.split("|")
    fits = [d for d in (day_first, month_first) if not address.archived or d <= address.archived]
    if len(fits) == 1:
        return Stated(fits[0], f"{stated.where} (the other reading is after the snapshot)")
    country = (address.host or "").rpartition(".")[2]
    if len(country) != _COUNTRY_CODE:
        return None
    value = month_first if country in _MONTH_FIRST else day_first
    return Stated(value, f"{stated.where} (read as is usual in .{country})")


def _shown(
    lines: Sequence[Line], title: int | None, first: int | None
) -> Iterator[tuple[Stated, bool]]:
    """Dates in short lines by the title, nearest below it first, and whether of a change.

    A date that can be read two ways gives both, "2017-06-11|2017-11-06".
    """
    for index in _beside(title, first, len(lines)):
        text = lines[index].text
        if len(text) > LONGEST_LINE or _BORDER.search(text) or lines[index].link_share > 0.9:
            continue
        for dated, is_change in labelled_dates(text):
            value = f"{dated.iso}|{dated.other}" if dated.other else dated.iso
            if _tells(lines[index], dated):
                yield Stated(value, f"line by the title: {text[:80]}"), is_change


def _tells(line: Line, dated: Dated) -> bool:
    """Whether the line is there for its date: no sentence, caption, or heading with words."""
    if is_caption(line) or line_kind(line.text) == "caption":
        return False
    if line.element.tag in HEADINGS:
        return is_bare(line.text, [dated])
    rest = line.text[: dated.start] + line.text[dated.end :]
    return (len(rest) <= 120 and not rest.rstrip().endswith((".", "?", "!"))) or len(rest) < 30


def _beside(title: int | None, first: int | None, count: int) -> Iterator[int]:
    """Line numbers below the title, down to the first paragraph and a little on; then above."""
    if title is None:
        start = max((first or 0) - _ABOVE, 0)
        yield from range(start, min((first or 0) + 2, count))
        return
    last = max(first + 1, title + 2) if first is not None and first > title else title + _BELOW
    yield from range(title, min(last, title + 4 * _BELOW, count))
    yield from range(title - 1, max(title - _ABOVE, -1), -1)


def _timed(lines: Sequence[Line], title: int | None, first: int | None) -> Stated | None:
    """A `time` element with a machine's date, in the lines by the title."""
    for index in _beside(title, first, len(lines)):
        element = lines[index].element
        for time in element.iter("time") if element.tag not in ("body", "html") else ():
            moment = iso_moment(time.get("datetime"))
            if moment:
                return Stated(moment, "time element by the title")
    return None


def _from_url(url: str | None) -> Stated | None:
    day = url_date(url)
    return Stated(day, "address") if day else None


def _labelled(lines: Sequence[Line]) -> Stated | None:
    """A line anywhere that says "Published: …", or "Published" with the date in the line below."""
    label = ""
    for line in lines:
        text = line.text if len(line.text) <= LONGEST_LINE else ""
        if PUBLISHED.match(text) or PUBLISHED.match(label):
            dates = [d for d in find_dates(text) if d.other is None]
            if dates and (PUBLISHED.match(text) or is_bare(text, dates)):
                return Stated(dates[0].iso, f"line: {text[:80]}")
        label = text if len(text) <= _LONGEST_LABEL else ""
    return None


def _at_foot(lines: Sequence[Line], last: int) -> Stated | None:
    """A line of nothing but a date at the text's end, as under a statement."""
    for line in lines[max(last - 2, 0) : last + _FOOT]:
        for dated in find_dates(line.text) if len(line.text) <= LONGEST_LINE else ():
            if dated.other is None and is_bare(line.text, [dated]):
                return Stated(dated.iso, f"line at the foot: {line.text[:80]}")
    return None
