"""Whom a report credits in its own words: agencies, first publishers, datelines.

Each row of `RULES` is `(kind, what it covers, pattern with a group "name")`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.reports.papers import is_paper
from sayso.values import Credit, Span

AGENCIES = {
    "AP": "Associated Press", "Associated Press": "Associated Press",
    "The Associated Press": "Associated Press", "Reuters": "Reuters", "AFP": "AFP",
    "Agence France-Presse": "AFP", "DPA": "dpa", "dpa": "dpa", "EFE": "EFE", "ANSA": "ANSA",
    "UPI": "UPI", "TASS": "TASS", "ITAR-TASS": "TASS", "Xinhua": "Xinhua", "Interfax": "Interfax",
    "Bloomberg": "Bloomberg", "Kyodo": "Kyodo", "PTI": "PTI", "ANI": "ANI", "IANS": "IANS",
    "NAN": "News Agency of Nigeria", "News Agency of Nigeria": "News Agency of Nigeria",
    "Anadolu Agency": "Anadolu Agency", "AA": "Anadolu Agency", "PA": "PA Media",
    "Press Association": "PA Media", "RIA Novosti": "RIA Novosti", "IRNA": "IRNA", "SANA": "SANA",
    "WAM": "WAM", "MENA": "MENA", "APA": "APA", "CNS": "CNS", "IRIN": "IRIN", "CNN": "CNN",
    "رويترز": "Reuters", "أ ف ب": "AFP", "فرانس برس": "AFP", "سانا": "SANA", "ایرنا": "IRNA",
    "Рейтер": "Reuters", "ТАСС": "TASS", "РИА Новости": "RIA Novosti", "Интерфакс": "Interfax",
    "PANA": "PANA", "Agencies": "Agencies", "Agency Reports": "Agencies",
    "Agency reports": "Agencies", "Wire services": "Agencies",
}  # fmt: skip

_CAPITAL = r"[^\W\d_a-z]"
_WORD = rf"{_CAPITAL}[\w.&’'-]*"
_WORDS = rf"(?:[Tt]he )?{_WORD}(?: (?:of |and |the |for )?{_WORD}){{0,6}}"
_NAME = rf"(?P<name>{_WORDS})"
_NAMES = rf"(?P<names>{_WORDS}(?:(?:,? and |, ){_WORDS}){{0,5}})"
_THING = r"(?:article|story|report|piece|post|column|item|interview|analysis|version of this story)"
KNOWN = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
"""Alternatives of a pattern: the agencies' names, longest first."""

RULES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (kind, covers, re.compile(pattern))
    for kind, covers, pattern in (
        ("reprint", "This story first appeared in X",
         rf"\b[Tt]his {_THING} (?:was |has been )?(?:first|originally|previously) "
         rf"(?:appeared|published|ran|posted|reported)(?: \w+ \w+ \d{{1,2}},?)?"
         rf" (?:in|on|by|at) {_NAME}"),
        ("reprint", "Originally published by X",
         rf"(?m)^\W?(?:[Ff]irst|[Oo]riginally) (?:published|appeared) (?:in|on|by|at) {_NAME}"),
        ("reprint", "Republished from X / with permission of X",
         rf"\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced)"
         rf" (?:from|with (?:the )?permission (?:of|from)) {_NAME}"),
        ("agency", "(Additional) reporting by X, where X is an agency",
         rf"\b[Rr]eporting (?:by|from) (?P<name>{KNOWN})\b"),
        ("agency", "With reporting / agency input from X",
         rf"\b(?:[Ww]ith (?:additional )?(?:reporting|files|inputs?|material|agency reports?"
         rf"|contributions?) (?:by|from)) {_NAMES}"),
        ("agency", "with material from an agency, in other languages",
         rf"\b(?:[Aa]vec|[Cc]on (?:información|informaciones) de|[Cc]on agenzie"
         rf"|[Cc]om informações d[aeo]s?"
         rf"|[Mm]it Material (?:von|der)) (?:l[’'])?(?P<name>{KNOWN})\b"),
        ("agency", "X contributed to this report",
         rf"{_NAMES} contributed (?:reporting\b|to this (?:report|story|article))"),
        ("agency", "X writers A and B contributed to this report, where X is an agency",
         rf"\b(?P<name>{KNOWN}) (?:staff )?(?:writers?|journalists?|reporters?|correspondents?) "
         rf"[^.\n]{{3,200}}? contributed\b"),
        ("agency", "Source: X; a line that is an agency's name",
         rf"(?m)^\W{{0,2}}(?:(?:[Ss]ource|SOURCE|[Aa]gency|Via|By)\s?[:/]?\s?(?:the )?)?"
         rf"(?P<name>{KNOWN})\W{{0,2}}$"),
        ("agency", "By A. B., X, where X is an agency",
         rf"(?m)^B[Yy]\b(?! the\b)[^\n]{{3,120}}?(?:\s?[,|/•]|[^\W\d_]) (?:[Tt]he )?"
         rf"(?P<name>{KNOWN})$"),
        ("agency", "an agency in brackets at the end of a paragraph",
         rf"(?m)[.”\"’!?]\s?\((?P<name>{KNOWN})\)\W{{0,2}}$"),
    )
)  # fmt: skip

