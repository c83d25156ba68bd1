"""Time expressions and their EDTF values, from the report's date and the text's own anchors."""

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
