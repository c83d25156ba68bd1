"""Words per second of the whole `sayso read` beside a spaCy CNN pipeline, in the same run.

Each run is a fresh process over the same texts, in turns. A second, tiny text gives what a
process costs before its first word (interpreter, imports, model), which is taken off for the
figure without loading. Words are what white space leaves, for both alike.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import command, places

TINY = "The harbour office said the ferry was late.\n"


@dataclass(frozen=True, slots=True)
class Pace:
    """Median seconds over all texts, and over the tiny one."""

    words: int
    seconds: float
    loading: float

    @property
    def with_loading(self) -> float:
        """Words per second from the start of the process to its end."""
        return self.words / self.seconds

    @property
    def without_loading(self) -> float:
        """Words per second once everything is loaded."""
        return self.words / max(self.seconds - self.loading, 1e-9)


@dataclass(frozen=True, slots=True)
class Race:
    """Sayso's pace and its peer's."""

    sayso: Pace
    peer: Pace

    @property
    def ratio(self) -> float:
        """Sayso's words per second for one of the peer's, without loading."""
        return self.sayso.without_loading / self.peer.without_loading

    @property
    def ratio_with_loading(self) -> float:
        """The same from the start of the process to its end."""
        return self.sayso.with_loading / self.peer.with_loading


def texts(limit: int | None = None) -> list[Path]:
    """PolNeAR's development articles, in order of name; the first `limit` of them."""
    folder = places.needed(places.data() / "polnear" / "dev" / "text")
    return sorted(folder.glob("*.txt"))[:limit]


def count_words(paths: Sequence[Path]) -> int:
    """Words of the texts, as white space parts them."""
    return sum(len(path.read_text(encoding="utf-8").split()) for path in paths)


def peer_python() -> str:
    """An interpreter that has spaCy: this one, or the one in `.venv-bench`."""
    if importlib.util.find_spec("spacy"):
        return sys.executable
    other = places.ROOT / ".venv-bench" / "bin" / "python"
    if not other.exists():
        raise places.Missing("no spaCy: pip install -e '.[bench]', or a .venv-bench with it")
    return str(other)


def commands(folder: Path, paths: Sequence[Path]) -> dict[str, list[str]]:
    """Both commands over all texts and over the tiny one; makes the peer's pipeline."""
    peer = [peer_python(), "-P", str(Path(__file__).with_name("peer.py"))]
    pipeline, tiny = folder / "pipeline", folder / "tiny.txt"
    tiny.write_text(TINY, encoding="utf-8")
    command.run([*peer, "save", str(pipeline)])
    every = [str(path) for path in paths]
    return {
        "sayso": [command.sayso(), "read", *every, "--json"],
        "peer": [*peer, "read", str(pipeline), *every],
        "sayso tiny": [command.sayso(), "read", str(tiny), "--json"],
        "peer tiny": [*peer, "read", str(pipeline), str(tiny)],
    }


def measure(times: int, limit: int | None, advance: Callable[[], None]) -> Race:
    """Runs all four in turns, `times` times; `advance` is called after each run."""
    paths = texts(limit)
    words = count_words(paths)
    with tempfile.TemporaryDirectory() as folder:
        median = command.interleaved(commands(Path(folder), paths), times, advance)
    return Race(
        Pace(words, median["sayso"], median["sayso tiny"]),
        Pace(words, median["peer"], median["peer tiny"]),
    )
