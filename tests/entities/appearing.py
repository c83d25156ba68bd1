"""Appearances written by hand: `appeared("r1", "Hugo Tamm", "Tamm")`."""

from __future__ import annotations

from typing import Any

from sayso.entities.appearances import Appearance, subject
from sayso.entities.decisions import Decision
from sayso.entities.names import fullest


def appeared(report: str, *names: str, kind: str = "person", **more: Any) -> Appearance:
    """A figure of a report, one mention for each name."""
    own = subject(report, fullest(names))
    return Appearance(own, report, kind, names, (kind,) * len(names), **more)


def source(report: str, description: str) -> Appearance:
    """An unnamed source of a report."""
    own = f"{report}#~{description.replace(' ', '')}"
    return Appearance(own, report, "person", (), description=description)


def decided(kind: str, *subjects: str, value: str | None = None, number: int = 1) -> Decision:
    """A decision of Ada's, numbered in the order of time."""
    return Decision(f"d{number}", kind, subjects, value, "Ada", f"2026-03-{number:02}T10:00:00Z")
