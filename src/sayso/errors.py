"""Sayso's errors, one tree:

    SaysoError
    ├── ReportError          one source could not be read; names it and says why
    │   ├── SourceMissing    no such file or folder, or no permission
    │   ├── NotAReport       empty, binary, or of a type that is not read
    │   └── SourceTooLarge   over a limit of size, time or memory
    ├── ModelError           the reader's model file is missing or does not fit
    └── CaseError            a case could not be read or written; names it and says why
        ├── CaseMissing      no such file, or no such database
        ├── NotACase         the file or database is there, but holds no case of this version
        ├── CaseBusy         another process kept on writing to it
        ├── NotInCase        no report, entity or decision of that name is in it
        └── NameUnclear      a name that may mean several; `candidates` tells whom

Each one's message is what the user is shown.
"""

from __future__ import annotations

from dataclasses import dataclass


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


class CaseError(SaysoError):
    """A case that could not be read or written: `case` is its name, `reason` why."""

    def __init__(self, case: str, reason: str) -> None:
        super().__init__(f"{case}: {reason}")
        self.case = case
        self.reason = reason


class CaseMissing(CaseError):
    """There is no such file or database."""


class NotACase(CaseError):
    """It is there, but not a case, or of a later version than this program."""


class CaseBusy(CaseError):
    """Another process kept on writing to it for longer than one waits."""


class NotInCase(CaseError):
    """Nothing of that name or id is in the case."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One whom a name may mean, with what it takes to choose; none of it is a fact.

    `id` is an entity's, `type` what reports take it for, `reports` how many name it. `called`
    are the reports' spellings, most mentioned first. `said` are posts that somebody says it
    holds, each with whose word that is, the latest report first.
    """

    id: str
    name: str
    type: str
    reports: int
    called: tuple[str, ...] = ()
    said: tuple[tuple[str, str], ...] = ()


class NameUnclear(CaseError):
    """A name or the start of an id that may mean several: `candidates` are (id, name).

    `bearers` tells more of each where they are entities, in the same order.
    """

    def __init__(
        self,
        case: str,
        reason: str,
        candidates: tuple[tuple[str, str], ...],
        bearers: tuple[Bearer, ...] = (),
    ) -> None:
        super().__init__(case, reason)
        self.candidates = candidates
        self.bearers = bearers
