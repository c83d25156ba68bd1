"""Sayso: who says so, who told them, and in which words.

    >>> from sayso import read_report, find_attributions
    >>> report = read_report("examples/harbour/01-press-release.html")
    >>> for a in find_attributions(report):
    ...     print(a.voice.name, a.kind, [report.text[s:e] for s, e in a.content])

Nothing that Sayso gives back is a fact: each is somebody's claim, with its words as evidence.
Importing the package loads no model; the first report that is read does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lazily import from_homes

if TYPE_CHECKING:
    from sayso.case import draw_claims, find_attributions, read_documents
    from sayso.reports import read_report, read_reports
    from sayso.store import Case

__version__ = "0.1.0"
__all__ = [
    "Case",
    "draw_claims",
    "find_attributions",
    "read_documents",
    "read_report",
    "read_reports",
]

__getattr__ = from_homes(
    __name__,
    {
        "draw_claims": "sayso.case",
        "Case": "sayso.store",
        "find_attributions": "sayso.case",
        "read_documents": "sayso.case",
        "read_report": "sayso.reports",
        "read_reports": "sayso.reports",
    },
)
