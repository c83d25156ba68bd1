"""What is asked of a case, on the screen and for programs: real files, no model."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from builders import document, report, span_of
from cli.casework import CONTROLS, as_report, filled, first, mentioned, ran, rows, second
from cli.conftest import FakeCase
from sayso.store import Case
from sayso.values import Claim, Document, Post, Voice

LISTS = {
    "people": ["people"],
    "organizations": ["organizations"],
    "reports": ["reports"],
    "claims": ["claims"],
    "claims about": ["claims", "--about", "quill rhoda"],
    "posts": ["posts"],
    "show": ["show", "Rhoda Quill"],
    "search": ["search", "Quill"],
    "search claims": ["search", "mole", "--claims"],
    "timeline": ["timeline"],
}


@pytest.mark.parametrize("arguments", LISTS.values(), ids=LISTS)
def test_every_list_in_every_form(
    arguments: list[str], where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = ran(capsys, *arguments)
    assert shown.strip()
    assert [json.loads(line) for line in ran(capsys, *arguments, "--json").splitlines()]
    assert rows(ran(capsys, *arguments, "--csv"))


@pytest.mark.parametrize("arguments", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("form", [[], ["--csv"]], ids=["screen", "table"])
@pytest.mark.parametrize("columns", [20, 66])
def test_nothing_steers_the_terminal_and_lines_fit(
    arguments: list[str],
    form: list[str],
    columns: int,
    where: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = ran(capsys, *arguments, *form)
    assert not set(out) & set(CONTROLS)
    assert form or max(map(cell_len, out.splitlines())) <= columns


def test_the_case_may_be_named(where: str, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.delenv("SAYSO_CASE")
    assert "Rhoda Quill" in ran(capsys, "people", "--case", where)
    assert "name one, or set SAYSO_CASE" in ran(capsys, "people", code=1)


def test_claims_are_the_objects_that_reading_gives(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [json.loads(line) for line in ran(capsys, "claims", "--json").splitlines()]
    assert [(each["report"]["outlet"], each["id"]) for each in found] == [
        ("The Lantern", "c1"),
        ("The Herald", "c2"),
        ("The Herald", "c1"),
    ]
    assert found[2]["words"] == ["Corriden", "built the mole"]
    assert [voice["name"] for voice in found[2]["chain"]] == ["The Herald", "Rhoda Quill"]


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        pytest.param(["--by", "Rhoda Quill"], [1], id="by"),
        pytest.param(["--about", "Rhoda Quill"], [2], id="about"),
        pytest.param(["--by", "The Lantern"], [3], id="by an outlet"),
        pytest.param(["--denied"], [2], id="denied"),
        pytest.param(["--uncertain"], [1], id="uncertain"),
        pytest.param(["--since", "2024", "--until", "2024"], [3], id="of a time"),
        pytest.param(["--limit", "1"], [3], id="first page"),
        pytest.param(["--limit", "1", "--after", "3"], [2], id="next page"),
        pytest.param(["--limit", "1", "--denied", "--after", "2"], [], id="page of a filter"),
    ],
)
def test_claims_asked_for(
    options: list[str], numbers: list[int], where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ran(capsys, "claims", "--json", *options).splitlines()
    assert [json.loads(line)["number"] for line in lines] == numbers


def test_a_claim_on_the_screen(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert re.sub(r"e[0-9a-f]{12}", "e0", ran(capsys, "claims", "--by", "Rhoda Quill")) == (
        "by: Rhoda Quill · taken for: person · in 1 report, 2 mentions · e0\n"
        "\n"
        "in: Who built the mole · 00000000\n"
        "The Herald (12 April 2024) ← Rhoda Quill (to the Courier, January 2024):\n"
        "  Corriden might have built the mole in Tolmere for over 40 crowns in 1998\n"
        "  ┆ Corriden might have built the mole\n"
        "  stated as possible (“might”) · 1998 · Tolmere · over 40 crowns\n"
    )


def test_a_claim_that_is_found_is_told_whole(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who says so, the claim, the words, how surely: as `claims` has it."""
    assert ran(capsys, "search", "--claims", "crowns") == (
        "in: Who built the mole · 00000000\n"
        "The Herald (12 April 2024) ← Rhoda Quill (to the Courier, January 2024):\n"
        "  Corriden might have built the mole in Tolmere for over 40 crowns in 1998\n"
        "  ┆ Corriden might have built the mole\n"
        "  stated as possible (“might”) · 1998 · Tolmere · over 40 crowns\n"
    )
    [cells] = rows(ran(capsys, "search", "--claims", "crowns", "--csv"))
    assert cells["chain"] == "The Herald ← Rhoda Quill" and "might have built" in cells["text"]


