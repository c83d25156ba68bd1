"""Reading the next reports while the one before is worked on: a core is seldom idle.

The network runs outside Python's lock, so that its passes over the next reports go on while
attributions and claims are drawn from the last one. What is read does not change by it.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from sayso.values import Reading, Report

Failed = TypeVar("Failed")

AHEAD = 2
"""Reports read at the same time. More than two gains nothing: each pass is threaded itself."""


def read_ahead(
    read: Callable[[Report], Reading],
    reports: Iterable[Report | Failed],
    ahead: int | None = None,
) -> Iterator[Reading | Failed]:
    """The reading of each report, in their order; what is no report comes through as it is.

    At most `ahead` reports are taken from `reports` before they are asked for (by default 2, or
    none where there is one core). An error of `read` is raised where its reading would come.
    """
    if ahead is None:
        ahead = AHEAD if (os.cpu_count() or 1) > 1 else 0
    if ahead == 0:
        yield from (read(item) if isinstance(item, Report) else item for item in reports)
        return
    with ThreadPoolExecutor(ahead, thread_name_prefix="sayso-read") as pool:
        waiting: deque[Future[Reading] | Failed] = deque()
        try:
            for item in reports:
                waiting.append(pool.submit(read, item) if isinstance(item, Report) else item)
                if len(waiting) > ahead:
                    yield _done(waiting.popleft())
            while waiting:
                yield _done(waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _done(item: Future[Reading] | Failed) -> Reading | Failed:
    return item.result() if isinstance(item, Future) else item
