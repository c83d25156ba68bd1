"""A case on disk: its tables, what goes in and what can be asked. No other room knows SQL."""

from sayso.store.cases import Case
from sayso.store.records import (
    Added,
    CaseClaim,
    CaseLink,
    CasePost,
    Dispute,
    Dossier,
    EntityEntry,
    Fault,
    Hit,
    ReportEntry,
)
from sayso.store.suggesting import suggestion_cursor

__all__ = [
    "Added",
    "Case",
    "CaseClaim",
    "CaseLink",
    "CasePost",
    "Dispute",
    "Dossier",
    "EntityEntry",
    "Fault",
    "Hit",
    "ReportEntry",
    "suggestion_cursor",
]
