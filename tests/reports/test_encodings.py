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


WESTERN = {
    "spanish": "El alcalde, Íñigo Peña, negó el martes que la compañía fuera suya. «Nada», señaló.",
    "french": "Le maire, Hervé Dorsk, a nié mardi avoir vendu le quai à son frère, où il siège.",
    "danish": "Borgmesteren, Søren Kjær, afviste tirsdag, at kajen på øen var solgt.",
    "portuguese": "O presidente negou as acusações: não há razões, e as eleições são amanhã.",
    "italian": "Il sindaco ha negato lunedì che ci fossero trattative: così è, perché non può.",
    "german": "Der Bürgermeister, Ilvane Dörsk, hat am Dienstag bestritten, dass er zahlte.",
    "names-in-english": "The mayor, Søren Håkansson, denied it. José Peña paid £20 at the Café.",
    "one-name": "The councillor José Peña said on Tuesday that the quay had been sold.",
}
CENTRAL = {
    "polish": "Minister powiedział we wtorek, że nie było żadnych rozmów o sprzedaży portu.",
    "czech": "Ministr dopravy řekl, že žádná jednání o prodeji přístavu nebyla. Město čeká.",
    "hungarian": "A miniszter kedden azt mondta, hogy nem volt szó róla. Az első idő, erről szólt.",
    "croatian": "Ministar Marko Kovačić rekao je da nije bilo razgovora. Također žele još.",
    "names-in-english": "The minister, Jiří Dvořák, denied it, and so did Tomáš Růžek.",
}


@pytest.mark.parametrize("text", WESTERN.values(), ids=WESTERN)
def test_undeclared_western_letters_stay_western(text: str) -> None:
    assert decode(text.encode("cp1252"), "x").text == text


@pytest.mark.parametrize("text", CENTRAL.values(), ids=CENTRAL)
def test_undeclared_central_european_letters_are_told_by_their_places(text: str) -> None:
    assert decode(text.encode("cp1250"), "x").text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_cyrillic_is_never_taken_for_latin(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "x").text == RUSSIAN
