"""Matching with FollowTheMoney files. All entries are invented."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from sayso.entities import ftm_files
from sayso.entities.ftm_files import match_file
from sayso.entities.listed import entry_from, match
from sayso.entities.profiles import Profile


def profile(name: str, kind: str = "person", **more: Any) -> Profile:
    return Profile("e1", kind, name, (name,), f"r1#{name}", **more)


def entry(*names: str, schema: str = "Person", id_: str = "X-1", **properties: Any) -> dict:
    return {"id": id_, "schema": schema, "properties": {"name": list(names), **properties}}


MATCHED = {
    "same name": ("Hugo Tamm", "person", entry("Hugo Tamm")),
    "surname first": ("Hugo Tamm", "person", entry("TAMM, Hugo")),
    "alias": ("Hugo Tamm", "person", entry("Uwe Lint", alias=["Hugo Tamm"])),
    "another script": ("Qassem Ravandi", "person", entry("قاسم راوندی")),
    "organization": ("Veltar", "organization", entry("Veltar SAS", schema="Company")),
    "legal entity": ("Veltar Lines", "organization", entry("Veltar Lines", schema="LegalEntity")),
}
NOT_MATCHED = {
    "other given name": ("Hugo Tamm", "person", entry("Anna Tamm")),
    "surname alone": ("Tamm", "person", entry("Hugo Tamm")),
    "only a weak alias, and a slip": ("Hugo Tammer", "person", entry("U L", weakAlias=["Tammer"])),
    "a vessel": ("Hugo Tamm", "person", entry("Hugo Tamm", schema="Vessel")),
    "company of a person's name": ("Hugo Tamm", "person", entry("Tamm Lines", schema="Company")),
    "a place": ("Corrida", "place", entry("Corrida", schema="Organization")),
}


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "kind", "record"), MATCHED.values(), ids=MATCHED)
def test_matched(tmp_path, name, kind, record) -> None:
    found = match_file([profile(name, kind)], write(tmp_path / "list.json", record))
    assert [each.listed.id for each in found.matches] == ["X-1"]


@pytest.mark.parametrize(("name", "kind", "record"), NOT_MATCHED.values(), ids=NOT_MATCHED)
def test_not_matched(tmp_path, name, kind, record) -> None:
    assert match_file([profile(name, kind)], write(tmp_path / "list.json", record)).matches == ()


def test_wording_calls_nobody_listed(tmp_path) -> None:
    record = entry("Hugo Tamm", topics=["sanction"], birthDate=["1961"], country=["zz"])
    (found,) = match_file([profile("Hugo Tamm")], write(tmp_path / "list.json", record)).matches
    assert "a list entry of a similar name" in found.wording
    assert "sanction" not in found.wording
    (told,) = (signal for signal in found.reasons if signal.rule == "unknown")
    assert told.value == 0.5
    assert told.reason == ("the list says of its entry: born 1961; country zz; topics sanction")


def test_posts_and_positions_count() -> None:
    record = entry_from(entry("Hugo Tamm", position=["Commander of the Harbour Guard"]))
    assert record is not None
    near = match(profile("Hugo Tamm", posts=("commander, Harbour Guard",)), record)
    far = match(profile("Hugo Tamm", posts=("singer, The Gulls",)), record)
    assert near and far and near.score >= far.score
    assert "posts share “commander, guard, harbour”" in [s.reason for s in near.reasons]


def test_wikidata_item_is_the_subject() -> None:
    found = entry_from(entry("Hugo Tamm", wikidataId=["Q42"]))
    assert found is not None and found.subject == "wikidata:Q42"
    found = entry_from(entry("Hugo Tamm", id_="NK-1"))
    assert found is not None and found.subject == "ftm:NK-1"


def test_best_few_are_kept_in_one_pass(tmp_path) -> None:
    records = [entry("Hugo Tammm", id_=f"X-{n}") for n in range(9)]
    path = write(tmp_path / "list.json", *records, entry("Hugo Tamm", id_="best"))
    found = match_file([profile("Hugo Tamm")], path, most=3)
    assert [each.listed.id for each in found.matches] == ["best", "X-0", "X-1"]
    assert (found.lines, found.entries, found.unread) == (10, 10, 0)


def test_packed_file(tmp_path) -> None:
    path = tmp_path / "list.json.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(json.dumps(entry("Hugo Tamm")))
    assert len(match_file([profile("Hugo Tamm")], path).matches) == 1


def test_damaged_lines_are_counted_and_passed_over(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(ftm_files, "LONGEST_LINE", 400)
    good = json.dumps(entry("Hugo Tamm")).encode()
    long = json.dumps(entry("x" * 1000)).encode()
    path = tmp_path / "list.json"
    path.write_bytes(b'{"schema": "Person", \n\xff"Person"\n[]\n\n' + long + b"\n" + good + b"\n")
    found = match_file([profile("Hugo Tamm")], path)
    assert (len(found.matches), found.unread) == (1, 4)
    assert [line for line, _ in found.broken] == [1, 2, 3, 5]


SHAPES = {
    "no properties": {"id": "x", "schema": "Person"},
    "properties a list": {"id": "x", "schema": "Person", "properties": []},
    "names numbers": {"id": "x", "schema": "Person", "properties": {"name": [1, None]}},
    "no id": {"schema": "Person", "properties": {"name": ["Hugo Tamm"]}},
    "schema a list": {"id": "x", "schema": ["Person"], "properties": {"name": ["Hugo Tamm"]}},
    "names an object": {"id": "x", "schema": "Person", "properties": {"name": {"a": 1}}},
}


@pytest.mark.parametrize("record", SHAPES.values(), ids=SHAPES)
def test_unexpected_shapes_are_no_entries(record) -> None:
    assert entry_from(record) is None
