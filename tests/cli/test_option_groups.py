"""Options that go together come out of a command's signature and go in as one value."""

from __future__ import annotations

from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from sayso.cli.option_groups import Group, taking

SIZE = Group(
    lambda wide, high: (wide, high),
    {
        "wide": (Annotated[int, typer.Option(help="How wide.")], 1),
        "high": (Annotated[int, typer.Option(help="How high.")], 2),
    },
)


def program() -> typer.Typer:
    app = typer.Typer()

    @app.command()
    @taking(size=SIZE)
    def draw(name: str, *, size: tuple[int, int], twice: bool = False) -> None:
        """Draw something."""
        print(name, size, twice)

    return app


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["box"], "box (1, 2) False\n"),
        (["box", "--high", "7", "--twice"], "box (1, 7) True\n"),
    ],
    ids=["defaults", "given"],
)
def test_the_group_makes_one_value(arguments: list[str], told: str) -> None:
    assert CliRunner().invoke(program(), arguments).output == told


def test_options_stand_where_the_parameter_does() -> None:
    told = CliRunner().invoke(program(), ["--help"]).output
    assert told.index("--wide") < told.index("--high") < told.index("--twice")
    assert "size" not in told and "Draw something." in told
