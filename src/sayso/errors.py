"""Sayso's errors, one tree:

    SaysoError
    ├── ReportError          one source could not be read; names it and says why
    │   ├── SourceMissing    no such file or folder, or no permission
    │   ├── NotAReport       empty, binary, or of a type that is not read
    │   └── SourceTooLarge   over a limit of size, time or memory
    └── ModelError           the reader's model file is missing or does not fit

Each one's message is what the user is shown.
"""

from __future__ import annotations


class SaysoError(Exception):
    """The root of all errors that Sayso raises on purpose."""


class ReportError(SaysoError):
    """A source that could not be read: `source` is its name, `reason` why, in plain words."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class SourceMissing(ReportError):
    """The file or folder is not there, or may not be read."""


class NotAReport(ReportError):
    """Empty, binary, or of a type that Sayso does not read."""


class SourceTooLarge(ReportError):
    """Reading it would go over a limit of size, time or memory."""


class ModelError(SaysoError):
    """The reader's model is missing, damaged, or of another version than the code."""
