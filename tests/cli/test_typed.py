"""Commands that are told to a person, ready to be pasted."""

from __future__ import annotations

import shlex

import pytest

from sayso.cli.typed import again, again_with, as_text, on_the_case, typed


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        pytest.param(["people"], "sayso people --after '5 e1'", id="first page"),
        pytest.param(["people", "--after", "7 e2"], "sayso people --after '5 e1'", id="next"),
        pytest.param(["people", "--after=7 e2"], "sayso people --after '5 e1'", id="by a sign"),
        pytest.param(
            ["search", "--limit", "2", "--", "--after", "x"],
            "sayso search --limit 2 --after '5 e1' -- --after x",
            id="words like options",
        ),
    ],
)
def test_again(words: list[str], wanted: str) -> None:
    with typed(words):
        assert again("--after", "5 e1") == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["show", "Rhoda Quill"], "sayso show e1"),
        (["claims", "--by", "Rhoda Quill", "--json"], "sayso claims --by e1 --json"),
        (["claims", "--by=Rhoda Quill"], "sayso claims --by=e1"),
        (
            ["decide", "same", "A=Rhoda Quill", "Rhoda Quill"],
            "sayso decide same 'A=Rhoda Quill' e1",
        ),
    ],
    ids=["argument", "option", "option with a sign", "no option"],
)
def test_again_with_an_id(words: list[str], wanted: str) -> None:
    with typed(words):
        assert again_with("Rhoda Quill", "e1") == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["show", "x"], "sayso people"),
        (["show", "x", "--case", "my case"], "sayso people --case 'my case'"),
        (["show", "--case=a.sayso", "x"], "sayso people --case a.sayso"),
    ],
    ids=["by the environment", "named", "named by a sign"],
)
def test_another_command_on_the_same_case(words: list[str], wanted: str) -> None:
    with typed(words):
        assert on_the_case("people") == wanted


def test_what_is_told_is_what_was_typed() -> None:
    words = ["claims", "--about", 'O\'Hara "$x"; rm -r', "a b.txt"]
    with typed(words):
        assert shlex.split(again("--limit", 3)) == ["sayso", *words, "--limit", "3"]


def test_nothing_that_is_told_steers_the_terminal() -> None:
    with typed(["show", "\x1b[2J"]):
        assert "\x1b" not in again("--limit", 3)


@pytest.mark.parametrize(
    ("word", "text"),
    [("zz\udcc3\udca9", "zzé"), ("zz\udcff", "zz\ufffd"), ("zzé", "zzé")],
    ids=["UTF-8", "no UTF-8", "text"],
)
def test_words_that_the_locale_could_not_read(word: str, text: str) -> None:
    assert as_text(word) == text
