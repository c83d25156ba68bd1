"""`sayso match`: entries of other people's lists whose names are like those of a case.

Names are shared by many: a match is a suggestion, and nothing here says that somebody is listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.text import Text

from sayso.cli.layout import Layout, printable
from sayso.cli.lists import Kind, Listing, put_list
from sayso.cli.opening import opened
from sayso.cli.reading import complain
from sayso.errors import ReportError

if TYPE_CHECKING:
    from sayso.entities.listed import ListMatch
    from sayso.entities.profiles import Profile
    from sayso.store import Case

MATCHED = ("person", "organization")
COLUMNS = (
    *("entity", "name", "listed", "listed_name", "schema", "list", "wikidata", "score"),
    *("suggestion", "reasons"),
)


def match_file(where: str | None, path: Path, how: Listing) -> None:
    """Match with a file of FollowTheMoney objects, one a line."""
    from sayso.entities.ftm_files import match_file as scan

    with opened(where) as case:
        try:
            found = scan(_profiles(case), path)
        except (OSError, EOFError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise ReportError(str(path), f"cannot be read: {reason}") from error
        _put(found.matches, how)
    for line, reason in found.broken:
        complain(f"{path}, line {line:,}: passed over: {reason}")
    if (more := found.unread - len(found.broken)) > 0:
        complain(f"{path}: {more:,} more lines passed over")
    if how.shown and not found.entries:
        complain(f"{path}: no people or organizations in FollowTheMoney's form are in it")
    if found.unread:
        raise typer.Exit(1)


def match_service(where: str | None, url: str, dataset: str, key: str | None, how: Listing) -> None:
    """Match with a service: the names of the case are sent there."""
    from sayso.entities.match_service import match_online

    with opened(where) as case:
        _put(match_online(_profiles(case), url, dataset, key=key), how)


def _put(matches: Iterable[ListMatch], how: Listing) -> None:
    kind: Kind[ListMatch] = Kind(
        _lines, _record, COLUMNS, _cells, nothing="no list entry has a similar name"
    )
    put_list(matches, kind, how)


def _profiles(case: Case) -> Iterator[Profile]:
    """Everyone with a name, with the posts that reports speak of."""
    from sayso.entities.profiles import Profile

    posts: dict[str, dict[str, None]] = {}
    for post in case.posts():
        if post.post.person_entity:
            posts.setdefault(post.post.person_entity, {})[post.title] = None
    for kind in MATCHED:
        for each in case.entities(kind):
            held = tuple(posts.get(each.id, ()))
            yield Profile(each.id, kind, each.name, each.names, each.id, posts=held)


def _lines(found: ListMatch, layout: Layout) -> Iterator[Text]:
    """The suggestion, in words that call nobody listed; below, what speaks for and against."""
    yield from layout.hanging(Text(printable(found.wording)))
    for reason in found.reasons:
        yield from layout.wrapped(Text("  "), Text(printable(reason.reason), "dim"))
    own = " · ".join(
        each for each in (found.listed.schema, found.listed.id, found.listed.wikidata) if each
    )
    yield from layout.wrapped(Text("  "), Text(printable(own), "dim"))


def _record(found: ListMatch) -> dict[str, Any]:
    listed = found.listed
    return {
        "entity": found.entity,
        "name": found.name,
        "listed": listed.id,
        "listed_name": listed.caption,
        "schema": listed.schema,
        "list": listed.source,
        "wikidata": listed.wikidata,
        "score": found.score,
        "suggestion": found.wording,
        "reasons": [
            {"rule": each.rule, "value": each.value, "reason": each.reason}
            for each in found.reasons
        ],
    }


def _cells(found: ListMatch) -> dict[str, Any]:
    return _record(found) | {"reasons": [each.reason for each in found.reasons]}
