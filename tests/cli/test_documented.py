"""Every command and option is in docs/commands.md, and it names none that is not there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from cli.documented import commands, refreshed
from sayso.cli.app import app

DOCS = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def part(command: str) -> str:
    """What the docs say of a command, from its heading to the next."""
    found = re.search(rf"^### `sayso {command}.*?(?=^##|\Z)", DOCS, re.MULTILINE | re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_documented(command: str) -> None:
    assert part(command)


COMMON = {"--case", "--limit", "--after", "--json", "--csv", "--help"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_is_documented(command: str) -> None:
    options = {
        option
        for parameter in COMMANDS[command].params
        for option in parameter.opts
        if option.startswith("--")
    }
    missing = {option for option in options - COMMON if f"`{option}" not in part(command)}
    assert not missing


@pytest.mark.parametrize("line", [each for each in commands(DOCS) if each.startswith("sayso ")])
def test_examples_are_understood(line: str) -> None:
    _, command, *words = shlex.split(line)
    context = COMMANDS[command].make_context(command, words)
    context.close()


def test_examples_are_put_in_where_they_stand() -> None:
    page = "a\n```\n$ sayso x\nold\n$ sayso y\n1\n(…)\n4\n```\nb\n```\n    no example\n```\n"
    told = {"sayso x": "new\n", "sayso y": "1\n2\n3\n4\n"}
    assert commands(page) == list(told)
    assert refreshed(page, told.__getitem__) == page.replace("old", "new")


def test_no_other_command_is_documented() -> None:
    assert set(re.findall(r"^### `sayso ([a-z]+)", DOCS, re.MULTILINE)) <= set(COMMANDS)
