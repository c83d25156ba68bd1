"""Whether the verb over a time expression looks back or ahead: "will meet in October".

Two readers of the same question: `lexical_tense` from the words alone, `token_tense` from
the reader's tree. Both give "past", "future" or None, by the expression's span.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.times.scene import Tense
from sayso.values import Token

_AHEAD_LEMMAS = frozenset(
    [
        "schedule",
        "expect",
        "plan",
        "due",
        "set",
        "slate",
        "intend",
        "hope",
        "aim",
        "project",
        "forecast",
        "likely",
    ]
)
_MODALS = frozenset(
    ["will", "shall", "may", "might", "would", "could", "should", "must", "'ll", "wo"]
)
_PLAN = r"(?:plan|expect|schedul|intend|hope|aim|slat|project|promis|pledg|vow|set|due|likely)\w*"
_MODAL = (
    r"(?:will|shall|may|might|would|could|should|must|won['’]t|['’]ll|going to"
    r"|(?:is|are|was|were) to)"
)
_MOVING = (
    "(?:go|com|meet|travell?|arriv|visit|leav|head|return|fly|start|begin|open|hold|launch|plann?"
    "|end|clos|expir)"
)
_BID = (
    r"(?:agree|order|ask|told|tell|urg|threaten|want|invit|summon|requir|instruct|advis)(?:e?[sd]"
    r"|ing)?"
)
_WHOM = r"(?:(?:him|her|them|it|us|me|you|(?:the|its|his|their) [a-z]+|[A-Z][\w’'-]+) )?"
_TIMETABLE = (
    r"(?:take|come|go|fall)s? (?:effect|over|up|place|office|into (?:force|effect)|to the polls"
    r"|on (?:sale|trial|strike|show)|due|vacant)"
    r"|(?:leave|retire|resign|resume|depart|arrive|expire|remain|stay|step)s\b"
    r"|do(?:es)? not (?:take|come|go|run|open|close|meet|sit|start|begin|end|leave|sail)"
)
_AHEAD = (
    rf"(?:{_MODAL}(?:\s+(?:not|also|be|have|been|then))*(?:\s+\w+ly)?\s+\w+"
    rf"|{_PLAN}\s+to\s+(?:be\s+)?\w+"
    rf"|{_TIMETABLE}|to be \w+"
    r"|(?:is|are|['’]s|['’]re)\s+(?:(?:also|now|still|not|only)\s+)*"
    r"(?:expected|due|scheduled|slated)(?!\s+to\b)"
    r"|(?:scheduled|expected|planned|slated|due|set)\s+(?:for|in|on|by|next|later)"
    rf"|upcoming|deadline|ahead of|(?:is|are|am)\s+(?:\w+ly\s+)?{_MOVING}ing"
    r"|(?:begin|start|(?:re)?open|close|arrive|expire|end)s?(?=\s+(?:on|in|at|next|this)\b))\b"
)
_ASKED = (
    rf"(?:{_BID} {_WHOM}(?:not )?to \w+|(?:promis|pledg|vow)\w* (?:an?|the)"
    r"|(?:call|ask|appl)(?:s|ed|ies|ied|ing)? for)"
)
"""What comes after is still to come; "on 5 May she called for …" itself looks back."""
_UNREAL = r"(?:may|might|could|would|should|must)(?:\s+not|n['’]t)?\s+have\s+(?:\w+ly\s+)?\w+"
_OPEN = r"had\s+been\s+(?:expected|due|planned|scheduled|set|slated)"
"""What was to come, in a time that is past itself, may lie on either side of the report."""
_BACK = (
    r"was|were|had|did|been|said|says|told|made|took|began|came|went|fell|rose|saw|held"
    r"|met|won|lost|gave|got|left|led|ran|sent|set|shot|sold|bought|built|fought|found|became|broke"
    r"|brought|chose|drew|fled|grew|hit|kept|knew|put|read|sought|spoke|spent|stood|struck|thought"
    r"|paid|laid|heard|felt|dealt|caught|taught|lent|sank|swore|wore|flew|threw|rang|sang|hid|bid"
    r"|forgot|withdrew|overthrew|understood|begun|done|seen|given|taken|written|driven|known|shown"
    r"|spoken|chosen|broken|drawn|grown|thrown|born|gone|stolen|sworn"
    r"|wrote|died|shows?|(?!(?:Unit|inde|ne|hundr|spe|exce|proce|succe)ed\b)[a-z]{2,}ed"
)
_MARKER = re.compile(
    rf"\b(?:(?P<open>{_OPEN})|(?P<unreal>{_UNREAL})|(?P<asked>{_ASKED})|(?P<ahead>{_AHEAD})"
    rf"|(?P<back>{_BACK}))\b",
    re.IGNORECASE,
)
_LED_AHEAD = re.compile(r"\b(?i:by|ahead of|no later than)(?: the)? \Z")
_LED_BACK = re.compile(r"\b(?i:since)(?: the| early| late)? \Z")
_GIVEN_UNTIL = re.compile(r"\b(?i:until)(?: the)? \Z")
_DONE = re.compile(r"\b(?:was|were|had|has|have|been|be)(?: \w+ly)? \Z", re.IGNORECASE)
_FOLLOWED = re.compile(r" (?:deadline|hearing|launch date|expiry|expiration)\b")
_CROSSING, _BEHIND = 25, 50
_TO_DO = re.compile(r" to [a-z]+\b")
_STOP = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+|;")
_CLAUSE = re.compile(r"[,:—–\"“”]|\b(?:that|which|who|when|while|but|and|as|though|although)\b")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """A rough sentence about a span: up to a stop before a capital, a line's end or ";"."""
    window = max(0, start - 600)
    left = window
    for stop in _STOP.finditer(text, window, start):
        if not _is_abbreviation(text, stop.start()):
            left = stop.end()
    for stop in _STOP.finditer(text, end, end + 600):
        if not _is_abbreviation(text, stop.start()):
            return left, stop.start()
    return left, min(len(text), end + 600)


