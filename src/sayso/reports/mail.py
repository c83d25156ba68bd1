"""Mails: EML, MBOX, and MHTML, which is a page packed as a mail."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from typing import Any, cast

from sayso.errors import NotAReport, ReportError
from sayso.reports.compose import Draft
from sayso.reports.dates import mail_moment
from sayso.reports.encodings import Decoded, decode, without_halves
from sayso.reports.fragment import read_fragment
from sayso.reports.limits import Limits
from sayso.reports.mail_markup import foreign_lines
from sayso.reports.mail_quotes import forwarded_mail, quoted_parts, with_parts
from sayso.reports.page import page_draft, read_page
from sayso.reports.pieces import Piece
from sayso.reports.plain import blanked, plain_draft
from sayso.values import Block

_START = b"From "
_MAIL = "message/rfc822"
_PLAIN_TEXT = b'Content-Type: text/plain; charset="utf-8"\n'
_LEAST_TEXT = 40
_LONGEST_HEADER = 10_000
_LAID_OUT = re.compile(r"<table[\s>]", re.IGNORECASE)
_UNDER_TITLE = frozenset({"byline", "dateline", "standfirst"})


class _Headers(EmailPolicy):
    """The standard policy; its parser takes quadratic time, and raises what it likes.

    So a long header is cut, and one that it fails on counts as empty: the mail is read.
    """

    def header_fetch_parse(self, name: str, value: str) -> Any:
        try:
            return super().header_fetch_parse(name, value[:_LONGEST_HEADER])
        except Exception:  # noqa: BLE001 - see above
            return super().header_fetch_parse(name, "")


_POLICY = cast("EmailPolicy[EmailMessage]", _Headers())


def mail_message(piece: Piece, limits: Limits) -> Iterator[Draft | Piece | ReportError]:
    """The mail's text as a report (subject, sender and date are its facts), then a mail
    that it forwards, then attachments."""
    message = _parse(piece.read(limits.page))
    draft = _body(message, piece)
    attachments = list(_attachments(message))
    if draft:
        yield draft
    elif not attachments:
        yield NotAReport(piece.name, "this mail has no text")
    inner = forwarded_mail(draft.text) if draft else None
    if inner:
        data = _PLAIN_TEXT + inner.encode("utf-8", "replace")
        yield Piece(f"{piece.name}/forwarded", data=data, kind="mail")
    for number, part in enumerate(attachments, 1):
        named = without_halves(part.get_filename() or f"attachment {number}")
        if part.get_content_type() == _MAIL:
            for mail in part.iter_parts():
                yield Piece(f"{piece.name}/{named}", data=mail.as_bytes(), kind="mail")
            continue
        held = part.get_payload(decode=True)
        if isinstance(held, bytes) and held:
            yield Piece(f"{piece.name}/{named}", data=held, charset=part.get_content_charset())


def _attachments(message: MIMEPart) -> Iterator[MIMEPart]:
    """The attachments and the mails within, in order; what those hold is theirs."""
    for part in message.iter_parts() if message.is_multipart() else ():
        if part.get_content_type() == _MAIL or part.get_content_disposition() == "attachment":
            yield part
        else:
            yield from _attachments(part)


def mbox_messages(piece: Piece, limits: Limits) -> Iterator[Piece | ReportError]:
    """Each mail of a mailbox, split at lines that start with "From " after a blank one."""
    number, lines, size, blank = 0, list[bytes](), 0, True
    with piece.open() as file:
        for line in iter(lambda: file.readline(limits.page), b""):
            if line.startswith(_START) and blank:
                if lines:
                    yield _nth(piece, number, lines)
                number, lines, size = number + 1, [], 0
            elif size <= limits.page:
                lines.append(line[1:] if line.startswith(b">From ") else line)
                size += len(line)
            blank = not line.strip()
    if lines:
        yield _nth(piece, max(number, 1), lines)


def _nth(piece: Piece, number: int, lines: list[bytes]) -> Piece:
    return Piece(f"{piece.name}#{number}", data=b"".join(lines), kind="mail")


def packed_page(piece: Piece, limits: Limits) -> Iterator[Draft]:
    """The page of an MHTML file: its first HTML part."""
    message = _parse(piece.read(limits.page))
    for part in message.walk():
        data = part.get_payload(decode=True)
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and data:
            url = part.get("Content-Location") or message.get("Snapshot-Content-Location")
            page = replace(
                piece,
                url=str(url).strip() if url else None,
                charset=part.get_content_charset(),
            )
            yield page_draft(page, cast("bytes", data))
            return
    raise NotAReport(piece.name, "there is no page in this file")


def _parse(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=_POLICY)


def _body(message: EmailMessage, piece: Piece) -> Draft | None:
    plain = _part(message, "plain", piece)
    html = _part(message, "html", piece)
    facts, found = _facts(message)
    if plain and (len(plain.text.strip()) >= _LEAST_TEXT or not html):
        draft: Draft | None = _plain(plain, piece)
    else:
        draft = _marked_up(html, piece) if html else None
    if draft is None:
        return None
    draft = replace(draft, blocks=_titled(draft, str(facts.get("title", ""))))
    return replace(draft, facts={**draft.facts, **facts}, found={**draft.found, **found})


def _plain(plain: Decoded, piece: Piece) -> Draft:
    """A plain mail; what it quotes and its signature are blocks of their own kinds."""
    parts = quoted_parts(plain.text)
    left = blanked(plain.text, [(part.start, part.end) for part in parts])
    own = plain_draft(replace(plain, text=left), piece.name)
    own = replace(own, facts={**own.facts, "outlet": None})  # whose it is, its sender alone says
    return with_parts(own, plain.text, parts)


def _titled(draft: Draft, subject: str) -> tuple[Block, ...]:
    """The blocks; a first line is a title only if the subject has its words, or a byline or a
    dateline is below, as in an article sent by mail: "Dear colleagues," is none."""
    at = next((n for n, block in enumerate(draft.blocks) if block.kind == "title"), None)
    if at is None:
        return draft.blocks
    title, rest = draft.blocks[at], draft.blocks[at + 1 :]
    words = " ".join(draft.text[title.start : title.end].split()).casefold()
    if words in subject.casefold() or (rest and rest[0].kind in _UNDER_TITLE):
        return draft.blocks
    return (*draft.blocks[:at], replace(title, kind="paragraph"), *rest)


def _marked_up(html: Decoded, piece: Piece) -> Draft | None:
    """All that a mail says; the article of one that is laid out as newsletters are, and quotes
    no other mail: of a letter, an article would be but the longest paragraphs."""
    made, _ = read_fragment(html.text, None, judge=foreign_lines)
    if not made.text:
        return None
    quotes = any(block.kind == "quotation" for block in made.blocks)
    if not quotes and _LAID_OUT.search(html.text):
        with suppress(NotAReport):
            article = read_page(html, piece)
            if len(article.text) > len(made.text) // 2:
                return article
    found = {"encoding": f"{html.encoding}, {html.how}"}
    return Draft(piece.name, made.text, tuple(made.blocks), tuple(made.credits), {}, found)


def _part(message: EmailMessage, subtype: str, piece: Piece) -> Decoded | None:
    part = message.get_body(preferencelist=(subtype,))
    data = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(data, bytes) or not data.strip():
        return None
    return decode(data, piece.name, part.get_content_charset())


def _facts(message: EmailMessage) -> tuple[dict[str, object], dict[str, str]]:
    sender = message.get("From")
    addresses = getattr(sender, "addresses", ())
    names = [a.display_name or (a.addr_spec if a.domain else a.username) for a in addresses]
    facts: dict[str, object] = {
        "title": " ".join(str(message.get("Subject") or "").split()),
        "authors": tuple(name for name in names if name),
        "published": mail_moment(str(message.get("Date") or "")),
    }
    found = {"title": "Subject", "authors": "From", "published": "Date"}
    return {k: v for k, v in facts.items() if v}, {k: v for k, v in found.items() if facts[k]}
