"""Lines above or below a text's title that say whose it is and of which day.

"Ostmere Ledger, 1 May 2025"; an outlet's name with the day in the line below; a day alone. An
outlet is taken only from a name as newspapers have them (`papers.py`), and beside a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.reports.bylines import byline_authors
from sayso.reports.dates import find_dates
from sayso.reports.head_dates import dates_above
from sayso.reports.metadata import Stated
from sayso.reports.papers import is_paper
from sayso.reports.running import edge_facts, head_parts, is_bare_day

LONGEST = 100
_NAMED = re.compile(r"(?:[^\W\d_a-z][\w’'&.-]*\s){0,4}[^\W\d_a-z][\w’'&.-]*")
_GOES_ON = (".", "?", "!", ":", ";")


def head_facts(edges: Iterable[str], lines: Sequence[str]) -> dict[str, Stated]:
    """What running heads and the lines at a text's head say of the outlet, the section, the
    address and the dates; the heads' outlet and the lines' dates come first."""
    outlet = outlet_above(lines)
    return {**({"outlet": outlet} if outlet else {}), **edge_facts(edges), **dates_above(lines)}


def masthead(lines: Sequence[str]) -> int:
    """How many of a text's first lines are its masthead: a day, an outlet's name with the day
    beside it or in the line below, and a byline below these."""
    count = 0
    while count < len(lines) and _opens(lines[count : count + 2]):
        count += 1
    if count and any(byline_authors(line) for line in lines[count : count + 1]):
        count += 1
    if count == len(lines) or (_is_place(lines[0]) and _is_prose(lines[count])):
        return 0
    return count


def _is_place(line: str) -> bool:
    """Whether a line is a day with a name that is no newspaper's: it may be a title."""
    name = named_day(line)
    return name is not None and not is_paper(name)


def _is_prose(line: str) -> bool:
    return len(line) > LONGEST or line.rstrip().endswith(_GOES_ON)


def _opens(lines: Sequence[str]) -> bool:
    """Whether the first of two lines is a masthead's."""
    if is_day(lines[0]) or named_day(lines[0]):
        return True
    return is_paper(lines[0].strip()) and len(lines) > 1 and is_day(lines[1])


def is_day(line: str) -> bool:
    """Whether a line is a day alone."""
    return len(line) <= LONGEST and not line.rstrip().endswith(_GOES_ON) and is_bare_day(line)


def named_day(line: str) -> str | None:
    """The name in a line that is a name and a day, and nothing else; of an outlet or a place."""
    if len(line) > LONGEST or line.rstrip().endswith(_GOES_ON) or not any(find_dates(line)):
        return None
    parts = list(head_parts(line))
    return parts[0] if len(parts) == 1 and _NAMED.fullmatch(parts[0]) else None


def outlet_above(lines: Iterable[str]) -> Stated | None:
    """The outlet that the lines at a text's head name beside a day."""
    above = ""
    for line in lines:
        name = above.strip() if is_day(line) else named_day(line)
        if name and is_paper(name):
            return Stated(name, f"line at the head: {line[:80]}")
        above = line
    return None
