"""Reports from anywhere: files, folders, archives, feeds and addresses become `Report`s.

`read_report` takes one source, `read_reports` many. What a format needs is imported when a
source of that format comes.
"""

from __future__ import annotations

from sayso.reports.fetch import Address, FetchSettings
from sayso.reports.folders import listed_addresses
from sayso.reports.identity import merge_same, version_groups
from sayso.reports.limits import DEFAULT_LIMITS, Limits
from sayso.reports.read import read_report, read_reports

__all__ = [
    "DEFAULT_LIMITS",
    "Address",
    "FetchSettings",
    "Limits",
    "listed_addresses",
    "merge_same",
    "read_report",
    "read_reports",
    "version_groups",
]
