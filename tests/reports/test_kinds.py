from __future__ import annotations

import pytest
import samples

from sayso.reports.kinds import kind_of


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
        pytest.param(b"\x89PNG\r\n", "a.txt", "unread: a PNG image", id="image"),
        pytest.param(b"\x7fELF", "a", "unread: a program", id="program"),
        pytest.param(
            b"Note: this is text.\nAnd more of it: here.\n", "a", "text", id="text-with-colons"
        ),
        pytest.param(b"", "a", "text", id="empty"),
    ],
)
def test_kind(head: bytes, name: str, kind: str) -> None:
    assert kind_of(head[:4096], name) == kind
