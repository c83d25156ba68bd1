"""Attributions on PolNeAR, by the shared scoring script, run as anybody would run it."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks import command, places

LINE = re.compile(
    r"(?P<name>exact|overlap|whole|tied)\s*(?P<role>source|cue|content)?"
    r"\s+(?P<p>[\d.]+)\s+(?P<r>[\d.]+)\s+(?P<f>[\d.]+)\s+"
    r"\(pred (?P<predicted>\d+), gold (?P<gold>\d+)\)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the script: percentages, and how many were predicted and marked."""

    precision: float
    recall: float
    f1: float
    predicted: int
    gold: int


def parse_score(output: str) -> dict[str, Line]:
    """The script's lines by name ("exact source", "tied"); others are passed over."""
    found = {}
    for match in map(LINE.fullmatch, map(str.strip, output.splitlines())):
        if match:
            found[" ".join(filter(None, match.group("name", "role")))] = Line(
                float(match["p"]),
                float(match["r"]),
                float(match["f"]),
                int(match["predicted"]),
                int(match["gold"]),
            )
    return found


def score(texts: Path, annotations: Path, predicted: Path) -> dict[str, Line]:
    """The shared script's figures for a file of predictions (JSON lines).

    Raises `places.Missing` where the script or a folder is not there, or it refuses.
    """
    script = places.needed(places.shared() / "score" / "attributions.py")
    done = subprocess.run(
        [sys.executable, str(script), str(texts), str(annotations), str(predicted)],
        capture_output=True,
        check=False,
        text=True,
    )
    found = parse_score(done.stdout)
    if done.returncode or not found:
        raise places.Missing(f"score/attributions.py: {done.stderr.strip()[-200:]}")
    return found


def measure(part: str = "dev") -> dict[str, Line]:
    """Reads a part of PolNeAR with `sayso read --json` and scores it."""
    folder = places.needed(places.data() / "polnear" / part)
    texts = sorted((folder / "text").glob("*.txt"))
    with tempfile.TemporaryDirectory() as temporary:
        predicted = Path(temporary, "predicted.jsonl")
        command.run([command.sayso(), "read", *map(str, texts), "--json"], predicted)
        return score(folder / "text", folder / "attributions", predicted)
