"""Sample files made by the programs that usually make them, where these are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import samples

SOFFICE = shutil.which("soffice")
CHROMIUM = shutil.which("chromium")
TESSERACT = shutil.which("tesseract")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

HEAD = "The Saltmere Courier · Tuesday 4 March 2025"
ADDRESS = "https://www.courier.example/2025/harbour"
LINKED = samples.PARAGRAPHS[2].replace(
    "Verrania Ledger", '<a href="https://ledger.example/talks">Verrania Ledger</a>'
)
MANUSCRIPT = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{samples.TITLE}</title>
</head><body><h1>{samples.TITLE}</h1><p>{samples.BYLINE}</p><p>{samples.PARAGRAPHS[0]}</p>
<p>{samples.PARAGRAPHS[1]}</p><p>{LINKED}</p><p>{samples.PARAGRAPHS[3]}</p>
<ul><li>The lease runs until 2031.</li></ul>
<table><tr><td>Owner</td><td>Brandal Shipping</td></tr></table></body></html>"""


def by_libreoffice(ending: str, folder: Path) -> bytes:
    """The manuscript as LibreOffice Writer saves it: docx, odt, rtf, epub, pdf."""
    source = folder / "manuscript.html"
    source.write_text(MANUSCRIPT, encoding="utf-8")
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--infilter=HTML (StarWriter)",
            *("--convert-to", ending, "--outdir", str(folder), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return (folder / f"manuscript.{ending}").read_bytes()


def by_chromium() -> dict[str, bytes]:
    """The sample page as the browser prints it (pdf), under a paper's head in the body's own type
    (headed), and as it saves it in one file (mhtml).

    It is given to the browser as what stands at `ADDRESS`; nothing is fetched.
    """
    from playwright.sync_api import sync_playwright

    content = {"body": samples.page(), "content_type": "text/html; charset=utf-8"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        page = browser.new_page()
        page.route("**/*", lambda route: route.fulfill(**content))
        page.goto(ADDRESS)
        edges = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
        printed = page.pdf(display_header_footer=True, margin=edges)
        head = f'<p style="font: 12pt serif; margin-left: 15mm">{HEAD}</p>'
        headed = page.pdf(
            display_header_footer=True,
            header_template=head,
            footer_template=" ",
            margin={**edges, "top": "25mm"},
        )
        session = page.context.new_cdp_session(page)
        saved = session.send("Page.captureSnapshot", {"format": "mhtml"})["data"]
        browser.close()
    return {"pdf": printed, "headed": headed, "mhtml": saved.encode()}


def scan(pages: int = 1) -> bytes:
    """A PDF of pictures of pages, as a scanner sends it: by pdfium and reportlab."""
    import io

    import pypdfium2
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    document = pypdfium2.PdfDocument(samples.pdf())
    picture = ImageReader(document[0].render(scale=200 / 72, grayscale=True).to_pil())
    document.close()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for _ in range(pages):
        canvas.drawImage(picture, 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def feed(kind: str) -> bytes:
    """A feed of one entry by feedgen: "rss" or "atom"."""
    from feedgen.feed import FeedGenerator

    made = FeedGenerator()
    made.id("https://courier.example/")
    made.title("The Saltmere Courier")
    made.link(href="https://courier.example/")
    made.description("News of the harbour town")
    made.language("en")
    entry = made.add_entry()
    entry.id("https://courier.example/harbour")
    entry.title(samples.TITLE)
    entry.link(href="https://courier.example/harbour")
    entry.author(name="Ada Quist", email="ada@courier.example")
    entry.content("".join(f"<p>{text}</p>" for text in samples.PARAGRAPHS), type="CDATA")
    entry.published("2025-03-04T17:30:00+02:00")
    written = made.rss_str() if kind == "rss" else made.atom_str()
    assert isinstance(written, bytes)
    return written


def mailbox_file(folder: Path) -> bytes:
    """A mailbox of two mails, as the standard library's mailbox writes it."""
    import mailbox
    from email import message_from_bytes

    path = folder / "box.mbox"
    box = mailbox.mbox(str(path))
    box.add(message_from_bytes(samples.mail()))
    box.add(message_from_bytes(samples.mail(html=True)))
    box.close()
    return path.read_bytes()


def wacz() -> bytes:
    """A web archive as a crawler packs it: WARC, index and page list in one ZIP."""
    return samples.zipped(
        {
            "archive/data.warc.gz": samples.warc(),
            "datapackage.json": b'{"profile": "data-package", "wacz_version": "1.1.1"}',
            "indexes/index.cdx.gz": b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
            "pages/pages.jsonl": b'{"format": "json-pages-1.0", "id": "pages"}\n',
        }
    )
