from __future__ import annotations

from email.message import EmailMessage

import pytest

from sayso.errors import ReportError
from sayso.reports import Limits
from sayso.reports.compose import Given
from sayso.reports.mail_quotes import quoted_parts
from sayso.reports.pieces import Piece
from sayso.reports.read import reports_here
from sayso.values import Report


def mail(body: str, subject: str = "The terminal", *, subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ada Quist <ada@courier.example>"
    message["Subject"] = subject
    message["Date"] = "Tue, 04 Mar 2025 17:30:00 +0200"
    message.set_content(body, subtype=subtype)
    return message


def read(message: EmailMessage) -> list[Report | ReportError]:
    piece = Piece("a.eml", data=message.as_bytes())
    return list(reports_here(piece, Given(), Limits(isolate=False), 0))


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


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On Tuesday the minister wrote:\n\nThere were no talks.", id="wrote-in-prose"),
        pytest.param("-----Original Message-----\n\nwas the title of the play.", id="no-headers"),
        pytest.param("He left.\n--\n" + "Then he came back.\n" * 9, id="long-below-dashes"),
        pytest.param("From: the north\n\nIt came.", id="from"),
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


@pytest.mark.parametrize(
    ("below", "kinds"),
    [
        pytest.param(
            "<p>On Mon, 3 Mar 2025, T wrote:</p><blockquote><p>I told.</p></blockquote><p>B</p>",
            ["furniture", "quotation", "paragraph"],
            id="wrote",
        ),
        pytest.param(
            "<div>---------- Forwarded message ---------<br>From: T</div><p>I told him.</p>",
            ["furniture", "quotation", "quotation"],
            id="forwarded",
        ),
        pytest.param("<blockquote><p>I told him.</p></blockquote>", ["quote"], id="quote"),
    ],
)
def test_quotes_in_an_html_mail(below: str, kinds: list[str]) -> None:
    body = f"<p>I said nothing of the kind, and nobody else did.</p>{below}"
    report = reports(mail(body, subtype="html"))[0]
    assert [kind for kind, _ in blocks(report)] == ["paragraph", *kinds]


def test_a_salutation_is_no_title_and_a_pasted_headline_is() -> None:
    words = "the registry told me on Monday that the contract was signed.\n"
    (report,) = reports(mail(f"Dear colleagues,\n\n{words}"))
    assert blocks(report)[0] == ("paragraph", "Dear colleagues,")
    (report,) = reports(mail(f"Minister denies talks\n\nBy Ada Quist\n\nSo {words}"))
    assert blocks(report)[0] == ("title", "Minister denies talks")
