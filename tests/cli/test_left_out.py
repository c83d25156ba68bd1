"""Claims that others make superfluous: not on the screen without `--all`, always in the data."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from claim_builders import mole
from cli.casework import filled, second
from cli.conftest import FakeCase
from sayso.cli import main
from sayso.values import Document

SPEECH = "verb, speech"


def told_twice(of: Document) -> Document:
    """The first claim three times; the one between the other two does not stand alone."""
    first = of.claims[0]
    added = (
        replace(first, id="b", text="Una: Left out here", found_by=SPEECH),
        replace(first, id="c", text="Una: Told again here"),
    )
    return replace(of, claims=(first, *added))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main([*arguments]) == 0
    return capsys.readouterr().out


@pytest.fixture
def where(case: FakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    path = filled(tmp_path / "a.sayso", [told_twice(second())])
    monkeypatch.setenv("SAYSO_CASE", path)
    return path


LISTS = {
    "claims": ["claims"],
    "about": ["claims", "--about", "Una Quill"],
    "by": ["claims", "--by", "Una Quill"],
    "timeline": ["timeline"],
    "timeline of one": ["timeline", "Una Quill"],
    "search": ["search", "una", "--claims"],
    "show": ["show", "Una Quill"],
}


@pytest.mark.parametrize("arguments", LISTS.values(), ids=LISTS)
def test_the_screen_leaves_out_what_data_have(
    arguments: list[str], where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    some, every = printed(capsys, *arguments), printed(capsys, *arguments, "--all")
    assert "Told again here" in some and "Left out here" not in some
    assert "Told again here" in every and "Left out here" in every
    for form in ("--json", "--csv"):
        data = printed(capsys, *arguments, form)
        assert data == printed(capsys, *arguments, form, "--all")
        assert "Left out here" in data and SPEECH in data


def test_a_claim_says_whether_it_stands_alone(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [json.loads(line) for line in printed(capsys, "claims", "--json").splitlines()]
    assert [each["stands_alone"] for each in found] == [True, False, True]
    table = list(csv.DictReader(io.StringIO(printed(capsys, "claims", "--csv"))))
    assert [each["found_by"] for each in table] == ["", SPEECH, ""]


NEGATED = {"denied": "--denied", "uncertain": "--uncertain"}


@pytest.mark.parametrize("option", NEGATED.values(), ids=NEGATED)
def test_of_a_stance_too(
    option: str, case: FakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of = told_twice(second())
    claims = (replace(each, polarity="negated", certainty="possible") for each in of.claims)
    path = filled(tmp_path / "a.sayso", [replace(of, claims=tuple(claims))])
    some = printed(capsys, "claims", option, "--case", path)
    assert "Told again here" in some and "Left out here" not in some
    assert "Left out here" in printed(capsys, "claims", option, "--all", "--case", path)


PAGED = {
    "claims": (["claims"], 2),
    "all claims": (["claims", "--all"], 3),
    "timeline": (["timeline"], 2),
    "the whole timeline": (["timeline", "--all"], 3),
    "search": (["search", "una", "--claims"], 2),
    "search in all": (["search", "una", "--claims", "--all"], 3),
    "files": (["claims", "a b.txt"], 2),
    "all of files": (["claims", "a b.txt", "--all"], 3),
}


@pytest.mark.parametrize(("arguments", "count"), PAGED.values(), ids=PAGED)
def test_what_goes_on_is_of_the_same_claims(
    arguments: list[str],
    count: int,
    where: str,
    case: FakeCase,
    capsys: pytest.CaptureFixture[str],
) -> None:
    case.items = [told_twice(second())]
    pages, more = [], [*arguments, "--limit", "1"]
    while more:
        pages.append(printed(capsys, *more))
        go_on = re.search(r"^more: sayso (.+)", pages[-1], re.MULTILINE)
        more = shlex.split(go_on[1]) if go_on else []
    assert len({*pages}) == len(pages) == count


@pytest.mark.parametrize(
    ("options", "heading", "texts"),
    [
        pytest.param([], "(the last 1 of 2)", [False, True], id="those that stand alone"),
        pytest.param(["--all"], "(the last 1, and more)", [True, True, True], id="all"),
    ],
)
def test_a_dossier_goes_on_with_the_same_claims(
    options: list[str],
    heading: str,
    texts: list[bool],
    where: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = printed(capsys, "show", "Una Quill", "--limit", "1", *options)
    assert out.count(f"Claims about {heading}\n") == out.count(f"Claims by {heading}\n") == 1
    commands = re.findall(r"^more: sayso (claims .+)", out, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        rest = printed(capsys, *shlex.split(command))
        assert ("Left out here" in rest) == bool(options)
        assert rest.count("  ┆ ") == len(texts) - 1


def test_of_files_a_number_means_the_same_in_every_form(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    case.items = [told_twice(mole()), told_twice(mole())]
    data = printed(capsys, "claims", "a", "b", "--json").splitlines()
    numbers = {json.loads(line)["number"] for line in data}
    assert numbers == {1, 2, 3, 4, 5, 6}
    shown = printed(capsys, "claims", "a", "b", "--limit", "2")
    assert shown.endswith("more: sayso claims a b --limit 2 --after 3\n")
    behind = printed(capsys, "claims", "a", "b", "--after", "3", "--json").splitlines()
    assert [json.loads(line)["number"] for line in behind] == [4, 5, 6]


def test_those_without_a_time_are_counted_as_they_are_shown(
    case: FakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    of = told_twice(mole())
    case.items = [replace(of, claims=tuple(replace(each, time=None) for each in of.claims))]
    for options, count in (([], 2), (["--all"], 3), (["--json"], 3)):
        assert main(["claims", "a", "--since", "1998", *options]) == 0
        told = f"sayso: left out, as no time is given: {count}\n"
        assert capsys.readouterr().err == told
