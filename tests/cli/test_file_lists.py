"""`sayso claims` and `sayso posts`: what is printed, where, and never as a fact."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from dataclasses import replace

import pytest
from rich.cells import cell_len

from builders import document, harbour, report
from claim_builders import mole
from cli.conftest import FakeCase
from sayso.cli import main
from sayso.errors import NotAReport
from sayso.values import Entity

CLAIMS = """\
Who built the mole
mole.txt

The Herald · 12 April 2024

The Herald ← Rhoda Quill (to the Courier, January 2024): Corriden might have
  built the mole in Tolmere for over 40 crowns in 1998
  ┆ Corriden might have built the mole
  stated as possible (“might”) · 1998 · Tolmere · over 40 crowns

The Herald:
  ┆ She did not meet Ilse Márrable
  negated (“not”) · She [Rhoda Quill]
"""
POSTS = """\
Who built the mole
mole.txt

The Herald · 12 April 2024

The Herald: Ilse Márrable · director · the port
  ┆ Ilse Márrable, the director of the port
  stated · current · since 2019
"""


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


@pytest.mark.parametrize(("command", "wanted"), [("claims", CLAIMS), ("posts", POSTS)])
def test_shown(
    command: str, wanted: str, case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [mole()]
    assert printed(capsys, command, "mole.txt") == wanted


@pytest.mark.parametrize("columns", [20, 40, 66])
@pytest.mark.parametrize("command", ["claims", "posts"])
def test_no_line_is_wider_than_the_terminal(
    command: str,
    columns: int,
    case: FakeCase,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    case.items = [mole()]
    assert max(map(cell_len, printed(capsys, command, "mole.txt").splitlines())) <= columns


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        pytest.param([], ["c1", "c2"], id="all"),
        pytest.param(["--about", "marrable"], ["c2"], id="about"),
        pytest.param(["--by", "quill"], ["c1"], id="by"),
        pytest.param(["--denied"], ["c2"], id="denied"),
        pytest.param(["--uncertain"], ["c1"], id="uncertain"),
    ],
)
def test_claims_asked_for(
    options: list[str], ids: list[str], case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [mole()]
    lines = printed(capsys, "claims", "mole.txt", "--json", *options).splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids


def test_claims_of_a_time_say_how_many_have_none(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [mole()]
    assert main(["claims", "a", "--json", "--since", "1998-06", "--until", "1998"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["id"] == "c1"
    assert captured.err == "sayso: left out, as no time is given: 1\n"


def test_posts_as_json(case: FakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    case.items = [mole()]
    found = json.loads(printed(capsys, "posts", "a", "--json"))
    assert found["words"]["role"] == "director"
    assert [voice["name"] for voice in found["chain"]] == ["The Herald"]


def test_a_report_with_nothing_to_show_is_not_shown(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [harbour(), mole(), harbour()]
    assert printed(capsys, "claims", "a", "b", "c") == CLAIMS


@pytest.mark.parametrize(
    ("command", "words"), [("claims", "no claims found\n"), ("posts", "no posts found\n")]
)
def test_nothing_found(
    command: str, words: str, case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [mole()]
    assert printed(capsys, command, "a", "--about", "nobody") == words
    assert printed(capsys, command, "a", "--about", "nobody", "--json") == ""


def test_what_cannot_be_read_is_said_and_the_rest_is_shown(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [NotAReport("empty.txt", "empty"), mole()]
    assert main(["claims", "empty.txt", "mole.txt"]) == 1
    assert capsys.readouterr() == (CLAIMS, "sayso: empty.txt: empty\n")


def test_words_of_a_report_steer_no_terminal(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    of = mole()
    claim = replace(of.claims[1], text="She [red]\x1b[2J", why=("\x1b[31m",))
    case.items = [replace(of, claims=(claim,))]
    shown = printed(capsys, "claims", "a")
    assert "\x1b" not in shown
    assert "The Herald: She [red]\ufffd[2J\n" in shown


def test_a_claim_without_a_chain_is_still_somebodys(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    of = mole()
    bare = tuple(replace(claim, chain=()) for claim in of.claims)
    case.items = [replace(of, claims=bare)]
    shown = printed(capsys, "claims", "a")
    assert "\nThe Herald ← Rhoda Quill (to the Courier, January 2024): Corriden" in shown
    assert "\nThe Herald:\n  ┆ She" in shown


def test_a_post_is_as_sure_as_its_claim(case: FakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    of = mole()
    case.items = [replace(of, posts=(replace(of.posts[0], claim="c2"),))]
    assert "\n  negated (“not”) · current · since 2019\n" in printed(capsys, "posts", "a")


def test_facts_are_passed_on(case: FakeCase) -> None:
    case.items = [document(report("a"))]
    assert main(["claims", "a.txt", "--outlet", "The Herald", "--published", "2024"]) == 0
    assert case.asked == [
        {"paths": ["a.txt"], "outlet": "The Herald", "published": "2024", "title": None}
    ]


@pytest.mark.parametrize(("command", "told"), [("claims", "text"), ("posts", "post")])
def test_a_table(
    command: str, told: str, case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [mole(), mole()]
    found = list(csv.DictReader(io.StringIO(printed(capsys, command, "a", "b", "--csv"))))
    assert [each["number"] for each in found] == [str(n) for n in range(1, len(found) + 1)]
    assert found[0]["outlet"] == "The Herald" and found[0][told]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        pytest.param(["--limit", "1"], [("c1", 1)], id="the first"),
        pytest.param(["--limit", "3"], [("c1", 1), ("c2", 2), ("c1", 3)], id="over two reports"),
        pytest.param(["--limit", "2", "--after", "3"], [("c2", 4)], id="the rest"),
        pytest.param(["--denied", "--limit", "1", "--after", "1"], [("c2", 2)], id="of a filter"),
        pytest.param(["--after", "4"], [], id="behind the last"),
    ],
)
def test_a_part(
    options: list[str],
    wanted: list[tuple[str, int]],
    case: FakeCase,
    capsys: pytest.CaptureFixture[str],
) -> None:
    case.items = [mole(), mole()]
    lines = printed(capsys, "claims", "a", "b", "--json", *options).splitlines()
    found = [json.loads(line) for line in lines]
    assert [(each["id"], each["number"]) for each in found] == wanted


def test_parts_meet_by_the_command_that_is_told(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [mole(), mole()]
    arguments, shown = ["claims", "a b.txt", "--limit=1"], 0
    while True:
        out = printed(capsys, *arguments)
        shown += out.count("The Herald ← ") + out.count("The Herald:")
        go_on = re.search(r"^more: sayso (.+)", out, re.MULTILINE)
        if go_on is None:
            break
        arguments = shlex.split(go_on[1])
    assert shown == 4


@pytest.mark.parametrize("name", ["marable", "Ilse Marrabel"])
def test_near_names_are_told(name: str, case: FakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    case.items = [mole()]
    assert main(["claims", "a", "--about", name]) == 0
    assert capsys.readouterr().err == f"sayso: near “{name}”: Ilse Márrable\n"


def test_a_name_of_several_people_is_said(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    of = mole()
    other = Entity("e7", "person", "Una Quill", ("Una Quill",))
    case.items = [replace(of, entities=(*of.entities, other))]
    assert main(["claims", "a", "--by", "quill"]) == 0
    told = "“quill” may mean 2 people here, and all are listed: Rhoda Quill, Una Quill"
    assert capsys.readouterr().err == f"sayso: {told}\n"
    assert main(["claims", "a", "--by", "rhoda quill"]) == 0
    assert capsys.readouterr().err == ""
