"""Where the time of `sayso read` goes: the stack, looked at every few milliseconds.

Sampling costs next to nothing and changes little; it says which room of the package was at
work, and which file in it. Time inside ONNX Runtime and the tokenizer's own library is told
apart from the Python that calls them. Run in a fresh process:

    python -m benchmarks.stages TEXT …
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from benchmarks import places

EVERY = 0.004
LIBRARIES = ("onnxruntime", "tokenizers", "trafilatura", "rich", "typer", "json")


def place_of(frame: FrameType | None) -> str:
    """The innermost file of Sayso on the stack, and the library it is waiting for, if one."""
    library = ""
    while frame is not None:
        parts = Path(frame.f_code.co_filename).parts
        if "sayso" in parts and "site-packages" not in parts:
            inside = parts[len(parts) - parts[::-1].index("sayso") :]
            return "/".join(inside) + (f" → {library}" if library else "")
        found = next((name for name in LIBRARIES if name in parts), "")
        library = found or library
        frame = frame.f_back
    return "imports and the interpreter"


class Sampler:
    """Counts where one thread is, until `stop`."""

    def __init__(self, thread: int) -> None:
        self.seen: Counter[str] = Counter()
        self._thread = thread
        self._done = threading.Event()
        self._worker = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._done.wait(EVERY):
            self.seen[place_of(sys._current_frames().get(self._thread))] += 1  # noqa: SLF001

    def start(self) -> None:
        """Begins to look."""
        self._worker.start()

    def stop(self) -> Counter[str]:
        """Ends, and gives what was seen."""
        self._done.set()
        self._worker.join()
        return self.seen


def profile(arguments: Sequence[str]) -> Counter[str]:
    """Samples of one `sayso` call in this process, its output thrown away."""
    sampler = Sampler(threading.get_ident())
    sampler.start()
    sys.argv = ["sayso", *arguments]
    with (
        Path(os.devnull).open("w", encoding="utf-8") as sink,
        contextlib.redirect_stdout(sink),
        contextlib.suppress(SystemExit),
    ):
        importlib.import_module("sayso.cli").main()
    return sampler.stop()


def shares(seen: Counter[str], least: float = 1.0) -> list[tuple[str, float]]:
    """Places and their share in percent, the largest first; the small ones as one."""
    total = max(sum(seen.values()), 1)
    percent = [(place, 100 * count / total) for place, count in seen.most_common()]
    large = [item for item in percent if item[1] >= least]
    rest = sum(share for _, share in percent if share < least)
    return [*large, ("the rest", rest)] if rest else large


def measure(paths: Sequence[Path]) -> list[tuple[str, float]]:
    """Shares of a fresh process that reads the texts. Raises `places.Missing`."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.stages", *map(str, paths)],
        capture_output=True,
        check=False,
        cwd=places.ROOT,
        text=True,
    )
    if done.returncode:
        raise places.Missing(f"benchmarks.stages: {done.stderr.strip()[-200:]}")
    return shares(Counter(json.loads(done.stdout)))


if __name__ == "__main__":
    begin = time.perf_counter()
    print(json.dumps(profile(["read", *sys.argv[1:], "--json"])))
    sys.stderr.write(f"{time.perf_counter() - begin:.1f} s\n")
