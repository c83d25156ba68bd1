from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest
import samples
from reading import every

from sayso.errors import ReportError
from sayso.reports.mail_quotes import _Line, _lines, _mark, quoted_parts
from sayso.values import Report


def mail(body: str, subject: str = "The terminal", *, subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ada Quist <ada@courier.example>"
    message["Subject"] = subject
    message["Date"] = "Tue, 04 Mar 2025 17:30:00 +0200"
    message.set_content(body, subtype=subtype)
    return message


def read(message: EmailMessage) -> list[Report | ReportError]:
    return every(message.as_bytes(), "a.eml")


def reports(message: EmailMessage) -> list[Report]:
    return [report for report in read(message) if isinstance(report, Report)]


def blocks(report: Report) -> list[tuple[str, str]]:
    return [(b.kind, report.text[b.start : b.end]) for b in report.blocks]


def test_an_attached_mail_is_a_report_of_its_own() -> None:
    outer = mail("See below, the board says that there were talks.")
    inner = mail("The minister said that there were no talks at all.", "What he wrote")
    inner.add_attachment(b"The terminal is safe.", maintype="text", subtype="x", filename="n.txt")
    outer.add_attachment(inner)
    found = reports(outer)
    assert [(r.source, r.title) for r in found[:2]] == [
        ("a.eml", "The terminal"),
        ("a.eml/attachment 1", "What he wrote"),
    ]
    assert [r.source for r in found[2:]] == ["a.eml/attachment 1/n.txt"]


class _Counted(list[_Line]):
    """Lines that count how often one of them is asked for."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        self.looks += 1
        return super().__getitem__(at)


REPLY = "I said nothing of the kind.\n\n{}"
QUOTED = [
    pytest.param(
        "On Mon, 3 Mar 2025 at 10:00, Tomas Rell <t@rell.example> wrote:\n> I told him.\n> No.\n",
        ["furniture", "quotation"],
        id="wrote",
    ),
    pytest.param(
        "On Mon, 3 Mar 2025 at 10:00, Tomas Rell\n<t@rell.example> wrote:\n\n> I told him.\n",
        ["furniture", "quotation"],
        id="wrote-broken",
    ),
    pytest.param(
        "On Mon, 3 Mar 2025 at 10:00, Tomas Rell <t@rell.example> wrote:\n\nI told him.\n",
        ["furniture", "quotation"],
        id="wrote-without-marks",
    ),
    pytest.param("> I told him.\n", ["quotation"], id="marks-alone"),
    pytest.param(
        "-----Original Message-----\nFrom: Tomas Rell\nSent: Monday\nSubject: x\n\nI told.\n\nA",
        ["furniture", "quotation", "quotation"],
        id="original",
    ),
    pytest.param(
        "________________________________\nFrom: Tomas Rell\nSent: Monday\n\nI told him.",
        ["furniture", "quotation"],
        id="outlook",
    ),
    pytest.param(
        "From: Tomas Rell <t@rell.example>\nSent: Monday, 3 March 2025\nTo: Ada Quist\n"
        "Subject: Talks\n\nI told him.",
        ["furniture", "quotation"],
        id="headers-alone",
    ),
    pytest.param(
        "Le lun. 3 mars 2025 à 10:00, Tomas Rell <t@rell.example> a écrit\xa0:\n> Oui.\n",
        ["furniture", "quotation"],
        id="wrote-in-french",
    ),
    pytest.param("-- \nAda Quist\nThe Saltmere Courier\n", ["furniture"], id="signature"),
]


@pytest.mark.parametrize(("below", "kinds"), QUOTED)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_quoted_words_are_not_the_senders(below: str, kinds: list[str], ends: str) -> None:
    text = REPLY.format(below).replace("\n", ends)
    assert [part.kind for part in quoted_parts(text)] == kinds
    assert all(text[p.start : p.end].strip() == text[p.start : p.end] for p in quoted_parts(text))
    report = reports(mail(REPLY.format(below)))[0]
    assert [kind for kind, _ in blocks(report)] == ["paragraph", *kinds]


@pytest.mark.parametrize("line", ["", "-- ", "-----Original Message-----", "From: a", ">"])
def test_each_line_is_looked_at_a_few_times(line: str) -> None:
    """The time grew with the square of a mail's empty lines, and of its signatures."""
    lines = _Counted(_lines(f"-----Forwarded message-----\n{line}\n" + f"{line}\n" * 400 + "So."))
    kinds, at = [""] * len(lines), 0
    while at < len(lines):
        at = _mark(lines, kinds, at)
    assert lines.looks < 100 * len(lines)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On Tuesday the minister wrote:\n\nThere were no talks.", id="wrote-in-prose"),
        pytest.param("-----Original Message-----\n\nwas the title of the play.", id="no-headers"),
        pytest.param("He left.\n--\n" + "Then he came back.\n" * 9, id="long-below-dashes"),
        pytest.param("From: the north\n\nIt came.", id="from"),
        pytest.param("From: Korr\nTo: the board\n\nIt came.", id="letter"),
    ],
)
def test_the_senders_own_words_stay(text: str) -> None:
    assert quoted_parts(text) == []