def _is_abbreviation(text: str, stop: int) -> bool:
    word = re.search(r"[\w.]*\Z", text[max(0, stop - 12) : stop])
    return word is not None and (
        "." in word[0] or word[0] in {"Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Lt", "Sen", "Rep"}
    )


def lexical_tense(text: str) -> Tense:
    """Tense by the nearest verb or verb-like word of the sentence; crossing a clause costs, and
    so does standing behind the expression."""

    def tense(start: int, end: int) -> str | None:
        before = text[max(0, start - 16) : start]
        if _FOLLOWED.match(text, end) or (_GIVEN_UNTIL.search(before) and _TO_DO.match(text, end)):
            return "future"
        if _LED_BACK.search(before):
            return "past"
        by = _LED_AHEAD.search(before) is not None
        left, right = sentence_around(text, start, end)
        ranked = [
            (_distance(text, found, start, end), found)
            for found in _MARKER.finditer(text, left, right)
            if found.end() <= start or found.start() >= end
        ]
        if not ranked:
            return "future" if by else None
        return _side(text, min(ranked, key=lambda row: row[0])[1], start, by)

    return tense


def _distance(text: str, marker: re.Match[str], start: int, end: int) -> int:
    """Characters from a marker to the span, with what clauses between and standing behind cost."""
    behind = marker.start() >= end
    between = (end, marker.start()) if behind else (marker.end(), start)
    crossed = sum(1 for _ in _CLAUSE.finditer(text, *between))
    return between[1] - between[0] + _CROSSING * crossed + _BEHIND * behind


def _side(text: str, marker: re.Match[str], start: int, by: bool) -> str | None:
    """Where a marker looks; "by May" looks ahead but for what was, or had been, done by then."""
    if marker["open"]:
        return None
    if marker["ahead"] or (marker["asked"] and marker.end() <= start):
        return "future"
    before = text[max(0, marker.start() - 24) : marker.start()]
    done = marker["unreal"] or marker.group().lower() in {"was", "were", "had"}
    return "past" if not by or done or _DONE.search(before) else "future"


def token_tense(tokens: Sequence[Token]) -> Tense:
    """Tense by the tree: the nearest verb above the expression, and that verb's auxiliaries."""
    starts = [token.start for token in tokens]
    below: dict[int, list[Token]] = {}
    for token in tokens:
        below.setdefault(token.head, []).append(token)

    def tense(start: int, end: int) -> str | None:
        index = bisect_right(starts, max(start, end - 1)) - 1
        for _ in range(len(tokens)):
            if not 0 <= index < len(tokens):
                return None
            told = _verb_tense(tokens, index, below.get(index, []))
            if told:
                return told
            index = tokens[index].head
        return None

    return tense


def _verb_tense(tokens: Sequence[Token], index: int, below: Sequence[Token]) -> str | None:
    """What one token says: a modal or a verb of planning looks ahead, a past form back."""
    token = tokens[index]
    auxiliaries = [child for child in below if child.deprel.startswith("aux")]
    if any(child.lemma.lower() in _MODALS for child in auxiliaries):
        return "future"
    if token.lemma.lower() in _AHEAD_LEMMAS:
        return "future"
    if token.upos not in {"VERB", "AUX"}:
        return None
    if any(child.upos == "PART" and child.lemma == "to" for child in below):
        return None
    forms = [token.feats, *(child.feats for child in auxiliaries)]
    if any("Tense=Past" in feats for feats in forms):
        return "past"
    progressive = "Tense=Pres" in token.feats and "VerbForm=Part" in token.feats
    return "future" if progressive and auxiliaries else None
