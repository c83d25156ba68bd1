"""`sayso decide`, `decisions`, `withdraw`, `review`, `match`: real case files, no model."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from cli.casework import CONTROLS, ran, rows, suggest
from sayso.cli import main
from sayso.store import Case


def people(where: str) -> list[str]:
    with Case(where) as case:
        return sorted(each.name for each in case.people())


def test_decide_list_withdraw(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = people(where)
    out = ran(capsys, "decide", "same", "Rhoda Quill", "Una Quill", "--note", "one woman\x1b")
    assert out.replace("\n  ", " ").startswith("Ada (")
    told = out.replace("\n  ", " ").partition(") decided: ")[2]
    assert told == (
        "“Rhoda Quill” (The Herald, 12 April 2024) and “Una Quill” (The Lantern, 2 January 2025) "
        "are one “one woman\ufffd” "
        "d1 same 0000000000000000#rhodaquill 5c1d44e0aa00bb11#unaquill\n"
    )
    assert len(people(where)) == len(before) - 1
    assert json.loads(ran(capsys, "decisions", "--json"))["by"] == "Ada"
    assert "withdrawn by Bert" in ran(capsys, "withdraw", "d1", "--by", "Bert")
    again = ran(capsys, "withdraw", "d1", code=1)
    assert re.fullmatch(r"sayso: d1 was withdrawn by Bert \(.+\) already; nothing was .+\n", again)
    assert people(where) == before
    assert ran(capsys, "decisions") == "no decisions\n"
    [kept] = rows(ran(capsys, "decisions", "--withdrawn", "--csv"))
    assert (kept["id"], kept["withdrawn_by"]) == ("d1", "Bert")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(
            ["rename", "Una Quill", "U. Quill"], "2025) is called “U. Quill”", id="rename"
        ),
        pytest.param(
            ["type", "Una Quill", "organization"], "2025) is taken for: organization", id="type"
        ),
        pytest.param(["different", "Una Quill", "Rhoda Quill"], "2024) are two", id="different"),
        pytest.param(["split", "Ilse Marrable", "5c1d44e0"], "2025) is somebody else", id="split"),
    ],
)
def test_kinds(words: list[str], told: str, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told in ran(capsys, "decide", *words).replace("\n  ", " ")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param(
            "Una Quill",
            "sayso: the report has “Una Quill” 2 times, and all went along: no decision parts two "
            "whom one report calls alike\n",
            id="named twice",
        ),
        pytest.param("Ilse Marrable", "", id="named once"),
    ],
)
def test_how_far_a_split_goes(
    name: str, told: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["decide", "split", name, "5c1d44e0"]) == 0
    assert capsys.readouterr().err == told


def test_a_decision_on_a_report_that_is_gone(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ran(capsys, "decide", "rename", "Una Quill", "U. Quill")
    with Case(where) as case:
        case.remove("5c1d44e0")
    assert main(["decisions"]) == 0
    assert "(in 5c1d44e0, which was taken out)" in capsys.readouterr().out


def test_what_contradicts_is_said(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    ran(capsys, "decide", "different", "Una Quill", "Rhoda Quill")
    assert main(["decide", "same", "Una Quill", "Rhoda Quill"]) == 0
    assert "contradicts" in capsys.readouterr().err


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_review_from_a_pipe(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    suggest(where, monkeypatch, ("Rhoda Quill", "Una Quill"), ("Ilse Márrable", "Una Quill"))
    answers(monkeypatch, "what", "s", "undo", "d", "k")
    out = ran(capsys, "review")
    assert "not understood" in out and "undone: same" in out
    assert out.endswith("nothing left to decide\n[u]ndo  [q]uit: quit\n1 different, 1 skipped\n")
    with Case(where) as case:
        assert [each.kind for each in case.decisions()] == ["different"]
        assert len(list(case.decisions(withdrawn=True))) == 2


def test_review_shows_both_sides_with_whose_words(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    suggest(where, monkeypatch, ("Rhoda Quill", "Una Quill"))
    answers(monkeypatch, "q")
    out = ran(capsys, "review")
    assert out.splitlines()[0].split(" │ ") == ["Rhoda Quill" + " " * 27, "Una Quill"]
    assert "The Herald (12 April 2024): …" in out and "The Lantern (2 January 2025): …" in out
    assert "for: near\nagainst: far apart\n" in out
    assert out.endswith("nothing decided\n")
    assert not set(out) & set(CONTROLS)


@pytest.mark.parametrize("columns", [20, 59, 60, 100])
def test_review_fits(
    columns: int, where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    suggest(where, monkeypatch, ("Rhoda Quill", "Una Quill"))
    answers(monkeypatch)
    lines = [line for line in ran(capsys, "review").splitlines() if "[s]ame" not in line]
    assert max(map(cell_len, lines)) <= columns


def test_the_last_answer_can_be_undone(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    suggest(where, monkeypatch, ("Rhoda Quill", "Una Quill"))
    answers(monkeypatch, "s", "s", "u", "q")
    out = ran(capsys, "review")
    assert "not understood" in out and out.endswith("quit\nnothing decided\n")
    with Case(where) as case:
        assert not list(case.decisions()) and list(case.decisions(withdrawn=True))


def test_nothing_to_review(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    suggest(where, monkeypatch)
    assert ran(capsys, "review") == "nothing to decide\nnothing decided\n"


def test_a_pipe_that_ends_ends_the_review(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    suggest(where, monkeypatch, ("Rhoda Quill", "Una Quill"))
    answers(monkeypatch)
    assert ran(capsys, "review").endswith("nothing decided\n")


def test_review_after_a_side_was_joined(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pair names who it was; its evidence is that of whom it was joined to."""
    suggest(where, monkeypatch, ("Rhoda Quill", "Una Quill"), ("Una Quill", "Ilse Marrable"))
    answers(monkeypatch, "s", "q")
    out = ran(capsys, "review")
    assert "names it any more" not in out
    assert out.endswith("1 the same\n")