def test_a_forwarded_mail_is_a_report_of_its_senders() -> None:
    body = (
        "FYI.\n\n---------- Forwarded message ---------\nFrom: Tomas Rell <t@rell.example>\n"
        "Date: Mon, 3 Mar 2025 at 09:00\nSubject: Talks\nTo: Ada\n\nI have asked the minister.\n"
    )
    outer, inner = reports(mail(body))
    assert blocks(outer)[-1] == ("quotation", "I have asked the minister.")
    assert (inner.title, inner.authors, inner.published) == ("Talks", ("Tomas Rell",), "2025-03-03")
    assert blocks(inner) == [("paragraph", "I have asked the minister.")]


OWN = "<p>I said nothing of the kind, and nobody else did.</p>"
WORDS = "<p>I told him.</p>"
HEADERS = "<b>From:</b> T &lt;t@r.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> A<br>"
IN_HTML = [
    pytest.param(
        f"<p>On Mon, 3 Mar 2025, T wrote:</p><blockquote>{WORDS}</blockquote><p>B</p>"
        "<blockquote><p>No.</p></blockquote><p>So.</p>",
        ["furniture", "quotation", "paragraph", "quotation", "paragraph"],
        id="wrote",
    ),
    pytest.param(
        f"<p>On Mon, 3 Mar 2025 at 10:00, T wrote:</p>{WORDS}",
        ["furniture", "quotation"],
        id="wrote-alone",
    ),
    pytest.param(
        '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">man. 3. mars 2025 kl. 10:00 '
        f'T:<br></div><blockquote class="gmail_quote">{WORDS}</blockquote></div>',
        ["furniture", "quotation"],
        id="gmail",
    ),
    pytest.param(
        '<div class="gmail_quote gmail_quote_container"><div class="gmail_attr">T:</div>'
        f'<blockquote class="gmail_quote">{WORDS}</blockquote><p>No.</p>'
        f'<blockquote class="gmail_quote">{WORDS}</blockquote></div>',
        ["furniture", "quotation", "paragraph", "quotation"],
        id="gmail-answered-between",
    ),
    pytest.param(
        '<div class="gmail_quote"><div class="gmail_attr">---------- Videresendt ---------<br>'
        f"Fra: T</div><br>{WORDS}</div>",
        ["quotation", "quotation", "quotation"],
        id="gmail-sent-on",
    ),
    pytest.param(
        '<div class="moz-cite-prefix">T, 03.03.25:<br></div><blockquote type="cite" '
        f'cite="mid:1@r.example">{WORDS}</blockquote><p>No.</p><div class="moz-signature">-- <br>'
        "Ada Quist</div>",
        ["furniture", "quotation", "paragraph", "furniture", "furniture"],
        id="thunderbird",
    ),
    pytest.param(f"<blockquote type=CITE>{WORDS}</blockquote>", ["quotation"], id="apple"),
    pytest.param(
        '<div id="Signature"><p>Ada Quist</p></div><div id="appendonsend"></div><hr>'
        '<div id="divRplyFwdMsg" dir="ltr"><font>Lähettäjä: T<br>Aihe: S</font></div>'
        f"<div>{WORDS}<p>No.</p></div>",
        ["furniture", "furniture", "furniture", "quotation", "quotation"],
        id="outlook-on-the-web",
    ),
    pytest.param(
        f'<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">{HEADERS}'
        f"<b>Subject:</b> S</p></div>{WORDS}",
        ["furniture"] * 4 + ["quotation"],
        id="outlook",
    ),
    pytest.param(
        f"<div>-----Original Message-----</div><div>{HEADERS}</div>{WORDS}",
        ["furniture"] * 4 + ["quotation"],
        id="original",
    ),
    pytest.param(
        f"<div>---------- Forwarded message ---------<br>From: T</div>{WORDS}",
        ["furniture", "quotation", "quotation"],
        id="forwarded",
    ),
    pytest.param(
        f'<div class="x_yahoo_quoted"><div>T</div>{WORDS}</div>',
        ["quotation", "quotation"],
        id="yahoo-shown-by-outlook",
    ),
    pytest.param(f'<div name="quote">{WORDS}</div>', ["quotation"], id="gmx"),
    pytest.param(f"<blockquote>{WORDS}</blockquote>", ["quote"], id="quote"),
    pytest.param("<p>From: the north<br>To: the south<br>B</p>", ["paragraph"] * 3, id="from"),
    pytest.param('<p class="quote">He wrote:</p><p>B</p>', ["paragraph"] * 2, id="prose"),
]


