"""Builders of sample files, each made by the library that usually makes such files.

The country of Verrania, its outlets and its people are invented.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

TITLE = "Minister denies talks on Saltmere harbour sale"
BYLINE = "By Ada Quist"
PARAGRAPHS = (
    "SALTMERE, March 4 (Northwire) — Transport minister Tomas Rell denied on Tuesday that he had"
    " met the owners of Brandal Shipping to talk about a sale of the harbour.",
    "“There were no such talks,” Rell told reporters at the ferry terminal. A spokeswoman for"
    " Brandal declined to comment.",
    "The Verrania Ledger reported last week, citing two unnamed officials, that the sides had met"
    " three times since January and that a price had been named.",
    "According to the harbour board, the lease runs until 2031 and cannot be sold without a vote of"
    " the town council.",
)
BODY = "\n\n".join(PARAGRAPHS)
PLAIN = f"{TITLE}\n\n{BYLINE}\n\n{BODY}\n"


def page(
    *,
    title: str = TITLE,
    head: str = "",
    above: str = '<p class="byline">By Ada Quist</p>',
    paragraphs: Sequence[str] = PARAGRAPHS,
    below: str = "",
) -> str:
    """An ordinary news page: navigation, an article, a sidebar of teasers, a footer."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    teasers = "".join(
        f'<div class="teaser"><h4><a href="/{n}">Other news {n}</a></h4><p>Something else that'
        f" happened in the town of Saltmere that day, number {n}, at some length.</p></div>"
        for n in range(6)
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Saltmere'
        f" Courier</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
        f"<article><h1>{title}</h1>{above}<div class='text'>{body}</div>{below}</article>"
        f"<div class='sidebar'>{teasers}</div><footer>© 2025 The Saltmere Courier</footer>"
        "</body></html>"
    )


def docx() -> bytes:
    """As a word processor saves it, by python-docx."""
    from docx import Document

    document = Document()
    document.add_heading(TITLE, level=0)
    document.add_paragraph(BYLINE)
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    document.add_paragraph("the lease", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Owner", "Brandal Shipping"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(*, columns: int = 1, copies: int = 1, packed: bool = True) -> bytes:
    """As a newsroom's program prints it, by reportlab: columns, running heads, page numbers."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

    def furnish(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
        canvas.drawString(72, 800, "The Saltmere Courier")  # type: ignore[attr-defined]
        canvas.drawString(290, 30, str(document.page))  # type: ignore[attr-defined]

    out = io.BytesIO()
    gap = 20
    width = (A4[0] - 144 - gap * (columns - 1)) / columns
    frames = [Frame(72 + n * (width + gap), 72, width, 700, id=str(n)) for n in range(columns)]
    document = BaseDocTemplate(out, pagesize=A4, invariant=1, pageCompression=int(packed))
    document.addPageTemplates([PageTemplate(frames=frames, onPage=furnish)])
    styles = getSampleStyleSheet()
    story = [Paragraph(TITLE, styles["Title"]), Paragraph(BYLINE, styles["Normal"])]
    for _ in range(copies):
        for text in PARAGRAPHS:
            story += [Spacer(1, 10), Paragraph(text, styles["Normal"])]
    document.build(story)
    return out.getvalue()


def scanned_pdf() -> bytes:
    """A PDF with a drawing and no text."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.rect(100, 100, 300, 400, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def mail(*, html: bool = False, attachment: bytes | None = None) -> bytes:
    """A mail, by the standard library."""
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "Ada Quist <ada@courier.example>"
    message["To"] = "list@courier.example"
    message["Date"] = "Tue, 04 Mar 2025 17:30:00 +0200"
    if html:
        message.set_content(page(), subtype="html")
    else:
        message.set_content(BODY)
    if attachment is not None:
        message.add_attachment(
            attachment, maintype="application", subtype="pdf", filename="board.pdf"
        )
    return message.as_bytes()


def mbox(count: int = 2) -> bytes:
    """A mailbox of `count` mails, as mail programs write it."""
    out = b""
    for _ in range(count):
        out += b"From ada@courier.example Tue Mar  4 17:30:00 2025\n" + mail() + b"\n"
    return out


def mhtml() -> bytes:
    """A page saved by a browser as one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://courier.example/2025/03/04/harbour"
    message["Subject"] = TITLE
    message.set_content(page(), subtype="html")
    message.make_related()
    return message.as_bytes()


def warc(
    *,
    url: str = "https://courier.example/harbour",
    body: bytes | None = None,
    packing: str = "identity",
) -> bytes:
    """A web archive of one page, by warcio; `body` stands for the sample page, packed as said."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    said = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", packing)]
    headers = StatusAndHeaders("200 OK", said, "HTTP/1.1")
    record = writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(page().encode() if body is None else body),
        http_headers=headers,
        warc_headers_dict={"WARC-Date": "2025-03-05T06:00:00Z"},
    )
    writer.write_record(record)
    record.raw_stream.close()  # warcio's temporary file
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Saltmere Courier</title>
<language>en-gb</language>
<item><title>{TITLE}</title><link>https://courier.example/harbour</link>
<dc:creator>Ada Quist</dc:creator><pubDate>Tue, 04 Mar 2025 17:30:00 +0200</pubDate>
<content:encoded><![CDATA[<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>]]></content:encoded></item>
<item><title>Ferry late</title><description>The ferry was late.</description></item>
</channel></rss>""".encode()

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>The Saltmere Courier</title><entry><title>{TITLE}</title>
<link href="https://courier.example/harbour"/><published>2025-03-04T17:30:00+02:00</published>
<author><name>Ada Quist</name></author>
<content type="html">&lt;p&gt;{PARAGRAPHS[1]}&lt;/p&gt;</content></entry></feed>""".encode()

JSONL = "\n".join(
    [
        json.dumps({"headline": TITLE, "body": BODY, "publisher": "Courier", "date": "2025-03-04"}),
        "not json",
        json.dumps({"html": page(), "url": "https://courier.example/harbour"}),
    ]
).encode()

CSV = f'title;text;outlet;author\n"{TITLE}";"{BODY}";Courier;Ada Quist\n;;Courier;\n'.encode()


def docx_of(paragraphs: Sequence[str]) -> bytes:
    """A document of plain paragraphs below a title."""
    from docx import Document

    document = Document()
    document.add_heading(paragraphs[0], level=0)
    for text in paragraphs[1:]:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
