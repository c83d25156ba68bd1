"""Mentions to entities: who is who, inside a report and across reports.

In a case: `appearances_in` a document, `Placer.place` each by its names, `settle` what people
decided, `Blocks.suggestions` for what is left, `Review` to walk through those.
"""

from typing import TYPE_CHECKING

from sayso.lazily import from_homes

if TYPE_CHECKING:
    from sayso.entities.appearances import Appearance, appearances_in, appearances_of
    from sayso.entities.decisions import Decision, Objection
    from sayso.entities.names import compare_names
    from sayso.entities.resolving import Resolver, resolve
    from sayso.entities.signals import NameMatch, Signal
    from sayso.entities.suggestions import Suggestion

__all__ = [
    "Appearance",
    "Decision",
    "NameMatch",
    "Objection",
    "Resolver",
    "Signal",
    "Suggestion",
    "appearances_in",
    "appearances_of",
    "compare_names",
    "resolve",
]

__getattr__ = from_homes(
    __name__,
    {
        "Appearance": "sayso.entities.appearances",
        "Decision": "sayso.entities.decisions",
        "NameMatch": "sayso.entities.signals",
        "Objection": "sayso.entities.decisions",
        "Resolver": "sayso.entities.resolving",
        "Signal": "sayso.entities.signals",
        "Suggestion": "sayso.entities.suggestions",
        "appearances_in": "sayso.entities.appearances",
        "appearances_of": "sayso.entities.appearances",
        "compare_names": "sayso.entities.names",
        "resolve": "sayso.entities.resolving",
    },
)
