"""What stands beside a name or a report: titles of posts, ids of near ones, identities elsewhere,
the facts of publication."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builders import span_of
from claim_builders import MOLE, OUTLET, QUILL, directs, mole
from cli.casework import as_report, filled, first, ran, second
from cli.conftest import FakeCase
from sayso.cli.filters import Filters, keeps_post, names_of
from sayso.cli.naming import _told_apart
from sayso.store import Case, EntityEntry
from sayso.values import Credit


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        pytest.param("director", True, id="the title"),
        pytest.param("Director", True, id="in any case"),
        pytest.param("treasurer", False, id="another title"),
    ],
)
def test_a_post_is_about_its_title(asked: str, kept: bool) -> None:
    title = span_of(MOLE, "director")
    post = replace(directs(), title=title, role=None)
    assert keeps_post(Filters(about=asked), post, (OUTLET, QUILL), MOLE, names_of(mole())) is kept


def entry(id: str, name: str, *, named: bool = True) -> EntityEntry:  # noqa: A002
    return EntityEntry(id, "person", name, named, (name,), 1, 1, 0, 0)


@pytest.mark.parametrize(
    ("near", "told"),
    [
        pytest.param([entry("e1", "Ada Thol")], ["Ada Thol"], id="one of the name"),
        pytest.param(
            [entry("e1", "Ada Thol"), entry("e2", "Ada Thol"), entry("e3", "Bea Thol")],
            ["Ada Thol (e1)", "Ada Thol (e2)", "Bea Thol"],
            id="two of a name",
        ),
        pytest.param([entry("e4", "official", named=False)], ["official (e4)"], id="a description"),
    ],
)
def test_near_ones_are_told_by_what_asks_for_them(near: list[EntityEntry], told: list[str]) -> None:
    assert _told_apart(near) == told


def test_an_identity_elsewhere_is_said_to_be_decided(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled(tmp_path / "b.sayso")
    assert "decided to be" not in ran(capsys, "show", "Una Quill", "--case", path)
    with Case(path) as made:
        made.decide("same", "Una Quill", "wikidata:Q42", by="anna")
        made.decide("same", "Una Quill", "ftm:NK-1", by="anna")
    out = ran(capsys, "show", "Una Quill", "--case", path)
    assert "decided to be the same as: ftm:NK-1, wikidata:Q42\n" in out
    record = json.loads(ran(capsys, "show", "Una Quill", "--json", "--case", path))
    assert record["entity"]["outside"] == ["ftm:NK-1", "wikidata:Q42"]


FACTS = {
    "title": "On the mole",
    "outlet": "The Herald",
    "published": "2024-04-12",
    "language": "en",
    "url": "https://herald.example/mole",
    "modified": "2024-04-13",
    "section": "Port",
    "archive_url": "https://archive.example/1",
    "archived": "2024-05-01",
}


def test_reports_as_json_have_the_facts_of_publication(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = as_report(first(), **FACTS)
    credit = Credit("agency", "Northern Wire", "https://wire.example", (0, 3))
    own = replace(one.report, authors=("Ann Pell", "Jan Ek"), credits=(credit,), also=("b.txt",))
    one = replace(one, report=own, reading=replace(one.reading, report=own))
    path = filled(tmp_path / "b.sayso", [one, second()])
    lines = ran(capsys, "reports", "--json", "--case", path).splitlines()
    record = json.loads(lines[1])
    assert {key: record[key] for key in FACTS} == FACTS
    assert (record["number"], record["id"]) == (1, own.id)
    assert record["authors"] == ["Ann Pell", "Jan Ek"]
    assert record["sources"] == [own.source, "b.txt"]
    assert record["claims"] == sum(each.stands_alone for each in one.claims)
    agency = {"kind": "agency", "name": "Northern Wire", "url": "https://wire.example"}
    assert record["credits"] == [{**agency, "span": [0, 3]}]
    assert record["added_at"] >= "2024"
    absent = json.loads(lines[0])
    assert [absent[key] for key in ("modified", "section", "archived", "credits")] == [
        *(None, None, None, []),
    ]
