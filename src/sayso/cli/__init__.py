"""The command line. `main` is the entry point; it answers `--version` before loading anything."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import IO

from sayso import __version__

_NOT_WRITTEN = frozenset(
    getattr(errno, name, 0) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO", "EBADF")
)
"""What the system says of an output that takes no more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `sayso` with the arguments, by default the process's own; give the exit code.

    0: everything was read. 1: something was not, or could not be written, and standard error says
    what. 2: the command was not understood.
    """
    _open_what_is_closed()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        return _given_up()
    except OSError as error:
        if error.errno not in _NOT_WRITTEN or error.filename is not None:
            raise
        print(f"sayso: standard output: cannot be written: {error.strerror}", file=sys.stderr)
        return _given_up()
    return code


def _run(given: list[str]) -> int:
    if given == ["--version"]:
        print(f"sayso {__version__}")
        return 0
    from sayso.cli.app import run

    return run(given)


def _open_what_is_closed() -> None:
    """A stream that was closed when the process began is the null device."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, _nowhere(mode))


def _given_up() -> int:
    """The exit code where the output takes no more; what is left of it goes nowhere."""
    sys.stdout = _nowhere("w")
    return 1


def _nowhere(mode: str) -> IO[str]:
    return os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8")
