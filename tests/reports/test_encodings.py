from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import NotAReport
from sayso.reports.encodings import declared_charset, decode

QUOTED = "“Es gab keine Gespräche”, sagte der Minister für Häfen und Straßen am Dienstag. " * 4
RUSSIAN = "Министр транспорта заявил во вторник, что переговоров о продаже порта не было. " * 4


@given(st.text())
def test_utf8_is_decoded_as_python_does(text: str) -> None:
    if text.count("\0") * 8 <= len(text) and not any(ord(c) < 32 for c in text):
        assert decode(text.encode(), "x").text == text


@pytest.mark.parametrize(
    ("data", "declared", "text", "how"),
    [
        pytest.param(QUOTED.encode("utf-16"), None, QUOTED, "byte order mark", id="utf-16-marked"),
        pytest.param(
            "Plain words.".encode("utf-16-le"), None, "Plain words.", "detected", id="utf-16-bare"
        ),
        pytest.param(
            QUOTED.encode("cp1252"), "iso-8859-1", QUOTED, "declared", id="declared-latin"
        ),
        pytest.param(
            RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN, "declared", id="declared-cyrillic"
        ),
        pytest.param(RUSSIAN.encode("cp1251"), None, RUSSIAN, "detected", id="detected-cyrillic"),
        pytest.param(
            QUOTED.encode() + b" \x96 end", None, QUOTED + " – end", "mended", id="stray-byte"
        ),
    ],
)
def test_other_encodings(data: bytes, declared: str | None, text: str, how: str) -> None:
    decoded = decode(data, "x", declared)
    assert (decoded.text, decoded.how) == (text, how)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 40, id="all-bytes"),
        pytest.param(b"\0\1\2\3" * 99, id="zeros"),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(NotAReport, match=r"binary|encoding"):
        decode(data, "x")


def test_declared_charset_is_found_in_a_page() -> None:
    assert declared_charset(b'<html><head><meta charset="koi8-r">') == "koi8-r"
    assert declared_charset(b"<?xml version='1.0' encoding='utf-16'?>") == "utf-16"
    assert declared_charset(b"no page") is None
