"""The examples of the docs, run again: `python tests/cli/documented.py docs/commands.md README.md`
writes what the commands print now into the pages. It takes the packaged reader, and a minute each.

An example is a line `$ sayso …` in a fenced block and what stands below it. Where `(…)` stands
among its lines, as many of the first and last lines are kept as stand there before and after.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
LEFT_OUT = "(…)"
LISTED = {
    "id": "NK-1",
    "schema": "Person",
    "caption": "Nessa Tallow",
    "datasets": ["invented_list"],
    "properties": {"name": ["TALLOW, Nessa"], "birthDate": ["1971"], "country": ["hv"]},
}
_BLOCK = re.compile(r"(?<=^```\n)(\$ .*?)(?=^```$)", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def commands(page: str) -> list[str]:
    """The command lines of all examples."""
    return [found[1] for block in _BLOCK.findall(page) for found in _EXAMPLE.finditer(block)]


def refreshed(page: str, run: Callable[[str], str]) -> str:
    """The page with what `run` gives for each example."""

    def example(found: re.Match[str]) -> str:
        return f"$ {found[1]}\n{_cut(run(found[1]), found[2])}"

    return _BLOCK.sub(lambda block: _EXAMPLE.sub(example, block[0]), page)


def _cut(output: str, before: str) -> str:
    """The output, shortened as the one that stands there."""
    shown, lines = before.splitlines(), output.splitlines()
    if LEFT_OUT in shown:
        first = shown.index(LEFT_OUT)
        last = len(shown) - first - 1
        if len(lines) > first + last:
            lines = [*lines[:first], LEFT_OUT, *lines[len(lines) - last :]]
    return "".join(f"{line}\n" for line in lines)


def _run(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "from sayso.cli import main; main()", *shlex.split(command)[1:]],
        input="k\nq\n",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def _run_example(command: str) -> str:
    """What a command prints; one that reads does so into a case that has nothing yet."""
    return _run(command.replace("--case harbour", "--case other"))


def main(pages: list[str]) -> None:
    """Run all examples of each page on a case of its own, in the page's order."""
    for path in map(Path, pages):
        page, whole = path.read_text("utf-8"), path.absolute()
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            Path("examples").symlink_to(ROOT / "examples")
            Path("entities.ftm.json").write_text(json.dumps(LISTED) + "\n", "utf-8")
            for each in ("new harbour.sayso", "new other.sayso", "read examples/harbour"):
                _run(f"sayso {each}")
            whole.write_text(refreshed(page, _run_example), "utf-8")


if __name__ == "__main__":
    os.environ |= {"COLUMNS": "90", "SAYSO_BY": "Ada", "SAYSO_CASE": "harbour.sayso"}
    main(sys.argv[1:])
