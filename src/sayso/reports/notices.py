"""Lines in which an outlet speaks of its own report: corrections, clarifications, editors' notes.

Rows are `(kind, what it covers, pattern)`, as in `furniture.RULES`, which has them among its own.
"""

from __future__ import annotations

import re

_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?[^\W\d_]{3,12}\.?"
    r"|[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?)(?:(?:,| de)?\s\d{4})?"
    r"|\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}"
)
_DATED = (
    r"(?:\s?\([^)]{1,60}\)|,?\s(?:(?:made\s)?on\s|of\s|vom\s|du\s|del\s)?(?:[^\W\d_]{3,12},?\s)?"
    rf"(?:{_DAY})(?:,?\s(?:at\s)?\d{{1,2}}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{{2,4}})?)?)"
)
_COLON = r"\s?(?::|[–—]|-(?=\s))"
_OPENING = r"^\W{0,3}"
_ARTICLE = r"(?:article|story|report|post|piece|column|headline|page|caption|interview|review)"
_CORRECTION = (
    r"(?:corrections?(?: (?:and|&) clarifications?)?|clarifications?|corrected|errat(?:um|a)"
    r"|retraction|rectificatif|corrección|rectificación|aclaración|correção|berichtigung|korrektur"
    r"|richtigstellung|correzione|rectificatie|исправление|уточнение|تصحيح)"
)
_NOTE = (
    r"(?:(?:editor|publisher)(?:’|')?s?(?:’|')? notes?|note from the editors?"
    r"|(?:a )?note to (?:our )?readers|anmerkung der redaktion|note de la rédaction"
    r"|nota (?:del editor|de la redacción))"
)
_EARLIER = (
    r"(?:(?:because of|due to|owing to) an? [^,.:]{3,60}, |in |note: )?"
    r"(?:(?:an earlier|a previous|the (?:original|first|earlier|previous)|earlier|previous|some) "
    rf"versions? of this {_ARTICLE}"
    rf"|this {_ARTICLE} (?:originally|previously|initially|at first|incorrectly|wrongly"
    r"|mistakenly) (?!appeared|published|ran|aired|posted|was published)"
    r"|in einer (?:früheren|ersten|ursprünglichen) (?:version|fassung) dieses "
    r"|une (?:première |précédente )?version (?:antérieure |précédente )?de cet article"
    r"|una versión (?:anterior|previa) de est[ea] )"
)
_MENDED = (
    rf"this {_ARTICLE} (?:was|has been) (?:amended|corrected|clarified|edited to (?:correct|remove)"
    r"|updated (?:on .{3,40}? )?to (?:correct|clarify|make clear))"
)

NOTICES: tuple[tuple[str, str, str], ...] = (
    ("correction", "Editor's note: An earlier version of this article …",
     rf"{_OPENING}{_NOTE}{_DATED}?{_COLON}\s*(?:{_EARLIER}|{_MENDED}\b).{{3,}}$"),
    ("correction", "correction and clarification notices, with a date or without",
     rf"{_OPENING}{_CORRECTION}\b{_DATED}?{_COLON}.{{5,}}$"),
    ("correction", "A correction was made on …",
     rf"{_OPENING}an? (?:correction|clarification) (?:was|has been) (?:made|added) (?:on|to)\b"
     r".{5,}$"),
    ("note", "editor's notes", rf"{_OPENING}{_NOTE}\b{_DATED}?{_COLON}.{{5,}}$"),
    ("correction", "An earlier version of this article …",
     rf"{_OPENING}(?:updated?{_DATED}?{_COLON}\s*)?{_EARLIER}.{{5,}}$"),
    ("correction", "This article was amended",
     rf"{_OPENING}(?:updated?{_DATED}?{_COLON}\s*)?{_MENDED}\b.{{3,}}$"),
    ("note", "Update, with its date, and a sentence", rf"{_OPENING}update{_DATED}{_COLON}"
     r"(?=.*[^\W\d_]{2,} [^\W\d_]{2,}).{15,}[.!?”\"’)]$"),
    ("note", "This article has been updated to …",
     rf"{_OPENING}(?:update{_DATED}?{_COLON}\s*)?this {_ARTICLE} (?:was|has been) updated\b"
     r".{0,60}?\b(?:to|with|after|following|because)\b.{5,}$"),
)  # fmt: skip

MISTAKES: tuple[str, ...] = (
    r"^(?:when we learn of an? .{0,80})?if you (?:spot|see|find|notice|have found|believe|think)\b"
    r".{0,40}?\b(?:errors?|mistakes?|typos?|corrections?|inaccura\w+)\b.{0,160}$",
    r"^(?:corrections?|clarifications?)(?: (?:and|&) clarifications?)?\s?[:–—-]\s?(?:\S+@\S+"
    r"|(?:please |to )?(?:e-?mail|write to|contact|report (?:an?|any)|send|see our|read our|how to"
    r"|visit|click)\b.{0,160})$",
    r"^(?:to |please )?(?:report|request|submit|suggest|send)(?: us)? (?:an? |any |your )?(?:error"
    r"|mistake|typo|correction|clarification)s?\b.{0,160}$",
    r"^(?:see|read) (?:our|more) corrections\b.{0,100}$",
)
"""Lines that tell readers where to send mistakes, or where corrections are listed."""

_LABEL = re.compile(
    rf"\W{{0,3}}(?:(?P<note>{_NOTE})|{_CORRECTION}){_DATED}?\W{{0,3}}", re.IGNORECASE
)
_OF_THIS = re.compile(
    rf"(?:{_EARLIER})|\bthis {_ARTICLE}\b|\b(?:dieses artikels|cet article|este artículo)\b",
    re.IGNORECASE,
)


def label_kind(text: str) -> str | None:
    """The kind of notice that a line is the heading of: "Correction, 2 May"; else None."""
    label = _LABEL.fullmatch(text.strip())
    if label is None:
        return None
    return "note" if label["note"] else "correction"


def is_of_this(text: str) -> bool:
    """Whether a notice says that it is of the very report it stands at."""
    return bool(_OF_THIS.search(text))
