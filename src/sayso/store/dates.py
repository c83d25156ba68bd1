"""The key by which a case orders what happened when."""

from __future__ import annotations

from sayso.times.edtf import covered_days, is_edtf


def earliest(value: str | None) -> str | None:
    """The first day that an EDTF value can mean, "2019-04-01"; the last one where the first is
    open; None for what is words and not a date."""
    if value is None or not is_edtf(value):
        return None
    first, last = covered_days(value)
    day = first or last
    return day.isoformat() if day else None
