"""What the package weighs, and what reading one page of it holds in memory."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks import command, places

MEGABYTE = 1_000_000


def wheel_megabytes() -> float:
    """Builds the wheel, without its dependencies, and weighs it (megabytes of 10^6 bytes)."""
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"]
        command.run([*build, folder, str(places.ROOT)])
        (wheel,) = Path(folder).glob("*.whl")
        return wheel.stat().st_size / MEGABYTE


def page() -> Path:
    """The page that is read: the summary among our examples, else the seed."""
    pages = sorted((places.ROOT / "examples" / "summary").glob("*.html"))
    return pages[0] if pages else places.needed(places.shared() / "seed" / "report.txt")


def peak_megabytes() -> float:
    """The most that `sayso read` of one page holds (megabytes of 10^6 bytes)."""
    return command.peak_memory([command.sayso(), "read", str(page()), "--json"]) / MEGABYTE
