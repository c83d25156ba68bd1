"""The JSON contract, field by field, and that a line is always one line of UTF-8."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import attribution, document, harbour, report
from sayso.exports import to_json, to_json_line
from sayso.values import Credit, Document

TEXT = "Dredging begins, Ilse Marrable told the Courier on Monday."


def marrable() -> Document:
    said = attribution(
        TEXT,
        "a1",
        source="Ilse Marrable",
        cue="told",
        content="Dredging begins",
        addressee="the Courier",
        said="2024-03-04",
    )
    return document(report(TEXT, title="Dredging", authors=("Anneke Brawn",)), said)


def test_line_is_the_contract() -> None:
    assert json.loads(to_json_line(marrable())) == {
        "report": {
            "id": "0000000000000000",
            "source": "report.txt",
            "title": "Dredging",
            "outlet": "The Herald",
            "authors": ["Anneke Brawn"],
            "published": "2024-04-12",
            "language": "en",
            "text": TEXT,
            "url": None,
            "modified": None,
            "section": None,
            "archived": None,
            "archive_url": None,
            "also": [],
            "warnings": [],
            "credits": [],
            "found": {},
        },
        "mentions": [],
        "attributions": [
            {
                "id": "a1",
                "parent": None,
                "kind": "indirect",
                "source": [[17, 30]],
                "cue": [[31, 35]],
                "content": [[0, 15]],
                "addressee": [[36, 47]],
                "medium": [],
                "said": "2024-03-04",
                "stance": "affirmed",
                "voice": None,
            }
        ],
        "claims": [],
        "posts": [],
        "links": [],
        "times": [],
        "entities": [],
    }


def test_mentions_entities_times_and_voices() -> None:
    found = to_json(harbour())
    assert found["mentions"] == [
        {"id": "m1", "start": 176, "end": 189, "type": "person", "named": True, "entity": "e4"}
    ]
    assert found["entities"] == [
        {"id": "e4", "type": "person", "name": "Garrick Thole", "names": ["Garrick Thole"]}
    ]
    assert found["times"] == [{"start": 97, "end": 105, "edtf": "2024-04"}]
    assert found["attributions"][1]["voice"] == {
        "name": "The Lantern",
        "kind": "outlet",
        "entity": "e1",
        "said": "2024-04",
        "to": None,
    }


def test_order_of_the_fields() -> None:
    assert list(to_json(harbour())) == [
        "report",
        "mentions",
        "attributions",
        "claims",
        "posts",
        "links",
        "times",
        "entities",
    ]


def test_same_document_same_bytes() -> None:
    assert to_json_line(harbour()) == to_json_line(harbour())


def test_spans_slice_their_words() -> None:
    found = to_json(harbour())
    [start, end] = found["attributions"][5]["content"][1]
    assert found["report"]["text"][start:end] == "“and no such port.”"


@given(text=st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_one_line_of_utf8(text: str) -> None:
    line = to_json_line(document(report(text)))
    assert line.encode("utf-8").count(b"\n") == 1
    assert json.loads(line)["report"]["text"] == _with_pairs_joined(text)


def _with_pairs_joined(text: str) -> str:
    """What JSON makes of surrogates that happen to stand in pairs."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@pytest.mark.parametrize("name", ["na\udcefve.txt"], ids=["not UTF-8"])
def test_odd_file_names(name: str) -> None:
    assert json.loads(to_json_line(document(report("x", source=name))))["report"]["source"] == name


STEERING = "\x00\x1b\x7f\x85\x9b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069"


@pytest.mark.parametrize("sign", STEERING, ids=[f"U+{ord(sign):04X}" for sign in STEERING])
def test_what_steers_a_terminal_is_escaped_and_not_lost(sign: str) -> None:
    line = to_json_line(document(report(f"a{sign}b é \u06cc\u200c")))
    assert sign not in line and f"\\u{ord(sign):04x}" in line and "é \u06cc\u200c" in line
    assert json.loads(line)["report"]["text"] == f"a{sign}b é \u06cc\u200c"


def test_a_report_tells_where_its_facts_and_copies_are() -> None:
    bare = report(TEXT)
    told = replace(
        bare,
        url="https://courier.example/a",
        archived="2024-04-13T00:00:00Z",
        also=("copy.html",),
        credits=(Credit("link", "the board", "https://board.example/", (0, 8)),),
        found={"url": "canonical", "title": "h1"},
    )
    line = to_json_line(document(told))
    found = json.loads(line)["report"]
    assert (found["url"], found["archived"], found["also"]) == (
        told.url,
        told.archived,
        ["copy.html"],
    )
    assert found["credits"] == [
        {"kind": "link", "name": "the board", "url": "https://board.example/", "span": [0, 8]}
    ]
    backwards = replace(told, found=dict(reversed(told.found.items())))
    assert to_json_line(document(backwards)) == line
