"""Running `sayso` as its users do, each time in a fresh process, and what that cost."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.places import Missing

# A process's peak includes what its parent held when it was forked, so that a small one of our
# own has to stand between.
_PEAK = """
import json, os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                       file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, usage = os.wait4(child, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_maxrss]))
"""


def sayso() -> str:
    """The `sayso` command of the interpreter that runs this."""
    path = Path(sys.executable).parent / "sayso"
    if not path.exists():
        raise Missing("no sayso command beside the interpreter: pip install -e . first")
    return str(path)


def run(command: Sequence[str], output: Path | None = None) -> float:
    """Seconds that a command took, its output to a file or nowhere.

    Raises `Missing` with the end of its standard error where it fails.
    """
    with (output or Path(os.devnull)).open("wb") as sink:
        begin = time.perf_counter()
        done = subprocess.run(command, stdout=sink, stderr=subprocess.PIPE, check=False)
        seconds = time.perf_counter() - begin
    if done.returncode:
        raise Missing(f"{Path(command[0]).name} failed: {_last_line(done.stderr)}")
    return seconds


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def peak_memory(command: Sequence[str]) -> int:
    """The most memory a command held (resident set), in bytes. Linux counts it in KiB."""
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, *command], capture_output=True, check=True, text=True
    )
    code, kibibytes = json.loads(done.stdout)
    if code:
        raise Missing(f"{Path(command[0]).name} failed: {_last_line(done.stderr.encode())}")
    return int(kibibytes) * 1024


def interleaved(
    commands: Mapping[str, Sequence[str]], times: int, advance: Callable[[], None]
) -> dict[str, float]:
    """Median seconds of each command, run in turns so that a slow minute hits all of them."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            seconds[name].append(run(command))
            advance()
    return {name: statistics.median(found) for name, found in seconds.items()}