def test_keys(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    suggest(where, monkeypatch, ("Rhoda Quill", "Una Quill"))
    keys = iter("Su")  # the rest is Ctrl-D
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("typer.getchar", lambda: next(keys, "\x04"))
    out = ran(capsys, "review")
    assert "undone: same" in out and out.endswith("nothing decided\n")


def test_suggestions_as_lines(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    suggest(where, monkeypatch, ("Rhoda Quill", "Una Quill"), ("Ilse Márrable", "Una Quill"))
    one = json.loads(ran(capsys, "review", "--json", "--limit", "1"))
    assert (one["left_name"], one["right_name"], one["score"]) == ("Rhoda Quill", "Una Quill", 0.9)
    [other] = rows(ran(capsys, "review", "--csv", "--after", one["cursor"]))
    assert other["reasons"] == "near; far apart"


def listed(tmp_path: Path, name: str) -> str:
    entry = {
        "id": "X-1",
        "schema": "Person",
        "caption": name,
        "datasets": ["invented"],
        "properties": {"name": [name], "topics": ["sanction"], "wikidataId": ["Q1"]},
    }
    path = tmp_path / "entities.ftm.json"
    path.write_text(json.dumps(entry) + '\n{"schema": "Person"\n', "utf-8")
    return str(path)


def test_match_calls_nobody_listed(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["match", "--file", listed(tmp_path, "Quill, Rhoda")]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("“Rhoda Quill”: a list entry of a similar name, “Quill, Rhoda”")
    assert "is sanctioned" not in captured.out
    assert "entities.ftm.json, line 2: passed over: no JSON: Expecting" in captured.err
    main(["match", "--json", "--file", listed(tmp_path, "Quill, Rhoda")])
    found = json.loads(capsys.readouterr().out)
    assert (found["listed"], found["wikidata"]) == ("X-1", "Q1")


def test_match_says_where_there_are_more(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(listed(tmp_path, "Quill, Rhoda"))
    path.write_text(
        path.read_text("utf-8").replace("X-1", "X-2") + path.read_text("utf-8"), "utf-8"
    )
    main(["match", "--file", str(path), "--limit", "1"])
    assert capsys.readouterr().out.endswith(f"more: sayso match --file {path} --limit 10\n")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(["--file", "none.json"], "No such file", id="no such file"),
        pytest.param(["--url", "ftp://x"], "not an http address", id="no address"),
        pytest.param(["--url", "http://127.0.0.1:9"], "no answer", id="nobody there"),
    ],
)
def test_match_errors(
    options: list[str], told: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told in ran(capsys, "match", *options, code=1)
