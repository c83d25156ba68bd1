"""Whether a post is told of as current, acting, designated or former, and since or until when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.claims.posts_ties import Hold
from sayso.values import Span, Time

_FORMER = (
    r"\b(?:former|formerly|erstwhile|previously|hitherto|ex|outgone|immediate past|one-?time|once"
    r"|then|served|had been|until|till|was|were|sacked|removed|dismissed|fired|ousted|relieved"
    r"|resigned|retired|stepped down|left|quit|late)\b"
)
_DESIGNATED = (
    r"\b(?:designate|elect|incoming|nominee|nominated|nominates|tipped|will|is to|are to|would"
    r"|next|future|to be|due to|set to|to become|to take over)\b"
)
_CURRENT = (
    r"\b(?:now|outgoing|current|currently|incumbent|presently|new|newly|is|are|becomes?|remains?|retains?"
    r"|serving|takes? over|assumes?|resumes?)\b"
)
_ACTING = r"\b(?:acting|ag\.|caretaker|interim)(?:\s|\Z)"
_NO_PAST = re.compile(
    r"\b(?:was|were|been)\b(?=[^,;]*\b(?:appointed|named|made|posted|redeployed|deployed|promoted"
    r"|sworn|elected|installed|confirmed|nominated|assigned|transferred|moved|chosen|picked))",
    re.IGNORECASE,
)
_SHIFTED = re.compile(r"\b(?:was|were|had been|would)\b", re.IGNORECASE)
""" "Said he was the mayor": he may be still."""
_NEXT_TO = re.compile(
    r"\b(?:former|erstwhile|late|outgone|then|new|newly[- ]appointed|newly[- ]deployed|current"
    r"|incumbent|incoming|next|future|outgoing|acting|interim|one-time|immediate past|ex)"
    r"(?:[\s-]+the)?[\s-]+\Z",
    re.IGNORECASE,
)
LEAVING = re.compile(
    r"\b(?:is to|are to|will|would|due to|set to|about to|plans? to) "
    r"(?:leave|resign|retire|quit|step down)\b"
)
"""Who is to leave a post still has it."""
STATUS = (
    ("acting", _ACTING),
    ("former", _FORMER),
    ("designated", _DESIGNATED),
    ("current", _CURRENT),
)
_TAKEN = re.compile(
    r"\b(?:re-?appointed|appointed|named|made|took|takes?|taken|assum|bec[ao]me|promoted|sworn"
    r"|elected|installed|posted|redeployed|deployed|moved|assigned|transferred|nominated|chosen"
    r"|picked)",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:sacked|removed|dismissed|fired|ousted|relieved|resigned?|retired?|step(?:ped|s)? down"
    r"|left|leaves?|quits?)\b"
)
_NEAR = re.compile(
    r"(?:,? (?:after|following) (?:[a-z]+ ){1,3}[a-z]+,)?"
    r"(?:[\s,)]|\([^)]*\)|\b(?:in|on|at|of|the|from|based|back)\b|(?>[A-Z][\w’'-]*)|,){0,12}\Z"
)
REACH = 60


def status_of(text: str, hold: Hold, *, shifted: bool = False) -> str | None:
    """ "acting", "former", "designated" or "current" by the words beside the post, else None.

    "Acting" in the title goes first. Of the words between holder and post, those of an ended
    post go before those of a coming one: "was until his appointment". `shifted`: the words are
    told behind "said", so that their past tense may be a present one.
    """
    own = text[hold.office.start : hold.office.end]
    if LEAVING.search(hold.words):
        return "current"
    ahead = hold.rule in ("before", "is", "led by")
    if hold.ended or (not ahead and re.search(r"\bfrom(?: the)?\s+\Z", hold.words)):
        return "former"
    if re.match(_ACTING, own, re.IGNORECASE):
        return "acting"
    post = hold.office.title or hold.office.role
    if post and re.match(r"[- ](?:designate|elect)\b", text[post[1] : post[1] + 12]):
        return "designated"
    if ahead:
        found = _NEXT_TO.search(text[max(0, hold.office.start - 24) : hold.office.start])
        words = found[0] if found else ""
    else:
        words = _NO_PAST.sub("", hold.words)
        words = _SHIFTED.sub("", words) if shifted else words
    for status, pattern in STATUS:
        if re.search(pattern, words, re.IGNORECASE):
            return status
    return "current" if hold.rule == "takes over" else None


def term(text: str, hold: Hold, times: Sequence[Time]) -> tuple[str | None, str | None]:
    """Since and until when, as EDTF: by "since 1998", "from … to …", or a day of taking over."""
    for time in _beside(text, hold, times):
        if time.edtf is None:
            continue
        start, slash, end = time.edtf.partition("/")
        if slash:
            return start.strip(".") or None, end.strip(".") or None
        words = text[hold.office.start : time.start] if time.start > hold.office.end else ""
        if _LEFT.search(hold.words + words):
            return None, time.edtf
        if _TAKEN.search(hold.words):
            return time.edtf, None
    return None, None


def _beside(text: str, hold: Hold, times: Sequence[Time]) -> list[Time]:
    """The times between holder and post, right behind the post, or right before the holder."""
    office, holder = hold.office, hold.holder
    first, last = min(holder.start, office.start), max(holder.end, office.end)
    out = []
    low = bisect_left(times, first - 40, key=lambda time: time.start)
    high = bisect_left(times, last + REACH, key=lambda time: time.start)
    for time in times[low:high]:
        before = time.end <= first and re.fullmatch(r",? ", text[time.end : first])
        inside = holder.end <= time.start and time.end <= office.start
        after = time.start >= office.end and _NEAR.match(text[office.end : time.start])
        if before or inside or after:
            out.append(time)
    return out


def place_beside(text: str, office: Span, places: Sequence[Span]) -> Span | None:
    """The place of a post: "3 Division, Orrel", "president of Orrel", "Orrel's governor"."""
    at = bisect_left(places, office)
    if at and text[places[at - 1][1] : office[0]] in ("'s ", "’s "):
        return places[at - 1]
    at = bisect_left(places, (office[1], office[1]))
    if at == len(places):
        return None
    start, end = places[at]
    if text.startswith(("'s", "’s"), end):
        return None  # "head of Orrel's navy"
    gap = text[office[1] : start] if start - office[1] < 12 else "?"
    return (start, end) if _TO_PLACE.fullmatch(gap) else None


_TO_PLACE = re.compile(r"\)?,? (?:(?:in|at|of) )?(?:the )?")
