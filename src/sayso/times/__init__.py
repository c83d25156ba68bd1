"""Time expressions and their EDTF values, from the report's date and the text's own anchors."""

from typing import TYPE_CHECKING

from sayso.lazily import from_homes

if TYPE_CHECKING:
    from sayso.times.finding import find_times, outermost
    from sayso.times.said import LONGEST, REACH, may_date, time_near
    from sayso.times.tense import token_tense

__all__ = [
    "LONGEST",
    "REACH",
    "find_times",
    "may_date",
    "outermost",
    "time_near",
    "token_tense",
]

__getattr__ = from_homes(
    __name__,
    {
        "LONGEST": "sayso.times.said",
        "REACH": "sayso.times.said",
        "find_times": "sayso.times.finding",
        "may_date": "sayso.times.said",
        "outermost": "sayso.times.finding",
        "time_near": "sayso.times.said",
        "token_tense": "sayso.times.tense",
    },
)
