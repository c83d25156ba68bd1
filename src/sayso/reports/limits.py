"""What reading one source may cost: one small frozen value, passed down."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one source. Sizes are in bytes, times in seconds.

    `file` is the largest file that is read at all; `page` the largest HTML page, mail or
    document, whose reading costs many times its size; `unpacked` all that one archive may
    hold; `members` how many files are taken from it; `depth` archives within archives;
    `ratio` how many times its packed size a member may have; `seconds` the time that a file
    of a risky format gets in its worker, and `memory` what that worker may take; `pages`
    the pages of a document. Without `isolate` everything is read in this process, where
    neither time nor memory is bounded.
    """

    file: int = 256 * MEGABYTE
    page: int = 32 * MEGABYTE
    unpacked: int = 1024 * MEGABYTE
    members: int = 10_000
    depth: int = 3
    ratio: int = 200
    pages: int = 5_000
    seconds: float = 120.0
    memory: int = 2048 * MEGABYTE
    isolate: bool = True


DEFAULT_LIMITS = Limits()
