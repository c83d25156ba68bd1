"""By what a case orders what happened when, and finds what a stretch of time touches."""

from __future__ import annotations

from sayso.times.edtf import covered_days, is_edtf

NO_FIRST, NO_LAST = "0000-01-01", "9999-12-31"
"""What stands for an open beginning and an open end."""


def earliest(value: str | None) -> str | None:
    """The first day that an EDTF value can mean, "2019-04-01"; the last one where the first is
    open; None for what is words and not a date."""
    if value is None or not is_edtf(value):
        return None
    first, last = covered_days(value)
    day = first or last
    return day.isoformat() if day else None


def days(value: str | None) -> tuple[str | None, str | None]:
    """The first and the last day that an EDTF value can mean, `NO_FIRST` and `NO_LAST` where
    they are open; None and None for what is words and not a date."""
    if value is None or not is_edtf(value):
        return None, None
    first, last = covered_days(value)
    return first.isoformat() if first else NO_FIRST, last.isoformat() if last else NO_LAST
