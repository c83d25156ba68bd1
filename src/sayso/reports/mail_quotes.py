"""What stands in a mail's text and is not its sender's: quoted mails, forwarded ones, signatures.

Each is found by lines that mail programs write: ">" marks, "On … wrote:", "Forwarded message",
the "-- " above a signature (RFC 3676).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.reports.compose import Draft
from sayso.values import Block, Place

_HEADERS = {
    "From": "from|von|de|da|van|od|fra|från",
    "Date": "sent|date|gesendet|datum|envoyé|enviado|fecha|inviato|data|verzonden|wysłano|sendt"
    "|skickat|dato",
    "To": "to|cc|bcc|an|à|para|a|aan|do|til|till",
    "Subject": "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|emne|ämne",
    "Other": "reply-to|importance|attachments",
}
"""What stands before each of a quoted mail's headers, by the header's own name."""
_HEADER = re.compile(
    r"^\*?(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _HEADERS.items()) + r")"
    r"\*?[ \xa0]?:\*?",
    re.IGNORECASE,
)
_TITLES = (
    "original message|forwarded message|forwarded by .{1,80}"
    "|(?:ursprüngliche|weitergeleitete) nachricht|originalnachricht"
    "|message (?:d'origine|original|transféré)|mensaje (?:original|reenviado)"
    "|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)"
    "|oorspronkelijk bericht|doorgestuurd bericht"
)
FORWARDED = re.compile(
    rf"^(?:-{{2,20}} ?(?:{_TITLES}) ?-{{2,20}}|_{{20,60}}"
    r"|begin forwarded message:|anfang der weitergeleiteten nachricht:"
    r"|début du message (?:réexpédié|transféré)[ \xa0]?:|inicio del mensaje reenviado:"
    r"|início da mensagem (?:reencaminhada|encaminhada):|inizio messaggio inoltrato:"
    r"|begin doorgestuurd bericht:)$",
    re.IGNORECASE,
)
"""The line above a mail that is sent on, or that is answered."""
_SENT_ON = re.compile(
    r"forward|weitergeleitet|transféré|réexpédié|reenviado|encaminhada|inoltrato|doorgestuurd",
    re.IGNORECASE,
)
WROTE = re.compile(
    r"^(?:on|am|le|el|il|op|em|den|w dniu|dnia)\b.{5,300}"
    r"(?:\bwrote|\bschrieb.{0,80}|\ba écrit|\bescribió|\bha scritto|\bschreef.{0,80}|\bescreveu"
    r"|\bskrev.{0,80}|\bnapisał(?:\(a\)|a)?)[ \xa0]?:$",
    re.IGNORECASE,
)
SENT_BY = re.compile(r"@|<[^>]+>|\d{1,2}:\d\d")
"""What a mail program puts into "On … wrote:", and prose seldom: an address, a clock."""
_SIGNATURE = re.compile(r"^-- ?$")
_LONGEST_SIGNATURE = 8  # lines
_HEADERS_LOOKED_AT = 3
MOST_HEADERS = 5
_OWN = ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def quoted_parts(text: str) -> list[Block]:
    """Blocks of kind "quotation" (words of other mails, with their ">" marks) and "furniture"
    (lines that mail programs put about them, signatures), in order."""
    lines = list(_lines(text))
    kinds = [_OWN] * len(lines)
    at = 0
    while at < len(lines):
        at = _mark(lines, kinds, at)
    return list(_runs(lines, kinds))


def with_parts(draft: Draft, text: str, parts: Sequence[Block]) -> Draft:
    """The draft of a text in which these parts were blanked, whole, with a block for each."""
    blocks = sorted([*draft.blocks, *parts], key=lambda block: block.start)
    return replace(draft, text=text, blocks=tuple(blocks))


def forwarded_mail(text: str) -> str | None:
    """The first mail that a "Forwarded message" mark announces: its headers, a line each and by
    their own names, an empty line, and all that is below."""
    lines = list(_lines(text))
    for at, line in enumerate(lines):
        if FORWARDED.match(line.text) and _SENT_ON.search(line.text):
            return _mail_from(text, lines, _filled(lines, at + 1))
    return None


def _mail_from(text: str, lines: Sequence[_Line], at: int) -> str | None:
    if not _opens_mail(lines, at):
        return None
    headers = []
    while at < len(lines) and (header := _HEADER.match(lines[at].text)):
        words = lines[at].text[header.end() :].strip()
        headers.append(f"{header.lastgroup}: {words}")
        at = _filled(lines, at + 1)
    rest = text[lines[at].start :] if at < len(lines) else ""
    return "\n".join([*headers, "", rest])


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip("\ufeff \t\r\n\xa0")
        start = at + (line.find(words) if words else 0)
        yield _Line(start, start + len(words), words or line.rstrip("\r\n"))
        at += len(line)


def _mark(lines: Sequence[_Line], kinds: list[str], at: int) -> int:
    """Set the kind of the line at `at`, and of what goes with it; where to look on."""
    line = lines[at].text
    if line.startswith(">"):
        kinds[at] = "quotation"
    elif FORWARDED.match(line) and _opens_mail(lines, at + 1):
        return _mark_rest(lines, kinds, at, _filled(lines, at + 1))
    elif mail_headers([item.text for item in lines[at : at + MOST_HEADERS]]):
        return _mark_rest(lines, kinds, at, at)
    elif (end := _wrote(lines, at)) is not None:
        after = _filled(lines, end)
        marked = after < len(lines) and lines[after].text.startswith(">")
        if not marked:
            if not SENT_BY.search("".join(item.text for item in lines[at:end])):
                return at + 1
            kinds[end:] = ["quotation"] * (len(lines) - end)
        kinds[at:end] = ["furniture"] * (end - at)
        return end if marked else len(lines)
    elif _SIGNATURE.match(line):
        return _mark_signature(lines, kinds, at)
    return at + 1


def _mark_rest(lines: Sequence[_Line], kinds: list[str], at: int, after: int) -> int:
    """A mail that is sent on runs to the end: its mark, its headers from `after`, its words."""
    while after < len(lines) and _HEADER.match(lines[after].text):
        after += 1
    kinds[at:after] = ["furniture"] * (after - at)
    kinds[after:] = ["quotation"] * (len(lines) - after)
    return len(lines)


def _mark_signature(lines: Sequence[_Line], kinds: list[str], at: int) -> int:
    end, filled = at + 1, 0
    while end < len(lines) and not lines[end].text.startswith(">"):
        if _wrote(lines, end) is not None or FORWARDED.match(lines[end].text):
            break
        filled += bool(lines[end].text.strip())
        if filled > _LONGEST_SIGNATURE:
            return at + 1
        end += 1
    kinds[at:end] = ["furniture"] * (end - at)
    return end


def _filled(lines: Sequence[_Line], at: int) -> int:
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at


def _opens_mail(lines: Sequence[_Line], at: int) -> bool:
    """Whether a mail's headers stand here, below a mark; empty lines may part them."""
    headers = 0
    for _ in range(_HEADERS_LOOKED_AT):
        at = _filled(lines, at)
        headers += at < len(lines) and bool(_HEADER.match(lines[at].text))
        at += 1
    return headers > 1


