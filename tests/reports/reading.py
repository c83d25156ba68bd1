"""How the tests of the formats read: bytes under a name, in the test's own process."""

from __future__ import annotations

from sayso.errors import ReportError
from sayso.reports import Limits
from sayso.reports.compose import Given
from sayso.reports.pieces import Piece
from sayso.reports.read import reports_here
from sayso.values import Report

HERE = Limits(isolate=False)


def every(data: bytes, name: str = "a", limits: Limits = HERE) -> list[Report | ReportError]:
    """All that comes of a file."""
    return list(reports_here(Piece(name, data=data), Given(), limits, 0))


def one(data: bytes, name: str = "a", limits: Limits = HERE) -> Report:
    """The one report in a file."""
    (report,) = every(data, name, limits)
    assert isinstance(report, Report), report
    return report