@pytest.mark.parametrize(("below", "kinds"), IN_HTML)
def test_quotes_in_an_html_mail(below: str, kinds: list[str]) -> None:
    report = reports(mail(f"<div>{OWN}{below}</div>", subtype="html"))[0]
    assert [kind for kind, _ in blocks(report)] == ["paragraph", *kinds]


def test_a_long_mail_that_is_quoted_is_not_the_senders_article() -> None:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in samples.PARAGRAPHS * 3)
    body = f'{OWN}<div id="divRplyFwdMsg">From: T</div><div><h1>{samples.TITLE}</h1>{told}</div>'
    report = reports(mail(samples.page(paragraphs=[body]), subtype="html"))[0]
    own = [words for kind, words in blocks(report) if kind not in ("quotation", "furniture")]
    assert not any(paragraph in " ".join(own) for paragraph in samples.PARAGRAPHS)


@pytest.mark.parametrize(
    ("mark", "headers"),
    [
        pytest.param(
            "---------- Forwarded message ---------",
            "From: Tomas Rell &lt;t@rell.example&gt;<br>Date: Mon, 3 Mar 2025 at 09:00"
            "<br>Subject: Talks",
            id="gmail",
        ),
        pytest.param(
            "-------- Weitergeleitete Nachricht --------",
            "Betreff: Talks<br>Datum: Mon, 3 Mar 2025 09:00<br>Von: Tomas Rell &lt;t@r.example&gt;",
            id="thunderbird",
        ),
        pytest.param(
            "Begin forwarded message:",
            "<b>From: </b>Tomas Rell<br><b>Subject: Talks</b><br><b>Date: </b>3 March 2025 09:00",
            id="apple",
        ),
    ],
)
def test_a_mail_that_an_html_mail_sends_on_is_a_report_of_its_sender(
    mark: str, headers: str
) -> None:
    body = f"<div>FYI.<div>{mark}<br>{headers}<br><br><p>I have asked.</p></div></div>"
    outer, inner = reports(mail(body, subtype="html"))
    assert blocks(outer)[-1] == ("quotation", "I have asked.")
    assert (inner.title, inner.authors) == ("Talks", ("Tomas Rell",))
    assert str(inner.published).startswith("2025-03-03")
    assert blocks(inner) == [("paragraph", "I have asked.")]


def test_a_salutation_is_no_title_and_a_pasted_headline_is() -> None:
    words = "the registry told me on Monday that the contract was signed.\n"
    (report,) = reports(mail(f"Dear colleagues,\n\n{words}"))
    assert blocks(report)[0] == ("paragraph", "Dear colleagues,")
    (report,) = reports(mail(f"Minister denies talks\n\nBy Ada Quist\n\nSo {words}"))
    assert blocks(report)[0] == ("title", "Minister denies talks")


def test_mail_facts_and_attachments() -> None:
    mail, attached = every(samples.mail(attachment=samples.pdf()), "a.eml")
    assert isinstance(mail, Report)
    assert (mail.published, mail.found["title"]) == ("2025-03-04T17:30:00+02:00", "Subject")
    assert isinstance(attached, Report)
    assert attached.source == "a.eml/board.pdf"


def test_mailbox_gives_each_mail() -> None:
    found = every(samples.mbox(3), "a.mbox")
    assert [getattr(r, "source", "") for r in found] == ["a.mbox#1", "a.mbox#2", "a.mbox#3"]
    assert len({r.id for r in found if isinstance(r, Report)}) == 1
