"""Where the data and the shared scoring scripts are, as the environment says."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The checkout that these benchmarks stand in."""


class Missing(Exception):
    """Something a figure needs is not there; the message says what, without a full path."""


def shared() -> Path:
    """The folder with `score/` and `seed/`: `SAYSO_SHARED`, else `../shared`."""
    return Path(os.environ.get("SAYSO_SHARED", ROOT.parent / "shared"))


def data() -> Path:
    """The folder with the public sets: `SAYSO_DATA`, else `data/` in the shared folder."""
    return Path(os.environ.get("SAYSO_DATA", shared() / "data"))


def needed(path: Path) -> Path:
    """The same path, or `Missing` by its last two parts where there is nothing."""
    if not path.exists():
        raise Missing(f"not there: {'/'.join(path.parts[-2:])}")
    return path