NEEDS: dict[str, tuple[str, ...]] = {
    "This story first appeared in X": ("first ", "originally ", "previously "),
    "Originally published by X": ("irst published", "irst appeared",
                                  "riginally published", "riginally appeared"),
    "Republished from X / with permission of X": ("epublished ", "eprinted ", "eproduced "),
    "(Additional) reporting by X, where X is an agency": ("eporting by ", "eporting from "),
    "With reporting / agency input from X": (
        "ith additional ", "ith reporting ", "ith files ", "ith input", "ith material ",
        "ith agency report", "ith contribution"),
    "with material from an agency, in other languages": (
        "vec ", "informaci", "agenzie ", "informaç", "Material "),
    "X contributed to this report": (" contributed ",),
    "X writers A and B contributed to this report, where X is an agency": (" contributed",),
    "By A. B., X, where X is an agency": ("By", "BY"),
    "an agency in brackets at the end of a paragraph": (")",),
}  # fmt: skip
"""Words of which one must be there for a costly rule to find anything."""

_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"
_LOUD_PLACE = rf"{_CAPITAL}{{2}}(?:{_CAPITAL}|[.’' /-]){{0,30}}"
_CITY = rf"(?:{_LOUD_PLACE}|{_CAPITAL}[\w.’'-]+(?: {_CAPITAL}[\w.’'-]+){{0,2}})"
DATELINE = re.compile(
    rf"\ufeff?[ \t]*(?P<line>"
    rf"(?:(?P<place>{_CITY})(?:, {_CAPITAL}[\w. ]{{1,25}}?)?(?:,? {_DAY})?\s?)?"
    rf"(?:\((?P<agency>{_CAPITAL}[\w&./ -]{{1,40}})\)|,? ?(?P<bare>{KNOWN})"
    rf"|/(?P<wire>{_CAPITAL}[\w -]{{1,30}})/)?"
    rf"\s?(?:—|–|--|-(?=\s))\s?)(?=\S)"
)
_LABEL = (
    r"(?:EXCLUSIVE|BREAKING|UPDATED?|VIDEO|WATCH|OPINION|ANALYSIS|REPORT|LIVE|PHOTOS?|JUST IN)\b"
)
_LABELLED = re.compile(_LABEL, re.IGNORECASE)
_BRACKETED = re.compile(rf"{_CAPITAL}[\w.’'-]+(?: {_CAPITAL}[\w.’'-]+){{0,2}}")
_LOUD = re.compile(rf"^(?!{_LABEL}){_LOUD_PLACE}$")


def text_credits(text: str) -> Iterator[Credit]:
    """Every credit that the rules find near the text's head and foot, where credits stand,
    with the span of the name. A text of up to two `REACH`es is looked through whole.
    """
    for start, end in _ends(len(text)):
        for kind, covers, pattern in RULES:
            if covers in NEEDS and not any(words in text for words in NEEDS[covers]):
                continue
            for match in pattern.finditer(text, start, end):
                for span in _names(match):
                    name = text[slice(*span)]
                    yield Credit(kind, AGENCIES.get(name, name), None, span)


def _names(match: re.Match[str]) -> Iterator[Span]:
    """The names that a rule found. Of a list ("Reuters and the Verrania Ledger") only those of
    outlets: who else worked on a report is no source that it was taken from."""
    if "names" not in match.groupdict():
        start, name = match.start("name"), match.group("name").rstrip(".")
        yield start, start + len(name)
        return
    at, parts = match.start("names"), list[Span]()
    for part in _LISTED.split(match.group("names")):
        name = part.rstrip(".")
        if name and not _LISTED.fullmatch(part):
            parts.append((at, at + len(name)))
        at += len(part)
    yield from (span for span in parts if _is_outlet(match.string[slice(*span)]))


def _is_outlet(name: str) -> bool:
    return name in AGENCIES or name.casefold().startswith("the ") or is_paper(name)


_LISTED = re.compile(r"(,? and |, )")
REACH = 20_000


def _ends(length: int) -> tuple[Span, ...]:
    return ((0, length),) if length <= 2 * REACH else ((0, REACH), (length - REACH, length))


def dateline(text: str, start: int, end: int) -> tuple[int, Credit | None] | None:
    """Where the dateline of a paragraph ends, and the agency it names; None without one.

    Covers "PORT ANDREL, March 12 (NSPA) — ", "(Reuters) - ", "LAGOS – ". A place alone must
    be in capitals: "Later – …" is no dateline.
    """
    match = DATELINE.match(text, start, min(end, start + 120))
    if not match:
        return None
    name = match.group("agency") or match.group("bare") or match.group("wire")
    place = match.group("place")
    dated = bool(place) and bool(re.search(r"\d", match.group("line")))
    loud = bool(place) and bool(_LOUD.match(place))
    if not (dated or loud or name in AGENCIES or (place is None and _is_place(match))):
        return None
    return match.end("line"), _agency(match, name) if place or name in AGENCIES else None


def _is_place(match: re.Match[str]) -> bool:
    """Whether nothing but words in capitals stands in brackets: "(Port Ammer) – "."""
    words = match.group("agency") or ""
    return bool(_BRACKETED.fullmatch(words)) and not _LABELLED.match(words)


def _agency(match: re.Match[str], name: str | None) -> Credit | None:
    if not name:
        return None
    span: Span = next(match.span(g) for g in ("agency", "bare", "wire") if match.group(g))
    return Credit("agency", AGENCIES.get(name, name), None, span)
