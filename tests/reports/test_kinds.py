from __future__ import annotations

import pytest
import samples

from sayso.reports.kinds import UNREAD_KIND, kind_of


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        pytest.param(samples.PLAIN.encode(), "a.txt", "text", id="text"),
        pytest.param(samples.PLAIN.encode(), "a", "text", id="text-without-ending"),
        pytest.param(samples.page().encode(), "a.txt", "text", id="page-named-text"),
        pytest.param(samples.page().encode(), "a", "html", id="page-without-ending"),
        pytest.param(samples.page().encode("utf-16"), "a", "html", id="page-in-utf-16"),
        pytest.param(b"%PDF-1.7", "a.html", "pdf", id="pdf-named-html"),
        pytest.param(samples.RSS, "a.xml", "feed", id="feed"),
        pytest.param(samples.mail(), "a", "mail", id="mail"),
        pytest.param(samples.mhtml(), "a", "mhtml", id="mhtml"),
        pytest.param(samples.mbox(), "a", "mbox", id="mailbox"),
        pytest.param(b"WARC/1.0\r\n", "a", "warc", id="web-archive"),
        pytest.param(b"PK\x03\x04", "a.docx", "zip", id="zip"),
        pytest.param(b"# Head", "a.md", "markdown", id="markdown"),
        pytest.param(
            b"\x89PNG\r\n", "a.txt", "unread: it is a PNG image, which is not read", id="image"
        ),
        pytest.param(b"\x7fELF", "a", "unread: it is a program, which is not read", id="program"),
        pytest.param(
            b"Note: this is text.\nAnd more of it: here.\n", "a", "text", id="text-with-colons"
        ),
        pytest.param(b"", "a", "text", id="empty"),
        pytest.param(samples.page().encode(), "a.aspx", "html", id="page-of-another-ending"),
        pytest.param(samples.page().encode(), "a.doc", "html", id="page-saved-as-a-document"),
        pytest.param(b"Nothing more.", "Part 2. Talks", "text", id="full-stop-in-a-name"),
        pytest.param(b"Nothing more.", "talks.2025-03-04", "text", id="date-in-a-name"),
    ],
)
def test_kind(head: bytes, name: str, kind: str) -> None:
    assert kind_of(head[:4096], name) == kind


@pytest.mark.parametrize(
    ("head", "name", "reason"),
    [
        pytest.param(b"body{color:red}", "a.css", "(.css) are not read", id="style-sheet"),
        pytest.param(b"key=1\n", "a.ini", "(.ini) are not read", id="settings"),
        pytest.param(b"PK, not a ZIP", "a.docx", "DOCX document, but it is none", id="no-document"),
        pytest.param(b"nil", "a.xlsx", "spreadsheet (XLSX), but it is none", id="no-spreadsheet"),
        pytest.param(b'{"a": 1}', "a.json", "name it .jsonl", id="json"),
        pytest.param(b"%PD", "a.PDF", "PDF, but it is none", id="cut-off-pdf"),
    ],
)
def test_text_named_as_something_else_is_not_read(head: bytes, name: str, reason: str) -> None:
    kind = kind_of(head, name)
    assert kind.startswith(UNREAD_KIND)
    assert reason in kind