def mail_headers(lines: Sequence[str]) -> int:
    """How many lines at the head of these are a mail's headers, where no mark announces them:
    whom it is from first, and when it was sent, and to whom or about what. Else 0."""
    names = []
    for line in lines[:MOST_HEADERS]:
        header = _HEADER.match(line)
        if header is None:
            break
        names.append(header.lastgroup)
    if names[:1] != ["From"] or "Date" not in names or len(set(names)) < _HEADERS_LOOKED_AT:
        return 0
    return len(names)


def _wrote(lines: Sequence[_Line], at: int) -> int | None:
    """The line behind an "On … wrote:" that starts here; it may be broken once."""
    words = ""
    for end in range(at, min(at + 2, len(lines))):
        words = f"{words} {lines[end].text}".strip()
        if WROTE.match(words):
            return end + 1
    return None


def _runs(lines: Sequence[_Line], kinds: Sequence[str]) -> Iterator[Block]:
    """A block for each run of filled lines of one kind."""
    run: list[_Line] = []
    for number, line in enumerate(lines):
        if run and (not line.text.strip() or kinds[number] != kinds[number - 1]):
            yield _block(run, kinds[number - 1])
            run = []
        if kinds[number] != _OWN and line.text.strip():
            run.append(line)
    if run:
        yield _block(run, kinds[-1])


def _block(run: Sequence[_Line], kind: str) -> Block:
    start, end = run[0].start, run[-1].end
    return Block(kind, start, end, (Place(start, end, "", start),))
