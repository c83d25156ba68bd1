"""Whose words the lines of an HTML mail are, by the marks that mail programs put about those of
others: elements of known names, lines such as "On … wrote:", another mail's headers.

What is quoted without any mark cannot be told from the sender's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from sayso.reports.dom import Element, Line, ancestors
from sayso.reports.mail_quotes import FORWARDED, MOST_HEADERS, SENT_BY, WROTE, mail_headers


class Part(Enum):
    """What an element's name says of the lines in it; the first outranks the others."""

    QUOTED = "another mail's words"
    LAST = "another mail's headers, with its words below"
    ASIDE = "no words of anybody's"


MARKS: tuple[tuple[str, str, Part], ...] = (
    ("type", "cite", Part.QUOTED),  # Apple Mail, Thunderbird, Proton, Roundcube, Fastmail
    ("name", "quote", Part.QUOTED),  # GMX, web.de
    ("class", "yahoo_quoted", Part.QUOTED),
    ("class", "protonmail_quote", Part.QUOTED),
    ("class", "zmail_extra", Part.QUOTED),  # Zoho
    ("class", "front-blockquote", Part.QUOTED),
    ("class", "missive_quote", Part.QUOTED),
    ("class", "ms-outlook-mobile-reference-message", Part.QUOTED),
    ("id", "mail-editor-reference-message-container", Part.QUOTED),  # Outlook
    ("id", "olk_src_body_section", Part.QUOTED),  # Outlook for Mac
    ("data-marker", "__quoted_text__", Part.QUOTED),  # Zimbra
    ("data-marker", "__headers__", Part.LAST),
    ("id", "divrplyfwdmsg", Part.LAST),  # Outlook on the web
    ("class", "moz-email-headers-table", Part.LAST),
    ("class", "gmail_attr", Part.ASIDE),  # "On … wrote:"
    ("class", "moz-cite-prefix", Part.ASIDE),
    ("id", "reply-intro", Part.ASIDE),
    ("class", "gmail_signature", Part.ASIDE),
    ("class", "moz-signature", Part.ASIDE),
    ("class", "protonmail_signature_block", Part.ASIDE),
    ("id", "signature", Part.ASIDE),  # Outlook on the web
    ("id", "ms-outlook-mobile-signature", Part.ASIDE),
)
"""Attributes, one of the names in their values (small letters), and what it means."""
_MEANT = {(attribute, name): part for attribute, name, part in MARKS}
_ATTRIBUTES = tuple(dict.fromkeys(attribute for attribute, _, _ in MARKS))
_GMAIL = "gmail_quote"
_COPIED = re.compile(r"^(?:x_)+")
"""What Outlook puts before the names in a mail that it shows."""


def foreign_lines(lines: Sequence[Line]) -> list[str | None]:
    """For each line "quotation" (another mail's words), "furniture" (what stands about them, a
    signature), or None: as far as marks go, it is the sender's."""
    texts = [line.text for line in lines]
    known: dict[Element, Part | None] = {}
    parts = [_part(line, known) for line in lines]
    kinds: list[str | None] = []
    wrote, last, headers = False, False, 0
    for n, text in enumerate(texts):
        if parts[n] is Part.QUOTED:
            kinds.append("quotation")
            continue
        headers = max(headers - 1, mail_headers(texts[n : n + MOST_HEADERS]))
        says_who = bool(WROTE.match(text))
        opens = headers > 0 or parts[n] is Part.LAST or bool(FORWARDED.match(text))
        if opens or says_who or parts[n] is Part.ASIDE:
            kinds.append("furniture")
        else:
            kinds.append("quotation" if last or (wrote and _is_set_off(lines[n])) else None)
        wrote = wrote or says_who
        last = last or opens or (says_who and _is_bare(text, lines[n + 1 : n + 2], parts[n + 1 :]))
    return kinds


def _is_bare(text: str, after: Sequence[Line], parts: Sequence[Part | None]) -> bool:
    """Whether a mail program's "On … wrote:" has nothing below that sets the words off."""
    marked = any(_is_set_off(line) for line in after) or Part.QUOTED in parts[:1]
    return not marked and bool(SENT_BY.search(text))


def _is_set_off(line: Line) -> bool:
    return any(element.tag == "blockquote" for element in ancestors(line.element))


def _part(line: Line, known: dict[Element, Part | None]) -> Part | None:
    """What is said of a line: quoted if any of it is, else as its first words are."""
    owners = [run.owner.getparent() if run.tail else run.owner for run in line.runs]
    found = [_around(owner, known) for owner in owners]
    return Part.QUOTED if Part.QUOTED in found else next(iter(found), None)


def _around(element: Element, known: dict[Element, Part | None]) -> Part | None:
    """The strongest that the element or one around it says; `known` keeps it for the others."""
    new = []
    while element is not None and element not in known:
        new.append(element)
        element = element.getparent()
    part = known.get(element)
    for each in reversed(new):
        said = [p for p in (part, _own(each)) if p]
        part = min(said, key=list(Part).index, default=None)
        known[each] = part
    return part


def _own(element: Element) -> Part | None:
    for attribute in _ATTRIBUTES:
        value = (element.get(attribute) or "").casefold()
        names = [_COPIED.sub("", name) for name in value.split()] if value else ()
        if attribute == "class" and _GMAIL in names:
            return None if _holds_its_quotes(element) else Part.QUOTED
        for name in names:
            if (attribute, name) in _MEANT:
                return _MEANT[attribute, name]
    return None


def _holds_its_quotes(element: Element) -> bool:
    """Whether Gmail's quote is a frame about quotes of their own, between which one may answer."""
    quotes = (child.get("class") or "" for child in element if child.tag == "blockquote")
    return element.tag != "blockquote" and any(_GMAIL in quote for quote in quotes)
