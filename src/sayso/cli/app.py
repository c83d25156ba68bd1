"""The program: its commands by what they are for, and how it ends."""

from __future__ import annotations

import re
from functools import wraps
from inspect import cleandoc
from typing import Annotated, Any

import typer

from sayso import __version__
from sayso.cli import asking_commands, case_commands, deciding_commands, reading_commands
from sayso.cli.option_groups import Command
from sayso.cli.reading import STOPPED, complain
from sayso.cli.typed import as_text, typed

COMMANDS = {
    "Reading": reading_commands.COMMANDS,
    "A case": case_commands.COMMANDS,
    "Asking a case": asking_commands.COMMANDS,
    "Who is who": deciding_commands.COMMANDS,
}
_FILES = frozenset({"paths", "where", "html", "archive", "file"})

app = typer.Typer(
    name="sayso",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Who says so, who told them, and in which words.",
    no_args_is_help=True,
)


def run(arguments: list[str]) -> int:
    """Run the command and give its exit code; never raises SystemExit."""
    try:
        with typed(arguments):
            app(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[
        bool,
        typer.Option(
            "--version", metavar=" ", callback=_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Who says so, who told them, and in which words."""


def _help(command: Command) -> str:
    """A command's docstring, each paragraph on one line but for lines that are indented."""
    paragraphs = cleandoc(command.__doc__ or "").split("\n\n")
    return "\n\n".join(
        each if each.startswith(" ") else re.sub(r"\s*\n", " ", each) for each in paragraphs
    )


def _run(command: Command) -> Command:
    """The command, given text, with a word where it is stopped by Ctrl-C."""

    @wraps(command)
    def run(**given: Any) -> None:
        try:
            command(**{name: _text(name, value) for name, value in given.items()})
        except KeyboardInterrupt:
            complain("stopped")
            raise typer.Exit(STOPPED) from None

    return run


def _text(name: str, value: Any) -> Any:
    """An option's value; one that names no file is text whatever the locale."""
    if name in _FILES:
        return value
    if isinstance(value, list):
        return [as_text(each) for each in value]
    return as_text(value) if isinstance(value, str) else value


def _add_commands() -> None:
    for panel, commands in COMMANDS.items():
        for each in commands:
            app.command(
                each.__name__,
                help=_help(each),
                rich_help_panel=panel,
                no_args_is_help=each is reading_commands.read,
            )(_run(each))


_add_commands()