def test_words_of_a_report_that_are_cut_out_have_dots(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And a line's end is seen, so that a title does not run into the text."""
    long = "\n\n".join(
        ["Quay", "The port was quiet. " * 40 + "Una Quill left.", "It rained. " * 40]
    )
    path = filled(tmp_path / "b.sayso", [document(report(long))])
    told = " ".join(ran(capsys, "search", "Quill", "--case", path).split())
    assert ": … " in told and "Quill left. / It rained." in told and " … in: " in told
    assert ran(capsys, "search", "Quay", "--case", path).partition(": ")[2].startswith("Quay / The")


def test_a_post_that_is_negated_says_so(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = ran(capsys, "posts", "--about", "Ilse Márrable")
    assert "negated (“not”) · current · since 2019" in out
    [cells] = rows(ran(capsys, "posts", "--csv"))
    assert (cells["person"], cells["polarity"]) == ("Ilse Márrable", "negated")


OFFICE = "General Edda Thiel, acting head of staff of Tolmere, left. Edda Thiel follows Osk Rand.\n"


def office() -> Document:
    """A post with every part, and one of which is only told whom it came after."""
    person = span_of(OFFICE, "Edda Thiel")
    again = span_of(OFFICE, "Edda Thiel#1")
    whole = Post(
        person,
        rank=span_of(OFFICE, "General"),
        title=span_of(OFFICE, "head"),
        role=span_of(OFFICE, "acting"),
        organization=span_of(OFFICE, "staff"),
        place=span_of(OFFICE, "Tolmere"),
        person_entity="e1",
    )
    after = Post(again, after=span_of(OFFICE, "Osk Rand"), person_entity="e1")
    of = replace(document(report(OFFICE)), posts=(whole, after))
    return mentioned(of, ("Edda Thiel", "person", "e1"), ("Edda Thiel#1", "person", "e1"))


def test_a_case_shows_all_parts_of_a_post(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = said_to_leave("Hugo Thiel", "b" * 16)
    path = filled(tmp_path / "b.sayso", [office(), other])
    parts = "General · head · acting · staff · Tolmere"
    for command in (["posts"], ["show", "Edda Thiel"]):
        out = ran(capsys, *command, "--case", path).replace("\n  ", " ")
        assert f": Edda Thiel · {parts} ┆ General Edda Thiel" in out
    cells = rows(ran(capsys, "posts", "--csv", "--case", path))
    assert [each["place"] for each in cells] == ["", "Tolmere"]
    err = ran(capsys, "show", "Thiel", "--case", path, code=1)
    assert "  The Herald: “General, head, acting, staff, Tolmere”\n" in err
    assert "“”" not in err


def said_to_leave(name: str, id: str) -> Document:  # noqa: A002 - what it is
    """A report in which somebody says that it rained."""
    text = f"{name} said it rained.\n"
    own = replace(report(text), id=id)
    rained = span_of(text, "rained")
    voices = (Voice("The Herald", "outlet"), Voice(name, "person", "e1"))
    claim = Claim("c1", None, "it rained", rained, "rain", (), evidence=(rained,), chain=voices)
    return mentioned(replace(document(own), claims=(claim,)), (name, "person", "e1"))


def test_two_of_one_name_have_their_ids_in_a_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some = [said_to_leave(name, f"{n:016x}") for n, name in enumerate(["Una Quay"] * 2, 1)]
    path = filled(tmp_path / "b.sayso", [*some, said_to_leave("Mo Quay", "c" * 16)])
    assert "(e" not in ran(capsys, "claims", "--case", path)
    with Case(path) as case:
        case.decide("split", case.subject("Una Quay", f"{2:016x}"), by="Ada")
        ids = {each.id for each in case.find("Una Quay")}
    told = ran(capsys, "claims", "--case", path)
    assert set(re.findall(r" ← Una Quay \((e\w+)\):", told)) == ids
    assert " ← Mo Quay:" in told


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["people"], id="people"),
        pytest.param(["claims"], id="claims"),
        pytest.param(["claims", "--about=Una Quill"], id="claims about"),
        pytest.param(["reports", "--after=3"], id="reports"),
        pytest.param(["timeline"], id="timeline"),
        pytest.param(["search", "--", "Quill"], id="search"),
    ],
)
def test_pages_meet(
    arguments: list[str], where: str, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    """The command that the screen says goes on gives the rest, each entry once."""
    monkeypatch.delenv("SAYSO_CASE")
    command, *rest = arguments
    whole = rows(ran(capsys, command, "--case", where, "--csv", *rest))
    pages, more = [], [command, "--case", where, "--limit", "1", *rest]
    while more:
        out = ran(capsys, *more)
        pages.append(out)
        go_on = re.search(r"^more: sayso (.+)", out, re.MULTILINE)
        more = shlex.split(go_on[1]) if go_on else []
    assert len({*pages}) == len(pages) == len(whole)


def test_a_table_is_safe_to_open(tmp_path: Path, case: FakeCase, capsys) -> None:
    path = filled(tmp_path / "b.sayso", [as_report(first(), title="=HYPERLINK(1)")])
    assert rows(ran(capsys, "reports", "--csv", "--case", path))[0]["title"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("command", ["claims", "posts", "show", "search", "timeline"])
def test_nothing_on_the_screen_takes_a_whole_document(
    command: str, where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def whole(*_: object) -> Document:
        raise AssertionError

    monkeypatch.setattr(Case, "document", whole)
    name = ["Ilse Márrable"] if command in ("show", "search") else []
    assert ran(capsys, command, *name)
    assert ran(capsys, command, *name, "--json")


def test_a_dossier_says_how_to_go_on(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled(tmp_path / "b.sayso", [second(), as_report(second(), id="77" * 8)])
    out = ran(capsys, "show", "Una Quill", "--limit", "1", "--case", path)
    assert "Claims about (the last 1 of 2)\n" in out and "Claims by (the last 1 of 2)\n" in out
    for line in re.findall(r"^more: sayso (.+)", out, re.MULTILINE):
        [found] = ran(capsys, *shlex.split(line), "--json").splitlines()
        assert json.loads(found)["number"] == 1


def entries_of(out: str) -> list[str]:
    """The entries that are shown, without headings and what is said on the way."""
    told = [block.splitlines() for block in out.split("\n\n")]
    bare = ("in: ", "Claims", "Links", "Posts", "Where", "more: ")
    return ["\n".join(line for line in block if not line.startswith(bare)) for block in told[1:]]


@pytest.mark.parametrize("name", ["Rhoda Quill", "rhoda"])
def test_show_begins_each_entry_with_whose_word(
    name: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ran(capsys, "show", name)
    assert out.startswith("Rhoda Quill\ntaken for: person · in 1 report, ")
    found = [each for each in entries_of(out) if each]
    assert found and all(each.startswith(("The Herald", "The Lantern")) for each in found)
    assert all(len(re.findall("^[^ ]", each, re.MULTILINE)) == 1 for each in found)


def test_a_dispute_has_both_words(
    case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    yes = second()
    no = as_report(yes, id="77" * 8, outlet="The Herald")
    no = replace(no, claims=(replace(yes.claims[0], polarity="negated", chain=()),))
    path = filled(tmp_path / "b.sayso", [yes, no])
    out = ran(capsys, "show", "Una Quill", "--case", path)
    assert "Where they differ, on “meet”: said and denied\nThe Lantern" in out
    assert "\n\nThe Herald (2 January 2025): " in out
