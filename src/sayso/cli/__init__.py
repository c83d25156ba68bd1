"""The command line. `main` is the entry point; it answers `--version` before loading anything."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sayso import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `sayso` with the arguments, by default the process's own; give the exit code.

    0: everything was read. 1: something was not, and standard error says what. 2: the command
    was not understood.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        print(f"sayso {__version__}")
        return 0
    from sayso.cli.app import run

    return run(given)
